// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* Which columns the table of the planning has, and how wide it is: as people left them. */
#include "spil-plan-columns.h"
#include "spil-planning-edits.h"
#include "spil-window-state.h"

#define COLUMNS_KEY "planning-hidden-columns"
#define WIDTH_KEY "planning-table-width"

static SpilPlanCell
cell_of (GAction *action)
{
  for (int cell = 0; cell < SPIL_PLAN_N_CELLS; cell++)
    if (g_strcmp0 (spil_plan_column_word ((SpilPlanCell) cell), g_action_get_name (action)) == 0)
      return (SpilPlanCell) cell;
  return SPIL_PLAN_CELL_NAME;
}

static void
on_column_toggled_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  SpilPlanningPage *self = user_data;
  guint bit = 1U << cell_of (G_ACTION (action));
  g_autofree char *text = NULL;

  self->hidden_columns = g_variant_get_boolean (state) ? self->hidden_columns & ~bit
                                                       : self->hidden_columns | bit;
  g_simple_action_set_state (action, state);
  text = spil_plan_columns_format (self->hidden_columns);
  spil_window_state_set_text (COLUMNS_KEY, text);
  spil_planning_show (self);
}

static void
on_view_unmapped_cb (SpilPlanningPage *self)
{
  g_autofree char *text = NULL;
  int width;

  g_object_get (self->view, "table-width", &width, NULL);
  text = g_strdup_printf ("%d", width);
  spil_window_state_set_text (WIDTH_KEY, text);
}

void
spil_planning_recall_table (SpilPlanningPage *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autofree char *hidden = spil_window_state_dup_text (COLUMNS_KEY);
  g_autofree char *width = spil_window_state_dup_text (WIDTH_KEY);

  self->hidden_columns = spil_plan_columns_parse (hidden);
  for (int cell = 0; cell < SPIL_PLAN_N_CELLS; cell++) {
    const char *word = spil_plan_column_word ((SpilPlanCell) cell);
    g_autoptr (GSimpleAction) action = NULL;

    if (word == NULL)
      continue;
    action = g_simple_action_new_stateful (
        word, NULL, g_variant_new_boolean ((self->hidden_columns & (1U << cell)) == 0));
    g_signal_connect_object (action, "change-state", G_CALLBACK (on_column_toggled_cb), self, 0);
    g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns", G_ACTION_GROUP (group));
  if (width != NULL && g_ascii_strtoll (width, NULL, 10) > 0)
    g_object_set (self->view, "table-width", (int) MIN (g_ascii_strtoll (width, NULL, 10), 2000), NULL);
  g_signal_connect_object (self->view, "unmap", G_CALLBACK (on_view_unmapped_cb), self, G_CONNECT_SWAPPED);
}

GMenuModel *
spil_planning_make_column_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (int cell = 0; cell < SPIL_PLAN_N_CELLS; cell++) {
    const char *word = spil_plan_column_word ((SpilPlanCell) cell);
    g_autofree char *action = g_strconcat ("columns.", word, NULL);

    if (word != NULL)
      g_menu_append (menu, spil_plan_cell_title ((SpilPlanCell) cell), action);
  }
  return G_MENU_MODEL (menu);
}
