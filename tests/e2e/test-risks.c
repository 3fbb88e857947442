// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "driver.h"

#define RISK "Nieuwe gebieden komen moeilijk op gang"

// A risk that becomes more likely moves up in the matrix.
static void
test_matrix (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "risks");
  g_autoptr (AtspiAccessible) before = driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Risico 1: " RISK);
  AtspiRect place = accessible_extents (before), now;
  g_autofree char *description = NULL;
  g_autoptr (AtspiAccessible) after = NULL;

  driver_press (driver, ATSPI_ROLE_LIST_ITEM, "1. " RISK);
  driver_press (driver, ATSPI_ROLE_BUTTON, "Bewerken");
  driver_fill (driver, "Kansscore", "3");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Opslaan");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Risico");
  driver_wait_text (driver, "kans 3 × gevolg 2");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Terug");
  after = driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Risico 1: " RISK);
  description = accessible_description (after);
  g_assert_cmpstr (description, ==, "kans Groot, gevolg Middel");
  now = accessible_extents (after);
  g_assert_cmpint (now.y, <, place.y);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/risks/matrix", test_matrix);
  return g_test_run ();
}
