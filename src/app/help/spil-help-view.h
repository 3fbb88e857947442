// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

#include "spil-help.h"

G_BEGIN_DECLS

/**
 * Fills @box with what stands on page @index of @help: a label for each block, headings as headings. @follow is called as the handler of
 * GtkLabel::activate-link, with @follower first.
 */
void spil_help_view_fill (GtkBox *box, const SpilHelp *help, int index, GCallback follow, gpointer follower);

G_END_DECLS
