// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <locale.h>

#include "laptops-fixture.h"
#include "spil-conflict-query.h"
#include "spil-privacy.h"
#include "spil-sync-store.h"

static void
set_text (SpilStore *store, int entity, SpilId id, int field, const char *text)
{
  SpilAction *action = spil_action_new ("Changed");
  g_auto (SpilValue) value = spil_value_text (text);

  spil_change_assign (spil_action_set_row (action, spil_entity (entity), id), field, &value);
  commit (store, action);
}

static void
set_reference (SpilStore *store, int entity, SpilId id, int field, SpilId target)
{
  SpilAction *action = spil_action_new ("Changed");
  SpilValue value = spil_id_is_nil (target) ? SPIL_VALUE_INIT : spil_value_id (target);

  spil_change_assign (spil_action_set_row (action, spil_entity (entity), id), field, &value);
  commit (store, action);
}

static void
delete_row (SpilStore *store, int entity, SpilId id)
{
  SpilAction *action = spil_action_new ("Deleted");

  spil_action_delete (action, spil_entity (entity), id);
  commit (store, action);
}

static void
assert_text (SpilStore *store, int entity, SpilId id, int field, const char *expected)
{
  g_autoptr (SpilRecord) record = spil_store_get (store, spil_entity (entity), id, NULL);

  g_assert_nonnull (record);
  g_assert_cmpstr (spil_record_get_text (record, field), ==, expected);
}

// The inbox in short: "kind:side|side" per entry.
static char *
inbox (SpilStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) conflicts = spil_store_conflicts (store, 0, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < conflicts->len; i++) {
    const SpilConflict *conflict = g_ptr_array_index (conflicts, i);

    g_string_append_printf (text, "%s%c:", i > 0 ? " " : "", "vdoc"[conflict->kind]);
    for (guint j = 0; j < conflict->sides->len; j++)
      g_string_append_printf (text, "%s%s", j > 0 ? "|" : "",
                              ((SpilConflictSide *) g_ptr_array_index (conflict->sides, j))->text);
  }
  return g_string_free_and_steal (text);
}

static void
assert_inbox (Laptops *self, const char *expected)
{
  for (int i = 0; i < 3; i++) {
    g_autofree char *text = inbox (self->stores[i]);

    g_assert_cmpstr (text, ==, expected);
  }
}

static void
settle (SpilStore *store, guint side)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) conflicts = spil_store_conflicts (store, 0, &error);
  SpilAction *action = spil_action_new ("Settled");

  g_assert_cmpuint (conflicts->len, >, 0);
  g_assert_true (spil_conflict_settle (g_ptr_array_index (conflicts, 0), side, action, &error));
  commit (store, action);
}

static void
test_values (Laptops *self, gconstpointer data)
{
  SpilId id = begin (self);
  g_autoptr (GPtrArray) conflicts = NULL;

  set_text (self->stores[0], SPIL_ENTITY_ORGANISATION, id, SPIL_ORGANISATION_NAME, "Bakker A");
  set_text (self->stores[1], SPIL_ENTITY_ORGANISATION, id, SPIL_ORGANISATION_NAME, "Bakker B");
  set_text (self->stores[2], SPIL_ENTITY_ORGANISATION, id, SPIL_ORGANISATION_SECTOR, "Voedsel");
  meet (self);
  assert_text (self->stores[0], SPIL_ENTITY_ORGANISATION, id, SPIL_ORGANISATION_NAME, "Bakker B");
  assert_text (self->stores[0], SPIL_ENTITY_ORGANISATION, id, SPIL_ORGANISATION_SECTOR, "Voedsel");
  assert_inbox (self, "v:Bakker B|Bakker A");
  conflicts = spil_store_conflicts_of (self->stores[2], spil_entity (SPIL_ENTITY_ORGANISATION), id, NULL);
  g_assert_cmpuint (conflicts->len, ==, 1);
  {
    const SpilConflict *conflict = g_ptr_array_index (conflicts, 0);
    const SpilConflictSide *loser = g_ptr_array_index (conflict->sides, 1);
    g_autoptr (SpilConflict) again = spil_store_conflict (self->stores[1], conflict->id, NULL);

    g_assert_nonnull (again);
    g_assert_cmpstr (loser->actor, ==, "Laptop A");
    g_assert_cmpstr (loser->device_name, ==, "");
    g_assert_cmpstr (conflict->title, ==, "Bakker B");
  }
  // A later edit does not clear it; it is what holds then.
  set_text (self->stores[2], SPIL_ENTITY_ORGANISATION, id, SPIL_ORGANISATION_NAME, "Bakker C");
  meet (self);
  assert_inbox (self, "v:Bakker C|Bakker A");
  settle (self->stores[0], 1);
  meet (self);
  assert_inbox (self, "");
  assert_text (self->stores[1], SPIL_ENTITY_ORGANISATION, id, SPIL_ORGANISATION_NAME, "Bakker A");
  // Taking it back opens it again, everywhere; repeating it settles it again.
  g_assert_true (spil_store_undo (self->stores[0], NULL, NULL));
  meet (self);
  assert_inbox (self, "v:Bakker C|Bakker A");
  g_assert_true (spil_store_redo (self->stores[0], NULL, NULL));
  meet (self);
  assert_inbox (self, "");
  assert_text (self->stores[1], SPIL_ENTITY_ORGANISATION, id, SPIL_ORGANISATION_NAME, "Bakker A");
}

// What holds can be settled on as well, and what two wrote alike is no conflict.
static void
test_winner_and_equal (Laptops *self, gconstpointer data)
{
  SpilId id = begin (self);

  for (int i = 0; i < 2; i++)
    set_text (self->stores[i], SPIL_ENTITY_ORGANISATION, id, SPIL_ORGANISATION_NAME, "Gelijk");
  meet (self);
  assert_inbox (self, "");
  set_text (self->stores[0], SPIL_ENTITY_ORGANISATION, id, SPIL_ORGANISATION_SECTOR, "Een");
  set_text (self->stores[1], SPIL_ENTITY_ORGANISATION, id, SPIL_ORGANISATION_SECTOR, "Twee");
  meet (self);
  assert_inbox (self, "v:Twee|Een");
  settle (self->stores[2], 0);
  meet (self);
  assert_inbox (self, "");
  assert_text (self->stores[0], SPIL_ENTITY_ORGANISATION, id, SPIL_ORGANISATION_SECTOR, "Twee");
  g_assert_true (spil_store_undo (self->stores[2], NULL, NULL));
  meet (self);
  assert_inbox (self, "v:Twee|Een");
}

static void
test_own_value (Laptops *self, gconstpointer data)
{
  SpilId id = begin (self);
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (SpilChange)
      values = spil_change_new (SPIL_CHANGE_SET, spil_entity (SPIL_ENTITY_ORGANISATION), id);
  SpilAction *action = spil_action_new ("Settled");
  g_auto (SpilValue) value = spil_value_text ("Drie");

  set_text (self->stores[0], SPIL_ENTITY_ORGANISATION, id, SPIL_ORGANISATION_SECTOR, "Een");
  set_text (self->stores[1], SPIL_ENTITY_ORGANISATION, id, SPIL_ORGANISATION_SECTOR, "Twee");
  meet (self);
  conflicts = spil_store_conflicts (self->stores[0], 0, NULL);
  g_assert_true (spil_conflict_takes_value (g_ptr_array_index (conflicts, 0)));
  spil_change_assign (values, SPIL_ORGANISATION_NAME, &value);
  g_assert_false (spil_conflict_settle_with (g_ptr_array_index (conflicts, 0), values, action, NULL));
  g_clear_pointer (&values, spil_change_free);
  values = spil_change_new (SPIL_CHANGE_SET, spil_entity (SPIL_ENTITY_ORGANISATION), id);
  spil_change_assign (values, SPIL_ORGANISATION_SECTOR, &value);
  g_assert_true (spil_conflict_settle_with (g_ptr_array_index (conflicts, 0), values, action, NULL));
  commit (self->stores[0], action);
  meet (self);
  assert_inbox (self, "");
  assert_text (self->stores[2], SPIL_ENTITY_ORGANISATION, id, SPIL_ORGANISATION_SECTOR, "Drie");
}

static void
test_deleted_and_changed (Laptops *self, gconstpointer data)
{
  SpilId id = begin (self);

  delete_row (self->stores[0], SPIL_ENTITY_ORGANISATION, id);
  set_text (self->stores[1], SPIL_ENTITY_ORGANISATION, id, SPIL_ORGANISATION_SECTOR, "Voedsel");
  meet (self);
  assert_inbox (self, "d:Deleted|Kept, with all its values");
  settle (self->stores[2], 0);
  meet (self);
  assert_inbox (self, "");
  g_assert_true (spil_store_undo (self->stores[2], NULL, NULL));
  meet (self);
  assert_inbox (self, "d:Deleted|Kept, with all its values");
  settle (self->stores[0], 1);
  meet (self);
  assert_inbox (self, "");
  assert_text (self->stores[2], SPIL_ENTITY_ORGANISATION, id, SPIL_ORGANISATION_SECTOR, "Voedsel");
  g_assert_true (spil_store_undo (self->stores[0], NULL, NULL));
  meet (self);
  assert_inbox (self, "d:Deleted|Kept, with all its values");
}

static void
test_orphan (Laptops *self, gconstpointer data)
{
  SpilId id = begin (self);
  SpilAction *action = spil_action_new ("Site added");
  SpilRecord *site = spil_record_new (spil_entity (SPIL_ENTITY_SITE), spil_id_new ());

  spil_record_set_reference (site, SPIL_SITE_ORGANISATION, id);
  spil_record_set_text (site, SPIL_SITE_NAME, "Loods");
  spil_action_add (action, site);
  g_object_unref (site);
  commit (self->stores[1], action);
  delete_row (self->stores[0], SPIL_ENTITY_ORGANISATION, id);
  meet (self);
  assert_inbox (self, "o:Kept, and Organisation “Bakkerij” is brought back|Deleted as well");
  settle (self->stores[2], 0);
  meet (self);
  assert_inbox (self, "");
  assert_text (self->stores[1], SPIL_ENTITY_ORGANISATION, id, SPIL_ORGANISATION_NAME, "Bakkerij");
  g_assert_true (spil_store_undo (self->stores[2], NULL, NULL));
  meet (self);
  settle (self->stores[0], 1);
  meet (self);
  assert_inbox (self, "");
  g_assert_cmpint (count_rows (self->stores[1], spil_entity (SPIL_ENTITY_SITE)), ==, 0);
}

static void
test_circle (Laptops *self, gconstpointer data)
{
  SpilId one;
  SpilId other;
  g_autoptr (SpilRecord) broken = NULL;

  begin (self);
  one = add_task (self->stores[0], "Een");
  other = add_task (self->stores[0], "Twee");
  meet (self);
  set_reference (self->stores[0], SPIL_ENTITY_TASK, one, SPIL_TASK_PARENT, other);
  set_reference (self->stores[1], SPIL_ENTITY_TASK, other, SPIL_TASK_PARENT, one);
  meet (self);
  assert_inbox (self, "c:Left out");
  broken = spil_store_get (self->stores[2], spil_entity (SPIL_ENTITY_TASK), other, NULL);
  g_assert_true (spil_record_is_null (broken, SPIL_TASK_PARENT));
  settle (self->stores[2], 0);
  meet (self);
  assert_inbox (self, "");
  // When the other edge goes instead, the one that was left out leads again.
  g_assert_true (spil_store_undo (self->stores[2], NULL, NULL));
  meet (self);
  assert_inbox (self, "c:Left out");
  set_reference (self->stores[0], SPIL_ENTITY_TASK, one, SPIL_TASK_PARENT, SPIL_ID_NIL);
  meet (self);
  assert_inbox (self, "");
}

static void
test_undo_leaves_others_changes (Laptops *self, gconstpointer data)
{
  SpilId id = begin (self);

  set_text (self->stores[0], SPIL_ENTITY_ORGANISATION, id, SPIL_ORGANISATION_SECTOR, "Een");
  meet (self);
  set_text (self->stores[1], SPIL_ENTITY_ORGANISATION, id, SPIL_ORGANISATION_SECTOR, "Twee");
  meet (self);
  g_assert_true (spil_store_undo (self->stores[0], NULL, NULL));
  meet (self);
  assert_text (self->stores[2], SPIL_ENTITY_ORGANISATION, id, SPIL_ORGANISATION_SECTOR, "Twee");
}

static SpilId
add_person (SpilStore *store, SpilId organisation, const char *name)
{
  g_autofree char *label = g_strconcat ("Person added: ", name, NULL);
  SpilAction *action = spil_action_new (label);
  SpilRecord *person = spil_record_new (spil_entity (SPIL_ENTITY_PERSON), spil_id_new ());
  SpilId id = spil_record_get_id (person);

  spil_record_set_reference (person, SPIL_PERSON_ORGANISATION, organisation);
  spil_record_set_text (person, SPIL_PERSON_NAME, name);
  spil_record_set_text (person, SPIL_PERSON_PHONE, "038-1234567");
  spil_action_add (action, person);
  g_object_unref (person);
  commit (store, action);
  return id;
}

static void
test_erase (Laptops *self, gconstpointer data)
{
  SpilId id = begin (self);
  SpilId person = add_person (self->stores[0], id, "Wissewis");
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilErasure) erasure = NULL;

  meet (self);
  assert_text (self->stores[1], SPIL_ENTITY_PERSON, person, SPIL_PERSON_NAME, "Wissewis");
  // One is changing it while another erases it.
  set_text (self->stores[1], SPIL_ENTITY_PERSON, person, SPIL_PERSON_PHONE, "038-7654321");
  erasure = spil_store_erase_person (self->stores[0], person, &error);
  g_assert_no_error (error);
  g_assert_cmpint (erasure->n_fields, ==, 2);
  meet (self);
  for (int i = 0; i < 3; i++) {
    g_autofree char *path = g_build_filename (self->dirs[i], "spil.db", NULL);
    g_autofree char *content = NULL;
    gsize length;

    assert_text (self->stores[i], SPIL_ENTITY_PERSON, person, SPIL_PERSON_NAME, NULL);
    g_assert_true (spil_store_scrub (self->stores[i], &error));
    g_assert_no_error (error);
    g_assert_true (g_file_get_contents (path, &content, &length, NULL));
    g_assert_null (g_strstr_len (content, (gssize) length, "issewis"));
    g_assert_null (g_strstr_len (content, (gssize) length, "7654321"));
  }
  assert_inbox (self, "");
}

static void
test_cut (Laptops *self, gconstpointer data)
{
  SpilId id = begin (self);
  SpilId lost = spil_store_get_device (self->stores[1]);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  int64_t last;

  set_text (self->stores[1], SPIL_ENTITY_ORGANISATION, id, SPIL_ORGANISATION_SECTOR, "Een");
  meet (self);
  g_assert_true (spil_store_get_last_sequence (self->stores[1], &last, NULL));
  before = digest_of (self->stores[0]);
  add_organisation (self->stores[1], "Indringer");
  set_text (self->stores[1], SPIL_ENTITY_ORGANISATION, id, SPIL_ORGANISATION_SECTOR, "Twee");
  meet (self);
  set_text (self->stores[2], SPIL_ENTITY_ORGANISATION, id, SPIL_ORGANISATION_TOWN, "Zwolle");
  g_assert_true (spil_store_undo (self->stores[2], NULL, NULL));
  meet (self);
  for (int i = 0; i < 3; i++)
    g_assert_true (spil_store_cut_device (self->stores[i], &lost, last, &error));
  after = digest_of (self->stores[0]);
  g_assert_cmpstr (after, ==, before);
  meet (self);
  assert_text (self->stores[2], SPIL_ENTITY_ORGANISATION, id, SPIL_ORGANISATION_SECTOR, "Een");
  for (int i = 0; i < 3; i++)
    g_assert_true (spil_store_cut_device (self->stores[i], &lost, G_MAXINT64, &error));
  assert_text (self->stores[2], SPIL_ENTITY_ORGANISATION, id, SPIL_ORGANISATION_SECTOR, "Twee");
  meet (self);
}

static void
test_renew (Laptops *self, gconstpointer data)
{
  SpilId id = begin (self);
  SpilId fresh = spil_id_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  int64_t last;

  meet (self);
  g_assert_true (spil_store_get_last_sequence (self->stores[0], &last, NULL));
  set_text (self->stores[0], SPIL_ENTITY_ORGANISATION, id, SPIL_ORGANISATION_SECTOR, "Een");
  set_text (self->stores[0], SPIL_ENTITY_ORGANISATION, id, SPIL_ORGANISATION_SECTOR, "Twee");
  add_person (self->stores[0], id, "Nieuw");
  before = digest_of (self->stores[0]);
  g_assert_true (spil_store_renew_device (self->stores[0], &fresh, last, &error));
  g_assert_no_error (error);
  after = digest_of (self->stores[0]);
  g_assert_cmpstr (after, ==, before);
  meet (self);
  assert_text (self->stores[2], SPIL_ENTITY_ORGANISATION, id, SPIL_ORGANISATION_SECTOR, "Twee");
  set_text (self->stores[0], SPIL_ENTITY_ORGANISATION, id, SPIL_ORGANISATION_SECTOR, "Drie");
  meet (self);
  assert_inbox (self, "");
}

static void
test_reader (Laptops *self, gconstpointer data)
{
  SpilId id = begin (self);
  SpilAction *action = spil_action_new ("Deleted");

  g_assert_true (spil_store_set_reader (self->stores[2], TRUE, NULL));
  spil_action_delete (action, spil_entity (SPIL_ENTITY_ORGANISATION), id);
  commit_fails (self->stores[2], action, SPIL_STORE_ERROR, SPIL_STORE_ERROR_READ_ONLY);
  set_text (self->stores[0], SPIL_ENTITY_ORGANISATION, id, SPIL_ORGANISATION_SECTOR, "Een");
  meet (self);
  assert_text (self->stores[2], SPIL_ENTITY_ORGANISATION, id, SPIL_ORGANISATION_SECTOR, "Een");
}

#define add(name, test) g_test_add ("/store/import/" name, Laptops, NULL, laptops_set_up, test, laptops_tear_down)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  add ("values", test_values);
  add ("winner-and-equal", test_winner_and_equal);
  add ("own-value", test_own_value);
  add ("deleted-and-changed", test_deleted_and_changed);
  add ("orphan", test_orphan);
  add ("circle", test_circle);
  add ("undo-leaves-others-changes", test_undo_leaves_others_changes);
  add ("erase", test_erase);
  add ("cut", test_cut);
  add ("renew", test_renew);
  add ("reader", test_reader);
  return g_test_run ();
}
