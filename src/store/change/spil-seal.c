// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-seal.h"

#include <sodium.h>
#include <string.h>

#include "spil-bytes.h"
#include "spil-text.h"

#define NONCE_LENGTH crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
#define TAG_LENGTH crypto_aead_xchacha20poly1305_ietf_ABYTES

static const char purpose[] = "spil row";

gboolean
spil_seal_concerns (const SpilField *field)
{
  return field->type == SPIL_TYPE_TEXT && (field->flags & SPIL_FIELD_PRIVATE) != 0;
}

gboolean
spil_seal_has_key (const SpilEntity *entity)
{
  for (int i = 1; i < entity->n_fields; i++)
    if (entity->fields[i].number != 0 && spil_seal_concerns (&entity->fields[i]))
      return TRUE;
  return FALSE;
}

SpilKey
spil_seal_new_key (const SpilEntity *entity)
{
  SpilKey key = { .state = SPIL_KEY_NONE };

  if (spil_seal_has_key (entity)) {
    key.state = SPIL_KEY_HELD;
    randombytes_buf (key.bytes, sizeof key.bytes);
  }
  return key;
}

static void
derive (const SpilKey *key, uint8_t derived[crypto_aead_xchacha20poly1305_ietf_KEYBYTES])
{
  crypto_generichash (derived, crypto_aead_xchacha20poly1305_ietf_KEYBYTES, (const uint8_t *) purpose,
                      sizeof purpose - 1, key->bytes, sizeof key->bytes);
}

// What the cipher text belongs to.
static void
make_context (const SpilId *row, int field, uint8_t context[18])
{
  memcpy (context, row->bytes, 16);
  context[16] = (uint8_t) (field >> 8);
  context[17] = (uint8_t) field;
}

void
spil_seal_add (GByteArray *bytes, const SpilKey *key, const SpilId *row, int field, const char *text)
{
  gsize length = strlen (text);
  uint8_t derived[crypto_aead_xchacha20poly1305_ietf_KEYBYTES];
  uint8_t context[18];
  uint8_t *nonce;
  guint start;

  derive (key, derived);
  make_context (row, field, context);
  spil_bytes_add_number (bytes, NONCE_LENGTH + length + TAG_LENGTH);
  start = bytes->len;
  g_byte_array_set_size (bytes, start + NONCE_LENGTH + (guint) length + TAG_LENGTH);
  nonce = bytes->data + start;
  randombytes_buf (nonce, NONCE_LENGTH);
  crypto_aead_xchacha20poly1305_ietf_encrypt (nonce + NONCE_LENGTH, NULL, (const uint8_t *) text, length,
                                              context, sizeof context, NULL, nonce, derived);
  sodium_memzero (derived, sizeof derived);
}

char *
spil_seal_open (const SpilKey *key, const SpilId *row, int field, const uint8_t *data, gsize length)
{
  uint8_t derived[crypto_aead_xchacha20poly1305_ietf_KEYBYTES];
  uint8_t context[18];
  g_autofree char *text = NULL;
  int opened;

  if (key->state != SPIL_KEY_HELD || length < NONCE_LENGTH + TAG_LENGTH)
    return NULL;
  derive (key, derived);
  make_context (row, field, context);
  text = g_malloc0 (length - NONCE_LENGTH - TAG_LENGTH + 1);
  opened = crypto_aead_xchacha20poly1305_ietf_decrypt ((uint8_t *) text, NULL, NULL, data + NONCE_LENGTH,
                                                       length - NONCE_LENGTH, context, sizeof context, data,
                                                       derived);
  sodium_memzero (derived, sizeof derived);
  if (opened != 0 || strlen (text) != length - NONCE_LENGTH - TAG_LENGTH || !g_utf8_validate (text, -1, NULL))
    return NULL;
  return g_steal_pointer (&text);
}
