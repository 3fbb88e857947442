// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-legend.h"

#include <glib/gi18n-lib.h>

#include "spil-gantt-private.h"
#include "spil-plan-sheet-private.h"

/* The legend of a sheet without the sheet. */

static void
free_legend (gpointer data)
{
  SpilPlanSheet *self = data;

  spil_chart_text_free (self->text);
  g_array_unref (self->keys);
  g_free (self);
}

static double
put (gconstpointer data, const SpilChartPainter *painter)
{
  SpilPlanSheet *self = (SpilPlanSheet *) data;

  self->style = *painter->style;
  return spil_plan_sheet_legend (self, painter->cr, 0, 0, painter->width);
}

static void
draw (gconstpointer data, const SpilChartPainter *painter)
{
  put (data, painter);
}

static char *
summary (gconstpointer data)
{
  const SpilPlanSheet *self = data;
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; i < self->keys->len; i++)
    g_strv_builder_add (labels, g_array_index (self->keys, SpilPlanSheetKey, i).label);
  all = g_strv_builder_end (labels);
  return g_strjoinv ("; ", all);
}

static SpilChartTable *
table (gconstpointer data)
{
  const SpilPlanSheet *self = data;
  SpilChartTable *result = spil_chart_table_new ();

  spil_chart_table_add_column (result, C_ ("legend", "Sign"), FALSE);
  for (guint i = 0; i < self->keys->len; i++) {
    spil_chart_table_add_row (result);
    spil_chart_table_take (result, g_strdup (g_array_index (self->keys, SpilPlanSheetKey, i).label));
  }
  return result;
}

static const SpilChartClass legend_class = {
  .name = "gantt-legend",
  .draw = draw,
  .natural_height = put,
  .summary = summary,
  .table = table,
  .free = free_legend,
};

SpilChart *
spil_plan_legend_new (const SpilGantt *gantt)
{
  SpilPlanSheet *self;

  g_return_val_if_fail (gantt != NULL, NULL);

  self = g_new0 (SpilPlanSheet, 1);
  self->text = spil_chart_text_new ();
  self->keys = g_array_new (FALSE, FALSE, sizeof (SpilPlanSheetKey));
  g_array_set_clear_func (self->keys, spil_plan_sheet_key_clear);
  self->needs.first = self->needs.last = gantt->today;
  spil_plan_sheet_find_keys (self, gantt);
  return spil_chart_new (&legend_class, self);
}
