// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "sync-sim-carrier.h"

typedef struct
{
  SimShare *share;
  SpilCarrier *anna;
  SpilCarrier *bas;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->share = sim_share_new (42);
  self->anna = sim_share_view (self->share, "anna");
  self->bas = sim_share_view (self->share, "bas");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->anna);
  g_assert_finalize_object (self->bas);
  sim_share_unref (self->share);
}

static gboolean
put (SpilCarrier *carrier, const char *name, const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return spil_carrier_put (carrier, name, bytes, NULL, error);
}

static void
assert_put (SpilCarrier *carrier, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;

  put (carrier, name, text, &error);
  g_assert_no_error (error);
}

static void
assert_put_fails (SpilCarrier *carrier, const char *name, const char *text, SpilCarrierError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (put (carrier, name, text, &error));
  g_assert_error (error, SPIL_CARRIER_ERROR, (int) code);
}

/* @text NULL: there is no such file. */
static void
assert_file (SpilCarrier *carrier, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = spil_carrier_get (carrier, name, 1000, NULL, &error);

  if (text == NULL) {
    g_assert_error (error, SPIL_CARRIER_ERROR, SPIL_CARRIER_ERROR_NOT_FOUND);
    return;
  }
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, strlen (text));
}

static void
assert_list (SpilCarrier *carrier, const char *folder, gboolean folders, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = spil_carrier_list (carrier, folder, folders, NULL, &error);
  g_autoptr (GString) names = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < items->len; i++)
    g_string_append_printf (names, "%s%s", i == 0 ? "" : " ", ((SpilCarrierItem *) items->pdata[i])->name);
  g_assert_cmpstr (names->str, ==, expected);
}

static void
assert_check (SpilCarrier *carrier, int code)
{
  g_autoptr (GError) error = NULL;

  if (spil_carrier_check (carrier, NULL, &error))
    g_assert_cmpint (code, ==, -1);
  else
    g_assert_error (error, SPIL_CARRIER_ERROR, code);
}

static void
test_sim_files (Fixture *self, gconstpointer data)
{
  assert_check (self->anna, SPIL_CARRIER_ERROR_EMPTY);
  assert_put (self->anna, "aa/segments/2", "two");
  assert_put (self->anna, "aa/segments/1", "one");
  assert_put (self->anna, "aa-b/keys/1", "key");
  assert_put_fails (self->bas, "aa/segments/1", "uno", SPIL_CARRIER_ERROR_EXISTS);
  assert_file (self->bas, "aa/segments/1", "one");
  assert_file (self->bas, "aa/segments/3", NULL);
  assert_list (self->bas, "", TRUE, "aa aa-b");
  assert_list (self->bas, "", FALSE, "");
  assert_list (self->bas, "aa", TRUE, "segments");
  assert_list (self->bas, "aa/segments", FALSE, "1 2");
  assert_list (self->bas, "bb", FALSE, "");
  g_assert_true (spil_carrier_remove (self->anna, "aa/segments/1", NULL, NULL));
  g_assert_true (spil_carrier_remove (self->anna, "aa/segments/1", NULL, NULL));
  assert_list (self->bas, "aa/segments", FALSE, "2");
  assert_check (self->anna, -1);
}

static void
test_sim_damage (Fixture *self, gconstpointer data)
{
  guint memory;

  assert_put (self->anna, "a/1", "abc");
  memory = sim_share_remember (self->share);
  sim_share_truncate (self->share, "a/1", 2);
  assert_file (self->bas, "a/1", "ab");
  sim_share_flip (self->share, "a/1", 8);
  assert_file (self->bas, "a/1", "ac");
  sim_share_conflict (self->share, "a/1");
  sim_share_duplicate (self->share, "a/1", "a/2");
  assert_list (self->bas, "a", FALSE, "1 2");
  sim_share_lose (self->share, "a/1");
  assert_file (self->bas, "a/1", NULL);
  sim_share_roll_back (self->share, memory);
  assert_file (self->bas, "a/1", "abc");
  assert_list (self->bas, "a", FALSE, "1");
  sim_share_empty (self->share);
  assert_check (self->bas, SPIL_CARRIER_ERROR_EMPTY);
}

static void
test_sim_case (Fixture *self, gconstpointer data)
{
  assert_put (self->anna, "a/ff", "abc");
  sim_share_shout (self->share, "a/ff");
  assert_list (self->bas, "a", FALSE, "");
  assert_file (self->bas, "a/ff", NULL);
  sim_share_set_case_folding (self->share, TRUE);
  assert_file (self->bas, "a/ff", "abc");
  assert_put_fails (self->bas, "a/ff", "other", SPIL_CARRIER_ERROR_EXISTS);
}

static void
test_sim_disorder (Fixture *self, gconstpointer data)
{
  sim_share_set_disorder (self->share, TRUE);
  for (guint i = 0; i < 9; i++) {
    g_autofree char *name = g_strdup_printf ("a/%u", i);

    assert_put (self->anna, name, "x");
  }
  for (guint i = 0; i < 20; i++)
    assert_list (self->bas, "a", FALSE, "0 1 2 3 4 5 6 7 8");
}

/* What others see of a file comes later, and first in part; in the end it is whole. */
static void
test_sim_slow (Fixture *self, gconstpointer data)
{
  guint hidden = 0;
  guint cut = 0;

  sim_share_set_slowness (self->share, 10, TRUE);
  for (guint i = 0; i < 50; i++) {
    g_autofree char *name = g_strdup_printf ("a/%u", i);
    g_autoptr (GBytes) bytes = NULL;

    assert_put (self->anna, name, "0123456789");
    assert_file (self->anna, name, "0123456789");
    for (guint tick = 0; tick < 10; tick++) {
      g_clear_pointer (&bytes, g_bytes_unref);
      bytes = spil_carrier_get (self->bas, name, 1000, NULL, NULL);
      hidden += bytes == NULL;
      cut += bytes != NULL && g_bytes_get_size (bytes) < 10;
      sim_share_tick (self->share, 1);
    }
    assert_file (self->bas, name, "0123456789");
  }
  g_assert_cmpuint (hidden, >, 20);
  g_assert_cmpuint (cut, >, 20);
}

/* Two who write the same name before they see each other's file. */
static void
test_sim_both (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) names = NULL;

  sim_share_set_slowness (self->share, 1000000, FALSE);
  assert_put (self->anna, "a/1", "anna");
  assert_put (self->bas, "a/1", "bas");
  names = sim_share_names (self->share, "a/1");
  g_assert_cmpuint (names->len, ==, 2);
  assert_file (self->anna, "a/1", "anna");
}

static void
test_sim_refusals (Fixture *self, gconstpointer data)
{
  sim_share_set_room (self->share, 5);
  assert_put (self->anna, "a/1", "abc");
  assert_put_fails (self->anna, "a/2", "abc", SPIL_CARRIER_ERROR_FULL);
  assert_file (self->anna, "a/2", NULL);
  sim_share_set_room (self->share, -1);
  sim_view_set_read_only (self->bas, TRUE);
  assert_put_fails (self->bas, "a/2", "abc", SPIL_CARRIER_ERROR_REFUSED);
  sim_view_set_absent (self->bas, TRUE);
  assert_check (self->bas, SPIL_CARRIER_ERROR_ABSENT);
  sim_view_set_absent (self->bas, FALSE);
  sim_view_set_unmounted (self->bas, TRUE);
  assert_check (self->bas, SPIL_CARRIER_ERROR_EMPTY);
  assert_list (self->bas, "", TRUE, "");
  assert_put (self->anna, "a/2", "abc");
}

static void
test_sim_cut (Fixture *self, gconstpointer data)
{
  static const struct
  {
    SimCut cut;
    const char *left;
  } cases[] = { { SIM_CUT_NOTHING, NULL }, { SIM_CUT_HALF, "ab" }, { SIM_CUT_WHOLE, "abcd" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    sim_view_cut_after (self->anna, 1, cases[i].cut);
    g_assert_true (spil_carrier_remove (self->anna, "a/1", NULL, NULL));
    assert_put_fails (self->anna, "a/1", "abcd", SPIL_CARRIER_ERROR_ABSENT);
    assert_check (self->anna, SPIL_CARRIER_ERROR_ABSENT);
    assert_file (self->bas, "a/1", cases[i].left);
    sim_view_set_absent (self->anna, FALSE);
  }
}

/* A history of random work and misfortune, as one text. */
static char *
make_history (guint32 seed)
{
  g_autoptr (SimShare) share = sim_share_new (seed);
  g_autoptr (SpilCarrier) view = sim_share_view (share, "view");
  GString *history = g_string_new (NULL);

  sim_view_set_flaky (view, 200);
  for (guint i = 0; i < 200; i++) {
    g_autofree char *name = g_strdup_printf ("a/%u", i);
    g_autofree char *what = NULL;
    g_autoptr (GError) error = NULL;

    g_string_append_printf (history, "%d ", put (view, name, "content", &error));
    if (i % 20 == 0)
      sim_share_remember (share);
    what = sim_share_misbehave (share, SIM_ANYTHING & ~SIM_EMPTY);
    g_string_append_printf (history, "%s (%u)\n", what, sim_share_count (share));
  }
  return g_string_free (history, FALSE);
}

static void
test_sim_seed (Fixture *self, gconstpointer data)
{
  g_autofree char *one = make_history (1);
  g_autofree char *again = make_history (1);
  g_autofree char *other = make_history (2);

  g_assert_cmpstr (one, ==, again);
  g_assert_cmpstr (one, !=, other);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/sim/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("files", test_sim_files);
  ADD ("damage", test_sim_damage);
  ADD ("case", test_sim_case);
  ADD ("disorder", test_sim_disorder);
  ADD ("slow", test_sim_slow);
  ADD ("both", test_sim_both);
  ADD ("refusals", test_sim_refusals);
  ADD ("cut", test_sim_cut);
  ADD ("seed", test_sim_seed);
#undef ADD
  return g_test_run ();
}
