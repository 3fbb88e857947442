// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
//
// A closed period takes no bookings. What another laptop booked in it before it knew is kept: the figures at closing show the difference.
#include <glib/gi18n-lib.h>

#include "spil-rule-fields.h"
#include "spil-closing-rule.h"
#include "spil-read.h"
#include "spil-rules.h"

static gboolean
take_period (SpilStatement *row, gpointer user_data)
{
  SpilClosedPeriod period = { .id = spil_statement_get_id (row, 0),
                              .name = g_strdup (spil_statement_get_text (row, 1)),
                              .first = spil_get_day (row, 2),
                              .last = spil_get_day (row, 3),
                              .closed_on = spil_get_day (row, 4) };

  g_array_append_val ((GArray *) user_data, period);
  return TRUE;
}

// The periods that are closed now, those in @but left out: they were not when the change began.
static GArray *
read_closed (SpilStore *store, GPtrArray *but, GError **error)
{
  static const char sql[] =
      "SELECT id, name, first, last, closed_on FROM closed_period p WHERE dead = 0 AND programme = ?1"
      " AND reopens IS NULL AND NOT EXISTS (SELECT 1 FROM closed_period r WHERE r.reopens = p.id AND r.dead = 0)"
      " ORDER BY first, last, id";
  g_autoptr (GArray) periods = g_array_new (FALSE, FALSE, sizeof (SpilClosedPeriod));

  g_array_set_clear_func (periods, spil_closed_period_clear);
  if (!spil_read_each (store, sql, NULL, 0, take_period, periods, error))
    return NULL;
  for (guint i = periods->len; i-- > 0;)
    for (guint j = 0; but != NULL && j < but->len; j++) {
      const SpilRuledRow *row = g_ptr_array_index (but, j);

      if (row->after != NULL &&
          spil_id_equal (spil_record_get_id (row->after), g_array_index (periods, SpilClosedPeriod, i).id)) {
        g_array_remove_index (periods, i);
        break;
      }
    }
  return g_steal_pointer (&periods);
}

gboolean
spil_rule_open_days (SpilStore *store, GPtrArray *rows, gboolean at_rest, GError **error)
{
  g_autoptr (GArray) periods = at_rest ? NULL : read_closed (store, NULL, error);
  const SpilClosedPeriod *closed;

  if (at_rest || periods == NULL)
    return at_rest;
  closed = (const SpilClosedPeriod *) (gpointer) periods->data;
  for (guint i = 0; i < rows->len; i++) {
    const SpilRuledRow *row = g_ptr_array_index (rows, i);
    const SpilRuleFields *fields;
    const SpilClosedPeriod *period;
    SpilDay date;

    if (row->before != NULL || row->after == NULL)
      continue;
    fields = spil_rule_fields (row->after);
    // What was expected in a quarter that is closed can still be taken off.
    if (fields->entity == SPIL_ENTITY_FORECAST && !spil_record_is_null (row->after, fields->reverses))
      continue;
    date = spil_record_get_day (row->after, fields->date);
    period = spil_closing_find (closed, periods->len, date);
    if (period != NULL)
      return spil_rule_refuse (
          spil_closing_dup_refusal (period, date,
                                    spil_closing_open_day (closed, periods->len, date, spil_day_today ())),
          error);
  }
  return TRUE;
}

static gboolean
check_opening (SpilStore *store, SpilRecord *record, GError **error)
{
  const SpilGiven parameters[] = { SPIL_GIVE_ID (
      spil_record_get_reference (record, SPIL_CLOSED_PERIOD_REOPENS)) };
  int64_t openings;

  if (!spil_read_integer (store, "SELECT count (*) FROM closed_period WHERE dead = 0 AND reopens = ?2",
                          parameters, G_N_ELEMENTS (parameters), &openings, error))
    return FALSE;
  if (openings <= 1)
    return TRUE;
  return spil_rule_refuse (g_strdup_printf (
      _ ("%s is open again already: there is nothing to open."), spil_record_get_title (record)), error);
}

// Whether a period that was closed already covers all of this one.
static gboolean
check_closing (const GArray *closed, SpilRecord *record, GError **error)
{
  SpilDay first = spil_record_get_day (record, SPIL_CLOSED_PERIOD_FIRST);
  SpilDay last = spil_record_get_day (record, SPIL_CLOSED_PERIOD_LAST);

  for (guint i = 0; i < closed->len; i++) {
    const SpilClosedPeriod *period = &g_array_index (closed, SpilClosedPeriod, i);
    g_autofree char *day = NULL;

    if (spil_day_compare (period->first, first) > 0 || spil_day_compare (period->last, last) < 0)
      continue;
    day = spil_day_format_long (period->closed_on);
    return spil_rule_refuse (g_strdup_printf (
        _ ("%s is closed already, since %s (%s)."), spil_record_get_title (record), day, period->name), error);
  }
  return TRUE;
}

gboolean
spil_rule_closings (SpilStore *store, GPtrArray *rows, gboolean at_rest, GError **error)
{
  g_autoptr (GArray) closed = at_rest ? NULL : read_closed (store, rows, error);

  if (at_rest || closed == NULL)
    return at_rest;
  for (guint i = 0; i < rows->len; i++) {
    SpilRecord *record = ((const SpilRuledRow *) g_ptr_array_index (rows, i))->after;

    if (record != NULL &&
        !(spil_record_is_null (record, SPIL_CLOSED_PERIOD_REOPENS) ? check_closing (closed, record, error)
                                                                   : check_opening (store, record, error)))
      return FALSE;
  }
  return TRUE;
}
