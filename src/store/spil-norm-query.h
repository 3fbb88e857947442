// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-norms.h"
#include "spil-store.h"

G_BEGIN_DECLS

/** Reads the settings that rules ask for, of the programme in use. */
gboolean spil_norm_query (SpilStore *store, SpilNorms *norms, GError **error);

G_END_DECLS
