// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Longer words than this are not compared: nobody types them. */
#define SPIL_DISTANCE_LONGEST 32

/**
 * How many letters of @word are wrong, missing, too many or swapped with the next, as @other has them (optimal string alignment distance: Damerau 1964,
 * Levenshtein 1966); with @prefix, as some beginning of @other has them. More than @most, without saying how many more, when it is more than that. Both are UTF-8
 * and compared as they are: fold them first.
 */
int spil_distance (const char *word, const char *other, int most, gboolean prefix);

G_END_DECLS
