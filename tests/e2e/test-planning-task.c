// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "driver.h"

#include <string.h>

#include "rows.h"

#define TALKS "Gesprekken met ondernemersverenigingen (demo)"
#define SURVEY "Verkenning N35 en N340 (demo)"

// A light and a headline with the keyboard alone: 3, the words, Enter. Undo takes the line back.
static void
test_journal (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "planning");
  g_autoptr (AtspiAccessible) headline = NULL;
  g_autofree char *lines = NULL;

  driver_go_by_name (driver, SURVEY, SURVEY);
  headline = driver_find (driver, ATSPI_ROLE_TEXT, "Kop");
  driver_key (driver, "ctrl+shift+n");
  driver_type (driver, "3");
  driver_type (driver, "2 gemeenten wachten nog");
  driver_key (driver, "Return");
  driver_wait_text (driver, "2 gemeenten wachten nog");
  lines = rows_list (driver, "task_journal");
  g_assert_nonnull (strstr (lines, "2 gemeenten wachten nog"));

  driver_key (driver, "ctrl+z");
  driver_wait_text_gone (driver, "2 gemeenten wachten nog");
}

// Without a light a line is not kept, and the page says which keys give one.
static void
test_journal_without_light (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "planning");

  driver_go_by_name (driver, SURVEY, SURVEY);
  g_object_unref (driver_find (driver, ATSPI_ROLE_TEXT, "Kop"));
  driver_key (driver, "ctrl+shift+n");
  driver_type (driver, "Loopt goed");
  driver_key (driver, "Return");
  driver_wait_text (driver, "Alt+1");
}

// What would follow on itself is refused, and the form stays with the chain.
static void
test_circle (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "planning");

  driver_go_by_name (driver, SURVEY, SURVEY);
  driver_press (driver, ATSPI_ROLE_BUTTON, "Voorganger toevoegen");
  g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, "Toevoegen: Afhankelijkheid"));
  driver_press_starting (driver, ATSPI_ROLE_LIST_ITEM, "Van activiteit");
  driver_fill (driver, "Zoeken", "gesprekken met");
  driver_wait_text_gone (driver, "Doorgaan met de gebiedsaanpak");
  g_object_unref (driver_find_starting (driver, ATSPI_ROLE_LIST_ITEM, TALKS));
  driver_key (driver, "Return");
  driver_fill (driver, "Wachttijd (dagen)", "5");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Opslaan");
  driver_wait_text (driver, "→");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Annuleren");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Weggooien");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Toevoegen: Afhankelijkheid");
}

static char *
dup_id (Driver *driver, const char *entity, const char *search)
{
  g_autofree char *rows = driver_spilctl (
      driver, (const char *[]) { "--json", "list", entity, "--search", search, NULL });
  const char *id = strstr (rows, "\"id\":\"");

  g_assert_nonnull (id);
  return g_strndup (id + strlen ("\"id\":\""), strlen ("00000000-0000-0000-0000-000000000000"));
}

// Progress follows the offers of the area: the page says how many are finished, and changes when one is.
static void
test_facts (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_PLAN, "planning");
  g_autofree char *task = dup_id (driver, "task", "Verankering");
  g_autofree char *offer = NULL;

  g_free (driver_spilctl (driver, (const char *[]) { "set", "task", task, "progress_rule=facts",
                                                     "fact=offers", "area=Oosterenk", NULL }));
  offer = driver_spilctl (driver, (const char *[]) { "add", "offer", "instrument=Movez", "area=Oosterenk",
                                                     "state=running", NULL });
  g_strstrip (offer);
  driver_go_by_name (driver, "Verankering (parkmanagement", "Verankering (parkmanagement");
  driver_wait_text (driver, "0 van 1");
  g_free (driver_spilctl (driver, (const char *[]) { "set", "offer", offer, "state=finished", NULL }));
  driver_wait_text (driver, "1 van 1");
}

// Who is busy when: the hours of an owner stand in a cell, and Enter shows the activities behind it.
static void
test_load (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "planning");

  driver_press (driver, ATSPI_ROLE_TOGGLE_BUTTON, "Weergave van de planning");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Belasting van de eigenaren");
  g_object_unref (driver_find_starting (driver, ATSPI_ROLE_LIST_ITEM, "Bo Fietspad (demo)"));
  driver_press_starting (driver, ATSPI_ROLE_LIST_ITEM, "Bo Fietspad (demo)");
  driver_wait_text (driver, "Afspraken met werkgevers Oosterenk (demo)");
}

// The page of an area shows what is planned there, and opens it.
static void
test_area (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "areas");

  driver_go_by_name (driver, "Oosterenk", "Oosterenk");
  driver_press_starting (driver, ATSPI_ROLE_LIST_ITEM, "Afspraken met werkgevers Oosterenk (demo)");
  g_object_unref (driver_find (driver, ATSPI_ROLE_TEXT, "Kop"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planning-task/journal", test_journal);
  g_test_add_func ("/planning-task/journal-without-light", test_journal_without_light);
  g_test_add_func ("/planning-task/circle", test_circle);
  g_test_add_func ("/planning-task/facts", test_facts);
  g_test_add_func ("/planning-task/load", test_load);
  g_test_add_func ("/planning-task/area", test_area);
  return g_test_run ();
}
