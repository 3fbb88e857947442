// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-copy-note.h"

#include <glib/gstdio.h>

#include "spil-connection.h"
#include "spil-store-private.h"
#include "spil-sync-store.h"

#define NOTE "copy"
/** made, path, failed, failure. */
#define NOTE_TYPE "(xsxs)"

void
spil_copy_note_free (SpilCopyNote *self)
{
  g_free (self->path);
  g_free (self->failure);
  g_free (self);
}

SpilCopyNote *
spil_copy_note_read (SpilStore *store, GError **error)
{
  g_autoptr (SpilCopyNote) self = g_new0 (SpilCopyNote, 1);
  g_autoptr (GError) fault = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GVariant) value = NULL;

  spil_store_assert_thread (store);
  if (!spil_connection_read_integer (store->connection, "SELECT time FROM audit ORDER BY n LIMIT 1",
                                     &self->begun.ms, error))
    return NULL;
  bytes = spil_store_get_note (store, NOTE, &fault);
  if (fault != NULL) {
    g_propagate_error (error, g_steal_pointer (&fault));
    return NULL;
  }
  // What is damaged says nothing, and is written anew with the next copy.
  if (bytes != NULL)
    value = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (NOTE_TYPE), bytes, FALSE));
  if (value != NULL && g_variant_is_normal_form (value))
    g_variant_get (value, NOTE_TYPE, &self->made.ms, &self->path, &self->failed.ms, &self->failure);
  if (self->path == NULL)
    self->path = g_strdup ("");
  if (self->failure == NULL)
    self->failure = g_strdup ("");
  return g_steal_pointer (&self);
}

SpilCopyState
spil_copy_note_get_state (const SpilCopyNote *self)
{
  return (SpilCopyState) {
    .begun = self->begun.ms != 0 ? spil_time_day (self->begun) : SPIL_DAY_NONE,
    .made = self->made.ms != 0 ? spil_time_day (self->made) : SPIL_DAY_NONE,
    .failed = self->failed.ms != 0,
  };
}

static gboolean
write_note (SpilStore *store, const SpilCopyNote *note, GError **error)
{
  g_autoptr (GVariant) value = g_variant_ref_sink (
      g_variant_new (NOTE_TYPE, note->made.ms, note->path, note->failed.ms, note->failure));
  g_autoptr (GBytes) bytes = g_variant_get_data_as_bytes (value);

  return spil_store_set_note (store, NOTE, bytes, error);
}

// A database that may only be read remembers nothing.
static gboolean
excuse (GError **fault, GError **error)
{
  if (g_error_matches (*fault, SPIL_STORE_ERROR, SPIL_STORE_ERROR_READ_ONLY)) {
    g_clear_error (fault);
    return TRUE;
  }
  g_propagate_error (error, g_steal_pointer (fault));
  return FALSE;
}

static gboolean
note_made (SpilStore *store, const char *path, SpilTime made, const char *action, GError **error)
{
  g_autofree char *full = g_canonicalize_filename (path, NULL);
  g_autofree char *shown = g_filename_display_name (full);
  SpilCopyNote note = { .made = made,
                        .path = g_utf8_validate (full, -1, NULL) ? full : shown,
                        .failure = (char *) "" };
  g_autoptr (GError) fault = NULL;

  return (write_note (store, &note, &fault) && spil_store_audit (store, action, "database", "ok", &fault)) ||
         excuse (&fault, error);
}

// It has failed already: what goes wrong with the note adds nothing to that.
static void
note_failed (SpilStore *store, const char *sentence)
{
  g_autoptr (SpilCopyNote) note = spil_copy_note_read (store, NULL);

  if (note == NULL)
    return;
  note->failed = spil_time_now ();
  g_set_str (&note->failure, sentence);
  write_note (store, note, NULL);
}

typedef struct
{
  SpilBackupFunc func;
  gpointer user_data;
  gboolean stopped;
} Progress;

static gboolean
on_progress (double share, gpointer user_data)
{
  Progress *progress = user_data;

  progress->stopped = progress->func != NULL && !progress->func (share, progress->user_data);
  return !progress->stopped;
}

gboolean
spil_copy_make (SpilStore *store, const char *path, SpilBackupFunc progress, gpointer user_data,
                GError **error)
{
  Progress own = { .func = progress, .user_data = user_data };
  g_autoptr (GError) fault = NULL;

  spil_store_assert_thread (store);
  if (spil_store_backup (store, path, on_progress, &own, &fault))
    return note_made (store, path, spil_time_now (), "backup", error);
  if (!own.stopped)
    note_failed (store, fault->message);
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

gboolean
spil_copy_put_back (const char *path, const char *dir, char **replaced, GError **error)
{
  g_autoptr (SpilStore) store = NULL;
  GStatBuf info;
  SpilTime made = g_stat (path, &info) == 0 ? spil_time ((int64_t) info.st_mtime * 1000) : spil_time_now ();

  if (!spil_backup_restore (path, dir, replaced, error))
    return FALSE;
  store = spil_store_open (dir, error);
  return store != NULL && note_made (store, path, made, "restore", error);
}
