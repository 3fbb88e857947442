// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <gio/gio.h>
#include <locale.h>
#include <string.h>

#include "spil-schema.h"
#include "spil-store-private.h"
#include "store-fixture.h"

// The columns and tables that are the store's own; no entity or field may take their names.
static const char *const own_columns[] = { "row",           "id",    "dead", "born_time", "born_device",
                                           "born_sequence", "clock", "rank", "rowid" };

static void
test_names (void)
{
  g_autoptr (GPtrArray) objects = spil_schema_objects ();
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  int n_entities;
  const SpilEntity *const *entities = spil_entities (&n_entities);

  for (guint i = 0; i < objects->len; i++) {
    const SpilSchemaObject *object = g_ptr_array_index (objects, i);

    g_assert_true (g_hash_table_add (names, object->name));
  }
  for (int i = 0; i < n_entities; i++)
    for (int j = 1; j < entities[i]->n_fields; j++) {
      if (entities[i]->fields[j].number == 0)
        continue;
      for (gsize k = 0; k < G_N_ELEMENTS (own_columns); k++)
        g_assert_cmpstr (entities[i]->fields[j].name, !=, own_columns[k]);
      g_assert_false (g_str_has_suffix (entities[i]->fields[j].name, "_fold"));
    }
}

static gboolean
is_current (SpilStore *store)
{
  gboolean current;

  g_assert_true (spil_schema_is_current (store->connection, &current, NULL));
  return current;
}

static int64_t
count_changes (SpilStore *store)
{
  int64_t version;

  g_assert_true (spil_connection_read_integer (store->connection, "PRAGMA schema_version", &version, NULL));
  return version;
}

// SQLite keeps each definition word for word, so bringing a database up to date that is so changes nothing in it.
static void
test_up_to_date (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  int64_t before = count_changes (fixture->store);

  g_assert_true (is_current (fixture->store));
  g_assert_true (spil_schema_upgrade (fixture->store->connection, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count_changes (fixture->store), ==, before);
}

static void
assert_sound (SpilStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = spil_store_check (store, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (faults, i));
  g_assert_cmpuint (faults->len, ==, 0);
}

// Takes from a database what an older version would not have had, and opens it.
static void
test_additions (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *what;
    const char *sql;
  } cases[] = {
    { "a field", "ALTER TABLE organisation DROP COLUMN website" },
    { "a field that is searched for",
      "DROP TABLE search_area; DROP VIEW live_area; ALTER TABLE area DROP COLUMN parking_notes;"
      "CREATE VIEW \"live_area\" AS SELECT row, \"name\" FROM \"area\" WHERE dead = 0;"
      "CREATE VIRTUAL TABLE \"search_area\" USING fts5 (\"name\", content = 'live_area', content_rowid = 'row')" },
    { "a field with an index and folded text",
      "DROP INDEX organisation_by_town; ALTER TABLE organisation DROP COLUMN town_fold" },
    { "a reference", "DROP INDEX task_by_area; ALTER TABLE task DROP COLUMN area" },
    { "an entity", "DROP TABLE tag" },
    { "an entity that is searched", "DROP TABLE search_remark; DROP VIEW live_remark; DROP TABLE remark" },
    { "an index", "DROP INDEX contact_by_time" },
    { "an index too many", "CREATE INDEX organisation_by_website ON organisation (website)" },
    { "a trigger", "DROP TRIGGER audit_keeps_lines" },
  };

  add_organisation (fixture->store, "Café Ünique");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *before = digest_of (fixture->store);
    g_autofree char *after = NULL;

    g_test_message ("%s", cases[i].what);
    g_assert_true (spil_connection_execute (fixture->store->connection, cases[i].sql, NULL));
    g_assert_true (
        spil_connection_execute (fixture->store->connection, "UPDATE meta SET fingerprint = 'older'", NULL));
    g_assert_false (is_current (fixture->store));
    fixture_reopen (fixture);
    g_assert_true (is_current (fixture->store));
    after = digest_of (fixture->store);
    g_assert_cmpstr (before, ==, after);
    assert_sound (fixture->store);
    add_organisation (fixture->store, "Isala");
    add_task (fixture->store, "Bezoek");
  }
}

// The texts of a field that gets an index are folded for the rows that are there.
static void
test_fold_filled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;

  add_organisation (fixture->store, "Café Ünique");
  run_sql (fixture->dir, "DROP INDEX organisation_by_name; ALTER TABLE organisation DROP COLUMN name_fold;"
                         "UPDATE meta SET fingerprint = 'older'");
  fixture_reopen (fixture);
  ids = spil_store_find_by_title (fixture->store, spil_entity (SPIL_ENTITY_ORGANISATION), "cafe unique",
                                  &error);
  g_assert_cmpuint (ids->len, ==, 1);
}

// A database of an older version in a place that may not be written is refused, not read wrongly.
static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  run_sql (fixture->dir, "UPDATE meta SET fingerprint = 'older'");
  g_assert_null (spil_store_open_read_only (fixture->dir, &error));
  g_assert_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_READ_ONLY);
}

/* Databases of released versions, made by make-schema-fixture. */

static void
unpack (const char *name, const char *dir)
{
  g_autofree char *packed = g_test_build_filename (G_TEST_DIST, "store", "fixtures", name, NULL);
  g_autofree char *path = g_build_filename (dir, "spil.db", NULL);
  g_autoptr (GFile) source = g_file_new_for_path (packed);
  g_autoptr (GFile) target = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) plain = g_file_read (source, NULL, &error);
  g_autoptr (GZlibDecompressor) decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GInputStream) in = NULL;
  g_autoptr (GFileOutputStream) out = NULL;

  g_assert_no_error (error);
  in = g_converter_input_stream_new (G_INPUT_STREAM (plain), G_CONVERTER (decompressor));
  out = g_file_replace (target, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_splice (G_OUTPUT_STREAM (out), in,
                          G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL,
                          &error);
  g_assert_no_error (error);
}

static void
assert_area (SpilStore *store, const char *expected)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_AREA));
  g_autoptr (GPtrArray) areas = NULL;

  spil_query_search (query, expected);
  areas = spil_store_list (store, query, NULL);
  g_assert_cmpuint (areas->len, ==, 1);
  g_assert_cmpstr (spil_record_get_title (g_ptr_array_index (areas, 0)), ==, expected);
}

static void
test_released (gconstpointer data)
{
  char *dir = make_dir ();
  g_autoptr (GError) error = NULL;
  int n_entities;
  const SpilEntity *const *entities = spil_entities (&n_entities);
  SpilStore *store;
  int64_t n_rows = 0;

  unpack (data, dir);
  store = spil_store_open (dir, &error);
  g_assert_no_error (error);
  g_assert_true (is_current (store));
  assert_sound (store);
  for (int i = 0; i < n_entities; i++)
    n_rows += count_rows (store, entities[i]);
  g_assert_cmpint (n_rows, >, 50);
  assert_area (store, "Oosterenk");
  g_assert_true (spil_store_redo (store, NULL, &error));
  g_assert_no_error (error);
  assert_area (store, "Hessenpoort");
  g_assert_true (spil_store_undo (store, NULL, &error));
  g_assert_true (spil_store_undo (store, NULL, &error));
  g_assert_true (spil_store_undo (store, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count_rows (store, spil_entity (SPIL_ENTITY_AREA)), ==, 0);
  spil_store_close (store);
  remove_dir (dir);
}

// What no release made is refused with a sentence.
static void
test_trial (gconstpointer data)
{
  char *dir = make_dir ();
  g_autofree char *path = g_build_filename (dir, "spil.db", NULL);
  g_autoptr (GError) error = NULL;

  unpack (data, dir);
  g_assert_null (spil_store_open (dir, &error));
  g_assert_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_CORRUPT);
  g_assert_nonnull (strstr (error->message, path));
  remove_dir (dir);
}

#define add(name, test) g_test_add ("/store/schema/" name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/schema/names", test_names);
  add ("up-to-date", test_up_to_date);
  add ("additions", test_additions);
  add ("fold-filled", test_fold_filled);
  add ("read-only", test_read_only);
  g_test_add_data_func ("/store/schema/released/2", "schema-2.db.gz", test_released);
  g_test_add_data_func ("/store/schema/trial/1", "schema-1.db.gz", test_trial);
  return g_test_run ();
}
