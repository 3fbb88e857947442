// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "driver.h"
#include "rows.h"

#define NB "\u00a0"
#define LINE_5 "5. Gebiedsaanpak Assendorp: vrij €" NB "50.760 van €" NB "90.000"
#define LINE_5_AFTER "5. Gebiedsaanpak Assendorp: vrij €" NB "45.760 van €" NB "85.000"
#define LINE_6_AFTER "6. Organisatie: marketing en communicatie, monitoring en evaluatie: vrij €" NB "34.190 van €" NB "119.500"
#define TOTAL "Totaal: vrij €" NB "278.025 van €" NB "951.500"

static void
choose_version (Driver *driver, const char *shown, const char *wanted)
{
  g_autofree char *button = g_strdup_printf ("Begrotingsversie: %s", shown);
  g_autoptr (AtspiAccessible) toggle = driver_find_starting (driver, ATSPI_ROLE_TOGGLE_BUTTON, button);

  driver_press_accessible (driver, toggle);
  driver_press_starting (driver, ATSPI_ROLE_LIST_ITEM, wanted);
}

// Money moves from line 5 to line 6: kept as a proposal, compared, decided on, and taken back.
static void
test_reallocate (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "budget");

  g_object_unref (driver_find (driver, ATSPI_ROLE_TABLE_ROW, LINE_5));
  driver_press (driver, ATSPI_ROLE_BUTTON, "Begrotingswijziging maken");
  driver_fill (driver, "Post 5, Wijziging", "-5.000");
  driver_fill (driver, "Post 6, Wijziging", "+5.000");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Als voorstel bewaren");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Begrotingswijziging");
  // The proposal is shown, and is in force nowhere.
  driver_wait_text (driver, "Een voorstel om “Begroting 2018” te wijzigen");
  driver_press (driver, ATSPI_ROLE_PAGE_TAB, "Versies");
  driver_wait_text (driver, "€" NB "90.000,00 wordt €" NB "85.000,00");
  driver_wait_text (driver, "Het totaal blijft €" NB "951.500,00");
  driver_press (driver, ATSPI_ROLE_PAGE_TAB, "Posten");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Vaststellen");
  driver_wait_text (driver, "wordt vanaf deze dag de begroting");
  driver_press_in (driver, "Voorstel vaststellen", "Vaststellen");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Voorstel vaststellen");
  g_object_unref (driver_find (driver, ATSPI_ROLE_TABLE_ROW, LINE_5_AFTER));
  g_object_unref (driver_find (driver, ATSPI_ROLE_TABLE_ROW, LINE_6_AFTER));
  g_object_unref (driver_find (driver, ATSPI_ROLE_TABLE_ROW, TOTAL));
  driver_key (driver, "ctrl+z");
  driver_wait_text (driver, "Een voorstel om “Begroting 2018” te wijzigen");
  choose_version (driver, "Begrotingswijziging", "Begroting 2018");
  g_object_unref (driver_find (driver, ATSPI_ROLE_TABLE_ROW, LINE_5));
}

// Another total than the lines have, or an amount under what is in use, is told while it is typed.
static void
test_refused (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "budget");

  g_object_unref (driver_find (driver, ATSPI_ROLE_TABLE_ROW, TOTAL));
  driver_press (driver, ATSPI_ROLE_BUTTON, "Begrotingswijziging maken");
  driver_fill (driver, "Post 5, Wordt", "1.000");
  driver_wait_text (driver, "39.240,00");
  g_assert_false (rows_hold (driver, "budget_version", "Begrotingswijziging"));
  driver_press (driver, ATSPI_ROLE_BUTTON, "Annuleren");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Weggooien");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Begrotingswijziging");
}

// An amount opens the bookings behind exactly that figure.
static void
test_drill (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "budget");

  g_object_unref (driver_find (driver, ATSPI_ROLE_TABLE_ROW, TOTAL));
  driver_press (driver, ATSPI_ROLE_BUTTON, "Post 5, uitgegeven €" NB "9.640,00");
  driver_wait_text (driver, "€" NB "9.640,00");
  driver_wait_text (driver, "Assendorp");
  driver_wait_gone (driver, ATSPI_ROLE_TABLE_ROW, TOTAL);
}

// What a source pays is typed in the matrix and kept when one goes on.
static void
test_sources (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "budget");

  g_object_unref (driver_find (driver, ATSPI_ROLE_TABLE_ROW, TOTAL));
  driver_press (driver, ATSPI_ROLE_PAGE_TAB, "Bronnen");
  {
    g_autoptr (AtspiAccessible) cell = driver_find (driver, ATSPI_ROLE_TEXT, "Post 5, Rijksbijdrage");

    driver_focus (driver, cell);
  }
  driver_key (driver, "ctrl+a");
  driver_type (driver, "12.345");
  driver_key (driver, "Return");
  driver_wait_text (driver, "Dekking van post 5 gewijzigd");
  g_assert_true (rows_hold (driver, "allocation", "12345"));
  driver_key (driver, "ctrl+z");
  driver_wait_text (driver, "Ongedaan gemaakt");
  g_assert_false (rows_hold (driver, "allocation", "12345"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money/budgetpage/reallocate", test_reallocate);
  g_test_add_func ("/money/budgetpage/refused", test_refused);
  g_test_add_func ("/money/budgetpage/drill", test_drill);
  g_test_add_func ("/money/budgetpage/sources", test_sources);
  return g_test_run ();
}
