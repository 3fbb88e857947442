// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* Where the keyboard is: always at something that is seen. */
#include "driver.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  const char *within; /* the name of what has to hold the focus */
  gboolean found;
} Focus;

static gboolean
is_within (AtspiAccessible *accessible, const char *name)
{
  g_autoptr (AtspiAccessible) at = g_object_ref (accessible);

  while (at != NULL) {
    g_autoptr (AtspiAccessible) child = g_steal_pointer (&at);
    g_autofree char *named = accessible_name (child);

    if (strcmp (named, name) == 0)
      return TRUE;
    at = atspi_accessible_get_parent (child, NULL);
  }
  return FALSE;
}

static gboolean
look_for_focus (AtspiAccessible *accessible, gpointer data)
{
  Focus *focus = data;

  focus->found = atspi_accessible_get_role (accessible, NULL) != ATSPI_ROLE_FRAME &&
                 accessible_has_state (accessible, ATSPI_STATE_FOCUSED) &&
                 is_within (accessible, focus->within);
  return !focus->found;
}

static gboolean
has_focus (Driver *driver, gpointer data)
{
  Focus *focus = data;

  focus->found = FALSE;
  driver_visit (driver, NULL, look_for_focus, focus);
  return focus->found;
}

static void
wait_focus (Driver *driver, const char *within)
{
  Focus focus = { within };
  g_autofree char *what = g_strdup_printf ("the keyboard to be in “%s”", within);

  driver_wait (driver, has_focus, &focus, what);
}

// A page that is opened by its key has the keyboard, wherever it was: in the page before or in the list of pages.
static void
test_pages (void)
{
  static const char *const pages[] = { "Overzicht", "Werkgevers", "Gebieden", "Toolkit", "Fonds",
                                       "Planning",  "Budget",     "Risico's", "Effecten" };
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "reports");

  wait_focus (driver, "Rapportage");
  for (gsize round = 0; round < 2; round++)
    for (gsize i = 0; i < G_N_ELEMENTS (pages); i++) {
      g_autofree char *key = g_strdup_printf ("ctrl+%d", (int) i + 1);

      driver_key (driver, key);
      wait_focus (driver, pages[i]);
    }
  driver_key (driver, "F6");
  wait_focus (driver, "Pagina's");
  driver_key (driver, "ctrl+8");
  wait_focus (driver, "Risico's");
}

// And it begins at the first thing on the page, however often the page is given it on the way.
static void
test_first (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "home");
  g_autoptr (AtspiAccessible) first = driver_find_starting (driver, ATSPI_ROLE_LIST_ITEM, "Dubbele Windvaan");
  g_autofree char *name = accessible_name (first);

  wait_focus (driver, name);
  driver_key (driver, "ctrl+8");
  wait_focus (driver, "Risico's");
  driver_key (driver, "ctrl+1");
  wait_focus (driver, name);
}

// What the dialog was opened from has gone once there is a group to work in.
static void
test_sharing (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_PLAN, "sync");
  g_autofree char *folder = g_build_filename (driver_get_data (driver), "gedeeld", NULL);
  g_autoptr (AtspiAccessible) row = driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Samen gaan werken");

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  driver_focus (driver, row);
  driver_key (driver, "Return");
  driver_fill (driver, "Map", folder);
  driver_fill (driver, "Uw naam", "Lia Leidster (demo)");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Beginnen");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Klaar");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Later");
  wait_focus (driver, "Samenwerken");
  driver_key (driver, "ctrl+k");
  g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, "Overal heen"));
  driver_key (driver, "Escape");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Overal heen");
  wait_focus (driver, "Samenwerken");
}

// A page that has been read only now leaves the keyboard to the dialog over it.
static void
test_slow_page (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "home");

  wait_focus (driver, "Overzicht");
  driver_key (driver, "ctrl+8");
  driver_key (driver, "ctrl+shift+n");
  driver_wait_text (driver, "Nieuwe gebieden komen moeilijk op gang");
  wait_focus (driver, "Toevoegen: Risico");
  driver_key (driver, "Escape");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Toevoegen: Risico");
  wait_focus (driver, "Risico's");
}

typedef struct
{
  const char *name;
  gboolean is_open;
} Menu;

static gboolean
look_for_menu (AtspiAccessible *accessible, gpointer data)
{
  const Menu *menu = data;
  g_autofree char *name = accessible_name (accessible);

  return atspi_accessible_get_role (accessible, NULL) != ATSPI_ROLE_TOGGLE_BUTTON ||
         strcmp (name, menu->name) != 0 || !accessible_has_state (accessible, ATSPI_STATE_EXPANDABLE) ||
         accessible_has_state (accessible, ATSPI_STATE_EXPANDED) != menu->is_open;
}

static gboolean
tells_open (Driver *driver, gpointer data)
{
  g_autoptr (AtspiAccessible) frame = driver_find (driver, ATSPI_ROLE_FRAME, NULL);

  return !driver_walk_from (frame, look_for_menu, data);
}

// A button with a menu says whether that is open.
static void
test_menus (void)
{
  static Menu closed = { "Hoofdmenu", FALSE }, open = { "Hoofdmenu", TRUE };
  g_autoptr (Driver) driver = driver_start (DRIVER_PLAN, "budget");

  driver_wait_text (driver, "Budget");
  driver_key (driver, "F10");
  driver_wait (driver, tells_open, &open, "a menu that says it is open");
  driver_key (driver, "Escape");
  driver_wait (driver, tells_open, &closed, "a menu that says it is closed");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/keyboard/pages", test_pages);
  g_test_add_func ("/keyboard/first", test_first);
  g_test_add_func ("/keyboard/sharing", test_sharing);
  g_test_add_func ("/keyboard/slow-page", test_slow_page);
  g_test_add_func ("/keyboard/menus", test_menus);
  return g_test_run ();
}
