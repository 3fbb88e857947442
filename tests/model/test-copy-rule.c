// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-copy-rule.h"

#define NONE G_MININT

static const struct
{
  int begun; /* days before today; NONE: unknown */
  int made;
  gboolean failed;
  int days;
  SpilCopyVerdict verdict;
} cases[] = {
  { 100, NONE, FALSE, 0, SPIL_COPY_FINE },    { 100, 50, TRUE, 0, SPIL_COPY_FINE },
  { 0, NONE, FALSE, 14, SPIL_COPY_FINE },     { 13, NONE, FALSE, 14, SPIL_COPY_FINE },
  { 14, NONE, FALSE, 14, SPIL_COPY_MISSING }, { NONE, NONE, FALSE, 14, SPIL_COPY_FINE },
  { 100, 13, FALSE, 14, SPIL_COPY_FINE },     { 100, 14, FALSE, 14, SPIL_COPY_DUE },
  { 100, 0, FALSE, 1, SPIL_COPY_FINE },       { 100, 1, FALSE, 1, SPIL_COPY_DUE },
  { 100, 1, TRUE, 14, SPIL_COPY_FAILED },     { 1, NONE, TRUE, 14, SPIL_COPY_FAILED },
  { -3, NONE, FALSE, 1, SPIL_COPY_FINE },     { 100, -3, FALSE, 1, SPIL_COPY_FINE },
};

static void
test_verdicts (void)
{
  const SpilDay today = spil_day_from_ymd (2018, 11, 15);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const SpilCopyState state = {
      .begun = cases[i].begun != NONE ? spil_day_add (today, -cases[i].begun) : SPIL_DAY_NONE,
      .made = cases[i].made != NONE ? spil_day_add (today, -cases[i].made) : SPIL_DAY_NONE,
      .failed = cases[i].failed,
    };

    g_test_message ("case %d", (int) i);
    g_assert_cmpint (spil_copy_rule_judge (&state, cases[i].days, today), ==, cases[i].verdict);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/copy-rule/verdicts", test_verdicts);
  return g_test_run ();
}
