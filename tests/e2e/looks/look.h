// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "driver.h"
#include "picture.h"

#include <gio/gio.h>

G_BEGIN_DECLS

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

typedef struct
{
  Driver *driver;
  const Look *look;
  GSubprocess *settings; /**< what tells the program the size of text */
  char *folder;
} Sight;

/** Starts Spil on the demo, @page before it, in @look. Nothing moves by itself there. */
Sight *sight_start (const Look *look, const char *page);
/** Closes it, as driver_stop() does. */
void sight_stop (Sight *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sight, sight_stop)

/** A picture of the window, without its shadow, once it has stopped changing. Free with picture_free(). */
Picture *sight_picture (Sight *self);

/** What the program's widgets tell of themselves (see probe.c), as lines; places as in the pictures. Free with g_free(). */
char *sight_probe (Sight *self);

/** Writes @picture to a PNG file. */
void picture_save (const Picture *picture, const char *file);

G_END_DECLS
