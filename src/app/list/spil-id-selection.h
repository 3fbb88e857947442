// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

#include "spil-id.h"
#include "spil-store-list-model.h"

G_BEGIN_DECLS

#define SPIL_TYPE_ID_SELECTION (spil_id_selection_get_type ())

/**
 * What people selected in a long list, by the ids of its rows: it stays with the rows when the list is sorted or read again, and all
 * of the list can be selected without reading it. Going through the list with the arrows, or a plain click, selects nothing: Space,
 * Ctrl and Shift do.
 *
 * Signal `wants-range` (guint first, guint n): these were selected as a range and some of them were never read; give them with
 * spil_id_selection_add().
 */
G_DECLARE_FINAL_TYPE (SpilIdSelection, spil_id_selection, SPIL, ID_SELECTION, GObject)

/** The id of what a row holds. */
typedef SpilId (*SpilIdOfFunc) (gpointer item);

SpilIdSelection *spil_id_selection_new (SpilStoreListModel *model, SpilIdOfFunc id_of);

/** How many rows are selected. */
guint spil_id_selection_get_count (SpilIdSelection *self);
/** Whether all of the list is selected but for spil_id_selection_get_ids(). */
gboolean spil_id_selection_is_all (SpilIdSelection *self);
/** The ids (SpilId) that are selected, or those that are not when all is. Free with g_array_unref(). */
GArray *spil_id_selection_get_ids (SpilIdSelection *self);
/** Selects these too. */
void spil_id_selection_add (SpilIdSelection *self, const SpilId *ids, gsize n_ids);
void spil_id_selection_select_all (SpilIdSelection *self);
void spil_id_selection_clear (SpilIdSelection *self);
/** Selects the row at @position, or no longer. */
void spil_id_selection_toggle (SpilIdSelection *self, guint position);

/** Where a plain click, or the arrows, went last; GTK_INVALID_LIST_POSITION: nowhere since the last spil_id_selection_forget_current(). */
guint spil_id_selection_get_current (SpilIdSelection *self);
void spil_id_selection_forget_current (SpilIdSelection *self);

G_END_DECLS
