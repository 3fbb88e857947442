// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-cli.h"

G_BEGIN_DECLS

/**
 * Writes to standard output. A failure is kept until spil_cli_output_finish(), so short outputs need not look. FALSE when nothing
 * more can be written, so that long ones can stop.
 */
gboolean spil_cli_print (SpilCli *self, const char *text);
gboolean spil_cli_printf (SpilCli *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/** Writes out what is left. SPIL_CLI_ERROR_CLOSED when nobody reads it, SPIL_CLI_ERROR_FAILED when it cannot be written. */
gboolean spil_cli_output_finish (SpilCli *self, GError **error);

/** Writes one line for people to standard error: "spilctl: MESSAGE". */
void spil_cli_complain (const char *message);

/** To be called before anything is opened: fills the places of closed standard streams, so that no other file takes them. */
void spil_cli_guard_streams (void);

G_END_DECLS
