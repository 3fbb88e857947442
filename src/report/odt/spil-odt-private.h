// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What the files of the ODT writer share; no other file includes this. Lengths are points. */
#pragma once

#include "spil-odt.h"
#include "spil-zip.h"

G_BEGIN_DECLS

typedef struct
{
  SpilDocument *document;
  GCancellable *cancellable;
  SpilReportProgress progress;
  gpointer user_data;
  int steps;
  int all_steps;
  const char *chapter; /* text of the last heading of level 1 */

  SpilZip *zip;
  SpilChartStyle style; /* of the charts */
  SpilPalette palette;
  GString *body; /* what the text is made of */
  GString *styles; /* styles that only this text has, as they are needed */
  GHashTable *made; /* names of those that are there */
  GString *manifest; /* the pictures */
  int n_pictures;
  int n_tables;
  SpilSheet sheet;
  const char *master; /* what the next paragraph begins a page with; NULL: it goes on on the same page */
} SpilOdt;

/* The namespaces of all parts, as attributes. */
extern const char *const spil_odt_namespaces;

/* spil-odt-text.c */
/* Text of a paragraph: signs of XML, white space and line breaks in the way of the format. */
void spil_odt_put_text (GString *xml, const char *text);
/* The same for what stands between quotes or in an element that knows no line breaks. */
void spil_odt_put_plain (GString *xml, const char *text);
/* " name="123.4pt"", whatever the locale */
void spil_odt_put_length (GString *xml, const char *name, double points);
/* "#1a2b3c"; @text has room for 8 bytes */
const char *spil_odt_color (SpilColor color, char text[8]);
/* Begins a paragraph of that style (XML name), on a new page where one is asked for; close it with spil_odt_close(). */
void spil_odt_open (SpilOdt *self, const char *style);
void spil_odt_close (SpilOdt *self);
void spil_odt_put_paragraph (SpilOdt *self, const char *style, const char *text);
/* A sign before a text, in its colour. */
void spil_odt_put_mark (SpilOdt *self, SpilMark mark);
/* "Tabel 3 · Begroting", numbered by the word processor too; nothing where there is no title. */
void spil_odt_put_caption (SpilOdt *self, const SpilBlock *block);
double spil_odt_body_width (const SpilOdt *self);
double spil_odt_body_height (const SpilOdt *self);

/* spil-odt-styles.c: the whole part "styles.xml". Free with g_string_free(). */
GString *spil_odt_make_styles (SpilOdt *self);
/* The styles that every text has in its own part: cells, marks, frames. */
void spil_odt_put_text_styles (SpilOdt *self, GString *xml);

/* spil-odt-table.c; FALSE when the user cancelled. */
gboolean spil_odt_put_table (SpilOdt *self, const SpilBlock *block);
void spil_odt_put_facts (SpilOdt *self, const SpilBlock *block);

/* spil-odt-picture.c */
gboolean spil_odt_put_chart (SpilOdt *self, const SpilBlock *block, GError **error);

/* spil-odt.c: counts a step and tells how far it is; FALSE when the user cancelled. */
gboolean spil_odt_step (SpilOdt *self);

G_END_DECLS
