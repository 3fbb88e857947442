// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-employer-selection.h"

G_BEGIN_DECLS

/** Which employers are meant: some, or all of a filter but for some. Never a list of all of them until the worker needs it. */
typedef struct
{
  SpilEmployerSelection *filter; /**< owned */
  gboolean all; /**< all of @filter but for @ids */
  GArray *ids; /**< of SpilId, owned */
  guint count; /**< how many that are, as far as the window knows */
} SpilBulkTarget;

/** Takes @ids; copies @filter. */
SpilBulkTarget *
spil_bulk_target_new (const SpilEmployerSelection *filter, gboolean all, GArray *ids, guint count);
SpilBulkTarget *spil_bulk_target_copy (const SpilBulkTarget *self);
void spil_bulk_target_free (SpilBulkTarget *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilBulkTarget, spil_bulk_target_free)

/** On the worker's thread: the ids (SpilId). NULL with @error on failure. Free with g_array_unref(). */
GArray *spil_bulk_target_read (const SpilBulkTarget *self, SpilStore *store, GError **error);

G_END_DECLS
