// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-employer-selection.h"
#include "spil-worker.h"

G_BEGIN_DECLS

#define SPIL_TYPE_EMPLOYER_BOARD (spil_employer_board_get_type ())

/**
 * The funnel as a board: a column for each stage, and one for those without. A card goes to another stage by dragging it, with
 * Ctrl+Left and Ctrl+Right, or from its menu. In a narrow window one column at a time.
 *
 * Signal `opened` (const SpilEmployerRow *): a card was activated.
 */
G_DECLARE_FINAL_TYPE (SpilEmployerBoard, spil_employer_board, SPIL, EMPLOYER_BOARD, AdwBin)

void spil_employer_board_set_worker (SpilEmployerBoard *self, SpilWorker *worker);
/** @stages: records by number. */
void spil_employer_board_set_stages (SpilEmployerBoard *self, GPtrArray *stages);
/** What is shown; also reads anew. */
void spil_employer_board_set_query (SpilEmployerBoard *self, const SpilEmployerSelection *selection);
void spil_employer_board_refresh (SpilEmployerBoard *self);
void spil_employer_board_set_narrow (SpilEmployerBoard *self, gboolean narrow);
/** Moves the keyboard to the first card. FALSE when there is none. */
gboolean spil_employer_board_focus_first (SpilEmployerBoard *self);

G_END_DECLS
