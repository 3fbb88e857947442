// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-record-advice.h"

#include "spil-accessible.h"

struct _SpilRecordAdvice
{
  AdwBin parent_instance;

  GtkLabel *label;
  GCancellable *asking;
};

G_DEFINE_FINAL_TYPE (SpilRecordAdvice, spil_record_advice, ADW_TYPE_BIN)

typedef struct
{
  SpilRecordAdviceFunc func;
  SpilRecord *record;
} Question;

typedef struct
{
  char *sentence;
  gboolean warns;
} Answer;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->record);
  g_free (question);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_free (answer->sentence);
  g_free (answer);
}

static gpointer
ask (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Question *question = data;
  Answer *answer = g_new0 (Answer, 1);

  answer->sentence = question->func (store, question->record, &answer->warns);
  return answer;
}

static void
show (SpilRecordAdvice *self, const Answer *answer)
{
  gtk_widget_set_visible (GTK_WIDGET (self), answer->sentence != NULL);
  spil_accessible_conclude (self->label, answer->sentence != NULL ? answer->sentence : "");
  if (answer->warns)
    gtk_widget_add_css_class (GTK_WIDGET (self->label), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->label), "error");
}

static void
on_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilRecordAdvice) self = user_data;
  Answer *answer = spil_worker_run_finish (SPIL_WORKER (source), result, NULL);

  if (answer == NULL)
    return;
  if (g_task_get_cancellable (G_TASK (result)) == self->asking)
    show (self, answer);
  answer_free (answer);
}

static void
stop (SpilRecordAdvice *self)
{
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static void
spil_record_advice_dispose (GObject *object)
{
  stop (SPIL_RECORD_ADVICE (object));
  G_OBJECT_CLASS (spil_record_advice_parent_class)->dispose (object);
}

static void
spil_record_advice_class_init (SpilRecordAdviceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = spil_record_advice_dispose;
}

static void
spil_record_advice_init (SpilRecordAdvice *self)
{
  // A live region: a screen reader says the sentence when it changes.
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "wrap",
                                   TRUE, "xalign", 0.0, NULL);

  self->label = GTK_LABEL (label);
  gtk_widget_add_css_class (label, "advice");
  gtk_widget_add_css_class (label, "numeric");
  adw_bin_set_child (ADW_BIN (self), label);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
spil_record_advice_ask (SpilRecordAdvice *self, SpilWorker *worker, SpilRecordAdviceFunc func,
                        SpilRecord *record)
{
  Question *question;

  g_return_if_fail (SPIL_IS_RECORD_ADVICE (self));

  stop (self);
  self->asking = g_cancellable_new ();
  question = g_new0 (Question, 1);
  question->func = func;
  question->record = record;
  spil_worker_run (worker, ask, question, question_free, answer_free, self->asking, on_answered_cb,
                   g_object_ref (self));
}
