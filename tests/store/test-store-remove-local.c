// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <fcntl.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <unistd.h>

#include "backup-fixture.h"
#include "spil-backup.h"
#include "store-fixture.h"

static void
test_remove (Fixture *fixture, gconstpointer data)
{
  static const char *const own[] = {
    "secrets", "sent-mark", ".spil-copy-abcdef", "spil-replaced-2026-11-21-140305.db", "spil.db-wal",
  };
  g_autofree char *database = g_build_filename (fixture->dir, "spil.db", NULL);
  g_autofree char *foreign = g_build_filename (fixture->dir, "spil.odt", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *left = NULL;
  gsize length = 65536;
  int fd;

  add_organisation (fixture->store, "Kanariepiet");
  g_clear_pointer (&fixture->store, spil_store_close);
  for (gsize i = 0; i < G_N_ELEMENTS (own); i++) {
    g_autofree char *path = g_build_filename (fixture->dir, own[i], NULL);

    g_assert_true (g_file_set_contents (path, "Kanariepiet", -1, NULL));
  }
  g_assert_true (g_file_set_contents (foreign, "Mijn brief", -1, NULL));
  // Whoever still reads the file finds nothing in it.
  fd = g_open (database, O_RDONLY | O_CLOEXEC, 0);
  spil_store_remove_local (fixture->dir, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_files (fixture->dir, "spil.odt");
  left = g_malloc (length);
  for (gssize n; (n = read (fd, left, length)) > 0;)
    for (gssize i = 0; i < n; i++)
      g_assert_cmpint (left[i], ==, 0);
  close (fd);

  g_assert_false (spil_store_remove_local (fixture->dir, NULL, NULL, &error));
  assert_refusal (error, SPIL_STORE_ERROR_MISSING, "nothing of Spil");
  g_assert_cmpint (g_unlink (foreign), ==, 0);
}

static gboolean
refuse_cb (gpointer user_data, GError **error)
{
  g_set_error_literal (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_FAILED, "Not now.");
  return FALSE;
}

// What comes before can stop it: then all is as it was.
static void
test_remove_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = digest_of (fixture->store);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->store, spil_store_close);
  g_assert_false (spil_store_remove_local (fixture->dir, refuse_cb, NULL, &error));
  assert_refusal (error, SPIL_STORE_ERROR_FAILED, "Not now");
  after = digest_in (fixture->dir);
  g_assert_cmpstr (before, ==, after);
}

// An empty folder goes too; one that is not there is said to be not there.
static void
test_remove_folder (void)
{
  char *dir = make_dir ();
  g_autofree char *below = g_build_filename (dir, "data", NULL);
  g_autoptr (GError) error = NULL;
  SpilStore *store = spil_store_create (below, &error);

  g_assert_no_error (error);
  spil_store_close (store);
  g_assert_true (spil_store_remove_local (below, NULL, NULL, &error));
  g_assert_no_error (error);
  assert_files (dir, "");
  g_assert_false (spil_store_remove_local (below, NULL, NULL, &error));
  assert_refusal (error, SPIL_STORE_ERROR_MISSING, "not there");
  remove_dir (dir);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add (name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("/store/remove-local/files", test_remove);
  ADD ("/store/remove-local/refused", test_remove_refused);
  g_test_add_func ("/store/remove-local/folder", test_remove_folder);
  return g_test_run ();
}
