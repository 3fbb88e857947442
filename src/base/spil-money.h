// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>
#include <stdint.h>

G_BEGIN_DECLS

/** Whether an amount is with or without VAT. Unknown never mixes with known. */
typedef enum
{
  SPIL_VAT_UNKNOWN = 0,
  SPIL_VAT_EXCLUDED = 1,
  SPIL_VAT_INCLUDED = 2,
} SpilVat;

/** An amount in euro: whole cents, with its VAT note. */
typedef struct
{
  int64_t cents;
  SpilVat vat;
} SpilMoney;

/** Largest amount that is accepted, in cents (100 billion euro): sums of any real number of them stay exact. */
#define SPIL_MONEY_MAX_CENTS G_GINT64_CONSTANT (10000000000000)

/** Makes an amount. */
SpilMoney spil_money (int64_t cents, SpilVat vat);

/**
 * Adds @b to @a. Returns FALSE, with @sum untouched, when the VAT notes differ (unless the
 * one of them is zero cents: then the sum has the note of the other) or the sum exceeds SPIL_MONEY_MAX_CENTS.
 */
gboolean spil_money_add (SpilMoney a, SpilMoney b, SpilMoney *sum);

/**
 * Reads an amount in cents: "1234.50" or Dutch "1.234,50", "951.500", "€ 12,-", "-5". A point followed by
 * exactly three digits separates thousands; otherwise it is the decimal sign.
 * At most two decimals. The minus sign is "-" or the real one, before or after the euro sign; white space may stand
 * around the text and after the euro sign. Returns FALSE, with @cents untouched, for anything else ("12,5,3", "1.234.50",
 * "1e5") or beyond SPIL_MONEY_MAX_CENTS.
 */
gboolean spil_money_parse (const char *text, int64_t *cents);

/** How an amount is written. */
typedef enum
{
  SPIL_MONEY_CENTS = 0, /**< always with cents: "€ 951.500,00" */
  SPIL_MONEY_WHOLE = 1, /**< rounded to whole euro: "€ 951.500" */
  SPIL_MONEY_BRIEF = 2, /**< cents only where they are not zero */
} SpilMoneyFormat;

/**
 * Writes @cents the Dutch way, with a no-break space after the euro sign ("€ 951.500,00", "−€ 5,00" with a real minus sign);
 * free with g_free(). The form does not depend on the locale, since all users are Dutch.
 */
char *spil_money_format (int64_t cents, SpilMoneyFormat format);

/** Writes @cents as a plain decimal with a point and two decimals ("951500.00"), for files; free with g_free(). */
char *spil_money_to_decimal (int64_t cents);

G_END_DECLS
