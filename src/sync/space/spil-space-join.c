// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-carrier-name.h"
#include "spil-join-request.h"
#include "spil-mark.h"
#include "spil-space-carrier.h"
#include "spil-space-private.h"
#include "spil-sync-lock.h"

static gboolean
check_in_time (const SpilInvitation *invitation, GError **error)
{
  g_autofree char *day = NULL;

  if (spil_time_now ().ms <= invitation->expires.ms)
    return TRUE;
  day = spil_time_format (invitation->expires);
  g_set_error (error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_EXPIRED,
               _ ("This invitation could be used until %s. Ask the project leader for a new one."), day);
  return FALSE;
}

// The folder has to be that of the invitation. One that is not there now is asked again at each run.
static gboolean
check_carrier (const char *uri, const SpilInvitation *invitation, SpilId *found, GCancellable *cancellable,
               GError **error)
{
  g_autoptr (SpilCarrier) carrier = spil_carrier_new (uri, error);
  g_autoptr (GError) local = NULL;

  *found = SPIL_ID_NIL;
  if (carrier == NULL)
    return FALSE;
  if (spil_space_carrier_check (carrier, &invitation->space, &SPIL_ID_NIL, found, cancellable, &local) ||
      g_error_matches (local, SPIL_CARRIER_ERROR, SPIL_CARRIER_ERROR_ABSENT))
    return TRUE;
  if (g_error_matches (local, SPIL_CARRIER_ERROR, SPIL_CARRIER_ERROR_FOREIGN))
    g_set_error (
        error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_INVITATION,
        _ ("The invitation is of another group than the folder “%s”. Choose the folder that the project leader shares, or ask for the right invitation."),
        spil_carrier_get_label (carrier));
  else
    g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
ask (SpilStore *store, SpilSpaceNote *space, const SpilInvitation *invitation, GCancellable *cancellable,
     GError **error)
{
  SpilSigningKey signer = spil_signing_key_new ();
  g_autoptr (SpilSession) session = spil_session_new (store, space, &signer, NULL, error);
  g_autofree char *device_name = spil_space_dup_device_name ();
  SpilPublicKey key = spil_signing_key_get_public (&signer);
  g_autoptr (GBytes) request = NULL;
  gboolean ok;

  if (session == NULL)
    return FALSE;
  space->code = spil_join_code (invitation, &session->device, &key);
  request = spil_join_wish_seal (invitation, &session->device, &signer, space->person, device_name,
                                 spil_time_now ());
  ok = spil_mark_remove (session->dir, error) && spil_session_keep_secret (store, &signer, error) &&
       spil_store_set_note (store, SPIL_NOTE_REQUEST, request, error) && spil_session_settle (session, error);
  explicit_bzero (&signer, sizeof signer);
  if (ok)
    spil_space_publish (session, cancellable);
  return ok;
}

// Asking again with the same invitation: the same laptop, the same code.
static gboolean
ask_again (SpilStore *store, SpilSpaceNote *space, const char *uri, const SpilId *carrier, const char *person,
           GCancellable *cancellable, GError **error)
{
  g_autoptr (SpilSession) session = NULL;

  g_set_str (&space->uri, uri);
  g_free (space->person);
  space->person = spil_space_dup_person (person);
  space->carrier = *carrier;
  if (!spil_space_note_write (space, store, error))
    return FALSE;
  session = spil_session_open (store, NULL, error);
  if (session == NULL)
    return FALSE;
  spil_space_publish (session, cancellable);
  return TRUE;
}

static SpilSpaceNote *
make_note (const SpilInvitation *invitation, const char *text, const char *uri, const SpilId *carrier,
           const char *person, const SpilSpaceNote *before)
{
  SpilSpaceNote *space = g_new0 (SpilSpaceNote, 1);

  space->returns = before != NULL && (before->returns || before->standing != SPIL_SPACE_ASKED);
  space->standing = SPIL_SPACE_ASKED;
  space->space = invitation->space;
  space->root = invitation->root;
  space->role = invitation->role;
  space->person = spil_space_dup_person (person);
  space->uri = g_strdup (uri);
  space->carrier = *carrier;
  space->invitation = g_strdup (text);
  return space;
}

// Whether it was a member of the group of the invitation, and cannot go on as such: its secrets are gone, or its membership ended.
static gboolean
may_return (SpilStore *store, const SpilSpaceNote *before, const SpilInvitation *invitation)
{
  g_autoptr (GError) error = NULL;
  SpilSigningKey signer;

  if (!spil_id_equal (before->space, invitation->space))
    return FALSE;
  if (before->standing == SPIL_SPACE_REVOKED)
    return TRUE;
  if (spil_session_read_secret (store, &signer, &error)) {
    explicit_bzero (&signer, sizeof signer);
    return FALSE;
  }
  return g_error_matches (error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_KEYS);
}

static gboolean
check_may_ask (SpilStore *store, const SpilSpaceNote *before, const SpilInvitation *invitation,
               GError **error)
{
  if (before == NULL || before->standing == SPIL_SPACE_ASKED)
    return (before != NULL && before->returns) || spil_space_check_empty (store, error);
  if (may_return (store, before, invitation))
    return TRUE;
  g_set_error_literal (
      error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_ALREADY,
      _ ("This database is shared already. To join another group, begin in another folder."));
  return FALSE;
}

// One who returns comes as another laptop: the data stay, and what was not sent yet goes along.
static gboolean
prepare_return (SpilStore *store, const SpilSpaceNote *before, GError **error)
{
  if (before == NULL || before->standing == SPIL_SPACE_ASKED)
    return TRUE;
  return spil_space_renew (store, error);
}

gboolean
spil_space_join (SpilStore *store, const char *text, const char *uri, const char *person, char **code,
                 GCancellable *cancellable, GError **error)
{
  g_autoptr (SpilSyncLock) lock = spil_sync_lock_take (store, cancellable, error);
  g_autoptr (SpilSpaceNote) before = NULL;
  g_autoptr (SpilSpaceNote) after = NULL;
  g_autofree char *plain = NULL;
  SpilInvitation invitation;
  SpilId carrier;
  gboolean ok;

  spil_wire_init ();
  if (lock == NULL || !spil_space_note_find (store, &before, error) ||
      !spil_invitation_parse (text, &invitation, error) ||
      !check_may_ask (store, before, &invitation, error) || !check_in_time (&invitation, error) ||
      !check_carrier (uri, &invitation, &carrier, cancellable, error))
    return FALSE;
  plain = spil_invitation_to_text (&invitation);
  if (before != NULL && g_strcmp0 (before->invitation, plain) == 0)
    ok = ask_again (store, before, uri, &carrier, person, cancellable, error);
  else
    ok = prepare_return (store, before, error) &&
         ask (store, make_note (&invitation, plain, uri, &carrier, person, before), &invitation, cancellable,
              error);
  if (!ok || (after = spil_space_note_read (store, error)) == NULL)
    return FALSE;
  if (code != NULL)
    *code = g_strdup (after->code);
  return TRUE;
}

// Takes the request off the carrier, when that is there; one that stays does no harm: its laptop never comes for what it would be given.
static void
remove_request (SpilStore *store, const SpilSpaceNote *space)
{
  g_autoptr (GBytes) request = spil_store_get_note (store, SPIL_NOTE_REQUEST, NULL);
  g_autoptr (SpilCarrier) carrier = spil_carrier_new (space->uri, NULL);
  SpilId device = spil_store_get_device (store);
  g_autofree char *folder = spil_carrier_name_dup_folder (&device, SPIL_FOLDER_REQUEST);
  SpilCarrierName parts = { 0 };
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  SpilId found;

  if (request == NULL || carrier == NULL ||
      !spil_space_carrier_check (carrier, &space->space, &space->carrier, &found, NULL, NULL))
    return;
  parts.hash = spil_hash (request);
  name = spil_carrier_name_dup (SPIL_NAMING_HASH, &parts);
  path = g_strconcat (folder, "/", name, NULL);
  spil_carrier_remove (carrier, path, NULL, NULL);
}

gboolean
spil_space_leave (SpilStore *store, GError **error)
{
  g_autoptr (SpilSyncLock) lock = spil_sync_lock_take (store, NULL, error);
  g_autoptr (SpilSpaceNote) space = lock != NULL ? spil_space_note_read (store, error) : NULL;
  g_autofree char *dir = g_path_get_dirname (spil_store_get_path (store));
  g_autoptr (SpilVault) vault = NULL;

  if (space == NULL)
    return FALSE;
  if (space->standing != SPIL_SPACE_ASKED || space->returns) {
    g_set_error_literal (
        error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_ALREADY,
        _ ("This laptop has been let in already. The project leader can end its membership."));
    return FALSE;
  }
  remove_request (store, space);
  vault = spil_vault_open (dir, error);
  return vault != NULL && spil_space_note_forget (store, error) && spil_vault_erase (vault, error);
}
