// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "wire-fixture.h"

#include <sodium.h>
#include <string.h>

#define FUZZ_CASES 20000

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

void
wire_fixture_fuzz (GPtrArray *seeds, WireFuzzFunc func, gpointer user_data)
{
  fuzz_run (seeds, FUZZ_CASES, func, user_data);
}
