// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "picture.h"

G_BEGIN_DECLS

/* What is wrong with a picture of Spil, given what its widgets tell (probe.c). Pure: tests make both themselves. */

/** One line of a probe. */
typedef struct
{
  char kind; /**< W window, T text, N text in an entry, I icon, B button, S what scrolls sideways */
  PictureRect place; /**< on the screen; W: where the picture begins */
  PictureRect seen; /**< of it */
  gboolean insensitive;
  gboolean ellipsized;
  gboolean cut_across, cut_down; /**< and cannot be scrolled to */
  gboolean told; /**< a tooltip has all of the text */
  gboolean in_table;
  gboolean in_toast;
  int size; /**< of the letters, in pixels */
  int weight;
  char *path;
  char *text;
} ProbeItem;

/** The lines of a probe, with places as in the picture of the window, as an array of ProbeItem. Free with g_ptr_array_unref(). */
GPtrArray *probe_items_parse (const char *lines);

/** The contrast that WCAG 2.2 AA asks of it: 4.5; of large text and of icons 3; 1 of what cannot be used. @scale is the size of text in percent. */
double probe_item_needs (const ProbeItem *item, int scale);

/**
 * What is wrong, a sentence for each: text and icons that do not stand out, texts that are cut or lie over each other, buttons smaller than 24 pixels, and,
 * where @narrow, what has to be scrolled sideways. Free with g_ptr_array_unref().
 */
GPtrArray *findings (const Picture *picture, GPtrArray *items, int scale, gboolean narrow);

G_END_DECLS
