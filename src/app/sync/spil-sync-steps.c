// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-sync-steps.h"

#include <glib/gi18n-lib.h>

#include "spil-failure.h"
#include "spil-sync-words.h"

// A step that was asked for: what it is about, and what is said when it is done.
typedef struct
{
  GtkWidget *widget; /**< weak */
  SpilSyncer *syncer;
  SpilJobFunc func;
  char *text; /**< a code or a folder */
  SpilId device;
  char *done;
} Step;

static void
step_free (Step *step)
{
  g_clear_weak_pointer (&step->widget);
  g_object_unref (step->syncer);
  g_free (step->text);
  g_free (step->done);
  g_free (step);
}

static Step *
step_new (GtkWidget *widget, SpilSyncer *syncer, SpilJobFunc func)
{
  Step *step = g_new0 (Step, 1);

  g_set_weak_pointer (&step->widget, widget);
  step->syncer = g_object_ref (syncer);
  step->func = func;
  return step;
}

static void
on_step_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Step *step = user_data;
  g_autoptr (GError) error = NULL;

  spil_syncer_run_finish (SPIL_SYNCER (source), result, &error);
  if (step->widget != NULL && error == NULL)
    gtk_widget_activate_action (step->widget, "win.toast", "s", step->done);
  else if (step->widget != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    spil_failure_present (step->widget, error);
  step_free (step);
}

// What the other thread reads of a step.
typedef struct
{
  char *text;
  SpilId device;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_free (order->text);
  g_free (order);
}

static void
run_step (Step *step)
{
  Order *order = g_new0 (Order, 1);

  order->text = g_strdup (step->text);
  order->device = step->device;
  spil_syncer_run (step->syncer, step->func, order, order_free, NULL, NULL, on_step_done_cb, step);
}

static void
on_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Step *step = user_data;

  if (g_strcmp0 (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result), "do") == 0)
    run_step (step);
  else
    step_free (step);
}

static AdwAlertDialog *
make_question (const char *heading, const char *body, const char *label, AdwResponseAppearance appearance)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, body));

  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "do", label, NULL);
  adw_alert_dialog_set_response_appearance (dialog, "do", appearance);
  adw_alert_dialog_set_default_response (dialog, appearance == ADW_RESPONSE_DESTRUCTIVE ? "cancel" : "do");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  return dialog;
}

static void
ask (AdwAlertDialog *dialog, Step *step)
{
  adw_alert_dialog_choose (dialog, step->widget, NULL, on_answered_cb, step);
}

/* Letting in */

static gpointer
approve (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  spil_space_approve (store, ((Order *) data)->text, cancellable, error);
  return NULL;
}

static const SpilJoinRequest *
find_request (SpilSyncer *syncer, const char *code)
{
  GPtrArray *requests = spil_syncer_get_facts (syncer)->requests;

  for (guint i = 0; i < requests->len; i++) {
    const SpilJoinRequest *request = g_ptr_array_index (requests, i);

    if (g_strcmp0 (request->code, code) == 0)
      return request;
  }
  return NULL;
}

static GtkWidget *
make_code_label (const char *code)
{
  GtkWidget *label = gtk_label_new (code);

  gtk_widget_add_css_class (label, "title-1");
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

void
spil_sync_ask_approve (GtkWidget *widget, SpilSyncer *syncer, const char *code)
{
  const SpilJoinRequest *request = find_request (syncer, code);
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;
  AdwAlertDialog *dialog;
  Step *step;

  if (request == NULL)
    return;
  // Translators: %s is a person.
  heading = g_strdup_printf (_ ("Let %s in?"), request->person);
  // Translators: the laptop's name, then the role: "broker".
  body = g_strdup_printf (
      _ ("Ask which code is on the screen of the laptop %s. Only when it is this one, is it the laptop that you invited. It takes part as %s."),
      request->device_name, spil_role_label (request->role));
  dialog = make_question (heading, body, _ ("_The code is the same: let in"), ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_extra_child (dialog, make_code_label (request->code));
  step = step_new (widget, syncer, approve);
  step->text = g_strdup (code);
  // Translators: %s is a person.
  step->done = g_strdup_printf (_ ("%s has been let in"), request->person);
  ask (dialog, step);
}

/* Ending access */

static gpointer
end_access (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  spil_space_revoke (store, &((Order *) data)->device, cancellable, error);
  return NULL;
}

void
spil_sync_ask_revoke (GtkWidget *widget, SpilSyncer *syncer, const char *device)
{
  Step *step = step_new (widget, syncer, end_access);
  const SpilMember *member = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;

  if (spil_id_parse (device, &step->device))
    member = spil_sync_facts_find_member (spil_syncer_get_facts (syncer), &step->device);
  if (member == NULL) {
    step_free (step);
    return;
  }
  // Translators: the laptop's name, then a person.
  heading = g_strdup_printf (_ ("End the access of %s of %s?"), member->device_name, member->person);
  body = g_strdup (_ (
      "Do this when a laptop is lost, stolen or handed in. From now on it gets nothing new, and what is changed on it is held back: you can take that over afterwards. What was already on it stays there. This cannot be undone; with a new invitation the laptop can take part again."));
  // Translators: %s is a laptop's name.
  step->done = g_strdup_printf (_ ("The access of %s has ended"), member->device_name);
  ask (make_question (heading, body, _ ("_End access"), ADW_RESPONSE_DESTRUCTIVE), step);
}

/* What was held back */

static gpointer
accept_refused (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  spil_space_accept_refused (store, &((Order *) data)->device, cancellable, error);
  return NULL;
}

void
spil_sync_ask_accept (GtkWidget *widget, SpilSyncer *syncer, const char *device)
{
  Step *step = step_new (widget, syncer, accept_refused);
  const SpilMember *member = NULL;
  g_autofree char *heading = NULL;

  if (!spil_id_parse (device, &step->device)) {
    step_free (step);
    return;
  }
  member = spil_sync_facts_find_member (spil_syncer_get_facts (syncer), &step->device);
  heading = member != NULL
                // Translators: %s is a person.
                ? g_strdup_printf (_ ("Take over what %s changed?"), member->person)
                : g_strdup (_ ("Take over what was held back?"));
  step->done = g_strdup (_ ("What was held back has been taken over"));
  ask (
      make_question (
          heading,
          _ ("These changes were made on a laptop without access. Take them over only when you know who made them. They then count for everybody; what contradicts something comes under “To choose”."),
          _ ("_Take over"), ADW_RESPONSE_SUGGESTED),
      step);
}

/* Another folder */

static gpointer
set_carrier (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  spil_space_set_carrier (store, ((Order *) data)->text, cancellable, error);
  return NULL;
}

static void
on_folder_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Step *step = user_data;
  g_autoptr (GFile) folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autofree char *name = NULL;

  // Nothing was chosen.
  if (folder == NULL) {
    step_free (step);
    return;
  }
  step->text = g_file_get_path (folder);
  if (step->text == NULL)
    step->text = g_file_get_uri (folder);
  name = spil_sync_dup_folder_name (step->text);
  // Translators: %s is a folder.
  step->done = g_strdup_printf (_ ("Shared over “%s” from now on"), name);
  run_step (step);
}

void
spil_sync_choose_folder (GtkWidget *widget, SpilSyncer *syncer)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  GtkRoot *root = gtk_widget_get_root (widget);

  gtk_file_dialog_set_title (dialog, _ ("Choose the shared folder"));
  gtk_file_dialog_set_accept_label (dialog, _ ("Choose"));
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (root), NULL, on_folder_chosen_cb,
                                 step_new (widget, syncer, set_carrier));
}
