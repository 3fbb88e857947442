// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-field-editor.h"

G_BEGIN_DECLS

#define SPIL_TYPE_PICK_EDITOR (spil_pick_editor_get_type ())

/** A row of another entity, chosen from a short list that the caller makes and whose texts say more than its name. Typing searches in it. */
G_DECLARE_FINAL_TYPE (SpilPickEditor, spil_pick_editor, SPIL, PICK_EDITOR, SpilFieldEditor)

/** Makes the editor; @nothing is what is chosen when nothing is. */
SpilFieldEditor *spil_pick_editor_new (SpilWorker *worker, const SpilEntity *entity, const SpilField *field,
                                       const char *title, const char *nothing);

/** A list to choose from: begin, add each, end. What was chosen stays when it is in it; else nothing is. */
void spil_pick_editor_begin (SpilPickEditor *self);
void spil_pick_editor_add (SpilPickEditor *self, SpilId id, const char *text);
void spil_pick_editor_end (SpilPickEditor *self);

/** What is chosen; nil: nothing. */
SpilId spil_pick_editor_get_chosen (SpilPickEditor *self);

G_END_DECLS
