// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-employer-table.h"

#include <glib/gi18n-lib.h>

#include "spil-column.h"
#include "spil-employer-columns.h"
#include "spil-employer-item.h"
#include "spil-employer-words.h"

struct _SpilEmployerTable
{
  SpilListTable parent_instance;

  SpilIdSelection *selection;
  GArray *uses; /**< of SpilEmployerColumnUse: the columns that are shown */
  gboolean selecting; /**< a plain click selects */
  gboolean arranging; /**< the columns are set by the program */
  SpilEmployerSort sort;
  gboolean descending;
  gboolean sorting; /**< the heading is set by the program */
};

G_DEFINE_FINAL_TYPE (SpilEmployerTable, spil_employer_table, SPIL_TYPE_LIST_TABLE)

enum
{
  OPENED,
  SORT_CHOSEN,
  COLUMNS_CHANGED,
  CHOOSE_COLUMNS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Texts */

#define ROW(item) (spil_employer_item_get_row (SPIL_EMPLOYER_ITEM (item)))

static char *
name_text (gpointer item, gpointer user_data)
{
  return g_strdup (ROW (item)->name);
}

static char *
subtitle_text (gpointer item, gpointer user_data)
{
  return spil_employer_dup_subtitle (ROW (item));
}

static char *
row_name_text (gpointer item, gpointer user_data)
{
  g_autofree char *subtitle = spil_employer_dup_subtitle (ROW (item));

  return g_strjoin (", ", ROW (item)->name, subtitle[0] != '\0' ? subtitle : NULL, NULL);
}

static char *
last_day_text (gpointer item, gpointer user_data)
{
  return spil_employer_dup_last_day (ROW (item));
}

// The table of a wide window, or the rows of a narrow one; NULL: neither yet.
static GtkWidget *
get_view (SpilEmployerTable *self)
{
  return spil_list_table_get_view (SPIL_LIST_TABLE (self));
}

/* Opening */

static void
open_employer (SpilListTable *table, gpointer item)
{
  g_signal_emit (table, signals[OPENED], 0, ROW (item));
}

// The row itself tells the selection where a plain click was; GTK opens only at the second one.
static void
on_pressed_cb (SpilEmployerTable *self)
{
  spil_id_selection_forget_current (self->selection);
}

static void
on_released_cb (SpilEmployerTable *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  guint position = spil_id_selection_get_current (self->selection);

  if (position == GTK_INVALID_LIST_POSITION || (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0)
    return;
  if (self->selecting)
    spil_id_selection_toggle (self->selection, position);
  else if (n_press == 1)
    spil_list_table_open (SPIL_LIST_TABLE (self), position);
}

static void
watch_clicks (SpilEmployerTable *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (get_view (self), GTK_EVENT_CONTROLLER (click));
  click = gtk_gesture_click_new ();
  g_signal_connect_object (click, "released", G_CALLBACK (on_released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (get_view (self), GTK_EVENT_CONTROLLER (click));
}

/* Sorting: the heading only says what is asked; the store sorts */

static int
column_sort (GtkColumnViewColumn *column)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (column), "spil-sort"));
}

static void
on_sorter_changed_cb (SpilEmployerTable *self)
{
  GtkColumnViewSorter *sorter = GTK_COLUMN_VIEW_SORTER (
      gtk_column_view_get_sorter (GTK_COLUMN_VIEW (get_view (self))));
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (sorter);

  if (self->sorting || self->arranging)
    return;
  self->sort = column != NULL ? (SpilEmployerSort) column_sort (column) : SPIL_EMPLOYER_SORT_MATCH;
  self->descending = column != NULL &&
                     gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING;
  g_signal_emit (self, signals[SORT_CHOSEN], 0, self->sort, self->descending);
}

static GtkColumnViewColumn *
find_column (SpilEmployerTable *self, int sort)
{
  GListModel *list = gtk_column_view_get_columns (GTK_COLUMN_VIEW (get_view (self)));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (list, i);

    // The view keeps it.
    if (gtk_column_view_column_get_sorter (column) != NULL && column_sort (column) == sort)
      return column;
  }
  return NULL;
}

// The best match comes first only in what is searched for; the heading says nothing of that.
static void
show_sort (SpilEmployerTable *self)
{
  if (!GTK_IS_COLUMN_VIEW (get_view (self)))
    return;
  self->sorting = TRUE;
  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (get_view (self)), find_column (self, (int) self->sort),
                                  self->descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->sorting = FALSE;
}

/* The two views */

static const SpilEmployerColumn *
column_kind (GtkColumnViewColumn *column)
{
  return g_object_get_data (G_OBJECT (column), "spil-kind");
}

// What a person did to the columns is theirs from now on.
static void
on_columns_arranged_cb (SpilEmployerTable *self)
{
  GListModel *list;

  if (self->arranging || !GTK_IS_COLUMN_VIEW (get_view (self)))
    return;
  list = gtk_column_view_get_columns (GTK_COLUMN_VIEW (get_view (self)));
  // A column that is dragged is taken out before it is put back.
  if (g_list_model_get_n_items (list) != self->uses->len)
    return;
  g_array_set_size (self->uses, 0);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (list, i);
    SpilEmployerColumnUse use = { column_kind (column),
                                  MAX (gtk_column_view_column_get_fixed_width (column), 0) };

    g_array_append_val (self->uses, use);
  }
  g_signal_emit (self, signals[COLUMNS_CHANGED], 0);
}

static GMenuModel *
make_heading_menu (const SpilEmployerColumn *kind)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) sorting = g_menu_new ();
  g_autoptr (GMenu) showing = g_menu_new ();
  g_autofree char *up = g_strdup_printf ("employers.sort-up(%d)", kind->sort);
  g_autofree char *down = g_strdup_printf ("employers.sort-down(%d)", kind->sort);
  g_autofree char *hide = g_strdup_printf ("employers.hide-column::%s", kind->name);

  if (kind->sort != SPIL_EMPLOYER_NOT_SORTABLE) {
    g_menu_append (sorting, _ ("Sort ascending"), up);
    g_menu_append (sorting, _ ("Sort descending"), down);
    g_menu_append_section (menu, NULL, G_MENU_MODEL (sorting));
  }
  if (kind->sort != SPIL_EMPLOYER_SORT_NAME)
    g_menu_append (showing, _ ("Hide this column"), hide);
  g_menu_append (showing, _ ("Choose columns…"), "employers.choose-columns");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (showing));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static void
add_column (SpilEmployerTable *self, GtkColumnView *view, const SpilEmployerColumnUse *use)
{
  const SpilEmployerColumn *kind = use->column;
  g_autoptr (GtkColumnViewColumn)
      column = spil_column_new_two_line (_ (kind->title), kind->n_chars, kind->flags, kind->text,
                                         spil_employer_column_caption (kind, self->uses), NULL, NULL);
  g_autoptr (GMenuModel) menu = make_heading_menu (kind);

  if (kind->sort != SPIL_EMPLOYER_NOT_SORTABLE) {
    g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (NULL, NULL, NULL));

    gtk_column_view_column_set_sorter (column, sorter);
    g_object_set_data (G_OBJECT (column), "spil-sort", GINT_TO_POINTER (kind->sort));
  }
  g_object_set_data (G_OBJECT (column), "spil-kind", (gpointer) kind);
  gtk_column_view_column_set_header_menu (column, menu);
  if (use->width > 0)
    gtk_column_view_column_set_fixed_width (column, use->width);
  g_signal_connect_object (column, "notify::fixed-width", G_CALLBACK (on_columns_arranged_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_column_view_append_column (view, column);
}

static void
fill_columns (SpilEmployerTable *self)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (get_view (self));
  GListModel *list = gtk_column_view_get_columns (view);

  self->arranging = TRUE;
  gtk_column_view_sort_by_column (view, NULL, GTK_SORT_ASCENDING);
  while (g_list_model_get_n_items (list) > 0) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (list, 0);

    gtk_column_view_remove_column (view, column);
  }
  for (guint i = 0; i < self->uses->len; i++)
    add_column (self, view, &g_array_index (self->uses, SpilEmployerColumnUse, i));
  spil_column_view_align_titles (view);
  self->arranging = FALSE;
  show_sort (self);
}

static void
add_columns (SpilListTable *table, GtkColumnView *view)
{
  SpilEmployerTable *self = SPIL_EMPLOYER_TABLE (table);

  gtk_column_view_set_reorderable (view, TRUE);
  fill_columns (self);
  g_signal_connect_object (gtk_column_view_get_sorter (view), "changed", G_CALLBACK (on_sorter_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_columns (view), "items-changed",
                           G_CALLBACK (on_columns_arranged_cb), self, G_CONNECT_SWAPPED);
}

static void
made (SpilListTable *table)
{
  watch_clicks (SPIL_EMPLOYER_TABLE (table));
  show_sort (SPIL_EMPLOYER_TABLE (table));
}

/* What the headings ask; also without them, from the keyboard */

static void
sort_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilEmployerTable *self = SPIL_EMPLOYER_TABLE (widget);

  self->sort = (SpilEmployerSort) g_variant_get_int32 (parameter);
  self->descending = g_str_equal (name, "employers.sort-down");
  show_sort (self);
  g_signal_emit (self, signals[SORT_CHOSEN], 0, self->sort, self->descending);
}

static void
hide_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilEmployerTable *self = SPIL_EMPLOYER_TABLE (widget);
  const char *hidden = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < self->uses->len; i++)
    if (g_str_equal (g_array_index (self->uses, SpilEmployerColumnUse, i).column->name, hidden)) {
      g_array_remove_index (self->uses, i);
      fill_columns (self);
      g_signal_emit (self, signals[COLUMNS_CHANGED], 0);
      return;
    }
}

static void
choose_columns_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[CHOOSE_COLUMNS], 0);
}

static void
spil_employer_table_dispose (GObject *object)
{
  SpilEmployerTable *self = SPIL_EMPLOYER_TABLE (object);

  // A view that goes lets its order go first, and says so.
  self->arranging = TRUE;
  if (GTK_IS_COLUMN_VIEW (get_view (self)))
    g_signal_handlers_disconnect_by_func (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (get_view (self))),
                                          on_sorter_changed_cb, self);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (spil_employer_table_parent_class)->dispose (object);
}

static void
spil_employer_table_finalize (GObject *object)
{
  g_array_unref (SPIL_EMPLOYER_TABLE (object)->uses);
  G_OBJECT_CLASS (spil_employer_table_parent_class)->finalize (object);
}

static void
spil_employer_table_class_init (SpilEmployerTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SpilListTableClass *table_class = SPIL_LIST_TABLE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_employer_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_employer_table_finalize;
  table_class->name = N_ ("Employers");
  table_class->row_name = row_name_text;
  table_class->add_columns = add_columns;
  table_class->title = name_text;
  table_class->subtitle = subtitle_text;
  table_class->end = last_day_text;
  table_class->open = open_employer;
  table_class->made = made;
  gtk_widget_class_install_action (widget_class, "employers.sort-up", "i", sort_action);
  gtk_widget_class_install_action (widget_class, "employers.sort-down", "i", sort_action);
  gtk_widget_class_install_action (widget_class, "employers.hide-column", "s", hide_action);
  gtk_widget_class_install_action (widget_class, "employers.choose-columns", NULL, choose_columns_action);
  signals[OPENED] = g_signal_new ("opened", SPIL_TYPE_EMPLOYER_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SORT_CHOSEN] = g_signal_new ("sort-chosen", SPIL_TYPE_EMPLOYER_TABLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_BOOLEAN);
  signals[COLUMNS_CHANGED] = g_signal_new ("columns-changed", SPIL_TYPE_EMPLOYER_TABLE, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHOOSE_COLUMNS] = g_signal_new ("choose-columns", SPIL_TYPE_EMPLOYER_TABLE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
spil_employer_table_init (SpilEmployerTable *self)
{
  self->sort = SPIL_EMPLOYER_SORT_MATCH;
  self->uses = spil_employer_columns_parse (NULL);
}

void
spil_employer_table_set_selection (SpilEmployerTable *self, SpilIdSelection *selection)
{
  g_return_if_fail (SPIL_IS_EMPLOYER_TABLE (self));

  if (g_set_object (&self->selection, selection))
    spil_list_table_set_model (SPIL_LIST_TABLE (self), G_LIST_MODEL (selection));
}

void
spil_employer_table_set_selecting (SpilEmployerTable *self, gboolean selecting)
{
  g_return_if_fail (SPIL_IS_EMPLOYER_TABLE (self));
  self->selecting = selecting;
}

void
spil_employer_table_set_columns (SpilEmployerTable *self, const char *columns)
{
  GArray *uses;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_return_if_fail (SPIL_IS_EMPLOYER_TABLE (self));

  uses = spil_employer_columns_parse (columns);
  before = spil_employer_columns_format (self->uses, TRUE);
  after = spil_employer_columns_format (uses, TRUE);
  g_array_unref (self->uses);
  self->uses = uses;
  if (!g_str_equal (before, after) && GTK_IS_COLUMN_VIEW (get_view (self)))
    fill_columns (self);
}

char *
spil_employer_table_dup_columns (SpilEmployerTable *self, gboolean with_widths)
{
  g_return_val_if_fail (SPIL_IS_EMPLOYER_TABLE (self), NULL);
  return spil_employer_columns_format (self->uses, with_widths);
}

void
spil_employer_table_set_sort (SpilEmployerTable *self, SpilEmployerSort sort, gboolean descending)
{
  g_return_if_fail (SPIL_IS_EMPLOYER_TABLE (self));

  self->sort = sort;
  self->descending = descending;
  show_sort (self);
}
