// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-employer-selection.h"

G_BEGIN_DECLS

#define SPIL_TYPE_EMPLOYER_STATE (spil_employer_state_get_type ())

/**
 * Says how many employers are shown and which filters are set, each as a button that removes it.
 * Signals: `dropped` (SpilEmployerCondition), `cleared`.
 */
G_DECLARE_FINAL_TYPE (SpilEmployerState, spil_employer_state, SPIL, EMPLOYER_STATE, AdwBin)

void spil_employer_state_show_filters (SpilEmployerState *self, const SpilEmployerSelection *selection);
/** Shows @text; a screen reader says it when it is @news. */
void spil_employer_state_show_count (SpilEmployerState *self, const char *text, gboolean news);

G_END_DECLS
