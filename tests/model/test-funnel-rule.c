// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-funnel-rule.h"

#include "spil-model-error.h"

static SpilDay
day (int month, int month_day)
{
  return spil_day_from_ymd (2018, month, month_day);
}

static GPtrArray *
make_stages (void)
{
  GPtrArray *stages = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_funnel_figures_free);

  g_ptr_array_add (stages, spil_funnel_figures_new (SPIL_ID_NIL, 1, "Bekendheid"));
  g_ptr_array_add (stages, spil_funnel_figures_new (SPIL_ID_NIL, 2, "Interesse"));
  g_ptr_array_add (stages, spil_funnel_figures_new (SPIL_ID_NIL, 3, "Inzicht en keuzes"));
  g_ptr_array_add (stages, spil_funnel_figures_new (SPIL_ID_NIL, 4, "Maatregelen"));
  return stages;
}

static void
test_count (void)
{
  const SpilFunnelMove moves[] = {
    /* through to 3, and back to 2 */
    { 1, 1, day (1, 1) },
    { 1, 2, day (1, 11) },
    { 1, 3, day (2, 1) },
    { 1, 2, day (9, 1) },
    /* stays in 1 */
    { 2, 1, day (1, 1) },
    /* straight to 4, from a day that is not known */
    { 3, 1, SPIL_DAY_NONE },
    { 3, 4, day (3, 1) },
    /* the same stage twice, a stage that does not exist */
    { 4, 2, day (1, 1) },
    { 4, 2, day (1, 5) },
    { 4, 9, day (1, 6) },
    { 4, 3, day (1, 31) },
  };
  const struct
  {
    SpilDay as_of;
    struct
    {
      int reached, now, conversion, dwell, n_dwell;
    } stages[4];
  } cases[] = {
    { SPIL_DAY_NONE,
      { { 4, 1, -1, 10, 1 }, { 3, 1, 750, 25, 2 }, { 3, 1, 1000, 212, 1 }, { 1, 1, 333, -1, 0 } } },
    { day (2, 15), { { 4, 2, -1, 10, 1 }, { 2, 0, 500, 25, 2 }, { 2, 2, 1000, -1, 0 }, { 0, 0, 0, -1, 0 } } },
    { day (1, 1), { { 4, 3, -1, -1, 0 }, { 1, 1, 250, -1, 0 }, { 0, 0, 0, -1, 0 }, { 0, 0, -1, -1, 0 } } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GPtrArray) stages = make_stages ();

    spil_funnel_count (stages, moves, G_N_ELEMENTS (moves), cases[i].as_of);
    for (guint s = 0; s < stages->len; s++) {
      const SpilFunnelFigures *stage = stages->pdata[s];

      g_test_message ("case %" G_GSIZE_FORMAT ", stage %u", i, s + 1);
      g_assert_cmpint (stage->reached, ==, cases[i].stages[s].reached);
      g_assert_cmpint (stage->now, ==, cases[i].stages[s].now);
      g_assert_cmpint (stage->conversion, ==, cases[i].stages[s].conversion);
      g_assert_cmpint (stage->dwell, ==, cases[i].stages[s].dwell);
      g_assert_cmpint (stage->n_dwell, ==, cases[i].stages[s].n_dwell);
    }
  }
}

/* What happened within a period alone; the stages as they are left at its end. */
static void
test_period (void)
{
  const SpilFunnelMove moves[] = {
    /* comes to 2 before it, to 3 in it, and back to 2 after it */
    { 1, 1, day (1, 1) },
    { 1, 2, day (1, 11) },
    { 1, 3, day (2, 1) },
    { 1, 2, day (9, 1) },
    /* stays in 1 */
    { 2, 1, day (1, 1) },
    /* comes new, and goes two stages further */
    { 3, 1, day (2, 5) },
    { 3, 3, day (2, 10) },
    /* goes back within it */
    { 4, 1, SPIL_DAY_NONE },
    { 4, 2, day (1, 5) },
    { 4, 1, day (2, 20) },
    /* comes after it */
    { 5, 1, day (4, 1) },
  };
  const struct
  {
    SpilDay from, to;
    struct
    {
      int reached, now, conversion, dwell, n_dwell;
    } stages[4];
  } cases[] = {
    { day (2, 1),
      day (2, 28),
      { { 3, 2, -1, 5, 1 }, { 2, 0, 333, 33, 2 }, { 2, 2, 500, -1, 0 }, { 0, 0, 0, -1, 0 } } },
    { day (3, 1),
      day (3, 31),
      { { 2, 2, -1, -1, 0 }, { 0, 0, 0, -1, 0 }, { 2, 2, -1, -1, 0 }, { 0, 0, 0, -1, 0 } } },
    { day (9, 1),
      day (9, 1),
      { { 3, 3, -1, -1, 0 }, { 1, 1, 0, -1, 0 }, { 2, 1, 0, 212, 1 }, { 0, 0, 0, -1, 0 } } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GPtrArray) stages = make_stages ();

    spil_funnel_count_period (stages, moves, G_N_ELEMENTS (moves), cases[i].from, cases[i].to);
    for (guint s = 0; s < stages->len; s++) {
      const SpilFunnelFigures *stage = stages->pdata[s];

      g_test_message ("case %d, stage %u", (int) i, s + 1);
      g_assert_cmpint (stage->reached, ==, cases[i].stages[s].reached);
      g_assert_cmpint (stage->now, ==, cases[i].stages[s].now);
      g_assert_cmpint (stage->conversion, ==, cases[i].stages[s].conversion);
      g_assert_cmpint (stage->dwell, ==, cases[i].stages[s].dwell);
      g_assert_cmpint (stage->n_dwell, ==, cases[i].stages[s].n_dwell);
    }
  }
}

static void
test_nothing (void)
{
  g_autoptr (GPtrArray) stages = make_stages ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  spil_funnel_count (stages, NULL, 0, SPIL_DAY_NONE);
  spil_funnel_count (none, NULL, 0, SPIL_DAY_NONE);
  g_assert_cmpint (((SpilFunnelFigures *) stages->pdata[3])->conversion, ==, -1);
}

static void
test_may_move (void)
{
  static const struct
  {
    int from, to;
    const char *evidence;
    gboolean allowed;
  } cases[] = {
    { 1, 2, "Offerte gevraagd", TRUE },
    { 1, 2, "", FALSE },
    { 1, 2, NULL, FALSE },
    { 1, 2, " \n\t", FALSE },
    { 0, 1, NULL, TRUE },
    { 0, 2, NULL, FALSE },
    { 2, 1, NULL, TRUE },
    { 2, 2, NULL, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_cmpint (
        spil_funnel_may_move (cases[i].from, cases[i].to, "Interesse", cases[i].evidence, &error), ==,
        cases[i].allowed);
    if (cases[i].allowed)
      g_assert_no_error (error);
    else
      g_assert_error (error, SPIL_MODEL_ERROR, SPIL_MODEL_ERROR_INVALID);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/funnel-rule/count", test_count);
  g_test_add_func ("/funnel-rule/period", test_period);
  g_test_add_func ("/funnel-rule/nothing", test_nothing);
  g_test_add_func ("/funnel-rule/may-move", test_may_move);
  return g_test_run ();
}
