// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-cells.h"
#include "spil-clock.h"

#define NOW G_GINT64_CONSTANT (1533000000000)
#define YEARS (G_GINT64_CONSTANT (10) * 365 * 24 * 3600 * 1000)

static void
test_next (void)
{
  static const struct
  {
    const char *what;
    int64_t clock, clock_counter;
    int64_t seen, seen_counter;
    int64_t time, time_counter;
    int64_t after, after_counter;
  } cases[] = {
    { "a new clock", 0, 0, 0, 0, NOW, 0, NOW, 0 },
    { "the same millisecond", NOW, 7, 0, 0, NOW, 8, NOW, 8 },
    { "a full counter", NOW, 0xffff, 0, 0, NOW + 1, 0, NOW + 1, 0 },
    { "time has gone on", NOW - 5, 3, 0, 0, NOW, 0, NOW, 0 },
    { "a cell seen from a clock ahead", 0, 0, NOW + 500, 2, NOW + 500, 3, NOW + 500, 3 },
    { "a cell from the past", 0, 0, NOW - 500, 2, NOW, 0, NOW, 0 },
    { "a cell ten years ahead", 0, 0, NOW + YEARS, 0, NOW + YEARS, 1, NOW + 60000, 0 },
    { "a clock that stood ten years ahead", NOW + YEARS, 0, 0, 0, NOW + 60000, 0, NOW + 60000, 0 },
    { "a clock set back a little", NOW + 900, 0, 0, 0, NOW + 900, 1, NOW + 900, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilClock clock = { spil_clock_time (cases[i].clock, (int) cases[i].clock_counter) };
    int64_t time = spil_clock_next (&clock, NOW,
                                    spil_clock_time (cases[i].seen, (int) cases[i].seen_counter));

    g_test_message ("%s", cases[i].what);
    g_assert_cmpint (time, ==, spil_clock_time (cases[i].time, (int) cases[i].time_counter));
    g_assert_cmpint (clock.time, ==, spil_clock_time (cases[i].after, (int) cases[i].after_counter));
  }
}

// Whatever was seen, the stamp is later, and the clock stays near.
static void
test_always_later (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  SpilClock clock = { 0 };
  int64_t cell = 0;

  for (int i = 0; i < 10000; i++) {
    int64_t now = NOW + g_rand_int_range (random, -100000, 100000);
    int64_t time = spil_clock_next (&clock, now, cell);

    g_assert_cmpint (time, >, cell);
    g_assert_cmpint (clock.time, <=, spil_clock_time (now + SPIL_CLOCK_MAX_LEAD_MS, 0));
    cell = time;
  }
  clock.time = 0;
  g_assert_cmpint (spil_clock_next (&clock, NOW, G_MAXINT64), >, 0);
}

static const SpilLocalStamp born = { .time = 1000, .device = 1, .sequence = 5 };

static void
test_cells (void)
{
  g_auto (SpilCells) cells = { 0 };
  g_auto (SpilCells) read = { 0 };
  g_autoptr (GByteArray) none = NULL;
  g_autoptr (GByteArray) bytes = NULL;
  SpilLocalStamp later = { .time = 900, .device = 300, .sequence = 70000 };
  SpilLocalStamp last = { .time = 5000, .device = 1, .sequence = 70001 };

  g_assert_true (spil_cells_init (&cells, born, NULL, 0));
  none = spil_cells_to_bytes (&cells);
  g_assert_null (none);
  g_assert_cmpint (spil_cells_get (&cells, 4).sequence, ==, 5);
  spil_cells_set (&cells, 4, &later);
  spil_cells_set (&cells, SPIL_CELL_EXISTENCE, &last);
  spil_cells_set (&cells, 63, &later);
  spil_cells_set (&cells, 4, &last);
  bytes = spil_cells_to_bytes (&cells);
  g_assert_true (spil_cells_init (&read, born, bytes->data, bytes->len));
  g_assert_cmpint (spil_cells_get (&read, 4).sequence, ==, 70001);
  g_assert_cmpint (spil_cells_get (&read, 0).time, ==, 5000);
  g_assert_cmpint (spil_cells_get (&read, 63).time, ==, 900);
  g_assert_cmpint (spil_cells_get (&read, 63).device, ==, 300);
  g_assert_cmpint (spil_cells_get (&read, 5).time, ==, 1000);
}

static void
test_damaged_cells (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
  } cases[] = {
    { "\x04", 1 },
    { "\x04\x02\x01", 3 },
    { "\x40\x02\x01\x01", 4 },
    { "\x04\x02\x01\x01\x04", 5 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilCells cells;

    g_assert_false (spil_cells_init (&cells, born, cases[i].bytes, cases[i].length));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/clock/next", test_next);
  g_test_add_func ("/store/clock/always-later", test_always_later);
  g_test_add_func ("/store/clock/cells", test_cells);
  g_test_add_func ("/store/clock/damaged-cells", test_damaged_cells);
  return g_test_run ();
}
