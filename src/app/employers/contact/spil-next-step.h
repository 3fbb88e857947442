// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-change.h"
#include "spil-worker.h"

G_BEGIN_DECLS

#define SPIL_TYPE_NEXT_STEP (spil_next_step_get_type ())

/**
 * The part of a form that says what happens next: the open actions to tick off, and a new one with its day. Signal `changed`.
 */
G_DECLARE_FINAL_TYPE (SpilNextStep, spil_next_step, SPIL, NEXT_STEP, AdwPreferencesGroup)

GtkWidget *spil_next_step_new (SpilWorker *worker);

/** The group with the actions that are open, to stand before this one; it is seen when there are any. */
AdwPreferencesGroup *spil_next_step_get_open_group (SpilNextStep *self);

/** The actions that are open (of SpilRecord); keeps references. */
void spil_next_step_set_open_actions (SpilNextStep *self, GPtrArray *actions);

/** Adds to @action what is done and what is new after @contact. FALSE with @error set when something cannot be read; its field says so. */
gboolean spil_next_step_add_to (SpilNextStep *self, SpilAction *action, SpilRecord *contact, GError **error);

G_END_DECLS
