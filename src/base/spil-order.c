// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-order.h"

#include <string.h>

/*
 * A key is a fraction between 0 and 1, read five digits (a block) at a time, without the zeros at its end.
 *
 * Halving the room between two rows would add a bit to the key for each row that is put at the same place: ten
 * thousand rows would give keys of two thousand bytes. But rows are nearly always put one after the other, from
 * one of the two sides. That side is the one whose key has digits of its own in the block: the new key lies a
 * small step away from it. So a block holds twenty thousand rows in a row, in keys of three digits; only where
 * both sides have digits, or neither, is the room halved.
 */
#define BLOCK_DIGITS 5
#define BLOCK_SIZE (36 * 36 * 36 * 36 * 36)
#define STEP (36 * 36)
#define MAX_LENGTH 200

static const char order_digits[] = "0123456789abcdefghijklmnopqrstuvwxyz";

static int
digit_value (char c)
{
  return c <= '9' ? c - '0' : c - 'a' + 10;
}

/* The number in the block of @key that begins at @offset; digits beyond the end of the key are zeros. */
static int
block_at (const char *key, gsize length, gsize offset)
{
  int value = 0;

  for (gsize i = offset; i < offset + BLOCK_DIGITS; i++)
    value = value * 36 + (i < length ? digit_value (key[i]) : 0);
  return value;
}

static void
append_block (GString *key, int value)
{
  for (int unit = BLOCK_SIZE / 36; unit > 0; unit /= 36)
    g_string_append_c (key, order_digits[value / unit % 36]);
}

/* A number strictly between @low and @high, which differ by two or more. */
static int
choose (int low, int high, gboolean low_has_digits, gboolean high_has_digits)
{
  int room = high - low;

  if (low_has_digits == high_has_digits || room < 2 * STEP)
    return low + room / 2;
  return low_has_digits ? low + STEP : high - STEP;
}

static char *
finish (GString *key)
{
  while (key->len > 0 && key->str[key->len - 1] == '0')
    g_string_truncate (key, key->len - 1);
  return key->len <= MAX_LENGTH ? g_string_free_and_steal (key) : g_string_free (key, TRUE);
}

char *
spil_order_between (const char *before, const char *after)
{
  gsize before_length = before != NULL ? strlen (before) : 0;
  gsize after_length = after != NULL ? strlen (after) : 0;
  gboolean bounded = after != NULL;
  GString *key;

  if ((before != NULL && !spil_order_is_valid (before)) || (after != NULL && !spil_order_is_valid (after)))
    return NULL;
  if (before != NULL && after != NULL && strcmp (before, after) >= 0)
    return NULL;

  key = g_string_new (NULL);
  for (gsize offset = 0;; offset += BLOCK_DIGITS) {
    int low = block_at (before, before_length, offset);
    int high = bounded ? block_at (after, after_length, offset) : BLOCK_SIZE;

    if (high - low >= 2) {
      append_block (key, choose (low, high, before_length > offset, bounded && after_length > offset));
      return finish (key);
    }
    // From here the key follows @before. Once that lies below @after, nothing that is appended can reach @after.
    append_block (key, low);
    bounded = bounded && high == low;
  }
}

gboolean
spil_order_is_valid (const char *key)
{
  gsize length;

  g_return_val_if_fail (key != NULL, FALSE);

  length = strspn (key, order_digits);
  return length > 0 && length <= MAX_LENGTH && key[length] == '\0' && key[length - 1] != '0';
}
