// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-sheet-preview.h"

#include <math.h>

/* The white around the paper, for its shadow. */
#define AROUND 12
#define LEAST_SIDE 160

struct _SpilSheetPreview
{
  GtkWidget parent_instance;

  SpilChart *sheet;
  int page;
  double width; /* of the paper, in points */
  double height;
};

G_DEFINE_FINAL_TYPE (SpilSheetPreview, spil_sheet_preview, GTK_TYPE_WIDGET)

/* Where the paper lies. */
static graphene_rect_t
place_paper (SpilSheetPreview *self)
{
  double width = MAX (gtk_widget_get_width (GTK_WIDGET (self)) - 2 * AROUND, 1);
  double height = MAX (gtk_widget_get_height (GTK_WIDGET (self)) - 2 * AROUND, 1);
  double size = MIN (width / self->width, height / self->height);
  graphene_rect_t paper;

  graphene_rect_init (&paper, (float) floor (AROUND + (width - self->width * size) / 2),
                      (float) floor (AROUND + (height - self->height * size) / 2),
                      (float) floor (self->width * size), (float) floor (self->height * size));
  return paper;
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *into)
{
  SpilSheetPreview *self = SPIL_SHEET_PREVIEW (widget);
  SpilChartStyle style;
  graphene_rect_t paper;
  GskRoundedRect outline;
  cairo_t *cr;

  if (self->sheet == NULL)
    return;
  paper = place_paper (self);
  gsk_rounded_rect_init_from_rect (&outline, &paper, 0);
  gtk_snapshot_append_outset_shadow (into, &outline, &(GdkRGBA) { 0, 0, 0, 0.35F }, 0, 1, 1, 6);
  gtk_snapshot_append_color (into, &(GdkRGBA) { 1, 1, 1, 1 }, &paper);
  spil_chart_style_init (&style, SPIL_LOOK_PRINT, 0);
  style.scale = gtk_widget_get_scale_factor (widget);
  cr = gtk_snapshot_append_cairo (into, &paper);
  cairo_translate (cr, paper.origin.x, paper.origin.y);
  spil_chart_draw_page (self->sheet, cr, paper.size.width, paper.size.height, &style, self->page);
  cairo_destroy (cr);
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *least, int *natural,
         int *least_baseline, int *natural_baseline)
{
  *least = LEAST_SIDE;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 560 : 230;
}

static void
spil_sheet_preview_finalize (GObject *object)
{
  g_clear_pointer (&SPIL_SHEET_PREVIEW (object)->sheet, spil_chart_unref);
  G_OBJECT_CLASS (spil_sheet_preview_parent_class)->finalize (object);
}

static void
spil_sheet_preview_class_init (SpilSheetPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = spil_sheet_preview_finalize;
  widget_class->snapshot = snapshot;
  widget_class->measure = measure;
  gtk_widget_class_set_css_name (widget_class, "sheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
spil_sheet_preview_init (SpilSheetPreview *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

void
spil_sheet_preview_set_page (SpilSheetPreview *self, SpilChart *sheet, int page, double width, double height)
{
  g_return_if_fail (SPIL_IS_SHEET_PREVIEW (self));
  g_return_if_fail (sheet == NULL || (width > 0 && height > 0));

  if (sheet != NULL)
    spil_chart_ref (sheet);
  g_clear_pointer (&self->sheet, spil_chart_unref);
  self->sheet = sheet;
  self->page = page;
  self->width = width;
  self->height = height;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
