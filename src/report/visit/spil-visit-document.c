// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-visit-document.h"

#include <glib/gi18n-lib.h>

#include "spil-pdf.h"
#include "spil-report-file.h"
#include "spil-report-language.h"
#include "spil-report-text.h"

/* Contact moments that a sheet has room for when little else is known. */
#define MOST_CONTACTS 8
/* Lines to write on: at least so many. */
#define LEAST_LINES 4

/* The widths of the columns of a part. */
static const struct
{
  double text;
  double detail;
  double end; /* 0: as wide as its text; negative: there is none */
} widths[SPIL_N_VISIT_PARTS] = {
  [SPIL_VISIT_PEOPLE] = { 1, 1.6, 0 },   [SPIL_VISIT_ACTIONS] = { 2, 1, 0 },
  [SPIL_VISIT_PROMISES] = { 2, 1.2, 0 }, [SPIL_VISIT_CONTACTS] = { 1, 2.6, -1 },
  [SPIL_VISIT_NEEDS] = { 1, -1, -1 },    [SPIL_VISIT_SITES] = { 1.6, 1, 0 },
  [SPIL_VISIT_TRAVEL] = { 1, -1, -1 },   [SPIL_VISIT_OFFERS] = { 1, 1.6, 0 },
  [SPIL_VISIT_SCAN] = { 1, 2.4, 0 },     [SPIL_VISIT_FUND] = { 1.6, 1, 0 },
  [SPIL_VISIT_AREA] = { 1, 2.4, 0 },
};

static SpilDocumentTable *
make_columns (const SpilVisitChapter *section)
{
  SpilDocumentTable *table = spil_document_table_new ();

  spil_document_table_add_column (table, section->title, SPIL_COLUMN_TEXT, widths[section->part].text);
  if (widths[section->part].detail >= 0)
    spil_document_table_add_column (table, section->detail_title, SPIL_COLUMN_TEXT,
                                    widths[section->part].detail);
  if (widths[section->part].end >= 0)
    spil_document_table_add_column (table, section->end_title, SPIL_COLUMN_NUMBER, 0);
  return table;
}

static void
put_line (SpilDocumentTable *table, const SpilVisitChapter *section, const SpilVisitLine *line)
{
  spil_document_table_add_row (table, SPIL_ROW_BODY);
  spil_document_table_put (table, line->text);
  if (widths[section->part].detail >= 0)
    spil_document_table_put (table, line->detail != NULL ? line->detail : "");
  if (widths[section->part].end >= 0)
    spil_document_table_put_mark (table, line->late ? SPIL_MARK_RED : SPIL_MARK_NONE,
                                  line->end != NULL ? line->end : "");
}

static void
add_section (SpilDocument *document, const SpilVisitChapter *section)
{
  SpilDocumentTable *table = make_columns (section);

  for (guint i = 0; i < section->lines->len; i++)
    put_line (table, section, section->lines->pdata[i]);
  spil_document_take_table (document, NULL, table, g_strdup (section->more));
}

/* What there is, each part in a table; and in one line what there is not. */
static void
add_sections (SpilDocument *document, const SpilVisitSheet *sheet)
{
  for (guint i = 0; i < sheet->sections->len; i++) {
    const SpilVisitChapter *section = sheet->sections->pdata[i];

    if (section->lines->len > 0)
      add_section (document, section);
  }
  spil_document_take_prose (document, SPIL_PROSE_NOTE, spil_visit_sheet_dup_nothing (sheet));
}

static void
add_facts (SpilDocument *document, const SpilVisitSheet *sheet)
{
  spil_document_add_facts (document, (int) sheet->facts->len);
  for (guint i = 0; i < sheet->facts->len; i++) {
    const SpilVisitFact *fact = sheet->facts->pdata[i];

    spil_document_take_fact (document, fact->late ? SPIL_MARK_RED : SPIL_MARK_NONE, g_strdup (fact->label),
                             g_strdup (spil_report_text_or_not_stated (fact->value)), NULL);
  }
}

static SpilDocument *
make_document (const SpilVisitData *data, guint n_contacts)
{
  g_autoptr (SpilVisitSheet) sheet = spil_visit_sheet_new (data, n_contacts);
  g_autofree char *day = spil_day_format_long (data->today);
  /* Translators: the name of an employer. */
  g_autofree char *title = g_strdup_printf (_ ("Visit sheet %s"), sheet->name);
  SpilDocument *document = spil_document_new (title);

  spil_document_set_compact (document, TRUE);
  spil_document_set_author (document, g_get_real_name ());
  spil_document_set_subject (document, _ ("What to know before a visit"));
  spil_document_set_made (document, data->made);
  spil_document_set_running (document, sheet->name, day);
  if (data->programme->demo)
    spil_document_set_stamp (document, _ ("DEMO – invented data"));
  spil_document_add_prose (document, SPIL_PROSE_TITLE, sheet->name);
  spil_document_take_prose (document, SPIL_PROSE_SUBTITLE,
                            g_strdup_printf ("%s%s%s · %s", sheet->address != NULL ? sheet->address : "",
                                             sheet->address != NULL ? "\n" : "", _ ("Visit sheet"), day));
  add_facts (document, sheet);
  add_sections (document, sheet);
  spil_document_add_heading (document, 2, _ ("Notes"));
  spil_document_add_lines (document, LEAST_LINES);
  return document;
}

/* The visit sheet as a document: one page of A4, with lines to write on. Of contact moments it holds as many as fit, at least one. Free with spil_document_free(). */
static SpilDocument *
document_new (const SpilVisitData *data)
{
  SpilDocument *document;

  g_return_val_if_fail (data != NULL, NULL);

  document = make_document (data, MOST_CONTACTS);
  for (guint n = MOST_CONTACTS - 1; n > 0 && spil_pdf_count_pages (document) > 1; n--) {
    spil_document_free (document);
    document = make_document (data, n);
  }
  return document;
}

static SpilDocument *
read_document (SpilStore *store, SpilId id, GError **error)
{
  g_autoptr (SpilVisitData) data = spil_visit_data_new (store, id, spil_day_today (), error);

  return data != NULL ? document_new (data) : NULL;
}

SpilDocument *
spil_visit_document_read (SpilStore *store, SpilId id, GError **error)
{
  SpilReportLanguage language = spil_report_language_begin ();
  SpilDocument *document = read_document (store, id, error);

  spil_report_language_end (&language);
  return document;
}

static gboolean
write_sheet (SpilStore *store, SpilId id, SpilReportFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (SpilDocument) document = read_document (store, id, error);

  return document != NULL && spil_report_file_write (file, document, cancellable, NULL, NULL, error);
}

gboolean
spil_visit_write (SpilStore *store, SpilId id, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (SpilReportFile) file = NULL;
  SpilReportLanguage language;
  GError *local = NULL;
  gboolean written;

  g_return_val_if_fail (store != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  file = spil_report_file_new (path, error);
  if (file == NULL)
    return FALSE;
  language = spil_report_language_begin ();
  written = write_sheet (store, id, file, cancellable, &local);
  spil_report_language_end (&language);
  if (written)
    return spil_report_file_deliver (file, store, "visit", error);
  spil_report_file_explain (file, &local);
  g_propagate_error (error, local);
  return FALSE;
}

char *
spil_visit_dup_file_name (const char *employer, SpilDay day)
{
  g_autofree char *date = spil_day_to_iso (day);
  g_autofree char *title = g_strdup_printf (_ ("Visit sheet %s"), employer);
  char *name = g_strdup_printf ("%s %s", title, date);

  /* What a file system or a shell would take for something else. */
  return g_strdelimit (name, "/\\:*?\"<>|\n\t", '-');
}
