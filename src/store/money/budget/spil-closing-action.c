// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-booking-private.h"
#include "spil-budget-action.h"
#include "spil-budget-private.h"
#include "spil-closing-private.h"
#include "spil-closing-query.h"
#include "spil-store-private.h"

#include <glib/gi18n-lib.h>

static gboolean
take_day (SpilStatement *row, gpointer user_data)
{
  *(SpilDay *) user_data = spil_get_day (row, 0);
  return FALSE;
}

/* The first day before @first with a booking that is in no closed period; SPIL_DAY_NONE when there is none. */
static gboolean
find_open_day (SpilStore *store, SpilDay first, SpilDay *day, GError **error)
{
#define FIRST_SQL(table)                                                                                     \
  "SELECT min (b.date) AS date FROM " table " b WHERE b.dead = 0 AND b.programme = ?1 AND b.date < ?2"        \
  " AND NOT EXISTS (SELECT 1 FROM closed_period p WHERE p.programme = ?1 AND b.date BETWEEN p.first AND p.last AND " SPIL_CLOSED_SQL ( \
      "p") ")"
  static const char sql[] = "SELECT min (date) FROM (" FIRST_SQL ("commitment") " UNION ALL " FIRST_SQL (
      "actual") ")";
  const SpilGiven parameters[] = { spil_give_day (first) };

  *day = SPIL_DAY_NONE;
  return spil_read_each (store, sql, parameters, G_N_ELEMENTS (parameters), take_day, day, error);
}

/* The first open day of @period; SPIL_DAY_NONE when all of it is closed. */
static SpilDay
find_open (GArray *closed, SpilPeriod period)
{
  SpilDay day = spil_closing_open_day ((const SpilClosedPeriod *) (gpointer) closed->data, closed->len,
                                       period.first, SPIL_DAY_NONE);

  return spil_day_compare (day, period.last) <= 0 ? day : SPIL_DAY_NONE;
}

static gboolean
check (SpilStore *store, SpilPeriod period, SpilDay day, const char *name, GError **error)
{
  g_autoptr (GArray) closed = spil_closing_query (store, error);
  g_autofree char *last = spil_day_format_long (period.last);
  g_autofree char *earlier_name = NULL;
  SpilDay earlier;

  if (closed == NULL)
    return FALSE;
  if (spil_day_compare (period.last, day) >= 0)
    return spil_money_refuse (
        error,
        g_strdup_printf (_ ("%s is not over yet: it lasts until %s. Close it after that day."), name, last));
  if (!spil_day_is_known (find_open (closed, period)))
    return spil_money_refuse (error, g_strdup_printf (_ ("%s is closed already."), name));
  if (!find_open_day (store, period.first, &earlier, error))
    return FALSE;
  if (!spil_day_is_known (earlier))
    return TRUE;
  earlier_name = spil_period_format (spil_period_of (period.kind, earlier));
  return spil_money_refuse (
      error, g_strdup_printf (_ ("%s cannot be closed: %s has bookings and is still open. Close that first."),
                              name, earlier_name));
}

static SpilId
put_period (SpilAction *action, const char *name, SpilDay first, SpilDay last, SpilDay day,
            const char *reason, SpilId decision, SpilId reopens)
{
  g_autoptr (SpilRecord) record = spil_record_new (spil_entity (SPIL_ENTITY_CLOSED_PERIOD), spil_id_new ());

  spil_record_set_text (record, SPIL_CLOSED_PERIOD_NAME, name);
  spil_record_set_day (record, SPIL_CLOSED_PERIOD_FIRST, first);
  spil_record_set_day (record, SPIL_CLOSED_PERIOD_LAST, last);
  spil_record_set_day (record, SPIL_CLOSED_PERIOD_CLOSED_ON, day);
  spil_record_set_text (record, SPIL_CLOSED_PERIOD_REASON, reason);
  spil_record_set_reference (record, SPIL_CLOSED_PERIOD_DECISION, decision);
  spil_record_set_reference (record, SPIL_CLOSED_PERIOD_REOPENS, reopens);
  spil_action_add (action, record);
  return spil_record_get_id (record);
}

static void
put_line (SpilAction *action, SpilId period, const SpilClosingFigure *figure)
{
  g_autoptr (SpilRecord) record = spil_record_new (spil_entity (SPIL_ENTITY_CLOSED_LINE), spil_id_new ());

  spil_record_set_reference (record, SPIL_CLOSED_LINE_PERIOD, period);
  spil_record_set_reference (record, SPIL_CLOSED_LINE_LINE, figure->line);
  spil_record_set_integer (record, SPIL_CLOSED_LINE_COMMITTED, figure->committed);
  spil_record_set_integer (record, SPIL_CLOSED_LINE_ACTUAL, figure->actual);
  spil_record_set_integer (record, SPIL_CLOSED_LINE_VAT, figure->vat);
  spil_record_set_integer (record, SPIL_CLOSED_LINE_BOOKINGS, figure->bookings);
  spil_action_add (action, record);
}

/* The lines of the year of the period, and those of other years that were booked on. */
static gboolean
put_lines (SpilAction *action, SpilStore *store, SpilId closed, SpilPeriod period, GError **error)
{
  g_autoptr (GPtrArray) figures = spil_closing_read_heads (store, error);
  int year;

  if (figures == NULL)
    return FALSE;
  for (guint i = 0; i < figures->len; i++)
    ((SpilClosingFigure *) figures->pdata[i])->last = period.last;
  if (!spil_closing_add_up (store, figures, error))
    return FALSE;
  spil_day_to_ymd (period.last, &year, NULL, NULL);
  for (guint i = 0; i < figures->len; i++) {
    const SpilClosingFigure *figure = figures->pdata[i];

    if (figure->bookings > 0 || figure->year == year)
      put_line (action, closed, figure);
  }
  return TRUE;
}

SpilAction *
spil_period_close_action (SpilStore *store, SpilPeriod period, SpilDay day, const char *reason,
                          SpilId decision, GError **error)
{
  g_autofree char *name = spil_period_format (period);
  // TRANSLATORS: a user's action; %s: a period, as "3e kwartaal 2018"
  g_autofree char *label = g_strdup_printf (_ ("Period closed: %s"), name);
  g_autoptr (SpilAction) action = spil_action_new (label);
  SpilId closed;

  if (!spil_day_is_known (day))
    day = spil_day_today ();
  if (!check (store, period, day, name, error))
    return NULL;
  closed = put_period (action, name, period.first, period.last, day, reason, decision, SPIL_ID_NIL);
  return put_lines (action, store, closed, period, error) ? g_steal_pointer (&action) : NULL;
}

static gboolean
take_id (SpilStatement *row, gpointer user_data)
{
  SpilId id = spil_statement_get_id (row, 0);

  g_array_append_val ((GArray *) user_data, id);
  return TRUE;
}

/* The periods that are closed now and have the same days as @closed. */
static GArray *
find_same (SpilStore *store, SpilId closed, GError **error)
{
  static const char sql[] =
      "SELECT p.id FROM closed_period c JOIN closed_period p ON p.programme = c.programme AND p.first = c.first"
      " AND p.last = c.last WHERE c.id = ?2 AND p.dead = 0 AND p.reopens IS NULL AND NOT EXISTS"
      " (SELECT 1 FROM closed_period x WHERE x.reopens = p.id AND x.dead = 0) ORDER BY p.id";
  const SpilGiven parameters[] = { SPIL_GIVE_ID (closed) };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (SpilId));

  return spil_read_each (store, sql, parameters, G_N_ELEMENTS (parameters), take_id, ids, error)
             ? g_steal_pointer (&ids)
             : NULL;
}

SpilAction *
spil_period_reopen_action (SpilStore *store, SpilId closed, SpilDay day, const char *reason, GError **error)
{
  g_autoptr (SpilRecord)
      period = spil_store_get (store, spil_entity (SPIL_ENTITY_CLOSED_PERIOD), closed, error);
  g_autoptr (GArray) ids = period != NULL ? find_same (store, closed, error) : NULL;
  g_autofree char *label = NULL;
  g_autoptr (SpilAction) action = NULL;

  if (ids == NULL)
    return NULL;
  if (ids->len == 0) {
    spil_money_refuse (
        error, g_strdup_printf (_ ("%s is open: there is nothing to open."), spil_record_get_title (period)));
    return NULL;
  }
  // TRANSLATORS: a user's action; %s: a period, as "3e kwartaal 2018"
  label = g_strdup_printf (_ ("Period opened again: %s"), spil_record_get_title (period));
  action = spil_action_new (label);
  for (guint i = 0; i < ids->len; i++)
    put_period (action, spil_record_get_title (period),
                spil_record_get_day (period, SPIL_CLOSED_PERIOD_FIRST),
                spil_record_get_day (period, SPIL_CLOSED_PERIOD_LAST),
                spil_day_is_known (day) ? day : spil_day_today (), reason, SPIL_ID_NIL,
                g_array_index (ids, SpilId, i));
  return g_steal_pointer (&action);
}
