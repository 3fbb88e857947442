// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What can be told from pixels alone: contrast as WCAG 2.2 has it, and what differs between two pictures. */

/** Pixels as 0x00RRGGBB, row by row. */
typedef struct
{
  int width, height;
  guint32 *pixels;
} Picture;

typedef struct
{
  int x, y, width, height;
} PictureRect;

/** A picture of one colour. Free with picture_free(). */
Picture *picture_new (int width, int height, guint32 colour);
void picture_free (Picture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Picture, picture_free)

/** The pixels of @rect, as far as it lies in the picture. Free with picture_free(). */
Picture *picture_crop (const Picture *self, PictureRect rect);

/** The same in shades of grey, of the same luminance: what who sees no colours, and a black and white printer, make of it. Free with picture_free(). */
Picture *picture_grey (const Picture *self);

/** Fills @rect, as far as it lies in the picture. */
void picture_fill (Picture *self, PictureRect rect, guint32 colour);

/** Whether two pictures are the same, pixel by pixel. */
gboolean picture_equal (const Picture *a, const Picture *b);

/** Relative luminance of a colour, 0 to 1 (WCAG 2.2). */
double colour_luminance (guint32 colour);
/** Contrast of two colours, 1 to 21 (WCAG 2.2). */
double colour_contrast (guint32 a, guint32 b);

/** What most of @rect is. */
guint32 picture_background (const Picture *self, PictureRect rect);

/**
 * How well what is drawn in @rect stands out from what most of it is, 1 to 21. A few pixels have to be as far from the background as that: edges of
 * letters are paler than the letters.
 */
double picture_contrast (const Picture *self, PictureRect rect);

/** The same for what differs between two pictures of one size: how far it came from what was there, such as a ring around what has the focus; 1 where nothing differs. */
double picture_change (const Picture *before, const Picture *after);

/** What two rectangles share; its width or height is 0 where that is nothing. */
PictureRect picture_rect_intersect (PictureRect a, PictureRect b);

G_END_DECLS
