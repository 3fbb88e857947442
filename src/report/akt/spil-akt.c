// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-akt.h"

#include <glib/gi18n-lib.h>

#include "spil-akt-private.h"
#include "spil-report-file.h"
#include "spil-report-language.h"

/* How much of the time goes into gathering the figures; the rest is writing. */
#define GATHERING 0.3

SpilPeriod
spil_report_default_period (void)
{
  return spil_period_of (SPIL_PERIOD_QUARTER, spil_day_today ());
}

SpilDocument *
spil_report_akt_new (const SpilReportData *data)
{
  g_autofree char *title = NULL, *period = NULL;
  SpilDocument *document;

  g_return_val_if_fail (data != NULL, NULL);

  period = spil_period_format (data->period);
  title = g_strdup_printf (_ ("AKT report %s, %s"), data->programme->name, period);
  document = spil_document_new (title);
  spil_document_set_author (document, g_get_real_name ());
  spil_document_set_subject (document, _ ("Progress report to the Ambtelijk Kernteam (AKT)"));
  spil_document_set_made (document, data->made);
  spil_document_set_running (document, data->programme->name, period);
  if (data->programme->demo)
    spil_document_set_stamp (document, _ ("DEMO – invented data"));
  spil_akt_add_front (document, data);
  spil_akt_add_glance (document, data);
  spil_akt_add_funnel (document, data);
  spil_akt_add_areas (document, data);
  spil_akt_add_planning (document, data);
  spil_akt_add_budget (document, data);
  spil_akt_add_fund (document, data);
  spil_akt_add_risks (document, data);
  spil_akt_add_effects (document, data);
  spil_akt_add_decisions (document, data);
  spil_akt_add_annex (document, data);
  return document;
}

/* Passes the progress of a part on as that of the whole. */
typedef struct
{
  SpilReportProgress progress;
  gpointer user_data;
  double from;
  double share;
} Part;

static void
on_part_progressed_cb (double fraction, const char *what, gpointer user_data)
{
  Part *part = user_data;

  if (part->progress != NULL)
    part->progress (part->from + fraction * part->share, what, part->user_data);
}

/* Gathers the figures and writes them to @file, which is not in its place yet. */
static gboolean
write_report (SpilStore *store, SpilPeriod period, SpilReportFile *file, GCancellable *cancellable,
              Part *part, GError **error)
{
  g_autoptr (SpilReportData) data = NULL;
  g_autoptr (SpilDocument) document = NULL;

  part->share = GATHERING;
  data = spil_report_data_new (store, period, cancellable, on_part_progressed_cb, part, error);
  if (data == NULL)
    return FALSE;
  document = spil_report_akt_new (data);
  part->from = GATHERING;
  part->share = 1 - GATHERING;
  return spil_report_file_write (file, document, cancellable, on_part_progressed_cb, part, error);
}

gboolean
spil_report_akt_write (SpilStore *store, SpilPeriod period, const char *path, GCancellable *cancellable,
                       SpilReportProgress progress, gpointer user_data, GError **error)
{
  g_autoptr (SpilReportFile) file = NULL;
  Part part = { .progress = progress, .user_data = user_data };
  SpilReportLanguage language;
  GError *local = NULL;
  gboolean written;

  g_return_val_if_fail (store != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  file = spil_report_file_new (path, error);
  if (file == NULL)
    return FALSE;
  language = spil_report_language_begin ();
  written = write_report (store, period, file, cancellable, &part, &local);
  spil_report_language_end (&language);
  if (written)
    return spil_report_file_deliver (file, store, "akt", error);
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    g_clear_error (&local);
    g_set_error_literal (&local, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                         _ ("The report was cancelled; no file has been written."));
  }
  spil_report_file_explain (file, &local);
  g_propagate_error (error, local);
  return FALSE;
}
