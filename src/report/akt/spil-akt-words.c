// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-akt-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "spil-number.h"

char *
spil_akt_period (const SpilReportData *data)
{
  g_autofree char *name = spil_period_format (data->period);
  g_autofree char *first = spil_day_format_long (data->period.first);
  g_autofree char *last = spil_day_format_long (data->period.last);

  /* Translators: a period, then its first and last day. */
  return g_strdup_printf (_ ("%s (%s to %s)"), name, first, last);
}

/* Adds what was said of a change: @amount is without its sign. */
static char *
say_change (int sign, const char *amount)
{
  if (sign == 0)
    return g_strdup (_ ("unchanged in this period"));
  /* Translators: a plus or minus sign, then a number or an amount. */
  return g_strdup_printf (_ ("%s%s in this period"), sign > 0 ? "+" : "−", amount);
}

char *
spil_akt_change (int64_t now, int64_t before)
{
  g_autofree char *amount = spil_integer_format (ABS (now - before));

  return say_change (now > before ? 1 : (now < before ? -1 : 0), amount);
}

char *
spil_akt_money_change (SpilMoney now, SpilMoney before)
{
  g_autofree char *amount = spil_money_format (ABS (now.cents - before.cents), SPIL_MONEY_WHOLE);

  return say_change (now.cents > before.cents ? 1 : (now.cents < before.cents ? -1 : 0), amount);
}

char *
spil_akt_euro (SpilMoney amount)
{
  return spil_money_format (amount.cents, SPIL_MONEY_WHOLE);
}

char *
spil_akt_amount (SpilMoney amount)
{
  g_autofree char *text = spil_money_format (ABS (amount.cents), SPIL_MONEY_CENTS);
  const char *digits = text;

  while (*digits != '\0' && !g_ascii_isdigit (*digits))
    digits++;
  return g_strconcat (amount.cents < 0 ? "−" : "", digits, NULL);
}

char *
spil_akt_percent (int per_mille)
{
  if (per_mille < 0)
    return g_strdup ("");
  return g_strdup_printf ("%d,%d %%", per_mille / 10, per_mille % 10);
}

char *
spil_akt_day (SpilDay day)
{
  return spil_day_is_known (day) ? spil_day_format (day) : g_strdup (_ ("not stated"));
}

const char *
spil_akt_vat (SpilVat vat)
{
  switch (vat) {
  case SPIL_VAT_EXCLUDED:
    return _ ("excl. VAT");
  case SPIL_VAT_INCLUDED:
    return _ ("incl. VAT");
  case SPIL_VAT_UNKNOWN:
  default:
    return _ ("VAT not stated");
  }
}

const char *
spil_akt_choice (int entity, int field, int64_t number)
{
  const char *label = spil_field_choice_label (spil_entity_field (spil_entity (entity), field), number);

  return *label != '\0' ? label : _ ("not stated");
}

SpilMark
spil_akt_light_mark (int light)
{
  switch (light) {
  case SPIL_LIGHT_GREEN:
    return SPIL_MARK_GREEN;
  case SPIL_LIGHT_AMBER:
    return SPIL_MARK_AMBER;
  case SPIL_LIGHT_RED:
    return SPIL_MARK_RED;
  default:
    return SPIL_MARK_UNKNOWN;
  }
}

const char *
spil_akt_light_label (int light)
{
  const SpilField *field = spil_entity_field (spil_entity (SPIL_ENTITY_REPORT_LIGHT),
                                              SPIL_REPORT_LIGHT_LIGHT);
  const char *label = spil_field_choice_label (field, light);

  return *label != '\0' ? label : _ ("Unknown");
}

char *
spil_akt_decimal (int64_t millionths)
{
  /* Thousands apart, at most two decimals: enough to read, the store keeps the rest. */
  int64_t hundredths = (int64_t) llround ((double) millionths / (SPIL_DECIMAL_ONE / 100));
  g_autofree char *whole = spil_integer_format (ABS (hundredths) / 100);
  int rest = (int) (ABS (hundredths) % 100);
  const char *sign = hundredths < 0 ? "−" : "";

  if (rest == 0)
    return g_strconcat (sign, whole, NULL);
  if (rest % 10 == 0)
    return g_strdup_printf ("%s%s,%d", sign, whole, rest / 10);
  return g_strdup_printf ("%s%s,%02d", sign, whole, rest);
}
