// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-fund-step.h"

#include <glib/gi18n-lib.h>

#include "spil-budget-private.h"
#include "spil-entity.h"
#include "spil-store-private.h"

void
spil_fund_verdict_free (SpilFundVerdict *self)
{
  if (self == NULL)
    return;
  spil_fund_book_free (self->book);
  spil_budget_line_figures_free (self->line);
  g_string_free (self->arithmetic, TRUE);
  g_string_free (self->text, TRUE);
  g_free (self);
}

static void
append (GString *text, const char *sentence)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
}

void
spil_fund_verdict_tell (SpilFundVerdict *self, char *sentence)
{
  if (sentence != NULL && self->allowed)
    append (self->text, sentence);
  g_free (sentence);
}

/* What forbids it is all that is said: the first, then what else does. */
void
spil_fund_verdict_refuse (SpilFundVerdict *self, char *sentence)
{
  if (self->allowed)
    g_string_truncate (self->text, 0);
  self->allowed = FALSE;
  append (self->text, sentence);
  g_free (sentence);
}

static char *
dup_state (int state)
{
  const SpilValue value = spil_value_integer (state);

  return spil_value_format (spil_entity_field (spil_entity (SPIL_ENTITY_APPLICATION), SPIL_APPLICATION_STATE),
                            &value);
}

static gboolean
is_refund_of_withdrawn (const SpilFundVerdict *self)
{
  return self->row->state == SPIL_APPLICATION_STATE_WITHDRAWN &&
         self->step->to == SPIL_APPLICATION_STATE_WITHDRAWN;
}

static void
judge_state (SpilFundVerdict *self)
{
  const int *next = spil_fund_next_states (self->row->state);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (is_refund_of_withdrawn (self))
    return;
  for (int i = 0; next[i] != 0; i++)
    if (next[i] == self->step->to)
      return;
  from = dup_state (self->row->state);
  to = dup_state (self->step->to);
  spil_fund_verdict_refuse (
      self,
      // TRANSLATORS: both are states: "An application at “Paid” cannot go to “Awarded” ..."
      g_strdup_printf (
          _ ("An application at “%s” cannot go to “%s” in one step. What was a mistake is taken back with Undo."),
          from, to));
}

/* The day of the last thing that happened to it. */
static SpilDay
get_last_day (const SpilFundApplicationRow *row)
{
  const SpilDay days[] = { row->received,     row->complete,   row->awarded_on,
                           row->accounted_on, row->settled_on, row->withdrawn_on };
  SpilDay last = SPIL_DAY_NONE;

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    if (spil_day_is_known (days[i]) && (!spil_day_is_known (last) || spil_day_compare (days[i], last) > 0))
      last = days[i];
  return last;
}

static void
judge_day (SpilFundVerdict *self)
{
  const SpilDay last = get_last_day (self->row);
  g_autofree char *day = spil_day_format (self->day);
  g_autofree char *before = spil_day_format (last);

  if (spil_day_compare (self->day, spil_day_today ()) > 0)
    spil_fund_verdict_refuse (
        self, g_strdup_printf (_ ("%s is still to come. Enter the day on which it happened."), day));
  else if (spil_day_is_known (last) && spil_day_compare (self->day, last) < 0)
    spil_fund_verdict_refuse (
        self, g_strdup_printf (_ ("%s lies before %s, when the step before it was made."), day, before));
}

static void
judge_submission (SpilFundVerdict *self)
{
  const SpilFundTerms *terms = &self->scheme->terms;
  const SpilDay received = spil_day_is_known (self->row->received) ? self->row->received : self->day;
  g_autofree char *day = spil_day_format (received);
  char *outside = spil_fund_window_dup_sentence (terms->opens, terms->closes, received);

  spil_fund_verdict_tell (self, g_strdup_printf (_ ("Received on %s."), day));
  if (outside == NULL)
    return;
  spil_fund_verdict_tell (self, outside);
  spil_fund_verdict_tell (self, g_strdup (_ ("It can only be awarded by decision.")));
}

static void
judge_completeness (SpilFundVerdict *self)
{
  const SpilDay end = spil_fund_term_end (self->day, self->scheme->terms.decide_days);
  g_autofree char *last = spil_day_format (end);
  char *sentence = spil_fund_completeness_dup_sentence (&self->row->completeness);

  if (!spil_fund_is_complete (&self->row->completeness)) {
    spil_fund_verdict_refuse (self, sentence);
    spil_fund_verdict_refuse (
        self, g_strdup (_ ("An application is complete when all that the scheme asks for is there.")));
    return;
  }
  spil_fund_verdict_tell (self, sentence);
  if (spil_day_is_known (end))
    spil_fund_verdict_tell (self, g_strdup_printf (_ ("Decide on it before or on %s."), last));
}

static void
judge_assessment (SpilFundVerdict *self)
{
  g_autofree char *sentence = spil_fund_award_dup_sentence (&self->row->award);

  self->test = self->row->award;
  append (self->arithmetic, sentence);
  spil_fund_verdict_tell (self, g_steal_pointer (&sentence));
}

static void
judge_refusal (SpilFundVerdict *self)
{
  const SpilFundStep *step = self->step;
  g_autofree char *release = NULL;

  if (spil_id_is_nil (step->refusal) && (step->reason == NULL || *step->reason == '\0')) {
    spil_fund_verdict_refuse (self, g_strdup (_ ("Name the ground on which it is refused, or explain it.")));
    return;
  }
  self->test = self->row->award;
  self->release = self->row->commitment_open;
  spil_fund_verdict_tell (self, g_strdup (_ ("The application is refused; nothing is paid.")));
  if (self->release.cents > 0) {
    release = spil_money_format (self->release.cents, SPIL_MONEY_CENTS);
    spil_fund_verdict_tell (self, g_strdup_printf (_ ("%s of the commitment is released."), release));
  }
}

static void
judge_step (SpilFundVerdict *self)
{
  static const struct
  {
    int to;
    void (*judge) (SpilFundVerdict *self);
  } judges[] = {
    { SPIL_APPLICATION_STATE_SUBMITTED, judge_submission },
    { SPIL_APPLICATION_STATE_COMPLETE, judge_completeness },
    { SPIL_APPLICATION_STATE_ASSESSED, judge_assessment },
    { SPIL_APPLICATION_STATE_AWARDED, spil_fund_judge_award },
    { SPIL_APPLICATION_STATE_REFUSED, judge_refusal },
    { SPIL_APPLICATION_STATE_WITHDRAWN, spil_fund_judge_withdrawal },
    { SPIL_APPLICATION_STATE_ADVANCED, spil_fund_judge_advance },
    { SPIL_APPLICATION_STATE_ACCOUNTED, spil_fund_judge_account },
    { SPIL_APPLICATION_STATE_SETTLED, spil_fund_judge_settlement },
    { SPIL_APPLICATION_STATE_PAID, spil_fund_judge_last_payment },
  };

  if (is_refund_of_withdrawn (self)) {
    spil_fund_judge_refund (self);
    return;
  }
  for (gsize i = 0; i < G_N_ELEMENTS (judges); i++)
    if (judges[i].to == self->step->to)
      judges[i].judge (self);
}

/* The line of the scheme as it stands in the version in force, where that is of the same year. */
static gboolean
read_line (SpilFundVerdict *self, SpilStore *store, GError **error)
{
  SpilId line = self->scheme->line;

  if (spil_id_is_nil (line))
    return TRUE;
  if (!spil_budget_find_line_now (store, &line, error))
    return FALSE;
  self->line = spil_budget_query_line (store, line, SPIL_DAY_NONE, error);
  return self->line != NULL;
}

/* What the step says about the real cost, else the application, else its cost items. */
static void
find_real (SpilFundVerdict *self)
{
  const SpilFundApplicationRow *row = self->row;
  const SpilFundCosts *costs = &row->costs;
  const gboolean by_items = costs->n > 0 && costs->not_settled == 0 && costs->other_vat == 0;
  const SpilFundStep *step = self->step;

  self->has_real_cost = step->has_real_cost || row->has_settled_cost || by_items;
  self->real_cost = step->has_real_cost     ? step->real_cost
                    : row->has_settled_cost ? row->settled_cost
                                            : costs->settled;
  self->real_other = step->has_real_other     ? step->real_other
                     : row->has_settled_other ? row->settled_other
                                              : row->other;
  self->real_cost.vat = self->real_other.vat = row->vat;
}

SpilFundVerdict *
spil_fund_verdict_new (SpilStore *store, SpilId application, const SpilFundStep *step, GError **error)
{
  g_autoptr (SpilFundVerdict) self = g_new0 (SpilFundVerdict, 1);
  SpilMoney nothing;

  self->step = step;
  self->day = spil_day_is_known (step->day) ? step->day : spil_day_today ();
  self->arithmetic = g_string_new (NULL);
  self->text = g_string_new (NULL);
  self->allowed = TRUE;
  self->book = spil_fund_book_read (store, spil_day_today (), error);
  if (self->book == NULL)
    return NULL;
  self->row = spil_fund_book_find_application (self->book, application);
  self->scheme = self->row != NULL ? spil_fund_book_find_scheme (self->book, self->row->scheme) : NULL;
  if (self->scheme == NULL) {
    spil_store_set_not_found (spil_entity (SPIL_ENTITY_APPLICATION), &application, error);
    return NULL;
  }
  if (!read_line (self, store, error))
    return NULL;
  nothing = spil_money (0, self->row->vat);
  self->amount = self->release = nothing;
  find_real (self);
  judge_state (self);
  judge_day (self);
  if (self->allowed)
    judge_step (self);
  return g_steal_pointer (&self);
}
