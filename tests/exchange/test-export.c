// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-export.h"

#include <string.h>

#include "exchange-fixture.h"
#include "spil-exchange-error.h"
#include "spil-json-read.h"

/* Exports, and returns what the file holds. */
static char *export (ExchangeFixture *self, const char *what, const char *name)
{
  g_autofree char *path = exchange_fixture_path (self, name);
  g_autoptr (GError) error = NULL;
  char *content = NULL;

  spil_export (self->store, what, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  return content;
}

static JsonNode *
export_json (ExchangeFixture *self, const char *what)
{
  g_autofree char *content = export (self, what, "out.json");
  g_autoptr (GError) error = NULL;
  JsonNode *root = spil_json_parse (content, strlen (content), "File", &error);

  g_assert_no_error (error);
  return root;
}

static void
test_export_csv (ExchangeFixture *self, gconstpointer data)
{
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;

  exchange_fixture_use_template (self);
  content = export (self, "budget_line", "out.CSV");
  lines = g_strsplit (content, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 8);
  g_assert_cmpstr (lines[0], ==, "id,programme,version,number,name,action_line,amount,pm,vat,notes");
  g_assert_nonnull (strstr (lines[1], ",1,Duurzaamheids- en mobiliteitsmakelaars,,112000.00,,excluded,"));
  g_assert_nonnull (
      strstr (lines[4], ",\"Toolkit: probeer- en deelconceptacties, Movez, vervolg De Overstap\","));
  g_assert_cmpstr (lines[7], ==, "");
}

static void
test_export_json (ExchangeFixture *self, gconstpointer data)
{
  g_autoptr (JsonNode) root = NULL;
  JsonArray *rows;
  int64_t sum = 0;

  exchange_fixture_use_template (self);
  root = export_json (self, "budget_line");
  rows = json_node_get_array (root);
  g_assert_cmpuint (json_array_get_length (rows), ==, 6);
  for (guint i = 0; i < 6; i++)
    sum += json_object_get_int_member (json_array_get_object_element (rows, i), "amount");
  g_assert_cmpint (sum, ==, 95150000);
}

static void
test_export_all (ExchangeFixture *self, gconstpointer data)
{
  g_autoptr (JsonNode) root = NULL;
  JsonObject *object;
  int n_entities;

  exchange_fixture_use_template (self);
  root = export_json (self, "all");
  object = json_node_get_object (root);
  spil_entities (&n_entities);
  g_assert_cmpuint (json_object_get_size (object), ==, (guint) n_entities);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "task")), ==, 11);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "contact")), ==, 0);
}

static void
test_export_empty (ExchangeFixture *self, gconstpointer data)
{
  g_autofree char *csv = export (self, "stage", "out.csv");
  g_autofree char *json = export (self, "stage", "out.json");

  g_assert_cmpstr (csv, ==, "id,programme,number,name,evidence\r\n");
  g_assert_cmpstr (json, ==, "[]\n");
}

static void
test_export_refused (ExchangeFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *what;
    const char *name;
    const char *named;
  } cases[] = {
    { "planet", "out.csv", "planet" }, { "area", "out.pdf", "out.pdf" },         { "area", "out", "out" },
    { "all", "out.csv", ".json" },     { "area", "nowhere/out.csv", "nowhere" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = exchange_fixture_path (self, cases[i].name);
    g_autoptr (GError) error = NULL;

    g_assert_false (spil_export (self->store, cases[i].what, path, NULL, NULL, NULL, &error));
    g_assert_true (error->domain == SPIL_EXCHANGE_ERROR || error->domain == G_FILE_ERROR);
    g_assert_nonnull (strstr (error->message, cases[i].named));
    g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  }
}

static void
test_export_cancelled (ExchangeFixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = exchange_fixture_path (self, "out.json");
  g_autoptr (GError) error = NULL;

  exchange_fixture_use_template (self);
  g_cancellable_cancel (cancellable);
  g_assert_false (spil_export (self->store, "all", path, cancellable, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                                  \
  g_test_add ("/export/" name, ExchangeFixture, NULL, exchange_fixture_set_up, function, exchange_fixture_tear_down)
  ADD ("csv", test_export_csv);
  ADD ("json", test_export_json);
  ADD ("all", test_export_all);
  ADD ("empty", test_export_empty);
  ADD ("refused", test_export_refused);
  ADD ("cancelled", test_export_cancelled);
#undef ADD
  return g_test_run ();
}
