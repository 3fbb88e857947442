// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-carrier.h"
#include "spil-id.h"

G_BEGIN_DECLS

/**
 * Whether @carrier is there and is the one of @space. @known: its id, as far as it is known (nil: not yet); @found gets it. SPIL_CARRIER_ERROR_EMPTY when it has
 * nothing of Spil, SPIL_CARRIER_ERROR_FOREIGN when it is another space's or another carrier.
 */
gboolean spil_space_carrier_check (SpilCarrier *carrier, const SpilId *space, const SpilId *known,
                                   SpilId *found, GCancellable *cancellable, GError **error);

/** Makes a folder that has nothing of Spil, or is a carrier of @space already, into one of it; @found gets its id. SPIL_CARRIER_ERROR_FOREIGN when it is another space's. */
gboolean spil_space_carrier_take (SpilCarrier *carrier, const SpilId *space, SpilId *found,
                                  GCancellable *cancellable, GError **error);

/** Undoes that for a folder which nobody uses yet. */
void spil_space_carrier_give_back (SpilCarrier *carrier, const SpilId *space, const SpilId *id);

G_END_DECLS
