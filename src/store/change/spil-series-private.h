// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-series.h"
#include "spil-store-private.h"

G_BEGIN_DECLS

/** The series that entry @sequence of this laptop belongs to, or that it took back. */
gboolean spil_series_find (SpilStore *store, int64_t sequence, SpilId *id, gboolean *found, GError **error);

/** Takes back, or repeats, the series that stands at the undo step @position. @label (nullable) gets the label of the step. */
gboolean spil_series_turn_step (SpilStore *store, const SpilId *id, gboolean undo, int64_t position,
                                char **label, GError **error);

G_END_DECLS
