// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-invite-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-accessible.h"
#include "spil-failure.h"
#include "spil-help-topic.h"
#include "spil-title-bin.h"

struct _SpilInviteDialog
{
  AdwDialog parent_instance;

  SpilSyncer *syncer;

  AdwNavigationView *view;
  GtkRevealer *refusal_revealer;
  GtkLabel *refusal;
  GtkCheckButton *broker;
  GtkCheckButton *reader;
  GtkCheckButton *leader;
  GtkLabel *explanation;
  GtkLabel *invitation;
  GtkWidget *copy_button;
};

G_DEFINE_FINAL_TYPE (SpilInviteDialog, spil_invite_dialog, ADW_TYPE_DIALOG)

static SpilRole
chosen_role (SpilInviteDialog *self)
{
  if (gtk_check_button_get_active (self->leader))
    return SPIL_ROLE_LEADER;
  return gtk_check_button_get_active (self->reader) ? SPIL_ROLE_READER : SPIL_ROLE_BROKER;
}

static gpointer
invite (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return spil_space_invite (store, GPOINTER_TO_INT (data), error);
}

static void
show_invitation (SpilInviteDialog *self, const char *text)
{
  g_autofree char *explanation = g_strdup_printf (
      _ ("Send this line to the person who is to take part, as it is: by e-mail or in a chat. It is for one laptop, as %s, and can be used for %d days."),
      spil_role_label (chosen_role (self)), SPIL_INVITATION_DAYS);

  gtk_label_set_label (self->explanation, explanation);
  gtk_label_set_label (self->invitation, text);
  adw_navigation_view_push_by_tag (self->view, "invitation");
  gtk_widget_grab_focus (self->copy_button);
}

static void
on_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilInviteDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = spil_syncer_run_finish (SPIL_SYNCER (source), result, &error);

  if (self->view == NULL)
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "invite.make", TRUE);
  spil_accessible_refuse (self->refusal_revealer, self->refusal, error != NULL ? error->message : NULL);
  if (error == NULL)
    show_invitation (self, text);
}

static void
make_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilInviteDialog *self = SPIL_INVITE_DIALOG (widget);

  gtk_widget_action_set_enabled (widget, "invite.make", FALSE);
  spil_syncer_run (self->syncer, invite, GINT_TO_POINTER (chosen_role (self)), NULL, g_free, NULL, on_made_cb,
                   g_object_ref (self));
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
on_copy_clicked_cb (SpilInviteDialog *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          gtk_label_get_label (self->invitation));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ ("Invitation copied"));
  gtk_button_set_label (GTK_BUTTON (self->copy_button), _ ("_Copied"));
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilInviteDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error) && self->view != NULL)
    spil_failure_present (GTK_WIDGET (self), error);
}

static void
on_place_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilInviteDialog) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;

  // Nothing was chosen.
  if (file == NULL || self->view == NULL)
    return;
  text = g_strconcat (gtk_label_get_label (self->invitation), "\n", NULL);
  bytes = g_bytes_new (text, strlen (text));
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, on_saved_cb,
                                       g_object_ref (self));
}

static void
on_save_clicked_cb (SpilInviteDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Save the invitation"));
  gtk_file_dialog_set_initial_name (dialog, _ ("Invitation Spil.spil"));
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        on_place_chosen_cb, g_object_ref (self));
}

static void
spil_invite_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (spil_invite_dialog_parent_class)->map (widget);
  spil_accessible_name_containers (widget, adw_dialog_get_title (ADW_DIALOG (widget)));
}

static void
spil_invite_dialog_dispose (GObject *object)
{
  g_clear_object (&SPIL_INVITE_DIALOG (object)->syncer);
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_INVITE_DIALOG);
  G_OBJECT_CLASS (spil_invite_dialog_parent_class)->dispose (object);
}

static void
spil_invite_dialog_class_init (SpilInviteDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_invite_dialog_dispose;
  widget_class->map = spil_invite_dialog_map;
  gtk_widget_class_install_action (widget_class, "invite.make", NULL, make_action);
  gtk_widget_class_install_action (widget_class, "invite.close", NULL, close_action);
  g_type_ensure (SPIL_TYPE_TITLE_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-invite-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilInviteDialog, view);
  gtk_widget_class_bind_template_child (widget_class, SpilInviteDialog, refusal_revealer);
  gtk_widget_class_bind_template_child (widget_class, SpilInviteDialog, refusal);
  gtk_widget_class_bind_template_child (widget_class, SpilInviteDialog, broker);
  gtk_widget_class_bind_template_child (widget_class, SpilInviteDialog, reader);
  gtk_widget_class_bind_template_child (widget_class, SpilInviteDialog, leader);
  gtk_widget_class_bind_template_child (widget_class, SpilInviteDialog, explanation);
  gtk_widget_class_bind_template_child (widget_class, SpilInviteDialog, invitation);
  gtk_widget_class_bind_template_child (widget_class, SpilInviteDialog, copy_button);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked_cb);
}

static void
spil_invite_dialog_init (SpilInviteDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  spil_help_set_topic (GTK_WIDGET (self), "sync");
}

AdwDialog *
spil_invite_dialog_new (SpilSyncer *syncer)
{
  SpilInviteDialog *self = g_object_new (SPIL_TYPE_INVITE_DIALOG, NULL);

  self->syncer = g_object_ref (syncer);
  return ADW_DIALOG (self);
}
