// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-data-report.h"

#include <glib/gi18n-lib.h>

#include "spil-report-file.h"
#include "spil-report-language.h"

// The report to read on paper. Free with spil_document_free().
static SpilDocument *
report_new (GPtrArray *sections)
{
  SpilDocument *document = spil_document_new (_ ("About these data"));

  spil_document_add_prose (document, SPIL_PROSE_TITLE, _ ("About these data"));
  spil_document_add_prose (document, SPIL_PROSE_SUBTITLE,
                           _ ("What Spil keeps on this laptop, who can read it and for how long"));
  spil_document_set_made (document, spil_time_now ());
  for (guint i = 0; i < sections->len; i++) {
    const SpilDataSection *section = sections->pdata[i];

    spil_document_add_heading (document, 1, section->title);
    for (guint j = 0; j < section->rows->len; j++) {
      const SpilDataRow *row = section->rows->pdata[j];

      spil_document_take_prose (document, SPIL_PROSE_BODY, g_strdup_printf ("%s: %s", row->label, row->text));
    }
  }
  return document;
}

gboolean
spil_data_report_write (SpilStore *store, const SpilDataSharing *sharing, const char *path, GError **error)
{
  g_auto (SpilReportLanguage) language = spil_report_language_begin ();
  g_autoptr (GPtrArray) sections = spil_data_report_gather (store, sharing, error);
  g_autoptr (SpilReportFile) file = sections != NULL ? spil_report_file_new (path, error) : NULL;
  g_autoptr (SpilDocument) document = file != NULL ? report_new (sections) : NULL;

  if (file == NULL)
    return FALSE;
  if (!spil_report_file_write (file, document, NULL, NULL, NULL, error)) {
    spil_report_file_explain (file, error);
    return FALSE;
  }
  return spil_report_file_deliver (file, store, "data", error);
}
