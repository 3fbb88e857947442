// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-recovery-sheet.h"

#include <glib/gstdio.h>
#include <string.h>

#include "pdf-fixture.h"

#define CODE "76B06 XPDKT P7772 0QTGZ 018VF 4TM7E 3842G MC9NB MF5VZ 81WYX 372VH E577X T0Y95 F4FQF"

static void
test_lines (void)
{
  static const struct
  {
    const char *code;
    int per_line;
    const char *lines;
  } cases[] = {
    { "", 4, "" },
    { "A1B2C", 4, "A1B2C" },
    { "A1-B2-C3", 2, "A1  B2\nC3" },
    { "A1 B2  C3 D4\n", 2, "A1  B2\nC3  D4" },
    { "A B C", 1, "A\nB\nC" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *lines = spil_recovery_dup_lines (cases[i].code, cases[i].per_line);

    g_assert_cmpstr (lines, ==, cases[i].lines);
  }
}

static char *
make_path (char **dir)
{
  *dir = g_dir_make_tmp ("spil-sheet-XXXXXX", NULL);
  return g_build_filename (*dir, "Herstelblad.pdf", NULL);
}

static void
test_sheet (void)
{
  g_autoptr (SpilDocument)
      sheet = spil_recovery_sheet_new (CODE, "Marieke de Vries-van den Broek",
                                       "Werkgeversaanpak regio Zwolle", spil_day_from_ymd (2018, 7, 31));
  g_autofree char *dir = NULL;
  g_autofree char *path = make_path (&dir);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) groups = g_strsplit (CODE, " ", -1);
  GStatBuf info;

  g_assert_true (spil_recovery_sheet_write (sheet, path, &error));
  g_assert_no_error (error);
  // For its owner alone.
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  text = fixture_pdf_text (path, 0);
  for (int i = 0; groups[i] != NULL; i++)
    g_assert_nonnull (strstr (text, groups[i]));
  g_assert_nonnull (strstr (text, "Marieke de Vries-van den Broek"));
  g_assert_nonnull (strstr (text, "31-07-2018"));
  g_assert_cmpint (fixture_pdf_pages (path), ==, 1);
  g_unlink (path);
  // Nothing of it is left elsewhere.
  g_assert_cmpint (g_rmdir (dir), ==, 0);
}

static void
test_no_place (void)
{
  g_autoptr (SpilDocument)
      sheet = spil_recovery_sheet_new (CODE, "Marieke", "", spil_day_from_ymd (2018, 7, 31));
  g_autoptr (GError) error = NULL;

  g_assert_false (spil_recovery_sheet_write (sheet, "/nowhere/at/all.pdf", &error));
  g_assert_nonnull (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/recovery-sheet/lines", test_lines);
  g_test_add_func ("/app/recovery-sheet/sheet", test_sheet);
  g_test_add_func ("/app/recovery-sheet/no-place", test_no_place);
  return g_test_run ();
}
