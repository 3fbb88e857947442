// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-light-rule.h"
#include "spil-store.h"

G_BEGIN_DECLS

/** Counts what the lights of @day are proposed from (spil_lights_propose()). */
gboolean spil_light_query (SpilStore *store, SpilDay day, SpilLightFacts *facts, GError **error);

G_END_DECLS
