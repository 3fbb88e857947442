// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

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

#define SPIL_UNTIL_SQL(row, day) "(" day " IS NULL OR " row ".date <= " day ")"

/** What stands of commitment @c: its reversals and releases are taken off, and what took a release back is added again. */
#define SPIL_COMMITTED_SQL(c, day)                                                                           \
  "(" c ".amount + (SELECT coalesce (sum (x.amount), 0) FROM commitment x WHERE x.dead = 0 AND x.vat IS " c  \
  ".vat AND " SPIL_UNTIL_SQL ("x", day) " AND (x.reverses = " c ".id OR x.reverses IN"                       \
  " (SELECT y.id FROM commitment y WHERE y.reverses = " c ".id AND y.dead = 0))))"

/** What was drawn of commitment @c. What an expense that was reversed drew down comes back, also where the reversal does not name the commitment. */
#define SPIL_DRAWN_SQL(c, day)                                                                               \
  "(SELECT coalesce (sum (a.amount), 0) FROM actual a WHERE a.dead = 0 AND a.vat IS " c                      \
  ".vat AND " SPIL_UNTIL_SQL ("a", day) " AND (a.commitment = " c ".id OR (a.commitment IS NULL"             \
  " AND a.reverses IN (SELECT id FROM actual WHERE commitment = " c ".id AND dead = 0))))"

/** What stands of reservation @s: its reversals taken off. */
#define SPIL_RESERVED_SQL(s, day)                                                                            \
  "(" s ".amount + (SELECT coalesce (sum (x.amount), 0) FROM reservation x WHERE x.dead = 0 AND x.vat IS " s \
  ".vat AND " SPIL_UNTIL_SQL ("x", day) " AND (x.reverses = " s ".id OR x.reverses IN"                       \
  " (SELECT y.id FROM reservation y WHERE y.reverses = " s ".id AND y.dead = 0))))"

/**
 * What commitments used of reservation @s. One that was reversed gives it back, also where the reversal does not name the
 * reservation; a release does not: what was reserved for was ordered, for less.
 */
#define SPIL_USED_SQL(s, day)                                                                                \
  "(SELECT coalesce (sum (x.amount), 0) FROM commitment x WHERE x.dead = 0 AND x.vat IS " s                  \
  ".vat AND x.release IS NOT 1 AND " SPIL_UNTIL_SQL ("x", day) " AND (x.reservation = " s ".id OR"           \
  " (x.reservation IS NULL AND x.reverses IN (SELECT y.id FROM commitment y WHERE y.reservation = " s        \
  ".id AND y.release IS NOT 1 AND y.dead = 0))))"

/** Condition: closed period @p is closed now. Of the same days, closed on two laptops, only the first one is. */
#define SPIL_CLOSED_SQL(p)                                                                                   \
  p ".dead = 0 AND " p ".reopens IS NULL AND NOT EXISTS (SELECT 1 FROM closed_period x"                      \
  " WHERE x.dead = 0 AND x.reopens = " p ".id) AND NOT EXISTS (SELECT 1 FROM closed_period x"                \
  " WHERE x.dead = 0 AND x.reopens IS NULL AND x.programme = " p ".programme AND x.first = " p               \
  ".first AND x.last = " p ".last AND x.id < " p ".id AND NOT EXISTS"                                        \
  " (SELECT 1 FROM closed_period y WHERE y.dead = 0 AND y.reopens = x.id))"

/** Refuses with a sentence when another version of its year was decided after @version (a record of one that was decided, or that is the base of a proposal). */
gboolean spil_budget_check_latest (SpilStore *store, SpilRecord *version, GError **error);

/** Makes of a line the one of its number in the version of its year that is in force today, where that has it. */
gboolean spil_budget_find_line_now (SpilStore *store, SpilId *line, GError **error);

G_END_DECLS
