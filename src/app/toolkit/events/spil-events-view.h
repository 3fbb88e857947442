// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-section.h"

G_BEGIN_DECLS

#define SPIL_TYPE_EVENTS_VIEW (spil_events_view_get_type ())

/** The events with who came. */
G_DECLARE_FINAL_TYPE (SpilEventsView, spil_events_view, SPIL, EVENTS_VIEW, SpilSection)

G_END_DECLS
