// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-record-dialog.h"

// A row on its way from the worker to a form.
typedef struct
{
  const SpilEntity *entity;
  SpilId id;
  GtkWidget *parent;
} EditRequest;

static gpointer
load_record (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const EditRequest *request = data;

  return spil_store_get (store, request->entity, request->id, error);
}

static void
on_record_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EditRequest *request = user_data;
  g_autoptr (GtkWidget) parent = request->parent;
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilRecord) record = spil_worker_run_finish (SPIL_WORKER (source), result, &error);

  g_free (request);
  if (record != NULL)
    adw_dialog_present (ADW_DIALOG (spil_record_dialog_new_edit (SPIL_WORKER (source), record)), parent);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit_by_name (source, "failed", error);
}

void
spil_record_dialog_present_edit (SpilWorker *worker, const SpilEntity *entity, SpilId id, GtkWidget *parent)
{
  EditRequest *request = g_new0 (EditRequest, 1);

  request->entity = entity;
  request->id = id;
  request->parent = g_object_ref (parent);
  spil_worker_run (worker, load_record, request, NULL, g_object_unref, NULL, on_record_loaded_cb, request);
}
