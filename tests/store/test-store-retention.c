// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <locale.h>

#include "spil-day.h"
#include "spil-privacy.h"
#include "store-fixture.h"

static SpilId
add_person (SpilStore *store, SpilId organisation, const char *name, SpilDay until)
{
  const SpilEntity *entity = spil_entity (SPIL_ENTITY_PERSON);
  SpilAction *action = spil_action_new ("Person added");
  g_autoptr (SpilRecord) person = spil_record_new (entity, spil_id_new ());

  spil_record_set_reference (person, SPIL_PERSON_ORGANISATION, organisation);
  spil_record_set_text (person, SPIL_PERSON_NAME, name);
  spil_record_set_day (person, SPIL_PERSON_RETENTION_DATE, until);
  spil_action_add (action, person);
  commit (store, action);
  return spil_record_get_id (person);
}

static void
assert_due (SpilStore *store, const char *names)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) due = spil_store_due_for_erasure (store, &error);
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < due->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? ", " : "",
                            spil_record_get_text (g_ptr_array_index (due, i), SPIL_PERSON_NAME));
  g_assert_cmpstr (found->str, ==, names);
}

// On the day itself it has come; a person without a date, or deleted, is none of it.
static void
test_due (Fixture *fixture, gconstpointer data)
{
  SpilId organisation = add_organisation (fixture->store, "Isala");
  SpilDay today = spil_day_from_ymd (2018, 10, 1);
  SpilAction *action = spil_action_new ("Person deleted");
  SpilId gone;

  spil_day_play (today);
  assert_due (fixture->store, "");
  add_person (fixture->store, organisation, "Anna", today);
  add_person (fixture->store, organisation, "Bert", spil_day_add (today, 1));
  add_person (fixture->store, organisation, "Carla", spil_day_add (today, -400));
  add_person (fixture->store, organisation, "Dirk", SPIL_DAY_NONE);
  gone = add_person (fixture->store, organisation, "Els", spil_day_add (today, -1));
  spil_action_delete (action, spil_entity (SPIL_ENTITY_PERSON), gone);
  commit (fixture->store, action);
  assert_due (fixture->store, "Carla, Anna");
  spil_day_play (spil_day_add (today, 1));
  assert_due (fixture->store, "Carla, Anna, Bert");
  spil_day_play (SPIL_DAY_NONE);
}

// Who is erased is on no list any more.
static void
test_erased (Fixture *fixture, gconstpointer data)
{
  SpilId organisation = add_organisation (fixture->store, "Isala");
  SpilDay past = spil_day_from_ymd (2018, 1, 31);
  SpilId anna = add_person (fixture->store, organisation, "Anna", past);
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilErasure) erasure = NULL;

  add_person (fixture->store, organisation, "Bert", past);
  assert_due (fixture->store, "Anna, Bert");
  erasure = spil_store_erase_person (fixture->store, anna, &error);
  g_assert_no_error (error);
  assert_due (fixture->store, "Bert");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/retention/due", Fixture, NULL, fixture_set_up, test_due, fixture_tear_down);
  g_test_add ("/store/retention/erased", Fixture, NULL, fixture_set_up, test_erased, fixture_tear_down);
  return g_test_run ();
}
