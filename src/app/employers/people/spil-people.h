// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-employer-data.h"
#include "spil-row-group.h"

G_BEGIN_DECLS

/** Shows the people of the employer in @group, which then adds them one after another. */
void spil_people_show (SpilRowGroup *group, const SpilEmployerData *data);

G_END_DECLS
