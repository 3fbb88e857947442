// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "driver.h"

// Two things are done; from the history both are taken back at once, and done again.
static void
test_history (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "risks");

  for (int i = 0; i < 2; i++) {
    g_autofree char *name = g_strdup_printf ("Verzonnen risico %d", i + 1);

    driver_key (driver, "ctrl+shift+n");
    driver_fill (driver, "Wat er kan gebeuren (verplicht)", name);
    driver_press (driver, ATSPI_ROLE_BUTTON, "Opslaan");
    driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Toevoegen: Risico");
    driver_wait_text (driver, name);
  }
  driver_key (driver, "ctrl+h");
  g_object_unref (driver_find_starting (driver, ATSPI_ROLE_BUTTON, "Terugnemen tot hier: Demogegevens"));
  driver_key (driver, "Escape");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Wat er is gedaan");
  driver_key (driver, "ctrl+h");
  driver_press_starting (driver, ATSPI_ROLE_BUTTON, "Terugnemen tot hier: Demogegevens");
  driver_wait_text (driver, "3 dingen teruggenomen");
  driver_press_starting (driver, ATSPI_ROLE_BUTTON, "Opnieuw doen tot hier: Ongedaan gemaakt: Demogegevens");
  driver_wait_text (driver, "1 ding opnieuw gedaan");
  // The toast goes first, then the dialog.
  driver_key (driver, "Escape");
  driver_wait_text_gone (driver, "1 ding opnieuw gedaan");
  driver_key (driver, "Escape");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Wat er is gedaan");
}

// The keys of a row stay its own below a search field that takes what is typed there.
static void
test_row_menu (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "employers");

  g_object_unref (driver_find_starting (driver, ATSPI_ROLE_TABLE_ROW, "Blauwe Kilometerpaal"));
  driver_key (driver, "ctrl+f");
  driver_key (driver, "Down");
  driver_key (driver, "Down");
  driver_key (driver, "ctrl+c");
  driver_wait_text (driver, "Rij gekopieerd");
  // The first thing in its menu opens it.
  driver_key (driver, "shift+F10");
  driver_key (driver, "Return");
  g_object_unref (driver_find (driver, ATSPI_ROLE_HEADING, "Blauwe Kilometerpaal Techniek (demo)"));
}

// What is typed in the list goes to the field, accents too, and the field has the keys of its own text.
static void
test_search_field (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "employers");

  g_object_unref (driver_find_starting (driver, ATSPI_ROLE_TABLE_ROW, "Blauwe Kilometerpaal"));
  driver_key (driver, "ctrl+f");
  driver_key (driver, "Down");
  driver_type (driver, "perron");
  driver_wait_gone (driver, ATSPI_ROLE_TABLE_ROW, "Blauwe Kilometerpaal Techniek (demo)");
  driver_key (driver, "ctrl+f");
  driver_key (driver, "ctrl+a");
  driver_key (driver, "ctrl+c");
  driver_key (driver, "End");
  driver_key (driver, "ctrl+v");
  driver_wait_text (driver, "perronperron");
  // Its menu takes Escape, which would empty the field otherwise.
  driver_key (driver, "shift+F10");
  driver_key (driver, "Escape");
  driver_key (driver, "End");
  driver_type (driver, "nen");
  driver_wait_text (driver, "perronperronnen");
}

// In the palette and in the audit table.
static void
test_row_menu_elsewhere (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "home");
  g_autoptr (AtspiAccessible) row = NULL;

  driver_wait_text (driver, "Vervolgacties");
  driver_key (driver, "ctrl+k");
  g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, "Overal heen"));
  // The second of its rows.
  driver_key (driver, "Down");
  driver_key (driver, "shift+F10");
  driver_key (driver, "Return");
  g_object_unref (driver_find_starting (driver, ATSPI_ROLE_TABLE_ROW, "Blauwe Kilometerpaal"));
  driver_key (driver, "ctrl+k");
  g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, "Overal heen"));
  driver_type (driver, "wie deed");
  g_object_unref (driver_find_starting (driver, ATSPI_ROLE_LIST_ITEM, "Wie deed wat"));
  driver_key (driver, "Return");
  row = driver_find_starting (driver, ATSPI_ROLE_TABLE_ROW, "Gewijzigd");
  driver_focus (driver, row);
  driver_key (driver, "shift+F10");
  driver_key (driver, "Return");
  driver_wait_text (driver, "SHA-256");
  driver_key (driver, "Escape");
  driver_wait_text_gone (driver, "SHA-256");
}

// What is chosen holds at once, and the window opens the page that was chosen.
static void
test_preferences (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_PLAN, "home");

  driver_key (driver, "ctrl+comma");
  g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, "Voorkeuren"));
  driver_fill (driver, "Uw naam", "Verzonnen Makelaar");
  driver_key (driver, "Return");
  driver_key (driver, "Escape");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Voorkeuren");
  driver_key (driver, "ctrl+comma");
  driver_wait_text (driver, "Verzonnen Makelaar");
  driver_key (driver, "Escape");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Voorkeuren");
}

typedef struct
{
  const char *page; /* its row in the sidebar */
  AtspiRole role;
  const char *view; /* what is chosen the first time, and seen the next */
} View;

static const View views[] = {
  { "Budget", ATSPI_ROLE_PAGE_TAB, "Bronnen" },
  { "Fonds", ATSPI_ROLE_RADIO_BUTTON, "Bord" },
  { "Toolkit", ATSPI_ROLE_PAGE_TAB, "Aanbod" },
};

static gboolean
is_chosen (Driver *driver, gpointer data)
{
  const View *view = data;
  g_autoptr (AtspiAccessible) button = driver_find (driver, view->role, view->view);

  return accessible_has_state (button, ATSPI_STATE_CHECKED) ||
         accessible_has_state (button, ATSPI_STATE_SELECTED);
}

// The program comes back to the views in which it was left.
static void
test_views (void)
{
  g_setenv ("GSETTINGS_BACKEND", "keyfile", TRUE);
  for (int run = 0; run < 2; run++) {
    g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "home");

    for (gsize i = 0; i < G_N_ELEMENTS (views); i++) {
      driver_go (driver, views[i].page);
      if (run == 0)
        driver_press (driver, views[i].role, views[i].view);
      driver_wait (driver, is_chosen, (gpointer) &views[i], views[i].view);
    }
  }
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/feel/history", test_history);
  g_test_add_func ("/feel/row-menu", test_row_menu);
  g_test_add_func ("/feel/row-menu-elsewhere", test_row_menu_elsewhere);
  g_test_add_func ("/feel/search-field", test_search_field);
  g_test_add_func ("/feel/preferences", test_preferences);
  g_test_add_func ("/feel/views", test_views);
  return g_test_run ();
}
