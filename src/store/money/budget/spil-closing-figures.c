// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-closing-private.h"

#include "spil-budget-private.h"

void
spil_closing_figure_free (SpilClosingFigure *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self);
}

/* Columns: line, year, number, name, VAT. */
static gpointer
make_head (SpilStatement *row, gpointer user_data)
{
  SpilClosingFigure *self = g_new0 (SpilClosingFigure, 1);

  self->line = spil_statement_get_id (row, 0);
  self->year = spil_get_int (row, 1);
  self->number = spil_get_int (row, 2);
  self->name = g_strdup (spil_statement_get_text (row, 3));
  self->vat = (SpilVat) spil_get_int (row, 4);
  self->last = SPIL_DAY_NONE;
  return self;
}

GPtrArray *
spil_closing_read_heads (SpilStore *store, GError **error)
{
  static const char sql[] =
      "SELECT id, year, number, name, vat FROM (SELECT l.id AS id, v.year AS year, l.number AS number,"
      " l.name AS name, l.vat AS vat, row_number () OVER (PARTITION BY v.year, l.number"
      " ORDER BY v.withdrawn IS NOT NULL, v.date IS NULL, v.date DESC, v.born_time DESC, v.id DESC, l.id) AS place"
      " FROM budget_line l JOIN budget_version v ON v.id = l.version AND v.dead = 0"
      " WHERE l.dead = 0 AND v.programme = ?1) WHERE place = 1 ORDER BY year, number";

  return spil_read_all (store, sql, NULL, 0, make_head, NULL, (GDestroyNotify) spil_closing_figure_free,
                        error);
}

static gpointer
make_key (int year, int number)
{
  int64_t *key = g_new (int64_t, 1);

  *key = ((int64_t) year << 32) | (uint32_t) number;
  return key;
}

/* Columns: year, number, day, VAT, committed, actual, bookings. */
static gboolean
take_day (SpilStatement *row, gpointer user_data)
{
  g_autofree int64_t *key = make_key (spil_get_int (row, 0), spil_get_int (row, 1));
  GPtrArray *figures = g_hash_table_lookup (user_data, key);
  SpilDay day = spil_get_day (row, 2);

  for (guint i = 0; figures != NULL && i < figures->len; i++) {
    SpilClosingFigure *figure = figures->pdata[i];

    if (spil_day_compare (day, figure->last) > 0)
      continue;
    figure->bookings += spil_get_int (row, 6);
    if ((SpilVat) spil_get_int (row, 3) != figure->vat)
      continue;
    figure->committed += spil_statement_get_integer (row, 4);
    figure->actual += spil_statement_get_integer (row, 5);
  }
  return TRUE;
}

/* By year and number: arrays of figures, which stay owned by @figures. */
static GHashTable *
index_figures (GPtrArray *figures)
{
  GHashTable *index = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                             (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < figures->len; i++) {
    SpilClosingFigure *figure = figures->pdata[i];
    gpointer key = make_key (figure->year, figure->number);
    GPtrArray *same = g_hash_table_lookup (index, key);

    if (same == NULL) {
      same = g_ptr_array_new ();
      g_hash_table_insert (index, key, same);
    } else {
      g_free (key);
    }
    g_ptr_array_add (same, figure);
  }
  return index;
}

#define DAYS_SQL(table, committed, actual)                                                                   \
  "SELECT v.year, l.number, b.date, b.vat, " committed ", " actual ", count (*) FROM " table                  \
  " b JOIN budget_line l ON l.id = b.line JOIN budget_version v ON v.id = l.version"           \
  " AND v.programme = ?1 WHERE b.dead = 0 AND b.date <= ?2 GROUP BY v.year, l.number, b.date, b.vat"

static SpilDay
find_last (GPtrArray *figures)
{
  SpilDay last = SPIL_DAY_NONE;

  for (guint i = 0; i < figures->len; i++) {
    const SpilClosingFigure *figure = figures->pdata[i];

    if (spil_day_compare (figure->last, last) > 0)
      last = figure->last;
  }
  return last;
}

gboolean
spil_closing_add_up (SpilStore *store, GPtrArray *figures, GError **error)
{
  static const char sql[] = DAYS_SQL ("commitment", "sum (b.amount)",
                                      "0") " UNION ALL " DAYS_SQL ("actual", "0", "sum (b.amount)");
  g_autoptr (GHashTable) index = index_figures (figures);
  const SpilGiven parameters[] = { spil_give_day (find_last (figures)) };

  return spil_read_each (store, sql, parameters, G_N_ELEMENTS (parameters), take_day, index, error);
}
