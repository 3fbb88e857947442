// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-carrier-name.h"
#include "spil-join-request.h"
#include "spil-space-private.h"
#include "spil-sync-lock.h"

static void
wish_free (gpointer data)
{
  spil_join_wish_clear (data);
  g_free (data);
}

// Requests in the folders of those who are no members yet, as GBytes.
static GPtrArray *
fetch_requests (SpilRun *run)
{
  GPtrArray *requests = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < run->folders->len && !run->lost; i++) {
    const SpilRunFolder *folder = g_ptr_array_index (run->folders, i);
    g_autoptr (GPtrArray) items = NULL;

    if (spil_peers_find (run->session->peers, &folder->device) != NULL)
      continue;
    items = spil_run_list_of (run, folder, SPIL_FOLDER_REQUEST);
    for (guint j = 0; items != NULL && j < items->len; j++) {
      g_autofree char *path = g_strconcat (folder->name, "/" SPIL_FOLDER_REQUEST "/",
                                           ((SpilCarrierItem *) g_ptr_array_index (items, j))->name, NULL);
      GBytes *bytes = spil_run_get (run, path, SPIL_JOIN_WISH_MAX_BYTES);

      if (bytes != NULL)
        g_ptr_array_add (requests, bytes);
    }
  }
  return requests;
}

// Those on the carrier, or when it is not there, those that were seen last.
static GPtrArray *
find_requests (SpilSession *session, GCancellable *cancellable, GError **error)
{
  g_autoptr (SpilRun) run = spil_run_new (session, cancellable, error);
  g_autoptr (GPtrArray) requests = NULL;

  if (run == NULL || !spil_run_open (run, error))
    return NULL;
  requests = fetch_requests (run);
  if (run->lost)
    return spil_session_read_list (session->store, SPIL_NOTE_REQUESTS, error);
  return spil_session_write_list (session->store, SPIL_NOTE_REQUESTS, requests, error)
             ? g_steal_pointer (&requests)
             : NULL;
}

// What the requests say, as SpilJoinWish; what is none, or comes from one who was not invited, is left out.
static GPtrArray *
read_wishes (SpilSession *session, GPtrArray *requests)
{
  GPtrArray *wishes = g_ptr_array_new_with_free_func (wish_free);

  for (guint i = 0; i < requests->len; i++) {
    SpilJoinWish *wish = g_new0 (SpilJoinWish, 1);

    if (spil_join_wish_open (g_ptr_array_index (requests, i), &session->space->space, &session->ring->root,
                             wish, NULL) &&
        spil_peers_find (session->peers, &wish->device) == NULL)
      g_ptr_array_add (wishes, wish);
    else
      wish_free (wish);
  }
  return wishes;
}

static SpilSession *
open_as_leader (SpilStore *store, GError **error)
{
  SpilSession *session = spil_session_open (store, NULL, error);

  if (session != NULL && !spil_session_check_leader (session, error))
    g_clear_pointer (&session, spil_session_free);
  return session;
}

static gboolean
has_expired (const SpilJoinWish *wish)
{
  return wish->expires.ms < spil_time_now ().ms;
}

GPtrArray *
spil_space_requests (SpilStore *store, GCancellable *cancellable, GError **error)
{
  g_autoptr (SpilSession) session = open_as_leader (store, error);
  g_autoptr (GPtrArray) bytes = session != NULL ? find_requests (session, cancellable, error) : NULL;
  g_autoptr (GPtrArray) wishes = NULL;
  GPtrArray *requests;

  if (bytes == NULL)
    return NULL;
  wishes = read_wishes (session, bytes);
  requests = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_join_request_free);
  for (guint i = 0; i < wishes->len; i++) {
    SpilJoinWish *wish = g_ptr_array_index (wishes, i);
    SpilJoinRequest *request;

    if (spil_membership_is_used (session->membership, wish->invitation))
      continue;
    request = g_new0 (SpilJoinRequest, 1);
    request->code = g_strdup (wish->code);
    request->person = g_strdup (wish->person);
    request->device_name = g_strdup (wish->device_name);
    request->device = wish->device;
    request->role = wish->role;
    request->asked = wish->asked;
    request->expired = has_expired (wish);
    g_ptr_array_add (requests, request);
  }
  return requests;
}

static const SpilJoinWish *
find_wish (GPtrArray *wishes, const char *code, GError **error)
{
  const SpilJoinWish *found = NULL;

  for (guint i = 0; i < wishes->len; i++) {
    const SpilJoinWish *wish = g_ptr_array_index (wishes, i);

    if (!spil_join_code_equal (wish->code, code))
      continue;
    if (found != NULL) {
      g_set_error_literal (error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_NOT_FOUND,
                           _ ("Two laptops ask with this code. Let both ask again with new invitations."));
      return NULL;
    }
    found = wish;
  }
  if (found == NULL)
    g_set_error (
        error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_NOT_FOUND,
        _ ("No laptop asks to join with the code “%s”. Compare the code, and look whether the shared folder is up to date on both laptops."),
        code);
  return found;
}

static gboolean
check_usable (SpilSession *session, const SpilJoinWish *wish, GError **error)
{
  if (spil_membership_is_used (session->membership, wish->invitation)) {
    g_set_error_literal (
        error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_EXPIRED,
        _ ("The invitation of this laptop was used by another one already. Make a new invitation for each laptop."));
    return FALSE;
  }
  if (has_expired (wish)) {
    g_set_error_literal (error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_EXPIRED,
                         _ ("The invitation of this laptop has expired. Make a new one."));
    return FALSE;
  }
  return TRUE;
}

static GBytes *
admit (SpilSession *session, const SpilJoinWish *wish)
{
  SpilAdmission admission = { .device = wish->device,
                              .key = wish->key,
                              .role = wish->role,
                              .person = wish->person,
                              .device_name = wish->device_name };

  memcpy (admission.invitation, wish->invitation, sizeof admission.invitation);
  return spil_membership_admit (session->membership, session->ring, &admission, spil_time_now ());
}

gboolean
spil_space_approve (SpilStore *store, const char *code, GCancellable *cancellable, GError **error)
{
  g_autoptr (SpilSyncLock) lock = spil_sync_lock_take (store, cancellable, error);
  g_autoptr (SpilSession) session = lock != NULL ? open_as_leader (store, error) : NULL;
  g_autoptr (GPtrArray) requests = session != NULL ? find_requests (session, cancellable, error) : NULL;
  g_autoptr (GPtrArray) wishes = NULL;
  const SpilJoinWish *wish;

  if (requests == NULL)
    return FALSE;
  wishes = read_wishes (session, requests);
  wish = find_wish (wishes, code, error);
  return wish != NULL && check_usable (session, wish, error) &&
         spil_space_add_entry (session, admit (session, wish), cancellable, error);
}
