// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-cells.h"
#include "spil-connection.h"
#include "spil-record.h"
#include "spil-seal.h"
#include "spil-statement.h"

G_BEGIN_DECLS

/** What is done to one row of an entity's table; each is a statement made from the descriptors. */
typedef enum
{
  SPIL_TABLE_INSERT,
  SPIL_TABLE_READ, /**< by id: row, dead, born_*, clock, key, values */
  SPIL_TABLE_IS_LIVE, /**< by id */
  SPIL_TABLE_SET_DEAD, /**< dead and clock, by row */
  SPIL_TABLE_INDEX, /**< gives a row's words to the search table */
  SPIL_TABLE_UNINDEX, /**< takes them out again */
  SPIL_TABLE_N_USES,
} SpilTableUse;

/** The tables of all entities on one connection, with their statements, which stay prepared as long as it lives. */
typedef struct
{
  SpilConnection *connection;
  SpilStatement *statements[SPIL_ENTITY_NUMBER_LIMIT][SPIL_TABLE_N_USES];
} SpilTables;

SpilTables *spil_tables_new (SpilConnection *connection);
void spil_tables_free (SpilTables *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilTables, spil_tables_free)

SpilStatement *spil_tables_get (SpilTables *self, const SpilEntity *entity, SpilTableUse use, GError **error);

/** A row as it stands in its table. */
typedef struct
{
  int64_t number; /**< of the row in its table; 0: there is none */
  gboolean dead; /**< a tombstone */
  gboolean broken; /**< set aside, since it would close a circle */
  SpilCells cells;
  SpilKey key; /**< of its personal values */
  SpilRecord *record; /**< owned */
} SpilRow;

void spil_row_clear (SpilRow *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpilRow, spil_row_clear)

/** Reads the row with that id, a tombstone too; its number is 0 when there is none. */
gboolean
spil_row_read (SpilTables *tables, const SpilEntity *entity, const SpilId *id, SpilRow *row, GError **error);

/** Whether there is such a row that is no tombstone. */
gboolean spil_row_is_live (SpilTables *tables, const SpilEntity *entity, const SpilId *id, gboolean *live,
                           GError **error);

/** Adds @record as a row born at @stamp. */
gboolean spil_row_insert (SpilTables *tables, SpilRecord *record, const SpilLocalStamp *stamp,
                          const SpilKey *key, int64_t *number, GError **error);

/** Destroys the key of @row and empties its personal values. The search table is the caller's care. */
gboolean spil_row_erase (SpilTables *tables, SpilRow *row, GError **error);

/** Sets a row aside, or takes it back: for circles. */
gboolean spil_row_set_broken (SpilTables *tables, const SpilEntity *entity, const SpilId *id, gboolean broken,
                              GError **error);

/** Writes the column groups @groups (bits) of @after, and the clock of @row, which says when. */
gboolean
spil_row_update (SpilTables *tables, const SpilRow *row, SpilRecord *after, uint64_t groups, GError **error);

/** Makes the row a tombstone or a row again, and writes its clock. */
gboolean spil_row_set_dead (SpilTables *tables, const SpilRow *row, gboolean dead, GError **error);

/** Gives the words of @record to the search table, or takes out those it gave; nothing when the entity is not searched. */
gboolean spil_row_index (SpilTables *tables, int64_t number, SpilRecord *record, GError **error);
gboolean spil_row_unindex (SpilTables *tables, int64_t number, SpilRecord *record, GError **error);

/** The bit of @group in a set of column groups. */
#define SPIL_GROUP_BIT(group) (G_GUINT64_CONSTANT (1) << (group))

/** Appends `, "name"` for each field of @entity to @sql, with @table (may be NULL) before it. */
void spil_row_append_columns (GString *sql, const SpilEntity *entity, const char *table);

/** The key in column @column of @statement. */
SpilKey spil_row_to_key (SpilStatement *statement, int column);

/** The record in the columns of @statement from @column on: its id, then its fields. */
SpilRecord *spil_row_to_record (SpilStatement *statement, const SpilEntity *entity, int column);

G_END_DECLS
