// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-cadence-rule.h"

#include "spil-entity.h"
#include "spil-number.h"

static void
test_debt (void)
{
  static const struct
  {
    const char *last; /* NULL: never */
    int cadence;
    gboolean applies, owed;
    int days;
    const char *text;
  } cases[] = {
    { NULL, 0, FALSE, FALSE, 0, "" },
    { "2018-01-01", 0, FALSE, FALSE, 0, "" },
    { NULL, 90, TRUE, TRUE, 0, "Never contacted" },
    { "2018-10-01", 30, TRUE, FALSE, -30, "In 30 days" },
    { "2018-09-02", 30, TRUE, FALSE, -1, "In 1 day" },
    { "2018-09-01", 30, TRUE, FALSE, 0, "Today" },
    { "2018-08-31", 30, TRUE, TRUE, 1, "1 day overdue" },
    { "2017-10-01", 30, TRUE, TRUE, 335, "335 days overdue" },
  };
  SpilDay today = spil_day_from_ymd (2018, 10, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilDay last = SPIL_DAY_NONE;
    SpilContactDebt debt;
    g_autofree char *text = NULL;

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    if (cases[i].last != NULL)
      g_assert_true (spil_day_parse (cases[i].last, &last));
    debt = spil_cadence_debt (last, cases[i].cadence, today);
    text = spil_contact_debt_dup_text (debt);
    g_assert_cmpint (debt.applies, ==, cases[i].applies);
    g_assert_cmpint (debt.days, ==, cases[i].days);
    g_assert_cmpint (spil_contact_debt_is_owed (debt), ==, cases[i].owed);
    g_assert_cmpstr (text, ==, cases[i].text);
  }
}

static void
test_days (void)
{
  SpilNorms norms = { 0 };

  norms.known[SPIL_NORM_CADENCE_A] = TRUE;
  norms.value[SPIL_NORM_CADENCE_A] = 60 * SPIL_DECIMAL_ONE;
  g_assert_cmpint (spil_cadence_days (14, SPIL_TIER_A, &norms), ==, 14);
  g_assert_cmpint (spil_cadence_days (0, SPIL_TIER_A, &norms), ==, 60);
  g_assert_cmpint (spil_cadence_days (0, SPIL_TIER_B, &norms), ==, 0);
  g_assert_cmpint (spil_cadence_days (0, 0, &norms), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cadence-rule/debt", test_debt);
  g_test_add_func ("/cadence-rule/days", test_days);
  return g_test_run ();
}
