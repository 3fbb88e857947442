// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-draft.h"

#include <glib/gstdio.h>
#include <string.h>

#include "spil-atomic-file.h"
#include "spil-text.h"

#define BEGINNING "spil-draft-"
#define NOTE_CHARS 80

typedef struct
{
  char *path;
  char *content; /**< NULL: to remove */
} Keeping;

static void
keeping_free (Keeping *self)
{
  g_free (self->path);
  g_free (self->content);
  g_free (self);
}

static char *
build_path (const char *dir, SpilId organisation)
{
  g_autofree char *id = spil_id_dup_text (organisation);
  g_autofree char *name = g_strconcat (BEGINNING, id, NULL);

  return g_build_filename (dir, name, NULL);
}

static gpointer
keep (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Keeping *keeping = data;
  g_autoptr (SpilAtomicFile) file = NULL;

  if (keeping->content == NULL) {
    g_unlink (keeping->path);
    return NULL;
  }
  file = spil_atomic_file_new (keeping->path, error);
  if (file != NULL && spil_atomic_file_write (file, keeping->content, strlen (keeping->content), error))
    spil_atomic_file_finish (file, error);
  return NULL;
}

// The overview lists drafts beside contact moments.
static void
tell (SpilWorker *worker)
{
  SpilEntityMask mask = { 0 };

  spil_entity_mask_add (&mask, SPIL_ENTITY_CONTACT);
  g_signal_emit_by_name (worker, "changed", &mask);
}

// What cannot be kept is said: the note itself is still on screen.
static void
on_kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  spil_worker_run_finish (SPIL_WORKER (source), result, &error);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit_by_name (source, "failed", error);
  else if (error == NULL && GPOINTER_TO_INT (user_data))
    tell (SPIL_WORKER (source));
}

void
spil_draft_keep (SpilWorker *worker, SpilId organisation, const char *content, gboolean for_good)
{
  Keeping *keeping;

  g_return_if_fail (SPIL_IS_WORKER (worker));

  if (spil_id_is_nil (organisation) || spil_worker_get_read_only (worker))
    return;
  keeping = g_new0 (Keeping, 1);
  keeping->path = build_path (spil_worker_get_dir (worker), organisation);
  keeping->content = g_strdup (content);
  spil_worker_run (worker, keep, keeping, (GDestroyNotify) keeping_free, NULL, NULL, on_kept_cb,
                   GINT_TO_POINTER (for_good));
}

char *
spil_draft_read (const char *dir, SpilId organisation)
{
  g_autofree char *path = build_path (dir, organisation);
  char *content = NULL;

  return g_file_get_contents (path, &content, NULL, NULL) ? content : NULL;
}

void
spil_draft_free (SpilDraft *self)
{
  if (self == NULL)
    return;
  g_free (self->organisation_name);
  g_free (self->note);
  g_free (self);
}

static SpilDraft *
read_draft (const char *dir, const char *name, SpilStore *store)
{
  g_autofree char *content = NULL;
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *note = NULL;
  g_autoptr (SpilRecord) organisation = NULL;
  SpilDraft *self;
  SpilId id;

  if (!g_str_has_prefix (name, BEGINNING) || !spil_id_parse (name + strlen (BEGINNING), &id))
    return NULL;
  content = spil_draft_read (dir, id);
  if (content == NULL || !g_key_file_load_from_data (file, content, strlen (content), G_KEY_FILE_NONE, NULL))
    return NULL;
  organisation = spil_store_get (store, spil_entity (SPIL_ENTITY_ORGANISATION), id, NULL);
  if (organisation == NULL)
    return NULL;
  note = g_key_file_get_string (file, SPIL_DRAFT_GROUP, SPIL_DRAFT_NOTE, NULL);
  self = g_new0 (SpilDraft, 1);
  self->organisation = id;
  self->organisation_name = g_strdup (spil_record_get_title (organisation));
  self->note = spil_text_one_line (note != NULL ? note : "", NOTE_CHARS);
  self->time = spil_time (g_key_file_get_int64 (file, SPIL_DRAFT_GROUP, SPIL_DRAFT_TIME, NULL));
  return self;
}

static int
compare_drafts (gconstpointer a, gconstpointer b)
{
  const SpilDraft *one = *(const SpilDraft *const *) a;
  const SpilDraft *other = *(const SpilDraft *const *) b;

  return (one->time.ms < other->time.ms) - (one->time.ms > other->time.ms);
}

GPtrArray *
spil_drafts_list (const char *dir, SpilStore *store)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_draft_free);
  g_autoptr (GDir) entries = g_dir_open (dir, 0, NULL);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL) {
    SpilDraft *draft = read_draft (dir, name, store);

    if (draft != NULL)
      g_ptr_array_add (drafts, draft);
  }
  g_ptr_array_sort (drafts, compare_drafts);
  return drafts;
}
