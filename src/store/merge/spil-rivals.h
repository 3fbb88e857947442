// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-log.h"
#include "spil-store-private.h"

G_BEGIN_DECLS

/*
 * What is kept of concurrent writes. A cell holds its winner in the row's clock; its rivals are the other writes that nobody has seen and
 * replaced. For a deleted row, unseen are the writes that the deletion had not seen. Both are functions of the set of writes, and
 * what they say stands in the log: here are only their stamps. All of it works on the rows that @tables gives.
 */

/** Whether the write at @stamp wins of the one at @held: the higher time, then device, then sequence. */
gboolean spil_rivals_wins (SpilStore *store, const SpilLocalStamp *stamp, const SpilLocalStamp *held);

/** The stamp that a base names, without its time; @author is the device of the payload. Device 0: not known here. */
SpilLocalStamp spil_rivals_named (SpilStore *store, const SpilLogBase *base, int64_t author);

/** Appends the rivals of a cell, or of all column groups (@cell -1), as SpilLocalStamp. */
gboolean spil_rivals_read (SpilTables *tables, const SpilEntity *entity, const SpilId *row, int cell,
                           GArray *stamps, GError **error);
gboolean spil_rivals_add (SpilTables *tables, const SpilEntity *entity, const SpilId *row, int cell,
                          const SpilLocalStamp *stamp, GError **error);
gboolean spil_rivals_remove (SpilTables *tables, const SpilEntity *entity, const SpilId *row, int cell,
                             const SpilLocalStamp *stamp, GError **error);
/** Removes all of a cell. */
gboolean spil_rivals_settle (SpilTables *tables, const SpilEntity *entity, const SpilId *row, int cell,
                             GError **error);

/** Makes the rivals of a cell anew from the whole history of the cell in the log: a settlement was taken back. */
gboolean
spil_rivals_reopen (SpilStore *store, SpilTables *tables, const SpilRow *row, int cell, GError **error);

/** Appends what a deletion of @row sees of it, as SpilLocalStamp: the writes of its column groups that nobody replaced. */
gboolean spil_rivals_heads (SpilTables *tables, const SpilRow *row, GArray *stamps, GError **error);

/** Forgets those of a row: it lives, or was deleted by one who saw all. */
gboolean spil_unseen_clear (SpilTables *tables, const SpilEntity *entity, const SpilId *row, GError **error);
gboolean spil_unseen_read (SpilTables *tables, const SpilEntity *entity, const SpilId *row, GArray *stamps,
                           GError **error);
/** Makes those of a deleted row anew, from what the change @deletion by @author (NULL: the one in the log that holds) had seen. */
gboolean spil_unseen_update (SpilStore *store, SpilTables *tables, const SpilRow *row,
                             const SpilLogChange *deletion, int64_t author, GError **error);

G_END_DECLS
