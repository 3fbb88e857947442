// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-likeness-rule.h"
#include "spil-store.h"

G_BEGIN_DECLS

/**
 * The organisations that there are, and those that an import adds, by what they may be recognised by. Some 100 bytes for each: keys are kept as hashes
 * of 64 bits.
 */
typedef struct _SpilImportIndex SpilImportIndex;

typedef enum
{
  SPIL_IMPORT_KEY_KVK,
  SPIL_IMPORT_KEY_PLACE, /**< normalised name and town */
  SPIL_IMPORT_KEY_NAME, /**< normalised name */
  SPIL_IMPORT_KEY_ADDRESS,
  SPIL_IMPORT_KEY_PHONE,
  SPIL_IMPORT_KEY_DOMAIN,
  SPIL_IMPORT_N_KEYS,
} SpilImportKey;

/** With all organisations of the programme in use. */
SpilImportIndex *spil_import_index_new (SpilStore *store, GCancellable *cancellable, GError **error);
void spil_import_index_free (SpilImportIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilImportIndex, spil_import_index_free)

/** @id can be found by @traits from now on, also by what it had before. */
void spil_import_index_add (SpilImportIndex *self, SpilId id, const SpilDuplicateTraits *traits);

/** Puts up to @max different ids that have that key of @traits in @ids; returns how many. */
guint spil_import_index_find (SpilImportIndex *self, SpilImportKey key, const SpilDuplicateTraits *traits,
                              SpilId *ids, guint max);

G_END_DECLS
