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
  return g_strdup_printf (
      _ ("“%s” and “%s” (decided on %s) change the same budget, decided on two laptops; what the one changed is not in "
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
  GPtrArray *lines;
  GHashTable *places;
  SpilBookingKind kind;
} Booking;

static void
put_place (GHashTable *places, SpilId id, guint place)
{
  g_hash_table_insert (places, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (place + 1));
}

/* Columns: line, number. */
static gboolean
take_line (SpilStatement *row, gpointer user_data)
{
  Booking *booking = user_data;
  SpilId id = spil_statement_get_id (row, 0);
  int number = spil_get_int (row, 1);

  for (guint i = 0; !g_hash_table_contains (booking->places, &id) && i < booking->lines->len; i++) {
    const SpilBudgetLineFigures *figures = booking->lines->pdata[i];

    if (figures->number == number)
      put_place (booking->places, id, i);
  }
  return TRUE;
}

GHashTable *
spil_budget_place_lines (SpilStore *store, GPtrArray *lines, SpilId version, SpilId line, GError **error)
{
  const SpilGiven parameters[] = { SPIL_GIVE_ID (version), SPIL_GIVE_ID (line) };
  g_autoptr (GHashTable) places = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, NULL);
  Booking booking = { .lines = lines, .places = places };

  for (guint i = 0; i < lines->len; i++)
    put_place (places, *(const SpilId *) lines->pdata[i], i);
  return spil_read_each (store, "SELECT id, number FROM budget_line WHERE id IN (" SPIL_BUDGET_LINES_SQL ")",
                         parameters, G_N_ELEMENTS (parameters), take_line, &booking, error)
             ? g_steal_pointer (&places)
             : NULL;
}

SpilBudgetLineFigures *
spil_budget_find_placed (GPtrArray *lines, GHashTable *places, const SpilId *line)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, line));

  return place > 0 ? lines->pdata[place - 1] : NULL;
}

/* Columns: line, VAT, committed, drawn; or reserved, used. */
static gboolean
take_drawn (SpilStatement *row, gpointer user_data)
{
  Booking *booking = user_data;
  SpilId id = spil_statement_get_id (row, 0);
  SpilBudgetLineFigures *line = spil_budget_find_placed (booking->lines, booking->places, &id);
  SpilMoney amount = spil_get_money (row, 2, 1), drawn = spil_get_money (row, 3, 1);

  if (line != NULL && booking->kind == SPIL_BOOKING_COMMITMENT)
    spil_budget_line_add_commitment (line, amount, drawn, 1);
  else if (line != NULL)
    spil_budget_line_add_reservation (line, amount, drawn, 1);
  return TRUE;
}

static void
take_booked (const SpilBookedOnLine *booked, gpointer user_data)
{
  Booking *booking = user_data;
  SpilBudgetLineFigures *line = spil_budget_find_placed (booking->lines, booking->places, &booked->line);

  for (int vat = SPIL_VAT_UNKNOWN; line != NULL && vat <= SPIL_VAT_INCLUDED; vat++)
    if (booked->n[vat] > 0)
      spil_budget_line_add (line, booking->kind, spil_money (booked->cents[vat], (SpilVat) vat),
                            booked->n[vat]);
}

/*
 * What is drawn down, one row for each: of one line by the index of the lines, of all lines as they lie in the table (@how). The plus keeps SQLite from the index of what takes
 * back: by that it would read the bookings of all lines.
 */
#define DRAWN_SQL(table, how, amount, drawn)                                                                 \
  "SELECT b.line, b.vat, " amount ", " drawn " FROM " table " b" how " WHERE b.dead = 0"                      \
  " AND +b.reverses IS NULL AND b.line IN (" SPIL_BUDGET_LINES_SQL ") AND " SPIL_UNTIL_SQL ("b", "?4")
#define RESERVATIONS_SQL(how)                                                                                \
  DRAWN_SQL ("reservation", how, SPIL_RESERVED_SQL ("b", "?4"), SPIL_USED_SQL ("b", "?4"))
#define COMMITMENTS_SQL(how)                                                                                 \
  DRAWN_SQL ("commitment", how, SPIL_COMMITTED_SQL ("b", "?4"), SPIL_DRAWN_SQL ("b", "?4"))

static gboolean
read_drawn (SpilStore *store, Booking *booking, SpilBookingKind kind, gboolean all,
            const SpilGiven *parameters, gsize n, GError **error)
{
  static const char *const sql[][2] = {
    [SPIL_BOOKING_RESERVATION] = { RESERVATIONS_SQL (""), RESERVATIONS_SQL (" NOT INDEXED") },
    [SPIL_BOOKING_COMMITMENT] = { COMMITMENTS_SQL (""), COMMITMENTS_SQL (" NOT INDEXED") },
  };

  booking->kind = kind;
  return spil_read_each (store, sql[kind][all], parameters, n, take_drawn, booking, error);
}

/* A forecast counts whatever its day. */
static gboolean
read_bookings (SpilStore *store, GPtrArray *lines, SpilId version, SpilId line, SpilDay day, GError **error)
{
  const SpilGiven parameters[] = { SPIL_GIVE_ID (version), SPIL_GIVE_ID (line), spil_give_day (day) };
  const gsize n = G_N_ELEMENTS (parameters);
  const gboolean all = spil_id_is_nil (line);
  g_autoptr (GHashTable) places = spil_budget_place_lines (store, lines, version, line, error);
  Booking booking = { lines, places, SPIL_BOOKING_RESERVATION };

  if (places == NULL || !read_drawn (store, &booking, SPIL_BOOKING_RESERVATION, all, parameters, n, error) ||
      !read_drawn (store, &booking, SPIL_BOOKING_COMMITMENT, all, parameters, n, error))
    return FALSE;
  booking.kind = SPIL_BOOKING_ACTUAL;
  if (!spil_budget_each_booked (store, booking.kind, version, line, SPIL_DAY_NONE, day, take_booked, &booking,
                                error))
    return FALSE;
  booking.kind = SPIL_BOOKING_FORECAST;
  return spil_budget_each_booked (store, booking.kind, version, line, SPIL_DAY_NONE, SPIL_DAY_NONE,
                                  take_booked, &booking, error);
}

GPtrArray *
spil_budget_read_lines (SpilStore *store, SpilId version, SpilId line, GError **error)
{
  static const char sql[] =
      "SELECT id, number, name, pm, amount, vat, outside FROM budget_line"
      " WHERE dead = 0 AND version = ?2 AND (?3 IS NULL OR id = ?3) ORDER BY number, row";
  const SpilGiven parameters[] = { SPIL_GIVE_ID (version), SPIL_GIVE_ID (line) };

  return spil_read_all (store, sql, parameters, G_N_ELEMENTS (parameters), make_line, NULL,
                        (GDestroyNotify) spil_budget_line_figures_free, error);
}

static GPtrArray *
query_lines (SpilStore *store, SpilId version, SpilId line, SpilDay day, GError **error)
{
  g_autoptr (GPtrArray) lines = spil_budget_read_lines (store, version, line, error);

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
