// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "driver.h"
#include "rows.h"
#include "samples.h"

/* The list of employers as a broker uses it with the keyboard: filters, many rows at once, and the board. */

static int
count_of (Driver *driver, const char *entity, const char *text)
{
  g_autofree char *rows = rows_list (driver, entity);

  return sample_count (rows, text);
}

// Its first item has the keyboard; the items themselves are on a surface of their own.
static void
open_menu (Driver *driver)
{
  driver_press (driver, ATSPI_ROLE_TOGGLE_BUTTON, "Filters bewaren of beheren");
  g_object_unref (driver_find (driver, ATSPI_ROLE_MENU, "Filters bewaren of beheren"));
}

// Chooses a proposal with its key and saves it under a name of one's own.
static Driver *
save_filter (void)
{
  Driver *driver = driver_start (DRIVER_DEMO, "employers");

  g_object_unref (driver_find_starting (driver, ATSPI_ROLE_TABLE_CELL, "Naam: "));
  driver_key (driver, "alt+2");
  g_object_unref (driver_find (driver, ATSPI_ROLE_BUTTON, "Filter ‘Contact te laat’ weghalen"));
  open_menu (driver);
  driver_key (driver, "Return");
  driver_fill (driver, "Naam van het filter", "Bellen");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Opslaan");
  g_object_unref (driver_find (driver, ATSPI_ROLE_TOGGLE_BUTTON, "Bellen"));
  return driver;
}

static void
test_filter (void)
{
  g_autoptr (Driver) driver = save_filter ();

  g_assert_cmpint (count_of (driver, "saved_filter", "\"Bellen\""), ==, 1);
  // Letting it go shows all; its key brings it back.
  driver_key (driver, "ctrl+f");
  driver_press (driver, ATSPI_ROLE_TOGGLE_BUTTON, "Bellen");
  driver_wait_gone (driver, ATSPI_ROLE_BUTTON, "Filter ‘Contact te laat’ weghalen");
  driver_key (driver, "alt+1");
  g_object_unref (driver_find (driver, ATSPI_ROLE_BUTTON, "Filter ‘Contact te laat’ weghalen"));
  // Without a saved filter there are the proposals again.
  driver_key (driver, "ctrl+z");
  driver_wait_gone (driver, ATSPI_ROLE_TOGGLE_BUTTON, "Bellen");
  g_object_unref (driver_find (driver, ATSPI_ROLE_TOGGLE_BUTTON, "Contact te laat"));
}

// Selects all that is found, gives them a tag, and takes it back in one step.
static void
test_bulk (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "employers");

  g_object_unref (driver_find_starting (driver, ATSPI_ROLE_TABLE_CELL, "Naam: "));
  driver_key (driver, "ctrl+f");
  driver_key (driver, "Down");
  driver_key (driver, "ctrl+a");
  driver_wait_text (driver, "240 geselecteerd");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Wijzigen…");
  driver_fill (driver, "Label toevoegen", "wintercampagne");
  driver_wait_text (driver, "Dit wijzigt 240 werkgevers.");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Wijzigen");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Werkgevers wijzigen");
  g_object_unref (driver_find (driver, ATSPI_ROLE_BUTTON, "Ongedaan maken: 240 werkgevers gewijzigd"));
  g_assert_cmpint (count_of (driver, "organisation", "wintercampagne"), ==, 240);
  driver_key (driver, "ctrl+z");
  g_object_unref (driver_find (driver, ATSPI_ROLE_BUTTON, "Opnieuw doen: 240 werkgevers gewijzigd"));
  g_assert_cmpint (count_of (driver, "organisation", "wintercampagne"), ==, 0);
}

// On the board a card goes forward with evidence, and back at once; by keyboard.
static void
test_board (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "employers");
  int before = count_of (driver, "stage_change", "\"id\"");

  g_object_unref (driver_find_starting (driver, ATSPI_ROLE_TABLE_CELL, "Naam: "));
  driver_press (driver, ATSPI_ROLE_RADIO_BUTTON, "Bord");
  g_object_unref (driver_find_starting (driver, ATSPI_ROLE_LIST_ITEM, "Blauwe Fietsbel Transport"));
  driver_key (driver, "ctrl+f");
  driver_key (driver, "Down");
  driver_key (driver, "ctrl+Right");
  g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, "Fase wijzigen"));
  driver_type (driver, "Vroeg om een scan");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Opslaan");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Fase wijzigen");
  g_object_unref (driver_find (driver, ATSPI_ROLE_BUTTON, "Ongedaan maken: Fase gewijzigd in ‘Interesse’"));
  g_assert_cmpint (count_of (driver, "stage_change", "Vroeg om een scan"), ==, 1);
  driver_key (driver, "Right");
  driver_key (driver, "ctrl+Left");
  g_object_unref (driver_find (driver, ATSPI_ROLE_BUTTON, "Ongedaan maken: Fase gewijzigd in ‘Bekendheid’"));
  g_assert_cmpint (count_of (driver, "stage_change", "\"id\""), ==, before + 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/employer-list/filter", test_filter);
  g_test_add_func ("/employer-list/bulk", test_bulk);
  g_test_add_func ("/employer-list/board", test_board);
  return g_test_run ();
}
