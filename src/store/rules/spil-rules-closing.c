// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
//
// A closed period takes no bookings. What another laptop booked in it before it knew is kept: the figures at closing show the difference.
#include <glib/gi18n-lib.h>

#include "spil-rule-fields.h"
#include "spil-closing-query.h"
#include "spil-read.h"
#include "spil-rules.h"

gboolean
spil_rule_open_days (SpilStore *store, GPtrArray *rows, gboolean at_rest, GError **error)
{
  g_autoptr (GArray) periods = at_rest ? NULL : spil_closing_query (store, error);
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
  return spil_rule_refuse (g_strdup_printf (_ ("%s is open again already: there is nothing to open."),
                                            spil_record_get_title (record)),
                           error);
}

static gboolean
take_closing (SpilStatement *row, gpointer user_data)
{
  *(SpilClosedPeriod *) user_data = (SpilClosedPeriod) { .name = g_strdup (spil_statement_get_text (row, 0)),
                                                         .closed_on = spil_get_day (row, 1) };
  return FALSE;
}

// Whether a period that was closed before covers all of this one.
static gboolean
check_closing (SpilStore *store, SpilRecord *record, GError **error)
{
  static const char sql[] =
      "SELECT name, closed_on FROM closed_period p WHERE dead = 0 AND programme = ?1 AND reopens IS NULL AND id <> ?2"
      " AND first <= ?3 AND last >= ?4"
      " AND NOT EXISTS (SELECT 1 FROM closed_period r WHERE r.reopens = p.id AND r.dead = 0) LIMIT 1";
  const SpilGiven parameters[] = { SPIL_GIVE_ID (spil_record_get_id (record)),
                                   spil_give_day (spil_record_get_day (record, SPIL_CLOSED_PERIOD_FIRST)),
                                   spil_give_day (spil_record_get_day (record, SPIL_CLOSED_PERIOD_LAST)) };
  SpilClosedPeriod period = { .name = NULL };
  g_autofree char *name = NULL;
  g_autofree char *day = NULL;

  if (!spil_read_each (store, sql, parameters, G_N_ELEMENTS (parameters), take_closing, &period, error))
    return FALSE;
  name = period.name;
  if (name == NULL)
    return TRUE;
  day = spil_day_format_long (period.closed_on);
  return spil_rule_refuse (
      g_strdup_printf (_ ("%s is closed already, since %s (%s)."), spil_record_get_title (record), day, name),
      error);
}

gboolean
spil_rule_closings (SpilStore *store, GPtrArray *rows, gboolean at_rest, GError **error)
{
  for (guint i = 0; !at_rest && i < rows->len; i++) {
    SpilRecord *record = ((const SpilRuledRow *) g_ptr_array_index (rows, i))->after;

    if (record != NULL &&
        !(spil_record_is_null (record, SPIL_CLOSED_PERIOD_REOPENS) ? check_closing (store, record, error)
                                                                   : check_opening (store, record, error)))
      return FALSE;
  }
  return TRUE;
}
