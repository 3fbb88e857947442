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
  int64_t count;

  g_assert_no_error (error);
  g_assert_true (spil_store_count_due_for_erasure (store, &count, &error));
  g_assert_cmpint (count, ==, due->len);
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

static SpilRecord *
new_record (SpilEntityNumber entity)
{
  return spil_record_new (spil_entity (entity), spil_id_new ());
}

static SpilId
add (SpilStore *store, SpilRecord *record)
{
  SpilAction *action = spil_action_new ("Added");
  SpilId id = spil_record_get_id (record);

  spil_action_add (action, record);
  commit (store, action);
  g_object_unref (record);
  return id;
}

static void
add_rule (SpilStore *store, int category, int months)
{
  SpilRecord *rule = new_record (SPIL_ENTITY_RETENTION_RULE);

  spil_record_set_integer (rule, SPIL_RETENTION_RULE_CATEGORY, category);
  spil_record_set_integer (rule, SPIL_RETENTION_RULE_MONTHS, months);
  add (store, rule);
}

static SpilId
add_contact (SpilStore *store, SpilId organisation, SpilDay day, const char *note)
{
  SpilRecord *contact = new_record (SPIL_ENTITY_CONTACT);

  spil_record_set_reference (contact, SPIL_CONTACT_ORGANISATION, organisation);
  spil_record_set_time (contact, SPIL_CONTACT_TIME, spil_time_from_day (day, 10, 0));
  spil_record_set_integer (contact, SPIL_CONTACT_KIND, SPIL_CONTACT_KIND_CALLED);
  if (note != NULL)
    spil_record_set_text (contact, SPIL_CONTACT_SUMMARY, note);
  return add (store, contact);
}

static void
add_present (SpilStore *store, SpilId contact, SpilId person)
{
  SpilRecord *present = new_record (SPIL_ENTITY_CONTACT_PERSON);

  spil_record_set_reference (present, SPIL_CONTACT_PERSON_CONTACT, contact);
  spil_record_set_reference (present, SPIL_CONTACT_PERSON_PERSON, person);
  add (store, present);
}

// A person without a date: the period counts from the last contact moment, and from the day of adding where there is none.
static void
test_persons_by_rule (Fixture *fixture, gconstpointer data)
{
  SpilStore *store = fixture->store;
  SpilId organisation = add_organisation (store, "Isala");
  SpilDay today = spil_day_today ();
  SpilId anna = add_person (store, organisation, "Anna", SPIL_DAY_NONE);
  SpilId bert = add_person (store, organisation, "Bert", SPIL_DAY_NONE);
  SpilDay later = spil_day_add_months (today, 30);

  add_person (store, organisation, "Carla", SPIL_DAY_NONE);
  add_person (store, organisation, "Dirk", spil_day_add (later, 100));
  add_present (store, add_contact (store, organisation, spil_day_add (today, -40), NULL), anna);
  add_rule (store, SPIL_RETENTION_CATEGORY_PERSONS, 24);
  assert_due (store, "");
  spil_day_play (later);
  add_present (store, add_contact (store, organisation, spil_day_add (later, -700), NULL), bert);
  // Dirk has a date of his own; Bert was spoken to since.
  assert_due (store, "Anna, Carla");
  spil_day_play (spil_day_add_months (today, 23));
  assert_due (store, "");
  spil_day_play (SPIL_DAY_NONE);
}

static void
assert_totals (SpilStore *store, int category, int64_t count)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) totals = spil_store_retention_totals (store, &error);
  int64_t found = 0;
  gboolean any;

  g_assert_no_error (error);
  g_assert_true (spil_store_has_kept (store, &any, &error));
  g_assert_cmpint (any, ==, totals->len > 0);
  for (guint i = 0; i < totals->len; i++)
    if (((SpilRetentionTotal *) totals->pdata[i])->category == category)
      found += ((SpilRetentionTotal *) totals->pdata[i])->count;
  g_assert_cmpint (found, ==, count);
}

static int64_t
erase_kept (SpilStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) totals = spil_store_retention_totals (store, &error);
  int64_t count = -1;

  g_assert_cmpuint (totals->len, ==, 1);
  g_assert_true (spil_store_erase_kept (store, totals->pdata[0], NULL, &count, &error));
  g_assert_no_error (error);
  return count;
}

static char *
dup_summary (SpilStore *store, SpilId contact)
{
  g_autoptr (SpilRecord) record = spil_store_get (store, spil_entity (SPIL_ENTITY_CONTACT), contact, NULL);

  return g_strdup (spil_record_get_text (record, SPIL_CONTACT_SUMMARY));
}

// Notes of before the period go, the contact moments stay; what has no note is none of it.
static void
test_notes (Fixture *fixture, gconstpointer data)
{
  SpilStore *store = fixture->store;
  SpilId organisation = add_organisation (store, "Isala");
  SpilDay today = spil_day_today ();
  SpilDay limit = spil_day_add_months (today, -36);
  SpilId old = add_contact (store, organisation, spil_day_add (limit, -1), "Oud");
  SpilId young = add_contact (store, organisation, limit, "Jong");
  g_autofree char *gone = NULL;
  g_autofree char *kept = NULL;

  add_contact (store, organisation, spil_day_add (limit, -900), "Ouder");
  add_contact (store, organisation, spil_day_add (limit, -2), NULL);
  assert_totals (store, SPIL_RETENTION_CATEGORY_NOTES, 0);
  add_rule (store, SPIL_RETENTION_CATEGORY_NOTES, 36);
  assert_totals (store, SPIL_RETENTION_CATEGORY_NOTES, 2);
  g_assert_cmpint (erase_kept (store), ==, 2);
  assert_totals (store, SPIL_RETENTION_CATEGORY_NOTES, 0);
  gone = dup_summary (store, old);
  kept = dup_summary (store, young);
  g_assert_cmpstr (gone, ==, NULL);
  g_assert_cmpstr (kept, ==, "Jong");
  g_assert_cmpint (count_rows (store, spil_entity (SPIL_ENTITY_CONTACT)), ==, 4);
  g_assert_true (spil_store_needs_scrub (store));
}

// A rule that is gone erases nothing any more.
static void
test_rule_gone (Fixture *fixture, gconstpointer data)
{
  SpilStore *store = fixture->store;
  SpilId organisation = add_organisation (store, "Isala");
  SpilRetentionTotal total = { .rule = spil_id_new (), .category = SPIL_RETENTION_CATEGORY_NOTES };
  g_autoptr (GError) error = NULL;
  int64_t count;

  total.before = spil_day_today ();
  add_contact (store, organisation, spil_day_add (total.before, -10), "Oud");
  g_assert_false (spil_store_erase_kept (store, &total, NULL, &count, &error));
  g_assert_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOT_FOUND);
  g_assert_cmpint (count, ==, 0);
}

static void
test_participations (Fixture *fixture, gconstpointer data)
{
  SpilStore *store = fixture->store;
  SpilRecord *instrument = new_record (SPIL_ENTITY_INSTRUMENT);
  SpilRecord *offer = new_record (SPIL_ENTITY_OFFER);
  SpilRecord *cohort = new_record (SPIL_ENTITY_COHORT);
  SpilRecord *participation = new_record (SPIL_ENTITY_PARTICIPATION);

  spil_record_set_text (instrument, SPIL_INSTRUMENT_NAME, "OV-probeerkaart");
  spil_record_set_integer (instrument, SPIL_INSTRUMENT_KIND, SPIL_INSTRUMENT_KIND_TRIAL);
  spil_record_set_reference (offer, SPIL_OFFER_INSTRUMENT, add (store, instrument));
  spil_record_set_integer (offer, SPIL_OFFER_STATE, SPIL_OFFER_STATE_FINISHED);
  spil_record_set_reference (cohort, SPIL_COHORT_OFFER, add (store, offer));
  spil_record_set_day (cohort, SPIL_COHORT_START, spil_day_add_months (spil_day_today (), -13));
  spil_record_set_reference (participation, SPIL_PARTICIPATION_COHORT, add (store, cohort));
  spil_record_set_text (participation, SPIL_PARTICIPATION_PSEUDONYM, "OV-001");
  add (store, participation);
  add_rule (store, SPIL_RETENTION_CATEGORY_PARTICIPATIONS, 14);
  assert_totals (store, SPIL_RETENTION_CATEGORY_PARTICIPATIONS, 0);
  add_rule (store, SPIL_RETENTION_CATEGORY_PARTICIPATIONS, 12);
  assert_totals (store, SPIL_RETENTION_CATEGORY_PARTICIPATIONS, 1);
  g_assert_cmpint (erase_kept (store), ==, 1);
  assert_totals (store, SPIL_RETENTION_CATEGORY_PARTICIPATIONS, 0);
}

// One note that should not have been written: it alone goes, also out of the history.
static void
test_note (Fixture *fixture, gconstpointer data)
{
  SpilStore *store = fixture->store;
  SpilId organisation = add_organisation (store, "Isala");
  SpilId wrong = add_contact (store, organisation, spil_day_today (), "Mevrouw is ziek");
  SpilId right = add_contact (store, organisation, spil_day_today (), "Fietsplan");
  g_autoptr (GError) error = NULL;
  g_autofree char *gone = NULL;
  g_autofree char *kept = NULL;

  g_assert_true (spil_store_erase_note (store, wrong, &error));
  g_assert_no_error (error);
  gone = dup_summary (store, wrong);
  kept = dup_summary (store, right);
  g_assert_cmpstr (gone, ==, NULL);
  g_assert_cmpstr (kept, ==, "Fietsplan");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/retention/due", Fixture, NULL, fixture_set_up, test_due, fixture_tear_down);
  g_test_add ("/store/retention/erased", Fixture, NULL, fixture_set_up, test_erased, fixture_tear_down);
  g_test_add ("/store/retention/persons-by-rule", Fixture, NULL, fixture_set_up, test_persons_by_rule,
              fixture_tear_down);
  g_test_add ("/store/retention/notes", Fixture, NULL, fixture_set_up, test_notes, fixture_tear_down);
  g_test_add ("/store/retention/rule-gone", Fixture, NULL, fixture_set_up, test_rule_gone, fixture_tear_down);
  g_test_add ("/store/retention/participations", Fixture, NULL, fixture_set_up, test_participations,
              fixture_tear_down);
  g_test_add ("/store/retention/note", Fixture, NULL, fixture_set_up, test_note, fixture_tear_down);
  return g_test_run ();
}
