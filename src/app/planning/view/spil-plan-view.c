// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-view-private.h"

#include <glib/gi18n-lib.h>

#define MIN_WIDTH 200
#define MIN_HEIGHT 160
/* Tenths of an em. */
#define TABLE_WIDTH 370

static void scrollable_iface_init (GtkScrollableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SpilPlanView, spil_plan_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, scrollable_iface_init))

enum
{
  PROP_0,
  PROP_TABLE_WIDTH,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

SpilGantt *
spil_plan_view_get_gantt (SpilPlanView *self)
{
  return self->chart != NULL ? spil_gantt_from_chart (self->chart) : NULL;
}

void
spil_plan_view_queue_draw (SpilPlanView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
}

void
spil_plan_view_changed (SpilPlanView *self)
{
  spil_plan_place_reveal (self);
  spil_plan_view_queue_draw (self);
}

void
spil_plan_view_set_chart (SpilPlanView *self, SpilChart *chart)
{
  g_return_if_fail (SPIL_IS_PLAN_VIEW (self));
  g_return_if_fail (chart != NULL && spil_gantt_from_chart (chart) != NULL);

  spil_plan_drag_cancel (self);
  g_clear_pointer (&self->before, g_array_unref);
  g_array_set_size (self->ghosts, 0);
  self->hover = -1;
  spil_chart_ref (chart);
  g_clear_pointer (&self->chart, spil_chart_unref);
  self->chart = chart;
  spil_plan_selection_reset (self->selection, spil_plan_view_count_rows (self));
  spil_chart_canvas_set_chart (self->canvas, chart);
  spil_plan_place_cover (self);
}

void
spil_plan_view_set_calendar (SpilPlanView *self, SpilWorkCalendar *calendar)
{
  g_return_if_fail (SPIL_IS_PLAN_VIEW (self));

  if (calendar != NULL)
    spil_work_calendar_ref (calendar);
  g_clear_pointer (&self->calendar, spil_work_calendar_unref);
  self->calendar = calendar;
}

void
spil_plan_view_zoom_by (SpilPlanView *self, double factor)
{
  g_return_if_fail (SPIL_IS_PLAN_VIEW (self));

  spil_plan_place_zoom_by (self, factor, -1);
}

void
spil_plan_view_set_read_only (SpilPlanView *self, gboolean read_only)
{
  g_return_if_fail (SPIL_IS_PLAN_VIEW (self));

  self->read_only = read_only;
  spil_plan_place_configure (self);
}

/* The widget */

static void
on_focus_changed_cb (SpilPlanView *self)
{
  if (gtk_widget_has_focus (GTK_WIDGET (self->canvas)) && spil_plan_view_get_selected (self) < 0)
    spil_plan_view_select (self, 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
spil_plan_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SpilPlanView *self = SPIL_PLAN_VIEW (widget);

  gtk_widget_size_allocate (GTK_WIDGET (self->canvas), &(GtkAllocation) { 0, 0, width, height }, -1);
  if (width != self->size[0] || height != self->size[1]) {
    gboolean seen = spil_plan_place_sees_current (self);

    self->size[0] = width;
    self->size[1] = height;
    spil_plan_place_configure (self);
    spil_plan_place_settle (self, seen);
  }
  spil_plan_cells_allocate (self);
  spil_plan_overlay_allocate_tip (self);
}

static void
spil_plan_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : MIN_HEIGHT;
  *natural = *minimum * 3;
}

static void
spil_plan_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SpilPlanView *self = SPIL_PLAN_VIEW (widget);

  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->canvas), snapshot);
  spil_plan_overlay_snapshot (self, snapshot);
  for (GtkWidget *child = gtk_widget_get_next_sibling (GTK_WIDGET (self->canvas)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_snapshot_child (widget, child, snapshot);
}

static void
spil_plan_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SpilPlanView *self = SPIL_PLAN_VIEW (object);

  switch (prop_id) {
  case PROP_TABLE_WIDTH:
    g_value_set_int (value, self->table_width);
    break;
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
  case PROP_TABLE_WIDTH:
    spil_plan_place_set_table_width (self, g_value_get_int (value));
    break;
  case PROP_HADJUSTMENT:
  case PROP_VADJUSTMENT:
    spil_plan_place_set_adjustment (self, prop_id == PROP_HADJUSTMENT ? &self->across : &self->down,
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

  /* The width of the table is no part of it: a scrolled window asks at least as much room as the border. */
  *border = (GtkBorder) { .top = (gint16) self->layout.header_height };
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
  GtkWidget *child;

  if (self->canvas != NULL) {
    spil_plan_drag_cancel (self);
    spil_plan_cells_close (self, FALSE);
  }
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->canvas = NULL;
  self->tip = NULL;
  g_clear_pointer (&self->chart, spil_chart_unref);
  g_clear_object (&self->across);
  g_clear_object (&self->down);
  G_OBJECT_CLASS (spil_plan_view_parent_class)->dispose (object);
}

static void
spil_plan_view_finalize (GObject *object)
{
  SpilPlanView *self = SPIL_PLAN_VIEW (object);

  spil_plan_selection_free (self->selection);
  g_clear_pointer (&self->before, g_array_unref);
  g_clear_pointer (&self->calendar, spil_work_calendar_unref);
  g_array_unref (self->ghosts);
  G_OBJECT_CLASS (spil_plan_view_parent_class)->finalize (object);
}

static void
add_signals (void)
{
  static const struct
  {
    const char *name;
    gboolean text; /* the answer; else none */
    int n_types;
    GType types[3];
  } all[] = {
    { "selection-changed", FALSE, 0, { 0 } },
    { "zoomed", FALSE, 0, { 0 } },
    { "row-activated", FALSE, 1, { G_TYPE_INT } },
    { "row-toggled", FALSE, 1, { G_TYPE_INT } },
    { "rows-moved", FALSE, 1, { G_TYPE_POINTER } },
    { "rows-moving", FALSE, 1, { G_TYPE_POINTER } },
    { "row-drawn", FALSE, 1, { G_TYPE_POINTER } },
    { "rows-linked", FALSE, 3, { G_TYPE_INT, G_TYPE_INT, G_TYPE_INT } },
    { "link-checked", TRUE, 3, { G_TYPE_INT, G_TYPE_INT, G_TYPE_INT } },
    { "rows-dropped", FALSE, 2, { G_TYPE_INT, G_TYPE_INT } },
    { "cell-wanted", TRUE, 2, { G_TYPE_INT, G_TYPE_INT } },
    { "link-activated", FALSE, 2, { G_TYPE_INT, G_TYPE_POINTER } },
    { "menu-wanted", FALSE, 2, { G_TYPE_POINTER, G_TYPE_BOOLEAN } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    g_signal_newv (all[i].name, SPIL_TYPE_PLAN_VIEW, G_SIGNAL_RUN_LAST, NULL, NULL, NULL, NULL,
                   all[i].text ? G_TYPE_STRING : G_TYPE_NONE, (guint) all[i].n_types, (GType *) all[i].types);
  g_signal_new ("cell-edited", SPIL_TYPE_PLAN_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_BOOLEAN, 3,
                G_TYPE_INT, G_TYPE_INT, G_TYPE_STRING);
}

static void
spil_plan_view_class_init (SpilPlanViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = spil_plan_view_get_property;
  object_class->set_property = spil_plan_view_set_property;
  object_class->dispose = spil_plan_view_dispose;
  object_class->finalize = spil_plan_view_finalize;
  widget_class->size_allocate = spil_plan_view_size_allocate;
  widget_class->measure = spil_plan_view_measure;
  widget_class->snapshot = spil_plan_view_snapshot;
  g_object_class_install_property (
      object_class, PROP_TABLE_WIDTH,
      g_param_spec_int ("table-width", NULL, NULL, 0, G_MAXINT, TABLE_WIDTH,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  add_signals ();
}

static gboolean
is_selected (int row, gpointer data)
{
  return spil_plan_selection_contains (SPIL_PLAN_VIEW (data)->selection, row);
}

static void
spil_plan_view_init (SpilPlanView *self)
{
  self->selection = spil_plan_selection_new ();
  self->ghosts = g_array_new (FALSE, FALSE, sizeof (int));
  self->hover = -1;
  self->size[0] = -1;
  self->table_width = TABLE_WIDTH;
  spil_plan_scale_init (&self->scale);
  self->wanted_day = SPIL_DAY_NONE;
  spil_plan_place_set_adjustment (self, &self->across, NULL);
  spil_plan_place_set_adjustment (self, &self->down, NULL);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->canvas = SPIL_CHART_CANVAS (spil_chart_canvas_new ());
  spil_chart_canvas_set_guided (self->canvas, TRUE);
  spil_chart_canvas_set_name (self->canvas, C_ ("page", "Planning"));
  spil_chart_canvas_set_selected_func (self->canvas, is_selected, self);
  gtk_widget_set_parent (GTK_WIDGET (self->canvas), GTK_WIDGET (self));
  g_signal_connect_object (self->canvas, "notify::has-focus", G_CALLBACK (on_focus_changed_cb), self,
                           G_CONNECT_SWAPPED);
  spil_plan_keys_add (self);
  spil_plan_wheel_add (self);
  spil_plan_click_add (self);
  spil_plan_drag_add (self);
}
