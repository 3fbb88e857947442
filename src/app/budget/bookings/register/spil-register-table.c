// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-register-table.h"

#include <glib/gi18n-lib.h>

#include "spil-column.h"
#include "spil-list-slot.h"
#include "spil-register-item.h"
#include "spil-register-words.h"

struct _SpilRegisterTable
{
  AdwBin parent_instance;

  GListModel *model; /**< of slots; NULL until it is set */
  gboolean narrow;
  GtkWidget *scroller;
  GtkWidget *view; /**< the table or the rows; NULL until there is a model */
};

G_DEFINE_FINAL_TYPE (SpilRegisterTable, spil_register_table, ADW_TYPE_BIN)

enum
{
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define ROW(item) (spil_register_item_get_row (SPIL_REGISTER_ITEM (item)))

/* Texts */

static char *
dup_or_nothing (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

static char *
date_text (gpointer item, gpointer user_data)
{
  return spil_day_format (ROW (item)->date);
}

static char *
kind_text (gpointer item, gpointer user_data)
{
  return spil_register_dup_kind (ROW (item));
}

static char *
line_text (gpointer item, gpointer user_data)
{
  return spil_register_dup_line (ROW (item));
}

// Who was on the other side; a reservation has nobody there yet.
static char *
counterpart_text (gpointer item, gpointer user_data)
{
  const char *counterpart = spil_register_get_counterpart (ROW (item));

  return g_strdup (counterpart != NULL ? counterpart : spil_register_get_title (ROW (item)));
}

static char *
title_text (gpointer item, gpointer user_data)
{
  return g_strdup (spil_register_get_title (ROW (item)));
}

static char *
description_text (gpointer item, gpointer user_data)
{
  return g_strdup (spil_register_get_counterpart (ROW (item)) != NULL ? spil_register_get_title (ROW (item))
                                                                      : "");
}

static char *
marks_text (gpointer item, gpointer user_data)
{
  return spil_register_dup_marks (ROW (item));
}

static char *
reference_text (gpointer item, gpointer user_data)
{
  return dup_or_nothing (ROW (item)->reference);
}

static char *
amount_text (gpointer item, gpointer user_data)
{
  return spil_register_dup_amount (ROW (item));
}

static char *
subtitle_text (gpointer item, gpointer user_data)
{
  return spil_register_dup_subtitle (ROW (item));
}

static char *
row_name_text (gpointer item, gpointer user_data)
{
  g_autofree char *amount = spil_register_dup_amount (ROW (item));
  g_autofree char *subtitle = spil_register_dup_subtitle (ROW (item));

  return g_strjoin (", ", spil_register_get_title (ROW (item)), amount, subtitle, NULL);
}

/* Opening */

static void
on_row_activated_cb (SpilRegisterTable *self, guint position)
{
  g_autoptr (GObject) object = g_list_model_get_item (self->model, position);
  GObject *item = object != NULL ? spil_list_item_of (object) : NULL;

  // What is not read yet cannot be opened; the content of a slot may go while the signal runs.
  if (item == NULL)
    return;
  g_object_ref (item);
  g_signal_emit (self, signals[OPENED], 0, ROW (item));
  g_object_unref (item);
}

/* The two views */

static GtkSelectionModel *
make_selection (SpilRegisterTable *self)
{
  return GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (self->model)));
}

static GtkWidget *
make_table (SpilRegisterTable *self)
{
  static const struct
  {
    const char *title;
    int n_chars;
    SpilColumnFlags flags;
    SpilCellFunc text;
    SpilCellFunc caption;
  } columns[] = {
    { N_ ("Date"), 10, 0, date_text, NULL },
    { N_ ("Kind"), 12, 0, kind_text, reference_text },
    { N_ ("Counterpart"), 30, SPIL_COLUMN_EXPAND, counterpart_text, description_text },
    { N_ ("Budget line"), 26, SPIL_COLUMN_EXPAND, line_text, marks_text },
    { N_ ("Amount"), 13, SPIL_COLUMN_NUMERIC, amount_text, NULL },
  };
  GtkWidget *table = gtk_column_view_new (make_selection (self));

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++) {
    g_autoptr (GtkColumnViewColumn)
        column = spil_column_new_two_line (_ (columns[i].title), columns[i].n_chars, columns[i].flags,
                                           columns[i].text, columns[i].caption, NULL, NULL);

    gtk_column_view_append_column (GTK_COLUMN_VIEW (table), column);
  }
  spil_column_view_align_titles (GTK_COLUMN_VIEW (table));
  spil_column_view_name_rows (GTK_COLUMN_VIEW (table), row_name_text, NULL);
  gtk_column_view_set_single_click_activate (GTK_COLUMN_VIEW (table), TRUE);
  gtk_column_view_set_tab_behavior (GTK_COLUMN_VIEW (table), GTK_LIST_TAB_ITEM);
  gtk_widget_add_css_class (table, "wide-table");
  return table;
}

static GtkWidget *
make_rows (SpilRegisterTable *self)
{
  GtkWidget *rows = gtk_list_view_new (
      make_selection (self), spil_two_line_factory_new (title_text, subtitle_text, amount_text, NULL));

  gtk_list_view_set_show_separators (GTK_LIST_VIEW (rows), TRUE);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (rows), TRUE);
  gtk_list_view_set_tab_behavior (GTK_LIST_VIEW (rows), GTK_LIST_TAB_ITEM);
  return rows;
}

static void
make_view (SpilRegisterTable *self)
{
  if (self->model == NULL)
    return;
  self->view = self->narrow ? make_rows (self) : make_table (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Bookings"),
                                  -1);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (on_row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
}

static void
spil_register_table_dispose (GObject *object)
{
  SpilRegisterTable *self = SPIL_REGISTER_TABLE (object);

  g_clear_object (&self->model);
  self->view = NULL;
  self->scroller = NULL;
  G_OBJECT_CLASS (spil_register_table_parent_class)->dispose (object);
}

static void
spil_register_table_class_init (SpilRegisterTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = spil_register_table_dispose;
  signals[OPENED] = g_signal_new ("opened", SPIL_TYPE_REGISTER_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
spil_register_table_init (SpilRegisterTable *self)
{
  self->scroller = gtk_scrolled_window_new ();
  gtk_widget_set_vexpand (self->scroller, TRUE);
  adw_bin_set_child (ADW_BIN (self), self->scroller);
}

void
spil_register_table_set_model (SpilRegisterTable *self, SpilStoreListModel *model)
{
  g_return_if_fail (SPIL_IS_REGISTER_TABLE (self));

  g_set_object (&self->model, G_LIST_MODEL (model));
  make_view (self);
}

void
spil_register_table_set_narrow (SpilRegisterTable *self, gboolean narrow)
{
  g_return_if_fail (SPIL_IS_REGISTER_TABLE (self));

  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  make_view (self);
}

void
spil_register_table_focus_first (SpilRegisterTable *self)
{
  g_return_if_fail (SPIL_IS_REGISTER_TABLE (self));

  if (self->view == NULL || g_list_model_get_n_items (self->model) == 0)
    return;
  if (GTK_IS_COLUMN_VIEW (self->view))
    gtk_column_view_scroll_to (GTK_COLUMN_VIEW (self->view), 0, NULL, GTK_LIST_SCROLL_FOCUS, NULL);
  else
    gtk_list_view_scroll_to (GTK_LIST_VIEW (self->view), 0, GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (self->view);
}

void
spil_register_table_scroll_to_top (SpilRegisterTable *self)
{
  g_return_if_fail (SPIL_IS_REGISTER_TABLE (self));

  if (self->scroller != NULL)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}
