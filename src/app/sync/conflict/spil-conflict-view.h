// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-conflict-query.h"

G_BEGIN_DECLS

/** An entry of the inbox as it is shown. */
typedef struct
{
  SpilConflict *conflict;
  GPtrArray
      *fields; /**< of const SpilField: those of its group; empty where it is about the row as a whole */
  GPtrArray *texts; /**< of char *: side after side, of each its fields */
  SpilRecord *record; /**< the row; NULL when it is deleted */
  SpilId device; /**< this laptop */
} SpilConflictView;

/** A SpilJobFunc on the worker's thread; @request: the id (char *). NULL without an error when it is settled already. */
gpointer
spil_conflict_view_load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error);
void spil_conflict_view_free (SpilConflictView *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilConflictView, spil_conflict_view_free)

const SpilConflictSide *spil_conflict_view_get_side (const SpilConflictView *self, guint side);
/** What stands in the @field-th field on that side; for people. */
const char *spil_conflict_view_get_text (const SpilConflictView *self, guint side, guint field);

G_END_DECLS
