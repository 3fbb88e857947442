// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-atomic-file.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

typedef struct
{
  char *dir;
  char *path;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->dir = g_dir_make_tmp ("spil-file-XXXXXX", NULL);
  self->path = g_build_filename (self->dir, "out.csv", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_unlink (self->path);
  g_assert_cmpint (g_rmdir (self->dir), ==, 0);
  g_free (self->path);
  g_free (self->dir);
}

static void
assert_content (Fixture *self, const char *expected)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (self->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, expected);
}

static void
test_file_new (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilAtomicFile) file = spil_atomic_file_new (self->path, &error);
  GStatBuf there;

  g_assert_no_error (error);
  g_assert_true (spil_atomic_file_write (file, "a", 1, &error));
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
  g_assert_true (spil_atomic_file_finish (file, &error));
  g_assert_no_error (error);
  assert_content (self, "a");
  g_assert_cmpint (g_stat (self->path, &there), ==, 0);
  g_assert_cmpint (there.st_mode & 0777, ==, 0600);
}

/* The file of before stays until the new one is complete, and keeps its permissions. */
static void
test_file_replace (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GStatBuf there;

  g_file_set_contents (self->path, "old", -1, NULL);
  g_chmod (self->path, 0640);
  {
    g_autoptr (SpilAtomicFile) given_up = spil_atomic_file_new (self->path, &error);

    g_assert_true (spil_atomic_file_write (given_up, "half", 4, &error));
    assert_content (self, "old");
  }
  assert_content (self, "old");
  {
    g_autoptr (SpilAtomicFile) file = spil_atomic_file_new (self->path, &error);

    g_assert_true (spil_atomic_file_write (file, "new", 3, &error));
    g_assert_true (spil_atomic_file_finish (file, &error));
  }
  assert_content (self, "new");
  g_assert_cmpint (g_stat (self->path, &there), ==, 0);
  g_assert_cmpint (there.st_mode & 0777, ==, 0640);
}

/* A link stays a link. */
static void
test_file_link (Fixture *self, gconstpointer data)
{
  g_autofree char *link = g_build_filename (self->dir, "link.csv", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilAtomicFile) file = NULL;

  g_file_set_contents (self->path, "old", -1, NULL);
  g_assert_cmpint (symlink ("out.csv", link), ==, 0);
  file = spil_atomic_file_new (link, &error);
  g_assert_true (spil_atomic_file_write (file, "new", 3, &error));
  g_assert_true (spil_atomic_file_finish (file, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  assert_content (self, "new");
  g_unlink (link);
}

static void
test_file_refused (Fixture *self, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (self->dir, "nowhere", "out.csv", NULL);
  const char *const paths[] = { nowhere, self->dir, "/dev/null" };

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (spil_atomic_file_new (paths[i], &error));
    g_assert_nonnull (error);
    g_assert_true (error->domain == G_FILE_ERROR);
    g_assert_nonnull (strstr (error->message, paths[i]));
  }
}

/* No room: the sentence says so, and nothing is left behind. */
static void
test_file_full (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *much = g_strnfill (100000, 'a');
  struct rlimit before;
  struct rlimit small;

  g_file_set_contents (self->path, "old", -1, NULL);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = before;
  small.rlim_cur = 4096;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  {
    g_autoptr (SpilAtomicFile) file = spil_atomic_file_new (self->path, &error);

    g_assert_no_error (error);
    g_assert_false (spil_atomic_file_write (file, much, strlen (much), &error));
  }
  setrlimit (RLIMIT_FSIZE, &before);
  g_assert_nonnull (error);
  g_assert_true (error->domain == G_FILE_ERROR);
  g_assert_nonnull (strstr (error->message, "full"));
  assert_content (self, "old");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/file/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("new", test_file_new);
  ADD ("replace", test_file_replace);
  ADD ("link", test_file_link);
  ADD ("refused", test_file_refused);
  ADD ("full", test_file_full);
#undef ADD
  return g_test_run ();
}
