// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "backup-fixture.h"

#include <string.h>

#include "spil-backup.h"
#include "store-fixture.h"

void
assert_files (const char *dir, const char *names)
{
  g_autoptr (GDir) entries = g_dir_open (dir, 0, NULL);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;
  const char *name;

  g_assert_nonnull (entries);
  while ((name = g_dir_read_name (entries)) != NULL)
    g_ptr_array_add (found, g_strdup (name));
  g_ptr_array_sort_values (found, (GCompareFunc) strcmp);
  g_ptr_array_add (found, NULL);
  joined = g_strjoinv (" ", (char **) found->pdata);
  g_assert_cmpstr (joined, ==, names);
}

char *
digest_in (const char *dir)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilStore) store = spil_store_open (dir, &error);
  g_autoptr (GPtrArray) faults = NULL;

  g_assert_no_error (error);
  faults = spil_store_check (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
  return digest_of (store);
}

void
back_up (SpilStore *store, const char *path)
{
  g_autoptr (GError) error = NULL;

  spil_store_backup (store, path, NULL, NULL, &error);
  g_assert_no_error (error);
}

void
restore (const char *path, const char *dir, char **replaced)
{
  g_autoptr (GError) error = NULL;

  spil_backup_restore (path, dir, replaced, &error);
  g_assert_no_error (error);
}

void
assert_refusal (const GError *error, int code, const char *words)
{
  g_test_message ("%s", error->message);
  g_assert_error (error, SPIL_STORE_ERROR, code);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_nonnull (strstr (error->message, words));
}
