// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-number.h"

#include "spil-number-private.h"

#include <math.h>
#include <string.h>

#define INTEGER_LIMIT G_GINT64_CONSTANT (1000000000000000)
#define DECIMAL_LIMIT G_GINT64_CONSTANT (1000000000000000000)
#define DECIMALS 6

static const char *const spaces[] = { " ", "\t", "\n", "\r", "\xc2\xa0", "\xe2\x80\xaf" };

static gsize
span_length (const SpilSpan *span)
{
  return (gsize) (span->end - span->start);
}

static gboolean
push_digit (char c, int64_t limit, int64_t *value)
{
  int digit = g_ascii_digit_value (c);

  if (digit < 0 || *value > (limit - digit) / 10)
    return FALSE;
  *value = *value * 10 + digit;
  return TRUE;
}

/* Reads "1234" or "1.234", never "12.34", "1234.567" or "0.123". */
static gboolean
read_whole (SpilSpan span, int64_t limit, int64_t *value)
{
  gboolean grouped = memchr (span.start, '.', span_length (&span)) != NULL;
  gboolean first_group = TRUE;
  int in_group = 0;

  if (span_length (&span) == 0 || (grouped && *span.start == '0'))
    return FALSE;
  for (const char *p = span.start; p < span.end; p++) {
    if (*p != '.') {
      if (!push_digit (*p, limit, value))
        return FALSE;
      in_group++;
      continue;
    }
    if (first_group ? in_group < 1 || in_group > 3 : in_group != 3)
      return FALSE;
    first_group = FALSE;
    in_group = 0;
  }
  return !grouped || in_group == 3;
}

/* Reads the digits behind the decimal sign, at least one, filled up with zeros. */
static gboolean
read_fraction (SpilSpan span, int decimals, int64_t limit, int64_t *value)
{
  gsize length = span_length (&span);

  if (length < 1 || length > (gsize) decimals)
    return FALSE;
  for (int i = 0; i < decimals; i++)
    if (!push_digit ((gsize) i < length ? span.start[i] : '0', limit, value))
      return FALSE;
  return TRUE;
}

static const char *
find_decimal_sign (SpilSpan span, SpilPoint point)
{
  gsize length = span_length (&span);
  const char *comma = memchr (span.start, ',', length);
  const char *first = memchr (span.start, '.', length);

  if (comma != NULL || first == NULL)
    return comma;
  if (point == SPIL_POINT_THOUSANDS || memchr (first + 1, '.', (gsize) (span.end - first - 1)) != NULL)
    return NULL;
  if (point == SPIL_POINT_BY_DIGITS && span.end - first - 1 == 3)
    return NULL;
  return first;
}

SpilSpan
spil_span (const char *text)
{
  SpilSpan span = { text, text + strlen (text) };

  spil_span_trim (&span);
  return span;
}

void
spil_span_trim (SpilSpan *span)
{
  for (gsize i = 0; i < G_N_ELEMENTS (spaces);)
    i = spil_span_take (span, spaces[i]) || spil_span_drop (span, spaces[i]) ? 0 : i + 1;
}

gboolean
spil_span_take (SpilSpan *span, const char *prefix)
{
  gsize length = strlen (prefix);

  if (span_length (span) < length || memcmp (span->start, prefix, length) != 0)
    return FALSE;
  span->start += length;
  return TRUE;
}

gboolean
spil_span_drop (SpilSpan *span, const char *suffix)
{
  gsize length = strlen (suffix);

  if (span_length (span) < length || memcmp (span->end - length, suffix, length) != 0)
    return FALSE;
  span->end -= length;
  return TRUE;
}

gboolean
spil_span_take_minus (SpilSpan *span)
{
  return spil_span_take (span, "-") || spil_span_take (span, SPIL_MINUS);
}

gboolean
spil_span_read (SpilSpan span, SpilPoint point, int decimals, int64_t limit, int64_t *value)
{
  const char *sign = find_decimal_sign (span, point);
  SpilSpan whole = { span.start, sign != NULL ? sign : span.end };
  SpilSpan fraction = { sign != NULL ? sign + 1 : span.end, span.end };
  SpilSpan zero = { "0", NULL };
  int64_t found = 0;

  zero.end = zero.start + 1;
  if (!read_whole (whole, limit, &found))
    return FALSE;
  if (sign != NULL && !read_fraction (fraction, decimals, limit, &found))
    return FALSE;
  if (sign == NULL && decimals > 0 && !read_fraction (zero, decimals, limit, &found))
    return FALSE;
  *value = found;
  return TRUE;
}

uint64_t
spil_number_magnitude (int64_t value)
{
  return value < 0 ? -(uint64_t) value : (uint64_t) value;
}

char *
spil_number_group (uint64_t value)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, (guint64) value);
  gsize length = strlen (digits);
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < length; i++) {
    if (i > 0 && (length - i) % 3 == 0)
      g_string_append_c (text, '.');
    g_string_append_c (text, digits[i]);
  }
  return g_string_free_and_steal (text);
}

/* The digits of the millionths without the zeros at their end; "" for a whole number. */
static char *
fraction_text (uint64_t magnitude)
{
  char *text = g_strdup_printf ("%06" G_GUINT64_FORMAT, (guint64) (magnitude % SPIL_DECIMAL_ONE));

  for (gsize length = strlen (text); length > 0 && text[length - 1] == '0'; length--)
    text[length - 1] = '\0';
  return text;
}

gboolean
spil_integer_parse (const char *text, int64_t *value)
{
  SpilSpan span;
  gboolean negative;
  int64_t found;

  g_return_val_if_fail (text != NULL && value != NULL, FALSE);

  span = spil_span (text);
  negative = spil_span_take_minus (&span);
  if (!spil_span_read (span, SPIL_POINT_THOUSANDS, 0, INTEGER_LIMIT, &found))
    return FALSE;
  *value = negative ? -found : found;
  return TRUE;
}

char *
spil_integer_format (int64_t value)
{
  g_autofree char *digits = spil_number_group (spil_number_magnitude (value));

  return g_strconcat (value < 0 ? SPIL_MINUS : "", digits, NULL);
}

gboolean
spil_decimal_parse (const char *text, int64_t *value)
{
  SpilSpan span;
  gboolean negative;
  int64_t found;

  g_return_val_if_fail (text != NULL && value != NULL, FALSE);

  span = spil_span (text);
  negative = spil_span_take_minus (&span);
  if (!spil_span_read (span, SPIL_POINT_DECIMAL, DECIMALS, DECIMAL_LIMIT, &found))
    return FALSE;
  *value = negative ? -found : found;
  return TRUE;
}

char *
spil_decimal_format (int64_t value)
{
  uint64_t magnitude = spil_number_magnitude (value);
  uint64_t whole = magnitude / SPIL_DECIMAL_ONE;
  g_autofree char *fraction = fraction_text (magnitude);
  g_autofree char *digits = spil_number_group (whole);

  // A lone point would be read back as the decimal sign.
  if (*fraction == '\0' && whole < 1000000) {
    g_free (digits);
    digits = g_strdup_printf ("%" G_GUINT64_FORMAT, (guint64) whole);
  }
  return g_strconcat (value < 0 ? SPIL_MINUS : "", digits, *fraction != '\0' ? "," : "", fraction, NULL);
}

char *
spil_decimal_to_text (int64_t value)
{
  uint64_t magnitude = spil_number_magnitude (value);
  g_autofree char *fraction = fraction_text (magnitude);

  return g_strdup_printf ("%s%" G_GUINT64_FORMAT "%s%s", value < 0 ? "-" : "",
                          (guint64) (magnitude / SPIL_DECIMAL_ONE), *fraction != '\0' ? "." : "", fraction);
}

double
spil_decimal_to_double (int64_t value)
{
  return (double) value / (double) SPIL_DECIMAL_ONE;
}

int64_t
spil_decimal_from_double (double value)
{
  double scaled = value * (double) SPIL_DECIMAL_ONE;

  g_return_val_if_fail (!isnan (value), 0);

  return (int64_t) llround (CLAMP (scaled, -(double) DECIMAL_LIMIT, (double) DECIMAL_LIMIT));
}
