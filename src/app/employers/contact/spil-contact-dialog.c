// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-contact-dialog.h"

#include <glib/gi18n-lib.h>

#include "spil-accessible.h"
#include "spil-contact-data.h"
#include "spil-contact-form.h"
#include "spil-discard.h"
#include "spil-draft.h"
#include "spil-employer-chooser.h"
#include "spil-erase-kept.h"
#include "spil-form-parts.h"
#include "spil-title-bin.h"
#include "spil-help-topic.h"

struct _SpilContactDialog
{
  AdwDialog parent_instance;

  SpilWorker *worker;
  SpilId organisation; /**< nil: not chosen yet */
  SpilId corrected; /**< nil: a new contact moment */
  GCancellable *loading;
  SpilContactForm *form;
  SpilContactData *data; /**< NULL: not read yet */
  guint keeping; /**< the source that will keep the draft; 0: it is kept */
  gboolean dirty;
  gboolean saving;
  gboolean save_when_loaded; /**< asked for before it was known who was there */

  AdwNavigationView *view;
  AdwNavigationPage *form_page;
  AdwWindowTitle *form_title;
  AdwBin *form_bin;
  GtkWidget *cancel_button;
  GtkRevealer *refusal_revealer;
  GtkLabel *refusal;
  AdwBanner *draft_banner;
};

G_DEFINE_FINAL_TYPE (SpilContactDialog, spil_contact_dialog, ADW_TYPE_DIALOG)

static void
set_refusal (SpilContactDialog *self, const char *message)
{
  spil_accessible_refuse (self->refusal_revealer, self->refusal, message);
}

// What is corrected is not lost: the contact moment itself is still there. Then one is asked.
static gboolean
keeps_draft (SpilContactDialog *self)
{
  return spil_id_is_nil (self->corrected) && !spil_id_is_nil (self->organisation);
}

static void
update_closing (SpilContactDialog *self)
{
  adw_dialog_set_can_close (ADW_DIALOG (self), (!self->dirty || keeps_draft (self)) && !self->saving);
}

static void
stop_keeping (SpilContactDialog *self)
{
  g_clear_handle_id (&self->keeping, g_source_remove);
}

static void
keep_draft_now (SpilContactDialog *self, gboolean for_good)
{
  g_autofree char *draft = spil_contact_form_dup_draft (self->form);

  stop_keeping (self);
  spil_draft_keep (self->worker, self->organisation, draft, for_good);
}

static gboolean
on_keep_cb (gpointer user_data)
{
  SpilContactDialog *self = user_data;

  self->keeping = 0;
  keep_draft_now (self, FALSE);
  return G_SOURCE_REMOVE;
}

static void
forget_draft (SpilContactDialog *self)
{
  stop_keeping (self);
  self->dirty = FALSE;
  if (keeps_draft (self))
    spil_draft_keep (self->worker, self->organisation, NULL, TRUE);
}

static void
set_saving (SpilContactDialog *self, gboolean saving)
{
  self->saving = saving;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "contact.save", !saving);
  update_closing (self);
}

static void
on_form_changed_cb (SpilContactDialog *self)
{
  set_refusal (self, NULL);
  self->dirty = TRUE;
  update_closing (self);
  if (keeps_draft (self) && self->keeping == 0)
    self->keeping = g_timeout_add_seconds (1, on_keep_cb, self);
}

/* Saving */

static void
on_committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilContactDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (self->form == NULL)
    return;
  set_saving (self, FALSE);
  if (spil_worker_commit_finish (SPIL_WORKER (source), result, &error)) {
    forget_draft (self);
    adw_dialog_force_close (ADW_DIALOG (self));
  } else
    set_refusal (self, error->message);
}

static void
save (SpilContactDialog *self)
{
  g_autoptr (GError) error = NULL;
  gboolean at_field = FALSE;
  SpilAction *action;

  self->save_when_loaded = self->loading != NULL;
  if (self->save_when_loaded || adw_navigation_view_get_visible_page (self->view) != self->form_page)
    return;
  set_refusal (self, NULL);
  action = spil_contact_form_make_action (self->form, self->organisation, &at_field, &error);
  if (action == NULL) {
    set_refusal (self, at_field ? NULL : error->message);
    return;
  }
  set_saving (self, TRUE);
  spil_worker_commit (self->worker, action, on_committed_cb, g_object_ref (self));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  save (SPIL_CONTACT_DIALOG (widget));
}

/* Whom it is about */

static void
show_restored (SpilContactDialog *self, gboolean restored)
{
  gtk_widget_set_visible (GTK_WIDGET (self->draft_banner), restored);
  adw_banner_set_revealed (self->draft_banner, restored);
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilContactDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilContactData) data = spil_worker_run_finish (SPIL_WORKER (source), result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->loading || self->form == NULL)
    return;
  g_clear_object (&self->loading);
  if (data == NULL) {
    set_refusal (self, error->message);
    return;
  }
  adw_window_title_set_subtitle (self->form_title, spil_record_get_title (data->organisation));
  g_clear_pointer (&self->data, spil_contact_data_free);
  self->data = g_steal_pointer (&data);
  show_restored (self, spil_contact_form_set_data (self->form, self->data));
  spil_accessible_name_containers (GTK_WIDGET (self), adw_dialog_get_title (ADW_DIALOG (self)));
  if (self->save_when_loaded)
    save (self);
}

static void
set_organisation (SpilContactDialog *self, SpilId organisation)
{
  // Chosen anew: what was typed goes along.
  if (keeps_draft (self) && !spil_id_equal (self->organisation, organisation))
    spil_draft_keep (self->worker, self->organisation, NULL, TRUE);
  self->organisation = organisation;
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  spil_worker_run (
      self->worker, spil_contact_data_load,
      spil_contact_request_new_with_draft (organisation, self->corrected, spil_worker_get_dir (self->worker)),
      g_free, (GDestroyNotify) spil_contact_data_free, self->loading, on_loaded_cb, g_object_ref (self));
}

static void
on_employer_chosen_cb (SpilContactDialog *self, const SpilEmployerRow *row)
{
  adw_window_title_set_subtitle (self->form_title, row->name);
  set_organisation (self, row->id);
  adw_navigation_view_push (self->view, self->form_page);
}

static void
on_form_page_shown_cb (SpilContactDialog *self)
{
  gtk_widget_grab_focus (spil_contact_form_get_note (self->form));
}

/* Drafts */

static void
set_form (SpilContactDialog *self)
{
  self->form = SPIL_CONTACT_FORM (spil_contact_form_new (self->worker, !spil_id_is_nil (self->corrected)));
  g_signal_connect_object (self->form, "changed", G_CALLBACK (on_form_changed_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->form_bin, GTK_WIDGET (self->form));
}

static void
on_throw_away_clicked_cb (SpilContactDialog *self)
{
  forget_draft (self);
  show_restored (self, FALSE);
  set_form (self);
  set_organisation (self, self->organisation);
  gtk_widget_grab_focus (spil_contact_form_get_note (self->form));
}

static void
on_closed_cb (SpilContactDialog *self)
{
  if (!self->dirty || !keeps_draft (self))
    return;
  keep_draft_now (self, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                              _ ("Kept as a draft: it is back when you write about this employer again"));
}

/* Closing */

// What was typed is left aside: nobody reads a correction of what is gone.
static void
erase_note_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilContactDialog *self = SPIL_CONTACT_DIALOG (widget);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));

  spil_erase_note_ask (window, self->worker, self->corrected);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
on_close_attempt_cb (SpilContactDialog *self)
{
  if (!self->saving)
    spil_discard_ask (ADW_DIALOG (self));
}

/* The dialog */

static void
spil_contact_dialog_dispose (GObject *object)
{
  SpilContactDialog *self = SPIL_CONTACT_DIALOG (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  stop_keeping (self);
  self->form = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), SPIL_TYPE_CONTACT_DIALOG);
  g_clear_pointer (&self->data, spil_contact_data_free);
  g_clear_object (&self->worker);
  G_OBJECT_CLASS (spil_contact_dialog_parent_class)->dispose (object);
}

static void
spil_contact_dialog_class_init (SpilContactDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_contact_dialog_dispose;
  gtk_widget_class_install_action (widget_class, "contact.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "contact.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "contact.erase-note", NULL, erase_note_action);
  g_type_ensure (SPIL_TYPE_TITLE_BIN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/regiozwolle/Spil/ui/spil-contact-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilContactDialog, view);
  gtk_widget_class_bind_template_child (widget_class, SpilContactDialog, form_page);
  gtk_widget_class_bind_template_child (widget_class, SpilContactDialog, form_title);
  gtk_widget_class_bind_template_child (widget_class, SpilContactDialog, form_bin);
  gtk_widget_class_bind_template_child (widget_class, SpilContactDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, SpilContactDialog, refusal_revealer);
  gtk_widget_class_bind_template_child (widget_class, SpilContactDialog, refusal);
  gtk_widget_class_bind_template_child (widget_class, SpilContactDialog, draft_banner);
  gtk_widget_class_bind_template_callback (widget_class, on_close_attempt_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_form_page_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_throw_away_clicked_cb);
}

static void
spil_contact_dialog_init (SpilContactDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  spil_help_set_topic (GTK_WIDGET (self), "contact");
}

static SpilContactDialog *
make_dialog (SpilWorker *worker, const char *title, SpilId corrected)
{
  SpilContactDialog *self = g_object_new (SPIL_TYPE_CONTACT_DIALOG, "title", title, NULL);

  self->worker = g_object_ref (worker);
  self->corrected = corrected;
  set_form (self);
  adw_navigation_page_set_title (self->form_page, title);
  // Between two buttons, in a narrow window: there is room for a short word.
  adw_window_title_set_title (self->form_title, spil_id_is_nil (corrected) ? C_ ("short title", "New contact")
                                                                           : C_ ("short title", "Correct"));
  return self;
}

AdwDialog *
spil_contact_dialog_new (SpilWorker *worker, SpilId organisation)
{
  SpilContactDialog *self = make_dialog (worker, _ ("New contact moment"), SPIL_ID_NIL);
  AdwNavigationPage *chooser;

  if (!spil_id_is_nil (organisation)) {
    spil_form_focus_first (ADW_DIALOG (self), spil_contact_form_get_note (self->form));
    set_organisation (self, organisation);
    return ADW_DIALOG (self);
  }
  chooser = spil_employer_chooser_new (worker, _ ("New contact moment"));
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (on_employer_chosen_cb), self, G_CONNECT_SWAPPED);
  adw_navigation_view_replace (self->view, &chooser, 1);
  // Then there is a way back in its place.
  gtk_widget_set_visible (self->cancel_button, FALSE);
  spil_form_focus_first (ADW_DIALOG (self),
                         spil_employer_chooser_get_search (SPIL_EMPLOYER_CHOOSER (chooser)));
  return ADW_DIALOG (self);
}

AdwDialog *
spil_contact_dialog_new_correction (SpilWorker *worker, SpilId organisation, SpilId contact)
{
  SpilContactDialog *self = make_dialog (worker, _ ("Correct the contact moment"), contact);

  spil_form_focus_first (ADW_DIALOG (self), spil_contact_form_get_note (self->form));
  set_organisation (self, organisation);
  return ADW_DIALOG (self);
}
