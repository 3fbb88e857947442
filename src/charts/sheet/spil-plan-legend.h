// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-gantt.h"

G_BEGIN_DECLS

/** The legend of a planning as a chart of its own: the signs that occur in @gantt, each drawn as it is there, with what it means. @gantt is only read now. */
SpilChart *spil_plan_legend_new (const SpilGantt *gantt);

G_END_DECLS
