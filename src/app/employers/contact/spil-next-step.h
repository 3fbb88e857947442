// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-change.h"
#include "spil-worker.h"

G_BEGIN_DECLS

#define SPIL_TYPE_NEXT_STEP (spil_next_step_get_type ())

/**
 * The part of a form that says what happens next: the open actions to tick off, and a new one with its day and how. What nobody touched is
 * proposed from the rhythm of contact. Signals: `changed`; `activated`: Enter in the text.
 */
G_DECLARE_FINAL_TYPE (SpilNextStep, spil_next_step, SPIL, NEXT_STEP, AdwPreferencesGroup)

GtkWidget *spil_next_step_new (SpilWorker *worker);

/** The group with the actions that are open, to stand before this one; it is seen when there are any. */
AdwPreferencesGroup *spil_next_step_get_open_group (SpilNextStep *self);

/** The actions that are open (of SpilRecord); keeps references. */
void spil_next_step_set_open_actions (SpilNextStep *self, GPtrArray *actions);

/** From here on a next action is proposed where none would be left; @cadence and @usual_days: see spil_follow_up_propose(). */
void spil_next_step_set_rhythm (SpilNextStep *self, int cadence, int usual_days);
/** What it follows: a contact of that kind on that day. */
void spil_next_step_set_contact (SpilNextStep *self, int kind, SpilDay day);
/** Forgets what was typed: the next proposal. */
void spil_next_step_begin (SpilNextStep *self);

/** Where the text is typed. */
GtkWidget *spil_next_step_get_input (SpilNextStep *self);
/** The day on which a visit is planned in it; SPIL_DAY_NONE: none. */
SpilDay spil_next_step_get_visit (SpilNextStep *self);

/** Puts what a person typed in @draft, and back. */
void spil_next_step_keep (SpilNextStep *self, GKeyFile *draft, const char *group);
void spil_next_step_restore (SpilNextStep *self, GKeyFile *draft, const char *group);

/** Makes the new action in @next (the caller's); NULL where none is typed. FALSE with @error set when something cannot be read; its field says so. */
gboolean spil_next_step_make (SpilNextStep *self, SpilId organisation, const char *owner, SpilRecord **next,
                              GError **error);

/** Adds to @action what is done and what is new after @contact. FALSE with @error set when something cannot be read; its field says so. */
gboolean spil_next_step_add_to (SpilNextStep *self, SpilAction *action, SpilRecord *contact, GError **error);

G_END_DECLS
