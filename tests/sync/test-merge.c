// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-merge.h"

// A write in short: device letter, sequence, time; base device letter and sequence ('-' for an insert); value.
typedef struct
{
  char device;
  int sequence;
  int time;
  char base_device;
  int base_sequence;
  const char *value;
} Short;

typedef struct
{
  const char *name;
  Short writes[6];
  const char *winner;
  const char *inbox; /* values, by stamp, joined by ',' */
} Case;

static SpilId
device (char letter)
{
  SpilId id = { 0 };

  id.bytes[15] = (uint8_t) letter;
  return id;
}

static SpilWrite
write_of (const Short *s)
{
  SpilWrite write = { .stamp = { s->time, device (s->device), s->sequence }, .value = s->value };

  if (s->base_device != '-')
    write.base = (SpilStamp) { 0, device (s->base_device), s->base_sequence };
  return write;
}

static char *
inbox_text (const SpilWrite *writes, const SpilMergeResult *result)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < result->inbox->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "," : "",
                            writes[g_array_index (result->inbox, int, i)].value);
  return g_string_free (text, FALSE);
}

static const Case cases[] = {
  { "nothing", { { 0 } }, NULL, "" },
  { "insert", { { 'a', 1, 10, '-', 0, "x" } }, "x", "" },
  { "edit after seeing", { { 'a', 1, 10, '-', 0, "x" }, { 'b', 1, 20, 'a', 1, "y" } }, "y", "" },
  { "two edits of one value",
    { { 'a', 1, 10, '-', 0, "x" }, { 'a', 2, 20, 'a', 1, "y" }, { 'b', 1, 30, 'a', 1, "z" } },
    "z",
    "y" },
  { "the same edit twice",
    { { 'a', 1, 10, '-', 0, "x" }, { 'a', 2, 20, 'a', 1, "y" }, { 'b', 1, 30, 'a', 1, "y" } },
    "y",
    "" },
  { "three edits, two alike",
    { { 'a', 1, 10, '-', 0, "x" },
      { 'a', 2, 20, 'a', 1, "y" },
      { 'b', 1, 30, 'a', 1, "y" },
      { 'c', 1, 40, 'a', 1, "z" } },
    "z",
    "y" },
  { "equal times: the device decides",
    { { 'a', 1, 10, '-', 0, "x" }, { 'b', 1, 20, 'a', 1, "y" }, { 'c', 1, 20, 'a', 1, "z" } },
    "z",
    "y" },
  { "an ordinary later edit does not clear the loser",
    { { 'a', 1, 10, '-', 0, "x" },
      { 'a', 2, 20, 'a', 1, "y" },
      { 'b', 1, 30, 'a', 1, "z" },
      { 'b', 2, 40, 'b', 1, "w" } },
    "w",
    "y" },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilWrite writes[6];
    int n = 0;

    while (n < 6 && cases[i].writes[n].device != 0) {
      writes[n] = write_of (&cases[i].writes[n]);
      n++;
    }
    g_test_message ("%s", cases[i].name);

    g_auto (SpilMergeResult) result = spil_merge (writes, n);
    g_autofree char *inbox = inbox_text (writes, &result);

    g_assert_cmpstr (result.winner < 0 ? NULL : writes[result.winner].value, ==, cases[i].winner);
    g_assert_cmpstr (inbox, ==, cases[i].inbox);
  }
}

// A history in which some edits were made without having seen others, in any order and with duplicates, merges to one outcome.
static void
test_order_makes_no_difference (void)
{
  static const char *const values[] = { "p", "q", "r" };
  g_autoptr (GRand) random = g_rand_new_with_seed (2018);

  for (int round = 0; round < 2000; round++) {
    SpilWrite writes[20];
    int n = g_rand_int_range (random, 1, 10);
    g_autofree char *expected = NULL;

    for (int i = 0; i < n; i++) {
      int base = i == 0 ? -1 : g_rand_int_range (random, 0, i);

      writes[i] = (SpilWrite) { .stamp = { 10 * i + g_rand_int_range (random, 0, 30),
                                           device ((char) ('a' + i % 3)), i + 1 },
                                .base = base < 0 ? SPIL_STAMP_NONE : writes[base].stamp,
                                .value = values[g_rand_int_range (random, 0, 3)] };
    }
    for (int shuffle = 0; shuffle < 5; shuffle++) {
      g_auto (SpilMergeResult) result = spil_merge (writes, n);
      g_autofree char *inbox = inbox_text (writes, &result);
      g_autofree char *outcome = g_strdup_printf ("%s|%s", writes[result.winner].value, inbox);
      int a = g_rand_int_range (random, 0, n);
      int b = g_rand_int_range (random, 0, n);
      SpilWrite swapped = writes[a];

      if (expected == NULL)
        expected = g_steal_pointer (&outcome);
      else
        g_assert_cmpstr (outcome, ==, expected);
      writes[a] = writes[b];
      writes[b] = swapped;
      if (n < 20) {
        writes[n] = writes[a];
        n++;
      }
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge/cases", test_cases);
  g_test_add_func ("/merge/order-makes-no-difference", test_order_makes_no_difference);
  return g_test_run ();
}
