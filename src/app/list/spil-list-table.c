// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-list-table.h"

#include <glib/gi18n-lib.h>

#include "spil-list-slot.h"

typedef struct
{
  GListModel *model; /**< NULL until it is set */
  gboolean narrow;
  GtkWidget *scroller;
  GtkWidget *view; /**< the table or the rows; NULL until there is a model */
} SpilListTablePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SpilListTable, spil_list_table, ADW_TYPE_BIN)

#define PRIVATE(self) ((SpilListTablePrivate *) spil_list_table_get_instance_private (self))

/* The two views */

static GtkSelectionModel *
make_selection (SpilListTable *self)
{
  GListModel *model = g_object_ref (PRIVATE (self)->model);

  return GTK_IS_SELECTION_MODEL (model) ? GTK_SELECTION_MODEL (model)
                                        : GTK_SELECTION_MODEL (gtk_no_selection_new (model));
}

static void
make_table (SpilListTable *self)
{
  SpilListTableClass *klass = SPIL_LIST_TABLE_GET_CLASS (self);
  GtkColumnView *table = GTK_COLUMN_VIEW (gtk_column_view_new (make_selection (self)));

  PRIVATE (self)->view = GTK_WIDGET (table);
  klass->add_columns (self, table);
  spil_column_view_align_titles (table);
  spil_column_view_name_rows (table, klass->row_name, NULL);
  gtk_column_view_set_single_click_activate (table, !GTK_IS_SELECTION_MODEL (PRIVATE (self)->model));
  gtk_column_view_set_tab_behavior (table, GTK_LIST_TAB_ITEM);
  gtk_widget_add_css_class (GTK_WIDGET (table), "wide-table");
}

static void
make_rows (SpilListTable *self)
{
  SpilListTableClass *klass = SPIL_LIST_TABLE_GET_CLASS (self);
  GtkListItemFactory *factory = spil_two_line_factory_new (klass->title, klass->subtitle, klass->end, NULL);
  GtkListView *rows = GTK_LIST_VIEW (gtk_list_view_new (make_selection (self), factory));

  PRIVATE (self)->view = GTK_WIDGET (rows);
  gtk_list_view_set_show_separators (rows, TRUE);
  gtk_list_view_set_single_click_activate (rows, !GTK_IS_SELECTION_MODEL (PRIVATE (self)->model));
  gtk_list_view_set_tab_behavior (rows, GTK_LIST_TAB_ITEM);
}

static void
make_view (SpilListTable *self)
{
  SpilListTableClass *klass = SPIL_LIST_TABLE_GET_CLASS (self);
  SpilListTablePrivate *priv = PRIVATE (self);

  if (priv->model == NULL)
    return;
  if (priv->narrow)
    make_rows (self);
  else
    make_table (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (klass->name),
                                  -1);
  g_signal_connect_object (priv->view, "activate", G_CALLBACK (spil_list_table_open), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (priv->scroller), priv->view);
  if (klass->made != NULL)
    klass->made (self);
}

/* The class */

static void
spil_list_table_dispose (GObject *object)
{
  SpilListTablePrivate *priv = PRIVATE (SPIL_LIST_TABLE (object));

  g_clear_object (&priv->model);
  priv->view = NULL;
  priv->scroller = NULL;
  G_OBJECT_CLASS (spil_list_table_parent_class)->dispose (object);
}

static void
spil_list_table_class_init (SpilListTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = spil_list_table_dispose;
}

static void
spil_list_table_init (SpilListTable *self)
{
  SpilListTablePrivate *priv = PRIVATE (self);

  priv->scroller = gtk_scrolled_window_new ();
  gtk_widget_set_vexpand (priv->scroller, TRUE);
  adw_bin_set_child (ADW_BIN (self), priv->scroller);
}

void
spil_list_table_set_model (SpilListTable *self, GListModel *model)
{
  g_return_if_fail (SPIL_IS_LIST_TABLE (self));

  if (g_set_object (&PRIVATE (self)->model, model))
    make_view (self);
}

void
spil_list_table_set_narrow (SpilListTable *self, gboolean narrow)
{
  g_return_if_fail (SPIL_IS_LIST_TABLE (self));

  if (PRIVATE (self)->narrow == narrow)
    return;
  PRIVATE (self)->narrow = narrow;
  make_view (self);
}

GtkWidget *
spil_list_table_get_view (SpilListTable *self)
{
  g_return_val_if_fail (SPIL_IS_LIST_TABLE (self), NULL);
  return PRIVATE (self)->view;
}

void
spil_list_table_open (SpilListTable *self, guint position)
{
  g_autoptr (GObject) object = NULL;
  g_autoptr (GObject) item = NULL;

  g_return_if_fail (SPIL_IS_LIST_TABLE (self));

  object = g_list_model_get_item (PRIVATE (self)->model, position);
  // The content of a slot may go while it is opened.
  if (object != NULL)
    g_set_object (&item, spil_list_item_of (object));
  if (item != NULL)
    SPIL_LIST_TABLE_GET_CLASS (self)->open (self, item);
}

void
spil_list_table_scroll_to_top (SpilListTable *self)
{
  g_return_if_fail (SPIL_IS_LIST_TABLE (self));

  // The page that goes empties its search field.
  if (PRIVATE (self)->scroller != NULL)
    gtk_adjustment_set_value (
        gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (PRIVATE (self)->scroller)), 0);
}

gboolean
spil_list_table_focus_first (SpilListTable *self)
{
  SpilListTablePrivate *priv;

  g_return_val_if_fail (SPIL_IS_LIST_TABLE (self), FALSE);

  priv = PRIVATE (self);
  if (priv->view == NULL || g_list_model_get_n_items (priv->model) == 0)
    return FALSE;
  if (GTK_IS_COLUMN_VIEW (priv->view))
    gtk_column_view_scroll_to (GTK_COLUMN_VIEW (priv->view), 0, NULL, GTK_LIST_SCROLL_FOCUS, NULL);
  else
    gtk_list_view_scroll_to (GTK_LIST_VIEW (priv->view), 0, GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (priv->view);
  return TRUE;
}
