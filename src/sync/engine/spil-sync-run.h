// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-carrier.h"
#include "spil-sync.h"

G_BEGIN_DECLS

/** spil_sync_run() over @carrier (nullable) in place of the one that is noted; for tests. */
SpilSyncReport *spil_sync_run_over (SpilStore *store, SpilCarrier *carrier, SpilSyncProgressFunc progress,
                                    gpointer user_data, GCancellable *cancellable, GError **error);

G_END_DECLS
