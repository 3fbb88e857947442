// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-code32.h"

#include <string.h>

static const char digits[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

char
spil_code32_digit (int value)
{
  return digits[value];
}

int
spil_code32_value (char character)
{
  char capital = g_ascii_toupper (character);
  const char *place;

  if (capital == 'I' || capital == 'L')
    return 1;
  if (capital == 'O')
    return 0;
  place = capital == '\0' ? NULL : strchr (digits, capital);
  return place == NULL ? -1 : (int) (place - digits);
}

void
spil_code32_encode (GString *text, const uint8_t *data, gsize length)
{
  for (gsize bit = 0; bit < 8 * length; bit += 5) {
    int value = 0;

    for (gsize i = bit; i < bit + 5; i++)
      value = value << 1 | (data[i / 8] >> (7 - i % 8) & 1);
    g_string_append_c (text, spil_code32_digit (value));
  }
}

gboolean
spil_code32_decode (const char *text, uint8_t *data, gsize length)
{
  memset (data, 0, length);
  for (gsize bit = 0; bit < 8 * length; bit++) {
    int value = spil_code32_value (text[bit / 5]);

    if (value < 0)
      return FALSE;
    data[bit / 8] |= (uint8_t) ((value >> (4 - bit % 5) & 1) << (7 - bit % 8));
  }
  return TRUE;
}
