// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-indicator-query.h"

#include "spil-entity.h"
#include "spil-read.h"

static gpointer
make_indicator (SpilStatement *row, gpointer user_data)
{
  SpilIndicatorRow *self = g_new0 (SpilIndicatorRow, 1);

  self->id = spil_statement_get_id (row, 0);
  self->name = g_strdup (spil_statement_get_text (row, 1));
  self->unit = g_strdup (spil_statement_get_text (row, 2));
  self->per = spil_get_text (row, 3);
  self->assumption = spil_get_text (row, 4);
  self->frequency = spil_get_int (row, 5);
  self->direction = spil_get_int (row, 6);
  self->source = spil_get_int (row, 7);
  self->gross_net = spil_get_int (row, 8);
  self->points = g_array_new (FALSE, FALSE, sizeof (SpilIndicatorPoint));
  self->targets = g_array_new (FALSE, FALSE, sizeof (SpilIndicatorTarget));
  return self;
}

void
spil_indicator_row_free (SpilIndicatorRow *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->unit);
  g_free (self->per);
  g_free (self->assumption);
  g_array_unref (self->points);
  g_array_unref (self->targets);
  g_free (self);
}

static SpilIndicatorRow *
find_indicator (SpilStatement *row, GHashTable *index)
{
  SpilId id = spil_statement_get_id (row, 0);

  return g_hash_table_lookup (index, &id);
}

static gboolean
take_point (SpilStatement *row, gpointer user_data)
{
  SpilIndicatorRow *indicator = find_indicator (row, user_data);
  SpilIndicatorPoint point = { spil_get_day (row, 1), spil_statement_get_integer (row, 2),
                               spil_get_int (row, 3), spil_get_int (row, 4) };

  if (indicator != NULL)
    g_array_append_val (indicator->points, point);
  return TRUE;
}

static gboolean
take_target (SpilStatement *row, gpointer user_data)
{
  SpilIndicatorRow *indicator = find_indicator (row, user_data);
  SpilIndicatorTarget target = { spil_statement_get_integer (row, 1), spil_get_day (row, 2) };

  if (indicator != NULL)
    g_array_append_val (indicator->targets, target);
  return TRUE;
}

/* The first target that is still to come, else the last; NULL when there is none. */
static const SpilIndicatorTarget *
choose_target (GArray *targets, SpilDay day)
{
  for (guint i = 0; i < targets->len; i++) {
    const SpilIndicatorTarget *target = &g_array_index (targets, SpilIndicatorTarget, i);

    if (!spil_day_is_known (target->date) || spil_day_compare (target->date, day) >= 0 ||
        i + 1 == targets->len)
      return target;
  }
  return NULL;
}

GPtrArray *
spil_indicator_query (SpilStore *store, SpilDay day, GError **error)
{
  static const char indicators_sql[] =
      "SELECT id, name, unit, per, assumption, frequency, direction, source, gross_net FROM indicator"
      " WHERE dead = 0 AND programme = ?1 ORDER BY \"order\" IS NULL, \"order\", row";
  /* A measurement that was corrected stands no more. */
  static const char points_sql[] =
      "SELECT indicator, date, value, kind, n FROM measurement m"
      " WHERE dead = 0 AND programme = ?1 AND date <= ?2"
      " AND NOT EXISTS (SELECT 1 FROM measurement r WHERE r.reverses = m.id AND r.dead = 0) ORDER BY date, row";
  static const char targets_sql[] = "SELECT indicator, value, date FROM target"
                                    " WHERE dead = 0 AND programme = ?1 ORDER BY date IS NULL, date, row";
  const SpilGiven until[] = { spil_give_day (day) };
  g_autoptr (GHashTable) index = NULL;
  g_autoptr (GPtrArray) indicators = spil_read_all (store, indicators_sql, NULL, 0, make_indicator, NULL,
                                                    (GDestroyNotify) spil_indicator_row_free, error);

  if (indicators == NULL)
    return NULL;
  index = spil_index_rows (indicators);
  if (!spil_read_each (store, points_sql, until, G_N_ELEMENTS (until), take_point, index, error) ||
      !spil_read_each (store, targets_sql, NULL, 0, take_target, index, error))
    return NULL;

  for (guint i = 0; i < indicators->len; i++) {
    SpilIndicatorRow *indicator = indicators->pdata[i];

    indicator->figures = spil_indicator_figures (
        (const SpilIndicatorPoint *) (gpointer) indicator->points->data, indicator->points->len,
        indicator->direction, choose_target (indicator->targets, day), day);
  }
  return g_steal_pointer (&indicators);
}
