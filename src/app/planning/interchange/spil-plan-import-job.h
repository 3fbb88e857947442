// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-plan-import.h"
#include "spil-tidings.h"
#include "spil-worker.h"

G_BEGIN_DECLS

/**
 * Reads the file @path and takes it into the database (spil_plan_import()), @dry: only to see. @tidings hears how far it is, from 0 to 1, and
 * is taken. The result is a SpilPlanImportResult; finish with spil_worker_run_finish().
 */
void spil_plan_job_import (SpilWorker *worker, const char *path, gboolean dry, gboolean delete_gone,
                           SpilTidings *tidings, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data);

/** Writes the planning to the file @path. The result is what the file could not hold: of SpilPlanFileUnknown. */
void
spil_plan_job_save (SpilWorker *worker, const char *path, GAsyncReadyCallback callback, gpointer user_data);

G_END_DECLS
