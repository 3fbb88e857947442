// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "spil-key-packet.h"
#include "spil-wire-private.h"
#include "wire-fixture.h"

// Where things stand in a packet whose numbers are all of one byte.
enum
{
  AT_FORMAT = 4,
  AT_EPOCH = 21,
  AT_AUTHOR = 22,
  AT_DEVICE = 38,
  AT_FIRST = 54,
  AT_COUNT = 55,
  AT_VERSION = 56,
  AT_NONCE = 57,
};

static void
fill_key (uint8_t key[SPIL_ROW_KEY_LENGTH], int number)
{
  for (int i = 0; i < SPIL_ROW_KEY_LENGTH; i++)
    key[i] = (uint8_t) (number + 37 * i);
}

static GArray *
rows_of (int n)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (SpilRowKey));

  for (int i = n; i > 0; i--) {
    SpilRowKey row = { .row = wire_fixture_id (i), .erased = i % 3 == 0 };

    fill_key (row.key, i);
    g_array_append_val (rows, row);
  }
  return rows;
}

static GBytes *
make (int n)
{
  SpilKeyPacketHead head = { 5, wire_fixture_id (2), wire_fixture_id (3), 4, 9, 2 };
  g_autoptr (GArray) rows = rows_of (n);
  SpilId space = wire_fixture_id (1);
  SpilSpaceKey key = wire_fixture_key (3);
  SpilSigningKey signer = wire_fixture_signer (2);

  return spil_key_packet_seal (&head, rows, &space, &key, &signer);
}

static GArray *
open_packet (GBytes *bytes, SpilKeyPacketHead *head, GError **error)
{
  SpilId space = wire_fixture_id (1);
  SpilSpaceKey key = wire_fixture_key (3);
  SpilPublicKey author = wire_fixture_public (2);

  return spil_key_packet_open (bytes, &space, &author, &key, head, error);
}

static void
test_round_trip (void)
{
  for (int n = 0; n < 20; n++) {
    g_autoptr (GBytes) bytes = make (n);
    SpilKeyPacketHead head;
    g_autoptr (GArray) rows = NULL;
    g_autoptr (GError) error = NULL;

    rows = open_packet (bytes, &head, &error);
    g_assert_no_error (error);
    g_assert_cmpint (head.epoch, ==, 5);
    g_assert_true (spil_id_equal (head.author, wire_fixture_id (2)));
    g_assert_true (spil_id_equal (head.device, wire_fixture_id (3)));
    g_assert_cmpint (head.first, ==, 4);
    g_assert_cmpint (head.last, ==, 9);
    g_assert_cmpint (head.version, ==, 2);
    g_assert_cmpuint (rows->len, ==, (guint) n);
    for (int i = 1; i <= n; i++) {
      const SpilRowKey *row = &g_array_index (rows, SpilRowKey, i - 1);
      uint8_t key[SPIL_ROW_KEY_LENGTH];

      memset (key, 0, sizeof key);
      if (i % 3 != 0)
        fill_key (key, i);
      g_assert_true (spil_id_equal (row->row, wire_fixture_id (i)));
      g_assert_true (row->erased == (i % 3 == 0));
      g_assert_cmpmem (row->key, sizeof row->key, key, sizeof key);
    }
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
    { "a segment", 2, 'S', 1, 2, 3, SPIL_WIRE_ERROR_DAMAGED },
    { "format before the first", AT_FORMAT, 0, 1, 2, 3, SPIL_WIRE_ERROR_DAMAGED },
    { "newer format", AT_FORMAT, 2, 1, 2, 3, SPIL_WIRE_ERROR_NEWER },
    { "another epoch", AT_EPOCH, 6, 1, 2, 3, SPIL_WIRE_ERROR_FORGED },
    { "no epoch", AT_EPOCH, 0, 1, 2, 3, SPIL_WIRE_ERROR_DAMAGED },
    { "another author", AT_AUTHOR + 15, 3, 1, 2, 3, SPIL_WIRE_ERROR_FORGED },
    { "another device", AT_DEVICE + 15, 4, 1, 2, 3, SPIL_WIRE_ERROR_FORGED },
    { "another sequence", AT_FIRST, 5, 1, 2, 3, SPIL_WIRE_ERROR_FORGED },
    { "of nothing", AT_COUNT, 0, 1, 2, 3, SPIL_WIRE_ERROR_DAMAGED },
    { "later version", AT_VERSION, 3, 1, 2, 3, SPIL_WIRE_ERROR_FORGED },
    { "altered", AT_NONCE, 0, 1, 2, 3, SPIL_WIRE_ERROR_FORGED },
  };
  g_autoptr (GBytes) good = make (4);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const Refusal *c = &cases[i];
    uint8_t byte = (uint8_t) c->to;
    g_autoptr (GBytes) bytes = wire_fixture_splice (good, c->at, &byte, c->to >= 0 ? 1 : 0);
    SpilId space = wire_fixture_id (c->space);
    SpilPublicKey author = wire_fixture_public (c->author);
    SpilSpaceKey key = wire_fixture_key (c->key);
    g_autoptr (GError) error = NULL;

    g_test_message ("%s", c->name);
    g_assert_true (c->to < 0 || !g_bytes_equal (bytes, good));
    g_assert_null (spil_key_packet_open (bytes, &space, &author, &key, NULL, &error));
    g_assert_error (error, SPIL_WIRE_ERROR, (int) c->code);
  }
}

typedef struct
{
  const char *name;
  const char *content; /* hex */
  int n;
} Content;

#define ROW_1 "01900000000000000000000000000001"
#define ROW_2 "01900000000000000000000000000002"
#define NOBODY "00000000000000000000000000000000"

// Signed and encrypted as it should be, with a content that is not.
static GBytes *
seal_by_hand (const char *hex, const char *context)
{
  g_autoptr (GBytes) good = make (0);
  g_autoptr (GBytes) content = wire_fixture_unhex (hex);
  g_autoptr (GByteArray) array = g_bytes_unref_to_array (g_steal_pointer (&content));
  GByteArray *head = g_byte_array_new ();
  SpilSpaceKey key = wire_fixture_key (3);
  SpilSigningKey signer = wire_fixture_signer (2);

  g_byte_array_append (head, g_bytes_get_data (good, NULL), AT_NONCE);
  return spil_wire_finish (head, array, context, &key, &signer);
}

static void
test_bent_contents (void)
{
  static const Content cases[] = {
    { "none", "", 0 },
    { "two", ROW_1 "01" ROW_2 ROW_2 "00", 2 },
    { "out of order", ROW_2 "00" ROW_1 "00", -1 },
    { "twice", ROW_1 "00" ROW_1 "00", -1 },
    { "of no row", NOBODY "00", -1 },
    { "of no kind", ROW_1 "02", -1 },
    { "cut short", ROW_1 "0102", -1 },
    { "half an id",
      ROW_1 "00"
            "0190",
      -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GBytes) bytes = seal_by_hand (cases[i].content, "spil key packet");
    g_autoptr (GError) error = NULL;
    g_autoptr (GArray) rows = open_packet (bytes, NULL, &error);

    g_test_message ("%s", cases[i].name);
    if (cases[i].n < 0)
      g_assert_error (error, SPIL_WIRE_ERROR, SPIL_WIRE_ERROR_DAMAGED);
    else
      g_assert_no_error (error);
    g_assert_cmpint (rows == NULL ? -1 : (int) rows->len, ==, cases[i].n);
  }
  {
    g_autoptr (GBytes) bytes = seal_by_hand ("", "spil segment");
    g_autoptr (GError) error = NULL;

    g_assert_null (open_packet (bytes, NULL, &error));
    g_assert_error (error, SPIL_WIRE_ERROR, SPIL_WIRE_ERROR_FORGED);
  }
}

static void
test_constant (void)
{
  static const char hex[] =
      "53504b500101900000000000000000000000000001050190000000000000000000000000000201900000000000000000"
      "000000000003040602afc419f643d397675cb98e1748596e2ada88a7e644b07f87fdd37a9c1b8051852dc5f087de1205"
      "58cfbc3786d22c5d7bab022b93c9059fd849d6a60e9edf4316644be063be4d862654b316934e2c94d3ca9ebdd1dd0d04"
      "9c01adb7a7f6b15a26d7d925fa00ec09229f33ec944fa24febfae6e8a401584a4522e6e66379d552596ea6c89e896c85"
      "298d225901";
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) kept = wire_fixture_unhex (hex);
  g_autoptr (GArray) rows = NULL;

  wire_fixture_seed (7);
  bytes = make (1);
  wire_fixture_assert_documented (bytes, hex);
  rows = open_packet (kept, NULL, NULL);
  g_assert_cmpuint (rows->len, ==, 1);
}

static gboolean
fuzz_file (GBytes *bytes, gpointer user_data)
{
  GPtrArray *seeds = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) rows = open_packet (bytes, NULL, &error);
  gboolean same = FALSE;

  for (guint i = 0; i < seeds->len; i++)
    same = same || g_bytes_equal (seeds->pdata[i], bytes);
  g_assert_true ((rows != NULL) == same);
  g_assert_true ((error == NULL) == same);
  return same;
}

static void
test_fuzz_file (void)
{
  g_autoptr (GPtrArray) seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  g_ptr_array_add (seeds, make (0));
  g_ptr_array_add (seeds, make (5));
  wire_fixture_fuzz (seeds, fuzz_file, seeds);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  wire_fixture_seed (1);
  g_test_add_func ("/key-packet/round-trip", test_round_trip);
  g_test_add_func ("/key-packet/refusals", test_refusals);
  g_test_add_func ("/key-packet/bent-contents", test_bent_contents);
  g_test_add_func ("/key-packet/constant", test_constant);
  g_test_add_func ("/key-packet/fuzz-file", test_fuzz_file);
  return g_test_run ();
}
