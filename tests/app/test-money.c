// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-application-steps.h"
#include "spil-booking.h"

#define EX SPIL_VAT_EXCLUDED

static void
test_preset (void)
{
  SpilDay day = spil_day_from_ymd (2018, 11, 15);
  SpilId line = spil_id_new ();
  g_autoptr (SpilRecord) record = spil_booking_new_preset (SPIL_BOOKING_ACTUAL, line, EX, day);
  g_autoptr (SpilRecord)
      open = spil_booking_new_preset (SPIL_BOOKING_FORECAST, SPIL_ID_NIL, SPIL_VAT_UNKNOWN, day);

  g_assert_true (spil_id_equal (spil_record_get_reference (record, SPIL_ACTUAL_LINE), line));
  g_assert_cmpint (spil_record_get_integer (record, SPIL_ACTUAL_VAT), ==, SPIL_VAT_NOTE_EXCLUDED);
  g_assert_cmpint (spil_day_compare (spil_record_get_day (record, SPIL_ACTUAL_DATE), day), ==, 0);
  g_assert_true (spil_record_is_null (open, SPIL_FORECAST_LINE));
  g_assert_true (spil_record_is_null (open, SPIL_FORECAST_VAT));
}

static void
test_assessment (void)
{
  static const struct
  {
    int state;
    int step;
    gboolean passed, has_reason;
  } cases[] = {
    { SPIL_APPLICATION_STATE_AWARDED, SPIL_ASSESSMENT_STEP_ESTIMATE, TRUE, TRUE },
    { SPIL_APPLICATION_STATE_SETTLED, SPIL_ASSESSMENT_STEP_SETTLEMENT, TRUE, TRUE },
    { SPIL_APPLICATION_STATE_REFUSED, SPIL_ASSESSMENT_STEP_ESTIMATE, FALSE, FALSE },
  };
  SpilFundApplicationRow row = { .id = spil_id_new (),
                                 .award = { .known = TRUE, .highest = spil_money (1250000, EX) } };
  SpilDay day = spil_day_from_ymd (2018, 11, 15);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SpilRecord) record = spil_application_new_assessment (&row, cases[i].state, day);

    g_assert_true (spil_id_equal (spil_record_get_reference (record, SPIL_ASSESSMENT_APPLICATION), row.id));
    g_assert_cmpint (spil_record_get_integer (record, SPIL_ASSESSMENT_STEP), ==, cases[i].step);
    g_assert_cmpint (spil_record_get_boolean (record, SPIL_ASSESSMENT_PASSED), ==, cases[i].passed);
    g_assert_cmpint (spil_record_get_integer (record, SPIL_ASSESSMENT_ALLOWED), ==, 1250000);
    g_assert_cmpint (!spil_record_is_null (record, SPIL_ASSESSMENT_REASON), ==, cases[i].has_reason);
  }
}

static void
test_step_words (void)
{
  for (int state = SPIL_APPLICATION_STATE_DRAFT; state <= SPIL_APPLICATION_STATE_PAID; state++)
    for (const int *next = spil_fund_next_states (state); *next != 0; next++)
      g_assert_nonnull (spil_application_step_label (*next));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money/preset", test_preset);
  g_test_add_func ("/money/assessment", test_assessment);
  g_test_add_func ("/money/step-words", test_step_words);
  return g_test_run ();
}
