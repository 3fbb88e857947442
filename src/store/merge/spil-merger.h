// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-kept.h"
#include "spil-links.h"
#include "spil-log.h"
#include "spil-store-private.h"
#include "spil-words.h"

G_BEGIN_DECLS

/** The key of a row that an entry adds. Returns FALSE with @error set when it is not known (yet). */
typedef gboolean (*SpilFindKeyFunc) (const SpilEntity *entity, const SpilId *row, SpilKey *key,
                                     gpointer user_data, GError **error);

/**
 * Carries out entries of the log on rows, in any order in which each follows those that it had seen: the same whether they come from elsewhere or the rows
 * are made anew. What it leaves is a function of the set of entries alone.
 */
typedef struct
{
  SpilStore *store; /**< knows the devices, and has the log */
  SpilTables *tables; /**< of the rows */
  SpilFindKeyFunc find_key;
  gpointer user_data;
  gboolean search; /**< keeps the search tables */

  SpilWords words; // that rows are found by, still to be written
  SpilKept kept; // the tables that are made of others, likewise
  GHashTable *rivalled; // SpilId of rows with rivals: the others need no look
  GHashTable *reopened; // SpilId of rows in which the entry takes back a settlement; NULL: none
  GArray *links; // of SpilLink: references that lead nowhere yet
  GArray *gone; // of SpilLinkRow that were deleted
  gboolean circles; // activities or dependencies changed
  gboolean erased; // personal values were
  SpilEntityMask touched;
  SpilId last_live[SPIL_ENTITY_NUMBER_LIMIT];
} SpilMerger;

gboolean spil_merger_init (SpilMerger *self, SpilStore *store, SpilTables *tables, SpilFindKeyFunc find_key,
                           gpointer user_data, GError **error);
void spil_merger_clear (SpilMerger *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpilMerger, spil_merger_clear)

/**
 * Carries out the entry at @stamp, which undoes entry @undoes of its device (0: none). @parked becomes TRUE when something in it is unknown to this version.
 * SPIL_STORE_ERROR_CORRUPT when @payload is none.
 */
gboolean spil_merger_apply (SpilMerger *self, const SpilLocalStamp *stamp, int64_t undoes,
                            const void *payload, gsize length, gboolean *parked, GError **error);

/** What is left to be done between rows, after the last entry. */
gboolean spil_merger_finish (SpilMerger *self, GError **error);

/** Carries out all entries of the log that count, in an order in which each follows those it had seen; with @park, notes which are parked. */
gboolean spil_rebuild_from_log (SpilMerger *merger, gboolean park, GError **error);

/** Makes all rows anew from the log, but for entries that do not count; within a change of the caller. Keys are kept. */
gboolean spil_rebuild (SpilStore *store, GError **error);

G_END_DECLS
