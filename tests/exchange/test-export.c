// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-export.h"

#include <string.h>

#include "exchange-fixture.h"
#include "spil-exchange-error.h"
#include "spil-json-read.h"
#include "spil-table-reader.h"

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
  g_assert_cmpstr (
      lines[0], ==,
      "Budget version,Number,Name,Action line,Amount,Amount to follow (PM),VAT,Notes,Outside this budget,id,Programme (id),Budget version (id),"
      "Action line (id)");
  g_assert_nonnull (
      strstr (lines[1], ",1,Duurzaamheids- en mobiliteitsmakelaars,,112000.00,,excluding VAT,"));
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

  g_assert_cmpstr (csv, ==, "Number,Name,Evidence asked,id,Programme (id)\r\n");
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
    { "planet", "out.csv", "planet" }, { "area", "out.pdf", "out.pdf" },
    { "area", "out", "out" },          { "all", "out.csv", ".json" },
    { "area", "out.vcf", "person" },   { "area", "nowhere/out.csv", "nowhere" },
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

/* A row with an employer, a person and an action. */
static SpilId
add_row (ExchangeFixture *self, int entity, const char *const *values)
{
  const SpilId id = spil_id_new ();
  g_autoptr (SpilAction) action = spil_action_new ("Test");
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilRecord) record = spil_record_new (spil_entity (entity), id);

  for (; *values != NULL; values += 2) {
    const SpilField *field = spil_entity_field_by_name (spil_entity (entity), values[0]);
    g_auto (SpilValue) value = SPIL_VALUE_INIT;

    g_assert_true (spil_value_parse (field, values[1], &value, &error));
    spil_record_set (record, field->number, &value);
  }
  spil_action_add (action, record);
  g_assert_true (spil_store_commit (self->store, action, &error));
  g_assert_no_error (error);
  return id;
}

static void
add_relations (ExchangeFixture *self)
{
  static const char *const organisation_values[] = { "name",
                                                     "Kwekerij Oost; Zonen",
                                                     "kind",
                                                     "employer",
                                                     "street",
                                                     "Kade",
                                                     "house_number",
                                                     "2",
                                                     "postcode",
                                                     "8000 AA",
                                                     "town",
                                                     "Zwolle",
                                                     NULL };
  g_autofree char *organisation = NULL;
  SpilId id;

  exchange_fixture_use_template (self);
  id = add_row (self, SPIL_ENTITY_ORGANISATION, organisation_values);
  organisation = spil_id_dup_text (id);
  add_row (self, SPIL_ENTITY_PERSON,
           (const char *const[]) { "organisation", organisation, "name", "Anna van der Voorbeeld", "function",
                                   "Hoofd, inkoop", "email", "anna@voorbeeld.invalid", "phone", "+31 38 000",
                                   NULL });
  add_row (
      self, SPIL_ENTITY_NEXT_ACTION,
      (const char *const[]) {
          "organisation", organisation, "text",
          "Bellen over de proef met fietsen; en daarna een afspraak maken voor het najaar, ëëëxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
          "due", "2018-10-01", "state", "open", NULL });
  add_row (self, SPIL_ENTITY_NEXT_ACTION,
           (const char *const[]) { "organisation", organisation, "text", "Gedaan", "due", "2018-09-01",
                                   "state", "done", NULL });
}

static void
test_export_vcards (ExchangeFixture *self, gconstpointer data)
{
  g_autofree char *content = NULL;

  add_relations (self);
  content = export (self, "person", "out.vcf");
  g_assert_true (g_str_has_prefix (content, "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:urn:uuid:"));
  g_assert_nonnull (
      strstr (content,
              "\r\nFN:Anna van der Voorbeeld\r\nN:van der Voorbeeld;Anna;;;\r\nORG:Kwekerij Oost\\; Zonen\r\n"
              "TITLE:Hoofd\\, inkoop\r\nEMAIL;TYPE=INTERNET,WORK:anna@voorbeeld.invalid\r\n"
              "TEL;TYPE=WORK,VOICE:+31 38 000\r\nADR;TYPE=WORK:;;Kade 2;Zwolle;;8000 AA;\r\nEND:VCARD\r\n"));
}

static void
test_export_calendar (ExchangeFixture *self, gconstpointer data)
{
  g_autofree char *content = NULL;
  g_autofree char *again = NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree char *unfolded = NULL;
  g_auto (GStrv) parts = NULL;

  add_relations (self);
  content = export (self, "next_action", "out.ics");
  lines = g_strsplit (content, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    g_assert_cmpuint (strlen (lines[i]), <=, 75);
    g_assert_true (g_utf8_validate (lines[i], -1, NULL));
  }
  parts = g_strsplit (content, "\r\n ", -1);
  unfolded = g_strjoinv ("", parts);
  g_assert_nonnull (strstr (
      unfolded,
      "\r\nSUMMARY:Kwekerij Oost\\; Zonen: Bellen over de proef met fietsen\\; en daarna een "
      "afspraak maken voor het najaar\\, ëëëxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\r\n"));
  g_assert_nonnull (
      strstr (unfolded, "DUE;VALUE=DATE:20181001\r\nSTATUS:NEEDS-ACTION\r\nEND:VTODO\r\nBEGIN:VEVENT\r\n"));
  g_assert_nonnull (strstr (unfolded, "DTSTART;VALUE=DATE:20181001\r\nDTEND;VALUE=DATE:20181002\r\n"));
  g_assert_nonnull (strstr (unfolded, "STATUS:COMPLETED\r\nEND:VTODO\r\nEND:VCALENDAR\r\n"));
}

/* A list as a table: names and labels for people, ids at the end. */
static void
test_export_list (ExchangeFixture *self, gconstpointer data)
{
  const char *name = data;
  const SpilEmployerFilter filter = { .search = "kwekerij", .today = spil_day_from_ymd (2018, 10, 1) };
  const SpilEmployerExport what = { .filter = &filter,
                                    .all = TRUE,
                                    .columns = 1 << SPIL_EXPORT_COLUMN_NAME |
                                               1 << SPIL_EXPORT_COLUMN_ACTION_DUE };
  g_autofree char *path = exchange_fixture_path (self, name);
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilTableReader) reader = NULL;
  const SpilTableRow *row;

  add_relations (self);
  g_assert_true (spil_export_employers (self->store, &what, path, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  reader = spil_table_reader_new (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (spil_table_reader_next (reader, &row, &error));
  g_assert_cmpuint (row->n_cells, ==, 2);
  g_assert_true (spil_table_reader_next (reader, &row, &error));
  g_assert_cmpstr (row->cells[0].text, ==, "Kwekerij Oost; Zonen");
  g_assert_cmpstr (row->cells[1].text, ==, "2018-10-01");
  g_assert_true (spil_table_reader_next (reader, &row, &error));
  g_assert_null (row);
}

static void
test_export_chosen (ExchangeFixture *self, gconstpointer data)
{
  const SpilEmployerFilter filter = { .today = spil_day_from_ymd (2018, 10, 1) };
  SpilEmployerExport what = { .filter = &filter,
                              .columns = spil_export_columns_of_names ("name:120,nonsense") };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (SpilId));
  g_autofree char *path = exchange_fixture_path (self, "out.csv");
  g_autofree char *only = NULL;
  g_autofree char *others = NULL;
  g_autoptr (GArray) found = NULL;
  const SpilEmployerFilter one = { .search = "kwekerij", .today = filter.today };

  add_relations (self);
  found = spil_employer_query_ids (self->store, &one, NULL);
  g_array_append_val (ids, g_array_index (found, SpilId, 0));
  what.ids = ids;
  g_assert_true (spil_export_employers (self->store, &what, path, NULL, NULL, NULL, NULL));
  g_assert_true (g_file_get_contents (path, &only, NULL, NULL));
  g_assert_true (g_str_has_prefix (only, "Name,Town,id\r\nKwekerij Oost; Zonen,"));
  what.all = TRUE;
  g_assert_true (spil_export_employers (self->store, &what, path, NULL, NULL, NULL, NULL));
  g_assert_true (g_file_get_contents (path, &others, NULL, NULL));
  g_assert_null (strstr (others, "Kwekerij"));
  g_assert_nonnull (strstr (others, "Bewoners van Assendorp"));
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
  ADD ("vcards", test_export_vcards);
  ADD ("calendar", test_export_calendar);
  ADD ("chosen", test_export_chosen);
#undef ADD
  g_test_add ("/export/list-csv", ExchangeFixture, "out.csv", exchange_fixture_set_up, test_export_list,
              exchange_fixture_tear_down);
  g_test_add ("/export/list-ods", ExchangeFixture, "out.ods", exchange_fixture_set_up, test_export_list,
              exchange_fixture_tear_down);
  g_test_add ("/export/list-xlsx", ExchangeFixture, "out.xlsx", exchange_fixture_set_up, test_export_list,
              exchange_fixture_tear_down);
  return g_test_run ();
}
