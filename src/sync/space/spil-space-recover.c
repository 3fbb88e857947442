// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-carrier-mark.h"
#include "spil-mark.h"
#include "spil-recovery-code.h"
#include "spil-space-carrier.h"
#include "spil-space-private.h"
#include "spil-sync-lock.h"

static SpilSpaceNote *
make_note (const SpilCarrierMark *mark, const SpilSigningKey *root, const char *uri, const char *person)
{
  SpilSpaceNote *space = g_new0 (SpilSpaceNote, 1);

  space->standing = SPIL_SPACE_ASKED;
  space->space = mark->space;
  space->root = spil_signing_key_get_public (root);
  space->role = SPIL_ROLE_LEADER;
  space->person = spil_space_dup_person (person);
  space->uri = g_strdup (uri);
  space->carrier = mark->carrier;
  return space;
}

// A session for the space of @mark with the members that its folder has; NULL when none of them were signed with @root.
static SpilSession *
try_space (SpilStore *store, SpilCarrier *carrier, const SpilCarrierMark *mark, const SpilSigningKey *root,
           const char *uri, const char *person, GCancellable *cancellable)
{
  SpilSigningKey signer = spil_signing_key_new ();
  g_autoptr (SpilSession)
      session = spil_session_new (store, make_note (mark, root, uri, person), &signer, carrier, NULL);
  g_autoptr (SpilRun) run = session != NULL ? spil_run_new (session, cancellable, NULL) : NULL;
  gboolean found;

  explicit_bzero (&signer, sizeof signer);
  if (run == NULL || !spil_run_open (run, NULL))
    return NULL;
  spil_run_take_members (run);
  found = session->entries->len > 0;
  g_clear_pointer (&run, spil_run_free);
  return found ? g_steal_pointer (&session) : NULL;
}

// The space to which the code belongs, among those that have a mark in the folder.
static SpilSession *
find_space (SpilStore *store, SpilCarrier *carrier, const SpilSigningKey *root, const char *uri,
            const char *person, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) items = spil_carrier_list (carrier, "", FALSE, cancellable, error);

  for (guint i = 0; items != NULL && i < items->len; i++) {
    SpilCarrierMark mark;
    SpilSession *session;

    if (!spil_carrier_mark_parse_name (((SpilCarrierItem *) g_ptr_array_index (items, i))->name, &mark))
      continue;
    session = try_space (store, carrier, &mark, root, uri, person, cancellable);
    if (session != NULL)
      return session;
  }
  if (items != NULL)
    g_set_error (
        error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_NOT_FOUND,
        _ ("The code does not belong to the folder “%s”. Choose the folder that the group shares, or use the sheet of this group."),
        spil_carrier_get_label (carrier));
  return NULL;
}

// What this database is to the space: nothing yet, or a member whose identity it leaves behind, since the project leader's has keys of its own.
static gboolean
prepare (SpilStore *store, SpilSession *session, GError **error)
{
  g_autoptr (SpilSpaceNote) before = NULL;

  if (!spil_space_note_find (store, &before, error))
    return FALSE;
  if (before == NULL || before->standing == SPIL_SPACE_ASKED)
    return spil_space_check_empty (store, error);
  if (!spil_id_equal (before->space, session->space->space)) {
    g_set_error_literal (error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_ALREADY,
                         _ ("This database is shared with another group. Begin in another folder."));
    return FALSE;
  }
  if (!spil_space_renew (store, error))
    return FALSE;
  session->device = spil_store_get_device (store);
  return TRUE;
}

static GBytes *
admit (SpilSession *session, const SpilSigningKey *root)
{
  g_autoptr (SpilKeyring) ring = spil_membership_unseal (session->membership, root, NULL);
  g_autofree char *device_name = spil_space_dup_device_name ();
  SpilAdmission admission = { .device = session->device,
                              .key = spil_signing_key_get_public (&session->signer),
                              .role = SPIL_ROLE_LEADER,
                              .person = session->space->person,
                              .device_name = device_name };

  if (ring == NULL)
    return NULL;
  spil_keyring_set_root (ring, root);
  return spil_membership_admit (session->membership, ring, &admission, spil_time_now ());
}

gboolean
spil_space_recover (SpilStore *store, const char *recovery, const char *uri, const char *person,
                    GCancellable *cancellable, GError **error)
{
  g_autoptr (SpilSyncLock) lock = spil_sync_lock_take (store, cancellable, error);
  g_autoptr (SpilCarrier) carrier = NULL;
  g_autoptr (SpilSession) session = NULL;
  SpilSigningKey root;
  gboolean ok;

  spil_wire_init ();
  if (lock == NULL || !spil_recovery_code_parse (recovery, &root, error))
    return FALSE;
  carrier = spil_carrier_new (uri, error);
  session = carrier != NULL ? find_space (store, carrier, &root, uri, person, cancellable, error) : NULL;
  ok = session != NULL && prepare (store, session, error) && spil_mark_remove (session->dir, error) &&
       spil_session_keep_secret (store, &session->signer, error) &&
       spil_space_add_entry (session, admit (session, &root), cancellable, error);
  explicit_bzero (&root, sizeof root);
  return ok;
}
