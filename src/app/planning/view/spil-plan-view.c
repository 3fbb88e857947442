// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-view.h"

#include <glib/gi18n-lib.h>

#include "spil-chart-canvas.h"
#include "spil-chart-look.h"
#include "spil-plan-drag.h"
#include "spil-plan-keys.h"
#include "spil-plan-scale.h"

#define MIN_WIDTH 200
#define MIN_HEIGHT 160
/* The part of the time area left of the day that is scrolled to. */
#define LEAD 0.25

struct _SpilPlanView
{
  GtkWidget parent_instance;

  SpilChartCanvas *canvas;
  SpilChart *chart;
  SpilChartStyle style;
  SpilGanttLayout layout;
  GtkAdjustment *across;
  GtkAdjustment *down;
  GtkScrollablePolicy policies[2];
  SpilPlanScale scale; /* of `across` */
  SpilDay wanted_day; /* to scroll to once there is a size */
  gboolean fits; /* the day width follows from the width */
  gboolean configuring;
  int selected;
  gboolean reveal; /* the selected row, once there is a size */
};

static void scrollable_iface_init (GtkScrollableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SpilPlanView, spil_plan_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, scrollable_iface_init))

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  ROW_SELECTED,
  ROW_ACTIVATED,
  ROW_CHANGED,
  ROW_CHANGING,
  ZOOMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

SpilGantt *
spil_plan_view_get_gantt (SpilPlanView *self)
{
  return self->chart != NULL ? spil_gantt_from_chart (self->chart) : NULL;
}

/* Size and place */

static gboolean
has_size (SpilPlanView *self)
{
  return self->chart != NULL && self->layout.width > 0 && self->layout.height > 0;
}

static double
time_width (SpilPlanView *self)
{
  return MAX (self->layout.width - self->layout.label_width, 1);
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

/* After the size, the zoom or the planning has changed. */
static void
configure (SpilPlanView *self)
{
  double rows;

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
  rows = spil_gantt_get_row_count (spil_plan_view_get_gantt (self)) * self->layout.row_height;
  configure_adjustment (self->across, spil_plan_scale_width (&self->scale), time_width (self),
                        self->style.font_size * 4);
  configure_adjustment (self->down, rows + 1, MAX (self->layout.height - self->layout.header_height, 1),
                        self->layout.row_height);
  self->configuring = FALSE;
  lay_out (self);
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
}

static void
on_value_changed_cb (SpilPlanView *self)
{
  if (self->configuring || !has_size (self))
    return;
  lay_out (self);
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
}

void
spil_plan_view_show_day (SpilPlanView *self, SpilDay day)
{
  self->wanted_day = day;
  if (!has_size (self))
    return;
  gtk_adjustment_set_value (self->across, spil_plan_scale_x (&self->scale, day) - time_width (self) * LEAD);
  self->wanted_day = SPIL_DAY_NONE;
}

/* Brings the selected row into view, and its bar when that is nowhere to be seen. */
static void
reveal_selected (SpilPlanView *self)
{
  SpilGantt *gantt = spil_plan_view_get_gantt (self);
  double top = self->selected * self->layout.row_height;
  const SpilGanttRow *row;
  SpilDay start, finish;

  self->reveal = !has_size (self);
  if (self->reveal || self->selected < 0)
    return;
  gtk_adjustment_clamp_page (self->down, top, top + self->layout.row_height);
  row = spil_gantt_get_row (gantt, self->selected);
  start = spil_day_is_known (row->start) ? row->start : row->finish;
  finish = spil_day_is_known (row->finish) ? row->finish : start;
  if (spil_day_is_known (start) &&
      (spil_gantt_evening_to_x (&self->layout, finish) < self->layout.label_width + self->style.font_size ||
       spil_gantt_day_to_x (&self->layout, start) > self->layout.width - self->style.font_size))
    spil_plan_view_show_day (self, start);
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
  configure (self);
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
spil_plan_view_zoom_by (SpilPlanView *self, double factor, double x)
{
  if (!has_size (self))
    return;
  self->scale.zoom = SPIL_GANTT_ZOOM_AUTO;
  zoom_around (self, self->scale.day_width * factor,
               x < 0 ? steady_x (self) : MAX (x, self->layout.label_width));
  g_signal_emit (self, signals[ZOOMED], 0);
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
  if (has_size (self))
    zoom_around (self, spil_gantt_zoom_day_width (zoom, self->style.font_size), steady_x (self));
  else
    self->scale.day_width = 0;
  g_signal_emit (self, signals[ZOOMED], 0);
}

void
spil_plan_view_fit (SpilPlanView *self)
{
  g_return_if_fail (SPIL_IS_PLAN_VIEW (self));

  self->scale.zoom = SPIL_GANTT_ZOOM_AUTO;
  self->fits = TRUE;
  configure (self);
  g_signal_emit (self, signals[ZOOMED], 0);
}

SpilScheduleStep
spil_plan_view_get_step (SpilPlanView *self)
{
  return spil_plan_scale_step (&self->scale);
}

/* Rows */

int
spil_plan_view_get_selected (SpilPlanView *self)
{
  return self->selected;
}

void
spil_plan_view_set_selected (SpilPlanView *self, int row)
{
  SpilGantt *gantt = spil_plan_view_get_gantt (self);
  int n_rows = gantt != NULL ? spil_gantt_get_row_count (gantt) : 0;

  g_return_if_fail (SPIL_IS_PLAN_VIEW (self));

  self->selected = CLAMP (row, -1, n_rows - 1);
  spil_chart_canvas_set_current (self->canvas, self->selected);
}

void
spil_plan_view_select (SpilPlanView *self, int row)
{
  spil_plan_view_set_selected (self, row);
  reveal_selected (self);
  g_signal_emit (self, signals[ROW_SELECTED], 0);
}

void
spil_plan_view_activate_selected (SpilPlanView *self)
{
  if (self->selected >= 0)
    g_signal_emit (self, signals[ROW_ACTIVATED], 0, self->selected);
}

void
spil_plan_view_preview (SpilPlanView *self, const SpilPlanChange *change)
{
  g_signal_emit (self, signals[ROW_CHANGING], 0, change);
}

void
spil_plan_view_request (SpilPlanView *self, const SpilPlanChange *change)
{
  g_signal_emit (self, signals[ROW_CHANGED], 0, change);
}

const SpilGanttLayout *
spil_plan_view_get_layout (SpilPlanView *self)
{
  return &self->layout;
}

GtkWidget *
spil_plan_view_get_canvas (SpilPlanView *self)
{
  return GTK_WIDGET (self->canvas);
}

void
spil_plan_view_changed (SpilPlanView *self)
{
  reveal_selected (self);
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
}

void
spil_plan_view_set_chart (SpilPlanView *self, SpilChart *chart)
{
  SpilDay old = self->scale.first;

  g_return_if_fail (SPIL_IS_PLAN_VIEW (self));
  g_return_if_fail (chart != NULL && spil_gantt_from_chart (chart) != NULL);

  spil_chart_ref (chart);
  g_clear_pointer (&self->chart, spil_chart_unref);
  self->chart = chart;
  spil_plan_scale_cover (&self->scale, spil_plan_view_get_gantt (self), spil_day_today ());
  self->configuring = TRUE;
  if (spil_day_is_known (old))
    scroll_across (self, gtk_adjustment_get_value (self->across) + spil_plan_scale_x (&self->scale, old));
  self->configuring = FALSE;
  self->selected = MIN (self->selected, spil_gantt_get_row_count (spil_plan_view_get_gantt (self)) - 1);
  spil_chart_canvas_set_chart (self->canvas, chart);
  configure (self);
}

/* The widget */

static void
on_focus_changed_cb (SpilPlanView *self)
{
  if (gtk_widget_has_focus (GTK_WIDGET (self->canvas)) && self->selected < 0)
    spil_plan_view_select (self, 0);
}

static void
spil_plan_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SpilPlanView *self = SPIL_PLAN_VIEW (widget);

  gtk_widget_size_allocate (GTK_WIDGET (self->canvas), &(GtkAllocation) { 0, 0, width, height }, -1);
  configure (self);
  if (spil_day_is_known (self->wanted_day))
    spil_plan_view_show_day (self, self->wanted_day);
  if (self->reveal)
    reveal_selected (self);
}

static void
spil_plan_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : MIN_HEIGHT;
  *natural = *minimum * 3;
}

static void
set_adjustment (SpilPlanView *self, GtkAdjustment **place, GtkAdjustment *adjustment)
{
  if (adjustment != NULL && adjustment == *place)
    return;
  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, on_value_changed_cb, self);
  g_clear_object (place);
  *place = g_object_ref_sink (adjustment != NULL ? adjustment : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_object (*place, "value-changed", G_CALLBACK (on_value_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
spil_plan_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SpilPlanView *self = SPIL_PLAN_VIEW (object);

  switch (prop_id) {
  case PROP_HADJUSTMENT:
  case PROP_VADJUSTMENT:
    g_value_set_object (value, prop_id == PROP_HADJUSTMENT ? self->across : self->down);
    break;
  case PROP_HSCROLL_POLICY:
  case PROP_VSCROLL_POLICY:
    g_value_set_enum (value, self->policies[prop_id - PROP_HSCROLL_POLICY]);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
spil_plan_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SpilPlanView *self = SPIL_PLAN_VIEW (object);

  switch (prop_id) {
  case PROP_HADJUSTMENT:
  case PROP_VADJUSTMENT:
    set_adjustment (self, prop_id == PROP_HADJUSTMENT ? &self->across : &self->down,
                    g_value_get_object (value));
    break;
  case PROP_HSCROLL_POLICY:
  case PROP_VSCROLL_POLICY:
    self->policies[prop_id - PROP_HSCROLL_POLICY] = g_value_get_enum (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static gboolean
get_border (GtkScrollable *scrollable, GtkBorder *border)
{
  SpilPlanView *self = SPIL_PLAN_VIEW (scrollable);

  *border = (GtkBorder) { .left = (gint16) self->layout.label_width,
                          .top = (gint16) self->layout.header_height };
  return TRUE;
}

static void
scrollable_iface_init (GtkScrollableInterface *iface)
{
  iface->get_border = get_border;
}

static void
spil_plan_view_dispose (GObject *object)
{
  SpilPlanView *self = SPIL_PLAN_VIEW (object);

  if (self->canvas != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->canvas));
  self->canvas = NULL;
  g_clear_pointer (&self->chart, spil_chart_unref);
  g_clear_object (&self->across);
  g_clear_object (&self->down);
  G_OBJECT_CLASS (spil_plan_view_parent_class)->dispose (object);
}

static void
spil_plan_view_class_init (SpilPlanViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = spil_plan_view_get_property;
  object_class->set_property = spil_plan_view_set_property;
  object_class->dispose = spil_plan_view_dispose;
  widget_class->size_allocate = spil_plan_view_size_allocate;
  widget_class->measure = spil_plan_view_measure;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  signals[ROW_SELECTED] = g_signal_new ("row-selected", SPIL_TYPE_PLAN_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 0);
  signals[ROW_ACTIVATED] = g_signal_new ("row-activated", SPIL_TYPE_PLAN_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[ROW_CHANGED] = g_signal_new ("row-changed", SPIL_TYPE_PLAN_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[ROW_CHANGING] = g_signal_new ("row-changing", SPIL_TYPE_PLAN_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[ZOOMED] = g_signal_new ("zoomed", SPIL_TYPE_PLAN_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
spil_plan_view_init (SpilPlanView *self)
{
  self->selected = -1;
  spil_plan_scale_init (&self->scale);
  self->wanted_day = SPIL_DAY_NONE;
  set_adjustment (self, &self->across, NULL);
  set_adjustment (self, &self->down, NULL);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->canvas = SPIL_CHART_CANVAS (spil_chart_canvas_new ());
  spil_chart_canvas_set_guided (self->canvas, TRUE);
  spil_chart_canvas_set_name (self->canvas, C_ ("page", "Planning"));
  gtk_widget_set_parent (GTK_WIDGET (self->canvas), GTK_WIDGET (self));
  g_signal_connect_object (self->canvas, "notify::has-focus", G_CALLBACK (on_focus_changed_cb), self,
                           G_CONNECT_SWAPPED);
  spil_plan_keys_add (self);
  spil_plan_drag_add (self);
}
