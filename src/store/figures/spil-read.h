// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-statement.h"
#include "spil-store.h"

G_BEGIN_DECLS

/*
 * What the typed queries share. Parameter ?1 of their SQL is always the programme in use; the parameters that they give
 * themselves count from ?2. Texts are not copied: they must live as long as the query runs.
 */

/** What a parameter stands for. */
typedef struct
{
  SpilValue value;
  const void *bytes; /**< a blob, when it is not NULL */
  gsize length;
} SpilGiven;

#define SPIL_GIVE_NULL ((SpilGiven) { .value = { .kind = SPIL_VALUE_NULL } })
#define SPIL_GIVE_INTEGER(number) ((SpilGiven) { .value = { .kind = SPIL_VALUE_INTEGER, .integer = (number) } })
/** NULL becomes null. */
#define SPIL_GIVE_TEXT(words) \
  ((SpilGiven) { .value = { .kind = (words) != NULL ? SPIL_VALUE_TEXT : SPIL_VALUE_NULL, .text = (char *) (words) } })
/** The nil id becomes null. */
#define SPIL_GIVE_ID(of) ((SpilGiven) { .value = { .kind = SPIL_VALUE_ID, .id = (of) } })
#define SPIL_GIVE_BYTES(array) ((SpilGiven) { .bytes = (array)->data, .length = (array)->len })
/** SPIL_DAY_NONE becomes null. */
SpilGiven spil_give_day (SpilDay day);

/*
 * Organisations that are merged (src/store/kept): what was merged into another shows at its head, and nowhere by itself.
 * The arguments are a column or a parameter, as a string.
 */

/** The organisation with that id and all that are merged into it: `organisation IN " SPIL_ALIASES_SQL ("?2")`, with `dead = 0` beside it for the index. */
#define SPIL_ALIASES_SQL(head) "(SELECT " head " AS organisation UNION ALL SELECT organisation FROM merged WHERE head = " head ")"
/** The organisation that the one with that id is merged into; itself when it is not. */
#define SPIL_HEAD_SQL(organisation) \
  "ifnull ((SELECT head FROM merged WHERE organisation = " organisation "), " organisation ")"
/** Condition: the organisation with that id is not merged into another. */
#define SPIL_NOT_MERGED_SQL(organisation) organisation " NOT IN (SELECT organisation FROM merged)"
/** The same for the row of an organisation: for a hundred thousand of them, without their ids. */
#define SPIL_ROW_NOT_MERGED_SQL(row) \
  row " NOT IN (SELECT x.row FROM merged m CROSS JOIN organisation x ON x.id = m.organisation)"

/**
 * Condition: the relation in row @e counts. That of an organisation which is merged into another counts only where neither the head nor another
 * that is merged into it, earlier, has one.
 */
#define SPIL_RELATION_COUNTS_SQL(e) \
  "(" e ".organisation NOT IN (SELECT organisation FROM merged) OR " e ".row = (SELECT h.row FROM merged m" \
  " JOIN engagement h ON h.organisation IN " SPIL_ALIASES_SQL ("m.head") " AND h.dead = 0 AND h.programme = " e ".programme" \
  " WHERE m.organisation = " e ".organisation ORDER BY h.organisation IN (SELECT organisation FROM merged), h.row LIMIT 1))"
/** The row of the relation that shows at the organisation with that id: its own, or else the first of what is merged into it. */
#define SPIL_RELATION_ROW_SQL(head) \
  "ifnull ((SELECT min (h.row) FROM engagement h WHERE h.organisation = " head " AND h.dead = 0 AND h.programme = ?1)," \
  " (SELECT min (h.row) FROM merged m CROSS JOIN engagement h ON h.organisation = m.organisation AND h.dead = 0" \
  " AND h.programme = ?1 WHERE m.head = " head "))"

/** Condition: the contact moment in that row was not corrected. By row, so that an index alone can answer for a million of them. */
#define SPIL_NOT_CORRECTED_SQL(row) \
  row " NOT IN (SELECT y.row FROM contact x CROSS JOIN contact y ON y.id = x.reverses" \
  " WHERE x.dead = 0 AND x.reverses > x'')"
/** The row of the organisation that the one with that id shows at, for CROSS JOIN with what refers to it, as table @o. */
#define SPIL_JOIN_HEAD_SQL(o, organisation) \
  " CROSS JOIN organisation " o " ON " o ".id = " SPIL_HEAD_SQL (organisation)

/** The time of the last contact with the organisation o, with what is merged into it; those that were corrected aside. */
#define SPIL_LAST_CONTACT_SQL "(SELECT time FROM reached WHERE organisation = o.id)"

/** Looks at one row of a query. Return FALSE to stop without an error. */
typedef gboolean (*SpilEachRow) (SpilStatement *row, gpointer user_data);

/** Makes one struct of one row of a query. */
typedef gpointer (*SpilMakeRow) (SpilStatement *row, gpointer user_data);

/** Runs @sql with the @n parameters and shows each row to @each. */
gboolean spil_read_each (SpilStore *store, const char *sql, const SpilGiven *parameters, gsize n,
                         SpilEachRow each, gpointer user_data, GError **error);

/** The rows of @sql as @make makes them, in an array that frees them with @free. NULL with @error on failure. */
GPtrArray *spil_read_all (SpilStore *store, const char *sql, const SpilGiven *parameters, gsize n,
                          SpilMakeRow make, gpointer user_data, GDestroyNotify free, GError **error);

/** The first integer that @sql selects; 0 when it selects nothing. */
gboolean spil_read_integer (SpilStore *store, const char *sql, const SpilGiven *parameters, gsize n,
                            int64_t *value, GError **error);

/** The rows by id, for structs whose first member is their SpilId: keys and values stay owned by @rows. Free with g_hash_table_unref(). */
GHashTable *spil_index_rows (GPtrArray *rows);

/** NULL for null and for an empty text. Free with g_free(). */
char *spil_get_text (SpilStatement *row, int column);
/** @unknown for null. */
int64_t spil_get_number (SpilStatement *row, int column, int64_t unknown);
int spil_get_int (SpilStatement *row, int column);
SpilDay spil_get_day (SpilStatement *row, int column);
/** The amount with the VAT note in @vat_column; zero for null. */
SpilMoney spil_get_money (SpilStatement *row, int column, int vat_column);

G_END_DECLS
