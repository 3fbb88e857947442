// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "driver.h"

#include <string.h>

#define EMPLOYER "Witte Fietstas Techniek (demo)"

static Driver *
open_scan (const char *scan)
{
  Driver *driver = driver_start (DRIVER_DEMO, "employers");
  g_autoptr (AtspiAccessible) cell = NULL;

  driver_key (driver, "ctrl+f");
  driver_type (driver, "witte fietstas tec");
  cell = driver_find_starting (driver, ATSPI_ROLE_TABLE_CELL, "Naam: " EMPLOYER);
  driver_press_accessible (driver, cell);
  g_object_unref (driver_find (driver, ATSPI_ROLE_HEADING, EMPLOYER));
  driver_press (driver, ATSPI_ROLE_LIST_ITEM, scan);
  driver_wait_text (driver, "Wat eruit blijkt");
  return driver;
}

// What changed since the zero measurement, less the comparison group; and a proposal that is taken over.
static void
test_advice (void)
{
  g_autoptr (Driver) driver = open_scan ("Nameting, 29-10-2018");

  driver_wait_text (driver, "20 procentpunt minder ±\u00a011");
  driver_wait_text (driver, "Meer dan toeval · vergelijkingsgroep −2, eraf gehaald");
  driver_press_starting (driver, ATSPI_ROLE_BUTTON, "Overnemen: 54\u00a0% komt alleen in de auto.");
  driver_wait_gone (
      driver, ATSPI_ROLE_BUTTON,
      "Overnemen: 54\u00a0% komt alleen in de auto. Breng mensen uit dezelfde richting bij elkaar, en houd "
      "de beste parkeerplaatsen voor wie samen rijdt.");
  driver_key (driver, "ctrl+z");
  g_object_unref (
      driver_find_starting (driver, ATSPI_ROLE_BUTTON, "Overnemen: 54\u00a0% komt alleen in de auto."));
}

static gboolean
has_counts (Driver *driver, gpointer data)
{
  g_autofree char *counts = driver_spilctl (
      driver, (const char *[]) { "--json", "list", "scan_arrival", "--where", "people=77", NULL });

  return strstr (counts, "\"hour\":5") != NULL && strstr (counts, "\"hour\":6") != NULL;
}

// Counts are typed down a column with Enter, and kept in one step.
static void
test_counts (void)
{
  g_autoptr (Driver) driver = open_scan ("Nulmeting, 12-03-2018");

  driver_press (driver, ATSPI_ROLE_BUTTON, "Aantallen…");
  g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, "Aantallen van de quickscan"));
  g_object_unref (driver_find (driver, ATSPI_ROLE_TEXT, "5–6 uur, maandag"));
  driver_type (driver, "77");
  driver_key (driver, "Return");
  driver_key (driver, "ctrl+a");
  driver_type (driver, "77");
  driver_key (driver, "ctrl+Return");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Aantallen van de quickscan");
  driver_wait (driver, has_counts, NULL, "the counts to be kept");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scan/advice", test_advice);
  g_test_add_func ("/scan/counts", test_counts);
  return g_test_run ();
}
