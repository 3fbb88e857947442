// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

#include "spil-toolkit-query.h"

G_BEGIN_DECLS

/* Rows of the pages of the toolkit. */

/** An instrument with its rules in words; opens its page. */
GtkWidget *spil_instrument_row_new (const SpilInstrumentRow *instrument);
/** A trial period; opens its page. */
GtkWidget *spil_cohort_row_new (const SpilCohortRow *cohort);

G_END_DECLS
