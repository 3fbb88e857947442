// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

#include "spil-chart.h"

G_BEGIN_DECLS

#define SPIL_TYPE_CHART_CANVAS (spil_chart_canvas_get_type ())

/**
 * Draws a SpilChart in the style of the desktop: colours, dark, high contrast, font. Its parts are items for a screen reader, have
 * tooltips, and are gone through with the arrow keys. Signal `part-activated` (const SpilChartBox *): Enter or a click on a part.
 */
G_DECLARE_FINAL_TYPE (SpilChartCanvas, spil_chart_canvas, SPIL, CHART_CANVAS, GtkWidget)

GtkWidget *spil_chart_canvas_new (void);

/** NULL: nothing. Keeps a reference. */
void spil_chart_canvas_set_chart (SpilChartCanvas *self, SpilChart *chart);
SpilChart *spil_chart_canvas_get_chart (SpilChartCanvas *self);

/** After the data of the chart were changed: draws and measures again. */
void spil_chart_canvas_changed (SpilChartCanvas *self);

/** The style that is drawn with now, and the parts that were drawn last; owned by the canvas. */
const SpilChartStyle *spil_chart_canvas_get_style (SpilChartCanvas *self);
const SpilChartHits *spil_chart_canvas_get_hits (SpilChartCanvas *self);

/** What a screen reader calls it, instead of the summary of the chart, which then becomes its description. */
void spil_chart_canvas_set_name (SpilChartCanvas *self, const char *name);

/**
 * For a widget around it that scrolls the chart and deals with pointer and keys: the canvas takes any size that it is given, follows no clicks,
 * and marks the current part also without the focus.
 */
void spil_chart_canvas_set_guided (SpilChartCanvas *self, gboolean guided);

/** Whether datum @index is selected. */
typedef gboolean (*SpilChartIsSelected) (int index, gpointer data);
/** Where several parts can be selected at once: says a screen reader which are. @data outlives the canvas or what it draws. */
void
spil_chart_canvas_set_selected_func (SpilChartCanvas *self, SpilChartIsSelected is_selected, gpointer data);

/** Makes the part that shows datum @index the current one, now or as soon as it is drawn; -1: none. */
void spil_chart_canvas_set_current (SpilChartCanvas *self, int index);

/** The datum of the current part; -1: none. */
int spil_chart_canvas_get_current (SpilChartCanvas *self);

/** Keeps showing what was drawn last while another thread uses the chart. */
void spil_chart_canvas_freeze (SpilChartCanvas *self);
void spil_chart_canvas_thaw (SpilChartCanvas *self);

G_END_DECLS
