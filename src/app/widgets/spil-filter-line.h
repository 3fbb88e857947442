// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SPIL_TYPE_FILTER_LINE (spil_filter_line_get_type ())

/**
 * Says how much of a list is shown and which filters are set, each as a button that removes it.
 * Signals: `dropped` (int: the number of the filter), `cleared`.
 */
G_DECLARE_FINAL_TYPE (SpilFilterLine, spil_filter_line, SPIL, FILTER_LINE, AdwBin)

/** Says which filters are set: begin, add each with a number of the caller's, end. */
void spil_filter_line_begin (SpilFilterLine *self);
void spil_filter_line_add (SpilFilterLine *self, int number, const char *text);
void spil_filter_line_end (SpilFilterLine *self);

/** Shows @text; a screen reader says it when it is @news. */
void spil_filter_line_set_count (SpilFilterLine *self, const char *text, gboolean news);
/** Puts a widget of the caller's after the count. */
void spil_filter_line_append (SpilFilterLine *self, GtkWidget *widget);

G_END_DECLS
