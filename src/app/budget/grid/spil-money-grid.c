// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-money-grid.h"

#include <string.h>

#include "spil-budget-amounts.h"
#include "spil-money.h"

#define CELL_CHARS 11
#define TITLE_CHARS 18
#define TITLE -1

struct _SpilMoneyGrid
{
  AdwBin parent_instance;

  gboolean narrow;
  gboolean setting; /**< what is typed is typed by the program */
  gboolean dirty; /**< since the keyboard came into the cell */
  SpilMoneyColumn columns[12]; /**< titles owned */
  int n_columns;
  GPtrArray *groups; /**< of GtkSizeGroup, one for each column */
  GtkBox *box;
  GtkWidget *head;
  GtkWidget *total;
  GPtrArray *rows; /**< of Row */
};

G_DEFINE_FINAL_TYPE (SpilMoneyGrid, spil_money_grid, ADW_TYPE_BIN)

enum
{
  CHANGED,
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

// The widgets of a row, borrowed.
typedef struct
{
  GtkWidget *box;
  GtkWidget *title;
  GtkWidget *cells[12];
  char *name;
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->name);
  g_free (row);
}

static Row *
get_row (SpilMoneyGrid *self, int row)
{
  g_return_val_if_fail (row >= 0 && row < (int) self->rows->len, NULL);
  return self->rows->pdata[row];
}

static GtkWidget *
get_cell (SpilMoneyGrid *self, int row, int column)
{
  return column == TITLE ? get_row (self, row)->title : get_row (self, row)->cells[column];
}

static gboolean
find_cell (SpilMoneyGrid *self, GtkWidget *cell, int *row, int *column)
{
  for (guint i = 0; i < self->rows->len; i++)
    for (int j = TITLE; j < self->n_columns; j++)
      if (get_cell (self, (int) i, j) == cell) {
        *row = (int) i;
        *column = j;
        return TRUE;
      }
  return FALSE;
}

/* Typing */

static gboolean
go_to (SpilMoneyGrid *self, int row, int column)
{
  if (row < 0 || row >= (int) self->rows->len)
    return FALSE;
  return gtk_widget_get_sensitive (get_cell (self, row, column)) &&
         gtk_widget_grab_focus (get_cell (self, row, column));
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state,
                   SpilMoneyGrid *self)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys));
  int row, column;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || !find_cell (self, cell, &row, &column))
    return FALSE;
  switch (keyval) {
  case GDK_KEY_Up:
  case GDK_KEY_KP_Up:
    return go_to (self, row - 1, column);
  case GDK_KEY_Down:
  case GDK_KEY_KP_Down:
    return go_to (self, row + 1, column);
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
    if (go_to (self, row + 1, column))
      return TRUE;
    gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (cell)), GTK_DIR_TAB_FORWARD);
    return TRUE;
  default:
    return FALSE;
  }
}

static void
on_cell_changed_cb (SpilMoneyGrid *self, GtkWidget *cell)
{
  int row, column;

  if (self->setting || !find_cell (self, cell, &row, &column))
    return;
  spil_money_grid_set_error (self, row, column, NULL);
  self->dirty = TRUE;
  g_signal_emit (self, signals[CHANGED], 0, row, column);
}

static void
on_cell_left_cb (SpilMoneyGrid *self, GtkEventController *focus)
{
  int row, column;

  if (!self->dirty || !find_cell (self, gtk_event_controller_get_widget (focus), &row, &column))
    return;
  self->dirty = FALSE;
  g_signal_emit (self, signals[LEFT], 0, row, column);
}

static void
on_check_toggled_cb (SpilMoneyGrid *self, GtkWidget *check)
{
  int row, column;

  if (self->setting || !find_cell (self, check, &row, &column))
    return;
  g_signal_emit (self, signals[CHANGED], 0, row, column);
  g_signal_emit (self, signals[LEFT], 0, row, column);
}

/* Making */

static GtkWidget *
make_label (const char *text, float xalign, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  return label;
}

static GtkWidget *
make_entry (SpilMoneyGrid *self, float xalign)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_entry_set_alignment (GTK_ENTRY (entry), xalign);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), CELL_CHARS);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), CELL_CHARS);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self, 0);
  gtk_widget_add_controller (entry, keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_cell_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, focus);
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_cell_changed_cb), self, G_CONNECT_SWAPPED);
  return entry;
}

static GtkWidget *
make_cell (SpilMoneyGrid *self, const SpilMoneyColumn *column)
{
  GtkWidget *cell;

  switch (column->kind) {
  case SPIL_MONEY_TYPED:
    cell = make_entry (self, 1);
    gtk_entry_set_input_purpose (GTK_ENTRY (cell), GTK_INPUT_PURPOSE_NUMBER);
    break;
  case SPIL_MONEY_NOTE:
    cell = make_entry (self, 0);
    gtk_editable_set_max_width_chars (GTK_EDITABLE (cell), 20);
    break;
  case SPIL_MONEY_CHECK:
    cell = gtk_check_button_new ();
    gtk_widget_set_halign (cell, GTK_ALIGN_CENTER);
    g_signal_connect_object (cell, "toggled", G_CALLBACK (on_check_toggled_cb), self, G_CONNECT_SWAPPED);
    break;
  case SPIL_MONEY_SHOWN:
  default:
    cell = make_label (NULL, 1, NULL);
    gtk_label_set_width_chars (GTK_LABEL (cell), CELL_CHARS);
    break;
  }
  gtk_widget_add_css_class (cell, "numeric");
  gtk_widget_set_valign (cell, GTK_ALIGN_CENTER);
  return cell;
}

// In a card the title of the column stands before each cell.
static GtkWidget *
wrap_cell (SpilMoneyGrid *self, GtkWidget *cell, int column)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *caption = make_label (self->columns[column].title, 0, "caption");

  gtk_widget_add_css_class (caption, "dimmed");
  gtk_widget_set_hexpand (caption, TRUE);
  gtk_widget_set_visible (caption, self->narrow);
  gtk_box_append (GTK_BOX (box), caption);
  // The cell takes what its column is wide; the column takes no more than it needs. In a card all cells are as wide as they ask.
  gtk_widget_set_hexpand (cell, !self->narrow);
  gtk_widget_set_hexpand (box, FALSE);
  gtk_box_append (GTK_BOX (box), cell);
  gtk_size_group_add_widget (self->groups->pdata[column], box);
  return box;
}

static GtkWidget *
make_line (SpilMoneyGrid *self, GtkWidget *title)
{
  GtkWidget *line = gtk_box_new (self->narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_widget_add_css_class (line, "money-row");
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (line), title);
  return line;
}

static void
make_head (SpilMoneyGrid *self, const char *heading)
{
  self->head = make_line (self, make_label (heading, 0, "caption-heading"));
  for (int i = 0; i < self->n_columns; i++) {
    g_autofree char *title = spil_budget_dup_broken (self->columns[i].title, CELL_CHARS + 1);
    GtkWidget *label = make_label (title, self->columns[i].kind == SPIL_MONEY_CHECK ? 0.5 : 1,
                                   "caption-heading");

    // A label that wraps by itself asks for another width at each height, and would not stand over its column.
    gtk_label_set_wrap (GTK_LABEL (label), FALSE);
    gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
    gtk_widget_set_valign (label, GTK_ALIGN_END);
    gtk_size_group_add_widget (self->groups->pdata[i], label);
    gtk_box_append (GTK_BOX (self->head), label);
  }
  gtk_widget_add_css_class (self->head, "dimmed");
  gtk_widget_set_visible (self->head, !self->narrow);
  gtk_box_append (self->box, self->head);
}

static void
clear (SpilMoneyGrid *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->groups, 0);
  for (int i = 0; i < self->n_columns; i++)
    g_free ((char *) self->columns[i].title);
  self->n_columns = 0;
  self->head = NULL;
  self->total = NULL;
}

void
spil_money_grid_begin (SpilMoneyGrid *self, const char *heading, const SpilMoneyColumn *columns, int n)
{
  g_return_if_fail (SPIL_IS_MONEY_GRID (self));
  g_return_if_fail (n > 0 && n <= (int) G_N_ELEMENTS (self->columns));

  clear (self);
  for (int i = 0; i < n; i++) {
    self->columns[i] = (SpilMoneyColumn) { g_strdup (columns[i].title), columns[i].kind };
    g_ptr_array_add (self->groups, gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL));
  }
  self->n_columns = n;
  make_head (self, heading);
}

static void
name_cell (GtkWidget *cell, const char *row, const char *column)
{
  g_autofree char *name = g_strdup_printf ("%s, %s", row, column);

  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

int
spil_money_grid_add_row (SpilMoneyGrid *self, const char *title, const char *name, gboolean typed)
{
  Row *row;

  g_return_val_if_fail (SPIL_IS_MONEY_GRID (self), -1);

  row = g_new0 (Row, 1);
  row->name = g_strdup (name);
  row->title = typed ? make_entry (self, 0) : make_label (title, 0, NULL);
  if (typed) {
    gtk_editable_set_text (GTK_EDITABLE (row->title), title != NULL ? title : "");
    gtk_editable_set_max_width_chars (GTK_EDITABLE (row->title), -1);
    gtk_accessible_update_property (GTK_ACCESSIBLE (row->title), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  } else {
    // A long title asks for no more, so that the cells get what they ask for and stand under each other.
    gtk_label_set_width_chars (GTK_LABEL (row->title), TITLE_CHARS);
    gtk_label_set_max_width_chars (GTK_LABEL (row->title), TITLE_CHARS);
  }
  row->box = make_line (self, row->title);
  for (int i = 0; i < self->n_columns; i++) {
    row->cells[i] = make_cell (self, &self->columns[i]);
    name_cell (row->cells[i], name, self->columns[i].title);
    gtk_box_append (GTK_BOX (row->box), wrap_cell (self, row->cells[i], i));
  }
  gtk_box_insert_child_after (
      self->box, row->box, self->rows->len > 0 ? get_row (self, (int) self->rows->len - 1)->box : self->head);
  g_ptr_array_add (self->rows, row);
  return (int) self->rows->len - 1;
}

int
spil_money_grid_count (SpilMoneyGrid *self)
{
  g_return_val_if_fail (SPIL_IS_MONEY_GRID (self), 0);
  return (int) self->rows->len;
}

/* What stands in it */

void
spil_money_grid_set_text (SpilMoneyGrid *self, int row, int column, const char *text)
{
  GtkWidget *cell;

  g_return_if_fail (SPIL_IS_MONEY_GRID (self));

  cell = get_cell (self, row, column);
  self->setting = TRUE;
  if (GTK_IS_EDITABLE (cell))
    gtk_editable_set_text (GTK_EDITABLE (cell), text != NULL ? text : "");
  else
    gtk_label_set_text (GTK_LABEL (cell), text != NULL ? text : "");
  self->setting = FALSE;
}

void
spil_money_grid_set_money (SpilMoneyGrid *self, int row, int column, int64_t cents)
{
  g_autofree char *text = spil_budget_dup_typed (cents);

  spil_money_grid_set_text (self, row, column, text);
}

void
spil_money_grid_set_check (SpilMoneyGrid *self, int row, int column, gboolean checked)
{
  g_return_if_fail (SPIL_IS_MONEY_GRID (self));

  self->setting = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (get_cell (self, row, column)), checked);
  self->setting = FALSE;
}

void
spil_money_grid_set_open (SpilMoneyGrid *self, int row, int column, gboolean open)
{
  g_return_if_fail (SPIL_IS_MONEY_GRID (self));
  gtk_widget_set_sensitive (get_cell (self, row, column), open);
}

void
spil_money_grid_set_error (SpilMoneyGrid *self, int row, int column, const char *why)
{
  GtkWidget *cell;

  g_return_if_fail (SPIL_IS_MONEY_GRID (self));

  cell = get_cell (self, row, column);
  gtk_widget_set_tooltip_text (cell, why);
  if (why != NULL) {
    gtk_widget_add_css_class (cell, "error");
    gtk_accessible_update_state (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_STATE_INVALID,
                                 GTK_ACCESSIBLE_INVALID_TRUE, -1);
  } else if (gtk_widget_has_css_class (cell, "error")) {
    gtk_widget_remove_css_class (cell, "error");
    gtk_accessible_reset_state (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_STATE_INVALID);
  }
}

gboolean
spil_money_grid_parse (const char *text, int64_t *cents)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  const char *number = stripped[0] == '+' ? stripped + 1 : stripped;

  if (stripped[0] == '\0') {
    *cents = 0;
    return TRUE;
  }
  return spil_money_parse (number, cents);
}

gboolean
spil_money_grid_get_money (SpilMoneyGrid *self, int row, int column, int64_t *cents)
{
  g_return_val_if_fail (SPIL_IS_MONEY_GRID (self), FALSE);
  return spil_money_grid_parse (spil_money_grid_get_text (self, row, column), cents);
}

const char *
spil_money_grid_get_text (SpilMoneyGrid *self, int row, int column)
{
  GtkWidget *cell;

  g_return_val_if_fail (SPIL_IS_MONEY_GRID (self), NULL);

  cell = get_cell (self, row, column);
  return GTK_IS_EDITABLE (cell) ? gtk_editable_get_text (GTK_EDITABLE (cell))
                                : gtk_label_get_text (GTK_LABEL (cell));
}

gboolean
spil_money_grid_get_check (SpilMoneyGrid *self, int row, int column)
{
  g_return_val_if_fail (SPIL_IS_MONEY_GRID (self), FALSE);
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (get_cell (self, row, column)));
}

void
spil_money_grid_set_total (SpilMoneyGrid *self, const char *title, const char *const *texts)
{
  g_return_if_fail (SPIL_IS_MONEY_GRID (self));

  if (self->total != NULL)
    gtk_box_remove (self->box, self->total);
  self->total = make_line (self, make_label (title, 0, NULL));
  for (int i = 0; i < self->n_columns; i++) {
    GtkWidget *label = make_label (texts[i], 1, "numeric");

    gtk_box_append (GTK_BOX (self->total), wrap_cell (self, label, i));
  }
  gtk_widget_add_css_class (self->total, "total-row");
  gtk_box_append (self->box, self->total);
}

/* The widget */

static void
set_line_narrow (SpilMoneyGrid *self, GtkWidget *line)
{
  GtkWidget *cell = gtk_widget_get_next_sibling (gtk_widget_get_first_child (line));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (line),
                                  self->narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  for (; cell != NULL; cell = gtk_widget_get_next_sibling (cell))
    if (GTK_IS_BOX (cell)) {
      gtk_widget_set_visible (gtk_widget_get_first_child (cell), self->narrow);
      gtk_widget_set_hexpand (gtk_widget_get_last_child (cell), !self->narrow);
    }
}

void
spil_money_grid_set_narrow (SpilMoneyGrid *self, gboolean narrow)
{
  g_return_if_fail (SPIL_IS_MONEY_GRID (self));

  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  for (guint i = 0; i < self->rows->len; i++)
    set_line_narrow (self, get_row (self, (int) i)->box);
  if (self->total != NULL)
    set_line_narrow (self, self->total);
  if (self->head != NULL)
    gtk_widget_set_visible (self->head, !narrow);
}

void
spil_money_grid_focus (SpilMoneyGrid *self, int row, int column)
{
  g_return_if_fail (SPIL_IS_MONEY_GRID (self));
  gtk_widget_grab_focus (get_cell (self, row, column));
}

gboolean
spil_money_grid_get_focus (SpilMoneyGrid *self, int *row, int *column)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_val_if_fail (SPIL_IS_MONEY_GRID (self), FALSE);

  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  // The keyboard is in the text of an entry, which is its child.
  if (focus != NULL && GTK_IS_TEXT (focus))
    focus = gtk_widget_get_parent (focus);
  return focus != NULL && find_cell (self, focus, row, column);
}

GtkWidget *
spil_money_grid_get_first (SpilMoneyGrid *self)
{
  g_return_val_if_fail (SPIL_IS_MONEY_GRID (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    for (int j = TITLE; j < self->n_columns; j++)
      if (GTK_IS_EDITABLE (get_cell (self, (int) i, j)))
        return get_cell (self, (int) i, j);
  return NULL;
}

static void
spil_money_grid_dispose (GObject *object)
{
  SpilMoneyGrid *self = SPIL_MONEY_GRID (object);

  if (self->box != NULL)
    clear (self);
  self->box = NULL;
  G_OBJECT_CLASS (spil_money_grid_parent_class)->dispose (object);
}

static void
spil_money_grid_finalize (GObject *object)
{
  g_ptr_array_unref (SPIL_MONEY_GRID (object)->rows);
  g_ptr_array_unref (SPIL_MONEY_GRID (object)->groups);
  G_OBJECT_CLASS (spil_money_grid_parent_class)->finalize (object);
}

static void
spil_money_grid_class_init (SpilMoneyGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = spil_money_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_money_grid_finalize;
  signals[CHANGED] = g_signal_new ("changed", SPIL_TYPE_MONEY_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  signals[LEFT] = g_signal_new ("left", SPIL_TYPE_MONEY_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
}

static void
spil_money_grid_init (SpilMoneyGrid *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->groups = g_ptr_array_new_with_free_func (g_object_unref);
  self->box = GTK_BOX (box);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "money-grid");
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
spil_money_grid_new (void)
{
  return g_object_new (SPIL_TYPE_MONEY_GRID, NULL);
}
