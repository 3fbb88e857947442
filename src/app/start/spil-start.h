// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-worker.h"

G_BEGIN_DECLS

/** The template of the plan, which is offered first. */
#define SPIL_START_PLAN "werkgeversaanpak-2018"

/** Reads which templates there are, apart from any database. Finish with spil_start_list_finish(). */
void spil_start_list (GAsyncReadyCallback callback, gpointer user_data);
/** The templates, as SpilTemplateInfo. */
GPtrArray *spil_start_list_finish (GAsyncResult *result, GError **error);

/**
 * Fills the empty database of @worker from a template: the programme with all its rows. Does nothing when there is a
 * programme already. Finish with spil_worker_run_finish(), which gives no result; without @callback the window shows an error.
 */
void
spil_start_template (SpilWorker *worker, const char *id, GAsyncReadyCallback callback, gpointer user_data);

/** The same with the demo: the plan with invented data, marked as such. */
void spil_start_demo (SpilWorker *worker, GAsyncReadyCallback callback, gpointer user_data);

G_END_DECLS
