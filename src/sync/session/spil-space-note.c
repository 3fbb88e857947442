// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-space-note.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-bytes.h"

#define FORMAT 1

void
spil_space_note_free (SpilSpaceNote *self)
{
  if (self == NULL)
    return;
  g_free (self->person);
  g_free (self->uri);
  g_free (self->invitation);
  g_free (self->code);
  g_free (self);
}

static void
add_key (GByteArray *bytes, const SpilPublicKey *key)
{
  g_byte_array_append (bytes, key->sign, sizeof key->sign);
  g_byte_array_append (bytes, key->box, sizeof key->box);
}

static gboolean
read_key (SpilBytes *bytes, SpilPublicKey *key)
{
  if (spil_bytes_left (bytes) < sizeof *key)
    return FALSE;
  memcpy (key->sign, bytes->at, sizeof key->sign);
  memcpy (key->box, bytes->at + sizeof key->sign, sizeof key->box);
  bytes->at += sizeof *key;
  return TRUE;
}

// An empty text stands for none.
static gboolean
read_optional (SpilBytes *bytes, char **text)
{
  if (!spil_bytes_read_text (bytes, text))
    return FALSE;
  if (**text == '\0')
    g_clear_pointer (text, g_free);
  return TRUE;
}

static gboolean
parse (SpilBytes *bytes, SpilSpaceNote *note)
{
  uint64_t format, standing, role, returns;

  if (!spil_bytes_read_bounded (bytes, FORMAT, &format) ||
      !spil_bytes_read_bounded (bytes, SPIL_SPACE_REVOKED, &standing) ||
      !spil_bytes_read_id (bytes, &note->space) || !read_key (bytes, &note->root) ||
      !spil_bytes_read_bounded (bytes, SPIL_ROLE_READER, &role) ||
      !spil_bytes_read_text (bytes, &note->person) || !spil_bytes_read_text (bytes, &note->uri) ||
      !spil_bytes_read_id (bytes, &note->carrier) ||
      !spil_bytes_read_signed (bytes, &note->synchronised.ms) ||
      !spil_bytes_read_signed (bytes, &note->sent) || !read_optional (bytes, &note->invitation) ||
      !read_optional (bytes, &note->code) || !spil_bytes_read_bounded (bytes, 1, &returns))
    return FALSE;
  note->returns = returns == 1;
  note->standing = (SpilSpaceStanding) standing;
  note->role = (SpilRole) role;
  return spil_bytes_left (bytes) == 0;
}

gboolean
spil_space_note_find (SpilStore *store, SpilSpaceNote **note, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) kept = spil_store_get_note (store, SPIL_NOTE_SPACE, &local);
  g_autoptr (SpilSpaceNote) result = g_new0 (SpilSpaceNote, 1);
  SpilBytes bytes;

  *note = NULL;
  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  if (kept == NULL)
    return TRUE;
  bytes = spil_bytes (g_bytes_get_data (kept, NULL), g_bytes_get_size (kept));
  if (!parse (&bytes, result)) {
    g_set_error_literal (
        error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_CORRUPT,
        _ ("What this database remembers of its shared folder is damaged. Put a backup back."));
    return FALSE;
  }
  *note = g_steal_pointer (&result);
  return TRUE;
}

SpilSpaceNote *
spil_space_note_read (SpilStore *store, GError **error)
{
  SpilSpaceNote *note;

  if (!spil_space_note_find (store, &note, error))
    return NULL;
  if (note == NULL)
    g_set_error_literal (error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_NONE,
                         _ ("This database is not shared with anybody yet."));
  return note;
}

gboolean
spil_space_note_write (const SpilSpaceNote *self, SpilStore *store, GError **error)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr (GBytes) note = NULL;

  spil_bytes_add_number (bytes, FORMAT);
  spil_bytes_add_number (bytes, self->standing);
  spil_bytes_add_id (bytes, &self->space);
  add_key (bytes, &self->root);
  spil_bytes_add_number (bytes, self->role);
  spil_bytes_add_text (bytes, self->person);
  spil_bytes_add_text (bytes, self->uri);
  spil_bytes_add_id (bytes, &self->carrier);
  spil_bytes_add_signed (bytes, self->synchronised.ms);
  spil_bytes_add_signed (bytes, self->sent);
  spil_bytes_add_text (bytes, self->invitation != NULL ? self->invitation : "");
  spil_bytes_add_text (bytes, self->code != NULL ? self->code : "");
  spil_bytes_add_number (bytes, self->returns ? 1 : 0);
  note = g_byte_array_free_to_bytes (bytes);
  return spil_store_set_note (store, SPIL_NOTE_SPACE, note, error) &&
         spil_store_keep_actor (store, self->person, error);
}

gboolean
spil_space_note_forget (SpilStore *store, GError **error)
{
  static const char *const names[] = { SPIL_NOTE_MEMBERS,  SPIL_NOTE_SUCCESSORS, SPIL_NOTE_INVITATIONS,
                                       SPIL_NOTE_REQUEST,  SPIL_NOTE_REQUESTS,   SPIL_NOTE_REPORT,
                                       SPIL_NOTE_SAID,     SPIL_NOTE_STANDING,   SPIL_NOTE_PEERS,
                                       SPIL_NOTE_OWN_KEYS, SPIL_NOTE_CUTS,       SPIL_NOTE_ERASURES,
                                       SPIL_NOTE_RENEWAL,  SPIL_NOTE_SNAPSHOTS,  SPIL_NOTE_SPACE };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (!spil_store_set_note (store, names[i], NULL, error))
      return FALSE;
  return TRUE;
}
