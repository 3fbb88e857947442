// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-employer-item.h"

G_BEGIN_DECLS

/** A factory for the cards of the board: rows of a GtkListView whose items are SpilEmployerItems or slots with them. */
GtkListItemFactory *spil_board_card_factory_new (void);

/** The card that @widget (a card, its row, or something in it; nullable) belongs to, or NULL. */
GtkWidget *spil_board_card_find (GtkWidget *widget);
/** The employer on the card, or NULL when it has not been read; owned by the list. */
SpilEmployerItem *spil_board_card_get_item (GtkWidget *card);
/** Its place in its column. */
guint spil_board_card_get_position (GtkWidget *card);

/** What is dragged from a card, and what a text that is dropped stands for (nil: no card). Free with g_free(). */
char *spil_board_card_dup_drag (SpilId organisation);
SpilId spil_board_card_parse_drag (const char *text);

G_END_DECLS
