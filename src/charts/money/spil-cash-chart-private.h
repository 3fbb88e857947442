// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What the files of the cash chart share; no other file includes this. */
#pragma once

#include "spil-cash-chart.h"
#include "spil-money-chart.h"

G_BEGIN_DECLS

/* The parts of a quarter, in the order in which they lie on each other. */
typedef enum
{
  SPIL_CASH_ACTUAL,
  SPIL_CASH_OPEN,
  SPIL_CASH_FORECAST,
  SPIL_CASH_PARTS,
} SpilCashPart;

struct _SpilCashChart
{
  GArray *quarters; /* SpilCashQuarter */
  gboolean has_budget;
  int64_t budget;
  SpilDay today;
  char *note;
};

const SpilCashQuarter *spil_cash_chart_quarter (const SpilCashChart *self, guint at);
int64_t spil_cash_quarter_part (const SpilCashQuarter *quarter, SpilCashPart part);
/* All three together. */
int64_t spil_cash_quarter_sum (const SpilCashQuarter *quarter);
/* The sum of all quarters up to and with @at. */
int64_t spil_cash_chart_added (const SpilCashChart *self, guint at);
gboolean spil_cash_chart_has (const SpilCashChart *self, SpilCashPart part);
/* "Spent"; owned by gettext */
const char *spil_cash_part_label (SpilCashPart part);
/* "Q4 2018"; free with g_free() */
char *spil_cash_quarter_name (const SpilCashQuarter *quarter);
/* "€ 358.350 spent, € 228.000 committed; added up € 586.350"; free with g_free() */
char *spil_cash_quarter_text (const SpilCashChart *self, guint at);
gboolean spil_cash_chart_is_now (const SpilCashChart *self, guint at);
/* The look of a part. */
SpilColor spil_cash_part_color (const SpilChartPainter *painter, SpilCashPart part);
SpilPattern spil_cash_part_pattern (SpilCashPart part);
double
spil_cash_chart_draw_legend (const SpilCashChart *self, const SpilChartPainter *painter, gboolean list);
/* "closed" with its sign in @room, the sign alone where the word does not fit: from @x on, or (@align 0.5) around it; returns the width. */
double
spil_cash_chart_draw_closed (const SpilChartPainter *painter, double x, double y, double align, double room);
void spil_cash_chart_hit (const SpilCashChart *self, const SpilChartPainter *painter, guint at,
                          const cairo_rectangle_t *box);
char *spil_cash_chart_summary (gconstpointer data);
SpilChartTable *spil_cash_chart_table (gconstpointer data);

/* spil-cash-chart-wide.c */

/* Whether the quarters stand under each other as a list instead: there is too little room for their amounts beside each other. */
gboolean spil_cash_chart_is_list (const SpilCashChart *self, const SpilChartPainter *painter);
void spil_cash_chart_draw_wide (const SpilCashChart *self, const SpilChartPainter *painter);

G_END_DECLS
