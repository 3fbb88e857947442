// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-fund-steps.h"

#include <glib/gi18n-lib.h>

#include "spil-entity.h"
#include "spil-fund-action.h"
#include "spil-fund-step-dialog.h"

// What each step is called, and whether it has to know something.
static const struct
{
  int to;
  const char *label;
  gboolean asks;
} steps[] = {
  { SPIL_APPLICATION_STATE_SUBMITTED, N_ ("Submit"), TRUE },
  { SPIL_APPLICATION_STATE_COMPLETE, N_ ("Declare complete"), FALSE },
  { SPIL_APPLICATION_STATE_ASSESSED, N_ ("Assess"), FALSE },
  { SPIL_APPLICATION_STATE_AWARDED, N_ ("Award"), TRUE },
  { SPIL_APPLICATION_STATE_REFUSED, N_ ("Refuse"), TRUE },
  { SPIL_APPLICATION_STATE_WITHDRAWN, N_ ("Withdraw"), TRUE },
  { SPIL_APPLICATION_STATE_ADVANCED, N_ ("Pay an advance"), TRUE },
  { SPIL_APPLICATION_STATE_ACCOUNTED, N_ ("Account for"), TRUE },
  { SPIL_APPLICATION_STATE_SETTLED, N_ ("Settle"), TRUE },
  { SPIL_APPLICATION_STATE_PAID, N_ ("Make the last payment"), TRUE },
};

const char *
spil_fund_step_label (int to)
{
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i].to == to)
      return _ (steps[i].label);
  return NULL;
}

static gboolean
asks (int to)
{
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i].to == to)
      return steps[i].asks;
  return FALSE;
}

// An advance that is asked back has to come in; then the last step of a withdrawn application is done.
static gboolean
awaits_refund (const SpilFundApplicationRow *row)
{
  return row->state == SPIL_APPLICATION_STATE_WITHDRAWN && row->paid.cents > 0;
}

GArray *
spil_fund_steps_of (const SpilFundApplicationRow *row)
{
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (SpilFundChoice));
  const int *next = spil_fund_next_states (row->state);

  for (int i = 0; next[i] != 0; i++) {
    SpilFundChoice choice = { next[i], spil_fund_step_label (next[i]), asks (next[i]) };

    // Settled below what was paid: the last step is that the rest comes back.
    if (next[i] == SPIL_APPLICATION_STATE_PAID && row->left_to_pay.cents < 0)
      choice.label = _ ("Book the refund");
    g_array_append_val (choices, choice);
  }
  if (awaits_refund (row)) {
    SpilFundChoice choice = { SPIL_APPLICATION_STATE_WITHDRAWN, _ ("Book the refund"), TRUE };

    g_array_append_val (choices, choice);
  }
  return choices;
}

/* Doing */

typedef struct
{
  SpilId application;
  int to;
} Key;

typedef struct
{
  SpilAction *action; /* of a step that asks nothing */
  SpilFundStepFacts *facts; /* of one that does */
} Found;

static void
found_free (gpointer data)
{
  Found *found = data;

  g_clear_pointer (&found->action, spil_action_free);
  g_clear_pointer (&found->facts, spil_fund_step_facts_free);
  g_free (found);
}

static gpointer
load (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Key *key = data;
  SpilFundStep step = SPIL_FUND_STEP (key->to);
  Found *found = g_new0 (Found, 1);

  if (asks (key->to))
    found->facts = spil_fund_step_facts_load (store, key->application, key->to, error);
  else
    found->action = spil_fund_step_action (store, key->application, &step, error);
  if (found->action != NULL || found->facts != NULL)
    return found;
  found_free (found);
  return NULL;
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) parent = user_data;
  g_autoptr (GError) error = NULL;
  Found *found = spil_worker_run_finish (SPIL_WORKER (source), result, &error);

  if (found == NULL) {
    if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
      g_signal_emit_by_name (source, "failed", error);
    return;
  }
  if (found->action != NULL)
    spil_worker_commit (SPIL_WORKER (source), g_steal_pointer (&found->action), NULL, NULL);
  else if (gtk_widget_get_root (parent) != NULL)
    adw_dialog_present (spil_fund_step_dialog_new (SPIL_WORKER (source), g_steal_pointer (&found->facts)),
                        parent);
  found_free (found);
}

void
spil_fund_step_present (GtkWidget *parent, SpilWorker *worker, SpilId application, int to)
{
  Key *key = g_new0 (Key, 1);

  key->application = application;
  key->to = to;
  spil_worker_run (worker, load, key, g_free, found_free, NULL, on_loaded_cb, g_object_ref (parent));
}
