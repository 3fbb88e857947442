// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "plan-fixture.h"

#include <string.h>

SpilPlan *
read_plan (Book *book)
{
  g_autoptr (GError) error = NULL;
  SpilPlan *plan = spil_plan_query (book->store.store, SPIL_ID_NIL, day (2018, 10, 1), &error);

  g_assert_no_error (error);
  return plan;
}

char *
plan_tree (const SpilPlan *plan)
{
  GString *text = g_string_new (NULL);
  int level = 0;

  for (guint i = 0; i < plan->tasks->len; i++) {
    const SpilPlanTaskRow *task = spil_plan_get_task (plan, (int) i);

    for (; level > task->level; level--)
      g_string_append_c (text, ')');
    if (i > 0)
      g_string_append_c (text, task->level > level ? '(' : ' ');
    level = task->level;
    g_string_append (text, task->name);
  }
  for (; level > 0; level--)
    g_string_append_c (text, ')');
  return g_string_free_and_steal (text);
}

int
at (const SpilPlan *plan, const char *name)
{
  for (guint i = 0; i < plan->tasks->len; i++)
    if (g_str_equal (spil_plan_get_task (plan, (int) i)->name, name))
      return (int) i;
  g_error ("no task %s", name);
}

SpilPlanTaskRow *
task_named (const SpilPlan *plan, const char *name)
{
  return spil_plan_get_task (plan, at (plan, name));
}

void
act (Book *book, SpilPlan **plan, SpilAction *action)
{
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (action);
  g_assert_cmpint (action->changes->len, >, 0);
  g_assert_cmpstr (action->label, !=, "");
  spil_store_commit (book->store.store, action, &error);
  g_assert_no_error (error);
  spil_action_free (action);
  spil_plan_free (*plan);
  *plan = read_plan (book);
}

char *
dates_of (const SpilPlan *plan, const char *name)
{
  const SpilPlanTaskRow *task = task_named (plan, name);
  g_autofree char *start = spil_day_format (task->task.start);
  g_autofree char *end = spil_day_format (task->task.end);

  return g_strdup_printf ("%s %s", start[0] != '\0' ? start : "-", end[0] != '\0' ? end : "-");
}

void
assert_dates (const SpilPlan *plan, const char *name, const char *dates)
{
  g_autofree char *are = dates_of (plan, name);

  g_assert_cmpstr (are, ==, dates);
}

void
assert_refused (SpilAction *action, GError **error, const char *words)
{
  g_assert_null (action);
  g_assert_error (*error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_REFUSED);
  if (strstr ((*error)->message, words) == NULL)
    g_error ("“%s” does not hold “%s”", (*error)->message, words);
  g_clear_error (error);
}
