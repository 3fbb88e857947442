// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-budget-private.h"
#include "spil-budget-query.h"
#include "spil-entity.h"
#include "spil-search.h"

G_STATIC_ASSERT (SPIL_BOOKING_RESERVATION == 0 && SPIL_BOOKING_COMMITMENT == 1 && SPIL_BOOKING_ACTUAL == 2 &&
                 SPIL_BOOKING_FORECAST == 3);

/* ?2 and ?3: SPIL_BUDGET_LINES_SQL; ?4: kinds; ?5, ?6: days; ?7: words; ?8: late; ?9: open; ?10: amount. */
#define N_FILTER 9

/*
 * Two ways to the same rows: those of each line, or those of the programme from the newest on, until there are enough. The plus keeps SQLite from the index of the lines.
 */
#define BY_LINE "b.line"
#define BY_DAY "b.programme = ?1 AND +b.line"

/* A booking b of one kind; @bit is 1 << its number, @late and @open say when it is so. */
#define WHERE_SQL(by, table, bit, late, open)                                                                    \
  " FROM " table " b WHERE b.dead = 0 AND " by " IN (" SPIL_BUDGET_LINES_SQL ")"                             \
  " AND (?4 = 0 OR ?4 & " bit ") AND b.date >= ?5 AND b.date <= ?6"          \
  " AND (?7 IS NULL OR b.row IN (SELECT rowid FROM search_" table " WHERE search_" table " MATCH ?7) OR (?10 IS NOT NULL AND abs (b.amount) = ?10))"       \
  " AND (?8 = 0 OR " late ") AND (?9 = 0 OR (" open "))"

#define NEVER "0"
#define LATE "b.late_of IS NOT NULL"
#define NOT_REVERSED(table)                                                                                  \
  "+b.reverses IS NULL AND NOT EXISTS (SELECT 1 FROM " table " r WHERE r.reverses = b.id AND r.dead = 0)"
#define RESERVATION_WHERE(by)                                                                                    \
  WHERE_SQL (by, "reservation", "1", NEVER,                                                                      \
             "+b.reverses IS NULL AND " SPIL_RESERVED_SQL ("b", "NULL") " > " SPIL_USED_SQL ("b", "NULL"))
#define COMMITMENT_WHERE(by)                                                                                     \
  WHERE_SQL (by, "commitment", "2", LATE,                                                                        \
             "+b.reverses IS NULL AND " SPIL_COMMITTED_SQL ("b", "NULL") " > " SPIL_DRAWN_SQL ("b", "NULL"))
#define ACTUAL_WHERE(by) WHERE_SQL (by, "actual", "4", LATE, NEVER)
#define FORECAST_WHERE(by) WHERE_SQL (by, "forecast", "8", NEVER, NOT_REVERSED ("forecast"))

/* The words of a filter, and what it asks, as parameters. @filter is what was asked with its version filled in. */
typedef struct
{
  SpilBookingFilter filter;
  SpilVat vat;
  char *match; /* owned */
  gboolean has_amount; /* the words are an amount */
  int64_t amount;
} Asked;

static void
asked_clear (Asked *self)
{
  g_free (self->match);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Asked, asked_clear)

/* Columns: version, VAT. */
static gboolean
take_version (SpilStatement *row, gpointer user_data)
{
  Asked *self = user_data;

  self->filter.version = spil_statement_get_id (row, 0);
  self->vat = (SpilVat) spil_get_int (row, 1);
  return FALSE;
}

static gboolean
find_version (SpilStore *store, Asked *self, GError **error)
{
  static const char sql[] =
      "SELECT id, vat FROM budget_version"
      " WHERE id = coalesce (?2, (SELECT version FROM budget_line WHERE id = ?3)) AND dead = 0";
  const SpilGiven parameters[] = { SPIL_GIVE_ID (self->filter.version), SPIL_GIVE_ID (self->filter.line) };
  g_autoptr (SpilBudgetVersionRow) current = NULL;
  g_autoptr (GError) local = NULL;

  if (!spil_id_is_nil (self->filter.version) || !spil_id_is_nil (self->filter.line))
    return spil_read_each (store, sql, parameters, G_N_ELEMENTS (parameters), take_version, self, error);
  current = spil_budget_query_current (store, spil_day_today (), &local);
  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  if (current != NULL) {
    self->filter.version = current->id;
    self->vat = current->vat;
  }
  return TRUE;
}

static gboolean
asked_init (Asked *self, SpilStore *store, const SpilBookingFilter *filter, GError **error)
{
  *self = (Asked) { .filter = *filter };
  self->match = filter->text != NULL ? spil_search_make_match (filter->text) : NULL;
  self->has_amount = filter->text != NULL && spil_money_parse (filter->text, &self->amount);
  return find_version (store, self, error);
}

static void
give (const Asked *self, SpilGiven given[N_FILTER])
{
  const SpilBookingFilter *filter = &self->filter;

  given[0] = SPIL_GIVE_ID (filter->version);
  given[1] = SPIL_GIVE_ID (filter->line);
  given[2] = SPIL_GIVE_INTEGER (filter->kinds);
  given[3] = spil_day_is_known (filter->first) ? spil_give_day (filter->first)
                                               : SPIL_GIVE_INTEGER (G_MININT32);
  given[4] = spil_day_is_known (filter->last) ? spil_give_day (filter->last) : SPIL_GIVE_INTEGER (G_MAXINT32);
  given[5] = SPIL_GIVE_TEXT (self->match);
  given[6] = SPIL_GIVE_INTEGER (filter->late);
  given[7] = SPIL_GIVE_INTEGER (filter->open_only);
  given[8] = self->has_amount ? SPIL_GIVE_INTEGER (ABS (self->amount)) : SPIL_GIVE_NULL;
}

static SpilBudgetBookingRow *
new_booking (SpilStatement *row)
{
  SpilBudgetBookingRow *self = g_new0 (SpilBudgetBookingRow, 1);

  self->kind = (SpilBookingKind) spil_get_int (row, 0);
  self->id = spil_statement_get_id (row, 1);
  self->date = spil_get_day (row, 2);
  self->amount = spil_get_money (row, 3, 4);
  self->line = spil_statement_get_id (row, 5);
  self->counterpart = spil_get_text (row, 6);
  self->description = spil_get_text (row, 7);
  self->reference = spil_get_text (row, 8);
  self->original = spil_statement_get_id (row, 9);
  self->reverses = !spil_id_is_nil (self->original);
  self->commitment = spil_statement_get_id (row, 10);
  self->reservation = spil_statement_get_id (row, 11);
  self->decision = spil_statement_get_id (row, 12);
  self->late_of = spil_get_day (row, 13);
  self->release = spil_statement_get_integer (row, 14) != 0;
  return self;
}

/* Columns: those of new_booking(), then what goes with it. */
static gpointer
make_booking (SpilStatement *row, gpointer user_data)
{
  SpilBudgetBookingRow *self = new_booking (row);
  SpilMoney stands = spil_get_money (row, 21, 4);

  self->line_number = spil_get_int (row, 15);
  self->line_name = g_strdup (spil_statement_get_text (row, 16));
  self->reversed = spil_statement_get_integer (row, 17) != 0;
  self->application = spil_statement_get_id (row, 18);
  self->application_name = spil_get_text (row, 19);
  self->commitment_name = spil_get_text (row, 20);
  self->drawn = spil_get_money (row, 22, 4);
  self->open = spil_money (self->reverses ? 0 : MAX (0, stands.cents - self->drawn.cents), stands.vat);
  return self;
}

void
spil_budget_booking_row_free (SpilBudgetBookingRow *self)
{
  if (self == NULL)
    return;
  g_free (self->counterpart);
  g_free (self->description);
  g_free (self->line_name);
  g_free (self->reference);
  g_free (self->application_name);
  g_free (self->commitment_name);
  g_free (self);
}

/* Which rows of which tables are on the page, before anything else is read of them. */
#define KEYS_SQL(kind) "SELECT " kind " AS kind, b.row AS row, b.date AS date, b.born_time AS born"
#define PAGE_SQL(by)                                                                                             \
  KEYS_SQL ("0")                                                                                             \
  RESERVATION_WHERE (by) " UNION ALL " KEYS_SQL ("1") COMMITMENT_WHERE (by) " UNION ALL " KEYS_SQL ("2")               \
      ACTUAL_WHERE (by) " UNION ALL " KEYS_SQL ("3")                                                              \
          FORECAST_WHERE (by) " ORDER BY date DESC, born DESC, row DESC LIMIT ?11 OFFSET ?12"

/* Each row r, c, a or f of the page as p, with the columns that not all have. */
#define JOIN_SQL(table, of, kind) " LEFT JOIN " table " " of " ON k.kind = " kind " AND " of ".row = k.row"
#define ANY_SQL(column) "coalesce (r." column ", c." column ", a." column ", f." column ") AS " column
#define REVERSED_SQL(table, of, own)                                                                         \
  "EXISTS (SELECT 1 FROM " table " x WHERE x.reverses = " of ".id AND x.dead = 0" own ")"

/* An expense belongs to the application whose payment it is, else to that of its commitment. */
#define APPLICATION_SQL                                                                                      \
  "coalesce (c.application, (SELECT y.application FROM payment y WHERE y.actual = a.id AND y.dead = 0),"      \
  " (SELECT x.application FROM commitment x WHERE x.id = a.commitment))"

/* What a booking of the page stands for, whether it was taken back, and what was drawn of it. */
#define TAKEN_BACK_SQL                                                                                       \
  "CASE k.kind WHEN 0 THEN " REVERSED_SQL ("reservation", "r", "") " WHEN 1 THEN " REVERSED_SQL (            \
      "commitment", "c", " AND x.release IS NOT 1") " WHEN 2 THEN " REVERSED_SQL ("actual", "a",             \
                                                                                  "") " ELSE " REVERSED_SQL ("forecast", "f", "") " END"
#define STANDS_SQL                                                                                           \
  "CASE k.kind WHEN 0 THEN " SPIL_RESERVED_SQL ("r", "NULL") " WHEN 1 THEN " SPIL_COMMITTED_SQL (            \
      "c", "NULL") " WHEN 3 THEN CASE WHEN " REVERSED_SQL ("forecast", "f", "") " THEN 0 ELSE f.amount END END"
#define TAKEN_SQL                                                                                            \
  "CASE k.kind WHEN 0 THEN " SPIL_USED_SQL ("r", "NULL") " WHEN 1 THEN " SPIL_DRAWN_SQL ("c", "NULL") " END"

#define BOOKINGS_SQL(by)                                                                                     \
  "SELECT k.kind AS kind, k.row AS row, k.born AS born, k.date AS date, " ANY_SQL ("id") ", " ANY_SQL (      \
      "amount") ", " ANY_SQL ("vat") ", " ANY_SQL ("line") ", " ANY_SQL ("counterpart") ", " ANY_SQL ("description") ", " ANY_SQL ("reverses") ", coalesce (r.reference, c.reference, a.reference) AS reference," \
  " a.commitment AS commitment, c.reservation AS reservation, coalesce (c.decision, a.decision) AS decision," \
  " coalesce (c.late_of, a.late_of) AS late_of, c.release AS release, " APPLICATION_SQL " AS application, "   \
  TAKEN_BACK_SQL " AS reversed, " STANDS_SQL " AS stands, " TAKEN_SQL " AS drawn FROM (" PAGE_SQL (by) ") k"     \
  JOIN_SQL ("reservation", "r", "0") JOIN_SQL ("commitment", "c", "1") JOIN_SQL ("actual", "a", "2")         \
  JOIN_SQL ("forecast", "f", "3")

#define REGISTER_SQL(by)                                                                                     \
  "SELECT p.kind, p.id, p.date, p.amount, p.vat, p.line, p.counterpart, p.description, p.reference,"         \
  " p.reverses, p.commitment, p.reservation, p.decision, p.late_of, p.release, l.number, l.name,"            \
  " p.reversed, p.application, (SELECT o.name FROM application n JOIN organisation o"                        \
  " ON o.id = " SPIL_HEAD_SQL ("n.organisation") " WHERE n.id = p.application),"                             \
  " (SELECT x.description FROM commitment x WHERE x.id = p.commitment AND x.dead = 0), p.stands, p.drawn"    \
  " FROM (" BOOKINGS_SQL (by) ") p LEFT JOIN budget_line l ON l.id = p.line"                                 \
  " ORDER BY p.date DESC, p.born DESC, p.row DESC"

/* From the newest on where nearly all of these are asked for; few are found sooner by their line. */
static const char *
choose_sql (const SpilBookingFilter *filter)
{
  static const char by_line[] = REGISTER_SQL (BY_LINE);
  static const char by_day[] = REGISTER_SQL (BY_DAY);

  return spil_id_is_nil (filter->line) && filter->text == NULL && !filter->late ? by_day : by_line;
}

GPtrArray *
spil_budget_query_register (SpilStore *store, const SpilBookingFilter *filter, int64_t offset, int64_t limit,
                            int64_t *n, GError **error)
{
  SpilGiven given[N_FILTER + 2];
  g_auto (Asked) asked = { 0 };
  SpilBookingSums sums;

  if (!asked_init (&asked, store, filter, error))
    return NULL;
  if (n != NULL) {
    if (!spil_budget_query_register_sums (store, &asked.filter, &sums, error))
      return NULL;
    *n = sums.n;
  }
  give (&asked, given);
  given[N_FILTER] = SPIL_GIVE_INTEGER (limit > 0 ? limit : -1);
  given[N_FILTER + 1] = SPIL_GIVE_INTEGER (offset);
  return spil_read_all (store, choose_sql (&asked.filter), given, G_N_ELEMENTS (given), make_booking, NULL,
                        (GDestroyNotify) spil_budget_booking_row_free, error);
}

GPtrArray *
spil_budget_query_bookings (SpilStore *store, SpilId version, SpilId line, int64_t offset, int64_t limit,
                            GError **error)
{
  SpilBookingFilter filter = SPIL_BOOKING_FILTER_ALL;

  filter.version = version;
  filter.line = line;
  return spil_budget_query_register (store, &filter, offset, limit, NULL, error);
}

/* Columns: kind, sum, sum outside the budget, bookings, bookings with another VAT note. */
static gboolean
take_sum (SpilStatement *row, gpointer user_data)
{
  SpilBookingSums *sums = user_data;
  int kind = spil_get_int (row, 0);

  sums->amount[kind].cents += spil_statement_get_integer (row, 1);
  sums->outside[kind].cents += spil_statement_get_integer (row, 2);
  sums->n_of[kind] += spil_statement_get_integer (row, 3);
  sums->n += spil_statement_get_integer (row, 3);
  sums->left_out += spil_statement_get_integer (row, 4);
  return TRUE;
}

/* ?11: VAT note. Where all lines are asked for, those outside the budget are added up apart. */
#define IS_OUTSIDE_SQL                                                                                       \
  "(?3 IS NULL AND b.line IN (" SPIL_BUDGET_LINES_SQL " AND l.number IN (" SPIL_BUDGET_OUTSIDE_SQL ")))"
#define HAS_VAT_SQL "coalesce (b.vat, 0) = ?11"
#define SUM_SQL(kind)                                                                                        \
  "SELECT " kind ", sum (CASE WHEN " HAS_VAT_SQL " AND NOT " IS_OUTSIDE_SQL " THEN b.amount END),"            \
  " sum (CASE WHEN " HAS_VAT_SQL " AND " IS_OUTSIDE_SQL " THEN b.amount END), count (*),"                     \
  " sum (NOT (" HAS_VAT_SQL "))"

gboolean
spil_budget_query_register_sums (SpilStore *store, const SpilBookingFilter *filter, SpilBookingSums *sums,
                                 GError **error)
{
  static const char sql[] = SUM_SQL ("0") RESERVATION_WHERE (BY_LINE) " UNION ALL " SUM_SQL ("1")
      COMMITMENT_WHERE (BY_LINE) " UNION ALL " SUM_SQL ("2")
          ACTUAL_WHERE (BY_LINE) " UNION ALL " SUM_SQL ("3") FORECAST_WHERE (BY_LINE);
  SpilGiven given[N_FILTER + 1];
  g_auto (Asked) asked = { 0 };

  *sums = (SpilBookingSums) { 0 };
  if (!asked_init (&asked, store, filter, error))
    return FALSE;
  for (int i = 0; i < SPIL_N_BOOKING_KINDS; i++)
    sums->amount[i].vat = sums->outside[i].vat = asked.vat;
  give (&asked, given);
  given[N_FILTER] = SPIL_GIVE_INTEGER (asked.vat);
  return spil_read_each (store, sql, given, G_N_ELEMENTS (given), take_sum, sums, error);
}
