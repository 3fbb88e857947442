// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-budget-private.h"
#include "spil-budget-query.h"
#include "spil-entity.h"
#include "spil-search.h"

G_STATIC_ASSERT (SPIL_BOOKING_RESERVATION == 0 && SPIL_BOOKING_COMMITMENT == 1 && SPIL_BOOKING_ACTUAL == 2 &&
                 SPIL_BOOKING_FORECAST == 3);

/* ?2 and ?3: SPIL_BUDGET_LINES_SQL; ?4: kinds; ?5, ?6: days; ?7: words; ?8: late; ?9: open. */
#define N_FILTER 8

/* A booking b of one kind; @bit is 1 << its number, @late and @open say when it is so. */
#define WHERE_SQL(table, bit, late, open)                                                                    \
  " FROM " table " b WHERE b.dead = 0 AND b.line IN (" SPIL_BUDGET_LINES_SQL ")"                             \
  " AND (?4 = 0 OR ?4 & " bit ") AND (?5 IS NULL OR b.date >= ?5) AND (?6 IS NULL OR b.date <= ?6)"          \
  " AND (?7 IS NULL OR b.row IN (SELECT rowid FROM search_" table " WHERE search_" table " MATCH ?7))"       \
  " AND (?8 = 0 OR " late ") AND (?9 = 0 OR (" open "))"

#define NEVER "0"
#define LATE "b.late_of IS NOT NULL"
#define NOT_REVERSED(table)                                                                                  \
  "b.reverses IS NULL AND NOT EXISTS (SELECT 1 FROM " table " r WHERE r.reverses = b.id AND r.dead = 0)"
#define RESERVATION_WHERE                                                                                    \
  WHERE_SQL ("reservation", "1", NEVER,                                                                      \
             "b.reverses IS NULL AND " SPIL_RESERVED_SQL ("b", "NULL") " > " SPIL_USED_SQL ("b", "NULL"))
#define COMMITMENT_WHERE                                                                                     \
  WHERE_SQL ("commitment", "2", LATE,                                                                        \
             "b.reverses IS NULL AND " SPIL_COMMITTED_SQL ("b", "NULL") " > " SPIL_DRAWN_SQL ("b", "NULL"))
#define ACTUAL_WHERE WHERE_SQL ("actual", "4", LATE, NEVER)
#define FORECAST_WHERE WHERE_SQL ("forecast", "8", NEVER, NOT_REVERSED ("forecast"))

/* The words of a filter, and what it asks, as parameters. @filter is what was asked with its version filled in. */
typedef struct
{
  SpilBookingFilter filter;
  SpilVat vat;
  char *match; /* owned */
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
  return find_version (store, self, error);
}

static void
give (const Asked *self, SpilGiven given[N_FILTER])
{
  const SpilBookingFilter *filter = &self->filter;

  given[0] = SPIL_GIVE_ID (filter->version);
  given[1] = SPIL_GIVE_ID (filter->line);
  given[2] = SPIL_GIVE_INTEGER (filter->kinds);
  given[3] = spil_give_day (filter->first);
  given[4] = spil_give_day (filter->last);
  given[5] = SPIL_GIVE_TEXT (self->match);
  given[6] = SPIL_GIVE_INTEGER (filter->late);
  given[7] = SPIL_GIVE_INTEGER (filter->open_only);
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

/* What the kinds have in common; @own are the columns that not all have, in this order: commitment, reservation, decision, late_of, release, application. */
#define COLUMNS_SQL(kind, reference, own)                                                                    \
  "SELECT " kind " AS kind, b.id AS id, b.date AS date, b.amount AS amount, b.vat AS vat, b.line AS line,"   \
  " b.counterpart AS counterpart, b.description AS description, " reference " AS reference,"                  \
  " b.reverses AS reverses, " own ", b.born_time AS born, b.row AS row"

#define PAGE_SQL                                                                                             \
  COLUMNS_SQL ("0", "b.reference",                                                                           \
               "NULL AS commitment, NULL AS reservation, NULL AS decision, NULL AS late_of,"                 \
               " NULL AS release, NULL AS application")                                                      \
  RESERVATION_WHERE " UNION ALL " COLUMNS_SQL (                                                              \
      "1", "b.reference",                                                                                    \
      "NULL, b.reservation, b.decision, b.late_of, b.release, b.application") COMMITMENT_WHERE               \
  " UNION ALL " COLUMNS_SQL ("2", "b.reference", "b.commitment, NULL, b.decision, b.late_of, NULL, NULL")    \
      ACTUAL_WHERE                                                                                           \
  " UNION ALL " COLUMNS_SQL ("3", "NULL", "NULL, NULL, NULL, NULL, NULL, NULL") FORECAST_WHERE               \
  " ORDER BY date DESC, born DESC, row DESC LIMIT ?10 OFFSET ?11"

#define REVERSED_SQL(table)                                                                                  \
  "EXISTS (SELECT 1 FROM " table " r WHERE r.reverses = p.id AND r.dead = 0)"

/* An expense belongs to the application whose payment it is, else to that of its commitment. */
#define APPLICATION_SQL                                                                                      \
  "coalesce (p.application, (SELECT y.application FROM payment y WHERE y.actual = p.id AND y.dead = 0),"      \
  " (SELECT c.application FROM commitment c WHERE c.id = p.commitment))"

static const char register_sql[] =
    "SELECT p.kind, p.id, p.date, p.amount, p.vat, p.line, p.counterpart, p.description, p.reference,"
    " p.reverses, p.commitment, p.reservation, p.decision, p.late_of, p.release, l.number, l.name,"
    " CASE p.kind WHEN 0 THEN " REVERSED_SQL (
        "reservation") " WHEN 1 THEN EXISTS (SELECT 1 FROM commitment r WHERE r.reverses = p.id AND r.dead = 0 AND r.release IS NOT 1)"
                       " WHEN 2 THEN " REVERSED_SQL ("actual") " ELSE " REVERSED_SQL ("forecast") " END, " APPLICATION_SQL ", (SELECT o.name FROM application n JOIN organisation o ON o.id = " SPIL_HEAD_SQL (
                           "n.organisation") " WHERE n.id = " APPLICATION_SQL "),"
                                             " (SELECT c.description FROM commitment c WHERE c.id = p.commitment AND c.dead = 0),"
                                             " CASE p.kind WHEN 0 THEN " SPIL_RESERVED_SQL ("p", "NULL") " WHEN 1 THEN " SPIL_COMMITTED_SQL ("p", "NULL") " WHEN 3 THEN CASE WHEN " REVERSED_SQL (
                                                 "forecast") " THEN 0 ELSE p.amount END ELSE 0 END,"
                                                             " CASE p.kind WHEN 0 THEN " SPIL_USED_SQL ("p", "NULL") " WHEN 1 THEN " SPIL_DRAWN_SQL (
                                                                 "p",
                                                                 "NULL") " ELSE 0 END FROM (" PAGE_SQL
                                                                         ") p LEFT JOIN budget_line l ON l.id = p.line"
                                                                         " ORDER BY p.date DESC, p.born DESC, p.row DESC";

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
  return spil_read_all (store, register_sql, given, G_N_ELEMENTS (given), make_booking, NULL,
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

typedef struct
{
  SpilBookingSums *sums;
  SpilVat vat;
} Adding;

/* Columns: kind, VAT, outside, sum, bookings. */
static gboolean
take_sum (SpilStatement *row, gpointer user_data)
{
  const Adding *self = user_data;
  int kind = spil_get_int (row, 0);
  int64_t n = spil_statement_get_integer (row, 4);

  self->sums->n += n;
  self->sums->n_of[kind] += n;
  if ((SpilVat) spil_get_int (row, 1) != self->vat)
    self->sums->left_out += n;
  else if (spil_get_int (row, 2) != 0)
    self->sums->outside[kind].cents += spil_statement_get_integer (row, 3);
  else
    self->sums->amount[kind].cents += spil_statement_get_integer (row, 3);
  return TRUE;
}

#define SUM_SQL(kind)                                                                                        \
  "SELECT " kind ", b.vat, ?3 IS NULL AND (SELECT l.number FROM budget_line l WHERE l.id = b.line)"           \
  " IN (" SPIL_BUDGET_OUTSIDE_SQL ") AS outside, sum (b.amount), count (*)"
#define GROUP_SQL " GROUP BY b.vat, outside"

gboolean
spil_budget_query_register_sums (SpilStore *store, const SpilBookingFilter *filter, SpilBookingSums *sums,
                                 GError **error)
{
  static const char sql[] = SUM_SQL ("0") RESERVATION_WHERE GROUP_SQL " UNION ALL " SUM_SQL ("1")
      COMMITMENT_WHERE GROUP_SQL " UNION ALL " SUM_SQL ("2") ACTUAL_WHERE GROUP_SQL
      " UNION ALL " SUM_SQL ("3") FORECAST_WHERE GROUP_SQL;
  SpilGiven given[N_FILTER];
  g_auto (Asked) asked = { 0 };
  Adding adding;

  *sums = (SpilBookingSums) { 0 };
  if (!asked_init (&asked, store, filter, error))
    return FALSE;
  for (int i = 0; i < SPIL_N_BOOKING_KINDS; i++)
    sums->amount[i].vat = sums->outside[i].vat = asked.vat;
  adding = (Adding) { sums, asked.vat };
  give (&asked, given);
  return spil_read_each (store, sql, given, G_N_ELEMENTS (given), take_sum, &adding, error);
}
