// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-field-editor.h"

G_BEGIN_DECLS

#define SPIL_TYPE_NOTE_EDITOR (spil_note_editor_get_type ())

/** Text of several lines. */
G_DECLARE_FINAL_TYPE (SpilNoteEditor, spil_note_editor, SPIL, NOTE_EDITOR, SpilFieldEditor)

G_END_DECLS
