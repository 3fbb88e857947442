// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What the Gantt chart draws where: the header at any zoom, the table, its states, and no more than is seen. */
#include "gantt-paper.h"
#include "sample-charts.h"

/* The header */

static void
test_tiers_follow_the_zoom (void)
{
  static const struct
  {
    double day; /* ems */
    int n;
    SpilPeriodKind upper, lower;
  } cases[] = {
    { 0.02, 2, SPIL_PERIOD_YEAR, SPIL_PERIOD_QUARTER },  { 0.05, 2, SPIL_PERIOD_YEAR, SPIL_PERIOD_QUARTER },
    { 0.12, 2, SPIL_PERIOD_QUARTER, SPIL_PERIOD_MONTH }, { 0.18, 2, SPIL_PERIOD_QUARTER, SPIL_PERIOD_MONTH },
    { 0.3, 2, SPIL_PERIOD_MONTH, SPIL_PERIOD_WEEK },     { 0.6, 2, SPIL_PERIOD_MONTH, SPIL_PERIOD_WEEK },
    { 1.5, 3, SPIL_PERIOD_MONTH, SPIL_PERIOD_DAY },      { 3, 3, SPIL_PERIOD_MONTH, SPIL_PERIOD_DAY },
    { 0.001, 1, SPIL_PERIOD_YEAR, SPIL_PERIOD_YEAR },
  };
  g_autoptr (SpilChart) chart = sample_planning ();
  GanttPaper paper;

  gantt_paper_init (&paper);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilChartPainter painter = spil_chart_get_painter (chart, 900, 500, &paper.style);
    SpilGanttTiers tiers = spil_gantt_tiers (&painter, cases[i].day * 14);

    g_assert_cmpint (tiers.n, ==, cases[i].n);
    g_assert_cmpint (tiers.kinds[0], ==, cases[i].upper);
    g_assert_cmpint (tiers.kinds[tiers.n - 1], ==, cases[i].lower);
  }
  gantt_paper_clear (&paper);
}

/* Counts the texts of a tier, which lie in the time area. */
static int
count_tier (const GArray *inks, const SpilGanttLayout *layout, double top, double bottom)
{
  int count = 0;

  for (guint i = 0; i < inks->len; i++) {
    const SpilGanttInk *ink = &g_array_index (inks, SpilGanttInk, i);
    double middle = (ink->y0 + ink->y1) / 2;

    if (ink->kind != SPIL_GANTT_INK_TEXT || ink->x1 < layout->label_width || middle < top || middle > bottom)
      continue;
    g_assert_false (ink->cut);
    count++;
  }
  return count;
}

/* However far zoomed and panned, the upper tier says where one is, no name is cut, and rows begin at the same height. */
static void
test_header_at_any_zoom (void)
{
  g_autoptr (SpilChart) chart = sample_planning ();
  double header = 0;
  GanttPaper paper;

  gantt_paper_init (&paper);
  for (double zoom = 0.02; zoom < 3; zoom *= 1.13)
    for (int pan = 0; pan < 40; pan++) {
      SpilGanttView view = { .first_day = spil_day_from_ymd (2018, 6, 1),
                             .offset_x = pan * 23,
                             .day_width = zoom * 14,
                             .label_width = 200 };
      SpilGanttLayout layout;
      const GArray *inks;
      double tier;

      spil_gantt_set_view (spil_gantt_from_chart (chart), &view);
      layout = spil_gantt_lay_out (chart, 900, 300, &paper.style);
      inks = gantt_paper_draw (&paper, chart, 900, 300);
      tier = layout.header_height / 3;
      g_assert_cmpint (count_tier (inks, &layout, 0, tier), >=, 1);
      g_assert_cmpint (count_tier (inks, &layout, tier, 2 * tier), >=, 3);
      if (header > 0)
        g_assert_cmpfloat (layout.header_height, ==, header);
      header = layout.header_height;
    }
  gantt_paper_clear (&paper);
}

/* The table */

static void
test_columns (void)
{
  static const struct
  {
    double label_width;
    int n;
  } cases[] = { { 0, 0 },         { 80, 1 },      { 14 * 14, 1 }, { 14 * 20, 2 },
                { 14 * 25.9, 2 }, { 14 * 26, 3 }, { 14 * 60, 6 } };
  g_autoptr (SpilChart) chart = sample_planning ();
  GanttPaper paper;

  gantt_paper_init (&paper);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilGanttView view = { .first_day = gantt_paper_day ("2018-06-01"),
                           .day_width = 2,
                           .label_width = cases[i].label_width };
    SpilGanttLayout layout;

    spil_gantt_set_view (spil_gantt_from_chart (chart), &view);
    layout = spil_gantt_lay_out (chart, 1280, 600, &paper.style);
    g_assert_cmpint (layout.n_columns, ==, cases[i].n);
    g_assert_cmpint (spil_gantt_x_to_column (&layout, layout.label_width + 1), ==, -1);
    for (int column = 0; column < layout.n_columns; column++) {
      double x, y, width, height;

      spil_gantt_cell_place (&layout, 3, column, &x, &y, &width, &height);
      g_assert_cmpint (spil_gantt_x_to_column (&layout, x + 1), ==, column);
      g_assert_cmpint (spil_gantt_x_to_column (&layout, x + width - 1), ==, column);
      g_assert_cmpfloat (y, ==, spil_gantt_row_to_y (&layout, 3));
      g_assert_cmpfloat (height, ==, layout.row_height);
    }
    if (layout.n_columns > 0)
      g_assert_cmpfloat (layout.column_x[layout.n_columns], ==, layout.label_width);
  }
  gantt_paper_clear (&paper);
}

/* Summaries and headings have a triangle, left of their name; not on paper, where nothing opens. */
static void
test_expanders (void)
{
  g_autoptr (SpilChart) chart = sample_planning ();
  SpilGantt *gantt = spil_gantt_from_chart (chart);
  SpilGanttView view = { .first_day = gantt_paper_day ("2018-06-01"), .day_width = 2, .label_width = 300 };
  SpilGanttLayout layout;
  GanttPaper paper;

  gantt_paper_init (&paper);
  spil_gantt_set_view (gantt, &view);
  layout = spil_gantt_lay_out (chart, 1280, 600, &paper.style);
  for (int row = 0; row < spil_gantt_get_row_count (gantt); row++) {
    const SpilGanttRow *of = spil_gantt_get_row (gantt, row);
    double left;

    spil_gantt_cell_place (&layout, row, 0, &left, NULL, NULL, NULL);
    g_assert_cmpint (spil_gantt_is_expander (&layout, row, left - 8), ==, of->summary || of->heading);
    g_assert_false (spil_gantt_is_expander (&layout, row, left + 1));
    g_assert_false (spil_gantt_is_expander (&layout, row, -1));
  }
  g_assert_false (spil_gantt_is_expander (&layout, 999, 8));
  view.fit = TRUE;
  spil_gantt_set_view (gantt, &view);
  layout = spil_gantt_lay_out (chart, 1280, 600, &paper.style);
  g_assert_false (spil_gantt_is_expander (&layout, 0, 8));
  gantt_paper_clear (&paper);
}

/* Cells are as many as there are columns, and end at the first NULL. */
static void
test_cells (void)
{
  static const SpilGanttColumn columns[] = { { "Naam", 5, FALSE },
                                             { "Owner", 5, FALSE },
                                             { "Twee", 5, TRUE } };
  static const char *const many[] = { "a", "b", "c", "d", NULL };
  static const char *const few[] = { "a", NULL };
  SpilGantt *gantt = spil_gantt_new ();
  g_autoptr (SpilChart) chart = spil_gantt_to_chart (gantt);
  g_autoptr (SpilChartTable) table = NULL;
  SpilGanttRow row = SPIL_GANTT_ROW_INIT;
  int last;

  spil_gantt_set_columns (gantt, columns, 3);
  row.cells = many;
  spil_gantt_add_row (gantt, &row);
  row.cells = few;
  spil_gantt_add_row (gantt, &row);
  g_assert_cmpint (g_strv_length ((char **) spil_gantt_get_row (gantt, 0)->cells), ==, 2);
  g_assert_cmpint (g_strv_length ((char **) spil_gantt_get_row (gantt, 1)->cells), ==, 1);
  /* All that is drawn stands in the table of the chart too. */
  table = spil_chart_dup_table (chart);
  last = spil_chart_table_get_n_columns (table) - 1;
  /* Once: the owner has a column of its own anyhow. */
  g_assert_cmpint (last, ==, 13);
  g_assert_cmpstr (spil_chart_table_get_title (table, last), ==, "Twee");
  g_assert_true (spil_chart_table_is_numeric (table, last));
  g_assert_cmpstr (spil_chart_table_get_text (table, 0, last), ==, "b");
  g_assert_cmpstr (spil_chart_table_get_text (table, 1, last), ==, "");
}

/* Only what is seen */

static int
count_texts (const GArray *inks)
{
  int count = 0;

  for (guint i = 0; i < inks->len; i++)
    count += g_array_index (inks, SpilGanttInk, i).kind == SPIL_GANTT_INK_TEXT;
  return count;
}

/* As many texts with a hundred rows as with ten thousand; none in rows that are too low for words. */
static void
test_level_of_detail (void)
{
  static const double row_heights[] = { 30, 20, 10, 4, 2 };
  static const int sizes[] = { 1000, 10000 };
  GanttPaper paper;

  gantt_paper_init (&paper);
  for (guint i = 0; i < G_N_ELEMENTS (row_heights); i++) {
    int texts[2];

    for (int size = 0; size < 2; size++) {
      g_autoptr (SpilChart) chart = sample_large_gantt (sizes[size]);
      SpilGanttView view = { .first_day = gantt_paper_day ("2018-01-01"),
                             .offset_y = 100,
                             .day_width = 0.5,
                             .row_height = row_heights[i],
                             .label_width = 200 };

      spil_gantt_set_view (spil_gantt_from_chart (chart), &view);
      texts[size] = count_texts (gantt_paper_draw (&paper, chart, 1200, 900));
      g_assert_cmpint ((int) spil_chart_get_text_misses (chart), <=, texts[size] + 120);
    }
    g_assert_cmpint (texts[0], ==, texts[1]);
    if (row_heights[i] <= 10)
      g_assert_cmpint (texts[0], <, 40);
    else
      g_assert_cmpint (texts[0], >=, (int) (800 / row_heights[i]));
  }
  gantt_paper_clear (&paper);
}

typedef struct
{
  SpilDay first, last;
  int count;
} Asked;

static gboolean
note_day (SpilDay at, gpointer data)
{
  Asked *asked = data;

  if (asked->count++ == 0)
    asked->first = at;
  asked->last = at;
  return spil_day_weekday (at) == 3;
}

static void
count_destroyed (gpointer data)
{
  ((Asked *) data)->count = -1;
}

/* Days are asked for when they are wide enough to be seen, and only those in view. */
static void
test_free_days (void)
{
  SpilChart *chart = sample_planning ();
  SpilGantt *gantt = spil_gantt_from_chart (chart);
  SpilGanttView view = { .first_day = gantt_paper_day ("2018-10-01"), .day_width = 10, .label_width = 200 };
  Asked asked = { 0 };
  GanttPaper paper;

  gantt_paper_init (&paper);
  spil_gantt_set_free_days (gantt, note_day, &asked, count_destroyed);
  spil_gantt_set_view (gantt, &view);
  spil_chart_draw (chart, paper.cr, 1000, 400, &paper.style, NULL);
  g_assert_cmpint (asked.count, ==, 80);
  g_assert_cmpint (spil_day_compare (asked.first, gantt_paper_day ("2018-10-01")), ==, 0);
  asked.count = 0;
  view.day_width = 1;
  spil_gantt_set_view (gantt, &view);
  spil_chart_draw (chart, paper.cr, 1000, 400, &paper.style, NULL);
  g_assert_cmpint (asked.count, ==, 0);
  spil_chart_unref (chart);
  g_assert_cmpint (asked.count, ==, -1);
  gantt_paper_clear (&paper);
}

/* States */

/* One row is changed in place: its words follow, and the first and last day of all. */
static void
test_changes_in_place (void)
{
  g_autoptr (SpilChart) chart = sample_planning ();
  SpilGantt *gantt = spil_gantt_from_chart (chart);
  SpilDay first, last;

  spil_gantt_get_extent (gantt, &first, &last);
  g_assert_cmpint (spil_day_compare (last, gantt_paper_day ("2019-04-12")), ==, 0);
  g_assert_nonnull (strstr (spil_gantt_get_description (gantt, 6), "from 03-09-2018"));
  spil_gantt_set_dates (gantt, 6, gantt_paper_day ("2018-09-10"), gantt_paper_day ("2019-06-30"));
  g_assert_nonnull (strstr (spil_gantt_get_description (gantt, 6), "from 10-09-2018 until 30-06-2019"));
  spil_gantt_get_extent (gantt, &first, &last);
  g_assert_cmpint (spil_day_compare (last, gantt_paper_day ("2019-06-30")), ==, 0);
  spil_gantt_set_dates (gantt, 6, gantt_paper_day ("2018-09-10"), gantt_paper_day ("2018-09-30"));
  spil_gantt_get_extent (gantt, &first, &last);
  g_assert_cmpint (spil_day_compare (last, gantt_paper_day ("2019-04-12")), ==, 0);
  spil_gantt_set_ghost (gantt, 6, gantt_paper_day ("2018-10-01"), SPIL_DAY_NONE);
  g_assert_cmpint (
      spil_day_compare (spil_gantt_get_row (gantt, 6)->ghost_start, gantt_paper_day ("2018-10-01")), ==, 0);
  spil_gantt_set_selected (gantt, 6, TRUE);
  g_assert_true (spil_gantt_get_row (gantt, 6)->selected);
}

static void
test_descriptions (void)
{
  g_autoptr (SpilChart) chart = sample_planning ();
  static const struct
  {
    int row;
    const char *says;
  } cases[] = {
    { 0, "heading" },
    { 1, "28 days later than in the recorded planning" },
    { 1, "on the critical path" },
    { 1, "light amber" },
    { 2, "done" },
    { 2, "Projectleider" },
    { 2, "behind schedule" },
    { 3, "past its deadline of 07-12-2018" },
    { 3, "light red (twee werkgevers haken af)" },
    { 4, "milestone on 21-12-2018" },
    { 5, "deadline 12-04-2019" },
    { 6, "may end as late as 21-12-2018" },
    { 7, "fixed" },
    { 8, "what is under it is hidden" },
    { 11, "from 29-10-2018, end not stated" },
    { 14, "yet to be planned" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (strstr (spil_gantt_get_description (spil_gantt_from_chart (chart), cases[i].row), cases[i].says) ==
        NULL)
      g_error ("row %d says “%s” and not “%s”", cases[i].row,
               spil_gantt_get_description (spil_gantt_from_chart (chart), cases[i].row), cases[i].says);
}

/* Every row in view can be pointed at and is read out, once as a bar or what stands for it, or as a heading. */
static void
test_every_row_is_a_part (void)
{
  g_autoptr (SpilChart) chart = sample_planning ();
  SpilGantt *gantt = spil_gantt_from_chart (chart);
  g_autofree char *summary = spil_chart_dup_summary (chart);
  GanttPaper paper;

  gantt_paper_init (&paper);
  spil_chart_draw (chart, paper.cr, 1200, 900, &paper.style, paper.hits);
  for (int row = 0; row < spil_gantt_get_row_count (gantt); row++) {
    int n_parts = 0;

    for (int i = 0; i < spil_chart_hits_get_count (paper.hits); i++) {
      const SpilChartBox *box = spil_chart_hits_get (paper.hits, i);

      if (box->index != row || box->part == SPIL_CHART_PART_LINK)
        continue;
      g_assert_cmpstr (box->name, ==, spil_gantt_get_row (gantt, row)->label);
      g_assert_cmpstr (box->description, ==, spil_gantt_get_description (gantt, row));
      n_parts += box->part != SPIL_CHART_PART_ROW;
    }
    g_assert_cmpint (n_parts, ==, 1);
    if (spil_gantt_get_row (gantt, row)->heading)
      g_assert_nonnull (spil_chart_hits_find (paper.hits, SPIL_CHART_PART_HEADING, row));
    else
      g_assert_nonnull (spil_chart_hits_find (paper.hits, SPIL_CHART_PART_ROW, row));
  }
  /* Headings are no activities. */
  g_assert_nonnull (strstr (summary, "14 activities"));
  g_assert_nonnull (strstr (summary, "1 yet to be planned"));
  gantt_paper_clear (&paper);
}

/* Arrows can be pointed at, under the bars that they join. */
static void
test_arrows_are_parts (void)
{
  g_autoptr (SpilChart) chart = sample_planning ();
  int n_links = 0;
  gboolean bars = FALSE;
  GanttPaper paper;

  gantt_paper_init (&paper);
  spil_chart_draw (chart, paper.cr, 1200, 900, &paper.style, paper.hits);
  for (int i = 0; i < spil_chart_hits_get_count (paper.hits); i++) {
    const SpilChartBox *box = spil_chart_hits_get (paper.hits, i);

    bars = bars || box->part == SPIL_CHART_PART_BAR;
    if (box->part != SPIL_CHART_PART_LINK)
      continue;
    g_assert_false (bars);
    g_assert_cmpint (box->index, >=, 0);
    g_assert_cmpint (box->index, <, 7);
    n_links++;
  }
  g_assert_cmpint (n_links, >=, 14);
  gantt_paper_clear (&paper);
}

/* An arrow that the dates do not meet looks different, and is said to be so: at itself, at its row and in the table. */
static void
test_broken_arrow (void)
{
  g_autoptr (SpilChart) chart = sample_planning ();
  SpilGantt *gantt = spil_gantt_from_chart (chart);
  SpilChartTable *table;
  int n_broken = 0;
  GanttPaper paper, other;

  gantt_paper_init (&paper);
  gantt_paper_init (&other);
  spil_chart_draw (chart, other.cr, 1200, 900, &other.style, other.hits);
  g_assert_null (strstr (spil_gantt_get_description (gantt, 4), "earlier than what it depends on"));
  spil_gantt_set_broken (gantt, 1);
  spil_chart_draw (chart, paper.cr, 1200, 900, &paper.style, paper.hits);
  for (int i = 0; i < spil_chart_hits_get_count (paper.hits); i++) {
    const SpilChartBox *box = spil_chart_hits_get (paper.hits, i);
    gboolean said = box->description != NULL && strstr (box->description, "not met") != NULL;

    g_assert_cmpint (said, ==, box->part == SPIL_CHART_PART_LINK && box->index == 1);
    n_broken += said;
  }
  g_assert_cmpint (n_broken, >, 0);
  g_assert_nonnull (strstr (spil_gantt_get_description (gantt, 4), "earlier than what it depends on"));
  g_assert_null (strstr (spil_gantt_get_description (gantt, 3), "earlier than what it depends on"));
  table = spil_chart_dup_table (chart);
  g_assert_nonnull (strstr (spil_chart_table_get_text (table, 4, 8), "(not met)"));
  spil_chart_table_free (table);
  gantt_paper_clear (&paper);
  gantt_paper_clear (&other);
}

/* Whatever somebody does with a pointer, also far outside, is drawn without harm; new dates are said. */
static void
test_drafts (void)
{
  static const SpilGanttDraft drafts[] = {
    { .kind = SPIL_GANTT_DRAFT_BAR, .row = 14, .start = { 17800 }, .finish = { 17830 } },
    { .kind = SPIL_GANTT_DRAFT_BAR, .row = 99, .start = { -2000000000 }, .finish = { 2000000000 } },
    { .kind = SPIL_GANTT_DRAFT_LINK, .row = 2, .to_row = -1, .x = 500, .y = 300, .from_finish = TRUE },
    { .kind = SPIL_GANTT_DRAFT_LINK, .row = 2, .to_row = 6, .x = 500, .y = 300, .refused = TRUE },
    { .kind = SPIL_GANTT_DRAFT_LINK, .row = 14, .to_row = 14, .x = 1e9, .y = -1e9 },
    { .kind = SPIL_GANTT_DRAFT_LINK, .row = 999, .to_row = 999 },
    { .kind = SPIL_GANTT_DRAFT_DROP, .row = 5, .x = 40 },
    { .kind = SPIL_GANTT_DRAFT_DROP, .row = 16, .x = -40, .refused = TRUE },
  };
  g_autoptr (SpilChart) chart = sample_planning ();
  SpilGantt *gantt = spil_gantt_from_chart (chart);
  GanttPaper paper;
  int texts;

  gantt_paper_init (&paper);
  texts = count_texts (gantt_paper_draw (&paper, chart, 1000, 700));
  for (guint i = 0; i < G_N_ELEMENTS (drafts); i++) {
    spil_gantt_set_draft (gantt, &drafts[i]);
    g_assert_cmpint (count_texts (gantt_paper_draw (&paper, chart, 1000, 700)), ==, texts + (i == 0));
  }
  spil_gantt_set_draft (gantt, NULL);
  g_assert_cmpint (count_texts (gantt_paper_draw (&paper, chart, 1000, 700)), ==, texts);
  gantt_paper_clear (&paper);
}

/* Words reach 4.5:1 and parts 3:1 on all that they stand upon, in every look. */
static void
test_contrast (void)
{
  for (int look = 0; look < SPIL_LOOK_COUNT; look++) {
    SpilPalette palette = spil_palette ((SpilLook) look);
    SpilGanttFrame frame = { .palette = &palette };
    SpilGanttRow rows[3] = { { .selected = TRUE }, { .heading = TRUE }, { .summary = TRUE } };

    for (int i = 0; i < 3; i++) {
      SpilColor ground = spil_gantt_row_ground (&frame, &rows[i]);

      g_assert_cmpfloat (spil_color_contrast (palette.foreground, ground), >=, 4.5);
      g_assert_cmpfloat (spil_color_contrast (palette.muted, ground), >=, 4.5);
      g_assert_cmpfloat (spil_color_contrast (palette.warning, ground), >=, 3);
      g_assert_cmpfloat (spil_color_contrast (palette.good, ground), >=, 3);
      g_assert_cmpfloat (spil_color_contrast (palette.accent, ground), >=, 3);
      g_assert_cmpfloat (spil_color_contrast (spil_palette_series (&palette, 4), ground), >=, 3);
    }
    g_assert_cmpfloat (
        spil_color_contrast (spil_gantt_rest (&palette, palette.foreground), palette.background), >=, 3);
    g_assert_cmpfloat (spil_color_contrast (spil_gantt_rest (&palette, palette.warning), palette.background),
                       >=, 3);
    for (int i = 0; i < SPIL_PALETTE_SERIES; i++)
      g_assert_cmpfloat (
          spil_color_contrast (palette.foreground, spil_gantt_tint (&palette, palette.series[i])), >=, 4.5);
  }
}

/* The critical path is told by what lies on it, not once more by all that it is part of. */
static void
test_critical_colors (void)
{
  static const struct
  {
    gboolean summary, milestone, red;
  } cases[] = { { TRUE, FALSE, FALSE }, { FALSE, FALSE, TRUE }, { FALSE, TRUE, TRUE } };
  SpilPalette palette = spil_palette (SPIL_LOOK_LIGHT);
  GanttPaper paper;

  gantt_paper_init (&paper);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilGantt *gantt = spil_gantt_new ();
    g_autoptr (SpilChart) chart = spil_gantt_to_chart (gantt);
    SpilChartPainter painter = { .style = &paper.style };
    SpilGanttFrame frame = { .gantt = gantt, .palette = &palette, .painter = &painter };
    SpilGanttRow row = SPIL_GANTT_ROW_INIT;
    SpilGanttBar bar;

    row.label = "Rij";
    row.start = spil_day_from_ymd (2018, 7, 2);
    row.finish = spil_day_from_ymd (2018, 7, cases[i].milestone ? 2 : 20);
    row.summary = cases[i].summary;
    row.milestone = cases[i].milestone;
    row.critical = TRUE;
    spil_gantt_add_row (gantt, &row);
    frame.layout = spil_gantt_lay_out (chart, 900, 300, &paper.style);
    spil_gantt_bar_init (&bar, &frame, 0);
    g_assert_cmpint (memcmp (&bar.edge, &palette.warning, sizeof (SpilColor)) == 0, ==, cases[i].red);
  }
  gantt_paper_clear (&paper);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/gantt-drawing/tiers", test_tiers_follow_the_zoom);
  g_test_add_func ("/charts/gantt-drawing/header-at-any-zoom", test_header_at_any_zoom);
  g_test_add_func ("/charts/gantt-drawing/columns", test_columns);
  g_test_add_func ("/charts/gantt-drawing/expanders", test_expanders);
  g_test_add_func ("/charts/gantt-drawing/cells", test_cells);
  g_test_add_func ("/charts/gantt-drawing/level-of-detail", test_level_of_detail);
  g_test_add_func ("/charts/gantt-drawing/free-days", test_free_days);
  g_test_add_func ("/charts/gantt-drawing/changes-in-place", test_changes_in_place);
  g_test_add_func ("/charts/gantt-drawing/descriptions", test_descriptions);
  g_test_add_func ("/charts/gantt-drawing/every-row-is-a-part", test_every_row_is_a_part);
  g_test_add_func ("/charts/gantt-drawing/arrows-are-parts", test_arrows_are_parts);
  g_test_add_func ("/charts/gantt-drawing/broken-arrow", test_broken_arrow);
  g_test_add_func ("/charts/gantt-drawing/drafts", test_drafts);
  g_test_add_func ("/charts/gantt-drawing/contrast", test_contrast);
  g_test_add_func ("/charts/gantt-drawing/critical-colors", test_critical_colors);
  return g_test_run ();
}
