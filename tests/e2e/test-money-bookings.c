// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "driver.h"

/* Bookings in the window: from reservation to release, taken back and corrected, late ones, and forecasts that are typed. */

#define RESERVED "Fietsparkeren in de hoofdstraat (demo)"
#define COMMITTED "Ontwerp van de stalling"
#define SPENT "Eerste schets van de stalling"

static void
open_register (Driver *driver)
{
  driver_key (driver, "ctrl+shift+b");
  g_object_unref (driver_find (driver, ATSPI_ROLE_ENTRY, "Boekingen zoeken"));
  driver_wait_text (driver, "77 boekingen");
}

// Finds the booking by what it is about, as one types it, and opens it with the keyboard.
static void
open_booking (Driver *driver, const char *words, const char *title)
{
  driver_fill (driver, "Boekingen zoeken", words);
  driver_wait_text (driver, title);
  driver_wait_text (driver, "1 van 7");
  driver_key (driver, "ctrl+f");
  driver_key (driver, "Return");
  driver_key (driver, "Return");
}

static void
save (Driver *driver, const char *dialog)
{
  driver_press (driver, ATSPI_ROLE_BUTTON, "Opslaan");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, dialog);
}

// With the keyboard: the toast may lie over the row.
static void
open_row (Driver *driver, const char *name)
{
  g_autoptr (AtspiAccessible) row = driver_find (driver, ATSPI_ROLE_LIST_ITEM, name);

  driver_focus (driver, row);
  driver_key (driver, "Return");
}

static void
undo (Driver *driver)
{
  driver_key (driver, "ctrl+z");
}

// From a reservation of 25,000: a commitment of 10,000 and an expense of 4,000 on it.
static void
book_chain (Driver *driver)
{
  open_register (driver);
  open_booking (driver, "Fietsparkeren", RESERVED);
  driver_press (driver, ATSPI_ROLE_BUTTON, "Verplichting aangaan uit deze reservering");
  driver_fill (driver, "Bedrag", "10.000");
  driver_fill (driver, "Omschrijving", COMMITTED);
  driver_fill (driver, "Wederpartij", "Stallingbouw De Hoek (demo)");
  save (driver, "Verplichting aangaan");
  driver_wait_text (driver, "€\u00a015.000,00");
  open_row (driver, COMMITTED);
  driver_press (driver, ATSPI_ROLE_BUTTON, "Uitgave boeken ten laste hiervan");
  // What is drawn on says with whom.
  driver_wait_text (driver, "Stallingbouw De Hoek (demo)");
  driver_fill (driver, "Bedrag", "4.000");
  driver_fill (driver, "Omschrijving", SPENT);
  save (driver, "Uitgave boeken");
  g_object_unref (driver_find (driver, ATSPI_ROLE_BUTTON, "Restant laten vrijvallen (€\u00a06.000,00)"));
}

static void
test_release (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "budget");

  book_chain (driver);
  driver_press (driver, ATSPI_ROLE_BUTTON, "Restant laten vrijvallen (€\u00a06.000,00)");
  driver_wait_text (driver, "komt weer vrij op de post");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Laten vrijvallen");
  driver_wait_gone (driver, ATSPI_ROLE_BUTTON, "Restant laten vrijvallen (€\u00a06.000,00)");
  driver_wait_text (driver, "−€\u00a06.000,00");
  undo (driver);
  g_object_unref (driver_find (driver, ATSPI_ROLE_BUTTON, "Restant laten vrijvallen (€\u00a06.000,00)"));
  driver_wait_text_gone (driver, "−€\u00a06.000,00");
}

// Both leave what was booked and say so; both are one step to undo.
static void
test_take_back (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "budget");

  book_chain (driver);
  open_row (driver, SPENT);
  driver_wait_gone (driver, ATSPI_ROLE_BUTTON, "Uitgave boeken ten laste hiervan");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Verbeteren");
  driver_fill (driver, "Bedrag", "3.500");
  save (driver, "Boeking verbeteren");
  driver_wait_text (driver, "teruggeboekt");
  driver_wait_text (driver, "€\u00a03.500,00");
  undo (driver);
  driver_wait_text_gone (driver, "€\u00a03.500,00");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Terugboeken");
  driver_fill (driver, "Reden", "Dubbel ingestuurd");
  driver_key (driver, "Return");
  driver_wait_text (driver, "−€\u00a04.000,00");
  driver_wait_gone (driver, ATSPI_ROLE_BUTTON, "Terugboeken");
  undo (driver);
  driver_wait_text_gone (driver, "−€\u00a04.000,00");
  g_object_unref (driver_find (driver, ATSPI_ROLE_BUTTON, "Terugboeken"));
}

static void
test_late (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "budget");

  driver_press (driver, ATSPI_ROLE_BUTTON, "Afgesloten tijdvakken");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Het 3e kwartaal 2018 afsluiten");
  driver_wait_text (driver, "14 uitgaven hebben geen kenmerk.");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Afsluiten");
  g_object_unref (driver_find (driver, ATSPI_ROLE_BUTTON, "Het 3e kwartaal 2018 heropenen"));
  open_register (driver);
  driver_key (driver, "ctrl+shift+n");
  driver_fill (driver, "Bedrag", "125");
  driver_fill (driver, "Omschrijving", "Zaalhuur september");
  driver_fill (driver, "Datum", "12-09-2018");
  driver_wait_text (driver, "is afgesloten: dit wordt geboekt op");
  save (driver, "Uitgave boeken");
  driver_press (driver, ATSPI_ROLE_CHECK_BOX, "Nagekomen");
  driver_wait_text (driver, "1 van 78 boekingen");
  driver_wait_text (driver, "Nagekomen: hoort bij het 3e kwartaal 2018");
  undo (driver);
  driver_wait_text (driver, "0 van 77 boekingen");
  undo (driver);
  driver_key (driver, "alt+Left");
  g_object_unref (driver_find (driver, ATSPI_ROLE_BUTTON, "Het 3e kwartaal 2018 afsluiten"));
}

static void
test_forecast (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "budget");
  g_autoptr (AtspiAccessible) cell = NULL;

  driver_press (driver, ATSPI_ROLE_BUTTON, "Prognose per kwartaal");
  driver_wait_text (driver, "€\u00a053.500,00");
  cell = driver_find (driver, ATSPI_ROLE_TEXT, "Gebiedsaanpak Assendorp, 4e kwartaal 2018");
  driver_focus (driver, cell);
  driver_type (driver, "5000");
  driver_key (driver, "Return");
  driver_wait_text (driver, "€\u00a058.500,00");
  undo (driver);
  driver_wait_text (driver, "€\u00a053.500,00");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money-bookings/release", test_release);
  g_test_add_func ("/money-bookings/take-back", test_take_back);
  g_test_add_func ("/money-bookings/late", test_late);
  g_test_add_func ("/money-bookings/forecast", test_forecast);
  return g_test_run ();
}
