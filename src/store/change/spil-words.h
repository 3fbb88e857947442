// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-tables.h"

G_BEGIN_DECLS

/**
 * The changes of the search index that are still to be written. FTS5 wants them in the order of the rows: each one out of order makes it write out all it has
 * gathered, as a piece of the index that has to be joined with the others later. So the changes of rows wait until the end of the transaction. Rows
 * that are added need not: they come in order, and go straight to the index with spil_row_index().
 */
typedef struct
{
  SpilTables *tables;
  GHashTable *rows; // of SpilWordsRow; NULL: none wait
} SpilWords;

void spil_words_init (SpilWords *self, SpilTables *tables);
void spil_words_clear (SpilWords *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpilWords, spil_words_clear)

/**
 * Row @number was found by the words of @before and is found by those of @after from now on. NULL: not at all. The row is written
 * already; the records stay as they are until all is written. Writes what waits when that is much.
 */
gboolean
spil_words_change (SpilWords *self, int64_t number, SpilRecord *before, SpilRecord *after, GError **error);

/** Writes what waits. */
gboolean spil_words_write (SpilWords *self, GError **error);

G_END_DECLS
