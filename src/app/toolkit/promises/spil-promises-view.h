// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-section.h"

G_BEGIN_DECLS

#define SPIL_TYPE_PROMISES_VIEW (spil_promises_view_get_type ())

/** The promise book: what all employers have promised, and what is overdue. */
G_DECLARE_FINAL_TYPE (SpilPromisesView, spil_promises_view, SPIL, PROMISES_VIEW, SpilSection)

G_END_DECLS
