// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Gives the class of SpilWindow its actions; see spil-window.h for them. */
void spil_window_actions_install (GtkWidgetClass *widget_class);

G_END_DECLS
