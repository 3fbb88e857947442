// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-employer-selection.h"
#include "spil-worker.h"

G_BEGIN_DECLS

#define SPIL_TYPE_BOARD_COLUMN (spil_board_column_get_type ())

/**
 * One stage of the board with its cards, of which only what is looked at is read.
 *
 * Signals: `opened` (const SpilEmployerRow *): a card was activated; `dropped` (const char *id): that employer was dropped here;
 * `counted`: it is known how many cards there are.
 */
G_DECLARE_FINAL_TYPE (SpilBoardColumn, spil_board_column, SPIL, BOARD_COLUMN, AdwBin)

/** @stage nil: those without a stage, where nothing can be dropped. */
GtkWidget *spil_board_column_new (SpilWorker *worker, SpilId stage, const char *title);

SpilId spil_board_column_get_stage (SpilBoardColumn *self);
/** Shows those of @selection that are in the stage. */
void spil_board_column_set_query (SpilBoardColumn *self, const SpilEmployerSelection *selection);
void spil_board_column_refresh (SpilBoardColumn *self);
guint spil_board_column_get_count (SpilBoardColumn *self);
/** Moves the keyboard to the card at @position, or the last one before it. FALSE when there is none. */
gboolean spil_board_column_focus (SpilBoardColumn *self, guint position);

G_END_DECLS
