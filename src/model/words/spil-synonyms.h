// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-entity.h"

G_BEGIN_DECLS

/* What people call fields and choices in lists of their own: entities/synonyms.def, beside the labels and names of the descriptors. */

/** A field that a word may mean. */
typedef struct
{
  const SpilEntity *entity;
  int field; /**< 0: the id of the row, as an export writes it */
  gboolean part; /**< together with others it fills the field: a first name */
} SpilSynonym;

/** "KvK-nr. (8 cijfers)" becomes "kvknr": folded, without what is in brackets, punctuation and spaces. Free with g_free(). */
char *spil_synonyms_normalise (const char *words);

/**
 * The fields that @header (as written) may mean among those of @entities, up to NULL: of the first entity first, and labels before
 * other words. SpilSynonym, empty when it means none. Free with g_array_unref().
 */
GArray *spil_synonyms_find (const char *header, const SpilEntity *const *entities);

/** The item that @text means by its label, name or number, in any of the words that are used for it; NULL when there is none. */
const SpilChoice *spil_synonyms_find_choice (const SpilChoices *choices, const char *text);

G_END_DECLS
