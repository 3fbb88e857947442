// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-chart.h"
#include "spil-period.h"

G_BEGIN_DECLS

/** The money of a quarter, in cents. */
typedef struct
{
  SpilPeriod quarter;
  int64_t actual; /**< spent */
  int64_t open; /**< committed and expected to be paid in it */
  int64_t forecast; /**< expected beyond that */
  gboolean closed; /**< takes no bookings any more */
} SpilCashQuarter;

/** Cash by quarter: what is and will be spent, and how that adds up against the budget. */
typedef struct _SpilCashChart SpilCashChart;

SpilCashChart *spil_cash_chart_new (void);
void spil_cash_chart_free (SpilCashChart *self);
/** Adds a quarter of known days; in order. */
void spil_cash_chart_add (SpilCashChart *self, const SpilCashQuarter *quarter);
/** The budget that it adds up to, in cents. */
void spil_cash_chart_set_budget (SpilCashChart *self, int64_t budget);
/** The day that it is: the quarter that holds it is the present one. */
void spil_cash_chart_set_today (SpilCashChart *self, SpilDay today);
/** Says whether the amounts are with or without VAT. May be NULL. */
void spil_cash_chart_set_note (SpilCashChart *self, const char *note);
/** Makes the chart; takes @self. */
SpilChart *spil_cash_chart_to_chart (SpilCashChart *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilCashChart, spil_cash_chart_free)

G_END_DECLS
