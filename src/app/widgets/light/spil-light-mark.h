// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A light (SPIL_LIGHT_*; 0: none) as a sign: each has a shape of its own, so that it is read without its colour. */

/** The sign; a screen reader says its word. */
GtkWidget *spil_light_mark_new (int light);
/** Makes the sign that of another light. */
void spil_light_mark_set_light (GtkWidget *mark, int light);

/** "Green"; "no light" for 0. Owned by gettext. */
const char *spil_light_label (int light);
/** The icon of the sign and the style class that colours it; static. */
const char *spil_light_icon (int light);
const char *spil_light_css_class (int light);

G_END_DECLS
