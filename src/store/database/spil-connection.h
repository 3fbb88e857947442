// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>
#include <sqlite3.h>
#include <stdint.h>

G_BEGIN_DECLS

/** One connection to a database file, with the statements that were prepared on it. Not for two threads at once. */
typedef struct _SpilConnection SpilConnection;
typedef struct _SpilStatement SpilStatement;

typedef enum
{
  SPIL_CONNECTION_CREATE, /**< makes the file where it does not exist, readable for its user only */
  SPIL_CONNECTION_WRITE, /**< the file exists */
  SPIL_CONNECTION_READ, /**< never writes, and needs no right to */
  SPIL_CONNECTION_FROZEN, /**< reads a file that nobody writes meanwhile; makes nothing beside it */
  SPIL_CONNECTION_TEMPORARY, /**< a database of its own that vanishes with the connection; the path is ignored */
} SpilConnectionMode;

/** Milliseconds that a connection waits for another program to finish its change. */
#define SPIL_CONNECTION_BUSY_MS 5000

/** Opens the database at @path. Sets SPIL_STORE_ERROR. */
SpilConnection *spil_connection_open (const char *path, SpilConnectionMode mode, GError **error);

/**
 * Opens the empty file @path to write a whole database to it in one go: nothing of it is of use before that is done. @shown is the file that
 * errors name.
 */
SpilConnection *spil_connection_open_copy (const char *path, const char *shown, GError **error);

void spil_connection_close (SpilConnection *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilConnection, spil_connection_close)

sqlite3 *spil_connection_get_handle (SpilConnection *self);
const char *spil_connection_get_path (SpilConnection *self);

void spil_connection_set_busy_timeout (SpilConnection *self, int milliseconds);

/** Runs statements that take no values and return no rows. */
gboolean spil_connection_execute (SpilConnection *self, const char *sql, GError **error);

/** The integer in the first row and column of what @sql selects; 0 when it selects nothing. */
gboolean spil_connection_read_integer (SpilConnection *self, const char *sql, int64_t *value, GError **error);

/**
 * Lets SQLite keep more of the database in memory (32 MB instead of 8), for a change that touches rows all over it, or gives that back. Without it a million rows
 * take half as long again.
 */
void spil_connection_set_roomy (SpilConnection *self, gboolean roomy);

/**
 * Begins a change at once, so that no other connection can come between reading and writing. Within a change: a part of it that can be taken
 * back by itself.
 */
gboolean spil_connection_begin (SpilConnection *self, GError **error);
gboolean spil_connection_commit (SpilConnection *self, GError **error);
/** Takes back all since the latest spil_connection_begin(); does nothing outside a change. */
void spil_connection_rollback (SpilConnection *self);

/**
 * The statement of @sql, prepared now or before, for the caller alone until spil_statement_release(). A statement that is
 * kept for the life of the connection may simply not be released.
 */
SpilStatement *spil_connection_take (SpilConnection *self, const char *sql, GError **error);

/** Puts the failure @code (an extended result code) of this connection into a sentence for people: SPIL_STORE_ERROR. */
void spil_connection_set_error (SpilConnection *self, int code, GError **error);

G_END_DECLS
