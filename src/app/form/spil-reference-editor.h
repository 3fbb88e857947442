// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-field-editor.h"

G_BEGIN_DECLS

#define SPIL_TYPE_REFERENCE_EDITOR (spil_reference_editor_get_type ())

/** A row of another entity, chosen on a page of its own with search: works for any number of rows. */
G_DECLARE_FINAL_TYPE (SpilReferenceEditor, spil_reference_editor, SPIL, REFERENCE_EDITOR, SpilFieldEditor)

G_END_DECLS
