// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "driver.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

// Where SQLite keeps user_version in its header.
#define VERSION_OFFSET 60

// What is wrong with the database that a window is opened on, and what the window says of it.
typedef struct
{
  const char *name;
  void (*spoil) (const char *data, const char *file);
  const char *title;
  const char *sentence;
} Case;

static void
write_garbage (const char *data, const char *file)
{
  g_autofree char *garbage = g_strnfill (8192, 'x');

  g_assert_true (g_file_set_contents (file, garbage, -1, NULL));
}

static void
cut_off (const char *data, const char *file)
{
  g_autofree char *made = run_spilctl (
      data, (const char *[]) { "init", "--template", "werkgeversaanpak-2018", NULL });
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (file, &content, &length, NULL));
  // The first page stays as it is; the others are noise.
  memset (content + 4096, 0xa5, length - 4096);
  g_assert_true (g_file_set_contents (file, content, length, NULL));
}

static void
make_newer (const char *data, const char *file)
{
  g_autofree char *made = run_spilctl (
      data, (const char *[]) { "init", "--template", "werkgeversaanpak-2018", NULL });
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (file, &content, &length, NULL));
  memcpy (content + VERSION_OFFSET, "\0\0\x7f\0", 4);
  g_assert_true (g_file_set_contents (file, content, length, NULL));
}

static void
put_folder_there (const char *data, const char *file)
{
  g_assert_cmpint (g_mkdir (file, 0700), ==, 0);
}

static const Case cases[] = {
  { "garbage", write_garbage, "De database is beschadigd",
    "is beschadigd of is geen database van Spil. Zet een kopie terug." },
  { "half-overwritten", cut_off, "De database is beschadigd", "Zet een kopie terug." },
  { "newer", make_newer, "De database is nieuwer dan deze Spil", "Installeer die versie om hem te openen." },
  { "folder-for-database", put_folder_there, "De database is beschadigd",
    "is een map en geen database van Spil. Kies een andere map." },
};

static char *
checksum (const char *file)
{
  g_autofree char *content = NULL;
  gsize length;

  if (!g_file_get_contents (file, &content, &length, NULL))
    return g_strdup ("unreadable");
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) content, length);
}

static void
test_opening (gconstpointer user_data)
{
  const Case *one = user_data;
  g_autofree char *data = g_dir_make_tmp ("spil-e2e-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (data, "spil.db", NULL);
  g_autofree char *before = NULL, *after = NULL;
  Driver *driver;

  one->spoil (data, file);
  before = checksum (file);
  driver = driver_start_on (data, NULL);
  g_object_unref (driver_find (driver, ATSPI_ROLE_BUTTON, "Opnieuw proberen"));
  driver_wait_text (driver, one->title);
  driver_wait_text (driver, one->sentence);
  driver_stop (driver);
  after = checksum (file);
  g_assert_cmpstr (after, ==, before);
  remove_folder (data);
  g_unlink (data);
}

// A folder that cannot be there is told when something has to be written in it.
static void
test_no_folder (void)
{
  g_autofree char *data = g_dir_make_tmp ("spil-e2e-XXXXXX", NULL);
  Driver *driver;

  g_assert_cmpint (g_rmdir (data), ==, 0);
  g_assert_true (g_file_set_contents (data, "mine", -1, NULL));
  driver = driver_start_on (data, NULL);
  driver_press (driver, ATSPI_ROLE_LIST_ITEM, "Begin met het plan van 2018");
  driver_wait_text (driver, "De database kan niet worden beschreven");
  driver_wait_text (driver, "kan niet worden gemaakt (Is geen map). Kies een andere map.");
  driver_key (driver, "Escape");
  driver_wait_text_gone (driver, "De database kan niet worden beschreven");
  driver_stop (driver);
  g_assert_cmpint (g_unlink (data), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/errors/opening/%s", cases[i].name);

    g_test_add_data_func (path, &cases[i], test_opening);
  }
  g_test_add_func ("/errors/no-folder", test_no_folder);
  return g_test_run ();
}
