// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-board-card.h"

G_BEGIN_DECLS

#define SPIL_TYPE_BOARD_COLUMN (spil_board_column_get_type ())

/**
 * A column of a board: a heading with a count, and cards.
 *
 * Signals: `opened` (gpointer item): a card was activated; `dropped` (const char *id): that card was dropped here.
 */
G_DECLARE_FINAL_TYPE (SpilBoardColumn, spil_board_column, SPIL, BOARD_COLUMN, AdwBin)

/** @takes: cards can be dropped here. @max_height: of the cards, which scroll; 0: all the height that there is. */
GtkWidget *spil_board_column_new (const char *title, GListModel *cards, SpilBoardCardFunc func,
                                  gboolean takes, int max_height);

/** @count stands beside the title, @note under it (NULL: none); a screen reader calls the list @name. */
void
spil_board_column_set_caption (SpilBoardColumn *self, const char *count, const char *note, const char *name);

const char *spil_board_column_get_title (SpilBoardColumn *self);
gboolean spil_board_column_takes (SpilBoardColumn *self);
guint spil_board_column_get_count (SpilBoardColumn *self);

/** Moves the keyboard to the card at @position, or the last one before it. FALSE when there is none. */
gboolean spil_board_column_focus (SpilBoardColumn *self, guint position);

G_END_DECLS
