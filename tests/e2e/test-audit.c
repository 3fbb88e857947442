// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "catalogue.h"
#include "driver.h"
#include "money-ways.h"

#include <string.h>

// More stops than any page has.
#define MAX_STOPS 400

typedef struct
{
  const char *name;
  const char *text; /**< what is there once the page has been read */
} Page;

// What Tab reaches, as paths on the accessibility bus.
typedef struct
{
  GHashTable *set;
  char *first;
  GPtrArray *order; /**< the same, where items of a list that follow each other are that list */
} Stops;

typedef struct
{
  Driver *driver;
  GHashTable *english; /**< texts that should not be seen */
  const Stops *stops;
  GString *problems;
} Audit;

static const char *
path_of (AtspiAccessible *accessible)
{
  return ((AtspiObject *) accessible)->path;
}

static void
add_problem (Audit *audit, AtspiAccessible *accessible, const char *problem)
{
  g_autofree char *name = accessible_name (accessible);
  g_autofree char *role = atspi_accessible_get_role_name (accessible, NULL);
  g_autofree char *line = g_strdup_printf ("  %s “%s”: %s\n", role, name, problem);

  if (strstr (audit->problems->str, line) == NULL)
    g_string_append (audit->problems, line);
}

static gboolean
is_seen (AtspiAccessible *accessible)
{
  AtspiRect extents = accessible_extents (accessible);

  return extents.width > 0 && extents.height > 0 && accessible_has_state (accessible, ATSPI_STATE_SHOWING) &&
         accessible_has_state (accessible, ATSPI_STATE_SENSITIVE);
}

static gboolean
is_list (AtspiRole role)
{
  return role == ATSPI_ROLE_LIST || role == ATSPI_ROLE_LIST_BOX || role == ATSPI_ROLE_TABLE ||
         role == ATSPI_ROLE_TREE_TABLE || role == ATSPI_ROLE_TREE || role == ATSPI_ROLE_PAGE_TAB_LIST ||
         role == ATSPI_ROLE_GROUPING;
}

static gboolean
is_member (AtspiRole role)
{
  return role == ATSPI_ROLE_LIST_ITEM || role == ATSPI_ROLE_TREE_ITEM || role == ATSPI_ROLE_TABLE_ROW ||
         role == ATSPI_ROLE_TABLE_CELL || role == ATSPI_ROLE_PAGE_TAB || role == ATSPI_ROLE_RADIO_BUTTON;
}

// What is one stop with all that is in it.
static gboolean
is_whole (AtspiRole role)
{
  return role == ATSPI_ROLE_COMBO_BOX || role == ATSPI_ROLE_SPIN_BUTTON || role == ATSPI_ROLE_ENTRY ||
         role == ATSPI_ROLE_CHECK_BOX || role == ATSPI_ROLE_TOGGLE_BUTTON;
}

/* Names and roles */

// The desktop has keys for these: GTK keeps Tab from them. libadwaita's Dutch lacks the name of the one in dialogs.
static gboolean
is_window_control (AtspiAccessible *accessible)
{
  g_autofree char *description = accessible_description (accessible);

  return g_str_has_prefix (description, "Venster ") || strcmp (description, "Het venster sluiten") == 0;
}

// A thing that has the focus, or could.
static void
check_focusable (Audit *audit, AtspiAccessible *accessible)
{
  AtspiRole role = atspi_accessible_get_role (accessible, NULL);
  g_autofree char *name = accessible_name (accessible);
  g_autoptr (AtspiAccessible) parent = NULL;
  g_autofree char *parent_name = NULL;

  // The toolkit lets it take the focus, so that arrow keys scroll.
  if (role == ATSPI_ROLE_SCROLL_PANE)
    return;
  parent = atspi_accessible_get_parent (accessible, NULL);
  parent_name = accessible_name (parent);
  if (role == ATSPI_ROLE_UNKNOWN || role == ATSPI_ROLE_FILLER || role == ATSPI_ROLE_PANEL)
    add_problem (audit, accessible, "takes the focus and has no role");
  // A menu's items have their words in a label.
  if (*name == '\0' && role != ATSPI_ROLE_MENU_ITEM) {
    g_autofree char *problem = g_strdup_printf ("takes the focus and has no name, in “%s”", parent_name);

    add_problem (audit, accessible, problem);
  }
}

static gboolean
has_focusable_within (AtspiAccessible *accessible)
{
  int n = atspi_accessible_get_child_count (accessible, NULL);

  for (int i = 0; i < n; i++) {
    g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (accessible, i, NULL);

    if (child != NULL &&
        (accessible_has_state (child, ATSPI_STATE_FOCUSABLE) || has_focusable_within (child)))
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_part_of_whole (AtspiAccessible *accessible)
{
  g_autoptr (AtspiAccessible) at = atspi_accessible_get_parent (accessible, NULL);

  while (at != NULL) {
    g_autoptr (AtspiAccessible) child = g_steal_pointer (&at);

    if (is_whole (atspi_accessible_get_role (child, NULL)))
      return TRUE;
    at = atspi_accessible_get_parent (child, NULL);
  }
  return FALSE;
}

// Names of all that is seen, and more of all that could have the focus; what only holds such things is no stop.
static gboolean
check_name (AtspiAccessible *accessible, gpointer data)
{
  Audit *audit = data;
  g_autofree char *name = accessible_name (accessible);

  if (!is_seen (accessible))
    return TRUE;
  if (g_hash_table_contains (audit->english, name) && !is_window_control (accessible))
    add_problem (audit, accessible, "is English");
  if (accessible_has_state (accessible, ATSPI_STATE_FOCUSABLE) && !is_part_of_whole (accessible) &&
      (is_list (atspi_accessible_get_role (accessible, NULL)) || !has_focusable_within (accessible)))
    check_focusable (audit, accessible);
  return TRUE;
}

/* The keyboard */

// The row of a table that it stands in, in whichever cell; NULL: in none.
static AtspiAccessible *
row_around (AtspiAccessible *accessible)
{
  g_autoptr (AtspiAccessible) at = g_object_ref (accessible);

  while (at != NULL) {
    const AtspiRole role = atspi_accessible_get_role (at, NULL);
    AtspiAccessible *parent = atspi_accessible_get_parent (at, NULL);

    if (role == ATSPI_ROLE_TABLE_CELL || role == ATSPI_ROLE_FRAME) {
      if (role == ATSPI_ROLE_FRAME)
        g_clear_object (&parent);
      return parent;
    }
    g_object_unref (at);
    at = parent;
  }
  return NULL;
}

// The list or table that an item is in, or the thing itself. In a list Tab and Shift+Tab may begin at different items.
static char *
group_of (AtspiAccessible *accessible)
{
  g_autoptr (AtspiAccessible) row = row_around (accessible);
  AtspiAccessible *item = row != NULL ? row : accessible;
  g_autoptr (AtspiAccessible) parent = NULL;

  if (!is_member (atspi_accessible_get_role (item, NULL)))
    return g_strdup (path_of (item));
  parent = atspi_accessible_get_parent (item, NULL);
  return g_strdup (path_of (parent));
}

static void
add_stop (Stops *stops, AtspiAccessible *focus)
{
  g_autofree char *group = group_of (focus);
  guint n = stops->order->len;

  g_hash_table_add (stops->set, g_strdup (path_of (focus)));
  // Parts of a chart are made anew at times: the chart stays.
  g_hash_table_add (stops->set, g_strdup (group));
  if (stops->first == NULL)
    stops->first = g_strdup (path_of (focus));
  if (n == 0 || strcmp (g_ptr_array_index (stops->order, n - 1), group) != 0)
    g_ptr_array_add (stops->order, g_steal_pointer (&group));
}

// Presses @key until it comes to where it was before.
static Stops *
collect_stops (Audit *audit, const char *key)
{
  Stops *stops = g_new0 (Stops, 1);

  stops->set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  stops->order = g_ptr_array_new_with_free_func (g_free);
  for (int i = 0; i < MAX_STOPS; i++) {
    g_autoptr (AtspiAccessible) focus = driver_move_focus (audit->driver, key);

    if (g_hash_table_contains (stops->set, path_of (focus))) {
      if (strcmp (path_of (focus), stops->first) != 0)
        add_problem (audit, focus, "Tab or Shift+Tab goes round in a circle from here");
      return stops;
    }
    check_focusable (audit, focus);
    add_stop (stops, focus);
  }
  g_error ("%s does not come round", key);
}

static void
stops_free (Stops *stops)
{
  g_hash_table_unref (stops->set);
  g_ptr_array_unref (stops->order);
  g_free (stops->first);
  g_free (stops);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Stops, stops_free)

static gboolean
has_stop_within (AtspiAccessible *accessible, const Stops *stops)
{
  int n = atspi_accessible_get_child_count (accessible, NULL);

  if (g_hash_table_contains (stops->set, path_of (accessible)))
    return TRUE;
  for (int i = 0; i < n; i++) {
    g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (accessible, i, NULL);

    if (child != NULL && has_stop_within (child, stops))
      return TRUE;
  }
  return FALSE;
}

// Whether Tab goes to it, or into it, or to the thing that it is part of, or to a neighbour in a list where arrow keys go on.
static gboolean
is_reached (AtspiAccessible *accessible, const Stops *stops)
{
  gboolean is_item = is_member (atspi_accessible_get_role (accessible, NULL));
  g_autoptr (AtspiAccessible) at = g_object_ref (accessible);

  if (has_stop_within (accessible, stops))
    return TRUE;
  while (TRUE) {
    g_autoptr (AtspiAccessible) child = g_steal_pointer (&at);
    AtspiRole role;

    at = atspi_accessible_get_parent (child, NULL);
    role = at != NULL ? atspi_accessible_get_role (at, NULL) : ATSPI_ROLE_FRAME;
    if (role == ATSPI_ROLE_FRAME || role == ATSPI_ROLE_DIALOG)
      return FALSE;
    if (is_whole (role) && g_hash_table_contains (stops->set, path_of (at)))
      return TRUE;
    // Arrow keys go from cell to cell, to what is in them.
    is_item = is_item || role == ATSPI_ROLE_TABLE_CELL;
    if (is_item && is_list (role) && has_stop_within (at, stops))
      return TRUE;
  }
}

static gboolean
check_reached (AtspiAccessible *accessible, gpointer data)
{
  Audit *audit = data;

  if (is_seen (accessible) && accessible_has_state (accessible, ATSPI_STATE_FOCUSABLE) &&
      !is_window_control (accessible) && !is_reached (accessible, audit->stops))
    add_problem (audit, accessible, "is not reached with Tab");
  return TRUE;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

// Shift+Tab comes to all that Tab comes to.
static void
check_reverse (Audit *audit)
{
  g_autoptr (Stops) back = collect_stops (audit, "shift+Tab");
  GPtrArray *forward = audit->stops->order;

  g_ptr_array_sort (forward, compare_texts);
  g_ptr_array_sort (back->order, compare_texts);
  if (forward->len != back->order->len)
    g_string_append_printf (audit->problems, "  Tab stops %u times, Shift+Tab %u times\n", forward->len,
                            back->order->len);
  else
    for (guint i = 0; i < forward->len; i++)
      if (strcmp (g_ptr_array_index (forward, i), g_ptr_array_index (back->order, i)) != 0) {
        g_string_append (audit->problems, "  Shift+Tab takes another way than Tab\n");
        return;
      }
}

/* A page, a dialog */

// What can be seen, below @from when something lies over the page.
static void
audit_all (Driver *driver, AtspiAccessible *from, gboolean with_tab)
{
  g_autoptr (GHashTable) english = catalogue_dup_english (g_getenv ("E2E_CATALOGUE"));
  g_autoptr (GString) problems = g_string_new (NULL);
  Audit audit = { .driver = driver, .english = english, .problems = problems };
  g_autoptr (Stops) stops = NULL;

  driver_visit (driver, from, check_name, &audit);
  if (with_tab) {
    // What has the focus may bring up more: the first time round is for that.
    stops_free (collect_stops (&audit, "Tab"));
    audit.stops = stops = collect_stops (&audit, "Tab");
    driver_visit (driver, from, check_reached, &audit);
    check_reverse (&audit);
  }
  if (problems->len > 0)
    g_test_fail_printf ("For who uses a keyboard or a screen reader:\n%s", problems->str);
}

static void
test_page (gconstpointer data)
{
  const Page *page = data;
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, page->name);

  driver_wait_text (driver, page->text);
  audit_all (driver, NULL, TRUE);
}

static const Page pages[] = {
  { "home", "Spitsmijdingen" },    { "employers", "Naam: " },
  { "areas", "Oosterenk" },        { "toolkit", "OV-probeerkaart" },
  { "fund", "Aanvragen" },         { "planning", "Verkenning N35 en N340" },
  { "budget", "Totaal: vrij" },    { "risks", "Nieuwe gebieden komen moeilijk op gang" },
  { "effects", "Spitsmijdingen" }, { "reports", "Rapport maken" },
  { "sync", "Samen gaan werken" },
};

// What is opened from a page: by keys, by what is found with Ctrl+K, by a view and a row.
typedef struct
{
  const char *name;
  const char *page;
  const char *typed; /**< NULL: not found with Ctrl+K */
  const char *view; /**< NULL: the first one */
  const char *row; /**< how what is found, or the row that opens it, begins; NULL: none */
  const char *keys; /**< NULL: none */
  const char *text; /**< what is there once it has been read */
} Opened;

static const Opened opened_pages[] = {
  { "agenda", "home", NULL, NULL, NULL, "ctrl+g", "Te laat" },
  { "duplicates", "home", NULL, NULL, NULL, "ctrl+shift+d", "Welke blijft?" },
  { "imports", "home", NULL, NULL, NULL, "ctrl+shift+i", "Nog geen lijsten ingelezen" },
  { "employer", "home", "witte fietstas", NULL, "Witte Fietstas Techniek", NULL, "Tijdlijn" },
  { "visit", "home", "witte fietstas", NULL, "Witte Fietstas Techniek", "ctrl+b", "Stond gepland" },
  { "area", "home", "hanzeland", NULL, "Hanzeland", NULL, "Parkeerbalans" },
  { "instrument", "toolkit", NULL, NULL, "OV-probeerkaart", NULL, "Aanbod per stand" },
  { "offers", "toolkit", NULL, "Aanbod", NULL, NULL, "Pijplijn" },
  { "cohorts", "toolkit", NULL, "Proefperioden", NULL, NULL, "Te beslissen" },
  { "events", "toolkit", NULL, "Bijeenkomsten", NULL, NULL, "Geweest" },
  { "event", "toolkit", NULL, "Bijeenkomsten", "Rondetafel", NULL, "Wie er kwamen" },
  { "alliances", "toolkit", NULL, "Allianties", NULL, NULL, "Werkgeversalliantie Zwolle" },
  { "alliance", "toolkit", NULL, "Allianties", "Werkgeversalliantie", NULL, "Leden" },
  { "promises", "toolkit", NULL, "Toezeggingen", NULL, NULL, "Over tijd" },
};

static void
find_with_keys (Driver *driver, const Opened *opened)
{
  driver_key (driver, "ctrl+k");
  g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, NULL));
  driver_type (driver, opened->typed);
  g_object_unref (driver_find_starting (driver, ATSPI_ROLE_LIST_ITEM, opened->row));
  driver_key (driver, "Return");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, NULL);
}

static void
test_opened (gconstpointer data)
{
  const Opened *opened = data;
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, opened->page);

  driver_wait_text (driver, g_str_equal (opened->page, "home") ? "Spitsmijdingen" : "OV-probeerkaart");
  if (opened->view != NULL)
    driver_press (driver, ATSPI_ROLE_PAGE_TAB, opened->view);
  if (opened->typed != NULL)
    find_with_keys (driver, opened);
  else if (opened->row != NULL)
    driver_press_starting (driver, ATSPI_ROLE_LIST_ITEM, opened->row);
  if (opened->keys != NULL)
    driver_key (driver, opened->keys);
  driver_wait_text (driver, opened->text);
  audit_all (driver, NULL, TRUE);
}

// Opened by its keys over the page with risks; gone with Escape.
typedef struct
{
  const char *name;
  const char *keys;
  AtspiRole role;
  const char *title;
  gboolean with_tab;
} Layer;

static const Layer layers[] = {
  { "import", "ctrl+i", ATSPI_ROLE_DIALOG, "Lijst inlezen", TRUE },
  { "contact", "ctrl+n", ATSPI_ROLE_DIALOG, "Nieuw contactmoment", TRUE },
  { "add", "ctrl+shift+n", ATSPI_ROLE_DIALOG, "Toevoegen: Risico", TRUE },
  { "go", "ctrl+k", ATSPI_ROLE_DIALOG, NULL, TRUE },
  { "shortcuts", "ctrl+question", ATSPI_ROLE_DIALOG, NULL, TRUE },
  { "menu", "F10", ATSPI_ROLE_MENU, NULL, FALSE },
};

static void
test_layer (gconstpointer data)
{
  const Layer *layer = data;
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "risks");
  g_autoptr (AtspiAccessible) opened = NULL;

  driver_wait_text (driver, "Nieuwe gebieden komen moeilijk op gang");
  driver_key (driver, layer->keys);
  opened = driver_find (driver, layer->role, layer->title);
  audit_all (driver, opened, layer->with_tab);
  driver_key (driver, "Escape");
  driver_wait_gone (driver, layer->role, layer->title);
}

static void
test_walked (gconstpointer data)
{
  const Walked *way = data;
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, way->page);
  g_autoptr (AtspiAccessible) dialog = NULL;

  g_object_unref (driver_find (driver, ATSPI_ROLE_TABLE_ROW, first_row (way)));
  for (gsize i = 0; i < G_N_ELEMENTS (way->presses) && way->presses[i].start != NULL; i++)
    driver_press_starting (driver, way->presses[i].role, way->presses[i].start);
  if (way->keys != NULL)
    driver_key (driver, way->keys);
  if (way->dialog != NULL)
    dialog = driver_find (driver, ATSPI_ROLE_DIALOG, way->dialog);
  else
    driver_wait_gone (driver, ATSPI_ROLE_TABLE_ROW, first_row (way));
  driver_wait_text (driver, way->text);
  audit_all (driver, dialog, TRUE);
  if (way->dialog == NULL)
    return;
  driver_key (driver, "Escape");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, way->dialog);
}

static void
test_welcome (void)
{
  g_autoptr (Driver) driver = driver_start_empty ();

  driver_wait_text (driver, "Welkom bij Spil");
  audit_all (driver, NULL, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/audit/welcome", test_welcome);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++) {
    g_autofree char *path = g_strdup_printf ("/audit/page/%s", pages[i].name);

    g_test_add_data_func (path, &pages[i], test_page);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (opened_pages); i++) {
    g_autofree char *path = g_strdup_printf ("/audit/opened/%s", opened_pages[i].name);

    g_test_add_data_func (path, &opened_pages[i], test_opened);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (walked); i++) {
    g_autofree char *path = g_strdup_printf ("/audit/money/%s", walked[i].name);

    g_test_add_data_func (path, &walked[i], test_walked);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (layers); i++) {
    g_autofree char *path = g_strdup_printf ("/audit/layer/%s", layers[i].name);

    g_test_add_data_func (path, &layers[i], test_layer);
  }
  return g_test_run ();
}
