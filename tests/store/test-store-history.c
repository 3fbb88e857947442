// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <locale.h>

#include "store-fixture.h"

// The entries as "+label", "~label", "-label" by kind of change, newest first.
static char *
describe (SpilStore *store, const SpilEntity *entity, SpilId id)
{
  static const char signs[] = {
    [SPIL_CHANGE_ADD] = '+', [SPIL_CHANGE_SET] = '~', [SPIL_CHANGE_DELETE] = '-'
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = spil_store_history (store, entity, id, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++) {
    const SpilHistoryEntry *entry = g_ptr_array_index (entries, i);

    g_assert_cmpstr (entry->actor, ==, "Makelaar");
    g_assert_true (spil_id_equal (entry->device, spil_store_get_device (store)));
    g_string_append_printf (text, "%s%c%s", i > 0 ? "," : "", signs[entry->change->kind], entry->label);
  }
  return g_string_free_and_steal (text);
}

static void
set_text (SpilStore *store, SpilId id, int field, const char *text)
{
  SpilAction *action = spil_action_new (text);
  g_auto (SpilValue) value = spil_value_text (text);

  spil_change_assign (spil_action_set_row (action, spil_entity (SPIL_ENTITY_ORGANISATION), id), field,
                      &value);
  commit (store, action);
}

static void
test_history (Fixture *fixture, gconstpointer data)
{
  const SpilEntity *entity = spil_entity (SPIL_ENTITY_ORGANISATION);
  SpilStore *store = fixture->store;
  SpilAction *action = spil_action_new ("Gewist");
  g_autoptr (GError) error = NULL;
  SpilId id;
  SpilId other;

  spil_store_set_actor (store, "Makelaar");
  id = add_organisation (store, "A");
  other = add_organisation (store, "Ander");
  set_text (store, id, SPIL_ORGANISATION_NAME, "B");
  set_text (store, id, SPIL_ORGANISATION_SECTOR, "Zorg");
  set_text (store, other, SPIL_ORGANISATION_NAME, "Nog een ander");
  set_text (store, id, SPIL_ORGANISATION_NAME, "C");
  {
    g_autofree char *text = describe (store, entity, id);

    g_assert_cmpstr (text, ==, "~C,~Zorg,~B,+Row added");
  }
  spil_action_delete (action, entity, id);
  commit (store, action);
  g_assert_true (spil_store_undo (store, NULL, &error));
  g_assert_true (spil_store_undo (store, NULL, &error));
  {
    g_autofree char *text = describe (store, entity, id);

    g_assert_cmpstr (text, ==, "~Undone: C,+Undone: Gewist,-Gewist,~C,~Zorg,~B,+Row added");
  }
}

// An action that changes several column groups of one row at once is one entry.
static void
test_one_entry (Fixture *fixture, gconstpointer data)
{
  const SpilEntity *entity = spil_entity (SPIL_ENTITY_ORGANISATION);
  SpilStore *store = fixture->store;
  SpilAction *action = spil_action_new ("Bijgewerkt");
  g_auto (SpilValue) text = spil_value_text ("Zwolle");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  const SpilHistoryEntry *entry;
  SpilChange *change;
  SpilId id = add_organisation (store, "A");

  change = spil_action_set_row (action, entity, id);
  spil_change_assign (change, SPIL_ORGANISATION_NAME, &text);
  spil_change_assign (change, SPIL_ORGANISATION_TOWN, &text);
  spil_change_assign (change, SPIL_ORGANISATION_SECTOR, &text);
  commit (store, action);
  entries = spil_store_history (store, entity, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 2);
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpstr (spil_change_get (entry->change, SPIL_ORGANISATION_TOWN)->text, ==, "Zwolle");
  g_assert_null (spil_change_get (entry->change, SPIL_ORGANISATION_KIND));
}

static void
test_unknown_row (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (spil_store_history (fixture->store, spil_entity (SPIL_ENTITY_AREA), spil_id_new (), &error));
  g_assert_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOT_FOUND);
}

#define add(name, test) g_test_add ("/store/history/" name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  add ("history", test_history);
  add ("one-entry", test_one_entry);
  add ("unknown-row", test_unknown_row);
  return g_test_run ();
}
