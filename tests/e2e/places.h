// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "driver.h"

G_BEGIN_DECLS

/*
 * The one catalogue of everything that can be on screen: each page, view, opened page, dialog and popover, with the way there by keys
 * and presses. What looks at all of the program goes through it: the audit for a screen reader, the pictures, the check of contrast.
 * Many places are visited in one run: all with the same `start`.
 */

/** What the program is started on. */
typedef enum
{
  PLACE_DEMO, /**< the demo */
  PLACE_EMPTY, /**< an empty folder */
  PLACE_BROKEN, /**< a database that cannot be read */
  PLACE_DUPLICATES, /**< the plan, with two employers that are one */
  PLACE_SHARED, /**< the plan, in a shared folder */
  PLACE_PLAN, /**< the plan, without anything that was done */
  PLACE_READ_ONLY, /**< the plan, opened for reading only */
  PLACE_AWAY, /**< the same, and the folder cannot be reached */
  PLACE_N_STARTS
} PlaceStart;

typedef enum
{
  PLACE_END, /**< there are no more steps */
  PLACE_PRESS, /**< what has `role` and a name that begins with `text` */
  PLACE_KEY, /**< `text` as xdotool names it */
  PLACE_TYPE, /**< `text`, on the keyboard */
  PLACE_FILL, /**< the entry whose name begins with `text` takes `more` */
  PLACE_SEE, /**< waits for `text` */
  PLACE_FIND, /**< waits for what has `role` and a name that begins with `text` */
  PLACE_FOCUS, /**< Tab to what has `role` and a name that begins with `text` */
  PLACE_FRONT, /**< the window again, after one of the toolkit: without a window manager nobody gives the keys back */
  PLACE_GO, /**< Ctrl+K, types `text` and takes what begins with `more` */
} PlaceMove;

typedef struct
{
  PlaceMove move;
  AtspiRole role;
  const char *text;
  const char *more;
} PlaceStep;

#define PLACE_MAX_STEPS 8

typedef struct
{
  const char *name; /**< unique: "employers-board", "contact-dialog" */
  const char *
      shows; /**< its type, or the file that makes it where it has none of its own: "SpilRisksPage", "spil-merge-dialog.c" */
  PlaceStart start;
  const char *page; /**< of the sidebar, where the way begins; NULL: none, the window is there already */
  PlaceStep steps[PLACE_MAX_STEPS];
  AtspiRole
      layer; /**< DIALOG (a popover too), ALERT, MENU: what lies over the page; FRAME: a window of its own; INVALID: it is a page */
  const char *title; /**< of the layer; NULL: any */
  const char *text; /**< what is there once it has been read */
  PlaceStep leave; /**< what ends what Escape and the key of the page leave standing */
} Place;

const Place *places (gsize *n);

/** What no place shows, and why. */
typedef struct
{
  const char *shows;
  const char *why;
} PlaceLeftOut;

const PlaceLeftOut *places_left_out (gsize *n);

/** Starts the program as the places with @start need. Stop it with driver_stop(). */
Driver *place_start (PlaceStart start);

/**
 * Goes there in a running program; returns the dialog, or the frame's page. Free with g_object_unref(). NULL when the driver forgives (driver_forgive())
 * and the way does not lead there: the program is best started again then.
 */
AtspiAccessible *place_open (Driver *driver, const Place *place);

/** Back to the page in the sidebar from which the next place can be opened. */
void place_close (Driver *driver, const Place *place);

G_END_DECLS
