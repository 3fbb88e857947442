// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/*
 * The planning once more, written so that nobody can doubt it, and slow: no axis, no order, no arithmetic with positions. Tasks step on day by day until all rules hold.
 * A test compares the network of the model with it.
 */
#pragma once

#include "spil-network.h"

G_BEGIN_DECLS

#define NAIVE_MAX 40
#define NAIVE_NONE G_MININT

/** The days that there are, and whether they are worked. */
typedef struct
{
  int first;
  int n;
  gboolean *worked;
} NaiveDays;

/** Where a task lies: mornings, as day numbers. Work ends on the day before \`end\`. Of a milestone both are its day. */
typedef struct
{
  int start;
  int end;
  gboolean moment;
  gboolean evening;
} NaivePlace;

typedef struct
{
  NaivePlace at[NAIVE_MAX];
} NaivePlan;

typedef struct
{
  const SpilScheduleTask *tasks;
  int n;
  const SpilScheduleLink *links;
  int n_links;
  const NaiveDays *days;
  int parent[NAIVE_MAX];
  gboolean summary[NAIVE_MAX];
  int pin[NAIVE_MAX]; /**< of naive_pin(), and of naive_is_under(), asked once */
  gboolean under[NAIVE_MAX][NAIVE_MAX];
} Naive;

typedef enum
{
  NAIVE_HOLD,
  NAIVE_PUSH,
} NaiveMode;

void naive_init (Naive *self, const SpilScheduleTask *tasks, int n, const SpilScheduleLink *links,
                 int n_links, const NaiveDays *days);
/** 0: none, 1: fixed, 2: done, 3: stopped; with what it is part of. */
int naive_pin (const Naive *self, int task);
NaivePlan naive_place (const Naive *self, NaiveMode mode);
/** The plan when tasks with \`asked\` lie as in @given, and only what comes later than in @base pushes. \`blocked\` gets the pinned ones that would have moved. */
NaivePlan naive_cascade (const Naive *self, const NaivePlan *base, const gboolean *asked,
                         const NaivePlan *given, gboolean *blocked);
/** The plan when some tasks (naive_can_be_pulled()) are put as early as links allow, and what comes later than in @base pushes. */
NaivePlan naive_pull (const Naive *self, const NaivePlan *base, const gboolean *pulled);
gboolean naive_can_be_pulled (const Naive *self, int task);
/** The floats of a task that is no summary. */
void naive_floats (const Naive *self, const NaivePlan *plan, int task, int *total, int *free_float);
/** The first and last day, SPIL_DAY_NONE where not stated. */
void naive_days (const Naive *self, const NaivePlan *plan, int task, SpilDay *first, SpilDay *last);

G_END_DECLS
