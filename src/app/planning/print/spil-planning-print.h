// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Installs planning.print and planning.export on the class of the planning's page. */
void spil_planning_print_install (GtkWidgetClass *widget_class);
/** Lets Ctrl+P print, wherever the focus is while the page is seen. */
void spil_planning_print_add_key (GtkWidget *page);

G_END_DECLS
