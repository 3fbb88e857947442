// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "money-fixture.h"

#define STORE (book->store.store)

static SpilAction *
release (Book *book, const char *key, SpilDay on, GError **error)
{
  return spil_booking_release_action (STORE, id_of (book, key), on, NULL, error);
}

/* What is open falls free; on an earlier day it is open still. */
static void
test_rest (Book *book, gconstpointer data)
{
  static const struct
  {
    int month, month_day;
    const char *figures;
  } cases[] = {
    { 7, 31, "" },
    { 8, 1, "c 1000 o 1000" },
    { 9, 1, "c 1000 o 600 a 400" },
    { 10, 14, "c 1000 o 600 a 400" },
    { 10, 15, "c 400 a 400" },
    { 12, 31, "c 400 a 400" },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilRecord) row = NULL;

  enter (book, "c", SPIL_BOOKING_COMMITMENT, "l1", day (2018, 8, 1), 1000);
  draw (book, "e", "c", "l1", day (2018, 9, 1), 400);
  done (book, release (book, "c", day (2018, 10, 15), &error), error);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_line (book, "l1", day (2018, cases[i].month, cases[i].month_day), cases[i].figures);
  row = last_row (book, SPIL_ENTITY_COMMITMENT);
  g_assert_true (spil_record_get_boolean (row, SPIL_COMMITMENT_RELEASE));
  g_assert_cmpint (spil_record_get_integer (row, SPIL_COMMITMENT_AMOUNT), ==, -60000);
  g_assert_cmpstr (spil_record_get_text (row, SPIL_COMMITMENT_DESCRIPTION), ==, "Released: Boeking");
  refused (release (book, "c", SPIL_DAY_NONE, &error), &error, "nothing to release");
  refused (spil_booking_release_action (STORE, spil_record_get_id (row), SPIL_DAY_NONE, NULL, &error), &error,
           "takes another booking back");
}

/* A release that was wrong is taken back, and then it is open again. */
static void
test_taken_back (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilRecord) row = NULL;

  enter (book, "c", SPIL_BOOKING_COMMITMENT, "l1", day (2018, 8, 1), 1000);
  done (book, release (book, "c", day (2018, 10, 15), &error), error);
  assert_line (book, "l1", SPIL_DAY_NONE, "");
  row = last_row (book, SPIL_ENTITY_COMMITMENT);
  done (book,
        spil_booking_reverse_action (STORE, SPIL_BOOKING_COMMITMENT, spil_record_get_id (row),
                                     day (2018, 10, 20), NULL, &error),
        error);
  assert_line (book, "l1", day (2018, 10, 19), "");
  assert_line (book, "l1", SPIL_DAY_NONE, "c 1000 o 1000");
  draw (book, NULL, "c", "l1", day (2018, 10, 21), 1000);
  assert_line (book, "l1", SPIL_DAY_NONE, "c 1000 a 1000");
}

/* A part, as one step of more: up to what stands, and at the end of the step no more than what is open. */
static void
test_part (Book *book, gconstpointer data)
{
  static const struct
  {
    int64_t euros;
    const char *refused; /* by the action; NULL: by the store, or not */
    const char *refused_by_store;
    const char *figures;
  } cases[] = {
    { 0, "is released", NULL, "c 1000 o 600 a 400" },
    { 1001, "cannot be released", NULL, "c 1000 o 600 a 400" },
    { 700, NULL, "cannot be released", "c 1000 o 600 a 400" },
    { 200, NULL, NULL, "c 800 o 400 a 400" },
    { 400, NULL, NULL, "c 400 a 400" },
    { 1, NULL, "nothing to release", "c 400 a 400" },
  };

  enter (book, "c", SPIL_BOOKING_COMMITMENT, "l1", day (2018, 8, 1), 1000);
  draw (book, "e", "c", "l1", day (2018, 9, 1), 400);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SpilAction) action = spil_action_new ("Deels vrij");
    g_autoptr (GError) error = NULL;
    gboolean put = spil_booking_put_release (action, STORE, id_of (book, "c"), SPIL_DAY_NONE,
                                             euro (cases[i].euros), "Lager", &error);

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_cmpint (put, ==, cases[i].refused == NULL);
    if (!put)
      refused (NULL, &error, cases[i].refused);
    else if (cases[i].refused_by_store != NULL)
      commit_refused (book, g_steal_pointer (&action), cases[i].refused_by_store);
    else
      commit (STORE, g_steal_pointer (&action));
    assert_line (book, "l1", SPIL_DAY_NONE, cases[i].figures);
  }
}

/* An advance comes back and the award falls free, in one step. */
static void
test_refund (Book *book, gconstpointer data)
{
  SpilBooking refund = booking_of (book, SPIL_BOOKING_ACTUAL, "l2", day (2018, 10, 20), -400);
  SpilAction *action = spil_action_new ("Teruggevorderd");
  g_autoptr (GError) error = NULL;

  enter (book, "c", SPIL_BOOKING_COMMITMENT, "l2", day (2018, 8, 1), 1000);
  draw (book, "e", "c", "l2", day (2018, 9, 1), 400);
  refund.commitment = id_of (book, "c");
  g_assert_true (spil_booking_put (action, STORE, &refund, NULL, &error));
  g_assert_true (spil_booking_put_release (action, STORE, id_of (book, "c"), day (2018, 10, 20), euro (1000),
                                           NULL, &error));
  done (book, action, error);
  assert_line (book, "l2", SPIL_DAY_NONE, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  MONEY_TEST ("/money/release/rest", test_rest);
  MONEY_TEST ("/money/release/taken-back", test_taken_back);
  MONEY_TEST ("/money/release/part", test_part);
  MONEY_TEST ("/money/release/refund", test_refund);
  return g_test_run ();
}
