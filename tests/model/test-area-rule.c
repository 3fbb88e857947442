// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-area-rule.h"

#include "spil-entity.h"
#include "spil-number.h"

#define Y SPIL_ANSWER_YES
#define N SPIL_ANSWER_NO
#define U SPIL_ANSWER_UNKNOWN

static void
test_approach (void)
{
  static const struct
  {
    SpilAreaAnswers answers;
    SpilApproach approach;
    guint missing;
    const char *reason;
  } cases[] = {
    { { { 0, 0, 0, 0 }, FALSE },
      SPIL_APPROACH_NOT_ASSESSED,
      15,
      "The preconditions have not been assessed yet." },
    { { { U, U, U, U }, FALSE },
      SPIL_APPROACH_NOT_ASSESSED,
      15,
      "The preconditions have not been assessed yet." },
    { { { Y, Y, Y, Y }, FALSE }, SPIL_APPROACH_AREA, 0, "All four preconditions are met." },
    { { { Y, Y, Y, Y }, TRUE }, SPIL_APPROACH_AREA, 0, "All four preconditions are met." },
    { { { Y, Y, N, Y }, FALSE }, SPIL_APPROACH_ONE_TO_ONE, 4, "Not met: Urgency." },
    { { { Y, Y, N, U }, FALSE },
      SPIL_APPROACH_ONE_TO_ONE,
      12,
      "Not met: Urgency. Not known: Active park management." },
    { { { Y, Y, Y, U }, FALSE }, SPIL_APPROACH_ONE_TO_ONE, 8, "Not known: Active park management." },
    { { { N, N, N, N }, FALSE },
      SPIL_APPROACH_ONE_TO_ONE,
      15,
      "Not met: Enough coherence, Shared problem, Urgency, Active park management." },
    { { { Y, N, Y, Y }, TRUE },
      SPIL_APPROACH_AREA_BY_EXCEPTION,
      2,
      "An exception is recorded. Not met: Shared problem." },
    { { { U, 0, U, 0 }, TRUE },
      SPIL_APPROACH_AREA_BY_EXCEPTION,
      15,
      "An exception is recorded. Not known: Enough coherence, Shared problem, Urgency, Active park management." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *reason = spil_area_dup_reason (&cases[i].answers);

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_cmpint (spil_area_approach (&cases[i].answers), ==, cases[i].approach);
    g_assert_cmpuint (spil_area_missing (&cases[i].answers), ==, cases[i].missing);
    g_assert_cmpstr (reason, ==, cases[i].reason);
    g_assert_cmpstr (spil_approach_label (cases[i].approach), !=, "");
  }
}

static void
test_sentence (void)
{
  static const struct
  {
    SpilAreaAnswers answers;
    const char *sentence;
  } cases[] = {
    { { { 0, 0, 0, 0 }, FALSE }, "Not assessed yet" },
    { { { Y, Y, Y, Y }, FALSE }, "Area approach" },
    { { { Y, Y, N, Y }, TRUE }, "Area approach by exception" },
    { { { Y, Y, N, Y }, FALSE }, "One to one with employers: urgency is missing" },
    { { { Y, N, Y, U }, FALSE },
      "One to one with employers: shared problem, active park management are missing" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *sentence = spil_area_dup_sentence (&cases[i].answers);

    g_assert_cmpstr (sentence, ==, cases[i].sentence);
  }
}

static void
test_upscale (void)
{
  static const struct
  {
    SpilApproach approach;
    int parking, bicycle;
    int least; /* 0: not set */
    int need;
  } cases[] = {
    { SPIL_APPROACH_ONE_TO_ONE, 2, 2, 3, 0 },
    { SPIL_APPROACH_ONE_TO_ONE, 3, 0, 3, SPIL_NEED_PARKING },
    { SPIL_APPROACH_NOT_ASSESSED, 3, 5, 3, SPIL_NEED_BICYCLE },
    { SPIL_APPROACH_ONE_TO_ONE, 4, 4, 3, SPIL_NEED_PARKING },
    { SPIL_APPROACH_ONE_TO_ONE, 9, 9, 0, 0 },
    { SPIL_APPROACH_AREA, 9, 9, 3, 0 },
    { SPIL_APPROACH_AREA_BY_EXCEPTION, 9, 9, 3, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    int employers[SPIL_NEED_STAFF + 1] = { 0 };
    SpilNorms norms = { 0 };
    SpilUpscaleHint hint;
    g_autofree char *sentence = NULL;

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    employers[SPIL_NEED_PARKING] = cases[i].parking;
    employers[SPIL_NEED_BICYCLE] = cases[i].bicycle;
    norms.known[SPIL_NORM_UPSCALE_EMPLOYERS] = cases[i].least > 0;
    norms.value[SPIL_NORM_UPSCALE_EMPLOYERS] = cases[i].least * SPIL_DECIMAL_ONE;
    norms.known[SPIL_NORM_UPSCALE_MONTHS] = TRUE;
    norms.value[SPIL_NORM_UPSCALE_MONTHS] = 12 * SPIL_DECIMAL_ONE;
    hint = spil_area_upscale (cases[i].approach, employers, G_N_ELEMENTS (employers), &norms);
    g_assert_cmpint (hint.need, ==, cases[i].need);
    sentence = spil_upscale_hint_dup_sentence (&hint);
    g_assert_cmpint (sentence != NULL, ==, cases[i].need != 0);
  }
}

static void
test_norm_keys (void)
{
  for (int i = 0; i < SPIL_N_NORMS; i++)
    g_assert_cmpstr (spil_norm_key (i), !=, NULL);
  g_assert_cmpstr (spil_norm_key (SPIL_NORM_UPSCALE_EMPLOYERS), ==, "upscale-employers");
  g_assert_cmpint (spil_norms_get_whole (NULL, SPIL_NORM_RISK_RED), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/area-rule/approach", test_approach);
  g_test_add_func ("/area-rule/upscale", test_upscale);
  g_test_add_func ("/area-rule/sentence", test_sentence);
  g_test_add_func ("/area-rule/norm-keys", test_norm_keys);
  return g_test_run ();
}
