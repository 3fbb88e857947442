// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

#include "spil-toolkit-query.h"

G_BEGIN_DECLS

/* Rows of the pages of the toolkit. */

/** An instrument with its rules in words; opens its form. */
GtkWidget *spil_instrument_row_new (const SpilInstrumentRow *instrument);
/** An offer, with a button that brings it to the next state; opens its form. */
GtkWidget *spil_offer_row_new (const SpilOfferRow *offer);
/** A trial period; opens its page. */
GtkWidget *spil_cohort_row_new (const SpilCohortRow *cohort);
/** A participation of a trial period with @rules, with a button to extend it when that is earned; opens its form. */
GtkWidget *
spil_participation_row_new (const SpilParticipationRow *participation, const SpilTrialRules *rules);

G_END_DECLS
