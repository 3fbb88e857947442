// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-cli.h"
#include "spil-import.h"

G_BEGIN_DECLS

/** Prints what an import did or would do, for people or as one JSON object. FALSE when rows of the file @path were refused. */
gboolean
spil_cli_print_import (SpilCli *self, const SpilImportReport *report, const char *path, GError **error);

G_END_DECLS
