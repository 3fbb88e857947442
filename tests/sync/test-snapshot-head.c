// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "spil-snapshot.h"
#include "spil-wire-private.h"
#include "wire-fixture.h"

#define HEAD_LENGTH 39

static void
fill (SpilSnapshot *head, int n_devices, int n_pieces)
{
  *head = (SpilSnapshot) { .epoch = 5,
                           .device = wire_fixture_id (2),
                           .number = 6,
                           .vector = g_array_new (FALSE, FALSE, sizeof (SpilVectorItem)),
                           .n_erased = 3,
                           .time = spil_time (1795219234567LL),
                           .key = wire_fixture_key (4),
                           .length = (int64_t) (n_pieces - 1) * SPIL_SNAPSHOT_PIECE_BYTES + 4096,
                           .pieces = g_array_new (FALSE, FALSE, sizeof (SpilHash)) };
  for (int i = 1; i <= n_devices; i++) {
    SpilVectorItem item = { wire_fixture_id (1 + i), 1000 * i };

    g_array_append_val (head->vector, item);
  }
  for (int i = 0; i < n_pieces; i++) {
    SpilHash hash;

    memset (hash.bytes, 0x40 + i, sizeof hash.bytes);
    g_array_append_val (head->pieces, hash);
  }
  memset (head->digest.bytes, 0xd1, sizeof head->digest.bytes);
  memset (head->fingerprint.bytes, 0xf1, sizeof head->fingerprint.bytes);
  memset (head->schema.bytes, 0x51, sizeof head->schema.bytes);
  memset (head->history.bytes, 0x61, sizeof head->history.bytes);
}

static GBytes *
make (int n_devices, int n_pieces)
{
  g_auto (SpilSnapshot) head = { 0 };
  SpilId space = wire_fixture_id (1);
  SpilSpaceKey key = wire_fixture_key (3);
  SpilSigningKey signer = wire_fixture_signer (2);

  fill (&head, n_devices, n_pieces);
  return spil_snapshot_seal (&head, &space, &key, &signer);
}

static gboolean
open_head (GBytes *bytes, SpilSnapshot *head, GError **error)
{
  SpilId space = wire_fixture_id (1);
  SpilSpaceKey key = wire_fixture_key (3);
  SpilPublicKey author = wire_fixture_public (2);

  return spil_snapshot_open_head (bytes, &space, &author, &key, head, error);
}

static void
test_round_trip (void)
{
  for (int n = 0; n < 30; n += 7) {
    g_autoptr (GBytes) bytes = make (n, n + 1);
    g_auto (SpilSnapshot) head = { 0 };
    g_auto (SpilSnapshot) wanted = { 0 };
    g_autoptr (GError) error = NULL;

    fill (&wanted, n, n + 1);
    g_assert_true (open_head (bytes, &head, &error));
    g_assert_no_error (error);
    g_assert_cmpint (head.epoch, ==, 5);
    g_assert_cmpint (head.number, ==, 6);
    g_assert_true (spil_id_equal (head.device, wanted.device));
    g_assert_cmpint (head.n_erased, ==, 3);
    g_assert_cmpint (head.time.ms, ==, wanted.time.ms);
    g_assert_cmpint (head.length, ==, wanted.length);
    g_assert_cmpmem (&head.key, sizeof head.key, &wanted.key, sizeof wanted.key);
    g_assert_cmpmem (&head.digest, 32, &wanted.digest, 32);
    g_assert_cmpmem (&head.fingerprint, 32, &wanted.fingerprint, 32);
    g_assert_cmpmem (&head.schema, 32, &wanted.schema, 32);
    g_assert_cmpmem (&head.history, 32, &wanted.history, 32);
    g_assert_cmpuint (head.vector->len, ==, (guint) n);
    g_assert_cmpmem (head.pieces->data, head.pieces->len * 32, wanted.pieces->data, wanted.pieces->len * 32);
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
    { "a standing", 3, 'T', 1, 2, 3, SPIL_WIRE_ERROR_DAMAGED },
    { "newer format", 4, 2, 1, 2, 3, SPIL_WIRE_ERROR_NEWER },
    { "another epoch", 21, 6, 1, 2, 3, SPIL_WIRE_ERROR_FORGED },
    { "another device", 37, 3, 1, 2, 3, SPIL_WIRE_ERROR_FORGED },
    { "another number", 38, 7, 1, 2, 3, SPIL_WIRE_ERROR_FORGED },
    { "the none-th", 38, 0, 1, 2, 3, SPIL_WIRE_ERROR_DAMAGED },
    { "altered content", 90, 0, 1, 2, 3, SPIL_WIRE_ERROR_FORGED },
  };
  g_autoptr (GBytes) good = make (3, 2);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const Refusal *c = &cases[i];
    uint8_t byte = (uint8_t) c->to;
    g_autoptr (GBytes) bytes = wire_fixture_splice (good, c->at, &byte, c->to >= 0 ? 1 : 0);
    SpilId space = wire_fixture_id (c->space);
    SpilPublicKey author = wire_fixture_public (c->author);
    SpilSpaceKey key = wire_fixture_key (c->key);
    g_auto (SpilSnapshot) head = { 0 };
    g_autoptr (GError) error = NULL;

    g_test_message ("%s", c->name);
    g_assert_true (c->to < 0 || !g_bytes_equal (bytes, good));
    g_assert_false (spil_snapshot_open_head (bytes, &space, &author, &key, &head, &error));
    g_assert_error (error, SPIL_WIRE_ERROR, (int) c->code);
  }
}

/* What a piece is read as. */
typedef struct
{
  const char *name;
  int64_t place;
  int device;
  int64_t number;
  int key;
  int space;
  gboolean good;
} PieceCase;

// Two pieces, the second shorter; each is only what it is.
static void
test_pieces (void)
{
  static const PieceCase cases[] = {
    { "itself", 0, 2, 6, 4, 1, TRUE },
    { "as the next one", 1, 2, 6, 4, 1, FALSE },
    { "of another maker", 0, 3, 6, 4, 1, FALSE },
    { "of another snapshot", 0, 2, 7, 4, 1, FALSE },
    { "with another key", 0, 2, 6, 5, 1, FALSE },
    { "of another space", 0, 2, 6, 4, 9, FALSE },
  };
  g_autofree uint8_t *data = g_malloc0 (SPIL_SNAPSHOT_PIECE_BYTES);
  SpilId space = wire_fixture_id (1);
  g_auto (SpilSnapshot) head = { 0 };
  g_autoptr (GBytes) whole = NULL;
  g_autoptr (GBytes) rest = NULL;
  g_autoptr (GBytes) shorter = NULL;
  g_autoptr (GBytes) content = NULL;

  fill (&head, 1, 2);
  data[17] = 3;
  whole = spil_snapshot_seal_piece (&head, &space, 0, data, SPIL_SNAPSHOT_PIECE_BYTES);
  rest = spil_snapshot_seal_piece (&head, &space, 1, data, 4096);
  shorter = spil_snapshot_seal_piece (&head, &space, 0, data, 4096);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const PieceCase *c = &cases[i];
    SpilId read_space = wire_fixture_id (c->space);
    SpilSnapshot other = head;
    g_autoptr (GBytes) read = NULL;

    g_test_message ("%s", c->name);
    other.device = wire_fixture_id (c->device);
    other.number = c->number;
    other.key = wire_fixture_key (c->key);
    read = spil_snapshot_open_piece (&other, &read_space, c->place, whole, NULL);
    g_assert_true ((read != NULL) == c->good);
    g_assert_true (read == NULL ||
                   memcmp (g_bytes_get_data (read, NULL), data, SPIL_SNAPSHOT_PIECE_BYTES) == 0);
  }
  content = spil_snapshot_open_piece (&head, &space, 1, rest, NULL);
  g_assert_cmpuint (g_bytes_get_size (content), ==, 4096);
  g_assert_null (spil_snapshot_open_piece (&head, &space, 0, shorter, NULL));
}

// What cannot be compressed still has a file of the size that is expected at most.
static void
test_largest_piece (void)
{
  g_autofree uint8_t *data = g_malloc (SPIL_SNAPSHOT_PIECE_BYTES);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  SpilId space = wire_fixture_id (1);
  g_auto (SpilSnapshot) head = { 0 };
  g_autoptr (GBytes) piece = NULL;
  g_autoptr (GBytes) read = NULL;

  fill (&head, 1, 2);
  for (gsize i = 0; i < SPIL_SNAPSHOT_PIECE_BYTES; i++)
    data[i] = (uint8_t) g_rand_int (rand);
  piece = spil_snapshot_seal_piece (&head, &space, 0, data, SPIL_SNAPSHOT_PIECE_BYTES);
  g_assert_cmpuint (g_bytes_get_size (piece), <=, SPIL_SNAPSHOT_PIECE_MAX_FILE);
  read = spil_snapshot_open_piece (&head, &space, 0, piece, NULL);
  g_assert_cmpmem (g_bytes_get_data (read, NULL), g_bytes_get_size (read), data, SPIL_SNAPSHOT_PIECE_BYTES);
}

static void
test_witness (void)
{
  SpilId space = wire_fixture_id (1);
  SpilId device = wire_fixture_id (3);
  SpilId other = wire_fixture_id (4);
  SpilSigningKey signer = wire_fixture_signer (3);
  SpilPublicKey author = wire_fixture_public (3);
  SpilPublicKey stranger = wire_fixture_public (4);
  SpilHash head = { .bytes = { 1, 2, 3 } };
  SpilHash another = { .bytes = { 1, 2, 4 } };
  g_autoptr (GBytes) said = spil_snapshot_witness (&space, &device, &head, &signer);
  gsize length = g_bytes_get_size (said);

  g_assert_cmpuint (length, <=, SPIL_SNAPSHOT_WITNESS_MAX_BYTES);
  g_assert_true (spil_snapshot_is_witness (said, &space, &device, &head, &author));
  g_assert_false (spil_snapshot_is_witness (said, &space, &device, &another, &author));
  g_assert_false (spil_snapshot_is_witness (said, &space, &other, &head, &author));
  g_assert_false (spil_snapshot_is_witness (said, &other, &device, &head, &author));
  g_assert_false (spil_snapshot_is_witness (said, &space, &device, &head, &stranger));
  for (gsize i = 0; i < length; i++) {
    g_autoptr (GBytes) cut = g_bytes_new_from_bytes (said, 0, i);

    g_assert_false (spil_snapshot_is_witness (cut, &space, &device, &head, &author));
  }
}

static void
test_constant (void)
{
  static const char head_hex[] =
      "5350534e0101900000000000000000000000000001050190000000000000000000000000000206afc419f643d397675c"
      "b98e1748596e2ada88a7e644b07f87fc0eebb4aeafac852de0f1876e1304c8cebfdea748ad99a07781bc436102163ece"
      "da660949807e9371354ae2252b5c675ca4288a307b7b45a6ac2761b4d1e6a799f118e5b77c82715b74ee32a76174e224"
      "dda5ebd72a48abd8f225f927b8347bc2f80ca7e9fa533d65aba49a9d9f3da5642c361939950bc5f8fef2703cd7353895"
      "0bf208";
  static const char piece_hex[] =
      "535053500101900000000000000000000000000001019000000000000000000000000000020600ac004b37fa0613bc2c"
      "bf453898b7b570fbbdc02238c9ce26871f3d91f58712267545605313a9555eb71eba8bd71f";
  static const char witness_hex[] =
      "53505357010190000000000000000000000000000101900000000000000000000000000003281c67a4ed00b1c7146eee"
      "d7780f674596a84ecb557465e4b4ba3e7c18fbc92d24d2d0b325eb1b445921c98d84bfc4ca5490608af0603bc86c5290"
      "bbbe3a4cb76fd867827fe2dbd016f3007ef80be854159671e2399a65360ba873840ef95d09";
  SpilId space = wire_fixture_id (1);
  SpilId device = wire_fixture_id (3);
  SpilSigningKey signer = wire_fixture_signer (3);
  g_auto (SpilSnapshot) content = { 0 };
  g_autoptr (GBytes) head = NULL;
  g_autoptr (GBytes) piece = NULL;
  g_autoptr (GBytes) said = NULL;
  SpilHash hash;

  wire_fixture_seed (7);
  head = make (1, 1);
  wire_fixture_assert_documented (head, head_hex);
  fill (&content, 1, 1);
  piece = spil_snapshot_seal_piece (&content, &space, 0, (const uint8_t *) "Spil", 4);
  wire_fixture_assert_documented (piece, piece_hex);
  hash = spil_hash (head);
  said = spil_snapshot_witness (&space, &device, &hash, &signer);
  wire_fixture_assert_documented (said, witness_hex);
}

static gboolean
fuzz_head (GBytes *bytes, gpointer user_data)
{
  GPtrArray *seeds = user_data;
  g_auto (SpilSnapshot) head = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean read = open_head (bytes, &head, &error);
  gboolean same = FALSE;

  for (guint i = 0; i < seeds->len; i++)
    same = same || g_bytes_equal (seeds->pdata[i], bytes);
  g_assert_true (read == same);
  g_assert_true (read == (error == NULL));
  return read;
}

static void
test_fuzz_head (void)
{
  g_autoptr (GPtrArray) seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  g_ptr_array_add (seeds, make (0, 1));
  g_ptr_array_add (seeds, make (12, 5));
  wire_fixture_fuzz (seeds, fuzz_head, seeds);
}

// A content that its maker signed, whatever it is: what is taken is written in the one way there is.
static gboolean
fuzz_content (GBytes *bytes, gpointer user_data)
{
  GBytes *good = user_data;
  GByteArray *head = g_byte_array_new ();
  g_autoptr (GByteArray) content = g_byte_array_new ();
  SpilId space = wire_fixture_id (1);
  SpilSpaceKey key = wire_fixture_key (3);
  SpilSigningKey signer = wire_fixture_signer (2);
  SpilPublicKey author = wire_fixture_public (2);
  g_auto (SpilSnapshot) read = { 0 };
  g_autoptr (GBytes) sealed = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GBytes) plain = NULL;

  g_byte_array_append (head, g_bytes_get_data (good, NULL), HEAD_LENGTH);
  g_byte_array_append (content, g_bytes_get_data (bytes, NULL), (guint) g_bytes_get_size (bytes));
  sealed = spil_wire_finish (head, content, "spil snapshot", &key, &signer);
  if (!open_head (sealed, &read, NULL))
    return FALSE;
  again = spil_snapshot_seal (&read, &space, &key, &signer);
  plain = spil_wire_open (again, HEAD_LENGTH, "spil snapshot", &author, &key, SPIL_SNAPSHOT_MAX_BYTES, NULL);
  g_assert_true (g_bytes_equal (plain, bytes));
  return TRUE;
}

static void
test_fuzz_content (void)
{
  g_autoptr (GPtrArray) seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GBytes) good = make (0, 1);
  SpilSpaceKey key = wire_fixture_key (3);
  SpilPublicKey author = wire_fixture_public (2);

  for (int i = 0; i < 3; i++) {
    g_autoptr (GBytes) sealed = make (3 * i, 1 + i);

    g_ptr_array_add (seeds, spil_wire_open (sealed, HEAD_LENGTH, "spil snapshot", &author, &key,
                                            SPIL_SNAPSHOT_MAX_BYTES, NULL));
  }
  wire_fixture_fuzz (seeds, fuzz_content, good);
}

static gboolean
fuzz_piece (GBytes *bytes, gpointer user_data)
{
  GBytes *good = user_data;
  SpilId space = wire_fixture_id (1);
  g_auto (SpilSnapshot) head = { 0 };
  g_autoptr (GBytes) read = NULL;

  fill (&head, 0, 1);
  read = spil_snapshot_open_piece (&head, &space, 0, bytes, NULL);
  g_assert_true ((read != NULL) == g_bytes_equal (bytes, good));
  return read != NULL;
}

static void
test_fuzz_piece (void)
{
  g_autoptr (GPtrArray) seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autofree uint8_t *data = g_malloc0 (4096);
  SpilId space = wire_fixture_id (1);
  g_auto (SpilSnapshot) head = { 0 };

  fill (&head, 0, 1);
  g_ptr_array_add (seeds, spil_snapshot_seal_piece (&head, &space, 0, data, 4096));
  wire_fixture_fuzz (seeds, fuzz_piece, seeds->pdata[0]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  wire_fixture_seed (1);
  g_test_add_func ("/snapshot-head/round-trip", test_round_trip);
  g_test_add_func ("/snapshot-head/refusals", test_refusals);
  g_test_add_func ("/snapshot-head/pieces", test_pieces);
  g_test_add_func ("/snapshot-head/largest-piece", test_largest_piece);
  g_test_add_func ("/snapshot-head/witness", test_witness);
  g_test_add_func ("/snapshot-head/constant", test_constant);
  g_test_add_func ("/snapshot-head/fuzz-head", test_fuzz_head);
  g_test_add_func ("/snapshot-head/fuzz-content", test_fuzz_content);
  g_test_add_func ("/snapshot-head/fuzz-piece", test_fuzz_piece);
  return g_test_run ();
}
