// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-worker.h"

G_BEGIN_DECLS

/**
 * Presents the form for a new trial period of @offer (nil: asked for) over @parent. Its start is proposed from the rhythm of the instrument, its places from
 * the instrument as well.
 */
void spil_cohort_add_present (SpilWorker *worker, GtkWidget *parent, SpilId offer);

G_END_DECLS
