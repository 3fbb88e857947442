// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-chart.h"

G_BEGIN_DECLS

/** What one owner has in one period. */
typedef struct
{
  int running; /**< activities that run */
  double hours; /**< hours a week that they ask together, as far as stated; negative or NaN: none is stated */
  int unstated; /**< how many of them state no hours */
  gboolean high; /**< too much: stands out */
} SpilLoadCell;

/** The load of owners over time: a row for each owner, a column for each period. */
typedef struct _SpilLoadChart SpilLoadChart;

SpilLoadChart *spil_load_chart_new (void);
void spil_load_chart_free (SpilLoadChart *self);

/**
 * Adds a period, before the first owner: what stands over its column ("mrt", "12"), over several of them (the year; periods that follow each other with the
 * same @group share it; may be ""), and what it is called in full. Texts are copied.
 */
void spil_load_chart_add_period (SpilLoadChart *self, const char *label, const char *group, const char *name);
/** Adds an owner with a cell for each period. @name NULL: those activities of which no owner is stated. */
void spil_load_chart_add_owner (SpilLoadChart *self, const char *name, const SpilLoadCell *cells);
/** Above so many hours a week a cell is @high: for the legend. 0: there is no such norm. */
void spil_load_chart_set_norm (SpilLoadChart *self, double hours);
/** The period that it is now; -1: none of them. */
void spil_load_chart_set_now (SpilLoadChart *self, int period);

/** Makes the chart; takes @self. The index of a cell is owner × number of periods + period. */
SpilChart *spil_load_chart_to_chart (SpilLoadChart *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilLoadChart, spil_load_chart_free)

G_END_DECLS
