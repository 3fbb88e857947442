// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-schedule-rule.h"
#include "spil-work-calendar.h"

G_BEGIN_DECLS

/*
 * The planning as a network: activities, what they are part of, and what waits for what. All functions are pure; none changes what was given.
 *
 * TIME. Everything lies on one axis of working days (spil_work_calendar_get_position()). Work of n days that begins at position p ends at p + n, and what follows
 * begins there: the evening of Friday and the morning of Monday are the same moment. Only working days count: what happens in a weekend or on a holiday takes
 * no working time. A lag in calendar days is counted from the last (or first) working day, and ends at the first working day from there on.
 *
 * WHAT A TASK IS.
 * - With a start and an end (or one of these and the working days needed): work of that many working days. When it is pushed, the working days stay.
 * - A milestone: a moment. It lies in the morning of its day, or in the evening where something that leads up to it ends on that day; on a free day in
 *   the evening before. So it can lie on the day on which its work ends, and what follows can begin on its day when nothing ends on that day. Programs that plan in hours do the same.
 * - With only a start, or only an end: that is known of it, and that it does not end before it begins. Links count as far as that tells something.
 * - Without dates: its place is not known, and nothing moves it; but what waits for it waits for what it waits for, and for the working days it needs.
 * - With others under it, a summary: from the first start to the last end of these, and of itself where it states another. Only the dates that it states are
 *   its own. Fixed dates, a deadline, "not earlier than", done and stopped count for all under it.
 *
 * LINKS (from A to B, with lag L; types as in the practice of precedence diagramming: PMBOK Guide, 6.3.2.1; Kelley and Walker 1959 for the passes).
 * - finish to start: B begins not before L days after the end of A
 * - start to start: B begins not before L days after the start of A
 * - finish to finish: B ends not before L days after the end of A
 * - start to finish: B ends not before L days after the start of A
 * A link to a summary is one to all under it; only the first two can be (see spil_network_may_link()), others count for nothing. A link from a summary
 * follows what it spans. A link from an activity that was stopped counts for nothing.
 *
 * What lies in a circle, or behind one, is not known: it is not pushed and has no float. Circles cannot be made, but two laptops together can.
 */
typedef struct _SpilNetwork SpilNetwork;

/** Copies what it needs; a ref on @calendar (NULL: only to look for circles; no task may have a date). @tasks lists a task after its parent. Links to tasks that are not there (index -1) count for nothing. */
SpilNetwork *spil_network_new (const SpilScheduleTask *tasks, gsize n_tasks, const SpilScheduleLink *links,
                               gsize n_links, SpilWorkCalendar *calendar);
void spil_network_free (SpilNetwork *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilNetwork, spil_network_free)

/** Whether others are part of the task. */
gboolean spil_network_is_summary (const SpilNetwork *self, int task);

/**
 * Looks for a circle of links and "part of" together: a link between an activity and what it is part of closes one, too. TRUE when there is one; @chain (nullable, of int) then
 * gets the places of the tasks along the shortest way round, from the first of the plan, and that one again at the end. An activity that leads to itself: twice that one.
 */
gboolean spil_network_find_circle (const SpilNetwork *self, GArray *chain);

/** Whether a link of that type may lead to that task: FALSE for finish-finish and start-finish to a summary, which has no end of its own to hold. */
gboolean spil_network_may_link (const SpilNetwork *self, int to, int type);

/** What the passes tell of a task. */
typedef struct
{
  gboolean known; /**< FALSE: no dates, or only one; in or behind a circle; stopped. All else is 0 then */
  SpilDay early_start; /**< the dates it has, or later where links, "not earlier than" ask so */
  SpilDay early_end;
  SpilDay late_start; /**< the early dates and the total float */
  SpilDay late_end;
  int total_float; /**< working days it can slip before the last day of the planning, a deadline or a fixed date moves; negative: so much too late */
  int free_float; /**< working days it can slip before anything else moves; not more than the total */
  gboolean
      critical; /**< no float left: if it slips, a deadline, a fixed date or the end of the planning does. Never what is done */
} SpilNetworkSlack;

/**
 * The forward and the backward pass. Fills in @slack (one for each task). Dates that are stated are the earliest: the passes move nothing forward in time that is not asked to by a
 * link. The end of the planning is the last day that it holds, after the forward pass. What is fixed has no float to give; it is critical only
 * when what follows leaves none. A summary has the least float of what is under it, and is critical when something under it is.
 */
void spil_network_analyse (const SpilNetwork *self, SpilNetworkSlack *slack);

/**
 * Which of @links (those of the network) the dates do not meet, as they are stated: what comes after lies earlier than the link asks. Never what is done or was stopped, what counts
 * for nothing, or what is not known. @broken: @n_links long.
 */
void spil_network_find_broken (const SpilNetwork *self, const SpilScheduleLink *links, gsize n_links,
                               gboolean *broken);

/** What a person asks: new dates. */
typedef struct
{
  int task;
  SpilDay start;
  SpilDay end;
} SpilScheduleMove;

typedef enum
{
  SPIL_CASCADE_MOVED,
  SPIL_CASCADE_BLOCKED_FIXED, /**< a link asks it to move, but its dates are fixed */
  SPIL_CASCADE_BLOCKED_DONE, /**< a link asks it to move, but it is done or was stopped */
  SPIL_CASCADE_PAST_DEADLINE, /**< moved, and ends after its deadline (or that of what it is part of) now */
} SpilCascadeNote;

/** What happens to one task. Dates that are not stated stay so. */
typedef struct
{
  int task;
  SpilDay old_start;
  SpilDay old_end;
  SpilDay start; /**< the same as before, where it is blocked */
  SpilDay end;
  int because; /**< the task that pushes it, or the summary it moves with; -1: asked */
  SpilCascadeNote note;
} SpilCascadeRow;

/**
 * What follows when tasks are moved: the asked ones first, in the order asked, then what must move later because a link asks so, each after what pushes it and further in the order
 * of the plan. What was asked stays as asked. Nothing is pulled earlier; only links of what comes later than before push. A summary without dates of its own that is
 * asked to move takes all under it along by as many working days. Free with g_array_unref().
 */
GArray *spil_network_cascade (const SpilNetwork *self, const SpilScheduleMove *moves, gsize n_moves);

/**
 * Moves tasks to as early as their links and "not earlier than" allow (later, where these ask so), and then what must move later because of that; rows as in a cascade, only of what
 * moves or is blocked. What nothing holds stays where it is. Undated tasks of which the working days needed are known (and milestones) get dates. Of a summary: all under it.
 */
GArray *spil_network_pull (const SpilNetwork *self, const int *tasks, gsize n_tasks);

G_END_DECLS
