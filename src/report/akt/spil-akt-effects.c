// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <math.h>

#include "spil-akt-private.h"
#include "spil-number.h"
#include "spil-report-charts.h"

/* More effect chains than this are summed up in one row. */
#define MOST_CHAINS 25

static SpilMark
trend_mark (SpilTrend trend)
{
  switch (trend) {
  case SPIL_TREND_BETTER:
    return SPIL_MARK_BETTER;
  case SPIL_TREND_SAME:
    return SPIL_MARK_SAME;
  case SPIL_TREND_WORSE:
    return SPIL_MARK_WORSE;
  case SPIL_TREND_UNKNOWN:
  default:
    return SPIL_MARK_NONE;
  }
}

/* "Spitsmijdingen", and under it the unit, per what, gross or net. */
static char *
indicator_text (const SpilIndicatorRow *row)
{
  g_autoptr (GString) text = g_string_new (row->name);

  g_string_append_c (text, '\n');
  if (row->per != NULL)
    /* Translators: what an indicator counts, and per what. */
    g_string_append_printf (text, _ ("%s per %s"), row->unit, row->per);
  else
    g_string_append (text, row->unit);
  if (row->gross_net != 0) {
    g_autofree char *which = g_utf8_strdown (
        spil_akt_choice (SPIL_ENTITY_INDICATOR, SPIL_INDICATOR_GROSS_NET, row->gross_net), -1);

    g_string_append_printf (text, ", %s", which);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
value_text (gboolean known, int64_t value, SpilDay day)
{
  g_autofree char *number = NULL;
  g_autofree char *date = NULL;

  if (!known)
    return g_strdup (_ ("not stated"));
  number = spil_akt_decimal (value);
  if (!spil_day_is_known (day))
    return g_steal_pointer (&number);
  date = spil_day_format (day);
  return g_strdup_printf ("%s\n%s", number, date);
}

static void
add_indicator_row (SpilDocumentTable *table, const SpilIndicatorRow *row)
{
  const SpilIndicatorFigures *figures = &row->figures;
  const char *trend = spil_trend_label (figures->trend);

  spil_document_table_add_row (table, SPIL_ROW_BODY);
  spil_document_table_take (table, indicator_text (row));
  spil_document_table_take (table, value_text (figures->has_value, figures->value, figures->date));
  spil_document_table_take (table, value_text (figures->has_target, figures->target, figures->target_date));
  if (figures->has_value && figures->has_target)
    spil_document_table_take (table, spil_akt_decimal (figures->distance));
  else
    spil_document_table_put (table, "–");
  spil_document_table_put_mark (table, trend_mark (figures->trend), *trend != '\0' ? trend : "–");
  if (figures->light != 0)
    spil_document_table_put_mark (table, spil_akt_light_mark (figures->light),
                                  spil_akt_light_label (figures->light));
  else
    spil_document_table_put (table, "–");
}

static void
add_indicator_table (SpilDocument *document, const SpilReportData *data)
{
  g_autofree char *day = spil_day_format (data->day);
  SpilDocumentTable *table = spil_document_table_new ();

  spil_document_table_add_column (table, _ ("Indicator"), SPIL_COLUMN_TEXT, 2);
  spil_document_table_add_column (table, _ ("Latest value"), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Target"), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Difference"), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Trend"), SPIL_COLUMN_TEXT, 0.5);
  spil_document_table_add_column (table, _ ("Light"), SPIL_COLUMN_TEXT, 0.5);
  for (guint i = 0; i < data->indicators->len; i++)
    add_indicator_row (table, g_ptr_array_index (data->indicators, i));
  spil_document_take_table (
      document, _ ("Indicators and targets"), table,
      g_strdup_printf (
          _ ("Source: measurements up to and including %s, comparison groups left out. Trend: the latest "
             "measurement against the one before."),
          day));
}

static void
add_trends (SpilDocument *document, const SpilReportData *data)
{
  for (guint i = 0; i < data->indicators->len; i++) {
    const SpilIndicatorRow *row = g_ptr_array_index (data->indicators, i);

    if (row->points->len < 2)
      continue;
    spil_document_take_chart (document, row->name, spil_report_chart_of_indicator (row, data->day), 165,
                              row->assumption != NULL ? g_strdup (row->assumption) : NULL);
  }
}

/* "1.234,5", with so many decimals; every row the same, so that they line up. */
static char *
effect_number (SpilEffectValue value, int decimals)
{
  g_autofree char *whole = NULL;
  int64_t tenths;

  if (!value.known)
    return g_strdup (_ ("unknown"));
  if (decimals == 0)
    return spil_integer_format ((int64_t) llround (value.value));
  tenths = (int64_t) llround (ABS (value.value) * 10);
  whole = spil_integer_format (tenths / 10);
  return g_strdup_printf ("%s%s,%d", value.value < 0 && tenths > 0 ? "−" : "", whole, (int) (tenths % 10));
}

static void
put_effect (SpilDocumentTable *table, const SpilEffectFigures *figures)
{
  spil_document_table_take (table, effect_number (figures->a_day_gross, 1));
  spil_document_table_take (table, effect_number (figures->a_day_net, 1));
  spil_document_table_take (table, effect_number (figures->co2_gross, 0));
  spil_document_table_take (table, effect_number (figures->co2_net, 0));
}

/* The name of a chain, with whom it is about. */
static char *
effect_name (const SpilEffectRow *row)
{
  const char *name = row->name != NULL ? row->name : row->instrument_name;

  if (name == NULL)
    name = _ ("Effect chain");
  return row->organisation_name != NULL ? g_strdup_printf ("%s, %s", name, row->organisation_name)
                                        : g_strdup (name);
}

static void
add_effect_rows (SpilDocumentTable *table, const SpilReportData *data)
{
  SpilEffectFigures total = { 0 }, rest = { 0 };
  guint shown = data->effects->len > MOST_CHAINS ? MOST_CHAINS - 1 : data->effects->len;

  for (guint i = 0; i < data->effects->len; i++) {
    const SpilEffectRow *row = g_ptr_array_index (data->effects, i);

    spil_effect_add (&total, &row->figures, NULL);
    if (i >= shown) {
      spil_effect_add (&rest, &row->figures, NULL);
      continue;
    }
    spil_document_table_add_row (table, SPIL_ROW_BODY);
    spil_document_table_take (table, effect_name (row));
    put_effect (table, &row->figures);
  }
  if (shown < data->effects->len) {
    spil_document_table_add_row (table, SPIL_ROW_BODY);
    spil_document_table_take (table,
                              g_strdup_printf (_ ("%d more together"), (int) (data->effects->len - shown)));
    put_effect (table, &rest);
  }
  spil_document_table_add_row (table, SPIL_ROW_TOTAL);
  spil_document_table_put (table, _ ("Total of what is known"));
  put_effect (table, &total);
}

static void
add_effect_table (SpilDocument *document, const SpilReportData *data)
{
  SpilDocumentTable *table = spil_document_table_new ();

  spil_document_table_add_column (table, _ ("Effect chain"), SPIL_COLUMN_TEXT, 1);
  spil_document_table_add_column (table, _ ("Avoidances a day, gross"), SPIL_COLUMN_NUMBER, 0.2);
  spil_document_table_add_column (table, _ ("Avoidances a day, net"), SPIL_COLUMN_NUMBER, 0.2);
  spil_document_table_add_column (table, _ ("kg CO₂ a year, gross"), SPIL_COLUMN_NUMBER, 0.2);
  spil_document_table_add_column (table, _ ("kg CO₂ a year, net"), SPIL_COLUMN_NUMBER, 0.2);
  add_effect_rows (table, data);
  spil_document_take_table (
      document, _ ("Effects worked out"), table,
      g_strdup (_ ("Source: effect chains of offers; the emission factors are in the annex. Net: after what "
                   "lasts and without free riders. A factor that is not set leaves CO₂ unknown, not zero.")));
}

void
spil_akt_add_effects (SpilDocument *document, const SpilReportData *data)
{
  if (!spil_report_data_has (data, SPIL_MODULE_EFFECTS))
    return;
  spil_document_add_heading (document, 1, _ ("Effects"));
  if (data->indicators->len == 0) {
    spil_document_add_prose (document, SPIL_PROSE_BODY, _ ("No indicators are stated."));
    return;
  }
  add_indicator_table (document, data);
  add_trends (document, data);
  if (data->effects->len > 0)
    add_effect_table (document, data);
}
