// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-board-column.h"

G_BEGIN_DECLS

#define SPIL_TYPE_BOARD (spil_board_get_type ())

/**
 * A board: columns with cards that go to another column by dragging, with Ctrl+Left and Ctrl+Right, or from their menu (menu key, or the
 * other button of the mouse). The arrows go from card to card. In a narrow window one column at a time, with a switcher above it.
 *
 * Signal `opened` (gpointer item): a card was activated.
 */
G_DECLARE_DERIVABLE_TYPE (SpilBoard, spil_board, SPIL, BOARD, AdwBin)

struct _SpilBoardClass
{
  AdwBinClass parent_class;

  /** The card @id is to go to the column @to, where cards can be dropped. */
  void (*move) (SpilBoard *self, SpilId id, int to);
  /** Another column was chosen in a narrow window. NULL: show it, with spil_board_update(). */
  void (*chosen) (SpilBoard *self);
  /** Whether that column is shown where there is room for all. NULL: always. */
  gboolean (*is_shown) (SpilBoard *self, int column);
  /** Where Ctrl+Left (@by -1) or Ctrl+Right (1) takes @item, which is in @column; -1: nowhere. NULL: to the column beside it. */
  int (*next_of) (SpilBoard *self, gpointer item, int column, int by);
  /** Adds to @menu where @item, which is in @column, may go, as actions of its own. NULL: to the other columns. */
  void (*append_moves) (SpilBoard *self, gpointer item, int column, GMenu *menu);

  gpointer padding[2];
};

/** What a column is called by those who go from one to the next, such as "Stage"; and the two buttons. */
void spil_board_set_words (SpilBoard *self, const char *column, const char *before, const char *after);
/** How the columns made after this are: see spil_board_column_new(). */
void spil_board_set_cards (SpilBoard *self, SpilBoardCardFunc func, int column_width, int max_height);

void spil_board_clear (SpilBoard *self);
void spil_board_add_column (SpilBoard *self, const char *title, GListModel *cards, gboolean takes);
/** After the last one; @chosen is the one that a narrow window begins with. */
void spil_board_end_columns (SpilBoard *self, int chosen);

/** NULL where there is none. */
SpilBoardColumn *spil_board_get_column (SpilBoard *self, int index);
/** The card whose menu is open, or was last. */
SpilId spil_board_get_menu_id (SpilBoard *self);
/** The one that is chosen in a narrow window. */
int spil_board_get_chosen (SpilBoard *self);

/** Shows the columns that should be; @one: the only one, without a switcher; -1: as the window allows. */
void spil_board_update (SpilBoard *self, int one);

void spil_board_set_narrow (SpilBoard *self, gboolean narrow);
gboolean spil_board_get_narrow (SpilBoard *self);
/** Moves the keyboard to the first card. FALSE when there is none. */
gboolean spil_board_focus_first (SpilBoard *self);
/** Moves the keyboard to that card of the column, or the nearest. */
gboolean spil_board_focus (SpilBoard *self, int column, guint position);

G_END_DECLS
