// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

#include "spil-chart-canvas.h"
#include "spil-document.h"
#include "spil-page-lists.h"

G_BEGIN_DECLS

/**
 * What a page shows, as a document: its headings, facts, rows, charts and tables in the order in which they are read on the screen, and of lists
 * all rows. So what is on paper is what is on the screen: the same figures, filters, order and columns, and nothing more. What is there to do something
 * with (buttons, menus, fields to search in) stays away, and so does what is folded in or on another tab. @canvases (of SpilChartCanvas) gets
 * those whose charts are in it. NULL: the page shows nothing but what can be done in it.
 */
SpilDocument *
spil_page_reader_read (GtkWidget *root, const char *title, const SpilPageLists *lists, GPtrArray *canvases);

/** One chart, with what it says in words and its figures as a table. */
SpilDocument *spil_page_reader_read_chart (SpilChartCanvas *canvas, const char *title,
                                           const SpilPageLists *lists, GPtrArray *canvases);

G_END_DECLS
