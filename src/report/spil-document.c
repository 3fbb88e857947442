// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-document.h"

#include <glib/gi18n-lib.h>

#include "spil-report-text.h"

/* Longest texts, in characters; what is longer is cut, with an ellipsis. A paragraph may take three pages. */
#define LONGEST_PROSE 12000
#define LONGEST_TITLE 240
#define LONGEST_SOURCE 2000

struct _SpilDocument
{
  char *title;
  char *author;
  char *subject;
  char *left;
  char *right;
  char *stamp;
  gboolean compact;
  SpilTime made;
  GArray *blocks; /* SpilBlock */
  int n_headings;
  int n_tables;
  int n_charts;
};

static void
clear_fact (gpointer data)
{
  SpilFact *fact = data;

  g_free (fact->label);
  g_free (fact->value);
  g_free (fact->note);
}

static void
clear_block (gpointer data)
{
  SpilBlock *block = data;

  g_free (block->text);
  g_free (block->label);
  g_free (block->source);
  g_clear_pointer (&block->facts, g_array_unref);
  g_clear_pointer (&block->table, spil_document_table_free);
  g_clear_pointer (&block->chart, spil_chart_unref);
}

static SpilBlock *
add_block (SpilDocument *self, SpilBlockKind kind, const char *text)
{
  int longest = kind == SPIL_BLOCK_PROSE || kind == SPIL_BLOCK_ITEM ? LONGEST_PROSE : LONGEST_TITLE;
  SpilBlock block = { .kind = kind, .text = spil_report_text_clean (text, longest) };

  g_array_append_val (self->blocks, block);
  return &g_array_index (self->blocks, SpilBlock, self->blocks->len - 1);
}

static void
replace (char **place, const char *text)
{
  char *copy = spil_report_text_clean (text, LONGEST_TITLE);

  g_free (*place);
  *place = copy;
}

SpilDocument *
spil_document_new (const char *title)
{
  SpilDocument *self = g_new0 (SpilDocument, 1);

  self->title = spil_report_text_clean (title ? title : "", LONGEST_TITLE);
  self->blocks = g_array_new (FALSE, TRUE, sizeof (SpilBlock));
  g_array_set_clear_func (self->blocks, clear_block);
  return self;
}

void
spil_document_free (SpilDocument *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->author);
  g_free (self->subject);
  g_free (self->left);
  g_free (self->right);
  g_free (self->stamp);
  g_array_unref (self->blocks);
  g_free (self);
}

void
spil_document_set_author (SpilDocument *self, const char *author)
{
  g_return_if_fail (self != NULL);

  replace (&self->author, author);
}

void
spil_document_set_subject (SpilDocument *self, const char *subject)
{
  g_return_if_fail (self != NULL);

  replace (&self->subject, subject);
}

void
spil_document_set_made (SpilDocument *self, SpilTime made)
{
  g_return_if_fail (self != NULL);

  self->made = made;
}

void
spil_document_set_running (SpilDocument *self, const char *left, const char *right)
{
  g_return_if_fail (self != NULL);

  replace (&self->left, left);
  replace (&self->right, right);
}

void
spil_document_set_stamp (SpilDocument *self, const char *stamp)
{
  g_return_if_fail (self != NULL);

  replace (&self->stamp, stamp);
}

void
spil_document_set_compact (SpilDocument *self, gboolean compact)
{
  g_return_if_fail (self != NULL);

  self->compact = compact;
}

gboolean
spil_document_get_compact (const SpilDocument *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->compact;
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

const char *
spil_document_get_title (const SpilDocument *self)
{
  g_return_val_if_fail (self != NULL, "");

  return self->title;
}

const char *
spil_document_get_author (const SpilDocument *self)
{
  g_return_val_if_fail (self != NULL, "");

  return or_empty (self->author);
}

const char *
spil_document_get_subject (const SpilDocument *self)
{
  g_return_val_if_fail (self != NULL, "");

  return or_empty (self->subject);
}

const char *
spil_document_get_running_left (const SpilDocument *self)
{
  g_return_val_if_fail (self != NULL, "");

  return or_empty (self->left);
}

const char *
spil_document_get_running_right (const SpilDocument *self)
{
  g_return_val_if_fail (self != NULL, "");

  return or_empty (self->right);
}

SpilTime
spil_document_get_made (const SpilDocument *self)
{
  g_return_val_if_fail (self != NULL, spil_time (0));

  return self->made;
}

const char *
spil_document_get_stamp (const SpilDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->stamp;
}

void
spil_document_add_prose (SpilDocument *self, SpilProse prose, const char *text)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  add_block (self, SPIL_BLOCK_PROSE, text)->prose = prose;
}

void
spil_document_take_prose (SpilDocument *self, SpilProse prose, char *text)
{
  if (text != NULL)
    spil_document_add_prose (self, prose, text);
  g_free (text);
}

void
spil_document_add_item (SpilDocument *self, const char *label, const char *text)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (label != NULL);
  g_return_if_fail (text != NULL);

  add_block (self, SPIL_BLOCK_ITEM, text)->label = spil_report_text_clean (label, LONGEST_TITLE);
}

void
spil_document_add_heading (SpilDocument *self, int level, const char *text)
{
  SpilBlock *block;

  g_return_if_fail (self != NULL);
  g_return_if_fail (level == 1 || level == 2);
  g_return_if_fail (text != NULL);

  block = add_block (self, SPIL_BLOCK_HEADING, text);
  block->level = level;
  block->number = self->n_headings++;
}

void
spil_document_add_contents (SpilDocument *self, const char *title)
{
  g_return_if_fail (self != NULL);

  add_block (self, SPIL_BLOCK_CONTENTS, title);
}

void
spil_document_add_facts (SpilDocument *self, int columns)
{
  SpilBlock *block;

  g_return_if_fail (self != NULL);
  g_return_if_fail (columns > 0);

  block = add_block (self, SPIL_BLOCK_FACTS, NULL);
  block->columns = columns;
  block->facts = g_array_new (FALSE, TRUE, sizeof (SpilFact));
  g_array_set_clear_func (block->facts, clear_fact);
}

void
spil_document_take_fact (SpilDocument *self, SpilMark mark, char *label, char *value, char *note)
{
  SpilFact fact = {
    .mark = mark,
    .label = spil_report_text_clean (label, LONGEST_TITLE),
    .value = spil_report_text_clean (value, LONGEST_TITLE),
    .note = spil_report_text_clean (note, LONGEST_TITLE),
  };
  SpilBlock *block;

  g_return_if_fail (self != NULL && self->blocks->len > 0);
  block = &g_array_index (self->blocks, SpilBlock, self->blocks->len - 1);
  g_return_if_fail (block->kind == SPIL_BLOCK_FACTS);

  g_array_append_val (block->facts, fact);
  g_free (label);
  g_free (value);
  g_free (note);
}

void
spil_document_take_table (SpilDocument *self, const char *title, SpilDocumentTable *table, char *source)
{
  SpilBlock *block;

  g_return_if_fail (self != NULL);
  g_return_if_fail (table != NULL && spil_document_table_get_n_columns (table) > 0);

  block = add_block (self, SPIL_BLOCK_TABLE, title);
  block->table = table;
  block->source = spil_report_text_clean (source, LONGEST_SOURCE);
  if (title != NULL)
    block->number = ++self->n_tables;
  g_free (source);
}

void
spil_document_take_chart (SpilDocument *self, const char *title, SpilChart *chart, double height,
                          char *source)
{
  SpilBlock *block;

  g_return_if_fail (self != NULL);
  g_return_if_fail (chart != NULL);

  block = add_block (self, SPIL_BLOCK_CHART, title);
  block->chart = chart;
  block->height = height;
  block->source = spil_report_text_clean (source, LONGEST_SOURCE);
  block->number = ++self->n_charts;
  g_free (source);
}

void
spil_document_add_sheet (SpilDocument *self, SpilSheet sheet)
{
  g_return_if_fail (self != NULL);

  add_block (self, SPIL_BLOCK_SHEET, NULL)->sheet = sheet;
}

void
spil_document_add_lines (SpilDocument *self, int lines)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (lines > 0);

  add_block (self, SPIL_BLOCK_LINES, NULL)->lines = lines;
}

int
spil_document_get_n_blocks (const SpilDocument *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (int) self->blocks->len;
}

const SpilBlock *
spil_document_get_block (const SpilDocument *self, int index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index >= 0 && index < (int) self->blocks->len, NULL);

  return &g_array_index (self->blocks, SpilBlock, index);
}

int
spil_document_get_n_headings (const SpilDocument *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_headings;
}

char *
spil_block_dup_number (const SpilBlock *block)
{
  g_return_val_if_fail (block != NULL, NULL);

  return g_strdup_printf (block->kind == SPIL_BLOCK_CHART ? _ ("Figure %d") : _ ("Table %d"), block->number);
}
