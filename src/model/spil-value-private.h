// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What is wrong with a text and what to do, in the language of the program, or NULL when nothing is. Owned by gettext. */
const char *spil_value_text_fault (const char *text);

G_END_DECLS
