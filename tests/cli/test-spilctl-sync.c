// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "spilctl-laptops.h"

#define NOBODY "01890000-0000-7000-8000-000000000000"

/* From nothing to three laptops that hold the same; the steering group may look and not touch. */
static void
test_join (Laptops *laptops, gconstpointer data)
{
  g_autofree char *space = laptops_create (laptops);
  g_autoptr (JsonNode) state = NULL;
  g_autoptr (JsonNode) members = NULL;
  g_autofree char *table = NULL;
  g_autoptr (Run) refused = NULL;
  g_autoptr (Run) again = NULL;

  laptops_admit (laptops, &laptops->broker, "broker", "Bert Bakker");
  laptops_admit (laptops, &laptops->reader, "reader", "Carla Smit");
  state = done_json (&laptops->broker, "space", "state", NULL);
  g_assert_cmpstr (text_of (state, "standing"), ==, "member");
  g_assert_cmpstr (text_of (state, "space"), ==, space);
  g_assert_cmpstr (text_of (state, "role"), ==, "broker");
  members = done_json (&laptops->leader, "space", "members", NULL);
  g_assert_cmpuint (row_count (members), ==, 3);
  g_assert_cmpstr (row_text (members, 0, "role"), ==, "leader");
  g_assert_cmpstr (row_text (members, 1, "person"), ==, "Bert Bakker");
  g_assert_cmpstr (row_text (members, 2, "role"), ==, "reader");
  table = done (&laptops->leader, "space", "members", NULL);
  g_assert_nonnull (strstr (table, row_text (members, 1, "device")));
  refused = spilctl (&laptops->reader, "add", "remark", "text=Mag dit?", NULL);
  g_assert_cmpint (refused->status, ==, 1);
  again = spilctl (&laptops->leader, "space", "create", "--carrier", laptops->share, "--person", "Anna",
                   NULL);
  g_assert_cmpint (again->status, ==, 1);
}

/* A change travels, and is counted where it is sent and where it is received. */
static void
test_sync (Laptops *laptops, gconstpointer data)
{
  g_autofree char *space = laptops_create (laptops);
  g_autofree char *id = NULL;
  g_autofree char *there = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (JsonNode) sent = NULL;
  g_autoptr (JsonNode) received = NULL;
  g_autoptr (JsonNode) nothing = NULL;

  laptops_admit (laptops, &laptops->broker, "broker", "Bert Bakker");
  id = line (&laptops->broker, "add", "remark", "text=Rijk");
  sent = synchronise (&laptops->broker);
  g_assert_cmpint (integer_of (sent, "sent"), ==, 1);
  g_assert_cmpint (integer_of (sent, "unsent"), ==, 0);
  received = synchronise (&laptops->leader);
  g_assert_cmpint (integer_of (received, "received"), ==, 1);
  g_assert_cmpint (integer_of (received, "waiting"), ==, 0);
  g_assert_cmpint (integer_of (received, "quarantined"), ==, 0);
  g_assert_cmpint (integer_of (received, "conflicts"), ==, 0);
  g_assert_true (is_up_to_date (received));
  g_assert_nonnull (text_of (received, "time"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object_of (received), "problems")),
                    ==, 0);
  there = value_in (&laptops->leader, "remark", id, "text");
  g_assert_cmpstr (there, ==, "Rijk");
  nothing = synchronise (&laptops->leader);
  g_assert_cmpint (integer_of (nothing, "received"), ==, 0);
  sentence = done (&laptops->leader, "sync", NULL);
  g_assert_cmpstr (sentence, !=, "");
}

/* A stick that is not in: nothing is lost, it is told, and the status says so. */
static void
test_absent (Laptops *laptops, gconstpointer data)
{
  g_autofree char *space = laptops_create (laptops);
  g_autofree char *elsewhere = fixture_path (&laptops->folder, "weg");
  g_autofree char *id = NULL;
  g_autoptr (JsonNode) first = synchronise (&laptops->leader);
  g_autoptr (JsonNode) report = NULL;
  g_autoptr (JsonNode) after = NULL;
  g_autoptr (Run) run = NULL;
  g_autoptr (Run) told = NULL;
  JsonObject *problem;

  id = line (&laptops->leader, "add", "remark", "text=Onderweg");
  g_assert_cmpint (g_rename (laptops->share, elsewhere), ==, 0);
  run = spilctl (&laptops->leader, "--json", "sync", NULL);
  g_assert_cmpint (run->status, ==, 1);
  g_assert_true (g_str_has_prefix (run->err, "spilctl: "));
  report = json_from_string (run->out, NULL);
  g_assert_false (is_up_to_date (report));
  g_assert_cmpint (integer_of (report, "unsent"), ==, 1);
  problem = json_array_get_object_element (json_object_get_array_member (object_of (report), "problems"), 0);
  g_assert_cmpstr (json_object_get_string_member (problem, "kind"), ==, "carrier");
  told = spilctl (&laptops->leader, "sync", NULL);
  assert_refused (told, 1, "gedeelde map");
  g_assert_cmpint (g_rename (elsewhere, laptops->share), ==, 0);
  after = synchronise (&laptops->leader);
  g_assert_true (is_up_to_date (after));
}

/* Whether the text stands anywhere in the files below @path. */
static gboolean
is_found_below (const char *path, const char *text)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autofree char *content = NULL;
  const char *name;
  gsize length;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    if (is_found_below (child, text))
      return TRUE;
  }
  return dir == NULL && g_file_get_contents (path, &content, &length, NULL) &&
         memmem (content, length, text, strlen (text)) != NULL;
}

/* A person who is erased is gone from every file of every laptop; what mentions the name is told. */
static void
test_erase (Laptops *laptops, gconstpointer data)
{
  g_autofree char *space = laptops_create (laptops);
  g_autofree char *person = NULL;
  g_autofree char *remark = NULL;
  g_autofree char *table = NULL;
  g_autoptr (JsonNode) survey = NULL;
  g_autoptr (JsonNode) erased = NULL;
  g_autoptr (JsonNode) due = NULL;

  laptops_admit (laptops, &laptops->broker, "broker", "Bert Bakker");
  person = add_person (laptops, "Kanariepiet Xylofoon");
  remark = line (&laptops->leader, "add", "remark", "text=Kanariepiet Xylofoon belt terug");
  g_free (done (&laptops->leader, "set", "person", person, "retention_date=2018-01-01", NULL));
  synchronise_both (laptops);
  g_assert_true (is_found_below (laptops->broker.data, "Xylofoon"));
  due = done_json (&laptops->broker, "erase", "due", NULL);
  g_assert_cmpuint (row_count (due), ==, 1);

  survey = done_json (&laptops->leader, "erase", "person", person, "--dry-run", NULL);
  g_assert_cmpint (integer_of (survey, "fields"), ==, 2);
  erased = done_json (&laptops->leader, "erase", "person", person, NULL);
  g_assert_cmpint (integer_of (erased, "fields"), ==, 2);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object_of (erased), "mentions")), ==,
                    1);
  g_free (done (&laptops->leader, "delete", "remark", remark, NULL));
  synchronise_both (laptops);
  assert_same (&laptops->leader, &laptops->broker);
  g_assert_false (is_found_below (laptops->leader.data, "038 000 00 00"));
  g_assert_false (is_found_below (laptops->broker.data, "038 000 00 00"));
  g_clear_pointer (&due, json_node_unref);
  due = done_json (&laptops->broker, "erase", "due", NULL);
  g_assert_cmpuint (row_count (due), ==, 0);
}

/* An old copy put back on a laptop that has sent more since: all of it comes back from the others, and what is new is new. */
static void
test_restore (Laptops *laptops, gconstpointer data)
{
  g_autofree char *space = laptops_create (laptops);
  g_autofree char *path = fixture_path (&laptops->folder, "kopie.spil");
  g_autofree char *lost = NULL;
  g_autofree char *text = NULL;

  laptops_admit (laptops, &laptops->broker, "broker", "Bert Bakker");
  g_free (done (&laptops->broker, "backup", path, NULL));
  lost = line (&laptops->broker, "add", "remark", "text=Na de kopie");
  synchronise_both (laptops);
  g_free (done (&laptops->broker, "restore", path, NULL));
  g_free (done (&laptops->broker, "add", "remark", "text=Na het terugzetten", NULL));
  for (int i = 0; i < 2; i++) {
    g_autoptr (JsonNode) here = synchronise (&laptops->broker);
    g_autoptr (JsonNode) there = synchronise (&laptops->leader);
  }
  text = value_in (&laptops->broker, "remark", lost, "text");
  g_assert_cmpstr (text, ==, "Na de kopie");
  assert_same (&laptops->leader, &laptops->broker);
}

/* A copy of somebody else's database is no way to work in that one's name; what it replaced brings all back. */
static void
test_restore_other (Laptops *laptops, gconstpointer data)
{
  g_autofree char *space = laptops_create (laptops);
  g_autofree char *path = fixture_path (&laptops->folder, "kopie.spil");
  g_autoptr (JsonNode) restored = NULL;
  g_autoptr (JsonNode) report = NULL;
  g_autoptr (Run) run = NULL;
  g_autofree char *told = NULL;

  laptops_admit (laptops, &laptops->broker, "broker", "Bert Bakker");
  told = done (&laptops->leader, "backup", path, NULL);
  g_free (done (&laptops->leader, "add", "remark", "text=Na de kopie", NULL));
  synchronise_both (laptops);
  restored = done_json (&laptops->broker, "restore", path, NULL);
  run = spilctl (&laptops->broker, "sync", NULL);
  assert_refused (run, 1, "Anna de Vries");
  g_free (done (&laptops->broker, "restore", text_of (restored, "replaced"), NULL));
  report = synchronise (&laptops->broker);
  g_assert_true (is_up_to_date (report));
  assert_same (&laptops->leader, &laptops->broker);
}

/* All that was on the laptop goes, and the others keep what they have. */
static void
test_remove (Laptops *laptops, gconstpointer data)
{
  g_autofree char *space = laptops_create (laptops);

  laptops_admit (laptops, &laptops->broker, "broker", "Bert Bakker");
  g_free (done (&laptops->broker, "remove-local", "--yes", NULL));
  g_assert_false (g_file_test (laptops->broker.data, G_FILE_TEST_EXISTS));
  g_free (done (&laptops->leader, "check", NULL));
}

/* What is asked of which laptop, and words of the answer; the status is 1 for all. */
typedef struct
{
  gsize laptop; /* its place in Laptops */
  const char *arguments[10];
  const char *words;
} Refusal;

#define LEADER G_STRUCT_OFFSET (Laptops, leader)
#define BROKER G_STRUCT_OFFSET (Laptops, broker)
#define READER G_STRUCT_OFFSET (Laptops, reader)

static const Refusal refusals[] = {
  { LEADER, { "space", "approve", "0000 0000", NULL }, "" },
  { LEADER, { "space", "revoke", NOBODY, NULL }, "" },
  { LEADER, { "space", "revoke", "Geen laptop", NULL }, "Geen laptop" },
  { LEADER, { "space", "leave", NULL }, "" },
  { LEADER, { "space", "carrier", "https://example.nl/map", NULL }, "" },
  { LEADER, { "conflicts", "resolve", "nergens", "--take", "1", NULL }, "" },
  { LEADER, { "erase", "person", NOBODY, NULL }, NOBODY },
  { LEADER, { "erase", "person", "Niemand", NULL }, "Niemand" },
  { BROKER, { "space", "invite", "--role", "broker", NULL }, "" },
  { BROKER, { "space", "approve", "0000 0000", NULL }, "" },
  { BROKER, { "space", "revoke", NOBODY, NULL }, "" },
  { BROKER, { "space", "recovery", NULL }, "" },
  { BROKER, { "space", "create", "--carrier", "/nergens", "--person", "Bert", NULL }, "" },
  { READER, { "sync", NULL }, "spil.db" },
  { READER, { "space", "join", "SPIL1-ONZIN", "--carrier", "/nergens", "--person", "Carla", NULL }, "" },
  { READER, { "space", "recover", "ABCD", "--carrier", "/nergens", "--person", "Carla", NULL }, "" },
};

static void
test_refusals (Laptops *laptops, gconstpointer data)
{
  g_autofree char *space = laptops_create (laptops);

  laptops_admit (laptops, &laptops->broker, "broker", "Bert Bakker");
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++) {
    Fixture *laptop = G_STRUCT_MEMBER_P (laptops, refusals[i].laptop);
    g_autoptr (Run) run = spilctlv (laptop, refusals[i].arguments, NULL);

    g_test_message ("%s: %s", refusals[i].arguments[0], run->err);
    assert_refused (run, 1, refusals[i].words);
  }
  /* No database was made for what was refused. */
  g_assert_false (g_file_test (laptops->reader.data, G_FILE_TEST_EXISTS));
  assert_same (&laptops->leader, &laptops->broker);
}

/* Before anything is shared. */
static void
test_alone (Laptops *laptops, gconstpointer data)
{
  static const char *const calls[][4] = {
    { "sync", NULL },
    { "space", "members", NULL },
    { "space", "requests", NULL },
    { "space", "recovery", NULL },
  };
  g_autoptr (JsonNode) state = done_json (&laptops->leader, "space", "state", NULL);
  g_autoptr (Run) invite = spilctl (&laptops->leader, "space", "invite", "--role", "broker", NULL);

  g_assert_cmpstr (text_of (state, "standing"), ==, "none");
  assert_refused (invite, 1, "");
  for (gsize i = 0; i < G_N_ELEMENTS (calls); i++) {
    g_autoptr (Run) run = spilctlv (&laptops->leader, calls[i], NULL);

    g_test_message ("%s", run->err);
    assert_refused (run, 1, "");
  }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add (name, Laptops, NULL, laptops_set_up, test, laptops_tear_down)
  ADD ("/cli/sync/alone", test_alone);
  ADD ("/cli/sync/join", test_join);
  ADD ("/cli/sync/sync", test_sync);
  ADD ("/cli/sync/absent", test_absent);
  ADD ("/cli/sync/erase", test_erase);
  ADD ("/cli/sync/restore", test_restore);
  ADD ("/cli/sync/restore-other", test_restore_other);
  ADD ("/cli/sync/remove", test_remove);
  ADD ("/cli/sync/refusals", test_refusals);
  return g_test_run ();
}
