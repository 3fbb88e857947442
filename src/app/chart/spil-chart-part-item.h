// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

#include "spil-chart.h"

G_BEGIN_DECLS

#define SPIL_TYPE_CHART_PART_ITEM (spil_chart_part_item_get_type ())

/** A drawn part of a chart for a screen reader: an item of the list that the chart is, with name, description and place. Not a widget. */
G_DECLARE_FINAL_TYPE (SpilChartPartItem, spil_chart_part_item, SPIL, CHART_PART_ITEM, GObject)

/** Makes the item of box number @at; @canvas outlives it or lets go of it with spil_chart_part_item_detach(). */
SpilChartPartItem *spil_chart_part_item_new (GtkWidget *canvas, int at, int n_parts);

/** The item after this one; not owned. */
void spil_chart_part_item_set_next (SpilChartPartItem *self, SpilChartPartItem *next);

/** Takes over place and texts of a box. */
void spil_chart_part_item_update (SpilChartPartItem *self, const SpilChartBox *box);

void spil_chart_part_item_set_focused (SpilChartPartItem *self, gboolean focused);

/** Says whether it is selected: before, it is something that cannot be. */
void spil_chart_part_item_set_selected (SpilChartPartItem *self, gboolean selected);

/** Cuts it loose from canvas and neighbours. */
void spil_chart_part_item_detach (SpilChartPartItem *self);

G_END_DECLS
