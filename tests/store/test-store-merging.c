// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* Organisations merged and taken apart again on several laptops. */
#include "laptops-fixture.h"
#include "spil-duplicate-action.h"
#include "spil-duplicate-query.h"
#include "spil-relation-query.h"
#include "spil-timeline-query.h"

static void
merge (SpilStore *store, SpilId gone, SpilId keep, uint64_t fields)
{
  SpilMerging merging = { keep, gone, fields, 0 };
  g_autoptr (GError) error = NULL;
  SpilAction *action = spil_merge_organisations (store, &merging, &error);

  g_assert_no_error (error);
  commit (store, action);
}

static void
unmerge (SpilStore *store, SpilId gone)
{
  g_autoptr (GError) error = NULL;
  SpilAction *action = spil_unmerge_organisation (store, gone, &error);

  g_assert_no_error (error);
  commit (store, action);
}

static SpilId
add_contact (SpilStore *store, SpilId organisation, const char *note)
{
  SpilAction *action = spil_action_new ("Contact moment added");
  g_autoptr (SpilRecord) contact = spil_record_new (spil_entity (SPIL_ENTITY_CONTACT), spil_id_new ());

  spil_record_set_reference (contact, SPIL_CONTACT_ORGANISATION, organisation);
  spil_record_set_time (contact, SPIL_CONTACT_TIME,
                        spil_time_from_day (spil_day_from_ymd (2018, 3, 5), 12, 0));
  spil_record_set_integer (contact, SPIL_CONTACT_KIND, SPIL_CONTACT_KIND_CALLED);
  spil_record_set_text (contact, SPIL_CONTACT_SUMMARY, note);
  spil_action_add (action, contact);
  commit (store, action);
  return spil_record_get_id (contact);
}

static void
assert_head (Laptops *self, SpilId id, SpilId expected)
{
  for (int i = 0; i < 3; i++) {
    g_autoptr (GError) error = NULL;
    SpilId head;

    g_assert_true (spil_organisation_head (self->stores[i], id, &head, &error));
    g_assert_no_error (error);
    g_assert_true (spil_id_equal (head, expected));
  }
}

static void
assert_contacts (Laptops *self, SpilId id, int expected)
{
  for (int i = 0; i < 3; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) entries = spil_timeline_query (self->stores[i], id, 0, 10, &error);

    g_assert_no_error (error);
    g_assert_cmpint (entries->len, ==, expected);
  }
}

/* What another laptop adds to the one that goes, shows at the one that stays; and goes along when they are taken apart. */
static void
test_contact (Laptops *self, gconstpointer data)
{
  SpilId one = begin (self);
  SpilId two = add_organisation (self->stores[0], "Brood en banket");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  meet (self);
  merge (self->stores[0], one, two, 0);
  add_contact (self->stores[1], one, "Gebeld over fietsen");
  meet (self);
  assert_head (self, one, two);
  assert_contacts (self, two, 1);
  unmerge (self->stores[2], one);
  meet (self);
  assert_head (self, one, one);
  assert_contacts (self, two, 0);
  assert_contacts (self, one, 1);
  before = digest_of (self->stores[0]);
  merge (self->stores[1], one, two, 0);
  unmerge (self->stores[1], one);
  meet (self);
  after = digest_of (self->stores[0]);
  g_assert_cmpstr (before, ==, after);
}

/* Merged in opposite directions at the same time: one head everywhere, and they can still be taken apart. */
static void
test_circle (Laptops *self, gconstpointer data)
{
  SpilId one = begin (self);
  SpilId two = add_organisation (self->stores[0], "Brood en banket");
  SpilId head;
  SpilId gone;

  meet (self);
  merge (self->stores[0], one, two, 0);
  merge (self->stores[1], two, one, 0);
  meet (self);
  g_assert_true (spil_organisation_head (self->stores[2], one, &head, NULL));
  assert_head (self, one, head);
  assert_head (self, two, head);
  gone = spil_id_equal (head, one) ? two : one;
  unmerge (self->stores[2], gone);
  meet (self);
  assert_head (self, one, one);
  assert_head (self, two, two);
}

/* Three laptops make a circle of three. */
static void
test_circle_of_three (Laptops *self, gconstpointer data)
{
  SpilId ids[3] = { begin (self), add_organisation (self->stores[0], "Twee"),
                    add_organisation (self->stores[0], "Drie") };
  SpilId head;

  meet (self);
  for (int i = 0; i < 3; i++)
    merge (self->stores[i], ids[i], ids[(i + 1) % 3], 0);
  meet (self);
  g_assert_true (spil_organisation_head (self->stores[0], ids[0], &head, NULL));
  for (int i = 0; i < 3; i++)
    assert_head (self, ids[i], head);
  for (int i = 0; i < 3; i++) {
    if (spil_id_equal (ids[i], head))
      continue;
    unmerge (self->stores[i], ids[i]);
    meet (self);
    assert_head (self, ids[i], ids[i]);
    merge (self->stores[i], ids[i], head, 0);
    meet (self);
  }
}

/* A chain: what was merged into the one that goes, goes along; there and back. */
static void
test_chain (Laptops *self, gconstpointer data)
{
  SpilId one = begin (self);
  SpilId two = add_organisation (self->stores[0], "Twee");
  SpilId three = add_organisation (self->stores[0], "Drie");

  meet (self);
  merge (self->stores[0], one, two, 0);
  merge (self->stores[1], two, three, 0);
  meet (self);
  assert_head (self, one, three);
  assert_head (self, two, three);
  unmerge (self->stores[2], two);
  meet (self);
  assert_head (self, one, two);
  assert_head (self, three, three);
}

/* On another laptop, later: what was taken over goes back there too. */
static void
test_give_back (Laptops *self, gconstpointer data)
{
  SpilId one = begin (self);
  SpilId two = add_organisation (self->stores[0], "Brood en banket");
  g_autoptr (SpilRecord) row = NULL;

  meet (self);
  merge (self->stores[0], one, two, G_GUINT64_CONSTANT (1) << SPIL_ORGANISATION_NAME);
  meet (self);
  row = spil_store_get (self->stores[2], spil_entity (SPIL_ENTITY_ORGANISATION), two, NULL);
  g_assert_cmpstr (spil_record_get_title (row), ==, "Bakkerij");
  g_clear_object (&row);
  unmerge (self->stores[2], one);
  meet (self);
  row = spil_store_get (self->stores[0], spil_entity (SPIL_ENTITY_ORGANISATION), two, NULL);
  g_assert_cmpstr (spil_record_get_title (row), ==, "Brood en banket");
}

/* What one judged, the others need not judge again. */
static void
test_distinct (Laptops *self, gconstpointer data)
{
  static const SpilDuplicateFacts facts = { .name = "Bakkerij" };
  SpilId one = begin (self);
  SpilId two = add_organisation (self->stores[0], "Bakkerij B.V.");

  for (int i = 0; i < 3; i++) {
    static const char *const keys[] = { "duplicate-name", "duplicate-possible", "duplicate-probable" };
    SpilAction *action = spil_action_new ("Setting added");
    g_autoptr (SpilRecord) setting = spil_record_new (spil_entity (SPIL_ENTITY_SETTING), spil_id_new ());

    spil_record_set_text (setting, SPIL_SETTING_KEY, keys[i]);
    spil_record_set_integer (setting, SPIL_SETTING_VALUE, i == 0 ? 850000 : 40000000);
    spil_action_add (action, setting);
    commit (self->stores[0], action);
  }
  commit (self->stores[0], spil_distinct_action (one, two));
  for (int i = 0; i < 3; i++) {
    g_autoptr (GPtrArray) pairs = NULL;
    g_autoptr (GPtrArray) found = NULL;

    if (i == 1)
      meet (self);
    pairs = spil_duplicates_pairs (self->stores[i], NULL, NULL, NULL);
    found = spil_duplicates_find (self->stores[i], &facts, one, 10, NULL);
    g_assert_cmpint (pairs->len, ==, 0);
    g_assert_cmpint (found->len, ==, 0);
  }
  g_assert_true (spil_store_undo (self->stores[0], NULL, NULL));
  meet (self);
  for (int i = 0; i < 3; i++) {
    g_autoptr (GPtrArray) pairs = spil_duplicates_pairs (self->stores[i], NULL, NULL, NULL);

    g_assert_cmpint (pairs->len, ==, 1);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(name, func) g_test_add ("/store/merging/" name, Laptops, NULL, laptops_set_up, func, laptops_tear_down)
  TEST ("contact", test_contact);
  TEST ("circle", test_circle);
  TEST ("circle-of-three", test_circle_of_three);
  TEST ("chain", test_chain);
  TEST ("give-back", test_give_back);
  TEST ("distinct", test_distinct);
#undef TEST
  return g_test_run ();
}
