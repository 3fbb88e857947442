// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-order.h"

#include <string.h>

#define COUNT 10000

/* Puts a row at @index; its key must be valid and lie between its neighbours. Keeps the length of the longest key. */
static void
insert_at (GPtrArray *keys, guint index, gsize *longest)
{
  const char *before = index > 0 ? g_ptr_array_index (keys, index - 1) : NULL;
  const char *after = index < keys->len ? g_ptr_array_index (keys, index) : NULL;
  char *key = spil_order_between (before, after);

  g_assert_nonnull (key);
  g_assert_true (spil_order_is_valid (key));
  g_assert_true (before == NULL || strcmp (before, key) < 0);
  g_assert_true (after == NULL || strcmp (key, after) < 0);
  g_ptr_array_insert (keys, (int) index, key);
  *longest = MAX (*longest, strlen (key));
}

typedef guint (*Place) (guint length);

static guint
place_random (guint length)
{
  return (guint) g_test_rand_int_range (0, (int) length + 1);
}

static guint
place_first (guint length)
{
  return 0;
}

static guint
place_last (guint length)
{
  return length;
}

/* Always right behind the same row. */
static guint
place_behind_second (guint length)
{
  return MIN (length, 2);
}

/* Always right before the same row. */
static guint
place_before_last_but_one (guint length)
{
  return length < 2 ? 0 : length - 2;
}

/* One list that is moved row by row to both ends in turn. */
static guint
place_ends_in_turn (guint length)
{
  return length % 2 == 0 ? 0 : length;
}

static void
test_insert (gconstpointer data)
{
  static const struct
  {
    Place place;
    gsize longest;
  } cases[] = {
    { place_random, 40 },
    { place_first, 8 },
    { place_last, 8 },
    { place_behind_second, 16 },
    { place_before_last_but_one, 16 },
    { place_ends_in_turn, 8 },
  };
  gsize which = GPOINTER_TO_SIZE (data);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  gsize longest = 0;

  for (int i = 0; i < COUNT; i++)
    insert_at (keys, cases[which].place (keys->len), &longest);
  for (guint i = 1; i < keys->len; i++)
    g_assert_cmpstr (g_ptr_array_index (keys, i - 1), <, g_ptr_array_index (keys, i));
  g_test_message ("longest key: %" G_GSIZE_FORMAT, longest);
  g_assert_cmpuint (longest, <=, cases[which].longest);
}

/* The worst there is: each row between the two that came just before it. */
static void
test_middle (void)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  gsize longest = 0;

  for (int i = 0; i < 400; i++)
    insert_at (keys, keys->len / 2, &longest);
  g_test_message ("longest key: %" G_GSIZE_FORMAT, longest);
  g_assert_cmpuint (longest, <=, 200);
}

/* A row is dragged about: what counts is that its key does not grow with the number of moves. */
static void
test_move (void)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  gsize longest = 0;

  for (int i = 0; i < 50; i++)
    insert_at (keys, (guint) i, &longest);
  for (int i = 0; i < COUNT; i++) {
    g_ptr_array_remove_index (keys, (guint) g_test_rand_int_range (0, 50));
    insert_at (keys, (guint) g_test_rand_int_range (0, 50), &longest);
  }
  g_test_message ("longest key: %" G_GSIZE_FORMAT, longest);
  g_assert_cmpuint (longest, <=, 80);
}

/* Keys of any other maker are valid bounds too. */
static void
test_between (void)
{
  static const struct
  {
    const char *before, *after;
  } cases[] = {
    { NULL, NULL },
    { NULL, "1" },
    { NULL, "0001" },
    { NULL, "00001" },
    { NULL, "000000000001" },
    { "z", NULL },
    { "zzzz", NULL },
    { "zzzzz", NULL },
    { "zzzzzzzzz", NULL },
    { "a", "b" },
    { "a", "a1" },
    { "a", "a0001" },
    { "a", "a00001" },
    { "az", "b" },
    { "azzzzzzz", "b" },
    { "a", "a000000000000001" },
    { "9", "a" },
    { "9zzz", "a" },
    { "9zzzz", "a001" },
    { "i", "i00000000i" },
    { "0001", "0002" },
    { "y", "zzzzzzzzzzzzzz" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *key = spil_order_between (cases[i].before, cases[i].after);

    g_test_message ("%s < %s < %s", cases[i].before, key, cases[i].after);
    g_assert_nonnull (key);
    g_assert_true (spil_order_is_valid (key));
    g_assert_true (cases[i].before == NULL || strcmp (cases[i].before, key) < 0);
    g_assert_true (cases[i].after == NULL || strcmp (key, cases[i].after) < 0);
  }
}

/* Random bounds, of any length and shape. */
static void
test_between_random (void)
{
  for (int i = 0; i < COUNT; i++) {
    char bounds[2][13] = { "", "" };
    g_autofree char *key = NULL;
    int order;

    for (int j = 0; j < 2; j++) {
      int length = g_test_rand_int_range (0, 12);

      for (int k = 0; k < length; k++)
        bounds[j][k] = "00019az"[g_test_rand_int_range (0, 7)];
      bounds[j][length] = '1';
    }
    order = strcmp (bounds[0], bounds[1]);
    key = order <= 0 ? spil_order_between (bounds[0], bounds[1]) : spil_order_between (bounds[1], bounds[0]);
    g_assert_cmpint (key != NULL, ==, order != 0);
    if (key == NULL)
      continue;
    g_assert_true (spil_order_is_valid (key));
    g_assert_cmpstr (bounds[order < 0 ? 0 : 1], <, key);
    g_assert_cmpstr (key, <, bounds[order < 0 ? 1 : 0]);
  }
}

static void
test_no_key (void)
{
  g_autofree char *full = g_strnfill (200, 'z');
  g_autofree char *deep = g_strnfill (199, '0');
  g_autofree char *smallest = g_strconcat (deep, "1", NULL);

  g_assert_null (spil_order_between ("a", "a"));
  g_assert_null (spil_order_between ("b", "a"));
  g_assert_null (spil_order_between ("a0", "b"));
  g_assert_null (spil_order_between ("a", "B"));
  g_assert_null (spil_order_between ("", NULL));
  g_assert_null (spil_order_between (NULL, "é"));
  g_assert_null (spil_order_between (full, NULL));
  g_assert_null (spil_order_between (NULL, smallest));
}

static void
test_valid (void)
{
  g_autofree char *longest = g_strnfill (200, 'z');
  g_autofree char *too_long = g_strnfill (201, 'z');

  g_assert_true (spil_order_is_valid ("i"));
  g_assert_true (spil_order_is_valid ("0001"));
  g_assert_true (spil_order_is_valid ("9az"));
  g_assert_true (spil_order_is_valid (longest));
  g_assert_false (spil_order_is_valid (too_long));
  g_assert_false (spil_order_is_valid (""));
  g_assert_false (spil_order_is_valid ("0"));
  g_assert_false (spil_order_is_valid ("a0"));
  g_assert_false (spil_order_is_valid ("A"));
  g_assert_false (spil_order_is_valid ("a b"));
  g_assert_false (spil_order_is_valid ("a\xff"));
}

int
main (int argc, char *argv[])
{
  static const char *const places[] = {
    "random", "first", "last", "behind-one", "before-one", "ends-in-turn"
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++) {
    g_autofree char *path = g_strconcat ("/order/insert/", places[i], NULL);

    g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_insert);
  }
  g_test_add_func ("/order/middle", test_middle);
  g_test_add_func ("/order/move", test_move);
  g_test_add_func ("/order/between", test_between);
  g_test_add_func ("/order/between-random", test_between_random);
  g_test_add_func ("/order/no-key", test_no_key);
  g_test_add_func ("/order/valid", test_valid);
  return g_test_run ();
}
