// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * Shows in full, as a tooltip, whichever text in @root is cut: the one under the pointer, or for who asks with the keyboard (Ctrl+F1) all of
 * those in what has the focus. What has a tooltip of its own shows that.
 */
void spil_cut_tips_install (GtkWidget *root);

G_END_DECLS
