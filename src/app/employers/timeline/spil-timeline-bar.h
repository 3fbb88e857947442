// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-timeline-query.h"
#include "spil-visit-section.h"

G_BEGIN_DECLS

#define SPIL_TYPE_TIMELINE_BAR (spil_timeline_bar_get_type ())

/** What of a timeline is shown: words, kinds with how many there are, and who. Signal `changed`. */
G_DECLARE_FINAL_TYPE (SpilTimelineBar, spil_timeline_bar, SPIL, TIMELINE_BAR, GtkBox)

GtkWidget *spil_timeline_bar_new (void);

/** How many there are of each kind; what there is nothing of is not offered. */
void spil_timeline_bar_set_counts (SpilTimelineBar *self, const int64_t counts[SPIL_N_TIMELINE_KINDS]);
/** Who can be chosen: whoever is in @visits. */
void spil_timeline_bar_set_brokers (SpilTimelineBar *self, const SpilVisits *visits);

/** Fills in what is chosen; its texts stay valid until the next change. */
void spil_timeline_bar_get_filter (SpilTimelineBar *self, SpilTimelineFilter *filter);
/** Whether anything is left out. */
gboolean spil_timeline_bar_is_filtering (SpilTimelineBar *self);

G_END_DECLS
