// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "pdf-fixture.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

char *
fixture_make_folder (void)
{
  GError *error = NULL;
  char *folder = g_dir_make_tmp ("spil-report-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

void
fixture_remove_folder (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    g_unlink (path);
  }
  g_rmdir (folder);
  g_free (folder);
}

int
fixture_count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  int count = 0;

  while (g_dir_read_name (dir) != NULL)
    count++;
  return count;
}

static char *
run (const char *const *argv)
{
  GError *error = NULL;
  char *output = NULL;
  int status = 0;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return output;
}

char *
fixture_pdf_text (const char *path, int page)
{
  g_autofree char *first = g_strdup_printf ("%d", MAX (page, 1));
  g_autofree char *last = g_strdup_printf ("%d", page > 0 ? page : 10000);
  const char *argv[] = { "pdftotext", "-layout", "-f", first, "-l", last, path, "-", NULL };

  return run (argv);
}

char *
fixture_pdf_info (const char *path)
{
  const char *argv[] = { "pdfinfo", path, NULL };

  return run (argv);
}

char *
fixture_pdf_structure (const char *path)
{
  const char *argv[] = { "pdfinfo", "-struct-text", path, NULL };

  return run (argv);
}

char *
fixture_pdf_fonts (const char *path)
{
  const char *argv[] = { "pdffonts", path, NULL };

  return run (argv);
}

int
fixture_pdf_pages (const char *path)
{
  g_autofree char *info = fixture_pdf_info (path);
  const char *line = strstr (info, "Pages:");

  g_assert_nonnull (line);
  return atoi (line + strlen ("Pages:"));
}

int
fixture_count (const char *text, const char *word)
{
  int count = 0;

  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
    count++;
  return count;
}
