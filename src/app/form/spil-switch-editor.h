// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-field-editor.h"

G_BEGIN_DECLS

#define SPIL_TYPE_SWITCH_EDITOR (spil_switch_editor_get_type ())

/** Yes or no. */
G_DECLARE_FINAL_TYPE (SpilSwitchEditor, spil_switch_editor, SPIL, SWITCH_EDITOR, SpilFieldEditor)

G_END_DECLS
