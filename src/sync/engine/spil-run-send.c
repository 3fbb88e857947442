// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "spil-carrier-name.h"
#include "spil-key-packet.h"
#include "spil-own-keys.h"
#include "spil-run.h"

/** What this device has on the carrier. */
typedef struct
{
  GHashTable *segments; // names -> themselves
  GPtrArray *keys; // of SpilCarrierItem
  GArray *own_keys; // of SpilOwnKeys
  gboolean noted; // nothing to write of them
} Sending;

static GHashTable *
names_of (GPtrArray *items)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; items != NULL && i < items->len; i++)
    g_hash_table_add (names, g_strdup (((SpilCarrierItem *) g_ptr_array_index (items, i))->name));
  return names;
}

int
spil_run_highest_version (GPtrArray *items, int64_t first)
{
  int highest = 0;

  for (guint i = 0; items != NULL && i < items->len; i++) {
    SpilCarrierName name;

    if (spil_carrier_name_read (SPIL_NAMING_VERSION, ((SpilCarrierItem *) g_ptr_array_index (items, i))->name,
                                &name) &&
        name.number == first)
      highest = MAX (highest, name.version);
  }
  return highest;
}

int
spil_run_count_erased (GArray *keys)
{
  int n = 0;

  for (guint i = 0; i < keys->len; i++)
    n += g_array_index (keys, SpilRowKey, i).erased;
  return n;
}

char *
spil_run_put_keys (SpilRun *run, const char *folder, const SpilKeyPacketHead *head, GArray *keys)
{
  SpilSession *session = run->session;
  g_autoptr (GBytes) bytes = spil_key_packet_seal (
      head, keys, &session->space->space, spil_session_find_key (session, head->epoch), &session->signer);
  SpilCarrierName parts = { .number = head->first, .version = head->version, .hash = spil_hash (bytes) };
  g_autofree char *name = spil_carrier_name_dup (SPIL_NAMING_VERSION, &parts);
  g_autofree char *path = g_strconcat (folder, "/", name, NULL);

  return spil_run_put (run, path, bytes) ? g_steal_pointer (&name) : NULL;
}

// Brings the keys of the rows that @packet adds, if there are any; before the packet itself, so that nobody has to wait for them.
static gboolean
send_keys (SpilRun *run, Sending *sending, const SpilPacket *packet, gboolean *sent, GError **error)
{
  SpilSession *session = run->session;
  g_autoptr (GArray)
      keys = spil_store_row_keys (run->store, &packet->device, packet->first, packet->last, error);
  g_autofree char *folder = spil_carrier_name_dup_folder (&packet->device, SPIL_FOLDER_KEYS);
  g_autofree char *name = NULL;
  SpilKeyPacketHead head = { .epoch = spil_session_get_epoch (session),
                             .author = session->device,
                             .device = packet->device,
                             .first = packet->first,
                             .last = packet->last };
  SpilOwnKeys *own;

  *sent = TRUE;
  if (keys == NULL)
    return FALSE;
  if (keys->len == 0 || spil_run_highest_version (sending->keys, packet->first) > 0)
    return TRUE;
  own = spil_own_keys_take (sending->own_keys, packet->first, packet->last);
  head.version = own->version + 1;
  name = spil_run_put_keys (run, folder, &head, keys);
  *sent = name != NULL;
  if (*sent) {
    own->version = head.version;
    own->n_erased = spil_run_count_erased (keys);
    sending->noted = FALSE;
  }
  return TRUE;
}

// Whether the key packet that was made for @packet is on the carrier no longer.
static gboolean
has_lost_keys (Sending *sending, const SpilPacket *packet)
{
  const SpilOwnKeys *own = spil_own_keys_find (sending->own_keys, packet->first);

  return own != NULL && own->version > 0 && spil_run_highest_version (sending->keys, packet->first) == 0;
}

static gboolean
send_packet (SpilRun *run, Sending *sending, const SpilPacket *packet, gboolean *sent, GError **error)
{
  SpilCarrierName parts = { .number = packet->first };
  g_autofree char *folder = spil_carrier_name_dup_folder (&packet->device, SPIL_FOLDER_SEGMENTS);
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gboolean there;

  memcpy (parts.hash.bytes, packet->hash, sizeof parts.hash.bytes);
  name = spil_carrier_name_dup (SPIL_NAMING_SEQUENCE, &parts);
  there = g_hash_table_contains (sending->segments, name);
  *sent = there;
  if (there && !has_lost_keys (sending, packet))
    return TRUE;
  if (!send_keys (run, sending, packet, sent, error))
    return FALSE;
  if (there || !*sent)
    return TRUE;
  bytes = spil_store_get_packet (run->store, packet, error);
  if (bytes == NULL)
    return FALSE;
  path = g_strconcat (folder, "/", name, NULL);
  *sent = spil_run_put (run, path, bytes);
  return TRUE;
}

// In order, up to the first that does not arrive: what comes after it would only wait there.
static gboolean
send_all (SpilRun *run, Sending *sending, int64_t *reached, GError **error)
{
  GPtrArray *packets = spil_shelf_of (run->shelf, &run->session->device);

  *reached = 0;
  for (guint i = 0; packets != NULL && i < packets->len && !spil_run_is_cancelled (run); i++) {
    const SpilPacket *packet = g_ptr_array_index (packets, i);
    gboolean sent;

    if (packet->state != SPIL_PACKET_APPLIED)
      continue;
    if (!send_packet (run, sending, packet, &sent, error))
      return FALSE;
    if (!sent)
      break;
    *reached = packet->last;
    if (packet->last > run->session->space->sent)
      run->report->sent += packet->last - MAX (packet->first - 1, run->session->space->sent);
  }
  return TRUE;
}

gboolean
spil_run_send (SpilRun *run, GError **error)
{
  SpilRunFolder *folder = spil_run_find_folder (run, &run->session->device);
  g_autoptr (GPtrArray) segments = NULL;
  g_autoptr (GPtrArray) keys = NULL;
  Sending sending = { .noted = TRUE };
  int64_t reached;
  gboolean ok;

  if (run->lost || !spil_session_is_member (run->session))
    return TRUE;
  segments = spil_run_list_of (run, folder, SPIL_FOLDER_SEGMENTS);
  keys = spil_run_list_of (run, folder, SPIL_FOLDER_KEYS);
  if (run->lost)
    return TRUE;
  sending.own_keys = spil_own_keys_read (run->store, error);
  if (sending.own_keys == NULL)
    return FALSE;
  sending.segments = names_of (segments);
  sending.keys = keys;
  ok = send_all (run, &sending, &reached, error) &&
       (sending.noted || spil_own_keys_write (sending.own_keys, run->store, error));
  // A run that was stopped half-way has seen only a part.
  if (ok && (reached > run->session->space->sent || (!run->lost && !spil_run_is_cancelled (run)))) {
    run->session->space->sent = reached;
    ok = spil_space_note_write (run->session->space, run->store, error);
  }
  g_hash_table_unref (sending.segments);
  g_array_unref (sending.own_keys);
  return ok;
}
