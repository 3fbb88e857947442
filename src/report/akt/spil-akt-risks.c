// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-akt-private.h"
#include "spil-report-charts.h"
#include "spil-report-text.h"

/* The words of the source, and under them the score that was given. */
static char *
text_and_score (const char *text, int score)
{
  if (text != NULL && *text != '\0')
    return score > 0 ? g_strdup_printf (_ ("%s\nscore %d"), text, score) : g_strdup (text);
  return score > 0 ? g_strdup_printf (_ ("score %d"), score) : g_strdup (_ ("not stated"));
}

/* The effect with, under it, what it takes in time and money as written. */
static char *
effect_text (const SpilRiskRow *risk)
{
  g_autofree char *effect = text_and_score (risk->effect, risk->now.impact);

  return g_strdup_printf (_ ("%s\nTime: %s. Money: %s."), effect,
                          spil_report_text_or_not_stated (risk->time_text),
                          spil_report_text_or_not_stated (risk->money_text));
}

/* The control measures of a risk, a line each; those done say so. */
static char *
measures_text (const SpilReportData *data, const SpilRiskRow *risk)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < data->risk_actions->len; i++) {
    SpilRecord *action = g_ptr_array_index (data->risk_actions, i);
    int64_t state = spil_record_get_integer (action, SPIL_RISK_ACTION_STATE);

    if (!spil_id_equal (spil_record_get_reference (action, SPIL_RISK_ACTION_RISK), risk->id))
      continue;
    if (text->len > 0)
      g_string_append_c (text, '\n');
    g_string_append (text, spil_record_get_title (action));
    if (state != SPIL_ACTION_STATE_OPEN)
      g_string_append_printf (text, " (%s)",
                              spil_akt_choice (SPIL_ENTITY_RISK_ACTION, SPIL_RISK_ACTION_STATE, state));
  }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : g_strdup (_ ("not stated"));
}

static char *
score_text (const SpilRiskFigures *figures)
{
  return figures->score > 0 ? g_strdup_printf ("%d", figures->score) : g_strdup (_ ("unknown"));
}

/* The score now, and before: a falling score is better. */
static void
put_scores (SpilDocumentTable *table, const SpilRiskRow *risk)
{
  g_autofree char *now = score_text (&risk->now);
  g_autofree char *before = risk->before.score > 0 ? score_text (&risk->before) : g_strdup ("–");
  SpilMark trend = SPIL_MARK_NONE;

  if (risk->now.score > 0 && risk->before.score > 0)
    trend = risk->now.score < risk->before.score
                ? SPIL_MARK_BETTER
                : (risk->now.score > risk->before.score ? SPIL_MARK_WORSE : SPIL_MARK_SAME);
  spil_document_table_put_mark (
      table, risk->now.light != 0 ? spil_akt_light_mark (risk->now.light) : SPIL_MARK_NONE, now);
  spil_document_table_put_mark (table, trend, before);
}

static void
add_risk_row (SpilDocumentTable *table, const SpilReportData *data, const SpilRiskRow *risk)
{
  spil_document_table_add_row (table, SPIL_ROW_BODY);
  spil_document_table_take (table, risk->number > 0 ? g_strdup_printf ("%d", risk->number) : NULL);
  spil_document_table_take (table, risk->theme != NULL ? g_strdup_printf ("%s\n%s", risk->theme, risk->event)
                                                       : g_strdup (risk->event));
  spil_document_table_take (table, text_and_score (risk->chance_text, risk->now.chance));
  spil_document_table_take (table, effect_text (risk));
  put_scores (table, risk);
  spil_document_table_put (table, spil_report_text_or_not_stated (risk->owner));
  spil_document_table_take (table, measures_text (data, risk));
}

static void
add_register (SpilDocument *document, const SpilReportData *data)
{
  g_autofree char *day = spil_day_format (data->day);
  SpilDocumentTable *table = spil_document_table_new ();

  spil_document_table_add_column (table, _ ("No."), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Theme and risk"), SPIL_COLUMN_TEXT, 2.2);
  spil_document_table_add_column (table, _ ("Chance"), SPIL_COLUMN_TEXT, 0.5);
  spil_document_table_add_column (table, _ ("Effect"), SPIL_COLUMN_TEXT, 2);
  spil_document_table_add_column (table, _ ("Score"), SPIL_COLUMN_TEXT, 0);
  spil_document_table_add_column (table, _ ("Before"), SPIL_COLUMN_TEXT, 0);
  spil_document_table_add_column (table, _ ("Owner"), SPIL_COLUMN_TEXT, 0.6);
  spil_document_table_add_column (table, _ ("Control measures"), SPIL_COLUMN_TEXT, 2.4);
  for (guint i = 0; i < data->risks->len; i++)
    add_risk_row (table, data, g_ptr_array_index (data->risks, i));
  spil_document_take_table (
      document, _ ("Risk register"), table,
      g_strdup_printf (
          _ ("Source: open risks and their latest scores on %s. Score = chance × effect; before: the score that "
             "preceded it. Chance, time and money are as written in the source."),
          day));
}

void
spil_akt_add_risks (SpilDocument *document, const SpilReportData *data)
{
  g_autofree char *day = NULL;

  if (!spil_report_data_has (data, SPIL_MODULE_RISKS))
    return;
  spil_document_add_heading (document, 1, _ ("Risks"));
  if (data->risks->len == 0) {
    spil_document_add_prose (document, SPIL_PROSE_BODY, _ ("No open risks are stated."));
    return;
  }
  day = spil_day_format (data->day);
  if (data->chances->len > 0 && data->impacts->len > 0)
    spil_document_take_chart (
        document, _ ("Risk matrix"),
        spil_report_chart_of_risks (data->risks, data->chances, data->impacts, &data->norms), 175,
        g_strdup_printf (_ ("Source: scores on %s; the numbers are those of the register."), day));
  add_register (document, data);
}
