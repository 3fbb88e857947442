// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-worker.h"

G_BEGIN_DECLS

/** A worker on a fresh folder. */
typedef struct
{
  char *dir;
  SpilWorker *worker;
} AppFixture;

void app_fixture_set_up (AppFixture *self, gconstpointer data);
void app_fixture_tear_down (AppFixture *self, gconstpointer data);

/** Runs the main loop until *@result is set (then the caller's). */
GAsyncResult *app_wait (GAsyncResult **result);

/** A callback for app_wait(): user_data is a GAsyncResult **. */
void app_on_ready_cb (GObject *source, GAsyncResult *result, gpointer user_data);

/** Opens the database, with a programme in it. */
void app_open (AppFixture *self);

/** An action that adds the area with that name. */
SpilAction *app_add_area (const char *name);

/** Commits it and waits. */
void app_commit (AppFixture *self, SpilAction *action);

G_END_DECLS
