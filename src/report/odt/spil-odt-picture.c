// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-odt-private.h"

#include <cairo-svg.h>
#include <math.h>

#include "spil-png.h"

/* Pixels a point in the picture that stands in for the drawing: 108 an inch. */
#define PIXELS 1.5
/* What title, summary and source take beside a chart on its page. */
#define AROUND 70.0

/* One page of a chart. */
typedef struct
{
  const SpilBlock *block;
  double width;
  double height;
  int page;
} Picture;

static cairo_status_t
on_svg_written_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_status_t
draw (SpilOdt *self, const Picture *picture, cairo_surface_t *surface, double scale)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cr, scale, scale);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  self->style.scale = scale == 1 ? 0 : scale;
  spil_chart_draw_page (picture->block->chart, cr, picture->width, picture->height, &self->style,
                        picture->page);
  status = cairo_status (cr);
  cairo_destroy (cr);
  return status;
}

static GByteArray *
make_svg (SpilOdt *self, const Picture *picture)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (on_svg_written_cb, bytes, picture->width,
                                                                  picture->height);
  gboolean ok = draw (self, picture, surface, 1) == CAIRO_STATUS_SUCCESS;

  cairo_surface_finish (surface);
  ok = ok && cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS;
  cairo_surface_destroy (surface);
  return ok ? g_steal_pointer (&bytes) : NULL;
}

static GByteArray *
make_png (SpilOdt *self, const Picture *picture)
{
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, (int) ceil (picture->width * PIXELS), (int) ceil (picture->height * PIXELS));
  GByteArray *bytes = NULL;

  if (draw (self, picture, surface, PIXELS) == CAIRO_STATUS_SUCCESS)
    bytes = spil_png_encode (surface);
  cairo_surface_destroy (surface);
  return bytes;
}

/* Puts a picture into the archive; takes @bytes, NULL when it could not be drawn. */
static gboolean
add_file (SpilOdt *self, const char *ending, const char *type, GByteArray *taken, GError **error)
{
  g_autoptr (GByteArray) bytes = taken;
  g_autofree char *name = g_strdup_printf ("Pictures/chart%d.%s", self->n_pictures, ending);

  if (bytes == NULL) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "a chart could not be drawn");
    return FALSE;
  }
  g_string_append_printf (self->manifest,
                          "<manifest:file-entry manifest:full-path=\"%s\" manifest:media-type=\"%s\"/>", name,
                          type);
  return spil_zip_add (self->zip, name, bytes->data, bytes->len,
                       g_str_equal (ending, "png") ? SPIL_ZIP_STORE : SPIL_ZIP_DEFLATE, error);
}

/* The frame with both pictures (the first that a program knows is shown) and what they show in words. */
static void
put_frame (SpilOdt *self, const Picture *picture, const char *summary)
{
  g_autofree char *number = spil_block_dup_number (picture->block);

  spil_odt_open (self, "Figure");
  g_string_append_printf (self->body,
                          "<draw:frame draw:style-name=\"Frame\" draw:name=\"Chart%d\" "
                          "text:anchor-type=\"as-char\"",
                          self->n_pictures);
  spil_odt_put_length (self->body, "svg:width", picture->width);
  spil_odt_put_length (self->body, "svg:height", picture->height);
  g_string_append (self->body, ">");
  for (const char *const *type = (const char *const[]) { "svg", "image/svg+xml", "png", "image/png", NULL };
       *type != NULL; type += 2)
    g_string_append_printf (self->body,
                            "<draw:image xlink:href=\"Pictures/chart%d.%s\" xlink:type=\"simple\" "
                            "xlink:show=\"embed\" xlink:actuate=\"onLoad\" draw:mime-type=\"%s\"/>",
                            self->n_pictures, type[0], type[1]);
  g_string_append (self->body, "<svg:title>");
  spil_odt_put_plain (self->body, picture->block->text != NULL ? picture->block->text : number);
  g_string_append (self->body, "</svg:title><svg:desc>");
  spil_odt_put_plain (self->body, summary);
  g_string_append (self->body, "</svg:desc></draw:frame>");
  spil_odt_close (self);
}

static gboolean
put_picture (SpilOdt *self, const Picture *picture, const char *summary, GError **error)
{
  self->n_pictures++;
  put_frame (self, picture, summary);
  return add_file (self, "svg", "image/svg+xml", make_svg (self, picture), error) &&
         add_file (self, "png", "image/png", make_png (self, picture), error);
}

gboolean
spil_odt_put_chart (SpilOdt *self, const SpilBlock *block, GError **error)
{
  const double room = spil_odt_body_height (self) - AROUND;
  g_autofree char *summary = spil_chart_dup_summary (block->chart);
  Picture picture = { .block = block, .width = spil_odt_body_width (self) - 1 };
  int n_pages;

  self->style.scale = 0;
  picture.height = block->height > 0 ? block->height
                                     : spil_chart_natural_height (block->chart, picture.width, &self->style);
  picture.height = CLAMP (picture.height, 40, room);
  n_pages = spil_chart_count_pages (block->chart, picture.width, picture.height, &self->style);
  spil_odt_put_caption (self, block);
  for (; picture.page < n_pages; picture.page++)
    if (!put_picture (self, &picture, summary, error))
      return FALSE;
  spil_odt_open (self, "Source");
  spil_odt_put_text (self->body, summary);
  if (block->source != NULL) {
    g_string_append (self->body, "<text:line-break/>");
    spil_odt_put_text (self->body, block->source);
  }
  spil_odt_close (self);
  return TRUE;
}
