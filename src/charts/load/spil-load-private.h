// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What the files of the load chart share. */
#pragma once

#include "spil-load-chart.h"

G_BEGIN_DECLS

typedef struct
{
  char *label;
  char *group;
  char *name;
} SpilLoadPeriod;

typedef struct
{
  char *name; /* "" where none is stated */
  SpilLoadCell *cells; /* one for each period */
} SpilLoadOwner;

struct _SpilLoadChart
{
  GArray *periods; /* of SpilLoadPeriod */
  GArray *owners; /* of SpilLoadOwner */
  double norm; /* 0: none */
  int now; /* -1: none of the periods */
};

const SpilLoadPeriod *spil_load_period (const SpilLoadChart *self, int at);
const SpilLoadOwner *spil_load_owner (const SpilLoadChart *self, int at);
const char *spil_load_owner_name (const SpilLoadOwner *owner);
gboolean spil_load_has_hours (const SpilLoadCell *cell);

/* spil-load-text.c; free with g_free(). */

/* "24 h" */
char *spil_load_hours (double hours);
/* "3 activities, 24 hours a week; 1 states no hours; above the norm" */
char *spil_load_describe (const SpilLoadCell *cell);
char *spil_load_summary (gconstpointer data);
SpilChartTable *spil_load_table (gconstpointer data);

G_END_DECLS
