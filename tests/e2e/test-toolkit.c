// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "driver.h"
#include "rows.h"

// The keyboard is in the cell of that name: "OV-001, Keren gebruikt in week 1".
static void
assert_in_cell (Driver *driver, const char *name)
{
  g_autoptr (AtspiAccessible) cell = driver_find_starting (driver, ATSPI_ROLE_TABLE_CELL, name);

  g_assert_true (accessible_has_state (cell, ATSPI_STATE_FOCUSED));
}

// Four weeks of the first card and one of the second, each with a digit and a key.
static void
fill_in (Driver *driver)
{
  static const char *const keys[] = { "2", "Right", "3", "Right", "2", "Right", "4", "Return" };
  g_autoptr (AtspiAccessible)
      first = driver_find_starting (driver, ATSPI_ROLE_TABLE_CELL, "OV-001, Keren gebruikt in week 1");

  driver_focus (driver, first);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    driver_key (driver, keys[i]);
  driver_wait_text (driver, "OV-001, Keren gebruikt in week 4: 4");
  assert_in_cell (driver, "OV-002, Keren gebruikt in week 4");
  driver_key (driver, "Up");
  driver_key (driver, "v");
  driver_wait_text (driver, "OV-001, Verlengd: Ja");
  // One undo step for each cell.
  driver_key (driver, "ctrl+z");
  driver_wait_text (driver, "OV-001, Verlengd: leeg");
}

// Offers the trial card to an area, plans a period, registers two participants and fills in their weeks, with the keyboard.
static void
test_offer_to_ledger (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_PLAN, "areas");
  g_autoptr (AtspiAccessible) entry = NULL;

  driver_press (driver, ATSPI_ROLE_LIST_ITEM, "Hanzeland");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Aanbieden…");
  driver_fill (driver, "Deelnemers", "20");
  driver_fill (driver, "Verwachte spitsmijdingen per werkdag", "4");
  driver_key (driver, "ctrl+Return");
  // The offer opens, and so does the period that is planned for it.
  driver_press (driver, ATSPI_ROLE_BUTTON, "Volgende plannen");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Opslaan");
  g_assert_cmpuint (rows_count (driver, "participation"), ==, 0);
  entry = driver_find (driver, ATSPI_ROLE_TEXT, "Pseudoniem van de volgende deelnemer");
  driver_focus (driver, entry);
  driver_fill (driver, "Pseudoniem van de volgende deelnemer", "Grietje");
  driver_key (driver, "Return");
  driver_wait_text (driver, "Dit lijkt op een naam.");
  // Nothing was registered; what is proposed is one Enter each.
  g_assert_cmpuint (rows_count (driver, "participation"), ==, 0);
  driver_fill (driver, "Pseudoniem van de volgende deelnemer", "OV-001");
  driver_key (driver, "Return");
  driver_wait_text (driver, "1 van 20 plaatsen bezet");
  driver_key (driver, "Return");
  driver_wait_text (driver, "2 van 20 plaatsen bezet");
  g_assert_cmpuint (rows_count (driver, "participation"), ==, 2);
  fill_in (driver);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/toolkit/offer-to-ledger", test_offer_to_ledger);
  return g_test_run ();
}
