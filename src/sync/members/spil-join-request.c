// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-join-request.h"

#include <sodium.h>
#include <string.h>

#include "spil-invitation-private.h"
#include "spil-member-names.h"
#include "spil-wire-private.h"

#define MAGIC "SPJR"
#define CONTEXT "spil join request"
#define PROOF_LENGTH 32
#define CODE_DIGITS 8
#define CODE_LIMIT 100000000

static const char code_label[] = "spil join code";

void
spil_join_wish_clear (SpilJoinWish *self)
{
  g_clear_pointer (&self->person, g_free);
  g_clear_pointer (&self->device_name, g_free);
  g_clear_pointer (&self->code, g_free);
}

char *
spil_join_code (const SpilInvitation *invitation, const SpilId *device, const SpilPublicKey *key)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  uint8_t hash[32];
  uint64_t number = 0;

  g_byte_array_append (bytes, (const guint8 *) code_label, sizeof code_label);
  spil_bytes_add_id (bytes, &invitation->space);
  spil_bytes_add_id (bytes, device);
  g_byte_array_append (bytes, key->sign, sizeof key->sign);
  g_byte_array_append (bytes, key->box, sizeof key->box);
  crypto_generichash (hash, sizeof hash, bytes->data, bytes->len, invitation->token,
                      sizeof invitation->token);
  for (int i = 0; i < 8; i++)
    number = number << 8 | hash[i];
  number %= CODE_LIMIT;
  return g_strdup_printf ("%04d %04d", (int) (number / 10000), (int) (number % 10000));
}

// The digits alone; FALSE when there is anything but digits and layout, or not as many as a code has.
static gboolean
gather_digits (const char *code, char digits[CODE_DIGITS])
{
  int n = 0;

  for (; *code != '\0'; code++) {
    if (g_ascii_isspace (*code) || *code == '-' || *code == '.')
      continue;
    if (!g_ascii_isdigit (*code) || n == CODE_DIGITS)
      return FALSE;
    digits[n++] = *code;
  }
  return n == CODE_DIGITS;
}

gboolean
spil_join_code_equal (const char *a, const char *b)
{
  char x[CODE_DIGITS];
  char y[CODE_DIGITS];

  return gather_digits (a, x) && gather_digits (b, y) && memcmp (x, y, sizeof x) == 0;
}

// Shows that who made these bytes has the invitation.
static void
prove (const SpilInvitation *invitation, const uint8_t *data, gsize length, uint8_t proof[PROOF_LENGTH])
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  g_byte_array_append (bytes, (const guint8 *) CONTEXT, sizeof CONTEXT);
  spil_bytes_add_id (bytes, &invitation->space);
  g_byte_array_append (bytes, data, (guint) length);
  crypto_generichash (proof, PROOF_LENGTH, bytes->data, bytes->len, invitation->token,
                      sizeof invitation->token);
}

GBytes *
spil_join_wish_seal (const SpilInvitation *invitation, const SpilId *device, const SpilSigningKey *signer,
                     const char *person, const char *device_name, SpilTime asked)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  g_autoptr (GBytes) sealed = NULL;
  GByteArray *bytes = spil_wire_begin (MAGIC, &invitation->space);
  SpilPublicKey key = spil_signing_key_get_public (signer);
  uint8_t proof[PROOF_LENGTH];

  spil_bytes_add_id (content, device);
  g_byte_array_append (content, key.sign, sizeof key.sign);
  g_byte_array_append (content, key.box, sizeof key.box);
  spil_bytes_add_number (content, (uint64_t) invitation->role);
  spil_bytes_add_number (content, (uint64_t) invitation->expires.ms);
  spil_bytes_add_number (content, (uint64_t) MAX (asked.ms, 0));
  g_byte_array_append (content, invitation->id, sizeof invitation->id);
  spil_member_names_add (content, person, device_name);
  prove (invitation, content->data, content->len, proof);
  g_byte_array_append (content, proof, sizeof proof);
  spil_wire_sign (content, CONTEXT, signer);
  sealed = spil_wire_seal (content->data, content->len, &invitation->root);
  g_byte_array_append (bytes, g_bytes_get_data (sealed, NULL), (guint) g_bytes_get_size (sealed));
  return g_byte_array_free_to_bytes (bytes);
}

static gboolean
read_time (SpilBytes *bytes, SpilTime *time)
{
  uint64_t ms;

  if (!spil_bytes_read_bounded (bytes, G_MAXINT64, &ms))
    return FALSE;
  time->ms = (int64_t) ms;
  return TRUE;
}

static gboolean
read_content (SpilBytes *bytes, SpilJoinWish *wish, uint8_t proof[PROOF_LENGTH])
{
  uint64_t role;

  if (!spil_bytes_read_id (bytes, &wish->device) || spil_id_is_nil (wish->device) ||
      !spil_wire_read_raw (bytes, wish->key.sign, sizeof wish->key.sign) ||
      !spil_wire_read_raw (bytes, wish->key.box, sizeof wish->key.box) ||
      !spil_bytes_read_bounded (bytes, SPIL_ROLE_READER, &role) || role < SPIL_ROLE_LEADER ||
      !read_time (bytes, &wish->expires) || !read_time (bytes, &wish->asked) ||
      !spil_wire_read_raw (bytes, wish->invitation, sizeof wish->invitation) ||
      !spil_member_names_read (bytes, &wish->person, &wish->device_name) ||
      !spil_wire_read_raw (bytes, proof, PROOF_LENGTH))
    return FALSE;
  wish->role = (SpilRole) role;
  return spil_bytes_left (bytes) == SPIL_WIRE_SIGNATURE_LENGTH;
}

static gboolean
read_wish (GBytes *content, const SpilId *space, const SpilSigningKey *root, SpilJoinWish *wish,
           GError **error)
{
  gsize length;
  const uint8_t *data = g_bytes_get_data (content, &length);
  SpilBytes bytes = spil_bytes (data, length);
  SpilInvitation invitation = { .space = *space };
  uint8_t proof[PROOF_LENGTH];
  uint8_t expected[PROOF_LENGTH];

  if (!read_content (&bytes, wish, proof))
    return spil_wire_fail (error, SPIL_WIRE_ERROR_DAMAGED);
  invitation.role = wish->role;
  invitation.expires = wish->expires;
  memcpy (invitation.id, wish->invitation, sizeof invitation.id);
  spil_invitation_derive_token (&invitation, root);
  prove (&invitation, data, length - PROOF_LENGTH - SPIL_WIRE_SIGNATURE_LENGTH, expected);
  if (sodium_memcmp (proof, expected, sizeof proof) != 0 ||
      !spil_wire_verify (data, length, CONTEXT, &wish->key, NULL))
    return spil_wire_fail (error, SPIL_WIRE_ERROR_FORGED);
  wish->code = spil_join_code (&invitation, &wish->device, &wish->key);
  return TRUE;
}

gboolean
spil_join_wish_open (GBytes *bytes, const SpilId *space, const SpilSigningKey *root, SpilJoinWish *wish,
                     GError **error)
{
  SpilBytes reader = spil_bytes (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (GBytes) content = NULL;
  g_auto (SpilJoinWish) read = { 0 };

  *wish = (SpilJoinWish) { 0 };
  if (!spil_wire_read_begin (&reader, MAGIC, space, NULL, error))
    return FALSE;
  content = spil_wire_unseal (reader.at, spil_bytes_left (&reader), root, error);
  if (content == NULL || !read_wish (content, space, root, &read, error))
    return FALSE;
  *wish = read;
  read = (SpilJoinWish) { 0 };
  return TRUE;
}
