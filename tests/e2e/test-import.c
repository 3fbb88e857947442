// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "driver.h"
#include "samples.h"

#include <string.h>

static char *
digest_of (Driver *driver)
{
  return driver_spilctl (driver, (const char *[]) { "digest", NULL });
}

static char *
list_imports (Driver *driver)
{
  return driver_spilctl (driver, (const char *[]) { "import", "--list", NULL });
}

// From the page of employers to what will happen, with the keyboard alone.
static void
go_to_outcome (Driver *driver)
{
  g_autofree char *path = sample_write_list (driver_get_data (driver));

  driver_key (driver, "ctrl+i");
  g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, "Lijst inlezen"));
  driver_type_path (driver, path);
  driver_key (driver, "Return");
  driver_wait_text (driver, "Is dit uw lijst?");
  driver_wait_text (driver, "Bedrijfsnaam");
  driver_key (driver, "Return");
  driver_wait_text (driver, "Wat staat waar?");
  driver_wait_text (driver, "Contactpersoon: Naam");
  driver_key (driver, "Return");
  driver_wait_text (driver, "5000 werkgevers inlezen");
  driver_wait_text (driver, "Rij 5003 is een totaal");
}

static void
read_in (Driver *driver)
{
  go_to_outcome (driver);
  driver_key (driver, "Return");
  driver_wait_text (driver, "De lijst is ingelezen");
}

static void
test_read_in_and_undo (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "employers");
  g_autofree char *before = digest_of (driver);
  g_autofree char *imports = NULL;
  g_autofree char *after = NULL;

  read_in (driver);
  imports = list_imports (driver);
  g_assert_nonnull (strstr (imports, "5.000"));
  driver_key (driver, "Tab");
  driver_key (driver, "Return");
  // It goes when all is taken back.
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Lijst inlezen");
  after = digest_of (driver);
  g_assert_cmpstr (before, ==, after);
}

// Nothing has changed when it is closed before the last step.
static void
test_look_only (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "employers");
  g_autofree char *before = digest_of (driver);
  g_autofree char *after = NULL;

  go_to_outcome (driver);
  driver_press (driver, ATSPI_ROLE_LIST_ITEM, "Bekijk de geweigerde rijen");
  driver_wait_text (driver, "Rij 5002, Aantal medewerkers: “veel”");
  // Back through the pages, and out.
  for (int i = 0; i < 5; i++)
    driver_key (driver, "Escape");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Lijst inlezen");
  after = digest_of (driver);
  g_assert_cmpstr (before, ==, after);
}

// One step for Ctrl+Z, and one row in the history of imports.
static void
test_history (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "employers");
  g_autofree char *before = digest_of (driver);
  g_autofree char *after = NULL;

  read_in (driver);
  driver_key (driver, "Return");
  driver_wait_text_gone (driver, "De lijst is ingelezen");
  driver_key (driver, "ctrl+shift+i");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Import van werkgevers.csv ongedaan maken");
  driver_wait_text (driver, "Nog geen lijsten ingelezen");
  after = digest_of (driver);
  g_assert_cmpstr (before, ==, after);
}

// After the dialog the toast still takes it back.
static void
test_toast (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "employers");
  g_autofree char *before = digest_of (driver);
  g_autofree char *after = NULL;

  read_in (driver);
  driver_key (driver, "Return");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Lijst inlezen");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Ongedaan maken");
  driver_wait_text (driver, "Ongedaan gemaakt");
  after = digest_of (driver);
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/e2e/import/read-in-and-undo", test_read_in_and_undo);
  g_test_add_func ("/e2e/import/look-only", test_look_only);
  g_test_add_func ("/e2e/import/history", test_history);
  g_test_add_func ("/e2e/import/toast", test_toast);
  return g_test_run ();
}
