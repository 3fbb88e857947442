// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What the files of the budget bars share; no other file includes this. */
#pragma once

#include "spil-chart-axis.h"
#include "spil-budget-bars.h"

G_BEGIN_DECLS

struct _SpilBudgetBars
{
  GArray *bars; /* SpilBudgetBar, labels owned */
  char *note;
};

/* Sums of the lines; PM budgets are counted, not added. */
typedef struct
{
  int64_t budget;
  int64_t committed;
  int64_t actual;
  int64_t free;
  int64_t forecast;
  int64_t reserved;
  int lines;
  int pm;
  int over;
  int forecasts;
} SpilBudgetTotals;

const SpilBudgetBar *spil_budget_bar (const SpilBudgetBars *self, int index);
int64_t spil_budget_bar_free (const SpilBudgetBar *bar);
/* "€ 12.000", "PM", or "€ 12.000 + PM" for a sum that lacks PM amounts. Free with g_free(). */
char *spil_budget_amount (int64_t cents, gboolean known, int pm);
SpilBudgetTotals spil_budget_bars_total (const SpilBudgetBars *self);
char *spil_budget_bars_summary (gconstpointer data);
SpilChartTable *spil_budget_bars_table (gconstpointer data);
char *spil_budget_bar_description (const SpilBudgetBar *bar);

G_END_DECLS
