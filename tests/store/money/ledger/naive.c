// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "naive-private.h"

#include <string.h>

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

int
naive_entity_of (SpilRecord *record)
{
  return spil_record_get_entity (record)->number;
}

GPtrArray *
naive_list (const Naive *self, int entity)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < self->rows->len; i++) {
    const NaiveRow *row = &g_array_index (self->rows, NaiveRow, i);

    if (!row->dead && naive_entity_of (row->record) == entity)
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

int
naive_number_of (const Naive *self, SpilRecord *booking)
{
  // Also of a version that was undone elsewhere: what was booked on it stays.
  NaiveRow *line = get_row (self, spil_record_get_reference (booking, spil_rule_fields (booking)->line));

  return line != NULL ? (int) spil_record_get_integer (line->record, SPIL_BUDGET_LINE_NUMBER) : -1;
}

SpilRecord *
naive_original_of (const Naive *self, SpilRecord *booking)
{
  return naive_find (self, spil_record_get_reference (booking, spil_rule_fields (booking)->reverses));
}

gboolean
naive_takes_back (SpilRecord *booking)
{
  return !spil_record_is_null (booking, spil_rule_fields (booking)->reverses);
}

// The booking that all of it is about; NULL when that is gone.
SpilRecord *
naive_root_of (const Naive *self, SpilRecord *booking)
{
  for (int i = 0; booking != NULL && naive_takes_back (booking); i++)
    booking = i < 2 ? naive_original_of (self, booking) : NULL;
  return booking;
}

gboolean
naive_is_release (SpilRecord *booking)
{
  return naive_entity_of (booking) == SPIL_ENTITY_COMMITMENT &&
         spil_record_get_boolean (booking, SPIL_COMMITMENT_RELEASE);
}

int64_t
naive_amount_of (SpilRecord *booking)
{
  return spil_record_get_integer (booking, spil_rule_fields (booking)->amount);
}

int64_t
naive_net_of (const Naive *self, SpilRecord *root, SpilDay day)
{
  g_autoptr (GPtrArray) rows = naive_list (self, naive_entity_of (root));
  int64_t sum = 0;

  for (guint i = 0; i < rows->len; i++)
    if (is_before (rows->pdata[i], spil_rule_fields (root), day) &&
        naive_root_of (self, rows->pdata[i]) == root)
      sum += naive_amount_of (rows->pdata[i]);
  return sum;
}

// What draws on @root: itself, or by what it takes back.
int64_t
naive_used_of (const Naive *self, SpilRecord *root, SpilDay day)
{
  gboolean commitment = naive_entity_of (root) == SPIL_ENTITY_COMMITMENT;
  g_autoptr (GPtrArray) rows = naive_list (self, commitment ? SPIL_ENTITY_ACTUAL : SPIL_ENTITY_COMMITMENT);
  int64_t sum = 0;

  for (guint i = 0; i < rows->len; i++) {
    SpilRecord *row = rows->pdata[i];
    const SpilRuleFields *fields = spil_rule_fields (row);
    SpilRecord *original = naive_original_of (self, row);
    SpilRecord *names = spil_record_is_null (row, fields->draws) && original != NULL ? original : row;

    if (is_before (row, fields, day) && !naive_is_release (row) &&
        (original == NULL || !naive_is_release (original)) &&
        spil_id_equal (spil_record_get_reference (names, fields->draws), spil_record_get_id (root)))
      sum += naive_amount_of (row);
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

      if (naive_number_of (self, row) != number || (e < 3 && !is_before (row, fields, day)))
        continue;
      figures.decided |= fields->decision != 0 && !spil_record_is_null (row, fields->decision);
      if (entities[e] == SPIL_ENTITY_ACTUAL)
        figures.actual += naive_amount_of (row);
      else if (entities[e] == SPIL_ENTITY_FORECAST)
        figures.forecast += naive_amount_of (row);
      if (e >= 2 || naive_takes_back (row))
        continue;
      net = naive_net_of (self, row, day);
      used = naive_used_of (self, row, day);
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
    if (naive_number_of (self, rows->pdata[i]) == number &&
        is_before (rows->pdata[i], spil_rule_fields (rows->pdata[i]), day))
      sum += naive_amount_of (rows->pdata[i]);
  return sum;
}

gboolean
naive_is_proposal (SpilRecord *version)
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

    if (naive_is_proposal (version) || !spil_record_is_null (version, SPIL_BUDGET_VERSION_WITHDRAWN) ||
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

gboolean
naive_is_reopened (const Naive *self, SpilRecord *period)
{
  g_autoptr (GPtrArray) periods = naive_list (self, SPIL_ENTITY_CLOSED_PERIOD);

  for (guint i = 0; i < periods->len; i++)
    if (spil_id_equal (spil_record_get_reference (periods->pdata[i], SPIL_CLOSED_PERIOD_REOPENS),
                       spil_record_get_id (period)))
      return TRUE;
  return FALSE;
}

gboolean
naive_covers (const Naive *self, SpilRecord *period, SpilDay first, SpilDay last)
{
  return spil_record_is_null (period, SPIL_CLOSED_PERIOD_REOPENS) && !naive_is_reopened (self, period) &&
         spil_day_compare (spil_record_get_day (period, SPIL_CLOSED_PERIOD_FIRST), first) <= 0 &&
         spil_day_compare (spil_record_get_day (period, SPIL_CLOSED_PERIOD_LAST), last) >= 0;
}

gboolean
naive_is_closed (const Naive *self, SpilDay day)
{
  g_autoptr (GPtrArray) periods = naive_list (self, SPIL_ENTITY_CLOSED_PERIOD);

  for (guint i = 0; i < periods->len; i++)
    if (naive_covers (self, periods->pdata[i], day, day))
      return TRUE;
  return FALSE;
}
