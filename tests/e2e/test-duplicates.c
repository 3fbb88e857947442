// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* Two employers that are one: pointed out, merged and taken apart, by keyboard. */
#include "driver.h"
#include "samples.h"

#include <string.h>

static char *
list_organisations (const char *data)
{
  return run_spilctl (data, (const char *[]) { "--json", "list", "organisation", NULL });
}

static gboolean
is_merged (const char *data)
{
  g_autofree char *text = list_organisations (data);

  return strstr (text, "\"merged_into\":\"") != NULL || strstr (text, "\"merged_into\": \"") != NULL;
}

/* Ctrl+Shift+D, M, undo. */
static void
test_merge (void)
{
  g_autofree char *data = sample_make_pair ();
  g_autoptr (Driver) driver = driver_start_on (data, (const char *[]) { "--page", "employers", NULL });

  g_object_unref (driver_find_starting (driver, ATSPI_ROLE_TABLE_CELL, "Naam: "));
  driver_key (driver, "ctrl+shift+d");
  driver_wait_text (driver, "Waarschijnlijk dezelfde");
  driver_wait_text (driver, "zelfde naam, zelfde telefoonnummer, zelfde plaats");
  driver_key (driver, "m");
  driver_wait_text (driver, "Alle paren zijn beoordeeld");
  g_assert_true (is_merged (data));
  driver_key (driver, "ctrl+z");
  driver_wait_text (driver, "Waarschijnlijk dezelfde");
  g_assert_false (is_merged (data));
  driver_key (driver, "n");
  driver_wait_text (driver, "Alle paren zijn beoordeeld");
  g_assert_false (is_merged (data));
  driver_stop (g_steal_pointer (&driver));
  remove_folder (data);
}

/* From the page of the one that stays it is taken back later. */
static void
test_unmerge (void)
{
  g_autofree char *data = sample_make_pair ();
  g_autoptr (Driver) driver = driver_start_on (data, (const char *[]) { "--page", "employers", NULL });
  g_autoptr (AtspiAccessible) cell = NULL;

  g_object_unref (driver_find_starting (driver, ATSPI_ROLE_TABLE_CELL, "Naam: "));
  driver_key (driver, "ctrl+shift+d");
  driver_wait_text (driver, "Waarschijnlijk dezelfde");
  driver_key (driver, "1");
  driver_key (driver, "m");
  driver_wait_text (driver, "Alle paren zijn beoordeeld");
  driver_key (driver, "Escape");
  cell = driver_find_starting (driver, ATSPI_ROLE_TABLE_CELL, "Naam: " SAMPLE_PAIR_NAME);
  driver_press_accessible (driver, cell);
  driver_wait_text (driver, "Samengevoegd uit: GOUDEN PROEFKORST B.V.");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Samenvoeging van GOUDEN PROEFKORST B.V. ongedaan maken");
  driver_wait_text_gone (driver, "Samengevoegd uit: GOUDEN PROEFKORST B.V.");
  g_assert_false (is_merged (data));
  driver_stop (g_steal_pointer (&driver));
  remove_folder (data);
}

/* Two that are not alike, chosen by a person on the page of one of them. */
static void
test_choose (void)
{
  g_autofree char *data = driver_make_data (DRIVER_PLAN);
  g_autoptr (Driver) driver = NULL;
  g_autoptr (AtspiAccessible) cell = NULL;

  g_free (sample_add_employer (data, SAMPLE_PAIR_NAME, "038-5550199"));
  g_free (sample_add_employer (data, "Testmolen", "038-5550100"));
  driver = driver_start_on (data, (const char *[]) { "--page", "employers", NULL });
  cell = driver_find_starting (driver, ATSPI_ROLE_TABLE_CELL, "Naam: " SAMPLE_PAIR_NAME);
  driver_press_accessible (driver, cell);
  driver_press (driver, ATSPI_ROLE_BUTTON, "Samenvoegen met…");
  g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, "Met welke werkgever samenvoegen?"));
  driver_type (driver, "testmolen");
  driver_key (driver, "Return");
  driver_wait_text (driver, "Voeg deze twee samen");
  driver_key (driver, "m");
  driver_wait_text (driver, "Samengevoegd uit: Testmolen");
  g_assert_true (is_merged (data));
  driver_stop (g_steal_pointer (&driver));
  remove_folder (data);
}

/* While a new one is typed; Alt+1 opens the one that is there. */
static void
test_typing (void)
{
  g_autofree char *data = driver_make_data (DRIVER_PLAN);
  g_autoptr (Driver) driver = NULL;
  g_autofree char *organisations = NULL;

  g_free (sample_add_employer (data, SAMPLE_PAIR_NAME, "038-5550199"));
  driver = driver_start_on (data, (const char *[]) { "--page", "employers", NULL });
  g_object_unref (driver_find_starting (driver, ATSPI_ROLE_TABLE_CELL, "Naam: "));
  driver_key (driver, "ctrl+shift+n");
  g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, "Werkgever toevoegen"));
  driver_fill (driver, "Naam", "gouden proefkorst bv");
  driver_wait_text (driver, "Bestaat misschien al:");
  driver_key (driver, "alt+1");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Werkgever toevoegen");
  g_object_unref (driver_find (driver, ATSPI_ROLE_HEADING, SAMPLE_PAIR_NAME));
  organisations = list_organisations (data);
  g_assert_null (strstr (organisations, "gouden proefkorst bv"));
  driver_stop (g_steal_pointer (&driver));
  remove_folder (data);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/e2e/duplicates/merge", test_merge);
  g_test_add_func ("/e2e/duplicates/unmerge", test_unmerge);
  g_test_add_func ("/e2e/duplicates/choose", test_choose);
  g_test_add_func ("/e2e/duplicates/typing", test_typing);
  return g_test_run ();
}
