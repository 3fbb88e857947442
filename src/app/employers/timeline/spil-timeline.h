// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-timeline-query.h"
#include "spil-visit-section.h"

G_BEGIN_DECLS

#define SPIL_TYPE_TIMELINE (spil_timeline_get_type ())

/**
 * What happened with an employer, newest first. Signals: `opened` (const SpilTimelineEntry *): to look at what is behind it;
 * `correct` (const SpilTimelineEntry *): a contact moment is to be put right; `more`: earlier entries are asked for;
 * `filter-changed`: see spil_timeline_get_filter().
 */
G_DECLARE_FINAL_TYPE (SpilTimeline, spil_timeline, SPIL, TIMELINE, AdwPreferencesGroup)

/** Fills in kinds, broker and words, as they are chosen above it. The texts stay valid until the next change. */
void spil_timeline_get_filter (SpilTimeline *self, SpilTimelineFilter *filter);

/** Who can be chosen. */
void spil_timeline_set_brokers (SpilTimeline *self, const SpilVisits *visits);

/** Shows @entries (of SpilTimelineEntry), which stay valid until the next call; there are @total in all, and @counts of each kind. */
void spil_timeline_set_entries (SpilTimeline *self, GPtrArray *entries,
                                const int64_t counts[SPIL_N_TIMELINE_KINDS], int64_t total);

G_END_DECLS
