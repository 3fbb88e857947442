// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-chart.h"
#include "spil-document-table.h"
#include "spil-time.h"

G_BEGIN_DECLS

/** What a report says, block after block, apart from the file format that it is written in. */
typedef struct _SpilDocument SpilDocument;

/** How a paragraph reads. */
typedef enum
{
  SPIL_PROSE_TITLE, /**< the name of the whole document */
  SPIL_PROSE_SUBTITLE, /**< what stands under it */
  SPIL_PROSE_LEAD, /**< the sentence that sums a chapter up */
  SPIL_PROSE_BODY,
  SPIL_PROSE_NOTE, /**< small: sources, remarks */
  SPIL_PROSE_CALLOUT, /**< set apart: good to know, or a warning */
  SPIL_PROSE_CODE, /**< large, all signs as wide: what is read off paper and typed */
} SpilProse;

typedef enum
{
  SPIL_SHEET_PORTRAIT,
  SPIL_SHEET_LANDSCAPE,
} SpilSheet;

/** One figure of a grid of facts. */
typedef struct
{
  SpilMark mark;
  char *label; /**< what it is */
  char *value; /**< large */
  char *note; /**< what to know of it; NULL: nothing */
} SpilFact;

typedef enum
{
  SPIL_BLOCK_PROSE,
  SPIL_BLOCK_HEADING,
  SPIL_BLOCK_CONTENTS,
  SPIL_BLOCK_FACTS,
  SPIL_BLOCK_TABLE,
  SPIL_BLOCK_CHART,
  SPIL_BLOCK_SHEET,
  SPIL_BLOCK_LINES,
  SPIL_BLOCK_ITEM,
} SpilBlockKind;

/** One block; only the members of its kind are set. */
typedef struct
{
  SpilBlockKind kind;
  char *text; /**< prose and headings; title of a contents list, a table or a chart; NULL: none */
  char *label; /**< items: the number or dot before it */
  char *source; /**< tables and charts: what the figures rest on; may be NULL */
  SpilProse prose;
  int level; /**< headings: 1 or 2 */
  int number; /**< headings: counted from 0; tables and charts that have a title: counted from 1 each */
  int columns; /**< facts: how many stand side by side */
  GArray *facts; /**< of SpilFact */
  SpilDocumentTable *table; /**< owned */
  SpilChart *chart; /**< owned */
  double
      height; /**< charts: in points; 0: what the chart asks for; less: the same, but no more than is left of the page */
  SpilSheet sheet; /**< a new page of that shape */
  int lines; /**< lines to write on by hand: how many */
} SpilBlock;

SpilDocument *spil_document_new (const char *title);
void spil_document_free (SpilDocument *self);

/** Who made it, what it is about, when it was made: for the file's properties. */
void spil_document_set_author (SpilDocument *self, const char *author);
void spil_document_set_subject (SpilDocument *self, const char *subject);
void spil_document_set_made (SpilDocument *self, SpilTime made);
/** What stands on each page after the first beside the page number: usually programme and period. */
void spil_document_set_running (SpilDocument *self, const char *left, const char *right);
/** A short warning plainly on every page: "DEMO". NULL: none. */
void spil_document_set_stamp (SpilDocument *self, const char *stamp);

/** A sheet that is to hold much on one page: small titles, narrow margins, little white. */
void spil_document_set_compact (SpilDocument *self, gboolean compact);

const char *spil_document_get_title (const SpilDocument *self);
gboolean spil_document_get_compact (const SpilDocument *self);
/** "" when not set; as are the next two. */
const char *spil_document_get_author (const SpilDocument *self);
const char *spil_document_get_subject (const SpilDocument *self);
const char *spil_document_get_running_left (const SpilDocument *self);
const char *spil_document_get_running_right (const SpilDocument *self);
SpilTime spil_document_get_made (const SpilDocument *self);
/** NULL when there is none. */
const char *spil_document_get_stamp (const SpilDocument *self);

void spil_document_add_prose (SpilDocument *self, SpilProse prose, const char *text);
/** The same for a text that the document takes; NULL adds nothing. */
void spil_document_take_prose (SpilDocument *self, SpilProse prose, char *text);
/** One of a list, with @label ("1.", "•") hanging before it. */
void spil_document_add_item (SpilDocument *self, const char *label, const char *text);
/** A heading stays with what follows it and stands in the contents list (level 1) and the outline (levels 1 and 2). */
void spil_document_add_heading (SpilDocument *self, int level, const char *text);
/** The list of the headings of level 1 with their pages. */
void spil_document_add_contents (SpilDocument *self, const char *title);
/** Begins a grid of facts, filled with spil_document_take_fact(). */
void spil_document_add_facts (SpilDocument *self, int columns);
/** Adds a fact to the grid that was begun last; takes the texts, @note may be NULL. */
void spil_document_take_fact (SpilDocument *self, SpilMark mark, char *label, char *value, char *note);
/**
 * Adds a table with a title above it and the source of its figures under it (takes @table and @source, which may be NULL). @title NULL: the
 * titles of its columns say enough, and it gets no number.
 */
void spil_document_take_table (SpilDocument *self, const char *title, SpilDocumentTable *table, char *source);
/** The same for a chart. */
void spil_document_take_chart (SpilDocument *self, const char *title, SpilChart *chart, double height,
                               char *source);
/** Goes on at the top of a new page of that shape. */
void spil_document_add_sheet (SpilDocument *self, SpilSheet sheet);
/** Empty lines to write on by hand. On the last page, what is left of it gets lines too. */
void spil_document_add_lines (SpilDocument *self, int lines);

int spil_document_get_n_blocks (const SpilDocument *self);
const SpilBlock *spil_document_get_block (const SpilDocument *self, int index);
int spil_document_get_n_headings (const SpilDocument *self);

/** "Table 3" or "Figure 2", in the language of the program. Free with g_free(). */
char *spil_block_dup_number (const SpilBlock *block);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilDocument, spil_document_free)

G_END_DECLS
