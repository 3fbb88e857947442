// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* The figures of synchronisation, a file for each function. */
#pragma once

#include "bench-parcel.h"

G_BEGIN_DECLS

/** The reference load: this many organisations of six values each. */
#define BENCH_SYNC_ROWS 10000

/** Writing, packing and applying the reference load, and the sizes of what comes of it. */
void bench_sync_rows (const BenchSpace *space);

/** The bytes that one edit takes. */
void bench_sync_edit (const BenchSpace *space);

/** Ten changed cells in each row, and the same by SQLite's session extension. */
void bench_sync_cells (const BenchSpace *space);

/** The edits of many laptops at the same time, received by one. */
void bench_sync_laptops (const BenchSpace *space);

/** A million rows, without and with words to search for. Before the others: it tells how memory grows. */
void bench_sync_million (const BenchSpace *space);

G_END_DECLS
