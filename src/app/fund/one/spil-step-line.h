// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-fund-query.h"

G_BEGIN_DECLS

#define SPIL_TYPE_STEP_LINE (spil_step_line_get_type ())

/** The states of an application as a line: what is behind it, where it is, what comes; refused and withdrawn end it early. */
G_DECLARE_FINAL_TYPE (SpilStepLine, spil_step_line, SPIL, STEP_LINE, AdwBin)

void spil_step_line_set_row (SpilStepLine *self, const SpilFundApplicationRow *row);

G_END_DECLS
