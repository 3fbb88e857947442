// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* Whatever the plan and the view, no word of the Gantt chart lies over another, over a side of a bar, a sign or an arrow. */
#include <math.h>

#include "gantt-paper.h"

static SpilDay
random_day (GRand *random, SpilDay base, double known)
{
  return g_rand_double (random) < known ? spil_day_add (base, g_rand_int_range (random, 0, 200))
                                        : SPIL_DAY_NONE;
}

static void
add_random_row (SpilGantt *gantt, GRand *random, SpilDay base)
{
  static const char *const owners[] = { "Projectleider", "Mobiliteitsmakelaar", NULL,
                                        "Gemeente en provincie" };
  static const char *const cells[] = { "01-07-2018", "31-12-2018", "Een eigenaar met een lange naam", NULL };
  SpilGanttRow row = SPIL_GANTT_ROW_INIT;

  row.label = "Een activiteit met een vrij lange naam";
  row.cells = cells;
  row.owner = owners[g_rand_int_range (random, 0, 4)];
  row.indent = g_rand_int_range (random, 0, 4);
  row.start = random_day (random, base, 0.8);
  row.finish = spil_day_is_known (row.start) && g_rand_double (random) < 0.8
                   ? spil_day_add (row.start, g_rand_int_range (random, 0, 90))
                   : random_day (random, base, 0.3);
  row.deadline = random_day (random, base, 0.3);
  row.not_before = random_day (random, base, 0.2);
  row.float_end = spil_day_is_known (row.finish) && g_rand_boolean (random)
                      ? spil_day_add (row.finish, g_rand_int_range (random, 0, 40))
                      : SPIL_DAY_NONE;
  row.baseline_finish = random_day (random, base, 0.4);
  row.ghost_start = random_day (random, base, 0.1);
  row.ghost_finish = spil_day_add (row.ghost_start, 20);
  row.progress = g_rand_double_range (random, -0.5, 1);
  row.milestone = g_rand_int_range (random, 0, 6) == 0;
  row.summary = g_rand_int_range (random, 0, 8) == 0;
  row.heading = g_rand_int_range (random, 0, 12) == 0;
  row.late = g_rand_int_range (random, 0, 5) == 0;
  row.fixed = g_rand_int_range (random, 0, 5) == 0;
  row.light = g_rand_int_range (random, 0, 4);
  spil_gantt_add_row (gantt, &row);
}

static SpilChart *
random_plan (GRand *random, int rows)
{
  static const SpilGanttColumn columns[] = {
    { "Activiteit", 12, FALSE }, { "Begin", 6, TRUE }, { "Eind", 6, TRUE }, { "Eigenaar", 8, FALSE }
  };
  SpilGantt *gantt = spil_gantt_new ();
  SpilDay base = spil_day_from_ymd (2018, 6, 1);

  spil_gantt_set_columns (gantt, columns, G_N_ELEMENTS (columns));
  for (int i = 0; i < rows; i++)
    add_random_row (gantt, random, base);
  for (int i = 0; i < rows; i++)
    spil_gantt_add_link (gantt, g_rand_int_range (random, 0, rows), g_rand_int_range (random, 0, rows),
                         (SpilGanttLinkKind) g_rand_int_range (random, 0, 4));
  spil_gantt_set_today (gantt, spil_day_add (base, g_rand_int_range (random, 0, 200)));
  return spil_gantt_to_chart (gantt);
}

static gboolean
meet (const SpilGanttInk *a, const SpilGanttInk *b)
{
  double slack = 0.01;

  return a->x0 < b->x1 - slack && b->x0 < a->x1 - slack && a->y0 < b->y1 - slack && b->y0 < a->y1 - slack;
}

/* A line has no surface: it meets what it runs through. */
static gboolean
runs_through (const SpilGanttInk *line, const SpilGanttInk *text)
{
  return line->x0 < text->x1 && line->x1 > text->x0 && line->y0 < text->y1 && line->y1 > text->y0;
}

static gboolean
lies_in (const SpilGanttInk *inner, const SpilGanttInk *outer)
{
  return inner->x0 >= outer->x0 && inner->x1 <= outer->x1;
}

static void
assert_text_is_clear (const GArray *inks, guint at, const SpilGanttLayout *layout)
{
  const SpilGanttInk *text = &g_array_index (inks, SpilGanttInk, at);
  gboolean among_bars = text->x0 >= layout->label_width && text->y0 >= layout->header_height;

  for (guint i = 0; i < inks->len; i++) {
    const SpilGanttInk *other = &g_array_index (inks, SpilGanttInk, i);
    gboolean in_bar = other->kind == SPIL_GANTT_INK_BAR && lies_in (text, other);

    if (i == at || (other->kind == SPIL_GANTT_INK_TEXT && i < at))
      continue;
    if (other->kind == SPIL_GANTT_INK_TEXT && meet (text, other))
      g_error ("texts %u and %u meet at %g,%g", at, i, text->x0, text->y0);
    if (!among_bars || layout->stacked)
      continue;
    if (other->kind == SPIL_GANTT_INK_SIGN && meet (text, other))
      g_error ("text at %g,%g meets the sign at %g,%g", text->x0, text->y0, other->x0, other->y0);
    if (other->kind == SPIL_GANTT_INK_BAR && meet (text, other) && !in_bar)
      g_error ("text at %g,%g meets the bar at %g,%g", text->x0, text->y0, other->x0, other->y0);
  }
}

/* In bars words lie over the arrows behind them. */
static gboolean
is_in_a_bar (const GArray *inks, const SpilGanttInk *text)
{
  for (guint i = 0; i < inks->len; i++) {
    const SpilGanttInk *bar = &g_array_index (inks, SpilGanttInk, i);

    if (bar->kind == SPIL_GANTT_INK_BAR && meet (text, bar) && lies_in (text, bar))
      return TRUE;
  }
  return FALSE;
}

static void
assert_no_arrow_through (const GArray *inks, const SpilGanttLayout *layout)
{
  for (guint i = 0; i < inks->len; i++) {
    const SpilGanttInk *text = &g_array_index (inks, SpilGanttInk, i);

    if (text->kind != SPIL_GANTT_INK_TEXT || text->x0 < layout->label_width ||
        text->y0 < layout->header_height || layout->stacked || is_in_a_bar (inks, text))
      continue;
    for (guint j = 0; j < inks->len; j++) {
      const SpilGanttInk *line = &g_array_index (inks, SpilGanttInk, j);

      if (line->kind == SPIL_GANTT_INK_LINK && runs_through (line, text))
        g_error ("the arrow at %g,%g - %g,%g runs through the text at %g,%g", line->x0, line->y0, line->x1,
                 line->y1, text->x0, text->y0);
    }
  }
}

/* Bars can be grasped where they are seen. */
static void
assert_boxes_in_view (const GanttPaper *paper, const SpilGanttLayout *layout)
{
  for (int i = 0; i < spil_chart_hits_get_count (paper->hits); i++) {
    const SpilChartBox *box = spil_chart_hits_get (paper->hits, i);

    if (box->part != SPIL_CHART_PART_ROW && box->part != SPIL_CHART_PART_HEADING)
      g_assert_cmpfloat (box->x, >=, layout->label_width);
    g_assert_cmpfloat (box->x + box->width, <=, layout->width + 0.01);
  }
}

/* Whatever the plan and the view: no two texts meet, none lies over a side of a bar, no arrow runs through one. */
static void
test_words_lie_over_nothing (void)
{
  static const double labels[] = { -1, 0, 150, 460 };
  static const double widths[] = { 360, 800, 1280 };
  static const double heights[] = { 0, 18, 26, 40 };
  g_autoptr (GRand) random = g_rand_new_with_seed (20181015);
  int n_texts = 0;
  GanttPaper paper;

  gantt_paper_init (&paper);
  for (int run = 0; run < 200; run++) {
    int rows = g_rand_int_range (random, 1, 30);
    g_autoptr (SpilChart) chart = random_plan (random, rows);
    SpilGanttView view = { .fit = run % 7 == 0,
                           .first_day = spil_day_from_ymd (2018, 6, 1 + run % 28),
                           .offset_x = g_rand_double_range (random, -50, 50),
                           .offset_y = g_rand_double_range (random, -20, 200),
                           .day_width = 14 * 0.02 * pow (150, g_rand_double (random)),
                           .row_height = heights[g_rand_int_range (random, 0, 4)],
                           .label_width = labels[g_rand_int_range (random, 0, 4)] };
    double width = widths[g_rand_int_range (random, 0, 3)];
    SpilGanttLayout layout;
    const GArray *inks;

    spil_chart_style_init (&paper.style, (SpilLook) (run % SPIL_LOOK_COUNT), 14);
    spil_gantt_set_view (spil_gantt_from_chart (chart), &view);
    layout = spil_gantt_lay_out (chart, width, 700, &paper.style);
    inks = gantt_paper_draw (&paper, chart, width, 700);
    for (guint i = 0; i < inks->len; i++)
      if (g_array_index (inks, SpilGanttInk, i).kind == SPIL_GANTT_INK_TEXT) {
        assert_text_is_clear (inks, i, &layout);
        n_texts++;
      }
    assert_no_arrow_through (inks, &layout);
    assert_boxes_in_view (&paper, &layout);
  }
  /* There was something to look at. */
  g_assert_cmpint (n_texts, >, 5000);
  gantt_paper_clear (&paper);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/gantt-words/lie-over-nothing", test_words_lie_over_nothing);
  return g_test_run ();
}
