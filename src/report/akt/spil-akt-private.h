// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What the chapters of the AKT report share; no other file includes this. */
#pragma once

#include "spil-document.h"
#include "spil-report-data.h"

G_BEGIN_DECLS

/* The chapters, in order; each in the file of its name. A chapter whose module is not in use adds nothing. */
void spil_akt_add_front (SpilDocument *document, const SpilReportData *data);
void spil_akt_add_glance (SpilDocument *document, const SpilReportData *data);
void spil_akt_add_funnel (SpilDocument *document, const SpilReportData *data);
void spil_akt_add_areas (SpilDocument *document, const SpilReportData *data);
void spil_akt_add_planning (SpilDocument *document, const SpilReportData *data);
void spil_akt_add_budget (SpilDocument *document, const SpilReportData *data);
void spil_akt_add_fund (SpilDocument *document, const SpilReportData *data);
void spil_akt_add_risks (SpilDocument *document, const SpilReportData *data);
void spil_akt_add_effects (SpilDocument *document, const SpilReportData *data);
void spil_akt_add_decisions (SpilDocument *document, const SpilReportData *data);
void spil_akt_add_annex (SpilDocument *document, const SpilReportData *data);

/* money/: parts of the chapters on money. */
void spil_akt_add_reallocations (SpilDocument *document, const SpilReportMoney *money);
void spil_akt_add_quarters (SpilDocument *document, const SpilReportData *data);
void spil_akt_add_late_bookings (SpilDocument *document, const SpilReportMoney *money);
void spil_akt_add_sources (SpilDocument *document, const SpilReportData *data);

/* spil-akt-plan-lists.c: parts of the chapter on the planning. */
void spil_akt_add_late (SpilDocument *document, const SpilReportData *data);
void spil_akt_add_coming (SpilDocument *document, const SpilReportData *data);
void spil_akt_add_undated (SpilDocument *document, const SpilReportData *data);

/* spil-akt-words.c; texts are freed with g_free(). */

/* "4e kwartaal 2018 (1 oktober t/m 31 december 2018)" */
char *spil_akt_period (const SpilReportData *data);
/* "+3 in this period", "unchanged in this period" */
char *spil_akt_change (int64_t now, int64_t before);
char *spil_akt_money_change (SpilMoney now, SpilMoney before);
/* "€ 951.500" */
char *spil_akt_euro (SpilMoney amount);
/* "951.500,00", for columns whose title or caption names the euro */
char *spil_akt_amount (SpilMoney amount);
/* "42,1 %"; "" when @per_mille is negative */
char *spil_akt_percent (int per_mille);
/* "31-12-2018" or "not stated" */
char *spil_akt_day (SpilDay day);
/* "excluding VAT", "VAT not stated"; owned by gettext */
const char *spil_akt_vat (SpilVat vat);
/* The label of a choice, or "not stated"; owned by gettext. */
const char *spil_akt_choice (int entity, int field, int64_t number);
SpilMark spil_akt_light_mark (int light);
/* "Green", "not to be told"; owned by gettext */
const char *spil_akt_light_label (int light);
/* "1.234,5", at most two decimals */
char *spil_akt_decimal (int64_t millionths);

G_END_DECLS
