// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-snapshot-shelf.h"

G_BEGIN_DECLS

/**
 * Fetches what is not at @path yet of the copy. FALSE without an error: it is not whole now, as the carrier went away or the run was stopped; what was fetched
 * stays. SPIL_WIRE_ERROR: the snapshot is of no use.
 */
gboolean spil_snapshot_fetch (SpilRun *run, const SpilSnapshot *head, const char *path, GError **error);

/** Whether the copy at @path is what its head says. SPIL_WIRE_ERROR or SPIL_STORE_ERROR when not. */
gboolean spil_snapshot_check (const SpilSnapshot *head, const char *path, GError **error);

G_END_DECLS
