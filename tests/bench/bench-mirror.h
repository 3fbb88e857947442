// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* The tables of the store in plain SQLite, and the rows of an action put into them: what the store is measured against. */
#pragma once

#include "bench-rows.h"

G_BEGIN_DECLS

/** How plain SQLite keeps the search index of the rows that it gets. */
typedef enum
{
  BENCH_SEARCH_BY_ROW, /**< with each row */
  BENCH_SEARCH_REBUILT, /**< all of it, after the last row */
} BenchSearch;

typedef struct _BenchMirror BenchMirror;

/**
 * The tables, indexes and search indexes of all entities as @store has them, word for word: with the columns of the store itself (id, dead, the stamps), but
 * without its log, undo and audit. @action, which only adds rows, is borrowed; what can be worked out of it beforehand is.
 */
BenchMirror *bench_mirror_new (SpilStore *store, SpilAction *action);
void bench_mirror_free (BenchMirror *self);

/** Begins a new database in a folder with that name, see bench_make_dir(), and closes the one before. */
void bench_mirror_open (BenchMirror *self, const char *name);

/** Closes it, with all that is in it in one file. */
void bench_mirror_close (BenchMirror *self);

/** Inserts the rows, in one durable transaction. */
void bench_mirror_insert (BenchMirror *self, BenchSearch search);

/** The database that is open. */
sqlite3 *bench_mirror_get_plain (BenchMirror *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchMirror, bench_mirror_free)

G_END_DECLS
