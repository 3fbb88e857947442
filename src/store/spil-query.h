// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-record.h"

G_BEGIN_DECLS

/** Which rows of one entity, in which order: all that are not deleted, of the programme in use (or
 * of the one that a condition on SPIL_FIELD_PROGRAMME names), unless narrowed. */
typedef struct _SpilQuery SpilQuery;

typedef enum
{
  SPIL_COMPARE_EQUAL, /**< null equals null */
  SPIL_COMPARE_NOT_EQUAL,
  SPIL_COMPARE_LESS,
  SPIL_COMPARE_AT_MOST,
  SPIL_COMPARE_MORE,
  SPIL_COMPARE_AT_LEAST,
} SpilCompare;

SpilQuery *spil_query_new (const SpilEntity *entity);
SpilQuery *spil_query_copy (SpilQuery *self);
void spil_query_free (SpilQuery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilQuery, spil_query_free)

const SpilEntity *spil_query_get_entity (SpilQuery *self);

/** Only rows whose @field compares so with @value (copied). Several conditions hold together. */
void spil_query_where (SpilQuery *self, int field, SpilCompare compare, const SpilValue *value);
void spil_query_where_integer (SpilQuery *self, int field, SpilCompare compare, int64_t integer);
void spil_query_where_reference (SpilQuery *self, int field, SpilId id);

/** Of organisations only those that are not merged into another: what a person chooses from. */
void spil_query_leave_out_merged (SpilQuery *self);

/** Only rows that the words of @text are found in: each word as a prefix, without regard to case or diacritics. NULL or blank: no condition. */
void spil_query_search (SpilQuery *self, const char *text);

/**
 * Sorts by @field (texts folded, empty first); further calls sort within equals; what is equal then, by age. Without any: by order key, by
 * number, by date (newest first) or by title, whichever the entity has first; what was searched for: newest first.
 */
void spil_query_sort (SpilQuery *self, int field, gboolean descending);

/** In the order in which the rows were added: needs no sorting, so that memory does not grow with the rows. Other sorting is left aside. */
void spil_query_sort_by_age (SpilQuery *self);

/** Only @limit rows (0: all) from the @offset-th on. */
void spil_query_window (SpilQuery *self, int64_t offset, int64_t limit);

G_END_DECLS
