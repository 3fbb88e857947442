// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-batch.h"

#include <glib/gi18n-lib.h>

#define MINUTE_MS (60 * (int64_t) 1000)

// A clock that is less ahead troubles nobody.
#define CLOCK_LIMIT_MS (5 * MINUTE_MS)

static void
look_at_clock (SpilRun *run, const SpilReady *ready)
{
  int64_t now = g_get_real_time () / 1000;
  int64_t ahead = 0;

  for (guint i = 0; i < ready->segment.entries->len; i++)
    ahead = MAX (ahead, g_array_index (ready->segment.entries, SpilLogEntry, i).wall - now);
  if (ahead > CLOCK_LIMIT_MS)
    spil_run_tell_clock (run, &ready->packet->device, ahead);
}

// What people have to be told of an entry that the database refuses; FALSE for what has another cause than the entry.
static gboolean
explain (SpilRun *run, const SpilReady *ready, const GError *fault, SpilObstacle *obstacle)
{
  const SpilPacket *packet = ready->packet;
  g_autofree char *label = spil_peers_dup_label (run->session->peers, &packet->device);

  if (g_error_matches (fault, SPIL_STORE_ERROR, SPIL_STORE_ERROR_KEYS))
    spil_obstacle_set (
        obstacle, SPIL_PROBLEM_KEYS, &packet->device,
        g_strdup_printf (_ ("Change %d of %s waits for the file with which its personal data can be read."),
                         (int) packet->first, label));
  else if (g_error_matches (fault, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NEWER))
    spil_obstacle_set (
        obstacle, SPIL_PROBLEM_NEWER, &packet->device,
        g_strdup_printf (
            _ ("The changes of %s were made by a newer version of Spil. They are carried out when Spil is renewed here."),
            label));
  else if (g_error_matches (fault, SPIL_STORE_ERROR, SPIL_STORE_ERROR_CORRUPT))
    spil_obstacle_set (obstacle, SPIL_PROBLEM_DAMAGED, &packet->device,
                       g_strdup_printf (_ ("Change %d of %s cannot be carried out: %s"), (int) packet->first,
                                        label, fault->message));
  else
    return FALSE;
  return TRUE;
}

static gboolean
import_one (SpilRun *run, SpilImport *import, const SpilReady *ready, GError **error)
{
  SpilPacket applied = *ready->packet;

  for (guint i = 0; i < ready->segment.entries->len; i++)
    if (!spil_import_entry (import, &ready->packet->device,
                            &g_array_index (ready->segment.entries, SpilLogEntry, i), ready->keys, error))
      return FALSE;
  applied.state = SPIL_PACKET_APPLIED;
  applied.reason = NULL;
  return spil_store_keep_packet (run->store, &applied, NULL, error);
}

gboolean
spil_batch_import (SpilRun *run, GPtrArray *batch, int *failed, SpilObstacle *obstacle, GError **error)
{
  g_autoptr (SpilImport) import = spil_import_begin (run->store, error);
  SpilImportResult result;

  *failed = -1;
  if (import == NULL)
    return FALSE;
  for (guint i = 0; i < batch->len; i++) {
    const SpilReady *ready = g_ptr_array_index (batch, i);
    g_autoptr (GError) fault = NULL;

    if (import_one (run, import, ready, &fault))
      continue;
    if (explain (run, ready, fault, obstacle))
      *failed = (int) i;
    else
      g_propagate_error (error, g_steal_pointer (&fault));
    return *failed >= 0;
  }
  if (!spil_import_finish (import, &result, error))
    return FALSE;
  run->erased |= result.erased;
  run->report->received += result.n_entries;
  for (guint i = 0; i < batch->len; i++)
    look_at_clock (run, g_ptr_array_index (batch, i));
  return TRUE;
}
