// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money/preset", test_preset);
  return g_test_run ();
}
