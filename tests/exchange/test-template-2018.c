// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-template.h"

#include <string.h>

#include "spil-number.h"

/* The facts of the plan of 31 July 2018, checked one by one: what it states is there, what it does not state is not. */

static SpilAction *
make (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilTemplate) template = spil_template_load (NULL, "werkgeversaanpak-2018", &error);
  SpilAction *action;

  g_assert_no_error (error);
  action = spil_template_make_action (template, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return action;
}

static int
count (SpilAction *action, int entity)
{
  int n = 0;

  for (guint i = 0; i < action->changes->len; i++)
    n += ((SpilChange *) action->changes->pdata[i])->entity->number == entity;
  return n;
}

/* The @index-th row of @entity. */
static const SpilChange *
nth (SpilAction *action, int entity, int index)
{
  for (guint i = 0; i < action->changes->len; i++) {
    const SpilChange *change = action->changes->pdata[i];

    if (change->entity->number == entity && index-- == 0)
      return change;
  }
  g_assert_not_reached ();
}

static const SpilChange *
find (SpilAction *action, int entity, const char *title)
{
  for (guint i = 0; i < action->changes->len; i++) {
    const SpilChange *change = action->changes->pdata[i];

    if (change->entity->number == entity &&
        strcmp (spil_change_get (change, change->entity->title)->text, title) == 0)
      return change;
  }
  g_assert_not_reached ();
}

/* The value as machines write it; "" when it is not stated. */
static char *
text_of (const SpilChange *change, int field)
{
  const SpilValue *value = spil_change_get (change, field);

  return value != NULL ? spil_value_to_text (spil_entity_field (change->entity, field), value)
                       : g_strdup ("");
}

#define ASSERT_VALUE(change, field, expected)                                                                \
  do {                                                                                                       \
    g_autofree char *actual_value = text_of (change, field);                                                 \
    g_assert_cmpstr (actual_value, ==, expected);                                                            \
  } while (0)

static void
test_2018_counts (void)
{
  static const struct
  {
    int entity;
    int n;
  } expected[] = {
    { SPIL_ENTITY_PROGRAMME, 1 },      { SPIL_ENTITY_ACTION_LINE, 17 },   { SPIL_ENTITY_TASK, 11 },
    { SPIL_ENTITY_DEPENDENCY, 1 },     { SPIL_ENTITY_AREA, 10 },          { SPIL_ENTITY_STAGE, 4 },
    { SPIL_ENTITY_SUPPORT_BAND, 3 },   { SPIL_ENTITY_SETTING, 33 },       { SPIL_ENTITY_PARKING_ENTRY, 1 },
    { SPIL_ENTITY_RETENTION_RULE, 3 }, { SPIL_ENTITY_ORGANISATION, 9 },   { SPIL_ENTITY_INSTRUMENT, 5 },
    { SPIL_ENTITY_INDICATOR, 2 },      { SPIL_ENTITY_GOAL, 2 },           { SPIL_ENTITY_EMISSION_FACTOR, 7 },
    { SPIL_ENTITY_FUNDING_SOURCE, 2 }, { SPIL_ENTITY_BUDGET_VERSION, 1 }, { SPIL_ENTITY_BUDGET_LINE, 6 },
    { SPIL_ENTITY_SCHEME, 1 },         { SPIL_ENTITY_SCALE_LEVEL, 7 },    { SPIL_ENTITY_RISK, 4 },
    { SPIL_ENTITY_RISK_ACTION, 4 },    { SPIL_ENTITY_BODY, 1 },
  };
  g_autoptr (SpilAction) action = make ();
  guint sum = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++) {
    g_assert_cmpint (count (action, expected[i].entity), ==, expected[i].n);
    sum += (guint) expected[i].n;
  }
  g_assert_cmpuint (action->changes->len, ==, sum);
}

static void
test_2018_budget (void)
{
  static const char *const amounts[] = { "112000.00", "110000.00", "200000.00",
                                         "325000.00", "90000.00",  "114500.00" };
  g_autoptr (SpilAction) action = make ();
  const SpilChange *version = nth (action, SPIL_ENTITY_BUDGET_VERSION, 0);
  int64_t sum = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++) {
    const SpilChange *line = nth (action, SPIL_ENTITY_BUDGET_LINE, (int) i);

    g_assert_cmpint (spil_change_get (line, SPIL_BUDGET_LINE_NUMBER)->integer, ==, (int) i + 1);
    ASSERT_VALUE (line, SPIL_BUDGET_LINE_AMOUNT, amounts[i]);
    ASSERT_VALUE (line, SPIL_BUDGET_LINE_VAT, "excluded");
    sum += spil_change_get (line, SPIL_BUDGET_LINE_AMOUNT)->integer;
  }
  g_assert_cmpint (sum, ==, 95150000);
  ASSERT_VALUE (version, SPIL_BUDGET_VERSION_TOTAL, "951500.00");
  ASSERT_VALUE (version, SPIL_BUDGET_VERSION_DATE, "2018-07-31");
  ASSERT_VALUE (version, SPIL_BUDGET_VERSION_FROM, "2018-07-01");
}

static void
test_2018_activities (void)
{
  static const char *const dates[][2] = {
    { "2018-07-01", "" },           { "2018-07-01", "2018-12-31" }, { "", "" },
    { "2018-07-01", "" },           { "2018-07-01", "2018-12-31" }, { "", "" },
    { "2018-07-01", "2018-12-31" }, { "2018-07-01", "" },           { "", "" },
    { "2018-07-01", "2018-12-31" }, { "2018-07-01", "" },
  };
  g_autoptr (SpilAction) action = make ();
  const SpilChange *link = nth (action, SPIL_ENTITY_DEPENDENCY, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++) {
    const SpilChange *task = nth (action, SPIL_ENTITY_TASK, (int) i);

    g_assert_cmpint (spil_change_get (task, SPIL_TASK_NUMBER)->integer, ==, (int) i + 1);
    ASSERT_VALUE (task, SPIL_TASK_START, dates[i][0]);
    ASSERT_VALUE (task, SPIL_TASK_END, dates[i][1]);
    ASSERT_VALUE (task, SPIL_TASK_OWNER, "");
    ASSERT_VALUE (task, SPIL_TASK_STATE, "");
    ASSERT_VALUE (task, SPIL_TASK_PROGRESS, "");
  }
  g_assert_true (spil_id_equal (spil_change_get (link, SPIL_DEPENDENCY_FROM)->id,
                                nth (action, SPIL_ENTITY_TASK, 1)->id));
  g_assert_true (
      spil_id_equal (spil_change_get (link, SPIL_DEPENDENCY_TO)->id, nth (action, SPIL_ENTITY_TASK, 2)->id));
  ASSERT_VALUE (link, SPIL_DEPENDENCY_TYPE, "fs");
}

static void
test_2018_areas (void)
{
  static const struct
  {
    const char *name;
    const char *kind;
    const char *municipality;
    const char *stance;
    const char *themes;
  } areas[] = {
    { "Hessenpoort", "business_park", "Zwolle", "", "" },
    { "Hanzeland", "business_park", "Zwolle", "", "" },
    { "Oosterenk", "business_park", "Zwolle", "strengthen", "" },
    { "Assendorp", "district", "Zwolle", "create", "accessibility,liveability,sustainability" },
    { "N50", "corridor", "", "strengthen", "" },
    { "A28-zone", "corridor", "", "strengthen", "" },
    { "N35", "corridor", "", "create", "" },
    { "N340", "corridor", "", "create", "" },
    { "Hardenberg", "municipality", "Hardenberg", "", "" },
    { "Dalfsen", "municipality", "Dalfsen", "", "" },
  };
  g_autoptr (SpilAction) action = make ();

  for (gsize i = 0; i < G_N_ELEMENTS (areas); i++) {
    const SpilChange *area = nth (action, SPIL_ENTITY_AREA, (int) i);

    ASSERT_VALUE (area, SPIL_AREA_NAME, areas[i].name);
    ASSERT_VALUE (area, SPIL_AREA_KIND, areas[i].kind);
    ASSERT_VALUE (area, SPIL_AREA_MUNICIPALITY, areas[i].municipality);
    ASSERT_VALUE (area, SPIL_AREA_STANCE, areas[i].stance);
    ASSERT_VALUE (area, SPIL_AREA_THEMES, areas[i].themes);
    ASSERT_VALUE (area, SPIL_AREA_SECOND_TARGET, strcmp (areas[i].name, "Assendorp") == 0 ? "Bewoners" : "");
    ASSERT_VALUE (area, SPIL_AREA_PRIORITY, "");
  }
  // The plan names the places that go at Hanzeland, and no day.
  ASSERT_VALUE (nth (action, SPIL_ENTITY_PARKING_ENTRY, 0), SPIL_PARKING_ENTRY_PLACES, "-150");
  ASSERT_VALUE (nth (action, SPIL_ENTITY_PARKING_ENTRY, 0), SPIL_PARKING_ENTRY_DATE, "");
}

static void
test_2018_risks (void)
{
  static const struct
  {
    const char *theme;
    const char *chance;
    const char *time;
    const char *money;
  } risks[] = {
    { "Gebiedsaanpak", "Middel", "ingezette uren", "geen" },
    { "Bereikbaarheidsfonds", "Middel", "geen", "geen" },
    { "Intern/organisatie", "Klein", "ingezette uren", "geen" },
    { "Toolkit (probeeracties)", "Gering", "ingezette uren", "beperkt" },
  };
  static const int absent[] = { SPIL_RISK_CHANCE_SCORE, SPIL_RISK_IMPACT_SCORE, SPIL_RISK_TIME_DAYS,
                                SPIL_RISK_MONEY_AMOUNT, SPIL_RISK_OWNER,        SPIL_RISK_REVIEW_DATE };
  g_autoptr (SpilAction) action = make ();

  for (gsize i = 0; i < G_N_ELEMENTS (risks); i++) {
    const SpilChange *risk = nth (action, SPIL_ENTITY_RISK, (int) i);
    const SpilChange *measure = nth (action, SPIL_ENTITY_RISK_ACTION, (int) i);

    ASSERT_VALUE (risk, SPIL_RISK_THEME, risks[i].theme);
    ASSERT_VALUE (risk, SPIL_RISK_CHANCE_TEXT, risks[i].chance);
    ASSERT_VALUE (risk, SPIL_RISK_TIME_TEXT, risks[i].time);
    ASSERT_VALUE (risk, SPIL_RISK_MONEY_TEXT, risks[i].money);
    for (gsize j = 0; j < G_N_ELEMENTS (absent); j++)
      g_assert_null (spil_change_get (risk, absent[j]));
    g_assert_true (spil_id_equal (spil_change_get (measure, SPIL_RISK_ACTION_RISK)->id, risk->id));
  }
}

static void
test_2018_targets (void)
{
  g_autoptr (SpilAction) action = make ();
  const SpilChange *avoidances = nth (action, SPIL_ENTITY_GOAL, 0);
  const SpilChange *co2 = nth (action, SPIL_ENTITY_GOAL, 1);

  ASSERT_VALUE (avoidances, SPIL_GOAL_VALUE, "600");
  ASSERT_VALUE (co2, SPIL_GOAL_VALUE, "1300");
  g_assert_nonnull (strstr (spil_change_get (avoidances, SPIL_GOAL_NOTES)->text, "bijna"));
  g_assert_nonnull (strstr (spil_change_get (co2, SPIL_GOAL_NOTES)->text, "bijna"));
  g_assert_null (spil_change_get (avoidances, SPIL_GOAL_DATE));
  ASSERT_VALUE (nth (action, SPIL_ENTITY_INDICATOR, 0), SPIL_INDICATOR_PER, "werkdag");
  g_assert_nonnull (spil_change_get (nth (action, SPIL_ENTITY_INDICATOR, 0), SPIL_INDICATOR_ASSUMPTION));
  ASSERT_VALUE (nth (action, SPIL_ENTITY_INDICATOR, 1), SPIL_INDICATOR_UNIT, "ton CO₂");
}

static void
test_2018_toolkit_and_fund (void)
{
  g_autoptr (SpilAction) action = make ();
  const SpilChange *card = find (action, SPIL_ENTITY_INSTRUMENT, "OV-probeerkaart");
  const SpilChange *scheme = nth (action, SPIL_ENTITY_SCHEME, 0);

  ASSERT_VALUE (card, SPIL_INSTRUMENT_WEEKS, "4");
  ASSERT_VALUE (card, SPIL_INSTRUMENT_CREDIT, "350.00");
  ASSERT_VALUE (card, SPIL_INSTRUMENT_USES_A_WEEK, "2");
  ASSERT_VALUE (card, SPIL_INSTRUMENT_USE_RULE, "");
  ASSERT_VALUE (card, SPIL_INSTRUMENT_EXTENSION_WEEKS, "4");
  ASSERT_VALUE (card, SPIL_INSTRUMENT_PARTICIPANTS, "20");
  ASSERT_VALUE (card, SPIL_INSTRUMENT_PERIOD_EVERY_WEEKS, "2");
  find (action, SPIL_ENTITY_INSTRUMENT, "Movez");

  ASSERT_VALUE (scheme, SPIL_SCHEME_CEILING, "200000.00");
  ASSERT_VALUE (scheme, SPIL_SCHEME_OWN_SHARE, "0.5");
  ASSERT_VALUE (scheme, SPIL_SCHEME_APPLICATION_CEILING, "50000.00");
  g_assert_nonnull (spil_change_get (scheme, SPIL_SCHEME_APPLICATION_CEILING_SOURCE));
  g_assert_true (spil_id_equal (spil_change_get (scheme, SPIL_SCHEME_LINE)->id,
                                nth (action, SPIL_ENTITY_BUDGET_LINE, 2)->id));
  ASSERT_VALUE (scheme, SPIL_SCHEME_OPENS, "");
  ASSERT_VALUE (scheme, SPIL_SCHEME_CLOSES, "");

  ASSERT_VALUE (find (action, SPIL_ENTITY_EMISSION_FACTOR, "Auto"), SPIL_EMISSION_FACTOR_VALUE, "");
  ASSERT_VALUE (find (action, SPIL_ENTITY_EMISSION_FACTOR, "Elektrische fiets"), SPIL_EMISSION_FACTOR_VALUE,
                "3.3");
  ASSERT_VALUE (find (action, SPIL_ENTITY_EMISSION_FACTOR, "Fiets"), SPIL_EMISSION_FACTOR_VALUE, "0");
}

static void
test_2018_funnel (void)
{
  static const char *const stages[] = { "Bekendheid", "Interesse", "Inzicht en keuzes",
                                        "Maatregelen en spitsmijdingen" };
  g_autoptr (SpilAction) action = make ();

  for (gsize i = 0; i < G_N_ELEMENTS (stages); i++)
    ASSERT_VALUE (nth (action, SPIL_ENTITY_STAGE, (int) i), SPIL_STAGE_NAME, stages[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/2018/counts", test_2018_counts);
  g_test_add_func ("/2018/budget", test_2018_budget);
  g_test_add_func ("/2018/activities", test_2018_activities);
  g_test_add_func ("/2018/areas", test_2018_areas);
  g_test_add_func ("/2018/risks", test_2018_risks);
  g_test_add_func ("/2018/targets", test_2018_targets);
  g_test_add_func ("/2018/toolkit-and-fund", test_2018_toolkit_and_fund);
  g_test_add_func ("/2018/funnel", test_2018_funnel);
  return g_test_run ();
}
