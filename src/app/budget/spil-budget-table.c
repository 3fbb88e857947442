// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-budget-table.h"

#include <glib/gi18n-lib.h>

#include "spil-budget-item.h"
#include "spil-column.h"

// What fits on one line of the name's column, about.
#define LINE_CHARS 40

struct _SpilBudgetTable
{
  AdwBin parent_instance;

  gboolean narrow;
  GListStore *items; /**< of SpilBudgetItem */
  GtkStack *stack;
  GtkColumnView *view;
  GtkListBox *rows;
};

G_DEFINE_FINAL_TYPE (SpilBudgetTable, spil_budget_table, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

enum
{
  LINE_ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static const struct
{
  const char *title;
  int n_chars; /**< 0: takes the room that is left */
} columns[] = {
  [SPIL_BUDGET_CELL_NUMBER] = { N_ ("No."), 3 },       [SPIL_BUDGET_CELL_NAME] = { N_ ("Line"), 0 },
                                                                                  [SPIL_BUDGET_CELL_BUDGET] = { N_ ("Budgeted"), 11 }, [SPIL_BUDGET_CELL_OPEN] = { N_ ("Committed, open"), 11 },
                                                                                                                                                                  [SPIL_BUDGET_CELL_ACTUAL] = { N_ ("Spent"), 11 },    [SPIL_BUDGET_CELL_FORECAST] = { N_ ("Forecast"), 11 },
                                                                                                                                                                                                                                                      [SPIL_BUDGET_CELL_FREE] = { N_ ("Free"), 12 },       [SPIL_BUDGET_CELL_USED] = { N_ ("Share used"), 6 },
                                                                                                                                                                                                                                                                                 };

static void
activate (SpilBudgetTable *self, SpilBudgetItem *item)
{
  SpilId id = spil_budget_item_get_id (item);

  if (!spil_budget_item_is_total (item))
    g_signal_emit (self, signals[LINE_ACTIVATED], 0, &id);
}

/* The table */

static void
set_class (GtkWidget *widget, const char *name, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static GtkWidget *
make_name_cell (void)
{
  GtkWidget *inscription = gtk_inscription_new (NULL);

  gtk_inscription_set_min_chars (GTK_INSCRIPTION (inscription), 16);
  gtk_inscription_set_wrap_mode (GTK_INSCRIPTION (inscription), PANGO_WRAP_WORD_CHAR);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (inscription), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  return inscription;
}

static GtkWidget *
make_figure_cell (SpilBudgetCell which)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_width_chars (GTK_LABEL (label), columns[which].n_chars);
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

static void
on_cell_setup_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, gpointer user_data)
{
  SpilBudgetCell which = GPOINTER_TO_INT (user_data);

  gtk_column_view_cell_set_child (cell, which == SPIL_BUDGET_CELL_NAME ? make_name_cell ()
                                                                       : make_figure_cell (which));
  gtk_column_view_cell_set_focusable (cell, FALSE);
}

// Cells do not grow with the width that they get: a long name asks for its second line beforehand.
static void
set_name (GtkWidget *cell, const char *text)
{
  GtkInscription *inscription = GTK_INSCRIPTION (cell);
  gboolean is_long = g_utf8_strlen (text, -1) > LINE_CHARS;

  gtk_inscription_set_text (inscription, text);
  gtk_inscription_set_min_lines (inscription, is_long ? 2 : 1);
  gtk_widget_set_tooltip_text (cell, is_long ? text : NULL);
}

static void
on_cell_bound_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, gpointer user_data)
{
  SpilBudgetCell which = GPOINTER_TO_INT (user_data);
  SpilBudgetItem *item = gtk_column_view_cell_get_item (cell);
  GtkWidget *child = gtk_column_view_cell_get_child (cell);
  const char *text = spil_budget_item_get_text (item, which);
  // Translators: title of a column and what stands in it.
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), _ (columns[which].title), text);

  if (which == SPIL_BUDGET_CELL_NAME)
    set_name (child, text);
  else
    gtk_label_set_text (GTK_LABEL (child), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  set_class (child, "heading", spil_budget_item_is_total (item));
  set_class (child, "error", which == SPIL_BUDGET_CELL_FREE && spil_budget_item_is_short (item));
}

static void
add_column (SpilBudgetTable *self, SpilBudgetCell which)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column;

  g_signal_connect (factory, "setup", G_CALLBACK (on_cell_setup_cb), GINT_TO_POINTER (which));
  g_signal_connect (factory, "bind", G_CALLBACK (on_cell_bound_cb), GINT_TO_POINTER (which));
  column = gtk_column_view_column_new (_ (columns[which].title), factory);
  gtk_column_view_column_set_expand (column, which == SPIL_BUDGET_CELL_NAME);
  if (which != SPIL_BUDGET_CELL_NAME)
    g_object_set_data (G_OBJECT (column), "spil-numeric", GINT_TO_POINTER (TRUE));
  gtk_column_view_append_column (self->view, column);
  g_object_unref (column);
}

// The whole row in one breath: "Total: free € 645.000 of € 951.500".
static char *
dup_row_label (SpilBudgetItem *item)
{
  const char *number = spil_budget_item_get_text (item, SPIL_BUDGET_CELL_NUMBER);

  return g_strdup_printf ("%s%s%s: %s", number, number[0] != '\0' ? ". " : "",
                          spil_budget_item_get_text (item, SPIL_BUDGET_CELL_NAME),
                          spil_budget_item_get_summary (item));
}

static void
on_row_bound_cb (GtkSignalListItemFactory *factory, GtkColumnViewRow *row)
{
  SpilBudgetItem *item = gtk_column_view_row_get_item (row);
  g_autofree char *label = dup_row_label (item);

  gtk_column_view_row_set_accessible_label (row, label);
  gtk_column_view_row_set_activatable (row, !spil_budget_item_is_total (item));
}

static void
on_view_activated_cb (SpilBudgetTable *self, guint position)
{
  g_autoptr (SpilBudgetItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  if (item != NULL)
    activate (self, item);
}

static GtkWidget *
make_view (SpilBudgetTable *self)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (
      gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->items))));
  g_autoptr (GtkListItemFactory) row_factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_column_view_new (selection);

  self->view = GTK_COLUMN_VIEW (view);
  gtk_column_view_set_single_click_activate (self->view, TRUE);
  gtk_column_view_set_tab_behavior (self->view, GTK_LIST_TAB_ITEM);
  g_signal_connect (row_factory, "bind", G_CALLBACK (on_row_bound_cb), NULL);
  gtk_column_view_set_row_factory (self->view, row_factory);
  g_signal_connect_object (view, "activate", G_CALLBACK (on_view_activated_cb), self, G_CONNECT_SWAPPED);
  for (int i = 0; i < SPIL_BUDGET_N_CELLS; i++)
    add_column (self, i);
  spil_column_view_align_titles (self->view);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Budget table"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_widget_add_css_class (scroller, "card");
  gtk_widget_set_overflow (scroller, GTK_OVERFLOW_HIDDEN);
  return scroller;
}

/* Rows of two lines */

static void
on_row_activated_cb (SpilBudgetTable *self, GtkListBoxRow *row)
{
  activate (self, g_object_get_data (G_OBJECT (row), "spil-item"));
}

static GtkWidget *
make_row (gpointer object, gpointer user_data)
{
  SpilBudgetItem *item = object;
  GtkWidget *row = adw_action_row_new ();
  const char *number = spil_budget_item_get_text (item, SPIL_BUDGET_CELL_NUMBER);
  g_autofree char *title = g_strdup_printf ("%s%s%s", number, number[0] != '\0' ? ". " : "",
                                            spil_budget_item_get_text (item, SPIL_BUDGET_CELL_NAME));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), spil_budget_item_get_summary (item));
  gtk_widget_add_css_class (row, "numeric");
  set_class (row, "total-row", spil_budget_item_is_total (item));
  set_class (row, "error", spil_budget_item_is_short (item));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), !spil_budget_item_is_total (item));
  g_object_set_data_full (G_OBJECT (row), "spil-item", g_object_ref (item), g_object_unref);
  return row;
}

static GtkWidget *
make_rows (SpilBudgetTable *self)
{
  GtkWidget *rows = gtk_list_box_new ();

  self->rows = GTK_LIST_BOX (rows);
  gtk_list_box_set_selection_mode (self->rows, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (rows, "boxed-list");
  gtk_list_box_bind_model (self->rows, G_LIST_MODEL (self->items), make_row, NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Budget table"), -1);
  g_signal_connect_object (rows, "row-activated", G_CALLBACK (on_row_activated_cb), self, G_CONNECT_SWAPPED);
  return rows;
}

/* The widget */

static void
spil_budget_table_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_NARROW:
    g_value_set_boolean (value, SPIL_BUDGET_TABLE (object)->narrow);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
spil_budget_table_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SpilBudgetTable *self = SPIL_BUDGET_TABLE (object);

  switch (prop_id) {
  case PROP_NARROW:
    self->narrow = g_value_get_boolean (value);
    gtk_stack_set_visible_child_name (self->stack, self->narrow ? "rows" : "table");
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
spil_budget_table_dispose (GObject *object)
{
  g_clear_object (&SPIL_BUDGET_TABLE (object)->items);
  G_OBJECT_CLASS (spil_budget_table_parent_class)->dispose (object);
}

static void
spil_budget_table_class_init (SpilBudgetTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = spil_budget_table_get_property;
  object_class->set_property = spil_budget_table_set_property;
  object_class->dispose = spil_budget_table_dispose;
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[LINE_ACTIVATED] = g_signal_new ("line-activated", SPIL_TYPE_BUDGET_TABLE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
spil_budget_table_init (SpilBudgetTable *self)
{
  GtkWidget *stack = gtk_stack_new ();

  self->items = g_list_store_new (SPIL_TYPE_BUDGET_ITEM);
  self->stack = GTK_STACK (stack);
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, make_view (self), "table");
  gtk_stack_add_named (self->stack, make_rows (self), "rows");
  adw_bin_set_child (ADW_BIN (self), stack);
}

void
spil_budget_table_set_items (SpilBudgetTable *self, GPtrArray *items)
{
  g_return_if_fail (SPIL_IS_BUDGET_TABLE (self));
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata,
                       items->len);
}
