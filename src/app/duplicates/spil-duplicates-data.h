// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-duplicate-query.h"

G_BEGIN_DECLS

/** What the page shows: one of the pairs, with how many are still to be judged. */
typedef struct
{
  guint index; /**< of the pair that is shown, in the pairs; meaningless when there is none */
  guint n_open;
  guint place; /**< of the pair that is shown among those that are open, from 1 */
  SpilDuplicateSide *sides[2]; /**< NULL: none is open */
} SpilDuplicatesData;

/**
 * What spil_duplicates_data_load() is asked: of @pairs (of SpilDuplicatePair; nobody changes them; NULL: none yet) the first that is open from
 * @index on, in the direction of @step (1 or -1); or @decided, if that is open again. Free with spil_duplicates_request_free().
 */
gpointer spil_duplicates_request_new (GPtrArray *pairs, guint index, int step, int decided);
void spil_duplicates_request_free (gpointer request);

/** A SpilJobFunc; gives SpilDuplicatesData. */
gpointer
spil_duplicates_data_load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error);
void spil_duplicates_data_free (SpilDuplicatesData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilDuplicatesData, spil_duplicates_data_free)

/** How far a search is, for the thread that shows it. */
typedef struct
{
  int permille; /**< atomic */
} SpilDuplicatesProgress;

/** A SpilJobFunc that looks for all pairs: its data is a SpilDuplicatesProgress, it gives a GPtrArray of SpilDuplicatePair. */
gpointer
spil_duplicates_data_search (SpilStore *store, gpointer progress, GCancellable *cancellable, GError **error);

G_END_DECLS
