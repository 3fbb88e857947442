// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-carrier-name.h"
#include "spil-run.h"

/** An entry of the members on the carrier. */
typedef struct
{
  char *path;
  SpilCarrierName name;
} Found;

static void
found_free (Found *self)
{
  g_free (self->path);
  g_free (self);
}

static int
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *x = *(Found *const *) a;
  const Found *y = *(Found *const *) b;

  return x->name.number < y->name.number ? -1 : x->name.number > y->name.number;
}

// Reads what a name of the carrier promises; NULL when it is not (wholly) there.
static GBytes *
get_whole (SpilRun *run, const char *path, const SpilHash *hash)
{
  g_autoptr (GBytes) bytes = spil_run_get (run, path, SPIL_MEMBERSHIP_MAX_BYTES);
  SpilHash content;

  if (bytes == NULL)
    return NULL;
  content = spil_hash (bytes);
  return spil_hash_equal (&content, hash) ? g_steal_pointer (&bytes) : NULL;
}

static void
tell_two_lists (SpilRun *run)
{
  spil_run_tell (
      run, SPIL_PROBLEM_MEMBERS, NULL,
      _ ("There are two lists of members in the shared folder. Ask the project leader which laptop leads; nothing of the other list is used."));
}

// Whether it is really an entry of the project leader: then there are two lists.
static gboolean
is_genuine (SpilRun *run, const Found *found)
{
  SpilSession *session = run->session;
  g_autoptr (GBytes) bytes = get_whole (run, found->path, &found->name.hash);
  SpilEntryHead head;

  return bytes != NULL &&
         spil_membership_read_head (bytes, &session->space->space, &session->space->root, &head, NULL);
}

static void
look_for_entries (SpilRun *run, const SpilRunFolder *folder, GPtrArray *found)
{
  g_autoptr (GPtrArray) items = spil_run_list_of (run, folder, SPIL_FOLDER_MEMBERS);

  for (guint i = 0; items != NULL && i < items->len; i++) {
    const SpilCarrierItem *item = g_ptr_array_index (items, i);
    SpilCarrierName name;
    Found *one;

    if (!spil_carrier_name_read (SPIL_NAMING_ORDINAL, item->name, &name))
      continue;
    g_hash_table_add (run->entries, g_strdup (item->name));
    one = g_new0 (Found, 1);
    one->path = g_strconcat (folder->name, "/" SPIL_FOLDER_MEMBERS "/", item->name, NULL);
    one->name = name;
    g_ptr_array_add (found, one);
  }
}

// Entries that are not (yet) whole on the carrier, and of which nobody has another copy there.
static void
tell_lacking (SpilRun *run, GPtrArray *lacking)
{
  for (guint i = 0; i < lacking->len && !run->lost; i++) {
    const SpilCarrierName *name = g_ptr_array_index (lacking, i);
    gboolean other;

    if (spil_session_has_entry (run->session, (int) name->number, &name->hash, &other))
      continue;
    spil_run_want (run, name->number, &name->hash);
    spil_run_tell (run, SPIL_PROBLEM_GAP, NULL,
                   _ ("The list of members is not complete in the shared folder yet."));
  }
}

// Takes those that follow, in order. A file of a later format, or one that was tampered with, stops it.
static gboolean
take_entries (SpilRun *run, GPtrArray *found)
{
  SpilSession *session = run->session;
  g_autoptr (GPtrArray) lacking = g_ptr_array_new ();
  gboolean news = FALSE;

  g_ptr_array_sort (found, compare_found);
  for (guint i = 0; i < found->len && !run->lost; i++) {
    Found *one = g_ptr_array_index (found, i);
    g_autoptr (GBytes) bytes = NULL;
    g_autoptr (GError) fault = NULL;
    gboolean other;

    if (spil_session_has_entry (session, (int) one->name.number, &one->name.hash, &other))
      continue;
    if (other) {
      if (is_genuine (run, one))
        tell_two_lists (run);
      continue;
    }
    bytes = get_whole (run, one->path, &one->name.hash);
    if (bytes == NULL) {
      g_ptr_array_add (lacking, &one->name);
      continue;
    }
    if (spil_session_add_entry (session, bytes, &fault))
      news = TRUE;
    else if (g_error_matches (fault, SPIL_WIRE_ERROR, SPIL_WIRE_ERROR_NEWER))
      spil_run_tell (
          run, SPIL_PROBLEM_NEWER, NULL,
          _ ("The list of members was made by a newer version of Spil. Renew Spil on this laptop."));
    else if (is_genuine (run, one))
      tell_two_lists (run);
    else
      spil_run_tell (run, SPIL_PROBLEM_DAMAGED, NULL,
                     _ ("A file of the list of members in the shared folder cannot be used (%s)."),
                     fault->message);
  }
  tell_lacking (run, lacking);
  return news;
}

static gboolean
take_successors (SpilRun *run)
{
  SpilSession *session = run->session;
  gboolean news = FALSE;

  for (guint i = 0; i < run->folders->len && !run->lost; i++) {
    const SpilRunFolder *folder = g_ptr_array_index (run->folders, i);
    g_autoptr (GPtrArray) items = spil_run_list_of (run, folder, SPIL_FOLDER_SUCCESSOR);

    for (guint j = 0; items != NULL && j < items->len; j++) {
      const SpilCarrierItem *item = g_ptr_array_index (items, j);
      g_autofree char *path = g_strconcat (folder->name, "/" SPIL_FOLDER_SUCCESSOR "/", item->name, NULL);
      g_autoptr (GBytes) bytes = NULL;
      SpilCarrierName name;
      gboolean added = FALSE;

      if (!spil_carrier_name_read (SPIL_NAMING_HASH, item->name, &name) ||
          spil_session_has_successor (session, &name.hash))
        continue;
      bytes = get_whole (run, path, &name.hash);
      if (bytes == NULL) {
        spil_run_want (run, 1, &name.hash);
        continue;
      }
      // One that is not signed as it should be is nobody's.
      spil_session_add_successor (session, bytes, &added, NULL);
      news |= added;
    }
  }
  return news;
}

static GHashTable *
names_in (SpilRun *run, const SpilId *device, const char *folder)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) items = spil_run_list_of (run, spil_run_find_folder (run, device), folder);

  for (guint i = 0; items != NULL && i < items->len; i++)
    g_hash_table_add (names, g_strdup (((SpilCarrierItem *) g_ptr_array_index (items, i))->name));
  return names;
}

static void
publish (SpilRun *run, const SpilId *device, const char *folder, SpilNaming naming, GHashTable *names,
         GBytes *bytes, int number)
{
  SpilCarrierName parts = { .number = number, .hash = spil_hash (bytes) };
  g_autofree char *name = spil_carrier_name_dup (naming, &parts);
  g_autofree char *top = spil_carrier_name_dup_folder (device, folder);
  g_autofree char *path = g_strconcat (top, "/", name, NULL);

  if (!g_hash_table_contains (names, name))
    spil_run_put (run, path, bytes);
}

// The project leader's laptop sees to it that the list is there; the others give back what nobody has any more. Each laptop sees to its own statements.
static void
publish_own (SpilRun *run)
{
  SpilSession *session = run->session;
  const SpilPeer *own = spil_peers_find (session->peers, &session->device);

  if (own != NULL && !own->revoked) {
    g_autoptr (GHashTable) names = names_in (run, &session->device, SPIL_FOLDER_MEMBERS);

    for (guint i = 0; i < session->entries->len; i++)
      publish (run, &session->device, SPIL_FOLDER_MEMBERS, SPIL_NAMING_ORDINAL,
               own->role == SPIL_ROLE_LEADER ? names : run->entries, g_ptr_array_index (session->entries, i),
               (int) i + 1);
  }
  for (guint i = 0; i < session->successors->len; i++) {
    GBytes *statement = g_ptr_array_index (session->successors, i);
    SpilId device, successor;
    const SpilPeer *peer;

    if (spil_successor_read (statement, &session->space->space, &device, &successor, NULL) &&
        (peer = spil_peers_find (session->peers, &device)) != NULL && peer->own) {
      g_autoptr (GHashTable) names = names_in (run, &device, SPIL_FOLDER_SUCCESSOR);

      publish (run, &device, SPIL_FOLDER_SUCCESSOR, SPIL_NAMING_HASH, names, statement, 0);
    }
  }
}

// The wish to join stands in the own folder until it is granted.
static gboolean
see_to_request (SpilRun *run, GError **error)
{
  SpilSession *session = run->session;
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) request = spil_store_get_note (run->store, SPIL_NOTE_REQUEST, &local);
  g_autoptr (GHashTable) names = NULL;

  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  if (request == NULL)
    return TRUE;
  names = names_in (run, &session->device, SPIL_FOLDER_REQUEST);
  if (session->space->standing == SPIL_SPACE_ASKED) {
    publish (run, &session->device, SPIL_FOLDER_REQUEST, SPIL_NAMING_HASH, names, request, 0);
    // Nobody who could not read it would say so.
    spil_run_mend (run, &session->device, SPIL_FOLDER_REQUEST, SPIL_NAMING_HASH, 0, request);
  } else {
    SpilCarrierName parts = { .hash = spil_hash (request) };
    g_autofree char *name = spil_carrier_name_dup (SPIL_NAMING_HASH, &parts);
    g_autofree char *top = spil_carrier_name_dup_folder (&session->device, SPIL_FOLDER_REQUEST);
    g_autofree char *path = g_strconcat (top, "/", name, NULL);

    spil_run_remove (run, path);
    return run->lost || spil_store_set_note (run->store, SPIL_NOTE_REQUEST, NULL, error);
  }
  return TRUE;
}

static void
tell_standing (SpilRun *run)
{
  const SpilSpaceNote *space = run->session->space;

  if (space->standing == SPIL_SPACE_REVOKED)
    spil_run_tell (
        run, SPIL_PROBLEM_REVOKED, NULL,
        _ ("The project leader has ended the membership of this laptop. What is on it can be read, but is no longer sent or fetched."));
  else if (space->standing == SPIL_SPACE_ASKED)
    spil_run_tell (run, SPIL_PROBLEM_WAITING_FOR_LEADER, NULL,
                   _ ("Waits until the project leader lets this laptop in. The code is %s."),
                   space->code != NULL ? space->code : "");
}

gboolean
spil_run_take_members (SpilRun *run)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) found_free);
  gboolean news;

  for (guint i = 0; i < run->folders->len && !run->lost; i++)
    look_for_entries (run, g_ptr_array_index (run->folders, i), found);
  news = take_entries (run, found);
  return take_successors (run) || news;
}

gboolean
spil_run_members (SpilRun *run, GError **error)
{
  if (spil_run_take_members (run) && !spil_session_settle (run->session, error))
    return FALSE;
  tell_standing (run);
  return TRUE;
}

gboolean
spil_run_publish (SpilRun *run, GError **error)
{
  if (run->lost)
    return TRUE;
  publish_own (run);
  return see_to_request (run, error);
}
