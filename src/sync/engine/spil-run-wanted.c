// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "spil-carrier-name.h"
#include "spil-run.h"

/*
 * A file that a carrier spoiled has the right name, so that its owner cannot see in a listing that anything is wrong. Who stumbles over it says
 * so with an empty file in its own folder "wanted"; whoever has the content brings it again.
 */

#define MAX_BYTES (256 * 1024 * 1024)

void
spil_run_want (SpilRun *run, int64_t number, const SpilHash *hash)
{
  SpilCarrierName *name = g_new0 (SpilCarrierName, 1);

  name->number = number;
  name->hash = *hash;
  g_ptr_array_add (run->lacking, name);
}

static gboolean
is_lacking (SpilRun *run, const SpilHash *hash)
{
  for (guint i = 0; i < run->lacking->len; i++)
    if (spil_hash_equal (&((SpilCarrierName *) g_ptr_array_index (run->lacking, i))->hash, hash))
      return TRUE;
  return FALSE;
}

static gboolean
is_asked (GPtrArray *items, const char *name)
{
  for (guint i = 0; i < items->len; i++)
    if (g_str_equal (((SpilCarrierItem *) g_ptr_array_index (items, i))->name, name))
      return TRUE;
  return FALSE;
}

gboolean
spil_run_ask (SpilRun *run, GError **error)
{
  g_autofree char *folder = spil_carrier_name_dup_folder (&run->session->device, SPIL_FOLDER_WANTED);
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);

  if (run->lost)
    return TRUE;
  items = spil_run_list_of (run, spil_run_find_folder (run, &run->session->device), SPIL_FOLDER_WANTED);
  for (guint i = 0; items != NULL && i < items->len; i++) {
    const char *file = ((SpilCarrierItem *) g_ptr_array_index (items, i))->name;
    g_autofree char *path = g_strconcat (folder, "/", file, NULL);
    SpilCarrierName name;

    if (spil_carrier_name_read (SPIL_NAMING_SEQUENCE, file, &name) && !is_lacking (run, &name.hash))
      spil_run_remove (run, path);
  }
  for (guint i = 0; items != NULL && i < run->lacking->len; i++) {
    g_autofree char *file = spil_carrier_name_dup (SPIL_NAMING_SEQUENCE, g_ptr_array_index (run->lacking, i));
    g_autofree char *path = g_strconcat (folder, "/", file, NULL);

    if (!is_asked (items, file))
      spil_run_put (run, path, nothing);
  }
  return TRUE;
}

// Looks at an own file, and brings it again when it is not what it should be.
static void
mend (SpilRun *run, const char *path, GBytes *bytes)
{
  g_autoptr (GBytes) there = spil_run_get (run, path, MAX_BYTES);

  if (run->lost || (there != NULL && g_bytes_equal (there, bytes)))
    return;
  spil_run_remove (run, path);
  spil_run_put (run, path, bytes);
}

void
spil_run_mend (SpilRun *run, const SpilId *device, const char *folder, SpilNaming naming, int64_t number,
               GBytes *bytes)
{
  SpilCarrierName parts = { .number = number, .hash = spil_hash (bytes) };
  g_autofree char *name = spil_carrier_name_dup (naming, &parts);
  g_autofree char *top = spil_carrier_name_dup_folder (device, folder);
  g_autofree char *path = g_strconcat (top, "/", name, NULL);

  mend (run, path, bytes);
}

// Whether one of the key packets in @items for @packet is whole.
static gboolean
has_whole_keys (SpilRun *run, GPtrArray *items, const char *folder, const SpilPacket *packet)
{
  gboolean whole = FALSE;

  for (guint i = 0; items != NULL && i < items->len; i++) {
    const char *file = ((SpilCarrierItem *) g_ptr_array_index (items, i))->name;
    g_autofree char *path = g_strconcat (folder, "/", file, NULL);
    g_autoptr (GBytes) bytes = NULL;
    SpilCarrierName name;
    SpilHash hash;

    if (!spil_carrier_name_read (SPIL_NAMING_VERSION, file, &name) || name.number != packet->first)
      continue;
    bytes = spil_run_get (run, path, SPIL_KEY_PACKET_MAX_BYTES);
    if (bytes == NULL)
      continue;
    hash = spil_hash (bytes);
    if (spil_hash_equal (&hash, &name.hash))
      whole = TRUE;
    else
      spil_run_remove (run, path);
  }
  return whole;
}

static gboolean
mend_keys (SpilRun *run, const SpilPacket *packet, const char *folder, GError **error)
{
  SpilSession *session = run->session;
  g_autoptr (GArray)
      keys = spil_store_row_keys (run->store, &packet->device, packet->first, packet->last, error);
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *name = NULL;
  SpilKeyPacketHead head = { .epoch = spil_session_get_epoch (session),
                             .author = session->device,
                             .device = packet->device,
                             .first = packet->first,
                             .last = packet->last };

  if (keys == NULL)
    return FALSE;
  if (keys->len == 0 || (items = spil_run_list (run, folder, FALSE)) == NULL ||
      has_whole_keys (run, items, folder, packet))
    return TRUE;
  head.version = spil_run_highest_version (items, packet->first) + 1;
  name = spil_run_put_keys (run, folder, &head, keys);
  return TRUE;
}

// An own packet is mended where it stands; that of another is put beside it.
static gboolean
answer_packet (SpilRun *run, const SpilPacket *packet, GError **error)
{
  gboolean own = spil_id_equal (packet->device, run->session->device);
  g_autofree char *segments = own ? spil_carrier_name_dup_folder (&packet->device, SPIL_FOLDER_SEGMENTS)
                                  : spil_carrier_name_dup_rescued (&run->session->device, &packet->device,
                                                                   SPIL_FOLDER_SEGMENTS);
  g_autofree char *keys = own ? spil_carrier_name_dup_folder (&packet->device, SPIL_FOLDER_KEYS)
                              : spil_carrier_name_dup_rescued (&run->session->device, &packet->device,
                                                               SPIL_FOLDER_KEYS);
  SpilCarrierName parts = { .number = packet->first };
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (packet->state != SPIL_PACKET_APPLIED || packet->bare)
    return TRUE;
  bytes = spil_store_get_packet (run->store, packet, error);
  if (bytes == NULL || !mend_keys (run, packet, keys, error))
    return FALSE;
  memcpy (parts.hash.bytes, packet->hash, sizeof parts.hash.bytes);
  name = spil_carrier_name_dup (SPIL_NAMING_SEQUENCE, &parts);
  path = g_strconcat (segments, "/", name, NULL);
  mend (run, path, bytes);
  return TRUE;
}

static void
answer_members (SpilRun *run, const SpilHash *hash)
{
  SpilSession *session = run->session;

  for (guint i = 0; i < session->entries->len; i++) {
    GBytes *entry = g_ptr_array_index (session->entries, i);
    SpilHash own = spil_hash (entry);

    if (spil_hash_equal (&own, hash))
      spil_run_mend (run, &session->device, SPIL_FOLDER_MEMBERS, SPIL_NAMING_ORDINAL, (int64_t) i + 1, entry);
  }
  for (guint i = 0; i < session->successors->len; i++) {
    GBytes *statement = g_ptr_array_index (session->successors, i);
    SpilHash own = spil_hash (statement);

    if (spil_hash_equal (&own, hash))
      spil_run_mend (run, &session->device, SPIL_FOLDER_SUCCESSOR, SPIL_NAMING_HASH, 0, statement);
  }
}

gboolean
spil_run_answer (SpilRun *run, GError **error)
{
  if (!spil_session_is_member (run->session))
    return TRUE;
  for (guint i = 0; i < run->folders->len && !run->lost && !run->full; i++) {
    const SpilRunFolder *folder = g_ptr_array_index (run->folders, i);
    g_autoptr (GPtrArray) items = NULL;

    if (spil_id_equal (folder->device, run->session->device))
      continue;
    items = spil_run_list_of (run, folder, SPIL_FOLDER_WANTED);
    for (guint j = 0; items != NULL && j < items->len && !run->lost && !run->full; j++) {
      SpilCarrierName name;
      SpilPacket *packet;

      if (!spil_carrier_name_read (SPIL_NAMING_SEQUENCE,
                                   ((SpilCarrierItem *) g_ptr_array_index (items, j))->name, &name))
        continue;
      packet = spil_shelf_find (run->shelf, &name.hash);
      if (packet == NULL)
        answer_members (run, &name.hash);
      else if (!answer_packet (run, packet, error))
        return FALSE;
    }
  }
  return TRUE;
}
