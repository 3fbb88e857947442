// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-budget-rule.h"
#include "spil-read.h"
#include "spil-record.h"

G_BEGIN_DECLS

/* SQL that the queries of the budget share. @day is the parameter with the last day that counts, or "NULL". */

/**
 * The lines whose bookings belong together: those of all versions of one year, since a later version takes along what was
 * booked on the same number. Also a version that was undone on another laptop after something was booked on it: that money is not
 * lost. ?2: the version; ?3: the line, or null for all.
 */
#define SPIL_BUDGET_LINES_SQL                                                                                \
  "SELECT l.id FROM budget_line l JOIN budget_version v ON v.id = l.version WHERE v.programme = ?1"          \
  " AND v.year IS (SELECT year FROM budget_version WHERE id = ?2)"                                           \
  " AND (?3 IS NULL OR l.number = (SELECT number FROM budget_line WHERE id = ?3))"

/** The numbers of the lines that version ?2 shows beside its budget. */
#define SPIL_BUDGET_OUTSIDE_SQL                                                                              \
  "SELECT number FROM budget_line WHERE version = ?2 AND dead = 0 AND outside = 1"

/** The lines of which the bookings are added up: those that were asked for, and where that is all, without those outside the budget. */
#define SPIL_BUDGET_COUNTED_SQL                                                                              \
  SPIL_BUDGET_LINES_SQL " AND (?3 IS NOT NULL OR l.number NOT IN (" SPIL_BUDGET_OUTSIDE_SQL "))"

#define SPIL_UNTIL_SQL(row, day) "(" day " IS NULL OR " row ".date <= " day ")"

/*
 * The sum of the rows of @table that refer to @of, each with what takes it back in turn, which counts on a day of its own. @own and @other are conditions besides, on a row
 * x that refers and on a row z that takes it back. Few are taken back: which ones is looked up once, not for each row, so that the rest needs no more than an index. (A plus in
 * them keeps SQLite from an index of what most rows lack.)
 */
#define SPIL_SUM_SQL(table, column, of, day, own, other)                                                     \
  "(coalesce ((SELECT sum (x.amount) FROM " table " x WHERE x." column " = " of ".id AND x.dead = 0"          \
  " AND x.vat IS " of ".vat AND " SPIL_UNTIL_SQL ("x", day) own "), 0)"                                      \
  " + CASE WHEN " of ".id IN (SELECT x." column " FROM " table " z CROSS JOIN " table " x ON x.id = z.reverses" \
  " WHERE z.dead = 0 AND z.reverses > x'' AND x." column " IS NOT NULL" other ") THEN coalesce ((SELECT sum (z.amount)"   \
  " FROM " table " x CROSS JOIN " table " z ON z.reverses = x.id WHERE x." column " = " of ".id AND x.dead = 0"                \
  " AND x.vat IS " of ".vat" own " AND z.dead = 0 AND z.vat IS x.vat AND " SPIL_UNTIL_SQL ("z", day) other "), 0) ELSE 0 END)"

/** What stands of commitment @c: its reversals and releases are taken off, and what took one of those back is added again. */
#define SPIL_COMMITTED_SQL(c, day)                                                                           \
  "(" c ".amount + " SPIL_SUM_SQL ("commitment", "reverses", c, day, "", "") ")"

/** What was drawn of commitment @c. What an expense that was reversed drew down comes back, also where the reversal does not name the commitment. */
#define SPIL_DRAWN_SQL(c, day)                                                                               \
  SPIL_SUM_SQL ("actual", "commitment", c, day, "", " AND +z.commitment IS NULL")

/** What stands of reservation @s: its reversals taken off, what took one of those back added again. */
#define SPIL_RESERVED_SQL(s, day)                                                                            \
  "(" s ".amount + " SPIL_SUM_SQL ("reservation", "reverses", s, day, "", "") ")"

/**
 * What commitments used of reservation @s. One that was reversed gives it back, also where the reversal does not name the
 * reservation; a release, and what takes that back, does not: what was reserved for was ordered, for less.
 */
#define SPIL_USED_SQL(s, day)                                                                                \
  SPIL_SUM_SQL ("commitment", "reservation", s, day,                                                         \
                " AND x.release IS NOT 1 AND NOT EXISTS (SELECT 1 FROM commitment y WHERE y.id = x.reverses"  \
                " AND y.release = 1)",                                                                       \
                " AND z.release IS NOT 1 AND +z.reservation IS NULL")

/** Condition: closed period @p is closed now. Of the same days, closed on two laptops, only the first one is. */
#define SPIL_CLOSED_SQL(p)                                                                                   \
  p ".dead = 0 AND " p ".reopens IS NULL AND NOT EXISTS (SELECT 1 FROM closed_period x"                      \
  " WHERE x.dead = 0 AND x.reopens = " p ".id) AND NOT EXISTS (SELECT 1 FROM closed_period x"                \
  " WHERE x.dead = 0 AND x.reopens IS NULL AND x.programme = " p ".programme AND x.first = " p               \
  ".first AND x.last = " p ".last AND x.id < " p ".id AND NOT EXISTS"                                        \
  " (SELECT 1 FROM closed_period y WHERE y.dead = 0 AND y.reopens = x.id))"

/** What was booked of one kind on one line: for each VAT note the sum in cents, and how many bookings it is of. */
typedef struct
{
  SpilId line;
  int number;
  gboolean outside; /**< the version shows the number beside its budget */
  int64_t cents[SPIL_VAT_INCLUDED + 1];
  int n[SPIL_VAT_INCLUDED + 1];
} SpilBookedOnLine;

typedef void (*SpilEachBooked) (const SpilBookedOnLine *booked, gpointer user_data);

/**
 * Shows @each what was booked of @kind from @first to @last (SPIL_DAY_NONE: any) on each line that belongs with @version, or with the number of @line: of the lines on which anything was
 * booked. An index alone answers it.
 */
gboolean
spil_budget_each_booked (SpilStore *store, SpilBookingKind kind, SpilId version, SpilId line, SpilDay first,
                         SpilDay last, SpilEachBooked each, gpointer user_data, GError **error);

/** The lines of @version (nil @line: all) by number, as SpilBudgetLineFigures on which nothing is booked yet. Free with g_ptr_array_unref(). */
GPtrArray *spil_budget_read_lines (SpilStore *store, SpilId version, SpilId line, GError **error);

/** Where bookings go among @lines: the id of each line of any version of the year, with what spil_budget_find_placed() looks up. Free with g_hash_table_unref(). */
GHashTable *
spil_budget_place_lines (SpilStore *store, GPtrArray *lines, SpilId version, SpilId line, GError **error);
/** The one of @lines that bookings on @line go to; NULL: none. */
SpilBudgetLineFigures *spil_budget_find_placed (GPtrArray *lines, GHashTable *places, const SpilId *line);

/** Refuses with a sentence when another version of its year was decided after @version (a record of one that was decided, or that is the base of a proposal). */
gboolean spil_budget_check_latest (SpilStore *store, SpilRecord *version, GError **error);

/** Makes of a line the one of its number in the version of its year that is in force today, where that has it. */
gboolean spil_budget_find_line_now (SpilStore *store, SpilId *line, GError **error);

G_END_DECLS
