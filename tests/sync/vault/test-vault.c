// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-vault.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "spil-space.h"
#include "spil-vault-private.h"

/* A call on the keyring that is never waited for longer than this is meant to last. */
#define LONG_MS 60000

/* A keyring in memory, which can be locked, refuse and hang. */
typedef struct
{
  GMutex mutex;
  GCond changed;
  GHashTable *secrets; /* "dir\nname" -> text */
  gboolean locked;
  gboolean refuses;
  gboolean hangs;
  guint hanging;
  gboolean saves_late; /* what hangs is saved all the same */
} Ring;

typedef struct
{
  char *dir;
  char *path;
  Ring ring;
  SpilSecretService keyring;
} Fixture;

static gboolean
ring_answers (gpointer data, GCancellable *cancellable)
{
  Ring *ring = data;
  gboolean answers;

  g_mutex_lock (&ring->mutex);
  if (ring->hangs && !ring->saves_late) {
    ring->hanging++;
    g_cond_broadcast (&ring->changed);
    while (ring->hangs)
      g_cond_wait (&ring->changed, &ring->mutex);
    ring->hanging--;
    g_cond_broadcast (&ring->changed);
  }
  answers = !ring->locked;
  g_mutex_unlock (&ring->mutex);
  return answers;
}

static char *
make_key (const char *dir, const char *name)
{
  return g_strdup_printf ("%s\n%s", dir, name);
}

static gboolean
ring_load (gpointer data, const char *dir, const char *name, char **text, GCancellable *cancellable,
           GError **error)
{
  Ring *ring = data;
  g_autofree char *key = make_key (dir, name);

  g_mutex_lock (&ring->mutex);
  *text = g_strdup (g_hash_table_lookup (ring->secrets, key));
  g_mutex_unlock (&ring->mutex);
  return TRUE;
}

static gboolean
ring_save (gpointer data, const char *dir, const char *name, const char *text, GCancellable *cancellable,
           GError **error)
{
  Ring *ring = data;
  gboolean done;

  g_mutex_lock (&ring->mutex);
  if (ring->hangs) {
    ring->hanging++;
    g_cond_broadcast (&ring->changed);
    while (ring->hangs)
      g_cond_wait (&ring->changed, &ring->mutex);
  }
  done = !ring->refuses;
  if (done)
    g_hash_table_insert (ring->secrets, make_key (dir, name), g_strdup (text));
  g_mutex_unlock (&ring->mutex);
  return done;
}

static gboolean
ring_forget (gpointer data, const char *dir, const char *name, GCancellable *cancellable, GError **error)
{
  Ring *ring = data;
  GHashTableIter iter;
  gpointer key;

  g_mutex_lock (&ring->mutex);
  g_hash_table_iter_init (&iter, ring->secrets);
  while (g_hash_table_iter_next (&iter, &key, NULL)) {
    g_autofree char *wanted = make_key (dir, name == NULL ? "" : name);

    if (name == NULL ? g_str_has_prefix (key, wanted) : strcmp (key, wanted) == 0)
      g_hash_table_iter_remove (&iter);
  }
  if (ring->hanging > 0) {
    ring->hanging--;
    g_cond_broadcast (&ring->changed);
  }
  g_mutex_unlock (&ring->mutex);
  return TRUE;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_mutex_init (&self->ring.mutex);
  g_cond_init (&self->ring.changed);
  self->ring.secrets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->keyring = (SpilSecretService) {
    .answers = ring_answers,
    .load = ring_load,
    .save = ring_save,
    .forget = ring_forget,
    .data = &self->ring,
  };
  self->dir = g_dir_make_tmp ("spil-vault-XXXXXX", NULL);
  self->path = g_build_filename (self->dir, "secrets", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_remove (self->path);
  g_assert_cmpint (g_rmdir (self->dir), ==, 0);
  g_free (self->dir);
  g_free (self->path);
  g_hash_table_unref (self->ring.secrets);
  g_cond_clear (&self->ring.changed);
  g_mutex_clear (&self->ring.mutex);
}

static SpilVault *
open_vault (Fixture *self, gboolean prefer_file)
{
  g_autoptr (GError) error = NULL;
  SpilVault *vault = spil_vault_open_with (self->dir, &self->keyring, prefer_file, LONG_MS, &error);

  g_assert_no_error (error);
  return vault;
}

static void
assert_set (SpilVault *vault, const char *name, const char *text)
{
  g_autoptr (GBytes) secret = text == NULL ? NULL : g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  spil_vault_set (vault, name, secret, &error);
  g_assert_no_error (error);
}

/* @text NULL: there is no such secret. */
static void
assert_get (SpilVault *vault, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) secret = spil_vault_get (vault, name, &error);

  g_assert_no_error (error);
  g_assert_cmpint (secret != NULL, ==, text != NULL);
  if (text != NULL)
    g_assert_cmpmem (g_bytes_get_data (secret, NULL), g_bytes_get_size (secret), text, strlen (text));
}

static void
assert_keys_error (SpilVault *vault)
{
  g_autoptr (GBytes) secret = g_bytes_new_static ("x", 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (spil_vault_get (vault, "seed", &error));
  g_assert_error (error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_KEYS);
  g_clear_error (&error);
  g_assert_false (spil_vault_set (vault, "seed", secret, &error));
  g_assert_error (error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_KEYS);
}

/* Whether the file has @text somewhere. */
static gboolean
file_has (Fixture *self, const char *text)
{
  g_autofree char *content = NULL;

  return g_file_get_contents (self->path, &content, NULL, NULL) && strstr (content, text) != NULL;
}

static void
use_vault (Fixture *self, gboolean prefer_file)
{
  {
    g_autoptr (SpilVault) vault = open_vault (self, prefer_file);

    assert_get (vault, "seed", NULL);
    g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
    assert_set (vault, "seed", NULL);
    g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
    assert_set (vault, "seed", "first");
    assert_set (vault, "epoch/1", "");
    assert_set (vault, "epoch/2", "two");
    assert_set (vault, "seed", "second");
  }
  {
    g_autoptr (SpilVault) vault = open_vault (self, !prefer_file);

    assert_get (vault, "seed", "second");
    assert_get (vault, "epoch/1", "");
    assert_get (vault, "epoch/2", "two");
    assert_set (vault, "epoch/2", NULL);
    assert_set (vault, "epoch/2", NULL);
    assert_get (vault, "epoch/2", NULL);
    assert_get (vault, "seed", "second");
  }
}

static void
test_vault_file (Fixture *self, gconstpointer data)
{
  g_autoptr (SpilVault) vault = NULL;
  GStatBuf there;

  use_vault (self, TRUE);
  g_assert_cmpuint (g_hash_table_size (self->ring.secrets), ==, 0);
  g_assert_cmpint (g_stat (self->path, &there), ==, 0);
  g_assert_cmpint (there.st_mode & 0777, ==, 0600);
  g_assert_true (file_has (self, "in file\n"));
  vault = open_vault (self, TRUE);
  g_assert_true (spil_vault_erase (vault, NULL));
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
  assert_get (vault, "seed", NULL);
  g_assert_true (spil_vault_erase (vault, NULL));
}

static void
test_vault_keyring (Fixture *self, gconstpointer data)
{
  g_autoptr (SpilVault) vault = NULL;

  use_vault (self, FALSE);
  g_assert_cmpuint (g_hash_table_size (self->ring.secrets), ==, 2);
  g_assert_true (file_has (self, "in keyring\n"));
  g_assert_false (file_has (self, "seed"));
  vault = open_vault (self, TRUE);
  g_assert_true (spil_vault_erase (vault, NULL));
  g_assert_cmpuint (g_hash_table_size (self->ring.secrets), ==, 0);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
}

/* Two databases do not get each other's secrets. */
static void
test_vault_apart (Fixture *self, gconstpointer data)
{
  g_autofree char *other_dir = g_build_filename (self->dir, "other", NULL);
  g_autofree char *other_path = g_build_filename (other_dir, "secrets", NULL);
  g_autoptr (SpilVault) vault = open_vault (self, FALSE);
  g_autoptr (SpilVault) other = NULL;

  g_assert_cmpint (g_mkdir (other_dir, 0700), ==, 0);
  other = spil_vault_open_with (other_dir, &self->keyring, FALSE, LONG_MS, NULL);
  assert_set (vault, "seed", "one");
  assert_set (other, "seed", "two");
  assert_get (vault, "seed", "one");
  assert_get (other, "seed", "two");
  g_assert_true (spil_vault_erase (vault, NULL));
  assert_get (other, "seed", "two");
  g_unlink (other_path);
  g_rmdir (other_dir);
}

/* All bytes, and the largest. */
static void
test_vault_bytes (Fixture *self, gconstpointer data)
{
  static const gsize lengths[] = { 1, 2, 3, 4, 31, 32, 255, 4096, 65536 };

  for (int prefer_file = 0; prefer_file <= 1; prefer_file++) {
    g_autoptr (SpilVault) vault = open_vault (self, prefer_file);

    for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++) {
      g_autofree guint8 *data_in = g_malloc (lengths[i]);
      g_autoptr (GBytes) secret = NULL;
      g_autoptr (GBytes) got = NULL;

      for (gsize j = 0; j < lengths[i]; j++)
        data_in[j] = (guint8) (j * 7 + i);
      secret = g_bytes_new (data_in, lengths[i]);
      g_assert_true (spil_vault_set (vault, "seed", secret, NULL));
      got = spil_vault_get (vault, "seed", NULL);
      g_assert_true (g_bytes_equal (secret, got));
    }
    g_assert_true (spil_vault_erase (vault, NULL));
  }
}

/* A keyring that is locked or refuses at first: the file, for good. */
static void
test_vault_no_keyring (Fixture *self, gconstpointer data)
{
  for (int refuses = 0; refuses <= 1; refuses++) {
    g_autoptr (SpilVault) vault = open_vault (self, FALSE);

    self->ring.locked = !refuses;
    self->ring.refuses = refuses;
    assert_set (vault, "seed", "abc");
    self->ring.locked = FALSE;
    self->ring.refuses = FALSE;
    assert_set (vault, "more", "def");
    assert_get (vault, "seed", "abc");
    g_assert_cmpuint (g_hash_table_size (self->ring.secrets), ==, 0);
    g_assert_true (spil_vault_erase (vault, NULL));
  }
}

/* A keyring that has the secrets and is locked: an error, not "there are none", and no second place. */
static void
test_vault_locked (Fixture *self, gconstpointer data)
{
  g_autoptr (SpilVault) vault = open_vault (self, FALSE);
  g_autoptr (GError) error = NULL;

  assert_set (vault, "seed", "abc");
  self->ring.locked = TRUE;
  assert_keys_error (vault);
  g_assert_false (spil_vault_erase (vault, &error));
  g_assert_error (error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_KEYS);
  g_assert_true (g_file_test (self->path, G_FILE_TEST_EXISTS));
  self->ring.locked = FALSE;
  assert_get (vault, "seed", "abc");
}

/* Waits until a call hangs. */
static void
await_hanging (Fixture *self)
{
  g_mutex_lock (&self->ring.mutex);
  while (self->ring.hanging == 0)
    g_cond_wait (&self->ring.changed, &self->ring.mutex);
  g_mutex_unlock (&self->ring.mutex);
}

/* Lets it go on, and waits until it is over. */
static void
release (Fixture *self)
{
  g_mutex_lock (&self->ring.mutex);
  self->ring.hangs = FALSE;
  g_cond_broadcast (&self->ring.changed);
  while (self->ring.hanging > 0)
    g_cond_wait (&self->ring.changed, &self->ring.mutex);
  g_mutex_unlock (&self->ring.mutex);
}

/* A keyring that never answers: the file, without waiting. */
static void
test_vault_hangs (Fixture *self, gconstpointer data)
{
  g_autoptr (SpilVault) vault = spil_vault_open_with (self->dir, &self->keyring, FALSE, 1, NULL);

  self->ring.hangs = TRUE;
  assert_set (vault, "seed", "abc");
  await_hanging (self);
  assert_set (vault, "more", "def");
  assert_get (vault, "seed", "abc");
  g_assert_true (file_has (self, "in file\n"));
  g_clear_pointer (&vault, spil_vault_close);
  release (self);
  g_assert_cmpuint (g_hash_table_size (self->ring.secrets), ==, 0);
}

/* What it saves after all, when the secret has gone to the file, is taken back. */
static void
test_vault_late (Fixture *self, gconstpointer data)
{
  g_autoptr (SpilVault) vault = spil_vault_open_with (self->dir, &self->keyring, FALSE, 300, NULL);

  self->ring.hangs = TRUE;
  self->ring.saves_late = TRUE;
  assert_set (vault, "seed", "abc");
  await_hanging (self);
  g_assert_true (file_has (self, "in file\n"));
  g_clear_pointer (&vault, spil_vault_close);
  release (self);
  g_assert_cmpuint (g_hash_table_size (self->ring.secrets), ==, 0);
}

static void
assert_refused (Fixture *self, const char *word)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (spil_vault_open_with (self->dir, &self->keyring, TRUE, LONG_MS, &error));
  g_assert_error (error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_KEYS);
  g_assert_nonnull (strstr (error->message, self->path));
  g_assert_nonnull (strstr (error->message, word));
}

/* A file that others could have read or written is not used, also when it becomes so in between. */
static void
test_vault_strict (Fixture *self, gconstpointer data)
{
  static const int modes[] = { 0604, 0640, 0660, 0602, 0610, 0644, 0777 };
  g_autofree char *aside = g_build_filename (self->dir, "aside", NULL);
  g_autoptr (SpilVault) vault = open_vault (self, TRUE);

  assert_set (vault, "seed", "abc");
  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++) {
    g_assert_cmpint (g_chmod (self->path, modes[i]), ==, 0);
    assert_refused (self, "0600");
    assert_keys_error (vault);
  }
  g_assert_cmpint (g_chmod (self->path, 0600), ==, 0);
  assert_get (vault, "seed", "abc");

  g_assert_cmpint (g_rename (self->path, aside), ==, 0);
  g_assert_cmpint (symlink ("aside", self->path), ==, 0);
  assert_refused (self, "ordinary");
  g_unlink (self->path);
  g_assert_cmpint (g_mkdir (self->path, 0700), ==, 0);
  assert_refused (self, "ordinary");
  g_rmdir (self->path);
  g_assert_cmpint (mkfifo (self->path, 0600), ==, 0);
  assert_refused (self, "ordinary");
  g_unlink (self->path);
  g_assert_cmpint (g_rename (aside, self->path), ==, 0);
  if (geteuid () == 0) {
    g_assert_cmpint (chown (self->path, 65534, 65534), ==, 0);
    assert_refused (self, "another user");
  }
}

/* Cut at any byte or with any byte changed: an error, never other secrets or none. */
static void
test_vault_damaged (Fixture *self, gconstpointer data)
{
  g_autoptr (SpilVault) vault = open_vault (self, TRUE);
  g_autofree char *content = NULL;
  gsize length;

  assert_set (vault, "seed", "abc");
  g_assert_true (g_file_get_contents (self->path, &content, &length, NULL));
  for (gsize i = 0; i < length * 2; i++) {
    const gboolean cut = i < length;

    if (!cut)
      content[i - length] ^= 1;
    g_assert_true (g_file_set_contents (self->path, content, (gssize) (cut ? i : length), NULL));
    g_assert_cmpint (g_chmod (self->path, 0600), ==, 0);
    assert_refused (self, "damaged");
    if (!cut)
      content[i - length] ^= 1;
  }
  g_assert_true (spil_vault_erase (vault, NULL));
  assert_get (vault, "seed", NULL);
}

/* What a write that was cut short left, with secrets in it, does not stay. */
static void
test_vault_leftovers (Fixture *self, gconstpointer data)
{
  g_autofree char *leftover = g_build_filename (self->dir, ".spil-A1b2C3", NULL);
  g_autoptr (SpilVault) vault = open_vault (self, TRUE);

  g_file_set_contents (leftover, "secret", -1, NULL);
  assert_set (vault, "seed", "abc");
  g_assert_false (g_file_test (leftover, G_FILE_TEST_EXISTS));
}

/* By way of the environment, as administrators do. */
static void
test_vault_environment (Fixture *self, gconstpointer data)
{
  g_autoptr (SpilVault) vault = NULL;

  g_setenv ("SPIL_VAULT", "file", TRUE);
  vault = spil_vault_open (self->dir, NULL);
  assert_set (vault, "seed", "abc");
  g_assert_true (file_has (self, "in file\n"));
  g_unsetenv ("SPIL_VAULT");
}

/* The real one, without a bus to find it on: no time is lost, and nothing is started. */
static void
test_vault_no_bus (Fixture *self, gconstpointer data)
{
  g_autoptr (SpilVault) vault = spil_vault_open (self->dir, NULL);

  assert_set (vault, "seed", "abc");
  assert_get (vault, "seed", "abc");
  g_assert_true (file_has (self, "in file\n"));
}

static void
test_vault_nowhere (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (spil_vault_open ("/nowhere/at/all", &error));
  g_assert_error (error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_FAILED);
}

int
main (int argc, char **argv)
{
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "disabled:", TRUE);
  g_unsetenv ("SPIL_VAULT");
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/vault/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("file", test_vault_file);
  ADD ("keyring", test_vault_keyring);
  ADD ("apart", test_vault_apart);
  ADD ("bytes", test_vault_bytes);
  ADD ("no-keyring", test_vault_no_keyring);
  ADD ("locked", test_vault_locked);
  ADD ("hangs", test_vault_hangs);
  ADD ("late", test_vault_late);
  ADD ("strict", test_vault_strict);
  ADD ("damaged", test_vault_damaged);
  ADD ("leftovers", test_vault_leftovers);
  ADD ("environment", test_vault_environment);
  ADD ("no-bus", test_vault_no_bus);
  ADD ("nowhere", test_vault_nowhere);
#undef ADD
  return g_test_run ();
}
