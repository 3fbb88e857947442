// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-folder-carrier.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define DEVICE "0123456789abcdef0123456789abcdef"
#define LEFTOVER ".spil-0123456789abcdef.part"

typedef struct
{
  char *dir;
  SpilCarrier *carrier;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->dir = g_dir_make_tmp ("spil-folder-XXXXXX", NULL);
  self->carrier = spil_folder_carrier_new (self->dir);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
      remove_tree (child);
    else
      g_assert_cmpint (g_unlink (child), ==, 0);
  }
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->carrier);
  if (g_file_test (self->dir, G_FILE_TEST_IS_DIR))
    remove_tree (self->dir);
  g_free (self->dir);
}

static gboolean
put (SpilCarrier *carrier, const char *name, const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return spil_carrier_put (carrier, name, bytes, NULL, error);
}

static void
assert_put (Fixture *self, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;

  put (self->carrier, name, text, &error);
  g_assert_no_error (error);
}

/* The sentence names the folder, and has @word. */
static void
assert_carrier_error (Fixture *self, GError *error, int code, const char *word)
{
  g_assert_error (error, SPIL_CARRIER_ERROR, code);
  g_assert_nonnull (strstr (error->message, self->dir));
  g_assert_nonnull (strstr (error->message, word));
}

static void
assert_file (Fixture *self, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = spil_carrier_get (self->carrier, name, 1000, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, strlen (text));
}

static void
assert_list (Fixture *self, const char *folder, gboolean folders, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = spil_carrier_list (self->carrier, folder, folders, NULL, &error);
  g_autoptr (GString) names = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < items->len; i++) {
    const SpilCarrierItem *item = items->pdata[i];

    g_string_append_printf (names, "%s%s:%d", i == 0 ? "" : " ", item->name, (int) item->size);
  }
  g_assert_cmpstr (names->str, ==, expected);
}

/* How many names the folder really has. */
static guint
count_names (Fixture *self, const char *folder)
{
  g_autofree char *path = g_build_filename (self->dir, folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint count = 0;

  g_assert_nonnull (dir);
  while (g_dir_read_name (dir) != NULL)
    count++;
  return count;
}

static void
write_raw (Fixture *self, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (self->dir, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
test_folder_files (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  assert_list (self, "", TRUE, "");
  assert_list (self, DEVICE "/segments", FALSE, "");
  assert_put (self, DEVICE "/segments/2", "two");
  assert_put (self, DEVICE "/segments/1", "");
  assert_file (self, DEVICE "/segments/2", "two");
  assert_file (self, DEVICE "/segments/1", "");
  assert_list (self, DEVICE "/segments", FALSE, "1:0 2:3");
  assert_list (self, DEVICE "/segments", TRUE, "");
  assert_list (self, "", TRUE, DEVICE ":0");
  assert_list (self, DEVICE, TRUE, "segments:0");
  g_assert_cmpuint (count_names (self, DEVICE "/segments"), ==, 2);

  g_assert_false (put (self->carrier, DEVICE "/segments/2", "other", &error));
  assert_carrier_error (self, error, SPIL_CARRIER_ERROR_EXISTS, DEVICE "/segments/2");
  assert_file (self, DEVICE "/segments/2", "two");
  g_clear_error (&error);

  for (guint i = 0; i < 2; i++) {
    g_assert_true (spil_carrier_remove (self->carrier, DEVICE "/segments/2", NULL, &error));
    g_assert_no_error (error);
  }
  g_assert_true (spil_carrier_remove (self->carrier, "nobody/segments/2", NULL, &error));
  g_assert_null (spil_carrier_get (self->carrier, DEVICE "/segments/2", 10, NULL, &error));
  assert_carrier_error (self, error, SPIL_CARRIER_ERROR_NOT_FOUND, DEVICE "/segments/2");
  g_clear_error (&error);
  g_assert_null (spil_carrier_get (self->carrier, "nobody/segments/2", 10, NULL, &error));
  assert_carrier_error (self, error, SPIL_CARRIER_ERROR_NOT_FOUND, "nobody");
}

static void
test_folder_limit (Fixture *self, gconstpointer data)
{
  g_autofree char *much = g_strnfill (5 * 1024 * 1024 + 1, 'x');

  assert_put (self, "much", much);
  for (int extra = -1; extra <= 1; extra++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes)
        bytes = spil_carrier_get (self->carrier, "much", (gsize) ((int) strlen (much) + extra), NULL, &error);

    if (extra < 0) {
      assert_carrier_error (self, error, SPIL_CARRIER_ERROR_TOO_LARGE, "much");
      continue;
    }
    g_assert_no_error (error);
    g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), much, strlen (much));
  }
}

/* A folder of a share is for others too: what may be read of it, may be read of what is put in it. */
static void
test_folder_modes (Fixture *self, gconstpointer data)
{
  static const struct
  {
    mode_t top;
    mode_t folder;
    mode_t file;
  } cases[] = {
    { 0700, 0700, 0600 },
    { 0750, 0750, 0640 },
    { 0777, 0755, 0644 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *folder = g_strdup_printf ("%s/f%d", self->dir, (int) i);
    g_autofree char *name = g_strdup_printf ("f%d/a", (int) i);
    g_autofree char *file = g_build_filename (self->dir, name, NULL);
    struct stat there;

    g_chmod (self->dir, (int) cases[i].top);
    assert_put (self, name, "x");
    g_assert_cmpint (stat (folder, &there), ==, 0);
    g_assert_cmpint (there.st_mode & 0777, ==, cases[i].folder);
    g_assert_cmpint (stat (file, &there), ==, 0);
    g_assert_cmpint (there.st_mode & 0777, ==, cases[i].file);
  }
}

static void
test_folder_empty (Fixture *self, gconstpointer data)
{
  static const char *const strangers[] = { "leesmij.txt", "Spil-space-x", ".spil-space-x", "abc", "spil" };
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (strangers); i++) {
    g_assert_false (spil_carrier_check (self->carrier, NULL, &error));
    assert_carrier_error (self, error, SPIL_CARRIER_ERROR_EMPTY, "");
    g_clear_error (&error);
    write_raw (self, strangers[i], "x");
  }
  assert_put (self, DEVICE "/request/1", "x");
  g_assert_true (spil_carrier_check (self->carrier, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (spil_carrier_remove (self->carrier, DEVICE "/request/1", NULL, NULL));
  assert_put (self, "spil-space-00-11", "x");
  g_assert_true (spil_carrier_check (self->carrier, NULL, &error));
}

/* All calls, in a table. */
typedef enum
{
  CALL_CHECK,
  CALL_LIST,
  CALL_GET,
  CALL_PUT,
  CALL_REMOVE,
  N_CALLS,
} Call;

static gboolean
perform (SpilCarrier *carrier, Call call, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("abc", 3);
  g_autoptr (GBytes) got = NULL;
  g_autoptr (GPtrArray) items = NULL;

  switch (call) {
  case CALL_CHECK:
    return spil_carrier_check (carrier, cancellable, error);
  case CALL_LIST:
    items = spil_carrier_list (carrier, name, FALSE, cancellable, error);
    return items != NULL;
  case CALL_GET:
    got = spil_carrier_get (carrier, name, 1000, cancellable, error);
    return got != NULL;
  case CALL_PUT:
    return spil_carrier_put (carrier, name, bytes, cancellable, error);
  case CALL_REMOVE:
    return spil_carrier_remove (carrier, name, cancellable, error);
  case N_CALLS:
  default:
    g_assert_not_reached ();
  }
}

static void
assert_all_fail (Fixture *self, int code, const char *word)
{
  for (Call call = CALL_CHECK; call < N_CALLS; call++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (perform (self->carrier, call, DEVICE "/a", NULL, &error));
    assert_carrier_error (self, error, code, word);
  }
}

static void
test_folder_absent (Fixture *self, gconstpointer data)
{
  g_rmdir (self->dir);
  assert_all_fail (self, SPIL_CARRIER_ERROR_ABSENT, "not there");
  g_assert_false (g_file_test (self->dir, G_FILE_TEST_EXISTS));
  g_file_set_contents (self->dir, "a file", -1, NULL);
  assert_all_fail (self, SPIL_CARRIER_ERROR_ABSENT, "no folder");
  g_unlink (self->dir);
  g_assert_cmpint (symlink ("nowhere", self->dir), ==, 0);
  assert_all_fail (self, SPIL_CARRIER_ERROR_ABSENT, "not there");
  g_unlink (self->dir);
}

/* Names that lead elsewhere or that Spil does not give reach no carrier. */
static void
test_folder_names (Fixture *self, gconstpointer data)
{
  g_autofree char *long_name = g_strnfill (129, 'a');
  g_autofree char *fits = g_strnfill (128, 'a');
  g_autofree char *deep = g_strdup_printf ("%s/%s/%s/%s/%s", fits, fits, fits, fits, fits);
  const char *const names[] = {
    "/",     "/etc/passwd", "../a",  "a/../b", "a/..", "..",     ".",       "a/.",    "a//b",
    "a/",    "/a",          "A",     "a/B",    "a.b",  ".spil",  "a b",     "a\n",    "-a",
    "a/-rf", "a\\b",        "a:b",   "a*",     "é",    "a/é",    "\xff",    "con.",   "name~1",
    "a%2fb", "\x01",        "a\tb",  "~",      "a/~",  LEFTOVER, long_name, deep,     "a (1)",
    "a?",    "$(a)",        "a\"b'", "a&b",    "a;b",  "a|b",    "a<b>",    "a/\r/b", "a#b",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    for (Call call = CALL_LIST; call < N_CALLS; call++) {
      g_autoptr (GError) error = NULL;

      g_assert_false (perform (self->carrier, call, names[i], NULL, &error));
      g_assert_error (error, SPIL_CARRIER_ERROR, SPIL_CARRIER_ERROR_FAILED);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
  for (Call call = CALL_GET; call < N_CALLS; call++)
    g_assert_false (perform (self->carrier, call, "", NULL, NULL));
  g_assert_cmpuint (count_names (self, ""), ==, 0);
  assert_put (self, fits, "x");
  assert_file (self, fits, "x");
}

/* What others put in the folder. Only ordinary files count, and nothing leads out of it. */
static void
test_folder_strangers (Fixture *self, gconstpointer data)
{
  static const char *const names[] = { "Capital",
                                       "a (conflicted copy 2018-04-12)",
                                       "a~1",
                                       "a.part",
                                       "\xff\xfe",
                                       LEFTOVER,
                                       "een lange naam.docx",
                                       "-rf",
                                       "a\nb" };
  g_autofree char *link = g_build_filename (self->dir, "link", NULL);
  g_autofree char *folder_link = g_build_filename (self->dir, "folder-link", NULL);
  g_autofree char *pipe = g_build_filename (self->dir, "pipe", NULL);
  g_autofree char *folder = g_build_filename (self->dir, "folder", NULL);
  g_autofree char *socket = g_build_filename (self->dir, "socket", NULL);
  const char *const no_files[] = { "link", "pipe", "folder", "folder-link", "socket" };

  assert_put (self, "a", "abc");
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    write_raw (self, names[i], "x");
  g_assert_cmpint (symlink ("/etc/passwd", link), ==, 0);
  g_assert_cmpint (symlink ("/etc", folder_link), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_cmpint (mknod (socket, S_IFSOCK | 0600, 0), ==, 0);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  assert_list (self, "", FALSE, "a:3");
  assert_list (self, "", TRUE, "folder:0");

  for (gsize i = 0; i < G_N_ELEMENTS (no_files); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (perform (self->carrier, CALL_GET, no_files[i], NULL, &error));
    assert_carrier_error (self, error, SPIL_CARRIER_ERROR_NOT_FOUND, no_files[i]);
    g_clear_error (&error);
    g_assert_false (perform (self->carrier, CALL_PUT, no_files[i], NULL, &error));
    assert_carrier_error (self, error, SPIL_CARRIER_ERROR_EXISTS, no_files[i]);
  }
}

/* Something else than a folder where Spil keeps one: neither silence nor a way out. */
static void
test_folder_blocked (Fixture *self, gconstpointer data)
{
  g_autofree char *link = g_build_filename (self->dir, "link", NULL);
  const char *const names[] = { "link", "file" };

  g_assert_cmpint (symlink ("/tmp", link), ==, 0);
  write_raw (self, "file", "x");
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *inside = g_strdup_printf ("%s/a", names[i]);
    g_autoptr (GError) error = NULL;

    g_assert_false (perform (self->carrier, CALL_LIST, names[i], NULL, &error));
    assert_carrier_error (self, error, SPIL_CARRIER_ERROR_FAILED, names[i]);
    g_clear_error (&error);
    g_assert_false (perform (self->carrier, CALL_PUT, inside, NULL, &error));
    assert_carrier_error (self, error, SPIL_CARRIER_ERROR_FAILED, names[i]);
    g_clear_error (&error);
    g_assert_false (perform (self->carrier, CALL_REMOVE, inside, NULL, &error));
    assert_carrier_error (self, error, SPIL_CARRIER_ERROR_FAILED, names[i]);
    g_clear_error (&error);
    g_assert_false (perform (self->carrier, CALL_GET, inside, NULL, &error));
    assert_carrier_error (self, error, SPIL_CARRIER_ERROR_NOT_FOUND, inside);
  }
}

static void
test_folder_uris (Fixture *self, gconstpointer data)
{
  g_autofree char *uri = g_filename_to_uri (self->dir, NULL, NULL);
  g_autofree char *slash = g_strconcat (self->dir, "/", NULL);
  const char *const good[] = { uri, slash, self->dir };
  const char *const bad[] = { "",       "relative",  "./a", "smb://server/share", "file://server/share",
                              "file:a", "https://x", "~/a", "davs://x/y",         "file:///a%00b",
                              "\xff" };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (SpilCarrier) carrier = spil_carrier_new (good[i], &error);

    g_assert_no_error (error);
    g_assert_cmpstr (spil_carrier_get_label (carrier), ==, self->dir);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (spil_carrier_new (bad[i], &error));
    g_assert_error (error, SPIL_CARRIER_ERROR, SPIL_CARRIER_ERROR_REFUSED);
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
  }
}

static void
test_folder_labels (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *path;
    const char *label;
  } cases[] = {
    { "/mnt/share/Spil", "/mnt/share/Spil" },
    { "/run/user/1000/doc/5f2c8e1a/Gedeelde map", "Gedeelde map" },
    { "/run/flatpak/doc/5f2c8e1a/Gedeelde map/Spil", "Gedeelde map/Spil" },
    { "/run/media/doc", "/run/media/doc" },
    { "/srv/doc/a/b", "/srv/doc/a/b" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SpilCarrier) carrier = spil_carrier_new (cases[i].path, NULL);

    g_assert_cmpstr (spil_carrier_get_label (carrier), ==, cases[i].label);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/folder/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("files", test_folder_files);
  ADD ("limit", test_folder_limit);
  ADD ("modes", test_folder_modes);
  ADD ("empty", test_folder_empty);
  ADD ("absent", test_folder_absent);
  ADD ("names", test_folder_names);
  ADD ("strangers", test_folder_strangers);
  ADD ("blocked", test_folder_blocked);
  ADD ("uris", test_folder_uris);
  ADD ("labels", test_folder_labels);
#undef ADD
  return g_test_run ();
}
