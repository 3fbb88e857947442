// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

#include "spil-document.h"
#include "spil-worker.h"

G_BEGIN_DECLS

/** On the worker's thread: what is to be printed. NULL with a sentence for people in @error. */
typedef SpilDocument *(*SpilPrintMake) (SpilStore *store, gpointer data, GCancellable *cancellable,
                                        GError **error);

/**
 * Prints what @make makes through the system's dialog: on the paper that is chosen there, with the page code of the PDF. Nothing waits for it: the
 * document is made on the worker's thread and laid out on one of its own. Before more than a few pages it says how many there will be. What was
 * chosen is remembered, a toast or a sentence over @parent says what came of it, and the audit table gets a line. @title: of the job; @data is freed with
 * @free_data on the main thread.
 */
void spil_print_document (GtkWidget *parent, SpilWorker *worker, const char *title, SpilPrintMake make,
                          gpointer data, GDestroyNotify free_data);

/** The same for a document that is there (taken), which may hold the charts of @canvases (of SpilChartCanvas; nullable; taken). @what is for the audit table. */
void spil_print_ready (GtkWidget *parent, SpilWorker *worker, const char *title, const char *what,
                       SpilDocument *document, GPtrArray *canvases);

G_END_DECLS
