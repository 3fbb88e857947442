// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "plan-fixture.h"

static void
set_up (ExchangeFixture *fixture, gconstpointer data)
{
  g_setenv ("SPIL_TODAY", "2018-10-10", TRUE);
  exchange_fixture_set_up (fixture, data);
  plan_fixture_use_programme (fixture);
}

static SpilPlanFile *
read_text (ExchangeFixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;
  SpilPlanFile *plan = plan_fixture_read (fixture, text, -1, &error);

  g_assert_no_error (error);
  return plan;
}

static SpilPlanImportResult *
import_text (ExchangeFixture *fixture, const char *text)
{
  g_autoptr (SpilPlanFile) plan = read_text (fixture, text);

  return plan_fixture_import (fixture, plan);
}

static void
assert_counts (const SpilPlanImportResult *result, SpilPlanPart part, int created, int updated, int unchanged,
               int refused)
{
  g_assert_cmpint (result->counts[part][SPIL_PLAN_CREATED], ==, created);
  g_assert_cmpint (result->counts[part][SPIL_PLAN_UPDATED], ==, updated);
  g_assert_cmpint (result->counts[part][SPIL_PLAN_UNCHANGED], ==, unchanged);
  g_assert_cmpint (result->counts[part][SPIL_PLAN_REFUSED], ==, refused);
}

static void
assert_field (SpilRecord *record, int field, const char *expected)
{
  g_autofree char *text = spil_value_to_text (spil_entity_field (spil_record_get_entity (record), field),
                                              spil_record_get (record, field));

  g_assert_cmpstr (text, ==, expected);
}

static void
set_field (ExchangeFixture *fixture, SpilRecord *record, int field, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilAction) action = spil_action_new ("test");
  g_auto (SpilValue) value = SPIL_VALUE_INIT;
  SpilChange *change = spil_action_set_row (action, spil_record_get_entity (record),
                                            spil_record_get_id (record));

  g_assert_true (
      spil_value_parse (spil_entity_field (spil_record_get_entity (record), field), text, &value, &error));
  spil_change_assign (change, field, &value);
  g_assert_true (spil_store_commit (fixture->store, action, &error));
  g_assert_no_error (error);
}

static void
test_take (ExchangeFixture *fixture, gconstpointer data)
{
  g_autoptr (SpilPlanImportResult) result = import_text (fixture, plan_fixture_microsoft);
  g_autoptr (SpilRecord) summary = plan_fixture_record (fixture, "Werving");
  g_autoptr (SpilRecord) task = plan_fixture_record (fixture, "Bezoeken & bellen");
  g_autoptr (SpilRecord) fixed = plan_fixture_record (fixture, "Afspraken");
  g_autoptr (SpilRecord) later = plan_fixture_record (fixture, "Nazorg");
  g_autoptr (SpilRecord) stopped = plan_fixture_record (fixture, "Vervallen plan");
  g_autoptr (SpilRecord) milestone = plan_fixture_record (fixture, "Besluit");
  g_autoptr (GPtrArray) baselines = exchange_fixture_list (fixture, SPIL_ENTITY_BASELINE);

  assert_counts (result, SPIL_PLAN_PART_TASK, 7, 0, 0, 0);
  assert_counts (result, SPIL_PLAN_PART_LINK, 4, 0, 0, 0);
  /* The feast in the weekend and Christmas are free days already. */
  assert_counts (result, SPIL_PLAN_PART_CLOSURE, 3, 0, 2, 0);
  assert_counts (result, SPIL_PLAN_PART_BASELINE, 2, 0, 0, 0);
  assert_field (summary, SPIL_TASK_START, "");
  assert_field (summary, SPIL_TASK_PROGRESS, "");
  g_assert_true (
      spil_id_equal (spil_record_get_reference (task, SPIL_TASK_PARENT), spil_record_get_id (summary)));
  assert_field (task, SPIL_TASK_START, "2018-10-01");
  assert_field (task, SPIL_TASK_END, "2018-10-12");
  assert_field (task, SPIL_TASK_NOT_BEFORE, "2018-10-01");
  assert_field (task, SPIL_TASK_DEADLINE, "2018-10-15");
  assert_field (task, SPIL_TASK_OWNER, "Fictie Femke, Bas Bedacht");
  assert_field (task, SPIL_TASK_PROGRESS, "75");
  assert_field (task, SPIL_TASK_PROGRESS_RULE, "typed");
  assert_field (task, SPIL_TASK_EFFORT, "30");
  assert_field (task, SPIL_TASK_DURATION, "");
  assert_field (task, SPIL_TASK_ORIGIN, "mspdi:7a9c0b11-1111-4222-8333-444455556666:11");
  g_assert_cmpint (spil_record_get_integer (task, SPIL_TASK_COST), ==, 125000);
  assert_field (fixed, SPIL_TASK_FIXED, "true");
  assert_field (later, SPIL_TASK_START, "");
  assert_field (later, SPIL_TASK_END, "");
  assert_field (later, SPIL_TASK_DURATION, "5");
  assert_field (later, SPIL_TASK_PROGRESS, "");
  assert_field (stopped, SPIL_TASK_STATE, "stopped");
  assert_field (milestone, SPIL_TASK_MILESTONE, "true");
  assert_field (milestone, SPIL_TASK_START, "2018-12-03");
  g_assert_cmpuint (baselines->len, ==, 2);
  assert_field (baselines->pdata[0], SPIL_BASELINE_DATE, "2018-09-01");
  g_assert_cmpint (exchange_fixture_count (fixture, SPIL_ENTITY_BASELINE_TASK), ==, 3);
}

/* The same file again changes nothing, and one step takes all back. */
static void
test_again (ExchangeFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = spil_store_digest (fixture->store, &error);
  g_autofree char *after = NULL;
  g_autofree char *label = NULL;

  for (int i = 0; i < 3; i++) {
    g_autoptr (SpilPlanImportResult) result = import_text (fixture, plan_fixture_microsoft);

    g_assert_cmpint (spil_plan_import_result_count (result, SPIL_PLAN_CREATED), ==, i == 0 ? 16 : 0);
    g_assert_cmpint (spil_plan_import_result_count (result, SPIL_PLAN_UPDATED), ==, 0);
    g_assert_cmpint (spil_plan_import_result_count (result, SPIL_PLAN_GONE), ==, 0);
    g_assert_cmpint (spil_id_is_nil (result->id), ==, i > 0);
  }
  g_assert_true (spil_store_undo (fixture->store, &label, &error));
  g_assert_no_error (error);
  after = spil_store_digest (fixture->store, &error);
  g_assert_cmpstr (before, ==, after);
}

static void
test_dry (ExchangeFixture *fixture, gconstpointer data)
{
  const SpilPlanImportOptions options = { .dry = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilPlanFile) plan = read_text (fixture, plan_fixture_microsoft);
  g_autofree char *before = spil_store_digest (fixture->store, &error);
  g_autoptr (SpilPlanImportResult) result = spil_plan_import (fixture->store, plan, &options, &error);
  g_autofree char *after = spil_store_digest (fixture->store, &error);

  g_assert_no_error (error);
  g_assert_true (result->dry && spil_id_is_nil (result->id));
  g_assert_cmpint (spil_plan_import_result_count (result, SPIL_PLAN_CREATED), ==, 16);
  g_assert_cmpuint (result->unknown->len, >, 0);
  g_assert_cmpstr (before, ==, after);
}

static char *
replace (const char *text, const char *what, const char *by)
{
  g_auto (GStrv) parts = g_strsplit (text, what, 2);

  g_assert_nonnull (parts[1]);
  return g_strjoinv (by, parts);
}

/* What people added here stays; what the file says otherwise is changed; what is gone from it is told. */
static void
test_update (ExchangeFixture *fixture, gconstpointer data)
{
  g_autoptr (SpilPlanImportResult) first = import_text (fixture, plan_fixture_libre);
  g_autoptr (SpilRecord) task = plan_fixture_record (fixture, "Fietsen delen");
  g_autofree char *renamed = replace (plan_fixture_libre, "<Name>Fietsen kopen</Name>",
                                      "<Name>Fietsen huren</Name>");
  g_autofree char *moved = replace (renamed, "2018-10-05T17", "2018-10-04T17");
  g_autofree char *without = NULL;
  g_autoptr (SpilPlanImportResult) second = NULL;
  g_autoptr (SpilPlanImportResult) third = NULL;
  g_autoptr (SpilRecord) changed = NULL;
  const char *cut = strstr (moved, "<Task><UID>2");

  set_field (fixture, task, SPIL_TASK_DEADLINE, "2018-12-01");
  set_field (fixture, task, SPIL_TASK_OWNER, "Bas Bedacht");
  second = import_text (fixture, moved);
  assert_counts (second, SPIL_PLAN_PART_TASK, 0, 1, 1, 0);
  g_assert_cmpuint (second->rows->len, ==, 1);
  changed = plan_fixture_record (fixture, "Fietsen huren");
  assert_field (changed, SPIL_TASK_END, "2018-10-04");
  g_clear_object (&task);
  task = plan_fixture_record (fixture, "Fietsen delen");
  assert_field (task, SPIL_TASK_DEADLINE, "2018-12-01");
  assert_field (task, SPIL_TASK_OWNER, "Bas Bedacht");
  without = g_strdup_printf ("%.*s</Tasks></Project>", (int) (cut - moved), moved);
  third = import_text (fixture, without);
  assert_counts (third, SPIL_PLAN_PART_TASK, 0, 0, 1, 0);
  g_assert_cmpint (third->counts[SPIL_PLAN_PART_TASK][SPIL_PLAN_GONE], ==, 1);
  g_assert_cmpint (exchange_fixture_count (fixture, SPIL_ENTITY_TASK), ==, 2);
}

static void
test_delete_gone (ExchangeFixture *fixture, gconstpointer data)
{
  const SpilPlanImportOptions options = { .delete_gone = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilPlanImportResult) first = import_text (fixture, plan_fixture_libre);
  const char *cut = strstr (plan_fixture_libre, "<Task><UID>2");
  g_autofree char *without = g_strdup_printf ("%.*s</Tasks></Project>", (int) (cut - plan_fixture_libre),
                                              plan_fixture_libre);
  g_autoptr (SpilPlanFile) plan = read_text (fixture, without);
  g_autoptr (SpilPlanImportResult) second = spil_plan_import (fixture->store, plan, &options, &error);

  g_assert_no_error (error);
  g_assert_cmpint (second->counts[SPIL_PLAN_PART_TASK][SPIL_PLAN_DELETED], ==, 1);
  g_assert_cmpint (exchange_fixture_count (fixture, SPIL_ENTITY_TASK), ==, 1);
  g_assert_cmpint (exchange_fixture_count (fixture, SPIL_ENTITY_DEPENDENCY), ==, 0);
}

/* What was typed here before, without any key, is known by its name. */
static void
test_by_name (ExchangeFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilAction) action = spil_action_new ("test");
  g_autoptr (SpilRecord) task = spil_record_new (spil_entity (SPIL_ENTITY_TASK), spil_id_new ());
  g_autoptr (SpilPlanImportResult) first = NULL;
  g_autoptr (SpilPlanImportResult) second = NULL;

  spil_record_set_text (task, SPIL_TASK_NAME, "FIETSEN  kopen");
  spil_action_add (action, task);
  g_assert_true (spil_store_commit (fixture->store, action, &error));
  first = import_text (fixture, plan_fixture_libre);
  assert_counts (first, SPIL_PLAN_PART_TASK, 1, 1, 0, 0);
  second = import_text (fixture, plan_fixture_libre);
  assert_counts (second, SPIL_PLAN_PART_TASK, 0, 0, 2, 0);
}

/* Progress that follows from facts is not touched. */
static void
test_facts (ExchangeFixture *fixture, gconstpointer data)
{
  g_autoptr (SpilPlanImportResult) first = import_text (fixture, plan_fixture_libre);
  g_autofree char *other = replace (plan_fixture_libre, "<PercentComplete>100<", "<PercentComplete>30<");
  g_autoptr (SpilRecord) task = plan_fixture_record (fixture, "Fietsen kopen");
  g_autoptr (SpilPlanImportResult) second = NULL;
  g_autoptr (SpilRecord) after = NULL;

  set_field (fixture, task, SPIL_TASK_PROGRESS_RULE, "facts");
  second = import_text (fixture, other);
  assert_counts (second, SPIL_PLAN_PART_TASK, 0, 0, 2, 0);
  after = plan_fixture_record (fixture, "Fietsen kopen");
  assert_field (after, SPIL_TASK_PROGRESS, "100");
}

#define CIRCLE                                                                                               \
  "<Project><Title>Rond</Title><Tasks>"                                                                      \
  "<Task><UID>1</UID><Name>Een</Name><OutlineLevel>1</OutlineLevel><PredecessorLink><PredecessorUID>2</PredecessorUID>" \
  "</PredecessorLink></Task><Task><UID>2</UID><Name>Twee</Name><OutlineLevel>1</OutlineLevel><PredecessorLink>" \
  "<PredecessorUID>1</PredecessorUID></PredecessorLink></Task><Task><UID>3</UID><Name>Drie</Name><OutlineLevel>1" \
  "</OutlineLevel><PredecessorLink><PredecessorUID>2</PredecessorUID></PredecessorLink><PredecessorLink>"    \
  "<PredecessorUID>99</PredecessorUID></PredecessorLink></Task>"                                             \
  "<Task><UID>4</UID><Name>Vier</Name><OutlineLevel>2</OutlineLevel><PredecessorLink><PredecessorUID>3</PredecessorUID>" \
  "</PredecessorLink></Task></Tasks></Project>"

/* A circle, and a part that waits for what it is a part of: left out, with the reason; the rest is taken. */
static void
test_circle (ExchangeFixture *fixture, gconstpointer data)
{
  g_autoptr (SpilPlanImportResult) result = import_text (fixture, CIRCLE);
  int n = 0;

  assert_counts (result, SPIL_PLAN_PART_TASK, 4, 0, 0, 0);
  assert_counts (result, SPIL_PLAN_PART_LINK, 2, 0, 0, 2);
  for (guint i = 0; i < result->rows->len; i++) {
    const SpilPlanImportRow *row = result->rows->pdata[i];

    if (row->outcome != SPIL_PLAN_REFUSED)
      continue;
    g_assert_nonnull (row->text);
    g_assert_nonnull (strstr (row->name, " → "));
    n++;
  }
  g_assert_cmpint (n, ==, 2);
}

/* A list in another order, with something new and something of ours in between. */
static void
test_order (ExchangeFixture *fixture, gconstpointer data)
{
  static const char *const orders[][4] = {
    { "A", "B", "C", NULL }, { "A", "X", "B", "C" }, { "C", "A", "B", "X" }, { "C", "A", "B", "X" }
  };

  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++) {
    g_autoptr (GString) text = g_string_new ("<Project><Title>Orde</Title><Tasks>");
    g_autoptr (SpilPlanImportResult) result = NULL;
    g_autoptr (GPtrArray) rows = NULL;

    for (int k = 0; k < 4 && orders[i][k] != NULL; k++)
      g_string_append_printf (text, "<Task><UID>%d</UID><Name>%s</Name><OutlineLevel>1</OutlineLevel></Task>",
                              orders[i][k][0], orders[i][k]);
    g_string_append (text, "</Tasks></Project>");
    result = import_text (fixture, text->str);
    rows = exchange_fixture_list (fixture, SPIL_ENTITY_TASK);
    for (int k = 0; k < 4 && orders[i][k] != NULL; k++)
      g_assert_cmpstr (spil_record_get_text (rows->pdata[k], SPIL_TASK_NAME), ==, orders[i][k]);
    if (i == 3)
      g_assert_cmpint (spil_plan_import_result_count (result, SPIL_PLAN_UNCHANGED), ==, 4);
  }
}

/* Amounts in another currency are left out, and said. */
static void
test_currency (ExchangeFixture *fixture, gconstpointer data)
{
  g_autofree char *text = replace (plan_fixture_microsoft, "<CurrencyCode>EUR", "<CurrencyCode>USD");
  g_autoptr (SpilPlanImportResult) result = import_text (fixture, text);
  g_autoptr (SpilRecord) task = plan_fixture_record (fixture, "Bezoeken & bellen");

  g_assert_true (spil_record_is_null (task, SPIL_TASK_COST));
  g_assert_cmpuint (result->notes->len, ==, 1);
}

static void
test_cancel (ExchangeFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const SpilPlanImportOptions options = { .sink = { .cancellable = cancellable } };
  g_autoptr (SpilPlanFile) plan = read_text (fixture, plan_fixture_libre);

  g_cancellable_cancel (cancellable);
  g_assert_null (spil_plan_import (fixture->store, plan, &options, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (exchange_fixture_count (fixture, SPIL_ENTITY_TASK), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, ExchangeFixture, NULL, set_up, func, exchange_fixture_tear_down)
  ADD ("/plan-import/take", test_take);
  ADD ("/plan-import/again", test_again);
  ADD ("/plan-import/dry", test_dry);
  ADD ("/plan-import/update", test_update);
  ADD ("/plan-import/delete-gone", test_delete_gone);
  ADD ("/plan-import/by-name", test_by_name);
  ADD ("/plan-import/facts", test_facts);
  ADD ("/plan-import/circle", test_circle);
  ADD ("/plan-import/order", test_order);
  ADD ("/plan-import/currency", test_currency);
  ADD ("/plan-import/cancel", test_cancel);
  return g_test_run ();
}
