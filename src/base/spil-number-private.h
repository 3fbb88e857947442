// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>
#include <stdint.h>

G_BEGIN_DECLS

/* What numbers and money share. Only for src/base. */

/* The real minus sign (U+2212). */
#define SPIL_MINUS "\xe2\x88\x92"

/* The part of a text that is still to be read. */
typedef struct
{
  const char *start;
  const char *end;
} SpilSpan;

/* What a point means when it is the only one and there is no comma. With a comma, or with a second point, points separate thousands. */
typedef enum
{
  SPIL_POINT_THOUSANDS, /* always a separator of thousands */
  SPIL_POINT_BY_DIGITS, /* a separator of thousands when exactly three digits follow, otherwise the decimal sign */
  SPIL_POINT_DECIMAL, /* always the decimal sign */
} SpilPoint;

/* The whole of @text without white space (also no-break spaces) at its ends. */
SpilSpan spil_span (const char *text);
void spil_span_trim (SpilSpan *span);
/* Removes @prefix from the start, @suffix from the end; FALSE when it is not there. */
gboolean spil_span_take (SpilSpan *span, const char *prefix);
gboolean spil_span_drop (SpilSpan *span, const char *suffix);
/* Removes "-" or the real minus sign from the start. */
gboolean spil_span_take_minus (SpilSpan *span);
/*
 * Reads all of @span as a number without a sign, of at most @decimals decimals, to a multiple of 10^-@decimals.
 * FALSE, @value untouched, when it is not one or exceeds @limit (in the same unit).
 */
gboolean spil_span_read (SpilSpan span, SpilPoint point, int decimals, int64_t limit, int64_t *value);

/* |value|, also of INT64_MIN. */
uint64_t spil_number_magnitude (int64_t value);
/* "1.234.567". Free with g_free(). */
char *spil_number_group (uint64_t value);

G_END_DECLS
