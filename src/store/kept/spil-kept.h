// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-connection.h"
#include "spil-record.h"

G_BEGIN_DECLS

/*
 * Tables that are made of the others and kept beside them, so that long lists need not go through all contact moments: `merged`
 * (spil-merged.h) and `reached`: each organisation that is not merged into another, with the time of the last contact moment with it or with what is merged
 * into it, those that were corrected aside; null: there was none. And `dialled` (spil-dialled.h), to find telephone numbers by. Like the search index they are of one laptop, and are brought up to date
 * at the end of each change.
 */

/** What one change does to them: gathered row by row, written at the end. */
typedef struct
{
  SpilConnection *connection;
  GHashTable *fresh; // SpilId of organisations and of those with new contact moments -> SpilKeptNews
  GHashTable *doubtful; // of SpilId of organisations that are looked at again
  GHashTable *corrected; // of SpilId of contact moments that were corrected, or are no longer
  gboolean heads; // heads may have changed
} SpilKept;

void spil_kept_init (SpilKept *self, SpilConnection *connection);
void spil_kept_clear (SpilKept *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpilKept, spil_kept_clear)

/** The row is new. */
gboolean spil_kept_add (SpilKept *self, SpilRecord *record, GError **error);

/** A row was @before and is @after. NULL: it is not there. */
gboolean spil_kept_change (SpilKept *self, SpilRecord *before, SpilRecord *after, GError **error);

/** Writes what was gathered, once the rows themselves are written, and before what merges left between rows is looked after. */
gboolean spil_kept_write (SpilKept *self, GError **error);

/** Makes the tables anew; within a change of the caller. */
gboolean spil_kept_make_anew (SpilConnection *connection, GError **error);

/** Whether the tables are what the other tables make of them. */
gboolean spil_kept_check (SpilConnection *connection, gboolean *sound, GError **error);

G_END_DECLS
