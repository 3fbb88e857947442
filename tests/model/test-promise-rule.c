// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-promise-rule.h"

#include "spil-entity.h"

static void
test_standing (void)
{
  static const struct
  {
    const char *what;
    int state;
    int due; /* days from today; 999: no day */
    int soon;
    SpilPromiseStanding standing;
  } cases[] = {
    { "yesterday", SPIL_ACTION_STATE_OPEN, -1, 14, SPIL_PROMISE_OVERDUE },
    { "today", SPIL_ACTION_STATE_OPEN, 0, 14, SPIL_PROMISE_SOON },
    { "today, nothing set", SPIL_ACTION_STATE_OPEN, 0, 0, SPIL_PROMISE_SOON },
    { "the last day that is soon", SPIL_ACTION_STATE_OPEN, 14, 14, SPIL_PROMISE_SOON },
    { "the day after", SPIL_ACTION_STATE_OPEN, 15, 14, SPIL_PROMISE_OPEN },
    { "no day", SPIL_ACTION_STATE_OPEN, 999, 14, SPIL_PROMISE_UNDATED },
    { "kept too late is kept", SPIL_ACTION_STATE_DONE, -30, 14, SPIL_PROMISE_KEPT },
    { "kept without a day", SPIL_ACTION_STATE_DONE, 999, 14, SPIL_PROMISE_KEPT },
    { "dropped", SPIL_ACTION_STATE_DROPPED, -30, 14, SPIL_PROMISE_DROPPED },
  };
  SpilDay today = spil_day_from_ymd (2018, 10, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilDay due = cases[i].due == 999 ? SPIL_DAY_NONE : spil_day_add (today, cases[i].due);

    g_test_message ("%s", cases[i].what);
    g_assert_cmpint (spil_promise_standing (cases[i].state, due, today, cases[i].soon), ==,
                     cases[i].standing);
  }
  for (int i = 0; i < SPIL_N_PROMISES; i++)
    g_assert_cmpstr (spil_promise_standing_label (i), !=, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/promise-rule/standing", test_standing);
  return g_test_run ();
}
