// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <locale.h>

#include "laptops.h"
#include "spil-privacy.h"

// Stands in no other file.
#define CANARY "Kwartelkoning-7f3a"

// Erased here and there; nothing of it is left in any byte on any laptop.
static void
test_no_byte_left (void)
{
  Fixture one;
  Fixture other = { .dir = make_dir () };
  SpilId organisation;
  SpilId person;
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilErasure) erasure = NULL;

  fixture_set_up (&one, NULL);
  other.store = spil_store_create (other.dir, NULL);
  organisation = add_organisation (one.store, "Isala");
  person = add_person (one.store, organisation, CANARY);
  carry (one.store, other.store);
  // The search below would find it.
  g_assert_cmpint (count_files_with (one.dir, CANARY), >, 0);
  g_assert_cmpint (count_files_with (other.dir, CANARY), >, 0);
  erasure = spil_store_erase_person (one.store, person, &error);
  g_assert_no_error (error);
  carry (one.store, other.store);
  spil_store_scrub (one.store, &error);
  g_assert_no_error (error);
  spil_store_scrub (other.store, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count_files_with (one.dir, CANARY), ==, 0);
  g_assert_cmpint (count_files_with (other.dir, CANARY), ==, 0);
  assert_sound (one.store);
  assert_sound (other.store);
  spil_store_close (other.store);
  g_assert_cmpint (count_files_with (other.dir, CANARY), ==, 0);
  remove_dir (other.dir);
  fixture_tear_down (&one, NULL);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/erasure/no-byte-left", test_no_byte_left);
  return g_test_run ();
}
