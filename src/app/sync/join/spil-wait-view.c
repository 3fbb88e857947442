// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-wait-view.h"

#include <glib/gi18n-lib.h>

#include "spil-failure.h"
#include "spil-sync-words.h"

struct _SpilWaitView
{
  AdwBin parent_instance;

  SpilSyncer *syncer;

  GtkStack *stack;
  GtkLabel *code;
  GtkLabel *state;
  GtkWidget *leave_button;
  GtkWidget *now_button;
  GtkProgressBar *progress;
  GtkLabel *fetch_state;
  GtkWidget *again_button;
};

G_DEFINE_FINAL_TYPE (SpilWaitView, spil_wait_view, ADW_TYPE_BIN)

// The first thing that is amiss, apart from waiting itself.
static const char *
find_problem (const SpilSyncFacts *facts)
{
  if (facts->failure != NULL)
    return facts->failure;
  for (guint i = 0; facts->report != NULL && i < facts->report->problems->len; i++) {
    const SpilProblem *problem = g_ptr_array_index (facts->report->problems, i);

    if (problem->kind != SPIL_PROBLEM_WAITING_FOR_LEADER)
      return problem->sentence;
  }
  return NULL;
}

static void
show_asked (SpilWaitView *self, const SpilSyncFacts *facts)
{
  const char *problem = find_problem (facts);
  const char *code = facts->state->code != NULL ? facts->state->code : "";

  if (g_strcmp0 (gtk_label_get_label (self->code), code) != 0)
    gtk_label_set_label (self->code, code);
  gtk_label_set_label (self->state, problem != NULL ? problem : _ ("Waits for the project leader"));
}

static void
show_fetching (SpilWaitView *self, const SpilSyncFacts *facts)
{
  const char *problem = find_problem (facts);
  double progress = spil_syncer_get_progress (self->syncer);
  gboolean busy = spil_syncer_get_busy (self->syncer);

  gtk_widget_set_visible (GTK_WIDGET (self->progress), busy);
  gtk_widget_set_visible (self->again_button, !busy);
  if (progress < 0)
    gtk_progress_bar_pulse (self->progress);
  else
    gtk_progress_bar_set_fraction (self->progress, progress);
  gtk_label_set_label (self->fetch_state, busy || problem == NULL ? _ ("Fetching…") : problem);
}

static void
show (SpilWaitView *self)
{
  const SpilSyncFacts *facts = spil_syncer_get_facts (self->syncer);

  if (facts->state->standing == SPIL_SPACE_ASKED) {
    gtk_stack_set_visible_child_name (self->stack, "asked");
    show_asked (self, facts);
  } else {
    gtk_stack_set_visible_child_name (self->stack, "fetching");
    show_fetching (self, facts);
  }
}

static void
on_now_clicked_cb (SpilWaitView *self)
{
  spil_syncer_sync (self->syncer);
}

static gpointer
leave (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  spil_space_leave (store, error);
  return NULL;
}

static void
on_left_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilWaitView) self = user_data;
  g_autoptr (GError) error = NULL;

  // The window notices by itself that it no longer waits.
  spil_syncer_run_finish (SPIL_SYNCER (source), result, &error);
  if (error != NULL && self->stack != NULL)
    spil_failure_present (GTK_WIDGET (self), error);
}

static void
on_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilWaitView) self = user_data;

  if (g_strcmp0 (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result), "leave") == 0)
    spil_syncer_run (self->syncer, leave, NULL, NULL, NULL, NULL, on_left_cb, g_object_ref (self));
}

static void
on_leave_clicked_cb (SpilWaitView *self)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (
      _ ("Do not take part?"), _ ("The request is taken back. With the same invitation you can ask again.")));

  adw_alert_dialog_add_responses (dialog, "wait", _ ("_Keep waiting"), "leave", _ ("_Do not take part"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (dialog, "leave", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (dialog, "wait");
  adw_alert_dialog_set_close_response (dialog, "wait");
  adw_alert_dialog_choose (dialog, GTK_WIDGET (self), NULL, on_answered_cb, g_object_ref (self));
}

static void
spil_wait_view_dispose (GObject *object)
{
  SpilWaitView *self = SPIL_WAIT_VIEW (object);

  // The child first: it is bound and would be let go of twice.
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPIL_TYPE_WAIT_VIEW);
  g_clear_object (&self->syncer);
  G_OBJECT_CLASS (spil_wait_view_parent_class)->dispose (object);
}

static void
spil_wait_view_class_init (SpilWaitViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_wait_view_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-wait-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilWaitView, stack);
  gtk_widget_class_bind_template_child (widget_class, SpilWaitView, code);
  gtk_widget_class_bind_template_child (widget_class, SpilWaitView, state);
  gtk_widget_class_bind_template_child (widget_class, SpilWaitView, leave_button);
  gtk_widget_class_bind_template_child (widget_class, SpilWaitView, now_button);
  gtk_widget_class_bind_template_child (widget_class, SpilWaitView, progress);
  gtk_widget_class_bind_template_child (widget_class, SpilWaitView, fetch_state);
  gtk_widget_class_bind_template_child (widget_class, SpilWaitView, again_button);
  gtk_widget_class_bind_template_callback (widget_class, on_now_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_leave_clicked_cb);
}

static void
spil_wait_view_init (SpilWaitView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
spil_wait_view_new (SpilSyncer *syncer)
{
  SpilWaitView *self = g_object_new (SPIL_TYPE_WAIT_VIEW, NULL);

  self->syncer = g_object_ref (syncer);
  g_signal_connect_object (syncer, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (syncer, "notify::busy", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (syncer, "notify::progress", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}
