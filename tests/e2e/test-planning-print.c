// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "driver.h"

#include <gio/gio.h>
#include <string.h>

#include "samples.h"

static gboolean
is_there (Driver *driver, gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

// Names the file in the file dialog and waits for what comes of it.
static void
save_to (Driver *driver, const char *typed, const char *path)
{
  driver_wait_text (driver, "Planning opslaan");
  driver_key (driver, "ctrl+a");
  driver_type (driver, typed);
  driver_key (driver, "Return");
  driver_wait (driver, is_there, (gpointer) path, "the file that was saved");
  driver_wait_text (driver, "Planning opgeslagen als");
}

// Ctrl+P shows the page; saved as PDF it is whole, on one page.
static void
test_pdf (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "planning");
  g_autofree char *path = g_build_filename (driver_get_data (driver), "planning.pdf", NULL);
  g_autofree char *text = NULL;

  g_object_unref (driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Verkenning N35 en N340 (demo)"));
  driver_key (driver, "ctrl+p");
  g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, "Planning afdrukken"));
  g_object_unref (driver_find (driver, ATSPI_ROLE_IMAGE, "pagina 1 van 1"));
  driver_press (driver, ATSPI_ROLE_BUTTON, "Opslaan als PDF…");
  save_to (driver, path, path);
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Planning afdrukken");
  text = sample_read_pdf (path);
  g_assert_nonnull (strstr (text, "Planning · Werkgeversaanpak 2018"));
  g_assert_nonnull (strstr (text, "11. Toolkit"));
  g_assert_nonnull (strstr (text, "pagina 1 van 1"));
  // pdftotext ends each page with a form feed: there is one.
  g_assert_cmpuint (strcspn (text, "\f"), ==, strlen (text) - 1);
}

// Over several pages: the preview pages through, and there is a picture of each.
static void
test_pictures (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "planning");
  g_autofree char *path = g_build_filename (driver_get_data (driver), "planning-2.svg", NULL);
  g_autofree char *typed = g_build_filename (driver_get_data (driver), "planning.svg", NULL);

  g_object_unref (driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Verkenning N35 en N340 (demo)"));
  driver_key (driver, "ctrl+p");
  g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, "Planning afdrukken"));
  driver_press (driver, ATSPI_ROLE_CHECK_BOX, "Over meer pagina’s");
  g_object_unref (driver_find (driver, ATSPI_ROLE_IMAGE, "pagina 1 van 2"));
  driver_press (driver, ATSPI_ROLE_BUTTON, "Volgende pagina");
  g_object_unref (driver_find (driver, ATSPI_ROLE_IMAGE, "pagina 2 van 2"));
  driver_press (driver, ATSPI_ROLE_BUTTON, "SVG…");
  save_to (driver, typed, path);
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Planning afdrukken");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planning-print/pdf", test_pdf);
  g_test_add_func ("/planning-print/pictures", test_pictures);
  return g_test_run ();
}
