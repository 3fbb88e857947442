// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-snapshot-private.h"
#include "spil-store-private.h"
#include "spil-sync-store.h"

GBytes *
spil_store_get_note (SpilStore *self, const char *name, GError **error)
{
  g_autoptr (SpilStatement) statement = NULL;
  const void *bytes;
  gsize length;

  spil_store_assert_thread (self);
  statement = spil_connection_take (self->connection, "SELECT content FROM note WHERE name = ?1", error);
  if (statement == NULL)
    return NULL;
  spil_statement_bind_text (statement, 1, name);
  if (spil_statement_step (statement, error) != SPIL_STEP_ROW)
    return NULL;
  bytes = spil_statement_get_blob (statement, 0, &length);
  return g_bytes_new (bytes, length);
}

gboolean
spil_store_set_note (SpilStore *self, const char *name, GBytes *note, GError **error)
{
  g_autoptr (SpilStatement) statement = NULL;

  spil_store_assert_thread (self);
  statement = spil_connection_take (self->connection,
                                    note != NULL
                                        ? "INSERT OR REPLACE INTO note (name, content) VALUES (?1, ?2)"
                                        : "DELETE FROM note WHERE name = ?1",
                                    error);
  if (statement == NULL)
    return FALSE;
  spil_statement_bind_text (statement, 1, name);
  if (note != NULL)
    spil_statement_bind_blob (statement, 2, g_bytes_get_data (note, NULL), g_bytes_get_size (note));
  return spil_statement_run (statement, error);
}

void
spil_packet_free (SpilPacket *self)
{
  if (self != NULL)
    g_free (self->reason);
  g_free (self);
}

static void
bind_packet (SpilStatement *statement, const SpilPacket *packet, int64_t device)
{
  spil_statement_bind_integer (statement, 1, device);
  spil_statement_bind_integer (statement, 2, packet->first);
  spil_statement_bind_blob (statement, 3, packet->hash, sizeof packet->hash);
}

static gboolean
insert_packet (SpilStore *self, const SpilPacket *packet, GBytes *bytes, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (
      self->connection,
      "INSERT OR REPLACE INTO packet (device, first, hash, last, state, reason, content) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
      error);

  if (statement == NULL)
    return FALSE;
  bind_packet (statement, packet, spil_store_number_of_device (self, &packet->device, 0));
  spil_statement_bind_integer (statement, 4, packet->last);
  spil_statement_bind_integer (statement, 5, packet->state);
  spil_statement_bind_text (statement, 6, packet->reason);
  spil_statement_bind_blob (statement, 7, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return spil_statement_run (statement, error);
}

static gboolean
update_packet (SpilStore *self, const SpilPacket *packet, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (
      self->connection,
      "UPDATE packet SET state = ?4, reason = ?5 WHERE device = ?1 AND first = ?2 AND hash = ?3", error);

  if (statement == NULL)
    return FALSE;
  bind_packet (statement, packet, spil_store_number_of_device (self, &packet->device, 0));
  spil_statement_bind_integer (statement, 4, packet->state);
  spil_statement_bind_text (statement, 5, packet->reason);
  return spil_statement_run (statement, error);
}

gboolean
spil_store_keep_packet (SpilStore *self, const SpilPacket *packet, GBytes *bytes, GError **error)
{
  spil_store_assert_thread (self);
  if (!spil_store_add_device (self, &packet->device, error))
    return FALSE;
  return bytes != NULL ? insert_packet (self, packet, bytes, error) : update_packet (self, packet, error);
}

static SpilPacket *
read_packet (SpilStatement *statement)
{
  SpilPacket *packet = g_new0 (SpilPacket, 1);
  gsize length;
  const void *hash = spil_statement_get_blob (statement, 3, &length);

  packet->device = spil_statement_get_id (statement, 0);
  packet->first = spil_statement_get_integer (statement, 1);
  packet->last = spil_statement_get_integer (statement, 2);
  memcpy (packet->hash, hash, MIN (length, sizeof packet->hash));
  packet->state = (SpilPacketState) spil_statement_get_integer (statement, 4);
  packet->bare = spil_statement_get_integer (statement, 6) <= SPIL_PACKET_BARE_LENGTH;
  packet->reason = g_strdup (spil_statement_get_text (statement, 5));
  return packet;
}

GPtrArray *
spil_store_list_packets (SpilStore *self, GError **error)
{
  g_autoptr (SpilStatement) statement = NULL;
  g_autoptr (GPtrArray) packets = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_packet_free);
  SpilStep step = SPIL_STEP_FAILED;

  spil_store_assert_thread (self);
  statement = spil_connection_take (
      self->connection,
      "SELECT id, first, last, hash, state, reason, length (content) FROM packet "
      "JOIN device ON number = device ORDER BY id, first, hash",
      error);
  while (statement != NULL && (step = spil_statement_step (statement, error)) == SPIL_STEP_ROW)
    g_ptr_array_add (packets, read_packet (statement));
  return step == SPIL_STEP_DONE ? g_steal_pointer (&packets) : NULL;
}

GBytes *
spil_store_get_packet (SpilStore *self, const SpilPacket *packet, GError **error)
{
  g_autoptr (SpilStatement) statement = NULL;
  const void *bytes;
  SpilStep step;
  gsize length;

  spil_store_assert_thread (self);
  statement = spil_connection_take (
      self->connection, "SELECT content FROM packet WHERE device = ?1 AND first = ?2 AND hash = ?3", error);
  if (statement == NULL)
    return NULL;
  bind_packet (statement, packet, spil_store_number_of_device (self, &packet->device, 0));
  step = spil_statement_step (statement, error);
  if (step == SPIL_STEP_DONE)
    spil_store_set_log_fault (self, 0, packet->first, error);
  if (step != SPIL_STEP_ROW)
    return NULL;
  bytes = spil_statement_get_blob (statement, 0, &length);
  return g_bytes_new (bytes, length);
}
