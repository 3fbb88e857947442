// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

#include "spil-risk-query.h"

G_BEGIN_DECLS

/* Rows of the page of a risk. */

/** What field @text says in words, and beside it the number of field @number (0: none). */
GtkWidget *spil_risk_fact_row_new (SpilRecord *risk, int text, int number);
/** A score in the history. */
GtkWidget *spil_risk_score_row_new (const SpilRiskScoreRow *score);
/** A control measure, with a button to say that it is done; opens its form. */
GtkWidget *spil_risk_action_row_new (SpilRecord *action);

G_END_DECLS
