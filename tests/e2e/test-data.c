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

// The page about the data says where they are and who can read them.
static void
test_about (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_PLAN, "home");

  open_from_menu (driver, "Down Down Down Down Return Down Down Down Return");
  driver_wait_text (driver, "Wat staat waar");
  driver_wait_text (driver, "Niemand: deze gegevens staan alleen op deze laptop");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/data/about", test_about);
  return g_test_run ();
}
