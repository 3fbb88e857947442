// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "spil-backup-private.h"
#include "spil-copy.h"
#include "spil-hold.h"
#include "spil-local-files.h"
#include "spil-store-private.h"

// What SQLite may keep beside a database: it would take it for the new one's.
static const char *const endings[] = { "-wal", "-journal", "-shm" };

// Gives what stands beside @from the name that belongs with @to.
static gboolean
move_beside (const char *from, const char *to, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *old = g_strconcat (from, endings[i], NULL);
    g_autofree char *new = g_strconcat (to, endings[i], NULL);

    if (g_rename (old, new) != 0 && errno != ENOENT)
      return spil_copy_refuse (from, errno, error);
  }
  return TRUE;
}

// Has the old database keep a second name, so that at each moment one of both has the first; where the disk knows no second names, the old one is renamed.
static gboolean
keep_old (const char *database, const char *aside, GError **error)
{
  if (link (database, aside) == 0 || errno == ENOENT)
    return TRUE;
  return g_rename (database, aside) == 0 || spil_copy_refuse (database, errno, error);
}

static void
put_back (const char *database, const char *aside)
{
  g_autoptr (GError) ignored = NULL;

  if (spil_backup_is_same (database, aside))
    g_unlink (aside);
  else if (g_file_test (aside, G_FILE_TEST_EXISTS))
    g_rename (aside, database);
  move_beside (aside, database, &ignored);
}

// A journal whose beginning was wiped is done with: SQLite keeps it as long as the file is held, under the name it had.
static void
remove_spent_journal (const char *aside)
{
  static const char magic[8] = "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7";
  g_autofree char *journal = g_strconcat (aside, "-journal", NULL);
  g_autofree char *content = NULL;
  gsize length;

  if (g_file_get_contents (journal, &content, &length, NULL) &&
      (length < sizeof magic || memcmp (content, magic, sizeof magic) != 0))
    g_unlink (journal);
}

static gboolean
swap (SpilCopy *copy, const char *database, char **replaced, GError **error)
{
  g_autofree char *aside = spil_local_file_name_replaced (database);

  if (!keep_old (database, aside, error) || !move_beside (database, aside, error) ||
      !spil_copy_place (copy, error)) {
    put_back (database, aside);
    return FALSE;
  }
  remove_spent_journal (aside);
  if (replaced != NULL && g_file_test (aside, G_FILE_TEST_EXISTS))
    *replaced = g_steal_pointer (&aside);
  return TRUE;
}

static gboolean
refuse_itself (const char *path, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_REFUSED,
               _ ("%s is the database itself, not a copy of it. Choose a copy."), shown);
  return FALSE;
}

static gboolean
refuse_folder (const char *path, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_EXISTS,
               _ ("%s is a folder. Choose another folder for the database."), shown);
  return FALSE;
}

static gboolean
put_in_place (const char *path, const char *database, char **replaced, GError **error)
{
  gboolean exists = g_file_test (database, G_FILE_TEST_EXISTS);
  g_autoptr (SpilHold) hold = exists ? spil_hold_new (database, TRUE, error) : NULL;
  g_autoptr (SpilConnection) source = NULL;
  g_autoptr (SpilCopy) copy = NULL;

  if (exists && hold == NULL)
    return FALSE;
  source = spil_backup_open (path, error);
  if (source == NULL)
    return FALSE;
  copy = spil_copy_new (source, database, NULL, NULL, error);
  return copy != NULL && swap (copy, database, replaced, error);
}

gboolean
spil_backup_restore (const char *path, const char *dir, char **replaced, GError **error)
{
  g_autoptr (SpilBackupFacts) facts = NULL;
  g_autofree char *name = NULL;
  g_autofree char *database = NULL;

  g_return_val_if_fail (path != NULL && dir != NULL, FALSE);

  if (replaced != NULL)
    *replaced = NULL;
  name = g_build_filename (dir, SPIL_STORE_FILE, NULL);
  if (spil_backup_is_same (path, name))
    return refuse_itself (path, error);
  facts = spil_backup_read (path, error);
  if (facts == NULL || !spil_store_make_dir (dir, error))
    return FALSE;
  database = spil_backup_follow (name);
  if (g_file_test (database, G_FILE_TEST_IS_DIR))
    return refuse_folder (database, error);
  return put_in_place (path, database, replaced, error);
}
