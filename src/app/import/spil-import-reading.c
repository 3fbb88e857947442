// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-import-reading.h"

#include <glib/gi18n-lib.h>

// In how many rows the headers may be said to stand.
#define HEADER_ROWS 15

static const struct
{
  char character;
  const char *label;
} delimiters[] = {
  { ';', N_ ("A semicolon (;)") },
  { ',', N_ ("A comma (,)") },
  { '\t', N_ ("A tab") },
  { '|', N_ ("A bar (|)") },
};

static const struct
{
  SpilTextEncoding encoding;
  const char *label;
} encodings[] = {
  { SPIL_ENCODING_UTF8, "UTF-8" },
  { SPIL_ENCODING_CP1252, "Windows" },
  { SPIL_ENCODING_UTF16_LE, "UTF-16 LE" },
  { SPIL_ENCODING_UTF16_BE, "UTF-16 BE" },
};

static void
show (AdwComboRow *row, GtkStringList *words, guint selected, gboolean visible)
{
  adw_combo_row_set_model (row, G_LIST_MODEL (words));
  adw_combo_row_set_selected (row, selected);
  gtk_widget_set_visible (GTK_WIDGET (row), visible);
  g_object_unref (words);
}

static void
fill_header (AdwComboRow *row, const SpilImportLook *look)
{
  GtkStringList *words = gtk_string_list_new ((const char *const[]) { _ ("There are none"), NULL });

  for (int i = 1; i <= HEADER_ROWS; i++)
    gtk_string_list_take (words, g_strdup_printf (_ ("Row %d"), i));
  show (row, words, (guint) MIN (look->plan->header_row, HEADER_ROWS), TRUE);
}

static void
fill_delimiter (AdwComboRow *row, const SpilTableOptions *options)
{
  GtkStringList *words = gtk_string_list_new (NULL);
  guint selected = G_N_ELEMENTS (delimiters);

  for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++) {
    gtk_string_list_append (words, _ (delimiters[i].label));
    if (delimiters[i].character == options->delimiter)
      selected = i;
  }
  // Another one, as the file itself says.
  if (selected == G_N_ELEMENTS (delimiters))
    gtk_string_list_take (words, g_strdup_printf ("%c", options->delimiter));
  show (row, words, selected, options->format == SPIL_TABLE_CSV);
}

static void
fill_encoding (AdwComboRow *row, const SpilTableOptions *options)
{
  GtkStringList *words = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++) {
    gtk_string_list_append (words, encodings[i].label);
    if (encodings[i].encoding == options->encoding)
      selected = i;
  }
  show (row, words, selected, options->format == SPIL_TABLE_CSV || options->format == SPIL_TABLE_VCARD);
}

void
spil_import_reading_fill (const SpilImportReading *self, const SpilImportLook *look)
{
  const guint n_sheets = look->sheets != NULL ? g_strv_length (look->sheets) : 0;

  fill_header (self->header, look);
  show (self->sheet, gtk_string_list_new ((const char *const *) look->sheets), look->plan->options.sheet,
        n_sheets > 1);
  fill_delimiter (self->delimiter, &look->plan->options);
  fill_encoding (self->encoding, &look->plan->options);
}

SpilTableOptions
spil_import_reading_get (const SpilImportReading *self, const SpilImportLook *look, int64_t *header_row)
{
  SpilTableOptions options = look->plan->options;
  const guint delimiter = adw_combo_row_get_selected (self->delimiter);
  const guint encoding = adw_combo_row_get_selected (self->encoding);
  const guint sheet = adw_combo_row_get_selected (self->sheet);

  if (delimiter < G_N_ELEMENTS (delimiters))
    options.delimiter = delimiters[delimiter].character;
  if (encoding < G_N_ELEMENTS (encodings))
    options.encoding = encodings[encoding].encoding;
  // Another sheet has its headers elsewhere.
  *header_row = sheet != GTK_INVALID_LIST_POSITION && sheet != options.sheet
                    ? -1
                    : (int64_t) adw_combo_row_get_selected (self->header);
  if (sheet != GTK_INVALID_LIST_POSITION)
    options.sheet = sheet;
  return options;
}

GListModel *
spil_import_make_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) lists = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  static const char *const suffixes[] = { "csv", "txt", "tsv", "xlsx", "ods", "vcf" };

  gtk_file_filter_set_name (lists, _ ("Lists"));
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (lists, suffixes[i]);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, lists);
  g_list_store_append (filters, all);
  return G_LIST_MODEL (filters);
}
