// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-board.h"
#include "spil-employer-selection.h"
#include "spil-worker.h"

G_BEGIN_DECLS

#define SPIL_TYPE_EMPLOYER_BOARD (spil_employer_board_get_type ())

/** The funnel as a board: a column for each stage, and one for those without. Signal `opened` is with a SpilEmployerItem. */
G_DECLARE_FINAL_TYPE (SpilEmployerBoard, spil_employer_board, SPIL, EMPLOYER_BOARD, SpilBoard)

void spil_employer_board_set_worker (SpilEmployerBoard *self, SpilWorker *worker);
/** @stages: records by number. FALSE when the columns were made anew for them. */
gboolean spil_employer_board_set_stages (SpilEmployerBoard *self, GPtrArray *stages);
/** What is shown; also reads anew. */
void spil_employer_board_set_query (SpilEmployerBoard *self, const SpilEmployerSelection *selection);
void spil_employer_board_refresh (SpilEmployerBoard *self);

G_END_DECLS
