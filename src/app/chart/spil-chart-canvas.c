// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-chart-canvas.h"

#include <adwaita.h>
#include <math.h>

#include "spil-chart-look.h"
#include "spil-chart-part-item.h"

#define MIN_WIDTH 240
#define NATURAL_WIDTH 640
#define MOST_WIDTH 4000
// How far from a thin part a pointer still means it.
#define SLACK 6

struct _SpilChartCanvas
{
  GtkWidget parent_instance;

  SpilChart *chart;
  SpilChartStyle style;
  SpilChartHits *hits;
  GArray *parts; /**< indices in hits of the parts that people go through, in order */
  int current; /**< index in parts, or -1 */
  int current_index; /**< the datum of the current part, also when that is not drawn now; -1: none */
  char *name;
  gboolean guided;
  SpilChartIsSelected is_selected; /**< NULL: nothing is ever selected */
  gpointer selected_data;
  GPtrArray *items; /**< of SpilChartPartItem, one for each of parts, once somebody asked for them */
  gboolean wants_items;
  GskRenderNode *latest; /**< what was drawn last: shown while another thread uses the chart */
  int n_freezes;
};

static void accessible_iface_init (GtkAccessibleInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SpilChartCanvas, spil_chart_canvas, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE, accessible_iface_init))

enum
{
  PART_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Parts */

static const SpilChartBox *
box_of (SpilChartCanvas *self, int part)
{
  if (part < 0 || part >= (int) self->parts->len)
    return NULL;
  return spil_chart_hits_get (self->hits, g_array_index (self->parts, int, part));
}

// The current part keeps to its datum when others are drawn than before.
static void
find_current (SpilChartCanvas *self)
{
  const SpilChartBox *box = box_of (self, self->current);

  if (self->current_index < 0)
    self->current = -1;
  if (self->current_index < 0 || (box != NULL && box->index == self->current_index))
    return;
  self->current = -1;
  for (guint i = 0; i < self->parts->len && self->current < 0; i++)
    if (box_of (self, (int) i)->index == self->current_index)
      self->current = (int) i;
}

// What only holds or lies behind other parts would say everything twice.
static gboolean
is_gone_through (SpilChartPart part)
{
  return part != SPIL_CHART_PART_ROW && part != SPIL_CHART_PART_CELL && part != SPIL_CHART_PART_BAND &&
         part != SPIL_CHART_PART_LINK;
}

static void
list_parts (SpilChartCanvas *self)
{
  int n_boxes = spil_chart_hits_get_count (self->hits);

  g_array_set_size (self->parts, 0);
  for (int i = 0; i < n_boxes; i++)
    if (is_gone_through (spil_chart_hits_get (self->hits, i)->part))
      g_array_append_val (self->parts, i);
  find_current (self);
}

// All of them let go of the chart and of each other before the first one ends: ending is told, and those who hear it look around.
static void
drop_items (SpilChartCanvas *self)
{
  for (guint i = 0; i < self->items->len; i++)
    spil_chart_part_item_detach (g_ptr_array_index (self->items, i));
  g_ptr_array_set_size (self->items, 0);
}

static void
make_items (SpilChartCanvas *self)
{
  int n_parts = (int) self->parts->len;

  drop_items (self);
  for (int i = 0; i < n_parts; i++)
    g_ptr_array_add (self->items, spil_chart_part_item_new (GTK_WIDGET (self), i, n_parts));
  for (int i = 0; i + 1 < n_parts; i++)
    spil_chart_part_item_set_next (g_ptr_array_index (self->items, i),
                                   g_ptr_array_index (self->items, i + 1));
}

static void
tell_current (SpilChartCanvas *self)
{
  gboolean focused = gtk_widget_has_focus (GTK_WIDGET (self));

  for (int i = 0; i < (int) self->items->len; i++)
    if (i != self->current)
      spil_chart_part_item_set_focused (g_ptr_array_index (self->items, i), FALSE);
  if (self->current < 0 || self->current >= (int) self->items->len) {
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
    return;
  }
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT,
                                  g_ptr_array_index (self->items, self->current), -1);
  spil_chart_part_item_set_focused (g_ptr_array_index (self->items, self->current), focused);
}

static void
update_item (SpilChartCanvas *self, int part)
{
  SpilChartPartItem *item = g_ptr_array_index (self->items, part);
  const SpilChartBox *box = box_of (self, part);

  spil_chart_part_item_update (item, box);
  if (self->is_selected != NULL)
    spil_chart_part_item_set_selected (item, self->is_selected (box->index, self->selected_data));
}

static void
update_items (SpilChartCanvas *self)
{
  if (!self->wants_items)
    return;
  if (self->items->len != self->parts->len)
    make_items (self);
  for (guint i = 0; i < self->items->len; i++)
    update_item (self, (int) i);
  tell_current (self);
}

static void
set_current (SpilChartCanvas *self, int part)
{
  if (part < 0 || part >= (int) self->parts->len || part == self->current)
    return;
  self->current = part;
  self->current_index = box_of (self, part)->index;
  tell_current (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
activate_box (SpilChartCanvas *self, const SpilChartBox *box)
{
  if (box != NULL)
    g_signal_emit (self, signals[PART_ACTIVATED], 0, box);
}

static GtkAccessible *
get_first_accessible_child (GtkAccessible *accessible)
{
  SpilChartCanvas *self = SPIL_CHART_CANVAS (accessible);

  // Who hears that it ends asks once more: items made then would hold on to what is gone.
  if (gtk_widget_in_destruction (GTK_WIDGET (self)))
    return NULL;
  self->wants_items = TRUE;
  if (self->items->len != self->parts->len)
    update_items (self);
  return self->items->len > 0 ? GTK_ACCESSIBLE (g_object_ref (g_ptr_array_index (self->items, 0))) : NULL;
}

static void
accessible_iface_init (GtkAccessibleInterface *iface)
{
  // The rest stays as the widget has it.
  iface->get_first_accessible_child = get_first_accessible_child;
}

/* Pointer and keys */

static gboolean
on_key_pressed_cb (SpilChartCanvas *self, guint keyval)
{
  int last = (int) self->parts->len - 1;

  switch (keyval) {
  case GDK_KEY_Right:
  case GDK_KEY_Down:
  case GDK_KEY_KP_Right:
  case GDK_KEY_KP_Down:
    set_current (self, MIN (self->current + 1, last));
    return TRUE;
  case GDK_KEY_Left:
  case GDK_KEY_Up:
  case GDK_KEY_KP_Left:
  case GDK_KEY_KP_Up:
    set_current (self, MAX (self->current - 1, 0));
    return TRUE;
  case GDK_KEY_Home:
    set_current (self, 0);
    return TRUE;
  case GDK_KEY_End:
    set_current (self, last);
    return TRUE;
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
  case GDK_KEY_space:
    activate_box (self, box_of (self, self->current));
    return self->current >= 0;
  default:
    return FALSE;
  }
}

static void
on_focus_changed_cb (SpilChartCanvas *self)
{
  if (self->current_index < 0 && !self->guided)
    set_current (self, 0);
  tell_current (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_released_cb (SpilChartCanvas *self, int n_press, double x, double y)
{
  const SpilChartBox *box = self->guided ? NULL : spil_chart_hits_at (self->hits, x, y, SLACK);

  // An arrow stands for no datum of its own.
  if (box != NULL && box->part == SPIL_CHART_PART_LINK)
    return;
  for (guint i = 0; i < self->parts->len; i++)
    if (box_of (self, i) == box)
      set_current (self, i);
  activate_box (self, box);
}

static gboolean
spil_chart_canvas_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  SpilChartCanvas *self = SPIL_CHART_CANVAS (widget);
  const SpilChartBox *box = keyboard ? box_of (self, self->current)
                                     : spil_chart_hits_at (self->hits, x, y, SLACK);
  g_autofree char *text = NULL;

  if (box == NULL)
    return FALSE;
  text = box->description != NULL ? g_strdup_printf ("%s\n%s", box->name, box->description) : NULL;
  gtk_tooltip_set_text (tooltip, text != NULL ? text : box->name);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { (int) box->x, (int) box->y, (int) ceil (box->width),
                                                       (int) ceil (box->height) });
  return TRUE;
}

/* Size and drawing */

static int
height_at (SpilChartCanvas *self, int width)
{
  return (int) ceil (spil_chart_natural_height (self->chart, width, &self->style));
}

static void
spil_chart_canvas_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                           int *natural, int *minimum_baseline, int *natural_baseline)
{
  SpilChartCanvas *self = SPIL_CHART_CANVAS (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = self->guided ? 0 : MIN_WIDTH;
    *natural = NATURAL_WIDTH;
    return;
  }
  *minimum = *natural = 0;
  if (self->chart == NULL || self->guided || self->n_freezes > 0)
    return;
  spil_chart_look_of_widget (widget, &self->style);
  *minimum = *natural = height_at (self, for_size > 0 ? for_size : NATURAL_WIDTH);
  // Of whatever width: the least is that of a narrow chart, which is as low as it is narrow, or of a wide one, whose words stand side by side.
  if (for_size <= 0)
    *minimum = MIN (*natural, MIN (height_at (self, MIN_WIDTH), height_at (self, MOST_WIDTH)));
}

static GtkSizeRequestMode
spil_chart_canvas_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
draw_focus (SpilChartCanvas *self, cairo_t *cr)
{
  const SpilChartBox *box = box_of (self, self->current);
  SpilColor color = self->style.palette.accent;

  if (box == NULL || (!self->guided && !gtk_widget_has_visible_focus (GTK_WIDGET (self))))
    return;
  cairo_set_source_rgb (cr, color.red, color.green, color.blue);
  cairo_set_line_width (cr, 2);
  cairo_rectangle (cr, floor (box->x) - 2, floor (box->y) - 2, ceil (box->width) + 4, ceil (box->height) + 4);
  cairo_stroke (cr);
}

static GskRenderNode *
draw (SpilChartCanvas *self, int width, int height)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  GskRenderNode *node = gsk_cairo_node_new (&bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  spil_chart_look_of_widget (GTK_WIDGET (self), &self->style);
  spil_chart_draw (self->chart, cr, width, height, &self->style, self->hits);
  list_parts (self);
  draw_focus (self, cr);
  cairo_destroy (cr);
  return node;
}

static void
spil_chart_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SpilChartCanvas *self = SPIL_CHART_CANVAS (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  if (self->chart == NULL || width <= 0 || height <= 0)
    return;
  if (self->n_freezes == 0) {
    g_clear_pointer (&self->latest, gsk_render_node_unref);
    self->latest = draw (self, width, height);
    update_items (self);
  }
  if (self->latest != NULL)
    gtk_snapshot_append_node (snapshot, self->latest);
}

static void
on_style_changed_cb (SpilChartCanvas *self)
{
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
spil_chart_canvas_realize (GtkWidget *widget)
{
  AdwStyleManager *manager;

  GTK_WIDGET_CLASS (spil_chart_canvas_parent_class)->realize (widget);
  manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  g_signal_connect_object (manager, "notify", G_CALLBACK (on_style_changed_cb), widget, G_CONNECT_SWAPPED);
}

static void
spil_chart_canvas_unrealize (GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));

  g_signal_handlers_disconnect_by_func (manager, on_style_changed_cb, widget);
  GTK_WIDGET_CLASS (spil_chart_canvas_parent_class)->unrealize (widget);
}

static void
spil_chart_canvas_dispose (GObject *object)
{
  SpilChartCanvas *self = SPIL_CHART_CANVAS (object);

  self->wants_items = FALSE;
  drop_items (self);
  g_clear_pointer (&self->chart, spil_chart_unref);
  g_clear_pointer (&self->latest, gsk_render_node_unref);
  G_OBJECT_CLASS (spil_chart_canvas_parent_class)->dispose (object);
}

static void
spil_chart_canvas_finalize (GObject *object)
{
  SpilChartCanvas *self = SPIL_CHART_CANVAS (object);

  spil_chart_hits_free (self->hits);
  g_array_unref (self->parts);
  g_ptr_array_unref (self->items);
  g_free (self->name);
  G_OBJECT_CLASS (spil_chart_canvas_parent_class)->finalize (object);
}

static void
spil_chart_canvas_class_init (SpilChartCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = spil_chart_canvas_dispose;
  object_class->finalize = spil_chart_canvas_finalize;
  widget_class->measure = spil_chart_canvas_measure;
  widget_class->get_request_mode = spil_chart_canvas_get_request_mode;
  widget_class->snapshot = spil_chart_canvas_snapshot;
  widget_class->query_tooltip = spil_chart_canvas_query_tooltip;
  widget_class->realize = spil_chart_canvas_realize;
  widget_class->unrealize = spil_chart_canvas_unrealize;
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  signals[PART_ACTIVATED] = g_signal_new ("part-activated", SPIL_TYPE_CHART_CANVAS, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
spil_chart_canvas_init (SpilChartCanvas *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->hits = spil_chart_hits_new ();
  self->parts = g_array_new (FALSE, FALSE, sizeof (int));
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->current = -1;
  self->current_index = -1;
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (click, "released", G_CALLBACK (on_released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (on_focus_changed_cb), NULL);
}

GtkWidget *
spil_chart_canvas_new (void)
{
  return g_object_new (SPIL_TYPE_CHART_CANVAS, NULL);
}

void
spil_chart_canvas_set_chart (SpilChartCanvas *self, SpilChart *chart)
{
  g_return_if_fail (SPIL_IS_CHART_CANVAS (self));

  if (chart != NULL)
    spil_chart_ref (chart);
  g_clear_pointer (&self->chart, spil_chart_unref);
  self->chart = chart;
  spil_chart_canvas_changed (self);
}

SpilChart *
spil_chart_canvas_get_chart (SpilChartCanvas *self)
{
  g_return_val_if_fail (SPIL_IS_CHART_CANVAS (self), NULL);
  return self->chart;
}

void
spil_chart_canvas_changed (SpilChartCanvas *self)
{
  g_autofree char *summary = NULL;

  g_return_if_fail (SPIL_IS_CHART_CANVAS (self));

  if (self->chart == NULL) {
    spil_chart_hits_clear (self->hits);
    list_parts (self);
  } else
    summary = spil_chart_dup_summary (self->chart);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->name != NULL ? self->name
                                  : summary != NULL  ? summary
                                                     : "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  self->name != NULL && summary != NULL ? summary : "", -1);
  gtk_widget_set_focusable (GTK_WIDGET (self), self->chart != NULL);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
spil_chart_canvas_set_name (SpilChartCanvas *self, const char *name)
{
  g_return_if_fail (SPIL_IS_CHART_CANVAS (self));

  g_set_str (&self->name, name);
  spil_chart_canvas_changed (self);
}

void
spil_chart_canvas_set_guided (SpilChartCanvas *self, gboolean guided)
{
  g_return_if_fail (SPIL_IS_CHART_CANVAS (self));

  self->guided = guided;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
spil_chart_canvas_set_selected_func (SpilChartCanvas *self, SpilChartIsSelected is_selected, gpointer data)
{
  g_return_if_fail (SPIL_IS_CHART_CANVAS (self));

  self->is_selected = is_selected;
  self->selected_data = data;
}

int
spil_chart_canvas_get_current (SpilChartCanvas *self)
{
  g_return_val_if_fail (SPIL_IS_CHART_CANVAS (self), -1);

  return self->current_index;
}

void
spil_chart_canvas_set_current (SpilChartCanvas *self, int index)
{
  g_return_if_fail (SPIL_IS_CHART_CANVAS (self));

  self->current_index = index;
  find_current (self);
  tell_current (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const SpilChartStyle *
spil_chart_canvas_get_style (SpilChartCanvas *self)
{
  g_return_val_if_fail (SPIL_IS_CHART_CANVAS (self), NULL);
  return &self->style;
}

const SpilChartHits *
spil_chart_canvas_get_hits (SpilChartCanvas *self)
{
  g_return_val_if_fail (SPIL_IS_CHART_CANVAS (self), NULL);
  return self->hits;
}

void
spil_chart_canvas_freeze (SpilChartCanvas *self)
{
  g_return_if_fail (SPIL_IS_CHART_CANVAS (self));
  self->n_freezes++;
}

void
spil_chart_canvas_thaw (SpilChartCanvas *self)
{
  g_return_if_fail (SPIL_IS_CHART_CANVAS (self));
  g_return_if_fail (self->n_freezes > 0);

  self->n_freezes--;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
