// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-share-dialog.h"

#include <glib/gi18n-lib.h>

#include "spil-accessible.h"
#include "spil-discard.h"
#include "spil-folder-row.h"
#include "spil-help-topic.h"
#include "spil-recovery-view.h"
#include "spil-sync-words.h"
#include "spil-title-bin.h"

struct _SpilShareDialog
{
  AdwDialog parent_instance;

  SpilSyncer *syncer;
  gboolean saved; /**< the recovery sheet */

  AdwNavigationView *view;
  GtkRevealer *refusal_revealer;
  GtkLabel *refusal;
  SpilFolderRow *folder;
  AdwEntryRow *person;
  SpilRecoveryView *recovery;
};

G_DEFINE_FINAL_TYPE (SpilShareDialog, spil_share_dialog, ADW_TYPE_DIALOG)

// What the other thread has to know.
typedef struct
{
  char *folder;
  char *person;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_free (order->folder);
  g_free (order->person);
  g_free (order);
}

static gpointer
create (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Order *order = data;
  char *recovery = NULL;

  spil_space_create (store, order->folder, order->person, NULL, &recovery, cancellable, error);
  return recovery;
}

static void
refuse (SpilShareDialog *self, const char *message, GtkWidget *at)
{
  spil_accessible_refuse (self->refusal_revealer, self->refusal, message);
  if (at != NULL)
    gtk_widget_grab_focus (at);
}

static void
on_created_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilShareDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *code = spil_syncer_run_finish (SPIL_SYNCER (source), result, &error);

  if (self->view == NULL)
    return;
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  if (code == NULL) {
    adw_navigation_view_pop_to_tag (self->view, "form");
    refuse (self, error->message, GTK_WIDGET (self->folder));
    return;
  }
  adw_navigation_view_replace_with_tags (self->view, (const char *[]) { "done" }, 1);
  // It is shared already: what is left is to keep the sheet.
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  spil_recovery_view_set_code (self->recovery, code, gtk_editable_get_text (GTK_EDITABLE (self->person)));
}

static void
begin_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilShareDialog *self = SPIL_SHARE_DIALOG (widget);
  g_autofree char *folder = spil_folder_row_dup_folder (self->folder);
  g_autofree char *person = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->person))));
  Order *order;

  if (folder == NULL) {
    refuse (self, _ ("Choose the folder that you share with the others."), GTK_WIDGET (self->folder));
    return;
  }
  if (person[0] == '\0') {
    refuse (self, _ ("Write down your name, so that the others know who changed something."),
            GTK_WIDGET (self->person));
    return;
  }
  refuse (self, NULL, NULL);
  order = g_new0 (Order, 1);
  order->folder = g_steal_pointer (&folder);
  order->person = g_steal_pointer (&person);
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  adw_navigation_view_push_by_tag (self->view, "busy");
  spil_syncer_run (self->syncer, create, order, order_free, g_free, NULL, on_created_cb, g_object_ref (self));
}

static void
on_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilShareDialog) self = user_data;

  if (g_strcmp0 (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result), "close") == 0)
    spil_discard_after (ADW_DIALOG (self), ADW_DIALOG (source));
}

// Who closes without the sheet is asked once: it can be had again later.
static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilShareDialog *self = SPIL_SHARE_DIALOG (widget);
  const char *tag = adw_navigation_view_get_visible_page_tag (self->view);
  AdwAlertDialog *dialog;

  if (g_strcmp0 (tag, "busy") == 0)
    return;
  if (g_strcmp0 (tag, "done") != 0 || self->saved) {
    adw_dialog_force_close (ADW_DIALOG (self));
    return;
  }
  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (
      _ ("The recovery sheet has not been saved"),
      _ ("You can make it again later on this laptop, under “Working together”. When this laptop is lost before that, nobody can go on as the project leader.")));
  adw_alert_dialog_add_responses (dialog, "back", _ ("_Back to the sheet"), "close", _ ("_Later"), NULL);
  adw_alert_dialog_set_default_response (dialog, "back");
  adw_alert_dialog_set_close_response (dialog, "back");
  adw_alert_dialog_choose (dialog, widget, NULL, on_answered_cb, g_object_ref (self));
}

static void
on_close_attempt_cb (SpilShareDialog *self)
{
  close_action (GTK_WIDGET (self), NULL, NULL);
}

static void
on_saved_cb (SpilShareDialog *self)
{
  self->saved = TRUE;
}

static void
spil_share_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (spil_share_dialog_parent_class)->map (widget);
  spil_accessible_name_containers (widget, adw_dialog_get_title (ADW_DIALOG (widget)));
}

static void
spil_share_dialog_dispose (GObject *object)
{
  SpilShareDialog *self = SPIL_SHARE_DIALOG (object);

  g_clear_object (&self->syncer);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPIL_TYPE_SHARE_DIALOG);
  G_OBJECT_CLASS (spil_share_dialog_parent_class)->dispose (object);
}

static void
spil_share_dialog_class_init (SpilShareDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_share_dialog_dispose;
  widget_class->map = spil_share_dialog_map;
  gtk_widget_class_install_action (widget_class, "share.begin", NULL, begin_action);
  gtk_widget_class_install_action (widget_class, "share.close", NULL, close_action);
  g_type_ensure (SPIL_TYPE_FOLDER_ROW);
  g_type_ensure (SPIL_TYPE_RECOVERY_VIEW);
  g_type_ensure (SPIL_TYPE_TITLE_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-share-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilShareDialog, view);
  gtk_widget_class_bind_template_child (widget_class, SpilShareDialog, refusal_revealer);
  gtk_widget_class_bind_template_child (widget_class, SpilShareDialog, refusal);
  gtk_widget_class_bind_template_child (widget_class, SpilShareDialog, folder);
  gtk_widget_class_bind_template_child (widget_class, SpilShareDialog, person);
  gtk_widget_class_bind_template_child (widget_class, SpilShareDialog, recovery);
}

static void
spil_share_dialog_init (SpilShareDialog *self)
{
  g_autofree char *name = spil_sync_dup_own_name ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_editable_set_text (GTK_EDITABLE (self->person), name);
  g_signal_connect (self, "close-attempt", G_CALLBACK (on_close_attempt_cb), NULL);
  g_signal_connect_object (self->recovery, "saved", G_CALLBACK (on_saved_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->folder));
  spil_help_set_topic (GTK_WIDGET (self), "sync");
}

AdwDialog *
spil_share_dialog_new (SpilSyncer *syncer)
{
  SpilShareDialog *self = g_object_new (SPIL_TYPE_SHARE_DIALOG, NULL);

  self->syncer = g_object_ref (syncer);
  return ADW_DIALOG (self);
}
