// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-entity.h"
#include "spil-owner-rule.h"
#include "spil-progress-rule.h"
#include "spil-typed-day.h"

#define OFFERS SPIL_TASK_FACT_OFFERS
#define CHECKS SPIL_TASK_FACT_PRECONDITIONS

static void
test_progress (void)
{
  static const struct
  {
    SpilProgressFacts facts;
    int progress;
    const char *says;
  } cases[] = {
    { { OFFERS, 3, 8, 0, TRUE }, 37, "3 of 8 offers finished" },
    { { OFFERS, 3, 8, 12, TRUE }, 25, "3 of 12 offers finished" },
    { { OFFERS, 0, 0, 4, TRUE }, 0, "0 of 4 offers finished" },
    { { OFFERS, 0, 0, 0, TRUE },
      -1,
      "Not known: there are no offers to count yet, and no number that is 100 %" },
    { { OFFERS, 0, 5, 0, TRUE }, 0, "0 of 5 offers finished" },
    { { OFFERS, 9, 8, 0, TRUE }, 100, "9 of 8 offers finished" },
    { { OFFERS, 999, 1000, 0, TRUE }, 99, "999 of 1000 offers finished" },
    { { OFFERS, 1, 1, 0, TRUE }, 100, "1 of 1 offer finished" },
    { { CHECKS, 3, 4, 0, TRUE }, 75, "3 of 4 preconditions met" },
    { { CHECKS, 3, 4, 9, TRUE }, 75, "3 of 4 preconditions met" },
    { { CHECKS, 0, 0, 0, FALSE },
      -1,
      "Not known: this activity has no area, or that area was never checked" },
    { { SPIL_TASK_FACT_PLACES, 5, 20, 0, TRUE }, 25, "5 of 20 places of trial periods taken" },
    { { SPIL_TASK_FACT_APPLICATIONS, 1, 3, 0, TRUE }, 33, "1 of 3 applications settled" },
    { { 0, 5, 5, 5, TRUE }, -1, "Not known: it was not chosen what is counted" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *says = spil_progress_describe (&cases[i].facts);

    g_test_message ("case %d", (int) i);
    g_assert_cmpint (spil_progress_from_facts (&cases[i].facts), ==, cases[i].progress);
    g_assert_cmpstr (says, ==, cases[i].says);
  }
}

static void
test_owners (void)
{
  static const struct
  {
    const char *owner;
    const char *tidy;
  } cases[] = {
    { NULL, NULL },
    { "", NULL },
    { " , ;", NULL },
    { "Bo Fietspad", "Bo Fietspad" },
    { " Bo ;Noor,", "Bo, Noor" },
    { "Bo, bo, BO ,Noor", "Bo, Noor" },
    { "Bo   Fietspad,Noor\nWindmee", "Bo Fietspad, Noor Windmee" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *tidy = spil_owner_tidy (cases[i].owner);

    g_assert_cmpstr (tidy, ==, cases[i].tidy);
  }
  g_assert_true (spil_owner_names ("Bo, Noor", "noor"));
  g_assert_false (spil_owner_names ("Bo, Noor", "Noo"));
  g_assert_false (spil_owner_names (NULL, "Bo"));
}

static void
test_typed_day (void)
{
  static const struct
  {
    const char *text;
    const char *present;
    const char *near;
    const char *day; /* NULL: not a day */
  } cases[] = {
    { "3-9-2018", "", "2018-06-01", "2018-09-03" },
    { "2018-09-03", "", "", "2018-09-03" },
    { " 3-9 ", "", "2018-06-01", "2018-09-03" },
    { "3/9", "", "2019-01-15", "2018-09-03" }, /* 134 days before, 231 after */
    { "10 jan", "", "2018-12-15", "2019-01-10" },
    { "20 dec", "", "2019-01-10", "2018-12-20" },
    { "3 sep", "", "2018-06-01", "2018-09-03" },
    { "3 sept.", "", "2018-06-01", "2018-09-03" },
    { "3 SEPTEMBER 2019", "", "2018-06-01", "2019-09-03" },
    { "3-9-18", "", "", "2018-09-03" },
    { "ma 3 sep", "", "2018-06-01", "2018-09-03" },
    { "ma 3-9-18", "", "", "2018-09-03" },
    { "maandag 3 september", "", "2019-06-01", "2018-09-03" },
    { "di 3 sep", "", "2018-06-01", "2019-09-03" },
    { "Tue 3 Sep", "", "2018-06-01", "2019-09-03" },
    { "15 mrt", "", "2018-06-01", "2018-03-15" },
    { "5 mei", "", "2018-06-01", "2018-05-05" },
    { "29 feb", "", "2018-06-01", "2020-02-29" },
    { "+5", "2018-11-15", "", "2018-11-22" },
    { "+1", "2018-11-16", "", "2018-11-19" },
    { "-1", "2018-11-19", "", "2018-11-16" },
    { "di 3 sep 2018", "", "2018-06-01", NULL },
    { "31 feb", "", "2018-06-01", NULL },
    { "3 sep", "", "", NULL },
    { "+5", "", "2018-06-01", NULL },
    { "+", "2018-11-15", "", NULL },
    { "3", "", "2018-06-01", NULL },
    { "september", "", "2018-06-01", NULL },
    { "3 se", "", "2018-06-01", NULL },
    { "3 sep 2018 4 5 6", "", "2018-06-01", NULL },
    { "3 13", "", "2018-06-01", NULL },
    { "", "", "2018-06-01", NULL },
    { "Bo Fietspad", "", "2018-06-01", NULL },
  };
  const SpilWorkWeek week = { .weekdays = 0x1f };
  g_autoptr (SpilWorkCalendar) calendar = spil_work_calendar_new (&week, NULL, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilDay present = SPIL_DAY_NONE, near = SPIL_DAY_NONE, found = spil_day (-1);
    g_autofree char *iso = NULL;
    gboolean known;

    spil_day_parse (cases[i].present, &present);
    spil_day_parse (cases[i].near, &near);
    known = spil_typed_day_parse (cases[i].text, present, near, calendar, &found);
    iso = spil_day_to_iso (found);
    g_test_message ("%s", cases[i].text);
    g_assert_cmpstr (known ? iso : NULL, ==, cases[i].day);
    if (!known)
      g_assert_cmpint (found.number, ==, -1);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-rules/progress", test_progress);
  g_test_add_func ("/plan-rules/owners", test_owners);
  g_test_add_func ("/plan-rules/typed-day", test_typed_day);
  return g_test_run ();
}
