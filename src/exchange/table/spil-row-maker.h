// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-table-reader.h"

G_BEGIN_DECLS

/** The bounds of a row. A cell holds at most what a field takes (SPIL_TEXT_MAX_BYTES). */
#define SPIL_ROW_MAX_CELLS 16384
#define SPIL_ROW_MAX_BYTES (8 * 1024 * 1024)

/** Collects the cells of one row at a time, with no more memory than the longest row needs. */
typedef struct _SpilRowMaker SpilRowMaker;

SpilRowMaker *spil_row_maker_new (void);
void spil_row_maker_free (SpilRowMaker *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilRowMaker, spil_row_maker_free)

/** Forgets the cells and begins row @number. */
void spil_row_maker_begin (SpilRowMaker *self, int64_t number);

/**
 * Adds a cell of @length bytes of UTF-8 (NUL bytes are left out). Text of no length is an empty cell. SPIL_EXCHANGE_ERROR, with
 * the row, when a bound is passed.
 */
gboolean
spil_row_maker_add (SpilRowMaker *self, SpilCellKind kind, const char *text, gsize length, GError **error);

/** Puts empty cells before the next one, which is to come at @column (from 0); columns already there stay. */
gboolean spil_row_maker_skip_to (SpilRowMaker *self, guint column, GError **error);

/** The same cells once more, as row @number. */
void spil_row_maker_repeat (SpilRowMaker *self, int64_t number);

/** How many cells there are so far. */
guint spil_row_maker_count (const SpilRowMaker *self);

/** The row, without empty cells at its end; valid until the next spil_row_maker_begin(). */
const SpilTableRow *spil_row_maker_finish (SpilRowMaker *self);

G_END_DECLS
