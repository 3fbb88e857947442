// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "plan-fixture.h"
#include "spil-mspdi.h"

#define N_RANDOM 500

static void
set_up (ExchangeFixture *fixture, gconstpointer data)
{
  g_setenv ("SPIL_TODAY", "2018-10-10", TRUE);
  exchange_fixture_set_up (fixture, data);
  plan_fixture_use_programme (fixture);
}

/* Into Spil and out again says the same; the file that comes out changes nothing; one step takes all back. */
static void
go_round (ExchangeFixture *fixture, const SpilPlanFile *plan)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  g_autoptr (SpilPlanImportResult) first = plan_fixture_import (fixture, plan);
  g_autoptr (SpilPlanFile) out = plan_fixture_round (fixture);
  g_autoptr (SpilPlanImportResult) second = plan_fixture_import (fixture, plan);
  g_autoptr (SpilPlanImportResult) third = plan_fixture_import (fixture, out);

  g_assert_cmpint (spil_plan_import_result_count (first, SPIL_PLAN_REFUSED), ==, 0);
  g_assert_cmpint (first->counts[SPIL_PLAN_PART_TASK][SPIL_PLAN_CREATED], ==, plan->tasks->len);
  plan_fixture_assert_equal (plan, out);
  g_assert_true (spil_id_is_nil (second->id));
  g_assert_true (spil_id_is_nil (third->id));
  if (spil_id_is_nil (first->id))
    return;
  g_assert_true (spil_store_undo (fixture->store, &label, &error));
  g_assert_no_error (error);
  g_assert_cmpint (exchange_fixture_count (fixture, SPIL_ENTITY_TASK), ==, 0);
}

static void
test_samples (ExchangeFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilPlanFile) microsoft = plan_fixture_read (fixture, plan_fixture_microsoft, -1, &error);
  g_autoptr (SpilPlanFile) libre = plan_fixture_read (fixture, plan_fixture_libre, -1, &error);

  /* What Spil rounds or does not hold is no part of what both know. */
  ((SpilPlanFileTask *) plan_fixture_task (microsoft, "Proefperiode"))
      ->constraint = SPIL_PLAN_CONSTRAINT_NONE;
  g_ptr_array_set_size (microsoft->assignments, 0);
  microsoft->baselines[1] = microsoft->baselines[3];
  microsoft->baselines[3].used = FALSE;
  for (guint i = 0; i < microsoft->tasks->len; i++) {
    SpilPlanFileTask *task = microsoft->tasks->pdata[i];

    for (guint k = 0; task->bases != NULL && k < task->bases->len; k++) {
      SpilPlanFileBase *base = &g_array_index (task->bases, SpilPlanFileBase, k);

      base->number = base->number == 3 ? 1 : 0; /* they are numbered on */
    }
  }
  go_round (fixture, libre);
  go_round (fixture, microsoft);
}

/* Projects of chance */

static SpilDay
random_day (GRand *random)
{
  return spil_day_add (spil_day_from_ymd (2018, 1, 1), g_rand_int_range (random, 0, 900));
}

static gboolean
chance (GRand *random, int per_cent)
{
  return g_rand_int_range (random, 0, 100) < per_cent;
}

static void
fill_dates (GRand *random, SpilPlanFileTask *task)
{
  task->start = random_day (random);
  task->finish = spil_day_add (task->start, g_rand_int_range (random, 0, 90));
  task->milestone = chance (random, 15);
  if (task->milestone == 1) {
    task->finish = task->start;
    return;
  }
  if (chance (random, 10))
    task->finish = SPIL_DAY_NONE;
  else if (chance (random, 10))
    task->start = SPIL_DAY_NONE;
}

static void
fill_bounds (GRand *random, SpilPlanFileTask *task)
{
  task->constraint = SPIL_PLAN_CONSTRAINT_NONE;
  if (chance (random, 30))
    task->deadline = random_day (random);
  if (chance (random, 20)) {
    task->constraint = SPIL_PLAN_CONSTRAINT_START_FROM;
    task->constraint_day = spil_day_is_known (task->start) && chance (random, 50) ? task->start
                                                                                  : random_day (random);
  } else if (chance (random, 20) && spil_day_is_known (task->start)) {
    task->constraint = SPIL_PLAN_CONSTRAINT_START_ON;
    task->constraint_day = task->start;
  }
}

static void
fill_people (GRand *random, SpilPlanFileTask *task)
{
  static const char *const owners[] = { "Bas Bedacht", "Femke Fictie, Bas Bedacht", "Z. Önder & <Zn>" };

  if (chance (random, 50))
    task->owner = g_strdup (owners[g_rand_int_range (random, 0, G_N_ELEMENTS (owners))]);
  if (task->owner != NULL && chance (random, 50))
    task->effort = g_rand_int_range (random, 1, 80) / 2.0;
  if (chance (random, 50))
    task->cost = g_rand_int_range (random, 1, 10000000);
  if (chance (random, 40))
    task->notes = g_strdup_printf ("Notitie %d\n  <b> & \"é€😀\"\r\nslot", g_rand_int_range (random, 0, 99));
}

static void
fill_task (GRand *random, SpilPlanFile *plan, guint place, guint n_baselines)
{
  SpilPlanFileTask *task = spil_plan_file_add_task (plan);
  SpilPlanFileTask *above;

  task->uid = g_strdup_printf ("%u", place * 3 + 7);
  task->name = g_strdup_printf ("Activiteit %d %s", g_rand_int_range (random, 0, 8),
                                chance (random, 20) ? "<&>" : "");
  g_strstrip (task->name);
  if (place > 0 && chance (random, 60)) {
    task->parent = (int) place - 1;
    for (int up = g_rand_int_range (random, 0, 3); up > 0 && task->parent >= 0; up--) {
      above = plan->tasks->pdata[task->parent];
      task->parent = above->parent;
    }
  }
  task->milestone = 0;
  if (chance (random, 80))
    fill_dates (random, task);
  if (task->milestone != 1 && !(spil_day_is_known (task->start) && spil_day_is_known (task->finish)) &&
      chance (random, 40))
    task->duration = g_rand_int_range (random, 1, 60);
  fill_bounds (random, task);
  fill_people (random, task);
  task->progress = chance (random, 50) ? g_rand_int_range (random, 0, 101) : -1;
  task->stopped = chance (random, 5);
  for (guint i = 0; i < n_baselines; i++)
    if (place == 0 || chance (random, 70)) {
      SpilPlanFileBase *base = spil_plan_file_task_base (task, (int) i);

      base->start = random_day (random);
      base->finish = spil_day_add (base->start, g_rand_int_range (random, 0, 50));
      base->cost = chance (random, 50) ? g_rand_int_range (random, 1, 100000) : -1;
    }
}

static gboolean
is_above (const SpilPlanFile *plan, int one, int other)
{
  for (int at = other; at >= 0; at = ((SpilPlanFileTask *) plan->tasks->pdata[at])->parent)
    if (at == one)
      return TRUE;
  return FALSE;
}

static gboolean
has_parts (const SpilPlanFile *plan, int task)
{
  for (guint i = 0; i < plan->tasks->len; i++)
    if (((SpilPlanFileTask *) plan->tasks->pdata[i])->parent == task)
      return TRUE;
  return FALSE;
}

/* Between activities without parts, from earlier in the list to later, so that no circle comes of it. */
static void
add_links (GRand *random, SpilPlanFile *plan)
{
  static const int types[] = { SPIL_LINK_TYPE_FINISH_START, SPIL_LINK_TYPE_START_START,
                               SPIL_LINK_TYPE_FINISH_FINISH, SPIL_LINK_TYPE_START_FINISH };
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  const int n = (int) plan->tasks->len;

  for (int i = 0; n > 1 && i < n; i++) {
    const int from = g_rand_int_range (random, 0, n - 1);
    const int to = g_rand_int_range (random, from + 1, n);
    SpilPlanFileLink *link;

    if (has_parts (plan, from) || has_parts (plan, to) || is_above (plan, from, to) ||
        !g_hash_table_add (seen, GINT_TO_POINTER (from * 1000 + to)))
      continue;
    link = spil_plan_file_add_link (plan);
    link->from_uid = g_strdup (((SpilPlanFileTask *) plan->tasks->pdata[from])->uid);
    link->to_uid = g_strdup (((SpilPlanFileTask *) plan->tasks->pdata[to])->uid);
    link->type = types[g_rand_int_range (random, 0, 4)];
    link->lag = chance (random, 50) ? g_rand_int_range (random, -20, 40) : 0;
    link->lag_calendar = link->lag != 0 && chance (random, 30);
  }
}

static void
add_calendar (GRand *random, SpilPlanFile *plan)
{
  SpilPlanFileCalendar *calendar = spil_plan_file_add_calendar (plan);

  calendar->uid = g_strdup ("1");
  calendar->name = g_strdup ("Standaard");
  calendar->week_stated = TRUE;
  for (int i = 0; i < 5; i++)
    calendar->week[i] = TRUE;
  for (int i = g_rand_int_range (random, 0, 4); i > 0; i--) {
    const SpilDay first = random_day (random);
    g_autofree char *name = g_strdup_printf ("Vrij %d", i);

    spil_plan_file_calendar_add (calendar, first, spil_day_add (first, g_rand_int_range (random, 0, 9)),
                                 chance (random, 20), name);
  }
}

static SpilPlanFile *
make_plan (GRand *random)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilPlanFile) plan = spil_plan_file_new ("mspdi");
  const guint n = (guint) g_rand_int_range (random, 0, 40);
  const guint n_baselines = n > 0 ? (guint) g_rand_int_range (random, 0, 4) : 0;

  plan->title = g_strdup ("Kans");
  for (guint i = 0; i < n_baselines; i++) {
    plan->baselines[i].name = g_strdup_printf ("Stand %u", i);
    plan->baselines[i].date = spil_day_add (spil_day_from_ymd (2018, 9, 1), -10 * (int) i);
  }
  for (guint i = 0; i < n; i++)
    fill_task (random, plan, i, n_baselines);
  for (guint i = 0; i < n; i++) {
    SpilPlanFileTask *task = plan->tasks->pdata[i];

    /* What has parts has no dates of its own more often than not. */
    task->follows = has_parts (plan, (int) i) && (chance (random, 70) || (!spil_day_is_known (task->start) &&
                                                                          !spil_day_is_known (task->finish)));
    if (!task->follows)
      continue;
    task->start = task->finish = task->constraint_day = SPIL_DAY_NONE;
    task->constraint = SPIL_PLAN_CONSTRAINT_NONE;
    task->duration = -1;
    task->milestone = 0;
  }
  add_links (random, plan);
  add_calendar (random, plan);
  g_assert_true (spil_plan_file_finish (plan, &error));
  return g_steal_pointer (&plan);
}

static void
test_random (ExchangeFixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2018);

  for (int i = 0; i < N_RANDOM; i++) {
    g_autoptr (SpilPlanFile) plan = make_plan (random);

    g_test_message ("project %d", i);
    go_round (fixture, plan);
  }
}

/* What a file cannot hold is left out, and told. */
static void
test_characters (ExchangeFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilPlanFile) plan = spil_plan_file_new ("spil");
  g_autoptr (SpilPlanFile) read = NULL;
  g_autoptr (GPtrArray) lost = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_plan_file_unknown_free);
  g_autofree char *path = exchange_fixture_path (fixture, "tekens.xml");
  SpilPlanFileTask *task = spil_plan_file_add_task (plan);

  task->uid = g_strdup ("1");
  task->name = g_strdup ("een\x01twee\x1f&<drie>\xef\xbf\xbe");
  g_assert_true (spil_plan_file_finish (plan, &error));
  g_assert_true (spil_mspdi_write (plan, path, NULL, lost, &error));
  read = spil_mspdi_read (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (((SpilPlanFileTask *) read->tasks->pdata[0])->name, ==, "eentwee&<drie>");
  g_assert_cmpuint (lost->len, ==, 1);
}

/* The elements of a task in the order of the schema, which is part of the form. */
static void
test_element_order (ExchangeFixture *fixture, gconstpointer data)
{
  static const char *const order[] = {
    "UID",
    "GUID",
    "ID",
    "Name",
    "Active",
    "Manual",
    "Type",
    "IsNull",
    "WBS",
    "OutlineNumber",
    "OutlineLevel",
    "Priority",
    "Start",
    "Finish",
    "Duration",
    "ManualStart",
    "ManualFinish",
    "ManualDuration",
    "DurationFormat",
    "EffortDriven",
    "Estimated",
    "Milestone",
    "Summary",
    "FixedCost",
    "PercentComplete",
    "Cost",
    "ActualStart",
    "ActualFinish",
    "ActualDuration",
    "RemainingDuration",
    "ConstraintType",
    "CalendarUID",
    "ConstraintDate",
    "Deadline",
    "Notes",
    "PhysicalPercentComplete",
    "EarnedValueMethod",
    "PredecessorLink",
    "ExtendedAttribute",
    "Baseline",
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilPlanFile) microsoft = plan_fixture_read (fixture, plan_fixture_microsoft, -1, &error);
  g_autoptr (SpilPlanImportResult) result = plan_fixture_import (fixture, microsoft);
  g_autoptr (SpilPlanFile) out = plan_fixture_round (fixture);
  g_autofree char *path = exchange_fixture_path (fixture, "round.xml");
  g_autofree char *text = NULL;
  g_auto (GStrv) tasks = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, &error));
  tasks = g_strsplit (text, "<Task>", -1);
  g_assert_cmpuint (g_strv_length (tasks), ==, 9);
  for (int i = 1; tasks[i] != NULL; i++) {
    const char *at = tasks[i];

    for (gsize k = 0; k < G_N_ELEMENTS (order); k++) {
      g_autofree char *tag = g_strdup_printf ("<%s>", order[k]);
      const char *found = strstr (tasks[i], tag);

      if (found == NULL)
        continue;
      g_assert_true (found >= at);
      at = found;
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, ExchangeFixture, NULL, set_up, func, exchange_fixture_tear_down)
  ADD ("/plan-round/samples", test_samples);
  ADD ("/plan-round/random", test_random);
  ADD ("/plan-round/characters", test_characters);
  ADD ("/plan-round/element-order", test_element_order);
  return g_test_run ();
}
