// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-space-note.h"
#include "spil-sync.h"

G_BEGIN_DECLS

SpilSyncReport *spil_sync_report_new (void);

/** Takes @sentence. A second problem that says the same is left out. @device may be NULL. */
void spil_sync_report_add (SpilSyncReport *self, SpilProblemKind kind, const SpilId *device, char *sentence);

/** Counts anew what waits, from the database, and says whether all is well: @complete when the carrier was read to its end. */
gboolean spil_sync_report_count (SpilSyncReport *self, SpilStore *store, const SpilSpaceNote *space,
                                 gboolean complete, GError **error);

/** Keeps it for spil_sync_get_report(). */
gboolean
spil_sync_report_keep (const SpilSyncReport *self, SpilStore *store, gboolean complete, GError **error);

/** "3 hours", "5 minutes": how far a clock is off. Free with g_free(). */
char *spil_sync_dup_amount (int64_t milliseconds);

G_END_DECLS
