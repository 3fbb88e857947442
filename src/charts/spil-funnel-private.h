// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-funnel.h"

G_BEGIN_DECLS

/* What the drawing of the funnel (spil-funnel.c) and its words (spil-funnel-text.c) share. */

typedef struct
{
  char *label;
  int reached;
  int now;
  int share; /* thousandths; negative: not told */
  int dwell; /* median of days; only with n_dwell */
  int n_dwell;
} SpilFunnelStage;

typedef struct
{
  char *label;
  int first;
  int last;
} SpilFunnelBand;

struct _SpilFunnel
{
  GArray *stages;
  GArray *bands;
  char *unit;
  char *period; /* NULL: all until now */
};

const SpilFunnelStage *spil_funnel_get_stage (const SpilFunnel *self, int at);
/** The share of the stage before that went on to this one; NaN for the first and after an empty one. */
double spil_funnel_get_share (const SpilFunnel *self, int at);
gboolean spil_funnel_has_data (const SpilFunnel *self);
/** Whether anybody left a stage. */
gboolean spil_funnel_has_dwell (const SpilFunnel *self);

/** "median 34 days (n = 12)"; NULL when nobody left. Free with g_free(). */
char *spil_funnel_dup_dwell (const SpilFunnelStage *stage);
/** "48 now", of a period "48 at the end"; NULL when not known. Free with g_free(). */
char *spil_funnel_dup_now (const SpilFunnel *self, int at);
/** What a stage says, for its hit box. Free with g_free(). */
char *spil_funnel_dup_description (const SpilFunnel *self, int at);

/** For SpilChartClass. */
char *spil_funnel_summary (gconstpointer data);
SpilChartTable *spil_funnel_table (gconstpointer data);

G_END_DECLS
