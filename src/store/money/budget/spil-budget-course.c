// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-budget-private.h"
#include "spil-budget-query.h"

/* The lines on each day while bookings are added, and the commitment that is being read. */
typedef struct
{
  const SpilDay *days;
  gsize n_days;
  GPtrArray *course; /* of arrays of lines, one for each day */
  GHashTable *places;
  gsize day; /* expenses: the first day on which they are there */
  SpilId commitment;
  gboolean counts; /* the commitment does; else what follows is of one that is not there */
  SpilId line;
  SpilVat vat;
  SpilDay since;
  int64_t *committed; /* what is added on each day, in cents */
  int64_t *drawn;
} Course;

static SpilBudgetLineFigures *
find_line (const Course *self, gsize day, const SpilId *line)
{
  return spil_budget_find_placed (self->course->pdata[day], self->places, line);
}

/* Adds the commitment that was read to its line, on the days on which it was there. */
static void
finish_commitment (Course *self)
{
  int64_t committed = 0, drawn = 0;

  for (gsize i = 0; self->counts && i < self->n_days; i++) {
    SpilBudgetLineFigures *line = find_line (self, i, &self->line);

    committed += self->committed[i];
    drawn += self->drawn[i];
    if (line != NULL && spil_day_compare (self->since, self->days[i]) <= 0)
      spil_budget_line_add_commitment (line, spil_money (committed, self->vat), spil_money (drawn, self->vat),
                                       1);
  }
}

/* Columns from 2 on: line, VAT, day. */
static void
begin_commitment (Course *self, SpilStatement *row)
{
  finish_commitment (self);
  self->commitment = spil_statement_get_id (row, 0);
  self->counts = TRUE;
  self->line = spil_statement_get_id (row, 2);
  self->vat = (SpilVat) spil_get_int (row, 3);
  self->since = spil_get_day (row, 4);
  memset (self->committed, 0, self->n_days * sizeof *self->committed);
  memset (self->drawn, 0, self->n_days * sizeof *self->drawn);
}

/* Columns: commitment, 0 for itself or 1 for what belongs to it, line, VAT, day, committed, drawn. By commitment, itself first. */
static gboolean
take_commitment (SpilStatement *row, gpointer user_data)
{
  Course *self = user_data;
  SpilId commitment = spil_statement_get_id (row, 0);
  SpilDay day = spil_get_day (row, 4);

  if (spil_get_int (row, 1) == 0)
    begin_commitment (self, row);
  else if (!spil_id_equal (commitment, self->commitment) || (SpilVat) spil_get_int (row, 3) != self->vat)
    return TRUE;
  for (gsize i = 0; i < self->n_days; i++)
    if (spil_day_compare (day, self->days[i]) <= 0) {
      self->committed[i] += spil_statement_get_integer (row, 5);
      self->drawn[i] += spil_statement_get_integer (row, 6);
      break;
    }
  return TRUE;
}

/* What refers to commitments by @column, and what takes that back; as SPIL_COMMITTED_SQL and SPIL_DRAWN_SQL, but each on its own day. */
#define BELONGS_SQL(table, column, committed, drawn, other)                                                  \
  " UNION ALL SELECT x." column ", 1, NULL, x.vat, x.date, " committed ("x") ", " drawn ("x") " FROM " table  \
  " x WHERE x.dead = 0 AND x." column " > x'' UNION ALL SELECT x." column ", 1, NULL, x.vat, z.date, "         \
  committed ("z") ", " drawn ("z") " FROM " table " z CROSS JOIN " table " x ON x.id = z.reverses"            \
  " WHERE z.dead = 0 AND z.reverses > x'' AND x.dead = 0 AND x." column " > x'' AND z.vat IS x.vat" other
#define AMOUNT(row) row ".amount"
#define NOTHING(row) "0"

static gboolean
read_commitments (SpilStore *store, SpilId version, Course *self, GError **error)
{
  static const char sql[] =
      "SELECT b.id, 0, b.line, b.vat, b.date, b.amount, 0 FROM commitment b WHERE b.dead = 0"
      " AND +b.reverses IS NULL AND +b.line IN (" SPIL_BUDGET_LINES_SQL
      ")" BELONGS_SQL ("commitment", "reverses", AMOUNT, NOTHING, "") BELONGS_SQL (
          "actual", "commitment", NOTHING, AMOUNT, " AND +z.commitment IS NULL") " ORDER BY 1, 2";
  const SpilGiven parameters[] = { SPIL_GIVE_ID (version), SPIL_GIVE_NULL };
  g_autofree int64_t *committed = g_new0 (int64_t, self->n_days);
  g_autofree int64_t *drawn = g_new0 (int64_t, self->n_days);
  gboolean read;

  self->committed = committed;
  self->drawn = drawn;
  read = spil_read_each (store, sql, parameters, G_N_ELEMENTS (parameters), take_commitment, self, error);
  finish_commitment (self);
  return read;
}

/* What was spent on a day is spent on all later ones. */
static void
take_spent (const SpilBookedOnLine *booked, gpointer user_data)
{
  Course *self = user_data;

  for (gsize i = self->day; i < self->n_days; i++) {
    SpilBudgetLineFigures *line = find_line (self, i, &booked->line);

    for (int vat = SPIL_VAT_UNKNOWN; line != NULL && vat <= SPIL_VAT_INCLUDED; vat++)
      if (booked->n[vat] > 0)
        spil_budget_line_add (line, SPIL_BOOKING_ACTUAL, spil_money (booked->cents[vat], (SpilVat) vat),
                              booked->n[vat]);
  }
}

static gboolean
read_spent (SpilStore *store, SpilId version, Course *self, GError **error)
{
  for (self->day = 0; self->day < self->n_days; self->day++) {
    SpilDay first = self->day == 0 ? SPIL_DAY_NONE : spil_day_add (self->days[self->day - 1], 1);

    if (!spil_budget_each_booked (store, SPIL_BOOKING_ACTUAL, version, SPIL_ID_NIL, first,
                                  self->days[self->day], take_spent, self, error))
      return FALSE;
  }
  return TRUE;
}

GPtrArray *
spil_budget_query_course (SpilStore *store, SpilId version, const SpilDay *days, gsize n_days, GError **error)
{
  g_autoptr (GPtrArray) course = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) places = NULL;
  Course self = { .days = days, .n_days = n_days, .course = course };

  for (gsize i = 0; i < n_days; i++) {
    GPtrArray *lines = spil_budget_read_lines (store, version, SPIL_ID_NIL, error);

    if (lines == NULL)
      return NULL;
    g_ptr_array_add (course, lines);
  }
  if (n_days == 0)
    return g_steal_pointer (&course);
  places = spil_budget_place_lines (store, course->pdata[0], version, SPIL_ID_NIL, error);
  self.places = places;
  if (places == NULL || !read_commitments (store, version, &self, error) ||
      !read_spent (store, version, &self, error))
    return NULL;
  return g_steal_pointer (&course);
}
