// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-akt-private.h"
#include "spil-number.h"
#include "spil-report-text.h"

static const char *
setting_label (const char *key)
{
  for (int i = 0; i < SPIL_N_NORMS; i++)
    if (strcmp (spil_norm_key ((SpilNorm) i), key) == 0)
      return spil_norm_label ((SpilNorm) i);
  return strcmp (key, "demo_today") == 0 ? _ ("Day on which the demonstration plays") : key;
}

/* "1.234,5" or "not stated" */
static void
put_decimal (SpilDocumentTable *table, SpilRecord *record, int field)
{
  if (spil_record_is_null (record, field))
    spil_document_table_put (table, _ ("not stated"));
  else
    spil_document_table_take (table, spil_decimal_format (spil_record_get_integer (record, field)));
}

static void
put_year (SpilDocumentTable *table, SpilRecord *record, int field)
{
  if (spil_record_is_null (record, field))
    spil_document_table_put (table, _ ("not stated"));
  else
    spil_document_table_take (table, g_strdup_printf ("%d", (int) spil_record_get_integer (record, field)));
}

static void
put_text (SpilDocumentTable *table, SpilRecord *record, int field)
{
  spil_document_table_put (table, spil_report_text_or_not_stated (spil_record_get_text (record, field)));
}

static void
add_setting_row (SpilDocumentTable *table, SpilRecord *setting)
{
  const char *text = spil_record_get_text (setting, SPIL_SETTING_TEXT);
  const char *unit = spil_record_get_text (setting, SPIL_SETTING_UNIT);

  spil_document_table_add_row (table, SPIL_ROW_BODY);
  spil_document_table_put (table, setting_label (spil_record_get_title (setting)));
  if (text != NULL && spil_record_is_null (setting, SPIL_SETTING_VALUE))
    spil_document_table_put (table, text);
  else
    put_decimal (table, setting, SPIL_SETTING_VALUE);
  spil_document_table_put (table, unit != NULL ? unit : "");
  put_year (table, setting, SPIL_SETTING_YEAR);
  put_text (table, setting, SPIL_SETTING_SOURCE);
}

static void
add_settings (SpilDocument *document, const SpilReportData *data)
{
  SpilDocumentTable *table = spil_document_table_new ();

  spil_document_table_add_column (table, _ ("Setting"), SPIL_COLUMN_TEXT, 2);
  spil_document_table_add_column (table, _ ("Value"), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Unit"), SPIL_COLUMN_TEXT, 0.6);
  spil_document_table_add_column (table, _ ("Year"), SPIL_COLUMN_TEXT, 0);
  spil_document_table_add_column (table, _ ("Source"), SPIL_COLUMN_TEXT, 2);
  for (guint i = 0; i < data->settings->len; i++)
    add_setting_row (table, g_ptr_array_index (data->settings, i));
  /* What a rule asks for and nobody set is an answer too. */
  for (int i = 0; i < SPIL_N_NORMS; i++) {
    if (data->norms.known[i])
      continue;
    spil_document_table_add_row (table, SPIL_ROW_BODY);
    spil_document_table_put (table, spil_norm_label ((SpilNorm) i));
    for (int column = 0; column < 4; column++)
      spil_document_table_put (table, column == 1 ? "" : _ ("not stated"));
  }
  spil_document_take_table (
      document, _ ("Thresholds and settings"), table,
      g_strdup (_ ("Without its setting a rule says nothing: it then counts as unknown.")));
}

static void
add_factors (SpilDocument *document, const SpilReportData *data)
{
  SpilDocumentTable *table;

  if (data->factors->len == 0)
    return;
  table = spil_document_table_new ();
  spil_document_table_add_column (table, _ ("Mode"), SPIL_COLUMN_TEXT, 1.4);
  spil_document_table_add_column (table, _ ("Grams of CO₂"), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Per"), SPIL_COLUMN_TEXT, 1);
  spil_document_table_add_column (table, _ ("Scope"), SPIL_COLUMN_TEXT, 1);
  spil_document_table_add_column (table, _ ("Year"), SPIL_COLUMN_TEXT, 0);
  spil_document_table_add_column (table, _ ("Source"), SPIL_COLUMN_TEXT, 2);
  for (guint i = 0; i < data->factors->len; i++) {
    SpilRecord *factor = g_ptr_array_index (data->factors, i);

    spil_document_table_add_row (table, SPIL_ROW_BODY);
    spil_document_table_put (table, spil_record_get_title (factor));
    put_decimal (table, factor, SPIL_EMISSION_FACTOR_VALUE);
    spil_document_table_put (table,
                             spil_akt_choice (SPIL_ENTITY_EMISSION_FACTOR, SPIL_EMISSION_FACTOR_PER,
                                              spil_record_get_integer (factor, SPIL_EMISSION_FACTOR_PER)));
    spil_document_table_put (table,
                             spil_akt_choice (SPIL_ENTITY_EMISSION_FACTOR, SPIL_EMISSION_FACTOR_SCOPE,
                                              spil_record_get_integer (factor, SPIL_EMISSION_FACTOR_SCOPE)));
    put_year (table, factor, SPIL_EMISSION_FACTOR_YEAR);
    put_text (table, factor, SPIL_EMISSION_FACTOR_SOURCE);
  }
  spil_document_take_table (document, _ ("Emission factors"), table, NULL);
}

static void
add_scales (SpilDocument *document, const SpilReportData *data)
{
  SpilDocumentTable *table;

  if (data->scale_levels->len == 0)
    return;
  table = spil_document_table_new ();
  spil_document_table_add_column (table, _ ("Scale"), SPIL_COLUMN_TEXT, 0.5);
  spil_document_table_add_column (table, _ ("Level"), SPIL_COLUMN_TEXT, 0.8);
  spil_document_table_add_column (table, _ ("Score"), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Notes"), SPIL_COLUMN_TEXT, 3);
  for (guint i = 0; i < data->scale_levels->len; i++) {
    SpilRecord *level = g_ptr_array_index (data->scale_levels, i);

    spil_document_table_add_row (table, SPIL_ROW_BODY);
    spil_document_table_put (table,
                             spil_akt_choice (SPIL_ENTITY_SCALE_LEVEL, SPIL_SCALE_LEVEL_SCALE,
                                              spil_record_get_integer (level, SPIL_SCALE_LEVEL_SCALE)));
    spil_document_table_put (table, spil_record_get_title (level));
    spil_document_table_take (
        table, g_strdup_printf ("%d", (int) spil_record_get_integer (level, SPIL_SCALE_LEVEL_SCORE)));
    put_text (table, level, SPIL_SCALE_LEVEL_NOTES);
  }
  spil_document_take_table (document, _ ("Scales of the risks"), table, NULL);
}

/* One assumption of an indicator or a scheme. */
static void
add_assumption (SpilDocumentTable *table, const char *about, const char *assumption)
{
  spil_document_table_add_row (table, SPIL_ROW_BODY);
  spil_document_table_put (table, about);
  spil_document_table_put (table, assumption);
}

static void
add_scheme_assumptions (SpilDocumentTable *table, const SpilFundSchemeRow *scheme)
{
  g_autofree char *ceiling = NULL, *share = NULL, *text = NULL;

  if (scheme->terms.has_own_share) {
    share = spil_akt_percent ((int) (scheme->terms.own_share / 1000));
    text = g_strdup_printf (_ ("The employer pays at least %s of the cost itself."), share);
    add_assumption (table, scheme->name, text);
  }
  if (!scheme->terms.has_application_ceiling)
    return;
  ceiling = spil_akt_euro (scheme->terms.application_ceiling);
  g_free (text);
  text = g_strdup_printf (_ ("At most %s for each application. Source: %s."), ceiling,
                          spil_report_text_or_not_stated (scheme->application_ceiling_source));
  add_assumption (table, scheme->name, text);
}

static void
add_assumptions (SpilDocument *document, const SpilReportData *data)
{
  g_autoptr (SpilDocumentTable) table = spil_document_table_new ();

  spil_document_table_add_column (table, _ ("About"), SPIL_COLUMN_TEXT, 1);
  spil_document_table_add_column (table, _ ("Assumption or condition"), SPIL_COLUMN_TEXT, 3);
  for (guint i = 0; i < data->indicators->len; i++) {
    const SpilIndicatorRow *row = g_ptr_array_index (data->indicators, i);

    if (row->assumption != NULL)
      add_assumption (table, row->name, row->assumption);
  }
  for (guint i = 0; i < data->schemes->len; i++)
    add_scheme_assumptions (table, g_ptr_array_index (data->schemes, i));
  if (spil_document_table_get_n_rows (table) > 0)
    spil_document_take_table (document, _ ("Assumptions and conditions"), g_steal_pointer (&table), NULL);
}

void
spil_akt_add_annex (SpilDocument *document, const SpilReportData *data)
{
  spil_document_add_heading (document, 1, _ ("Annex: sources and assumptions"));
  spil_document_add_prose (
      document, SPIL_PROSE_BODY,
      _ ("Each figure in this report follows from what has been recorded; nothing has been filled in. What "
         "the source does not state is shown as “not stated”. An amount to follow (PM) is named and never "
         "added up."));
  spil_akt_add_sources (document, data);
  add_settings (document, data);
  add_assumptions (document, data);
  add_factors (document, data);
  add_scales (document, data);
}
