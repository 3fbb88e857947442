// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "fuzz.h"

#define FUZZ_LONG 100

static void
flip_bits (GRand *random, GByteArray *bytes)
{
  for (int n = g_rand_int_range (random, 1, 4); n > 0 && bytes->len > 0; n--)
    bytes->data[g_rand_int_range (random, 0, (int) bytes->len)] ^= 1 << g_rand_int_range (random, 0, 8);
}

static void
set_byte (GRand *random, GByteArray *bytes)
{
  static const guint8 odd[] = { 0x00, 0x01, 0x7f, 0x80, 0xff };

  if (bytes->len > 0)
    bytes->data[g_rand_int_range (random, 0, (int) bytes->len)] = odd[g_rand_int_range (random, 0, 5)];
}

static void
insert_bytes (GRand *random, GByteArray *bytes)
{
  g_autoptr (GByteArray) made = g_byte_array_new ();
  guint at = (guint) g_rand_int_range (random, 0, (int) bytes->len + 1);

  g_byte_array_append (made, bytes->data, at);
  for (int n = g_rand_int_range (random, 1, 12); n > 0; n--) {
    guint8 byte = (guint8) (g_rand_boolean (random) ? g_rand_int (random) : 0xff);

    g_byte_array_append (made, &byte, 1);
  }
  g_byte_array_append (made, bytes->data + at, bytes->len - at);
  g_byte_array_set_size (bytes, 0);
  g_byte_array_append (bytes, made->data, made->len);
}

static void
remove_bytes (GRand *random, GByteArray *bytes)
{
  guint at;

  if (bytes->len == 0)
    return;
  at = (guint) g_rand_int_range (random, 0, (int) bytes->len);
  g_byte_array_remove_range (bytes, at, (guint) g_rand_int_range (random, 1, (int) (bytes->len - at) + 1));
}

// Puts a piece of @other somewhere into @bytes, over what is there or in between.
static void
splice (GRand *random, GByteArray *bytes, GBytes *other)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (other, &length);
  guint from = (guint) g_rand_int_range (random, 0, (int) length + 1);
  guint n = (guint) g_rand_int_range (random, 0, (int) (length - from) + 1);
  guint at = (guint) g_rand_int_range (random, 0, (int) bytes->len + 1);
  guint over = g_rand_boolean (random) ? MIN (n, bytes->len - at) : 0;
  g_autoptr (GByteArray) made = g_byte_array_new ();

  g_byte_array_append (made, bytes->data, at);
  g_byte_array_append (made, data + from, n);
  g_byte_array_append (made, bytes->data + at + over, bytes->len - at - over);
  g_byte_array_set_size (bytes, 0);
  g_byte_array_append (bytes, made->data, made->len);
}

static void
make_up (GRand *random, GByteArray *bytes)
{
  guint keep = (guint) g_rand_int_range (random, 0, (int) bytes->len + 1);

  g_byte_array_set_size (bytes, keep + (guint) g_rand_int_range (random, 0, 100));
  for (guint i = keep; i < bytes->len; i++)
    bytes->data[i] = (guint8) g_rand_int (random);
}

static GBytes *
mutate (GRand *random, GPtrArray *seeds)
{
  GBytes *seed = seeds->pdata[g_rand_int_range (random, 0, (int) seeds->len)];
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, g_bytes_get_data (seed, NULL), (guint) g_bytes_get_size (seed));
  for (int n = g_rand_int_range (random, 1, 4); n > 0; n--) {
    switch (g_rand_int_range (random, 0, 6)) {
    case 0:
      flip_bits (random, bytes);
      break;
    case 1:
      set_byte (random, bytes);
      break;
    case 2:
      insert_bytes (random, bytes);
      break;
    case 3:
      remove_bytes (random, bytes);
      break;
    case 4:
      splice (random, bytes, seeds->pdata[g_rand_int_range (random, 0, (int) seeds->len)]);
      break;
    default:
      make_up (random, bytes);
      break;
    }
  }
  return g_byte_array_free_to_bytes (bytes);
}

// A copy of exactly the right size, so that a sanitizer sees the first byte read beyond it.
static gboolean
call (FuzzFunc func, const guint8 *data, gsize length, gpointer user_data)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);

  return func (bytes, user_data);
}

void
fuzz_run (GPtrArray *seeds, int n_cases, FuzzFunc func, gpointer user_data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2018);
  int cases = n_cases * (g_getenv ("SPIL_TEST_LONG") != NULL ? FUZZ_LONG : 1);

  for (guint i = 0; i < seeds->len; i++) {
    gsize length;
    const guint8 *data = g_bytes_get_data (seeds->pdata[i], &length);

    g_assert_true (call (func, data, length, user_data));
    for (gsize cut = 0; cut < length; cut++)
      call (func, data, cut, user_data);
  }
  for (int i = 0; i < cases; i++) {
    g_autoptr (GBytes) bytes = mutate (random, seeds);

    call (func, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), user_data);
  }
}
