// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-bytes.h"
#include "spil-session-private.h"

// The vault lies beside the database.
static SpilVault *
open_vault (SpilStore *store, GError **error)
{
  g_autofree char *dir = g_path_get_dirname (spil_store_get_path (store));

  return spil_vault_open (dir, error);
}

gboolean
spil_session_read_secret (SpilStore *store, SpilSigningKey *signer, GError **error)
{
  g_autoptr (SpilVault) vault = open_vault (store, error);
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) secret = NULL;

  if (vault == NULL)
    return FALSE;
  secret = spil_vault_get (vault, SPIL_SECRET_DEVICE, &local);
  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  if (secret == NULL || g_bytes_get_size (secret) != sizeof signer->seed) {
    g_set_error_literal (
        error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_KEYS,
        _ ("This laptop no longer has what it needs to read the shared folder. Ask the project leader for a new invitation."));
    return FALSE;
  }
  memcpy (signer->seed, g_bytes_get_data (secret, NULL), sizeof signer->seed);
  return TRUE;
}

gboolean
spil_session_keep_secret (SpilStore *store, const SpilSigningKey *signer, GError **error)
{
  g_autoptr (SpilVault) vault = open_vault (store, error);
  g_autoptr (GBytes) secret = g_bytes_new (signer->seed, sizeof signer->seed);

  return vault != NULL && spil_vault_set (vault, SPIL_SECRET_DEVICE, secret, error);
}

gboolean
spil_session_write_list (SpilStore *store, const char *note, GPtrArray *list, GError **error)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr (GBytes) kept = NULL;

  for (guint i = 0; i < list->len; i++) {
    gsize length;
    const uint8_t *data = g_bytes_get_data (g_ptr_array_index (list, i), &length);

    spil_bytes_add_number (bytes, length);
    g_byte_array_append (bytes, data, (guint) length);
  }
  kept = g_byte_array_free_to_bytes (bytes);
  return spil_store_set_note (store, note, kept, error);
}

GPtrArray *
spil_session_read_list (SpilStore *store, const char *note, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) kept = spil_store_get_note (store, note, &local);
  GPtrArray *list;
  SpilBytes bytes;
  uint64_t length;

  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  if (kept == NULL)
    return list;
  bytes = spil_bytes (g_bytes_get_data (kept, NULL), g_bytes_get_size (kept));
  while (spil_bytes_left (&bytes) > 0 &&
         spil_bytes_read_bounded (&bytes, spil_bytes_left (&bytes) - 1, &length) &&
         length <= spil_bytes_left (&bytes)) {
    g_ptr_array_add (list, g_bytes_new (bytes.at, length));
    bytes.at += length;
  }
  return list;
}

static SpilPeer *
make_peer (const SpilMemberFacts *facts, const SpilPublicKey *own)
{
  SpilPeer *peer = g_new0 (SpilPeer, 1);

  peer->device = facts->device;
  peer->origin = facts->origin;
  peer->keys = facts->key;
  peer->role = facts->role;
  peer->person = g_strdup (facts->person != NULL ? facts->person : _ ("somebody"));
  peer->device_name = g_strdup (facts->device_name != NULL ? facts->device_name : "");
  peer->since = facts->since;
  peer->own = spil_public_key_equal (&facts->key, own);
  peer->revoked = facts->revoked;
  peer->cut = facts->cut;
  peer->cut_hash = facts->cut_hash;
  return peer;
}

void
spil_session_work_out (SpilSession *self)
{
  SpilPublicKey own = spil_signing_key_get_public (&self->signer);
  SpilKeyring *ring = spil_membership_unseal (self->membership, &self->signer, NULL);
  g_autoptr (GPtrArray) members = NULL;

  // Without any key sealed to it this laptop has not been let in yet.
  if (ring != NULL) {
    spil_keyring_free (self->ring);
    self->ring = ring;
  }
  spil_membership_read_names (self->membership, self->ring);
  members = spil_membership_list (self->membership);
  spil_peers_free (self->peers);
  self->peers = spil_peers_new ();
  for (guint i = 0; i < members->len; i++)
    spil_peers_add (self->peers, make_peer (g_ptr_array_index (members, i), &own));
}

static SpilSpaceStanding
find_standing (SpilSession *self)
{
  const SpilPeer *own = spil_peers_find (self->peers, &self->device);

  if (own == NULL)
    return self->space->standing == SPIL_SPACE_NONE ? SPIL_SPACE_ASKED : self->space->standing;
  return own->revoked ? SPIL_SPACE_REVOKED : SPIL_SPACE_MEMBER;
}

static gboolean
name_devices (SpilSession *self, GError **error)
{
  for (guint i = 0; i < self->peers->all->len; i++) {
    const SpilPeer *peer = g_ptr_array_index (self->peers->all, i);
    const char *name = *peer->device_name != '\0' ? peer->device_name : peer->person;
    g_autofree char *known = spil_store_dup_device_name (self->store, &peer->device);

    if (!g_str_equal (known, name) && !spil_store_set_device_name (self->store, &peer->device, name, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
note_own (SpilSession *self, GError **error)
{
  const SpilPeer *own = spil_peers_find (self->peers, &self->device);
  gboolean reader;

  self->space->standing = find_standing (self);
  if (own != NULL) {
    self->space->role = own->role;
    g_clear_pointer (&self->space->invitation, g_free);
    g_clear_pointer (&self->space->code, g_free);
  }
  reader = own != NULL && own->role == SPIL_ROLE_READER;
  return (spil_store_is_reader (self->store) == reader ||
          spil_store_set_reader (self->store, reader, error)) &&
         spil_space_note_write (self->space, self->store, error);
}

gboolean
spil_session_settle (SpilSession *self, GError **error)
{
  g_autoptr (SpilImport) import = NULL;
  SpilImportResult result;

  spil_session_work_out (self);
  import = spil_import_begin (self->store, error);
  return import != NULL && spil_session_write_list (self->store, SPIL_NOTE_MEMBERS, self->entries, error) &&
         spil_session_write_list (self->store, SPIL_NOTE_SUCCESSORS, self->successors, error) &&
         name_devices (self, error) && note_own (self, error) && spil_import_finish (import, &result, error);
}
