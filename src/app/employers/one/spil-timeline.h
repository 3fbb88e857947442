// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-timeline-query.h"

G_BEGIN_DECLS

#define SPIL_TYPE_TIMELINE (spil_timeline_get_type ())

/**
 * What happened with an employer, newest first. Signals: `opened` (const SpilTimelineEntry *): to look at what is behind it;
 * `correct` (const SpilTimelineEntry *): a contact moment is to be put right; `more`: earlier entries are asked for.
 */
G_DECLARE_FINAL_TYPE (SpilTimeline, spil_timeline, SPIL, TIMELINE, AdwPreferencesGroup)

/** Shows @entries (of SpilTimelineEntry), which stay valid until the next call; there are @total in all. */
void spil_timeline_set_entries (SpilTimeline *self, GPtrArray *entries, int64_t total);

G_END_DECLS
