// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-visit-paper.h"

#include <glib/gi18n-lib.h>

#include "spil-file-save.h"
#include "spil-print.h"
#include "spil-report-file.h"
#include "spil-visit-document.h"

/* To a file */

static gboolean
write_sheet (SpilStore *store, const char *path, gpointer data, GCancellable *cancellable, GError **error)
{
  const SpilId *id = data;

  return spil_visit_write (store, *id, path, cancellable, error);
}

static void
on_saved (GtkWidget *widget, const char *path, gpointer data)
{
  gtk_widget_activate_action (widget, "win.toast", "s", _ ("Visit sheet saved"));
}

void
spil_visit_paper_save (GtkWidget *widget, SpilWorker *worker, SpilId id, const char *name, const char *ending)
{
  g_autofree char *proposed = spil_visit_dup_file_name (name, spil_day_today ());
  const SpilFileSaving saving = {
    .title = _ ("Save the visit sheet"),
    .name = proposed,
    .ending = ending,
    .knows = spil_report_file_knows,
    .write = write_sheet,
    .saved = on_saved,
  };

  spil_file_save (widget, worker, &saving, g_memdup2 (&id, sizeof id), g_free);
}

/* To paper */

static SpilDocument *
make_sheet (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const SpilId *id = data;

  return spil_visit_document_read (store, *id, error);
}

void
spil_visit_paper_print (GtkWidget *widget, SpilWorker *worker, SpilId id)
{
  spil_print_document (widget, worker, _ ("Visit sheet"), make_sheet, g_memdup2 (&id, sizeof id), g_free);
}
