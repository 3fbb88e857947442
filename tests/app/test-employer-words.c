// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-contact-data.h"
#include "spil-employer-texts.h"
#include "spil-employer-words.h"
#include "spil-entity.h"
#include "spil-stage-dialog.h"
#include "spil-timeline-words.h"

static SpilDay
day (int month, int month_day)
{
  return spil_day_from_ymd (2018, month, month_day);
}

static void
assert_takes (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_unknown (void)
{
  const SpilEmployerRow row = { .name = (char *) "Isala", .staff = -1 };

  assert_takes (spil_employer_dup_town (&row), "not stated");
  assert_takes (spil_employer_dup_staff (&row), "not stated");
  g_assert_null (spil_employer_dup_staff_words (&row));
  assert_takes (spil_employer_dup_stage (&row), "none");
  assert_takes (spil_employer_dup_broker (&row), "none");
  assert_takes (spil_employer_dup_last_contact (&row), "never");
  assert_takes (spil_employer_dup_next_action (&row, day (10, 1)), "none");
  assert_takes (spil_employer_dup_subtitle (&row), "");
}

static void
test_known (void)
{
  SpilEmployerRow row = {
    .name = (char *) "Isala",
    .town = (char *) "Zwolle",
    .staff = 3000,
    .stage_number = 2,
    .stage_name = (char *) "Interesse",
    .sustainability_broker = (char *) "Noor",
    .contacted = TRUE,
    .last_contact = spil_time_from_day (day (7, 31), 14, 2),
    .action_text = (char *) "Bellen",
    .action_due = day (10, 12),
    .debt = { .applies = TRUE, .due = day (9, 19), .days = 12 },
  };

  assert_takes (spil_employer_dup_staff (&row), "3.000");
  assert_takes (spil_employer_dup_staff_words (&row), "3.000 employees");
  assert_takes (spil_employer_dup_stage (&row), "2. Interesse");
  assert_takes (spil_employer_dup_broker (&row), "Noor");
  assert_takes (spil_employer_dup_last_contact (&row), "31-07-2018 (overdue)");
  assert_takes (spil_employer_dup_next_action (&row, day (10, 12)), "12-10-2018: Bellen");
  assert_takes (spil_employer_dup_next_action (&row, day (10, 13)), "12-10-2018 (past): Bellen");
  assert_takes (spil_employer_dup_subtitle (&row), "Zwolle · Interesse · 12 days overdue");

  row.debt.days = -3;
  row.mobility_broker = (char *) "Bo";
  row.action_due = SPIL_DAY_NONE;
  assert_takes (spil_employer_dup_last_contact (&row), "31-07-2018");
  assert_takes (spil_employer_dup_broker (&row), "Bo");
  assert_takes (spil_employer_dup_next_action (&row, day (10, 13)), "Bellen");
}

static void
test_count (void)
{
  g_autoptr (SpilEmployerSelection) selection = spil_employer_selection_new (day (10, 1));

  assert_takes (spil_employer_dup_count (240, 240, selection), "240 employers");
  assert_takes (spil_employer_dup_count (1, 1, selection), "1 employer");
  spil_employer_selection_set_search (selection, "x");
  assert_takes (spil_employer_dup_count (12, 1240, selection), "12 of 1.240 employers");
  selection->kinds = SPIL_EMPLOYER_KINDS_ALL;
  assert_takes (spil_employer_dup_count (0, 250, selection), "0 of 250 organisations");
}

static void
test_address (void)
{
  assert_takes (spil_employer_dup_address ("Dokterspad", "12", "8025 AB", "Zwolle"),
                "Dokterspad 12, 8025 AB Zwolle");
  assert_takes (spil_employer_dup_address (NULL, "", NULL, "Zwolle"), "Zwolle");
  assert_takes (spil_employer_dup_address ("Dokterspad", NULL, NULL, NULL), "Dokterspad");
  g_assert_null (spil_employer_dup_address (NULL, NULL, "", NULL));
}

static void
test_timeline (void)
{
  const SpilTimelineEntry contact = {
    .kind = SPIL_TIMELINE_CONTACT,
    .time = spil_time_from_day (day (7, 31), 14, 2),
    .choice = SPIL_CONTACT_KIND_VISITED,
    .title = (char *) "Parkeren knelt",
    .detail = (char *) "Wil een scan",
    .who = (char *) "Bo",
    .persons = (char *) "Anna, Piet",
    .needs = 1 << SPIL_NEED_PARKING | 1 << SPIL_NEED_BICYCLE,
    .advice = (char *) "",
  };
  const SpilTimelineEntry stage = {
    .kind = SPIL_TIMELINE_STAGE,
    .time = spil_time_from_day (day (8, 1), 12, 0),
    .title = (char *) "Interesse",
    .detail = (char *) "Vroeg een scan",
  };
  const SpilTimelineEntry application = {
    .kind = SPIL_TIMELINE_APPLICATION,
    .choice = SPIL_APPLICATION_STATE_AWARDED,
    .title = (char *) "Fietsenstalling",
    .amount = { .cents = 150000, .vat = SPIL_VAT_EXCLUDED },
  };

  assert_takes (spil_timeline_dup_heading (&contact), "Visited");
  assert_takes (spil_timeline_dup_when (&contact), "31-07-2018 14:02");
  assert_takes (spil_timeline_dup_body (&contact), "Parkeren knelt");
  assert_takes (spil_timeline_dup_details (&contact),
                "Outcome: Wil een scan\nAdvice was given\nNeeds: Parking, Bicycle\nWith Anna, Piet · By Bo");
  assert_takes (spil_timeline_dup_heading (&stage), "Stage: Interesse");
  assert_takes (spil_timeline_dup_when (&stage), "01-08-2018");
  assert_takes (spil_timeline_dup_body (&stage), "Vroeg een scan");
  g_assert_null (spil_timeline_dup_details (&stage));
  assert_takes (spil_timeline_dup_heading (&application), "Application: awarded");
  assert_takes (spil_timeline_dup_details (&application), "€\302\2401.500,00");
  g_assert_cmpint (spil_timeline_entity (&application), ==, SPIL_ENTITY_APPLICATION);
}

static void
test_broker (void)
{
  g_autoptr (GPtrArray) brokers = g_ptr_array_new ();

  g_ptr_array_add (brokers, (gpointer) "Bo Fietspad");
  assert_takes (spil_contact_propose_broker ("bo fietspad", brokers, "Noor"), "Bo Fietspad");
  assert_takes (spil_contact_propose_broker ("Iemand", brokers, "Noor"), "Noor");
  assert_takes (spil_contact_propose_broker ("Iemand", brokers, NULL), "Iemand");
  g_assert_null (spil_contact_propose_broker (NULL, brokers, NULL));
}

// A step in the funnel is the relation and its stage change, together.
static void
test_stage_move (void)
{
  g_autoptr (SpilAction) action = spil_action_new ("Moved");
  SpilId organisation = spil_id_new (), first = spil_id_new (), second = spil_id_new ();
  g_autoptr (SpilRecord) begun = spil_stage_move (action, organisation, NULL, first, day (1, 1), NULL);
  g_autoptr (SpilRecord)
      moved = spil_stage_move (action, organisation, begun, second, day (2, 1), "Vroeg een scan");
  const SpilChange *change;

  g_assert_cmpint (action->changes->len, ==, 4);
  change = action->changes->pdata[0];
  g_assert_cmpint (change->kind, ==, SPIL_CHANGE_ADD);
  change = action->changes->pdata[2];
  g_assert_cmpint (change->kind, ==, SPIL_CHANGE_SET);
  g_assert_true (spil_id_equal (spil_change_get (change, SPIL_ENGAGEMENT_STAGE)->id, second));
  change = action->changes->pdata[3];
  g_assert_cmpint (change->entity->number, ==, SPIL_ENTITY_STAGE_CHANGE);
  g_assert_true (spil_id_equal (spil_change_get (change, SPIL_STAGE_CHANGE_FROM)->id, first));
  g_assert_true (spil_id_equal (spil_change_get (change, SPIL_STAGE_CHANGE_TO)->id, second));
  g_assert_cmpstr (spil_change_get (change, SPIL_STAGE_CHANGE_EVIDENCE)->text, ==, "Vroeg een scan");
  g_assert_true (spil_id_equal (spil_record_get_id (begun), spil_record_get_id (moved)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/employer-words/unknown", test_unknown);
  g_test_add_func ("/app/employer-words/known", test_known);
  g_test_add_func ("/app/employer-words/count", test_count);
  g_test_add_func ("/app/employer-words/address", test_address);
  g_test_add_func ("/app/employer-words/timeline", test_timeline);
  g_test_add_func ("/app/employer-words/broker", test_broker);
  g_test_add_func ("/app/employer-words/stage-move", test_stage_move);
  return g_test_run ();
}
