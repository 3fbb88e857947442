// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What part of the planning is seen, and where things lie. */
#include "spil-chart-look.h"
#include "spil-plan-view-private.h"

#include <math.h>

/* The part of the time area left of the day that is scrolled to. */
#define LEAD 0.25
/* In ems: narrower than this there is no table, and the labels stand over the bars. */
#define LEAST_WIDTH 42
#define LEAST_TABLE 90
#define LEAST_TIME 12

gboolean
spil_plan_view_has_size (SpilPlanView *self)
{
  return self->chart != NULL && self->layout.width > 0 && self->layout.height > 0;
}

gboolean
spil_plan_view_has_table (SpilPlanView *self)
{
  return spil_plan_view_has_size (self) && !self->layout.stacked && self->layout.label_width > 0;
}

static double
time_width (SpilPlanView *self)
{
  return MAX (self->layout.width - self->layout.label_width, 1);
}

/* Less than 0: the painter puts the labels over the bars. */
static double
label_width (SpilPlanView *self, double width)
{
  double em = self->style.font_size;

  if (width < em * LEAST_WIDTH || spil_gantt_get_column_title (spil_plan_view_get_gantt (self), 1) == NULL)
    return -1;
  return CLAMP (self->table_width / 10.0 * em, LEAST_TABLE / 10.0 * em, width - LEAST_TIME * em);
}

/* Tells the painter what is seen, and learns from it where all lies. */
static void
lay_out (SpilPlanView *self)
{
  SpilGantt *gantt = spil_plan_view_get_gantt (self);
  SpilGanttView view = spil_gantt_get_view (gantt);
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));

  view.fit = FALSE;
  view.first_day = self->scale.first;
  view.offset_x = gtk_adjustment_get_value (self->across);
  view.offset_y = gtk_adjustment_get_value (self->down);
  view.day_width = self->scale.day_width;
  view.zoom = self->scale.zoom;
  view.label_width = label_width (self, width);
  spil_gantt_set_view (gantt, &view);
  self->layout = spil_gantt_lay_out (self->chart, MAX (width, 1), MAX (height, 1), &self->style);
}

/* Scrolls there also when that is not within what can be scrolled to as yet: configure() follows. */
static void
scroll_across (SpilPlanView *self, double value)
{
  gtk_adjustment_set_upper (self->across, G_MAXDOUBLE);
  gtk_adjustment_set_value (self->across, value);
}

/* All that has a date in the width, with room for the texts beside the last bars. */
static void
fit_days (SpilPlanView *self)
{
  double room = time_width (self) - MIN (self->style.font_size * 9, time_width (self) * 0.25);

  scroll_across (self, spil_plan_scale_fit (&self->scale, spil_plan_view_get_gantt (self), room));
}

static void
configure_adjustment (GtkAdjustment *adjustment, double upper, double page, double step)
{
  double value = gtk_adjustment_get_value (adjustment);

  upper = MAX (upper, page);
  gtk_adjustment_configure (adjustment, CLAMP (value, 0, upper - page), 0, upper, step, page * 0.9, page);
}

void
spil_plan_place_configure (SpilPlanView *self)
{
  /* One row of room under the last one, to draw a new one in. */
  double rows = spil_plan_view_count_rows (self) + (self->read_only ? 0 : 1);

  if (self->chart == NULL || gtk_widget_get_width (GTK_WIDGET (self)) <= 0)
    return;
  self->configuring = TRUE;
  spil_chart_look_of_widget (GTK_WIDGET (self->canvas), &self->style);
  self->scale.font_size = self->style.font_size;
  if (self->scale.day_width <= 0)
    self->scale.day_width = spil_gantt_zoom_day_width (self->scale.zoom, self->style.font_size);
  lay_out (self);
  if (self->fits)
    fit_days (self);
  configure_adjustment (self->across, spil_plan_scale_width (&self->scale), time_width (self),
                        self->style.font_size * 4);
  configure_adjustment (self->down, rows * self->layout.row_height + 1,
                        MAX (self->layout.height - self->layout.header_height, 1), self->layout.row_height);
  self->configuring = FALSE;
  lay_out (self);
  spil_plan_view_queue_draw (self);
}

static void
on_value_changed_cb (SpilPlanView *self)
{
  if (self->configuring || !spil_plan_view_has_size (self))
    return;
  lay_out (self);
  spil_plan_view_queue_draw (self);
  if (self->editor != NULL)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
spil_plan_place_set_adjustment (SpilPlanView *self, GtkAdjustment **place, GtkAdjustment *adjustment)
{
  if (adjustment != NULL && adjustment == *place)
    return;
  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, on_value_changed_cb, self);
  g_clear_object (place);
  *place = g_object_ref_sink (adjustment != NULL ? adjustment : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_object (*place, "value-changed", G_CALLBACK (on_value_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->size[0] = -1;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
spil_plan_place_cover (SpilPlanView *self)
{
  SpilDay old = self->scale.first, last = self->scale.last;

  spil_plan_scale_cover (&self->scale, spil_plan_view_get_gantt (self), spil_day_today ());
  /* What somebody scrolled to stays there. */
  if (spil_day_is_known (old) && spil_day_compare (self->scale.last, last) < 0)
    self->scale.last = last;
  self->configuring = TRUE;
  if (spil_day_is_known (old))
    scroll_across (self, gtk_adjustment_get_value (self->across) + spil_plan_scale_x (&self->scale, old));
  self->configuring = FALSE;
  spil_plan_place_configure (self);
}

void
spil_plan_view_show_day (SpilPlanView *self, SpilDay day)
{
  self->wanted_day = day;
  if (!spil_plan_view_has_size (self))
    return;
  gtk_adjustment_set_value (self->across, spil_plan_scale_x (&self->scale, day) - time_width (self) * LEAD);
  self->wanted_day = SPIL_DAY_NONE;
}

static void
reveal_row (SpilPlanView *self)
{
  double top = spil_plan_view_get_selected (self) * self->layout.row_height;

  gtk_adjustment_clamp_page (self->down, top, top + self->layout.row_height);
}

gboolean
spil_plan_place_sees_current (SpilPlanView *self)
{
  int current = spil_plan_view_get_selected (self);
  double y;

  if (current < 0 || !spil_plan_view_has_size (self))
    return FALSE;
  y = spil_gantt_row_to_y (&self->layout, current);
  return y > self->layout.header_height - self->layout.row_height && y < self->layout.height;
}

void
spil_plan_place_reveal (SpilPlanView *self)
{
  int current = spil_plan_view_get_selected (self);
  double em = self->style.font_size;
  SpilPlanDates dates;
  SpilDay start, finish;

  self->reveal = !spil_plan_view_has_size (self);
  if (self->reveal || current < 0)
    return;
  reveal_row (self);
  dates = spil_plan_rows_dates (self, current);
  start = spil_day_is_known (dates.start) ? dates.start : dates.finish;
  finish = spil_day_is_known (dates.finish) ? dates.finish : start;
  if (spil_day_is_known (start) &&
      (spil_gantt_evening_to_x (&self->layout, finish) < self->layout.label_width + em ||
       spil_gantt_day_to_x (&self->layout, start) > self->layout.width - em))
    spil_plan_view_show_day (self, start);
}

void
spil_plan_place_settle (SpilPlanView *self, gboolean seen)
{
  if (seen)
    reveal_row (self);
  if (spil_day_is_known (self->wanted_day))
    spil_plan_view_show_day (self, self->wanted_day);
  if (self->reveal)
    spil_plan_place_reveal (self);
}

void
spil_plan_place_scroll (SpilPlanView *self, double across, double down)
{
  double value = gtk_adjustment_get_value (self->across) + across;

  /* There is always a later day to drag to. */
  if (across > 0 && value > gtk_adjustment_get_upper (self->across) - time_width (self)) {
    self->scale.last = spil_day_add_months (self->scale.last, 3);
    scroll_across (self, value);
    spil_plan_place_configure (self);
  } else if (across != 0)
    gtk_adjustment_set_value (self->across, value);
  if (down != 0)
    gtk_adjustment_set_value (self->down, gtk_adjustment_get_value (self->down) + down);
}

void
spil_plan_place_set_table_width (SpilPlanView *self, int tenths)
{
  double em = MAX (self->style.font_size, 1);
  int most = self->layout.width > 0 ? (int) (self->layout.width / em * 10) - LEAST_TIME * 10 : G_MAXINT;

  tenths = MAX (MIN (tenths, most), LEAST_TABLE);
  if (tenths == self->table_width)
    return;
  self->table_width = tenths;
  g_object_notify (G_OBJECT (self), "table-width");
  spil_plan_place_configure (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Zoom */

static void
zoom_around (SpilPlanView *self, double day_width, double x)
{
  double left = x - self->layout.label_width;
  double days = (gtk_adjustment_get_value (self->across) + left) / self->scale.day_width;

  self->fits = FALSE;
  self->configuring = TRUE;
  spil_plan_scale_set_day_width (&self->scale, day_width);
  scroll_across (self, days * self->scale.day_width - left);
  spil_plan_place_configure (self);
}

/* What stays where it is when zooming without a pointer: today when it is seen, else the middle. */
static double
steady_x (SpilPlanView *self)
{
  double today = spil_gantt_day_to_x (&self->layout, spil_day_today ());

  if (today >= self->layout.label_width && today <= self->layout.width)
    return today;
  return self->layout.label_width + time_width (self) / 2;
}

void
spil_plan_place_zoom_by (SpilPlanView *self, double factor, double x)
{
  if (!spil_plan_view_has_size (self))
    return;
  self->scale.zoom = SPIL_GANTT_ZOOM_AUTO;
  zoom_around (self, self->scale.day_width * factor,
               x < 0 ? steady_x (self) : MAX (x, self->layout.label_width));
  g_signal_emit_by_name (self, "zoomed");
}

SpilGanttZoom
spil_plan_view_get_zoom (SpilPlanView *self)
{
  return spil_plan_scale_nearest_zoom (&self->scale);
}

void
spil_plan_view_set_zoom (SpilPlanView *self, SpilGanttZoom zoom)
{
  g_return_if_fail (SPIL_IS_PLAN_VIEW (self));

  self->scale.zoom = zoom;
  if (spil_plan_view_has_size (self))
    zoom_around (self, spil_gantt_zoom_day_width (zoom, self->style.font_size), steady_x (self));
  else
    self->scale.day_width = 0;
  g_signal_emit_by_name (self, "zoomed");
}

void
spil_plan_view_fit (SpilPlanView *self)
{
  g_return_if_fail (SPIL_IS_PLAN_VIEW (self));

  self->scale.zoom = SPIL_GANTT_ZOOM_AUTO;
  self->fits = TRUE;
  spil_plan_place_configure (self);
  g_signal_emit_by_name (self, "zoomed");
}

SpilPeriodKind
spil_plan_place_step (SpilPlanView *self)
{
  return spil_plan_scale_step (&self->scale);
}

/* Where things are */

double
spil_plan_place_days (SpilPlanView *self, double x)
{
  return self->layout.origin.number + (x - self->layout.origin_x) / self->layout.day_width;
}

int
spil_plan_place_row (SpilPlanView *self, double y, gboolean past)
{
  int n_rows = spil_plan_view_count_rows (self);
  int row = spil_plan_view_has_size (self) ? spil_gantt_y_to_row (&self->layout, y) : -1;

  if (row < n_rows)
    return row;
  return past ? n_rows : -1;
}

const SpilChartBox *
spil_plan_place_box (SpilPlanView *self, int row)
{
  static const SpilChartPart parts[] = { SPIL_CHART_PART_BAR, SPIL_CHART_PART_MILESTONE,
                                         SPIL_CHART_PART_NOTE };
  const SpilChartHits *hits = spil_chart_canvas_get_hits (self->canvas);
  const SpilChartBox *box = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (parts) && box == NULL; i++)
    box = spil_chart_hits_find (hits, parts[i], row);
  return box;
}
