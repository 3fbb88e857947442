// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-field-editor.h"

G_BEGIN_DECLS

#define SPIL_TYPE_TEXT_EDITOR (spil_text_editor_get_type ())

/** One line: text, a number, an amount, a day (with a calendar) or a time. */
G_DECLARE_FINAL_TYPE (SpilTextEditor, spil_text_editor, SPIL, TEXT_EDITOR, SpilFieldEditor)

G_END_DECLS
