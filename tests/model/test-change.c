// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-change.h"

static SpilRecord *
new_area (const char *name)
{
  SpilRecord *record = spil_record_new (spil_entity (SPIL_ENTITY_AREA), spil_id_new ());

  spil_record_set_text (record, SPIL_AREA_NAME, name);
  return record;
}

static const SpilAssignment *
nth (const SpilChange *change, guint i)
{
  return &g_array_index (change->assignments, SpilAssignment, i);
}

static void
test_action (void)
{
  g_autoptr (SpilAction) action = spil_action_new ("Area added");
  g_autoptr (SpilAction) unnamed = spil_action_new (NULL);
  const SpilEntity *area = spil_entity (SPIL_ENTITY_AREA);
  const SpilId id = spil_id_new ();
  SpilChange *first = spil_action_add_row (action, area, id);
  SpilChange *second = spil_action_set_row (action, area, id);
  SpilChange *third = spil_action_delete (action, area, id);

  g_assert_cmpstr (action->label, ==, "Area added");
  g_assert_cmpstr (unnamed->label, ==, "");
  g_assert_cmpuint (unnamed->changes->len, ==, 0);
  g_assert_cmpuint (action->changes->len, ==, 3);
  g_assert_true (g_ptr_array_index (action->changes, 0) == first);
  g_assert_true (g_ptr_array_index (action->changes, 1) == second);
  g_assert_true (g_ptr_array_index (action->changes, 2) == third);
  g_assert_cmpint (first->kind, ==, SPIL_CHANGE_ADD);
  g_assert_cmpint (second->kind, ==, SPIL_CHANGE_SET);
  g_assert_cmpint (third->kind, ==, SPIL_CHANGE_DELETE);
  for (guint i = 0; i < 3; i++) {
    const SpilChange *change = g_ptr_array_index (action->changes, i);

    g_assert_true (change->entity == area);
    g_assert_true (spil_id_equal (change->id, id));
    g_assert_cmpuint (change->assignments->len, ==, 0);
  }
}

static void
test_assign (void)
{
  g_autoptr (SpilChange)
      change = spil_change_new (SPIL_CHANGE_SET, spil_entity (SPIL_ENTITY_AREA), spil_id_new ());
  g_auto (SpilValue) name = spil_value_text ("Assendorp");
  g_auto (SpilValue) other = spil_value_text ("Marslanden");
  const SpilValue null = SPIL_VALUE_INIT;

  g_assert_null (spil_change_get (change, SPIL_AREA_NAME));
  spil_change_assign (change, SPIL_AREA_NAME, &name);
  g_assert_true (spil_value_equal (spil_change_get (change, SPIL_AREA_NAME), &name));

  // A later one replaces it, also by itself.
  spil_change_assign (change, SPIL_AREA_NAME, &other);
  spil_change_assign (change, SPIL_AREA_NAME, spil_change_get (change, SPIL_AREA_NAME));
  g_assert_cmpuint (change->assignments->len, ==, 1);
  g_assert_true (spil_value_equal (spil_change_get (change, SPIL_AREA_NAME), &other));

  // Null is a value.
  spil_change_assign (change, SPIL_AREA_NAME, &null);
  spil_change_assign (change, SPIL_AREA_STANCE, &null);
  g_assert_cmpuint (change->assignments->len, ==, 2);
  g_assert_cmpint (spil_change_get (change, SPIL_AREA_NAME)->kind, ==, SPIL_VALUE_NULL);
}

static void
test_add (void)
{
  g_autoptr (SpilAction) action = spil_action_new ("Area added");
  g_autoptr (SpilRecord) record = new_area ("Assendorp");
  SpilChange *change;

  spil_record_set_integer (record, SPIL_AREA_PRIORITY, 0);
  change = spil_action_add (action, record);
  g_assert_cmpint (change->kind, ==, SPIL_CHANGE_ADD);
  g_assert_true (spil_id_equal (change->id, spil_record_get_id (record)));
  g_assert_cmpuint (change->assignments->len, ==, 2);
  g_assert_cmpint (nth (change, 0)->field, ==, SPIL_AREA_NAME);
  g_assert_cmpint (nth (change, 1)->field, ==, SPIL_AREA_PRIORITY);

  // The action keeps the values as they were.
  spil_record_set_text (record, SPIL_AREA_NAME, "Other");
  g_assert_cmpstr (spil_change_get (change, SPIL_AREA_NAME)->text, ==, "Assendorp");
}

static void
test_set (void)
{
  g_autoptr (SpilAction) action = spil_action_new ("Area changed");
  g_autoptr (SpilRecord) before = new_area ("Assendorp");
  g_autoptr (SpilRecord) after = spil_record_copy (before);
  SpilChange *change;

  g_assert_null (spil_action_set (action, before, after));
  g_assert_cmpuint (action->changes->len, ==, 0);

  spil_record_set_integer (before, SPIL_AREA_STANCE, SPIL_STANCE_CREATE);
  spil_record_set_integer (after, SPIL_AREA_KIND, SPIL_AREA_KIND_DISTRICT);
  change = spil_action_set (action, before, after);
  g_assert_nonnull (change);
  g_assert_cmpuint (action->changes->len, ==, 1);
  g_assert_cmpint (change->kind, ==, SPIL_CHANGE_SET);
  g_assert_cmpuint (change->assignments->len, ==, 2);
  g_assert_null (spil_change_get (change, SPIL_AREA_NAME));
  g_assert_cmpint (spil_change_get (change, SPIL_AREA_KIND)->integer, ==, SPIL_AREA_KIND_DISTRICT);
  g_assert_cmpint (spil_change_get (change, SPIL_AREA_STANCE)->kind, ==, SPIL_VALUE_NULL);
}

/* An entity without the field `programme` is handled like all others. */
static void
test_programme (void)
{
  g_autoptr (SpilAction) action = spil_action_new ("Programme added");
  g_autoptr (SpilRecord) before = spil_record_new (spil_entity (SPIL_ENTITY_PROGRAMME), spil_id_new ());
  g_autoptr (SpilRecord) after = spil_record_copy (before);

  spil_record_set_text (after, SPIL_PROGRAMME_NAME, "Werkgeversaanpak");
  g_assert_cmpuint (spil_action_add (action, after)->assignments->len, ==, 1);
  g_assert_cmpuint (spil_action_set (action, before, after)->assignments->len, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/change/action", test_action);
  g_test_add_func ("/change/assign", test_assign);
  g_test_add_func ("/change/add", test_add);
  g_test_add_func ("/change/set", test_set);
  g_test_add_func ("/change/programme", test_programme);
  return g_test_run ();
}
