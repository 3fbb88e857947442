// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "driver.h"
#include "rows.h"

// An empty start offers the plan of 2018, and from there on all of it is in the database.
static void
test_from_the_plan (void)
{
  static const char *const check[] = { "check", NULL };
  g_autoptr (Driver) driver = driver_start_empty ();
  g_autoptr (AtspiAccessible) row = NULL;
  g_autofree char *checked = NULL;

  driver_wait_text (driver, "Welkom bij Spil");
  driver_press (driver, ATSPI_ROLE_LIST_ITEM, "Begin met het plan van 2018");
  row = driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Werkgevers");
  g_assert_cmpint (rows_count (driver, "task"), ==, 11);
  checked = driver_spilctl (driver, check);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/start/from-the-plan", test_from_the_plan);
  return g_test_run ();
}
