// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

#include "spil-history-item.h"

G_BEGIN_DECLS

#define SPIL_TYPE_HISTORY_ROW (spil_history_row_get_type ())

/** A row for something that was done. Its button activates the action "history.turn" (x) with the step. */
G_DECLARE_FINAL_TYPE (SpilHistoryRow, spil_history_row, SPIL, HISTORY_ROW, GtkBox)

GtkWidget *spil_history_row_new (void);

/** Shows @item; NULL: it is not there yet. @can_turn: whether anything may be changed here. */
void spil_history_row_set_item (SpilHistoryRow *self, SpilHistoryItem *item, gboolean can_turn);

G_END_DECLS
