// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* An invented planning of any size, and the least drawing of it: what a Gantt chart is measured against. */
#pragma once

#include "bench.h"
#include "spil-gantt.h"

G_BEGIN_DECLS

/** A planning with @n_rows bars and one and a half times as many links, over four years. The same for the same size. */
SpilChart *bench_plan_new (int n_rows);

/** Draws rows of a planning with nothing but Cairo and Pango. */
typedef struct _BenchBarePlan BenchBarePlan;

/** @chart is borrowed. @keep_layouts: texts are laid out once and kept, as for a screen; otherwise on each drawing. */
BenchBarePlan *bench_bare_plan_new (SpilChart *chart, const SpilChartStyle *style, gboolean keep_layouts);
void bench_bare_plan_free (BenchBarePlan *self);

/**
 * Draws what @layout shows: header, grid, labels, bars with their progress and owner, links. The geometry is given and no row
 * out of view is looked at.
 */
void bench_bare_plan_draw (BenchBarePlan *self, cairo_t *cr, const SpilGanttLayout *layout);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchBarePlan, bench_bare_plan_free)

G_END_DECLS
