// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-carrier-name.h"
#include "spil-run.h"
#include "spil-segment-private.h"
#include "spil-segment.h"

// What a file may come to; more than a million new rows in one action do.
#define MAX_BYTES (256 * 1024 * 1024)

/** A packet that is on the carrier and not here. */
typedef struct
{
  const SpilPeer *peer;
  char *path;
  SpilCarrierName name;
} Wanted;

static void
wanted_free (Wanted *self)
{
  g_free (self->path);
  g_free (self);
}

static void
want (SpilRun *run, GPtrArray *wanted, const SpilPeer *peer, const char *folder, GPtrArray *items)
{
  for (guint i = 0; items != NULL && i < items->len; i++) {
    const SpilCarrierItem *item = g_ptr_array_index (items, i);
    SpilCarrierName name;
    Wanted *one;

    if (!spil_carrier_name_read (SPIL_NAMING_SEQUENCE, item->name, &name) ||
        spil_shelf_find (run->shelf, &name.hash) != NULL)
      continue;
    one = g_new0 (Wanted, 1);
    one->peer = peer;
    one->path = g_strconcat (folder, "/", item->name, NULL);
    one->name = name;
    g_ptr_array_add (wanted, one);
  }
}

static GHashTable *
names_of (GPtrArray *items)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < items->len; i++)
    g_hash_table_add (names, g_strdup (((SpilCarrierItem *) g_ptr_array_index (items, i))->name));
  return names;
}

// What the carrier has in the folders of the others.
static void
look_in_folders (SpilRun *run, GPtrArray *wanted)
{
  SpilPeers *peers = run->session->peers;

  for (guint i = 0; i < peers->all->len && !run->lost; i++) {
    const SpilPeer *peer = g_ptr_array_index (peers->all, i);
    SpilRunFolder *folder = spil_run_find_folder (run, &peer->device);
    g_autofree char *path = spil_carrier_name_dup_folder (&peer->device, SPIL_FOLDER_SEGMENTS);
    g_autoptr (GPtrArray) items = spil_run_list_of (run, folder, SPIL_FOLDER_SEGMENTS);

    if (spil_id_equal (peer->device, run->session->device) || items == NULL)
      continue;
    want (run, wanted, peer, path, items);
    g_hash_table_insert (run->listed, g_memdup2 (&peer->device, sizeof peer->device), names_of (items));
  }
}

// What the others gave back after the carrier had lost it.
static void
look_in_rescued (SpilRun *run, const SpilRunFolder *rescuer, GPtrArray *wanted)
{
  g_autofree char *top = g_strconcat (rescuer->name, "/" SPIL_FOLDER_RESCUED, NULL);
  g_autoptr (GPtrArray) devices = NULL;

  if (spil_run_folder_has (rescuer, SPIL_FOLDER_RESCUED))
    devices = spil_run_list (run, top, TRUE);
  for (guint i = 0; devices != NULL && i < devices->len && !run->lost; i++) {
    const SpilCarrierItem *item = g_ptr_array_index (devices, i);
    const SpilPeer *peer;
    SpilId device;
    g_autofree char *path = NULL;
    g_autoptr (GPtrArray) items = NULL;

    if (!spil_carrier_name_read_device (item->name, &device) ||
        spil_id_equal (device, run->session->device) ||
        (peer = spil_peers_find (run->session->peers, &device)) == NULL)
      continue;
    path = spil_carrier_name_dup_rescued (&rescuer->device, &device, SPIL_FOLDER_SEGMENTS);
    items = spil_run_list (run, path, FALSE);
    want (run, wanted, peer, path, items);
  }
}

static int
compare_wanted (gconstpointer a, gconstpointer b)
{
  const Wanted *x = *(Wanted *const *) a;
  const Wanted *y = *(Wanted *const *) b;
  int order = spil_id_compare (x->peer->device, y->peer->device);

  if (order != 0)
    return order;
  return x->name.number < y->name.number ? -1 : x->name.number > y->name.number;
}

static void
tell_fault (SpilRun *run, const Wanted *one, const GError *error)
{
  g_autofree char *label = spil_peers_dup_label (run->session->peers, &one->peer->device);

  if (g_error_matches (error, SPIL_WIRE_ERROR, SPIL_WIRE_ERROR_NEWER))
    spil_run_tell (
        run, SPIL_PROBLEM_NEWER, &one->peer->device,
        _ ("The changes of %s were made by a newer version of Spil. They are fetched when Spil is renewed here."),
        label);
  else
    spil_run_tell (
        run, SPIL_PROBLEM_DAMAGED, &one->peer->device,
        _ ("A file with changes of %s in the shared folder cannot be used (%s). It is looked at again each time."),
        label, error->message);
}

// Whether the file is what its name and its folder say. What has another content than its name says is not there yet: it may still be on its way.
static gboolean
check (SpilRun *run, const Wanted *one, GBytes *bytes, SpilSegmentHead *head, GError **error)
{
  gsize length, n_signed;
  const uint8_t *data = g_bytes_get_data (bytes, &length);

  if (!spil_segment_read_head (bytes, &run->session->space->space, head, error))
    return FALSE;
  if (spil_id_equal (head->device, one->peer->device) && head->first == one->name.number &&
      spil_wire_verify (data, length, SPIL_SEGMENT_CONTEXT, &one->peer->keys, &n_signed))
    return TRUE;
  g_set_error_literal (error, SPIL_WIRE_ERROR, SPIL_WIRE_ERROR_FORGED,
                       _ ("it is not of the laptop in whose folder it stands"));
  return FALSE;
}

// Something of that name is there, but not (yet) what the name says: on its way, cut short or spoiled.
static void
tell_lacking (SpilRun *run, const Wanted *one)
{
  g_autofree char *label = spil_peers_dup_label (run->session->peers, &one->peer->device);

  spil_run_want (run, one->name.number, &one->name.hash);
  spil_run_tell (run, SPIL_PROBLEM_GAP, &one->peer->device,
                 _ ("Change %d of %s is not complete in the shared folder yet."), (int) one->name.number,
                 label);
}

static gboolean
take (SpilRun *run, const Wanted *one, GBytes *bytes, gboolean *taken, GError **error)
{
  g_autoptr (GError) fault = NULL;
  SpilHash hash = spil_hash (bytes);
  SpilSegmentHead head;
  SpilPacket packet = { .device = one->peer->device };

  *taken = spil_hash_equal (&hash, &one->name.hash);
  if (!*taken)
    return TRUE;
  if (!check (run, one, bytes, &head, &fault)) {
    tell_fault (run, one, fault);
    return TRUE;
  }
  packet.first = head.first;
  packet.last = head.last;
  memcpy (packet.hash, hash.bytes, sizeof packet.hash);
  return spil_shelf_keep (run->shelf, run->store, &packet, SPIL_PACKET_WAITING, NULL, bytes, error);
}

// @lacking gets those that could not be had.
static gboolean
fetch_all (SpilRun *run, GPtrArray *wanted, GPtrArray *lacking, GError **error)
{
  g_ptr_array_sort (wanted, compare_wanted);
  run->total += 2 * wanted->len;
  for (guint i = 0; i < wanted->len && !run->lost && !spil_run_is_cancelled (run); i++) {
    Wanted *one = g_ptr_array_index (wanted, i);
    g_autoptr (GBytes) bytes = NULL;
    gboolean taken = FALSE;

    // Twice in the folders of two who gave it back.
    if (spil_shelf_find (run->shelf, &one->name.hash) != NULL)
      continue;
    bytes = spil_run_get (run, one->path, MAX_BYTES);
    if (bytes != NULL && !take (run, one, bytes, &taken, error))
      return FALSE;
    if (!taken && !run->lost)
      g_ptr_array_add (lacking, one);
    spil_run_step (run);
  }
  return TRUE;
}

// Whether packets of @device lack one before them.
static gboolean
has_gap (SpilRun *run, const SpilPeer *peer)
{
  GPtrArray *packets = spil_shelf_of (run->shelf, &peer->device);
  int64_t reached = spil_shelf_get_applied (run->shelf, &peer->device);

  for (guint i = 0; packets != NULL && i < packets->len; i++) {
    const SpilPacket *packet = g_ptr_array_index (packets, i);

    if (packet->state != SPIL_PACKET_WAITING)
      continue;
    if (packet->first > reached + 1)
      return TRUE;
    reached = MAX (reached, packet->last);
  }
  return spil_run_is_behind (run, &peer->device, reached);
}

static gboolean
has_any_gap (SpilRun *run)
{
  SpilPeers *peers = run->session->peers;

  for (guint i = 0; i < peers->all->len; i++) {
    const SpilPeer *peer = g_ptr_array_index (peers->all, i);

    if (!spil_id_equal (peer->device, run->session->device) && has_gap (run, peer))
      return TRUE;
  }
  return FALSE;
}

static void
tell_all_lacking (SpilRun *run, GPtrArray *lacking)
{
  for (guint i = 0; i < lacking->len; i++) {
    const Wanted *one = g_ptr_array_index (lacking, i);

    if (spil_shelf_find (run->shelf, &one->name.hash) == NULL)
      tell_lacking (run, one);
  }
}

gboolean
spil_run_fetch (SpilRun *run, GError **error)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func ((GDestroyNotify) wanted_free);
  g_autoptr (GPtrArray) rescued = g_ptr_array_new_with_free_func ((GDestroyNotify) wanted_free);
  g_autoptr (GPtrArray) lacking = g_ptr_array_new ();

  if (run->lost || !spil_session_is_member (run->session))
    return TRUE;
  look_in_folders (run, wanted);
  if (!fetch_all (run, wanted, lacking, error))
    return FALSE;
  if (lacking->len > 0 || has_any_gap (run)) {
    for (guint i = 0; i < run->folders->len && !run->lost; i++)
      look_in_rescued (run, g_ptr_array_index (run->folders, i), rescued);
    if (!fetch_all (run, rescued, lacking, error))
      return FALSE;
  }
  tell_all_lacking (run, lacking);
  return TRUE;
}
