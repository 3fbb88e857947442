// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <locale.h>
#include <string.h>

#include "spilctl-laptops.h"

/* Both write the phone number of one contact person before they meet. */
static char *
quarrel (Laptops *laptops, const char *person)
{
  g_autofree char *one = done (&laptops->leader, "set", "person", person, "phone=038 111 11 11", NULL);
  g_autofree char *other = done (&laptops->broker, "set", "person", person, "phone=038 222 22 22", NULL);
  g_autoptr (JsonNode) list = NULL;
  g_autoptr (JsonNode) elsewhere = NULL;

  synchronise_both (laptops);
  assert_same (&laptops->leader, &laptops->broker);
  list = done_json (&laptops->leader, "conflicts", "list", NULL);
  elsewhere = done_json (&laptops->broker, "conflicts", "list", NULL);
  g_assert_cmpuint (row_count (list), ==, 1);
  g_assert_cmpuint (row_count (elsewhere), ==, 1);
  g_assert_cmpstr (row_text (list, 0, "id"), ==, row_text (elsewhere, 0, "id"));
  return g_strdup (row_text (list, 0, "id"));
}

static void
assert_phone (Fixture *laptop, const char *person, const char *phone)
{
  g_autofree char *found = value_in (laptop, "person", person, "phone");

  g_assert_cmpstr (found, ==, phone);
}

static void
assert_conflicts (Fixture *laptop, guint count)
{
  g_autoptr (JsonNode) list = done_json (laptop, "conflicts", "list", NULL);

  g_assert_cmpuint (row_count (list), ==, count);
}

/* What two people wrote differently: both see both values, one of them chooses, and that holds for both. */
static void
test_take (Laptops *laptops, gconstpointer data)
{
  g_autofree char *space = laptops_create (laptops);
  g_autofree char *person = NULL;
  g_autofree char *conflict = NULL;
  g_autofree char *table = NULL;
  g_autofree char *told = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (JsonNode) list = NULL;
  JsonArray *values;
  JsonObject *value;
  g_autofree char *chosen = NULL;

  laptops_admit (laptops, &laptops->broker, "broker", "Bert Bakker");
  person = add_person (laptops, "Dirk Jansen");
  conflict = quarrel (laptops, person);
  list = done_json (&laptops->broker, "conflicts", "list", NULL);
  g_assert_cmpstr (row_text (list, 0, "kind"), ==, "values");
  g_assert_cmpstr (row_text (list, 0, "entity"), ==, "person");
  g_assert_cmpstr (row_text (list, 0, "row"), ==, person);
  values = json_object_get_array_member (json_array_get_object_element (json_node_get_array (list), 0),
                                         "values");
  g_assert_cmpuint (json_array_get_length (values), ==, 2);
  value = json_array_get_object_element (values, 1);
  g_assert_cmpint (json_object_get_int_member (value, "n"), ==, 2);
  g_assert_true (g_str_equal (json_object_get_string_member (value, "author"), "Anna de Vries") ||
                 g_str_equal (json_object_get_string_member (value, "author"), "Bert Bakker"));
  g_assert_nonnull (json_object_get_string_member (value, "time"));
  g_assert_nonnull (json_object_get_string_member (value, "device"));
  chosen = g_strdup (json_object_get_string_member (json_object_get_object_member (value, "value"), "phone"));
  table = done (&laptops->leader, "conflicts", "list", NULL);
  g_assert_nonnull (strstr (table, conflict));
  g_assert_nonnull (strstr (table, "038 111 11 11"));
  g_assert_nonnull (strstr (table, "038 222 22 22"));

  told = done (&laptops->broker, "conflicts", "resolve", conflict, "--take", "2", NULL);
  assert_conflicts (&laptops->broker, 0);
  undone = done (&laptops->broker, "undo", NULL);
  assert_conflicts (&laptops->broker, 1);
  g_free (done (&laptops->broker, "redo", NULL));
  synchronise_both (laptops);
  assert_conflicts (&laptops->leader, 0);
  assert_conflicts (&laptops->broker, 0);
  assert_phone (&laptops->leader, person, chosen);
  assert_same (&laptops->leader, &laptops->broker);
}

/* A third value; and of several fields only those that are given change. */
static void
test_value (Laptops *laptops, gconstpointer data)
{
  g_autofree char *space = laptops_create (laptops);
  g_autofree char *person = NULL;
  g_autofree char *task = NULL;
  g_autofree char *conflict = NULL;
  g_autofree char *end = NULL;
  g_autoptr (JsonNode) list = NULL;
  g_autoptr (Run) plain = NULL;
  const char *id;

  laptops_admit (laptops, &laptops->broker, "broker", "Bert Bakker");
  person = add_person (laptops, "Dirk Jansen");
  conflict = quarrel (laptops, person);
  g_free (done (&laptops->leader, "conflicts", "resolve", conflict, "--value", "038 333 33 33", NULL));
  synchronise_both (laptops);
  assert_phone (&laptops->broker, person, "038 333 33 33");
  assert_conflicts (&laptops->broker, 0);

  task = line (&laptops->leader, "add", "task", "name=Flyer", "start=2018-08-01", "end=2018-08-31");
  synchronise_both (laptops);
  g_free (done (&laptops->leader, "set", "task", task, "end=2018-09-15", NULL));
  g_free (done (&laptops->broker, "set", "task", task, "end=2018-10-15", NULL));
  synchronise_both (laptops);
  list = done_json (&laptops->leader, "conflicts", "list", NULL);
  g_assert_cmpuint (row_count (list), ==, 1);
  id = row_text (list, 0, "id");
  plain = spilctl (&laptops->leader, "conflicts", "resolve", id, "--value", "2018-12-01", NULL);
  assert_refused (plain, 2, "end");
  g_free (done (&laptops->leader, "conflicts", "resolve", id, "--value", "end=2018-12-01", NULL));
  synchronise_both (laptops);
  assert_conflicts (&laptops->broker, 0);
  end = value_in (&laptops->broker, "task", task, "end");
  g_assert_cmpstr (end, ==, "2018-12-01");
  assert_same (&laptops->leader, &laptops->broker);
}

/* Several at once are one step. */
static void
test_batch (Laptops *laptops, gconstpointer data)
{
  g_autofree char *space = laptops_create (laptops);
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;
  g_autoptr (JsonNode) list = NULL;
  g_autofree char *told = NULL;
  g_autofree char *undone = NULL;

  laptops_admit (laptops, &laptops->broker, "broker", "Bert Bakker");
  one = add_person (laptops, "Dirk Jansen");
  other = line (&laptops->leader, "add", "remark", "text=Rijk");
  synchronise_both (laptops);
  g_free (done (&laptops->leader, "set", "remark", other, "text=Rijk 1", NULL));
  g_free (done (&laptops->broker, "set", "remark", other, "text=Rijk 2", NULL));
  g_free (done (&laptops->leader, "set", "person", one, "email=a@example.nl", NULL));
  g_free (done (&laptops->broker, "set", "person", one, "email=b@example.nl", NULL));
  synchronise_both (laptops);
  list = done_json (&laptops->leader, "conflicts", "list", NULL);
  g_assert_cmpuint (row_count (list), ==, 2);
  told = done (&laptops->leader, "conflicts", "resolve", row_text (list, 0, "id"), row_text (list, 1, "id"),
               "--take", "1", NULL);
  assert_conflicts (&laptops->leader, 0);
  undone = done (&laptops->leader, "undo", NULL);
  assert_conflicts (&laptops->leader, 2);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add (name, Laptops, NULL, laptops_set_up, test, laptops_tear_down)
  ADD ("/cli/conflicts/take", test_take);
  ADD ("/cli/conflicts/value", test_value);
  ADD ("/cli/conflicts/batch", test_batch);
  return g_test_run ();
}
