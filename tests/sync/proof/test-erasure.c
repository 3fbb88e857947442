// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <locale.h>

#include "laptops.h"
#include "spil-privacy.h"
#include "sync-laptops.h"

/*
 * A text that stands nowhere else is typed into all that is personal. On the carrier it is never to be read; after the erasure it is
 * in no byte of any file on any laptop that has synchronised since.
 */

// The search index keeps words in small letters, and leaves out what a word begins with as the one before it.
#define CANARY "Qzxvogel7f3a"
#define TRACE "zxvogel7f3a"

// Two laptops that share a folder.
typedef struct
{
  char *folder;
  Laptop *leader;
  Laptop *broker;
  SpilId organisation;
} Pair;

static void
set_up (Pair *pair, gconstpointer data)
{
  pair->folder = laptops_make_dir ();
  pair->leader = laptop_new_leader (pair->folder);
  pair->broker = laptop_new_member (pair->leader, pair->folder, SPIL_ROLE_BROKER);
  pair->organisation = add_organisation (pair->leader->store, "Isala");
}

static void
tear_down (Pair *pair, gconstpointer data)
{
  laptop_free (pair->leader);
  laptop_free (pair->broker);
  laptops_remove_dir (pair->folder);
}

static void
meet (Pair *pair)
{
  Laptop *laptops[] = { pair->leader, pair->broker, NULL };

  laptops_sync_all (laptops);
  laptops_assert_same (laptops);
  g_assert_cmpint (count_files_with (pair->folder, TRACE), ==, 0);
}

static void
write_notes (SpilStore *store, SpilId person, const char *notes)
{
  SpilAction *action = spil_action_new ("Notes written");
  g_auto (SpilValue) value = spil_value_text (notes);

  spil_change_assign (spil_action_set_row (action, spil_entity (SPIL_ENTITY_PERSON), person),
                      SPIL_PERSON_NOTES, &value);
  commit (store, action);
}

static void
erase (SpilStore *store, SpilId person)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilErasure) erasure = spil_store_erase_person (store, person, &error);

  g_assert_no_error (error);
}

static void
assert_gone (Laptop *laptop)
{
  assert_sound (laptop->store);
  g_assert_cmpint (count_files_with (laptop->dir, TRACE), ==, 0);
  laptop_reopen (laptop);
  g_assert_cmpint (count_files_with (laptop->dir, TRACE), ==, 0);
}

// Typed, changed, taken back, and written differently on two laptops: in rows, log, undo, search index and inbox.
static SpilId
write_everywhere (Pair *pair)
{
  SpilId person = add_person (pair->leader->store, pair->organisation, CANARY);

  meet (pair);
  write_notes (pair->leader->store, person, CANARY " belt liever niet");
  write_notes (pair->broker->store, person, CANARY " mailt");
  meet (pair);
  write_notes (pair->broker->store, person, "Niets over " CANARY);
  write_notes (pair->broker->store, person, "");
  spil_store_undo (pair->broker->store, NULL, NULL);
  meet (pair);
  g_assert_cmpint (count_files_with (pair->leader->dir, TRACE), >, 0);
  g_assert_cmpint (count_files_with (pair->broker->dir, TRACE), >, 0);
  return person;
}

static void
test_everywhere (Pair *pair, gconstpointer data)
{
  SpilId person = write_everywhere (pair);

  erase (pair->broker->store, person);
  assert_gone (pair->broker);
  meet (pair);
  assert_gone (pair->leader);
  assert_gone (pair->broker);
}

// What one writes of a person whom the other has erased meanwhile is not kept either.
static void
test_written_meanwhile (Pair *pair, gconstpointer data)
{
  SpilId person = write_everywhere (pair);

  write_notes (pair->leader->store, person, CANARY " is jarig");
  erase (pair->broker->store, person);
  meet (pair);
  assert_gone (pair->leader);
  assert_gone (pair->broker);
}

// One that was away all the time gets the changes and the erasure at once.
static void
test_away (Pair *pair, gconstpointer data)
{
  g_autoptr (Laptop) away = laptop_new_member (pair->leader, pair->folder, SPIL_ROLE_READER);
  SpilId person = write_everywhere (pair);

  erase (pair->leader->store, person);
  meet (pair);
  spil_sync_report_free (laptop_sync (away));
  assert_gone (away);
  g_assert_cmpint (count_rows (away->store, spil_entity (SPIL_ENTITY_PERSON)), ==, 1);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_setenv ("SPIL_VAULT", "file", TRUE);
  g_test_init (&argc, &argv, NULL);
#define TEST(path, function) g_test_add ("/erasure/" path, Pair, NULL, set_up, function, tear_down)
  TEST ("everywhere", test_everywhere);
  TEST ("written-meanwhile", test_written_meanwhile);
  TEST ("away", test_away);
#undef TEST
  return g_test_run ();
}
