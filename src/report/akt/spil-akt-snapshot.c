// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "spil-akt.h"
#include "spil-number.h"
#include "spil-plan-action.h"

/* The names stand in alphabetical order, so that equal figures give equal texts. */

static void
add_integer (JsonBuilder *builder, const char *name, int64_t value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_text (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_budget (JsonBuilder *builder, const SpilReportData *data)
{
  const SpilBudgetTotal *total = data->total;

  json_builder_set_member_name (builder, "budget");
  if (total == NULL) {
    json_builder_add_null_value (builder);
    return;
  }
  json_builder_begin_object (builder);
  add_integer (builder, "actual", total->actual.cents);
  add_integer (builder, "budget", total->budget.cents);
  add_integer (builder, "forecast", total->forecast.cents);
  add_integer (builder, "free", total->free.cents);
  add_integer (builder, "open", total->open.cents);
  json_builder_end_object (builder);
}

static void
add_indicators (JsonBuilder *builder, const SpilReportData *data)
{
  json_builder_set_member_name (builder, "indicators");
  json_builder_begin_array (builder);
  for (guint i = 0; i < data->indicators->len; i++) {
    const SpilIndicatorRow *row = g_ptr_array_index (data->indicators, i);
    g_autofree char *target = spil_decimal_to_text (row->figures.target);
    g_autofree char *value = spil_decimal_to_text (row->figures.value);

    json_builder_begin_object (builder);
    add_text (builder, "name", row->name);
    if (row->figures.has_target)
      add_text (builder, "target", target);
    if (row->figures.has_value)
      add_text (builder, "value", value);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

static void
add_lights (JsonBuilder *builder, const SpilReportData *data)
{
  json_builder_set_member_name (builder, "lights");
  json_builder_begin_array (builder);
  for (guint i = 0; i < data->lights->len; i++) {
    const SpilReportLight *light = g_ptr_array_index (data->lights, i);

    json_builder_begin_object (builder);
    add_integer (builder, "aspect", light->aspect);
    add_integer (builder, "light", light->light);
    add_integer (builder, "proposed", light->proposed);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

static void
add_risks (JsonBuilder *builder, const SpilReportData *data)
{
  json_builder_set_member_name (builder, "risks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < data->risks->len; i++) {
    const SpilRiskRow *risk = g_ptr_array_index (data->risks, i);

    json_builder_begin_object (builder);
    add_integer (builder, "number", risk->number);
    add_integer (builder, "score", risk->now.score);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

static void
add_stages (JsonBuilder *builder, const SpilReportData *data)
{
  json_builder_set_member_name (builder, "stages");
  json_builder_begin_array (builder);
  for (guint i = 0; i < data->stages->len; i++) {
    const SpilFunnelFigures *stage = g_ptr_array_index (data->stages, i);

    json_builder_begin_object (builder);
    add_text (builder, "name", stage->name);
    add_integer (builder, "now", stage->now);
    add_integer (builder, "reached", stage->reached);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

char *
spil_report_akt_dup_snapshot (const SpilReportData *data)
{
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *day = NULL, *period = NULL;

  g_return_val_if_fail (data != NULL, NULL);

  builder = json_builder_new ();
  day = spil_day_to_iso (data->day);
  period = spil_period_to_text (data->period);
  json_builder_begin_object (builder);
  add_budget (builder, data);
  add_integer (builder, "contacts", data->contacts);
  add_text (builder, "day", day);
  add_indicators (builder, data);
  add_lights (builder, data);
  add_text (builder, "period", period);
  add_risks (builder, data);
  add_stages (builder, data);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

SpilAction *
spil_report_akt_record (const SpilReportData *data)
{
  g_autoptr (SpilRecord) record = NULL;
  g_autofree char *words = NULL, *name = NULL, *label = NULL, *period = NULL, *snapshot = NULL;
  SpilAction *action;

  g_return_val_if_fail (data != NULL, NULL);

  words = spil_period_format (data->period);
  name = g_strdup_printf (_ ("AKT report %s, %s"), data->programme->name, words);
  label = g_strdup_printf (_ ("Report issued: %s"), name);
  period = spil_period_to_text (data->period);
  snapshot = spil_report_akt_dup_snapshot (data);
  record = spil_record_new (spil_entity (SPIL_ENTITY_REPORT), spil_id_new ());
  spil_record_set_text (record, SPIL_REPORT_NAME, name);
  spil_record_set_text (record, SPIL_REPORT_PERIOD, period);
  spil_record_set_day (record, SPIL_REPORT_MADE_ON, spil_time_day (data->made));
  spil_record_set_text (record, SPIL_REPORT_SNAPSHOT, snapshot);
  action = spil_action_new (label);
  spil_action_add (action, record);
  if (data->plan->tasks->len > 0) {
    // Translators: the name of a baseline of the planning; %s is a period, "3rd quarter of 2018".
    g_autofree char *baseline = g_strdup_printf (_ ("With the report of %s"), words);

    spil_plan_add_baseline (data->plan, action, spil_time_day (data->made), baseline,
                            spil_record_get_id (record));
  }
  return action;
}
