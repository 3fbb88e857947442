// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "table-fixture.h"

#include <glib/gstdio.h>

char *
table_fixture_write (const char *name, const void *bytes, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *dir = g_dir_make_tmp ("spil-table-XXXXXX", &error);
  char *path;

  g_assert_no_error (error);
  path = g_build_filename (dir, name, NULL);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, &error));
  g_assert_no_error (error);
  return path;
}

void
table_fixture_remove (char *path)
{
  g_autofree char *dir = g_path_get_dirname (path);

  g_unlink (path);
  g_rmdir (dir);
  g_free (path);
}

static void
append_cell (GString *out, const SpilCell *cell)
{
  static const char *const marks[] = { "", "", "#", "@", "@", "?" };

  g_assert_true (g_utf8_validate (cell->text, -1, NULL));
  g_assert_true ((cell->kind == SPIL_CELL_EMPTY) == (cell->text[0] == '\0'));
  g_string_append (out, marks[cell->kind]);
  for (const char *p = cell->text; *p != '\0'; p++)
    if (*p == '\n')
      g_string_append (out, "⏎");
    else
      g_string_append_c (out, *p);
}

static void
append_row (GString *out, const SpilTableRow *row)
{
  g_string_append_printf (out, "%" G_GINT64_FORMAT ":", row->number);
  for (guint i = 0; i < row->n_cells; i++) {
    g_string_append (out, i > 0 ? "|" : "");
    append_cell (out, &row->cells[i]);
  }
  g_string_append_c (out, '\n');
}

char *
table_fixture_read (const char *path, const SpilTableOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilTableReader) reader = spil_table_reader_new (path, options, &error);
  g_autoptr (GPtrArray) notes = NULL;
  const SpilTableRow *row;
  GString *out = g_string_new (NULL);

  g_assert_true ((reader == NULL) == (error != NULL));
  while (reader != NULL && spil_table_reader_next (reader, &row, &error) && row != NULL)
    append_row (out, row);
  notes = reader != NULL ? spil_table_reader_get_notes (reader) : NULL;
  for (guint i = 0; notes != NULL && i < notes->len; i++)
    g_string_append_printf (out, "! %s\n", (const char *) notes->pdata[i]);
  if (error != NULL)
    g_string_append_printf (out, "ERROR %s\n", error->message);
  else
    g_assert_cmpfloat (spil_table_reader_get_progress (reader), ==, 1);
  return g_string_free_and_steal (out);
}

char *
table_fixture_read_bytes (const void *bytes, gsize length, const SpilTableOptions *options)
{
  char *path = table_fixture_write ("table.dat", bytes, length);
  char *text = table_fixture_read (path, options);

  table_fixture_remove (path);
  return text;
}
