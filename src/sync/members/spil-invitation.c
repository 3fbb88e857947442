// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-invitation-private.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#include "spil-code32.h"
#include "spil-wire-private.h"

#define PREFIX "SPIL"
#define VERSION '1'
#define CHECK_LENGTH 6
#define CODED_LENGTH 115
#define N_CHARACTERS (CODED_LENGTH * 8 / 5)
#define MINUTE 60000

static const char check_label[] = "spil invitation";
static const char token_label[] = "spil invitation token";

static void
add_minutes (GByteArray *bytes, SpilTime time)
{
  guint32 minutes = GUINT32_TO_BE ((guint32) CLAMP (time.ms / MINUTE, 0, G_MAXUINT32));

  g_byte_array_append (bytes, (const guint8 *) &minutes, sizeof minutes);
}

static gboolean
read_minutes (SpilBytes *bytes, SpilTime *time)
{
  guint32 minutes;

  if (!spil_wire_read_raw (bytes, &minutes, sizeof minutes))
    return FALSE;
  time->ms = (int64_t) GUINT32_FROM_BE (minutes) * MINUTE;
  return TRUE;
}

void
spil_invitation_derive_token (SpilInvitation *self, const SpilSigningKey *root)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  uint8_t role = (uint8_t) self->role;

  g_byte_array_append (bytes, (const guint8 *) token_label, sizeof token_label);
  spil_bytes_add_id (bytes, &self->space);
  g_byte_array_append (bytes, &role, 1);
  add_minutes (bytes, self->expires);
  g_byte_array_append (bytes, self->id, sizeof self->id);
  crypto_generichash (self->token, sizeof self->token, bytes->data, bytes->len, root->seed,
                      sizeof root->seed);
}

SpilInvitation
spil_invitation_make (const SpilId *space, const SpilSigningKey *root, SpilRole role, SpilTime expires)
{
  SpilInvitation self = { .space = *space, .role = role };

  self.root = spil_signing_key_get_public (root);
  self.expires.ms = CLAMP (expires.ms / MINUTE, 0, G_MAXUINT32) * MINUTE;
  randombytes_buf (self.id, sizeof self.id);
  spil_invitation_derive_token (&self, root);
  return self;
}

static void
check (const uint8_t *data, gsize length, uint8_t out[CHECK_LENGTH])
{
  uint8_t hash[32];

  crypto_generichash (hash, sizeof hash, data, length, (const uint8_t *) check_label, strlen (check_label));
  memcpy (out, hash, CHECK_LENGTH);
}

char *
spil_invitation_to_text (const SpilInvitation *self)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  GString *text = g_string_new (PREFIX);
  uint8_t role = (uint8_t) self->role;
  uint8_t sum[CHECK_LENGTH];

  spil_bytes_add_id (bytes, &self->space);
  g_byte_array_append (bytes, self->root.sign, sizeof self->root.sign);
  g_byte_array_append (bytes, self->root.box, sizeof self->root.box);
  g_byte_array_append (bytes, &role, 1);
  add_minutes (bytes, self->expires);
  g_byte_array_append (bytes, self->id, sizeof self->id);
  g_byte_array_append (bytes, self->token, sizeof self->token);
  check (bytes->data, bytes->len, sum);
  g_byte_array_append (bytes, sum, sizeof sum);
  g_string_append_c (text, VERSION);
  g_string_append_c (text, '-');
  spil_code32_encode (text, bytes->data, bytes->len);
  return g_string_free (text, FALSE);
}

static gboolean
read_coded (const uint8_t coded[CODED_LENGTH], SpilInvitation *self)
{
  SpilBytes bytes = spil_bytes (coded, CODED_LENGTH);
  uint8_t sum[CHECK_LENGTH];
  uint8_t role;

  check (coded, CODED_LENGTH - CHECK_LENGTH, sum);
  if (memcmp (sum, coded + CODED_LENGTH - CHECK_LENGTH, sizeof sum) != 0 ||
      !spil_bytes_read_id (&bytes, &self->space) || spil_id_is_nil (self->space) ||
      !spil_wire_read_raw (&bytes, self->root.sign, sizeof self->root.sign) ||
      !spil_wire_read_raw (&bytes, self->root.box, sizeof self->root.box) ||
      !spil_wire_read_raw (&bytes, &role, 1) || role < SPIL_ROLE_LEADER || role > SPIL_ROLE_READER ||
      !read_minutes (&bytes, &self->expires) || !spil_wire_read_raw (&bytes, self->id, sizeof self->id) ||
      !spil_wire_read_raw (&bytes, self->token, sizeof self->token))
    return FALSE;
  self->role = (SpilRole) role;
  return TRUE;
}

// Capitals and digits alone, with a space for whatever else is not mere layout.
static GString *
gather (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *gathered = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar character = g_utf8_get_char (at);
    GUnicodeType type = g_unichar_type (character);

    if (character < 128 && g_ascii_isalnum ((char) character))
      g_string_append_c (gathered, g_ascii_toupper ((char) character));
    else if (!g_unichar_isspace (character) && type != G_UNICODE_DASH_PUNCTUATION &&
             type != G_UNICODE_FORMAT && type != G_UNICODE_CONTROL && character != '>')
      g_string_append_c (gathered, ' ');
  }
  return gathered;
}

static gboolean
parse_at (const char *text, SpilInvitation *self)
{
  uint8_t coded[CODED_LENGTH];

  return strlen (text) >= N_CHARACTERS && spil_code32_decode (text, coded, sizeof coded) &&
         read_coded (coded, self);
}

static gboolean
fail (GError **error, const char *sentence)
{
  g_set_error_literal (error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_INVITATION, sentence);
  return FALSE;
}

gboolean
spil_invitation_parse (const char *text, SpilInvitation *invitation, GError **error)
{
  g_autoptr (GString) gathered = gather (text);
  gboolean found = FALSE;
  gboolean newer = FALSE;

  for (const char *at = strstr (gathered->str, PREFIX); at != NULL; at = strstr (at + 1, PREFIX)) {
    char version = at[strlen (PREFIX)];
    SpilInvitation read;

    if (version == VERSION && parse_at (at + strlen (PREFIX) + 1, &read)) {
      *invitation = read;
      return TRUE;
    }
    found = found || version == VERSION;
    newer = newer || (version > VERSION && version <= '9' && strcspn (at, " ") > N_CHARACTERS / 2);
  }
  if (found)
    return fail (
        error,
        _ ("This invitation is damaged or not complete. Copy the whole line that begins with SPIL1- once more, or ask the project leader for a new one."));
  if (newer)
    return fail (
        error,
        _ ("This invitation was made by a newer version of Spil. Install that version, then try again."));
  return fail (
      error,
      _ ("This is no invitation of Spil. Copy the whole line that begins with SPIL1- and paste it here."));
}

gboolean
spil_invitation_read (const char *invitation, SpilInvitationFacts *facts, GError **error)
{
  SpilInvitation read;

  if (!spil_invitation_parse (invitation, &read, error))
    return FALSE;
  *facts = (SpilInvitationFacts) { read.space, read.role, read.expires };
  return TRUE;
}
