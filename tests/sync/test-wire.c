// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>
#include <zstd.h>

#include "spil-wire-private.h"
#include "wire-fixture.h"

static void
test_hash (void)
{
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);
  g_autoptr (GBytes) abc = g_bytes_new_static ("abc", 3);
  SpilHash hash = spil_hash (abc);
  SpilHash parsed = { 0 };
  g_autofree char *text = spil_hash_dup_text (&hash);
  g_autofree char *upper = g_ascii_strup (text, -1);

  // BLAKE2b-256 of "abc", as other tools give it.
  g_assert_cmpstr (text, ==, "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
  g_assert_true (spil_hash_is_zero (&parsed));
  g_assert_false (spil_hash_is_zero (&hash));
  g_assert_true (spil_hash_parse (text, &parsed));
  g_assert_true (spil_hash_equal (&parsed, &hash));
  g_assert_false (spil_hash_parse (upper, &parsed));
  g_assert_false (spil_hash_parse (text + 1, &parsed));
  g_assert_false (spil_hash_parse ("", &parsed));
  text[63] = 'g';
  g_assert_false (spil_hash_parse (text, &parsed));
  hash = spil_hash (nothing);
  g_assert_false (spil_hash_equal (&parsed, &hash));
}

// What is made from a seed never changes: laptops keep seeds only.
static void
test_keys (void)
{
  SpilPublicKey public = wire_fixture_public (1);
  g_autoptr (GBytes) sign = g_bytes_new (public.sign, sizeof public.sign);
  g_autoptr (GBytes) box = g_bytes_new (public.box, sizeof public.box);

  wire_fixture_assert_documented (sign, "8a88e3dd7409f195fd52db2d3cba5d72ca6709bf1d94121bf3748801b40f6f5c");
  wire_fixture_assert_documented (box, "1bd8666bccafa7ed0724c1fb7292ce040286cf0c66d74833e86133e72b458339");
  {
    SpilPublicKey other = wire_fixture_public (2);
    SpilPublicKey mixed = { 0 };

    memcpy (mixed.sign, public.sign, sizeof mixed.sign);
    memcpy (mixed.box, other.box, sizeof mixed.box);
    g_assert_true (spil_public_key_equal (&public, &public));
    g_assert_false (spil_public_key_equal (&public, &other));
    g_assert_false (spil_public_key_equal (&public, &mixed));
  }
}

static void
test_new_keys_differ (void)
{
  SpilSpaceKey a = spil_space_key_new ();
  SpilSpaceKey b = spil_space_key_new ();
  SpilSigningKey c = spil_signing_key_new ();
  SpilSigningKey d = spil_signing_key_new ();

  g_assert_true (memcmp (&a, &b, sizeof a) != 0);
  g_assert_true (memcmp (&c, &d, sizeof c) != 0);
}

static void
test_signatures (void)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  SpilSigningKey signer = wire_fixture_signer (1);
  SpilPublicKey author = wire_fixture_public (1);
  SpilPublicKey other = wire_fixture_public (2);
  gsize length = 0;

  g_byte_array_append (bytes, (const guint8 *) "what is said", 12);
  spil_wire_sign (bytes, "one thing", &signer);
  g_assert_cmpuint (bytes->len, ==, 12 + SPIL_WIRE_SIGNATURE_LENGTH);
  g_assert_true (spil_wire_verify (bytes->data, bytes->len, "one thing", &author, &length));
  g_assert_cmpuint (length, ==, 12);
  g_assert_true (spil_wire_verify (bytes->data, bytes->len, "one thing", &author, NULL));
  g_assert_false (spil_wire_verify (bytes->data, bytes->len, "one thin", &author, NULL));
  g_assert_false (spil_wire_verify (bytes->data, bytes->len, "one thing", &other, NULL));
  g_assert_false (spil_wire_verify (bytes->data + 1, bytes->len - 1, "one thing", &author, NULL));
  for (guint cut = 0; cut < bytes->len; cut++)
    g_assert_false (spil_wire_verify (bytes->data, cut, "one thing", &author, NULL));
  for (guint i = 0; i < bytes->len * 8; i++) {
    bytes->data[i / 8] ^= (guint8) (1 << i % 8);
    g_assert_false (spil_wire_verify (bytes->data, bytes->len, "one thing", &author, NULL));
    bytes->data[i / 8] ^= (guint8) (1 << i % 8);
  }
}

static void
test_encryption (void)
{
  const uint8_t text[] = "for everybody";
  SpilSpaceKey key = wire_fixture_key (3);
  SpilSpaceKey wrong = wire_fixture_key (4);
  g_autoptr (GBytes) cipher = spil_wire_encrypt (text, sizeof text, "name", &key);
  g_autoptr (GBytes) again = spil_wire_encrypt (text, sizeof text, "name", &key);
  g_autoptr (GBytes) empty = spil_wire_encrypt (NULL, 0, "name", &key);
  gsize length;
  const uint8_t *data = g_bytes_get_data (cipher, &length);
  g_autoptr (GBytes) plain = spil_wire_decrypt (data, length, "name", &key, NULL);
  g_autoptr (GBytes) nothing = spil_wire_decrypt (g_bytes_get_data (empty, NULL), g_bytes_get_size (empty),
                                                  "name", &key, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpmem (g_bytes_get_data (plain, NULL), g_bytes_get_size (plain), text, sizeof text);
  g_assert_cmpuint (g_bytes_get_size (nothing), ==, 0);
  g_assert_false (g_bytes_equal (cipher, again));
  g_assert_null (spil_wire_decrypt (data, length, "name", &wrong, &error));
  g_assert_error (error, SPIL_WIRE_ERROR, SPIL_WIRE_ERROR_KEY);
  g_clear_error (&error);
  g_assert_null (spil_wire_decrypt (data, length, "other", &key, &error));
  g_assert_error (error, SPIL_WIRE_ERROR, SPIL_WIRE_ERROR_KEY);
  g_clear_error (&error);
  g_assert_null (spil_wire_decrypt_with (data, length, "name", text, 1, &key, &error));
  g_assert_error (error, SPIL_WIRE_ERROR, SPIL_WIRE_ERROR_KEY);
  for (gsize cut = 0; cut < length; cut++)
    g_assert_null (spil_wire_decrypt (data, cut, "name", &key, NULL));
}

static void
test_sealing (void)
{
  const uint8_t text[] = "for one";
  SpilPublicKey reader = wire_fixture_public (5);
  SpilSigningKey secret = wire_fixture_signer (5);
  SpilSigningKey wrong = wire_fixture_signer (6);
  g_autoptr (GBytes) sealed = spil_wire_seal (text, sizeof text, &reader);
  gsize length;
  const uint8_t *data = g_bytes_get_data (sealed, &length);
  g_autoptr (GBytes) plain = spil_wire_unseal (data, length, &secret, NULL);
  g_autoptr (GError) error = NULL;
  SpilPublicKey none = { 0 };
  g_autoptr (GBytes) lost = spil_wire_seal (text, sizeof text, &none);

  g_assert_cmpmem (g_bytes_get_data (plain, NULL), g_bytes_get_size (plain), text, sizeof text);
  g_assert_null (spil_wire_unseal (data, length, &wrong, &error));
  g_assert_error (error, SPIL_WIRE_ERROR, SPIL_WIRE_ERROR_KEY);
  for (gsize cut = 0; cut < length; cut++)
    g_assert_null (spil_wire_unseal (data, cut, &secret, NULL));
  g_assert_cmpuint (g_bytes_get_size (lost), ==, length);
  g_assert_null (g_strstr_len (g_bytes_get_data (lost, NULL), (gssize) length, "for one"));
}

static void
test_padding (void)
{
  // Lengths from the paper's formula, worked out by hand: the lowest E - S bits are zero.
  static const gsize cases[][2] = { { 0, 0 },     { 1, 1 },     { 7, 7 },     { 8, 8 },        { 9, 10 },
                                    { 16, 16 },   { 17, 18 },   { 100, 104 }, { 128, 128 },    { 129, 144 },
                                    { 255, 256 }, { 512, 512 }, { 513, 544 }, { 65537, 67584 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (spil_wire_padded_length (cases[i][0]), ==, cases[i][1]);
  for (gsize length = 0; length < 5000; length++) {
    g_autoptr (GByteArray) bytes = g_byte_array_new ();
    gsize found;

    g_assert_cmpuint (spil_wire_padded_length (length), >=, length);
    // At most 12 % more.
    g_assert_cmpuint (spil_wire_padded_length (length) * 100, <=, length * 112);
    g_byte_array_set_size (bytes, (guint) length);
    if (length > 0)
      memset (bytes->data, length % 3 == 0 ? 0x80 : 0, length);
    spil_wire_pad (bytes);
    g_assert_cmpuint (bytes->len, ==, spil_wire_padded_length (length + 1));
    g_assert_true (spil_wire_unpad (bytes->data, bytes->len, &found));
    g_assert_cmpuint (found, ==, length);
  }
  {
    static const uint8_t zeros[20] = { 0 };
    static const uint8_t longer[20] = { 1, 2, 0x80 };
    gsize found;

    g_assert_false (spil_wire_unpad (zeros, 0, &found));
    g_assert_false (spil_wire_unpad (zeros, sizeof zeros, &found));
    g_assert_false (spil_wire_unpad (longer, sizeof longer, &found));
    g_assert_true (spil_wire_unpad (longer, 3, &found));
  }
}

static void
test_compression (void)
{
  static const gsize lengths[] = { 0, 1, 20, 100, 5000, 100000 };

  for (gsize i = 0; i < 2 * G_N_ELEMENTS (lengths); i++) {
    gsize length = lengths[i / 2];
    g_autofree uint8_t *data = g_malloc0 (length + 1);
    g_autoptr (GByteArray) packed = NULL;
    g_autoptr (GBytes) again = NULL;
    g_autoptr (GError) error = NULL;

    for (gsize j = 0; i % 2 == 1 && j < length; j++)
      data[j] = (uint8_t) g_test_rand_int ();
    packed = spil_wire_compress (data, length);
    // Never more than one byte is lost on what cannot be compressed.
    g_assert_cmpuint (packed->len, <=, length + 1);
    if (i % 2 == 0 && length >= 100)
      g_assert_cmpuint (packed->len, <, 40);
    again = spil_wire_decompress (packed->data, packed->len, length, &error);
    g_assert_no_error (error);
    g_assert_cmpmem (g_bytes_get_data (again, NULL), g_bytes_get_size (again), data, length);
    if (length > 0) {
      g_assert_null (spil_wire_decompress (packed->data, packed->len, length - 1, &error));
      g_assert_error (error, SPIL_WIRE_ERROR, SPIL_WIRE_ERROR_TOO_LARGE);
    }
  }
}

typedef struct
{
  const char *name;
  uint64_t claimed;
  gsize real;
  const char *behind;
  int code; /* -1: taken */
} Bomb;

static void
test_bombs (void)
{
  static const Bomb cases[] = {
    { "honest", 1000000, 1000000, "", -1 },
    { "makes more than it says", 1000, 1000000, "", SPIL_WIRE_ERROR_TOO_LARGE },
    { "makes less than it says", 1000001, 1000000, "", SPIL_WIRE_ERROR_DAMAGED },
    { "says more than is ever made", SPIL_WIRE_MAX_CONTENT + 1ULL, 1000000, "", SPIL_WIRE_ERROR_TOO_LARGE },
    { "says more than memory holds", G_MAXUINT64, 1000, "", SPIL_WIRE_ERROR_TOO_LARGE },
    { "says more than its bytes can make", SPIL_WIRE_MAX_CONTENT, 10, "", SPIL_WIRE_ERROR_DAMAGED },
    { "a byte behind", 1000000, 1000000, "x", SPIL_WIRE_ERROR_DAMAGED },
    { "an empty frame behind", 1000, 1000, "\x50\x2a\x4d\x18\x00\x00\x00\x00", SPIL_WIRE_ERROR_DAMAGED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree uint8_t *zeros = g_malloc0 (cases[i].real);
    gsize room = ZSTD_compressBound (cases[i].real);
    g_autofree uint8_t *frame = g_malloc (room);
    gsize size = ZSTD_compress (frame, room, zeros, cases[i].real, 3);
    g_autoptr (GByteArray) packed = g_byte_array_new ();
    g_autoptr (GBytes) plain = NULL;
    g_autoptr (GError) error = NULL;

    g_test_message ("%s", cases[i].name);
    spil_bytes_add_number (packed, 1);
    spil_bytes_add_number (packed, cases[i].claimed);
    g_byte_array_append (packed, frame, (guint) size);
    g_byte_array_append (packed, (const guint8 *) cases[i].behind,
                         i == G_N_ELEMENTS (cases) - 1 ? 8 : (guint) strlen (cases[i].behind));
    plain = spil_wire_decompress (packed->data, packed->len, SPIL_WIRE_MAX_CONTENT, &error);
    if (cases[i].code < 0)
      g_assert_no_error (error);
    else
      g_assert_error (error, SPIL_WIRE_ERROR, cases[i].code);
    g_assert_true ((plain != NULL) == (cases[i].code < 0));
  }
}

// What an earlier zstd compressed can be read for ever.
static void
test_compressed_constant (void)
{
  g_autoptr (GBytes) packed = wire_fixture_unhex ("016428b52ffd20648d000050303132333435363738390100d7a92001");
  g_autoptr (GBytes) plain = NULL;
  g_autoptr (GError) error = NULL;

  plain = spil_wire_decompress (g_bytes_get_data (packed, NULL), g_bytes_get_size (packed), 100, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (plain), ==, 100);
  for (int i = 0; i < 100; i++)
    g_assert_cmpint (((const uint8_t *) g_bytes_get_data (plain, NULL))[i], ==, i % 10 + '0');
}

static gboolean
fuzz_packed (GBytes *bytes, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes)
      plain = spil_wire_decompress (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), 100000, &error);

  g_assert_true ((plain == NULL) == (error != NULL));
  if (plain != NULL)
    g_assert_cmpuint (g_bytes_get_size (plain), <=, 100000);
  return plain != NULL;
}

static void
test_fuzz_packed (void)
{
  g_autoptr (GPtrArray) seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  static const char *const texts[] = { "", "a short one", NULL };
  g_autoptr (GString) lengthy = g_string_new (NULL);

  for (int i = 0; i < 200; i++)
    g_string_append_printf (lengthy, "change %d of %d;", i * i, i);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    const char *text = texts[i] != NULL ? texts[i] : lengthy->str;

    g_ptr_array_add (seeds,
                     g_byte_array_free_to_bytes (spil_wire_compress ((const uint8_t *) text, strlen (text))));
  }
  wire_fixture_fuzz (seeds, fuzz_packed, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  wire_fixture_seed (1);
  g_test_add_func ("/wire/hash", test_hash);
  g_test_add_func ("/wire/keys", test_keys);
  g_test_add_func ("/wire/new-keys-differ", test_new_keys_differ);
  g_test_add_func ("/wire/signatures", test_signatures);
  g_test_add_func ("/wire/encryption", test_encryption);
  g_test_add_func ("/wire/sealing", test_sealing);
  g_test_add_func ("/wire/padding", test_padding);
  g_test_add_func ("/wire/compression", test_compression);
  g_test_add_func ("/wire/bombs", test_bombs);
  g_test_add_func ("/wire/compressed-constant", test_compressed_constant);
  g_test_add_func ("/wire/fuzz-packed", test_fuzz_packed);
  return g_test_run ();
}
