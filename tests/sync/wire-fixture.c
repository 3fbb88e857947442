// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "wire-fixture.h"

#include <sodium.h>
#include <string.h>

#define FUZZ_CASES 20000
#define FUZZ_LONG 100

static GRand *played;

static const char *
played_name (void)
{
  return "played";
}

static uint32_t
played_random (void)
{
  return g_rand_int (played);
}

static void
played_buf (void *const buffer, const size_t size)
{
  uint8_t *bytes = buffer;

  for (size_t i = 0; i < size; i++)
    bytes[i] = (uint8_t) g_rand_int (played);
}

static randombytes_implementation played_implementation = {
  .implementation_name = played_name,
  .random = played_random,
  .buf = played_buf,
};

static void
forget_played (void)
{
  g_clear_pointer (&played, g_rand_free);
}

void
wire_fixture_seed (uint32_t seed)
{
  if (played == NULL) {
    randombytes_set_implementation (&played_implementation);
    played = g_rand_new_with_seed (seed);
    atexit (forget_played);
    spil_wire_init ();
  }
  g_rand_set_seed (played, seed);
}

SpilId
wire_fixture_id (int number)
{
  SpilId id = { { 0x01, 0x90 } };

  id.bytes[15] = (uint8_t) number;
  return id;
}

SpilSigningKey
wire_fixture_signer (int number)
{
  SpilSigningKey key;

  memset (key.seed, number, sizeof key.seed);
  return key;
}

SpilPublicKey
wire_fixture_public (int number)
{
  SpilSigningKey key = wire_fixture_signer (number);

  return spil_signing_key_get_public (&key);
}

SpilSpaceKey
wire_fixture_key (int number)
{
  SpilSpaceKey key;

  memset (key.bytes, number, sizeof key.bytes);
  return key;
}

char *
wire_fixture_hex (GBytes *bytes)
{
  gsize length;
  const uint8_t *data = g_bytes_get_data (bytes, &length);
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < length; i++)
    g_string_append_printf (text, "%02x", data[i]);
  return g_string_free (text, FALSE);
}

GBytes *
wire_fixture_unhex (const char *text)
{
  GByteArray *bytes = g_byte_array_new ();

  for (; text[0] != '\0'; text += 2) {
    guint8 byte = (guint8) (g_ascii_xdigit_value (text[0]) << 4 | g_ascii_xdigit_value (text[1]));

    g_byte_array_append (bytes, &byte, 1);
  }
  return g_byte_array_free_to_bytes (bytes);
}

char *
wire_fixture_text (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return length == 0 ? g_strdup ("") : g_strndup (data, length);
}

GBytes *
wire_fixture_splice (GBytes *bytes, gsize at, const void *with, gsize n)
{
  gsize length;
  const uint8_t *data = g_bytes_get_data (bytes, &length);
  g_autofree uint8_t *copy = g_memdup2 (data, length);

  g_assert_cmpuint (at + n, <=, length);
  memcpy (copy + at, with, n);
  return g_bytes_new_take (g_steal_pointer (&copy), length);
}

void
wire_fixture_assert_hex (GBytes *bytes, const char *hex)
{
  g_autofree char *found = wire_fixture_hex (bytes);

  g_assert_cmpstr (found, ==, hex);
}

static char *
without_space (const char *text)
{
  GString *made = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if (!g_ascii_isspace (*text))
      g_string_append_c (made, *text);
  return g_string_free (made, FALSE);
}

void
wire_fixture_assert_documented_text (const char *text)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "src", "sync", "FORMAT.md", NULL);
  g_autofree char *page = NULL;
  g_autofree char *bare_page = NULL;
  g_autofree char *bare = without_space (text);
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &page, NULL, &error);
  g_assert_no_error (error);
  bare_page = without_space (page);
  g_assert_nonnull (strstr (bare_page, bare));
}

void
wire_fixture_assert_documented (GBytes *bytes, const char *hex)
{
  wire_fixture_assert_hex (bytes, hex);
  wire_fixture_assert_documented_text (hex);
}

static void
flip_bits (GRand *random, GByteArray *bytes)
{
  for (int n = g_rand_int_range (random, 1, 4); n > 0 && bytes->len > 0; n--)
    bytes->data[g_rand_int_range (random, 0, (int) bytes->len)] ^= 1 << g_rand_int_range (random, 0, 8);
}

static void
set_byte (GRand *random, GByteArray *bytes)
{
  static const uint8_t odd[] = { 0x00, 0x01, 0x7f, 0x80, 0xff };

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
  const uint8_t *data = g_bytes_get_data (other, &length);
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
call (WireFuzzFunc func, const uint8_t *data, gsize length, gpointer user_data)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);

  return func (bytes, user_data);
}

void
wire_fixture_fuzz (GPtrArray *seeds, WireFuzzFunc func, gpointer user_data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2018);
  int cases = FUZZ_CASES * (g_getenv ("SPIL_TEST_LONG") != NULL ? FUZZ_LONG : 1);

  for (guint i = 0; i < seeds->len; i++) {
    gsize length;
    const uint8_t *data = g_bytes_get_data (seeds->pdata[i], &length);

    g_assert_true (call (func, data, length, user_data));
    for (gsize cut = 0; cut < length; cut++)
      call (func, data, cut, user_data);
  }
  for (int i = 0; i < cases; i++) {
    g_autoptr (GBytes) bytes = mutate (random, seeds);

    call (func, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), user_data);
  }
}
