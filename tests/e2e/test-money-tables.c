// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "driver.h"

#include <string.h>

/* One row that is new, one that draws down the commitment of the makers of brokers, one that stands there twice, and a total. */
#define LIST                                                                                                  \
  "Boekdatum;Bedrag excl. btw;Crediteur;Omschrijving;Factuurnummer;Kostenplaats\n"                             \
  "3-9-2018;1.234,56;Zaalverhuur Denkbeeld;Huur van de zaal;F-2018-001;6100.12\n"                              \
  "4-9-2018;2.500,00;Makelaarsbureau Overstap (demo);Uren van augustus;F-2018-002;1\n"                         \
  "4-9-2018;2.500,00;Makelaarsbureau Overstap (demo);Uren van augustus;F-2018-002;1\n"                         \
  ";6.234,56;;Totaal;;\n"

static char *
write_list (Driver *driver)
{
  char *path = g_build_filename (driver_get_data (driver), "grootboek.csv", NULL);

  g_assert_true (g_file_set_contents (path, LIST, -1, NULL));
  return path;
}

static char *
spilctl (Driver *driver, const char *verb, const char *what)
{
  return driver_spilctl (driver, (const char *[]) { verb, what, NULL });
}

/* From the budget to what will happen, with the keyboard alone. */
static void
go_to_outcome (Driver *driver)
{
  g_autofree char *path = write_list (driver);

  driver_key (driver, "ctrl+alt+b");
  g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, "Boekingen inlezen"));
  driver_type_path (driver, path);
  driver_key (driver, "Return");
  driver_wait_text (driver, "Wat staat in welke kolom?");
  driver_wait_text (driver, "Kostenplaats");
  driver_key (driver, "Return");
  driver_wait_text (driver, "Kan nog niet worden geboekt: 1");
  driver_wait_text (driver, "Bij een verplichting gevonden: 1");
  driver_wait_text (driver, "Staat er al: 1");
  driver_wait_text (driver, "1 rij boeken");
}

/* What can be booked is booked, what cannot says why; and one step takes it back. */
static void
test_import_and_undo (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "budget");
  g_autofree char *before = spilctl (driver, "digest", NULL);
  g_autofree char *booked = NULL;
  g_autofree char *after = NULL;

  go_to_outcome (driver);
  driver_press_starting (driver, ATSPI_ROLE_LIST_ITEM, "Kan nog niet worden geboekt");
  driver_wait_text (driver, "Voor kostencode “6100.12” is nog geen post gekozen.");
  driver_key (driver, "Escape");
  driver_wait_text (driver, "1 rij boeken");
  driver_press (driver, ATSPI_ROLE_BUTTON, "1 rij boeken");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Boekingen inlezen");
  driver_wait_text (driver, "Ingelezen: 1 geboekt, 1 overgeslagen, 1 geweigerd");
  driver_wait_text (driver, "265.660,50");
  booked = driver_spilctl (driver, (const char *[]) { "list", "actual", "--json", NULL });
  g_assert_nonnull (strstr (booked, "F-2018-002"));
  g_assert_null (strstr (booked, "F-2018-001"));
  driver_key (driver, "ctrl+z");
  driver_wait_text_gone (driver, "265.660,50");
  after = spilctl (driver, "digest", NULL);
  g_assert_cmpstr (before, ==, after);
}

/* Closed before the last step: nothing has changed. */
static void
test_look_only (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "budget");
  g_autofree char *before = spilctl (driver, "digest", NULL);
  g_autofree char *after = NULL;

  go_to_outcome (driver);
  driver_press_starting (driver, ATSPI_ROLE_LIST_ITEM, "Staat er al");
  driver_wait_text (driver, "Zelfde kenmerk en bedrag: rij 3 van deze lijst.");
  for (int i = 0; i < 4; i++)
    driver_key (driver, "Escape");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Boekingen inlezen");
  after = spilctl (driver, "digest", NULL);
  g_assert_cmpstr (before, ==, after);
}

/* What is exported is read in again: every row is there already. */
static void
test_export_and_read_back (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "budget");
  g_autofree char *path = g_build_filename (driver_get_data (driver), "uitgaven.xlsx", NULL);
  g_autofree char *report = NULL;

  g_free (driver_spilctl (driver, (const char *[]) { "export", "actual", path, NULL }));
  report = driver_spilctl (driver, (const char *[]) { "import", "actual", path, "--dry-run", NULL });
  g_assert_nonnull (strstr (report, "Zou worden toegevoegd: 0,"));
  g_assert_nonnull (strstr (report, "geweigerd: 0."));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/e2e/money-tables/import-and-undo", test_import_and_undo);
  g_test_add_func ("/e2e/money-tables/look-only", test_look_only);
  g_test_add_func ("/e2e/money-tables/export-and-read-back", test_export_and_read_back);
  return g_test_run ();
}
