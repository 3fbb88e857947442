// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-column-sort.h"

#include "spil-window-state.h"

#define KEY "spil-sort-key"
#define DESCENDING " descending"

static GtkColumnViewColumn *
find_column (GtkColumnView *view, const char *id)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++) {
    GtkColumnViewColumn *column = g_list_model_get_item (columns, i);

    if (g_strcmp0 (gtk_column_view_column_get_id (column), id) == 0)
      return column;
    g_object_unref (column);
  }
  return NULL;
}

static void
restore (GtkColumnView *view, const char *key)
{
  g_autofree char *id = spil_window_state_dup_text (key);
  gboolean is_descending = id != NULL && g_str_has_suffix (id, DESCENDING);
  g_autoptr (GtkColumnViewColumn) column = NULL;

  if (id == NULL)
    return;
  if (is_descending)
    id[strlen (id) - strlen (DESCENDING)] = '\0';
  column = find_column (view, id);
  if (column != NULL)
    gtk_column_view_sort_by_column (view, column, is_descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

// While it is seen: at its end the table takes its columns away, and is sorted by none.
static void
on_changed_cb (GtkSorter *sorter, GtkSorterChange change, GtkWidget *view)
{
  GtkColumnViewSorter *sorting = GTK_COLUMN_VIEW_SORTER (sorter);
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (sorting);
  gboolean is_descending = gtk_column_view_sorter_get_primary_sort_order (sorting) == GTK_SORT_DESCENDING;
  g_autofree char *text = NULL;

  if (!gtk_widget_get_mapped (view))
    return;
  if (column != NULL)
    text = g_strconcat (gtk_column_view_column_get_id (column), is_descending ? DESCENDING : NULL, NULL);
  spil_window_state_set_text (g_object_get_data (G_OBJECT (view), KEY), text != NULL ? text : "");
}

void
spil_column_sort_remember (GtkColumnView *view, const char *key)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));
  g_return_if_fail (key != NULL);

  restore (view, key);
  g_object_set_data_full (G_OBJECT (view), KEY, g_strdup (key), g_free);
  g_signal_connect_object (gtk_column_view_get_sorter (view), "changed", G_CALLBACK (on_changed_cb), view, 0);
}
