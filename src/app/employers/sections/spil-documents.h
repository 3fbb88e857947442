// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-row-group.h"
#include "spil-store.h"

G_BEGIN_DECLS

/** Documents about a row of any entity: references, for the documents themselves stay where they are. */
typedef struct
{
  GPtrArray *records; /**< of SpilRecord */
  GArray *gone; /**< of gboolean, as the records: the file is not there */
} SpilDocuments;

/** On the worker's thread: reads them, and looks whether the files are there. NULL with @error on failure. */
SpilDocuments *spil_documents_load (SpilStore *store, const SpilEntity *about, SpilId id, GError **error);
void spil_documents_free (SpilDocuments *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilDocuments, spil_documents_free)

/** Shows them in @group, which gets buttons to add a file or a web address about the row @id of @about. The group stands in a SpilPage. */
void
spil_documents_show (SpilRowGroup *group, const SpilDocuments *documents, const SpilEntity *about, SpilId id);

G_END_DECLS
