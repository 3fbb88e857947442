// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* Plannings that nobody would make, but that a database can hold: nothing crashes, and nothing takes for ever. */
#include <cairo.h>

#include "plan-fixture.h"
#include "spil-change.h"
#include "spil-entity.h"
#include "spil-owner-load-query.h"
#include "spil-plan-chart.h"
#include "spil-plan-comparison.h"

#define MANY 10000
#define DEEP 500
#define LONG (1024 * 1024)

/* Rows past the rules, as two laptops together can make them. */
static void
run (Book *book, const char *format, ...)
{
  g_autofree char *sql = NULL;
  va_list arguments;

  va_start (arguments, format);
  sql = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  run_sql (book->store.dir, sql);
}

/* In SQL. */
static char *
blob (Book *book, const char *key)
{
  GString *text = g_string_new ("x'");
  SpilId id = id_of (book, key);

  for (gsize i = 0; i < sizeof id.bytes; i++)
    g_string_append_printf (text, "%02x", id.bytes[i]);
  return g_string_free_and_steal (g_string_append_c (text, '\''));
}

static void
put_under (Book *book, const char *key, const char *parent)
{
  g_autofree char *task = blob (book, key);
  g_autofree char *above = blob (book, parent);

  run (book, "UPDATE task SET parent = %s WHERE id = %s", above, task);
}

static void
put_after (Book *book, const char *from, const char *to)
{
  g_autofree char *first = g_strconcat ("from=@", from, NULL);
  g_autofree char *second = g_strconcat ("to=@", to, NULL);

  put (book, NULL, "dependency", first, second, "type=fs", NULL);
}

static void
put_three (Book *book)
{
  put (book, "a", "task", "name=A", "start=2018-09-03", "end=2018-09-14", "number=1", NULL);
  put (book, "b", "task", "name=B", "start=2018-09-17", "end=2018-09-28", "number=2", NULL);
  put (book, "c", "task", "name=C", "start=2018-10-01", "end=2018-10-12", "number=3", NULL);
}

static void
make_nothing (Book *book)
{
}

/* Each laptop links two of the three; together they close. */
static void
make_circle_of_links (Book *book)
{
  g_autofree char *a = NULL, *c = NULL;

  put_three (book);
  put (book, "d", "task", "name=D", "start=2018-10-15", "end=2018-10-26", NULL);
  put_after (book, "a", "b");
  put_after (book, "b", "c");
  put_after (book, "a", "d");
  a = blob (book, "a");
  c = blob (book, "c");
  put_after (book, "c", "d");
  run (book, "UPDATE dependency SET \"to\" = %s WHERE \"from\" = %s", a, c);
}

static void
make_circle_of_parents (Book *book)
{
  put_three (book);
  put (book, "d", "task", "name=D", "parent=@c", "start=2018-10-15", "end=2018-10-26", NULL);
  put_after (book, "a", "d");
  put_under (book, "a", "b");
  put_under (book, "b", "c");
  put_under (book, "c", "a");
}

static void
make_own_parent (Book *book)
{
  put_three (book);
  put_under (book, "a", "a");
  put_under (book, "b", "a");
}

static void
make_orphans (Book *book)
{
  g_autofree char *a = NULL;

  put_three (book);
  put (book, NULL, "task", "name=D", "parent=@a", "start=2018-09-04", "end=2018-09-05", NULL);
  put_after (book, "a", "b");
  a = blob (book, "a");
  run (book, "UPDATE task SET dead = 1 WHERE id = %s", a);
}

static void
make_far_days (Book *book)
{
  put (book, "a", "task", "name=A", "start=1900-01-01", "end=1900-01-02", "deadline=1900-01-01", NULL);
  put (book, "b", "task", "name=B", "start=2199-12-30", "end=2199-12-31", "not_before=2199-12-31", NULL);
  put (book, "c", "task", "name=C", "start=1900-01-01", "end=2199-12-31", NULL);
  put_after (book, "b", "a");
  put_after (book, "b", "c");
}

static void
make_long_names (Book *book)
{
  g_autofree char *name = g_strnfill (LONG, 'x');
  g_autofree char *pair = NULL;

  put_three (book);
  for (gsize i = 7; i < LONG; i += 8)
    name[i] = ' ';
  pair = g_strconcat ("name=", name, NULL);
  put (book, "d", "task", pair, "start=2018-10-15", "end=2018-10-26", NULL);
  run (book, "UPDATE task SET owner = name WHERE length (name) > 100");
  put (book, "e", "task", "name=E", "parent=@d", "start=2018-10-15", "end=2018-10-26", NULL);
  put_after (book, "d", "c");
}

static SpilChange *
add_task_row (SpilAction *action, int number, SpilId parent, SpilId *id)
{
  g_autoptr (SpilRecord) task = spil_record_new (spil_entity (SPIL_ENTITY_TASK), spil_id_new ());
  g_autofree char *name = g_strdup_printf ("Activiteit %d", number);

  spil_record_set_text (task, SPIL_TASK_NAME, name);
  spil_record_set_day (task, SPIL_TASK_START, day (2018, 9, 3));
  spil_record_set_day (task, SPIL_TASK_END, spil_day_add (day (2018, 9, 3), number % 60));
  if (!spil_id_is_nil (parent))
    spil_record_set_reference (task, SPIL_TASK_PARENT, parent);
  *id = spil_record_get_id (task);
  spil_action_add (action, task);
  return NULL;
}

static void
make_deep (Book *book)
{
  SpilAction *action = spil_action_new ("Deep");
  SpilId id = SPIL_ID_NIL;

  for (int i = 0; i < DEEP; i++)
    add_task_row (action, i, id, &id);
  commit (book->store.store, action);
}

static void
make_many_links (Book *book)
{
  SpilAction *action = spil_action_new ("Many");
  SpilId hub;

  add_task_row (action, 0, SPIL_ID_NIL, &hub);
  for (int i = 1; i <= MANY; i++) {
    g_autoptr (SpilRecord) link = spil_record_new (spil_entity (SPIL_ENTITY_DEPENDENCY), spil_id_new ());
    SpilId id;

    add_task_row (action, i, SPIL_ID_NIL, &id);
    spil_record_set_reference (link, SPIL_DEPENDENCY_FROM, i % 2 == 0 ? hub : id);
    spil_record_set_reference (link, SPIL_DEPENDENCY_TO, i % 2 == 0 ? id : hub);
    spil_record_set_integer (link, SPIL_DEPENDENCY_TYPE, SPIL_LINK_TYPE_FINISH_START);
    spil_action_add (action, link);
  }
  commit (book->store.store, action);
}

/* What is looked at */

static void
look_at_table (SpilPlan *plan)
{
  guint n = MIN (plan->tasks->len, 20);

  for (guint i = 0; i < n; i++)
    for (int cell = 0; cell < SPIL_PLAN_N_CELLS; cell++)
      g_free (spil_plan_cell_text (plan, (int) i, (SpilPlanCell) cell));
}

static void
look_at_chart (SpilPlan *plan, SpilPlanGroup group)
{
  static const SpilPlanChartLook look = { .table = TRUE, .critical = TRUE, .slack = TRUE };
  g_autoptr (GPtrArray) rows = spil_plan_show (plan, NULL, group, NULL);
  g_autoptr (SpilChart) chart = spil_plan_chart_new (plan, rows, &look);
  SpilChartStyle style = { .font_size = 11 };
  SpilGanttView view = { .fit = FALSE, .first_day = day (2018, 9, 1), .day_width = 12, .label_width = 400 };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1000, 600);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (SpilChartHits) hits = spil_chart_hits_new ();
  g_autofree char *summary = spil_chart_dup_summary (chart);

  spil_chart_table_free (spil_chart_dup_table (chart));
  for (int i = 0; i < 2; i++) {
    spil_gantt_set_view (spil_gantt_from_chart (chart), &view);
    spil_chart_draw (chart, cr, 1000, 600, &style, hits);
    view.fit = TRUE;
  }
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* What is done */

static void
move_one (SpilPlan *plan, int task)
{
  SpilScheduleMove move = { task, day (2018, 9, 10), day (2018, 9, 21) };
  g_autoptr (GArray) moved = spil_network_cascade (plan->network, &move, 1);
  g_autoptr (GArray) pulled = spil_network_pull (plan->network, &task, 1);
  g_autoptr (SpilAction) action = spil_plan_move_action (plan, &move, 1, "Move");

  g_assert_nonnull (moved);
  g_assert_nonnull (pulled);
}

/* An action or a sentence. */
static void
expect_answer (SpilAction *action, GError **error)
{
  g_assert_true (action != NULL || *error != NULL);
  g_clear_pointer (&action, spil_action_free);
  g_clear_error (error);
}

static void
arrange_one (SpilPlan *plan, int task)
{
  g_autoptr (GError) error = NULL;
  int other = task > 0 ? 0 : (int) plan->tasks->len - 1;
  g_autofree char *text = spil_plan_copy (plan, &task, 1);

  expect_answer (spil_plan_indent_action (plan, &task, 1, &error), &error);
  expect_answer (spil_plan_outdent_action (plan, &task, 1, &error), &error);
  expect_answer (spil_plan_raise_action (plan, &task, 1, &error), &error);
  expect_answer (spil_plan_lower_action (plan, &task, 1, &error), &error);
  expect_answer (spil_plan_link_action (plan, task, other, SPIL_LINK_TYPE_FINISH_START, 0, 0, &error),
                 &error);
  expect_answer (spil_plan_paste_action (plan, task, text, &error), &error);
  expect_answer (spil_plan_delete_action (plan, &task, 1), &error);
}

static void
look_at_all (SpilPlan *plan)
{
  g_autoptr (SpilPlanComparison) comparison = spil_plan_compare (plan);
  g_autoptr (SpilOwnerLoad)
      load = spil_owner_load_of_plan (plan, SPIL_PERIOD_MONTH, day (2018, 9, 1), day (2018, 12, 31));
  g_autoptr (GArray) chain = g_array_new (FALSE, FALSE, sizeof (int));

  spil_network_find_circle (plan->network, chain);
  look_at_table (plan);
  look_at_chart (plan, SPIL_PLAN_GROUP_NONE);
  look_at_chart (plan, SPIL_PLAN_GROUP_OWNER);
}

typedef struct
{
  const char *name;
  void (*make) (Book *book);
  guint n_tasks;
  gboolean circle;
} Case;

static const Case cases[] = {
  { "nothing", make_nothing, 0, FALSE },
  { "circle-of-links", make_circle_of_links, 4, TRUE },
  { "circle-of-parents", make_circle_of_parents, 4, TRUE },
  { "own-parent", make_own_parent, 3, TRUE },
  { "orphans", make_orphans, 3, FALSE },
  { "far-days", make_far_days, 3, FALSE },
  { "long-names", make_long_names, 5, FALSE },
  { "deep", make_deep, DEEP, FALSE },
  { "many-links", make_many_links, MANY + 1, FALSE },
};

static void
test_case (Book *book, gconstpointer data)
{
  const Case *self = data;
  g_autoptr (SpilPlan) plan = NULL;

  self->make (book);
  plan = read_plan (book);
  g_assert_cmpuint (plan->tasks->len, ==, self->n_tasks);
  g_assert_cmpint (spil_network_find_circle (plan->network, NULL), ==, self->circle);
  look_at_all (plan);
  for (guint i = 0; i < MIN (plan->tasks->len, 5); i++) {
    move_one (plan, (int) i);
    arrange_one (plan, (int) i);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/plan-hostile/", cases[i].name, NULL);

    g_test_add (path, Book, &cases[i], book_set_up, test_case, book_tear_down);
  }
  return g_test_run ();
}
