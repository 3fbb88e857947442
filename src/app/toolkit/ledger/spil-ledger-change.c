// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-ledger-change.h"

#include <glib/gi18n-lib.h>

#include "spil-entity.h"
#include "spil-model-error.h"

static gboolean
may_extend (const SpilParticipationRow *row, GError **error)
{
  SpilTrialOutcome outcome = row->figures.outcome;

  // Without a rule there is nothing to hold it against.
  if (outcome == SPIL_TRIAL_EARNED || outcome == SPIL_TRIAL_NO_RULE)
    return TRUE;
  g_set_error (error, SPIL_MODEL_ERROR, SPIL_MODEL_ERROR_INVALID,
               outcome == SPIL_TRIAL_OPEN
                   ? _ ("%s cannot be extended yet: fill in the weeks of the first period first.")
                   : _ ("%s cannot be extended: the uses that are filled in do not earn it."),
               row->pseudonym);
  return FALSE;
}

// The row as it stands after the cells before it in a block were filled in.
static void
follow (SpilParticipationRow *row, const SpilTrialRules *rules, const SpilLedgerColumn *column,
        const SpilValue *value)
{
  if (column->kind != SPIL_LEDGER_WEEK)
    return;
  row->uses[column->week] = value->kind == SPIL_VALUE_INTEGER ? (int) value->integer : -1;
  row->figures = spil_trial_extension (rules, row->uses, row->extended);
}

static gboolean
assign (SpilChange *change, SpilParticipationRow *row, const SpilTrialRules *rules,
        const SpilLedgerColumn *column, const char *text, GError **error)
{
  g_auto (SpilValue) value = SPIL_VALUE_INIT;

  if (!spil_ledger_parse (column, text, &value, error))
    return FALSE;
  if (column->kind == SPIL_LEDGER_EXTENDED && value.kind == SPIL_VALUE_INTEGER && value.integer != 0 &&
      !row->extended && !may_extend (row, error))
    return FALSE;
  spil_change_assign (change, spil_ledger_column_field (column), &value);
  follow (row, rules, column, &value);
  return TRUE;
}

static SpilChange *
add_change (SpilAction *action, const SpilParticipationRow *row)
{
  return spil_action_set_row (action, spil_entity (SPIL_ENTITY_PARTICIPATION), row->id);
}

// What the toast and undo say; the pseudonym stays out of the log.
static char *
dup_label (const SpilLedgerColumn *column)
{
  switch (column->kind) {
  case SPIL_LEDGER_WEEK:
    return g_strdup_printf (_ ("Uses in week %d filled in"), column->week + 1);
  case SPIL_LEDGER_EXTENDED:
    return g_strdup (_ ("Extension decided"));
  case SPIL_LEDGER_KEEPS:
    return g_strdup (_ ("Answer noted"));
  case SPIL_LEDGER_SPENT:
  default:
    return g_strdup (_ ("Credit spent filled in"));
  }
}

SpilAction *
spil_ledger_change_cell (const SpilCohortRow *cohort, guint row, const SpilLedgerColumn *column,
                         const char *text, GError **error)
{
  g_autofree char *label = dup_label (column);
  g_autoptr (SpilAction) action = spil_action_new (label);
  SpilParticipationRow after;

  g_return_val_if_fail (row < cohort->participations->len, NULL);

  after = *(const SpilParticipationRow *) g_ptr_array_index (cohort->participations, row);
  if (!assign (add_change (action, &after), &after, &cohort->rules, column, text, error))
    return NULL;
  return g_steal_pointer (&action);
}

static gboolean
paste_line (SpilAction *action, const SpilCohortRow *cohort, GArray *columns, guint row, guint at,
            char **cells, GError **error)
{
  SpilParticipationRow after = *(const SpilParticipationRow *) g_ptr_array_index (cohort->participations,
                                                                                  row);
  SpilChange *change = add_change (action, &after);

  for (guint i = 0; cells[i] != NULL; i++) {
    if (at + i >= columns->len) {
      g_set_error_literal (
          error, SPIL_MODEL_ERROR, SPIL_MODEL_ERROR_INVALID,
          _ ("What was copied is wider than the ledger from this cell on. Start further to the left."));
      return FALSE;
    }
    if (!assign (change, &after, &cohort->rules, &g_array_index (columns, SpilLedgerColumn, at + i), cells[i],
                 error)) {
      g_prefix_error (error, _ ("Line %d, column %d: "), (int) row + 1, (int) (at + i) + 1);
      return FALSE;
    }
  }
  return TRUE;
}

SpilAction *
spil_ledger_change_paste (const SpilCohortRow *cohort, GArray *columns, guint row, guint at, const char *text,
                          GError **error)
{
  g_autoptr (GPtrArray) lines = spil_ledger_split (text);
  g_autofree char *label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d line pasted in the ledger",
                                                         "%d lines pasted in the ledger", lines->len),
                                            (int) lines->len);
  g_autoptr (SpilAction) action = spil_action_new (label);

  if (row + lines->len > cohort->participations->len) {
    g_set_error (
        error, SPIL_MODEL_ERROR, SPIL_MODEL_ERROR_INVALID,
        _ ("%d lines were copied, but only %d participants follow from this cell on. Register the others first."),
        (int) lines->len, (int) (cohort->participations->len - row));
    return NULL;
  }
  for (guint i = 0; i < lines->len; i++)
    if (!paste_line (action, cohort, columns, row + i, at, lines->pdata[i], error))
      return NULL;
  return g_steal_pointer (&action);
}

SpilAction *
spil_ledger_change_extend_earned (const SpilCohortRow *cohort)
{
  g_autofree char *label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d trial card extended",
                                                         "%d trial cards extended",
                                                         (gulong) cohort->n_to_decide),
                                            cohort->n_to_decide);
  g_autoptr (SpilAction) action = spil_action_new (label);
  SpilValue yes = spil_value_integer (TRUE);

  for (guint i = 0; i < cohort->participations->len; i++) {
    const SpilParticipationRow *row = g_ptr_array_index (cohort->participations, i);

    if (row->figures.outcome == SPIL_TRIAL_EARNED && !row->extended)
      spil_change_assign (add_change (action, row), SPIL_PARTICIPATION_EXTENDED, &yes);
  }
  return action->changes->len > 0 ? g_steal_pointer (&action) : NULL;
}
