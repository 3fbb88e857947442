// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-gantt.h"

G_BEGIN_DECLS

/** Shows over @parent what the signs in @gantt mean; @gantt is only read now. */
void spil_plan_legend_present (const SpilGantt *gantt, GtkWidget *parent);

G_END_DECLS
