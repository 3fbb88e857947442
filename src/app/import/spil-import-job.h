// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-import.h"
#include "spil-tidings.h"
#include "spil-worker.h"

G_BEGIN_DECLS

/* What the wizard has the worker do. Each calls back on the main thread; finish with the function beside it. */

/** What was read before: the entity import_layout, the latest first. Free with g_ptr_array_unref(). */
void spil_import_job_layouts (SpilWorker *worker, GAsyncReadyCallback callback, gpointer user_data);

/** spil_import_look(); @options nullable. */
void spil_import_job_look (SpilWorker *worker, const char *path, const SpilTableOptions *options,
                           int64_t header_row, GAsyncReadyCallback callback, gpointer user_data);

/** spil_import_run(). @tidings hears how far it is, from 0 to 1, and is taken. */
void spil_import_job_run (SpilWorker *worker, const char *path, const SpilImportPlan *plan, gboolean dry,
                          SpilTidings *tidings, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data);

/** spil_import_undo(); the result is SpilSeriesUndone, free with g_free(). */
void spil_import_job_undo (SpilWorker *worker, SpilId id, GAsyncReadyCallback callback, gpointer user_data);

/** spil_import_save_refused(). */
void spil_import_job_save_refused (SpilWorker *worker, const char *path, const SpilImportPlan *plan,
                                   const char *to, GAsyncReadyCallback callback, gpointer user_data);

G_END_DECLS
