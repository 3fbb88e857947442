// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-run.h"

void
spil_run_tell (SpilRun *run, SpilProblemKind kind, const SpilId *device, const char *format, ...)
{
  va_list args;
  char *sentence;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);
  spil_sync_report_add (run->report, kind, device, sentence);
}

gboolean
spil_run_is_cancelled (SpilRun *run)
{
  return g_cancellable_is_cancelled (run->cancellable);
}

void
spil_run_step (SpilRun *run)
{
  run->done++;
  run->total = MAX (run->total, run->done);
  if (run->progress != NULL)
    run->progress (run->done, run->total, run->user_data);
}

// The carrier went away, or does not let itself be used: the run goes on with what there is.
static void
lose (SpilRun *run, const GError *error)
{
  run->lost = TRUE;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  spil_run_tell (run,
                 g_error_matches (error, SPIL_CARRIER_ERROR, SPIL_CARRIER_ERROR_FOREIGN)
                     ? SPIL_PROBLEM_FOREIGN
                     : SPIL_PROBLEM_CARRIER,
                 NULL, "%s", error->message);
}

GPtrArray *
spil_run_list (SpilRun *run, const char *folder, gboolean folders)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *items;

  if (run->lost)
    return NULL;
  items = spil_carrier_list (run->carrier, folder, folders, run->cancellable, &error);
  if (items == NULL)
    lose (run, error);
  return items;
}

GBytes *
spil_run_get (SpilRun *run, const char *name, gsize limit)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  if (run->lost)
    return NULL;
  bytes = spil_carrier_get (run->carrier, name, limit, run->cancellable, &error);
  if (bytes == NULL && g_error_matches (error, SPIL_CARRIER_ERROR, SPIL_CARRIER_ERROR_TOO_LARGE))
    spil_run_tell (
        run, SPIL_PROBLEM_DAMAGED, NULL,
        _ ("The file “%s” in the shared folder is larger than anything Spil makes. It is left alone."), name);
  else if (bytes == NULL && !g_error_matches (error, SPIL_CARRIER_ERROR, SPIL_CARRIER_ERROR_NOT_FOUND))
    lose (run, error);
  return bytes;
}

// What is put was not listed: where it is there all the same, a share that takes capitals for small letters has it with capitals, which
// nobody lists. It is this device's own, so it can be written anew.
static gboolean
put (SpilRun *run, const char *name, GBytes *bytes, GError **error)
{
  g_autoptr (GError) fault = NULL;

  if (spil_carrier_put (run->carrier, name, bytes, run->cancellable, &fault))
    return TRUE;
  if (g_error_matches (fault, SPIL_CARRIER_ERROR, SPIL_CARRIER_ERROR_EXISTS)) {
    g_clear_error (&fault);
    if (spil_carrier_remove (run->carrier, name, run->cancellable, &fault) &&
        (spil_carrier_put (run->carrier, name, bytes, run->cancellable, &fault) ||
         g_error_matches (fault, SPIL_CARRIER_ERROR, SPIL_CARRIER_ERROR_EXISTS)))
      return TRUE;
  }
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

gboolean
spil_run_put (SpilRun *run, const char *name, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;

  if (run->lost || run->full)
    return FALSE;
  if (put (run, name, bytes, &error))
    return TRUE;
  if (g_error_matches (error, SPIL_CARRIER_ERROR, SPIL_CARRIER_ERROR_FULL)) {
    run->full = TRUE;
    spil_run_tell (run, SPIL_PROBLEM_FULL, NULL, "%s", error->message);
  } else {
    lose (run, error);
  }
  return FALSE;
}

void
spil_run_remove (SpilRun *run, const char *name)
{
  g_autoptr (GError) error = NULL;

  if (!run->lost && !spil_carrier_remove (run->carrier, name, run->cancellable, &error))
    lose (run, error);
}

SpilRunFolder *
spil_run_find_folder (SpilRun *run, const SpilId *device)
{
  for (guint i = 0; i < run->folders->len; i++) {
    SpilRunFolder *folder = g_ptr_array_index (run->folders, i);

    if (spil_id_equal (folder->device, *device))
      return folder;
  }
  return NULL;
}

gboolean
spil_run_folder_has (const SpilRunFolder *self, const char *folder)
{
  for (guint i = 0; i < self->folders->len; i++)
    if (g_str_equal (((SpilCarrierItem *) g_ptr_array_index (self->folders, i))->name, folder))
      return TRUE;
  return FALSE;
}

void
spil_run_folder_free (SpilRunFolder *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_ptr_array_unref (self->folders);
  g_free (self);
}

GPtrArray *
spil_run_list_of (SpilRun *run, const SpilRunFolder *of, const char *folder)
{
  g_autofree char *name = NULL;

  if (of == NULL || !spil_run_folder_has (of, folder))
    return g_ptr_array_new_with_free_func ((GDestroyNotify) spil_carrier_item_free);
  name = g_strconcat (of->name, "/", folder, NULL);
  return spil_run_list (run, name, FALSE);
}
