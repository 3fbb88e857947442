// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-money.h"

#include "spil-number-private.h"

#define EURO "\xe2\x82\xac"
#define NO_BREAK_SPACE "\xc2\xa0"

/* The ways to write "and no cents", the last two with the dashes that word processors make of a hyphen. */
static const char *const no_cents[] = { ",-", ",--", ",\xe2\x80\x93", ",\xe2\x80\x94" };

/* The VAT note of a sum; FALSE when the notes do not go together. Zero euro goes with every note. */
static gboolean
join_vat (SpilMoney a, SpilMoney b, SpilVat *vat)
{
  if (a.vat == b.vat || (b.cents == 0 && a.cents != 0))
    *vat = a.vat;
  else if (a.cents == 0 && b.cents != 0)
    *vat = b.vat;
  else if (a.cents == 0 && b.cents == 0)
    *vat = a.vat == SPIL_VAT_UNKNOWN ? b.vat : b.vat == SPIL_VAT_UNKNOWN ? a.vat : SPIL_VAT_UNKNOWN;
  else
    return FALSE;
  return TRUE;
}

static gboolean
read_cents (SpilSpan span, int64_t *cents)
{
  for (gsize i = 0; i < G_N_ELEMENTS (no_cents); i++) {
    if (!spil_span_drop (&span, no_cents[i]))
      continue;
    if (!spil_span_read (span, SPIL_POINT_THOUSANDS, 0, SPIL_MONEY_MAX_CENTS / 100, cents))
      return FALSE;
    *cents *= 100;
    return TRUE;
  }
  return spil_span_read (span, SPIL_POINT_BY_DIGITS, 2, SPIL_MONEY_MAX_CENTS, cents);
}

SpilMoney
spil_money (int64_t cents, SpilVat vat)
{
  return (SpilMoney) { .cents = cents, .vat = vat };
}

gboolean
spil_money_add (SpilMoney a, SpilMoney b, SpilMoney *sum)
{
  int64_t cents;
  SpilVat vat;

  g_return_val_if_fail (sum != NULL, FALSE);

  if (!join_vat (a, b, &vat) || __builtin_add_overflow (a.cents, b.cents, &cents))
    return FALSE;
  if (cents > SPIL_MONEY_MAX_CENTS || cents < -SPIL_MONEY_MAX_CENTS)
    return FALSE;
  *sum = spil_money (cents, vat);
  return TRUE;
}

gboolean
spil_money_parse (const char *text, int64_t *cents)
{
  SpilSpan span;
  gboolean negative;
  int64_t found;

  g_return_val_if_fail (text != NULL && cents != NULL, FALSE);

  span = spil_span (text);
  negative = spil_span_take_minus (&span);
  if (spil_span_take (&span, EURO)) {
    spil_span_trim (&span);
    negative = negative || spil_span_take_minus (&span);
  }
  if (!read_cents (span, &found))
    return FALSE;
  *cents = negative ? -found : found;
  return TRUE;
}

char *
spil_money_format (int64_t cents, SpilMoneyFormat format)
{
  uint64_t magnitude = spil_number_magnitude (cents);
  uint64_t rest = magnitude % 100;
  uint64_t whole = magnitude / 100;
  g_autofree char *digits = NULL;
  const char *minus;

  if (format == SPIL_MONEY_WHOLE && rest >= 50)
    whole++;
  // "−€ 0" would be nonsense.
  minus = cents < 0 && (whole > 0 || format != SPIL_MONEY_WHOLE) ? SPIL_MINUS : "";
  digits = spil_number_group (whole);
  if (format == SPIL_MONEY_WHOLE || (format == SPIL_MONEY_BRIEF && rest == 0))
    return g_strconcat (minus, EURO NO_BREAK_SPACE, digits, NULL);
  return g_strdup_printf ("%s" EURO NO_BREAK_SPACE "%s,%02d", minus, digits, (int) rest);
}

char *
spil_money_to_decimal (int64_t cents)
{
  uint64_t magnitude = spil_number_magnitude (cents);

  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%02d", cents < 0 ? "-" : "", (guint64) (magnitude / 100),
                          (int) (magnitude % 100));
}
