// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-chart-file.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

/* Cairo's image surfaces end here. */
#define MAX_PIXELS 32767
/* A4 in points. */
#define A4_SHORT 595.28
#define A4_LONG 841.89

G_DEFINE_QUARK (spil - chart - file - error - quark, spil_chart_file_error)

typedef enum
{
  KIND_SVG,
  KIND_PDF,
  KIND_PNG,
} Kind;

/* What is written where. */
typedef struct
{
  SpilChart *chart;
  SpilChartStyle style;
  double width; /* of the sheet */
  double height;
  double margin;
  double scale;
  gboolean paged; /* all pages in one file */
  gboolean whole; /* the chart is the sheet */
  int page; /* what is drawn of a chart of pages; -1: all in one */
  const char *title;
} Sheet;

static gboolean
find_kind (const char *path, Kind *kind, GError **error)
{
  static const char *const endings[] = { ".svg", ".pdf", ".png" };
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i])) {
      *kind = (Kind) i;
      return TRUE;
    }
  g_set_error (error, SPIL_CHART_FILE_ERROR, SPIL_CHART_FILE_ERROR_KIND,
               _ ("The chart was not written to “%s”: give the file a name that ends in .svg, .pdf or .png."),
               name);
  return FALSE;
}

static Sheet
make_sheet (SpilChart *chart, Kind kind, const SpilChartFileOptions *options)
{
  gboolean wide = g_strcmp0 (spil_chart_get_name (chart), "gantt") == 0;
  Sheet sheet = { .chart = chart, .page = -1 };

  if (options != NULL) {
    sheet.whole = options->whole;
    sheet.title = options->title;
  }
  if (options != NULL && options->style != NULL)
    sheet.style = *options->style;
  else
    spil_chart_style_init (&sheet.style, SPIL_LOOK_PRINT, kind == KIND_PDF ? 9 : 14);
  sheet.scale = options != NULL && options->scale > 0 ? MIN (options->scale, 16) : 2;
  /* Only a bitmap has pixels to keep lines sharp on. */
  sheet.style.scale = kind == KIND_PNG ? sheet.scale : 0;
  sheet.margin = sheet.whole ? 0 : kind == KIND_PDF ? 36 : sheet.style.font_size;
  sheet.width = options != NULL && options->width > 0 ? options->width
                : kind == KIND_PDF                    ? (wide ? A4_LONG : A4_SHORT)
                                                      : 960;
  sheet.width = MAX (sheet.width, sheet.margin * 4);
  if (options != NULL && options->height > 0)
    sheet.height = MAX (options->height, sheet.margin * 4);
  else if (kind == KIND_PDF && wide)
    sheet.height = options != NULL && options->width > 0 ? sheet.width / G_SQRT2 : A4_SHORT;
  else
    sheet.height = ceil (spil_chart_natural_height (chart, sheet.width - 2 * sheet.margin, &sheet.style) +
                         2 * sheet.margin);
  sheet.paged = kind == KIND_PDF;
  return sheet;
}

/* The file being written, and why that failed. */
typedef struct
{
  int fd;
  int failure;
} Output;

static cairo_status_t
write_bytes (void *closure, const unsigned char *bytes, unsigned int length)
{
  Output *output = closure;

  while (length > 0) {
    gssize written = write (output->fd, bytes, length);

    if (written < 0 && errno == EINTR)
      continue;
    if (written < 0) {
      output->failure = errno;
      return CAIRO_STATUS_WRITE_ERROR;
    }
    bytes += written;
    length -= (unsigned int) written;
  }
  return CAIRO_STATUS_SUCCESS;
}

static void
draw_sheet (const Sheet *sheet, cairo_t *cr, int page)
{
  SpilColor paper = sheet->style.palette.background;
  double width = sheet->width - 2 * sheet->margin;
  double height = sheet->height - 2 * sheet->margin;

  cairo_set_source_rgb (cr, paper.red, paper.green, paper.blue);
  /* In a PDF, cairo_paint() would forget all before it on the page, the tags that are open too. */
  if (sheet->paged) {
    cairo_rectangle (cr, 0, 0, sheet->width, sheet->height);
    cairo_fill (cr);
  } else
    cairo_paint (cr);
  cairo_save (cr);
  cairo_translate (cr, sheet->margin, sheet->margin);
  if (page >= 0)
    spil_chart_draw_page (sheet->chart, cr, width, height, &sheet->style, page);
  else
    spil_chart_draw (sheet->chart, cr, width, height, &sheet->style, NULL);
  cairo_restore (cr);
}

static cairo_status_t
draw_vector (const Sheet *sheet, cairo_surface_t *surface)
{
  cairo_t *cr = cairo_create (surface);
  int pages = sheet->paged ? spil_chart_count_pages (sheet->chart, sheet->width - 2 * sheet->margin,
                                                     sheet->height - 2 * sheet->margin, &sheet->style)
                           : 1;
  cairo_status_t status;

  /* Only a PDF has tags; on other surfaces Cairo loses the memory of them. */
  if (sheet->paged)
    cairo_tag_begin (cr, "Document", NULL);
  for (int page = 0; page < pages; page++) {
    if (page > 0)
      cairo_show_page (cr);
    draw_sheet (sheet, cr, sheet->paged ? page : sheet->page);
  }
  if (sheet->paged)
    cairo_tag_end (cr, "Document");
  /* After the tag, which would have no page otherwise. */
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  return status != CAIRO_STATUS_SUCCESS ? status : cairo_surface_status (surface);
}

static cairo_status_t
draw_bitmap (const Sheet *sheet, Output *output)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                                         (int) ceil (sheet->width * sheet->scale),
                                                         (int) ceil (sheet->height * sheet->scale));
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cr, sheet->scale, sheet->scale);
  draw_sheet (sheet, cr, sheet->page);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, write_bytes, output);
  cairo_surface_destroy (surface);
  return status;
}

static cairo_status_t
draw_file (const Sheet *sheet, Kind kind, Output *output)
{
  cairo_surface_t *surface;
  cairo_status_t status;

  if (kind == KIND_PNG)
    return draw_bitmap (sheet, output);
  if (kind == KIND_PDF) {
    g_autofree char *summary = spil_chart_dup_summary (sheet->chart);

    surface = cairo_pdf_surface_create_for_stream (write_bytes, output, sheet->width, sheet->height);
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Spil");
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, summary);
    if (sheet->title != NULL)
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, sheet->title);
  } else {
    surface = cairo_svg_surface_create_for_stream (write_bytes, output, sheet->width, sheet->height);
    cairo_svg_surface_set_document_unit (surface, sheet->whole ? CAIRO_SVG_UNIT_PT : CAIRO_SVG_UNIT_PX);
  }
  status = draw_vector (sheet, surface);
  cairo_surface_destroy (surface);
  return status;
}

static gboolean
check_size (const Sheet *sheet, Kind kind, const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);

  if (kind != KIND_PNG ||
      (sheet->width * sheet->scale <= MAX_PIXELS && sheet->height * sheet->scale <= MAX_PIXELS))
    return TRUE;
  g_set_error (error, SPIL_CHART_FILE_ERROR, SPIL_CHART_FILE_ERROR_SIZE,
               _ ("The chart is too large for a picture such as “%s”: write it to a .pdf or .svg file."),
               name);
  return FALSE;
}

/* Draws into a new file beside @path and moves it there; the reason of a failure is a borrowed text. */
static gboolean
replace_file (const Sheet *sheet, Kind kind, const char *path, const char **reason)
{
  g_autofree char *temporary = g_strconcat (path, ".XXXXXX", NULL);
  Output output = { .fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0666) };
  cairo_status_t status;

  if (output.fd < 0) {
    *reason = g_strerror (errno);
    return FALSE;
  }
  status = draw_file (sheet, kind, &output);
  if (output.failure == 0 && status == CAIRO_STATUS_SUCCESS && fsync (output.fd) != 0)
    output.failure = errno;
  if (close (output.fd) != 0 && output.failure == 0)
    output.failure = errno;
  if (output.failure == 0 && status == CAIRO_STATUS_SUCCESS) {
    if (g_rename (temporary, path) == 0)
      return TRUE;
    output.failure = errno;
  }
  *reason = output.failure != 0 ? g_strerror (output.failure) : cairo_status_to_string (status);
  g_unlink (temporary);
  return FALSE;
}

static gboolean
write_sheet (const Sheet *sheet, Kind kind, const char *path, GError **error)
{
  const char *reason = NULL;

  if (!check_size (sheet, kind, path, error))
    return FALSE;
  if (replace_file (sheet, kind, path, &reason))
    return TRUE;
  g_set_error (error, SPIL_CHART_FILE_ERROR, SPIL_CHART_FILE_ERROR_WRITE,
               _ ("The chart was not written to “%s”: %s. Choose another folder or make room there."), path,
               reason);
  return FALSE;
}

gboolean
spil_chart_file_write (SpilChart *chart, const char *path, const SpilChartFileOptions *options,
                       GError **error)
{
  Kind kind;
  Sheet sheet;

  g_return_val_if_fail (chart != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (!find_kind (path, &kind, error))
    return FALSE;
  sheet = make_sheet (chart, kind, options);
  return write_sheet (&sheet, kind, path, error);
}

/* "plan-3.png", with as many figures as the last page has, so that the files stand in order. */
static char *
dup_page_path (const char *path, int page, int pages)
{
  int figures = pages > 99 ? (pages > 999 ? 4 : 3) : (pages > 9 ? 2 : 1);
  const char *ending = path + strlen (path) - 4;

  return g_strdup_printf ("%.*s-%0*d%s", (int) (ending - path), path, figures, page + 1, ending);
}

char **
spil_chart_file_write_pages (SpilChart *chart, const char *path, const SpilChartFileOptions *options,
                             GError **error)
{
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  int pages = 1;
  Kind kind;
  Sheet sheet;

  g_return_val_if_fail (chart != NULL, NULL);
  g_return_val_if_fail (path != NULL, NULL);

  if (!find_kind (path, &kind, error))
    return NULL;
  sheet = make_sheet (chart, kind, options);
  if (!sheet.paged)
    pages = spil_chart_count_pages (chart, sheet.width, sheet.height, &sheet.style);
  for (int page = 0; page < pages; page++) {
    g_autofree char *name = pages > 1 ? dup_page_path (path, page, pages) : g_strdup (path);

    sheet.page = sheet.paged ? -1 : page;
    if (!write_sheet (&sheet, kind, name, error))
      return NULL;
    g_strv_builder_add (paths, name);
  }
  return g_strv_builder_end (paths);
}
