// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-validate-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-norms.h"
#include "spil-number.h"
#include "spil-period.h"

#define KVK_DIGITS 8

/* Checks of one text that several entities use. A field that is empty passes. */

static gboolean
check_kvk_number (SpilRecord *record, int field, GError **error)
{
  const char *text = spil_record_get_text (record, field);

  if (text == NULL || (strlen (text) == KVK_DIGITS && strspn (text, "0123456789") == KVK_DIGITS))
    return TRUE;
  return spil_validate_refuse (record, field, error,
                               _ ("a KvK number is exactly 8 digits; type it as 12345678."));
}

/* What begins as a Dutch postcode must be a whole one; other countries' postcodes pass. */
static gboolean
check_postcode (SpilRecord *record, int field, GError **error)
{
  const char *text = spil_record_get_text (record, field);
  const char *letters;

  if (text == NULL || strspn (text, "0123456789") != 4)
    return TRUE;
  letters = text + 4;
  if (*letters == ' ')
    letters++;
  if (g_ascii_isalpha (letters[0]) && g_ascii_isalpha (letters[1]) && letters[2] == '\0')
    return TRUE;
  return spil_validate_refuse (record, field, error,
                               _ ("a Dutch postcode is 4 digits and 2 letters; type it as 8011 AB."));
}

static gboolean
check_email (SpilRecord *record, int field, GError **error)
{
  const char *text = spil_record_get_text (record, field);
  const char *at = text != NULL ? strchr (text, '@') : NULL;

  if (text == NULL)
    return TRUE;
  if (at != NULL && at != text && at[1] != '\0' && strchr (at + 1, '@') == NULL &&
      strpbrk (text, " \t\r\n") == NULL)
    return TRUE;
  return spil_validate_refuse (
      record, field, error, _ ("an e-mail address holds one @ and no spaces; type it as name@example.nl."));
}

static gboolean
check_phone (SpilRecord *record, int field, GError **error)
{
  const char *text = spil_record_get_text (record, field);

  if (text == NULL ||
      (text[strspn (text, "0123456789 +-()/.")] == '\0' && strpbrk (text, "0123456789") != NULL))
    return TRUE;
  return spil_validate_refuse (
      record, field, error,
      _ ("a phone number holds digits, spaces and + - ( ) / . only; type it as 038 123 45 67."));
}

static gboolean
check_period_text (SpilRecord *record, int field, GError **error)
{
  const char *text = spil_record_get_text (record, field);
  SpilPeriod period;

  if (text == NULL || spil_period_parse (text, &period))
    return TRUE;
  return spil_validate_refuse (record, field, error,
                               _ ("this is not a period; type it as 2018, 2018-Q4, 2018-10 or 2018-W40."));
}

/* What a document or a tag is about: the name of an entity and the id of a row, both or neither. */
static gboolean
check_about (SpilRecord *record, int entity_field, int id_field, GError **error)
{
  const char *name = spil_record_get_text (record, entity_field);
  const char *id_text = spil_record_get_text (record, id_field);
  SpilId id;

  if (name == NULL && id_text == NULL)
    return TRUE;
  if (name == NULL || spil_entity_by_name (name) == NULL)
    return spil_validate_refuse (record, entity_field, error,
                                 _ ("this names nothing that Spil keeps; choose the row again."));
  if (id_text == NULL || !spil_id_parse (id_text, &id))
    return spil_validate_refuse (record, id_field, error,
                                 _ ("this is not the id of a row; choose the row again."));
  return TRUE;
}

/* Two references that may not be the same row. */
static gboolean
check_differ (SpilRecord *record, int from, int to, GError **error)
{
  const SpilId from_id = spil_record_get_reference (record, from);

  if (spil_id_is_nil (from_id) || !spil_id_equal (from_id, spil_record_get_reference (record, to)))
    return TRUE;
  return spil_validate_refuse (record, to, error, _ ("this is the same as “%s”; choose another one."),
                               spil_field_label (spil_entity_field (spil_record_get_entity (record), from)));
}

/* The entities */

static gboolean
check_organisation (SpilRecord *record, GError **error)
{
  return check_kvk_number (record, SPIL_ORGANISATION_KVK_NUMBER, error) &&
         check_postcode (record, SPIL_ORGANISATION_POSTCODE, error);
}

static gboolean
check_distinct_pair (SpilRecord *record, GError **error)
{
  return check_differ (record, SPIL_DISTINCT_PAIR_ONE, SPIL_DISTINCT_PAIR_OTHER, error);
}

static gboolean
check_site (SpilRecord *record, GError **error)
{
  return check_postcode (record, SPIL_SITE_POSTCODE, error);
}

static gboolean
check_person (SpilRecord *record, GError **error)
{
  return check_email (record, SPIL_PERSON_EMAIL, error) && check_phone (record, SPIL_PERSON_PHONE, error);
}

static gboolean
check_dependency (SpilRecord *record, GError **error)
{
  return check_differ (record, SPIL_DEPENDENCY_FROM, SPIL_DEPENDENCY_TO, error);
}

static gboolean
check_stage_change (SpilRecord *record, GError **error)
{
  return check_differ (record, SPIL_STAGE_CHANGE_FROM, SPIL_STAGE_CHANGE_TO, error);
}

static gboolean
check_document (SpilRecord *record, GError **error)
{
  return check_about (record, SPIL_DOCUMENT_ABOUT_ENTITY, SPIL_DOCUMENT_ABOUT_ID, error);
}

static gboolean
check_tag (SpilRecord *record, GError **error)
{
  return check_about (record, SPIL_TAG_ABOUT_ENTITY, SPIL_TAG_ABOUT_ID, error);
}

static gboolean
check_budget_line (SpilRecord *record, GError **error)
{
  if (spil_record_is_null (record, SPIL_BUDGET_LINE_AMOUNT) ||
      !spil_record_get_boolean (record, SPIL_BUDGET_LINE_PM))
    return TRUE;
  return spil_validate_refuse (record, SPIL_BUDGET_LINE_AMOUNT, error,
                               _ ("a line has an amount or is PM, not both; clear the one or the other."));
}

/* What is withdrawn was a proposal, or changed a version that another one changed as well. */
static gboolean
check_budget_version (SpilRecord *record, GError **error)
{
  if (spil_record_is_null (record, SPIL_BUDGET_VERSION_WITHDRAWN))
    return TRUE;
  if (!spil_record_get_boolean (record, SPIL_BUDGET_VERSION_PROPOSAL) &&
      spil_record_is_null (record, SPIL_BUDGET_VERSION_REPLACES))
    return spil_validate_refuse (record, SPIL_BUDGET_VERSION_WITHDRAWN, error,
                                 _ ("only a proposal can be withdrawn."));
  return TRUE;
}

static gboolean
check_late (SpilRecord *record, int late_of, int date, GError **error)
{
  if (spil_record_is_null (record, late_of) ||
      spil_day_compare (spil_record_get_day (record, late_of), spil_record_get_day (record, date)) < 0)
    return TRUE;
  return spil_validate_refuse (record, late_of, error,
                               _ ("a booking that came in late belongs to a day before its own date."));
}

/* Below zero is only what takes back: an expense aside, which may be money that came back. */
static gboolean
check_sign (SpilRecord *record, int amount, int reverses, GError **error)
{
  if (spil_record_get_integer (record, amount) >= 0 || !spil_record_is_null (record, reverses))
    return TRUE;
  return spil_validate_refuse (record, amount, error,
                               _ ("an amount below zero takes back an earlier booking; reverse that one."));
}

static gboolean
check_commitment (SpilRecord *record, GError **error)
{
  if (spil_record_get_boolean (record, SPIL_COMMITMENT_RELEASE) &&
      (spil_record_is_null (record, SPIL_COMMITMENT_REVERSES) ||
       spil_record_get_integer (record, SPIL_COMMITMENT_AMOUNT) >= 0))
    return spil_validate_refuse (record, SPIL_COMMITMENT_AMOUNT, error,
                                 _ ("a release names its commitment, and its amount is below zero."));
  return check_late (record, SPIL_COMMITMENT_LATE_OF, SPIL_COMMITMENT_DATE, error) &&
         check_sign (record, SPIL_COMMITMENT_AMOUNT, SPIL_COMMITMENT_REVERSES, error);
}

static gboolean
check_actual (SpilRecord *record, GError **error)
{
  return check_late (record, SPIL_ACTUAL_LATE_OF, SPIL_ACTUAL_DATE, error);
}

static gboolean
check_reservation (SpilRecord *record, GError **error)
{
  return check_sign (record, SPIL_RESERVATION_AMOUNT, SPIL_RESERVATION_REVERSES, error);
}

/* A period is closed when it is over: what is still booked in it every day cannot be late. */
static gboolean
check_closed_period (SpilRecord *record, GError **error)
{
  SpilDay first = spil_record_get_day (record, SPIL_CLOSED_PERIOD_FIRST);
  SpilDay last = spil_record_get_day (record, SPIL_CLOSED_PERIOD_LAST);

  if (spil_day_compare (last, first) < 0)
    return spil_validate_refuse (record, SPIL_CLOSED_PERIOD_LAST, error,
                                 _ ("the last day of a period does not lie before its first."));
  if (spil_day_compare (spil_record_get_day (record, SPIL_CLOSED_PERIOD_CLOSED_ON), last) < 0)
    return spil_validate_refuse (record, SPIL_CLOSED_PERIOD_CLOSED_ON, error,
                                 _ ("a period can only be closed once it is over."));
  return TRUE;
}

static gboolean
check_effect (SpilRecord *record, GError **error)
{
  static const int shares[] = { SPIL_EFFECT_SHARE_MODE, SPIL_EFFECT_SHARE_OFF_PEAK,
                                SPIL_EFFECT_SHARE_ELSEWHERE, SPIL_EFFECT_SHARE_HOME };
  int64_t sum = 0;

  // Each share lies between 0 and 1 already, so the sum cannot overflow.
  for (gsize i = 0; i < G_N_ELEMENTS (shares); i++)
    sum += spil_record_get_integer (record, shares[i]);
  if (sum <= SPIL_DECIMAL_ONE)
    return TRUE;
  return spil_validate_refuse (record, SPIL_EFFECT_SHARE_MODE, error,
                               _ ("the four shares together are more than 1; lower one of them."));
}

static gboolean
check_report (SpilRecord *record, GError **error)
{
  return check_period_text (record, SPIL_REPORT_PERIOD, error);
}

static gboolean
check_report_light (SpilRecord *record, GError **error)
{
  return check_period_text (record, SPIL_REPORT_LIGHT_PERIOD, error);
}

/* Numbers of days of the week, each at most once: 12345. */
static gboolean
names_weekdays (int64_t value)
{
  unsigned seen = 0;
  int64_t digits = value / SPIL_DECIMAL_ONE;

  if (digits <= 0 || value % SPIL_DECIMAL_ONE != 0)
    return FALSE;
  for (; digits > 0; digits /= 10) {
    int day = (int) (digits % 10);

    if (day < 1 || day > 7 || (seen & 1u << day) != 0)
      return FALSE;
    seen |= 1u << day;
  }
  return TRUE;
}

/* A week without working days, or with an eighth, cannot be planned in. */
static gboolean
check_setting (SpilRecord *record, GError **error)
{
  if (g_strcmp0 (spil_record_get_text (record, SPIL_SETTING_KEY),
                 spil_norm_key (SPIL_NORM_WORKING_WEEKDAYS)) != 0 ||
      spil_record_is_null (record, SPIL_SETTING_VALUE) ||
      names_weekdays (spil_record_get_integer (record, SPIL_SETTING_VALUE)))
    return TRUE;
  return spil_validate_refuse (
      record, SPIL_SETTING_VALUE, error,
      _ ("these are not days of the week; type the numbers of the days that are worked, from 1 for Monday to 7 for Sunday: 12345."));
}

static const struct
{
  SpilEntityNumber entity;
  gboolean (*check) (SpilRecord *record, GError **error);
} rules[] = {
  { SPIL_ENTITY_ACTUAL, check_actual },
  { SPIL_ENTITY_BUDGET_LINE, check_budget_line },
  { SPIL_ENTITY_BUDGET_VERSION, check_budget_version },
  { SPIL_ENTITY_CLOSED_PERIOD, check_closed_period },
  { SPIL_ENTITY_COMMITMENT, check_commitment },
  { SPIL_ENTITY_DEPENDENCY, check_dependency },
  { SPIL_ENTITY_DISTINCT_PAIR, check_distinct_pair },
  { SPIL_ENTITY_DOCUMENT, check_document },
  { SPIL_ENTITY_EFFECT, check_effect },
  { SPIL_ENTITY_ORGANISATION, check_organisation },
  { SPIL_ENTITY_PERSON, check_person },
  { SPIL_ENTITY_REPORT, check_report },
  { SPIL_ENTITY_REPORT_LIGHT, check_report_light },
  { SPIL_ENTITY_RESERVATION, check_reservation },
  { SPIL_ENTITY_SETTING, check_setting },
  { SPIL_ENTITY_SITE, check_site },
  { SPIL_ENTITY_STAGE_CHANGE, check_stage_change },
  { SPIL_ENTITY_TAG, check_tag },
};

gboolean
spil_validate_entity_rules (SpilRecord *record, GError **error)
{
  const int number = spil_record_get_entity (record)->number;

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    if ((int) rules[i].entity == number)
      return rules[i].check (record, error);
  return TRUE;
}
