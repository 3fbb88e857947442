// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-employer-data.h"
#include "spil-fact-grid.h"

G_BEGIN_DECLS

/** Shows what is known of the organisation itself. */
void spil_employer_show_facts (SpilFactGrid *grid, const SpilEmployerData *data);
/** Shows the relation with it: stage, tier, brokers, cadence and what is owed. */
void spil_employer_show_relation (SpilFactGrid *grid, const SpilEmployerData *data);

G_END_DECLS
