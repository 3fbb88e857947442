// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "naive-private.h"

#include <string.h>

/* Rules */

static const char *
judge_reversal (const Naive *self, SpilRecord *row)
{
  const SpilRuleFields *fields = spil_rule_fields (row);
  SpilRecord *original = naive_original_of (self, row);
  g_autoptr (GPtrArray) rows = naive_list (self, naive_entity_of (row));
  int whole = 0;
  int whole_of_root = 0;

  if (original == NULL)
    return "nothing to take back";
  for (guint i = 0; i < rows->len; i++) {
    SpilRecord *other = rows->pdata[i];

    whole += !naive_is_release (other) && naive_original_of (self, other) == original;
    whole_of_root += !naive_is_release (other) && naive_takes_back (original) &&
                     naive_original_of (self, other) == naive_original_of (self, original) &&
                     naive_original_of (self, original) != NULL;
  }
  if (naive_takes_back (original) &&
      (naive_original_of (self, original) == NULL || naive_takes_back (naive_original_of (self, original)) ||
       (!naive_is_release (original) && whole_of_root < 2)))
    return "takes back what takes back";
  if (naive_number_of (self, row) != naive_number_of (self, original) ||
      (naive_find (self, spil_record_get_reference (original, fields->line)) != NULL &&
       !spil_value_equal (spil_record_get (row, fields->line), spil_record_get (original, fields->line))) ||
      !spil_value_equal (spil_record_get (row, fields->vat), spil_record_get (original, fields->vat)))
    return "other line or note";
  if (naive_is_release (row))
    return naive_net_of (self, original, SPIL_DAY_NONE) < naive_used_of (self, original, SPIL_DAY_NONE) ||
                   naive_amount_of (row) >= 0
               ? "more than was open"
               : NULL;
  if (naive_amount_of (row) != -naive_amount_of (original))
    return "not the opposite";
  if (whole > 1)
    return "taken back twice";
  if (naive_entity_of (row) == SPIL_ENTITY_COMMITMENT && !naive_takes_back (original) &&
      naive_net_of (self, original, SPIL_DAY_NONE) < 0)
    return "released in part";
  return NULL;
}

static const char *
judge_drawing (const Naive *self, SpilRecord *row)
{
  const SpilRuleFields *fields = spil_rule_fields (row);
  SpilRecord *from;
  SpilRecord *version = naive_find (
      self, spil_record_get_reference (naive_find (self, spil_record_get_reference (row, fields->line)),
                                       SPIL_BUDGET_LINE_VERSION));

  if (naive_is_proposal (version) || !spil_record_is_null (version, SPIL_BUDGET_VERSION_WITHDRAWN))
    return "a proposal";
  if (fields->draws == 0 || spil_record_is_null (row, fields->draws))
    return NULL;
  from = naive_find (self, spil_record_get_reference (row, fields->draws));
  if (from == NULL || naive_takes_back (from) ||
      naive_number_of (self, from) != naive_number_of (self, row) ||
      spil_record_get_integer (from, spil_rule_fields (from)->vat) !=
          spil_record_get_integer (row, fields->vat))
    return "draws elsewhere";
  return NULL;
}

static const char *
judge_room (const Naive *self, SpilRecord *row)
{
  const SpilRuleFields *fields = spil_rule_fields (row);
  SpilRecord *current = naive_current (self, spil_day_today ());
  SpilRecord *line = current != NULL ? naive_line (self, current, naive_number_of (self, row)) : NULL;
  NaiveFigures figures;

  if (line == NULL)
    line = naive_find (self, spil_record_get_reference (row, fields->line));
  if (spil_record_get_integer (row, fields->vat) != spil_record_get_integer (line, SPIL_BUDGET_LINE_VAT))
    return "other VAT note";
  if (naive_amount_of (row) <= 0 || !spil_record_is_null (row, fields->decision) ||
      spil_record_get_boolean (line, SPIL_BUDGET_LINE_OUTSIDE))
    return NULL;
  if (spil_record_is_null (line, SPIL_BUDGET_LINE_AMOUNT))
    return fields->entity == SPIL_ENTITY_ACTUAL && !spil_record_is_null (row, fields->draws)
               ? NULL
               : "no amount yet";
  figures = naive_figures (self, line, SPIL_DAY_NONE);
  return figures.open + figures.actual > figures.budget ? "no room" : NULL;
}

static const char *
judge_booking (const Naive *self, SpilRecord *row)
{
  const SpilRuleFields *fields = spil_rule_fields (row);
  gboolean spends = fields->entity == SPIL_ENTITY_COMMITMENT || fields->entity == SPIL_ENTITY_ACTUAL;
  const char *why;

  // What was undone on another laptop cannot be named.
  if (naive_find (self, spil_record_get_reference (row, fields->line)) == NULL)
    return "a line that is gone";
  why = naive_takes_back (row) ? judge_reversal (self, row) : judge_drawing (self, row);
  if (fields->draws != 0 && !spil_record_is_null (row, fields->draws) &&
      naive_find (self, spil_record_get_reference (row, fields->draws)) == NULL)
    return "names what is gone";
  if (!(fields->entity == SPIL_ENTITY_FORECAST && naive_takes_back (row)) &&
      naive_is_closed (self, spil_record_get_day (row, fields->date)))
    return "closed";
  return why == NULL && spends ? judge_room (self, row) : why;
}

static int64_t
sum_of (const Naive *self, SpilId version)
{
  g_autoptr (GPtrArray) lines = naive_list (self, SPIL_ENTITY_BUDGET_LINE);
  int64_t sum = 0;

  for (guint i = 0; i < lines->len; i++)
    if (!spil_record_get_boolean (lines->pdata[i], SPIL_BUDGET_LINE_OUTSIDE) &&
        spil_id_equal (spil_record_get_reference (lines->pdata[i], SPIL_BUDGET_LINE_VERSION), version))
      sum += spil_record_get_integer (lines->pdata[i], SPIL_BUDGET_LINE_AMOUNT);
  return sum;
}

// A version that came in force: it sums to its total, and lowers no line under what is used.
static const char *
judge_version (const Naive *self, SpilRecord *version)
{
  SpilRecord *replaced = naive_find (self, spil_record_get_reference (version, SPIL_BUDGET_VERSION_REPLACES));

  if (naive_is_proposal (version))
    return NULL;
  if (sum_of (self, spil_record_get_id (version)) !=
      spil_record_get_integer (version, SPIL_BUDGET_VERSION_TOTAL))
    return "not the total";
  for (int number = 1; replaced != NULL && number <= 9; number++) {
    SpilRecord *line = naive_line (self, version, number);
    SpilRecord *before = naive_line (self, replaced, number);
    NaiveFigures figures;

    if (line == NULL || before == NULL || spil_record_is_null (line, SPIL_BUDGET_LINE_AMOUNT) ||
        spil_record_get_boolean (line, SPIL_BUDGET_LINE_OUTSIDE))
      continue;
    figures = naive_figures (self, line, SPIL_DAY_NONE);
    if (figures.open + figures.actual > figures.budget &&
        figures.budget < spil_record_get_integer (before, SPIL_BUDGET_LINE_AMOUNT))
      return "lowered too far";
  }
  return NULL;
}

static const char *
judge_line (const Naive *self, SpilRecord *before, SpilRecord *after)
{
  SpilRecord *version = naive_find (self, spil_record_get_reference (after, SPIL_BUDGET_LINE_VERSION));

  if (naive_is_proposal (version) ||
      (before != NULL && spil_record_get_integer (before, SPIL_BUDGET_LINE_AMOUNT) ==
                             spil_record_get_integer (after, SPIL_BUDGET_LINE_AMOUNT)))
    return NULL;
  return before != NULL ? "decided" : NULL;
}

static const char *
judge_closing (const Naive *self, SpilRecord *period)
{
  g_autoptr (GPtrArray) periods = naive_list (self, SPIL_ENTITY_CLOSED_PERIOD);
  int openings = 0;

  for (guint i = 0; i < periods->len; i++) {
    openings += spil_value_equal (spil_record_get (periods->pdata[i], SPIL_CLOSED_PERIOD_REOPENS),
                                  spil_record_get (period, SPIL_CLOSED_PERIOD_REOPENS));
    if (spil_record_is_null (period, SPIL_CLOSED_PERIOD_REOPENS) && periods->pdata[i] != period &&
        naive_covers (self, periods->pdata[i], spil_record_get_day (period, SPIL_CLOSED_PERIOD_FIRST),
                      spil_record_get_day (period, SPIL_CLOSED_PERIOD_LAST)))
      return "closed already";
  }
  return !spil_record_is_null (period, SPIL_CLOSED_PERIOD_REOPENS) && openings > 1 ? "open already" : NULL;
}

// What is kept of a line at closing is what stands on it then.
static const char *
judge_closed_line (const Naive *self, SpilRecord *closed)
{
  SpilRecord *period = naive_find (self, spil_record_get_reference (closed, SPIL_CLOSED_LINE_PERIOD));
  SpilRecord *line = naive_find (self, spil_record_get_reference (closed, SPIL_CLOSED_LINE_LINE));
  int number = (int) spil_record_get_integer (line, SPIL_BUDGET_LINE_NUMBER);
  SpilDay last = spil_record_get_day (period, SPIL_CLOSED_PERIOD_LAST);

  return naive_sum (self, SPIL_ENTITY_COMMITMENT, number, last) !=
                     spil_record_get_integer (closed, SPIL_CLOSED_LINE_COMMITTED) ||
                 naive_sum (self, SPIL_ENTITY_ACTUAL, number, last) !=
                     spil_record_get_integer (closed, SPIL_CLOSED_LINE_ACTUAL)
             ? "closes on other figures"
             : NULL;
}

const char *
naive_judge (const Naive *self)
{
  const GArray *step = g_ptr_array_index (self->steps, self->n_done - 1);

  for (guint i = 0; i < step->len; i++) {
    const NaiveTouch *touch = &g_array_index (step, NaiveTouch, i);
    const char *why = NULL;

    switch (naive_entity_of (touch->after)) {
    case SPIL_ENTITY_RESERVATION:
    case SPIL_ENTITY_COMMITMENT:
    case SPIL_ENTITY_ACTUAL:
    case SPIL_ENTITY_FORECAST:
      why = judge_booking (self, touch->after);
      break;
    case SPIL_ENTITY_BUDGET_VERSION:
      why = judge_version (self, touch->after);
      break;
    case SPIL_ENTITY_BUDGET_LINE:
      why = judge_line (self, touch->before, touch->after);
      break;
    case SPIL_ENTITY_CLOSED_PERIOD:
      why = judge_closing (self, touch->after);
      break;
    case SPIL_ENTITY_CLOSED_LINE:
      why = judge_closed_line (self, touch->after);
      break;
    default:
      break;
    }
    if (why != NULL)
      return why;
  }
  return NULL;
}

/* Faults */

static const char *
find_booking_fault (const Naive *self, SpilRecord *row, gboolean *sure)
{
  const SpilRuleFields *fields = spil_rule_fields (row);
  g_autoptr (GPtrArray) rows = naive_list (self, naive_entity_of (row));
  int whole = 0;

  if (naive_takes_back (row) && naive_root_of (self, row) == NULL)
    return "an orphan";
  if (fields->draws != 0 && !spil_record_is_null (row, fields->draws) &&
      naive_find (self, spil_record_get_reference (row, fields->draws)) == NULL)
    return "draws on nothing";
  for (guint i = 0; i < rows->len; i++) {
    SpilRecord *original = naive_original_of (self, rows->pdata[i]);

    if (original == row && !naive_is_release (rows->pdata[i]))
      whole++;
    else if (original != NULL && naive_original_of (self, original) == row && !naive_is_release (original))
      whole--;
    if (original == row && naive_is_release (rows->pdata[i]) &&
        naive_net_of (self, row, SPIL_DAY_NONE) < naive_used_of (self, row, SPIL_DAY_NONE))
      *sure = FALSE;
  }
  return !naive_takes_back (row) && whole > 1 ? "taken back twice" : NULL;
}

// A period that is closed now: of the same days, only the first counts.
static gboolean
counts_closed (const Naive *self, SpilRecord *period)
{
  g_autoptr (GPtrArray) periods = naive_list (self, SPIL_ENTITY_CLOSED_PERIOD);
  SpilId id = spil_record_get_id (period);

  if (!spil_record_is_null (period, SPIL_CLOSED_PERIOD_REOPENS) || naive_is_reopened (self, period))
    return FALSE;
  for (guint i = 0; i < periods->len; i++) {
    SpilRecord *other = periods->pdata[i];
    SpilId other_id = spil_record_get_id (other);

    if (spil_record_is_null (other, SPIL_CLOSED_PERIOD_REOPENS) && !naive_is_reopened (self, other) &&
        memcmp (&other_id, &id, sizeof id) < 0 &&
        spil_value_equal (spil_record_get (other, SPIL_CLOSED_PERIOD_FIRST),
                          spil_record_get (period, SPIL_CLOSED_PERIOD_FIRST)) &&
        spil_value_equal (spil_record_get (other, SPIL_CLOSED_PERIOD_LAST),
                          spil_record_get (period, SPIL_CLOSED_PERIOD_LAST)))
      return FALSE;
  }
  return TRUE;
}

static const char *
find_closing_fault (const Naive *self, SpilRecord *closed)
{
  SpilRecord *period = naive_find (self, spil_record_get_reference (closed, SPIL_CLOSED_LINE_PERIOD));
  SpilRecord *line = naive_find (self, spil_record_get_reference (closed, SPIL_CLOSED_LINE_LINE));

  return period != NULL && line != NULL && counts_closed (self, period) ? judge_closed_line (self, closed)
                                                                        : NULL;
}

static const char *
find_room_fault (const Naive *self)
{
  SpilRecord *current = naive_current (self, spil_day_today ());

  for (int number = 1; current != NULL && number <= 9; number++) {
    SpilRecord *line = naive_line (self, current, number);
    NaiveFigures figures;

    if (line == NULL || spil_record_get_boolean (line, SPIL_BUDGET_LINE_OUTSIDE))
      continue;
    figures = naive_figures (self, line, SPIL_DAY_NONE);
    if (figures.open + figures.actual > figures.budget && !figures.decided)
      return "over budget";
  }
  return NULL;
}

// Whether the version that @version changes is one that @current, or one that it came from, changes too, while it is none of these itself.
static gboolean
is_rival (const Naive *self, SpilRecord *version, SpilRecord *current)
{
  SpilId base = spil_record_get_reference (version, SPIL_BUDGET_VERSION_REPLACES);
  gboolean shares = FALSE;

  if (spil_id_is_nil (base) || spil_record_is_null (version, SPIL_BUDGET_VERSION_DATE) ||
      !spil_record_is_null (version, SPIL_BUDGET_VERSION_WITHDRAWN))
    return FALSE;
  while (current != NULL) {
    SpilId replaced = spil_record_get_reference (current, SPIL_BUDGET_VERSION_REPLACES);

    if (current == version)
      return FALSE;
    shares = shares || spil_id_equal (replaced, base);
    current = naive_find (self, replaced);
  }
  return shares;
}

static const char *
find_rival_fault (const Naive *self)
{
  g_autoptr (GPtrArray) versions = naive_list (self, SPIL_ENTITY_BUDGET_VERSION);
  SpilRecord *current = naive_current (self, spil_day_today ());

  for (guint i = 0; i < versions->len; i++)
    if (is_rival (self, versions->pdata[i], current))
      return "two versions change the same one";
  return NULL;
}

const char *
naive_fault (const Naive *self, gboolean *sure)
{
  const char *room = find_room_fault (self);
  const char *fault = room != NULL ? room : find_rival_fault (self);

  *sure = TRUE;
  for (guint i = 0; i < self->rows->len; i++) {
    const NaiveRow *row = &g_array_index (self->rows, NaiveRow, i);
    int entity = naive_entity_of (row->record);
    const char *found = NULL;

    if (row->dead)
      continue;
    if (entity == SPIL_ENTITY_RESERVATION || entity == SPIL_ENTITY_COMMITMENT ||
        entity == SPIL_ENTITY_ACTUAL || entity == SPIL_ENTITY_FORECAST)
      found = find_booking_fault (self, row->record, sure);
    else if (entity == SPIL_ENTITY_CLOSED_LINE)
      found = find_closing_fault (self, row->record);
    if (found != NULL)
      fault = found;
  }
  return fault;
}
