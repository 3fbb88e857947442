// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-fund-step-dialog.h"

#include <glib/gi18n-lib.h>

#include "spil-accessible.h"
#include "spil-discard.h"
#include "spil-form-parts.h"
#include "spil-fund-step-form.h"
#include "spil-fund-steps.h"
#include "spil-title-bin.h"
#include "spil-help-topic.h"

// How high the dialog is, for a few fields and for more.
#define LOW_HEIGHT 440
#define HIGH_HEIGHT 680

struct _SpilFundStepDialog
{
  AdwDialog parent_instance;

  SpilWorker *worker;
  SpilFundStepFacts *facts;
  SpilFundStepForm *form;
  GCancellable *asking; /**< the sentence that is being made; NULL: none */
  gboolean saving;
  gboolean dirty;

  AdwWindowTitle *title;
  AdwNavigationPage *form_page;
  AdwPreferencesPage *page;
  GtkButton *cancel_button;
  GtkButton *close_button;
  GtkButton *save_button;
  GtkRevealer *refusal_revealer;
  GtkLabel *refusal;
  GtkLabel *sentence;
};

G_DEFINE_FINAL_TYPE (SpilFundStepDialog, spil_fund_step_dialog, ADW_TYPE_DIALOG)

static void
set_refusal (SpilFundStepDialog *self, const char *message)
{
  spil_accessible_refuse (self->refusal_revealer, self->refusal, message);
}

static void
update_closing (SpilFundStepDialog *self)
{
  adw_dialog_set_can_close (ADW_DIALOG (self), !self->dirty && !self->saving);
}

/* A step on its way to the worker */

typedef struct
{
  SpilId application;
  SpilFundStep step;
  char *reason;
  char *source;
} Question;

typedef struct
{
  char *sentence;
  gboolean allowed;
  SpilMoney usual;
} Answer;

static Question *
make_question (SpilFundStepDialog *self)
{
  Question *question = g_new0 (Question, 1);

  question->application = self->facts->row->id;
  spil_fund_step_form_read (self->form, &question->step);
  question->reason = g_strdup (question->step.reason);
  question->source = g_strdup (question->step.realised_source);
  question->step.reason = question->reason;
  question->step.realised_source = question->source;
  return question;
}

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->reason);
  g_free (question->source);
  g_free (question);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_free (answer->sentence);
  g_free (answer);
}

/* The sentence */

static gpointer
ask (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Question *question = data;
  Answer *answer = g_new0 (Answer, 1);
  SpilFundStep usual = question->step;

  usual.amount = (SpilMoney) { 0 };
  usual.settle_nothing = FALSE;
  answer->sentence = spil_fund_step_dup_sentence (store, question->application, &question->step,
                                                  &answer->allowed, error);
  if (answer->sentence != NULL &&
      spil_fund_step_get_usual (store, question->application, &usual, &answer->usual, error))
    return answer;
  answer_free (answer);
  return NULL;
}

static void
on_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilFundStepDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  Answer *answer = spil_worker_run_finish (SPIL_WORKER (source), result, &error);

  if (answer == NULL || self->page == NULL || g_task_get_cancellable (G_TASK (result)) != self->asking) {
    g_clear_pointer (&answer, answer_free);
    return;
  }
  spil_accessible_conclude (self->sentence, answer->sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), TRUE);
  if (answer->allowed)
    gtk_widget_remove_css_class (GTK_WIDGET (self->sentence), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->sentence), "error");
  spil_fund_step_form_set_usual (self->form, answer->usual);
  answer_free (answer);
}

static void
stop_asking (SpilFundStepDialog *self)
{
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static void
ask_sentence (SpilFundStepDialog *self)
{
  stop_asking (self);
  self->asking = g_cancellable_new ();
  spil_worker_run (self->worker, ask, make_question (self), question_free, answer_free, self->asking,
                   on_answered_cb, g_object_ref (self));
}

static void
on_form_changed_cb (SpilFundStepDialog *self)
{
  set_refusal (self, NULL);
  self->dirty = TRUE;
  update_closing (self);
  ask_sentence (self);
}

/* Saving */

static gpointer
make_action (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Question *question = data;

  return spil_fund_step_action (store, question->application, &question->step, error);
}

static void
finish_saving (SpilFundStepDialog *self, const GError *error)
{
  self->saving = FALSE;
  update_closing (self);
  // The window was closed meanwhile.
  if (self->page == NULL)
    return;
  if (error == NULL)
    adw_dialog_force_close (ADW_DIALOG (self));
  else
    set_refusal (self, error->message);
}

static void
on_committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilFundStepDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  spil_worker_commit_finish (SPIL_WORKER (source), result, &error);
  finish_saving (self, error);
}

static void
on_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilFundStepDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  SpilAction *action = spil_worker_run_finish (SPIL_WORKER (source), result, &error);

  if (action == NULL)
    finish_saving (self, error);
  else
    spil_worker_commit (SPIL_WORKER (source), action, on_committed_cb, g_object_ref (self));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilFundStepDialog *self = SPIL_FUND_STEP_DIALOG (widget);

  if (self->saving || !spil_fund_step_form_check (self->form))
    return;
  set_refusal (self, NULL);
  self->saving = TRUE;
  update_closing (self);
  spil_worker_run (self->worker, make_action, make_question (self), question_free,
                   (GDestroyNotify) spil_action_free, NULL, on_made_cb, g_object_ref (self));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
on_close_attempt_cb (SpilFundStepDialog *self)
{
  if (!self->saving)
    spil_discard_ask (ADW_DIALOG (self));
}

/* The dialog */

static void
spil_fund_step_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (spil_fund_step_dialog_parent_class)->map (widget);
  spil_accessible_name_containers (widget, adw_dialog_get_title (ADW_DIALOG (widget)));
}

static void
spil_fund_step_dialog_dispose (GObject *object)
{
  SpilFundStepDialog *self = SPIL_FUND_STEP_DIALOG (object);

  stop_asking (self);
  g_clear_object (&self->form);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPIL_TYPE_FUND_STEP_DIALOG);
  g_clear_pointer (&self->facts, spil_fund_step_facts_free);
  g_clear_object (&self->worker);
  G_OBJECT_CLASS (spil_fund_step_dialog_parent_class)->dispose (object);
}

static void
spil_fund_step_dialog_class_init (SpilFundStepDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_fund_step_dialog_dispose;
  widget_class->map = spil_fund_step_dialog_map;
  gtk_widget_class_install_action (widget_class, "step.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "step.cancel", NULL, cancel_action);
  g_type_ensure (SPIL_TYPE_TITLE_BIN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/regiozwolle/Spil/ui/spil-fund-step-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilFundStepDialog, title);
  gtk_widget_class_bind_template_child (widget_class, SpilFundStepDialog, form_page);
  gtk_widget_class_bind_template_child (widget_class, SpilFundStepDialog, page);
  gtk_widget_class_bind_template_child (widget_class, SpilFundStepDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, SpilFundStepDialog, close_button);
  gtk_widget_class_bind_template_child (widget_class, SpilFundStepDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, SpilFundStepDialog, refusal_revealer);
  gtk_widget_class_bind_template_child (widget_class, SpilFundStepDialog, refusal);
  gtk_widget_class_bind_template_child (widget_class, SpilFundStepDialog, sentence);
  gtk_widget_class_bind_template_callback (widget_class, on_close_attempt_cb);
}

static void
spil_fund_step_dialog_init (SpilFundStepDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  spil_help_set_topic (GTK_WIDGET (self), "applications");
}

// "Award", or of a refund what the list of steps calls it.
static const char *
get_label (const SpilFundStepFacts *facts)
{
  g_autoptr (GArray) choices = spil_fund_steps_of (facts->row);

  for (guint i = 0; i < choices->len; i++)
    if (g_array_index (choices, SpilFundChoice, i).to == facts->to)
      return g_array_index (choices, SpilFundChoice, i).label;
  return spil_fund_step_label (facts->to);
}

AdwDialog *
spil_fund_step_dialog_new (SpilWorker *worker, SpilFundStepFacts *facts)
{
  SpilFundStepDialog *self = g_object_new (SPIL_TYPE_FUND_STEP_DIALOG, "title", get_label (facts), NULL);
  GtkWidget *first;

  self->worker = g_object_ref (worker);
  self->facts = facts;
  self->form = spil_fund_step_form_new (worker, facts, self->page);
  first = spil_fund_step_form_get_first (self->form);
  adw_dialog_set_content_height (ADW_DIALOG (self),
                                 spil_fund_step_form_is_long (self->form) ? HIGH_HEIGHT : LOW_HEIGHT);
  adw_navigation_page_set_title (self->form_page, get_label (facts));
  adw_window_title_set_title (self->title, get_label (facts));
  adw_window_title_set_subtitle (self->title,
                                 facts->row->organisation_name != NULL ? facts->row->organisation_name : "");
  gtk_button_set_label (self->save_button, get_label (facts));
  if (first != NULL)
    spil_form_focus_first (ADW_DIALOG (self), first);
  g_signal_connect_object (self->form, "changed", G_CALLBACK (on_form_changed_cb), self, G_CONNECT_SWAPPED);
  ask_sentence (self);
  return ADW_DIALOG (self);
}
