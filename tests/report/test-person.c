// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <locale.h>
#include <string.h>

#include "spil-entity.h"
#include "spil-person-report.h"

typedef struct
{
  char *dir;
  SpilStore *store;
  SpilId anna;
} Fixture;

static SpilId
add (SpilStore *store, SpilRecord *record)
{
  SpilAction *action = spil_action_new ("Added");
  SpilId id = spil_record_get_id (record);
  g_autoptr (GError) error = NULL;

  spil_action_add (action, record);
  spil_store_commit (store, action, &error);
  g_assert_no_error (error);
  spil_action_free (action);
  g_object_unref (record);
  return id;
}

static SpilRecord *
new_record (SpilEntityNumber entity)
{
  return spil_record_new (spil_entity (entity), spil_id_new ());
}

static SpilId
add_person (SpilStore *store, SpilId organisation, const char *name)
{
  SpilRecord *person = new_record (SPIL_ENTITY_PERSON);

  spil_record_set_reference (person, SPIL_PERSON_ORGANISATION, organisation);
  spil_record_set_text (person, SPIL_PERSON_NAME, name);
  spil_record_set_text (person, SPIL_PERSON_EMAIL, "anna@voorbeeld.invalid");
  return add (store, person);
}

static void
add_contact (SpilStore *store, SpilId organisation, SpilId person, int day, const char *note)
{
  SpilRecord *contact = new_record (SPIL_ENTITY_CONTACT);
  SpilRecord *present = new_record (SPIL_ENTITY_CONTACT_PERSON);

  spil_record_set_reference (contact, SPIL_CONTACT_ORGANISATION, organisation);
  spil_record_set_time (contact, SPIL_CONTACT_TIME,
                        spil_time_from_day (spil_day_from_ymd (2018, 10, day), 9, 30));
  spil_record_set_integer (contact, SPIL_CONTACT_KIND, SPIL_CONTACT_KIND_VISITED);
  spil_record_set_text (contact, SPIL_CONTACT_SUMMARY, note);
  spil_record_set_reference (present, SPIL_CONTACT_PERSON_CONTACT, add (store, contact));
  spil_record_set_reference (present, SPIL_CONTACT_PERSON_PERSON, person);
  add (store, present);
}

static void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  SpilRecord *programme = new_record (SPIL_ENTITY_PROGRAMME);
  SpilRecord *organisation = new_record (SPIL_ENTITY_ORGANISATION);
  g_autoptr (GError) error = NULL;
  SpilId employer;
  SpilId bert;

  fixture->dir = g_dir_make_tmp ("spil-person-XXXXXX", NULL);
  fixture->store = spil_store_create (fixture->dir, &error);
  g_assert_no_error (error);
  spil_store_set_actor (fixture->store, "Fleur (demo)");
  spil_record_set_text (programme, SPIL_PROGRAMME_NAME, "Werkgeversaanpak");
  add (fixture->store, programme);
  spil_record_set_text (organisation, SPIL_ORGANISATION_NAME, "Bakkerij (demo)");
  spil_record_set_integer (organisation, SPIL_ORGANISATION_KIND, SPIL_ORGANISATION_KIND_EMPLOYER);
  spil_record_set_text (organisation, SPIL_ORGANISATION_NOTES, "Vraag naar Anna Fiets (demo)");
  employer = add (fixture->store, organisation);
  fixture->anna = add_person (fixture->store, employer, "Anna Fiets (demo)");
  bert = add_person (fixture->store, employer, "Bert Bus (demo)");
  add_contact (fixture->store, employer, fixture->anna, 9, "Tweede <gesprek> & \"plan\"");
  add_contact (fixture->store, employer, fixture->anna, 2, "Eerste gesprek");
  add_contact (fixture->store, employer, bert, 4, "Ander gesprek");
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->dir, 0, NULL);
  const char *name;

  spil_store_close (fixture->store);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (fixture->dir, name, NULL);

    g_unlink (path);
  }
  g_rmdir (fixture->dir);
  g_free (fixture->dir);
}

// Of the person all, in the order of time; of others nothing.
static void
test_gather (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilPersonData) data = spil_person_data_gather (fixture->store, fixture->anna, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (spil_record_get_title (data->person), ==, "Anna Fiets (demo)");
  g_assert_cmpstr (data->organisation, ==, "Bakkerij (demo)");
  g_assert_cmpstr (data->programme, ==, "Werkgeversaanpak");
  g_assert_cmpuint (data->contacts->len, ==, 2);
  g_assert_cmpstr (spil_record_get_text (data->contacts->pdata[0], SPIL_CONTACT_SUMMARY), ==,
                   "Eerste gesprek");
  g_assert_cmpuint (data->mentions->len, ==, 1);
  g_assert_cmpuint (data->history->len, ==, 1);
  g_assert_cmpstr (((SpilHistoryEntry *) data->history->pdata[0])->actor, ==, "Fleur (demo)");
}

static void
test_gone (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (spil_person_data_gather (fixture->store, spil_id_new (), &error));
  g_assert_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOT_FOUND);
}

static char *
write_to (Fixture *fixture, const char *name, gsize *length)
{
  g_autofree char *path = g_build_filename (fixture->dir, name, NULL);
  g_autoptr (GError) error = NULL;
  char *content;

  g_assert_true (spil_person_report_write (fixture->store, fixture->anna, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &content, length, NULL));
  return content;
}

static void
test_json (Fixture *fixture, gconstpointer user_data)
{
  gsize length;
  g_autofree char *content = write_to (fixture, "anna.json", &length);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonObject *object;
  JsonObject *values;

  g_assert_true (json_parser_load_from_data (parser, content, (gssize) length, &error));
  g_assert_no_error (error);
  object = json_node_get_object (json_parser_get_root (parser));
  values = json_object_get_object_member (json_object_get_object_member (object, "person"), "values");
  g_assert_cmpstr (json_object_get_string_member (values, "email"), ==, "anna@voorbeeld.invalid");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "contacts")), ==, 2);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "mentions")), ==, 1);
  g_assert_nonnull (strstr (content, "Tweede <gesprek> & \\\"plan\\\""));
  g_assert_null (strstr (content, "Ander gesprek"));
}

static void
test_pdf (Fixture *fixture, gconstpointer user_data)
{
  gsize length;
  g_autofree char *content = write_to (fixture, "anna.pdf", &length);

  g_assert_true (g_str_has_prefix (content, "%PDF-"));
  g_assert_cmpuint (length, >, 5000);
}

// What the document says, apart from how it is written.
static void
test_document (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (SpilPersonData) data = spil_person_data_gather (fixture->store, fixture->anna, NULL);
  g_autoptr (SpilDocument) document = spil_person_report_new (data);
  int n_rows = 0;

  for (int i = 0; i < spil_document_get_n_blocks (document); i++) {
    const SpilBlock *block = spil_document_get_block (document, i);

    if (block->kind == SPIL_BLOCK_TABLE && block->number == 2)
      n_rows = spil_document_table_get_n_rows (block->table);
  }
  g_assert_cmpint (n_rows, ==, 2);
  g_assert_cmpint (spil_document_get_n_headings (document), ==, 5);
  g_assert_cmpstr (spil_document_get_author (document), ==, "Fleur (demo)");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
#define CASE(name) \
  g_test_add ("/person/" #name, Fixture, NULL, fixture_set_up, test_##name, fixture_tear_down)
  CASE (gather);
  CASE (gone);
  CASE (json);
  CASE (pdf);
  CASE (document);
  return g_test_run ();
}
