// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-merge.h"

#include <stdlib.h>
#include <string.h>

#define MAX_WRITES 8
#define MAX_BASES 4

// A write in short: its name, "a1" for sequence 1 of device a; its time; the names of its bases; what it takes back.
typedef struct
{
  const char *name;
  int time;
  const char *bases;
  int undoes;
} Short;

typedef struct
{
  const char *what;
  Short writes[MAX_WRITES];
  const char *winner;
  const char *rivals; /* by stamp */
} Case;

static SpilStampName
parse_name (const char *text)
{
  SpilStampName name = { .sequence = atoi (text + 1) };

  name.device.bytes[15] = (uint8_t) text[0];
  return name;
}

static SpilWrite
write_of (const Short *s, SpilStampName bases[MAX_BASES])
{
  SpilStampName name = parse_name (s->name);
  SpilWrite write = { .stamp = { s->time, name.device, name.sequence }, .undoes = s->undoes, .bases = bases };
  g_auto (GStrv) parts = g_strsplit (s->bases, " ", -1);

  while (parts[write.n_bases] != NULL) {
    bases[write.n_bases] = parse_name (parts[write.n_bases]);
    write.n_bases++;
  }
  return write;
}

static char *
describe (const SpilWrite *writes, const SpilMergeResult *result)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < result->rivals->len; i++) {
    const SpilWrite *write = &writes[g_array_index (result->rivals, int, i)];

    g_string_append_printf (text, "%s%c%d", i > 0 ? " " : "", write->stamp.device.bytes[15],
                            (int) write->stamp.sequence);
  }
  return g_string_free_and_steal (text);
}

static const Case cases[] = {
  { "nothing", { { 0 } }, "", "" },
  { "an addition", { { "a1", 10, "", 0 } }, "a1", "" },
  { "an edit after seeing", { { "a1", 10, "", 0 }, { "b1", 20, "a1", 0 } }, "b1", "" },
  { "two edits of one value",
    { { "a1", 10, "", 0 }, { "a2", 20, "a1", 0 }, { "b1", 30, "a1", 0 } },
    "b1",
    "a2" },
  { "equal times: the device decides",
    { { "a1", 10, "", 0 }, { "b1", 20, "a1", 0 }, { "c1", 20, "a1", 0 } },
    "c1",
    "b1" },
  { "an ordinary later edit does not clear a rival",
    { { "a1", 10, "", 0 }, { "a2", 20, "a1", 0 }, { "b1", 30, "a1", 0 }, { "b2", 40, "b1", 0 } },
    "b2",
    "a2" },
  { "a settlement does",
    { { "a1", 10, "", 0 }, { "a2", 20, "a1", 0 }, { "b1", 30, "a1", 0 }, { "b2", 40, "b1 a2", 0 } },
    "b2",
    "" },
  { "a settlement that is taken back",
    { { "a1", 10, "", 0 },
      { "a2", 20, "a1", 0 },
      { "b1", 30, "a1", 0 },
      { "b2", 40, "b1 a2", 0 },
      { "b3", 50, "b2", 2 } },
    "b3",
    "a2" },
  { "a settlement that is repeated",
    { { "a1", 10, "", 0 },
      { "a2", 20, "a1", 0 },
      { "b1", 30, "a1", 0 },
      { "b2", 40, "b1 a2", 0 },
      { "b3", 50, "b2", 2 },
      { "b4", 60, "b3 a2", 3 } },
    "b4",
    "" },
  { "two settlements, one taken back",
    { { "a1", 10, "", 0 },
      { "a2", 20, "a1", 0 },
      { "b1", 30, "a1", 0 },
      { "b2", 40, "b1 a2", 0 },
      { "c1", 45, "b1 a2", 0 },
      { "b3", 50, "b2", 2 } },
    "b3",
    "c1" },
  { "a rival that was edited further",
    { { "a1", 10, "", 0 }, { "a2", 20, "a1", 0 }, { "b1", 30, "a1", 0 }, { "a3", 25, "a2", 0 } },
    "b1",
    "a3" },
  { "taking back an ordinary edit leaves what it replaced replaced",
    { { "a1", 10, "", 0 }, { "a2", 20, "a1", 0 }, { "a3", 30, "a2", 2 } },
    "a3",
    "" },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilStampName bases[MAX_WRITES][MAX_BASES];
    SpilWrite writes[MAX_WRITES];
    int n = 0;

    g_test_message ("%s", cases[i].what);
    for (; n < MAX_WRITES && cases[i].writes[n].name != NULL; n++)
      writes[n] = write_of (&cases[i].writes[n], bases[n]);
    // Whatever the order, and with the first one twice.
    for (int turn = 0; turn < MAX (n, 1); turn++) {
      SpilWrite turned[MAX_WRITES + 1];
      g_auto (SpilMergeResult) result = { 0 };
      g_autofree char *rivals = NULL;

      for (int j = 0; j <= n && n > 0; j++)
        turned[j] = writes[(j + turn) % n];
      result = spil_merge (turned, n > 0 ? n + 1 : 0);
      rivals = describe (turned, &result);
      g_assert_cmpstr (rivals, ==, cases[i].rivals);
      if (n == 0)
        g_assert_cmpint (result.winner, ==, -1);
      else
        g_assert_true (parse_name (cases[i].winner).sequence == turned[result.winner].stamp.sequence &&
                       cases[i].winner[0] == turned[result.winner].stamp.device.bytes[15]);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge/cases", test_cases);
  return g_test_run ();
}
