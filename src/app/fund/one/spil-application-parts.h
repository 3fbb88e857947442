// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-application-data.h"
#include "spil-fact-grid.h"
#include "spil-figure-strip.h"
#include "spil-row-group.h"

G_BEGIN_DECLS

/* The parts of the page of an application. */

void spil_application_fill_strip (SpilFigureStrip *strip, const SpilFundApplicationRow *row);
void spil_application_fill_facts (SpilFactGrid *facts, const SpilApplicationData *data);
/** The employer and the contact person. */
void spil_application_fill_links (SpilRowGroup *links, const SpilApplicationData *data);
/** What was committed, paid and released, each a way to its booking. */
void spil_application_fill_payments (SpilRowGroup *payments, const SpilApplicationData *data);
/** All that happened, the latest first. */
void spil_application_fill_history (SpilRowGroup *history, const SpilApplicationData *data);

/** The cost items added up, and what is amiss: "Estimated € 24.000,00. ..."; NULL when there are none. Free with g_free(). */
char *spil_application_dup_costs (const SpilFundApplicationRow *row);

G_END_DECLS
