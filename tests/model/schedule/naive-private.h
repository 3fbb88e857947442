// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What naive-network.c and naive-floats.c share. */
#pragma once

#include "naive-network.h"

G_BEGIN_DECLS

/** Whether a day is worked. */
gboolean naive_worked (const Naive *self, int day);
/** The working days from one morning to another; negative: backwards. */
int naive_gap (const Naive *self, int from, int to);
/** The first working day from a day on. */
int naive_next_worked (const Naive *self, int day);
/** The morning after so many working days from @start on. */
int naive_after_work (const Naive *self, int start, int length);
/** The morning after the earliest deadline, of a task or what it is part of; G_MAXINT. */
int naive_due (const Naive *self, int task);
/** Whether a task is, or is part of, another. */
gboolean naive_is_under (const Naive *self, int task, int summary);
/** Whether both dates of a task are known, and it is no milestone. */
gboolean naive_is_work (const Naive *self, int task);
/** Whether it is a milestone of which the day is known. */
gboolean naive_is_moment (const Naive *self, int task);
/** The working days that a task needs at least. */
int naive_least_length (const Naive *self, int task);
/** What links from a task follow. */
NaivePlace naive_span (const Naive *self, const NaivePlan *plan, int task);
/** FS, FF. */
gboolean naive_from_end (const SpilScheduleLink *link);
/** FF, SF. */
gboolean naive_to_end (const SpilScheduleLink *link);
/** The morning that a link asks for, when what it follows lies there; @closes: rather the evening before. */
int naive_asked_morning (const Naive *self, const SpilScheduleLink *link, const NaivePlace *from,
                         gboolean *closes);
/** Whether a place satisfies what a link asks. */
gboolean
naive_satisfied (const Naive *self, const NaivePlace *at, gboolean of_end, int morning, gboolean closes);

G_END_DECLS
