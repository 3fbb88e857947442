// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "spilctl-laptops.h"

static char *
standing_of (Fixture *laptop)
{
  g_autoptr (JsonNode) state = done_json (laptop, "space", "state", NULL);

  return g_strdup (text_of (state, "standing"));
}

static void
assert_standing (Fixture *laptop, const char *standing)
{
  g_autofree char *found = standing_of (laptop);

  g_assert_cmpstr (found, ==, standing);
}

/* The id of the laptop at that place in the list of members. */
static char *
device_at (Fixture *laptop, guint place)
{
  g_autoptr (JsonNode) members = done_json (laptop, "space", "members", NULL);

  return g_strdup (row_text (members, place, "device"));
}

/* A lost laptop: what it sent that had not come here before does not count, unless the project leader says so. */
static void
test_revoke (Laptops *laptops, gconstpointer data)
{
  g_autofree char *space = laptops_create (laptops);
  g_autofree char *device = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *late = NULL;
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) sent = NULL;
  g_autoptr (JsonNode) report = NULL;
  g_autoptr (JsonNode) accepted = NULL;
  g_autoptr (JsonNode) members = NULL;
  g_autoptr (Run) lost = NULL;

  laptops_admit (laptops, &laptops->broker, "broker", "Bert Bakker");
  laptops_admit (laptops, &laptops->reader, "reader", "Carla Smit");
  device = device_at (&laptops->leader, 1);
  before = done (&laptops->leader, "digest", NULL);
  late = line (&laptops->broker, "add", "remark", "text=Nog net");
  sent = synchronise (&laptops->broker);
  g_assert_cmpint (integer_of (sent, "sent"), ==, 1);
  g_free (done (&laptops->leader, "space", "revoke", device, NULL));
  report = synchronise (&laptops->leader);
  g_assert_cmpint (integer_of (report, "quarantined"), ==, 1);
  g_assert_false (is_up_to_date (report));
  after = done (&laptops->leader, "digest", NULL);
  g_assert_cmpstr (before, ==, after);
  members = done_json (&laptops->leader, "space", "members", NULL);
  g_assert_true (json_object_get_boolean_member (
      json_array_get_object_element (json_node_get_array (members), 1), "revoked"));
  lost = spilctl (&laptops->broker, "--json", "sync", NULL);
  assert_standing (&laptops->broker, "revoked");

  g_free (done (&laptops->leader, "space", "accept", device, NULL));
  accepted = synchronise (&laptops->leader);
  g_assert_cmpint (integer_of (accepted, "quarantined"), ==, 0);
  text = value_in (&laptops->leader, "remark", late, "text");
  g_assert_cmpstr (text, ==, "Nog net");
  json_node_unref (synchronise (&laptops->reader));
  assert_same (&laptops->leader, &laptops->reader);
}

/* As it is typed: its groups without quotes. */
static void
recover (Laptops *laptops, const char *recovery)
{
  g_auto (GStrv) groups = g_strsplit (recovery, " ", -1);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  const char *const options[] = { "--carrier", laptops->share, "--person", "Anna de Vries", NULL };
  g_autoptr (Run) run = NULL;

  g_ptr_array_add (arguments, (gpointer) "space");
  g_ptr_array_add (arguments, (gpointer) "recover");
  g_assert_cmpuint (g_strv_length (groups), >, 1);
  for (int i = 0; groups[i] != NULL; i++)
    g_ptr_array_add (arguments, groups[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    g_ptr_array_add (arguments, (gpointer) options[i]);
  run = spilctlv (&laptops->leader, (const char *const *) arguments->pdata, NULL);
  g_assert_cmpstr (run->err, ==, "");
  g_assert_cmpint (run->status, ==, 0);
}

/* The project leader's laptop is lost: the paper in the safe makes another one of it. */
static void
test_recover (Laptops *laptops, gconstpointer data)
{
  g_autofree char *space = laptops_create (laptops);
  g_autofree char *recovery = line (&laptops->leader, "space", "recovery");
  g_autofree char *invitation = NULL;
  g_autoptr (JsonNode) report = NULL;
  g_autoptr (JsonNode) state = NULL;

  laptops_admit (laptops, &laptops->broker, "broker", "Bert Bakker");
  g_free (done (&laptops->leader, "remove-local", "--yes", NULL));
  recover (laptops, recovery);
  report = synchronise (&laptops->leader);
  state = done_json (&laptops->leader, "space", "state", NULL);
  g_assert_cmpstr (text_of (state, "space"), ==, space);
  g_assert_cmpstr (text_of (state, "role"), ==, "leader");
  synchronise_both (laptops);
  assert_same (&laptops->leader, &laptops->broker);
  laptops_admit (laptops, &laptops->reader, "reader", "Carla Smit");
}

/* The share moves; what was never sent over the old one arrives over the new one. */
static void
test_carrier (Laptops *laptops, gconstpointer data)
{
  g_autofree char *space = laptops_create (laptops);
  g_autofree char *other = fixture_path (&laptops->folder, "andere map");
  g_autofree char *id = NULL;
  g_autoptr (JsonNode) state = NULL;

  laptops_admit (laptops, &laptops->broker, "broker", "Bert Bakker");
  g_assert_cmpint (g_mkdir (other, 0700), ==, 0);
  id = line (&laptops->leader, "add", "remark", "text=Onderweg");
  g_free (done (&laptops->leader, "space", "carrier", other, NULL));
  g_free (done (&laptops->broker, "space", "carrier", other, NULL));
  synchronise_both (laptops);
  assert_same (&laptops->leader, &laptops->broker);
  state = done_json (&laptops->broker, "space", "state", NULL);
  g_assert_nonnull (strstr (text_of (state, "carrier"), "andere"));
}

static guint
count_entries (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint count = 0;

  g_assert_nonnull (dir);
  while (g_dir_read_name (dir) != NULL)
    count++;
  return count;
}

/* Somebody else's folder: nothing of it is taken, nothing is put in it, and the status says that it was not read. */
static void
test_foreign (Laptops *laptops, gconstpointer data)
{
  g_autofree char *space = laptops_create (laptops);
  g_autofree char *own = fixture_path (&laptops->folder, "eigen");
  g_autofree char *foreign = fixture_path (&laptops->folder, "vreemd");
  g_autofree char *before = done (&laptops->leader, "digest", NULL);
  g_autofree char *after = NULL;
  g_autoptr (Run) run = NULL;
  g_autoptr (Run) made = NULL;
  guint n_entries;

  json_node_unref (synchronise (&laptops->leader));
  g_free (done (&laptops->broker, "init", "--template", "leeg", NULL));
  g_assert_cmpint (g_mkdir (foreign, 0700), ==, 0);
  made = spilctl (&laptops->broker, "space", "create", "--carrier", foreign, "--person", "Bert", NULL);
  g_assert_cmpint (made->status, ==, 0);
  g_assert_cmpint (g_rename (laptops->share, own), ==, 0);
  g_assert_cmpint (g_rename (foreign, laptops->share), ==, 0);
  n_entries = count_entries (laptops->share);
  run = spilctl (&laptops->leader, "sync", NULL);
  assert_refused (run, 1, "gedeelde map");
  g_assert_cmpuint (count_entries (laptops->share), ==, n_entries);
  after = done (&laptops->leader, "digest", NULL);
  g_assert_cmpstr (before, ==, after);
}

/* Who has data of its own cannot join with them; who changes its mind has its database back. */
static void
test_join_refused (Laptops *laptops, gconstpointer data)
{
  g_autofree char *space = laptops_create (laptops);
  g_autofree char *invitation = line (&laptops->leader, "space", "invite", "--role", "broker");
  g_autofree char *code = NULL;
  g_autofree char *broken = g_strndup (invitation, strlen (invitation) - 3);
  g_autoptr (Run) full = NULL;
  g_autoptr (Run) damaged = NULL;
  g_autoptr (Run) nowhere = NULL;

  g_free (done (&laptops->reader, "init", "--template", "leeg", NULL));
  full = spilctl (&laptops->reader, "space", "join", invitation, "--carrier", laptops->share, "--person",
                  "Bert Bakker", NULL);
  assert_refused (full, 1, "");
  assert_standing (&laptops->reader, "none");

  damaged = spilctl (&laptops->broker, "space", "join", broken, "--carrier", laptops->share, "--person",
                     "Bert Bakker", NULL);
  assert_refused (damaged, 1, "");
  g_assert_false (g_file_test (laptops->broker.data, G_FILE_TEST_EXISTS));

  code = line (&laptops->broker, "space", "join", invitation, "--carrier", laptops->share, "--person",
               "Bert Bakker");
  assert_standing (&laptops->broker, "asked");
  g_free (done (&laptops->broker, "space", "leave", NULL));
  assert_standing (&laptops->broker, "none");

  /* Without the folder the wish waits, which is told. */
  nowhere = spilctl (&laptops->broker, "space", "join", invitation, "--carrier", "/nergens", "--person",
                     "Bert", NULL);
  g_assert_cmpint (nowhere->status, ==, 0);
  g_assert_nonnull (strstr (nowhere->err, "/nergens"));
  g_free (done (&laptops->broker, "space", "join", invitation, "--carrier", laptops->share, "--person",
                "Bert", NULL));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add (name, Laptops, NULL, laptops_set_up, test, laptops_tear_down)
  ADD ("/cli/space/revoke", test_revoke);
  ADD ("/cli/space/recover", test_recover);
  ADD ("/cli/space/carrier", test_carrier);
  ADD ("/cli/space/foreign", test_foreign);
  ADD ("/cli/space/join-refused", test_join_refused);
  return g_test_run ();
}
