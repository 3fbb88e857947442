// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-row-page.h"

G_BEGIN_DECLS

#define SPIL_TYPE_EVENT_PAGE (spil_event_page_get_type ())

/** One event: who came, and what followed. */
G_DECLARE_FINAL_TYPE (SpilEventPage, spil_event_page, SPIL, EVENT_PAGE, SpilRowPage)

SpilPage *spil_event_page_new (SpilWorker *worker, SpilId id);

G_END_DECLS
