// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-store-private.h"

G_BEGIN_DECLS

/**
 * Log = data: carries out the whole change log in an empty database and compares every row of every entity with it, clocks and
 * tombstones too. Appends a sentence to @faults for each difference.
 */
gboolean spil_replay_check (SpilStore *store, GPtrArray *faults, GError **error);

G_END_DECLS
