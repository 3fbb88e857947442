// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-budget-data.h"

G_BEGIN_DECLS

#define SPIL_TYPE_BUDGET_SOURCES (spil_budget_sources_get_type ())

/**
 * Who pays which line, in a SpilPage: the sources with who receives and who distributes, a matrix of lines and sources in which amounts are typed, and beside it
 * what others bring. Property `narrow`.
 */
G_DECLARE_FINAL_TYPE (SpilBudgetSources, spil_budget_sources, SPIL, BUDGET_SOURCES, AdwBin)

void spil_budget_sources_fill (SpilBudgetSources *self, const SpilBudgetData *data);

G_END_DECLS
