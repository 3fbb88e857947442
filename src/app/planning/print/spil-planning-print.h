// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Installs planning.print and planning.export on the class of the planning's page, and lets it print with the first. */
void spil_planning_print_install (GtkWidgetClass *widget_class);

G_END_DECLS
