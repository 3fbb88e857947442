// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * Underlines words in @view that are no Dutch, with better ones in its context menu. Right after the view is made: it gets another buffer. Nothing
 * happens where the setting "spelling" is off or the laptop has no Dutch dictionary.
 */
void spil_spelling_attach (GtkTextView *view);

G_END_DECLS
