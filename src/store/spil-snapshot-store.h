// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-sync-store.h"

G_BEGIN_DECLS

/*
 * A copy of all that is shared and of nothing that belongs to one laptop, for a laptop that begins: rows, change log, what is to be settled, and of
 * the packets what is needed to go on after them. LOG.md says what goes along.
 */

/** Length of a hash of the history. */
#define SPIL_HISTORY_HASH_LENGTH 32

/**
 * Writes such a copy to the empty file @path. Nothing of the database changes. SPIL_STORE_ERROR_BUSY when there are changes that were not packed
 * yet: @path is of no use then.
 */
gboolean spil_store_write_snapshot (SpilStore *self, const char *path, GError **error);

/**
 * Opens the copy @path to look into it: nobody writes it meanwhile. Checks that it has exactly the tables of this version and nothing else that could act,
 * and holds nothing of one laptop; with @whole also that no page of it is damaged, which reads all of it. SPIL_STORE_ERROR_CORRUPT when not so.
 */
SpilStore *spil_snapshot_open (const char *path, gboolean whole, GError **error);

/**
 * Hash of the log, as far as @vector (of SpilVectorItem, sorted by device) goes, and of the packets that it was carried in: the same on all laptops that
 * have these entries.
 */
gboolean spil_store_hash_history (SpilStore *self, GArray *vector, uint8_t hash[SPIL_HISTORY_HASH_LENGTH],
                                  GError **error);

/** Whether nothing was ever done or carried out here, so that a snapshot can take its place. */
gboolean spil_store_is_blank (SpilStore *self, gboolean *blank, GError **error);

/**
 * Puts the content of the copy @path, which spil_snapshot_open() accepted, in place of that of this blank database, at once and while others have it open. What
 * is of this laptop stays: its identity, notes, audit lines and received packets. Writes to @path. SPIL_STORE_ERROR_BUSY when somebody
 * changed something meanwhile; then nothing has happened.
 */
gboolean spil_store_adopt_snapshot (SpilStore *self, const char *path, GError **error);

/** A short text that differs when the tables of two versions do. Free with g_free(). */
char *spil_store_dup_schema_fingerprint (void);

/** How many entries and how many bytes of packets there are beyond @vector (of SpilVectorItem; sorted by device). */
gboolean spil_store_measure_growth (SpilStore *self, GArray *vector, int64_t *n_entries, int64_t *n_bytes,
                                    GError **error);

G_END_DECLS
