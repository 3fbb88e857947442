// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "spil-carrier-name.h"
#include "spil-mark.h"
#include "spil-run.h"
#include "spil-segment.h"
#include "spil-segment-private.h"

#define MAX_BYTES (256 * 1024 * 1024)

// A packet in the own folder that this database never made, but that has its signature: made by a double, or before the database was put back.
static gboolean
take_unknown (SpilRun *run, const char *path, const SpilCarrierName *name, gboolean *found, GError **error)
{
  SpilSession *session = run->session;
  SpilPublicKey key = spil_signing_key_get_public (&session->signer);
  SpilPacket packet = { .device = session->device };
  g_autoptr (GBytes) bytes = spil_run_get (run, path, MAX_BYTES);
  SpilSegmentHead head;
  SpilHash hash;
  const uint8_t *data;
  gsize length;

  if (bytes == NULL)
    return TRUE;
  data = g_bytes_get_data (bytes, &length);
  hash = spil_hash (bytes);
  if (!spil_hash_equal (&hash, &name->hash) ||
      !spil_segment_read_head (bytes, &session->space->space, &head, NULL) ||
      !spil_id_equal (head.device, session->device) ||
      !spil_wire_verify (data, length, SPIL_SEGMENT_CONTEXT, &key, &length))
    return TRUE;
  packet.first = head.first;
  packet.last = head.last;
  memcpy (packet.hash, hash.bytes, sizeof packet.hash);
  *found = TRUE;
  return spil_shelf_keep (run->shelf, run->store, &packet, SPIL_PACKET_WAITING, NULL, bytes, error);
}

static gboolean
look_in_own_folder (SpilRun *run, gboolean *found, GError **error)
{
  SpilRunFolder *folder = spil_run_find_folder (run, &run->session->device);
  g_autofree char *path = spil_carrier_name_dup_folder (&run->session->device, SPIL_FOLDER_SEGMENTS);
  g_autoptr (GPtrArray) items = spil_run_list_of (run, folder, SPIL_FOLDER_SEGMENTS);

  for (guint i = 0; items != NULL && i < items->len; i++) {
    const SpilCarrierItem *item = g_ptr_array_index (items, i);
    g_autofree char *file = g_strconcat (path, "/", item->name, NULL);
    SpilCarrierName name;

    if (spil_carrier_name_read (SPIL_NAMING_SEQUENCE, item->name, &name) &&
        spil_shelf_find (run->shelf, &name.hash) == NULL && !take_unknown (run, file, &name, found, error))
      return FALSE;
  }
  return TRUE;
}

// Packets of its own that wait are ones that it did not make.
static gboolean
has_foreign_packets (SpilRun *run)
{
  GPtrArray *packets = spil_shelf_of (run->shelf, &run->session->device);

  for (guint i = 0; packets != NULL && i < packets->len; i++)
    if (((SpilPacket *) g_ptr_array_index (packets, i))->state != SPIL_PACKET_APPLIED)
      return TRUE;
  return FALSE;
}

// The statement is noted before it is used, so that a crash half-way leads to the same identity again.
static GBytes *
take_statement (SpilRun *run, SpilId *successor, GError **error)
{
  SpilSession *session = run->session;
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) noted = spil_store_get_note (run->store, SPIL_NOTE_RENEWAL, &local);
  SpilId device;

  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }
  if (noted != NULL && spil_successor_read (noted, &session->space->space, &device, successor, NULL) &&
      spil_id_equal (device, session->device))
    return g_steal_pointer (&noted);
  g_clear_pointer (&noted, g_bytes_unref);
  noted = spil_successor_make (&session->space->space, &session->device, &session->signer, spil_time_now (),
                               successor);
  if (!spil_store_set_note (run->store, SPIL_NOTE_RENEWAL, noted, error))
    return NULL;
  return g_steal_pointer (&noted);
}

static gboolean
forget_own (SpilRun *run, GError **error)
{
  static const char *const names[] = { SPIL_NOTE_SAID, SPIL_NOTE_OWN_KEYS, SPIL_NOTE_STANDING };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (!spil_store_set_note (run->store, names[i], NULL, error))
      return FALSE;
  return TRUE;
}

// Goes on as another: what was not sent yet, or was sent after the two parted, becomes that one's. Each of these can be done again after a
// crash; the last but one decides.
static gboolean
renew (SpilRun *run, int64_t keep, GError **error)
{
  SpilSession *session = run->session;
  SpilId successor;
  g_autoptr (GBytes) statement = take_statement (run, &successor, error);
  SpilMark mark = { .sequence = 0 };

  session->space->sent = 0;
  if (statement == NULL)
    return FALSE;
  mark.device = successor;
  if (!spil_session_add_successor (session, statement, NULL, error) ||
      !spil_session_settle (session, error) || !forget_own (run, error) ||
      !spil_mark_write (session->dir, &mark, error) ||
      !spil_store_renew_device (run->store, &successor, keep, error))
    return FALSE;
  session->device = successor;
  return spil_session_settle (session, error) &&
         spil_store_set_note (run->store, SPIL_NOTE_RENEWAL, NULL, error);
}

// Whether more was sent than this database knows of. A mark that cannot be read says nothing of what was sent: then it is safer to go on as another.
static gboolean
is_behind_mark (SpilSession *session, int64_t packed)
{
  g_autoptr (GError) error = NULL;
  gboolean found;
  SpilMark mark;

  if (!spil_mark_read (session->dir, &mark, &found, &error))
    return TRUE;
  return found && (!spil_id_equal (mark.device, session->device) || mark.sequence > packed);
}

gboolean
spil_run_identity (SpilRun *run, GError **error)
{
  SpilSession *session = run->session;
  int64_t packed = spil_shelf_get_applied (run->shelf, &session->device);
  gboolean found = FALSE;
  int64_t fork;

  if (run->lost || !spil_session_is_member (session))
    return TRUE;
  if (!look_in_own_folder (run, &found, error))
    return FALSE;
  if (!is_behind_mark (session, packed) && !has_foreign_packets (run) &&
      !spil_run_is_behind (run, &session->device, packed))
    return TRUE;
  fork = spil_shelf_find_fork (run->shelf, &session->device);
  return renew (run, fork > 0 ? fork - 1 : packed, error);
}
