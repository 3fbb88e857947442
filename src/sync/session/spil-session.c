// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-session.h"

#include <glib/gi18n-lib.h>

#include "spil-session-private.h"

SpilSession *
spil_session_new (SpilStore *store, SpilSpaceNote *space, const SpilSigningKey *signer, SpilCarrier *carrier,
                  GError **error)
{
  SpilSession *self = g_new0 (SpilSession, 1);

  spil_wire_init ();
  self->store = store;
  self->dir = g_path_get_dirname (spil_store_get_path (store));
  self->space = space;
  self->signer = *signer;
  self->device = spil_store_get_device (store);
  self->membership = spil_membership_new (&space->space, &space->root);
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self->successors = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self->ring = spil_keyring_new ();
  self->peers = spil_peers_new ();
  self->carrier = carrier != NULL ? g_object_ref (carrier) : spil_carrier_new (space->uri, error);
  if (self->carrier == NULL)
    g_clear_pointer (&self, spil_session_free);
  return self;
}

// What was kept was checked when it came: what does not fit any more is damage of the database.
static gboolean
take_kept (SpilSession *self, GPtrArray *entries, GPtrArray *successors, GError **error)
{
  g_autoptr (GError) fault = NULL;

  for (guint i = 0; i < entries->len && fault == NULL; i++)
    spil_session_add_entry (self, g_ptr_array_index (entries, i), &fault);
  for (guint i = 0; i < successors->len && fault == NULL; i++)
    spil_session_add_successor (self, g_ptr_array_index (successors, i), NULL, &fault);
  if (fault == NULL)
    return TRUE;
  g_set_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_CORRUPT,
               _ ("What this database remembers of the members is damaged (%s). Put a backup back."),
               fault->message);
  return FALSE;
}

// A copy of another laptop's database, put back on this one: what is done here would be sent in that one's name, and believed by nobody.
static gboolean
check_own (SpilSession *self, GError **error)
{
  const SpilPeer *peer = spil_peers_find (self->peers, &self->device);

  if (peer == NULL || peer->own)
    return TRUE;
  g_set_error (
      error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_KEYS,
      _ ("This is a copy of the database of another laptop, that of %s. Put back a copy of this laptop's own, or remove the local data and ask the project leader for a new invitation."),
      peer->person);
  return FALSE;
}

SpilSession *
spil_session_open (SpilStore *store, SpilCarrier *carrier, GError **error)
{
  SpilSpaceNote *space = spil_space_note_read (store, error);
  g_autoptr (SpilSession) self = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) successors = NULL;
  SpilSigningKey signer;

  if (space == NULL)
    return NULL;
  if (!spil_session_read_secret (store, &signer, error)) {
    spil_space_note_free (space);
    return NULL;
  }
  self = spil_session_new (store, space, &signer, carrier, error);
  if (self == NULL)
    return NULL;
  entries = spil_session_read_list (store, SPIL_NOTE_MEMBERS, error);
  successors = entries != NULL ? spil_session_read_list (store, SPIL_NOTE_SUCCESSORS, error) : NULL;
  if (successors == NULL || !take_kept (self, entries, successors, error))
    return NULL;
  spil_session_work_out (self);
  return check_own (self, error) ? g_steal_pointer (&self) : NULL;
}

void
spil_session_free (SpilSession *self)
{
  if (self == NULL)
    return;
  spil_space_note_free (self->space);
  g_free (self->dir);
  g_clear_object (&self->carrier);
  spil_membership_free (self->membership);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->successors);
  spil_keyring_free (self->ring);
  spil_peers_free (self->peers);
  explicit_bzero (&self->signer, sizeof self->signer);
  g_free (self);
}

gboolean
spil_session_add_entry (SpilSession *self, GBytes *entry, GError **error)
{
  if (!spil_membership_add (self->membership, entry, error))
    return FALSE;
  g_ptr_array_add (self->entries, g_bytes_ref (entry));
  return TRUE;
}

gboolean
spil_session_add_successor (SpilSession *self, GBytes *statement, gboolean *news, GError **error)
{
  if (news != NULL)
    *news = FALSE;
  for (guint i = 0; i < self->successors->len; i++)
    if (g_bytes_equal (g_ptr_array_index (self->successors, i), statement))
      return TRUE;
  if (!spil_membership_add_successor (self->membership, statement, error))
    return FALSE;
  g_ptr_array_add (self->successors, g_bytes_ref (statement));
  if (news != NULL)
    *news = TRUE;
  return TRUE;
}

gboolean
spil_session_has_entry (SpilSession *self, int number, const SpilHash *hash, gboolean *other)
{
  SpilHash own;

  *other = FALSE;
  if (number < 1 || (guint) number > self->entries->len)
    return FALSE;
  own = spil_hash (g_ptr_array_index (self->entries, number - 1));
  *other = !spil_hash_equal (&own, hash);
  return !*other;
}

const SpilSpaceKey *
spil_session_find_key (SpilSession *self, int epoch)
{
  return spil_keyring_get (self->ring, epoch);
}

int
spil_session_get_epoch (SpilSession *self)
{
  return spil_membership_get_epoch (self->membership);
}

gboolean
spil_session_is_member (SpilSession *self)
{
  const SpilPeer *own = spil_peers_find (self->peers, &self->device);

  return own != NULL && !own->revoked && spil_session_find_key (self, spil_session_get_epoch (self)) != NULL;
}

gboolean
spil_session_may_write (SpilSession *self)
{
  const SpilPeer *own = spil_peers_find (self->peers, &self->device);

  return spil_session_is_member (self) && own->role != SPIL_ROLE_READER;
}

gboolean
spil_session_check_leader (SpilSession *self, GError **error)
{
  const SpilPeer *own = spil_peers_find (self->peers, &self->device);

  if (spil_session_is_member (self) && own->role == SPIL_ROLE_LEADER && self->ring->leads)
    return TRUE;
  g_set_error_literal (
      error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_NOT_LEADER,
      _ ("Only the project leader can do this, on the laptop on which the sharing was begun."));
  return FALSE;
}

gboolean
spil_session_has_successor (SpilSession *self, const SpilHash *hash)
{
  for (guint i = 0; i < self->successors->len; i++) {
    SpilHash own = spil_hash (g_ptr_array_index (self->successors, i));

    if (spil_hash_equal (&own, hash))
      return TRUE;
  }
  return FALSE;
}
