// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-akt-private.h"
#include "spil-number.h"
#include "spil-report-charts.h"

/* "+3", "−2", "0" */
static char *
signed_number (int64_t number)
{
  g_autofree char *text = spil_integer_format (number);

  return g_strconcat (number > 0 ? "+" : "", text, NULL);
}

static void
add_stage_row (SpilDocumentTable *table, const SpilFunnelFigures *stage, const SpilFunnelFigures *before)
{
  g_autofree char *share = spil_akt_percent (stage->conversion);

  spil_document_table_add_row (table, SPIL_ROW_BODY);
  spil_document_table_take (table, g_strdup_printf ("%d. %s", stage->number, stage->name));
  spil_document_table_take (table, spil_integer_format (stage->reached));
  spil_document_table_take (table, before != NULL ? signed_number (stage->reached - before->reached) : NULL);
  spil_document_table_take (table, spil_integer_format (stage->now));
  spil_document_table_put (table, *share != '\0' ? share : "–");
  if (stage->dwell >= 0)
    spil_document_table_take (table,
                              g_strdup_printf (_ ("%d days (%d employers)"), stage->dwell, stage->n_dwell));
  else
    spil_document_table_put (table, "–");
}

static void
add_funnel_table (SpilDocument *document, const SpilReportData *data)
{
  g_autofree char *day = spil_day_format (data->day);
  SpilDocumentTable *table = spil_document_table_new ();
  gboolean comparable = data->stages->len == data->stages_before->len;

  spil_document_table_add_column (table, _ ("Stage"), SPIL_COLUMN_TEXT, 1);
  spil_document_table_add_column (table, _ ("Reached"), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("In this period"), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("In it now"), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Conversion"), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Median stay"), SPIL_COLUMN_NUMBER, 0);
  for (guint i = 0; i < data->stages->len; i++)
    add_stage_row (table, g_ptr_array_index (data->stages, i),
                   comparable ? g_ptr_array_index (data->stages_before, i) : NULL);
  spil_document_take_table (
      document, _ ("Employers by stage"), table,
      g_strdup_printf (
          _ ("Source: stage changes up to and including %s. Reached: employers that ever got at least this far. "
             "Conversion: of those that reached the stage before. Median stay: of those that left the stage."),
          day));
}

void
spil_akt_add_funnel (SpilDocument *document, const SpilReportData *data)
{
  if (!spil_report_data_has (data, SPIL_MODULE_EMPLOYERS))
    return;
  spil_document_add_heading (document, 1, _ ("Broker funnel"));
  if (data->stages->len == 0) {
    spil_document_add_prose (document, SPIL_PROSE_BODY, _ ("The stages of the funnel are not stated."));
    return;
  }
  spil_document_take_chart (document, _ ("From first contact to measures"),
                            spil_report_chart_of_funnel (data->stages), 0, NULL);
  add_funnel_table (document, data);
}

static SpilMark
answer_mark (int answer)
{
  switch (answer) {
  case SPIL_ANSWER_YES:
    return SPIL_MARK_YES;
  case SPIL_ANSWER_NO:
    return SPIL_MARK_NO;
  default:
    return SPIL_MARK_UNKNOWN;
  }
}

/* "Oosterenk", and under it what it is and where. */
static char *
area_text (const SpilAreaRow *area)
{
  const char *kind = spil_akt_choice (SPIL_ENTITY_AREA, SPIL_AREA_KIND, area->kind);

  if (area->municipality != NULL && g_strcmp0 (area->municipality, area->name) != 0)
    return g_strdup_printf ("%s\n%s, %s", area->name, kind, area->municipality);
  return g_strdup_printf ("%s\n%s", area->name, kind);
}

static void
add_area_row (SpilDocumentTable *table, const SpilAreaRow *area)
{
  spil_document_table_add_row (table, SPIL_ROW_BODY);
  spil_document_table_take (table, area_text (area));
  spil_document_table_put (table, spil_akt_choice (SPIL_ENTITY_AREA, SPIL_AREA_STANCE, area->stance));
  for (int i = 0; i < SPIL_N_PRECONDITIONS; i++)
    spil_document_table_put_mark (
        table, answer_mark (area->answers.answers[i]),
        spil_akt_choice (SPIL_ENTITY_AREA_CHECK, SPIL_AREA_CHECK_COHERENCE, area->answers.answers[i]));
  spil_document_table_put (table, spil_approach_label (area->approach));
  spil_document_table_take (table, spil_integer_format (area->n_employers));
}

static void
add_area_table (SpilDocument *document, const SpilReportData *data)
{
  g_autofree char *day = spil_day_format (data->day);
  SpilDocumentTable *table = spil_document_table_new ();

  spil_document_table_add_column (table, _ ("Area"), SPIL_COLUMN_TEXT, 1.6);
  spil_document_table_add_column (table, _ ("Stance"), SPIL_COLUMN_TEXT, 1);
  for (int i = 0; i < SPIL_N_PRECONDITIONS; i++)
    spil_document_table_add_column (table, spil_precondition_label (i), SPIL_COLUMN_TEXT, 0.6);
  spil_document_table_add_column (table, _ ("Approach"), SPIL_COLUMN_TEXT, 1.2);
  spil_document_table_add_column (table, _ ("Employers"), SPIL_COLUMN_NUMBER, 0);
  for (guint i = 0; i < data->areas->len; i++)
    add_area_row (table, g_ptr_array_index (data->areas, i));
  spil_document_take_table (
      document, _ ("Areas, preconditions and approach"), table,
      g_strdup_printf (
          _ ("Source: the latest check of each area up to and including %s; employers: organisations with a site in "
             "the area. An area approach asks for all four preconditions, or for a recorded exception."),
          day));
}

static void
add_hints (SpilDocument *document, const SpilReportData *data)
{
  gboolean any = FALSE;

  for (guint i = 0; i < data->areas->len; i++) {
    const SpilAreaRow *area = g_ptr_array_index (data->areas, i);
    g_autofree char *sentence = spil_upscale_hint_dup_sentence (&area->hint);

    if (sentence == NULL)
      continue;
    if (!any)
      spil_document_add_heading (document, 2, _ ("Signals to scale up"));
    any = TRUE;
    spil_document_take_prose (document, SPIL_PROSE_BODY, g_strdup_printf ("%s: %s", area->name, sentence));
  }
}

void
spil_akt_add_areas (SpilDocument *document, const SpilReportData *data)
{
  if (!spil_report_data_has (data, SPIL_MODULE_AREAS))
    return;
  spil_document_add_heading (document, 1, _ ("Areas"));
  if (data->areas->len == 0) {
    spil_document_add_prose (document, SPIL_PROSE_BODY, _ ("No areas are stated."));
    return;
  }
  add_area_table (document, data);
  add_hints (document, data);
}
