// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-import.h"
#include "spil-row-group.h"

G_BEGIN_DECLS

/** Shows each column of @plan with what stands in it and a chooser of its field; what is chosen goes to @plan, which must live as long as the rows. */
void spil_import_mapping_fill (SpilRowGroup *group, SpilImportPlan *plan, GPtrArray *samples);

G_END_DECLS
