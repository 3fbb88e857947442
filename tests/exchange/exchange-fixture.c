// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "exchange-fixture.h"

#include <glib/gstdio.h>

#include "spil-template.h"

void
exchange_fixture_set_up (ExchangeFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *database = NULL;

  self->dir = g_dir_make_tmp ("spil-exchange-XXXXXX", &error);
  g_assert_no_error (error);
  database = exchange_fixture_path (self, "data");
  self->store = spil_store_create (database, &error);
  g_assert_no_error (error);
}

static void
remove_tree (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK)) {
    g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
    const char *name;

    while ((name = g_dir_read_name (dir)) != NULL) {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  }
  g_remove (path);
}

void
exchange_fixture_tear_down (ExchangeFixture *self, gconstpointer data)
{
  g_clear_pointer (&self->store, spil_store_close);
  remove_tree (self->dir);
  g_free (self->dir);
}

char *
exchange_fixture_path (ExchangeFixture *self, const char *name)
{
  return g_build_filename (self->dir, name, NULL);
}

void
exchange_fixture_use_template (ExchangeFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilTemplate) template = spil_template_load (NULL, "werkgeversaanpak-2018", &error);
  g_autoptr (SpilAction) action = spil_template_make_action (template, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (spil_store_commit_bulk (self->store, action, &error));
  g_assert_no_error (error);
}

int64_t
exchange_fixture_count (ExchangeFixture *self, int entity)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (entity));
  g_autoptr (GError) error = NULL;
  int64_t count = 0;

  g_assert_true (spil_store_count (self->store, query, &count, &error));
  g_assert_no_error (error);
  return count;
}

GPtrArray *
exchange_fixture_list (ExchangeFixture *self, int entity)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (entity));
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = spil_store_list (self->store, query, &error);

  g_assert_no_error (error);
  return rows;
}
