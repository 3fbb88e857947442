// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What the files of the reader of GNOME Planner share; no other file includes this. */
#pragma once

#include "spil-outline.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *calendars; /* SpilPlanFileCalendar that are open, outermost first */
  GArray *open; /* of int: the tasks that are open, outermost first */
} SpilPlanner;

/* Each takes one element of that name. */
gboolean spil_planner_take_calendars (SpilOutline *self, gpointer data, GError **error);
gboolean spil_planner_take_tasks (SpilOutline *self, gpointer data, GError **error);

G_END_DECLS
