// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-employer-query.h"

G_BEGIN_DECLS

/** So many bytes stand for one organisation. */
#define SPIL_EMPLOYER_KEY_SIZE 4

/**
 * What the organisations are sorted by, as bytes that compare in that order, for each row from 1 on; those without anything come last. @sort:
 * STAGE, TIER, BROKER or ACTION. One pass over the relations, where a hundred thousand rows would be looked up otherwise. Free with g_byte_array_unref().
 */
GByteArray *
spil_employer_keys_read (SpilStore *store, SpilEmployerSort sort, gboolean descending, GError **error);

G_END_DECLS
