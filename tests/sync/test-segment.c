// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "spil-segment-private.h"
#include "wire-fixture.h"

// Where things stand in a segment whose numbers are all of one byte.
enum
{
  AT_FORMAT = 4,
  AT_SPACE = 5,
  AT_EPOCH = 21,
  AT_DEVICE = 22,
  AT_FIRST = 38,
  AT_COUNT = 39,
  AT_PREVIOUS = 40,
  AT_NONCE = 72,
};

#define TIME_2026 (1795219200000LL << 16)

static const uint8_t payload[] =
    "\x01\x01\x1d\x01\x9a\x5c\x2e\x71\x3f\x70\x8b\xa4\x12\xc9\x6d\xe8\x50\xb7\x33\x01\x02\0\x03\x01\x0a\x06Hessen";

static SpilLogEntry
entry_of (int64_t sequence, const char *label)
{
  return (SpilLogEntry) { .sequence = sequence,
                          .time = TIME_2026 + (sequence << 18),
                          .wall = 1795219200000LL + 4 * sequence,
                          .actor = "Anke de Boer",
                          .label = label,
                          .payload = payload,
                          .payload_length = sizeof payload - 1 };
}

static GArray *
vector_of (int n)
{
  GArray *vector = g_array_new (FALSE, FALSE, sizeof (SpilVectorItem));

  for (int i = n; i > 0; i--) {
    SpilVectorItem item = { wire_fixture_id (10 + i), 100 * i };

    g_array_append_val (vector, item);
  }
  return vector;
}

static GBytes *
seal (SpilSegmentWriter *writer)
{
  SpilId space = wire_fixture_id (1);
  SpilId device = wire_fixture_id (2);
  SpilHash previous = { { 0xaa, 0xbb } };
  SpilSpaceKey key = wire_fixture_key (3);
  SpilSigningKey signer = wire_fixture_signer (2);

  return spil_segment_writer_seal (writer, &space, &device, 5, &previous, &key, &signer);
}

static gboolean
open_segment (GBytes *bytes, SpilSegment *segment, GError **error)
{
  SpilId space = wire_fixture_id (1);
  SpilSpaceKey key = wire_fixture_key (3);
  SpilPublicKey author = wire_fixture_public (2);

  return spil_segment_open (bytes, &space, &author, &key, segment, error);
}

// A segment of @n entries that had seen @n_vector others.
static GBytes *
make (int n, int n_vector)
{
  g_autoptr (GArray) vector = vector_of (n_vector);
  g_autoptr (SpilSegmentWriter) writer = spil_segment_writer_new (vector);

  for (int i = 0; i < n; i++) {
    SpilLogEntry entry = entry_of (4 + i, i % 2 == 0 ? "Gebied gewijzigd" : "Contactmoment erbij");

    spil_segment_writer_add (writer, &entry);
  }
  return seal (writer);
}

static void
assert_entry (const SpilLogEntry *found, const SpilLogEntry *entry)
{
  g_assert_cmpint (found->sequence, ==, entry->sequence);
  g_assert_cmpint (found->time, ==, entry->time);
  g_assert_cmpint (found->wall, ==, entry->wall);
  g_assert_cmpint (found->undoes, ==, entry->undoes);
  g_assert_cmpstr (found->actor, ==, entry->actor);
  g_assert_cmpstr (found->label, ==, entry->label);
  g_assert_cmpmem (found->payload, found->payload_length, entry->payload, entry->payload_length);
}

static void
test_round_trip (void)
{
  static const int64_t odd[] = { 0, 1, -1, 0xffff, 0x10000, -0x10000, TIME_2026, G_MAXINT64, G_MININT64 };
  g_autoptr (GArray) vector = vector_of (3);
  g_autoptr (SpilSegmentWriter) writer = spil_segment_writer_new (vector);
  g_autoptr (GBytes) bytes = NULL;
  g_auto (SpilSegment) segment = { 0 };
  g_autoptr (GError) error = NULL;
  SpilLogEntry entries[2 * G_N_ELEMENTS (odd)];

  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++) {
    entries[i] = entry_of (7 + (int64_t) i, i % 3 == 0 ? "" : "Gebied gewijzigd");
    entries[i].time = odd[i % G_N_ELEMENTS (odd)];
    entries[i].wall = odd[(i * 5 + i / G_N_ELEMENTS (odd)) % G_N_ELEMENTS (odd)];
    entries[i].undoes = i % 4 == 1 ? entries[i].sequence - 1 : i % 4 == 3 ? 1 : 0;
    entries[i].payload_length = i == 5 ? 0 : entries[i].payload_length;
    spil_segment_writer_add (writer, &entries[i]);
  }
  g_assert_cmpuint (spil_segment_writer_get_size (writer), >, G_N_ELEMENTS (entries) * sizeof payload / 2);
  bytes = seal (writer);
  g_assert_true (open_segment (bytes, &segment, &error));
  g_assert_no_error (error);
  g_assert_cmpint (segment.head.epoch, ==, 5);
  g_assert_cmpint (segment.head.first, ==, 7);
  g_assert_cmpint (segment.head.last, ==, 6 + (int64_t) G_N_ELEMENTS (entries));
  g_assert_cmpint (segment.head.previous.bytes[1], ==, 0xbb);
  g_assert_true (spil_id_equal (segment.head.device, wire_fixture_id (2)));
  g_assert_cmpuint (segment.entries->len, ==, G_N_ELEMENTS (entries));
  for (guint i = 0; i < segment.entries->len; i++)
    assert_entry (&g_array_index (segment.entries, SpilLogEntry, i), &entries[i]);
  g_assert_cmpuint (segment.vector->len, ==, 3);
  for (guint i = 0; i < 3; i++) {
    SpilVectorItem *item = &g_array_index (segment.vector, SpilVectorItem, i);

    g_assert_true (spil_id_equal (item->device, wire_fixture_id (11 + (int) i)));
    g_assert_cmpint (item->sequence, ==, 100 * ((int) i + 1));
  }
}

static void
test_head_without_a_key (void)
{
  g_autoptr (GBytes) bytes = make (3, 0);
  SpilId space = wire_fixture_id (1);
  SpilSegmentHead head;

  g_assert_true (spil_segment_read_head (bytes, &space, &head, NULL));
  g_assert_cmpint (head.epoch, ==, 5);
  g_assert_cmpint (head.first, ==, 4);
  g_assert_cmpint (head.last, ==, 6);
  g_assert_true (spil_id_equal (head.device, wire_fixture_id (2)));
  g_assert_cmpint (head.previous.bytes[0], ==, 0xaa);
}

// The device itself and devices without entries say nothing in a vector.
static void
test_vector_is_trimmed (void)
{
  g_autoptr (GArray) vector = vector_of (1);
  SpilVectorItem own = { wire_fixture_id (2), 9 };
  SpilVectorItem none = { wire_fixture_id (9), 0 };
  SpilLogEntry entry = entry_of (4, "Gebied gewijzigd");
  g_autoptr (SpilSegmentWriter) writer = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_auto (SpilSegment) segment = { 0 };

  g_array_append_val (vector, own);
  g_array_append_val (vector, none);
  writer = spil_segment_writer_new (vector);
  spil_segment_writer_add (writer, &entry);
  bytes = seal (writer);
  g_assert_true (open_segment (bytes, &segment, NULL));
  g_assert_cmpuint (segment.vector->len, ==, 1);
  g_assert_true (
      spil_id_equal (g_array_index (segment.vector, SpilVectorItem, 0).device, wire_fixture_id (11)));
}

// What is promised of one edit, with a payload that cannot be compressed.
static void
test_one_edit_is_small (void)
{
  g_autoptr (GArray) vector = vector_of (0);
  g_autoptr (SpilSegmentWriter) writer = spil_segment_writer_new (vector);
  uint8_t noise[60];
  SpilLogEntry entry = entry_of (12345, "Contact gewijzigd ab");
  g_autoptr (GBytes) bytes = NULL;
  g_auto (SpilSegment) segment = { 0 };

  for (gsize i = 0; i < sizeof noise; i++)
    noise[i] = (uint8_t) (i * 37 + 11);
  entry.payload = noise;
  entry.payload_length = sizeof noise;
  g_assert_cmpuint (strlen (entry.label), ==, 20);
  g_assert_cmpuint (strlen (entry.actor), ==, 12);
  spil_segment_writer_add (writer, &entry);
  bytes = seal (writer);
  g_test_message ("one edit: %zu bytes", g_bytes_get_size (bytes));
  g_assert_cmpuint (g_bytes_get_size (bytes), <=, 300);
  g_assert_true (open_segment (bytes, &segment, NULL));
}

// Names and labels that come again cost a byte; times that follow each other a few.
static void
test_repetition_is_small (void)
{
  g_autoptr (GArray) vector = vector_of (0);
  g_autoptr (SpilSegmentWriter) writer = spil_segment_writer_new (vector);
  gsize before;

  for (int i = 0; i < 100; i++) {
    SpilLogEntry entry = entry_of (1 + i, "Contactmoment met werkgever vastgelegd");

    before = spil_segment_writer_get_size (writer);
    spil_segment_writer_add (writer, &entry);
  }
  g_assert_cmpuint (spil_segment_writer_get_size (writer) - before - (sizeof payload - 1), <=, 8);
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
    { "something else", 0, 'X', 1, 2, 3, SPIL_WIRE_ERROR_DAMAGED },
    { "format before the first", AT_FORMAT, 0, 1, 2, 3, SPIL_WIRE_ERROR_DAMAGED },
    { "newer format", AT_FORMAT, 2, 1, 2, 3, SPIL_WIRE_ERROR_NEWER },
    { "newer format of another space", AT_FORMAT, 2, 7, 2, 3, SPIL_WIRE_ERROR_FOREIGN },
    { "no epoch", AT_EPOCH, 0, 1, 2, 3, SPIL_WIRE_ERROR_DAMAGED },
    { "said to be of another epoch", AT_EPOCH, 6, 1, 2, 3, SPIL_WIRE_ERROR_FORGED },
    { "said to be of another device", AT_DEVICE + 15, 3, 1, 2, 3, SPIL_WIRE_ERROR_FORGED },
    { "replayed as another sequence", AT_FIRST, 5, 1, 2, 3, SPIL_WIRE_ERROR_FORGED },
    { "from nothing", AT_FIRST, 0, 1, 2, 3, SPIL_WIRE_ERROR_DAMAGED },
    { "said to be longer", AT_COUNT, 2, 1, 2, 3, SPIL_WIRE_ERROR_FORGED },
    { "of nothing", AT_COUNT, 0, 1, 2, 3, SPIL_WIRE_ERROR_DAMAGED },
    { "put behind another", AT_PREVIOUS, 0xab, 1, 2, 3, SPIL_WIRE_ERROR_FORGED },
    { "altered nonce", AT_NONCE, 0, 1, 2, 3, SPIL_WIRE_ERROR_FORGED },
    { "altered content, such as the vector", AT_NONCE + 24, 0, 1, 2, 3, SPIL_WIRE_ERROR_FORGED },
  };
  g_autoptr (GBytes) good = make (1, 2);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const Refusal *c = &cases[i];
    uint8_t byte = (uint8_t) c->to;
    g_autoptr (GBytes) bytes = wire_fixture_splice (good, c->at, &byte, c->to >= 0 ? 1 : 0);
    SpilId space = wire_fixture_id (c->space);
    SpilPublicKey author = wire_fixture_public (c->author);
    SpilSpaceKey key = wire_fixture_key (c->key);
    g_auto (SpilSegment) segment = { 0 };
    g_autoptr (GError) error = NULL;

    g_test_message ("%s", c->name);
    g_assert_true (c->to < 0 || !g_bytes_equal (bytes, good));
    g_assert_false (spil_segment_open (bytes, &space, &author, &key, &segment, &error));
    g_assert_error (error, SPIL_WIRE_ERROR, (int) c->code);
    g_assert_null (segment.entries);
  }
}

// What a member could make who bends the rules: signed and encrypted as it should be.
static GBytes *
seal_by_hand (GByteArray *content, const char *context, int format, int epoch, int first, int count)
{
  SpilId space = wire_fixture_id (1);
  SpilId device = wire_fixture_id (2);
  SpilHash previous = { { 0xaa, 0xbb } };
  SpilSpaceKey key = wire_fixture_key (3);
  SpilSigningKey signer = wire_fixture_signer (2);
  GByteArray *head = spil_wire_begin (SPIL_SEGMENT_MAGIC, &space);

  head->data[AT_FORMAT] = (guint8) format;
  spil_bytes_add_number (head, (uint64_t) epoch);
  spil_bytes_add_id (head, &device);
  spil_bytes_add_number (head, (uint64_t) first);
  spil_bytes_add_number (head, (uint64_t) count);
  spil_wire_add_hash (head, &previous);
  return spil_wire_finish (head, content, context, &key, &signer);
}

typedef struct
{
  const char *name;
  const char *content; /* hex */
  int first;
  int count;
} Content;

// An entry of an empty name, label and payload at 0: time, counter, wall, undoes, two texts, payload.
#define NAMELESS "0000000000000100"

static void
test_bent_contents (void)
{
  static const Content cases[] = {
    { "good", "00" NAMELESS, 1, 1 },
    { "nothing at all", "", 1, 1 },
    { "fewer entries than it says", "00" NAMELESS, 1, 2 },
    { "more entries than it says", "00" NAMELESS "00000000010100", 1, 1 },
    { "a text said twice", "00" NAMELESS "0000000000000100", 1, 2 },
    { "a text that was not said", "0000000000000200", 1, 1 },
    { "undoes itself or before", "0000000001000000010000", 1, 1 },
    { "payload that goes on", "00000000000000000105", 1, 1 },
    { "counter too large", "0000808004000000010000", 1, 1 },
    { "a longer form of zero", "00800000000000000100", 1, 1 },
    { "vector without end", "01" NAMELESS, 1, 1 },
    { "vector of itself", "010190000000000000000000000000000205" NAMELESS, 1, 1 },
    { "vector of nobody", "010000000000000000000000000000000005" NAMELESS, 1, 1 },
    { "vector of nothing", "010190000000000000000000000000000b00" NAMELESS, 1, 1 },
    { "vector out of order",
      "020190000000000000000000000000000c010190000000000000000000000000000b01" NAMELESS, 1, 1 },
    { "a device twice", "020190000000000000000000000000000b010190000000000000000000000000000b02" NAMELESS, 1,
      1 },
    { "not UTF-8",
      "000000000000"
      "01ff"
      "0001"
      "00"
      "00",
      1, 1 },
    { "time out of range",
      "00"
      "ffffffffffffffffff01"
      "000000000001"
      "00",
      1, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GBytes) hex = wire_fixture_unhex (cases[i].content);
    g_autoptr (GByteArray) content = g_bytes_unref_to_array (g_steal_pointer (&hex));
    g_autoptr (GBytes)
        bytes = seal_by_hand (content, SPIL_SEGMENT_CONTEXT, 1, 5, cases[i].first, cases[i].count);
    g_auto (SpilSegment) segment = { 0 };
    g_autoptr (GError) error = NULL;

    g_test_message ("%s", cases[i].name);
    if (i == 0) {
      g_assert_true (open_segment (bytes, &segment, &error));
      g_assert_no_error (error);
      continue;
    }
    g_assert_false (open_segment (bytes, &segment, &error));
    g_assert_error (error, SPIL_WIRE_ERROR, SPIL_WIRE_ERROR_DAMAGED);
  }
}

static void
test_signature_of_another_context (void)
{
  g_autoptr (GBytes) hex = wire_fixture_unhex ("00" NAMELESS);
  g_autoptr (GByteArray) content = g_bytes_unref_to_array (g_steal_pointer (&hex));
  g_autoptr (GBytes) bytes = seal_by_hand (content, "spil key packet", 1, 5, 1, 1);
  g_auto (SpilSegment) segment = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_false (open_segment (bytes, &segment, &error));
  g_assert_error (error, SPIL_WIRE_ERROR, SPIL_WIRE_ERROR_FORGED);
}

// 300 MiB of zeros is a small file, and is refused before it is made.
static void
test_bomb (void)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_auto (SpilSegment) segment = { 0 };
  g_autoptr (GError) error = NULL;

  g_byte_array_set_size (content, SPIL_WIRE_MAX_CONTENT + 1);
  memset (content->data, 0, content->len);
  bytes = seal_by_hand (content, SPIL_SEGMENT_CONTEXT, 1, 5, 1, 1);
  g_assert_cmpuint (g_bytes_get_size (bytes), <, 100000);
  g_assert_false (open_segment (bytes, &segment, &error));
  g_assert_error (error, SPIL_WIRE_ERROR, SPIL_WIRE_ERROR_TOO_LARGE);
}

// The format does not drift: FORMAT.md explains these bytes.
static void
test_constant (void)
{
  static const char hex[] =
      "53505347010190000000000000000000000000000105019000000000000000000000000000020401aabb000000000000"
      "000000000000000000000000000000000000000000000000afc419f643d397675cb98e1748596e2ada88a7e644b07f87"
      "fdd3eb0c1b8051852dc5f087de120558ceb6520079e47e7e1c0602ddba916354259f066a3ca0f194ac26c7c6d56f221f"
      "b9c008ed3055d92c9ed1c2717ec3a67f87963865b0eb3bcf0f2d27aee56536d2122ae5269a031d0c9200d46ca0ac4fec"
      "5cae55eb9da6e7a9ab46fb09ee7c5e3819a1dba2eefb0d2c1c4b288d71bff8a7938263a0ab9706487a9431362d9a0436"
      "9ba51ea2a8f610cf923ff7f13d114b2c48657a9924ccd0f77bad6a27ce647800";
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) kept = wire_fixture_unhex (hex);
  g_auto (SpilSegment) segment = { 0 };
  g_autoptr (GError) error = NULL;
  SpilLogEntry entry = entry_of (4, "Gebied gewijzigd");

  wire_fixture_seed (7);
  bytes = make (1, 1);
  wire_fixture_assert_documented (bytes, hex);
  g_assert_true (open_segment (kept, &segment, &error));
  assert_entry (&g_array_index (segment.entries, SpilLogEntry, 0), &entry);
  wire_fixture_assert_documented (
      segment.memory,
      "010190000000000000000000000000000b64a0e0b8b6bf68000000000c416e6b6520646520426f657200104765626965"
      "6420676577696a7a6967642001011d019a5c2e713f708ba412c96de850b73301020003010a0648657373656e");
}

static gboolean
fuzz_file (GBytes *bytes, gpointer user_data)
{
  GPtrArray *seeds = user_data;
  g_auto (SpilSegment) segment = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean same = FALSE;

  for (guint i = 0; i < seeds->len; i++)
    same = same || g_bytes_equal (seeds->pdata[i], bytes);
  // Whatever is not exactly what was sealed is refused.
  g_assert_true (open_segment (bytes, &segment, &error) == same);
  g_assert_true ((error == NULL) == same);
  return same;
}

static void
test_fuzz_file (void)
{
  g_autoptr (GPtrArray) seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  g_ptr_array_add (seeds, make (1, 0));
  g_ptr_array_add (seeds, make (2, 3));
  g_ptr_array_add (seeds, make (30, 1));
  wire_fixture_fuzz (seeds, fuzz_file, seeds);
}

static GByteArray *
written_again (SpilSegment *segment)
{
  g_autoptr (SpilSegmentWriter) writer = spil_segment_writer_new (segment->vector);

  for (guint i = 0; i < segment->entries->len; i++)
    spil_segment_writer_add (writer, &g_array_index (segment->entries, SpilLogEntry, i));
  return spil_segment_writer_dup_content (writer, &segment->head.device);
}

// The content without its envelope, of 1 to 3 entries: what is read, is written the same.
static gboolean
fuzz_content (GBytes *bytes, gpointer user_data)
{
  gboolean read = FALSE;

  for (int n = 1; n <= 3; n++) {
    g_auto (SpilSegment) segment = { .head = { .device = wire_fixture_id (2), .first = 4, .last = 3 + n } };
    g_autoptr (GByteArray) again = NULL;

    if (!spil_segment_read_content (&segment, bytes))
      continue;
    read = TRUE;
    again = written_again (&segment);
    g_assert_cmpmem (again->data, again->len, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  }
  return read;
}

static void
test_fuzz_content (void)
{
  g_autoptr (GPtrArray) seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (int i = 1; i <= 3; i++) {
    g_autoptr (GBytes) bytes = make (i, i - 1);
    g_auto (SpilSegment) segment = { 0 };

    g_assert_true (open_segment (bytes, &segment, NULL));
    g_ptr_array_add (seeds, g_bytes_ref (segment.memory));
  }
  wire_fixture_fuzz (seeds, fuzz_content, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  wire_fixture_seed (1);
  g_test_add_func ("/segment/round-trip", test_round_trip);
  g_test_add_func ("/segment/head-without-a-key", test_head_without_a_key);
  g_test_add_func ("/segment/vector-is-trimmed", test_vector_is_trimmed);
  g_test_add_func ("/segment/one-edit-is-small", test_one_edit_is_small);
  g_test_add_func ("/segment/repetition-is-small", test_repetition_is_small);
  g_test_add_func ("/segment/refusals", test_refusals);
  g_test_add_func ("/segment/bent-contents", test_bent_contents);
  g_test_add_func ("/segment/signature-of-another-context", test_signature_of_another_context);
  g_test_add_func ("/segment/bomb", test_bomb);
  g_test_add_func ("/segment/constant", test_constant);
  g_test_add_func ("/segment/fuzz-file", test_fuzz_file);
  g_test_add_func ("/segment/fuzz-content", test_fuzz_content);
  return g_test_run ();
}
