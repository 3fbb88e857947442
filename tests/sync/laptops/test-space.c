// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "sync-laptops.h"

#include <glib/gstdio.h>
#include <string.h>

#include "spil-invitation.h"
#include "spil-session.h"

// A folder and the project leader's laptop.
typedef struct
{
  char *folder;
  Laptop *leader;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = laptops_make_dir ();
  fixture->leader = laptop_new_leader (fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  laptop_free (fixture->leader);
  laptops_remove_dir (fixture->folder);
}

static SpilSpaceStanding
standing_of (Laptop *laptop)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilSpaceState) state = spil_space_get_state (laptop->store, &error);

  g_assert_no_error (error);
  return state->standing;
}

static char *
invite (Fixture *fixture, SpilRole role)
{
  g_autoptr (GError) error = NULL;
  char *invitation = spil_space_invite (fixture->leader->store, role, &error);

  g_assert_no_error (error);
  return invitation;
}

static char *
join (Laptop *laptop, const char *invitation, const char *folder, const char *person)
{
  g_autoptr (GError) error = NULL;
  char *code = NULL;

  spil_space_join (laptop->store, invitation, folder, person, &code, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (strlen (code), ==, 9);
  return code;
}

static void
join_fails (Laptop *laptop, const char *invitation, const char *folder, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (spil_space_join (laptop->store, invitation, folder, "Bram", NULL, NULL, &error));
  g_assert_error (error, domain, code);
  g_test_message ("%s", error->message);
}

static void
approve_fails (Fixture *fixture, const char *code, int expected)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (spil_space_approve (fixture->leader->store, code, NULL, &error));
  g_assert_error (error, SPIL_SPACE_ERROR, expected);
  g_test_message ("%s", error->message);
}

static guint
count_requests (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) requests = spil_space_requests (fixture->leader->store, NULL, &error);

  g_assert_no_error (error);
  return requests->len;
}

static void
test_create (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *recovery = spil_space_dup_recovery (fixture->leader->store, &error);
  g_autoptr (Laptop) stranger = laptop_new ();
  g_autoptr (GPtrArray) members = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (strlen (recovery), >, 40);
  g_assert_cmpint (standing_of (fixture->leader), ==, SPIL_SPACE_MEMBER);
  g_assert_cmpint (standing_of (stranger), ==, SPIL_SPACE_NONE);

  g_assert_false (
      spil_space_create (fixture->leader->store, fixture->folder, "Leida", NULL, NULL, NULL, &error));
  g_assert_error (error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_ALREADY);
  g_clear_error (&error);
  // Somebody else's folder.
  g_assert_false (spil_space_create (stranger->store, fixture->folder, "Otto", NULL, NULL, NULL, &error));
  g_assert_error (error, SPIL_CARRIER_ERROR, SPIL_CARRIER_ERROR_FOREIGN);
  g_test_message ("%s", error->message);
  g_clear_error (&error);
  g_assert_cmpint (standing_of (stranger), ==, SPIL_SPACE_NONE);

  members = spil_space_members (fixture->leader->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (members->len, ==, 1);
  g_assert_cmpstr (((SpilMember *) g_ptr_array_index (members, 0))->person, ==, "Leida Leider");
  g_assert_true (((SpilMember *) g_ptr_array_index (members, 0))->own);
}

static void
test_absent_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Laptop) laptop = laptop_new ();
  g_autofree char *nowhere = g_build_filename (fixture->folder, "nowhere", NULL);

  g_assert_false (spil_space_create (laptop->store, nowhere, "Otto", NULL, NULL, NULL, &error));
  g_assert_error (error, SPIL_CARRIER_ERROR, SPIL_CARRIER_ERROR_ABSENT);
  g_assert_cmpint (standing_of (laptop), ==, SPIL_SPACE_NONE);
  g_clear_error (&error);
  g_assert_null (spil_sync_run (laptop->store, NULL, NULL, NULL, &error));
  g_assert_error (error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_NONE);
}

static void
test_join (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Laptop) bram = laptop_new ();
  g_autofree char *invitation = invite (fixture, SPIL_ROLE_BROKER);
  g_autofree char *code = join (bram, invitation, fixture->folder, "Bram");
  g_autofree char *again = join (bram, invitation, fixture->folder, "Bram");
  g_autoptr (SpilSyncReport) report = NULL;
  g_autoptr (GPtrArray) members = NULL;
  Laptop *both[] = { fixture->leader, bram, NULL };

  g_assert_cmpstr (code, ==, again);
  g_assert_cmpint (standing_of (bram), ==, SPIL_SPACE_ASKED);
  report = laptop_sync (bram);
  report_assert (report, SPIL_PROBLEM_WAITING_FOR_LEADER);
  g_assert_nonnull (strstr (report_find (report, SPIL_PROBLEM_WAITING_FOR_LEADER), code));
  g_assert_cmpuint (count_requests (fixture), ==, 1);

  approve_fails (fixture, "0000 0001", SPIL_SPACE_ERROR_NOT_FOUND);
  spil_space_approve (fixture->leader->store, code, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_requests (fixture), ==, 0);
  laptop_add_task (fixture->leader, "Fietsplan");
  laptop_sync_well (fixture->leader);
  laptop_sync_well (bram);
  g_assert_cmpint (standing_of (bram), ==, SPIL_SPACE_MEMBER);
  g_assert_cmpint (laptop_count_tasks (bram), ==, 1);
  laptops_assert_same (both);

  members = spil_space_members (bram->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (members->len, ==, 2);
  g_assert_cmpstr (((SpilMember *) g_ptr_array_index (members, 0))->person, ==, "Leida Leider");
  g_assert_cmpstr (((SpilMember *) g_ptr_array_index (members, 1))->person, ==, "Bram");
  g_assert_null (spil_space_invite (bram->store, SPIL_ROLE_BROKER, &error));
  g_assert_error (error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_NOT_LEADER);
}

static void
test_join_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other_folder = laptops_make_dir ();
  g_autoptr (Laptop) other_leader = laptop_new_leader (other_folder);
  g_autoptr (Laptop) bram = laptop_new ();
  g_autoptr (Laptop) carla = laptop_new ();
  g_autofree char *invitation = invite (fixture, SPIL_ROLE_BROKER);
  g_autofree char *cut = g_strndup (invitation, strlen (invitation) - 3);
  g_autofree char *empty = laptops_make_dir ();

  join_fails (bram, "hallo", fixture->folder, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_INVITATION);
  join_fails (bram, cut, fixture->folder, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_INVITATION);
  join_fails (bram, invitation, other_folder, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_INVITATION);
  join_fails (bram, invitation, empty, SPIL_CARRIER_ERROR, SPIL_CARRIER_ERROR_EMPTY);
  join_fails (other_leader, invitation, fixture->folder, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_ALREADY);
  laptop_add_programme (carla);
  join_fails (carla, invitation, fixture->folder, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_NOT_EMPTY);
  g_assert_cmpint (standing_of (bram), ==, SPIL_SPACE_NONE);
  laptops_remove_dir (g_steal_pointer (&other_folder));
  laptops_remove_dir (g_steal_pointer (&empty));
}

static void
test_expired (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilSession) session = spil_session_open (fixture->leader->store, NULL, &error);
  g_autoptr (Laptop) bram = laptop_new ();
  SpilTime yesterday = spil_time (spil_time_now ().ms - 24 * 60 * 60 * (int64_t) 1000);
  SpilInvitation invitation;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  invitation = spil_invitation_make (&session->space->space, &session->ring->root, SPIL_ROLE_BROKER,
                                     yesterday);
  text = spil_invitation_to_text (&invitation);
  join_fails (bram, text, fixture->folder, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_EXPIRED);
}

static void
test_used (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Laptop) bram = laptop_new ();
  g_autoptr (Laptop) carla = laptop_new ();
  g_autofree char *invitation = invite (fixture, SPIL_ROLE_BROKER);
  g_autofree char *first = join (bram, invitation, fixture->folder, "Bram");
  g_autofree char *second = join (carla, invitation, fixture->folder, "Carla");

  g_assert_cmpstr (first, !=, second);
  g_assert_cmpuint (count_requests (fixture), ==, 2);
  spil_space_approve (fixture->leader->store, first, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_requests (fixture), ==, 0);
  approve_fails (fixture, second, SPIL_SPACE_ERROR_EXPIRED);
}

static void
test_leave (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Laptop) bram = laptop_new ();
  g_autofree char *invitation = invite (fixture, SPIL_ROLE_BROKER);
  g_autofree char *code = join (bram, invitation, fixture->folder, "Bram");

  spil_space_leave (bram->store, &error);
  g_assert_no_error (error);
  g_assert_cmpint (standing_of (bram), ==, SPIL_SPACE_NONE);
  g_assert_cmpuint (count_requests (fixture), ==, 0);
  g_assert_false (spil_space_leave (fixture->leader->store, &error));
  g_assert_error (error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_ALREADY);
}

// The folder is not there when one joins: the wish goes with the next run. Requests that were seen stay known.
static void
test_later (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Laptop) bram = laptop_new ();
  g_autofree char *invitation = invite (fixture, SPIL_ROLE_BROKER);
  g_autofree char *away = g_strconcat (fixture->folder, "-away", NULL);
  g_autofree char *code = NULL;

  g_assert_cmpint (g_rename (fixture->folder, away), ==, 0);
  code = join (bram, invitation, fixture->folder, "Bram");
  g_assert_cmpint (g_rename (away, fixture->folder), ==, 0);
  g_assert_cmpuint (count_requests (fixture), ==, 0);
  spil_sync_report_free (laptop_sync (bram));
  g_assert_cmpuint (count_requests (fixture), ==, 1);
  g_assert_cmpint (g_rename (fixture->folder, away), ==, 0);
  g_assert_cmpuint (count_requests (fixture), ==, 1);
  g_assert_cmpint (g_rename (away, fixture->folder), ==, 0);
}

static void
test_reader (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Laptop) reader = laptop_new_member (fixture->leader, fixture->folder, SPIL_ROLE_READER);
  SpilAction *action = spil_action_new ("Task added");
  g_autoptr (SpilRecord) record = spil_record_new (spil_entity (SPIL_ENTITY_TASK), spil_id_new ());
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilSyncReport) report = NULL;

  laptop_sync_well (fixture->leader);
  laptop_sync_well (reader);
  spil_record_set_text (record, SPIL_TASK_NAME, "Mag niet");
  spil_action_add (action, record);
  g_assert_true (spil_store_is_reader (reader->store));
  g_assert_false (spil_store_commit (reader->store, action, &error));
  g_assert_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);

  // One that gets round that is refused by the others.
  spil_store_set_reader (reader->store, FALSE, &error);
  g_assert_no_error (error);
  spil_store_commit (reader->store, action, &error);
  g_assert_no_error (error);
  laptop_send_as_broker (reader);
  report = laptop_sync (fixture->leader);
  report_assert (report, SPIL_PROBLEM_QUARANTINE);
  g_assert_cmpint (report->quarantined, ==, 1);
  g_assert_cmpint (laptop_count_tasks (fixture->leader), ==, 0);
  spil_action_free (action);
}

static SpilId
device_of (Laptop *laptop)
{
  return spil_store_get_device (laptop->store);
}

static void
test_revoke (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Laptop) bram = laptop_new_member (fixture->leader, fixture->folder, SPIL_ROLE_BROKER);
  g_autoptr (Laptop) carla = laptop_new_member (fixture->leader, fixture->folder, SPIL_ROLE_BROKER);
  g_autofree char *stick = laptops_make_dir ();
  g_autoptr (SpilSyncReport) before = NULL;
  g_autoptr (SpilSyncReport) after = NULL;
  g_autoptr (SpilSyncReport) own = NULL;
  g_autoptr (GPtrArray) members = NULL;
  SpilId device = device_of (bram);
  SpilId itself = device_of (fixture->leader);
  Laptop *others[] = { fixture->leader, carla, NULL };

  laptop_add_task (bram, "Van voor het verlies");
  laptop_sync_well (bram);
  laptop_sync_well (fixture->leader);
  g_assert_false (spil_space_revoke (fixture->leader->store, &itself, NULL, &error));
  g_assert_error (error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  // What the lost laptop does before it hears of it arrives all the same.
  laptops_copy_dir (fixture->folder, stick);
  spil_space_revoke (fixture->leader->store, &device, NULL, &error);
  g_assert_no_error (error);
  laptop_add_task (bram, "Van daarna");
  {
    g_autoptr (SpilCarrier) carrier = spil_carrier_new (stick, NULL);

    bram->carrier = g_object_ref (carrier);
    spil_sync_report_free (laptop_sync (bram));
    g_clear_object (&bram->carrier);
  }
  laptops_copy_dir (stick, fixture->folder);
  before = laptop_sync (fixture->leader);
  report_assert (before, SPIL_PROBLEM_QUARANTINE);
  g_assert_cmpint (before->quarantined, ==, 1);
  g_assert_cmpint (laptop_count_tasks (fixture->leader), ==, 1);
  laptops_sync_all (others);
  g_assert_cmpint (laptop_count_tasks (carla), ==, 1);
  laptops_assert_same (others);

  own = laptop_sync (bram);
  report_assert (own, SPIL_PROBLEM_REVOKED);
  g_assert_cmpint (standing_of (bram), ==, SPIL_SPACE_REVOKED);
  g_assert_cmpint (laptop_count_tasks (bram), ==, 2);

  spil_space_accept_refused (fixture->leader->store, &device, NULL, &error);
  g_assert_no_error (error);
  laptops_sync_all (others);
  g_assert_cmpint (laptop_count_tasks (fixture->leader), ==, 2);
  g_assert_cmpint (laptop_count_tasks (carla), ==, 2);
  laptops_assert_same (others);
  after = laptop_sync (fixture->leader);
  g_assert_true (after->up_to_date);
  g_assert_false (spil_space_accept_refused (fixture->leader->store, &device, NULL, &error));
  g_assert_error (error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  members = spil_space_members (carla->store, &error);
  g_assert_no_error (error);
  g_assert_true (((SpilMember *) g_ptr_array_index (members, 1))->revoked);
  laptops_remove_dir (g_steal_pointer (&stick));
}

// What was carried out before the revocation was known, and lies beyond it, is taken back.
static void
test_revoked_late (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Laptop) bram = laptop_new_member (fixture->leader, fixture->folder, SPIL_ROLE_BROKER);
  g_autoptr (Laptop) carla = laptop_new_member (fixture->leader, fixture->folder, SPIL_ROLE_BROKER);
  SpilId device = device_of (bram);
  Laptop *others[] = { fixture->leader, carla, NULL };

  laptop_add_task (bram, "Bij het afscheid");
  laptop_sync_well (bram);
  spil_sync_report_free (laptop_sync (carla));
  g_assert_cmpint (laptop_count_tasks (carla), ==, 1);
  spil_space_revoke (fixture->leader->store, &device, NULL, &error);
  g_assert_no_error (error);
  laptops_sync_all (others);
  g_assert_cmpint (laptop_count_tasks (carla), ==, 0);
  laptops_assert_same (others);
  // What the others write from now on, the revoked one cannot read.
  laptop_add_task (carla, "Onder ons");
  laptops_sync_all (others);
  spil_sync_report_free (laptop_sync (bram));
  g_assert_cmpint (laptop_count_tasks (bram), ==, 1);
  g_assert_cmpint (laptop_count_tasks (fixture->leader), ==, 1);
}

static void
test_recover (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *recovery = spil_space_dup_recovery (fixture->leader->store, &error);
  g_autofree char *other_folder = laptops_make_dir ();
  g_autoptr (Laptop) other = laptop_new_leader (other_folder);
  g_autoptr (Laptop) bram = laptop_new_member (fixture->leader, fixture->folder, SPIL_ROLE_BROKER);
  g_autoptr (Laptop) fresh = laptop_new ();
  SpilId lost = device_of (fixture->leader);
  Laptop *rest[] = { bram, fresh, NULL };

  laptop_add_task (fixture->leader, "Fietsplan");
  laptop_sync_well (fixture->leader);
  spil_sync_report_free (laptop_sync (bram));
  g_assert_false (spil_space_recover (fresh->store, "AAAA", fixture->folder, "Lena", NULL, &error));
  g_assert_error (error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_RECOVERY);
  g_clear_error (&error);
  g_assert_false (spil_space_recover (fresh->store, recovery, other_folder, "Lena", NULL, &error));
  g_assert_error (error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_NOT_FOUND);
  g_test_message ("%s", error->message);
  g_clear_error (&error);
  g_assert_false (spil_space_recover (other->store, recovery, fixture->folder, "Lena", NULL, &error));
  g_assert_error (error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_ALREADY);
  g_clear_error (&error);

  spil_space_recover (fresh->store, recovery, fixture->folder, "Lena", NULL, &error);
  g_assert_no_error (error);
  laptops_sync_all (rest);
  g_assert_cmpint (laptop_count_tasks (fresh), ==, 1);
  spil_space_revoke (fresh->store, &lost, NULL, &error);
  g_assert_no_error (error);
  laptops_sync_all (rest);
  laptops_assert_same (rest);
  {
    g_autoptr (Laptop) carla = laptop_new_member (fresh, fixture->folder, SPIL_ROLE_BROKER);

    spil_sync_report_free (laptop_sync (carla));
    g_assert_cmpint (laptop_count_tasks (carla), ==, 1);
  }
  laptops_remove_dir (g_steal_pointer (&other_folder));
}

// A broker's laptop becomes the project leader's, with what it had not sent yet.
static void
test_recover_member (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *recovery = spil_space_dup_recovery (fixture->leader->store, &error);
  g_autoptr (Laptop) bram = laptop_new_member (fixture->leader, fixture->folder, SPIL_ROLE_BROKER);
  g_autoptr (Laptop) carla = laptop_new_member (fixture->leader, fixture->folder, SPIL_ROLE_BROKER);
  Laptop *rest[] = { bram, carla, NULL };
  g_autofree char *invitation = NULL;

  laptop_add_task (bram, "Verzonden");
  spil_sync_report_free (laptop_sync (bram));
  laptop_add_task (bram, "Nog niet verzonden");
  spil_space_recover (bram->store, recovery, fixture->folder, "Bram", NULL, &error);
  g_assert_no_error (error);
  laptops_sync_all (rest);
  g_assert_cmpint (laptop_count_tasks (carla), ==, 2);
  laptops_assert_same (rest);
  invitation = spil_space_invite (bram->store, SPIL_ROLE_BROKER, &error);
  g_assert_no_error (error);
}

// The secrets are gone, as on a new laptop with an old backup: with a new invitation the data can stay, and what was not sent goes along.
static void
test_return (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Laptop) bram = laptop_new_member (fixture->leader, fixture->folder, SPIL_ROLE_BROKER);
  g_autofree char *invitation = invite (fixture, SPIL_ROLE_BROKER);
  g_autofree char *secrets = g_build_filename (bram->dir, "secrets", NULL);
  g_autofree char *code = NULL;
  g_autofree char *again = NULL;
  Laptop *both[] = { fixture->leader, bram, NULL };

  laptop_add_person (bram, "Petra");
  laptop_sync_well (bram);
  laptop_add_task (bram, "Nog niet verzonden");
  join_fails (bram, invitation, fixture->folder, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_ALREADY);
  g_assert_cmpint (g_unlink (secrets), ==, 0);
  g_assert_null (spil_sync_run (bram->store, NULL, NULL, NULL, &error));
  g_assert_error (error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_KEYS);
  g_clear_error (&error);
  code = join (bram, invitation, fixture->folder, "Bram");
  again = join (bram, invitation, fixture->folder, "Bram");
  g_assert_cmpstr (code, ==, again);
  spil_space_approve (fixture->leader->store, code, NULL, &error);
  g_assert_no_error (error);
  laptops_sync_all (both);
  laptop_sync_well (bram);
  laptop_sync_well (fixture->leader);
  g_assert_cmpint (laptop_count_tasks (fixture->leader), ==, 1);
  laptops_assert_same (both);
}

static void
test_other_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Laptop) bram = laptop_new_member (fixture->leader, fixture->folder, SPIL_ROLE_BROKER);
  g_autofree char *stick = laptops_make_dir ();
  g_autofree char *foreign = laptops_make_dir ();
  g_autoptr (Laptop) stranger = laptop_new_leader (foreign);
  Laptop *both[] = { fixture->leader, bram, NULL };

  laptop_add_task (bram, "Fietsplan");
  laptops_sync_all (both);
  g_assert_false (spil_space_set_carrier (bram->store, foreign, NULL, &error));
  g_assert_error (error, SPIL_CARRIER_ERROR, SPIL_CARRIER_ERROR_FOREIGN);
  g_clear_error (&error);
  spil_space_set_carrier (bram->store, stick, NULL, &error);
  g_assert_no_error (error);
  laptop_add_task (bram, "Tweede");
  // The leader's changes go along; a member that was never there before finds all.
  spil_sync_report_free (laptop_sync (bram));
  spil_space_set_carrier (fixture->leader->store, stick, NULL, &error);
  g_assert_no_error (error);
  laptops_sync_all (both);
  laptop_sync_well (bram);
  laptop_sync_well (fixture->leader);
  laptops_assert_same (both);
  {
    g_autoptr (Laptop) carla = laptop_new_member (fixture->leader, stick, SPIL_ROLE_BROKER);

    g_assert_cmpint (laptop_count_tasks (carla), ==, 2);
  }
  laptops_remove_dir (g_steal_pointer (&stick));
  laptops_remove_dir (g_steal_pointer (&foreign));
}

int
main (int argc, char **argv)
{
  g_setenv ("SPIL_VAULT", "file", TRUE);
  g_test_init (&argc, &argv, NULL);
#define TEST(path, function) g_test_add ("/space/" path, Fixture, NULL, set_up, function, tear_down)
  TEST ("create", test_create);
  TEST ("absent-folder", test_absent_folder);
  TEST ("join", test_join);
  TEST ("join-refused", test_join_refused);
  TEST ("expired", test_expired);
  TEST ("used", test_used);
  TEST ("leave", test_leave);
  TEST ("later", test_later);
  TEST ("reader", test_reader);
  TEST ("revoke", test_revoke);
  TEST ("revoked-late", test_revoked_late);
  TEST ("recover", test_recover);
  TEST ("recover-member", test_recover_member);
  TEST ("return", test_return);
  TEST ("other-folder", test_other_folder);
#undef TEST
  return g_test_run ();
}
