// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "catalogue.h"
#include "driver.h"

#include <string.h>

// More stops than any page has.
#define MAX_STOPS 400

typedef struct
{
  const char *name;
  const char *text; /**< what is there once the page has been read */
} Page;

// What Tab reaches, as paths on the accessibility bus, in order.
typedef struct
{
  GPtrArray *paths;
  GHashTable *set;
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
  return role == ATSPI_ROLE_COMBO_BOX || role == ATSPI_ROLE_SPIN_BUTTON || role == ATSPI_ROLE_ENTRY;
}

/* Names and roles */

static gboolean
check_name (AtspiAccessible *accessible, gpointer data)
{
  Audit *audit = data;
  AtspiRole role = atspi_accessible_get_role (accessible, NULL);
  g_autofree char *name = accessible_name (accessible);

  if (!is_seen (accessible))
    return TRUE;
  if (g_hash_table_contains (audit->english, name))
    add_problem (audit, accessible, "is English");
  if (!accessible_has_state (accessible, ATSPI_STATE_FOCUSABLE))
    return TRUE;
  if (role == ATSPI_ROLE_UNKNOWN || role == ATSPI_ROLE_FILLER || role == ATSPI_ROLE_PANEL)
    add_problem (audit, accessible, "takes the focus and has no role");
  // The toolkit lets it take the focus, so that arrow keys scroll.
  if (*name == '\0' && role != ATSPI_ROLE_SCROLL_PANE) {
    g_autoptr (AtspiAccessible) parent = atspi_accessible_get_parent (accessible, NULL);
    g_autofree char *parent_name = accessible_name (parent);
    g_autofree char *problem = g_strdup_printf ("takes the focus and has no name, in “%s”", parent_name);

    add_problem (audit, accessible, problem);
  }
  return TRUE;
}

/* The keyboard */

static Stops *
collect_stops (Driver *driver, const char *key)
{
  Stops *stops = g_new0 (Stops, 1);

  stops->paths = g_ptr_array_new_with_free_func (g_free);
  stops->set = g_hash_table_new (g_str_hash, g_str_equal);
  for (int i = 0; i < MAX_STOPS; i++) {
    char *path = g_strdup (path_of (driver_move_focus (driver, key)));

    if (stops->paths->len > 0 && strcmp (path, g_ptr_array_index (stops->paths, 0)) == 0) {
      g_free (path);
      return stops;
    }
    g_ptr_array_add (stops->paths, path);
    g_hash_table_add (stops->set, path);
  }
  g_error ("%s does not come round", key);
}

static void
stops_free (Stops *stops)
{
  g_hash_table_unref (stops->set);
  g_ptr_array_unref (stops->paths);
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
    if (is_item && is_list (role))
      return has_stop_within (at, stops);
  }
}

static gboolean
check_reached (AtspiAccessible *accessible, gpointer data)
{
  Audit *audit = data;

  if (is_seen (accessible) && accessible_has_state (accessible, ATSPI_STATE_FOCUSABLE) &&
      !is_reached (accessible, audit->stops))
    add_problem (audit, accessible, "is not reached with Tab");
  return TRUE;
}

// Shift+Tab takes the same way back, from where Tab came round to its first stop.
static void
check_reverse (Audit *audit)
{
  GPtrArray *forward = audit->stops->paths;
  g_autoptr (Stops) back = collect_stops (audit->driver, "shift+Tab");

  if (back->paths->len != forward->len) {
    g_string_append_printf (audit->problems, "  Tab stops at %u things, Shift+Tab at %u\n", forward->len,
                            back->paths->len);
    return;
  }
  for (guint i = 0; i < forward->len; i++) {
    // The first step back is from the first stop to the last.
    const char *expected = g_ptr_array_index (forward, forward->len - 1 - i);

    if (strcmp (expected, g_ptr_array_index (back->paths, i)) != 0) {
      g_string_append_printf (audit->problems, "  Shift+Tab takes another way than Tab\n");
      return;
    }
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
    audit.stops = stops = collect_stops (driver, "Tab");
    driver_visit (driver, from, check_reached, &audit);
    check_reverse (&audit);
  }
  if (problems->len > 0)
    g_error ("For who uses a keyboard or a screen reader:\n%s", problems->str);
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
  { "home", "Trechter" },    { "employers", "Werkgevers" },
  { "areas", "Oosterenk" },  { "toolkit", "Probeerkaart" },
  { "fund", "Aanvragen" },   { "planning", "Planning" },
  { "budget", "Budget" },    { "risks", "Nieuwe gebieden komen moeilijk op gang" },
  { "effects", "Effecten" }, { "reports", "Rapport maken" },
};

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
  { "contact", "ctrl+n", ATSPI_ROLE_DIALOG, "Nieuw contactmoment", TRUE },
  { "add", "ctrl+shift+n", ATSPI_ROLE_DIALOG, "Nieuw risico", TRUE },
  { "go", "ctrl+k", ATSPI_ROLE_DIALOG, "Ga naar", TRUE },
  { "shortcuts", "F1", ATSPI_ROLE_DIALOG, "Sneltoetsen", TRUE },
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
  for (gsize i = 0; i < G_N_ELEMENTS (layers); i++) {
    g_autofree char *path = g_strdup_printf ("/audit/layer/%s", layers[i].name);

    g_test_add_data_func (path, &layers[i], test_layer);
  }
  return g_test_run ();
}
