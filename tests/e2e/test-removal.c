// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "driver.h"

#include <glib/gstdio.h>

// Everything is removed only after a word has been typed; then Spil begins anew.
static void
test_remove (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_PLAN, "sync");
  g_autoptr (AtspiAccessible) button = NULL;
  g_autofree char *path = g_build_filename (driver_get_data (driver), "spil.db", NULL);

  driver_press (driver, ATSPI_ROLE_LIST_ITEM, "Meedoen");
  driver_wait_text (driver, "Op deze laptop staan al gegevens");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Verwijder lokale gegevens…");
  driver_wait_text (driver, "Alle gegevens van deze laptop verwijderen?");
  button = driver_find (driver, ATSPI_ROLE_BUTTON, "Alles verwijderen");
  g_assert_false (accessible_has_state (button, ATSPI_STATE_SENSITIVE));
  driver_fill (driver, "Typ “verwijder”", "Verwijder ");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Alles verwijderen");
  driver_wait_text (driver, "Welkom bij Spil");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  // It is as on the first day.
  driver_press (driver, ATSPI_ROLE_LIST_ITEM, "Begin met het plan van 2018");
  g_object_unref (driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Werkgevers"));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/removal/remove", test_remove);
  return g_test_run ();
}
