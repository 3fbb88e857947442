// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-cli.h"
#include "spil-id.h"

G_BEGIN_DECLS

/* What is told of every import, of a list or of a planning. */

/** What became of the rows. */
typedef struct
{
  SpilId id; /**< of the import; nil: nothing was changed */
  gboolean dry;
  int64_t created;
  int64_t updated;
  int64_t unchanged;
  int64_t refused;
  GPtrArray *notes; /**< of char *: sentences about the file as a whole; borrowed */
} SpilCliOutcome;

/** Appends the members "id", "dry_run" and "notes". */
void spil_cli_json_outcome (GString *json, const SpilCliOutcome *outcome);

/** Prints how many rows there were of each, and the notes. */
void spil_cli_print_outcome (SpilCli *self, const SpilCliOutcome *outcome);
/** FALSE when rows were refused: the error says how many; @path is the file. SPIL_CLI_ERROR. */
gboolean spil_cli_check_outcome (const SpilCliOutcome *outcome, const char *path, GError **error);
/** Prints how the import is taken back, last. */
void spil_cli_print_undo (SpilCli *self, const SpilCliOutcome *outcome);

G_END_DECLS
