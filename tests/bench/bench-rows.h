// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* Invented rows, and the databases that they are put into. */
#pragma once

#include <sqlite3.h>

#include "bench.h"
#include "spil-store.h"

G_BEGIN_DECLS

/** Ends the program with @error's message when there is one. */
void bench_assert_no_error (GError *error);

/** An emptied folder with that name in bench_dir(). Free with g_free(). */
char *bench_make_dir (const char *name);

/** A store in such a folder, with one programme. */
SpilStore *bench_store_new (const char *name);

/** An action that adds @n_employers organisations, each with @n_contacts contact moments. The same for the same numbers. */
SpilAction *bench_rows_new (int n_employers, int n_contacts);

/** An action that adds one contact moment to @organisation. */
SpilAction *bench_contact_new (SpilId organisation, int number);

/** The text of a note. Free with g_free(). */
char *bench_note_new (int number);

/** Opens a database of plain SQLite in such a folder, as durable as the store's: WAL, synchronous=FULL. */
sqlite3 *bench_plain_open (const char *name);
/** Runs SQL; ends the program when that fails. */
void bench_plain_run (sqlite3 *plain, const char *sql);
/** Ends the program when @code is an error. */
void bench_plain_check (sqlite3 *plain, int code);

G_END_DECLS
