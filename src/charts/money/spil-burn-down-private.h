// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What the files of the burn-down share; no other file includes this. */
#pragma once

#include "spil-burn-down.h"
#include "spil-money-chart.h"

G_BEGIN_DECLS

struct _SpilBurnDown
{
  int64_t total;
  SpilDay first;
  SpilDay last;
  SpilDay today;
  char *subject;
  char *note;
  GArray *points; /* SpilBurnPoint */
  gboolean has_expected;
  int64_t low, high;
  gboolean has_pace;
  int64_t pace;
};

/* The last point whose actual figure is known, or NULL. */
const SpilBurnPoint *spil_burn_down_now (const SpilBurnDown *self);
const SpilBurnPoint *spil_burn_down_point (const SpilBurnDown *self, guint at);
/* "€ 230.000 to € 310.000 left", "€ 5.000 short"; free with g_free(). */
char *spil_burn_down_expected_text (const SpilBurnDown *self);
/* spil-burn-down-draw.c */
void spil_burn_down_draw (gconstpointer data, const SpilChartPainter *painter);
double spil_burn_down_natural_height (gconstpointer data, const SpilChartPainter *painter);

/* spil-burn-down-text.c */
char *spil_burn_down_summary (gconstpointer data);
SpilChartTable *spil_burn_down_table (gconstpointer data);
/* "€ 358.350 spent, € 228.000 committed, € 365.150 free" */
char *spil_burn_down_point_text (const SpilBurnDown *self, const SpilBurnPoint *point);

G_END_DECLS
