// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "driver.h"

#include <string.h>

#define LINE "5. Gebiedsaanpak Assendorp: vrij €\u00a050.760 van €\u00a090.000"
#define LINE_AFTER "5. Gebiedsaanpak Assendorp: vrij €\u00a049.760 van €\u00a090.000"
#define TOTAL "Totaal: vrij €\u00a0278.025 van €\u00a0951.500"
#define TOTAL_AFTER "Totaal: vrij €\u00a0277.025 van €\u00a0951.500"
#define WHAT "Fietsenstalling bij het station"

static void
fill_in_expense (Driver *driver, const char *amount)
{
  driver_press (driver, ATSPI_ROLE_BUTTON, "Uitgave boeken");
  driver_press (driver, ATSPI_ROLE_COMBO_BOX, "Begrotingspost");
  g_object_unref (
      driver_find (driver, ATSPI_ROLE_LABEL, "5. Gebiedsaanpak Assendorp: vrij €\u00a050.760,00"));
  driver_key (driver, "End");
  driver_key (driver, "Up");
  driver_key (driver, "Return");
  driver_wait_gone (driver, ATSPI_ROLE_LABEL,
                    "6. Organisatie: marketing en communicatie, monitoring en evaluatie: "
                    "vrij €\u00a029.190,00");
  driver_fill (driver, "Bedrag", amount);
  driver_fill (driver, "Omschrijving", WHAT);
  driver_press (driver, ATSPI_ROLE_BUTTON, "Opslaan");
}

static gboolean
has_expense (Driver *driver)
{
  g_autofree char *expenses = driver_spilctl (driver, (const char *[]) { "--json", "list", "actual", NULL });

  return strstr (expenses, WHAT) != NULL;
}

static void
test_book (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "budget");

  g_object_unref (driver_find (driver, ATSPI_ROLE_TABLE_ROW, LINE));
  g_object_unref (driver_find (driver, ATSPI_ROLE_TABLE_ROW, TOTAL));
  fill_in_expense (driver, "1.000,00");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Uitgave boeken");
  g_object_unref (driver_find (driver, ATSPI_ROLE_TABLE_ROW, LINE_AFTER));
  g_object_unref (driver_find (driver, ATSPI_ROLE_TABLE_ROW, TOTAL_AFTER));
  g_assert_true (has_expense (driver));
}

// More than there is: one sentence, and what was filled in stays, to be made less.
static void
test_too_much (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "budget");

  g_object_unref (driver_find (driver, ATSPI_ROLE_TABLE_ROW, TOTAL));
  fill_in_expense (driver, "60.000,00");
  driver_wait_text (driver, "€\u00a050.760");
  driver_wait_text (driver, WHAT);
  g_assert_true (driver_sees (driver, ATSPI_ROLE_DIALOG, "Uitgave boeken"));
  g_assert_false (has_expense (driver));
  driver_fill (driver, "Bedrag", "1.000,00");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Opslaan");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Uitgave boeken");
  g_object_unref (driver_find (driver, ATSPI_ROLE_TABLE_ROW, TOTAL_AFTER));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/budget/book", test_book);
  g_test_add_func ("/budget/too-much", test_too_much);
  return g_test_run ();
}
