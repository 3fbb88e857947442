// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-ledger-change.h"

#include "spil-entity.h"
#include "spil-model-error.h"

static const SpilTrialRules rules = {
  .weeks = 4,
  .uses_a_week = 2,
  .use_rule = SPIL_USE_RULE_EVERY_WEEK,
  .extension_weeks = 4,
  .has_credit = TRUE,
  .credit = { 35000, SPIL_VAT_INCLUDED },
};

static void
free_row (gpointer data)
{
  g_free (((SpilParticipationRow *) data)->pseudonym);
  g_free (data);
}

// Two cards: one that earned its extension, and one with a week to go.
static SpilCohortRow *
make_cohort (void)
{
  static const int uses[][SPIL_TRIAL_MAX_WEEKS] = { { 2, 3, 2, 4, -1, -1, -1, -1 },
                                                    { 2, 2, 2, -1, -1, -1, -1, -1 } };
  SpilCohortRow *cohort = g_new0 (SpilCohortRow, 1);

  cohort->rules = rules;
  cohort->n_to_decide = 1;
  cohort->participations = g_ptr_array_new_with_free_func (free_row);
  for (gsize i = 0; i < G_N_ELEMENTS (uses); i++) {
    SpilParticipationRow *row = g_new0 (SpilParticipationRow, 1);

    row->id = spil_id_new ();
    row->pseudonym = g_strdup_printf ("OV-%03d", (int) i + 1);
    memcpy (row->uses, uses[i], sizeof row->uses);
    row->figures = spil_trial_extension (&rules, row->uses, FALSE);
    g_ptr_array_add (cohort->participations, row);
  }
  return cohort;
}

static void
test_columns (void)
{
  static const char *const titles[] = { "W1", "W2", "W3", "W4",       "Extended", "W5",
                                        "W6", "W7", "W8", "Keeps on", "Spent" };
  g_autoptr (GArray) columns = spil_ledger_columns (&rules);

  g_assert_cmpuint (columns->len, ==, G_N_ELEMENTS (titles));
  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++) {
    g_autofree char *title = spil_ledger_column_dup_title (&g_array_index (columns, SpilLedgerColumn, i));

    g_assert_cmpstr (title, ==, titles[i]);
  }
}

static void
test_parse (void)
{
  static const struct
  {
    SpilLedgerKind kind;
    const char *text;
    gboolean readable;
    gboolean null;
    int64_t value;
  } cases[] = {
    { SPIL_LEDGER_WEEK, "3", TRUE, FALSE, 3 },
    { SPIL_LEDGER_WEEK, " 0 ", TRUE, FALSE, 0 },
    { SPIL_LEDGER_WEEK, "", TRUE, TRUE, 0 },
    { SPIL_LEDGER_WEEK, "-", TRUE, TRUE, 0 },
    { SPIL_LEDGER_WEEK, "-1", FALSE, FALSE, 0 },
    { SPIL_LEDGER_WEEK, "51", FALSE, FALSE, 0 },
    { SPIL_LEDGER_WEEK, "twee", FALSE, FALSE, 0 },
    { SPIL_LEDGER_EXTENDED, "ja", TRUE, FALSE, 1 },
    { SPIL_LEDGER_EXTENDED, "N", TRUE, FALSE, 0 },
    { SPIL_LEDGER_EXTENDED, "onbekend", FALSE, FALSE, 0 },
    { SPIL_LEDGER_KEEPS, "Ja", TRUE, FALSE, SPIL_ANSWER_YES },
    { SPIL_LEDGER_KEEPS, "nee", TRUE, FALSE, SPIL_ANSWER_NO },
    { SPIL_LEDGER_KEEPS, "?", TRUE, FALSE, SPIL_ANSWER_UNKNOWN },
    { SPIL_LEDGER_KEEPS, "misschien", FALSE, FALSE, 0 },
    { SPIL_LEDGER_SPENT, "123,45", TRUE, FALSE, 12345 },
    { SPIL_LEDGER_SPENT, "€ 1.234,50", TRUE, FALSE, 123450 },
    { SPIL_LEDGER_SPENT, "-5", FALSE, FALSE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const SpilLedgerColumn column = { cases[i].kind, 0 };
    g_auto (SpilValue) value = SPIL_VALUE_INIT;
    g_autoptr (GError) error = NULL;

    g_test_message ("%s", cases[i].text);
    g_assert_cmpint (spil_ledger_parse (&column, cases[i].text, &value, &error), ==, cases[i].readable);
    if (!cases[i].readable)
      g_assert_error (error, SPIL_MODEL_ERROR, SPIL_MODEL_ERROR_INVALID);
    else if (cases[i].null)
      g_assert_cmpint (value.kind, ==, SPIL_VALUE_NULL);
    else
      g_assert_cmpint (value.integer, ==, cases[i].value);
  }
}

static void
test_split (void)
{
  g_autoptr (GPtrArray) lines = spil_ledger_split ("2\t3\t\r\n\t1\t4\r\n");
  g_autoptr (GPtrArray) semicolons = spil_ledger_split ("2;3");

  g_assert_cmpuint (lines->len, ==, 2);
  g_assert_cmpuint (g_strv_length (lines->pdata[0]), ==, 3);
  g_assert_cmpstr (((char **) lines->pdata[0])[2], ==, "");
  g_assert_cmpstr (((char **) lines->pdata[1])[0], ==, "");
  g_assert_cmpstr (((char **) lines->pdata[1])[2], ==, "4");
  g_assert_cmpuint (g_strv_length (semicolons->pdata[0]), ==, 2);
}

// An extension is given to who earned it, and to nobody else.
static void
test_extension (void)
{
  static const SpilLedgerColumn extended = { SPIL_LEDGER_EXTENDED, 0 };
  g_autoptr (SpilCohortRow) cohort = make_cohort ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilAction) one = spil_ledger_change_cell (cohort, 0, &extended, "j", &error);
  g_autoptr (SpilAction) none = spil_ledger_change_cell (cohort, 1, &extended, "j", &error);
  g_autoptr (SpilAction) all = spil_ledger_change_extend_earned (cohort);

  g_assert_nonnull (one);
  g_assert_null (none);
  g_assert_error (error, SPIL_MODEL_ERROR, SPIL_MODEL_ERROR_INVALID);
  g_assert_cmpuint (all->changes->len, ==, 1);
  g_assert_cmpint (spil_change_get (all->changes->pdata[0], SPIL_PARTICIPATION_EXTENDED)->integer, ==, 1);
}

// A block is one action; a week that is pasted counts for the extension that is pasted beside it.
static void
test_paste (void)
{
  g_autoptr (SpilCohortRow) cohort = make_cohort ();
  g_autoptr (GArray) columns = spil_ledger_columns (&rules);
  g_autoptr (SpilAction) block = spil_ledger_change_paste (cohort, columns, 0, 3, "4\tja\n2\tja\n", NULL);
  static const struct
  {
    const char *what, *text;
    guint row, column;
  } wrong[] = {
    { "too wide", "1\t2", 0, 10 },   { "too long", "1\n2\n3", 0, 0 }, { "too long from here", "1\n2", 1, 0 },
    { "not earned", "1\tja", 1, 3 }, { "no number", "veel", 0, 0 },
  };

  g_assert_cmpuint (block->changes->len, ==, 2);
  g_assert_cmpint (spil_change_get (block->changes->pdata[1], SPIL_PARTICIPATION_WEEK_4)->integer, ==, 2);
  g_assert_cmpint (spil_change_get (block->changes->pdata[1], SPIL_PARTICIPATION_EXTENDED)->integer, ==, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_autoptr (GError) error = NULL;

    g_test_message ("%s", wrong[i].what);
    g_assert_null (
        spil_ledger_change_paste (cohort, columns, wrong[i].row, wrong[i].column, wrong[i].text, &error));
    g_assert_error (error, SPIL_MODEL_ERROR, SPIL_MODEL_ERROR_INVALID);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ledger/columns", test_columns);
  g_test_add_func ("/ledger/parse", test_parse);
  g_test_add_func ("/ledger/split", test_split);
  g_test_add_func ("/ledger/extension", test_extension);
  g_test_add_func ("/ledger/paste", test_paste);
  return g_test_run ();
}
