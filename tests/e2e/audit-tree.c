// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "audit.h"

#include <math.h>
#include <string.h>

const char *
audit_path (AtspiAccessible *accessible)
{
  return ((AtspiObject *) accessible)->path;
}

void
audit_add (Audit *audit, AtspiAccessible *accessible, const char *problem)
{
  g_autofree char *name = accessible_name (accessible);
  g_autofree char *role = atspi_accessible_get_role_name (accessible, NULL);
  g_autofree char *line = g_strdup_printf ("  %s “%s”: %s\n", role, name, problem);

  if (strstr (audit->problems->str, line) == NULL)
    g_string_append (audit->problems, line);
}

gboolean
audit_is_seen (AtspiAccessible *accessible)
{
  AtspiRect extents = accessible_extents (accessible);

  return extents.width > 0 && extents.height > 0 && accessible_has_state (accessible, ATSPI_STATE_SHOWING) &&
         accessible_has_state (accessible, ATSPI_STATE_SENSITIVE);
}

gboolean
audit_is_list (AtspiRole role)
{
  return role == ATSPI_ROLE_LIST || role == ATSPI_ROLE_LIST_BOX || role == ATSPI_ROLE_TABLE ||
         role == ATSPI_ROLE_TREE_TABLE || role == ATSPI_ROLE_TREE || role == ATSPI_ROLE_PAGE_TAB_LIST ||
         role == ATSPI_ROLE_GROUPING;
}

gboolean
audit_is_member (AtspiRole role)
{
  return role == ATSPI_ROLE_LIST_ITEM || role == ATSPI_ROLE_TREE_ITEM || role == ATSPI_ROLE_TABLE_ROW ||
         role == ATSPI_ROLE_TABLE_CELL || role == ATSPI_ROLE_PAGE_TAB || role == ATSPI_ROLE_RADIO_BUTTON;
}

// What is one stop with all that is in it.
gboolean
audit_is_whole (AtspiRole role)
{
  return role == ATSPI_ROLE_COMBO_BOX || role == ATSPI_ROLE_SPIN_BUTTON || role == ATSPI_ROLE_ENTRY ||
         role == ATSPI_ROLE_CHECK_BOX || role == ATSPI_ROLE_TOGGLE_BUTTON;
}

/* Names and roles */

// The desktop has keys for these: GTK keeps Tab from them. libadwaita's Dutch lacks the name of the one in dialogs.
gboolean
audit_is_window_control (AtspiAccessible *accessible)
{
  g_autofree char *description = accessible_description (accessible);

  return g_str_has_prefix (description, "Venster ") || strcmp (description, "Het venster sluiten") == 0;
}

// A thing that has the focus, or could.
void
audit_check_focusable (Audit *audit, AtspiAccessible *accessible)
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
    audit_add (audit, accessible, "takes the focus and has no role");
  // A menu's items have their words in a label.
  if (*name == '\0' && role != ATSPI_ROLE_MENU_ITEM) {
    g_autofree char *problem = g_strdup_printf ("takes the focus and has no name, in “%s”", parent_name);

    audit_add (audit, accessible, problem);
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

    if (audit_is_whole (atspi_accessible_get_role (child, NULL)))
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

  if (!audit_is_seen (accessible))
    return TRUE;
  if (g_hash_table_contains (audit->english, name) && !audit_is_window_control (accessible))
    audit_add (audit, accessible, "is English");
  if (accessible_has_state (accessible, ATSPI_STATE_FOCUSABLE) && !is_part_of_whole (accessible) &&
      (audit_is_list (atspi_accessible_get_role (accessible, NULL)) || !has_focusable_within (accessible)))
    audit_check_focusable (audit, accessible);
  return TRUE;
}

/* Headings, targets, doubles */

typedef struct
{
  AtspiAccessible *accessible;
  AtspiRole role;
  AtspiRect extents;
  char *name;
  char *description;
} Target;

static void
target_free (gpointer data)
{
  Target *target = data;

  g_object_unref (target->accessible);
  g_free (target->name);
  g_free (target->description);
  g_free (target);
}

typedef struct
{
  GPtrArray *targets;
  gboolean has_heading;
} Found;

// What is pressed as it is; a list is pressed by its items, what is drawn by its parts, which the table beside it has too.
static gboolean
is_target (AtspiAccessible *accessible, AtspiRole role)
{
  return (role == ATSPI_ROLE_BUTTON || role == ATSPI_ROLE_TOGGLE_BUTTON || role == ATSPI_ROLE_CHECK_BOX ||
          role == ATSPI_ROLE_RADIO_BUTTON || role == ATSPI_ROLE_PAGE_TAB || role == ATSPI_ROLE_COMBO_BOX ||
          role == ATSPI_ROLE_ENTRY || role == ATSPI_ROLE_TEXT || role == ATSPI_ROLE_SPIN_BUTTON ||
          role == ATSPI_ROLE_LIST_ITEM) &&
         accessible_has_state (accessible, ATSPI_STATE_FOCUSABLE) && audit_is_seen (accessible);
}

static gboolean
find_targets (AtspiAccessible *accessible, gpointer data)
{
  Found *found = data;
  const AtspiRole role = atspi_accessible_get_role (accessible, NULL);

  if (role == ATSPI_ROLE_HEADING && audit_is_seen (accessible))
    found->has_heading = TRUE;
  if (is_target (accessible, role) && !is_part_of_whole (accessible)) {
    Target *target = g_new0 (Target, 1);

    target->accessible = g_object_ref (accessible);
    target->role = role;
    target->extents = accessible_extents (accessible);
    target->name = accessible_name (accessible);
    target->description = accessible_description (accessible);
    g_ptr_array_add (found->targets, target);
  }
  return TRUE;
}

#define LEAST 24

// How far the middle of @a is from the nearest point of @b.
static double
distance (AtspiRect a, AtspiRect b)
{
  const double x = a.x + a.width / 2.0, y = a.y + a.height / 2.0;
  const double dx = MAX (MAX (b.x - x, x - (b.x + b.width)), 0);
  const double dy = MAX (MAX (b.y - y, y - (b.y + b.height)), 0);

  return sqrt (dx * dx + dy * dy);
}

static gboolean
is_within (AtspiRect inner, AtspiRect outer)
{
  return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.width <= outer.x + outer.width &&
         inner.y + inner.height <= outer.y + outer.height;
}

// WCAG 2.5.8: 24 by 24, or so far from others that a circle of 24 around its middle meets no other.
static void
check_size (Audit *audit, const GPtrArray *targets, const Target *target)
{
  if (target->extents.width >= LEAST && target->extents.height >= LEAST)
    return;
  // Parts of charts have no child with their words.
  if (target->role == ATSPI_ROLE_LIST_ITEM &&
      atspi_accessible_get_child_count (target->accessible, NULL) == 0)
    return;
  for (guint i = 0; i < targets->len; i++) {
    const Target *other = g_ptr_array_index (targets, i);

    if (other != target && !is_within (target->extents, other->extents) &&
        distance (target->extents, other->extents) < LEAST / 2) {
      g_autofree char *problem = g_strdup_printf ("is %d by %d pixels and too near to “%s”",
                                                  target->extents.width, target->extents.height, other->name);

      audit_add (audit, target->accessible, problem);
      return;
    }
  }
}

static gboolean
add_words (AtspiAccessible *accessible, gpointer data)
{
  g_autofree char *text = atspi_accessible_get_role (accessible, NULL) == ATSPI_ROLE_LABEL
                              ? accessible_name (accessible)
                              : g_strdup ("");

  g_string_append_printf (data, "%s\n", text);
  return TRUE;
}

// What stands in the row of a list or a table, of which there are more, that it is in; NULL: it is in none.
static char *
dup_row_words (AtspiAccessible *accessible)
{
  g_autoptr (AtspiAccessible) at = atspi_accessible_get_parent (accessible, NULL);

  while (at != NULL) {
    g_autoptr (AtspiAccessible) child = g_steal_pointer (&at);
    const AtspiRole role = atspi_accessible_get_role (child, NULL);

    if (role == ATSPI_ROLE_LIST_ITEM || role == ATSPI_ROLE_TABLE_ROW || role == ATSPI_ROLE_TREE_ITEM) {
      GString *words = g_string_new (NULL);

      driver_walk_from (child, add_words, words);
      return g_string_free (words, FALSE);
    }
    at = atspi_accessible_get_parent (child, NULL);
  }
  return NULL;
}

// Whether they are in two rows that say different things.
static gboolean
are_in_unlike_rows (AtspiAccessible *a, AtspiAccessible *b)
{
  g_autofree char *of_a = dup_row_words (a);
  g_autofree char *of_b = dup_row_words (b);

  return of_a != NULL && of_b != NULL && strcmp (of_a, of_b) != 0;
}

// Who hears two of the same in two rows cannot choose.
static void
check_double (Audit *audit, const GPtrArray *targets, guint index)
{
  const Target *target = g_ptr_array_index (targets, index);

  if (audit_is_member (target->role))
    return;
  for (guint i = 0; i < index; i++) {
    const Target *other = g_ptr_array_index (targets, i);

    if (other->role == target->role && strcmp (other->name, target->name) == 0 &&
        strcmp (other->description, target->description) == 0 &&
        are_in_unlike_rows (target->accessible, other->accessible)) {
      audit_add (audit, target->accessible, "is there twice with the same name and description");
      return;
    }
  }
}

/* Charts */

static gboolean
meets (AtspiRect a, AtspiRect b)
{
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

// Whether it stands in what scrolls it: what is half out of sight is a part of it too.
static gboolean
is_scrolled (AtspiAccessible *chart)
{
  g_autoptr (AtspiAccessible) at = atspi_accessible_get_parent (chart, NULL);

  for (int i = 0; at != NULL && i < 3; i++) {
    g_autoptr (AtspiAccessible) child = g_steal_pointer (&at);

    if (atspi_accessible_get_role (child, NULL) == ATSPI_ROLE_SCROLL_PANE)
      return TRUE;
    at = atspi_accessible_get_parent (child, NULL);
  }
  return FALSE;
}

// The parts of a chart lie in it.
static gboolean
check_part (AtspiAccessible *accessible, gpointer data)
{
  Audit *audit = data;
  g_autoptr (AtspiAccessible) chart = NULL;
  AtspiRect part, whole;

  if (atspi_accessible_get_role (accessible, NULL) != ATSPI_ROLE_LIST_ITEM ||
      atspi_accessible_get_child_count (accessible, NULL) > 0)
    return TRUE;
  chart = atspi_accessible_get_parent (accessible, NULL);
  if (chart == NULL || atspi_accessible_get_role (chart, NULL) != ATSPI_ROLE_LIST)
    return TRUE;
  if (atspi_accessible_get_index_in_parent (accessible, NULL) == 0)
    audit_check_chart (audit, chart);
  part = accessible_extents (accessible);
  whole = accessible_extents (chart);
  if (part.width <= 0 || part.height <= 0)
    audit_add (audit, accessible, "is a part of a chart and has no size");
  else if (is_scrolled (chart) ? !meets (part, whole)
                               : !is_within (part, (AtspiRect) { whole.x - 2, whole.y - 2, whole.width + 4,
                                                                 whole.height + 4 })) {
    g_autofree char *problem = g_strdup_printf (
        "is a part of a chart and lies outside it: %d,%d %dx%d, not in %d,%d %dx%d", part.x, part.y,
        part.width, part.height, whole.x, whole.y, whole.width, whole.height);

    audit_add (audit, accessible, problem);
  }
  return TRUE;
}

typedef struct
{
  Audit *audit;
  Found found;
} Looking;

static gboolean
look_at (AtspiAccessible *accessible, gpointer data)
{
  Looking *looking = data;

  check_name (accessible, looking->audit);
  check_part (accessible, looking->audit);
  audit_check_states (looking->audit, accessible);
  find_targets (accessible, &looking->found);
  return TRUE;
}

void
audit_tree (Audit *audit, AtspiAccessible *from)
{
  g_autoptr (GPtrArray) targets = g_ptr_array_new_with_free_func (target_free);
  Looking looking = { audit, { .targets = targets } };

  driver_visit (audit->driver, from, look_at, &looking);
  if (audit->is_page && !looking.found.has_heading)
    g_string_append (audit->problems, "  The page has no heading\n");
  for (guint i = 0; i < targets->len; i++) {
    check_size (audit, targets, g_ptr_array_index (targets, i));
    check_double (audit, targets, i);
  }
}
