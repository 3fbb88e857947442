// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-audit-table.h"

#include <glib/gi18n-lib.h>

#include "spil-audit-item.h"
#include "spil-audit-line-dialog.h"
#include "spil-column.h"
#include "spil-list-slot.h"
#include "spil-number.h"

struct _SpilAuditTable
{
  AdwBin parent_instance;

  GListModel *model; /**< of slots; NULL until it is set */
  gboolean narrow;
  GtkWidget *scroller;
  GtkWidget *view; /**< the table or the rows; NULL until there is a model */
};

G_DEFINE_FINAL_TYPE (SpilAuditTable, spil_audit_table, ADW_TYPE_BIN)

#define LINE(item) (spil_audit_item_get_line (SPIL_AUDIT_ITEM (item)))

/* Texts */

static char *
number_text (gpointer item, gpointer user_data)
{
  return spil_integer_format (LINE (item)->n);
}

static char *
time_text (gpointer item, gpointer user_data)
{
  return spil_time_format (LINE (item)->time);
}

static char *
actor_text (gpointer item, gpointer user_data)
{
  return g_strdup (LINE (item)->actor);
}

static char *
device_text (gpointer item, gpointer user_data)
{
  return g_strdup (spil_audit_item_get_device (SPIL_AUDIT_ITEM (item)));
}

static char *
action_text (gpointer item, gpointer user_data)
{
  return g_strdup (spil_audit_action_label (LINE (item)->action));
}

static char *
object_text (gpointer item, gpointer user_data)
{
  return spil_audit_dup_object (LINE (item));
}

static char *
result_text (gpointer item, gpointer user_data)
{
  return spil_audit_dup_result (LINE (item));
}

static char *
title_text (gpointer item, gpointer user_data)
{
  g_autofree char *object = spil_audit_dup_object (LINE (item));

  return g_strjoin (" · ", spil_audit_action_label (LINE (item)->action), object[0] != '\0' ? object : NULL,
                    NULL);
}

static char *
subtitle_text (gpointer item, gpointer user_data)
{
  g_autofree char *time = spil_time_format (LINE (item)->time);

  return g_strjoin (" · ", time, LINE (item)->actor, NULL);
}

static char *
row_name_text (gpointer item, gpointer user_data)
{
  g_autofree char *title = title_text (item, NULL);
  g_autofree char *subtitle = subtitle_text (item, NULL);

  return g_strjoin (", ", title, subtitle, NULL);
}

/* The two views */

static void
on_row_activated_cb (SpilAuditTable *self, guint position)
{
  g_autoptr (GObject) object = g_list_model_get_item (self->model, position);
  GObject *item = object != NULL ? spil_list_item_of (object) : NULL;

  // What is not read yet cannot be opened.
  if (item != NULL)
    adw_dialog_present (spil_audit_line_dialog_new (SPIL_AUDIT_ITEM (item)), GTK_WIDGET (self));
}

static GtkSelectionModel *
make_selection (SpilAuditTable *self)
{
  return GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (self->model)));
}

static GtkWidget *
make_table (SpilAuditTable *self)
{
  static const struct
  {
    const char *title;
    int n_chars;
    SpilColumnFlags flags;
    SpilCellFunc text;
  } columns[] = {
    { NC_ ("audit", "When"), 18, 0, time_text },
    { NC_ ("audit", "Who"), 16, 0, actor_text },
    { NC_ ("audit", "Which laptop"), 12, 0, device_text },
    { NC_ ("audit", "What was done"), 18, 0, action_text },
    { NC_ ("audit", "With what"), 30, SPIL_COLUMN_EXPAND, object_text },
    { NC_ ("audit", "Result"), 10, 0, result_text },
    { NC_ ("audit", "Line"), 8, SPIL_COLUMN_NUMERIC, number_text },
  };
  GtkWidget *table = gtk_column_view_new (make_selection (self));

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++) {
    g_autoptr (GtkColumnViewColumn)
        column = spil_column_new (g_dpgettext2 (GETTEXT_PACKAGE, "audit", columns[i].title),
                                  columns[i].n_chars, columns[i].flags, columns[i].text, NULL, NULL);

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
make_rows (SpilAuditTable *self)
{
  GtkWidget *rows = gtk_list_view_new (
      make_selection (self), spil_two_line_factory_new (title_text, subtitle_text, number_text, NULL));

  gtk_list_view_set_show_separators (GTK_LIST_VIEW (rows), TRUE);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (rows), TRUE);
  gtk_list_view_set_tab_behavior (GTK_LIST_VIEW (rows), GTK_LIST_TAB_ITEM);
  return rows;
}

static void
make_view (SpilAuditTable *self)
{
  if (self->model == NULL)
    return;
  self->view = self->narrow ? make_rows (self) : make_table (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Who did what"), -1);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (on_row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
}

/* The class */

static void
spil_audit_table_dispose (GObject *object)
{
  SpilAuditTable *self = SPIL_AUDIT_TABLE (object);

  g_clear_object (&self->model);
  self->view = NULL;
  self->scroller = NULL;
  G_OBJECT_CLASS (spil_audit_table_parent_class)->dispose (object);
}

static void
spil_audit_table_class_init (SpilAuditTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = spil_audit_table_dispose;
}

static void
spil_audit_table_init (SpilAuditTable *self)
{
  self->scroller = gtk_scrolled_window_new ();
  gtk_widget_set_vexpand (self->scroller, TRUE);
  adw_bin_set_child (ADW_BIN (self), self->scroller);
}

void
spil_audit_table_set_model (SpilAuditTable *self, SpilStoreListModel *model)
{
  g_return_if_fail (SPIL_IS_AUDIT_TABLE (self));

  g_set_object (&self->model, G_LIST_MODEL (model));
  make_view (self);
}

void
spil_audit_table_set_narrow (SpilAuditTable *self, gboolean narrow)
{
  g_return_if_fail (SPIL_IS_AUDIT_TABLE (self));

  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  make_view (self);
}

void
spil_audit_table_scroll_to_top (SpilAuditTable *self)
{
  g_return_if_fail (SPIL_IS_AUDIT_TABLE (self));

  if (self->scroller != NULL)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

void
spil_audit_table_focus_first (SpilAuditTable *self)
{
  g_return_if_fail (SPIL_IS_AUDIT_TABLE (self));

  if (self->view == NULL || g_list_model_get_n_items (self->model) == 0)
    return;
  if (GTK_IS_COLUMN_VIEW (self->view))
    gtk_column_view_scroll_to (GTK_COLUMN_VIEW (self->view), 0, NULL, GTK_LIST_SCROLL_FOCUS, NULL);
  else
    gtk_list_view_scroll_to (GTK_LIST_VIEW (self->view), 0, GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (self->view);
}
