// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-find-query.h"

G_BEGIN_DECLS

/** The first rows of one entity that have what is looked for. */
typedef struct
{
  GPtrArray *records; /**< of SpilRecord */
  guint n_by_number; /**< the first of them have it in their telephone number */
  int64_t n_more; /**< see SpilFoundGroup */
} SpilFoundRows;

/**
 * At most @most rows of @entity that @match finds, an expression for the search tables. @text as it was typed also finds telephone numbers, and organisations whose
 * name begins with it, first; NULL: it is not looked at.
 */
SpilFoundRows *spil_found_rows_read (SpilStore *store, const SpilEntity *entity, const char *text,
                                     const char *match, int most, GError **error);
void spil_found_rows_free (SpilFoundRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilFoundRows, spil_found_rows_free)

/** The ids of rows of the entity with that number in which a telephone number begins or ends with @text, as SpilId; NULL with @error on failure. */
GArray *spil_found_numbers (SpilStore *store, int entity, const char *text, int most, GError **error);

G_END_DECLS
