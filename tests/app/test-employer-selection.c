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
  selection->town = g_strdup ("Zwolle");
  selection->tier = SPIL_TIER_B;
  selection->tag = g_strdup ("zorg");
  selection->need = SPIL_NEED_BICYCLE;
  selection->urgency = SPIL_URGENCY_MOVING;
  selection->capacity = SPIL_CAPACITY_UNDER;
  selection->staff_from = 50;
  selection->staff_to = 1250;
  selection->overdue = TRUE;
  selection->no_action = TRUE;
  spil_employer_selection_set_search (selection, "zwol");
  assert_text (selection, SPIL_EMPLOYER_CONDITION_KINDS, "Partners and governments");
  assert_text (selection, SPIL_EMPLOYER_CONDITION_STAGE, "Stage: Interesse");
  assert_text (selection, SPIL_EMPLOYER_CONDITION_AREA, "Area: Oosterenk");
  assert_text (selection, SPIL_EMPLOYER_CONDITION_BROKER, "Broker: Bo");
  assert_text (selection, SPIL_EMPLOYER_CONDITION_TOWN, "Town: Zwolle");
  assert_text (selection, SPIL_EMPLOYER_CONDITION_TIER, "Tier: B");
  assert_text (selection, SPIL_EMPLOYER_CONDITION_TAG, "Tag: zorg");
  assert_text (selection, SPIL_EMPLOYER_CONDITION_NEED, "Need: Bicycle");
  assert_text (selection, SPIL_EMPLOYER_CONDITION_URGENCY, "Urgency: Moving premises");
  assert_text (selection, SPIL_EMPLOYER_CONDITION_CAPACITY, "Capacity: Under-capacity");
  assert_text (selection, SPIL_EMPLOYER_CONDITION_STAFF, "50 to 1.250 employees");
  assert_text (selection, SPIL_EMPLOYER_CONDITION_OVERDUE, "Contact owed");
  assert_text (selection, SPIL_EMPLOYER_CONDITION_NO_ACTION, "Without a next action");
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

static void
test_mine (void)
{
  g_autoptr (SpilEmployerSelection) selection = spil_employer_selection_new (today ());

  selection->mine = TRUE;
  assert_text (selection, SPIL_EMPLOYER_CONDITION_BROKER, "My own employers");
  g_assert_cmpstr (spil_employer_selection_to_filter (selection).broker, ==, "");
  selection->actor = g_strdup ("Bo");
  g_assert_cmpstr (spil_employer_selection_to_filter (selection).broker, ==, "Bo");
  spil_employer_selection_drop (selection, SPIL_EMPLOYER_CONDITION_BROKER);
  g_assert_null (spil_employer_selection_to_filter (selection).broker);
}

// Who works here stays, whatever is chosen.
static void
test_take_conditions (void)
{
  g_autoptr (SpilEmployerSelection) selection = spil_employer_selection_new (today ());
  g_autoptr (SpilEmployerSelection) other = spil_employer_selection_new (spil_day_from_ymd (2017, 1, 1));

  selection->actor = g_strdup ("Bo");
  selection->tag = g_strdup ("bouw");
  other->tier = SPIL_TIER_A;
  spil_employer_selection_take_conditions (selection, other);
  g_assert_cmpstr (selection->actor, ==, "Bo");
  g_assert_null (selection->tag);
  g_assert_cmpint (selection->tier, ==, SPIL_TIER_A);
  g_assert_cmpint (spil_day_compare (selection->today, today ()), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/employer-selection/empty", test_empty);
  g_test_add_func ("/app/employer-selection/search", test_search);
  g_test_add_func ("/app/employer-selection/filters", test_filters);
  g_test_add_func ("/app/employer-selection/mine", test_mine);
  g_test_add_func ("/app/employer-selection/take-conditions", test_take_conditions);
  return g_test_run ();
}
