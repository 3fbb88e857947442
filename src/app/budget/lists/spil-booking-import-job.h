// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-booking-import.h"
#include "spil-worker.h"

G_BEGIN_DECLS

/* What reading in bookings has the worker do. Each calls back on the main thread; finish with spil_worker_run_finish(). */

/** spil_import_look() for @entity: SpilImportLook. */
void spil_booking_job_look (SpilWorker *worker, const char *path, const SpilEntity *entity,
                            GAsyncReadyCallback callback, gpointer user_data);

/** spil_booking_import_new(): SpilBookingImport. */
void spil_booking_job_read (SpilWorker *worker, const char *path, const SpilImportPlan *plan,
                            GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/** spil_booking_import_run(): SpilImportReport. @import is left alone until it is over. */
void spil_booking_job_run (SpilWorker *worker, SpilBookingImport *import, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data);

G_END_DECLS
