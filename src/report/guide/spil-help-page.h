// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** What a piece of text in a page of the help is. */
typedef enum
{
  SPIL_HELP_PLAIN,
  SPIL_HELP_STRONG,
  SPIL_HELP_GUI, /**< a word that stands on the screen */
  SPIL_HELP_KEY, /**< a key or several that are pressed together: "Ctrl+N" */
  SPIL_HELP_LINK, /**< to another page */
} SpilHelpSpanKind;

typedef struct
{
  SpilHelpSpanKind kind;
  char *text; /**< "" for a link that is called as the page it goes to */
  char *target; /**< links: id of the page; else NULL */
} SpilHelpSpan;

typedef enum
{
  SPIL_HELP_HEADING,
  SPIL_HELP_PARAGRAPH,
  SPIL_HELP_STEP, /**< one thing to do, with its number */
  SPIL_HELP_ITEM, /**< one of a list without order */
  SPIL_HELP_TERM, /**< a word or key with what it means */
  SPIL_HELP_NOTE, /**< set apart: good to know, or a warning */
  SPIL_HELP_PICTURE,
} SpilHelpBlockKind;

typedef struct
{
  SpilHelpBlockKind kind;
  int level; /**< headings: 1 under the title of the page, 2 under that */
  int number; /**< steps: from 1 */
  gboolean warning; /**< notes */
  GPtrArray *spans; /**< of SpilHelpSpan; pictures: what they show, for who cannot see them */
  GPtrArray *meaning; /**< terms: of SpilHelpSpan; else NULL */
  char *source; /**< pictures: name of the resource; else NULL */
} SpilHelpBlock;

/** One page of the help. */
typedef struct
{
  char *id;
  char *title;
  char *description; /**< one sentence: what it is about */
  GPtrArray *blocks; /**< of SpilHelpBlock */
} SpilHelpPage;

/** The most bytes of a page, and how deep its elements nest. */
#define SPIL_HELP_MAX_BYTES (64 * 1024)
#define SPIL_HELP_MAX_DEPTH 16

/**
 * Reads a page in a subset of Mallard (projectmallard.org), which is XML: page with info/desc, title, section, p, steps and list with item, terms
 * with item/title, table with rows of two cells, note (style="warning" or none), media (an image with a description in p), and in text em, gui, key,
 * app, link with xref. What else there is makes it fail, for it would not be seen. Declarations and entities are refused, and nothing is fetched. Error:
 * G_IO_ERROR_INVALID_DATA, with page and line.
 */
SpilHelpPage *spil_help_page_read (const char *id, GBytes *bytes, GError **error);

void spil_help_page_free (SpilHelpPage *self);

/** @spans as one text, words on the screen between quotes. Free with g_free(). */
char *spil_help_spans_to_text (GPtrArray *spans);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilHelpPage, spil_help_page_free)

G_END_DECLS
