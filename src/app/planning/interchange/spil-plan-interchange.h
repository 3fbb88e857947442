// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Gives a SpilPage the actions planning.import and planning.save-as (string: the ending of the file, ".xml"). For class_init. */
void spil_plan_interchange_install (GtkWidgetClass *widget_class);

G_END_DECLS
