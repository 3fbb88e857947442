// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SPIL_TYPE_FIGURE_STRIP (spil_figure_strip_get_type ())

/** The figures that matter, side by side as cards: a caption and under it the value. They wrap where there is no room. */
G_DECLARE_FINAL_TYPE (SpilFigureStrip, spil_figure_strip, SPIL, FIGURE_STRIP, AdwBin)

GtkWidget *spil_figure_strip_new (void);

void spil_figure_strip_clear (SpilFigureStrip *self);

/** @note is a smaller line under the value; NULL: none. @warns marks the value, which says by itself what is wrong. */
void spil_figure_strip_add (SpilFigureStrip *self, const char *caption, const char *value, const char *note,
                            gboolean warns);

/** The same as a button, which is borrowed; its name for a screen reader is the caption with the value. */
GtkWidget *spil_figure_strip_add_button (SpilFigureStrip *self, const char *caption, const char *value,
                                         const char *note, gboolean warns);

G_END_DECLS
