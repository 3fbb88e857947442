// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-pdf-private.h"

#define GAP 14.0 /* between facts that stand side by side */
#define NARROW_GAP 8.0 /* the same where many do */
#define MANY_COLUMNS 5
#define PAD 6.0 /* between the line over a fact and its label */
#define MOST_COLUMNS 12

/* The texts of one fact, laid out. */
typedef struct
{
  const SpilFact *fact;
  PangoLayout *label;
  PangoLayout *value;
  PangoLayout *note; /* NULL: none */
} Fact;

/* Facts that stand side by side: their values on one line, whatever their labels take. */
typedef struct
{
  Fact facts[MOST_COLUMNS];
  int count;
  SpilFont font; /* of the values */
  double width; /* of each */
  double gap; /* between them */
  double label_height;
  double value_height;
  double height;
} Line;

static double
mark_room (const Line *line, const Fact *fact)
{
  return fact->fact->mark == SPIL_MARK_NONE ? 0 : spil_pdf_font_size (line->font) + 2.5;
}

static void
lay_out_fact (SpilPdf *self, const Line *line, Fact *fact)
{
  const SpilFact *texts = fact->fact;

  fact->label = spil_pdf_layout (self, SPIL_FONT_NOTE, texts->label ? texts->label : "", line->width,
                                 PANGO_ALIGN_LEFT);
  fact->value = spil_pdf_layout (self, line->font, texts->value ? texts->value : "",
                                 line->width - mark_room (line, fact), PANGO_ALIGN_LEFT);
  if (texts->note != NULL)
    fact->note = spil_pdf_layout (self, SPIL_FONT_NOTE, texts->note, line->width, PANGO_ALIGN_LEFT);
}

static void
line_init (Line *line, SpilPdf *self, const SpilBlock *block, guint first)
{
  const int columns = MIN (block->columns, MOST_COLUMNS);
  const double gap = columns < MANY_COLUMNS ? GAP : NARROW_GAP;
  double notes = 0;

  *line = (Line) {
    .count = (int) MIN ((guint) columns, block->facts->len - first),
    .font = columns < MANY_COLUMNS ? SPIL_FONT_FIGURE : SPIL_FONT_FIGURE_SMALL,
    .gap = gap,
    .width = (spil_pdf_body_width (self) - (columns - 1) * gap) / columns,
  };
  for (int i = 0; i < line->count; i++) {
    Fact *fact = &line->facts[i];

    fact->fact = &g_array_index (block->facts, SpilFact, first + (guint) i);
    lay_out_fact (self, line, fact);
    line->label_height = MAX (line->label_height, spil_pdf_layout_height (fact->label));
    line->value_height = MAX (line->value_height, spil_pdf_layout_height (fact->value));
    notes = MAX (notes, fact->note != NULL ? spil_pdf_layout_height (fact->note) : 0);
  }
  line->height = PAD + line->label_height + 1 + line->value_height + 1 + notes;
}

static void
line_clear (Line *line)
{
  for (int i = 0; i < line->count; i++) {
    g_clear_object (&line->facts[i].label);
    g_clear_object (&line->facts[i].value);
    g_clear_object (&line->facts[i].note);
  }
}

static void
show_fact (SpilPdf *self, const Line *line, const Fact *fact, double x)
{
  const double size = spil_pdf_font_size (line->font);
  double y = self->y + PAD;

  spil_pdf_tag (self, "Artifact", "type=Layout");
  spil_pdf_line (self, x, x + line->width, self->y, 0.8, self->palette.strong_grid);
  spil_pdf_mark (self, fact->fact->mark, x, y + line->label_height + 1 + size * 0.68, size * 0.85);
  spil_pdf_untag (self, "Artifact");
  spil_pdf_tag (self, "LI", NULL);
  spil_pdf_show (self, fact->label, x, y, self->palette.muted);
  y += line->label_height + 1;
  spil_pdf_show (self, fact->value, x + mark_room (line, fact), y, self->palette.foreground);
  y += line->value_height + 1;
  if (fact->note != NULL)
    spil_pdf_show (self, fact->note, x, y, self->palette.muted);
  spil_pdf_untag (self, "LI");
}

void
spil_pdf_facts (SpilPdf *self, const SpilBlock *block)
{
  Line line;

  spil_pdf_tag (self, "L", NULL);
  for (guint first = 0; first < block->facts->len; first += (guint) line.count) {
    line_init (&line, self, block, first);
    spil_pdf_ensure (self, line.height);
    for (int i = 0; i < line.count && self->cr != NULL; i++)
      show_fact (self, &line, &line.facts[i], self->left + i * (line.width + line.gap));
    self->y += line.height + 12;
    self->fresh = FALSE;
    line_clear (&line);
  }
  spil_pdf_untag (self, "L");
  self->y += 2;
}

double
spil_pdf_facts_least (SpilPdf *self, const SpilBlock *block)
{
  Line line;

  if (block->facts->len == 0)
    return 0;
  line_init (&line, self, block, 0);
  line_clear (&line);
  return line.height;
}
