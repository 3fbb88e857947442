// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-worker.h"

G_BEGIN_DECLS

/** Makes an action of what stands in the store; on the worker's thread. NULL with @error set: it may not be. An empty one: there is nothing to do. */
typedef SpilAction *(*SpilActionFunc) (SpilStore *store, gpointer data, GError **error);

/**
 * Makes an action on the worker's thread and commits it. @data is handed over to @func and freed with @free_data. With @callback NULL the window shows
 * what went wrong.
 */
void spil_budget_do (SpilWorker *worker, SpilActionFunc func, gpointer data, GDestroyNotify free_data,
                     GAsyncReadyCallback callback, gpointer user_data);
gboolean spil_budget_do_finish (SpilWorker *worker, GAsyncResult *result, GError **error);

G_END_DECLS
