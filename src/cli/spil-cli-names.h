// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-cli.h"

G_BEGIN_DECLS

/** The entity of that name. SPIL_CLI_ERROR_USAGE when there is none. */
const SpilEntity *spil_cli_find_entity (SpilCli *self, const char *name, GError **error);

/** The field of that name. SPIL_CLI_ERROR_USAGE when there is none. */
const SpilField *
spil_cli_find_field (SpilCli *self, const SpilEntity *entity, const char *name, GError **error);

/**
 * The row that @text means: an id, or the title of one row only. The database must be open; that a row with a given id exists is
 * not checked.
 */
gboolean
spil_cli_find_row (SpilCli *self, const SpilEntity *entity, const char *text, SpilId *id, GError **error);

/** Reads a value as typed for @field; references also by title. The database must be open. */
gboolean spil_cli_read_value (SpilCli *self, const SpilField *field, const char *text, SpilValue *value,
                              GError **error);

/** Reads "FIELD=VALUE"; on success @value is the caller's to clear. */
gboolean spil_cli_read_assignment (SpilCli *self, const SpilEntity *entity, const char *text,
                                   const SpilField **field, SpilValue *value, GError **error);

G_END_DECLS
