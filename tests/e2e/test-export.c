// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "driver.h"

#include <string.h>

static gboolean
is_there (Driver *driver, gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

// Opens a menu and takes the item that @keys lead to; items have no name for assistive technology.
static void
open_menu (Driver *driver, const char *name, const char *keys)
{
  driver_press (driver, ATSPI_ROLE_TOGGLE_BUTTON, name);
  g_object_unref (driver_find (driver, ATSPI_ROLE_MENU, name));
  driver_key (driver, keys);
  driver_key (driver, "Return");
}

// Chooses the form, names the file, and waits for what is written.
static char *
export_as (Driver *driver, const char *form, const char *name)
{
  g_autofree char *path = g_build_filename (driver_get_data (driver), name, NULL);
  char *text = NULL;

  driver_press_starting (driver, ATSPI_ROLE_LIST_ITEM, form);
  driver_wait_text (driver, "Exporteren");
  driver_key (driver, "ctrl+a");
  driver_type_path (driver, path);
  driver_key (driver, "Return");
  driver_wait (driver, is_there, path, "the file that was exported");
  driver_wait_text (driver, "Geëxporteerd naar");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

// What the desktop keeps as its recent files.
static char *
read_recent (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "recently-used.xbel", NULL);
  char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) ? text : g_strdup ("");
}

static gboolean
is_recent (Driver *driver, gpointer name)
{
  g_autofree char *text = read_recent ();

  return strstr (text, name) != NULL;
}

// The list of employers as a table, as it is filtered.
static void
test_list (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "employers");
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  driver_wait_text (driver, "240 werkgevers");
  open_menu (driver, "Meer voor deze lijst", "Up");
  text = export_as (driver, "CSV", "lijst.csv");
  g_assert_true (g_str_has_prefix (text, "Naam,Plaats,"));
  lines = g_strsplit (text, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 242);
}

// The persons of one employer as cards for an address book.
static void
test_persons (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "employers");
  g_autofree char *text = NULL, *list = NULL, *recent = NULL;

  driver_press_starting (driver, ATSPI_ROLE_TABLE_ROW, "Blauwe Fietsbel Transport");
  open_menu (driver, "Meer voor deze werkgever", "Home");
  text = export_as (driver, "Adreskaartjes", "kaartjes.vcf");
  g_assert_true (g_str_has_prefix (text, "BEGIN:VCARD\r\nVERSION:3.0\r\n"));
  g_assert_nonnull (strstr (text, "\r\nORG:Blauwe Fietsbel Transport (demo)\r\n"));

  // A list of employers comes among the recent files of the desktop, persons do not.
  driver_press (driver, ATSPI_ROLE_BUTTON, "Terug");
  open_menu (driver, "Meer voor deze lijst", "Up");
  list = export_as (driver, "CSV", "erna.csv");
  driver_wait (driver, is_recent, (char *) "erna.csv", "the list among the recent files");
  recent = read_recent ();
  g_assert_nonnull (strstr (recent, "<mime:mime-type type=\"text/csv\"/>"));
  g_assert_null (strstr (recent, "kaartjes.vcf"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/e2e/export/list", test_list);
  g_test_add_func ("/e2e/export/persons", test_persons);
  return g_test_run ();
}
