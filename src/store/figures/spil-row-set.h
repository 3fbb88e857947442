// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-store.h"

G_BEGIN_DECLS

/*
 * Sets of rows of one table: GArray of int64_t, the numbers of the rows, ascending and each once.
 */

/**
 * The organisations in which the words of @text are found, or whose persons or contact moments have them; or that have a telephone number like it. Where these are
 * next to none, those too that have words which @text may be a slip of the pen of; then @exact gets those without them, otherwise NULL. NULL with @error on failure.
 */
GArray *spil_row_set_search (SpilStore *store, const char *text, GArray **exact, GError **error);

/** The organisations with which contact is owed on @today. */
GArray *spil_row_set_owed (SpilStore *store, SpilDay today, GError **error);

/** The organisations of these kinds (bits), from the index alone. */
GArray *spil_row_set_of_kinds (SpilStore *store, int64_t kinds, GError **error);

/** Makes a set of numbers of rows in any order. */
void spil_row_set_sort (GArray *rows);

/** What is in both; takes @a and @b. NULL stands for all. */
GArray *spil_row_set_intersect (GArray *a, GArray *b);

/** "[1,2,3]" for json_each(). Free with g_free(). */
char *spil_row_set_to_json (const GArray *set);

/** A byte for each row up to the last of the set: 1 where it is in it. */
GByteArray *spil_row_set_to_marks (const GArray *set);

G_END_DECLS
