// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* The load of owners as it is shown: hours a week, what a cell is made of, and what stands out. */
#include "pdf-fixture.h"
#include "spil-entity.h"
#include "spil-load-figures.h"
#include "spil-number.h"

typedef struct
{
  char *folder;
  SpilStore *store;
  SpilPlan *plan;
  SpilOwnerLoad *load;
} Fixture;

static const struct
{
  const char *name;
  const char *owner; /* NULL: not stated */
  const char *start;
  const char *end;
  double effort; /* -1: not stated */
} typed[] = {
  { "hele maand", "Jo", "2018-09-01", "2018-09-30", 10 },
  { "twee maanden", "Jo", "2018-10-01", "2018-11-30", 30 },
  { "halve oktober", "Jo", "2018-10-15", "2018-10-31", 10 },
  { "zonder uren", "jo", "2018-10-01", "2018-10-02", -1 },
  { "van twee", "Jo, Bo", "2018-11-01", "2018-11-30", 20 },
  { "van niemand", NULL, "2018-09-03", "2018-09-28", 80 },
  { "ongepland", "Jo", NULL, NULL, 40 },
};

static SpilDay
day (const char *text)
{
  SpilDay found = SPIL_DAY_NONE;

  g_assert_true (text == NULL || spil_day_parse (text, &found));
  return found;
}

static void
commit (Fixture *self, SpilAction *action)
{
  g_autoptr (GError) error = NULL;

  spil_store_commit (self->store, action, &error);
  g_assert_no_error (error);
  spil_action_free (action);
}

static SpilAction *
make_action (void)
{
  SpilAction *action = spil_action_new ("plan");

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++) {
    g_autoptr (SpilRecord) task = spil_record_new (spil_entity (SPIL_ENTITY_TASK), spil_id_new ());

    spil_record_set_integer (task, SPIL_TASK_NUMBER, (int64_t) i + 1);
    spil_record_set_text (task, SPIL_TASK_NAME, typed[i].name);
    spil_record_set_text (task, SPIL_TASK_OWNER, typed[i].owner);
    spil_record_set_day (task, SPIL_TASK_START, day (typed[i].start));
    spil_record_set_day (task, SPIL_TASK_END, day (typed[i].end));
    if (typed[i].effort >= 0)
      spil_record_set_integer (task, SPIL_TASK_EFFORT, (int64_t) (typed[i].effort * SPIL_DECIMAL_ONE));
    spil_action_add (action, task);
  }
  return action;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilRecord) programme = spil_record_new (spil_entity (SPIL_ENTITY_PROGRAMME), spil_id_new ());
  SpilAction *action = spil_action_new ("begin");

  self->folder = fixture_make_folder ();
  self->store = spil_store_create (self->folder, &error);
  g_assert_no_error (error);
  spil_record_set_text (programme, SPIL_PROGRAMME_NAME, "Proef");
  spil_action_add (action, programme);
  commit (self, action);
  commit (self, make_action ());
  self->plan = spil_plan_query (self->store, SPIL_ID_NIL, day ("2018-09-15"), &error);
  g_assert_no_error (error);
  self->load = spil_owner_load_of_plan (self->plan, SPIL_PERIOD_MONTH, day ("2018-09-01"),
                                        day ("2018-11-30"));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  spil_owner_load_free (self->load);
  spil_plan_free (self->plan);
  spil_store_close (self->store);
  fixture_remove_folder (self->folder);
}

static const SpilOwnerLoadRow *
find (Fixture *self, const char *owner)
{
  for (guint i = 0; i < self->load->owners->len; i++) {
    const SpilOwnerLoadRow *row = self->load->owners->pdata[i];

    if (g_strcmp0 (row->owner, owner) == 0)
      return row;
  }
  g_assert_not_reached ();
}

/* October 2018 has 23 working days, of which 13 from the fifteenth on. */
static void
test_hours (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *owner;
    double hours[3];
  } cases[] = { { "Jo", { 10, 30 + 10 * 13 / 23.0, 40 } }, { "Bo", { 0, 0, 10 } }, { NULL, { 80, 0, 0 } } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint period = 0; period < 3; period++)
      g_assert_cmpfloat_with_epsilon (
          spil_load_hours_a_week (self->plan, self->load, find (self, cases[i].owner), period),
          cases[i].hours[period], 0.0001);
}

/* A cell lists as many activities as it counts, and each of them is the owner's and runs then. */
static void
test_tasks (Fixture *self, gconstpointer data)
{
  g_autoptr (GArray) october = spil_load_list_tasks (self->plan, self->load, find (self, "Jo"), 1);

  g_assert_cmpint (october->len, ==, 3);
  g_assert_cmpstr (spil_plan_get_task (self->plan, g_array_index (october, int, 2))->name, ==, "zonder uren");
  for (guint i = 0; i < self->load->owners->len; i++)
    for (guint period = 0; period < 3; period++) {
      const SpilOwnerLoadRow *row = self->load->owners->pdata[i];
      g_autoptr (GArray) tasks = spil_load_list_tasks (self->plan, self->load, row, period);

      g_assert_cmpint (tasks->len, ==, row->cells[period].n_running);
    }
}

static int
count_high (Fixture *self, double norm)
{
  g_autoptr (SpilChart) chart = spil_report_chart_of_load (self->plan, self->load, norm, day ("2018-10-15"));
  g_autoptr (SpilChartTable) table = spil_chart_dup_table (chart);
  int count = 0;

  for (int row = 0; row < spil_chart_table_get_n_rows (table); row++)
    count += spil_chart_table_get_text (table, row, 4)[0] != '\0';
  return count;
}

/* What nobody was named for never stands out: it is nobody's too much. */
static void
test_norm (Fixture *self, gconstpointer data)
{
  g_assert_cmpint (count_high (self, 0), ==, 0);
  g_assert_cmpint (count_high (self, 36), ==, 1);
  g_assert_cmpint (count_high (self, 30), ==, 2);
  g_assert_cmpint (count_high (self, 40), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/report/load/hours", Fixture, NULL, set_up, test_hours, tear_down);
  g_test_add ("/report/load/tasks", Fixture, NULL, set_up, test_tasks, tear_down);
  g_test_add ("/report/load/norm", Fixture, NULL, set_up, test_norm, tear_down);
  return g_test_run ();
}
