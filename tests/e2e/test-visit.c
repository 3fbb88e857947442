// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "driver.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "rows.h"

#define EMPLOYER "Gele Zandweg Thuiszorg (demo)"
// From the field that goes anywhere, without the page of the employer between.
static void
test_from_anywhere (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "home");

  g_object_unref (driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Werkgevers"));
  driver_key (driver, "ctrl+k");
  g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, NULL));
  driver_type (driver, "gele za");
  g_object_unref (driver_find_starting (driver, ATSPI_ROLE_LIST_ITEM, EMPLOYER));
  driver_wait_text_gone (driver, "Gele Stekker");
  driver_key (driver, "ctrl+b");
  g_object_unref (driver_find (driver, ATSPI_ROLE_TEXT, "Notitie"));
  driver_wait_text (driver, "Gehoorde behoeften");
}

// Opens the visit sheet from the list, with the keyboard alone.
static void
open_visit (Driver *driver)
{
  g_object_unref (driver_find_starting (driver, ATSPI_ROLE_TABLE_CELL, "Naam: "));
  driver_key (driver, "ctrl+f");
  driver_type (driver, "zandweg thu");
  g_object_unref (driver_find_starting (driver, ATSPI_ROLE_TABLE_CELL, "Naam: " EMPLOYER));
  driver_key (driver, "ctrl+b");
  g_object_unref (driver_find (driver, ATSPI_ROLE_TEXT, "Notitie"));
  driver_wait_text (driver, "Gehoorde behoeften");
}

// What both sides promised is in the same action as the note: one undo takes all of it back.
static void
test_one_action (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "employers");
  g_autofree char *before = rows_list (driver, "promise");
  g_autofree char *promises = NULL, *after = NULL;

  open_visit (driver);
  driver_type (driver, "Samen gekeken naar de stalling");
  driver_fill (driver, "Wat zegt de werkgever toe?", "Stalling uitbreiden");
  driver_fill (driver, "Wat zeggen wij toe?", "Offerte opvragen");
  driver_key (driver, "ctrl+Return");
  rows_wait_text (driver, "contact", "Samen gekeken");
  promises = rows_list (driver, "promise");
  g_assert_nonnull (strstr (promises, "Stalling uitbreiden"));
  g_assert_nonnull (strstr (promises, "Offerte opvragen"));
  driver_key (driver, "ctrl+z");
  driver_wait_text_gone (driver, "Samen gekeken naar de stalling");
  after = rows_list (driver, "promise");
  g_assert_cmpstr (after, ==, before);
}

// The file that the draft is kept in; NULL: there is none.
static char *
draft_of (Driver *driver)
{
  g_autoptr (GDir) dir = g_dir_open (driver_get_data (driver), 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "spil-draft-"))
      return g_build_filename (driver_get_data (driver), name, NULL);
  return NULL;
}

static gboolean
has_draft (Driver *driver, gpointer data)
{
  g_autofree char *path = draft_of (driver);
  g_autofree char *content = NULL;

  return path != NULL && g_file_get_contents (path, &content, NULL, NULL) && strstr (content, data) != NULL;
}

static gboolean
has_no_draft (Driver *driver, gpointer data)
{
  g_autofree char *path = draft_of (driver);

  return path == NULL;
}

// What was typed is there again when one comes back, promises too; when it is saved there is no draft any more.
static void
test_draft (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "employers");

  open_visit (driver);
  driver_type (driver, "Halverwege gestoord");
  driver_fill (driver, "Wat zeggen wij toe?", "Cijfers sturen");
  driver_wait (driver, has_draft, (gpointer) "Cijfers sturen", "the draft");
  driver_key (driver, "alt+Left");
  g_object_unref (driver_find (driver, ATSPI_ROLE_HEADING, EMPLOYER));
  driver_key (driver, "ctrl+b");
  driver_wait_text (driver, "Dit is eerder getypt en nog niet opgeslagen.");
  driver_wait_text (driver, "Cijfers sturen");
  driver_key (driver, "ctrl+Return");
  rows_wait_text (driver, "contact", "Halverwege gestoord");
  driver_wait (driver, has_no_draft, NULL, "no draft");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/visit/from-anywhere", test_from_anywhere);
  g_test_add_func ("/visit/one-action", test_one_action);
  g_test_add_func ("/visit/draft", test_draft);
  return g_test_run ();
}
