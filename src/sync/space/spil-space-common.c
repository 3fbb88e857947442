// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-space-carrier.h"
#include "spil-space-private.h"
#include "spil-sync-lock.h"
#include "spil-text.h"

#define MAX_NAME 80

char *
spil_space_dup_person (const char *person)
{
  g_autofree char *line = spil_text_one_line (person != NULL ? person : "", MAX_NAME);

  return *line != '\0' ? g_steal_pointer (&line) : spil_text_one_line (g_get_real_name (), MAX_NAME);
}

char *
spil_space_dup_device_name (void)
{
  return spil_text_one_line (g_get_host_name (), MAX_NAME);
}

gboolean
spil_space_check_empty (SpilStore *store, GError **error)
{
  g_autoptr (GArray) vector = spil_store_get_vector (store, error);

  if (vector == NULL)
    return FALSE;
  if (vector->len == 0)
    return TRUE;
  g_set_error_literal (
      error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_NOT_EMPTY,
      _ ("This database already holds data of its own. Joining needs an empty one: begin in another folder, or remove the local data first."));
  return FALSE;
}

gboolean
spil_space_renew (SpilStore *store, GError **error)
{
  static const char *const names[] = { SPIL_NOTE_SAID, SPIL_NOTE_OWN_KEYS, SPIL_NOTE_STANDING };
  g_autoptr (SpilShelf) shelf = spil_shelf_read (store, error);
  SpilId before = spil_store_get_device (store);
  SpilId device = spil_id_new ();

  if (shelf == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (!spil_store_set_note (store, names[i], NULL, error))
      return FALSE;
  return spil_store_renew_device (store, &device, spil_shelf_get_applied (shelf, &before), error);
}

SpilCarrier *
spil_space_open_carrier (const char *uri, GCancellable *cancellable, GError **error)
{
  g_autoptr (SpilCarrier) carrier = spil_carrier_new (uri, error);
  g_autoptr (GError) local = NULL;

  if (carrier == NULL)
    return NULL;
  // An empty folder is what one begins with.
  if (spil_carrier_check (carrier, cancellable, &local) ||
      g_error_matches (local, SPIL_CARRIER_ERROR, SPIL_CARRIER_ERROR_EMPTY))
    return g_steal_pointer (&carrier);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

void
spil_space_publish (SpilSession *session, GCancellable *cancellable)
{
  // What does not succeed here stands in the report of the next run, which tries it again.
  g_autoptr (SpilRun) run = spil_run_new (session, cancellable, NULL);

  if (run != NULL && spil_run_open (run, NULL) && !run->lost)
    spil_run_publish (run, NULL);
}

gboolean
spil_space_add_entry (SpilSession *session, GBytes *entry, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) taken = entry;

  if (taken == NULL) {
    g_set_error_literal (error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_FAILED,
                         _ ("The list of members cannot be changed."));
    return FALSE;
  }
  if (!spil_session_add_entry (session, taken, error) || !spil_session_settle (session, error))
    return FALSE;
  spil_space_publish (session, cancellable);
  return TRUE;
}

SpilSpaceState *
spil_space_get_state (SpilStore *store, GError **error)
{
  SpilSpaceState *state;
  SpilSpaceNote *space;

  if (!spil_space_note_find (store, &space, error))
    return NULL;
  state = g_new0 (SpilSpaceState, 1);
  if (space == NULL)
    return state;
  state->standing = space->standing;
  state->space = space->space;
  state->role = space->role;
  state->person = g_steal_pointer (&space->person);
  state->carrier = g_steal_pointer (&space->uri);
  state->code = g_steal_pointer (&space->code);
  state->synchronised = space->synchronised;
  spil_space_note_free (space);
  return state;
}

gboolean
spil_space_set_carrier (SpilStore *store, const char *uri, GCancellable *cancellable, GError **error)
{
  g_autoptr (SpilSyncLock) lock = spil_sync_lock_take (store, cancellable, error);
  g_autoptr (SpilSpaceNote) space = lock != NULL ? spil_space_note_read (store, error) : NULL;
  g_autoptr (SpilCarrier) carrier = NULL;

  if (space == NULL)
    return FALSE;
  carrier = spil_space_open_carrier (uri, cancellable, error);
  if (carrier == NULL ||
      !spil_space_carrier_take (carrier, &space->space, &space->carrier, cancellable, error))
    return FALSE;
  // What the new folder has is seen at the next run; until then nothing counts as sent.
  space->sent = 0;
  g_set_str (&space->uri, uri);
  return spil_space_note_write (space, store, error) &&
         spil_store_set_note (store, SPIL_NOTE_REPORT, NULL, error);
}
