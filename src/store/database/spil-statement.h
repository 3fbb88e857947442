// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-connection.h"
#include "spil-id.h"
#include "spil-value.h"

G_BEGIN_DECLS

typedef enum
{
  SPIL_STEP_FAILED,
  SPIL_STEP_ROW,
  SPIL_STEP_DONE,
} SpilStep;

/** Prepares @sql; for spil_connection_take(). Releasing it frees it unless it is @kept. */
SpilStatement *
spil_statement_new (SpilConnection *connection, const char *sql, gboolean kept, GError **error);
void spil_statement_free (SpilStatement *self);

/** Whether somebody holds it. */
gboolean spil_statement_is_taken (SpilStatement *self);
void spil_statement_take (SpilStatement *self);

/** Ends its use and forgets its values; the connection keeps it for the next time. */
void spil_statement_release (SpilStatement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilStatement, spil_statement_release)

/**
 * Gives the parameter @place (from 1) its value. Texts and blobs are not copied: they must live until the statement is reset.
 * Nil ids and NULL texts become null.
 */
void spil_statement_bind_integer (SpilStatement *self, int place, int64_t value);
void spil_statement_bind_text (SpilStatement *self, int place, const char *text);
void spil_statement_bind_blob (SpilStatement *self, int place, const void *bytes, gsize length);
void spil_statement_bind_id (SpilStatement *self, int place, const SpilId *id);
void spil_statement_bind_null (SpilStatement *self, int place);
void spil_statement_bind_value (SpilStatement *self, int place, const SpilValue *value);

SpilStep spil_statement_step (SpilStatement *self, GError **error);

/** Steps once and resets: for statements that return no rows. The values stay bound. */
gboolean spil_statement_run (SpilStatement *self, GError **error);

/** Ready to step again; the values stay bound. */
void spil_statement_reset (SpilStatement *self);

/** Columns count from 0. Texts and blobs live until the next step or reset. */
gboolean spil_statement_is_null (SpilStatement *self, int column);
int64_t spil_statement_get_integer (SpilStatement *self, int column);
const char *spil_statement_get_text (SpilStatement *self, int column);
const void *spil_statement_get_blob (SpilStatement *self, int column, gsize *length);
/** Nil for anything but a blob of 16 bytes. */
SpilId spil_statement_get_id (SpilStatement *self, int column);
/** The value of a column that holds @type; free with spil_value_clear(). */
SpilValue spil_statement_get_value (SpilStatement *self, int column, SpilType type);

G_END_DECLS
