// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-follow-up-rule.h"

#include "spil-entity.h"

static SpilDay
day_of (const char *text)
{
  SpilDay day = SPIL_DAY_NONE;

  if (text != NULL)
    g_assert_true (spil_day_parse (text, &day));
  return day;
}

// Today is Monday 1 October 2018.
static void
test_propose (void)
{
  static const struct
  {
    int kind;
    const char *day;
    int cadence, usual;
    const char *due;
    int next;
  } cases[] = {
    { SPIL_CONTACT_KIND_VISITED, "2018-10-01", 30, 14, "2018-10-31", SPIL_CONTACT_KIND_CALLED },
    { SPIL_CONTACT_KIND_CALLED, "2018-10-01", 30, 14, "2018-10-31", SPIL_CONTACT_KIND_VISITED },
    { SPIL_CONTACT_KIND_EMAIL, "2018-10-01", 0, 14, "2018-10-15", SPIL_CONTACT_KIND_VISITED },
    { SPIL_CONTACT_KIND_MEETING, "2018-10-01", 0, 0, NULL, SPIL_CONTACT_KIND_CALLED },
    { 0, NULL, 30, 14, NULL, SPIL_CONTACT_KIND_CALLED },
    /* Saturday 6 and Sunday 7 October become Friday 5. */
    { 0, "2018-10-01", 5, 14, "2018-10-05", SPIL_CONTACT_KIND_CALLED },
    { 0, "2018-10-01", 6, 14, "2018-10-05", SPIL_CONTACT_KIND_CALLED },
    /* Written down long after: tomorrow at the earliest. */
    { 0, "2018-01-01", 30, 14, "2018-10-02", SPIL_CONTACT_KIND_CALLED },
  };
  SpilDay today = spil_day_from_ymd (2018, 10, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilFollowUp next = spil_follow_up_propose (cases[i].kind, day_of (cases[i].day), cases[i].cadence,
                                                cases[i].usual, today);

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_cmpint (next.due.number, ==, day_of (cases[i].due).number);
    g_assert_cmpint (next.kind, ==, cases[i].next);
  }
}

// On a Friday and a Saturday the Friday before is too soon.
static void
test_weekend (void)
{
  SpilDay friday = spil_day_from_ymd (2018, 10, 5);

  for (int i = 0; i < 2; i++) {
    SpilDay today = spil_day_add (friday, i);

    g_assert_cmpint (spil_follow_up_propose (0, today, 1, 0, today).due.number, ==,
                     spil_day_from_ymd (2018, 10, 8).number);
  }
}

static void
test_needed (void)
{
  static const struct
  {
    const char *due[3];
    guint n;
    gboolean needed;
  } cases[] = {
    { { NULL }, 0, TRUE },
    { { "2018-10-01" }, 1, TRUE },
    { { "2018-09-01" }, 1, TRUE },
    { { "2018-10-02" }, 1, FALSE },
    { { "2018-09-01", "2018-10-02" }, 2, FALSE },
    { { "2018-09-01", NULL }, 2, FALSE },
  };
  SpilDay today = spil_day_from_ymd (2018, 10, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilDay due[3];

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    for (guint j = 0; j < 3; j++)
      due[j] = day_of (cases[i].due[j]);
    g_assert_cmpint (spil_follow_up_is_needed (due, cases[i].n, today), ==, cases[i].needed);
  }
}

static void
test_done_by (void)
{
  SpilDay today = spil_day_from_ymd (2018, 10, 1);

  g_assert_true (spil_follow_up_is_done_by (today, today));
  g_assert_true (spil_follow_up_is_done_by (spil_day_add (today, -9), today));
  g_assert_false (spil_follow_up_is_done_by (spil_day_add (today, 1), today));
  g_assert_false (spil_follow_up_is_done_by (SPIL_DAY_NONE, today));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/follow-up/propose", test_propose);
  g_test_add_func ("/follow-up/weekend", test_weekend);
  g_test_add_func ("/follow-up/needed", test_needed);
  g_test_add_func ("/follow-up/done-by", test_done_by);
  return g_test_run ();
}
