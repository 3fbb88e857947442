// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-budget-table.h"

#include <glib/gi18n-lib.h>

#include "spil-budget-cards.h"
#include "spil-column.h"
#include "spil-list-texts.h"

// What fits on a line of the name's column, about.
#define LINE_CHARS 20
#define MOST_LINES 3

struct _SpilBudgetTable
{
  AdwBin parent_instance;

  int room;
  GListStore *items; /**< of SpilBudgetItem */
  GtkStack *stack;
  GtkColumnView *view;
  GtkColumnViewColumn *columns[SPIL_BUDGET_N_CELLS]; /**< borrowed */
  SpilBudgetCards *cards;
};

G_DEFINE_FINAL_TYPE (SpilBudgetTable, spil_budget_table, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_ROOM,
  N_PROPS
};

enum
{
  LINE_ACTIVATED,
  FIGURE_ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

#define ROOM_FOR_CARDS 3

/* What is asked first when there is less room: what was reserved and what is expected stand on the page of the line too. */
static const struct
{
  int n_chars; /**< 0: takes the room that is left */
  int most_room; /**< of the property `room`, in which the column is shown */
} columns[] = {
  [SPIL_BUDGET_CELL_NUMBER] = { 2, 2 },   [SPIL_BUDGET_CELL_NAME] = { 0, 2 },
  [SPIL_BUDGET_CELL_BUDGET] = { 10, 2 },  [SPIL_BUDGET_CELL_RESERVED] = { 9, 0 },
  [SPIL_BUDGET_CELL_OPEN] = { 10, 2 },    [SPIL_BUDGET_CELL_ACTUAL] = { 10, 2 },
  [SPIL_BUDGET_CELL_FORECAST] = { 9, 1 }, [SPIL_BUDGET_CELL_FREE] = { 10, 2 },
  [SPIL_BUDGET_CELL_USED] = { 9, 2 },
};

static gboolean
is_line (SpilBudgetItem *item)
{
  SpilBudgetRowKind kind = spil_budget_item_get_kind (item);

  return kind == SPIL_BUDGET_ROW_LINE || kind == SPIL_BUDGET_ROW_OUTSIDE;
}

static gboolean
is_amount (SpilBudgetCell cell)
{
  return cell >= SPIL_BUDGET_CELL_BUDGET && cell <= SPIL_BUDGET_CELL_FREE;
}

/* Cells */

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
make_label (SpilBudgetCell cell)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_width_chars (GTK_LABEL (label), columns[cell].n_chars);
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

static void
on_amount_clicked_cb (GtkWidget *button, SpilBudgetTable *self)
{
  SpilBudgetItem *item = g_object_get_data (G_OBJECT (button), "spil-item");
  int cell = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "spil-cell"));
  SpilId id = item != NULL ? spil_budget_item_get_id (item) : SPIL_ID_NIL;

  if (item != NULL)
    g_signal_emit (self, signals[FIGURE_ACTIVATED], 0, &id, cell, button);
}

static GtkWidget *
make_amount_cell (SpilBudgetTable *self, SpilBudgetCell cell)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), make_label (cell));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "amount");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (button), "spil-cell", GINT_TO_POINTER (cell));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_amount_clicked_cb), self, 0);
  return button;
}

// The share, and under it how it compares with time.
static GtkWidget *
make_used_cell (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *pace = make_label (SPIL_BUDGET_CELL_USED);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (pace, "caption");
  gtk_widget_add_css_class (pace, "dimmed");
  gtk_box_append (GTK_BOX (box), make_label (SPIL_BUDGET_CELL_USED));
  gtk_box_append (GTK_BOX (box), pace);
  return box;
}

static void
on_cell_setup_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, SpilBudgetTable *self)
{
  SpilBudgetCell which = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "spil-cell"));
  GtkWidget *child = which == SPIL_BUDGET_CELL_NAME   ? make_name_cell ()
                     : which == SPIL_BUDGET_CELL_USED ? make_used_cell ()
                     : is_amount (which)              ? make_amount_cell (self, which)
                                                      : make_label (which);

  gtk_column_view_cell_set_child (cell, child);
  gtk_column_view_cell_set_focusable (cell, FALSE);
}

static void
set_class (GtkWidget *widget, const char *name, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

// Cells do not grow with the width that they get: a long name asks for its lines beforehand.
static void
bind_name (GtkWidget *child, SpilBudgetItem *item)
{
  const char *text = spil_budget_item_get_text (item, SPIL_BUDGET_CELL_NAME);
  int n_lines = (int) MIN (g_utf8_strlen (text, -1) / LINE_CHARS + 1, MOST_LINES);

  gtk_inscription_set_text (GTK_INSCRIPTION (child), text);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (child), n_lines);
  gtk_widget_set_tooltip_text (child, n_lines > 1 ? text : NULL);
  set_class (child, "heading", !is_line (item));
}

// What cannot be pressed lets the row be pressed.
static void
bind_amount (GtkWidget *child, SpilBudgetItem *item, SpilBudgetCell which)
{
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (child));
  gboolean pressed = spil_budget_item_has_figure (item, which);
  g_autofree char *name = spil_budget_item_dup_label (item, which);

  gtk_label_set_text (GTK_LABEL (label), spil_budget_item_get_text (item, which));
  gtk_widget_set_can_target (child, pressed);
  gtk_widget_set_focusable (child, pressed);
  set_class (label, "dimmed", !pressed && is_line (item));
  set_class (label, "heading", spil_budget_item_is_total (item));
  set_class (label, "error", which == SPIL_BUDGET_CELL_FREE && spil_budget_item_is_short (item));
  g_object_set_data_full (G_OBJECT (child), "spil-item", g_object_ref (item), g_object_unref);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
bind_used (GtkWidget *child, SpilBudgetItem *item)
{
  GtkWidget *share = gtk_widget_get_first_child (child);
  GtkWidget *pace = gtk_widget_get_last_child (child);
  const char *text = spil_budget_item_get_pace (item);

  gtk_label_set_text (GTK_LABEL (share), spil_budget_item_get_text (item, SPIL_BUDGET_CELL_USED));
  set_class (share, "heading", spil_budget_item_is_total (item));
  gtk_label_set_text (GTK_LABEL (pace), text != NULL ? text : "");
  gtk_widget_set_visible (pace, text != NULL);
}

static void
on_cell_bound_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell)
{
  SpilBudgetCell which = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "spil-cell"));
  SpilBudgetItem *item = gtk_column_view_cell_get_item (cell);
  GtkWidget *child = gtk_column_view_cell_get_child (cell);

  if (which == SPIL_BUDGET_CELL_NAME)
    bind_name (child, item);
  else if (which == SPIL_BUDGET_CELL_USED)
    bind_used (child, item);
  else if (is_amount (which))
    bind_amount (child, item, which);
  else
    gtk_label_set_text (GTK_LABEL (child), spil_budget_item_get_text (item, which));
}

/* What is used says in what pace too, as on the screen. */
static void
add_cell_text (gpointer item, gpointer user_data, GPtrArray *texts)
{
  const SpilBudgetCell which = GPOINTER_TO_INT (user_data);
  const char *text = spil_budget_item_get_text (item, which);
  const char *pace = which == SPIL_BUDGET_CELL_USED ? spil_budget_item_get_pace (item) : NULL;

  g_ptr_array_add (texts, pace != NULL ? g_strjoin (" · ", text, pace, NULL) : g_strdup (text));
}

static SpilListRowKind
kind_of_row (gpointer item)
{
  if (spil_budget_item_get_kind (item) == SPIL_BUDGET_ROW_HEADING)
    return SPIL_LIST_ROW_GROUP;
  return spil_budget_item_is_total (item) ? SPIL_LIST_ROW_TOTAL : SPIL_LIST_ROW_BODY;
}

static void
add_column (SpilBudgetTable *self, SpilBudgetCell which)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_object_set_data (G_OBJECT (factory), "spil-cell", GINT_TO_POINTER (which));
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_cell_setup_cb), self, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (on_cell_bound_cb), NULL);
  spil_list_texts_set (factory, add_cell_text, GINT_TO_POINTER (which));
  column = gtk_column_view_column_new (spil_budget_cell_title (which), factory);
  gtk_column_view_column_set_expand (column, which == SPIL_BUDGET_CELL_NAME);
  if (which != SPIL_BUDGET_CELL_NAME)
    g_object_set_data (G_OBJECT (column), "spil-numeric", GINT_TO_POINTER (TRUE));
  gtk_column_view_append_column (self->view, column);
  self->columns[which] = column;
}

/* Rows */

// The whole row in one breath: "Total: free € 645.000 of € 951.500".
static char *
dup_row_label (SpilBudgetItem *item)
{
  const char *number = spil_budget_item_get_text (item, SPIL_BUDGET_CELL_NUMBER);
  const char *name = spil_budget_item_get_text (item, SPIL_BUDGET_CELL_NAME);

  if (spil_budget_item_get_kind (item) == SPIL_BUDGET_ROW_HEADING)
    return g_strdup (name);
  return g_strdup_printf ("%s%s%s: %s", number, number[0] != '\0' ? ". " : "", name,
                          spil_budget_item_get_summary (item));
}

static void
on_row_bound_cb (GtkSignalListItemFactory *factory, GtkColumnViewRow *row)
{
  SpilBudgetItem *item = gtk_column_view_row_get_item (row);
  g_autofree char *label = dup_row_label (item);

  gtk_column_view_row_set_accessible_label (row, label);
  gtk_column_view_row_set_activatable (row, is_line (item));
}

static void
on_view_activated_cb (SpilBudgetTable *self, guint position)
{
  g_autoptr (SpilBudgetItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);
  SpilId id;

  if (item == NULL || !is_line (item))
    return;
  id = spil_budget_item_get_id (item);
  g_signal_emit (self, signals[LINE_ACTIVATED], 0, &id);
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
  spil_list_kind_set (row_factory, kind_of_row);
  gtk_column_view_set_row_factory (self->view, row_factory);
  g_signal_connect_object (view, "activate", G_CALLBACK (on_view_activated_cb), self, G_CONNECT_SWAPPED);
  for (int i = 0; i < SPIL_BUDGET_N_CELLS; i++)
    add_column (self, i);
  spil_column_view_align_titles (self->view);
  gtk_widget_add_css_class (view, "budget-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Budget table"),
                                  -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_widget_add_css_class (scroller, "card");
  gtk_widget_set_overflow (scroller, GTK_OVERFLOW_HIDDEN);
  return scroller;
}

/* Cards */

static void
on_card_line_cb (SpilBudgetTable *self, const SpilId *line)
{
  g_signal_emit (self, signals[LINE_ACTIVATED], 0, line);
}

static void
on_card_figure_cb (SpilBudgetTable *self, const SpilId *line, int cell, GtkWidget *origin)
{
  g_signal_emit (self, signals[FIGURE_ACTIVATED], 0, line, cell, origin);
}

static GtkWidget *
make_cards (SpilBudgetTable *self)
{
  GtkWidget *cards = spil_budget_cards_new ();

  self->cards = SPIL_BUDGET_CARDS (cards);
  g_signal_connect_object (cards, "line-activated", G_CALLBACK (on_card_line_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cards, "figure-activated", G_CALLBACK (on_card_figure_cb), self,
                           G_CONNECT_SWAPPED);
  return cards;
}

/* The widget */

static void
set_room (SpilBudgetTable *self, int room)
{
  self->room = room;
  for (int i = 0; i < SPIL_BUDGET_N_CELLS; i++)
    gtk_column_view_column_set_visible (self->columns[i], room <= columns[i].most_room);
  gtk_stack_set_visible_child_name (self->stack, room >= ROOM_FOR_CARDS ? "cards" : "table");
}

static void
spil_budget_table_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_ROOM:
    g_value_set_int (value, SPIL_BUDGET_TABLE (object)->room);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
spil_budget_table_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_ROOM:
    set_room (SPIL_BUDGET_TABLE (object), g_value_get_int (value));
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
  properties[PROP_ROOM] = g_param_spec_int ("room", NULL, NULL, 0, ROOM_FOR_CARDS, 0,
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[LINE_ACTIVATED] = g_signal_new ("line-activated", SPIL_TYPE_BUDGET_TABLE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[FIGURE_ACTIVATED] = g_signal_new ("figure-activated", SPIL_TYPE_BUDGET_TABLE, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_POINTER, G_TYPE_INT,
                                            GTK_TYPE_WIDGET);
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
  gtk_stack_add_named (self->stack, make_cards (self), "cards");
  adw_bin_set_child (ADW_BIN (self), stack);
}

void
spil_budget_table_set_items (SpilBudgetTable *self, GPtrArray *items)
{
  g_return_if_fail (SPIL_IS_BUDGET_TABLE (self));

  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata,
                       items->len);
  spil_budget_cards_set_items (self->cards, items);
}
