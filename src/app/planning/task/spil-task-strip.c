// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-task-strip.h"

// More neighbours on one side, or more parts, are left out: the strip says where the activity stands, not all.
#define MOST 6

static const SpilPlanTaskRow *
get_task (const SpilPlan *plan, int place)
{
  return plan->tasks->pdata[place];
}

static void
free_row (gpointer data)
{
  g_free (data);
}

static void
add (GPtrArray *rows, int place, int level)
{
  SpilPlanShownRow *row;

  if (spil_plan_shown_find (rows, place) >= 0)
    return;
  row = g_new0 (SpilPlanShownRow, 1);
  row->task = place;
  row->level = level;
  g_ptr_array_add (rows, row);
}

// What the activity follows on, or what follows on it.
static void
add_neighbours (GPtrArray *rows, const SpilPlan *plan, int place, gboolean after)
{
  int n = 0;

  for (guint i = 0; i < plan->links->len && n < MOST; i++) {
    const SpilPlanLinkRow *link = &g_array_index (plan->links, SpilPlanLinkRow, i);

    if ((after ? link->from_index : link->to_index) != place)
      continue;
    add (rows, after ? link->to_index : link->from_index, 0);
    n++;
  }
}

static void
add_parts (GPtrArray *rows, const SpilPlan *plan, int place)
{
  int level = get_task (plan, place)->level;
  int n = 0;

  for (guint i = (guint) place + 1; i < plan->tasks->len && n < MOST; i++) {
    if (get_task (plan, (int) i)->level <= level)
      break;
    if (get_task (plan, (int) i)->level > level + 1)
      continue;
    add (rows, (int) i, 1);
    n++;
  }
}

GPtrArray *
spil_task_strip_rows (const SpilPlan *plan, int place)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (free_row);

  add_neighbours (rows, plan, place, FALSE);
  add (rows, place, 0);
  add_parts (rows, plan, place);
  add_neighbours (rows, plan, place, TRUE);
  return rows;
}
