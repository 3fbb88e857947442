// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-employer-table.h"

#include <glib/gi18n-lib.h>

#include "spil-column.h"
#include "spil-employer-item.h"
#include "spil-employer-words.h"
#include "spil-list-slot.h"

#define NOT_SORTABLE (-1)

struct _SpilEmployerTable
{
  AdwBin parent_instance;

  GListModel *model;
  gboolean narrow;
  SpilEmployerSort sort;
  gboolean descending;
  gboolean sorting; /**< the heading is set by the program */

  GtkWidget *scroller;
  GtkWidget *view; /**< the table or the rows; NULL until there is a model */
};

G_DEFINE_FINAL_TYPE (SpilEmployerTable, spil_employer_table, ADW_TYPE_BIN)

enum
{
  OPENED,
  SORT_CHOSEN,
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
town_text (gpointer item, gpointer user_data)
{
  return spil_employer_dup_town (ROW (item));
}

static char *
staff_text (gpointer item, gpointer user_data)
{
  return spil_employer_dup_staff (ROW (item));
}

static char *
stage_text (gpointer item, gpointer user_data)
{
  return spil_employer_dup_stage (ROW (item));
}

static char *
broker_text (gpointer item, gpointer user_data)
{
  return spil_employer_dup_broker (ROW (item));
}

static char *
last_contact_text (gpointer item, gpointer user_data)
{
  return spil_employer_dup_last_contact (ROW (item));
}

static char *
next_action_text (gpointer item, gpointer user_data)
{
  return spil_employer_dup_next_action (ROW (item), spil_employer_item_get_today (item));
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
  const SpilEmployerRow *row = ROW (item);

  return row->contacted ? spil_day_format (spil_time_day (row->last_contact)) : g_strdup (_ ("never"));
}

// Few of them: each costs some two hundred widgets.
static const struct
{
  const char *title;
  int n_chars;
  SpilColumnFlags flags;
  SpilCellFunc text;
  int sort;
} columns[] = {
  { N_ ("Name"), 32, SPIL_COLUMN_EXPAND, name_text, SPIL_EMPLOYER_SORT_NAME },
    { N_ ("Town"), 9, 0, town_text, SPIL_EMPLOYER_SORT_TOWN },
      { N_ ("Employees"), 11, SPIL_COLUMN_NUMERIC, staff_text, SPIL_EMPLOYER_SORT_STAFF },
        { N_ ("Stage"), 16, 0, stage_text, NOT_SORTABLE },
          { N_ ("Broker"), 11, 0, broker_text, NOT_SORTABLE },
            { N_ ("Last contact"), 19, 0, last_contact_text, SPIL_EMPLOYER_SORT_LAST_CONTACT },
              { N_ ("Next action"), 21, SPIL_COLUMN_EXPAND, next_action_text, NOT_SORTABLE },
            };

/* Opening */

static void
on_row_activated_cb (SpilEmployerTable *self, guint position)
{
  g_autoptr (GObject) object = g_list_model_get_item (self->model, position);
  g_autoptr (GObject) item = object != NULL ? spil_list_item_of (object) : NULL;

  // What is not read yet cannot be opened; the content of a slot may go while the signal runs.
  if (item == NULL)
    return;
  g_object_ref (item);
  g_signal_emit (self, signals[OPENED], 0, ROW (item));
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
      gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->view)));
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (sorter);

  if (self->sorting)
    return;
  self->sort = column != NULL ? (SpilEmployerSort) column_sort (column) : SPIL_EMPLOYER_SORT_MATCH;
  self->descending = column != NULL &&
                     gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING;
  g_signal_emit (self, signals[SORT_CHOSEN], 0, self->sort, self->descending);
}

static GtkColumnViewColumn *
find_column (SpilEmployerTable *self, int sort)
{
  GListModel *list = gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->view));

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
  if (!GTK_IS_COLUMN_VIEW (self->view))
    return;
  self->sorting = TRUE;
  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (self->view), find_column (self, (int) self->sort),
                                  self->descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->sorting = FALSE;
}

/* The two views */

static void
add_column (GtkColumnView *view, gsize index)
{
  g_autoptr (GtkColumnViewColumn) column = spil_column_new (
      _ (columns[index].title), columns[index].n_chars, columns[index].flags, columns[index].text, NULL, NULL);

  if (columns[index].sort != NOT_SORTABLE) {
    g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (NULL, NULL, NULL));

    gtk_column_view_column_set_sorter (column, sorter);
    g_object_set_data (G_OBJECT (column), "spil-sort", GINT_TO_POINTER (columns[index].sort));
  }
  gtk_column_view_append_column (view, column);
}

static GtkSelectionModel *
make_selection (SpilEmployerTable *self)
{
  return GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (self->model)));
}

static GtkWidget *
make_table (SpilEmployerTable *self)
{
  GtkWidget *table = gtk_column_view_new (make_selection (self));

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    add_column (GTK_COLUMN_VIEW (table), i);
  gtk_column_view_set_single_click_activate (GTK_COLUMN_VIEW (table), TRUE);
  spil_column_view_align_titles (GTK_COLUMN_VIEW (table));
  spil_column_view_name_rows (GTK_COLUMN_VIEW (table), row_name_text, NULL);
  gtk_column_view_set_tab_behavior (GTK_COLUMN_VIEW (table), GTK_LIST_TAB_ITEM);
  gtk_widget_add_css_class (table, "wide-table");
  g_signal_connect_object (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (table)), "changed",
                           G_CALLBACK (on_sorter_changed_cb), self, G_CONNECT_SWAPPED);
  return table;
}

static GtkWidget *
make_rows (SpilEmployerTable *self)
{
  GtkWidget *rows = gtk_list_view_new (
      make_selection (self), spil_two_line_factory_new (name_text, subtitle_text, last_day_text, NULL));

  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (rows), TRUE);
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (rows), TRUE);
  gtk_list_view_set_tab_behavior (GTK_LIST_VIEW (rows), GTK_LIST_TAB_ITEM);
  return rows;
}

static void
make_view (SpilEmployerTable *self)
{
  if (self->model == NULL)
    return;
  self->view = self->narrow ? make_rows (self) : make_table (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Employers"), -1);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (on_row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
  show_sort (self);
}

static void
spil_employer_table_dispose (GObject *object)
{
  SpilEmployerTable *self = SPIL_EMPLOYER_TABLE (object);

  // A view that goes lets its order go first, and says so.
  if (self->view != NULL && !self->narrow)
    g_signal_handlers_disconnect_by_func (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->view)),
                                          on_sorter_changed_cb, self);
  g_clear_object (&self->model);
  self->view = NULL;
  self->scroller = NULL;
  G_OBJECT_CLASS (spil_employer_table_parent_class)->dispose (object);
}

static void
spil_employer_table_class_init (SpilEmployerTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = spil_employer_table_dispose;
  signals[OPENED] = g_signal_new ("opened", SPIL_TYPE_EMPLOYER_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SORT_CHOSEN] = g_signal_new ("sort-chosen", SPIL_TYPE_EMPLOYER_TABLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_BOOLEAN);
}

static void
spil_employer_table_init (SpilEmployerTable *self)
{
  self->sort = SPIL_EMPLOYER_SORT_MATCH;
  self->scroller = gtk_scrolled_window_new ();
  gtk_widget_set_vexpand (self->scroller, TRUE);
  adw_bin_set_child (ADW_BIN (self), self->scroller);
}

void
spil_employer_table_set_model (SpilEmployerTable *self, GListModel *model)
{
  g_return_if_fail (SPIL_IS_EMPLOYER_TABLE (self));

  if (g_set_object (&self->model, model))
    make_view (self);
}

void
spil_employer_table_set_narrow (SpilEmployerTable *self, gboolean narrow)
{
  g_return_if_fail (SPIL_IS_EMPLOYER_TABLE (self));

  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  make_view (self);
}

void
spil_employer_table_set_sort (SpilEmployerTable *self, SpilEmployerSort sort, gboolean descending)
{
  g_return_if_fail (SPIL_IS_EMPLOYER_TABLE (self));

  self->sort = sort;
  self->descending = descending;
  show_sort (self);
}

gboolean
spil_employer_table_focus_first (SpilEmployerTable *self)
{
  g_return_val_if_fail (SPIL_IS_EMPLOYER_TABLE (self), FALSE);

  if (self->model == NULL || g_list_model_get_n_items (self->model) == 0)
    return FALSE;
  if (GTK_IS_COLUMN_VIEW (self->view))
    gtk_column_view_scroll_to (GTK_COLUMN_VIEW (self->view), 0, NULL, GTK_LIST_SCROLL_FOCUS, NULL);
  else
    gtk_list_view_scroll_to (GTK_LIST_VIEW (self->view), 0, GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (self->view);
  return TRUE;
}

void
spil_employer_table_scroll_to_top (SpilEmployerTable *self)
{
  g_return_if_fail (SPIL_IS_EMPLOYER_TABLE (self));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}
