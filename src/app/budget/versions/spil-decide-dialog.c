// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-decide-dialog.h"

#include <glib/gi18n-lib.h>

#include "spil-budget-action.h"
#include "spil-decision-group.h"

#define WIDTH 520

struct _SpilDecideDialog
{
  SpilBudgetForm parent_instance;

  SpilId proposal;
  SpilDecisionGroup *decision;
};

G_DEFINE_FINAL_TYPE (SpilDecideDialog, spil_decide_dialog, SPIL_TYPE_BUDGET_FORM)

typedef struct
{
  SpilId proposal;
  SpilDay day;
  SpilId decision;
} Wish;

static SpilAction *
make_action (SpilStore *store, gconstpointer data, GError **error)
{
  const Wish *wish = data;

  return spil_budget_decide_action (store, wish->proposal, wish->day, wish->decision, error);
}

static void
on_decide_clicked_cb (SpilDecideDialog *self)
{
  g_autoptr (GError) error = NULL;
  Wish wish = { .proposal = self->proposal };

  if (!spil_decision_group_get (self->decision, &wish.day, &wish.decision, &error))
    spil_budget_form_refuse (SPIL_BUDGET_FORM (self), error->message);
  else if (!spil_day_is_known (wish.day))
    spil_budget_form_refuse (SPIL_BUDGET_FORM (self), _ ("Fill in the day on which it was decided."));
  else
    spil_budget_form_do (SPIL_BUDGET_FORM (self), make_action, g_memdup2 (&wish, sizeof wish), g_free);
}

static void
spil_decide_dialog_class_init (SpilDecideDialogClass *klass)
{
}

static void
spil_decide_dialog_init (SpilDecideDialog *self)
{
}

AdwDialog *
spil_decide_dialog_new (SpilWorker *worker, const SpilBudgetVersionRow *proposal, SpilDay today)
{
  SpilDecideDialog *self = g_object_new (SPIL_TYPE_DECIDE_DIALOG, NULL);
  SpilBudgetForm *form = SPIL_BUDGET_FORM (self);
  // Translators: %s is the name of a budget version.
  g_autofree char *text = g_strdup_printf (
      _ ("“%s” becomes the budget from this day on. It is judged again with what is booked by now."),
      proposal->name);

  self->proposal = proposal->id;
  spil_budget_form_set_up (form, worker, _ ("Decide on the proposal"), WIDTH);
  adw_dialog_set_content_height (ADW_DIALOG (self), 460);
  self->decision = SPIL_DECISION_GROUP (spil_decision_group_new (worker, today));
  g_signal_connect_object (self->decision, "changed", G_CALLBACK (spil_budget_form_touch), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (spil_budget_form_get_box (form), GTK_WIDGET (self->decision));
  spil_budget_form_set_sentence (form, text, FALSE);
  adw_dialog_set_default_widget (
      ADW_DIALOG (self),
      spil_budget_form_add_button (form, _ ("Decide"), TRUE, G_CALLBACK (on_decide_clicked_cb)));
  return ADW_DIALOG (self);
}
