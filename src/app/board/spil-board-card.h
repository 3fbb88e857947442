// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-id.h"

G_BEGIN_DECLS

/** What stands on a card. Texts that are NULL or empty take no room. */
typedef struct
{
  SpilId id;
  char *title;
  char *facts; /**< dimmed */
  char *detail; /**< small */
  char *warning; /**< small, marked; says by itself what is wrong */
  char *label; /**< for a screen reader */
} SpilBoardCard;

/** Fills @card with what it says about @item (the content of a slot, or the object itself). */
typedef void (*SpilBoardCardFunc) (gpointer item, SpilBoardCard *card);

/** A factory for cards: rows of a GtkListView that can be dragged. */
GtkListItemFactory *spil_board_card_factory_new (SpilBoardCardFunc func);

/** The card that @widget (a card, its row, or something in it; nullable) belongs to, or NULL. */
GtkWidget *spil_board_card_find (GtkWidget *widget);
/** What the card is about, or NULL when it has not been read; owned by the list. */
gpointer spil_board_card_get_item (GtkWidget *card);
/** Its id; nil when it has not been read. */
SpilId spil_board_card_get_id (GtkWidget *card);
/** Its place in its column. */
guint spil_board_card_get_position (GtkWidget *card);

/** What a text that is dropped stands for; nil: no card. */
SpilId spil_board_card_parse_drag (const char *text);

G_END_DECLS
