// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-timeline-query.h"

G_BEGIN_DECLS

/* What the timeline of an employer says of an entry. Free the texts with g_free(). */

/** "Visited", "Stage: Interest", "Application: Awarded". */
char *spil_timeline_dup_heading (const SpilTimelineEntry *entry);
/** "31-07-2018 14:02"; of what has only a day, the day. */
char *spil_timeline_dup_when (const SpilTimelineEntry *entry);
/** The note, the evidence, what was done; NULL when there is nothing. */
char *spil_timeline_dup_body (const SpilTimelineEntry *entry);
/** What follows in small letters, a line each: outcome, advice, needs, who; NULL when there is nothing. */
char *spil_timeline_dup_details (const SpilTimelineEntry *entry);
const char *spil_timeline_icon (const SpilTimelineEntry *entry);
/** The entity whose row is behind the entry. */
int spil_timeline_entity (const SpilTimelineEntry *entry);

G_END_DECLS
