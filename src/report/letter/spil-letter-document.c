// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-letter-document.h"

#include <glib/gi18n-lib.h>

#include "spil-report-file.h"
#include "spil-report-language.h"
#include "spil-report-text.h"

/* More than a letter ever holds; a text from elsewhere may be longer. */
#define MAX_CHARS 20000

static void
take_names (GPtrArray *into, GPtrArray *names)
{
  for (guint i = 0; i < names->len; i++)
    if (!g_ptr_array_find_with_equal_func (into, names->pdata[i], g_str_equal, NULL))
      g_ptr_array_add (into, g_strdup (names->pdata[i]));
}

/* Fills one text in; a letter has no edges of white. */
static char *
fill (SpilLetter *self, const char *text, const SpilLetterData *data)
{
  g_autoptr (SpilLetterText) filled = spil_letter_text_fill (text, spil_letter_value, (gpointer) data);

  take_names (self->unknown, filled->unknown);
  take_names (self->missing, filled->missing);
  return g_strstrip (g_steal_pointer (&filled->text));
}

SpilLetter *
spil_letter_new (const SpilLetterData *data)
{
  SpilLetter *self = g_new0 (SpilLetter, 1);

  self->unknown = g_ptr_array_new_with_free_func (g_free);
  self->missing = g_ptr_array_new_with_free_func (g_free);
  self->subject = fill (self, data->subject, data);
  self->body = fill (self, data->body, data);
  return self;
}

void
spil_letter_free (SpilLetter *self)
{
  if (self == NULL)
    return;
  g_free (self->subject);
  g_free (self->body);
  g_ptr_array_unref (self->unknown);
  g_ptr_array_unref (self->missing);
  g_free (self);
}

static void
append_line (GString *block, const char *format, const SpilLetterData *data, const char *field)
{
  gboolean exists;
  g_autofree char *value = spil_letter_value (field, &exists, (gpointer) data);

  if (value == NULL)
    return;
  g_string_append (block, block->len > 0 ? "\n" : "");
  g_string_append_printf (block, format, value);
}

/* To whom, and what it is about. */
static void
add_head (SpilDocument *document, const SpilLetterData *data, const char *subject)
{
  g_autoptr (GString) address = g_string_new (NULL);
  g_autoptr (GString) reference = g_string_new (NULL);
  g_autofree char *about = NULL;

  append_line (address, "%s", data, "aanvrager");
  /* Translators: on an envelope, "for the attention of" somebody. */
  append_line (address, _ ("Attn. %s"), data, "contactpersoon");
  append_line (address, "%s", data, "adres");
  append_line (address, "%s", data, "plaats");
  append_line (reference, _ ("Date: %s"), data, "datum");
  append_line (reference, _ ("Our reference: %s"), data, "kenmerk");
  spil_document_take_prose (document, SPIL_PROSE_BODY, spil_report_text_clean (address->str, MAX_CHARS));
  spil_document_take_prose (document, SPIL_PROSE_BODY, spil_report_text_clean (reference->str, MAX_CHARS));
  about = g_strdup_printf (_ ("Subject: %s"), subject);
  spil_document_take_prose (document, SPIL_PROSE_LEAD, spil_report_text_clean (about, MAX_CHARS));
}

// The letter as a document: address, date, reference, subject, text. Free with spil_document_free().
static SpilDocument *
document_new (const SpilLetterData *data, const char *subject, const char *body)
{
  SpilDocument *document = spil_document_new (subject);
  g_auto (GStrv) paragraphs = g_strsplit (body, "\n\n", -1);

  spil_document_set_author (document, g_get_real_name ());
  spil_document_set_subject (document, subject);
  spil_document_set_made (document, data->made);
  spil_document_set_running (document, data->programme->name, subject);
  if (data->programme->demo)
    spil_document_set_stamp (document, _ ("DEMO – invented data"));
  add_head (document, data, subject);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    if (*g_strstrip (paragraphs[i]) != '\0')
      spil_document_take_prose (document, SPIL_PROSE_BODY, spil_report_text_clean (paragraphs[i], MAX_CHARS));
  return document;
}

/* What the letter says is there, or FALSE with the names of what is not. */
static gboolean
is_whole (const SpilLetter *letter, GError **error)
{
  g_autofree char *names = NULL;

  if (letter->unknown->len == 0)
    return TRUE;
  g_ptr_array_add (letter->unknown, NULL);
  names = g_strjoinv (", ", (char **) letter->unknown->pdata);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _ ("The text of this letter has fields that Spil does not know: %s. Correct the letter text."),
               names);
  return FALSE;
}

static gboolean
write_letter (SpilStore *store, SpilId application, int kind, const char *subject, const char *body,
              SpilReportFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (SpilLetterData) data = spil_letter_data_new (store, application, kind, spil_day_today (), error);
  g_autoptr (SpilLetter) letter = data != NULL ? spil_letter_new (data) : NULL;
  g_autoptr (SpilDocument) document = NULL;

  if (letter == NULL || (body == NULL && !is_whole (letter, error)))
    return FALSE;
  document = document_new (data, subject != NULL ? subject : letter->subject,
                           body != NULL ? body : letter->body);
  return spil_report_file_write (file, document, cancellable, NULL, NULL, error);
}

gboolean
spil_letter_write (SpilStore *store, SpilId application, int kind, const char *subject, const char *body,
                   const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (SpilReportFile) file = spil_report_file_new (path, error);
  SpilReportLanguage language;
  GError *local = NULL;
  gboolean written;

  if (file == NULL)
    return FALSE;
  language = spil_report_language_begin ();
  written = write_letter (store, application, kind, subject, body, file, cancellable, &local);
  spil_report_language_end (&language);
  if (written)
    return spil_report_file_deliver (file, store, "letter", error);
  spil_report_file_explain (file, &local);
  g_propagate_error (error, local);
  return FALSE;
}

char *
spil_letter_dup_file_name (const SpilLetterData *data, int kind)
{
  const SpilField *field = spil_entity_field (spil_entity (SPIL_ENTITY_LETTER), SPIL_LETTER_KIND);
  g_autofree char *date = spil_day_to_iso (data->today);
  const char *applicant = data->organisation != NULL ? spil_record_get_title (data->organisation) : "";
  char *name = g_strdup_printf ("%s %s %s", spil_field_choice_label (field, kind), applicant, date);

  /* What a file system or a shell would take for something else. */
  return g_strdelimit (name, "/\\:*?\"<>|\n\t", '-');
}
