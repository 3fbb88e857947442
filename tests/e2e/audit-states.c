// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* How things stand, as a screen reader says it: required, open, on, chosen, how far. */
#include "audit.h"

#include <string.h>

// Where something is typed or chosen. The list item is the row around it.
static gboolean
is_field (AtspiRole role)
{
  return role == ATSPI_ROLE_TEXT || role == ATSPI_ROLE_ENTRY || role == ATSPI_ROLE_COMBO_BOX ||
         role == ATSPI_ROLE_SPIN_BUTTON;
}

static void
check_required (Audit *audit, AtspiAccessible *accessible, AtspiRole role)
{
  g_autofree char *name = accessible_name (accessible);
  const gboolean says_so = strstr (name, "(verplicht)") != NULL;

  if (is_field (role) && accessible_has_state (accessible, ATSPI_STATE_FOCUSABLE) &&
      says_so != accessible_has_state (accessible, ATSPI_STATE_REQUIRED))
    audit_add (audit, accessible, says_so ? "is not marked as required" : "does not say that it is required");
}

static void
check_switch (Audit *audit, AtspiAccessible *accessible, AtspiRole role)
{
  if ((role == ATSPI_ROLE_CHECK_BOX || role == ATSPI_ROLE_CHECK_MENU_ITEM ||
       role == ATSPI_ROLE_RADIO_BUTTON || role == ATSPI_ROLE_SWITCH) &&
      !accessible_has_state (accessible, ATSPI_STATE_CHECKABLE))
    audit_add (audit, accessible, "does not say whether it is on");
  if (role == ATSPI_ROLE_TOGGLE_BUTTON && accessible_has_state (accessible, ATSPI_STATE_HAS_POPUP) &&
      !accessible_has_state (accessible, ATSPI_STATE_EXPANDABLE))
    audit_add (audit, accessible, "does not say whether its menu is open");
}

static gboolean
is_list_item (AtspiAccessible *accessible)
{
  return accessible != NULL && atspi_accessible_get_role (accessible, NULL) == ATSPI_ROLE_LIST_ITEM &&
         audit_is_seen (accessible);
}

typedef struct
{
  AtspiAccessible *row;
  gboolean has_rows;
} Rows;

static gboolean
look_for_rows (AtspiAccessible *accessible, gpointer data)
{
  Rows *rows = data;

  // The first is its head.
  rows->has_rows = accessible != rows->row && is_list_item (accessible) &&
                   atspi_accessible_get_index_in_parent (accessible, NULL) > 0;
  return !rows->has_rows;
}

// A row that folds out says that it has, once its own rows are seen.
static void
check_expanded (Audit *audit, AtspiAccessible *accessible, AtspiRole role)
{
  Rows rows = { accessible };
  const gboolean is_open = accessible_has_state (accessible, ATSPI_STATE_EXPANDED);

  if (role != ATSPI_ROLE_LIST_ITEM || !accessible_has_state (accessible, ATSPI_STATE_EXPANDABLE))
    return;
  driver_walk_from (accessible, look_for_rows, &rows);
  if (rows.has_rows && !is_open)
    audit_add (audit, accessible, "does not say that it is open");
}

// What one of is chosen: tabs, toggles that belong together, the list of pages.
static void
check_chosen (Audit *audit, AtspiAccessible *accessible, AtspiRole role)
{
  const int n = atspi_accessible_get_child_count (accessible, NULL);
  int n_tabs = 0, n_chosen = 0;
  g_autofree char *name = accessible_name (accessible);
  const gboolean is_pages = role == ATSPI_ROLE_LIST && strcmp (name, "Pagina's") == 0;

  if (role != ATSPI_ROLE_PAGE_TAB_LIST && !is_pages)
    return;
  for (int i = 0; i < n; i++) {
    g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (accessible, i, NULL);

    if (child == NULL || !audit_is_seen (child) ||
        atspi_accessible_get_role (child, NULL) != (is_pages ? ATSPI_ROLE_LIST_ITEM : ATSPI_ROLE_PAGE_TAB))
      continue;
    n_tabs++;
    if (accessible_has_state (child, ATSPI_STATE_SELECTED) ||
        accessible_has_state (child, ATSPI_STATE_CHECKED))
      n_chosen++;
  }
  if (n_tabs > 0 && n_chosen != 1) {
    g_autofree char *problem = g_strdup_printf ("says of %d of its %d that it is chosen", n_chosen, n_tabs);

    audit_add (audit, accessible, problem);
  }
}

static void
check_value (Audit *audit, AtspiAccessible *accessible, AtspiRole role)
{
  g_autofree char *name = accessible_name (accessible);
  AtspiValue *value;
  double now;

  if (role != ATSPI_ROLE_PROGRESS_BAR && role != ATSPI_ROLE_LEVEL_BAR)
    return;
  value = atspi_accessible_get_value_iface (accessible);
  now = value != NULL ? atspi_value_get_current_value (value, NULL) : -1;
  if (*name == '\0')
    audit_add (audit, accessible, "has no name");
  if (value == NULL || now < atspi_value_get_minimum_value (value, NULL) ||
      now > atspi_value_get_maximum_value (value, NULL))
    audit_add (audit, accessible, "does not say how far it is");
  g_clear_object (&value);
}

void
audit_check_states (Audit *audit, AtspiAccessible *accessible)
{
  const AtspiRole role = atspi_accessible_get_role (accessible, NULL);

  if (!audit_is_seen (accessible))
    return;
  check_required (audit, accessible, role);
  check_switch (audit, accessible, role);
  check_expanded (audit, accessible, role);
  check_chosen (audit, accessible, role);
  check_value (audit, accessible, role);
}

/* Charts */

static gboolean
is_way_to_table (AtspiAccessible *accessible, gpointer found)
{
  const AtspiRole role = atspi_accessible_get_role (accessible, NULL);
  g_autofree char *name = accessible_name (accessible);

  *(gboolean *) found = role == ATSPI_ROLE_TABLE || role == ATSPI_ROLE_TREE_TABLE ||
                        (role == ATSPI_ROLE_TOGGLE_BUTTON && g_str_has_prefix (name, "Als tabel"));
  return !*(gboolean *) found;
}

void
audit_check_chart (Audit *audit, AtspiAccessible *chart)
{
  g_autofree char *name = accessible_name (chart);
  g_autoptr (AtspiAccessible) at = atspi_accessible_get_parent (chart, NULL);
  gboolean has_table = FALSE;

  if (*name == '\0')
    audit_add (audit, chart, "is a chart and has no words");
  // In the page that it stands in.
  for (int i = 0; at != NULL && !has_table && i < 6; i++) {
    g_autoptr (AtspiAccessible) child = g_steal_pointer (&at);

    driver_walk_from (child, is_way_to_table, &has_table);
    at = atspi_accessible_get_parent (child, NULL);
  }
  if (!has_table)
    audit_add (audit, chart, "is a chart and has no table");
}
