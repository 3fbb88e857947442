// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-cli.h"
#include "spil-import-plan.h"

G_BEGIN_DECLS

/** Whether @field of "--map FIELD=COLUMN" names a cost code ("line:4301") rather than a field: then it is mapped to a budget line. */
gboolean spil_cli_is_code (const char *field);

/** Reads in the list of bookings in the file at @path as @plan says, or tells what that would do, as the options say. */
gboolean
spil_cli_import_bookings (SpilCli *self, const char *path, const SpilImportPlan *plan, GError **error);

G_END_DECLS
