// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-apply.h"

#include <string.h>

#include "exchange-fixture.h"
#include "spil-exchange-error.h"
#include "spil-json-read.h"

#define ID_1 "01640000-0000-7000-8000-000000000001"
#define ID_2 "01640000-0000-7000-8000-000000000002"
#define ADD_1 "{\"op\":\"add\",\"entity\":\"organisation\",\"id\":\"" ID_1 "\",\"values\":{\"name\":\"A\",\"kind\":\"employer\"}}\n"

static gboolean
on_result_cb (const char *result, gpointer user_data, GError **error)
{
  g_ptr_array_add (user_data, g_strdup (result));
  return TRUE;
}

/* Applies @length bytes of @text; the results as texts. */
static GPtrArray *
apply_bytes (ExchangeFixture *self, const char *text, gsize length, gboolean atomic, SpilApplyCounts *counts,
             GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, (gssize) length, NULL);
  GPtrArray *results = g_ptr_array_new_with_free_func (g_free);

  spil_apply (self->store, stream, atomic, on_result_cb, results, counts, error);
  for (guint i = 0; i < results->len; i++) {
    const char *result = results->pdata[i];
    g_autoptr (JsonNode) node = spil_json_parse (result, strlen (result), "Result", NULL);

    g_test_message ("%s", result);
    g_assert_nonnull (node);
  }
  return results;
}

static GPtrArray *
apply (ExchangeFixture *self, const char *text, gboolean atomic, SpilApplyCounts *counts, GError **error)
{
  return apply_bytes (self, text, strlen (text), atomic, counts, error);
}

static SpilRecord *
get_organisation (ExchangeFixture *self, const char *id_text)
{
  SpilId id;

  g_assert_true (spil_id_parse (id_text, &id));
  return spil_store_get (self->store, spil_entity (SPIL_ENTITY_ORGANISATION), id, NULL);
}

static void
test_apply_changes (ExchangeFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilRecord) organisation = NULL;
  SpilApplyCounts counts;

  exchange_fixture_use_template (self);
  results = apply (
      self,
      ADD_1
      "\r\n"
      "{\"op\":\"add\",\"entity\":\"area\",\"values\":{\"name\":\"B\",\"kind\":\"district\",\"notes\":null}}\r\n"
      "{\"op\":\"set\",\"entity\":\"organisation\",\"id\":\"" ID_1
      "\",\"values\":{\"staff_count\":12,\"staff_date\":\"2018-07-31\"}}\n"
      "{\"op\":\"delete\",\"entity\":\"organisation\",\"id\":\"" ID_1 "\"}",
      FALSE, &counts, &error);
  g_assert_no_error (error);
  g_assert_cmpint (counts.done, ==, 4);
  g_assert_cmpint (counts.refused, ==, 0);
  g_assert_cmpuint (results->len, ==, 4);
  g_assert_cmpstr (results->pdata[0], ==,
                   "{\"line\":1,\"ok\":true,\"op\":\"add\",\"entity\":\"organisation\",\"id\":\"" ID_1 "\"}");
  g_assert_true (
      g_str_has_prefix (results->pdata[1], "{\"line\":3,\"ok\":true,\"op\":\"add\",\"entity\":\"area\""));
  organisation = get_organisation (self, ID_1);
  g_assert_null (organisation);
  // Each line is a step of its own.
  g_assert_true (spil_store_undo (self->store, NULL, NULL));
  organisation = get_organisation (self, ID_1);
  g_assert_cmpint (spil_record_get_integer (organisation, SPIL_ORGANISATION_STAFF_COUNT), ==, 12);
}

static void
test_apply_refusals (ExchangeFixture *self, gconstpointer data)
{
  static const char *const lines[] = {
    "not json",
    "[]",
    "{}",
    "{\"op\":\"add\"}",
    "{\"op\":\"replace\",\"entity\":\"area\",\"values\":{}}",
    "{\"op\":7,\"entity\":\"area\",\"values\":{}}",
    "{\"op\":\"add\",\"entity\":\"planet\",\"values\":{}}",
    "{\"op\":\"add\",\"entity\":\"area\"}",
    "{\"op\":\"add\",\"entity\":\"area\",\"values\":[]}",
    "{\"op\":\"add\",\"entity\":\"area\",\"values\":{},\"colour\":1}",
    "{\"op\":\"add\",\"entity\":\"area\",\"id\":\"x\",\"values\":{\"name\":\"A\",\"kind\":\"district\"}}",
    "{\"op\":\"add\",\"entity\":\"area\",\"values\":{\"name\":\"A\"}}",
    "{\"op\":\"add\",\"entity\":\"area\",\"values\":{\"name\":\"A\",\"kind\":\"street\"}}",
    "{\"op\":\"add\",\"entity\":\"area\",\"values\":{\"name\":\"A\",\"kind\":\"district\",\"colour\":\"red\"}}",
    "{\"op\":\"add\",\"entity\":\"area\",\"values\":{\"name\":\"a\\u0000b\",\"kind\":\"district\"}}",
    "{\"op\":\"add\",\"entity\":\"organisation\",\"values\":{\"name\":\"A\",\"kind\":\"employer\",\"kvk_number\":\"1234567\"}}",
    "{\"op\":\"add\",\"entity\":\"task\",\"values\":{\"name\":\"A\",\"start\":\"31-02-2018\"}}",
    "{\"op\":\"add\",\"entity\":\"task\",\"values\":{\"name\":\"A\",\"start\":\"2018-07-02\",\"end\":\"2018-07-01\"}}",
    "{\"op\":\"add\",\"entity\":\"scheme\",\"values\":{\"name\":\"A\",\"ceiling\":-1}}",
    "{\"op\":\"add\",\"entity\":\"scheme\",\"values\":{\"name\":\"A\",\"ceiling\":12.5}}",
    "{\"op\":\"add\",\"entity\":\"scheme\",\"values\":{\"name\":\"A\",\"ceiling\":99999999999999999999}}",
    "{\"op\":\"add\",\"entity\":\"site\",\"values\":{\"organisation\":\"" ID_2 "\"}}",
    "{\"op\":\"set\",\"entity\":\"area\",\"values\":{\"name\":\"A\"}}",
    "{\"op\":\"set\",\"entity\":\"area\",\"id\":\"" ID_2 "\",\"values\":{\"name\":\"A\"}}",
    "{\"op\":\"delete\",\"entity\":\"area\",\"id\":\"" ID_2 "\"}",
    "{\"op\":\"delete\",\"entity\":\"area\",\"id\":\"" ID_2 "\",\"values\":{}}",
  };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GError) error = NULL;
  SpilApplyCounts counts;

  exchange_fixture_use_template (self);
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    g_string_append_printf (text, "%s\n", lines[i]);
  g_string_append (text, ADD_1);
  results = apply (self, text->str, FALSE, &counts, &error);
  g_assert_no_error (error);
  // What is wrong in one line does not keep the others from being carried out.
  g_assert_cmpint (counts.refused, ==, G_N_ELEMENTS (lines));
  g_assert_cmpint (counts.done, ==, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++) {
    g_autofree char *begin = g_strdup_printf ("{\"line\":%u,\"ok\":false,\"error\":\"", (guint) i + 1);

    g_assert_true (g_str_has_prefix (results->pdata[i], begin));
  }
  g_assert_cmpint (exchange_fixture_count (self, SPIL_ENTITY_AREA), ==, 10);
}

static void
test_apply_together (ExchangeFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GError) error = NULL;
  SpilApplyCounts counts;

  exchange_fixture_use_template (self);
  // A row may refer to one that comes after it.
  results = apply (self,
                   "{\"op\":\"add\",\"entity\":\"site\",\"values\":{\"organisation\":\"" ID_1 "\"}}\n" ADD_1
                   "{\"op\":\"set\",\"entity\":\"organisation\",\"id\":\"" ID_1
                   "\",\"values\":{\"sector\":\"Bouw\"}}\n",
                   TRUE, &counts, &error);
  g_assert_no_error (error);
  g_assert_cmpint (counts.done, ==, 3);
  g_assert_cmpuint (results->len, ==, 3);
  g_assert_true (g_str_has_prefix (results->pdata[2], "{\"line\":3,\"ok\":true,\"op\":\"set\""));
  g_assert_true (spil_store_undo (self->store, NULL, NULL));
  g_assert_cmpint (exchange_fixture_count (self, SPIL_ENTITY_SITE), ==, 0);
  g_assert_cmpint (exchange_fixture_count (self, SPIL_ENTITY_ORGANISATION), ==, 9);
}

static void
test_apply_none (ExchangeFixture *self, gconstpointer data)
{
  static const char *const texts[] = {
    ADD_1 "not json\n",
    ADD_1 "{\"op\":\"add\",\"entity\":\"site\",\"values\":{\"organisation\":\"" ID_2 "\"}}\n",
  };

  exchange_fixture_use_template (self);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) results = NULL;
    g_autoptr (SpilRecord) organisation = NULL;
    SpilApplyCounts counts;

    results = apply (self, texts[i], TRUE, &counts, &error);
    g_assert_nonnull (error);
    g_test_message ("%s", error->message);
    g_assert_cmpint (counts.done, ==, 0);
    organisation = get_organisation (self, ID_1);
    g_assert_null (organisation);
  }
}

/* Hostile files: NUL bytes, a line without end, no UTF-8; and texts that are odd but allowed. */
static void
test_apply_hostile (ExchangeFixture *self, gconstpointer data)
{
  static const char nul[] = "{\"op\":\"add\"\0}\n" ADD_1;
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GPtrArray) more = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *endless = g_strnfill (9 * 1024 * 1024, 'a');
  g_autofree char *mebibyte = g_strnfill (1024 * 1024, 'n');
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilRecord) organisation = NULL;
  SpilApplyCounts counts;

  exchange_fixture_use_template (self);
  results = apply_bytes (self, nul, sizeof nul - 1, FALSE, &counts, &error);
  g_assert_no_error (error);
  g_assert_cmpint (counts.refused, ==, 1);
  g_assert_cmpint (counts.done, ==, 1);

  g_string_append_printf (
      text,
      "%s\n\xff\xfe\n{\"op\":\"add\",\"entity\":\"organisation\",\"id\":\"" ID_2
      "\",\"values\":{\"name\":\"<b>\xe2\x80\xae😀&amp;\",\"kind\":\"employer\",\"notes\":\"%s\"}}\n",
      endless, mebibyte);
  more = apply (self, text->str, FALSE, &counts, &error);
  g_assert_no_error (error);
  g_assert_cmpint (counts.refused, ==, 2);
  g_assert_cmpint (counts.done, ==, 1);
  organisation = get_organisation (self, ID_2);
  g_assert_cmpstr (spil_record_get_text (organisation, SPIL_ORGANISATION_NAME), ==, "<b>\xe2\x80\xae😀&amp;");
  g_assert_cmpuint (strlen (spil_record_get_text (organisation, SPIL_ORGANISATION_NOTES)), ==, 1024 * 1024);
}

static gboolean
on_dumped_cb (const char *line, gpointer user_data, GError **error)
{
  // The dump of a row is the change that adds it, but for its first member.
  g_string_append_printf (user_data, "{\"op\":\"add\",%s\n", line + 1);
  return TRUE;
}

/* What one database dumps, another takes: then both are the same. */
static void
test_apply_round_trip (ExchangeFixture *self, gconstpointer data)
{
  g_autofree char *path = exchange_fixture_path (self, "other");
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilStore) other = spil_store_create (path, &error);
  ExchangeFixture other_fixture = { .dir = self->dir, .store = other };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) results = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *other_digest = NULL;
  SpilApplyCounts counts;

  exchange_fixture_use_template (self);
  g_assert_true (spil_store_dump (self->store, on_dumped_cb, text, &error));
  results = apply (&other_fixture, text->str, TRUE, &counts, &error);
  g_assert_no_error (error);
  digest = spil_store_digest (self->store, &error);
  other_digest = spil_store_digest (other, &error);
  g_assert_cmpstr (digest, ==, other_digest);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                                  \
  g_test_add ("/apply/" name, ExchangeFixture, NULL, exchange_fixture_set_up, function, exchange_fixture_tear_down)
  ADD ("changes", test_apply_changes);
  ADD ("refusals", test_apply_refusals);
  ADD ("together", test_apply_together);
  ADD ("none", test_apply_none);
  ADD ("hostile", test_apply_hostile);
  ADD ("round-trip", test_apply_round_trip);
#undef ADD
  return g_test_run ();
}
