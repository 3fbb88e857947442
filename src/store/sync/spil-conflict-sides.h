// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-conflict-private.h"
#include "spil-store-private.h"

G_BEGIN_DECLS

/** Fills in the sides and the texts of an entry; without sides when there is nothing to choose. */
gboolean spil_conflict_fill (SpilConflict *self, SpilStore *store, GError **error);

/** Sets SPIL_STORE_ERROR_NOT_FOUND for an entry that is not there, or no longer. */
void spil_conflict_set_not_found (const char *id, GError **error);

G_END_DECLS
