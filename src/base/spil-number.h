// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>
#include <stdint.h>

G_BEGIN_DECLS

/** Decimals are whole millionths, so that they are equal on every machine. */
#define SPIL_DECIMAL_ONE G_GINT64_CONSTANT (1000000)

/** Reads "1234", "1.234", "-5" (Dutch thousands). FALSE, @value untouched, for anything else or beyond 10^15. */
gboolean spil_integer_parse (const char *text, int64_t *value);
/** "1.234", with a real minus sign. Free with g_free(). */
char *spil_integer_format (int64_t value);

/**
 * Reads "0.39", "0,39", "1.234,5" to millionths, at most six decimals. Unlike in money and integers, a lone point is the
 * decimal sign also before three digits, since factors come from files as "2.744"; with a comma or a second point it
 * separates thousands. FALSE, @value untouched, for anything else or beyond 10^12.
 */
gboolean spil_decimal_parse (const char *text, int64_t *value);
/**
 * "0,39", "1.234,5", no trailing zeros, with a real minus sign. A whole number has no lone point ("1234"), so that
 * spil_decimal_parse() reads back what stands there. Free with g_free().
 */
char *spil_decimal_format (int64_t value);
/** "0.39", "-1234.5", no trailing zeros, for files. Free with g_free(). */
char *spil_decimal_to_text (int64_t value);
double spil_decimal_to_double (int64_t value);
/** The nearest number of millionths, held within 10^12; @value must be a number (not NaN). */
int64_t spil_decimal_from_double (double value);

G_END_DECLS
