// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-connection.h"
#include "spil-entity.h"
#include "spil-id.h"

G_BEGIN_DECLS

/** "Spil" in the header of the database file. */
#define SPIL_SCHEMA_APPLICATION_ID 0x5370696c

/** Raised by one in each release whose tables an older release cannot write rightly; that one then refuses the database. */
#define SPIL_SCHEMA_VERSION 2

/** Databases of before this were made by no release. */
#define SPIL_SCHEMA_OLDEST 2

/** One table, view, index or trigger: what CREATE makes, word for word as SQLite keeps it. */
typedef struct
{
  const char *type; /**< "table", "view", "index", "trigger" */
  char *name;
  char *sql;
  const SpilEntity *entity; /**< NULL for the tables that are no entity's */
} SpilSchemaObject;

/** All that a database of this version holds, in the order to make it, as SpilSchemaObject. Free with g_ptr_array_unref(). */
GPtrArray *spil_schema_objects (void);

/** A short text that differs when the objects do. Free with g_free(). */
char *spil_schema_fingerprint (GPtrArray *objects);

/** The column by which lists of @entity are sorted when they are asked for by date: its first indexed day or time; NULL without one. */
const SpilField *spil_schema_date_field (const SpilEntity *entity);

/** Whether @field has a second column with its text folded, `<name>_fold`, to sort by. */
gboolean spil_schema_has_fold (const SpilField *field);

/** "TEXT", "INTEGER" or "BLOB". */
const char *spil_schema_column_type (const SpilField *field);

/** Whether the rows of @entity can be searched for words. */
gboolean spil_schema_has_search (const SpilEntity *entity);

/** Makes all tables in an empty database, for the device @device; within a change of the caller. */
gboolean
spil_schema_create (SpilConnection *connection, SpilId device, const char *device_name, GError **error);

/** Whether there is nothing in the database yet. */
gboolean spil_schema_is_empty (SpilConnection *connection, gboolean *empty, GError **error);

/** Refuses what is not a database of Spil, or one of a later version. */
gboolean spil_schema_check_version (SpilConnection *connection, GError **error);

/** Whether the tables are those of this version's descriptors. */
gboolean spil_schema_is_current (SpilConnection *connection, gboolean *current, GError **error);

/** Adds the tables, columns and indexes that are missing; in a change of its own. */
gboolean spil_schema_upgrade (SpilConnection *connection, GError **error);

G_END_DECLS
