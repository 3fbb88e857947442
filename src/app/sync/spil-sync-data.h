// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-conflict-query.h"
#include "spil-sync-facts.h"

G_BEGIN_DECLS

/** What the page "Working together" reads from the database. */
typedef struct
{
  SpilSyncFacts *facts;
  GPtrArray *conflicts; /**< of SpilConflict, the newest first */
  SpilId device; /**< this laptop */
  gboolean empty; /**< there is no programme: it can still join */
} SpilSyncData;

/** A SpilJobFunc; gives SpilSyncData. */
gpointer spil_sync_data_load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error);
void spil_sync_data_free (SpilSyncData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilSyncData, spil_sync_data_free)

G_END_DECLS
