// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-section.h"

G_BEGIN_DECLS

#define SPIL_TYPE_PLAN_SECTION (spil_plan_section_get_type ())

/** The planning of an area or an action line, whichever its subject is: bars, and under them a row for each activity. */
G_DECLARE_FINAL_TYPE (SpilPlanSection, spil_plan_section, SPIL, PLAN_SECTION, SpilSection)

G_END_DECLS
