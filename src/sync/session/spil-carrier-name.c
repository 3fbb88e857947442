// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-carrier-name.h"

#include <string.h>

#include "spil-carrier-mark.h"

#define HASH_DIGITS 64
#define SEQUENCE_DIGITS 16
#define ORDINAL_DIGITS 8

// Lower case only: a file system that folds case would else make two names of one.
static gboolean
read_digit (char c, uint8_t *digit)
{
  if (c >= '0' && c <= '9')
    *digit = (uint8_t) (c - '0');
  else if (c >= 'a' && c <= 'f')
    *digit = (uint8_t) (c - 'a' + 10);
  else
    return FALSE;
  return TRUE;
}

static gboolean
read_hex (const char **at, uint8_t *bytes, gsize n_bytes)
{
  for (gsize i = 0; i < n_bytes; i++) {
    uint8_t high, low;

    if (!read_digit ((*at)[0], &high) || !read_digit ((*at)[1], &low))
      return FALSE;
    bytes[i] = (uint8_t) (high << 4 | low);
    *at += 2;
  }
  return TRUE;
}

// A number that can be a sequence: not negative.
static gboolean
read_number (const char **at, int n_digits, int64_t *number)
{
  uint64_t value = 0;

  for (int i = 0; i < n_digits; i++) {
    uint8_t digit;

    if (!read_digit (**at, &digit))
      return FALSE;
    value = value << 4 | digit;
    (*at)++;
  }
  *number = (int64_t) value;
  return *number >= 0;
}

static gboolean
read_hyphen (const char **at)
{
  return *(*at)++ == '-';
}

char *
spil_carrier_name_dup_device (const SpilId *device)
{
  return spil_wire_id_dup_hex (device);
}

gboolean
spil_carrier_name_read_device (const char *name, SpilId *device)
{
  return spil_wire_id_parse_hex (name, device);
}

char *
spil_carrier_name_dup_folder (const SpilId *device, const char *folder)
{
  g_autofree char *text = spil_carrier_name_dup_device (device);

  return g_strconcat (text, "/", folder, NULL);
}

char *
spil_carrier_name_dup_rescued (const SpilId *device, const SpilId *other, const char *folder)
{
  g_autofree char *text = spil_carrier_name_dup_device (device);
  g_autofree char *other_text = spil_carrier_name_dup_device (other);

  return g_strconcat (text, "/" SPIL_FOLDER_RESCUED "/", other_text, "/", folder, NULL);
}

char *
spil_carrier_name_dup (SpilNaming naming, const SpilCarrierName *parts)
{
  g_autofree char *hash = spil_hash_dup_text (&parts->hash);

  switch (naming) {
  case SPIL_NAMING_SEQUENCE:
    return g_strdup_printf ("%016" G_GINT64_MODIFIER "x-%s", parts->number, hash);
  case SPIL_NAMING_VERSION:
    return g_strdup_printf ("%016" G_GINT64_MODIFIER "x-%08x-%s", parts->number, (unsigned) parts->version,
                            hash);
  case SPIL_NAMING_ORDINAL:
    return g_strdup_printf ("%08" G_GINT64_MODIFIER "x-%s", parts->number, hash);
  case SPIL_NAMING_HASH:
  default:
    return g_steal_pointer (&hash);
  }
}

gboolean
spil_carrier_name_read (SpilNaming naming, const char *name, SpilCarrierName *parts)
{
  const char *at = name;
  int64_t version = 0;

  *parts = (SpilCarrierName) { 0 };
  if (naming != SPIL_NAMING_HASH) {
    int n_digits = naming == SPIL_NAMING_ORDINAL ? ORDINAL_DIGITS : SEQUENCE_DIGITS;

    if (!read_number (&at, n_digits, &parts->number) || !read_hyphen (&at))
      return FALSE;
  }
  if (naming == SPIL_NAMING_VERSION &&
      (!read_number (&at, ORDINAL_DIGITS, &version) || version > G_MAXINT32 || !read_hyphen (&at)))
    return FALSE;
  parts->version = (int) version;
  return strlen (at) == HASH_DIGITS && read_hex (&at, parts->hash.bytes, sizeof parts->hash.bytes);
}
