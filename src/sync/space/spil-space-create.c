// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-invitation.h"
#include "spil-mark.h"
#include "spil-recovery-code.h"
#include "spil-space-carrier.h"
#include "spil-space-private.h"
#include "spil-sync-lock.h"

static gboolean
check_unshared (SpilStore *store, GError **error)
{
  SpilSpaceNote *space;

  if (!spil_space_note_find (store, &space, error))
    return FALSE;
  if (space == NULL)
    return TRUE;
  spil_space_note_free (space);
  g_set_error_literal (
      error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_ALREADY,
      _ ("This database is shared already. Invite others from here, or choose another folder."));
  return FALSE;
}

// The first entry: the space, with this laptop as its project leader's.
static GBytes *
make_first_entry (const SpilSession *session, const SpilSigningKey *root)
{
  SpilSpaceKey key = spil_space_key_new ();
  g_autofree char *device_name = spil_space_dup_device_name ();
  SpilAdmission leader = { .device = session->device,
                           .key = spil_signing_key_get_public (&session->signer),
                           .role = SPIL_ROLE_LEADER,
                           .person = session->space->person,
                           .device_name = device_name };
  GBytes *entry = spil_membership_create (&session->space->space, root, &key, &leader, spil_time_now ());

  explicit_bzero (&key, sizeof key);
  return entry;
}

static gboolean
begin (SpilStore *store, SpilCarrier *carrier, SpilSpaceNote *space, const SpilSigningKey *root,
       GCancellable *cancellable, GError **error)
{
  SpilSigningKey signer = spil_signing_key_new ();
  g_autoptr (SpilSession) session = spil_session_new (store, space, &signer, carrier, error);
  gboolean ok = session != NULL && spil_mark_remove (session->dir, error) &&
                spil_session_keep_secret (store, &signer, error) &&
                spil_space_add_entry (session, make_first_entry (session, root), cancellable, error);

  explicit_bzero (&signer, sizeof signer);
  return ok;
}

gboolean
spil_space_create (SpilStore *store, const char *uri, const char *person, SpilId *space, char **recovery,
                   GCancellable *cancellable, GError **error)
{
  g_autoptr (SpilSyncLock) lock = spil_sync_lock_take (store, cancellable, error);
  g_autoptr (SpilCarrier) carrier = NULL;
  SpilSigningKey root;
  SpilSpaceNote *note;
  SpilId id, found;
  gboolean ok;

  spil_wire_init ();
  if (lock == NULL || !check_unshared (store, error))
    return FALSE;
  carrier = spil_space_open_carrier (uri, cancellable, error);
  id = spil_id_new ();
  if (carrier == NULL || !spil_space_carrier_take (carrier, &id, &found, cancellable, error))
    return FALSE;
  root = spil_signing_key_new ();
  note = g_new0 (SpilSpaceNote, 1);
  note->space = id;
  note->root = spil_signing_key_get_public (&root);
  note->role = SPIL_ROLE_LEADER;
  note->standing = SPIL_SPACE_MEMBER;
  note->person = spil_space_dup_person (person);
  note->uri = g_strdup (uri);
  note->carrier = found;
  ok = begin (store, carrier, note, &root, cancellable, error);
  if (!ok)
    spil_space_carrier_give_back (carrier, &id, &found);
  if (ok && space != NULL)
    *space = id;
  if (ok && recovery != NULL)
    *recovery = spil_recovery_code_to_text (&root);
  explicit_bzero (&root, sizeof root);
  return ok;
}

char *
spil_space_dup_recovery (SpilStore *store, GError **error)
{
  g_autoptr (SpilSession) session = spil_session_open (store, NULL, error);

  if (session == NULL || !spil_session_check_leader (session, error))
    return NULL;
  return spil_recovery_code_to_text (&session->ring->root);
}

char *
spil_space_invite (SpilStore *store, SpilRole role, GError **error)
{
  g_autoptr (SpilSession) session = spil_session_open (store, NULL, error);
  SpilTime expires = spil_time_now ();
  SpilInvitation invitation;

  if (session == NULL || !spil_session_check_leader (session, error))
    return NULL;
  expires.ms += SPIL_INVITATION_DAYS * G_GINT64_CONSTANT (24 * 60 * 60 * 1000);
  invitation = spil_invitation_make (&session->space->space, &session->ring->root, role, expires);
  return spil_invitation_to_text (&invitation);
}
