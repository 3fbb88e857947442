// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-worker.h"

G_BEGIN_DECLS

/** What a new programme can start from. */
typedef struct
{
  char *id;
  char *name;
  char *description;
} SpilStartChoice;

void spil_start_choice_free (SpilStartChoice *self);

/** The template of the plan, which is offered first. */
#define SPIL_START_PLAN "werkgeversaanpak-2018"

/** The templates, as SpilStartChoice in a GPtrArray from spil_worker_run_finish(); works without an open database. */
GPtrArray *spil_start_list (GError **error);

/** Makes the database where there is none and fills it from a template. Finish with spil_worker_run_finish(), whose result means nothing. */
void spil_start_template (SpilWorker *worker, const char *id, GAsyncReadyCallback callback, gpointer user_data);

/** Fills an empty database with the demo; does nothing when it has a programme. Without @callback an error is shown by the window. */
void spil_start_demo (SpilWorker *worker, GAsyncReadyCallback callback, gpointer user_data);

G_END_DECLS
