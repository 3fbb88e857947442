// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-field-editor.h"

G_BEGIN_DECLS

#define SPIL_TYPE_CHOICE_EDITOR (spil_choice_editor_get_type ())

/** One item of a list. */
G_DECLARE_FINAL_TYPE (SpilChoiceEditor, spil_choice_editor, SPIL, CHOICE_EDITOR, SpilFieldEditor)

G_END_DECLS
