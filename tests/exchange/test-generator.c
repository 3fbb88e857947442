// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-generator.h"

#include "exchange-fixture.h"

static void
on_progress_cb (int64_t rows, gpointer user_data)
{
  int64_t *latest = user_data;

  g_assert_cmpint (rows, >=, *latest);
  *latest = rows;
}

static void
test_generator_size (ExchangeFixture *self, gconstpointer data)
{
  const SpilGeneratorSize size = { .employers = 3000, .contacts = 5000, .tasks = 1000 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  int64_t rows = 0;

  spil_generator_fill (self->store, &size, on_progress_cb, &rows, &error);
  g_assert_no_error (error);
  g_assert_cmpint (rows, >, 20000);
  g_assert_cmpint (exchange_fixture_count (self, SPIL_ENTITY_ENGAGEMENT), ==, 3000);
  g_assert_cmpint (exchange_fixture_count (self, SPIL_ENTITY_ORGANISATION), ==, 3009);
  g_assert_cmpint (exchange_fixture_count (self, SPIL_ENTITY_CONTACT), ==, 5000);
  g_assert_cmpint (exchange_fixture_count (self, SPIL_ENTITY_TASK), ==, 1011);
  g_assert_cmpint (exchange_fixture_count (self, SPIL_ENTITY_DEPENDENCY), >, 1000);
  faults = spil_store_check (self->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
}

static void
test_generator_is_the_same (ExchangeFixture *self, gconstpointer data)
{
  const SpilGeneratorSize size = { .employers = 50, .contacts = 100, .tasks = 30 };
  g_autofree char *path = exchange_fixture_path (self, "again");
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilStore) again = spil_store_create (path, &error);
  g_autofree char *digest = NULL;
  g_autofree char *digest_again = NULL;

  g_assert_true (spil_generator_fill (self->store, &size, NULL, NULL, &error));
  g_assert_true (spil_generator_fill (again, &size, NULL, NULL, &error));
  digest = spil_store_digest (self->store, &error);
  digest_again = spil_store_digest (again, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (digest, ==, digest_again);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                                  \
  g_test_add ("/generator/" name, ExchangeFixture, NULL, exchange_fixture_set_up, function,                  \
              exchange_fixture_tear_down)
  ADD ("size", test_generator_size);
  ADD ("same", test_generator_is_the_same);
#undef ADD
  return g_test_run ();
}
