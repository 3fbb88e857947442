// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-offer-rule.h"

#include "spil-entity.h"

static void
test_needs (void)
{
  static const struct
  {
    int state;
    guint needs;
  } cases[] = {
    { SPIL_OFFER_STATE_PIPELINE, 0 },
    { SPIL_OFFER_STATE_AGREED, SPIL_OFFER_NEEDS_START },
    { SPIL_OFFER_STATE_RUNNING, SPIL_OFFER_NEEDS_START },
    { SPIL_OFFER_STATE_FINISHED, SPIL_OFFER_NEEDS_END | SPIL_OFFER_NEEDS_RESULT },
    { SPIL_OFFER_STATE_SECURED, SPIL_OFFER_NEEDS_SECURING },
    { 0, 0 },
    { 99, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (spil_offer_needs (cases[i].state), ==, cases[i].needs);
}

static void
test_notes (void)
{
  SpilDay date = spil_day_from_ymd (2018, 10, 1);
  g_autofree char *result = spil_offer_dup_notes (NULL, SPIL_OFFER_NEEDS_RESULT, date, "12 of 20 go on");
  g_autofree char *secured = spil_offer_dup_notes (result, SPIL_OFFER_NEEDS_SECURING, date,
                                                   "In the travel scheme");

  g_assert_cmpstr (result, ==, "Result (01-10-2018): 12 of 20 go on");
  g_assert_cmpstr (secured, ==,
                   "Result (01-10-2018): 12 of 20 go on\n\nSecured (01-10-2018): In the travel scheme");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/offer-rule/needs", test_needs);
  g_test_add_func ("/offer-rule/notes", test_notes);
  return g_test_run ();
}
