// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "spil-log.h"
#include "store-fixture.h"

static const SpilId row = { { 0x01, 0x90, 0, 0, 0, 0, 0x70, 0, 0x80, 0, 0, 0, 0, 0, 0, 1 } };
static const SpilId other_device = { { 0x01, 0x91, 0, 0, 0, 0, 0x70, 0, 0x80, 0, 0, 0, 0, 0, 0, 2 } };

static void
test_numbers (void)
{
  static const uint64_t numbers[] = {
    0, 1, 127, 128, 300, 16383, 16384, G_MAXUINT32, G_MAXINT64, G_MAXUINT64
  };
  static const int64_t signed_numbers[] = { 0,   -1,         1,          -64,        64,
                                            -65, G_MAXINT32, G_MININT32, G_MAXINT64, G_MININT64 };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++) {
    g_autoptr (GByteArray) bytes = g_byte_array_new ();
    SpilBytes left;
    uint64_t number;
    int64_t signed_number;

    spil_bytes_add_number (bytes, numbers[i]);
    spil_bytes_add_signed (bytes, signed_numbers[i]);
    left = spil_bytes (bytes->data, bytes->len);
    g_assert_true (spil_bytes_read_number (&left, &number));
    g_assert_true (spil_bytes_read_signed (&left, &signed_number));
    g_assert_cmpuint (number, ==, numbers[i]);
    g_assert_cmpint (signed_number, ==, signed_numbers[i]);
    g_assert_cmpuint (spil_bytes_left (&left), ==, 0);
  }
}

// A number has one form, and ends within its bytes.
static void
test_refused_numbers (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
  } cases[] = {
    { "", 0 },
    { "\x80", 1 },
    { "\x80\x00", 2 },
    { "\xff\xff\xff\xff\xff\xff\xff\xff\xff\x02", 10 },
    { "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", 11 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilBytes left = spil_bytes (cases[i].bytes, cases[i].length);
    uint64_t number;

    g_assert_false (spil_bytes_read_number (&left, &number));
  }
}

static void
test_refused_texts (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
  } cases[] = {
    { "\x03hi", 3 }, // longer than there is
    { "\x02\xff\xfe", 3 }, // not UTF-8
    { "\x02h\0", 3 }, // NUL
    { "\x81\x80\x40", 3 }, // over the bound
    { "\xff\xff\xff\xff\x0f", 5 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilBytes left = spil_bytes (cases[i].bytes, cases[i].length);
    char *text;

    g_assert_false (spil_bytes_read_text (&left, &text));
  }
}

// A payload with a change of each kind.
static const SpilKey no_key = { .state = SPIL_KEY_NONE };

static GByteArray *
make_payload (void)
{
  g_auto (SpilLogWriter) writer = { 0 };
  const SpilEntity *area = spil_entity (SPIL_ENTITY_AREA);
  SpilLogBase own = { .device = SPIL_ID_NIL, .sequence = 3 };
  SpilLogBase other = { .device = other_device, .sequence = 300 };
  g_auto (SpilValue) name = spil_value_text ("Oosterenk");
  SpilValue reference = spil_value_id (row);
  SpilValue change = spil_value_integer (-120);

  g_autoptr (GArray) owns = g_array_new (FALSE, FALSE, sizeof (SpilLogBase));
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (SpilLogBase));

  g_array_append_val (owns, own);
  g_array_append_val (others, other);
  g_array_append_val (others, own);
  spil_log_writer_init (&writer, 5);
  spil_log_writer_begin (&writer, SPIL_LOG_ADD, area, &row, &no_key);
  spil_log_writer_number (&writer, 2);
  spil_log_writer_value (&writer, SPIL_FIELD_PROGRAMME, &reference);
  spil_log_writer_value (&writer, SPIL_AREA_NAME, &name);
  spil_log_writer_begin (&writer, SPIL_LOG_SET, area, &row, &no_key);
  spil_log_writer_number (&writer, 2);
  spil_log_writer_number (&writer, SPIL_AREA_NAME);
  spil_log_writer_bases (&writer, others);
  spil_log_writer_number (&writer, 1);
  spil_log_writer_value (&writer, SPIL_AREA_NAME, &name);
  spil_log_writer_number (&writer, SPIL_AREA_PARKING_CHANGE);
  spil_log_writer_bases (&writer, owns);
  spil_log_writer_number (&writer, 2);
  spil_log_writer_value (&writer, SPIL_AREA_PARKING_CHANGE, &change);
  spil_log_writer_value (&writer, SPIL_AREA_PARKING_NOTES, &SPIL_VALUE_INIT);
  spil_log_writer_begin (&writer, SPIL_LOG_DELETE, area, &row, &no_key);
  spil_log_writer_bases (&writer, others);
  spil_log_writer_bases (&writer, owns);
  spil_log_writer_begin (&writer, SPIL_LOG_RESTORE, area, &row, &no_key);
  spil_log_writer_bases (&writer, owns);
  spil_log_writer_begin (&writer, SPIL_LOG_ERASE, area, &row, &no_key);
  return g_byte_array_ref (writer.bytes);
}

static void
assert_base (const SpilLogChange *change, guint place, const SpilId *device, int64_t sequence)
{
  const SpilLogBase *base = &g_array_index (change->bases, SpilLogBase, place);

  g_assert_true (spil_id_equal (base->device, *device));
  g_assert_cmpint (base->sequence, ==, sequence);
}

static void
test_round_trip (void)
{
  g_autoptr (GByteArray) payload = make_payload ();
  g_auto (SpilLogReader) reader = { 0 };
  const SpilLogChange *change = &reader.change;
  const SpilLogGroup *group;

  g_assert_true (spil_log_reader_init (&reader, payload->data, payload->len));
  g_assert_cmpint (spil_log_reader_next (&reader), ==, SPIL_LOG_READ_CHANGE);
  g_assert_cmpint (change->kind, ==, SPIL_LOG_ADD);
  g_assert_cmpint (change->entity, ==, SPIL_ENTITY_AREA);
  g_assert_true (spil_id_equal (change->id, row));
  g_assert_cmpuint (change->values->len, ==, 2);
  g_assert_cmpstr (g_array_index (change->values, SpilLogValue, 1).value.text, ==, "Oosterenk");
  g_assert_true (spil_log_change_is_known (change));

  g_assert_cmpint (spil_log_reader_next (&reader), ==, SPIL_LOG_READ_CHANGE);
  g_assert_cmpint (change->kind, ==, SPIL_LOG_SET);
  g_assert_cmpuint (change->groups->len, ==, 2);
  group = &g_array_index (change->groups, SpilLogGroup, 0);
  g_assert_cmpuint (group->n_bases, ==, 2);
  assert_base (change, group->first_base, &other_device, 300);
  assert_base (change, group->first_base + 1, &SPIL_ID_NIL, 3);
  group = &g_array_index (change->groups, SpilLogGroup, 1);
  g_assert_cmpuint (group->n_bases, ==, 1);
  assert_base (change, group->first_base, &SPIL_ID_NIL, 3);
  g_assert_cmpuint (group->n_values, ==, 2);
  g_assert_cmpint (g_array_index (change->values, SpilLogValue, group->first_value).value.integer, ==, -120);
  g_assert_true (spil_log_change_is_known (change));

  g_assert_cmpint (spil_log_reader_next (&reader), ==, SPIL_LOG_READ_CHANGE);
  g_assert_cmpint (change->kind, ==, SPIL_LOG_DELETE);
  g_assert_cmpuint (change->n_bases, ==, 2);
  g_assert_cmpuint (change->bases->len, ==, 3);
  assert_base (change, 0, &other_device, 300);
  assert_base (change, 2, &SPIL_ID_NIL, 3);
  g_assert_cmpint (spil_log_reader_next (&reader), ==, SPIL_LOG_READ_CHANGE);
  g_assert_cmpint (change->kind, ==, SPIL_LOG_RESTORE);
  g_assert_cmpuint (change->n_bases, ==, 1);
  g_assert_cmpint (spil_log_reader_next (&reader), ==, SPIL_LOG_READ_CHANGE);
  g_assert_cmpint (change->kind, ==, SPIL_LOG_ERASE);
  g_assert_cmpint (spil_log_reader_next (&reader), ==, SPIL_LOG_READ_END);
}

// The example of LOG.md: what is released may never mean anything else.
static void
test_known_bytes (void)
{
  static const uint8_t expected[] = {
    0x01, 0x01, 0x39, 0x01, 0x90, 0,    0,    0,    0,    0x70, 0,   0x80, 0,   0,   0,   0,   0,
    0,    1,    0x01, 0x02, 0x01, 0x00, 0x03, 0x01, 0x12, 0x06, 'H', 'e',  's', 's', 'e', 'n',
  };
  g_auto (SpilLogWriter) writer = { 0 };
  SpilLogBase base = { .device = SPIL_ID_NIL, .sequence = 3 };
  g_autoptr (GArray) bases = g_array_new (FALSE, FALSE, sizeof (SpilLogBase));
  g_auto (SpilValue) name = spil_value_text ("Hessen");

  g_array_append_val (bases, base);

  spil_log_writer_init (&writer, 1);
  spil_log_writer_begin (&writer, SPIL_LOG_SET, spil_entity (SPIL_ENTITY_AREA), &row, &no_key);
  spil_log_writer_number (&writer, 1);
  spil_log_writer_number (&writer, SPIL_AREA_NAME);
  spil_log_writer_bases (&writer, bases);
  spil_log_writer_number (&writer, 1);
  spil_log_writer_value (&writer, SPIL_AREA_NAME, &name);
  g_assert_cmpmem (writer.bytes->data, writer.bytes->len, expected, sizeof expected);
}

// Reads all of @data; TRUE when it is a whole payload.
static gboolean
reads (const uint8_t *data, gsize length)
{
  g_auto (SpilLogReader) reader = { 0 };
  SpilLogRead read = spil_log_reader_init (&reader, data, length) ? SPIL_LOG_READ_CHANGE
                                                                  : SPIL_LOG_READ_FAULT;

  while (read == SPIL_LOG_READ_CHANGE) {
    read = spil_log_reader_next (&reader);
    if (read == SPIL_LOG_READ_CHANGE)
      spil_log_change_is_known (&reader.change);
  }
  return read == SPIL_LOG_READ_END;
}

// A copy that ends where the bytes end, so that the sanitizer sees every step too far.
static gboolean
reads_copy (const uint8_t *data, gsize length)
{
  g_autofree uint8_t *copy = g_memdup2 (data, length);

  return reads (copy, length);
}

static void
test_truncated (void)
{
  g_autoptr (GByteArray) payload = make_payload ();

  g_assert_true (reads_copy (payload->data, payload->len));
  for (gsize length = 0; length < payload->len; length++)
    g_assert_false (reads_copy (payload->data, length));
  g_byte_array_append (payload, (const guint8 *) "", 1);
  g_assert_false (reads_copy (payload->data, payload->len));
}

// What follows the row in a payload with one change of the kind SET; "D" stands for an id of a device, whose bytes are 'D'.
static const struct
{
  const char *what;
  const char *groups;
  gboolean right;
} group_cases[] = {
  { "one group", "01 02 01 00 03 01 12 00", TRUE },
  { "two groups of one other device", "02 02 01 01 D 03 01 12 00 03 01 01 03 01 1a 00", TRUE },
  { "two bases", "01 02 02 00 03 00 04 01 12 00", TRUE },
  { "no group", "00", FALSE },
  { "a group without a base", "01 02 00 01 12 00", FALSE },
  { "more bases than bytes", "01 02 7f 00 03 01 12 00", FALSE },
  { "a group without values", "01 02 01 00 03 00", FALSE },
  { "a group twice", "02 02 01 00 03 01 12 00 02 01 00 03 01 12 00", FALSE },
  { "groups out of order", "02 03 01 00 03 01 1a 00 02 01 00 03 01 12 00", FALSE },
  { "a value twice", "01 02 01 00 03 02 12 00 12 00", FALSE },
  { "a value of no kind", "01 02 01 00 03 01 15 00", FALSE },
  { "a sealed value that is too long", "01 02 01 00 03 01 14 05 00", FALSE },
  { "a sealed value", "01 02 01 00 03 01 14 01 00", TRUE },
  { "more values than bytes", "01 02 01 00 03 7f 12 00", FALSE },
  { "a device that was not introduced", "01 02 01 02 03 01 12 00", FALSE },
  { "a device introduced twice", "02 02 01 01 D 03 01 12 00 03 01 02 D 03 01 1a 00", FALSE },
};

static void
test_groups (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (group_cases); i++) {
    g_auto (SpilLogWriter) writer = { 0 };
    g_auto (GStrv) words = g_strsplit (group_cases[i].groups, " ", -1);

    g_test_message ("%s", group_cases[i].what);
    spil_log_writer_init (&writer, 1);
    spil_log_writer_begin (&writer, SPIL_LOG_SET, spil_entity (SPIL_ENTITY_AREA), &row, &no_key);
    for (char **word = words; *word != NULL; word++) {
      const guint8 byte = (guint8) g_ascii_strtoull (*word, NULL, 16);

      if (g_str_equal (*word, "D"))
        g_byte_array_append (writer.bytes, (const guint8 *) "DDDDDDDDDDDDDDDD", 16);
      else
        g_byte_array_append (writer.bytes, &byte, 1);
    }
    g_assert_cmpint (reads_copy (writer.bytes->data, writer.bytes->len), ==, group_cases[i].right);
  }
}

static void
test_random_bytes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20180731);
  g_autoptr (GByteArray) payload = make_payload ();

  for (int i = 0; i < 20000; i++) {
    uint8_t bytes[64];
    gsize length = (gsize) g_rand_int_range (random, 0, sizeof bytes);

    for (gsize j = 0; j < length; j++)
      bytes[j] = (uint8_t) g_rand_int_range (random, 0, 256);
    if (length > 0)
      bytes[0] = SPIL_LOG_FORMAT;
    reads_copy (bytes, length);
  }
  for (int i = 0; i < 20000; i++) {
    guint place = (guint) g_rand_int_range (random, 0, (gint32) payload->len);
    uint8_t kept = payload->data[place];

    payload->data[place] = (uint8_t) g_rand_int_range (random, 0, 256);
    reads_copy (payload->data, payload->len);
    payload->data[place] = kept;
  }
}

// Changes that a later version's descriptors may know are read, and known for what they are.
static void
test_unknown (void)
{
  static const struct
  {
    int entity;
    int field;
    gboolean known;
  } cases[] = {
    { SPIL_ENTITY_AREA, SPIL_AREA_NAME, TRUE },
    { SPIL_ENTITY_AREA, 62, FALSE },
    { 126, SPIL_AREA_NAME, FALSE },
    { 9999, 1, FALSE },
    { SPIL_ENTITY_AREA, SPIL_AREA_KIND, FALSE }, // holds no text
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const SpilEntity entity = { .number = cases[i].entity };
    g_auto (SpilLogWriter) writer = { 0 };
    g_auto (SpilLogReader) reader = { 0 };
    g_auto (SpilValue) value = spil_value_text ("x");

    spil_log_writer_init (&writer, 1);
    spil_log_writer_begin (&writer, SPIL_LOG_ADD, &entity, &row, &no_key);
    spil_log_writer_number (&writer, 1);
    spil_log_writer_value (&writer, cases[i].field, &value);
    g_assert_true (spil_log_reader_init (&reader, writer.bytes->data, writer.bytes->len));
    g_assert_cmpint (spil_log_reader_next (&reader), ==, SPIL_LOG_READ_CHANGE);
    g_assert_cmpint (spil_log_change_is_known (&reader.change), ==, cases[i].known);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/log/numbers", test_numbers);
  g_test_add_func ("/store/log/refused-numbers", test_refused_numbers);
  g_test_add_func ("/store/log/refused-texts", test_refused_texts);
  g_test_add_func ("/store/log/round-trip", test_round_trip);
  g_test_add_func ("/store/log/known-bytes", test_known_bytes);
  g_test_add_func ("/store/log/truncated", test_truncated);
  g_test_add_func ("/store/log/groups", test_groups);
  g_test_add_func ("/store/log/random-bytes", test_random_bytes);
  g_test_add_func ("/store/log/unknown", test_unknown);
  return g_test_run ();
}
