// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* Days of 2018, tasks and links in few words. Good Friday (worked here) is 30 March, Easter Monday 2 April, King's Day Friday 27 April, Ascension Day Thursday 10 May. */
#pragma once

#include "spil-entity.h"
#include "spil-network.h"

G_BEGIN_DECLS

#define FS SPIL_LINK_TYPE_FINISH_START
#define SS SPIL_LINK_TYPE_START_START
#define FF SPIL_LINK_TYPE_FINISH_FINISH
#define SF SPIL_LINK_TYPE_START_FINISH

/** 416 is 16 April 2018; 0: not known. */
SpilDay network_day (int month_day);
int network_number_of (SpilDay found);
/** Monday to Friday, with the holidays. */
SpilWorkCalendar *network_make_calendar (void);
/** Task number n of a list has id n + 1. @parent: the place of what it is part of; -1. */
SpilScheduleTask network_make_task (int place, int parent, int start, int end);
SpilScheduleLink network_make_link (int from, int to, int type, int lag);
/** The row of a task; NULL: there is none. */
const SpilCascadeRow *network_row_of (const GArray *rows, int task);
void network_assert_row (const GArray *rows, guint place, int task, int start, int end, int because,
                         SpilCascadeNote note);

/** 0 spans 1 (9-10 April) and 2 (11-13 April); 3 is 16-17 April; 4 spans 5 (18-19 April) and 6, a milestone on 20 April. Links 0 -> 3 -> 4. */
typedef struct
{
  SpilScheduleTask tasks[7];
  SpilScheduleLink links[2];
  SpilWorkCalendar *calendar;
  SpilNetwork *network;
} NetworkParts;

/** @own_dates: 4 states 18-30 April itself. */
void network_parts_init (NetworkParts *self, gboolean own_dates);
void network_parts_clear (NetworkParts *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NetworkParts, network_parts_clear)

G_END_DECLS
