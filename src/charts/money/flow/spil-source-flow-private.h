// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What the files of the source flow share; no other file includes this. */
#pragma once

#include "spil-money-chart.h"
#include "spil-source-flow.h"

G_BEGIN_DECLS

/* A line of the budget; names are owned. */
typedef struct
{
  char *name;
  int64_t amount; /* 0 for PM */
  gboolean pm;
  int64_t beside; /* co-financing */
} SpilFlowLine;

/* What a source pays of a line. */
typedef struct
{
  int source;
  int line;
  int64_t amount;
} SpilFlowPart;

struct _SpilSourceFlow
{
  GPtrArray *sources; /* char * */
  GArray *lines; /* SpilFlowLine */
  GArray *parts; /* SpilFlowPart, one for a pair */
  char *note;
};

#define SPIL_FLOW_UNCOVERED (-1)

const SpilFlowLine *spil_source_flow_line (const SpilSourceFlow *self, int line);
/* What @source pays of @line; SPIL_FLOW_UNCOVERED: what no source pays, never below zero. */
int64_t spil_source_flow_part (const SpilSourceFlow *self, int source, int line);
/* All that @source pays. */
int64_t spil_source_flow_source_sum (const SpilSourceFlow *self, int source);
/* All that is paid of @line by sources that are named. */
int64_t spil_source_flow_covered (const SpilSourceFlow *self, int line);
/* What @line takes of the drawing: its amount, or what its sources pay where that is more. */
int64_t spil_source_flow_line_size (const SpilSourceFlow *self, int line);
/* The budget: all lines that are not PM. */
int64_t spil_source_flow_total (const SpilSourceFlow *self);
int64_t spil_source_flow_beside (const SpilSourceFlow *self);
/* "Not covered yet" for SPIL_FLOW_UNCOVERED; owned by the flow or by gettext. */
const char *spil_source_flow_name (const SpilSourceFlow *self, int source);
/* The look of a source. */
SpilColor spil_source_flow_color (const SpilChartPainter *painter, int source);
SpilPattern spil_source_flow_pattern (int source);
/* "Province € 80.000, not covered yet € 20.000; beside it € 5.000 of others"; free with g_free() */
char *spil_source_flow_line_text (const SpilSourceFlow *self, int line);
/* "€ 951.500 in 6 lines"; free with g_free() */
char *spil_source_flow_source_text (const SpilSourceFlow *self, int source);
/* "€ 112.000", "PM"; free with g_free() */
char *spil_source_flow_amount_text (const SpilSourceFlow *self, int line);
char *spil_source_flow_summary (gconstpointer data);
SpilChartTable *spil_source_flow_table (gconstpointer data);

/* spil-source-flow-wide.c */
double spil_source_flow_wide_height (const SpilSourceFlow *self, const SpilChartPainter *painter);
void spil_source_flow_draw_wide (const SpilSourceFlow *self, const SpilChartPainter *painter);

/* spil-source-flow-list.c */
double spil_source_flow_list_height (const SpilSourceFlow *self, const SpilChartPainter *painter);
void spil_source_flow_draw_list (const SpilSourceFlow *self, const SpilChartPainter *painter);

G_END_DECLS
