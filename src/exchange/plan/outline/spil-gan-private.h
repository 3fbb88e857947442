// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What the files of the reader of GanttProject share; no other file includes this. */
#pragma once

#include "spil-outline.h"

G_BEGIN_DECLS

/* A day that is free every year. */
typedef struct
{
  int month;
  int day;
  gboolean worked;
  char *name;
} SpilGanYearly;

/* A task as it was in a baseline: its end follows once the calendar is known. */
typedef struct
{
  int number; /* of the baseline */
  char *uid;
  SpilDay start;
  int length;
} SpilGanPrevious;

typedef struct
{
  SpilPlanFileCalendar *calendar; /* of the plan */
  GArray *yearly; /* of SpilGanYearly */
  GArray *previous; /* of SpilGanPrevious */
  GArray *open; /* of int: the tasks that are open, outermost first */
  GHashTable *columns; /* key of an own column -> its name */
  int n_baselines;
} SpilGan;

/* Each takes one element of that name. */
gboolean spil_gan_take_calendars (SpilOutline *self, gpointer data, GError **error);
gboolean spil_gan_take_tasks (SpilOutline *self, gpointer data, GError **error);

/* After the last task: the days that come back every year, and the ends that follow from starts and lengths. */
void spil_gan_settle (SpilOutline *self);

G_END_DECLS
