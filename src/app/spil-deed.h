// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-worker.h"

G_BEGIN_DECLS

/** On the worker's thread: makes the action that does what @data says. NULL with @error: it cannot be done, and why. */
typedef SpilAction *(*SpilDeedFunc) (SpilStore *store, gconstpointer data, GError **error);

/**
 * Has @make make an action from what stands in the database now, and commits it: the toast with its Undo comes by itself. An action without changes is done at once. @data is freed with
 * @free_data. With @callback NULL the window shows errors.
 */
void spil_deed_do (SpilWorker *worker, SpilDeedFunc make, gpointer data, GDestroyNotify free_data,
                   GAsyncReadyCallback callback, gpointer user_data);
gboolean spil_deed_finish (SpilWorker *worker, GAsyncResult *result, GError **error);

G_END_DECLS
