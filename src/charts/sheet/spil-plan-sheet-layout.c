// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* Rows and days on paper: how large, and where a page ends. */
#include <math.h>
#include <string.h>

#include "spil-chart-axis.h"
#include "spil-gantt-private.h"
#include "spil-plan-sheet-private.h"

/* Row heights in em: where one line of text breathes, where two small lines stand, where it becomes bare. */
#define ROW_TIGHT 1.75
#define ROW_TWO_LINES 2.15
#define ROW_WIDE 2.9
/* A letter of small text beside a bar is about as wide as this, in em. */
#define LETTER 0.46
/* The width that two small lines ask of a text, words not ending where lines do. */
#define TWO_LINES (SPIL_CHART_SMALL_TEXT * 0.66)

static double
day_count (const SpilPlanSheet *self)
{
  return spil_day_between (self->needs.first, self->needs.last) + 1;
}

/* The least width of a day (em): a bar of middling length is a bar still, and a year has room for its name. */
static double
least_day (const SpilPlanSheet *self)
{
  return MAX (0.12 / self->needs.bar, 2.4 / 366);
}

/* The width of a day (em) with which one likes to work: for pages beside each other. */
static double
roomy_day (const SpilPlanSheet *self)
{
  return CLAMP (0.8 / self->needs.bar, 0.03, 0.2);
}

/* What stands beside the bar of a row, in em, about. */
static double
beside_em (const SpilGanttRow *row, int columns)
{
  glong letters = 0;

  switch (spil_gantt_row_shape (row)) {
  case SPIL_GANTT_NO_DATES:
    return 0;
  case SPIL_GANTT_ONLY_START:
  case SPIL_GANTT_ONLY_FINISH:
    letters = 18;
    break;
  case SPIL_GANTT_MOMENT:
    letters = 11;
    break;
  case SPIL_GANTT_BOTH:
  default:
    break;
  }
  if (row->owner != NULL && *row->owner != '\0' && !spil_plan_sheet_in_columns (row, columns))
    letters += g_utf8_strlen (row->owner, 60) + 3;
  return letters > 0 ? letters * LETTER + 0.8 : 0;
}

/* After this day the text beside a bar begins: it makes way for the deadline. */
static SpilDay
row_end (const SpilGanttRow *row)
{
  SpilDay end = spil_day_is_known (row->finish) ? row->finish : row->start;

  return spil_day_is_known (row->deadline) && spil_day_compare (row->deadline, end) > 0 ? row->deadline : end;
}

/* The room that the texts beside the last bars take after the last day. */
static double
side_room (const SpilPlanSheet *self, const SpilPlanSheetLayout *layout, double most)
{
  const SpilGantt *gantt = spil_gantt_from_chart (self->body);
  double room = 0;

  for (int i = 0; i < self->needs.n_rows; i++) {
    const SpilGanttRow *row = spil_gantt_row (gantt, i);
    double text = beside_em (row, layout->columns) * layout->font;

    if (text > 0 && spil_day_compare (row_end (row), self->needs.last) <= 0)
      room = MAX (room, text - spil_day_between (row_end (row), self->needs.last) * layout->day_width);
  }
  return MIN (room, most);
}

static void
add_first_band (SpilPlanSheetLayout *layout, int n_rows)
{
  int zero = 0;

  g_array_append_val (layout->bands, zero);
  g_array_append_val (layout->bands, n_rows);
}

static void
add_cut (SpilPlanSheetLayout *layout, SpilDay day)
{
  g_array_append_val (layout->cuts, day);
}

/* How wide the names are: as they want to be, or so that two small lines hold them, where rows are high enough. */
static void
choose_names (const SpilPlanSheet *self, SpilPlanSheetLayout *layout, double width)
{
  double natural = self->needs.name * layout->font;

  layout->two_lines = natural > width * 0.36 && layout->row_height >= self->needs.line * 2 * layout->font;
  if (layout->two_lines)
    layout->name_width = CLAMP (natural * TWO_LINES, width * 0.26, width * 0.38);
  else
    layout->name_width = MIN (natural, width * 0.48);
}

/* How wide a day is beside so many columns. */
static void
set_columns (const SpilPlanSheet *self, SpilPlanSheetLayout *layout, int columns, double width)
{
  double time;

  layout->columns = columns;
  layout->table_width = layout->name_width;
  for (int i = 1; i < columns; i++)
    layout->table_width += self->needs.columns[i] * layout->font;
  time = MAX (width - layout->table_width, 1);
  layout->day_width = time / day_count (self);
  layout->day_width = (time - side_room (self, layout, time * 0.22)) / day_count (self);
}

/* Dates stand in columns where they leave the days enough; what follows only where the calendar stays as fine. */
static void
choose_columns (const SpilPlanSheet *self, SpilPlanSheetLayout *layout, double width)
{
  SpilPlanSheetLayout more = *layout;

  set_columns (self, layout, 1, width);
  for (int i = MAX (self->setup.together, 1) + 1; i <= self->needs.n_columns; i++) {
    gboolean first = layout->columns == 1;
    SpilPeriodKind kind = spil_chart_period_kind (layout->day_width, layout->font);

    set_columns (self, &more, i, width);
    if (more.table_width > width * (first ? 0.52 : 0.58) ||
        more.day_width < least_day (self) * 1.5 * layout->font ||
        (!first && spil_chart_period_kind (more.day_width, more.font) > kind &&
         more.day_width < layout->day_width * 0.9))
      break;
    *layout = more;
  }
}

/* One page */

/* Tries one size of text; TRUE when rows and days fit. */
static gboolean
try_font (const SpilPlanSheet *self, SpilPlanSheetLayout *layout, int n_rows, double width, double height)
{
  gboolean least = layout->font <= SPIL_PLAN_SHEET_LEAST_FONT;
  double room = (height - self->needs.header * layout->font) / MAX (n_rows, 1);
  double need = least ? self->needs.line * 1.12 : ROW_TIGHT;

  layout->row_height = MIN (room, layout->font * ROW_WIDE);
  choose_names (self, layout, width);
  choose_columns (self, layout, width);
  layout->too_many = room < need * layout->font;
  layout->too_long = layout->day_width < least_day (self) * layout->font;
  return !layout->too_many && !layout->too_long;
}

/* How well it reads: all names whole, then the dates in columns, then the owners too. */
static int
quality (const SpilPlanSheet *self, const SpilPlanSheetLayout *layout)
{
  double natural = self->needs.name * layout->font;

  if (natural * (layout->two_lines ? TWO_LINES : 1) > layout->name_width + 0.01)
    return 0;
  return 1 + (layout->columns > self->setup.together) + (layout->columns > self->setup.together + 1);
}

/* A little smaller where that gives the days a finer calendar: months instead of quarters. */
static void
refine (const SpilPlanSheet *self, SpilPlanSheetLayout *layout, int n_rows, double width, double height)
{
  SpilPlanSheetLayout finer = *layout;
  SpilPeriodKind kind = spil_chart_period_kind (layout->day_width, layout->font);
  double least = MAX (layout->font - 1.5, SPIL_PLAN_SHEET_LEAST_FONT);

  for (finer.font = layout->font - 0.25; finer.font >= least; finer.font -= 0.25)
    if (try_font (self, &finer, n_rows, width, height) && quality (self, &finer) >= quality (self, layout) &&
        spil_chart_period_kind (finer.day_width, finer.font) < kind) {
      *layout = finer;
      return;
    }
}

/* The largest text with which rows and days fit and it reads that well. */
static gboolean
find_font (const SpilPlanSheet *self, SpilPlanSheetLayout *layout, int n_rows, double width, double height,
           int least)
{
  double most = CLAMP (MIN (width, height) / 54, 10, 11);
  /* Owners also stand beside the bars: for a column of them text becomes only a little smaller. */
  double smallest = least > 2 ? most - 1.5 : SPIL_PLAN_SHEET_LEAST_FONT;

  for (layout->font = most;; layout->font = MAX (layout->font - 0.25, smallest)) {
    if (try_font (self, layout, n_rows, width, height) && quality (self, layout) >= least)
      return TRUE;
    if (layout->font <= smallest)
      return FALSE;
  }
}

static gboolean
fit_page (const SpilPlanSheet *self, SpilPlanSheetLayout *layout, int n_rows, double width, double height)
{
  int least = 3;

  while (!find_font (self, layout, n_rows, width, height, least))
    if (least-- == 0)
      return FALSE;
  refine (self, layout, n_rows, width, height);
  add_first_band (layout, n_rows);
  add_cut (layout, self->needs.first);
  add_cut (layout, spil_day_add (self->needs.last, 1));
  return TRUE;
}

/* Pages under each other */

/* The next page begins with what is highest in the tree of the rows that it may begin with: it does not part what belongs together. */
static int
step_back (const SpilGantt *gantt, int row, int least)
{
  int best = row;

  for (int at = row - 1; at >= least; at--)
    if (spil_gantt_row (gantt, at)->indent < spil_gantt_row (gantt, best)->indent)
      best = at;
  return best;
}

/* Pages that are about equally full. */
static void
cut_rows (const SpilPlanSheet *self, SpilPlanSheetLayout *layout, int n_rows, int on_page)
{
  const SpilGantt *gantt = spil_gantt_from_chart (self->body);
  int start = 0;

  g_array_append_val (layout->bands, start);
  while (start < n_rows) {
    int pages = (n_rows - start + on_page - 1) / on_page;
    int end = MIN (n_rows, start + (n_rows - start + pages - 1) / pages);

    start = end < n_rows ? step_back (gantt, end, MAX (end - on_page / 4, start + 1)) : n_rows;
    g_array_append_val (layout->bands, start);
  }
  if (n_rows == 0)
    g_array_append_val (layout->bands, n_rows);
}

static int
fullest_band (const SpilPlanSheetLayout *layout)
{
  int most = 0;

  for (guint i = 1; i < layout->bands->len; i++)
    most = MAX (most, g_array_index (layout->bands, int, i) - g_array_index (layout->bands, int, i - 1));
  return most;
}

/* Pages beside each other */

typedef struct
{
  const SpilPlanSheet *self;
  double font;
  int columns;
  double day_width;
  double first; /* room for days on the first page and on the others */
  double rest;
  gboolean careful; /* not through the text beside a bar, where that can be */
} Cutter;

static int
count_cut_texts (const Cutter *cutter, SpilDay day)
{
  const SpilGantt *gantt = spil_gantt_from_chart (cutter->self->body);
  int count = 0;

  for (int i = 0; i < cutter->self->needs.n_rows; i++) {
    const SpilGanttRow *row = spil_gantt_row (gantt, i);
    double text = beside_em (row, cutter->columns) * cutter->font / cutter->day_width;
    double past = text > 0 ? spil_day_between (row_end (row), day) : 0;

    count += past > 0 && past < text + 1;
  }
  return count;
}

/* The last month that begins within @room of @from, or one a little earlier where fewer texts are cut. */
static SpilDay
next_cut (const Cutter *cutter, SpilDay from, double room)
{
  SpilPeriod month = spil_period_of (SPIL_PERIOD_MONTH,
                                     spil_day_add (from, (int) (room / cutter->day_width)));
  SpilDay best = month.first;
  int fewest;

  if (spil_day_compare (best, from) <= 0)
    return spil_period_step (spil_period_of (SPIL_PERIOD_MONTH, from), 1).first;
  fewest = cutter->careful ? count_cut_texts (cutter, best) : 0;
  while (fewest > 0) {
    int count;

    month = spil_period_step (month, -1);
    if (spil_day_between (from, month.first) * cutter->day_width < room * 0.75)
      break;
    count = count_cut_texts (cutter, month.first);
    if (count < fewest) {
      fewest = count;
      best = month.first;
    }
  }
  return best;
}

static GArray *
cut_days (const Cutter *cutter)
{
  const SpilPlanSheetNeeds *needs = &cutter->self->needs;
  GArray *cuts = g_array_new (FALSE, FALSE, sizeof (SpilDay));
  SpilDay end = spil_day_add (needs->last, 1);
  SpilDay at = needs->first;
  double room = cutter->first;

  g_array_append_val (cuts, at);
  while (spil_day_between (at, end) * cutter->day_width > room + 0.01) {
    at = next_cut (cutter, at, room);
    g_array_append_val (cuts, at);
    room = cutter->rest;
  }
  g_array_append_val (cuts, end);
  return cuts;
}

/* As few pages as a roomy day allows; then days as wide as that number of pages allows. */
static void
cut_time (const SpilPlanSheet *self, SpilPlanSheetLayout *layout, double width)
{
  Cutter cutter = { .self = self,
                    .font = layout->font,
                    .columns = layout->columns,
                    .day_width = roomy_day (self) * layout->font,
                    .first = width - layout->table_width,
                    .rest = width - layout->name_width };
  double all = day_count (self);
  double side;
  guint least;

  layout->day_width = cutter.day_width;
  side = side_room (self, layout, width * 0.12);
  cutter.first -= side;
  cutter.rest -= side;

  g_clear_pointer (&layout->cuts, g_array_unref);
  layout->cuts = cut_days (&cutter);
  least = layout->cuts->len;
  if (least == 2) {
    layout->day_width = cutter.first / all;
    return;
  }
  for (double wider = 1.6; wider >= 1; wider -= 0.05) {
    layout->day_width = cutter.day_width = roomy_day (self) * layout->font * wider;
    cutter.careful = TRUE;
    g_clear_pointer (&layout->cuts, g_array_unref);
    layout->cuts = cut_days (&cutter);
    if (layout->cuts->len <= least)
      return;
  }
  cutter.careful = FALSE;
  g_clear_pointer (&layout->cuts, g_array_unref);
  layout->cuts = cut_days (&cutter);
}

static void
fit_tiles (const SpilPlanSheet *self, SpilPlanSheetLayout *layout, int n_rows, double width, double height)
{
  double body;

  layout->font = CLAMP (MIN (width, height) / 55, 8.5, 10);
  layout->row_height = layout->font * ROW_TIGHT;
  if (self->needs.name * layout->font > width * 0.36)
    layout->row_height = layout->font * ROW_TWO_LINES;
  choose_names (self, layout, width);
  choose_columns (self, layout, width);
  body = MAX (height - self->needs.header * layout->font, layout->row_height);
  cut_rows (self, layout, n_rows, MAX (1, (int) floor (body / layout->row_height + 1e-6)));
  layout->row_height = MIN (body / MAX (fullest_band (layout), 1), layout->font * ROW_WIDE);
  cut_time (self, layout, width);
}

void
spil_plan_sheet_lay_out (SpilPlanSheet *self, const SpilPlanSheetSetup *setup, int n_rows,
                         SpilPlanSheetLayout *layout)
{
  double width = setup->width - 2 * SPIL_PLAN_SHEET_MARGIN;
  double height = setup->height - 2 * SPIL_PLAN_SHEET_MARGIN;

  *layout = (SpilPlanSheetLayout) {
    .head = spil_plan_sheet_head_height (self, width),
    .foot = spil_plan_sheet_foot_height (self, width),
    .columns = 1,
    .bands = g_array_new (FALSE, FALSE, sizeof (int)),
    .cuts = g_array_new (FALSE, FALSE, sizeof (SpilDay)),
  };
  height -= layout->head + layout->foot;
  if (setup->tiles || !fit_page (self, layout, n_rows, width, height))
    fit_tiles (self, layout, n_rows, width, height);
}

void
spil_plan_sheet_layout_clear (SpilPlanSheetLayout *layout)
{
  g_clear_pointer (&layout->bands, g_array_unref);
  g_clear_pointer (&layout->cuts, g_array_unref);
}

int
spil_plan_sheet_layout_across (const SpilPlanSheetLayout *layout)
{
  return (int) layout->cuts->len - 1;
}

int
spil_plan_sheet_layout_down (const SpilPlanSheetLayout *layout)
{
  return (int) layout->bands->len - 1;
}
