// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-row-page.h"

G_BEGIN_DECLS

#define SPIL_TYPE_ACTION_LINE_PAGE (spil_action_line_page_get_type ())

/** An action line: what is known of it, and its planning. */
G_DECLARE_FINAL_TYPE (SpilActionLinePage, spil_action_line_page, SPIL, ACTION_LINE_PAGE, SpilRowPage)

SpilPage *spil_action_line_page_new (SpilWorker *worker, SpilId id);

G_END_DECLS
