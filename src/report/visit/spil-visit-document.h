// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-document.h"
#include "spil-visit-sheet.h"

G_BEGIN_DECLS

/** The same of the organisation @id, in Dutch. SPIL_STORE_ERROR_NOT_FOUND when there is none. */
SpilDocument *spil_visit_document_read (SpilStore *store, SpilId id, GError **error);

/**
 * Writes the visit sheet of the organisation @id in Dutch to @path, as ODT when that ends so and as PDF otherwise: whole, or not at
 * all. SPIL_STORE_ERROR_NOT_FOUND when there is no such organisation; else one sentence for people.
 */
gboolean
spil_visit_write (SpilStore *store, SpilId id, const char *path, GCancellable *cancellable, GError **error);

/** A name for its file without an ending: "Bezoekblad Voorbeeld BV 2018-11-15". Free with g_free(). */
char *spil_visit_dup_file_name (const char *employer, SpilDay day);

G_END_DECLS
