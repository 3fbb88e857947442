// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-carrier-mark.h"

#include <string.h>

#include "spil-wire-private.h"

#define MAGIC "SPCI"
#define PREFIX "spil-space-"
#define HEX_LENGTH (2 * sizeof ((SpilId *) NULL)->bytes)

char *
spil_wire_id_dup_hex (const SpilId *id)
{
  GString *text = g_string_sized_new (HEX_LENGTH);

  for (gsize i = 0; i < sizeof id->bytes; i++)
    g_string_append_printf (text, "%02x", id->bytes[i]);
  return g_string_free (text, FALSE);
}

gboolean
spil_wire_id_parse_hex (const char *text, SpilId *id)
{
  SpilId read;

  if (strlen (text) != HEX_LENGTH)
    return FALSE;
  for (gsize i = 0; i < HEX_LENGTH; i++) {
    int digit = g_ascii_isupper (text[i]) ? -1 : g_ascii_xdigit_value (text[i]);

    if (digit < 0)
      return FALSE;
    read.bytes[i / 2] = (uint8_t) (i % 2 == 0 ? digit << 4 : read.bytes[i / 2] | digit);
  }
  *id = read;
  return TRUE;
}

char *
spil_carrier_mark_dup_name (const SpilCarrierMark *self)
{
  g_autofree char *space = spil_wire_id_dup_hex (&self->space);
  g_autofree char *carrier = spil_wire_id_dup_hex (&self->carrier);

  return g_strdup_printf (PREFIX "%s-%s", space, carrier);
}

gboolean
spil_carrier_mark_parse_name (const char *name, SpilCarrierMark *mark)
{
  g_auto (GStrv) parts = NULL;
  SpilCarrierMark read;

  if (!g_str_has_prefix (name, PREFIX))
    return FALSE;
  parts = g_strsplit (name + strlen (PREFIX), "-", 3);
  if (g_strv_length (parts) != 2 || !spil_wire_id_parse_hex (parts[0], &read.space) ||
      !spil_wire_id_parse_hex (parts[1], &read.carrier) || spil_id_is_nil (read.space) ||
      spil_id_is_nil (read.carrier))
    return FALSE;
  *mark = read;
  return TRUE;
}

GBytes *
spil_carrier_mark_to_bytes (const SpilCarrierMark *self)
{
  GByteArray *bytes = spil_wire_begin (MAGIC, &self->space);

  spil_bytes_add_id (bytes, &self->carrier);
  return g_byte_array_free_to_bytes (bytes);
}

gboolean
spil_carrier_mark_read (GBytes *bytes, SpilCarrierMark *mark, GError **error)
{
  SpilBytes reader = spil_bytes (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  SpilCarrierMark read;

  if (!spil_wire_read_begin (&reader, MAGIC, NULL, &read.space, error))
    return FALSE;
  if (!spil_bytes_read_id (&reader, &read.carrier) || spil_id_is_nil (read.carrier) ||
      spil_bytes_left (&reader) > 0)
    return spil_wire_fail (error, SPIL_WIRE_ERROR_DAMAGED);
  *mark = read;
  return TRUE;
}
