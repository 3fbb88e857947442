// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-id.h"

#include <string.h>

#define THREADS 4
#define IDS_PER_THREAD 20000

static int64_t
time_of_id (SpilId id)
{
  int64_t ms = 0;

  for (int i = 0; i < 6; i++)
    ms = ms << 8 | id.bytes[i];
  return ms;
}

static void
test_layout (void)
{
  int64_t before = g_get_real_time () / 1000;
  SpilId id = spil_id_new ();

  g_assert_cmpint (id.bytes[6] >> 4, ==, 7);
  g_assert_cmpint (id.bytes[8] >> 6, ==, 2);
  g_assert_cmpint (time_of_id (id), >=, before);
  g_assert_false (spil_id_is_nil (id));
}

/* The example of RFC 9562, appendix A.6. */
static void
test_seeded (void)
{
  static const uint8_t random[10] = { 0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f };
  static const uint8_t ones[10] = { 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff };
  static const struct
  {
    int64_t time_ms;
    const uint8_t *random;
    const char *text;
  } cases[] = {
    { G_GINT64_CONSTANT (0x017f22e279b0), random, "017f22e2-79b0-7cc3-98c4-dc0c0c07398f" },
    { 0, ones, "00000000-0000-7fff-bfff-ffffffffffff" },
    { -1, ones, "00000000-0000-7fff-bfff-ffffffffffff" },
    { G_MAXINT64, ones, "ffffffff-ffff-7fff-bfff-ffffffffffff" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilId id = spil_id_new_seeded (cases[i].time_ms, cases[i].random);
    g_autofree char *text = spil_id_dup_text (id);

    g_assert_cmpstr (text, ==, cases[i].text);
    g_assert_true (spil_id_equal (id, spil_id_new_seeded (cases[i].time_ms, cases[i].random)));
  }
}

static void
test_text (void)
{
  char text[SPIL_ID_TEXT_LENGTH + 1];
  SpilId id = spil_id_new ();
  SpilId found;
  g_autofree char *upper = NULL;

  spil_id_to_text (id, text);
  g_assert_cmpuint (strlen (text), ==, SPIL_ID_TEXT_LENGTH);
  g_assert_true (g_uuid_string_is_valid (text));
  g_assert_true (spil_id_parse (text, &found));
  g_assert_true (spil_id_equal (id, found));
  upper = g_ascii_strup (text, -1);
  g_assert_true (spil_id_parse (upper, &found));
  g_assert_true (spil_id_equal (id, found));
  g_assert_true (spil_id_parse ("00000000-0000-0000-0000-000000000000", &found));
  g_assert_true (spil_id_is_nil (found));
}

static void
test_parse_refused (void)
{
  static const char *const cases[] = {
    "",
    "017f22e2",
    "017f22e279b07cc398c4dc0c0c07398f",
    "017f22e2-79b0-7cc3-98c4-dc0c0c07398",
    "017f22e2-79b0-7cc3-98c4-dc0c0c07398ff",
    " 017f22e2-79b0-7cc3-98c4-dc0c0c07398f",
    "{17f22e2-79b0-7cc3-98c4-dc0c0c07398f}",
    "017f22e2-79b0-7cc3-98c4-dc0c0c07398g",
    "017f22e2-79b0-7cc3-98c4+dc0c0c07398f",
    "017f22e27-9b0-7cc3-98c4-dc0c0c07398f",
    "017f22e2-79b0-7cc3-98c4-dc0c0c0739\xc3\xa9",
    "----------------------------------- ",
  };
  SpilId untouched = spil_id_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilId id = untouched;

    g_assert_false (spil_id_parse (cases[i], &id));
    g_assert_true (spil_id_equal (id, untouched));
  }
}

static void
test_order (void)
{
  SpilId previous = spil_id_new ();

  for (int i = 0; i < 100000; i++) {
    SpilId id = spil_id_new ();

    g_assert_cmpint (spil_id_compare (previous, id), ==, -1);
    g_assert_cmpint (spil_id_compare (id, previous), ==, 1);
    g_assert_cmpint (id.bytes[6] >> 4, ==, 7);
    g_assert_cmpint (id.bytes[8] >> 6, ==, 2);
    previous = id;
  }
  g_assert_cmpint (spil_id_compare (previous, previous), ==, 0);
}

static gpointer
make_ids (gpointer data)
{
  SpilId *ids = g_new (SpilId, IDS_PER_THREAD);

  for (int i = 0; i < IDS_PER_THREAD; i++)
    ids[i] = spil_id_new ();
  return ids;
}

/* Each thread sees its ids in order, and no two threads get the same. */
static void
test_threads (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (spil_id_hash_key, spil_id_equal_key);
  GThread *threads[THREADS];
  SpilId *ids[THREADS];

  for (int i = 0; i < THREADS; i++)
    threads[i] = g_thread_new ("ids", make_ids, NULL);
  for (int i = 0; i < THREADS; i++) {
    ids[i] = g_thread_join (threads[i]);
    for (int j = 0; j < IDS_PER_THREAD; j++) {
      g_assert_true (j == 0 || spil_id_compare (ids[i][j - 1], ids[i][j]) < 0);
      g_assert_true (g_hash_table_add (seen, &ids[i][j]));
    }
  }
  g_assert_cmpuint (g_hash_table_size (seen), ==, THREADS * IDS_PER_THREAD);
  for (int i = 0; i < THREADS; i++) {
    SpilId copy = ids[i][0];

    g_assert_true (g_hash_table_contains (seen, &copy));
  }
  g_hash_table_remove_all (seen);
  for (int i = 0; i < THREADS; i++)
    g_free (ids[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/id/layout", test_layout);
  g_test_add_func ("/id/seeded", test_seeded);
  g_test_add_func ("/id/text", test_text);
  g_test_add_func ("/id/parse-refused", test_parse_refused);
  g_test_add_func ("/id/order", test_order);
  g_test_add_func ("/id/threads", test_threads);
  return g_test_run ();
}
