// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "driver.h"

#include <string.h>

// Takes the item of a submenu that stands @down places under the first, by its keys; items have no name for assistive technology.
static void
open_from_menu (Driver *driver, const char *keys)
{
  g_auto (GStrv) parts = g_strsplit (keys, " ", -1);

  driver_press (driver, ATSPI_ROLE_TOGGLE_BUTTON, "Hoofdmenu");
  g_object_unref (driver_find (driver, ATSPI_ROLE_MENU, "Hoofdmenu"));
  for (int i = 0; parts[i] != NULL; i++)
    driver_key (driver, parts[i]);
}

// From the page about the data one comes to who did what; its lines are right, found, and counted.
static void
test_audit (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_PLAN, "home");

  open_from_menu (driver, "Down Down Down Down Return Down Down Down Return");
  driver_wait_text (driver, "Wat staat waar");
  driver_wait_text (driver, "Niemand: deze gegevens staan alleen op deze laptop");
  driver_press (driver, ATSPI_ROLE_LIST_ITEM, "Wie deed wat");
  driver_wait_text (driver, "De keten klopt: ");
  driver_fill (driver, "Regels zoeken", "niets van dien aard");
  driver_wait_text (driver, "Geen regel past bij dit filter.");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Alle regels tonen");
  driver_wait_text_gone (driver, "Geen regel past bij dit filter.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/data/audit", test_audit);
  return g_test_run ();
}
