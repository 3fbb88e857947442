// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "spil-carrier-mark.h"
#include "spil-standing.h"
#include "spil-wire-private.h"
#include "wire-fixture.h"

static GBytes *
make (int n_devices)
{
  g_auto (SpilStanding) standing = { .epoch = 5,
                                     .device = wire_fixture_id (2),
                                     .number = 6,
                                     .vector = g_array_new (FALSE, FALSE, sizeof (SpilVectorItem)),
                                     .clock = spil_time (1795219234567LL) };
  SpilId space = wire_fixture_id (1);
  SpilSpaceKey key = wire_fixture_key (3);
  SpilSigningKey signer = wire_fixture_signer (2);

  for (int i = n_devices; i > 0; i--) {
    SpilVectorItem item = { wire_fixture_id (1 + i), 1000 * i };

    g_array_append_val (standing.vector, item);
  }
  for (int i = 0; i < 32; i++) {
    standing.digest.bytes[i] = (uint8_t) (0xd1 + 37 * i);
    standing.fingerprint.bytes[i] = (uint8_t) (0xf1 + 59 * i);
  }
  return spil_standing_seal (&standing, &space, &key, &signer);
}

static gboolean
open_standing (GBytes *bytes, SpilStanding *standing, GError **error)
{
  SpilId space = wire_fixture_id (1);
  SpilSpaceKey key = wire_fixture_key (3);
  SpilPublicKey author = wire_fixture_public (2);

  return spil_standing_open (bytes, &space, &author, &key, standing, error);
}

static void
test_round_trip (void)
{
  for (int n = 0; n < 60; n += 7) {
    g_autoptr (GBytes) bytes = make (n);
    g_auto (SpilStanding) standing = { 0 };
    g_auto (SpilStanding) head = { 0 };
    g_autoptr (GError) error = NULL;
    SpilId space = wire_fixture_id (1);

    g_assert_true (open_standing (bytes, &standing, &error));
    g_assert_no_error (error);
    g_assert_cmpint (standing.epoch, ==, 5);
    g_assert_cmpint (standing.number, ==, 6);
    g_assert_true (spil_id_equal (standing.device, wire_fixture_id (2)));
    g_assert_cmpint (standing.clock.ms, ==, 1795219234567LL);
    g_assert_cmpint (standing.digest.bytes[0], ==, 0xd1);
    g_assert_cmpint (standing.fingerprint.bytes[0], ==, 0xf1);
    g_assert_cmpuint (standing.vector->len, ==, (guint) n);
    for (int i = 1; i <= n; i++) {
      const SpilVectorItem *item = &g_array_index (standing.vector, SpilVectorItem, i - 1);

      g_assert_true (spil_id_equal (item->device, wire_fixture_id (1 + i)));
      g_assert_cmpint (item->sequence, ==, 1000 * i);
    }
    g_assert_true (spil_standing_read_head (bytes, &space, &head, NULL));
    g_assert_cmpint (head.number, ==, 6);
    g_assert_null (head.vector);
  }
}

typedef struct
{
  const char *name;
  gsize at;
  int to; /* the byte that is put there; -1: none */
  int space;
  int author;
  int key;
  SpilWireError code;
} Refusal;

static void
test_refusals (void)
{
  static const Refusal cases[] = {
    { "wrong key", 0, -1, 1, 2, 4, SPIL_WIRE_ERROR_KEY },
    { "wrong author", 0, -1, 1, 5, 3, SPIL_WIRE_ERROR_FORGED },
    { "other space", 0, -1, 7, 2, 3, SPIL_WIRE_ERROR_FOREIGN },
    { "a segment", 3, 'G', 1, 2, 3, SPIL_WIRE_ERROR_DAMAGED },
    { "format before the first", 4, 0, 1, 2, 3, SPIL_WIRE_ERROR_DAMAGED },
    { "newer format", 4, 2, 1, 2, 3, SPIL_WIRE_ERROR_NEWER },
    { "another epoch", 21, 6, 1, 2, 3, SPIL_WIRE_ERROR_FORGED },
    { "another device", 37, 3, 1, 2, 3, SPIL_WIRE_ERROR_FORGED },
    { "replayed as a later one", 38, 7, 1, 2, 3, SPIL_WIRE_ERROR_FORGED },
    { "the none-th", 38, 0, 1, 2, 3, SPIL_WIRE_ERROR_DAMAGED },
    { "altered vector, digest or clock", 70, 0, 1, 2, 3, SPIL_WIRE_ERROR_FORGED },
  };
  g_autoptr (GBytes) good = make (3);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const Refusal *c = &cases[i];
    uint8_t byte = (uint8_t) c->to;
    g_autoptr (GBytes) bytes = wire_fixture_splice (good, c->at, &byte, c->to >= 0 ? 1 : 0);
    SpilId space = wire_fixture_id (c->space);
    SpilPublicKey author = wire_fixture_public (c->author);
    SpilSpaceKey key = wire_fixture_key (c->key);
    g_auto (SpilStanding) standing = { 0 };
    g_autoptr (GError) error = NULL;

    g_test_message ("%s", c->name);
    g_assert_true (c->to < 0 || !g_bytes_equal (bytes, good));
    g_assert_false (spil_standing_open (bytes, &space, &author, &key, &standing, &error));
    g_assert_error (error, SPIL_WIRE_ERROR, (int) c->code);
  }
}

static void
test_constant (void)
{
  static const char hex[] =
      "535053540101900000000000000000000000000001050190000000000000000000000000000206afc419f643d397675c"
      "b98e1748596e2ada88a7e644b07f87fdd3eb0c1b8051852dc5f087de120558cebfdea748aad381118cad0943836152c3"
      "48f1f278c6d86b7c8e38f2db64d3ce01a60fc6a40ed7e439a0f69b97c6981833fc4f2d60085c1626f7edfd74816ecb76"
      "883e3315f5a7f2481b2709ce2c4fecb5b2c61e8a732374ff1f9827c40ae31fe943c695f0b627b5d9d0f5e15ca27ce930"
      "5b15c2da58e3d18fcedb5aff6e9b582dcb7742d7c1dd2d17b3ef5aab09846ff3f57a4e6b7deeef847e0ee30df8e301";
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) kept = wire_fixture_unhex (hex);
  g_auto (SpilStanding) standing = { 0 };

  wire_fixture_seed (7);
  bytes = make (1);
  wire_fixture_assert_documented (bytes, hex);
  g_assert_true (open_standing (kept, &standing, NULL));
}

// What is signed and encrypted as it should be, with a content that is not.
static void
test_bent_contents (void)
{
  static const struct
  {
    const char *name;
    const char *vector;
    gsize after;
    gboolean good;
  } cases[] = {
    { "no vector", "00", 65, TRUE },
    { "a byte more", "00", 66, FALSE },
    { "a byte less", "00", 64, FALSE },
    { "out of order",
      "020190000000000000000000000000000c01"
      "0190000000000000000000000000000b01",
      65, FALSE },
    { "of nothing", "010190000000000000000000000000000c00", 65, FALSE },
    { "of many", "7f", 65, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GBytes) good = make (0);
    g_autoptr (GBytes) vector = wire_fixture_unhex (cases[i].vector);
    g_autoptr (GByteArray) content = g_bytes_unref_to_array (g_steal_pointer (&vector));
    GByteArray *head = g_byte_array_new ();
    SpilSpaceKey key = wire_fixture_key (3);
    SpilSigningKey signer = wire_fixture_signer (2);
    g_autoptr (GBytes) bytes = NULL;
    g_auto (SpilStanding) standing = { 0 };
    guint before = content->len;

    g_test_message ("%s", cases[i].name);
    g_byte_array_set_size (content, before + (guint) cases[i].after);
    memset (content->data + before, 0, cases[i].after);
    g_byte_array_append (head, g_bytes_get_data (good, NULL), 39);
    bytes = spil_wire_finish (head, content, "spil standing", &key, &signer);
    g_assert_true (open_standing (bytes, &standing, NULL) == cases[i].good);
  }
}

static gboolean
fuzz_standing (GBytes *bytes, gpointer user_data)
{
  GPtrArray *seeds = user_data;
  g_auto (SpilStanding) standing = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean read = open_standing (bytes, &standing, &error);
  gboolean same = FALSE;

  for (guint i = 0; i < seeds->len; i++)
    same = same || g_bytes_equal (seeds->pdata[i], bytes);
  g_assert_true (read == same);
  g_assert_true (read == (error == NULL));
  return read;
}

static void
test_fuzz_standing (void)
{
  g_autoptr (GPtrArray) seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  g_ptr_array_add (seeds, make (0));
  g_ptr_array_add (seeds, make (12));
  wire_fixture_fuzz (seeds, fuzz_standing, seeds);
}

static void
test_mark (void)
{
  SpilCarrierMark mark = { wire_fixture_id (1), wire_fixture_id (0xc1) };
  g_autofree char *name = spil_carrier_mark_dup_name (&mark);
  g_autoptr (GBytes) bytes = spil_carrier_mark_to_bytes (&mark);
  SpilCarrierMark read;
  g_autoptr (GError) error = NULL;
  static const char *const others[] = {
    "",
    "spil-space-",
    "spil-space-01900000000000000000000000000001",
    "spil-space-01900000000000000000000000000001-019000000000000000000000000000c",
    "spil-space-01900000000000000000000000000001-019000000000000000000000000000c1-",
    "spil-space-01900000000000000000000000000001-019000000000000000000000000000C1",
    "spil-space-01900000000000000000000000000001-019000000000000000000000000000c1 (2)",
    "spil-space-00000000000000000000000000000000-019000000000000000000000000000c1",
    "spil-spaces-01900000000000000000000000000001-019000000000000000000000000000c1",
  };

  g_assert_cmpstr (name, ==, "spil-space-01900000000000000000000000000001-019000000000000000000000000000c1");
  wire_fixture_assert_documented (
      bytes, "535043490101900000000000000000000000000001019000000000000000000000000000c1");
  g_assert_true (spil_carrier_mark_parse_name (name, &read));
  g_assert_true (spil_id_equal (read.space, mark.space) && spil_id_equal (read.carrier, mark.carrier));
  read = (SpilCarrierMark) { 0 };
  g_assert_true (spil_carrier_mark_read (bytes, &read, &error));
  g_assert_true (spil_id_equal (read.space, mark.space) && spil_id_equal (read.carrier, mark.carrier));
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (spil_carrier_mark_parse_name (others[i], &read));
}

static gboolean
fuzz_mark (GBytes *bytes, gpointer user_data)
{
  SpilCarrierMark mark;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) again = NULL;

  if (!spil_carrier_mark_read (bytes, &mark, &error)) {
    g_assert_nonnull (error);
    return FALSE;
  }
  again = spil_carrier_mark_to_bytes (&mark);
  g_assert_true (g_bytes_equal (bytes, again));
  return TRUE;
}

static void
test_fuzz_mark (void)
{
  g_autoptr (GPtrArray) seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  SpilCarrierMark mark = { wire_fixture_id (1), wire_fixture_id (0xc1) };

  g_ptr_array_add (seeds, spil_carrier_mark_to_bytes (&mark));
  wire_fixture_fuzz (seeds, fuzz_mark, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  wire_fixture_seed (1);
  g_test_add_func ("/standing/round-trip", test_round_trip);
  g_test_add_func ("/standing/refusals", test_refusals);
  g_test_add_func ("/standing/constant", test_constant);
  g_test_add_func ("/standing/bent-contents", test_bent_contents);
  g_test_add_func ("/standing/fuzz-standing", test_fuzz_standing);
  g_test_add_func ("/standing/mark", test_mark);
  g_test_add_func ("/standing/fuzz-mark", test_fuzz_mark);
  return g_test_run ();
}
