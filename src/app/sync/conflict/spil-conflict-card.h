// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

#include "spil-conflict-view.h"

G_BEGIN_DECLS

/** One side of an entry of the inbox, as a button: its key, what holds when it is chosen, who wrote it, when and where. What differs is underlined and bold. */
GtkWidget *spil_conflict_card_new (const SpilConflictView *view, guint side);

G_END_DECLS
