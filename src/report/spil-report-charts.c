// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-report-charts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-funnel-query.h"
#include "spil-funnel.h"
#include "spil-norm-query.h"
#include "spil-plan-chart.h"
#include "spil-risk-matrix.h"
#include "spil-risk-query.h"

/* The same order in both: a name and what makes the chart. */
static const char *const names[] = { "gantt",  "budget", "burn",    "cash",       "sources", "fund",
                                     "funnel", "risks",  "effects", "indicators", NULL };
static const SpilReportChartFunc makers[] = {
  spil_report_chart_gantt,   spil_report_chart_budget,     spil_report_chart_burn,   spil_report_chart_cash,
  spil_report_chart_sources, spil_report_chart_fund,       spil_report_chart_funnel, spil_report_chart_risks,
  spil_report_chart_effects, spil_report_chart_indicators,
};

G_STATIC_ASSERT (G_N_ELEMENTS (names) == G_N_ELEMENTS (makers) + 1);

SpilReportChartFunc
spil_report_chart_find (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (makers); i++)
    if (strcmp (names[i], name) == 0)
      return makers[i];
  return NULL;
}

const char *const *
spil_report_chart_names (void)
{
  return names;
}

/* Planning */

SpilChart *
spil_report_chart_of_plan (const SpilPlan *plan, GPtrArray *shown, SpilDay day)
{
  static const SpilPlanChartLook look = { 0 };
  g_autoptr (GPtrArray) all = shown == NULL ? spil_plan_show (plan, NULL, SPIL_PLAN_GROUP_NONE, NULL) : NULL;
  SpilChart *chart = spil_plan_chart_new (plan, shown != NULL ? shown : all, &look);

  spil_gantt_set_today (spil_gantt_from_chart (chart), day);
  return chart;
}

SpilChart *
spil_report_chart_gantt (SpilStore *store, SpilDay day, GError **error)
{
  g_autoptr (SpilPlan) plan = spil_plan_query (store, SPIL_ID_NIL, day, error);

  return plan != NULL ? spil_report_chart_of_plan (plan, NULL, day) : NULL;
}

/* Funnel */

SpilChart *
spil_report_chart_of_funnel (GPtrArray *stages)
{
  return spil_report_chart_of_funnel_period (stages, SPIL_DAY_NONE, SPIL_DAY_NONE);
}

SpilChart *
spil_report_chart_of_funnel_period (GPtrArray *stages, SpilDay from, SpilDay to)
{
  SpilFunnel *funnel = spil_funnel_new ();

  for (guint i = 0; i < stages->len; i++) {
    const SpilFunnelFigures *stage = g_ptr_array_index (stages, i);

    spil_funnel_add_stage (funnel, stage->name, (int) stage->reached, (int) stage->now);
    spil_funnel_set_share (funnel, stage->conversion);
    spil_funnel_set_dwell (funnel, stage->dwell, stage->n_dwell);
  }
  if (spil_day_is_known (from)) {
    g_autofree char *first = spil_day_format (from);
    g_autofree char *last = spil_day_format (to);
    // Translators: the first and the last day of a period.
    g_autofree char *period = g_strdup_printf (_ ("%s to %s"), first, last);

    spil_funnel_set_period (funnel, period);
  }
  spil_funnel_set_unit (funnel, _ ("employers"));
  return spil_funnel_to_chart (funnel);
}

SpilChart *
spil_report_chart_funnel (SpilStore *store, SpilDay day, GError **error)
{
  g_autoptr (GPtrArray) stages = spil_funnel_query (store, SPIL_ID_NIL, day, error);

  return stages != NULL ? spil_report_chart_of_funnel (stages) : NULL;
}

/* Risks */

/* A scale as the matrix takes it: one level for each score, named after all the words that have it. */
typedef struct
{
  GArray *scores; /* of int */
  GPtrArray *names; /* of char *, NULL-terminated */
} Scale;

static Scale
scale_of (GPtrArray *levels)
{
  /* Room for one more than there are: without any, the array would not even have its NULL. */
  Scale scale = { g_array_new (FALSE, FALSE, sizeof (int)),
                  g_ptr_array_new_null_terminated (levels->len + 1, g_free, TRUE) };

  for (guint i = 0; i < levels->len; i++) {
    const SpilScaleLevelRow *level = g_ptr_array_index (levels, i);
    const guint last = scale.scores->len;

    if (last > 0 && g_array_index (scale.scores, int, last - 1) == level->score) {
      char *before = g_ptr_array_index (scale.names, last - 1);

      scale.names->pdata[last - 1] = g_strdup_printf ("%s / %s", before, level->name);
      g_free (before);
      continue;
    }
    g_array_append_val (scale.scores, level->score);
    g_ptr_array_add (scale.names, g_strdup (level->name));
  }
  return scale;
}

static void
scale_clear (Scale *scale)
{
  g_array_unref (scale->scores);
  g_ptr_array_unref (scale->names);
}

static int
scale_index (const Scale *scale, int score)
{
  for (guint i = 0; i < scale->scores->len; i++)
    if (g_array_index (scale->scores, int, i) == score)
      return (int) i;
  return -1;
}

/* Tints the cells by the thresholds of the programme; without thresholds they stay as they are. */
static void
grade_cells (SpilRiskMatrix *matrix, const Scale *chances, const Scale *impacts, const SpilNorms *norms)
{
  const guint count = chances->scores->len * impacts->scores->len;
  g_autofree double *grades = g_new0 (double, MAX (count, 1));
  gboolean known = FALSE;

  for (guint i = 0; i < count; i++) {
    const int chance = g_array_index (chances->scores, int, i / impacts->scores->len);
    const int impact = g_array_index (impacts->scores, int, i % impacts->scores->len);
    const SpilRiskFigures figures = spil_risk_score (chance, impact, norms);

    known = known || figures.light != 0;
    grades[i] = figures.light == SPIL_LIGHT_RED ? 1.0 : figures.light == SPIL_LIGHT_AMBER ? 0.5 : 0.0;
  }
  if (known)
    spil_risk_matrix_set_grades (matrix, grades, (int) count);
}

SpilChart *
spil_report_chart_of_risks (GPtrArray *risks, GPtrArray *chances, GPtrArray *impacts, const SpilNorms *norms)
{
  Scale chance = scale_of (chances);
  Scale impact = scale_of (impacts);
  SpilRiskMatrix *matrix = spil_risk_matrix_new ((const char *const *) chance.names->pdata,
                                                 (const char *const *) impact.names->pdata);

  for (guint i = 0; i < risks->len; i++) {
    const SpilRiskRow *risk = g_ptr_array_index (risks, i);
    const SpilRiskToken token = {
      .number = risk->number,
      .label = risk->event,
      .chance = scale_index (&chance, risk->now.chance),
      .effect = scale_index (&impact, risk->now.impact),
    };

    spil_risk_matrix_add (matrix, &token);
  }
  grade_cells (matrix, &chance, &impact, norms);
  scale_clear (&chance);
  scale_clear (&impact);
  return spil_risk_matrix_to_chart (matrix);
}

SpilChart *
spil_report_chart_risks (SpilStore *store, SpilDay day, GError **error)
{
  g_autoptr (GPtrArray) risks = spil_risk_query (store, day, FALSE, error);
  g_autoptr (GPtrArray) chances = NULL;
  g_autoptr (GPtrArray) impacts = NULL;
  SpilNorms norms;

  if (risks == NULL || (chances = spil_risk_query_scale (store, SPIL_SCALE_KIND_CHANCE, error)) == NULL ||
      (impacts = spil_risk_query_scale (store, SPIL_SCALE_KIND_IMPACT, error)) == NULL ||
      !spil_norm_query (store, &norms, error))
    return NULL;
  return spil_report_chart_of_risks (risks, chances, impacts, &norms);
}
