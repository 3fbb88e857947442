// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "audit.h"

#include <string.h>

// More stops than any page has.
#define MAX_STOPS 400

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
static AtspiAccessible *
group_of (AtspiAccessible *accessible)
{
  g_autoptr (AtspiAccessible) row = row_around (accessible);
  AtspiAccessible *item = row != NULL ? row : accessible;

  if (!audit_is_member (atspi_accessible_get_role (item, NULL)))
    return g_object_ref (item);
  return atspi_accessible_get_parent (item, NULL);
}

// Without figures and without what is said of one record: "Gedaan: …", "“…” naar een andere dag verzetten".
static char *
normalise (const char *name)
{
  g_autoptr (GRegex) figures = g_regex_new ("[0-9]+", 0, 0, NULL);
  g_autoptr (GRegex) quoted = g_regex_new ("“[^”]*”|‘[^’]*’", 0, 0, NULL);
  g_autoptr (GRegex) told = g_regex_new (": .*", G_REGEX_DOTALL, 0, NULL);
  g_autofree char *without_figures = g_regex_replace_literal (figures, name, -1, 0, "#", 0, NULL);
  g_autofree char *without_quotes = g_regex_replace_literal (quoted, without_figures, -1, 0, "“…”", 0, NULL);

  return g_regex_replace_literal (told, without_quotes, -1, 0, ": …", 0, NULL);
}

static void
add_line (Stops *stops, AtspiAccessible *group)
{
  // What can be copied is what it says: figures, and the place of a file.
  gboolean is_value = atspi_accessible_get_role (group, NULL) == ATSPI_ROLE_LABEL;
  g_autofree char *name = is_value ? g_strdup ("…") : accessible_name (group);
  g_autofree char *role = atspi_accessible_get_role_name (group, NULL);
  g_autofree char *normal = normalise (name);
  g_autofree char *line = g_strdup_printf ("%s “%s”", role, normal);
  guint n = stops->lines->len;

  if (n == 0 || strcmp (g_ptr_array_index (stops->lines, n - 1), line) != 0)
    g_ptr_array_add (stops->lines, g_steal_pointer (&line));
}

static void
add_stop (Stops *stops, AtspiAccessible *focus)
{
  g_autoptr (AtspiAccessible) group = group_of (focus);
  guint n = stops->order->len;

  g_hash_table_add (stops->set, g_strdup (audit_path (focus)));
  // Parts of a chart are made anew at times: the chart stays.
  g_hash_table_add (stops->set, g_strdup (audit_path (group)));
  if (stops->first == NULL)
    stops->first = g_strdup (audit_path (focus));
  if (n > 0 && strcmp (g_ptr_array_index (stops->order, n - 1), audit_path (group)) == 0)
    return;
  g_ptr_array_add (stops->order, g_strdup (audit_path (group)));
  add_line (stops, group);
}

// Presses @key until it comes to where it was before.
static Stops *
collect_stops (Audit *audit, const char *key)
{
  Stops *stops = g_new0 (Stops, 1);

  stops->set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  stops->order = g_ptr_array_new_with_free_func (g_free);
  stops->lines = g_ptr_array_new_with_free_func (g_free);
  for (int i = 0; i < MAX_STOPS; i++) {
    g_autoptr (AtspiAccessible) focus = driver_move_focus (audit->driver, key);

    if (driver_has_failed (audit->driver))
      return stops;
    if (g_hash_table_contains (stops->set, audit_path (focus))) {
      if (strcmp (audit_path (focus), stops->first) != 0)
        audit_add (audit, focus, "Tab or Shift+Tab goes round in a circle from here");
      return stops;
    }
    audit_check_focusable (audit, focus);
    add_stop (stops, focus);
  }
  g_string_append_printf (audit->problems, "  %s does not come round\n", key);
  return stops;
}

void
stops_free (Stops *stops)
{
  g_hash_table_unref (stops->set);
  g_ptr_array_unref (stops->order);
  g_ptr_array_unref (stops->lines);
  g_free (stops->first);
  g_free (stops);
}

static gboolean
has_stop_within (AtspiAccessible *accessible, const Stops *stops)
{
  int n = atspi_accessible_get_child_count (accessible, NULL);

  if (g_hash_table_contains (stops->set, audit_path (accessible)))
    return TRUE;
  for (int i = 0; i < n; i++) {
    g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (accessible, i, NULL);

    if (child != NULL && has_stop_within (child, stops))
      return TRUE;
  }
  return FALSE;
}

// Whether Tab goes into a row of the list, so that it goes into each that arrow keys come to.
static gboolean
has_stop_in_row (AtspiAccessible *list, const Stops *stops)
{
  int n = atspi_accessible_get_child_count (list, NULL);

  for (int i = 0; i < n; i++) {
    g_autoptr (AtspiAccessible) row = atspi_accessible_get_child_at_index (list, i, NULL);
    int n_parts = row != NULL ? atspi_accessible_get_child_count (row, NULL) : 0;

    for (int j = 0; j < n_parts; j++) {
      g_autoptr (AtspiAccessible) part = atspi_accessible_get_child_at_index (row, j, NULL);

      if (part != NULL && has_stop_within (part, stops))
        return TRUE;
    }
  }
  return FALSE;
}

// Whether Tab goes to it, or into it, or to the thing that it is part of, or to a neighbour in a list where arrow keys go on.
static gboolean
is_reached (AtspiAccessible *accessible, const Stops *stops)
{
  gboolean is_item = audit_is_member (atspi_accessible_get_role (accessible, NULL));
  gboolean is_in_row = FALSE;
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
    if (audit_is_whole (role) && g_hash_table_contains (stops->set, audit_path (at)))
      return TRUE;
    // Arrow keys go from cell to cell, to what is in them.
    is_item = is_item || role == ATSPI_ROLE_TABLE_CELL;
    is_in_row = is_in_row || role == ATSPI_ROLE_LIST_ITEM;
    if (is_item && audit_is_list (role) && has_stop_within (at, stops))
      return TRUE;
    if (is_in_row && audit_is_list (role) && has_stop_in_row (at, stops))
      return TRUE;
  }
}

// A list of which nothing can be chosen now is no stop.
static gboolean
has_seen_within (AtspiAccessible *accessible)
{
  int n = atspi_accessible_get_child_count (accessible, NULL);

  for (int i = 0; i < n; i++) {
    g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (accessible, i, NULL);

    if (child != NULL && audit_is_seen (child) && accessible_has_state (child, ATSPI_STATE_FOCUSABLE))
      return TRUE;
  }
  return FALSE;
}

static gboolean
check_reached (AtspiAccessible *accessible, gpointer data)
{
  Audit *audit = data;

  if (audit_is_seen (accessible) && accessible_has_state (accessible, ATSPI_STATE_FOCUSABLE) &&
      !(audit_is_list (atspi_accessible_get_role (accessible, NULL)) && !has_seen_within (accessible)) &&
      !audit_is_window_control (accessible) && !is_reached (accessible, audit->stops))
    audit_add (audit, accessible, "is not reached with Tab");
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

// Whether Tab comes to all; what is missed is told only with @tell.
static gboolean
reaches_all (Audit *audit, AtspiAccessible *from, Stops *stops, gboolean tell)
{
  g_autoptr (GString) missed = g_string_new (NULL);
  Audit round = *audit;

  round.stops = stops;
  round.problems = missed;
  driver_visit (audit->driver, from, check_reached, &round);
  if (tell)
    g_string_append (audit->problems, missed->str);
  return missed->len == 0;
}

Stops *
audit_keys (Audit *audit, AtspiAccessible *from)
{
  Stops *stops = collect_stops (audit, "Tab");

  // What has the focus may bring up more, to which the next round comes.
  if (!driver_has_failed (audit->driver) && !reaches_all (audit, from, stops, FALSE)) {
    stops_free (stops);
    stops = collect_stops (audit, "Tab");
    reaches_all (audit, from, stops, TRUE);
  }
  audit->stops = stops;
  if (!driver_has_failed (audit->driver))
    check_reverse (audit);
  return stops;
}

/* The golden file: "[place]", a line for each stop, an empty line */

static const char *
find_first (const GPtrArray *lines, guint *index)
{
  *index = 0;
  // A round begins anywhere: told from the one that comes first in the alphabet.
  for (guint i = 1; i < lines->len; i++)
    if (strcmp (g_ptr_array_index (lines, i), g_ptr_array_index (lines, *index)) < 0)
      *index = i;
  return g_ptr_array_index (lines, *index);
}

// How many different stops a row of a list may have.
#define ROW_STOPS 4

static gboolean
was_just_told (GPtrArray *told, const char *line)
{
  for (guint i = told->len > ROW_STOPS ? told->len - ROW_STOPS : 0; i < told->len; i++)
    if (strcmp (g_ptr_array_index (told, i), line) == 0)
      return TRUE;
  return FALSE;
}

// The round as it is told: begun at the same stop each time, each row of a list like the one before it.
static char *
tell_round (const Stops *stops)
{
  g_autoptr (GPtrArray) told = g_ptr_array_new ();
  guint n = stops->lines->len, first = 0;

  if (n > 0)
    find_first (stops->lines, &first);
  for (guint i = 0; i < n; i++) {
    char *line = g_ptr_array_index (stops->lines, (first + i) % n);

    if (!was_just_told (told, line))
      g_ptr_array_add (told, line);
  }
  g_ptr_array_add (told, (char *) "");
  g_ptr_array_add (told, NULL);
  return g_strjoinv ("\n", (char **) told->pdata);
}

static char *
replace_section (const char *golden, const char *head, const char *told)
{
  const char *begin = strstr (golden, head);
  const char *end = begin != NULL ? strstr (begin, "\n\n") : NULL;

  if (begin == NULL)
    return g_strconcat (golden, head, told, "\n", NULL);
  return g_strdup_printf ("%.*s%s%s\n%s", (int) (begin - golden), golden, head, told,
                          end != NULL ? end + 2 : "");
}

void
audit_compare_focus (Audit *audit, const Stops *stops, const char *place)
{
  const char *path = g_getenv ("E2E_FOCUS");
  g_autofree char *told = tell_round (stops);
  g_autofree char *head = g_strdup_printf ("[%s]\n", place);
  g_autofree char *section = g_strconcat (head, told, "\n", NULL);
  g_autofree char *golden = NULL;

  if (!g_file_get_contents (path, &golden, NULL, NULL))
    golden = g_strdup ("");
  if (strstr (golden, section) != NULL)
    return;
  if (g_getenv ("SPIL_REGENERATE") != NULL) {
    g_autofree char *changed = replace_section (golden, head, told);

    g_assert_true (g_file_set_contents (path, changed, -1, NULL));
  } else
    g_string_append_printf (audit->problems,
                            "  The focus goes another way than %s says (SPIL_REGENERATE=1 writes it):\n%s",
                            path, told);
}
