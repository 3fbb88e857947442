// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What is drawn over the canvas: the current cell, the handles for links, and what is said at the pointer. */
#include "spil-plan-view-private.h"

/* Radius of a handle, how far it stands from its bar, and how near a pointer has to come. */
#define RADIUS 4.5
#define AWAY 10
#define NEAR 9

/* Where the handles of the row under the pointer are; FALSE: it has none. */
static gboolean
find_handles (SpilPlanView *self, double *start, double *finish, double *y)
{
  const SpilChartBox *box = NULL;

  if (self->hover < 0 || self->hover >= spil_plan_view_count_rows (self) || self->read_only ||
      spil_plan_drag_is_moving (self))
    return FALSE;
  box = spil_plan_place_box (self, self->hover);
  if (box == NULL || box->part == SPIL_CHART_PART_NOTE)
    return FALSE;
  *start = box->x - AWAY;
  *finish = box->x + box->width + AWAY;
  *y = box->y + box->height / 2;
  return TRUE;
}

static gboolean
is_near (double x, double y, double at_x, double at_y)
{
  return (x - at_x) * (x - at_x) + (y - at_y) * (y - at_y) <= NEAR * NEAR;
}

gboolean
spil_plan_overlay_handle_at (SpilPlanView *self, double x, double y, int *row, gboolean *finish)
{
  double left, right, middle;

  if (!find_handles (self, &left, &right, &middle))
    return FALSE;
  *row = self->hover;
  *finish = is_near (x, y, right, middle);
  return *finish || is_near (x, y, left, middle);
}

static GdkRGBA
accent (SpilPlanView *self)
{
  SpilColor color = self->style.palette.accent;

  return (GdkRGBA) { (float) color.red, (float) color.green, (float) color.blue, 1 };
}

static void
draw_circle (SpilPlanView *self, GtkSnapshot *snapshot, double x, double y)
{
  SpilColor ground = self->style.palette.background;
  GdkRGBA fill = { (float) ground.red, (float) ground.green, (float) ground.blue, 1 };
  GdkRGBA line = accent (self);
  GskRoundedRect circle;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) (x - RADIUS), (float) (y - RADIUS), (float) RADIUS * 2,
                                               (float) RADIUS * 2);

  gsk_rounded_rect_init_from_rect (&circle, &bounds, (float) RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &circle);
  gtk_snapshot_append_color (snapshot, &fill, &bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &circle, (float[4]) { 2, 2, 2, 2 },
                              (GdkRGBA[4]) { line, line, line, line });
}

static void
draw_cell (SpilPlanView *self, GtkSnapshot *snapshot)
{
  int row = spil_plan_view_get_selected (self);
  double x, y, width, height, top = self->layout.header_height;
  GdkRGBA line = accent (self);
  GskRoundedRect outline;

  if (!spil_plan_view_has_table (self) || row < 0 || self->column >= self->layout.n_columns ||
      !gtk_widget_has_focus (GTK_WIDGET (self->canvas)))
    return;
  spil_gantt_cell_place (&self->layout, row, self->column, &x, &y, &width, &height);
  /* The words of the first column have their air before them. */
  if (self->column == 0) {
    x -= self->style.font_size * 0.4;
    width += self->style.font_size * 0.4;
  }
  if (y + height < top || y > self->layout.height)
    return;
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, (float) top, (float) self->layout.width,
                                                         (float) (self->layout.height - top)));
  gsk_rounded_rect_init_from_rect (
      &outline, &GRAPHENE_RECT_INIT ((float) x + 1, (float) y + 1, (float) width - 2, (float) height - 2), 4);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 2, 2, 2, 2 },
                              (GdkRGBA[4]) { line, line, line, line });
  gtk_snapshot_pop (snapshot);
}

void
spil_plan_overlay_snapshot (SpilPlanView *self, GtkSnapshot *snapshot)
{
  double left, right, middle;

  if (!spil_plan_view_has_size (self))
    return;
  draw_cell (self, snapshot);
  if (!find_handles (self, &left, &right, &middle))
    return;
  gtk_snapshot_push_clip (
      snapshot, &GRAPHENE_RECT_INIT ((float) self->layout.label_width, (float) self->layout.header_height,
                                     (float) (self->layout.width - self->layout.label_width),
                                     (float) (self->layout.height - self->layout.header_height)));
  draw_circle (self, snapshot, left, middle);
  draw_circle (self, snapshot, right, middle);
  gtk_snapshot_pop (snapshot);
}

/* At the pointer */

static void
make_tip (SpilPlanView *self)
{
  static const char *const classes[][3] = { { "heading", "numeric", NULL }, { "caption", "numeric", NULL } };

  self->tip = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_add_css_class (self->tip, "osd");
  gtk_widget_add_css_class (self->tip, "plan-tip");
  gtk_widget_set_can_target (self->tip, FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++) {
    GtkWidget *label = gtk_label_new (NULL);

    gtk_label_set_xalign (GTK_LABEL (label), 0);
    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
    gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
    gtk_widget_set_css_classes (label, (const char **) classes[i]);
    gtk_box_append (GTK_BOX (self->tip), label);
  }
  gtk_widget_set_parent (self->tip, GTK_WIDGET (self));
}

void
spil_plan_overlay_set_tip (SpilPlanView *self, const char *title, const char *note)
{
  GtkWidget *label;

  if (title == NULL) {
    g_clear_pointer (&self->tip, gtk_widget_unparent);
    return;
  }
  if (self->tip == NULL)
    make_tip (self);
  label = gtk_widget_get_first_child (self->tip);
  gtk_label_set_text (GTK_LABEL (label), title);
  label = gtk_widget_get_next_sibling (label);
  gtk_label_set_text (GTK_LABEL (label), note != NULL ? note : "");
  gtk_widget_set_visible (label, note != NULL);
  self->tip_x = self->pointer_x;
  self->tip_y = self->pointer_y;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
spil_plan_overlay_allocate_tip (SpilPlanView *self)
{
  int view_width = gtk_widget_get_width (GTK_WIDGET (self)),
      view_height = gtk_widget_get_height (GTK_WIDGET (self));
  int width, height, x, y;

  if (self->tip == NULL)
    return;
  gtk_widget_measure (self->tip, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (self->tip, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  x = (int) self->tip_x + 14;
  y = (int) self->tip_y + 20;
  if (x + width > view_width - 6)
    x = MAX (6, view_width - 6 - width);
  if (y + height > view_height - 6)
    y = MAX (6, (int) self->tip_y - 12 - height);
  gtk_widget_size_allocate (self->tip, &(GtkAllocation) { x, y, width, height }, -1);
}
