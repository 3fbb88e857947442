// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-employer-selection.h"
#include "spil-entity.h"

static SpilDay
today (void)
{
  return spil_day_from_ymd (2018, 10, 1);
}

static void
test_empty (void)
{
  g_autoptr (SpilEmployerSelection) selection = spil_employer_selection_new (today ());
  SpilEmployerFilter filter = spil_employer_selection_to_filter (selection);

  g_assert_false (spil_employer_selection_is_narrow (selection));
  g_assert_cmpint (spil_employer_selection_count_filters (selection), ==, 0);
  g_assert_null (filter.search);
  g_assert_cmpint (filter.kinds, ==,
                   1 << SPIL_ORGANISATION_KIND_EMPLOYER | 1 << SPIL_ORGANISATION_KIND_SELF_EMPLOYED);
  g_assert_cmpint (filter.sort, ==, SPIL_EMPLOYER_SORT_MATCH);
  g_assert_cmpint (spil_day_compare (filter.today, today ()), ==, 0);
  for (int i = 0; i < SPIL_EMPLOYER_N_CONDITIONS; i++)
    g_assert_null (spil_employer_selection_dup_text (selection, (SpilEmployerCondition) i));
}

static void
test_search (void)
{
  static const struct
  {
    const char *text;
    const char *search;
  } cases[] = {
    { NULL, NULL }, { "", NULL }, { "  \t", NULL }, { "isala", "isala" }, { " van Dijk ", " van Dijk " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SpilEmployerSelection) selection = spil_employer_selection_new (today ());

    spil_employer_selection_set_search (selection, cases[i].text);
    g_assert_cmpstr (selection->search, ==, cases[i].search);
    g_assert_cmpint (spil_employer_selection_is_narrow (selection), ==, cases[i].search != NULL);
  }
}

static void
assert_text (SpilEmployerSelection *selection, SpilEmployerCondition condition, const char *expected)
{
  g_autofree char *text = spil_employer_selection_dup_text (selection, condition);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_filters (void)
{
  g_autoptr (SpilEmployerSelection) selection = spil_employer_selection_new (today ());
  g_autoptr (SpilEmployerSelection) copy = NULL;

  selection->kinds = SPIL_EMPLOYER_KINDS_PARTNERS;
  spil_employer_selection_set_stage (selection, spil_id_new (), "Interesse");
  spil_employer_selection_set_area (selection, spil_id_new (), "Oosterenk");
  selection->broker = g_strdup ("Bo");
  selection->overdue = TRUE;
  spil_employer_selection_set_search (selection, "zwol");
  assert_text (selection, SPIL_EMPLOYER_CONDITION_KINDS, "Partners and governments");
  assert_text (selection, SPIL_EMPLOYER_CONDITION_STAGE, "Stage: Interesse");
  assert_text (selection, SPIL_EMPLOYER_CONDITION_AREA, "Area: Oosterenk");
  assert_text (selection, SPIL_EMPLOYER_CONDITION_BROKER, "Broker: Bo");
  assert_text (selection, SPIL_EMPLOYER_CONDITION_OVERDUE, "Contact owed");
  g_assert_cmpint (spil_employer_selection_count_filters (selection), ==, SPIL_EMPLOYER_N_CONDITIONS);

  copy = spil_employer_selection_copy (selection);
  for (int i = 0; i < SPIL_EMPLOYER_N_CONDITIONS; i++) {
    spil_employer_selection_drop (selection, (SpilEmployerCondition) i);
    assert_text (selection, (SpilEmployerCondition) i, NULL);
    g_assert_cmpint (spil_employer_selection_count_filters (selection), ==,
                     SPIL_EMPLOYER_N_CONDITIONS - 1 - i);
  }
  g_assert_true (spil_employer_selection_is_narrow (selection));

  // The copy is its own.
  assert_text (copy, SPIL_EMPLOYER_CONDITION_AREA, "Area: Oosterenk");
  spil_employer_selection_clear (copy);
  g_assert_false (spil_employer_selection_is_narrow (copy));
  g_assert_cmpint (spil_employer_selection_count_filters (copy), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/employer-selection/empty", test_empty);
  g_test_add_func ("/app/employer-selection/search", test_search);
  g_test_add_func ("/app/employer-selection/filters", test_filters);
  return g_test_run ();
}
