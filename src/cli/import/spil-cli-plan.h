// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-cli.h"
#include "spil-plan-file.h"

G_BEGIN_DECLS

/** Reads in the planning in the file at @path, or tells what that would do, as the options say. */
gboolean spil_cli_import_plan (SpilCli *self, const char *path, GError **error);

/** Writes the planning to a file. */
gboolean spil_cli_export_plan (SpilCli *self, const char *path, GError **error);

G_END_DECLS
