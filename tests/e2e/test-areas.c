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

static char *
dup_hardenberg (Driver *driver)
{
  return driver_spilctl (driver,
                         (const char *[]) { "--json", "list", "area", "--where", "name=Hardenberg", NULL });
}

static gboolean
is_placed (Driver *driver, gpointer data)
{
  g_autofree char *area = dup_hardenberg (driver);

  return (strstr (area, "\"map_x\":null") == NULL) == GPOINTER_TO_INT (data);
}

// An area is moved on the overview by keyboard, and put back. Municipalities come first: they lie behind the others.
static void
test_overview (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_PLAN, "areas");
  g_autoptr (AtspiAccessible)
      overview = driver_find_starting (driver, ATSPI_ROLE_LIST, "De gebieden en wat er voor elk volgt");

  g_assert_true (is_placed (driver, GINT_TO_POINTER (FALSE)));
  driver_focus (driver, overview);
  driver_key (driver, "ctrl+Right");
  driver_wait (driver, is_placed, GINT_TO_POINTER (TRUE), "the area to have a place");
  driver_key (driver, "ctrl+z");
  driver_wait (driver, is_placed, GINT_TO_POINTER (FALSE), "the place to be taken back");
}

// What the figures hint at becomes the beginning of a check; the parking balance counts what goes.
static void
test_hint (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "areas");

  driver_press (driver, ATSPI_ROLE_LIST_ITEM, "Hanzeland");
  driver_wait_text (driver, "Parkeerbalans");
  driver_wait_text (driver, "−150");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Begin een gebiedstoets");
  driver_wait_text (driver, "Na opslaan: ");
  driver_wait_text (driver, "Overweeg een gebiedsaanpak.\n");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Toets opslaan");
  driver_wait_text (driver, "Getoetst op 15-11-2018");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/areas/approach", test_approach);
  g_test_add_func ("/areas/overview", test_overview);
  g_test_add_func ("/areas/hint", test_hint);
  return g_test_run ();
}
