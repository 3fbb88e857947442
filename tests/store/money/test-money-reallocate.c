// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "money-fixture.h"

#include <string.h>

#define STORE (book->store.store)
#define ANY SPIL_ID_NIL

/* Moves @euros from line 1 to line 3. */
static SpilAction *
move (Book *book, const char *version, int64_t euros, SpilDay date, SpilId *id, GError **error)
{
  SpilReallocationRow rows[] = { { .line = id_of (book, "l1"), .after = euro (112000 - euros) },
                                 { .line = id_of (book, "l3"), .after = euro (239500 + euros) } };

  return spil_budget_reallocate_action (STORE, id_of (book, version), rows, G_N_ELEMENTS (rows), "Herzien",
                                        date, ANY, "Minder makelaars", id, error);
}

static void
know (Book *book, const char *key, SpilId id)
{
  g_hash_table_insert (book->ids, g_strdup (key), g_memdup2 (&id, sizeof id));
}

static char *
budget_text (Book *book, SpilId version)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = spil_budget_query_lines (STORE, version, SPIL_DAY_NONE, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++) {
    const SpilBudgetLineFigures *line = lines->pdata[i];

    g_string_append_printf (text, "%s%d %s", i > 0 ? "; " : "", line->number, line->name);
    if (line->pm)
      g_string_append (text, " PM");
    else
      g_string_append_printf (text, " %d", (int) (line->budget.cents / 100));
    if (line->outside)
      g_string_append (text, " outside");
  }
  return g_string_free_and_steal (text);
}

/* The new version has all lines with what they had, and is the budget from its day on. */
static void
test_in_force (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilRecord) version = NULL;
  g_autoptr (SpilBudgetVersionRow) before = NULL;
  g_autoptr (SpilBudgetVersionRow) after = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *text = NULL;
  SpilId id;

  enter (book, "c", SPIL_BOOKING_COMMITMENT, "l1", day (2018, 8, 1), 100000);
  done (book, move (book, "v1", 12000, day (2018, 10, 15), &id, &error), error);
  text = budget_text (book, id);
  g_assert_cmpstr (
      text, ==,
      "1 Makelaars 100000; 2 Fonds 600000; 3 Campagne 251500; 4 Later PM; 9 Overloop 50000 outside");
  version = spil_store_get (STORE, spil_entity (SPIL_ENTITY_BUDGET_VERSION), id, &error);
  g_assert_cmpint (spil_record_get_integer (version, SPIL_BUDGET_VERSION_TOTAL), ==, 95150000);
  g_assert_cmpint (spil_record_get_integer (version, SPIL_BUDGET_VERSION_YEAR), ==, 2018);
  g_assert_cmpint (
      spil_day_compare (spil_record_get_day (version, SPIL_BUDGET_VERSION_FROM), day (2018, 7, 1)), ==, 0);
  g_assert_cmpstr (spil_record_get_text (version, SPIL_BUDGET_VERSION_REASON), ==, "Minder makelaars");
  before = spil_budget_query_current (STORE, day (2018, 10, 14), &error);
  g_assert_true (spil_id_equal (before->id, id_of (book, "v1")));
  after = spil_budget_query_current (STORE, day (2018, 10, 15), &error);
  g_assert_true (spil_id_equal (after->id, id));
  lines = rows_of (book, SPIL_ENTITY_BUDGET_LINE);
  g_assert_cmpstr (spil_record_get_text (lines->pdata[lines->len - 3], SPIL_BUDGET_LINE_NOTES), ==,
                   "Zie plan");
  /* What was booked on the old line counts on the new one. */
  g_assert_true (spil_store_undo (STORE, NULL, &error));
  g_assert_cmpint (count_rows (STORE, spil_entity (SPIL_ENTITY_BUDGET_VERSION)), ==, 1);
}

/* What may not be, each with its sentence. */
static void
test_refused (Book *book, gconstpointer data)
{
  SpilReallocationRow more[] = { { .line = id_of (book, "l1"), .after = euro (112001) } };
  SpilReallocationRow same[] = { { .line = id_of (book, "l1"), .after = euro (112000) } };
  g_autoptr (GError) error = NULL;
  SpilDay date = day (2018, 10, 15);

  enter (book, "c", SPIL_BOOKING_COMMITMENT, "l1", day (2018, 8, 1), 100000);
  refused (move (book, "v1", 12001, date, NULL, &error), &error,
           "100.000,00 is spent or committed on it already");
  refused (move (book, "v1", 100, day (2018, 7, 30), NULL, &error), &error, "was decided on 31");
  refused (
      spil_budget_reallocate_action (STORE, id_of (book, "v1"), same, 1, NULL, date, ANY, NULL, NULL, &error),
      &error, "Nothing changes");
  refused (
      spil_budget_reallocate_action (STORE, id_of (book, "v1"), more, 1, NULL, date, ANY, NULL, NULL, &error),
      &error, "Name the decision");
  done (book,
        spil_budget_reallocate_action (STORE, id_of (book, "v1"), more, 1, NULL, date, id_of (book, "d"),
                                       NULL, NULL, &error),
        error);
  {
    g_autoptr (SpilRecord) version = last_row (book, SPIL_ENTITY_BUDGET_VERSION);

    g_assert_cmpint (spil_record_get_integer (version, SPIL_BUDGET_VERSION_TOTAL), ==, 95150100);
    g_assert_cmpstr (spil_record_get_text (version, SPIL_BUDGET_VERSION_NAME), ==, "Begroting 2018, changed");
  }
  refused (move (book, "v1", 100, day (2018, 10, 16), NULL, &error), &error, "was changed since");
}

/* A new line, an amount for a PM line, and what is outside the budget. */
static void
test_lines (Book *book, gconstpointer data)
{
  SpilReallocationRow rows[] = {
    { .line = id_of (book, "l1"), .after = euro (100000) },
    { .line = id_of (book, "l4"), .after = euro (7000), .pm = FALSE },
    { .number = 5, .name = "Nieuw", .after = euro (5000) },
    { .line = id_of (book, "l9"), .after = euro (1) },
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  SpilId id;

  done (book,
        spil_budget_reallocate_action (STORE, id_of (book, "v1"), rows, G_N_ELEMENTS (rows), NULL,
                                       day (2018, 10, 15), ANY, NULL, &id, &error),
        error);
  text = budget_text (book, id);
  g_assert_cmpstr (
      text, ==,
      "1 Makelaars 100000; 2 Fonds 600000; 3 Campagne 239500; 4 Later 7000; 5 Nieuw 5000; 9 Overloop 1 outside");
}

/* Allocations go along; those that are more than their line are cut, the last first, and that is told. */
static void
test_allocations (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) allocations = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (SpilRecord) version = NULL;
  const char *notes;
  SpilId id;

  put (book, "prov", "source", "name=Provincie", NULL);
  put (book, "rijk", "source", "name=Rijk", NULL);
  put (book, "z", "source", "name=Zelf", NULL);
  put (book, NULL, "allocation", "line=@l1", "source=@rijk", "amount=60000", NULL);
  put (book, NULL, "allocation", "line=@l1", "source=@prov", "amount=45000", NULL);
  put (book, NULL, "allocation", "line=@l1", "source=@z", "amount=7000", NULL);
  put (book, NULL, "allocation", "line=@l3", "source=@rijk", "amount=239500", NULL);
  done (book, move (book, "v1", 12000, day (2018, 10, 15), &id, &error), error);
  allocations = spil_budget_query_allocations (STORE, id, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < allocations->len; i++) {
    const SpilBudgetAllocationRow *row = allocations->pdata[i];

    g_string_append_printf (text, "%s%s %d", i > 0 ? "; " : "", row->source_name,
                            (int) (row->amount.cents / 100));
  }
  g_assert_cmpstr (text->str, ==, "Provincie 45000; Rijk 55000; Rijk 239500");
  version = spil_store_get (STORE, spil_entity (SPIL_ENTITY_BUDGET_VERSION), id, &error);
  notes = spil_record_get_text (version, SPIL_BUDGET_VERSION_NOTES);
  g_assert_nonnull (strstr (notes, "“Rijk” goes from € 60.000,00 to € 55.000,00"));
  g_assert_nonnull (strstr (notes, "“Zelf” goes from € 7.000,00 to € 0,00"));
}

/* A proposal is in force nowhere until it is decided, and is judged again then. */
static void
test_decide (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilBudgetVersionRow) current = NULL;
  g_autoptr (SpilBudgetVersionRow) now = NULL;
  SpilId id;

  done (book, move (book, "v1", 12000, SPIL_DAY_NONE, &id, &error), error);
  know (book, "p", id);
  current = spil_budget_query_current (STORE, day (2018, 12, 31), &error);
  g_assert_true (spil_id_equal (current->id, id_of (book, "v1")));
  refused (move (book, "p", 100, SPIL_DAY_NONE, NULL, &error), &error, "was not decided");
  enter (book, "c", SPIL_BOOKING_COMMITMENT, "l1", day (2018, 10, 1), 100001);
  refused (spil_budget_decide_action (STORE, id, day (2018, 11, 1), ANY, &error), &error,
           "100.001,00 is spent or committed on it already");
  done (book,
        spil_booking_reverse_action (STORE, SPIL_BOOKING_COMMITMENT, id_of (book, "c"), SPIL_DAY_NONE, NULL,
                                     &error),
        error);
  refused (spil_budget_decide_action (STORE, id, day (2018, 7, 30), ANY, &error), &error,
           "was decided on 31");
  done (book, spil_budget_decide_action (STORE, id, day (2018, 11, 1), id_of (book, "d"), &error), error);
  now = spil_budget_query_current (STORE, day (2018, 11, 1), &error);
  g_assert_true (spil_id_equal (now->id, id));
  g_assert_true (spil_id_equal (now->decision, id_of (book, "d")));
  g_assert_false (now->proposal);
  refused (spil_budget_decide_action (STORE, id, day (2018, 11, 1), ANY, &error), &error,
           "was decided already");
  refused (spil_budget_withdraw_action (STORE, id, day (2018, 11, 1), &error), &error, "was decided already");
}

/* Of two proposals the second no longer fits once the first is the budget. */
static void
test_overtaken (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SpilId first, second;

  done (book, move (book, "v1", 1000, SPIL_DAY_NONE, &first, &error), error);
  done (book, move (book, "v1", 2000, SPIL_DAY_NONE, &second, &error), error);
  done (book, spil_budget_decide_action (STORE, first, day (2018, 10, 20), ANY, &error), error);
  refused (spil_budget_decide_action (STORE, second, day (2018, 10, 25), ANY, &error), &error,
           "was changed since");
  done (book, spil_budget_withdraw_action (STORE, second, day (2018, 10, 26), &error), error);
  refused (spil_budget_withdraw_action (STORE, second, SPIL_DAY_NONE, &error), &error, "was withdrawn");
  refused (spil_budget_decide_action (STORE, second, day (2018, 10, 27), ANY, &error), &error,
           "was withdrawn");
}

/* A proposal with another total needs a decision when it is decided. */
static void
test_other_total (Book *book, gconstpointer data)
{
  SpilReallocationRow rows[] = { { .line = id_of (book, "l1"), .after = euro (120000) } };
  g_autoptr (GError) error = NULL;
  SpilId id;

  done (book,
        spil_budget_reallocate_action (STORE, id_of (book, "v1"), rows, 1, NULL, SPIL_DAY_NONE, ANY, NULL,
                                       &id, &error),
        error);
  refused (spil_budget_decide_action (STORE, id, SPIL_DAY_NONE, ANY, &error), &error, "rises by € 8.000,00");
  done (book, spil_budget_decide_action (STORE, id, SPIL_DAY_NONE, id_of (book, "d"), &error), error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  MONEY_TEST ("/money/reallocate/in-force", test_in_force);
  MONEY_TEST ("/money/reallocate/refused", test_refused);
  MONEY_TEST ("/money/reallocate/lines", test_lines);
  MONEY_TEST ("/money/reallocate/allocations", test_allocations);
  MONEY_TEST ("/money/reallocate/decide", test_decide);
  MONEY_TEST ("/money/reallocate/overtaken", test_overtaken);
  MONEY_TEST ("/money/reallocate/other-total", test_other_total);
  return g_test_run ();
}
