// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-store.h"

G_BEGIN_DECLS

/** Asserts that @dir holds these files and no others: names with spaces between them, sorted. */
void assert_files (const char *dir, const char *names);

/** The digest of the database in @dir, which must be whole. Free with g_free(). */
char *digest_in (const char *dir);

/** Each must succeed. */
void back_up (SpilStore *store, const char *path);
void restore (const char *path, const char *dir, char **replaced);

/** Asserts that @error is one of the store's, in a whole sentence with @words in it. */
void assert_refusal (const GError *error, int code, const char *words);

G_END_DECLS
