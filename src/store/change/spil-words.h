// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-tables.h"

G_BEGIN_DECLS

/**
 * What one transaction does to the search index. FTS5 gathers in memory what it is given, and writes that out as a piece of the index, to be joined
 * with the others later: when it is much, and at each row that is not in order. So the changes of rows wait until the end of the transaction, while rows that are
 * added, which come in order, go straight to the index. It may gather more of those when they are many.
 */
typedef struct
{
  SpilTables *tables;
  GHashTable *rows; // of SpilWordsRow; NULL: none wait
  gboolean many; // rows are added
  gboolean gathers[SPIL_ENTITY_NUMBER_LIMIT]; // more than by itself
} SpilWords;

void spil_words_init (SpilWords *self, SpilTables *tables);
void spil_words_clear (SpilWords *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpilWords, spil_words_clear)

/** So many changes are coming: adding many rows goes quicker when that is known before. */
void spil_words_expect (SpilWords *self, guint64 n_changes);

/** The row is new, with a number higher than any, and is found by the words of @record from now on. */
gboolean spil_words_add (SpilWords *self, int64_t number, SpilRecord *record, GError **error);

/**
 * Row @number was found by the words of @before and is found by those of @after from now on. NULL: not at all. The row is written
 * already; the records stay as they are until all is written. Writes what waits when that is much.
 */
gboolean
spil_words_change (SpilWords *self, int64_t number, SpilRecord *before, SpilRecord *after, GError **error);

/** Writes what waits. */
gboolean spil_words_write (SpilWords *self, GError **error);

G_END_DECLS
