// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-akt-private.h"
#include "spil-chart-axis.h"
#include "spil-report-charts.h"
#include "spil-report-text.h"

static void
add_scheme_row (SpilDocumentTable *table, const SpilFundSchemeRow *scheme)
{
  spil_document_table_add_row (table, SPIL_ROW_BODY);
  spil_document_table_put (table, scheme->name);
  spil_document_table_take (table, scheme->terms.has_ceiling ? spil_akt_amount (scheme->terms.ceiling)
                                                             : g_strdup (_ ("not stated")));
  spil_document_table_take (table, spil_akt_amount (scheme->taken));
  spil_document_table_take (table, spil_akt_amount (scheme->paid));
  spil_document_table_take (table,
                            scheme->has_room ? spil_akt_amount (scheme->room) : g_strdup (_ ("not stated")));
  spil_document_table_take (table, spil_akt_amount (scheme->pipeline));
  spil_document_table_take (table, g_strdup_printf ("%d", (int) scheme->n_applications));
}

static void
add_scheme_table (SpilDocument *document, const SpilReportData *data)
{
  g_autofree char *day = spil_day_format (data->day);
  SpilDocumentTable *table = spil_document_table_new ();

  spil_document_table_add_column (table, _ ("Scheme"), SPIL_COLUMN_TEXT, 1);
  spil_document_table_add_column (table, _ ("Ceiling"), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Awarded"), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Paid"), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Room"), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Asked, not decided"), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Applications"), SPIL_COLUMN_NUMBER, 0);
  for (guint i = 0; i < data->schemes->len; i++)
    add_scheme_row (table, g_ptr_array_index (data->schemes, i));
  spil_document_take_table (
      document, _ ("Schemes, in euro"), table,
      g_strdup_printf (_ ("Source: applications on %s. Room = ceiling − awarded."), day));
}

/* Adds a sentence; takes it. */
static void
append (GString *text, char *sentence)
{
  if (sentence != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
  g_free (sentence);
}

/* What the scheme allows, in as many sentences as are stated. */
static void
append_terms (GString *text, const SpilFundSchemeRow *scheme)
{
  const SpilFundTerms *terms = &scheme->terms;
  g_autofree char *opens = spil_akt_day (terms->opens);
  g_autofree char *closes = spil_akt_day (terms->closes);

  if (terms->has_own_share) {
    g_autofree char *share = spil_chart_percent ((double) terms->own_share / 1000000);

    append (text, g_strdup_printf (_ ("The employer pays at least %s of the cost itself."), share));
  }
  if (terms->has_application_ceiling) {
    g_autofree char *ceiling = spil_akt_euro (terms->application_ceiling);

    append (text, g_strdup_printf (_ ("At most %s for each application."), ceiling));
  }
  if (spil_day_is_known (terms->opens) || spil_day_is_known (terms->closes))
    append (text, g_strdup_printf (_ ("Open from %s until %s."), opens, closes));
  if (scheme->order != 0)
    append (text,
            g_strdup_printf (_ ("Order of treatment: %s."),
                             spil_akt_choice (SPIL_ENTITY_SCHEME, SPIL_SCHEME_ORDER_RULE, scheme->order)));
}

/* One paragraph for each scheme: what it allows, when its money may be gone, and what is amiss. */
static void
add_scheme_prose (SpilDocument *document, const SpilFundSchemeRow *scheme)
{
  GString *text = g_string_new (NULL);

  append_terms (text, scheme);
  append (text, spil_fund_exhaustion_dup_sentence (&scheme->exhaustion, scheme->terms.closes));
  append (text, spil_fund_use_dup_sentence (&scheme->use));
  append (text, spil_fund_scheme_dup_over (scheme));
  if (text->len > 0)
    spil_document_take_prose (document, SPIL_PROSE_BODY, g_strdup_printf ("%s: %s", scheme->name, text->str));
  g_string_free (text, TRUE);
}

/* The day in the period on which something was decided on the application; SPIL_DAY_NONE: none. The last that counts. */
static SpilDay
decided_on (const SpilFundApplicationRow *application, SpilPeriod period, SpilDay until)
{
  const SpilDay days[] = { application->settled_on, application->withdrawn_on, application->refused_on,
                           application->awarded_on };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    if (spil_day_is_known (days[i]) && spil_period_contains (period, days[i]) &&
        spil_day_compare (days[i], until) <= 0)
      return days[i];
  return SPIL_DAY_NONE;
}

static void
add_application_row (SpilDocumentTable *table, const SpilFundApplicationRow *application, SpilDay day)
{
  spil_document_table_add_row (table, SPIL_ROW_BODY);
  spil_document_table_take (table, spil_day_format (day));
  spil_document_table_put (table, application->organisation_name);
  spil_document_table_put (
      table, spil_akt_choice (SPIL_ENTITY_APPLICATION, SPIL_APPLICATION_STATE, application->state));
  spil_document_table_take (table,
                            application->has_asked ? spil_akt_amount (application->asked) : g_strdup ("–"));
  spil_document_table_take (table, application->has_awarded ? spil_akt_amount (application->awarded)
                                                            : g_strdup ("–"));
  spil_document_table_take (table, application->has_settled ? spil_akt_amount (application->settled)
                                                            : g_strdup ("–"));
}

static void
add_applications (SpilDocument *document, const SpilReportData *data)
{
  g_autoptr (SpilDocumentTable) table = spil_document_table_new ();

  spil_document_table_add_column (table, _ ("Date"), SPIL_COLUMN_TEXT, 0);
  spil_document_table_add_column (table, _ ("Employer"), SPIL_COLUMN_TEXT, 1);
  spil_document_table_add_column (table, _ ("State"), SPIL_COLUMN_TEXT, 0.7);
  spil_document_table_add_column (table, _ ("Asked"), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Awarded"), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Settled"), SPIL_COLUMN_NUMBER, 0);
  for (guint i = 0; i < data->applications->len; i++) {
    const SpilFundApplicationRow *application = g_ptr_array_index (data->applications, i);
    const SpilDay day = decided_on (application, data->period, data->day);

    if (spil_day_is_known (day))
      add_application_row (table, application, day);
  }
  if (spil_document_table_get_n_rows (table) > 0)
    spil_document_take_table (document, _ ("Applications decided on in this period, in euro"),
                              g_steal_pointer (&table), NULL);
  else
    spil_document_add_prose (document, SPIL_PROSE_BODY, _ ("In this period no application was decided on."));
}

/* Those beyond the ceiling by order of receipt: flagged, for a decision. */
static void
add_over (SpilDocument *document, const SpilReportData *data)
{
  for (guint i = 0; i < data->applications->len; i++) {
    const SpilFundApplicationRow *application = g_ptr_array_index (data->applications, i);
    g_autofree char *over = spil_fund_application_dup_over (application);

    if (over != NULL)
      spil_document_take_prose (document, SPIL_PROSE_BODY,
                                g_strdup_printf ("%s: %s", application->organisation_name, over));
  }
}

static char *
unit_cost (gboolean known, int64_t cents)
{
  return known ? spil_akt_amount (spil_money (cents, SPIL_VAT_UNKNOWN)) : g_strdup ("–");
}

static void
add_effect_row (SpilDocumentTable *table, const char *name, const SpilFundEffect *avoidances,
                const SpilFundEffect *co2)
{
  int64_t avoidance = 0, tonne = 0;
  const gboolean has_avoidance = spil_fund_effect_per_avoidance (avoidances, &avoidance);
  const gboolean has_tonne = spil_fund_effect_per_tonne (co2, &tonne);

  if (avoidances->n + avoidances->left_out + co2->n + co2->left_out == 0)
    return;
  spil_document_table_add_row (table, SPIL_ROW_BODY);
  spil_document_table_put (table, name);
  spil_document_table_take (table, avoidances->n > 0 ? spil_akt_decimal (avoidances->effect)
                                                     : g_strdup (_ ("not stated")));
  spil_document_table_take (table, unit_cost (has_avoidance, avoidance));
  spil_document_table_take (table,
                            co2->n > 0 ? spil_akt_decimal (co2->effect / 1000) : g_strdup (_ ("not stated")));
  spil_document_table_take (table, unit_cost (has_tonne, tonne));
  spil_document_table_take (table, g_strdup_printf ("%d", MAX (avoidances->left_out, co2->left_out)));
}

static void
add_effects (SpilDocument *document, const SpilReportData *data)
{
  g_autoptr (SpilDocumentTable) table = spil_document_table_new ();

  spil_document_table_add_column (table, _ ("Scheme"), SPIL_COLUMN_TEXT, 1);
  spil_document_table_add_column (table, _ ("Avoidances a working day"), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Euro each"), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Tonnes of CO₂ a year"), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Euro a tonne"), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Not stated for"), SPIL_COLUMN_NUMBER, 0);
  for (guint i = 0; i < data->schemes->len; i++) {
    const SpilFundSchemeRow *scheme = g_ptr_array_index (data->schemes, i);
    g_autofree char *expected = g_strdup_printf (_ ("%s, expected of what was awarded"), scheme->name);
    g_autofree char *realised = g_strdup_printf (_ ("%s, realised by what was settled"), scheme->name);

    add_effect_row (table, expected, &scheme->expected_avoidances, &scheme->expected_co2);
    add_effect_row (table, realised, &scheme->realised_avoidances, &scheme->realised_co2);
  }
  if (spil_document_table_get_n_rows (table) > 0)
    spil_document_take_table (
        document, _ ("What the fund brings"), g_steal_pointer (&table),
        g_strdup (
            _ ("Money of the fund divided by the effect, only of applications of which both are stated.")));
}

void
spil_akt_add_fund (SpilDocument *document, const SpilReportData *data)
{
  if (!spil_report_data_has (data, SPIL_MODULE_FUND) || data->schemes->len == 0)
    return;
  spil_document_add_heading (document, 2, _ ("Fund"));
  add_scheme_table (document, data);
  for (guint i = 0; i < data->schemes->len; i++)
    add_scheme_prose (document, g_ptr_array_index (data->schemes, i));
  spil_document_take_chart (document, _ ("Room of the fund"),
                            spil_report_chart_of_schemes (data->schemes, data->day), 0, NULL);
  add_over (document, data);
  add_applications (document, data);
  add_effects (document, data);
}
