// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "driver.h"

#include <string.h>

#include "rows.h"

#define EMPLOYER "Gele Zandweg Thuiszorg (demo)"
#define NOTE "Proef met e-fietsen besproken"

// Types a part of the name, and opens what is left.
static Driver *
open_employer (void)
{
  Driver *driver = driver_start (DRIVER_DEMO, "employers");
  g_autoptr (AtspiAccessible) first = driver_find_starting (driver, ATSPI_ROLE_TABLE_CELL, "Naam: ");
  g_autofree char *before = accessible_name (first);
  g_autoptr (AtspiAccessible) cell = NULL;
  g_autoptr (AtspiAccessible) heading = NULL;

  g_assert_null (strstr (before, EMPLOYER));
  driver_key (driver, "ctrl+f");
  driver_type (driver, "zandweg thu");
  driver_wait_gone (driver, ATSPI_ROLE_TABLE_CELL, before);
  cell = driver_find_starting (driver, ATSPI_ROLE_TABLE_CELL, "Naam: " EMPLOYER);
  driver_press_accessible (driver, cell);
  heading = driver_find (driver, ATSPI_ROLE_HEADING, EMPLOYER);
  return driver;
}

static void
add_contact (Driver *driver)
{
  driver_key (driver, "ctrl+n");
  g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, "Nieuw contactmoment"));
  driver_fill (driver, "Notitie", NOTE);
  driver_press (driver, ATSPI_ROLE_BUTTON, "Opslaan");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Nieuw contactmoment");
  driver_wait_text (driver, NOTE);
}

static void
test_find (void)
{
  g_autoptr (Driver) driver = open_employer ();

  driver_wait_text (driver, "Tijdlijn");
}

static void
test_contact (void)
{
  g_autoptr (Driver) driver = open_employer ();

  g_assert_false (rows_hold (driver, "contact", NOTE));
  add_contact (driver);
  g_assert_true (rows_hold (driver, "contact", NOTE));
}

static void
test_undo (void)
{
  g_autoptr (Driver) driver = open_employer ();

  add_contact (driver);
  driver_key (driver, "ctrl+z");
  driver_wait_text_gone (driver, NOTE);
  g_assert_false (rows_hold (driver, "contact", NOTE));
  driver_key (driver, "ctrl+shift+z");
  driver_wait_text (driver, NOTE);
  g_assert_true (rows_hold (driver, "contact", NOTE));
}

static void
test_undo_in_toast (void)
{
  g_autoptr (Driver) driver = open_employer ();

  add_contact (driver);
  driver_press (driver, ATSPI_ROLE_BUTTON, "Ongedaan maken");
  driver_wait_text_gone (driver, NOTE);
  g_assert_false (rows_hold (driver, "contact", NOTE));
}

typedef struct
{
  char *first;
} Order;

static gboolean
has_another_first (Driver *driver, gpointer data)
{
  const Order *order = data;

  return !driver_sees (driver, ATSPI_ROLE_TABLE_CELL, order->first);
}

// Sorts by clicking a header, and closes the window while the list is sorted.
static void
test_sort (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "employers");
  g_autoptr (AtspiAccessible) first = driver_find_starting (driver, ATSPI_ROLE_TABLE_CELL, "Naam: ");
  g_autofree char *name = accessible_name (first);
  g_autoptr (AtspiAccessible) header = driver_find (driver, ATSPI_ROLE_LABEL, "Medewerkers");
  Order order = { .first = name };

  driver_press_accessible (driver, header);
  driver_wait (driver, has_another_first, &order, "another order");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/employers/find", test_find);
  g_test_add_func ("/employers/contact", test_contact);
  g_test_add_func ("/employers/undo", test_undo);
  g_test_add_func ("/employers/undo-in-toast", test_undo_in_toast);
  g_test_add_func ("/employers/sort", test_sort);
  return g_test_run ();
}
