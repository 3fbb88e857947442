// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-akt-private.h"
#include "spil-number.h"
#include "spil-report-text.h"

/* The number of employers that ever came to stage @index, on the day and on the day before the period. */
static void
add_stage (SpilDocument *document, const SpilReportData *data, guint index, const char *label)
{
  const SpilFunnelFigures *now = g_ptr_array_index (data->stages, index);
  const SpilFunnelFigures *before = g_ptr_array_index (data->stages_before, index);

  spil_document_take_fact (document, SPIL_MARK_NONE, g_strdup (label), spil_integer_format (now->reached),
                           spil_akt_change (now->reached, before->reached));
}

static void
add_employers (SpilDocument *document, const SpilReportData *data)
{
  guint last = data->stages->len - 1;

  if (!spil_report_data_has (data, SPIL_MODULE_EMPLOYERS))
    return;
  if (data->stages->len > 0 && data->stages->len == data->stages_before->len) {
    const SpilFunnelFigures *end = g_ptr_array_index (data->stages, last);

    add_stage (document, data, 0, _ ("Employers in the funnel"));
    if (last > 0)
      add_stage (document, data, last, end->name);
  }
  spil_document_take_fact (document, SPIL_MARK_NONE, g_strdup (_ ("Contact moments")),
                           spil_integer_format (data->contacts), g_strdup (_ ("in this period")));
}

static int
count_area_approach (GPtrArray *areas)
{
  int count = 0;

  for (guint i = 0; i < areas->len; i++) {
    const SpilAreaRow *area = g_ptr_array_index (areas, i);

    count += area->approach == SPIL_APPROACH_AREA || area->approach == SPIL_APPROACH_AREA_BY_EXCEPTION;
  }
  return count;
}

static void
add_areas (SpilDocument *document, const SpilReportData *data)
{
  int now = count_area_approach (data->areas);

  if (!spil_report_data_has (data, SPIL_MODULE_AREAS))
    return;
  /* Translators: so many of so many. */
  spil_document_take_fact (document, SPIL_MARK_NONE, g_strdup (_ ("Areas with an area approach")),
                           g_strdup_printf (_ ("%d of %d"), now, (int) data->areas->len),
                           spil_akt_change (now, count_area_approach (data->areas_before)));
}

static void
add_money (SpilDocument *document, const SpilReportData *data)
{
  const SpilBudgetTotal *total = data->total, *before = data->total_before;

  if (!spil_report_data_has (data, SPIL_MODULE_BUDGET) || total == NULL)
    return;
  spil_document_take_fact (document, SPIL_MARK_NONE, g_strdup (_ ("Budget")), spil_akt_euro (total->budget),
                           g_strdup_printf ("%s, %s", data->version->name, spil_akt_vat (total->budget.vat)));
  spil_document_take_fact (document, SPIL_MARK_NONE, g_strdup (_ ("Spent")), spil_akt_euro (total->actual),
                           spil_akt_money_change (total->actual, before->actual));
  spil_document_take_fact (document, SPIL_MARK_NONE, g_strdup (_ ("Committed, not spent yet")),
                           spil_akt_euro (total->open), spil_akt_money_change (total->open, before->open));
  spil_document_take_fact (document, SPIL_MARK_NONE, g_strdup (_ ("Free")), spil_akt_euro (total->free),
                           spil_akt_money_change (total->free, before->free));
}

static void
add_plan (SpilDocument *document, const SpilReportData *data)
{
  int late = 0, running = 0, undated = 0;

  if (!spil_report_data_has (data, SPIL_MODULE_PLANNING))
    return;
  for (guint i = 0; i < data->plan->tasks->len; i++) {
    const SpilPlanTaskRow *task = g_ptr_array_index (data->plan->tasks, i);

    late += task->status == SPIL_TASK_STATUS_LATE;
    running += task->status == SPIL_TASK_STATUS_RUNNING;
    undated += task->status == SPIL_TASK_STATUS_NOT_PLANNED;
  }
  spil_document_take_fact (document, SPIL_MARK_NONE, g_strdup (_ ("Activities running")),
                           g_strdup_printf (_ ("%d of %d"), running, (int) data->plan->tasks->len),
                           g_strdup_printf (_ ("%d late, %d without dates"), late, undated));
}

static void
add_risks (SpilDocument *document, const SpilReportData *data)
{
  int red = 0, amber = 0, unknown = 0;

  if (!spil_report_data_has (data, SPIL_MODULE_RISKS))
    return;
  for (guint i = 0; i < data->risks->len; i++) {
    const SpilRiskRow *risk = g_ptr_array_index (data->risks, i);

    red += risk->now.light == SPIL_LIGHT_RED;
    amber += risk->now.light == SPIL_LIGHT_AMBER;
    unknown += risk->now.score == 0;
  }
  spil_document_take_fact (document, SPIL_MARK_NONE, g_strdup (_ ("Open risks")),
                           spil_integer_format (data->risks->len),
                           g_strdup_printf (_ ("%d red, %d amber, %d without a score"), red, amber, unknown));
}

static void
add_indicators (SpilDocument *document, const SpilReportData *data)
{
  int reached = 0, silent = 0;

  if (!spil_report_data_has (data, SPIL_MODULE_EFFECTS))
    return;
  for (guint i = 0; i < data->indicators->len; i++) {
    const SpilIndicatorRow *row = g_ptr_array_index (data->indicators, i);

    reached += row->figures.reached;
    silent += !row->figures.has_value;
  }
  spil_document_take_fact (document, SPIL_MARK_NONE, g_strdup (_ ("Targets reached")),
                           g_strdup_printf (_ ("%d of %d"), reached, (int) data->indicators->len),
                           g_strdup_printf (_ ("%d without a measurement"), silent));
}

static void
add_fund (SpilDocument *document, const SpilReportData *data)
{
  if (!spil_report_data_has (data, SPIL_MODULE_FUND))
    return;
  for (guint i = 0; i < data->schemes->len; i++) {
    const SpilFundSchemeRow *scheme = g_ptr_array_index (data->schemes, i);

    if (!scheme->has_room)
      continue;
    spil_document_take_fact (document, SPIL_MARK_NONE, g_strdup_printf (_ ("Room in %s"), scheme->name),
                             spil_akt_euro (scheme->room),
                             g_strdup_printf (_ ("%d applications, %d awaiting a decision"),
                                              (int) scheme->n_applications, (int) scheme->n_pipeline));
    return;
  }
}

static void
add_light_reasons (SpilDocument *document, const SpilReportData *data)
{
  SpilDocumentTable *table = spil_document_table_new ();

  spil_document_table_add_column (table, _ ("Aspect"), SPIL_COLUMN_TEXT, 0);
  spil_document_table_add_column (table, _ ("Light"), SPIL_COLUMN_TEXT, 0);
  spil_document_table_add_column (table, _ ("Set by"), SPIL_COLUMN_TEXT, 0);
  spil_document_table_add_column (table, _ ("Reason"), SPIL_COLUMN_TEXT, 1);
  for (guint i = 0; i < data->lights->len; i++) {
    const SpilReportLight *light = g_ptr_array_index (data->lights, i);

    spil_document_table_add_row (table, SPIL_ROW_BODY);
    spil_document_table_put (
        table, spil_akt_choice (SPIL_ENTITY_REPORT_LIGHT, SPIL_REPORT_LIGHT_ASPECT, light->aspect));
    spil_document_table_put_mark (table, spil_akt_light_mark (light->light),
                                  spil_akt_light_label (light->light));
    if (light->set)
      spil_document_table_take (
          table, g_strdup_printf (_ ("person; the rule says: %s"), spil_akt_light_label (light->proposed)));
    else
      spil_document_table_put (table, _ ("rule"));
    spil_document_table_put (table, spil_report_text_or_not_stated (light->reason));
  }
  spil_document_take_table (
      document, _ ("Status and reasons"), table,
      g_strdup (_ ("Source: the figures in this report; the thresholds are in the annex.")));
}

/* One sentence that says where the programme stands. */
static char *
make_lead (const SpilReportData *data)
{
  g_autofree char *budget = NULL, *spent = NULL, *open = NULL, *free_text = NULL, *day = NULL;
  const SpilBudgetTotal *total = data->total;

  if (!spil_report_data_has (data, SPIL_MODULE_BUDGET) || total == NULL || total->budget.cents == 0)
    return NULL;
  budget = spil_akt_euro (total->budget);
  spent = spil_akt_percent (spil_budget_total_per_mille (total, total->actual));
  open = spil_akt_percent (spil_budget_total_per_mille (total, total->open));
  free_text = spil_akt_euro (total->free);
  day = spil_day_format_long (data->day);
  return g_strdup_printf (_ ("On %s, %s of the budget of %s has been spent and %s is committed; %s is free."),
                          day, spent, budget, open, free_text);
}

void
spil_akt_add_glance (SpilDocument *document, const SpilReportData *data)
{
  spil_document_add_heading (document, 1, _ ("The programme at a glance"));
  spil_document_take_prose (document, SPIL_PROSE_LEAD, make_lead (data));
  spil_document_add_facts (document, 4);
  add_employers (document, data);
  add_areas (document, data);
  add_money (document, data);
  add_plan (document, data);
  add_risks (document, data);
  add_indicators (document, data);
  add_fund (document, data);
  add_light_reasons (document, data);
}
