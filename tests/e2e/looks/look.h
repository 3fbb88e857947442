// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "driver.h"
#include "picture.h"
#include "places.h"

#include <gio/gio.h>

G_BEGIN_DECLS

// Windows of fewer pixels are narrow: nothing in them is wider than they are.
#define NARROW 400

/* The looks that Spil has to be read in, a running program in one of them, and what can be seen of it. */

/** A way to look at it: light or dark, with how much contrast, how large the text, how wide the window. */
typedef struct
{
  const char *name;
  const char *scheme; /**< of ADW_DEBUG_COLOR_SCHEME */
  gboolean contrast; /**< high contrast */
  int text; /**< size of text, in percent */
  int width, height; /**< of the window, its shadow not included */
} Look;

const Look *looks (gsize *n);
const Look *look_by_name (const char *name);
/** Whether one run of the program can have both: only their text and size differ. */
gboolean look_is_like (const Look *look, const Look *other);

/** A running program, and the look that it has. */
typedef struct
{
  Driver *driver;
  Look look; /**< that it has */
  GSubprocess *settings; /**< what tells the program the size of text */
  char *folder;
  gulong over; /**< the window that was seen over the program's own, and the size that it had by itself */
  int over_width, over_height;
  guint n_said; /**< lines that have been read of what the program says */
} Sight;

/** Starts Spil as the places with @start need, in @look or one like it. Nothing moves by itself there. */
Sight *sight_start (const Look *look, PlaceStart start);
/** Ends it. */
void sight_stop (Sight *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sight, sight_stop)

/** Gives it another look like the one that it has. */
void sight_wear (Sight *self, const Look *look);

/**
 * A picture of the window, without its shadow, once it has stopped changing; and in @told (may be NULL) what the program's widgets tell of
 * themselves then (probe.c), places as on the screen. NULL when that failed and the driver forgave it. Free with picture_free() and g_free().
 */
Picture *sight_picture (Sight *self, char **told);

/** How many times the window changes until it does so no more. */
guint sight_count_changes (Sight *self);

/** What the program has warned of since this was last asked, a line each. Free with g_free(). */
char *sight_said (Sight *self);

/** Writes @picture to a PNG file. */
void picture_save (const Picture *picture, const char *file);

G_END_DECLS
