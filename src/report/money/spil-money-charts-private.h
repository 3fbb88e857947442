// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What the files of the charts of money share; no other file includes this. */
#pragma once

#include "spil-report-money-charts.h"

G_BEGIN_DECLS

/* The budget in force on @day; before the first decision: the first one. */
SpilBudgetVersionRow *spil_money_charts_find_version (SpilStore *store, SpilDay day, GError **error);
/* "excluding VAT", NULL where it is not stated; owned by gettext */
const char *spil_money_charts_vat (SpilVat vat);

G_END_DECLS
