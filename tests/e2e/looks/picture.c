// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "picture.h"

#include <math.h>
#include <string.h>

// So many pixels of a letter are as dark as its colour: one could be anything.
#define CORE_PIXELS 3

Picture *
picture_new (int width, int height, guint32 colour)
{
  Picture *self = g_new0 (Picture, 1);

  self->width = width;
  self->height = height;
  self->pixels = g_new (guint32, (gsize) width * (gsize) height + 1);
  picture_fill (self, (PictureRect) { 0, 0, width, height }, colour);
  return self;
}

void
picture_free (Picture *self)
{
  g_free (self->pixels);
  g_free (self);
}

PictureRect
picture_rect_intersect (PictureRect a, PictureRect b)
{
  const int left = MAX (a.x, b.x), top = MAX (a.y, b.y);
  const int right = MIN (a.x + a.width, b.x + b.width), bottom = MIN (a.y + a.height, b.y + b.height);

  return (PictureRect) { left, top, MAX (right - left, 0), MAX (bottom - top, 0) };
}

static PictureRect
within (const Picture *self, PictureRect rect)
{
  return picture_rect_intersect (rect, (PictureRect) { 0, 0, self->width, self->height });
}

static guint32 *
pixel (const Picture *self, int x, int y)
{
  return &self->pixels[(gsize) y * (gsize) self->width + (gsize) x];
}

void
picture_fill (Picture *self, PictureRect rect, guint32 colour)
{
  rect = within (self, rect);
  for (int y = rect.y; y < rect.y + rect.height; y++)
    for (int x = rect.x; x < rect.x + rect.width; x++)
      *pixel (self, x, y) = colour;
}

Picture *
picture_crop (const Picture *self, PictureRect rect)
{
  Picture *result;

  rect = within (self, rect);
  result = picture_new (rect.width, rect.height, 0);
  for (int y = 0; y < rect.height; y++)
    if (rect.width > 0)
      memcpy (pixel (result, 0, y), pixel (self, rect.x, rect.y + y), (gsize) rect.width * sizeof (guint32));
  return result;
}

gboolean
picture_equal (const Picture *a, const Picture *b)
{
  return a->width == b->width && a->height == b->height &&
         memcmp (a->pixels, b->pixels, (gsize) a->width * (gsize) a->height * sizeof (guint32)) == 0;
}

static double
linear (guint32 channel)
{
  const double share = channel / 255.;

  return share <= 0.04045 ? share / 12.92 : pow ((share + 0.055) / 1.055, 2.4);
}

double
colour_luminance (guint32 colour)
{
  return 0.2126 * linear (colour >> 16 & 0xff) + 0.7152 * linear (colour >> 8 & 0xff) +
         0.0722 * linear (colour & 0xff);
}

double
colour_contrast (guint32 a, guint32 b)
{
  const double first = colour_luminance (a), second = colour_luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

Picture *
picture_grey (const Picture *self)
{
  Picture *result = picture_new (self->width, self->height, 0);

  for (gsize i = 0; i < (gsize) self->width * (gsize) self->height; i++) {
    const double light = colour_luminance (self->pixels[i]);
    const double share = light <= 0.0031308 ? light * 12.92 : 1.055 * pow (light, 1 / 2.4) - 0.055;
    const guint32 level = (guint32) round (share * 255);

    result->pixels[i] = level << 16 | level << 8 | level;
  }
  return result;
}

static GHashTable *
count_colours (const Picture *self, PictureRect rect)
{
  GHashTable *counts = g_hash_table_new (NULL, NULL);

  for (int y = rect.y; y < rect.y + rect.height; y++)
    for (int x = rect.x; x < rect.x + rect.width; x++) {
      gpointer key = GUINT_TO_POINTER (*pixel (self, x, y));

      g_hash_table_insert (counts, key,
                           GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1));
    }
  return counts;
}

static guint32
most_frequent (GHashTable *counts)
{
  GHashTableIter iter;
  gpointer key, value;
  guint32 best = 0;
  guint most = 0;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (GPOINTER_TO_UINT (value) > most) {
      most = GPOINTER_TO_UINT (value);
      best = GPOINTER_TO_UINT (key);
    }
  return best;
}

guint32
picture_background (const Picture *self, PictureRect rect)
{
  g_autoptr (GHashTable) counts = count_colours (self, within (self, rect));

  return most_frequent (counts);
}

// Keeps the CORE_PIXELS highest, the highest first.
static void
keep_highest (double highest[CORE_PIXELS], double value, guint times)
{
  for (guint n = 0; n < MIN (times, CORE_PIXELS); n++)
    for (int i = 0; i < CORE_PIXELS; i++)
      if (value > highest[i]) {
        memmove (&highest[i + 1], &highest[i], (gsize) (CORE_PIXELS - 1 - i) * sizeof (double));
        highest[i] = value;
        break;
      }
}

double
picture_contrast (const Picture *self, PictureRect rect)
{
  g_autoptr (GHashTable) counts = count_colours (self, within (self, rect));
  const guint32 background = most_frequent (counts);
  double highest[CORE_PIXELS] = { 1, 1, 1 };
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    keep_highest (highest, colour_contrast (GPOINTER_TO_UINT (key), background), GPOINTER_TO_UINT (value));
  return highest[CORE_PIXELS - 1];
}

double
picture_change (const Picture *before, const Picture *after)
{
  double highest[CORE_PIXELS] = { 1, 1, 1 };

  g_return_val_if_fail (before->width == after->width && before->height == after->height, 1);
  for (gsize i = 0; i < (gsize) before->width * (gsize) before->height; i++)
    if (before->pixels[i] != after->pixels[i])
      keep_highest (highest, colour_contrast (before->pixels[i], after->pixels[i]), 1);
  return highest[CORE_PIXELS - 1];
}
