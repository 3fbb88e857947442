// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-conflict-choice.h"

#include <string.h>

#define DEVICE(number) ((SpilId) { { [15] = (number) } })

static void
side_free (gpointer data)
{
  SpilConflictSide *side = data;

  g_free (side->text);
  g_free (side);
}

// A conflict with a side of each device, written at that time; 0 ends them.
static SpilConflict *
make_conflict (const int (*sides)[2])
{
  SpilConflict *conflict = g_new0 (SpilConflict, 1);

  conflict->sides = g_ptr_array_new_with_free_func (side_free);
  for (int i = 0; sides[i][0] != 0; i++) {
    SpilConflictSide *side = g_new0 (SpilConflictSide, 1);

    side->device = DEVICE ((uint8_t) sides[i][0]);
    side->time = spil_time (sides[i][1]);
    g_ptr_array_add (conflict->sides, side);
  }
  return conflict;
}

static void
test_choose (void)
{
  static const struct
  {
    int sides[4][2]; /**< device and time */
    int present, other, own;
  } cases[] = {
    { { { 2, 10 }, { 1, 20 } }, 0, 1, 1 },
    { { { 1, 10 }, { 2, 20 } }, 0, 1, 0 },
    // Of several the one that was written last.
    { { { 2, 90 }, { 3, 20 }, { 4, 30 } }, 0, 2, -1 },
    { { { 2, 90 }, { 3, 30 }, { 1, 20 } }, 0, 1, 2 },
    // Written at the same time: the first.
    { { { 2, 90 }, { 3, 30 }, { 4, 30 } }, 0, 1, -1 },
    { { { 1, 90 } }, 0, -1, 0 },
    { { { 0 } }, -1, -1, -1 },
  };
  const SpilId own = DEVICE (1);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilConflict *conflict = make_conflict (cases[i].sides);

    g_assert_cmpint (spil_conflict_choose (conflict, SPIL_CHOICE_PRESENT, &own), ==, cases[i].present);
    g_assert_cmpint (spil_conflict_choose (conflict, SPIL_CHOICE_OTHER, &own), ==, cases[i].other);
    g_assert_cmpint (spil_conflict_choose (conflict, SPIL_CHOICE_OWN, &own), ==, cases[i].own);
    g_ptr_array_unref (conflict->sides);
    g_free (conflict);
  }
}

// What differs, in square brackets.
static char *
mark (const char *text, const char *other)
{
  g_autoptr (GArray) ranges = spil_text_difference (text, other);
  GString *marked = g_string_new (NULL);
  guint at = 0;

  for (guint i = 0; i < ranges->len; i++) {
    const SpilTextRange *range = &g_array_index (ranges, SpilTextRange, i);

    g_assert_cmpuint (range->start, >=, at);
    g_assert_cmpuint (range->end, >, range->start);
    g_string_append_len (marked, text + at, range->start - at);
    g_string_append_printf (marked, "[%.*s]", (int) (range->end - range->start), text + range->start);
    at = range->end;
  }
  g_string_append (marked, text + at);
  return g_string_free_and_steal (marked);
}

static void
test_difference (void)
{
  static const struct
  {
    const char *text, *other, *marked;
  } cases[] = {
    { "", "", "" },
    { "zorg", "", "[zorg]" },
    { "", "zorg", "" },
    { "zorg", "zorg", "zorg" },
    { "zorg en welzijn", "zorg of welzijn", "zorg [en] welzijn" },
    { "01-09-2018", "01-10-2018", "[01-09-2018]" },
    { "een twee drie", "een drie", "een [twee] drie" },
    { "een drie", "een twee drie", "een drie" },
    { "a b c d", "a x c y", "a [b] c [d]" },
    { "één café", "één thee", "één [café]" },
    { "een  twee", "een twee", "een[  ]twee" },
    { "geheel anders", "iets nieuws", "[geheel] [anders]" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *marked = mark (cases[i].text, cases[i].other);

    g_assert_cmpstr (marked, ==, cases[i].marked);
  }
}

// Of a very long text the middle is not compared word by word: it costs time that nobody waits for.
static void
test_long_difference (void)
{
  g_autoptr (GString) text = g_string_new ("begin ");
  g_autoptr (GString) other = g_string_new ("begin ");
  g_autoptr (GArray) ranges = NULL;

  for (int i = 0; i < 5000; i++) {
    g_string_append_printf (text, "a%d ", i);
    g_string_append_printf (other, "b%d ", i);
  }
  g_string_append (text, "eind");
  g_string_append (other, "eind");
  ranges = spil_text_difference (text->str, other->str);
  g_assert_cmpuint (ranges->len, ==, 1);
  g_assert_cmpuint (g_array_index (ranges, SpilTextRange, 0).start, ==, strlen ("begin "));
  g_assert_cmpuint (g_array_index (ranges, SpilTextRange, 0).end, ==, text->len - strlen (" eind"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/conflict-choice/choose", test_choose);
  g_test_add_func ("/app/conflict-choice/difference", test_difference);
  g_test_add_func ("/app/conflict-choice/long-difference", test_long_difference);
  return g_test_run ();
}
