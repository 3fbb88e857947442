// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-reallocation-rule.h"

#include <string.h>

#define EX SPIL_VAT_EXCLUDED
#define IN SPIL_VAT_INCLUDED

typedef struct
{
  int64_t before, after, used;
  SpilVat vat;
  gboolean pm, outside;
} Line;

/* Amounts in cents; a line without a VAT note ends the case. */
static const struct
{
  const char *what;
  Line lines[4];
  int64_t moved, total_before, total_after;
  gboolean allowed;
  int below, other_vat;
  const char *sentence;
} cases[] = {
  { "nothing changes",
    { { 1000, 1000, 0, EX }, { 500, 500, 0, EX } },
    0,
    1500,
    1500,
    FALSE,
    -1,
    -1,
    "Nothing changes" },
  { "money moves",
    { { 1000, 700, 0, EX }, { 500, 800, 0, EX } },
    300,
    1500,
    1500,
    TRUE,
    -1,
    -1,
    "the total stays" },
  { "just to what is used",
    { { 1000, 700, 700, EX }, { 500, 800, 0, EX } },
    300,
    1500,
    1500,
    TRUE,
    -1,
    -1,
    "3,00 moves" },
  { "a cent under what is used",
    { { 1000, 700, 701, EX }, { 500, 800, 0, EX } },
    300,
    1500,
    1500,
    FALSE,
    0,
    -1,
    "7,01 is spent" },
  { "over its budget, and left so",
    { { 1000, 1000, 1200, EX }, { 500, 400, 0, EX }, { 0, 100, 0, EX } },
    100,
    1500,
    1500,
    TRUE,
    -1,
    -1,
    "1,00 moves" },
  { "over its budget, and raised",
    { { 1000, 1100, 1200, EX }, { 500, 400, 0, EX } },
    100,
    1500,
    1500,
    TRUE,
    -1,
    -1,
    "1,00 moves" },
  { "over its budget, and lowered",
    { { 500, 600, 0, EX }, { 1000, 900, 1200, EX } },
    100,
    1500,
    1500,
    FALSE,
    1,
    -1,
    "line 2" },
  { "below zero",
    { { 1000, -1, 0, EX }, { 500, 1501, 0, EX } },
    1001,
    1500,
    1500,
    FALSE,
    0,
    -1,
    "never below zero" },
  { "the total rises",
    { { 1000, 1100, 0, EX }, { 500, 450, 0, EX } },
    50,
    1500,
    1550,
    TRUE,
    -1,
    -1,
    "0,50, from" },
  { "the total falls",
    { { 1000, 800, 0, EX }, { 500, 550, 0, EX } },
    50,
    1500,
    1350,
    TRUE,
    -1,
    -1,
    "1,50, from" },
  { "only the total rises",
    { { 1000, 1100, 0, EX }, { 500, 500, 0, EX } },
    0,
    1500,
    1600,
    TRUE,
    -1,
    -1,
    "The total rises by" },
  { "only the total falls",
    { { 1000, 900, 900, EX }, { 500, 500, 0, EX } },
    0,
    1500,
    1400,
    TRUE,
    -1,
    -1,
    "The total falls by" },
  { "VAT notes mixed",
    { { 1000, 900, 0, EX }, { 500, 600, 0, IN } },
    100,
    1500,
    1500,
    FALSE,
    -1,
    1,
    "line 2" },
  { "PM is in no sum",
    { { 1000, 900, 0, EX }, { 0, 0, 700, EX, TRUE }, { 500, 600, 0, EX } },
    100,
    1500,
    1500,
    TRUE,
    -1,
    -1,
    "moves" },
  { "nor is what is outside",
    { { 900, 100, 500, IN, FALSE, TRUE }, { 1000, 900, 0, EX }, { 500, 600, 0, EX } },
    100,
    1500,
    1500,
    TRUE,
    -1,
    -1,
    "moves" },
  { "only what is outside changes",
    { { 1000, 1000, 0, EX }, { 900, 100, 500, EX, FALSE, TRUE } },
    0,
    1000,
    1000,
    TRUE,
    -1,
    -1,
    "Nothing moves" },
  { "no lines", { { 0 } }, 0, 0, 0, FALSE, -1, -1, "Nothing changes" },
};

static void
test_judge (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilReallocationRow rows[4] = { 0 };
    SpilReallocation judged;
    gsize n = 0;
    g_autofree char *sentence = NULL;

    for (; n < 4 && cases[i].lines[n].vat != SPIL_VAT_UNKNOWN; n++) {
      const Line *line = &cases[i].lines[n];

      rows[n] = (SpilReallocationRow) { .number = (int) n + 1,
                                        .name = "Post",
                                        .pm = line->pm,
                                        .outside = line->outside,
                                        .before = spil_money (line->before, line->vat),
                                        .after = spil_money (line->after, line->vat),
                                        .used = spil_money (line->used, line->vat) };
    }
    judged = spil_reallocation_judge (rows, n);
    sentence = spil_reallocation_dup_sentence (&judged, rows);
    g_test_message ("%s: %s", cases[i].what, sentence);
    g_assert_cmpint (judged.moved.cents, ==, cases[i].moved);
    g_assert_cmpint (judged.before.cents, ==, cases[i].total_before);
    g_assert_cmpint (judged.after.cents, ==, cases[i].total_after);
    g_assert_cmpint (judged.total_kept, ==, cases[i].total_before == cases[i].total_after);
    g_assert_cmpint (judged.allowed, ==, cases[i].allowed);
    g_assert_cmpint (judged.below, ==, cases[i].below);
    g_assert_cmpint (judged.other_vat, ==, cases[i].other_vat);
    g_assert_true (strstr (sentence, cases[i].sentence) != NULL);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/reallocation-rule/judge", test_judge);
  return g_test_run ();
}
