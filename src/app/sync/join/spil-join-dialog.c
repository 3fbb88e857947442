// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-join-dialog.h"

#include <glib/gi18n-lib.h>

#include "spil-accessible.h"
#include "spil-folder-row.h"
#include "spil-help-topic.h"
#include "spil-sync-words.h"

struct _SpilJoinDialog
{
  AdwDialog parent_instance;

  SpilWorker *worker;
  SpilSyncer *syncer;
  gboolean recover; /**< with the recovery sheet */

  GtkStack *stack;
  GtkRevealer *refusal_revealer;
  GtkLabel *refusal;
  AdwPreferencesGroup *invitation_group;
  AdwEntryRow *invitation;
  SpilFolderRow *folder;
  AdwEntryRow *person;
  GtkButton *begin_button;
};

G_DEFINE_FINAL_TYPE (SpilJoinDialog, spil_join_dialog, ADW_TYPE_DIALOG)

/* What the other thread does */

typedef struct
{
  char *text; /**< the invitation, or the recovery code */
  char *folder;
  char *person;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_free (order->text);
  g_free (order->folder);
  g_free (order->person);
  g_free (order);
}

static gpointer
join (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Order *order = data;
  char *code = NULL;

  spil_space_join (store, order->text, order->folder, order->person, &code, cancellable, error);
  return code;
}

static gpointer
recover (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Order *order = data;

  spil_space_recover (store, order->text, order->folder, order->person, cancellable, error);
  return NULL;
}

/* The form */

static void
refuse (SpilJoinDialog *self, const char *message, GtkWidget *at)
{
  spil_accessible_refuse (self->refusal_revealer, self->refusal, message);
  if (at != NULL)
    gtk_widget_grab_focus (at);
}

static char *
dup_text (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static const char *
invitation_help (SpilJoinDialog *self)
{
  return self->recover ? _ ("The code of the sheet. Hyphens and capitals do not matter.")
                       : _ ("The project leader sends it to you: one long line. Copy it and paste it here.");
}

// Says of an invitation what it is for, as soon as it stands there.
static void
on_invitation_changed_cb (SpilJoinDialog *self)
{
  g_autofree char *text = dup_text (self->invitation);
  g_autofree char *description = NULL;
  SpilInvitationFacts facts;

  refuse (self, NULL, NULL);
  gtk_widget_remove_css_class (GTK_WIDGET (self->invitation), "error");
  if (!self->recover && spil_invitation_read (text, &facts, NULL)) {
    g_autofree char *day = spil_day_format (spil_time_day (facts.expires));

    // Translators: a role ("broker"), then a date.
    description = g_strdup_printf (_ ("An invitation to take part as %s. It can be used until %s."),
                                   spil_role_label (facts.role), day);
  }
  adw_preferences_group_set_description (self->invitation_group,
                                         description != NULL ? description : invitation_help (self));
}

static void
set_busy (SpilJoinDialog *self, gboolean busy)
{
  gtk_stack_set_visible_child_name (self->stack, busy ? "busy" : "form");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "join.begin", !busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "join.close", !busy);
  adw_dialog_set_can_close (ADW_DIALOG (self), !busy);
}

static void
on_joined_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilJoinDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *code = spil_syncer_run_finish (SPIL_SYNCER (source), result, &error);

  if (self->stack == NULL)
    return;
  set_busy (self, FALSE);
  if (error == NULL) {
    adw_dialog_force_close (ADW_DIALOG (self));
    return;
  }
  refuse (self, error->message,
          error->domain == SPIL_SPACE_ERROR ? GTK_WIDGET (self->invitation) : GTK_WIDGET (self->folder));
}

static void
run (SpilJoinDialog *self)
{
  Order *order = g_new0 (Order, 1);

  order->text = dup_text (self->invitation);
  order->folder = spil_folder_row_dup_folder (self->folder);
  order->person = dup_text (self->person);
  spil_syncer_run (self->syncer, self->recover ? recover : join, order, order_free, g_free, NULL,
                   on_joined_cb, g_object_ref (self));
}

static void
on_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilJoinDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (self->stack == NULL)
    return;
  if (spil_worker_open_finish (SPIL_WORKER (source), result, &error)) {
    run (self);
    return;
  }
  set_busy (self, FALSE);
  refuse (self, error->message, NULL);
}

static gboolean
check (SpilJoinDialog *self)
{
  g_autofree char *text = dup_text (self->invitation);
  g_autofree char *folder = spil_folder_row_dup_folder (self->folder);
  g_autofree char *person = dup_text (self->person);
  g_autoptr (GError) error = NULL;
  SpilInvitationFacts facts;

  if (text[0] == '\0')
    refuse (self,
            self->recover ? _ ("Type the code of the recovery sheet.") : _ ("Paste the invitation here."),
            GTK_WIDGET (self->invitation));
  else if (!self->recover && !spil_invitation_read (text, &facts, &error))
    refuse (self, error->message, GTK_WIDGET (self->invitation));
  else if (folder == NULL)
    refuse (self, _ ("Choose the folder that the project leader shares."), GTK_WIDGET (self->folder));
  else if (person[0] == '\0')
    refuse (self, _ ("Write down your name, so that the others know who changed something."),
            GTK_WIDGET (self->person));
  else
    return TRUE;
  return FALSE;
}

static void
begin_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilJoinDialog *self = SPIL_JOIN_DIALOG (widget);

  if (!check (self))
    return;
  refuse (self, NULL, NULL);
  set_busy (self, TRUE);
  if (spil_syncer_is_known (self->syncer)) {
    run (self);
    return;
  }
  // On a new laptop there is no database yet.
  spil_worker_open (self->worker, SPIL_WORKER_CREATE, on_opened_cb, g_object_ref (self));
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_force_close (ADW_DIALOG (widget));
}

/* The dialog */

static void
spil_join_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (spil_join_dialog_parent_class)->map (widget);
  spil_accessible_name_containers (widget, adw_dialog_get_title (ADW_DIALOG (widget)));
}

static void
spil_join_dialog_dispose (GObject *object)
{
  SpilJoinDialog *self = SPIL_JOIN_DIALOG (object);

  g_clear_object (&self->worker);
  g_clear_object (&self->syncer);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPIL_TYPE_JOIN_DIALOG);
  G_OBJECT_CLASS (spil_join_dialog_parent_class)->dispose (object);
}

static void
spil_join_dialog_class_init (SpilJoinDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_join_dialog_dispose;
  widget_class->map = spil_join_dialog_map;
  gtk_widget_class_install_action (widget_class, "join.begin", NULL, begin_action);
  gtk_widget_class_install_action (widget_class, "join.close", NULL, close_action);
  g_type_ensure (SPIL_TYPE_FOLDER_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-join-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilJoinDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SpilJoinDialog, refusal_revealer);
  gtk_widget_class_bind_template_child (widget_class, SpilJoinDialog, refusal);
  gtk_widget_class_bind_template_child (widget_class, SpilJoinDialog, invitation_group);
  gtk_widget_class_bind_template_child (widget_class, SpilJoinDialog, invitation);
  gtk_widget_class_bind_template_child (widget_class, SpilJoinDialog, folder);
  gtk_widget_class_bind_template_child (widget_class, SpilJoinDialog, person);
  gtk_widget_class_bind_template_child (widget_class, SpilJoinDialog, begin_button);
}

static void
spil_join_dialog_init (SpilJoinDialog *self)
{
  g_autofree char *name = spil_sync_dup_own_name ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_editable_set_text (GTK_EDITABLE (self->person), name);
  g_signal_connect_object (self->invitation, "changed", G_CALLBACK (on_invitation_changed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->invitation));
  spil_help_set_topic (GTK_WIDGET (self), "sync");
}

static SpilJoinDialog *
make_dialog (SpilWorker *worker, SpilSyncer *syncer, gboolean with_sheet)
{
  SpilJoinDialog *self = g_object_new (SPIL_TYPE_JOIN_DIALOG, NULL);
  const char *title = with_sheet ? _ ("Recovery code") : _ ("Invitation");

  self->worker = g_object_ref (worker);
  self->syncer = g_object_ref (syncer);
  self->recover = with_sheet;
  adw_dialog_set_title (ADW_DIALOG (self), with_sheet ? _ ("Go on with a recovery sheet") : _ ("Take part"));
  adw_preferences_group_set_title (self->invitation_group, title);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->invitation), title);
  gtk_button_set_label (self->begin_button, with_sheet ? _ ("_Go on") : _ ("_Take part"));
  if (spil_syncer_get_facts (syncer)->state->carrier != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->folder), spil_syncer_get_facts (syncer)->state->carrier);
  on_invitation_changed_cb (self);
  return self;
}

AdwDialog *
spil_join_dialog_new (SpilWorker *worker, SpilSyncer *syncer)
{
  return ADW_DIALOG (make_dialog (worker, syncer, FALSE));
}

AdwDialog *
spil_join_dialog_new_with (SpilWorker *worker, SpilSyncer *syncer, const char *invitation)
{
  SpilJoinDialog *self = make_dialog (worker, syncer, FALSE);

  gtk_editable_set_text (GTK_EDITABLE (self->invitation), invitation);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->folder));
  return ADW_DIALOG (self);
}

AdwDialog *
spil_join_dialog_new_recover (SpilWorker *worker, SpilSyncer *syncer)
{
  return ADW_DIALOG (make_dialog (worker, syncer, TRUE));
}
