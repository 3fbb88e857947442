// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "naive.h"

#include "spil-rule-fields.h"

#include <string.h>

typedef struct
{
  guint place;
  SpilRecord *before; // owned; NULL: added
  SpilRecord *after; // owned
} NaiveTouch;

static void
clear_row (gpointer data)
{
  g_clear_object (&((NaiveRow *) data)->record);
}

static void
clear_touch (gpointer data)
{
  NaiveTouch *touch = data;

  g_clear_object (&touch->before);
  g_clear_object (&touch->after);
}

Naive *
naive_new (int laptop)
{
  Naive *self = g_new0 (Naive, 1);

  self->laptop = laptop;
  self->rows = g_array_new (FALSE, FALSE, sizeof (NaiveRow));
  g_array_set_clear_func (self->rows, clear_row);
  self->places = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, NULL);
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  return self;
}

void
naive_free (Naive *self)
{
  g_array_unref (self->rows);
  g_hash_table_unref (self->places);
  g_ptr_array_unref (self->steps);
  g_free (self);
}

static NaiveRow *
get_row (const Naive *self, SpilId id)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, &id));

  return place > 0 ? &g_array_index (self->rows, NaiveRow, place - 1) : NULL;
}

static guint
add_row (Naive *self, SpilRecord *record, int owner, gboolean dead)
{
  NaiveRow row = { g_object_ref (record), owner, dead };
  SpilId id = spil_record_get_id (record);

  g_array_append_val (self->rows, row);
  g_hash_table_insert (self->places, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (self->rows->len));
  return self->rows->len - 1;
}

SpilRecord *
naive_find (const Naive *self, SpilId id)
{
  NaiveRow *row = get_row (self, id);

  return row != NULL && !row->dead ? row->record : NULL;
}

gboolean
naive_owns (const Naive *self, SpilId id)
{
  NaiveRow *row = get_row (self, id);

  return row != NULL && row->owner == self->laptop;
}

static int
entity_of (SpilRecord *record)
{
  return spil_record_get_entity (record)->number;
}

GPtrArray *
naive_list (const Naive *self, int entity)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < self->rows->len; i++) {
    const NaiveRow *row = &g_array_index (self->rows, NaiveRow, i);

    if (!row->dead && entity_of (row->record) == entity)
      g_ptr_array_add (list, row->record);
  }
  return list;
}

void
naive_take (Naive *self, SpilAction *action)
{
  GArray *step = g_array_new (FALSE, FALSE, sizeof (NaiveTouch));

  g_array_set_clear_func (step, clear_touch);
  for (guint i = 0; i < action->changes->len; i++) {
    const SpilChange *change = g_ptr_array_index (action->changes, i);
    NaiveRow *row = change->kind == SPIL_CHANGE_SET ? get_row (self, change->id) : NULL;
    SpilRecord *record = row != NULL ? spil_record_copy (row->record)
                                     : spil_record_new (change->entity, change->id);
    NaiveTouch touch = { .after = record };

    g_assert_true (change->kind == SPIL_CHANGE_ADD || row != NULL);
    for (guint j = 0; j < change->assignments->len; j++) {
      const SpilAssignment *assignment = &g_array_index (change->assignments, SpilAssignment, j);

      spil_record_set (record, assignment->field, &assignment->value);
    }
    if (row != NULL) {
      touch.before = g_steal_pointer (&row->record);
      row->record = g_object_ref (record);
      touch.place = (guint) (row - (NaiveRow *) (gpointer) self->rows->data);
    } else {
      touch.place = add_row (self, record, self->laptop, FALSE);
    }
    g_array_append_val (step, touch);
  }
  g_ptr_array_set_size (self->steps, (int) self->n_done);
  g_ptr_array_add (self->steps, step);
  self->n_done++;
}

static void
replace (SpilRecord **at, SpilRecord *with)
{
  g_object_ref (with);
  g_object_unref (*at);
  *at = with;
}

static void
turn (Naive *self, const GArray *step, gboolean back)
{
  for (guint i = 0; i < step->len; i++) {
    const NaiveTouch *touch = &g_array_index (step, NaiveTouch, i);
    NaiveRow *row = &g_array_index (self->rows, NaiveRow, touch->place);

    if (touch->before == NULL)
      row->dead = back;
    else
      replace (&row->record, back ? touch->before : touch->after);
  }
}

void
naive_drop (Naive *self)
{
  g_assert_cmpuint (self->n_done, >, 0);
  naive_undo (self);
  g_ptr_array_set_size (self->steps, (int) self->n_done);
}

gboolean
naive_can_undo (const Naive *self)
{
  return self->n_done > 0;
}

gboolean
naive_can_redo (const Naive *self)
{
  return self->n_done < self->steps->len;
}

void
naive_undo (Naive *self)
{
  turn (self, g_ptr_array_index (self->steps, --self->n_done), TRUE);
}

void
naive_redo (Naive *self)
{
  turn (self, g_ptr_array_index (self->steps, self->n_done++), FALSE);
}

void
naive_meet (Naive **all, int n)
{
  for (int from = 0; from < n; from++)
    for (int to = 0; to < n; to++)
      for (guint i = 0; from != to && i < all[from]->rows->len; i++) {
        const NaiveRow *row = &g_array_index (all[from]->rows, NaiveRow, i);
        NaiveRow *known = get_row (all[to], spil_record_get_id (row->record));

        if (row->owner != from)
          continue;
        if (known == NULL) {
          add_row (all[to], row->record, row->owner, row->dead);
        } else {
          replace (&known->record, row->record);
          known->dead = row->dead;
        }
      }
}

/* Figures */

static gboolean
is_before (SpilRecord *record, const SpilRuleFields *fields, SpilDay day)
{
  return !spil_day_is_known (day) || spil_day_compare (spil_record_get_day (record, fields->date), day) <= 0;
}

static int
number_of (const Naive *self, SpilRecord *booking)
{
  // Also of a version that was undone elsewhere: what was booked on it stays.
  NaiveRow *line = get_row (self, spil_record_get_reference (booking, spil_rule_fields (booking)->line));

  return line != NULL ? (int) spil_record_get_integer (line->record, SPIL_BUDGET_LINE_NUMBER) : -1;
}

static SpilRecord *
original_of (const Naive *self, SpilRecord *booking)
{
  return naive_find (self, spil_record_get_reference (booking, spil_rule_fields (booking)->reverses));
}

static gboolean
takes_back (SpilRecord *booking)
{
  return !spil_record_is_null (booking, spil_rule_fields (booking)->reverses);
}

// The booking that all of it is about; NULL when that is gone.
static SpilRecord *
root_of (const Naive *self, SpilRecord *booking)
{
  for (int i = 0; booking != NULL && takes_back (booking); i++)
    booking = i < 2 ? original_of (self, booking) : NULL;
  return booking;
}

static gboolean
is_release (SpilRecord *booking)
{
  return entity_of (booking) == SPIL_ENTITY_COMMITMENT &&
         spil_record_get_boolean (booking, SPIL_COMMITMENT_RELEASE);
}

static int64_t
amount_of (SpilRecord *booking)
{
  return spil_record_get_integer (booking, spil_rule_fields (booking)->amount);
}

static int64_t
net_of (const Naive *self, SpilRecord *root, SpilDay day)
{
  g_autoptr (GPtrArray) rows = naive_list (self, entity_of (root));
  int64_t sum = 0;

  for (guint i = 0; i < rows->len; i++)
    if (is_before (rows->pdata[i], spil_rule_fields (root), day) && root_of (self, rows->pdata[i]) == root)
      sum += amount_of (rows->pdata[i]);
  return sum;
}

// What draws on @root: itself, or by what it takes back.
static int64_t
used_of (const Naive *self, SpilRecord *root, SpilDay day)
{
  gboolean commitment = entity_of (root) == SPIL_ENTITY_COMMITMENT;
  g_autoptr (GPtrArray) rows = naive_list (self, commitment ? SPIL_ENTITY_ACTUAL : SPIL_ENTITY_COMMITMENT);
  int64_t sum = 0;

  for (guint i = 0; i < rows->len; i++) {
    SpilRecord *row = rows->pdata[i];
    const SpilRuleFields *fields = spil_rule_fields (row);
    SpilRecord *original = original_of (self, row);
    SpilRecord *names = spil_record_is_null (row, fields->draws) && original != NULL ? original : row;

    if (is_before (row, fields, day) && !is_release (row) && (original == NULL || !is_release (original)) &&
        spil_id_equal (spil_record_get_reference (names, fields->draws), spil_record_get_id (root)))
      sum += amount_of (row);
  }
  return sum;
}

NaiveFigures
naive_figures (const Naive *self, SpilRecord *line, SpilDay day)
{
  static const int entities[] = { SPIL_ENTITY_RESERVATION, SPIL_ENTITY_COMMITMENT, SPIL_ENTITY_ACTUAL,
                                  SPIL_ENTITY_FORECAST };
  int number = (int) spil_record_get_integer (line, SPIL_BUDGET_LINE_NUMBER);
  NaiveFigures figures = { .budget = spil_record_get_integer (line, SPIL_BUDGET_LINE_AMOUNT) };

  for (gsize e = 0; e < G_N_ELEMENTS (entities); e++) {
    g_autoptr (GPtrArray) rows = naive_list (self, entities[e]);

    for (guint i = 0; i < rows->len; i++) {
      SpilRecord *row = rows->pdata[i];
      const SpilRuleFields *fields = spil_rule_fields (row);
      int64_t net;
      int64_t used;

      if (number_of (self, row) != number || (e < 3 && !is_before (row, fields, day)))
        continue;
      figures.decided |= fields->decision != 0 && !spil_record_is_null (row, fields->decision);
      if (entities[e] == SPIL_ENTITY_ACTUAL)
        figures.actual += amount_of (row);
      else if (entities[e] == SPIL_ENTITY_FORECAST)
        figures.forecast += amount_of (row);
      if (e >= 2 || takes_back (row))
        continue;
      net = net_of (self, row, day);
      used = used_of (self, row, day);
      if (entities[e] == SPIL_ENTITY_RESERVATION) {
        figures.reserved += MAX (0, net - used);
      } else {
        figures.committed += net;
        figures.drawn += used;
        figures.open += MAX (0, net - used);
      }
    }
  }
  return figures;
}

int64_t
naive_sum (const Naive *self, int entity, int number, SpilDay day)
{
  g_autoptr (GPtrArray) rows = naive_list (self, entity);
  int64_t sum = 0;

  for (guint i = 0; i < rows->len; i++)
    if (number_of (self, rows->pdata[i]) == number &&
        is_before (rows->pdata[i], spil_rule_fields (rows->pdata[i]), day))
      sum += amount_of (rows->pdata[i]);
  return sum;
}

static gboolean
is_proposal (SpilRecord *version)
{
  return spil_record_get_boolean (version, SPIL_BUDGET_VERSION_PROPOSAL) &&
         spil_record_is_null (version, SPIL_BUDGET_VERSION_DATE);
}

SpilRecord *
naive_current (const Naive *self, SpilDay day)
{
  g_autoptr (GPtrArray) versions = naive_list (self, SPIL_ENTITY_BUDGET_VERSION);
  SpilRecord *current = NULL;

  for (guint i = 0; i < versions->len; i++) {
    SpilRecord *version = versions->pdata[i];
    SpilDay date = spil_record_get_day (version, SPIL_BUDGET_VERSION_DATE);
    SpilId one = spil_record_get_id (version);
    SpilId other = current != NULL ? spil_record_get_id (current) : SPIL_ID_NIL;
    int order = current == NULL
                    ? 1
                    : spil_day_compare (date, spil_record_get_day (current, SPIL_BUDGET_VERSION_DATE));

    if (is_proposal (version) || !spil_record_is_null (version, SPIL_BUDGET_VERSION_WITHDRAWN) ||
        spil_day_compare (date, day) > 0)
      continue;
    if (order > 0 || (order == 0 && memcmp (&one, &other, sizeof one) > 0))
      current = version;
  }
  return current;
}

SpilRecord *
naive_line (const Naive *self, SpilRecord *version, int number)
{
  g_autoptr (GPtrArray) lines = naive_list (self, SPIL_ENTITY_BUDGET_LINE);

  for (guint i = 0; i < lines->len; i++)
    if (spil_record_get_integer (lines->pdata[i], SPIL_BUDGET_LINE_NUMBER) == number &&
        spil_id_equal (spil_record_get_reference (lines->pdata[i], SPIL_BUDGET_LINE_VERSION),
                       spil_record_get_id (version)))
      return lines->pdata[i];
  return NULL;
}

/* Closed periods */

static gboolean
is_reopened (const Naive *self, SpilRecord *period)
{
  g_autoptr (GPtrArray) periods = naive_list (self, SPIL_ENTITY_CLOSED_PERIOD);

  for (guint i = 0; i < periods->len; i++)
    if (spil_id_equal (spil_record_get_reference (periods->pdata[i], SPIL_CLOSED_PERIOD_REOPENS),
                       spil_record_get_id (period)))
      return TRUE;
  return FALSE;
}

static gboolean
covers (const Naive *self, SpilRecord *period, SpilDay first, SpilDay last)
{
  return spil_record_is_null (period, SPIL_CLOSED_PERIOD_REOPENS) && !is_reopened (self, period) &&
         spil_day_compare (spil_record_get_day (period, SPIL_CLOSED_PERIOD_FIRST), first) <= 0 &&
         spil_day_compare (spil_record_get_day (period, SPIL_CLOSED_PERIOD_LAST), last) >= 0;
}

gboolean
naive_is_closed (const Naive *self, SpilDay day)
{
  g_autoptr (GPtrArray) periods = naive_list (self, SPIL_ENTITY_CLOSED_PERIOD);

  for (guint i = 0; i < periods->len; i++)
    if (covers (self, periods->pdata[i], day, day))
      return TRUE;
  return FALSE;
}

/* Rules */

static const char *
judge_reversal (const Naive *self, SpilRecord *row)
{
  const SpilRuleFields *fields = spil_rule_fields (row);
  SpilRecord *original = original_of (self, row);
  g_autoptr (GPtrArray) rows = naive_list (self, entity_of (row));
  int whole = 0;
  int whole_of_root = 0;

  if (original == NULL)
    return "nothing to take back";
  for (guint i = 0; i < rows->len; i++) {
    SpilRecord *other = rows->pdata[i];

    whole += !is_release (other) && original_of (self, other) == original;
    whole_of_root += !is_release (other) && takes_back (original) &&
                     original_of (self, other) == original_of (self, original) &&
                     original_of (self, original) != NULL;
  }
  if (takes_back (original) &&
      (original_of (self, original) == NULL || takes_back (original_of (self, original)) ||
       (!is_release (original) && whole_of_root < 2)))
    return "takes back what takes back";
  if (number_of (self, row) != number_of (self, original) ||
      (naive_find (self, spil_record_get_reference (original, fields->line)) != NULL &&
       !spil_value_equal (spil_record_get (row, fields->line), spil_record_get (original, fields->line))) ||
      !spil_value_equal (spil_record_get (row, fields->vat), spil_record_get (original, fields->vat)))
    return "other line or note";
  if (is_release (row))
    return net_of (self, original, SPIL_DAY_NONE) < used_of (self, original, SPIL_DAY_NONE) ||
                   amount_of (row) >= 0
               ? "more than was open"
               : NULL;
  if (amount_of (row) != -amount_of (original))
    return "not the opposite";
  if (whole > 1)
    return "taken back twice";
  if (entity_of (row) == SPIL_ENTITY_COMMITMENT && !takes_back (original) &&
      net_of (self, original, SPIL_DAY_NONE) < 0)
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

  if (is_proposal (version) || !spil_record_is_null (version, SPIL_BUDGET_VERSION_WITHDRAWN))
    return "a proposal";
  if (fields->draws == 0 || spil_record_is_null (row, fields->draws))
    return NULL;
  from = naive_find (self, spil_record_get_reference (row, fields->draws));
  if (from == NULL || takes_back (from) || number_of (self, from) != number_of (self, row) ||
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
  SpilRecord *line = current != NULL ? naive_line (self, current, number_of (self, row)) : NULL;
  NaiveFigures figures;

  if (line == NULL)
    line = naive_find (self, spil_record_get_reference (row, fields->line));
  if (spil_record_get_integer (row, fields->vat) != spil_record_get_integer (line, SPIL_BUDGET_LINE_VAT))
    return "other VAT note";
  if (amount_of (row) <= 0 || !spil_record_is_null (row, fields->decision) ||
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
  why = takes_back (row) ? judge_reversal (self, row) : judge_drawing (self, row);
  if (fields->draws != 0 && !spil_record_is_null (row, fields->draws) &&
      naive_find (self, spil_record_get_reference (row, fields->draws)) == NULL)
    return "names what is gone";
  if (!(fields->entity == SPIL_ENTITY_FORECAST && takes_back (row)) &&
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

  if (is_proposal (version))
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

  if (is_proposal (version) ||
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
        covers (self, periods->pdata[i], spil_record_get_day (period, SPIL_CLOSED_PERIOD_FIRST),
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

    switch (entity_of (touch->after)) {
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
  g_autoptr (GPtrArray) rows = naive_list (self, entity_of (row));
  int whole = 0;

  if (takes_back (row) && root_of (self, row) == NULL)
    return "an orphan";
  if (fields->draws != 0 && !spil_record_is_null (row, fields->draws) &&
      naive_find (self, spil_record_get_reference (row, fields->draws)) == NULL)
    return "draws on nothing";
  for (guint i = 0; i < rows->len; i++) {
    SpilRecord *original = original_of (self, rows->pdata[i]);

    if (original == row && !is_release (rows->pdata[i]))
      whole++;
    else if (original != NULL && original_of (self, original) == row && !is_release (original))
      whole--;
    if (original == row && is_release (rows->pdata[i]) &&
        net_of (self, row, SPIL_DAY_NONE) < used_of (self, row, SPIL_DAY_NONE))
      *sure = FALSE;
  }
  return !takes_back (row) && whole > 1 ? "taken back twice" : NULL;
}

// A period that is closed now: of the same days, only the first counts.
static gboolean
counts_closed (const Naive *self, SpilRecord *period)
{
  g_autoptr (GPtrArray) periods = naive_list (self, SPIL_ENTITY_CLOSED_PERIOD);
  SpilId id = spil_record_get_id (period);

  if (!spil_record_is_null (period, SPIL_CLOSED_PERIOD_REOPENS) || is_reopened (self, period))
    return FALSE;
  for (guint i = 0; i < periods->len; i++) {
    SpilRecord *other = periods->pdata[i];
    SpilId other_id = spil_record_get_id (other);

    if (spil_record_is_null (other, SPIL_CLOSED_PERIOD_REOPENS) && !is_reopened (self, other) &&
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

const char *
naive_fault (const Naive *self, gboolean *sure)
{
  const char *fault = find_room_fault (self);

  *sure = TRUE;
  for (guint i = 0; i < self->rows->len; i++) {
    const NaiveRow *row = &g_array_index (self->rows, NaiveRow, i);
    int entity = entity_of (row->record);
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
