// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/*
 * The header: two or three tiers of periods, chosen by the width of a day, so that they follow any zoom. Names stay in view while
 * their period is, and never leave it.
 */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "spil-gantt-private.h"

/* Periods */

/* How long a name may be. */
typedef enum
{
  FORM_LONG,
  FORM_MIDDLE,
  FORM_SHORT,
} Form;

static char *
month_and_year (const char *month, int year)
{
  /* Translators: a period and its year, "Q3 2018" or "okt 2018". */
  return g_strdup_printf (_ ("%s %d"), month, year);
}

/* The first letter of the day, as Monday is called "M" or "ma". */
static char *
day_letter (SpilDay day)
{
  /* Translators: the first letters of the days of the week, from Monday to Sunday, with spaces between. */
  g_auto (GStrv) letters = g_strsplit (C_ ("chart", "M T W T F S S"), " ", 0);
  int at = spil_day_weekday (day) - 1;

  return g_strdup (at < (int) g_strv_length (letters) ? letters[at] : "");
}

static char *
day_name (SpilPeriod period, Form form)
{
  g_autofree char *letter = day_letter (period.first);
  int day;

  if (form == FORM_SHORT)
    return g_steal_pointer (&letter);
  spil_day_to_ymd (period.first, NULL, NULL, &day);
  return form == FORM_LONG ? g_strdup_printf ("%s %d", letter, day) : g_strdup_printf ("%d", day);
}

static char *
period_name (SpilPeriod period, Form form, gboolean upper)
{
  g_autofree char *name = spil_period_format_short (period);
  int year;

  spil_day_to_ymd (period.first, &year, NULL, NULL);
  switch (period.kind) {
  case SPIL_PERIOD_DAY:
    return day_name (period, form);
  case SPIL_PERIOD_WEEK:
    /* Translators: a week number, "wk 40". */
    return form == FORM_SHORT ? g_steal_pointer (&name) : g_strdup_printf (_ ("wk %s"), name);
  case SPIL_PERIOD_MONTH:
    if (upper && form == FORM_LONG)
      return spil_period_format (period);
    return upper && form == FORM_MIDDLE ? month_and_year (name, year) : g_steal_pointer (&name);
  case SPIL_PERIOD_QUARTER:
    return upper && form != FORM_SHORT ? month_and_year (name, year) : g_steal_pointer (&name);
  case SPIL_PERIOD_YEAR:
  default:
    return g_steal_pointer (&name);
  }
}

/* The width of the narrowest period of a kind, in days. */
static int
least_days (SpilPeriodKind kind)
{
  static const int days[] = { 1, 7, 28, 90, 365 };

  return days[kind];
}

/* How wide the widest name of that form is: of a year that has all of them. */
static double
widest_name (const SpilChartPainter *painter, SpilPeriodKind kind, Form form, gboolean upper)
{
  static const int counts[] = { 7, 1, 12, 1, 1 };
  SpilPeriod period = spil_period_of (kind, spil_day_from_ymd (2018, 10, 22));
  SpilChartTextKind text = upper ? SPIL_CHART_TEXT_SMALL_STRONG : SPIL_CHART_TEXT_SMALL;
  double widest = 0;

  for (int i = 0; i < counts[kind]; i++, period = spil_period_step (period, 1)) {
    g_autofree char *name = period_name (period, form, upper);

    widest = MAX (widest, spil_chart_painter_text_width (painter, name, text));
  }
  return widest;
}

static gboolean
has_room (const SpilChartPainter *painter, double day_width, SpilPeriodKind kind, Form form, gboolean upper)
{
  double air = spil_chart_painter_em (painter) * (kind == SPIL_PERIOD_DAY ? 0.2 : 0.5);

  return day_width * least_days (kind) >= widest_name (painter, kind, form, upper) + air;
}

/* The smallest periods that can be named, and the larger ones over them. */
SpilGanttTiers
spil_gantt_tiers (const SpilChartPainter *painter, double day_width)
{
  if (has_room (painter, day_width, SPIL_PERIOD_DAY, FORM_SHORT, FALSE))
    return (SpilGanttTiers) { { SPIL_PERIOD_MONTH, SPIL_PERIOD_WEEK, SPIL_PERIOD_DAY }, 3 };
  if (has_room (painter, day_width, SPIL_PERIOD_WEEK, FORM_SHORT, FALSE))
    return (SpilGanttTiers) { { SPIL_PERIOD_MONTH, SPIL_PERIOD_WEEK }, 2 };
  if (has_room (painter, day_width, SPIL_PERIOD_MONTH, FORM_SHORT, FALSE))
    return (SpilGanttTiers) { { SPIL_PERIOD_QUARTER, SPIL_PERIOD_MONTH }, 2 };
  if (has_room (painter, day_width, SPIL_PERIOD_QUARTER, FORM_SHORT, FALSE))
    return (SpilGanttTiers) { { SPIL_PERIOD_YEAR, SPIL_PERIOD_QUARTER }, 2 };
  return (SpilGanttTiers) { { SPIL_PERIOD_YEAR }, 1 };
}

double
spil_gantt_tier_height (const SpilChartPainter *painter)
{
  return spil_chart_painter_line (painter, SPIL_CHART_TEXT_SMALL) + spil_chart_painter_em (painter) * 0.4;
}

/* On a screen the header keeps its height at every zoom, so that no row jumps. */
double
spil_gantt_header_height (const SpilGantt *self, const SpilChartPainter *painter, double day_width)
{
  gboolean strip = self->bands->len > 0 || spil_day_is_known (self->today);
  gboolean paper = spil_gantt_is_paper (self, painter);

  return spil_gantt_tier_height (painter) *
         (!paper || strip || spil_gantt_tiers (painter, day_width).n == 3 ? 3 : 2);
}

/* Ink */

static SpilColor
name_color (const SpilGanttFrame *frame, const SpilGanttWalk *walk, gboolean upper)
{
  SpilDay today = frame->gantt->today;

  if (walk->kind == SPIL_PERIOD_DAY && spil_day_is_known (today) &&
      spil_day_compare (walk->period.first, today) == 0)
    return spil_palette_text_on (frame->palette, frame->palette->accent);
  return upper ? frame->palette->foreground : frame->palette->muted;
}

/* In the middle of what is seen of the period, or at its left, but never out of the period. */
static void
put_name (const SpilGanttFrame *frame, const SpilGanttWalk *walk, const char *name, double middle,
          gboolean upper)
{
  SpilChartTextKind kind = upper ? SPIL_CHART_TEXT_SMALL_STRONG : SPIL_CHART_TEXT_SMALL;
  double pad = upper ? frame->em * 0.4 : frame->em * 0.2;
  double width = spil_chart_painter_text_width (frame->painter, name, kind);
  double left = MAX (walk->x0, frame->layout.label_width);
  double right = MIN (walk->x1, frame->layout.time_end);
  double x = upper ? left + pad : (left + right - width) / 2;

  if (walk->x1 - walk->x0 < width + pad)
    return;
  x = MAX (MIN (x, walk->x1 - pad - width), walk->x0 + pad / 2);
  /* No name is cut by an end of the time area. */
  if (x + width > frame->layout.time_end + 0.5 || x < frame->layout.label_width)
    return;
  spil_gantt_frame_text (frame, name,
                         &(SpilChartPut) {
                             .x = x,
                             .y = middle,
                             .y_align = 0.5,
                             .kind = kind,
                             .color = name_color (frame, walk, upper),
                         });
}

static void
draw_tier (const SpilGanttFrame *frame, int tier, double height)
{
  SpilPeriodKind kind = frame->tiers.kinds[tier];
  gboolean upper = tier == 0 && frame->tiers.n > 1;
  double top = tier * height;
  double foot = tier + 1 == frame->tiers.n ? frame->layout.header_height : top + height;
  double hair = spil_chart_painter_hair (frame->painter);
  Form form = FORM_LONG;
  SpilGanttWalk walk;

  while (form < FORM_SHORT && !has_room (frame->painter, frame->layout.day_width, kind, form, upper))
    form++;
  if (!spil_gantt_walk_begin (&walk, frame, kind))
    return;
  do {
    g_autofree char *name = period_name (walk.period, form, upper);

    if (walk.x0 > frame->layout.label_width &&
        (kind != SPIL_PERIOD_DAY || spil_day_weekday (walk.period.first) == 1))
      spil_chart_painter_line_upright (frame->painter, walk.x0, tier == 0 ? top + height * 0.2 : top, foot,
                                       hair, frame->palette->grid);
    put_name (frame, &walk, name, top + height / 2, upper);
  } while (spil_gantt_walk_next (&walk));
}

/* Where the word of today stands at the foot of the header; FALSE when that day is not in view. */
static gboolean
place_today (const SpilGanttFrame *frame, double *left, double *right)
{
  const SpilGanttLayout *layout = &frame->layout;
  double half = layout->day_width / 2;
  double x;

  if (!spil_day_is_known (frame->gantt->today))
    return FALSE;
  x = spil_gantt_day_to_x (layout, frame->gantt->today) + layout->day_width / 2;
  if (x < layout->label_width || x > layout->time_end)
    return FALSE;
  if (frame->tiers.n < 3) {
    half = spil_chart_painter_text_width (frame->painter, C_ ("chart", "today"),
                                          SPIL_CHART_TEXT_SMALL_STRONG) /
               2 +
           frame->em * 0.45;
    x = CLAMP (x, layout->label_width + half, MAX (layout->label_width + half, layout->width - half));
  }
  *left = x - half;
  *right = x + half;
  return TRUE;
}

/* A pill with the word, or around the day where days have names. */
static void
draw_today (const SpilGanttFrame *frame, double left, double right, double height)
{
  double top = frame->layout.header_height - height + frame->em * 0.08;
  double tall = height - frame->em * 0.16;

  spil_chart_painter_box (frame->painter, left, top, right - left, tall, tall / 2, frame->palette->accent,
                          SPIL_PATTERN_SOLID);
  if (frame->tiers.n == 3)
    return;
  spil_gantt_frame_text (frame, C_ ("chart", "today"),
                         &(SpilChartPut) {
                             .x = (left + right) / 2,
                             .y = top + tall / 2,
                             .x_align = 0.5,
                             .y_align = 0.5,
                             .kind = SPIL_CHART_TEXT_SMALL_STRONG,
                             .color = spil_palette_text_on (frame->palette, frame->palette->accent),
                         });
}

/* Writes the name of a band in the roomier part that the pill of today leaves of it. */
static void
name_band (const SpilGanttFrame *frame, const SpilGanttBand *band, double height, double pill_left,
           double pill_right)
{
  const SpilGanttLayout *layout = &frame->layout;
  double top = layout->header_height - height;
  double x0 = MAX (spil_gantt_day_to_x (layout, band->first), layout->label_width);
  double x1 = MIN (spil_gantt_evening_to_x (layout, band->last), layout->time_end);

  if (x1 <= x0)
    return;
  spil_chart_painter_line_upright (frame->painter, x0, top, layout->header_height,
                                   spil_chart_painter_hair (frame->painter), frame->palette->strong_grid);
  if (pill_right > x0 && pill_left < x1) {
    if (pill_left - x0 >= x1 - pill_right)
      x1 = pill_left;
    else
      x0 = pill_right;
  }
  if (x1 - x0 < frame->em * 2.5)
    return;
  spil_gantt_frame_text (frame, band->label,
                         &(SpilChartPut) {
                             .x = x0 + frame->em * 0.35,
                             .y = top + height / 2,
                             .y_align = 0.5,
                             .max_width = x1 - x0 - frame->em * 0.6,
                             .kind = SPIL_CHART_TEXT_SMALL,
                             .color = frame->palette->muted,
                         });
}

void
spil_gantt_draw_header (const SpilGanttFrame *frame)
{
  const SpilGanttLayout *layout = &frame->layout;
  double height = spil_gantt_tier_height (frame->painter);
  double left = -1;
  double right = -1;
  gboolean today = place_today (frame, &left, &right);

  spil_chart_painter_color (frame->painter, frame->palette->background);
  cairo_rectangle (frame->cr, 0, 0, layout->width, layout->header_height);
  cairo_fill (frame->cr);
  cairo_save (frame->cr);
  cairo_rectangle (frame->cr, layout->label_width, 0, layout->width - layout->label_width,
                   layout->header_height);
  cairo_clip (frame->cr);
  if (today && frame->tiers.n == 3)
    draw_today (frame, left, right, height);
  for (int tier = 0; tier < frame->tiers.n; tier++)
    draw_tier (frame, tier, height);
  for (guint i = 0; i < frame->gantt->bands->len && frame->tiers.n < 3; i++)
    name_band (frame, &g_array_index (frame->gantt->bands, SpilGanttBand, i), height, left, right);
  if (today && frame->tiers.n < 3)
    draw_today (frame, left, right, height);
  cairo_restore (frame->cr);
  spil_chart_painter_line_level (frame->painter, 0, layout->width, layout->header_height,
                                 spil_chart_painter_hair (frame->painter), frame->palette->strong_grid);
}
