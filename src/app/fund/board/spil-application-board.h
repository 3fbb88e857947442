// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-board.h"
#include "spil-worker.h"

G_BEGIN_DECLS

#define SPIL_TYPE_APPLICATION_BOARD (spil_application_board_get_type ())

/**
 * Applications as a board: a column for each group of states, with their number and what is at stake. A card that goes to another column takes the step that leads
 * there; Ctrl+Right takes the usual next step. A step is never taken back by moving a card: undo does that. Signal `opened` is with a SpilFundItem.
 */
G_DECLARE_FINAL_TYPE (SpilApplicationBoard, spil_application_board, SPIL, APPLICATION_BOARD, SpilBoard)

/** What is shown, of SpilFundItem; once. */
void spil_application_board_set_model (SpilApplicationBoard *self, SpilWorker *worker, GListModel *found);

/** Whether the keyboard is on the board, or nowhere since one of its cards went. */
gboolean spil_application_board_has_focus (SpilApplicationBoard *self);
/** After other rows came: the keyboard goes to the card that was moved last. */
void spil_application_board_focus_last (SpilApplicationBoard *self);

G_END_DECLS
