// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-sheet.h"

#include <glib/gi18n-lib.h>

#include "spil-gantt-private.h"
#include "spil-plan-sheet-private.h"

SpilChartPainter
spil_plan_sheet_painter (SpilPlanSheet *self, cairo_t *cr)
{
  spil_chart_text_begin (self->text, &self->style);
  return (SpilChartPainter) {
    .cr = cr,
    .style = &self->style,
    .text = self->text,
    .width = self->setup.width,
    .height = self->setup.height,
    .page = -1,
  };
}

/* Only a PDF has tags; on other surfaces Cairo loses the memory of them. */
static gboolean
has_tags (cairo_t *cr)
{
  return cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_PDF;
}

void
spil_plan_sheet_tag (cairo_t *cr, const char *name, const char *attributes)
{
  if (has_tags (cr))
    cairo_tag_begin (cr, name, attributes);
}

void
spil_plan_sheet_untag (cairo_t *cr, const char *name)
{
  if (has_tags (cr))
    cairo_tag_end (cr, name);
}

static void
clear_pages (SpilPlanSheet *self)
{
  spil_plan_sheet_layout_clear (&self->layout);
  g_clear_pointer (&self->fit.advice, g_free);
}

static void
free_sheet (gpointer data)
{
  SpilPlanSheet *self = data;

  clear_pages (self);
  spil_chart_unref (self->body);
  spil_chart_text_free (self->text);
  g_array_unref (self->keys);
  g_free (self->title);
  g_free (self->about);
  g_free (self->source);
  g_free (self->printed);
  g_free (self->stamp);
  g_free (self);
}

/* Pages */

static int
page_band (const SpilPlanSheet *self, int page, int *first, int *end)
{
  int band = CLAMP (page / self->fit.across, 0, self->fit.down - 1);

  *first = g_array_index (self->layout.bands, int, band);
  *end = g_array_index (self->layout.bands, int, band + 1);
  return page % self->fit.across;
}

/* The part of the chart that is on a page. Returns the size that it takes there. */
static void
set_part (SpilPlanSheet *self, int page, const SpilChartStyle *style, double *width, double *height)
{
  const SpilPlanSheetLayout *layout = &self->layout;
  double most = self->setup.width - 2 * SPIL_PLAN_SHEET_MARGIN;
  int first, end;
  int column = page_band (self, page, &first, &end);
  SpilDay from = g_array_index (layout->cuts, SpilDay, column);
  SpilDay until = g_array_index (layout->cuts, SpilDay, column + 1);
  SpilGanttView view = { .first_day = from,
                         .day_width = layout->day_width,
                         .time_width = spil_day_between (from, until) * layout->day_width,
                         .row_height = layout->row_height,
                         .two_lines = layout->two_lines,
                         .label_width = column == 0 ? layout->table_width : layout->name_width,
                         .offset_y = first * layout->row_height };

  spil_gantt_set_view (spil_gantt_from_chart (self->body), &view);
  /* The last page from the left has the texts beside the last bars. */
  *width = column + 1 == self->fit.across ? most : view.label_width + view.time_width;
  *height = spil_gantt_lay_out (self->body, most, 100, style).header_height +
            (end - first) * layout->row_height + 0.3;
}

static void
move_hits (SpilChartHits *from, SpilChartHits *to, double x, double y)
{
  for (int i = 0; i < spil_chart_hits_get_count (from); i++) {
    SpilChartBox box = *spil_chart_hits_get (from, i);

    box.x += x;
    box.y += y;
    box.name = g_strdup (box.name);
    box.description = g_strdup (box.description);
    spil_chart_hits_add (to, &box);
  }
}

static void
draw_body (SpilPlanSheet *self, cairo_t *cr, int page, SpilChartHits *hits)
{
  g_autoptr (SpilChartHits) parts = hits != NULL ? spil_chart_hits_new () : NULL;
  SpilChartStyle style = self->style;
  double x = SPIL_PLAN_SHEET_MARGIN;
  double y = SPIL_PLAN_SHEET_MARGIN + self->layout.head;
  double width, height;

  style.font_size = self->layout.font;
  set_part (self, page, &style, &width, &height);
  cairo_save (cr);
  cairo_translate (cr, x, y);
  spil_plan_sheet_tag (cr, "Figure", NULL);
  spil_chart_draw (self->body, cr, width, height, &style, parts);
  spil_plan_sheet_untag (cr, "Figure");
  cairo_restore (cr);
  if (hits != NULL)
    move_hits (parts, hits, x, y);
}

static void
draw_page (SpilPlanSheet *self, cairo_t *cr, int page, SpilChartHits *hits)
{
  page = CLAMP (page, 0, self->fit.across * self->fit.down - 1);
  spil_plan_sheet_draw_head (self, cr, page);
  draw_body (self, cr, page, hits);
  spil_plan_sheet_draw_foot (self, cr, page);
}

/* The class */

static void
draw (gconstpointer data, const SpilChartPainter *painter)
{
  SpilPlanSheet *self = (SpilPlanSheet *) data;
  double size = painter->width / self->setup.width;

  self->style.scale = painter->style->scale * size;
  cairo_save (painter->cr);
  cairo_scale (painter->cr, size, size);
  draw_page (self, painter->cr, painter->page, painter->hits);
  cairo_restore (painter->cr);
}

static double
natural_height (gconstpointer data, const SpilChartPainter *painter)
{
  const SpilPlanSheet *self = data;

  return painter->width * self->setup.height / self->setup.width;
}

static int
count_pages (gconstpointer data, const SpilChartPainter *painter)
{
  const SpilPlanSheet *self = data;

  return self->fit.across * self->fit.down;
}

static char *
summary (gconstpointer data)
{
  return spil_chart_dup_summary (((const SpilPlanSheet *) data)->body);
}

static SpilChartTable *
table (gconstpointer data)
{
  return spil_chart_dup_table (((const SpilPlanSheet *) data)->body);
}

static const SpilChartClass sheet_class = {
  .name = "gantt-sheet",
  .draw = draw,
  .natural_height = natural_height,
  .count_pages = count_pages,
  .summary = summary,
  .table = table,
  .free = free_sheet,
};

static SpilPlanSheet *
get_sheet (SpilChart *sheet)
{
  return spil_chart_get_data (sheet, &sheet_class);
}

/* Making */

static void
append_part (GString *text, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, text->len > 0 ? " · %s" : "%s", part);
}

/* Period, number of activities, and what the maker says of it. */
static char *
dup_about (const SpilPlanSheet *self, const SpilPlanSheetTexts *texts)
{
  GString *text = g_string_new (NULL);
  int n = self->needs.n_rows;
  g_autofree char *first = spil_day_format_long (self->needs.first);
  g_autofree char *last = spil_day_format_long (self->needs.last);
  // Translators: the first and the last day of a period.
  g_autofree char *period = g_strdup_printf (_ ("%s to %s"), first, last);
  g_autofree char *count = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d activity", "%d activities", (gulong) n), n);

  append_part (text, period);
  append_part (text, count);
  append_part (text, texts->state);
  append_part (text, texts->baseline);
  append_part (text, texts->filter);
  return g_string_free_and_steal (text);
}

static char *
dup_title (const SpilPlanSheetTexts *texts)
{
  GString *text = g_string_new (NULL);

  append_part (text, texts->title);
  append_part (text, texts->programme);
  return g_string_free_and_steal (text);
}

static void
find_style (SpilPlanSheet *self)
{
  double size = CLAMP (MIN (self->setup.width, self->setup.height) / 70, SPIL_PLAN_SHEET_LEAST_FONT + 0.2,
                       10);

  spil_chart_style_init (&self->style, SPIL_LOOK_PRINT, size);
  if (self->setup.grey)
    spil_chart_style_set_monochrome (&self->style);
}

static void
find_pages (SpilPlanSheet *self)
{
  spil_plan_sheet_lay_out (self, &self->setup, self->needs.n_rows, &self->layout);
  self->fit = (SpilPlanSheetFit) {
    .advice = spil_plan_sheet_dup_advice (self),
    .across = spil_plan_sheet_layout_across (&self->layout),
    .down = spil_plan_sheet_layout_down (&self->layout),
    .font_size = self->layout.font,
    .row_height = self->layout.row_height,
    .day_width = self->layout.day_width,
    .columns = self->layout.columns,
  };
  self->fit.legible = self->fit.advice == NULL;
  spil_plan_sheet_set_columns (self);
}

SpilChart *
spil_plan_sheet_new (SpilChart *gantt, const SpilPlanSheetSetup *setup, const SpilPlanSheetTexts *texts)
{
  SpilPlanSheet *self;

  g_return_val_if_fail (spil_gantt_from_chart (gantt) != NULL, NULL);
  g_return_val_if_fail (setup != NULL, NULL);
  g_return_val_if_fail (texts != NULL && texts->title != NULL, NULL);

  self = g_new0 (SpilPlanSheet, 1);
  self->body = gantt;
  self->setup = *setup;
  self->setup.width = MAX (setup->width, 200);
  self->setup.height = MAX (setup->height, 200);
  self->text = spil_chart_text_new ();
  self->keys = g_array_new (FALSE, FALSE, sizeof (SpilPlanSheetKey));
  g_array_set_clear_func (self->keys, spil_plan_sheet_key_clear);
  find_style (self);
  spil_plan_sheet_find_needs (self);
  self->title = dup_title (texts);
  self->about = dup_about (self, texts);
  self->source = g_strdup (texts->source);
  self->printed = g_strdup (texts->printed);
  self->stamp = g_strdup (texts->stamp);
  spil_plan_sheet_find_keys (self, spil_gantt_from_chart (self->body));
  find_pages (self);
  return spil_chart_new (&sheet_class, self);
}

const SpilPlanSheetFit *
spil_plan_sheet_get_fit (SpilChart *sheet)
{
  SpilPlanSheet *self = get_sheet (sheet);

  g_return_val_if_fail (self != NULL, NULL);

  return &self->fit;
}

void
spil_plan_sheet_draw (SpilChart *sheet, cairo_t *cr, int page, const SpilChartStyle *style,
                      SpilChartHits *hits)
{
  SpilPlanSheet *self = get_sheet (sheet);

  g_return_if_fail (self != NULL);

  self->style.scale = style->scale;
  if (hits != NULL)
    spil_chart_hits_clear (hits);
  draw_page (self, cr, page, hits);
}

void
spil_plan_sheet_get_rows (SpilChart *sheet, int page, int *first, int *end)
{
  SpilPlanSheet *self = get_sheet (sheet);

  g_return_if_fail (self != NULL);

  page_band (self, page, first, end);
}

double
spil_plan_sheet_get_smallest_text (SpilChart *sheet)
{
  SpilPlanSheet *self = get_sheet (sheet);
  double own, body;

  g_return_val_if_fail (self != NULL, 0);

  own = spil_chart_text_get_smallest (self->text);
  body = spil_chart_get_smallest_text (self->body);
  return own > 0 && body > 0 ? MIN (own, body) : MAX (own, body);
}
