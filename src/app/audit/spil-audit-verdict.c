// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-audit-verdict.h"

#include <glib/gi18n-lib.h>

#include "spil-audit-query.h"
#include "spil-number.h"

// Lines that are followed at a time: other jobs come between.
#define LINES_AT_ONCE 20000

struct _SpilAuditVerdict
{
  AdwBin parent_instance;

  SpilWorker *worker;
  GCancellable *cancellable; /**< NULL: nothing is being checked */
  SpilAuditChain chain;
  int64_t n; /**< lines that there are */
  gboolean stopped;

  GtkBox *box;
  GtkImage *icon;
  AdwSpinner *spinner;
  GtkLabel *label;
  GtkProgressBar *progress;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (SpilAuditVerdict, spil_audit_verdict, ADW_TYPE_BIN)

/* On the worker's thread */

static gpointer
follow (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autofree SpilAuditChain *chain = g_memdup2 (data, sizeof *chain);

  return spil_audit_chain_follow (chain, store, LINES_AT_ONCE, error) ? g_steal_pointer (&chain) : NULL;
}

/* On the main thread */

static void
show (SpilAuditVerdict *self, const char *icon, const char *css_class, const char *text, const char *button)
{
  gtk_widget_set_visible (GTK_WIDGET (self->icon), icon != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), icon == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), icon == NULL);
  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_widget_remove_css_class (GTK_WIDGET (self->icon), "success");
  gtk_widget_remove_css_class (GTK_WIDGET (self->icon), "error");
  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->icon), css_class);
  gtk_label_set_text (self->label, text);
  gtk_button_set_label (self->button, button);
}

static void
show_verdict (SpilAuditVerdict *self)
{
  g_autofree char *text = spil_audit_chain_dup_verdict (&self->chain);
  const gboolean broken = self->chain.broken > 0;

  show (self, broken ? "dialog-warning-symbolic" : "object-select-symbolic", broken ? "error" : "success",
        text, _ ("Check again"));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
show_progress (SpilAuditVerdict *self)
{
  g_autofree char *done = spil_integer_format (self->chain.n);
  g_autofree char *all = spil_integer_format (self->n);
  // Translators: both are numbers of lines.
  g_autofree char *text = g_strdup_printf (_ ("Being checked: line %s of %s"), done, all);

  show (self, NULL, NULL, text, _ ("Cancel"));
  gtk_progress_bar_set_fraction (self->progress,
                                 self->n > 0 ? CLAMP ((double) self->chain.n / (double) self->n, 0, 1) : 0);
}

static void go_on (SpilAuditVerdict *self);

static void
on_followed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilAuditVerdict) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree SpilAuditChain *chain = spil_worker_run_finish (SPIL_WORKER (source), result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable || self->cancellable == NULL)
    return;
  if (chain != NULL)
    self->chain = *chain;
  if (chain != NULL && !chain->done) {
    show_progress (self);
    go_on (self);
    return;
  }
  g_clear_object (&self->cancellable);
  if (chain != NULL)
    show_verdict (self);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show (self, "dialog-warning-symbolic", "error", error->message, _ ("Check again"));
}

static void
go_on (SpilAuditVerdict *self)
{
  spil_worker_run (self->worker, follow, g_memdup2 (&self->chain, sizeof self->chain), g_free, g_free,
                   self->cancellable, on_followed_cb, g_object_ref (self));
}

static void
start (SpilAuditVerdict *self)
{
  self->stopped = FALSE;
  self->chain.done = FALSE;
  self->cancellable = g_cancellable_new ();
  // What is short says nothing on its way.
  if (self->n - self->chain.n > LINES_AT_ONCE)
    show_progress (self);
  go_on (self);
}

static void
stop (SpilAuditVerdict *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
on_button_clicked_cb (SpilAuditVerdict *self)
{
  const gboolean busy = self->cancellable != NULL;

  stop (self);
  self->chain = (SpilAuditChain) SPIL_AUDIT_CHAIN_INIT;
  self->stopped = busy;
  if (busy)
    show (self, "dialog-question-symbolic", NULL, _ ("The chain was not checked."), _ ("Check"));
  else
    start (self);
}

static void
spil_audit_verdict_dispose (GObject *object)
{
  SpilAuditVerdict *self = SPIL_AUDIT_VERDICT (object);

  stop (self);
  g_clear_object (&self->worker);
  G_OBJECT_CLASS (spil_audit_verdict_parent_class)->dispose (object);
}

static void
spil_audit_verdict_class_init (SpilAuditVerdictClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = spil_audit_verdict_dispose;
}

static void
spil_audit_verdict_init (SpilAuditVerdict *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *middle = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->icon = GTK_IMAGE (gtk_image_new ());
  self->spinner = ADW_SPINNER (adw_spinner_new ());
  self->label = GTK_LABEL (gtk_label_new (NULL));
  self->progress = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  self->button = GTK_BUTTON (gtk_button_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Verdict"),
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Lines checked"), -1);
  gtk_widget_set_size_request (GTK_WIDGET (self->spinner), 16, 16);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "numeric");
  gtk_widget_set_hexpand (middle, TRUE);
  gtk_widget_set_valign (middle, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_button_set_label (self->button, _ ("Check"));
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (on_button_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (middle), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (middle), GTK_WIDGET (self->progress));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->spinner));
  gtk_box_append (GTK_BOX (line), middle);
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_box_append (self->box, line);
  gtk_box_append (self->box, GTK_WIDGET (self->button));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

void
spil_audit_verdict_set_narrow (SpilAuditVerdict *self, gboolean narrow)
{
  g_return_if_fail (SPIL_IS_AUDIT_VERDICT (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_halign (GTK_WIDGET (self->button), narrow ? GTK_ALIGN_START : GTK_ALIGN_FILL);
}

void
spil_audit_verdict_check (SpilAuditVerdict *self, SpilWorker *worker, int64_t n)
{
  g_return_if_fail (SPIL_IS_AUDIT_VERDICT (self));

  g_set_object (&self->worker, worker);
  self->n = n;
  // Who stopped it starts it again; what is broken stays broken.
  if (self->cancellable == NULL && !self->stopped && self->chain.broken == 0)
    start (self);
}
