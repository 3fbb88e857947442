// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-budget-query.h"

#include "spil-budget-private.h"
#include "spil-entity.h"
#include "spil-read.h"
#include "spil-store-private.h"

#include <glib/gi18n-lib.h>

#define VERSION_SQL                                                                                          \
  "SELECT id, name, year, date, \"from\", total, vat, decision FROM budget_version"                          \
  " WHERE dead = 0 AND programme = ?1 AND (?2 IS NULL OR date IS NULL OR date <= ?2)"                         \
  " ORDER BY date DESC NULLS LAST, row DESC"

static gpointer
make_version (SpilStatement *row, gpointer user_data)
{
  SpilBudgetVersionRow *self = g_new0 (SpilBudgetVersionRow, 1);

  self->id = spil_statement_get_id (row, 0);
  self->name = g_strdup (spil_statement_get_text (row, 1));
  self->year = spil_get_int (row, 2);
  self->date = spil_get_day (row, 3);
  self->from = spil_get_day (row, 4);
  self->total = spil_get_money (row, 5, 6);
  self->decision = spil_statement_get_id (row, 7);
  return self;
}

void
spil_budget_version_row_free (SpilBudgetVersionRow *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self);
}

GPtrArray *
spil_budget_query_versions (SpilStore *store, GError **error)
{
  const SpilGiven parameters[] = { SPIL_GIVE_NULL };

  return spil_read_all (store, VERSION_SQL, parameters, G_N_ELEMENTS (parameters), make_version, NULL,
                        (GDestroyNotify) spil_budget_version_row_free, error);
}

SpilBudgetVersionRow *
spil_budget_query_current (SpilStore *store, SpilDay day, GError **error)
{
  const SpilGiven parameters[] = { spil_give_day (day) };
  g_autoptr (GPtrArray)
      versions = spil_read_all (store, VERSION_SQL " LIMIT 1", parameters, G_N_ELEMENTS (parameters),
                                make_version, NULL, (GDestroyNotify) spil_budget_version_row_free, error);

  return versions != NULL && versions->len > 0 ? g_ptr_array_steal_index (versions, 0) : NULL;
}

static gpointer
make_line (SpilStatement *row, gpointer user_data)
{
  return spil_budget_line_figures_new (
      spil_statement_get_id (row, 0), spil_get_int (row, 1), spil_statement_get_text (row, 2),
      spil_statement_get_integer (row, 3) != 0, !spil_statement_is_null (row, 4), spil_get_money (row, 4, 5));
}

/* The lines while bookings are added: a booking goes to its own line, else to the first with its number. */
typedef struct
{
  GHashTable *by_id;
  GHashTable *by_number;
  SpilBookingKind kind;
} Booking;

static SpilBudgetLineFigures *
find_line (const Booking *booking, SpilStatement *row)
{
  SpilId id = spil_statement_get_id (row, 0);
  SpilBudgetLineFigures *line = g_hash_table_lookup (booking->by_id, &id);

  return line != NULL ? line
                      : g_hash_table_lookup (booking->by_number, GINT_TO_POINTER (spil_get_int (row, 1)));
}

/* Columns: line, its number, VAT, sum, bookings. */
static gboolean
take_booking (SpilStatement *row, gpointer user_data)
{
  Booking *booking = user_data;
  SpilBudgetLineFigures *line = find_line (booking, row);

  if (line != NULL)
    spil_budget_line_add (line, booking->kind, spil_get_money (row, 3, 2), spil_get_int (row, 4));
  return TRUE;
}

/* Columns: line, its number, VAT, committed, bookings, drawn. */
static gboolean
take_commitment (SpilStatement *row, gpointer user_data)
{
  Booking *booking = user_data;
  SpilBudgetLineFigures *line = find_line (booking, row);

  if (line != NULL)
    spil_budget_line_add_commitment (line, spil_get_money (row, 3, 2), spil_get_money (row, 5, 2),
                                     spil_get_int (row, 4));
  return TRUE;
}

#define SUMS_SQL(table)                                                                                      \
  "SELECT l.id, l.number, b.vat, sum (b.amount), count (*) FROM " table " b JOIN budget_line l ON l.id = b.line"   \
  " WHERE b.dead = 0 AND b.line IN (" SPIL_BUDGET_LINES_SQL ") AND (?4 IS NULL OR b.date <= ?4) GROUP BY l.id, b.vat"

/* What an expense that was reversed drew down comes back, also where the reversal does not name the commitment. */
#define DRAWN_SQL                                                                                            \
  "(SELECT coalesce (sum (a.amount), 0) FROM actual a WHERE a.dead = 0 AND a.vat IS c.vat"                   \
  " AND (?4 IS NULL OR a.date <= ?4) AND (a.commitment = c.id OR (a.commitment IS NULL"                       \
  " AND a.reverses IN (SELECT id FROM actual WHERE commitment = c.id AND dead = 0))))"

#define COMMITTED_SQL                                                                                        \
  "c.amount + (SELECT coalesce (sum (r.amount), 0) FROM commitment r WHERE r.reverses = c.id AND r.dead = 0"  \
  " AND r.vat IS c.vat AND (?4 IS NULL OR r.date <= ?4))"

static const char commitments_sql[] =
    "SELECT l.id, l.number, c.vat, " COMMITTED_SQL ", 1, " DRAWN_SQL
    " FROM commitment c JOIN budget_line l ON l.id = c.line"
    " WHERE c.dead = 0 AND c.reverses IS NULL AND c.line IN (" SPIL_BUDGET_LINES_SQL
    ") AND (?4 IS NULL OR c.date <= ?4)";

static gboolean
read_bookings (SpilStore *store, GPtrArray *lines, SpilId version, SpilId line, SpilDay day, GError **error)
{
  static const struct
  {
    SpilBookingKind kind;
    const char *sql;
    gboolean to_come; /* counts whatever its day */
  } sums[] = {
    { SPIL_BOOKING_RESERVATION, SUMS_SQL ("reservation"), FALSE },
    { SPIL_BOOKING_ACTUAL, SUMS_SQL ("actual"), FALSE },
    { SPIL_BOOKING_FORECAST, SUMS_SQL ("forecast"), TRUE },
  };
  const SpilGiven until[] = { SPIL_GIVE_ID (version), SPIL_GIVE_ID (line), spil_give_day (day) };
  const SpilGiven always[] = { SPIL_GIVE_ID (version), SPIL_GIVE_ID (line), SPIL_GIVE_NULL };
  g_autoptr (GHashTable) by_id = spil_index_rows (lines);
  g_autoptr (GHashTable) by_number = g_hash_table_new (NULL, NULL);
  Booking booking = { by_id, by_number, SPIL_BOOKING_COMMITMENT };

  for (guint i = lines->len; i-- > 0;) {
    SpilBudgetLineFigures *figures = lines->pdata[i];

    g_hash_table_insert (by_number, GINT_TO_POINTER (figures->number), figures);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (sums); i++) {
    booking.kind = sums[i].kind;
    if (!spil_read_each (store, sums[i].sql, sums[i].to_come ? always : until, G_N_ELEMENTS (until),
                         take_booking, &booking, error))
      return FALSE;
  }
  return spil_read_each (store, commitments_sql, until, G_N_ELEMENTS (until), take_commitment, &booking,
                         error);
}

static GPtrArray *
query_lines (SpilStore *store, SpilId version, SpilId line, SpilDay day, GError **error)
{
  static const char sql[] =
      "SELECT id, number, name, pm, amount, vat FROM budget_line"
      " WHERE dead = 0 AND version = ?2 AND (?3 IS NULL OR id = ?3) ORDER BY number, row";
  const SpilGiven parameters[] = { SPIL_GIVE_ID (version), SPIL_GIVE_ID (line) };
  g_autoptr (GPtrArray) lines = spil_read_all (store, sql, parameters, G_N_ELEMENTS (parameters), make_line,
                                               NULL, (GDestroyNotify) spil_budget_line_figures_free, error);

  if (lines == NULL || !read_bookings (store, lines, version, line, day, error))
    return NULL;
  return g_steal_pointer (&lines);
}

GPtrArray *
spil_budget_query_lines (SpilStore *store, SpilId version, SpilDay day, GError **error)
{
  return query_lines (store, version, SPIL_ID_NIL, day, error);
}

static gboolean
take_id (SpilStatement *row, gpointer user_data)
{
  *(SpilId *) user_data = spil_statement_get_id (row, 0);
  return FALSE;
}

SpilBudgetLineFigures *
spil_budget_query_line (SpilStore *store, SpilId line, SpilDay day, GError **error)
{
  const SpilGiven parameters[] = { SPIL_GIVE_ID (line) };
  SpilId version = SPIL_ID_NIL;
  g_autoptr (GPtrArray) lines = NULL;

  if (!spil_read_each (store, "SELECT version FROM budget_line WHERE dead = 0 AND id = ?2", parameters,
                       G_N_ELEMENTS (parameters), take_id, &version, error))
    return NULL;
  lines = query_lines (store, version, line, day, error);
  if (lines == NULL)
    return NULL;
  if (lines->len == 0) {
    spil_store_set_not_found (spil_entity (SPIL_ENTITY_BUDGET_LINE), &line, error);
    return NULL;
  }
  return g_ptr_array_steal_index (lines, 0);
}

static gboolean
take_open (SpilStatement *row, gpointer user_data)
{
  SpilMoney committed = spil_get_money (row, 0, 1), drawn = spil_get_money (row, 2, 1);

  *(SpilMoney *) user_data = spil_money (MAX (0, committed.cents - drawn.cents), committed.vat);
  return FALSE;
}

gboolean
spil_budget_query_open (SpilStore *store, SpilId commitment, SpilDay day, SpilMoney *open, GError **error)
{
  static const char sql[] = "SELECT " COMMITTED_SQL ", c.vat, " DRAWN_SQL " FROM commitment c"
                            " WHERE c.dead = 0 AND c.id = ?2";
  const SpilGiven parameters[] = { SPIL_GIVE_ID (commitment), SPIL_GIVE_NULL, spil_give_day (day) };

  *open = spil_money (0, SPIL_VAT_UNKNOWN);
  return spil_read_each (store, sql, parameters, G_N_ELEMENTS (parameters), take_open, open, error);
}
