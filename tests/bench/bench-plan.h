// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* An invented planning of any size, and the least drawing of it: what a Gantt chart is measured against. */
#pragma once

#include "bench.h"
#include "spil-gantt-private.h"

G_BEGIN_DECLS

/** A planning with @n_rows bars, a table of five columns and one and a half times as many links, over four years. */
SpilChart *bench_plan_new (int n_rows);

/** Draws rows of a planning with nothing but Cairo and Pango. */
typedef struct _BenchBarePlan BenchBarePlan;

/** @chart is borrowed. @keep_layouts: texts are laid out once and kept, as for a screen; otherwise on each drawing. */
BenchBarePlan *bench_bare_plan_new (SpilChart *chart, const SpilChartStyle *style, gboolean keep_layouts);
void bench_bare_plan_free (BenchBarePlan *self);

/**
 * Draws what @layout shows: header, grid, labels, bars with their progress and owner, links. The geometry is given and no row
 * out of view is looked at. Low rows have strokes for bars and no texts.
 */
void bench_bare_plan_draw (BenchBarePlan *self, cairo_t *cr, const SpilGanttLayout *layout,
                           const SpilGanttTiers *tiers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchBarePlan, bench_bare_plan_free)

G_END_DECLS
