// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-letter-fields.h"

#include <glib/gi18n-lib.h>

#include "spil-number.h"

typedef char *(*ValueFunc) (const SpilLetterData *data);

static char *
dup_field (SpilRecord *record, int field)
{
  return record != NULL && !spil_record_is_null (record, field) ? spil_record_format (record, field) : NULL;
}

static char *
dup_day (SpilDay day)
{
  return spil_day_is_known (day) ? spil_day_format_long (day) : NULL;
}

static char *
dup_application_day (const SpilLetterData *data, int field)
{
  return dup_day (spil_record_get_day (data->application, field));
}

static char *
dup_amount (const SpilLetterData *data, int field)
{
  return spil_record_is_null (data->application, field)
             ? NULL
             : spil_money_format (spil_record_get_integer (data->application, field), SPIL_MONEY_CENTS);
}

/* An amount that is worth a sentence only when there is one. */
static char *
dup_positive (int64_t cents)
{
  return cents > 0 ? spil_money_format (cents, SPIL_MONEY_CENTS) : NULL;
}

static char *
dup_address (const SpilLetterData *data)
{
  g_autofree char *street = dup_field (data->organisation, SPIL_ORGANISATION_STREET);
  g_autofree char *number = dup_field (data->organisation, SPIL_ORGANISATION_HOUSE_NUMBER);

  return street == NULL ? NULL : g_strjoin (number != NULL ? " " : "", street, number, NULL);
}

static char *
dup_place (const SpilLetterData *data)
{
  g_autofree char *postcode = dup_field (data->organisation, SPIL_ORGANISATION_POSTCODE);
  g_autofree char *town = dup_field (data->organisation, SPIL_ORGANISATION_TOWN);

  if (town == NULL)
    return NULL;
  return postcode == NULL ? g_steal_pointer (&town) : g_strdup_printf ("%s  %s", postcode, town);
}

static char *
dup_own_share (const SpilLetterData *data)
{
  g_autofree char *percent = NULL;

  if (data->scheme == NULL || spil_record_is_null (data->scheme, SPIL_SCHEME_OWN_SHARE))
    return NULL;
  percent = spil_decimal_format (spil_record_get_integer (data->scheme, SPIL_SCHEME_OWN_SHARE) * 100);
  // Translators: a share in per cent, with a no-break space in Dutch.
  return g_strdup_printf (_ ("%s %%"), percent);
}

static char *
dup_account_before (const SpilLetterData *data)
{
  const SpilDay ends = spil_record_get_day (data->application, SPIL_APPLICATION_ENDS);

  if (!spil_day_is_known (ends) || data->scheme == NULL ||
      spil_record_is_null (data->scheme, SPIL_SCHEME_ACCOUNT_DAYS))
    return NULL;
  return dup_day (
      spil_day_add (ends, (int) spil_record_get_integer (data->scheme, SPIL_SCHEME_ACCOUNT_DAYS)));
}

static char *
dup_wanting (const SpilLetterData *data)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < data->wanting->len; i++)
    g_string_append_printf (list, "%s– %s", i > 0 ? "\n" : "", (char *) data->wanting->pdata[i]);
  return list->len > 0 ? g_strdup (list->str) : NULL;
}

/* A field whose value is one expression. */
#define VALUE(name, expression)                                                                              \
  static char *value_##name (const SpilLetterData *data)                                                     \
  {                                                                                                          \
    return expression;                                                                                       \
  }

VALUE (applicant, dup_field (data->organisation, SPIL_ORGANISATION_NAME))
VALUE (contact, dup_field (data->contact, SPIL_PERSON_NAME))
VALUE (today, dup_day (data->today))
VALUE (number, dup_field (data->application, SPIL_APPLICATION_NUMBER))
VALUE (scheme, dup_field (data->scheme, SPIL_SCHEME_NAME))
VALUE (programme, g_strdup (data->programme->name))
VALUE (measures, dup_field (data->application, SPIL_APPLICATION_MEASURES))
VALUE (received, dup_application_day (data, SPIL_APPLICATION_RECEIVED))
VALUE (complete, dup_application_day (data, SPIL_APPLICATION_COMPLETE))
VALUE (wanting, dup_wanting (data))
VALUE (cost, dup_amount (data, SPIL_APPLICATION_COST))
VALUE (own, dup_amount (data, SPIL_APPLICATION_OWN))
VALUE (other, dup_positive (spil_record_get_integer (data->application, SPIL_APPLICATION_OTHER)))
VALUE (asked, dup_amount (data, SPIL_APPLICATION_ASKED))
VALUE (vat, dup_field (data->application, SPIL_APPLICATION_VAT))
VALUE (arithmetic, g_strdup (data->arithmetic))
VALUE (awarded, dup_amount (data, SPIL_APPLICATION_AWARDED))
VALUE (awarded_on, dup_application_day (data, SPIL_APPLICATION_AWARDED_ON))
VALUE (advance, dup_positive (data->advance.cents))
VALUE (expected, dup_field (data->application, SPIL_APPLICATION_EXPECTED_AVOIDANCES))
VALUE (refused_on, dup_application_day (data, SPIL_APPLICATION_REFUSED_ON))
VALUE (ground, dup_field (data->refusal, SPIL_REFUSAL_GROUND_NAME))
VALUE (rule, dup_field (data->refusal, SPIL_REFUSAL_GROUND_RULE))
VALUE (explanation, dup_field (data->application, SPIL_APPLICATION_REFUSAL_REASON))
VALUE (real_cost, dup_amount (data, SPIL_APPLICATION_SETTLED_COST))
VALUE (real_other, dup_positive (spil_record_get_integer (data->application, SPIL_APPLICATION_SETTLED_OTHER)))
VALUE (settled, dup_amount (data, SPIL_APPLICATION_SETTLED))
VALUE (settled_on, dup_application_day (data, SPIL_APPLICATION_SETTLED_ON))
VALUE (paid, spil_money_format (data->paid.cents, SPIL_MONEY_CENTS))
VALUE (left, dup_positive (data->left.cents))
VALUE (back, dup_positive (-data->left.cents))
VALUE (realised, dup_field (data->application, SPIL_APPLICATION_REALISED_AVOIDANCES))

static const struct
{
  const char *name;
  const char *label;
  ValueFunc value;
} fields[] = {
  { "aanvrager", N_ ("the applicant"), value_applicant },
  { "adres", N_ ("street and number"), dup_address },
  { "plaats", N_ ("postcode and town"), dup_place },
  { "contactpersoon", N_ ("the contact person"), value_contact },
  { "datum", N_ ("the day of the letter"), value_today },
  { "kenmerk", N_ ("the case number"), value_number },
  { "regeling", N_ ("the scheme"), value_scheme },
  { "programma", N_ ("the programme"), value_programme },
  { "maatregelen", N_ ("what was applied for"), value_measures },
  { "ontvangen", N_ ("the day of receipt"), value_received },
  { "compleet", N_ ("the day on which it was complete"), value_complete },
  { "ontbreekt", N_ ("what is still wanting, a line each"), value_wanting },
  { "kosten", N_ ("the estimated cost"), value_cost },
  { "eigen_bijdrage", N_ ("the applicant's own contribution"), value_own },
  { "eigen_deel", N_ ("the least own share"), dup_own_share },
  { "andere_subsidie", N_ ("other subsidies"), value_other },
  { "gevraagd", N_ ("the amount asked"), value_asked },
  { "btw", N_ ("with or without VAT"), value_vat },
  { "berekening", N_ ("the arithmetic behind the highest amount"), value_arithmetic },
  { "toegekend", N_ ("the amount awarded"), value_awarded },
  { "toegekend_op", N_ ("the day of the award"), value_awarded_on },
  { "voorschot", N_ ("the advance that was paid"), value_advance },
  { "verantwoorden_voor", N_ ("the last day to account for it"), dup_account_before },
  { "verwachte_mijdingen", N_ ("expected peak avoidances a working day"), value_expected },
  { "afgewezen_op", N_ ("the day of the refusal"), value_refused_on },
  { "weigeringsgrond", N_ ("the ground for refusal"), value_ground },
  { "artikel", N_ ("where that stands in the rules"), value_rule },
  { "toelichting", N_ ("the explanation of the refusal"), value_explanation },
  { "werkelijke_kosten", N_ ("the real cost"), value_real_cost },
  { "werkelijke_andere_subsidie", N_ ("other subsidies in the end"), value_real_other },
  { "vastgesteld", N_ ("the amount settled"), value_settled },
  { "vastgesteld_op", N_ ("the day of the settlement"), value_settled_on },
  { "betaald", N_ ("what was paid already"), value_paid },
  { "nog_te_betalen", N_ ("what is still to be paid"), value_left },
  { "terug_te_betalen", N_ ("what is to be paid back"), value_back },
  { "werkelijke_mijdingen", N_ ("realised peak avoidances a working day"), value_realised },
};

guint
spil_letter_n_fields (void)
{
  return G_N_ELEMENTS (fields);
}

SpilLetterField
spil_letter_field (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (fields), ((SpilLetterField) { NULL, NULL }));

  return (SpilLetterField) { fields[index].name, _ (fields[index].label) };
}

char *
spil_letter_value (const char *field, gboolean *exists, gpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (field, fields[i].name)) {
      *exists = TRUE;
      return fields[i].value (data);
    }
  *exists = FALSE;
  return NULL;
}
