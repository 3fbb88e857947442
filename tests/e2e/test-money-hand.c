// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "driver.h"

/* The money without the pointer: after each dialog and each undo the keyboard is where one goes on. */

typedef struct
{
  AtspiRole role;
  const char *start; // of the name
  gboolean found;
} Focus;

static gboolean
find_focus (AtspiAccessible *accessible, gpointer data)
{
  Focus *focus = data;
  g_autofree char *name = NULL;

  if (!accessible_has_state (accessible, ATSPI_STATE_FOCUSED) ||
      atspi_accessible_get_role (accessible, NULL) != focus->role)
    return TRUE;
  name = accessible_name (accessible);
  focus->found = g_str_has_prefix (name, focus->start);
  return !focus->found;
}

static gboolean
has_focus (Driver *driver, gpointer data)
{
  Focus *focus = data;

  focus->found = FALSE;
  driver_visit (driver, NULL, find_focus, focus);
  return focus->found;
}

static void
wait_focus (Driver *driver, AtspiRole role, const char *start)
{
  Focus focus = { role, start, FALSE };

  driver_wait (driver, has_focus, &focus, start);
}

// Goes to it with Tab and presses it with the keyboard.
static void
press (Driver *driver, AtspiRole role, const char *name)
{
  g_autoptr (AtspiAccessible) button = driver_find (driver, role, name);

  driver_focus (driver, button);
  driver_key (driver, "space");
}

static void
book_expense (Driver *driver)
{
  driver_key (driver, "ctrl+shift+b");
  driver_wait_text (driver, "77 boekingen");
  driver_key (driver, "ctrl+shift+n");
  wait_focus (driver, ATSPI_ROLE_COMBO_BOX, "Begrotingspost");
  driver_fill (driver, "Omschrijving", "Toetsenbord");
  driver_fill (driver, "Bedrag", "12");
  press (driver, ATSPI_ROLE_BUTTON, "Opslaan");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Uitgave boeken");
  driver_wait_text (driver, "78 boekingen");
}

// Booked, found, corrected, taken back, and both undone.
static void
test_bookings (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "budget");

  book_expense (driver);
  driver_fill (driver, "Boekingen zoeken", "Toetsenbord");
  driver_wait_text (driver, "1 van 78");
  driver_key (driver, "ctrl+f");
  driver_key (driver, "Return");
  wait_focus (driver, ATSPI_ROLE_TABLE_ROW, "Toetsenbord");
  driver_key (driver, "Return");
  press (driver, ATSPI_ROLE_BUTTON, "Verbeteren");
  wait_focus (driver, ATSPI_ROLE_COMBO_BOX, "Begrotingspost");
  driver_key (driver, "Escape");
  wait_focus (driver, ATSPI_ROLE_BUTTON, "Verbeteren");
  driver_key (driver, "space");
  driver_fill (driver, "Bedrag", "13");
  press (driver, ATSPI_ROLE_BUTTON, "Opslaan");
  driver_wait_text (driver, "teruggeboekt");
  wait_focus (driver, ATSPI_ROLE_LIST_ITEM, "4. Toolkit");
  driver_key (driver, "ctrl+z");
  wait_focus (driver, ATSPI_ROLE_BUTTON, "Verbeteren");
  press (driver, ATSPI_ROLE_BUTTON, "Terugboeken");
  wait_focus (driver, ATSPI_ROLE_TEXT, "Reden");
  driver_key (driver, "Return");
  driver_wait_gone (driver, ATSPI_ROLE_BUTTON, "Terugboeken");
  driver_key (driver, "ctrl+z");
  wait_focus (driver, ATSPI_ROLE_BUTTON, "Verbeteren");
  driver_key (driver, "alt+Left");
  wait_focus (driver, ATSPI_ROLE_TABLE_ROW, "Toetsenbord");
}

static void
test_periods (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "budget");

  press (driver, ATSPI_ROLE_BUTTON, "Afgesloten tijdvakken");
  press (driver, ATSPI_ROLE_BUTTON, "Het 3e kwartaal 2018 afsluiten");
  wait_focus (driver, ATSPI_ROLE_TEXT, "Reden");
  driver_key (driver, "Return");
  wait_focus (driver, ATSPI_ROLE_LIST_ITEM, "3e kwartaal 2018");
  driver_key (driver, "ctrl+z");
  g_object_unref (driver_find (driver, ATSPI_ROLE_BUTTON, "Het 3e kwartaal 2018 afsluiten"));
  wait_focus (driver, ATSPI_ROLE_LIST_ITEM, "3e kwartaal 2018");
  driver_key (driver, "alt+Left");
  wait_focus (driver, ATSPI_ROLE_BUTTON, "Afgesloten tijdvakken");
}

// Enter in the search field goes on to what was found; a step is done and undone.
static void
test_fund (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "fund");

  driver_fill (driver, "Zoek werkgever, maatregel of zaaknummer", "Koperen Regenjas");
  driver_key (driver, "ctrl+f");
  driver_key (driver, "Return");
  wait_focus (driver, ATSPI_ROLE_TABLE_ROW, "Koperen Regenjas");
  driver_key (driver, "Return");
  press (driver, ATSPI_ROLE_BUTTON, "Toekennen");
  g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, "Toekennen"));
  driver_key (driver, "Escape");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Toekennen");
  wait_focus (driver, ATSPI_ROLE_BUTTON, "Toekennen");
  driver_key (driver, "space");
  g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, "Toekennen"));
  driver_key (driver, "ctrl+Return");
  g_object_unref (driver_find_starting (driver, ATSPI_ROLE_GROUPING, "Status: Toegekend"));
  driver_key (driver, "ctrl+z");
  g_object_unref (driver_find_starting (driver, ATSPI_ROLE_GROUPING, "Status: Beoordeeld"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money-hand/bookings", test_bookings);
  g_test_add_func ("/money-hand/periods", test_periods);
  g_test_add_func ("/money-hand/fund", test_fund);
  return g_test_run ();
}
