// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "driver.h"

#include <string.h>

static const char *const preconditions[] = { "Genoeg samenhang", "Gedeelde problematiek", "Urgentie",
                                             "Actief parkmanagement" };

static void
answer (Driver *driver, const char *precondition, const char *text)
{
  g_autoptr (AtspiAccessible) group = driver_find (driver, ATSPI_ROLE_GROUPING, precondition);
  g_autoptr (AtspiAccessible) button = driver_find_in (driver, group, ATSPI_ROLE_RADIO_BUTTON, text);

  driver_press_accessible (driver, button);
}

// The approach follows from the four preconditions: all of them met, and then one that is not.
static void
test_approach (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_PLAN, "areas");
  g_autoptr (AtspiAccessible) before = NULL;
  g_autoptr (AtspiAccessible) met = NULL;
  g_autoptr (AtspiAccessible) unmet = NULL;
  g_autofree char *checks = NULL;

  driver_press (driver, ATSPI_ROLE_LIST_ITEM, "Hardenberg");
  before = driver_find (driver, ATSPI_ROLE_HEADING, "Nog niet getoetst");
  for (gsize i = 0; i < G_N_ELEMENTS (preconditions); i++)
    answer (driver, preconditions[i], "Ja");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Toets opslaan");
  met = driver_find (driver, ATSPI_ROLE_HEADING, "Gebiedsaanpak");
  checks = driver_spilctl (driver, (const char *[]) { "--json", "list", "area_check", NULL });
  g_assert_nonnull (strstr (checks, "\"id\""));

  answer (driver, "Urgentie", "Nee");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Toets opslaan");
  unmet = driver_find (driver, ATSPI_ROLE_HEADING, "Een-op-een met werkgevers: urgentie ontbreekt");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/areas/approach", test_approach);
  return g_test_run ();
}
