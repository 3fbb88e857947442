// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-encoding.h"

/* 0x80-0x9f of CP1252; elsewhere it is Latin 1. */
static const gunichar cp1252[32] = {
  0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
  0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd, 0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178,
};

gunichar
spil_encoding_cp1252 (guint8 byte)
{
  return byte >= 0x80 && byte < 0xa0 ? cp1252[byte - 0x80] : byte;
}

/* UTF-16 without a mark: texts of these languages have a zero in almost each second byte. */
static gboolean
is_utf16 (const guint8 *bytes, gsize length, gsize zero_at)
{
  const gsize pairs = length / 2;
  gsize zeros = 0;
  gsize others = 0;

  for (gsize i = 0; i < pairs; i++) {
    zeros += bytes[2 * i + zero_at] == 0;
    others += bytes[2 * i + 1 - zero_at] == 0;
  }
  return pairs > 0 && zeros * 2 > pairs && others * 20 <= pairs;
}

/* Whether it is UTF-8, or would be but for some bytes: more characters of several bytes than bytes that are out of place. */
static gboolean
is_utf8 (const char *text, gsize length)
{
  const char *end = text + length;
  gsize good = 0;
  gsize bad = 0;

  while (text < end) {
    const gunichar c = (guchar) *text < 0x80 ? 0 : g_utf8_get_char_validated (text, end - text);

    if (c == (gunichar) -2) /* cut off at the end of what is looked at */
      break;
    if (c == (gunichar) -1)
      bad++;
    else if (c != 0)
      good++;
    text += c == 0 || c == (gunichar) -1 ? 1 : g_utf8_skip[(guchar) *text];
  }
  return bad == 0 || good > bad;
}

SpilTextEncoding
spil_encoding_find (const guint8 *bytes, gsize length, gsize *mark)
{
  *mark = 0;
  if (length >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0) {
    *mark = 3;
    return SPIL_ENCODING_UTF8;
  }
  if (length >= 2 && (memcmp (bytes, "\xff\xfe", 2) == 0 || memcmp (bytes, "\xfe\xff", 2) == 0)) {
    *mark = 2;
    return bytes[0] == 0xff ? SPIL_ENCODING_UTF16_LE : SPIL_ENCODING_UTF16_BE;
  }
  if (is_utf16 (bytes, length, 1))
    return SPIL_ENCODING_UTF16_LE;
  if (is_utf16 (bytes, length, 0))
    return SPIL_ENCODING_UTF16_BE;
  return is_utf8 ((const char *) bytes, length) ? SPIL_ENCODING_UTF8 : SPIL_ENCODING_CP1252;
}
