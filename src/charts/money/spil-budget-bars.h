// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-chart.h"

G_BEGIN_DECLS

/**
 * A line of a budget, in cents. What is free is budget - committed - actual: @committed is what is
 * committed and not yet paid. @forecast is what the line is expected to cost in the end.
 */
typedef struct
{
  const char *label;
  int64_t budget;
  int64_t committed;
  int64_t actual;
  int64_t forecast;
  gboolean budget_pm; /**< the budget is still to follow: shown as "PM", never added up */
  gboolean has_forecast; /**< else @forecast means nothing */
  int64_t reserved; /**< of what is free, set aside */
  gboolean outside; /**< stands beside the budget: in no total */
} SpilBudgetBar;

/** Budget bars: per line what is spent, committed and free, with the forecast. */
typedef struct _SpilBudgetBars SpilBudgetBars;

SpilBudgetBars *spil_budget_bars_new (void);
void spil_budget_bars_free (SpilBudgetBars *self);
/** Adds a line; its label is copied. */
void spil_budget_bars_add (SpilBudgetBars *self, const SpilBudgetBar *bar);
/** Says whether the amounts are with or without VAT: a few words beside the axis ("excl. VAT"). May be NULL. */
void spil_budget_bars_set_note (SpilBudgetBars *self, const char *note);
/** Makes the chart; takes @self. */
SpilChart *spil_budget_bars_to_chart (SpilBudgetBars *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilBudgetBars, spil_budget_bars_free)

G_END_DECLS
