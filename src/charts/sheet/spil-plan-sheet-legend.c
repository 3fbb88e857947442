// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* The legend: only what occurs, each sign drawn by the painter of the chart, so that it is what it explains. */
#include <glib/gi18n-lib.h>

#include "spil-gantt-private.h"
#include "spil-plan-sheet-private.h"

/* Lengths in em. */
#define KEY_WIDTH 2.6
#define KEY_OPEN 5.03 /* an open end takes this, and less than a month */
#define KEY_HEIGHT 1.7
#define KEY_GAP 0.45
#define KEY_AFTER 1.3
#define KEY_DAYS 16.0

/* All of a sign lies in one month: no line of the calendar runs through it. */
static SpilDay
key_day (int day)
{
  return spil_day_from_ymd (2018, 5, 1 + day);
}

static void
add_key (SpilPlanSheet *self, const char *label, SpilChart *chart, double width)
{
  SpilPlanSheetKey key = { .label = g_strdup (label), .chart = chart, .width = width };

  g_array_append_val (self->keys, key);
}

static void
add_row_key (SpilPlanSheet *self, const char *label, const SpilGanttRow *row, double width)
{
  SpilGantt *gantt = spil_gantt_new ();

  spil_gantt_add_row (gantt, row);
  add_key (self, label, spil_gantt_to_chart (gantt), width);
}

static void
add_hand_key (SpilPlanSheet *self, const char *label, SpilPlanSheetSign sign)
{
  static const double widths[] = {
    [SPIL_PLAN_SHEET_TODAY] = 0.8, [SPIL_PLAN_SHEET_ARROW] = 1.8, [SPIL_PLAN_SHEET_LIGHTS] = 3.2
  };

  add_key (self, label, NULL, widths[sign]);
  g_array_index (self->keys, SpilPlanSheetKey, self->keys->len - 1).sign = sign;
}

void
spil_plan_sheet_key_clear (gpointer data)
{
  SpilPlanSheetKey *key = data;

  g_clear_pointer (&key->chart, spil_chart_unref);
  g_clear_pointer (&key->label, g_free);
}

/* What occurs in the planning. */
typedef struct
{
  gboolean bar, done, summary, moment, critical, open, baseline, deadline, late, slack, held, lights;
} Seen;

static Seen
look (const SpilGantt *gantt)
{
  Seen seen = { 0 };

  for (int i = 0; i < spil_gantt_get_row_count (gantt); i++) {
    const SpilGanttRow *row = spil_gantt_row (gantt, i);
    SpilGanttShape shape = spil_gantt_row_shape (row);
    gboolean plain = shape == SPIL_GANTT_BOTH && !row->summary;

    seen.bar |= plain;
    seen.done |= plain && row->progress > 0;
    seen.summary |= shape == SPIL_GANTT_BOTH && row->summary;
    seen.moment |= shape == SPIL_GANTT_MOMENT;
    seen.critical |= row->critical && shape != SPIL_GANTT_NO_DATES;
    seen.late |= plain && row->late;
    seen.slack |= plain && spil_day_is_known (row->float_end);
    seen.open |= shape == SPIL_GANTT_ONLY_START || shape == SPIL_GANTT_ONLY_FINISH;
    seen.baseline |= spil_day_is_known (row->baseline_start) || spil_day_is_known (row->baseline_finish);
    seen.deadline |= spil_day_is_known (row->deadline);
    seen.held |= plain && spil_day_is_known (row->not_before);
    seen.lights |= row->light != SPIL_GANTT_LIGHT_NONE;
  }
  return seen;
}

static SpilGanttRow
key_row (int first, int last)
{
  SpilGanttRow row = SPIL_GANTT_ROW_INIT;

  row.label = "";
  row.start = key_day (first);
  row.finish = key_day (last);
  return row;
}

static void
add_bars (SpilPlanSheet *self, const Seen *seen)
{
  SpilGanttRow row = key_row (0, 15);

  if (seen->bar) {
    row.progress = seen->done ? 0.5 : -1;
    add_row_key (self, seen->done ? C_ ("legend", "activity, dark: done") : C_ ("legend", "activity"), &row,
                 KEY_WIDTH);
    row.progress = -1;
  }
  row.critical = TRUE;
  if (seen->critical)
    add_row_key (self, C_ ("legend", "on the critical path"), &row, KEY_WIDTH);
  row.critical = FALSE;
  row.late = TRUE;
  row.finish = key_day (13);
  if (seen->late)
    add_row_key (self, C_ ("legend", "late"), &row, KEY_WIDTH);
  row.late = FALSE;
  row.finish = key_day (7);
  row.float_end = key_day (15);
  if (seen->slack)
    add_row_key (self, C_ ("legend", "may end later"), &row, KEY_WIDTH);
  row = key_row (0, 15);
  row.summary = TRUE;
  if (seen->summary)
    add_row_key (self, C_ ("legend", "main activity"), &row, KEY_WIDTH);
}

static void
add_others (SpilPlanSheet *self, const Seen *seen)
{
  SpilGanttRow row = key_row (3, 3);

  row.milestone = TRUE;
  if (seen->moment)
    add_row_key (self, C_ ("legend", "milestone"), &row, 1.4);
  row = key_row (0, 15);
  row.finish = SPIL_DAY_NONE;
  if (seen->open)
    add_row_key (self, C_ ("legend", "end or start not stated"), &row, KEY_OPEN);
  row = key_row (0, 15);
  row.baseline_start = key_day (0);
  row.baseline_finish = key_day (12);
  if (seen->baseline)
    add_row_key (self, C_ ("legend", "under it: the baseline"), &row, KEY_WIDTH);
  row = key_row (0, 8);
  row.deadline = key_day (11);
  if (seen->deadline)
    add_row_key (self, C_ ("legend", "deadline"), &row, KEY_WIDTH);
  row = key_row (2, 15);
  row.not_before = key_day (2);
  if (seen->held)
    add_row_key (self, C_ ("legend", "not earlier"), &row, KEY_WIDTH);
}

void
spil_plan_sheet_find_keys (SpilPlanSheet *self, const SpilGantt *gantt)
{
  Seen seen = look (gantt);

  add_bars (self, &seen);
  add_others (self, &seen);
  if (seen.lights)
    add_hand_key (self, C_ ("legend", "goes well, needs care, goes wrong"), SPIL_PLAN_SHEET_LIGHTS);
  if (gantt->links->len > 0)
    add_hand_key (self, C_ ("legend", "follows on"), SPIL_PLAN_SHEET_ARROW);
  if (spil_day_is_known (gantt->today) && spil_day_compare (gantt->today, self->needs.first) >= 0 &&
      spil_day_compare (gantt->today, self->needs.last) <= 0)
    add_hand_key (self, C_ ("legend", "today"), SPIL_PLAN_SHEET_TODAY);
}

/* The row of the key's own chart, without what stands around it. */
static void
draw_chart_key (SpilPlanSheet *self, const SpilPlanSheetKey *key, const SpilChartPainter *painter, double x,
                double middle)
{
  cairo_t *cr = painter->cr;
  double em = self->style.font_size;
  double width = key->width * em;
  double height = KEY_HEIGHT * em;
  /* The lines between the rows are not part of the sign. */
  double edge = MAX (0.6, 1.5 * spil_chart_painter_hair (painter));
  SpilGanttView view = { .first_day = key_day (0),
                         .day_width = KEY_WIDTH * em / KEY_DAYS,
                         .row_height = height,
                         .zoom = SPIL_GANTT_ZOOM_MONTH };
  SpilGanttLayout layout;

  spil_gantt_set_view (spil_gantt_from_chart (key->chart), &view);
  layout = spil_gantt_lay_out (key->chart, width, 100, &self->style);
  cairo_save (cr);
  cairo_rectangle (cr, x - 1, middle - height * 0.46 + edge, width + 2, height - 2 * edge);
  cairo_clip (cr);
  cairo_translate (cr, x, middle - height * 0.46 - layout.header_height);
  spil_chart_draw (key->chart, cr, width, layout.header_height + height * 2, &self->style, NULL);
  cairo_restore (cr);
}

static void
draw_arrow (const SpilChartPainter *painter, double x, double middle)
{
  double em = spil_chart_painter_em (painter);
  cairo_t *cr = painter->cr;

  cairo_set_line_width (cr, em * 0.09);
  spil_chart_painter_color (painter, spil_chart_painter_palette (painter)->muted);
  cairo_move_to (cr, x, middle - em * 0.4);
  cairo_line_to (cr, x + em * 0.6, middle - em * 0.4);
  cairo_line_to (cr, x + em * 0.6, middle + em * 0.35);
  cairo_line_to (cr, x + em * 1.4, middle + em * 0.35);
  cairo_stroke (cr);
  cairo_move_to (cr, x + em * 1.7, middle + em * 0.35);
  cairo_line_to (cr, x + em * 1.3, middle + em * 0.15);
  cairo_line_to (cr, x + em * 1.3, middle + em * 0.55);
  cairo_fill (cr);
}

static void
draw_hand_key (const SpilPlanSheetKey *key, const SpilChartPainter *painter, double x, double middle)
{
  double em = spil_chart_painter_em (painter);

  switch (key->sign) {
  case SPIL_PLAN_SHEET_ARROW:
    draw_arrow (painter, x, middle);
    break;
  case SPIL_PLAN_SHEET_LIGHTS:
    for (int light = SPIL_GANTT_LIGHT_GREEN; light <= SPIL_GANTT_LIGHT_RED; light++)
      spil_gantt_draw_light (painter, light, x + em * (0.5 + 1.1 * (light - SPIL_GANTT_LIGHT_GREEN)), middle);
    break;
  case SPIL_PLAN_SHEET_TODAY:
  default:
    spil_chart_painter_line_upright (painter, x + em * 0.4, middle - em * 0.6, middle + em * 0.6, em * 0.13,
                                     spil_chart_painter_palette (painter)->accent);
  }
}

double
spil_plan_sheet_legend (SpilPlanSheet *self, cairo_t *cr, double x, double y, double width)
{
  SpilChartPainter painter = spil_plan_sheet_painter (self, cr);
  double em = spil_chart_painter_em (&painter);
  double line = KEY_HEIGHT * em;
  double top = y;
  double at = x;

  for (guint i = 0; i < self->keys->len; i++) {
    const SpilPlanSheetKey *key = &g_array_index (self->keys, SpilPlanSheetKey, i);
    double text = spil_chart_painter_text_width (&painter, key->label, SPIL_CHART_TEXT_SMALL);
    double taken = (key->width + KEY_GAP) * em + text;

    if (at > x && at + taken > x + width) {
      at = x;
      y += line;
    }
    if (cr != NULL && key->chart != NULL)
      draw_chart_key (self, key, &painter, at, y + line / 2);
    else if (cr != NULL)
      draw_hand_key (key, &painter, at, y + line / 2);
    if (cr != NULL)
      spil_chart_painter_text (&painter, key->label,
                               &(SpilChartPut) { .x = at + (key->width + KEY_GAP) * em,
                                                 .y = y + line / 2,
                                                 .y_align = 0.5,
                                                 .kind = SPIL_CHART_TEXT_SMALL,
                                                 .color = self->style.palette.foreground });
    at += taken + KEY_AFTER * em;
  }
  return self->keys->len > 0 ? y + line - top : 0;
}
