// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-store.h"

G_BEGIN_DECLS

/**
 * The words of @text, folded, each followed by the words that occur and that it may be a slip of the pen of: one letter wrong, missing, too many or
 * swapped with the next in words of 4 letters or more, two in words of 8 or more; the nearest and most used first. Words with digits are as they are.
 * Each is a GPtrArray of char *. Free with g_ptr_array_unref(). NULL with @error on failure.
 *
 * The vocabulary is the search index itself: of names, towns and persons all words, of notes those that begin with the same two letters. So nothing
 * of it needs to be kept or forgotten.
 */
GPtrArray *spil_spelling_guess (SpilStore *store, const char *text, GError **error);

/** An expression for MATCH that finds, for each of @words, one of its guesses; NULL when there is no other guess than what was typed. Free with g_free(). */
char *spil_spelling_make_match (GPtrArray *words);

G_END_DECLS
