// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-field-editor.h"

G_BEGIN_DECLS

#define SPIL_TYPE_SET_EDITOR (spil_set_editor_get_type ())

/** Any number of items of a list. */
G_DECLARE_FINAL_TYPE (SpilSetEditor, spil_set_editor, SPIL, SET_EDITOR, SpilFieldEditor)

G_END_DECLS
