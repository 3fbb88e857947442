// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-snapshot-shelf.h"

G_BEGIN_DECLS

/**
 * Makes a snapshot of how it stands, which is what run->own says, and puts it on the carrier with the number @number. What keeps it from being made now
 * is no error: the next run tries again.
 */
gboolean spil_snapshot_make (SpilRun *run, int64_t number, GError **error);

G_END_DECLS
