// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

#include "spil-worker.h"

G_BEGIN_DECLS

/** How a file is saved at a place that people choose. The texts are copied. */
typedef struct
{
  const char *title; /**< over the dialog of files */
  const char *name; /**< proposed, without an ending */
  const char *ending; /**< of the name, and of one that @knows does not know: ".odt" */
  gboolean (*knows) (
      const char *path); /**< whether the ending of that name says what is written; NULL: only @ending does */
  gboolean (*write) (SpilStore *store, const char *path, gpointer data, GCancellable *cancellable,
                     GError **error); /**< on the worker's thread */
  void (*saved) (GtkWidget *widget, const char *path,
                 gpointer data); /**< on the main thread, when it was written */
  gboolean personal; /**< about one person: not told to the desktop's list of recent files */
} SpilFileSaving;

/** Asks where, writes, and tells @widget's window when that fails. @data is freed with @free_data on the main thread. */
void spil_file_save (GtkWidget *widget, SpilWorker *worker, const SpilFileSaving *saving, gpointer data,
                     GDestroyNotify free_data);

G_END_DECLS
