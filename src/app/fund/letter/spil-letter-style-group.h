// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SPIL_TYPE_LETTER_STYLE_GROUP (spil_letter_style_group_get_type ())

/** The house style of this laptop, in which letters are saved: choose one, leave it out, save an example to make one of. */
G_DECLARE_FINAL_TYPE (SpilLetterStyleGroup, spil_letter_style_group, SPIL, LETTER_STYLE_GROUP,
                      AdwPreferencesGroup)

/** @path: where the house style lies, or is put. */
void spil_letter_style_group_set_path (SpilLetterStyleGroup *self, const char *path);

/** The same path when there is a house style; NULL otherwise. */
const char *spil_letter_style_group_get_style (SpilLetterStyleGroup *self);

G_END_DECLS
