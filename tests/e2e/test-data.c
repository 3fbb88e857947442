// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "driver.h"

// The page about the data says where they are and who can read them.
static void
test_about (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_PLAN, "home");

  driver_go_by_name (driver, "over deze gegevens", "Over deze gegevens");
  driver_wait_text (driver, "Wat staat waar");
  driver_wait_text (driver, "Niemand: deze gegevens staan alleen op deze laptop");
}

// And leads to who did what.
static void
test_audit (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_PLAN, "home");
  g_autoptr (AtspiAccessible) ways = NULL;
  g_autoptr (AtspiAccessible) row = NULL;

  driver_go_by_name (driver, "over deze gegevens", "Over deze gegevens");
  // Another row of that name tells how long it is kept.
  ways = driver_find (driver, ATSPI_ROLE_LIST, "Wat u kunt doen");
  row = driver_find_in (driver, ways, ATSPI_ROLE_LIST_ITEM, "Wie deed wat");
  driver_press_accessible (driver, row);
  g_object_unref (driver_find (driver, ATSPI_ROLE_HEADING, "Wie deed wat"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/data/about", test_about);
  g_test_add_func ("/data/audit", test_audit);
  return g_test_run ();
}
