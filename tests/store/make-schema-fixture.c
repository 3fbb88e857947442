// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
//
// Makes the database that is kept for the migration tests of later versions: make-schema-fixture FILE.gz, once per
// version of the schema, when it is released. A row of every entity with every field, and a history with an undone step.
#include <gio/gio.h>
#include <locale.h>
#include <stdlib.h>

#include "spil-store-private.h"
#include "store-fixture.h"

static SpilAction *
make_rows (void)
{
  SpilAction *action = spil_action_new ("Rows added");
  int n_entities;
  const SpilEntity *const *entities = spil_entities (&n_entities);

  for (int i = 0; i < n_entities; i++)
    if (entities[i]->number != SPIL_ENTITY_PROGRAMME) {
      g_autoptr (SpilRecord) record = sample_record (action, entities[i], i + 1, TRUE);
    }
  return action;
}

static void
rename_area (SpilStore *store, const char *name)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_AREA));
  g_autoptr (GPtrArray) areas = spil_store_list (store, query, NULL);
  SpilAction *action = spil_action_new (name);
  g_auto (SpilValue) value = spil_value_text (name);

  spil_change_assign (spil_action_set_row (action, spil_entity (SPIL_ENTITY_AREA),
                                           spil_record_get_id (g_ptr_array_index (areas, 0))),
                      SPIL_AREA_NAME, &value);
  commit (store, action);
}

static void
compress_file (const char *path, const char *target)
{
  g_autoptr (GFile) source = g_file_new_for_path (path);
  g_autoptr (GFile) file = g_file_new_for_path (target);
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  g_autoptr (GFileInputStream) in = g_file_read (source, NULL, NULL);
  g_autoptr (GFileOutputStream) plain = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL);
  g_autoptr (GOutputStream)
      out = g_converter_output_stream_new (G_OUTPUT_STREAM (plain), G_CONVERTER (compressor));

  g_assert_cmpint (g_output_stream_splice (
                       out, G_INPUT_STREAM (in),
                       G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, NULL),
                   >, 0);
}

int
main (int argc, char **argv)
{
  Fixture fixture;
  g_autofree char *path = NULL;

  setlocale (LC_ALL, "C.UTF-8");
  if (argc != 2)
    return EXIT_FAILURE;
  fixture_set_up (&fixture, NULL);
  spil_store_set_actor (fixture.store, "Makelaar");
  commit (fixture.store, make_rows ());
  rename_area (fixture.store, "Oosterenk");
  rename_area (fixture.store, "Hessenpoort");
  g_assert_true (spil_store_undo (fixture.store, NULL, NULL));
  path = g_strdup (spil_store_get_path (fixture.store));
  g_clear_pointer (&fixture.store, spil_store_close);
  run_sql (fixture.dir, "PRAGMA journal_mode = DELETE; VACUUM");
  compress_file (path, argv[1]);
  fixture_tear_down (&fixture, NULL);
  return EXIT_SUCCESS;
}
