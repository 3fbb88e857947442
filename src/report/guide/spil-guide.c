// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-guide.h"

#include <glib/gi18n-lib.h>

#include "spil-report-file.h"
#include "spil-report-language.h"

typedef struct
{
  const SpilHelp *help;
  SpilDocument *document;
  SpilDocumentTable *terms; /* of the terms that follow one another; NULL: none before this block */
} Guide;

static void
end_terms (Guide *self)
{
  if (self->terms != NULL)
    spil_document_take_table (self->document, NULL, g_steal_pointer (&self->terms), NULL);
}

static void
add_term (Guide *self, const SpilHelpBlock *block)
{
  if (self->terms == NULL) {
    self->terms = spil_document_table_new ();
    spil_document_table_add_column (self->terms, _ ("What"), SPIL_COLUMN_TEXT, 1);
    spil_document_table_add_column (self->terms, _ ("Meaning"), SPIL_COLUMN_TEXT, 3);
  }
  spil_document_table_add_row (self->terms, SPIL_ROW_BODY);
  spil_document_table_take (self->terms, spil_help_to_text (self->help, block->spans));
  spil_document_table_take (self->terms, spil_help_to_text (self->help, block->meaning));
}

static void
add_block (Guide *self, const SpilHelpBlock *block)
{
  g_autofree char *text = spil_help_to_text (self->help, block->spans);
  g_autofree char *number = NULL;

  if (block->kind != SPIL_HELP_TERM)
    end_terms (self);
  switch (block->kind) {
  case SPIL_HELP_HEADING:
    spil_document_add_heading (self->document, 2, text);
    break;
  case SPIL_HELP_STEP:
    number = g_strdup_printf ("%d.", block->number);
    spil_document_add_item (self->document, number, text);
    break;
  case SPIL_HELP_ITEM:
    spil_document_add_item (self->document, "•", text);
    break;
  case SPIL_HELP_TERM:
    add_term (self, block);
    break;
  case SPIL_HELP_NOTE:
    spil_document_add_prose (self->document, SPIL_PROSE_CALLOUT, text);
    break;
  case SPIL_HELP_PICTURE: /* what it shows stands in the text too */
    break;
  case SPIL_HELP_PARAGRAPH:
  default:
    spil_document_add_prose (self->document, SPIL_PROSE_BODY, text);
    break;
  }
}

static void
add_page (Guide *self, const SpilHelpPage *page)
{
  spil_document_add_heading (self->document, 1, page->title);
  spil_document_add_prose (self->document, SPIL_PROSE_LEAD, page->description);
  for (guint i = 0; i < page->blocks->len; i++)
    add_block (self, g_ptr_array_index (page->blocks, i));
  end_terms (self);
}

/* What stands before the first chapter of the list of pages. */
static void
add_preface (Guide *self, const SpilHelpPage *index)
{
  for (guint i = 0; i < index->blocks->len; i++) {
    const SpilHelpBlock *block = g_ptr_array_index (index->blocks, i);

    if (block->kind == SPIL_HELP_HEADING)
      return;
    add_block (self, block);
  }
}

SpilDocument *
spil_guide_new (const SpilHelp *help)
{
  const SpilHelpPage *index = spil_help_get_index (help);
  Guide self = { .help = help, .document = spil_document_new (_ ("Working with Spil")) };

  spil_document_set_subject (self.document, index->description);
  spil_document_set_running (self.document, _ ("Working with Spil"), "");
  spil_document_set_made (self.document, spil_time_now ());
  spil_document_add_prose (self.document, SPIL_PROSE_TITLE, _ ("Working with Spil"));
  spil_document_add_prose (self.document, SPIL_PROSE_SUBTITLE, index->description);
  add_preface (&self, index);
  spil_document_add_sheet (self.document, SPIL_SHEET_PORTRAIT);
  spil_document_add_contents (self.document, _ ("Contents"));
  spil_document_add_sheet (self.document, SPIL_SHEET_PORTRAIT);
  for (int i = 0; i < spil_help_get_n_pages (help); i++)
    add_page (&self, spil_help_get_page (help, i));
  return self.document;
}

gboolean
spil_guide_write (const char *path, GError **error)
{
  g_auto (SpilReportLanguage) language = spil_report_language_begin ();
  g_autoptr (SpilHelp) help = spil_help_new (error);
  g_autoptr (SpilDocument) document = help != NULL ? spil_guide_new (help) : NULL;
  g_autoptr (SpilReportFile) file = document != NULL ? spil_report_file_new (path, error) : NULL;

  if (file == NULL)
    return FALSE;
  if (!spil_report_file_write (file, document, NULL, NULL, NULL, error)) {
    spil_report_file_explain (file, error);
    return FALSE;
  }
  return spil_report_file_commit (file, error);
}
