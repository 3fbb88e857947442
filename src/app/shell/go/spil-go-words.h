// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-find-query.h"
#include "spil-go-row.h"

G_BEGIN_DECLS

/* How what was found is said. */

/** Pages and commands come before what was found: few have all that was typed in their names. Places of the groups. */
#define SPIL_GO_PAGES 0
#define SPIL_GO_COMMANDS 1
#define SPIL_GO_FOUND 2

/** Makes the row of what was found in the group at place @place. */
GtkWidget *spil_go_found_row_new (const SpilFoundGroup *group, int place, const SpilFound *found);

G_END_DECLS
