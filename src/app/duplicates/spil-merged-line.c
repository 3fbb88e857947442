// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-merged-line.h"

#include <glib/gi18n-lib.h>

#include "spil-duplicate-action.h"
#include "spil-duplicate-query.h"
#include "spil-merge-dialog.h"

struct _SpilMergedLine
{
  AdwBin parent_instance;

  SpilId organisation;
  GCancellable *asking;
};

G_DEFINE_FINAL_TYPE (SpilMergedLine, spil_merged_line, ADW_TYPE_BIN)

static SpilPage *
get_page (SpilMergedLine *self)
{
  return SPIL_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (self), SPIL_TYPE_PAGE));
}

static gpointer
read_merged (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return spil_organisation_merged (store, *(const SpilId *) data, error);
}

/* Taking it back */

static gpointer
make_unmerge (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return spil_unmerge_organisation (store, *(const SpilId *) data, error);
}

static void
on_unmerge_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  SpilAction *action = spil_worker_run_finish (SPIL_WORKER (source), result, &error);

  if (action != NULL)
    spil_worker_commit (SPIL_WORKER (source), action, NULL, NULL);
  else if (error != NULL)
    g_signal_emit_by_name (source, "failed", error);
}

static void
on_unmerge_clicked_cb (GtkButton *button, SpilMergedLine *self)
{
  const SpilId *id = g_object_get_data (G_OBJECT (button), "spil-id");

  spil_worker_run (spil_page_get_worker (get_page (self)), make_unmerge, g_memdup2 (id, sizeof *id), g_free,
                   (GDestroyNotify) spil_action_free, NULL, on_unmerge_made_cb, NULL);
}

static void
merge_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilMergedLine *self = SPIL_MERGED_LINE (widget);

  spil_merge_dialog_present (get_page (self), self->organisation);
}

/* What is shown */

static GtkWidget *
make_row (SpilMergedLine *self, const SpilMergedRow *merged)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Take back"));
  g_autofree char *title = g_strdup_printf (_ ("Merged from: %s"), merged->name);
  g_autofree char *name = g_strdup_printf (_ ("Take back the merge of %s"), merged->name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  // Of several buttons that say the same, each is told apart by its whole name.
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "spil-id", g_memdup2 (&merged->id, sizeof merged->id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_unmerge_clicked_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
show (SpilMergedLine *self, GPtrArray *merged)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *button = gtk_button_new_with_label (_ ("Merge with…"));

  if (merged->len > 0) {
    GtkWidget *list = gtk_list_box_new ();

    gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
    gtk_widget_add_css_class (list, "boxed-list");
    gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _ ("Merged into this one"), -1);
    for (guint i = 0; i < merged->len; i++)
      gtk_list_box_append (GTK_LIST_BOX (list), make_row (self, merged->pdata[i]));
    gtk_box_append (GTK_BOX (box), list);
  }
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("When another employer in Spil is the same"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "merged.merge");
  gtk_box_append (GTK_BOX (box), button);
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilMergedLine) self = user_data;
  g_autoptr (GPtrArray) merged = spil_worker_run_finish (SPIL_WORKER (source), result, NULL);

  if (merged != NULL && g_task_get_cancellable (G_TASK (result)) == self->asking)
    show (self, merged);
}

static void
stop (SpilMergedLine *self)
{
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static void
spil_merged_line_dispose (GObject *object)
{
  stop (SPIL_MERGED_LINE (object));
  G_OBJECT_CLASS (spil_merged_line_parent_class)->dispose (object);
}

static void
spil_merged_line_class_init (SpilMergedLineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = spil_merged_line_dispose;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "merged.merge", NULL, merge_action);
}

static void
spil_merged_line_init (SpilMergedLine *self)
{
}

void
spil_merged_line_show (SpilMergedLine *self, SpilId organisation)
{
  g_return_if_fail (SPIL_IS_MERGED_LINE (self));

  stop (self);
  self->organisation = organisation;
  self->asking = g_cancellable_new ();
  spil_worker_run (spil_page_get_worker (get_page (self)), read_merged,
                   g_memdup2 (&organisation, sizeof organisation), g_free, (GDestroyNotify) g_ptr_array_unref,
                   self->asking, on_read_cb, g_object_ref (self));
}
