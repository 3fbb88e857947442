// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define SPIL_TYPE_LIST_SLOT (spil_list_slot_get_type ())

/**
 * A position of a long list. Its content comes later and is swapped in place when the list is filtered or sorted
 * anew, so that the widgets stay: property `item`, NULL until it is there.
 */
G_DECLARE_FINAL_TYPE (SpilListSlot, spil_list_slot, SPIL, LIST_SLOT, GObject)

SpilListSlot *spil_list_slot_new (guint position);
guint spil_list_slot_get_position (SpilListSlot *self);

/** What the position holds now, or NULL; owned by the slot. */
gpointer spil_list_slot_get_item (SpilListSlot *self);
void spil_list_slot_set_item (SpilListSlot *self, gpointer item);

/** What a row of a list stands for: the content of a slot, or the object itself. */
gpointer spil_list_item_of (gpointer object);

G_END_DECLS
