// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-privacy.h"

G_BEGIN_DECLS

/** What erasing one or several persons would remove, or has removed. */
typedef struct
{
  guint n_persons;
  int64_t n_fields;
  int64_t n_notes;
  int64_t n_log;
  GPtrArray *mentions; /**< of SpilRecord, each row once */
} SpilEraseData;

/** SpilJobFuncs on the worker's thread; @request: the persons (GArray of SpilId). One looks, the other erases, one person after the other: those before an error have been erased. */
gpointer
spil_erase_data_survey (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error);
gpointer
spil_erase_data_erase (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error);

/** A SpilJobFunc: removes the traces that are left in the file itself. */
gpointer
spil_erase_data_scrub (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error);

void spil_erase_data_free (SpilEraseData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilEraseData, spil_erase_data_free)

G_END_DECLS
