// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-visit-guard-rule.h"

#include <string.h>

#define MAX_VISITS 4

// Days are counted from today, 1 October 2018; a visit without a broker ends the list.
typedef struct
{
  int day;
  const char *broker;
  gboolean planned;
} Visit;

static void
test_find (void)
{
  static const struct
  {
    const char *what;
    int guard;
    Visit visits[MAX_VISITS];
    gboolean found;
    guint first, second;
    int days;
  } cases[] = {
    { "nothing", 14, { { 0 } }, FALSE, 0, 0, 0 },
    { "one plan", 14, { { 3, "Bo", TRUE } }, FALSE, 0, 0, 0 },
    { "both plan", 14, { { 3, "Bo", TRUE }, { 10, "Noor", TRUE } }, TRUE, 0, 1, 7 },
    { "both plan, the later one first", 14, { { 10, "Bo", TRUE }, { 3, "Noor", TRUE } }, TRUE, 1, 0, 7 },
    { "the same broker twice", 14, { { 3, "Bo", TRUE }, { 10, "Bo", TRUE } }, FALSE, 0, 0, 0 },
    { "the same broker, typed otherwise", 14, { { 3, "Bo ", TRUE }, { 4, "BO", TRUE } }, FALSE, 0, 0, 0 },
    { "on the edge", 14, { { 0, "Bo", TRUE }, { 14, "Noor", TRUE } }, TRUE, 0, 1, 14 },
    { "just apart", 14, { { 0, "Bo", TRUE }, { 15, "Noor", TRUE } }, FALSE, 0, 0, 0 },
    { "visited, the other plans", 14, { { -5, "Bo", FALSE }, { 2, "Noor", TRUE } }, TRUE, 0, 1, 7 },
    { "visited long ago", 14, { { -20, "Bo", FALSE }, { 2, "Noor", TRUE } }, FALSE, 0, 0, 0 },
    { "both visited lately", 14, { { -12, "Bo", FALSE }, { -5, "Noor", FALSE } }, TRUE, 0, 1, 7 },
    { "both visited, over by now", 14, { { -20, "Bo", FALSE }, { -15, "Noor", FALSE } }, FALSE, 0, 0, 0 },
    { "a plan of the past counts today", 14, { { -60, "Bo", TRUE }, { 5, "Noor", TRUE } }, TRUE, 0, 1, 5 },
    { "done and planned on one day", 14, { { 0, "Bo", TRUE }, { 0, "Noor", FALSE } }, TRUE, 1, 0, 0 },
    { "a plan before two that are done",
      14,
      { { -10, "Bo", FALSE }, { -9, "Noor", FALSE }, { 3, "Bo", TRUE } },
      TRUE,
      1,
      2,
      12 },
    { "the closest", 14, { { 2, "Bo", TRUE }, { 12, "Noor", TRUE }, { 20, "Bo", TRUE } }, TRUE, 1, 2, 8 },
    { "of the same distance the first to come",
      14,
      { { 20, "Bo", TRUE }, { 24, "Noor", TRUE }, { 1, "Bo", TRUE }, { 5, "Noor", TRUE } },
      TRUE,
      2,
      3,
      4 },
    { "the guard is not set", 0, { { 3, "Bo", TRUE }, { 3, "Noor", TRUE } }, FALSE, 0, 0, 0 },
    { "the same day, one day of guard", 1, { { 3, "Bo", TRUE }, { 3, "Noor", TRUE } }, TRUE, 0, 1, 0 },
  };
  SpilDay today = spil_day_from_ymd (2018, 10, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilVisit visits[MAX_VISITS];
    guint n = 0;
    SpilVisitClash clash;

    g_test_message ("%s", cases[i].what);
    for (; n < MAX_VISITS && cases[i].visits[n].broker != NULL; n++)
      visits[n] = (SpilVisit) { spil_day_add (today, cases[i].visits[n].day), cases[i].visits[n].broker,
                                cases[i].visits[n].planned };
    clash = spil_visit_guard_find (visits, n, cases[i].guard, today);
    g_assert_cmpint (clash.found, ==, cases[i].found);
    if (!clash.found)
      continue;
    g_assert_cmpuint (clash.first, ==, cases[i].first);
    g_assert_cmpuint (clash.second, ==, cases[i].second);
    g_assert_cmpint (clash.days, ==, cases[i].days);
  }
}

static void
test_unknown (void)
{
  SpilDay today = spil_day_from_ymd (2018, 10, 1);
  SpilVisit visits[] = { { today, NULL, TRUE }, { today, "Bo", TRUE }, { SPIL_DAY_NONE, "Noor", TRUE } };
  SpilVisitClash clash = spil_visit_guard_find (visits, G_N_ELEMENTS (visits), 14, today);

  g_assert_false (clash.found);
  g_assert_null (spil_visit_clash_dup_text (&clash, visits));
}

static void
test_text (void)
{
  SpilDay today = spil_day_from_ymd (2018, 10, 1);
  SpilVisit visits[] = { { spil_day_add (today, -3), "Bo", FALSE }, { today, "Noor", TRUE } };
  SpilVisitClash clash = spil_visit_guard_find (visits, G_N_ELEMENTS (visits), 14, today);
  g_autofree char *text = spil_visit_clash_dup_text (&clash, visits);

  g_assert_true (g_str_has_prefix (text, "Bo visited on 28 "));
  g_assert_nonnull (strstr (text, "Noor plans a visit on 1 "));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/visit-guard/find", test_find);
  g_test_add_func ("/visit-guard/unknown", test_unknown);
  g_test_add_func ("/visit-guard/text", test_text);
  return g_test_run ();
}
