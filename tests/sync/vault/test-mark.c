// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-mark.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "spil-space.h"

/* How often fsync() was called for files and for folders. */
static int synced_files;
static int synced_folders;

/* Takes the place of that of the system. */
int
fsync (int fd)
{
  struct stat there;

  g_assert_cmpint (fstat (fd, &there), ==, 0);
  *(S_ISDIR (there.st_mode) ? &synced_folders : &synced_files) += 1;
  return (int) syscall (SYS_fsync, fd);
}

typedef struct
{
  char *dir;
  char *path;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->dir = g_dir_make_tmp ("spil-mark-XXXXXX", NULL);
  self->path = g_build_filename (self->dir, "sent-mark", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_remove (self->path);
  g_assert_cmpint (g_rmdir (self->dir), ==, 0);
  g_free (self->dir);
  g_free (self->path);
}

static SpilMark
make_mark (const char *device, int64_t sequence)
{
  SpilMark mark = { .sequence = sequence };

  g_assert_true (spil_id_parse (device, &mark.device));
  memset (mark.hash.bytes, (int) (sequence % 251), sizeof mark.hash.bytes);
  return mark;
}

#define ANNA "01890a5d-ac96-774b-bcce-b302099a8057"
#define BAS "01890a5d-ac96-774b-bcce-b302099a8058"

static void
assert_write (Fixture *self, const SpilMark *mark)
{
  g_autoptr (GError) error = NULL;

  spil_mark_write (self->dir, mark, &error);
  g_assert_no_error (error);
}

static void
assert_read (Fixture *self, const SpilMark *expected)
{
  g_autoptr (GError) error = NULL;
  SpilMark mark;
  gboolean found;

  g_assert_true (spil_mark_read (self->dir, &mark, &found, &error));
  g_assert_no_error (error);
  g_assert_cmpint (found, ==, expected != NULL);
  if (expected != NULL)
    g_assert_cmpmem (&mark, sizeof mark, expected, sizeof mark);
}

static void
test_mark_round (Fixture *self, gconstpointer data)
{
  static const int64_t sequences[] = { 0, 1, 42, INT64_C (1) << 40, INT64_MAX };
  GStatBuf there;

  assert_read (self, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (sequences); i++) {
    const SpilMark mark = make_mark (ANNA, sequences[i]);

    assert_write (self, &mark);
    assert_read (self, &mark);
  }
  g_assert_cmpint (g_stat (self->path, &there), ==, 0);
  g_assert_cmpint (there.st_mode & 0777, ==, 0600);
  g_assert_true (spil_mark_remove (self->dir, NULL));
  assert_read (self, NULL);
  g_assert_true (spil_mark_remove (self->dir, NULL));
}

/* On disk when the call returns, its name too. */
static void
test_mark_durable (Fixture *self, gconstpointer data)
{
  const SpilMark mark = make_mark (ANNA, 1);

  synced_files = 0;
  synced_folders = 0;
  assert_write (self, &mark);
  g_assert_cmpint (synced_files, ==, 1);
  g_assert_cmpint (synced_folders, ==, 1);
}

/* It never goes back for one device; another device begins anew. */
static void
test_mark_lower (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const SpilMark high = make_mark (ANNA, 9);
  const SpilMark low = make_mark (ANNA, 8);
  const SpilMark other = make_mark (BAS, 1);

  assert_write (self, &high);
  assert_write (self, &high);
  g_assert_false (spil_mark_write (self->dir, &low, &error));
  g_assert_error (error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_FAILED);
  assert_read (self, &high);
  assert_write (self, &other);
  assert_read (self, &other);
}

static void
assert_damaged (Fixture *self, const char *content, gsize length)
{
  g_autoptr (GError) error = NULL;
  SpilMark mark;
  gboolean found;

  g_assert_true (
      g_file_set_contents_full (self->path, content, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  g_assert_cmpint (g_chmod (self->path, 0600), ==, 0);
  g_assert_false (spil_mark_read (self->dir, &mark, &found, &error));
  g_assert_false (found);
  g_assert_error (error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_KEYS);
  g_assert_nonnull (strstr (error->message, self->path));
}

/* Cut at any byte, or with a bit of any byte turned over: never another mark, and never none. */
static void
test_mark_damaged (Fixture *self, gconstpointer data)
{
  const SpilMark mark = make_mark (ANNA, 1234);
  g_autofree char *content = NULL;
  gsize length;

  assert_write (self, &mark);
  g_assert_true (g_file_get_contents (self->path, &content, &length, NULL));
  for (gsize i = 0; i < length; i++)
    assert_damaged (self, content, i);
  for (gsize i = 0; i < length; i++) {
    content[i] ^= (char) (1 << i % 8);
    assert_damaged (self, content, length);
    content[i] ^= (char) (1 << i % 8);
  }
  assert_damaged (self, "", 0);
  assert_write (self, &mark);
  assert_read (self, &mark);
}

static void
test_mark_refused (Fixture *self, gconstpointer data)
{
  const SpilMark mark = make_mark (ANNA, 1);
  g_autofree char *nowhere = g_build_filename (self->dir, "nowhere", NULL);
  g_autoptr (GError) error = NULL;
  SpilMark got;
  gboolean found;

  g_assert_cmpint (g_mkdir (self->path, 0700), ==, 0);
  g_assert_false (spil_mark_read (self->dir, &got, &found, &error));
  g_assert_error (error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_KEYS);
  g_clear_error (&error);
  g_assert_false (spil_mark_write (self->dir, &mark, &error));
  g_assert_error (error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (spil_mark_write (nowhere, &mark, &error));
  g_assert_error (error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_FAILED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/mark/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("round", test_mark_round);
  ADD ("durable", test_mark_durable);
  ADD ("lower", test_mark_lower);
  ADD ("damaged", test_mark_damaged);
  ADD ("refused", test_mark_refused);
#undef ADD
  return g_test_run ();
}
