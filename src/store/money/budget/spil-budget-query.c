// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-budget-query.h"

#include "spil-budget-private.h"
#include "spil-elapsed-rule.h"
#include "spil-entity.h"
#include "spil-read.h"
#include "spil-store-private.h"

#include <glib/gi18n-lib.h>

#define VERSION_SQL                                                                                          \
  "SELECT id, name, year, date, \"from\", total, vat, decision, proposal, withdrawn, replaces, reason"        \
  " FROM budget_version WHERE dead = 0 AND programme = ?1"

#define CHAIN_SQL(column)                                                                                    \
  "WITH RECURSIVE chain (id, replaces) AS (SELECT id, replaces FROM budget_version WHERE id = ?2 UNION"       \
  " SELECT v.id, v.replaces FROM chain c JOIN budget_version v ON v.id = c.replaces AND v.dead = 0)"                        \
  " SELECT " column " FROM chain WHERE " column " IS NOT NULL"

static int
get_year (SpilDay day)
{
  int year;

  spil_day_to_ymd (day, &year, NULL, NULL);
  return year;
}

/* When a budget's time ends: with its year. */
static SpilDay
get_end (const SpilBudgetVersionRow *self)
{
  SpilDay begin = spil_day_is_known (self->from) ? self->from : self->date;
  int year = self->year == 0 && spil_day_is_known (begin) ? get_year (begin) : self->year;

  return year != 0 ? spil_day_from_ymd (year, 12, 31) : SPIL_DAY_NONE;
}

static SpilDay
get_begin (const SpilBudgetVersionRow *self)
{
  return spil_day_is_known (self->from) || self->year == 0 ? self->from
                                                           : spil_day_from_ymd (self->year, 1, 1);
}

/* @user_data: the day up to which time went by. */
static gpointer
make_version (SpilStatement *row, gpointer user_data)
{
  const SpilDay *day = user_data;
  SpilBudgetVersionRow *self = g_new0 (SpilBudgetVersionRow, 1);

  self->id = spil_statement_get_id (row, 0);
  self->name = g_strdup (spil_statement_get_text (row, 1));
  self->year = spil_get_int (row, 2);
  self->date = spil_get_day (row, 3);
  self->from = spil_get_day (row, 4);
  self->total = spil_get_money (row, 5, 6);
  self->vat = self->total.vat;
  self->decision = spil_statement_get_id (row, 7);
  self->withdrawn = spil_get_day (row, 9);
  self->proposal = spil_statement_get_integer (row, 8) != 0 && !spil_day_is_known (self->date) &&
                   !spil_day_is_known (self->withdrawn);
  self->replaces = spil_statement_get_id (row, 10);
  self->reason = spil_get_text (row, 11);
  self->elapsed = spil_elapsed_per_mille (get_begin (self), get_end (self), *day);
  return self;
}

void
spil_budget_version_row_free (SpilBudgetVersionRow *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->reason);
  g_free (self);
}

GPtrArray *
spil_budget_query_versions (SpilStore *store, GError **error)
{
  SpilDay today = spil_day_today ();

  return spil_read_all (store, VERSION_SQL " ORDER BY date DESC NULLS LAST, born_time DESC, id DESC", NULL, 0,
                        make_version, &today, (GDestroyNotify) spil_budget_version_row_free, error);
}

SpilBudgetVersionRow *
spil_budget_query_current (SpilStore *store, SpilDay day, GError **error)
{
  static const char sql[] = VERSION_SQL
      " AND withdrawn IS NULL AND (date <= ?2 OR (date IS NULL AND proposal IS NOT 1))"
      " ORDER BY date IS NULL, coalesce (year > ?3, 0), year DESC, date DESC, born_time DESC, id DESC LIMIT 1";
  SpilDay until = spil_day_is_known (day) ? day : spil_day_today ();
  const SpilGiven parameters[] = { spil_give_day (until), SPIL_GIVE_INTEGER (get_year (until)) };
  g_autoptr (GPtrArray)
      versions = spil_read_all (store, sql, parameters, G_N_ELEMENTS (parameters), make_version, &until,
                                (GDestroyNotify) spil_budget_version_row_free, error);

  return versions != NULL && versions->len > 0 ? g_ptr_array_steal_index (versions, 0) : NULL;
}

GPtrArray *
spil_budget_query_rivals (SpilStore *store, SpilId version, GError **error)
{
  // The version and those that it came from; a rival left the chain at one of them.
  static const char sql[] = VERSION_SQL " AND date IS NOT NULL AND withdrawn IS NULL AND id NOT IN (" CHAIN_SQL (
      "id") ")"
            " AND replaces IN (" CHAIN_SQL (
                "replaces") ")"
                            " AND EXISTS (SELECT 1 FROM budget_version b WHERE b.id = ?2 AND b.dead = 0 AND b.date IS NOT NULL)"
                            " ORDER BY date DESC, born_time DESC, id DESC";
  const SpilGiven parameters[] = { SPIL_GIVE_ID (version) };
  SpilDay today = spil_day_today ();

  return spil_read_all (store, sql, parameters, G_N_ELEMENTS (parameters), make_version, &today,
                        (GDestroyNotify) spil_budget_version_row_free, error);
}

char *
spil_budget_rival_dup_sentence (const char *name, const SpilBudgetVersionRow *rival)
{
  g_autofree char *date = spil_day_format_long (rival->date);

  // TRANSLATORS: Names of two versions of the budget; the second %s is the day on which the second one was decided.
  return g_strdup_printf (_ ("“%s” and “%s” (decided on %s) change the same budget, decided on two laptops; what the one changed is not in "
                            "the other. Let one of them lapse on the Budget page."),
      name, rival->name, date);
}

static gpointer
make_line (SpilStatement *row, gpointer user_data)
{
  SpilBudgetLineFigures *self = spil_budget_line_figures_new (
      spil_statement_get_id (row, 0), spil_get_int (row, 1), spil_statement_get_text (row, 2),
      spil_statement_get_integer (row, 3) != 0, !spil_statement_is_null (row, 4), spil_get_money (row, 4, 5));

  self->outside = spil_statement_get_integer (row, 6) != 0;
  return self;
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

/* Columns: line, its number, VAT, reserved, bookings, used. */
static gboolean
take_reservation (SpilStatement *row, gpointer user_data)
{
  Booking *booking = user_data;
  SpilBudgetLineFigures *line = find_line (booking, row);

  if (line != NULL)
    spil_budget_line_add_reservation (line, spil_get_money (row, 3, 2), spil_get_money (row, 5, 2),
                                      spil_get_int (row, 4));
  return TRUE;
}

/* Columns: line, its number, then for each VAT note the sum and the bookings. */
static gboolean
take_sums (SpilStatement *row, gpointer user_data)
{
  Booking *booking = user_data;
  SpilBudgetLineFigures *line = find_line (booking, row);

  for (int vat = SPIL_VAT_UNKNOWN; line != NULL && vat <= SPIL_VAT_INCLUDED; vat++) {
    SpilMoney sum = spil_money (spil_statement_get_integer (row, 2 + 2 * vat), (SpilVat) vat);
    int bookings = spil_get_int (row, 3 + 2 * vat);

    if (bookings > 0)
      spil_budget_line_add (line, booking->kind, sum, bookings);
  }
  return TRUE;
}

/* By line alone, in which order the index has them: nothing is sorted. */
#define OF_VAT_SQL(is, name) "sum (CASE WHEN b.vat " is " THEN b.amount END) AS " name ", sum (b.vat " is ") AS n_" name
#define SUMS_SQL(table)                                                                                      \
  "SELECT l.id, l.number, s.unknown, s.n_unknown, s.excluded, s.n_excluded, s.included, s.n_included"   \
  " FROM (SELECT b.line AS line, " OF_VAT_SQL ("IS NULL", "unknown") ", " OF_VAT_SQL ("IS 1", "excluded")   \
  ", " OF_VAT_SQL ("IS 2", "included") " FROM " table " b WHERE b.dead = 0 AND b.line IN (" SPIL_BUDGET_LINES_SQL         \
  ") AND (?4 IS NULL OR b.date <= ?4) GROUP BY b.line) s JOIN budget_line l ON l.id = s.line"

G_STATIC_ASSERT (SPIL_VAT_UNKNOWN == 0 && SPIL_VAT_EXCLUDED == 1 && SPIL_VAT_INCLUDED == 2);

/* The plus keeps SQLite from the index of what takes back: by that it would read the bookings of all lines. */
static const char reservations_sql[] =
    "SELECT l.id, l.number, s.vat, " SPIL_RESERVED_SQL ("s", "?4") ", 1, " SPIL_USED_SQL (
        "s", "?4") " FROM reservation s JOIN budget_line l ON l.id = s.line"
                   " WHERE s.dead = 0 AND +s.reverses IS NULL AND s.line IN (" SPIL_BUDGET_LINES_SQL
                   ") AND (?4 IS NULL OR s.date <= ?4)";

static const char commitments_sql[] =
    "SELECT l.id, l.number, c.vat, " SPIL_COMMITTED_SQL ("c", "?4") ", 1, " SPIL_DRAWN_SQL (
        "c", "?4") " FROM commitment c JOIN budget_line l ON l.id = c.line"
                   " WHERE c.dead = 0 AND +c.reverses IS NULL AND c.line IN (" SPIL_BUDGET_LINES_SQL
                   ") AND (?4 IS NULL OR c.date <= ?4)";

static gboolean
read_bookings (SpilStore *store, GPtrArray *lines, SpilId version, SpilId line, SpilDay day, GError **error)
{
  static const struct
  {
    SpilBookingKind kind;
    const char *sql;
    SpilEachRow take;
    gboolean to_come; /* counts whatever its day */
  } kinds[] = {
    { SPIL_BOOKING_RESERVATION, reservations_sql, take_reservation, FALSE },
    { SPIL_BOOKING_COMMITMENT, commitments_sql, take_commitment, FALSE },
    { SPIL_BOOKING_ACTUAL, SUMS_SQL ("actual"), take_sums, FALSE },
    { SPIL_BOOKING_FORECAST, SUMS_SQL ("forecast"), take_sums, TRUE },
  };
  const SpilGiven until[] = { SPIL_GIVE_ID (version), SPIL_GIVE_ID (line), spil_give_day (day) };
  const SpilGiven always[] = { SPIL_GIVE_ID (version), SPIL_GIVE_ID (line), SPIL_GIVE_NULL };
  g_autoptr (GHashTable) by_id = spil_index_rows (lines);
  g_autoptr (GHashTable) by_number = g_hash_table_new (NULL, NULL);
  Booking booking = { by_id, by_number, SPIL_BOOKING_RESERVATION };

  for (guint i = lines->len; i-- > 0;) {
    SpilBudgetLineFigures *figures = lines->pdata[i];

    g_hash_table_insert (by_number, GINT_TO_POINTER (figures->number), figures);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++) {
    booking.kind = kinds[i].kind;
    if (!spil_read_each (store, kinds[i].sql, kinds[i].to_come ? always : until, G_N_ELEMENTS (until),
                         kinds[i].take, &booking, error))
      return FALSE;
  }
  return TRUE;
}

static GPtrArray *
query_lines (SpilStore *store, SpilId version, SpilId line, SpilDay day, GError **error)
{
  static const char sql[] =
      "SELECT id, number, name, pm, amount, vat, outside FROM budget_line"
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

gboolean
spil_budget_find_line_now (SpilStore *store, SpilId *line, GError **error)
{
  static const char sql[] =
      "SELECT n.id FROM budget_line l JOIN budget_line n ON n.number = l.number AND n.dead = 0 AND n.version ="
      " (SELECT w.id FROM budget_version v JOIN budget_version w ON w.programme = v.programme AND w.year IS v.year"
      " AND w.dead = 0 AND w.withdrawn IS NULL AND w.date <= ?3 WHERE v.id = l.version"
      " ORDER BY w.date DESC, w.born_time DESC, w.id DESC LIMIT 1) WHERE l.id = ?2 LIMIT 1";
  const SpilGiven parameters[] = { SPIL_GIVE_ID (*line), spil_give_day (spil_day_today ()) };

  return spil_read_each (store, sql, parameters, G_N_ELEMENTS (parameters), take_id, line, error);
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
  static const char sql[] = "SELECT " SPIL_COMMITTED_SQL ("c", "?4") ", c.vat, " SPIL_DRAWN_SQL (
      "c", "?4") " FROM commitment c"
                 " WHERE c.dead = 0 AND c.id = ?2";
  const SpilGiven parameters[] = { SPIL_GIVE_ID (commitment), SPIL_GIVE_NULL, spil_give_day (day) };

  *open = spil_money (0, SPIL_VAT_UNKNOWN);
  return spil_read_each (store, sql, parameters, G_N_ELEMENTS (parameters), take_open, open, error);
}
