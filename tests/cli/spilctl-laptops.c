// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spilctl-laptops.h"

#include <glib/gstdio.h>
#include <string.h>

#define TEMPLATE "werkgeversaanpak-2018"

static void
set_up_laptop (Laptops *laptops, Fixture *laptop, const char *name)
{
  laptop->dir = laptops->folder.dir;
  laptop->data = fixture_path (&laptops->folder, name);
}

void
laptops_set_up (Laptops *laptops, gconstpointer data)
{
  g_autofree char *made = NULL;

  fixture_set_up (&laptops->folder, NULL);
  laptops->share = fixture_path (&laptops->folder, "gedeelde map");
  g_assert_cmpint (g_mkdir (laptops->share, 0700), ==, 0);
  set_up_laptop (laptops, &laptops->leader, "leider");
  set_up_laptop (laptops, &laptops->broker, "makelaar");
  set_up_laptop (laptops, &laptops->reader, "meekijker");
  made = done (&laptops->leader, "init", "--template", TEMPLATE, NULL);
}

void
laptops_tear_down (Laptops *laptops, gconstpointer data)
{
  g_free (laptops->leader.data);
  g_free (laptops->broker.data);
  g_free (laptops->reader.data);
  g_free (laptops->share);
  fixture_tear_down (&laptops->folder, NULL);
}

JsonObject *
object_of (JsonNode *node)
{
  return json_node_get_object (node);
}

const char *
text_of (JsonNode *node, const char *member)
{
  return json_object_get_string_member_with_default (object_of (node), member, NULL);
}

gint64
integer_of (JsonNode *node, const char *member)
{
  return json_object_get_int_member_with_default (object_of (node), member, -1);
}

gboolean
is_up_to_date (JsonNode *report)
{
  return json_object_get_boolean_member (object_of (report), "up_to_date");
}

JsonNode *
synchronise (Fixture *laptop)
{
  return done_json (laptop, "sync", NULL);
}

void
synchronise_both (Laptops *laptops)
{
  Fixture *order[] = { &laptops->leader, &laptops->broker, &laptops->leader };

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++) {
    g_autoptr (JsonNode) report = synchronise (order[i]);
  }
}

void
assert_same (Fixture *one, Fixture *other)
{
  g_autofree char *here = done (one, "digest", NULL);
  g_autofree char *there = done (other, "digest", NULL);

  g_assert_cmpstr (here, ==, there);
}

char *
laptops_create (Laptops *laptops)
{
  g_autoptr (Run) run = spilctl (&laptops->leader, "space", "create", "--carrier", laptops->share, "--person",
                                 "Anna de Vries", NULL);

  g_test_message ("%s%s", run->out, run->err);
  g_assert_cmpint (run->status, ==, 0);
  /* The id on one stream, the recovery code on the other. */
  g_assert_cmpuint (strlen (g_strchomp (run->out)), ==, 36);
  g_assert_true (g_str_has_prefix (run->err, "spilctl: "));
  return g_steal_pointer (&run->out);
}

void
laptops_admit (Laptops *laptops, Fixture *laptop, const char *role, const char *person)
{
  g_autofree char *invitation = line (&laptops->leader, "space", "invite", "--role", role);
  g_autofree char *code = line (laptop, "space", "join", invitation, "--carrier", laptops->share, "--person",
                                person);
  g_autofree char *again = line (laptop, "space", "join", invitation, "--carrier", laptops->share, "--person",
                                 person);
  g_autoptr (JsonNode) requests = done_json (&laptops->leader, "space", "requests", NULL);
  g_autoptr (JsonNode) sent = NULL;
  g_autoptr (JsonNode) received = NULL;
  g_autofree char *approved = NULL;

  g_assert_true (g_str_has_prefix (invitation, "SPIL1-"));
  g_assert_null (strchr (invitation, ' '));
  g_assert_cmpstr (code, ==, again);
  g_assert_cmpuint (row_count (requests), ==, 1);
  g_assert_cmpstr (row_text (requests, 0, "code"), ==, code);
  g_assert_cmpstr (row_text (requests, 0, "person"), ==, person);
  g_assert_cmpstr (row_text (requests, 0, "role"), ==, role);
  approved = done (&laptops->leader, "space", "approve", code, NULL);
  sent = synchronise (&laptops->leader);
  received = synchronise (laptop);
  g_assert_true (is_up_to_date (received));
  assert_same (&laptops->leader, laptop);
}

char *
add_person (Laptops *laptops, const char *name)
{
  g_autofree char *organisation = line (&laptops->leader, "add", "organisation", "name=Voorbeeld BV",
                                        "kind=employer");
  g_autofree char *owner = g_strconcat ("organisation=", organisation, NULL);
  g_autofree char *called = g_strconcat ("name=", name, NULL);
  char *person = line (&laptops->leader, "add", "person", owner, called, "phone=038 000 00 00");

  synchronise_both (laptops);
  return person;
}

char *
value_in (Fixture *laptop, const char *entity, const char *id, const char *field)
{
  g_autoptr (JsonNode) row = done_json (laptop, "show", entity, id, NULL);

  return g_strdup (text_of (row, field));
}
