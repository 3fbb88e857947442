// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-id.h"
#include "spil-worker.h"

G_BEGIN_DECLS

/**
 * Moves the employer @organisation to @stage: backward, and to the first stage, at once; forward in a dialog over @parent that asks
 * for the evidence. Nothing happens when it is there already.
 */
void spil_stage_mover_move (SpilWorker *worker, GtkWidget *parent, SpilId organisation, SpilId stage);

G_END_DECLS
