// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "places.h"

#include <glib/gstdio.h>
#include <string.h>

#include "samples.h"

// The pages of the sidebar: their keys and titles. The last two have no key: the palette goes there.
typedef struct
{
  const char *page;
  const char *key;
  const char *title;
} Root;

static const Root roots[] = {
  { "home", "ctrl+1", "Overzicht" },   { "employers", "ctrl+2", "Werkgevers" },
  { "areas", "ctrl+3", "Gebieden" },   { "toolkit", "ctrl+4", "Toolkit" },
  { "fund", "ctrl+5", "Fonds" },       { "planning", "ctrl+6", "Planning" },
  { "budget", "ctrl+7", "Budget" },    { "risks", "ctrl+8", "Risico's" },
  { "effects", "ctrl+9", "Effecten" }, { "reports", NULL, "Rapportage" },
  { "sync", NULL, "Samenwerken" },
};

static const Root *
find_root (const char *page)
{
  for (gsize i = 0; i < G_N_ELEMENTS (roots); i++)
    if (strcmp (roots[i].page, page) == 0)
      return &roots[i];
  g_error ("No page “%s”", page);
}

/* Starting */

static char *
make_broken (void)
{
  char *data = driver_make_data (DRIVER_PLAN);
  g_autofree char *file = g_build_filename (data, "spil.db", NULL);
  g_autofree char *noise = g_strnfill (8192, 'x');

  g_assert_true (g_file_set_contents (file, noise, -1, NULL));
  return data;
}

static Driver *
start_shared (void)
{
  Driver *driver = driver_start (DRIVER_PLAN, "sync");
  g_autofree char *folder = g_build_filename (driver_get_data (driver), "gedeeld", NULL);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  driver_press (driver, ATSPI_ROLE_LIST_ITEM, "Samen gaan werken");
  driver_fill (driver, "Map", folder);
  driver_fill (driver, "Uw naam", "Lia Leidster (demo)");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Beginnen");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Klaar");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Later");
  driver_wait_gone (driver, ATSPI_ROLE_ALERT, NULL);
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, NULL);
  driver_wait_text (driver, "Bijgewerkt om");
  return driver;
}

// What cannot be opened to write is opened to read.
static Driver *
start_read_only (void)
{
  char *data = driver_make_data (DRIVER_PLAN);
  g_autofree char *in_the_way = g_build_filename (data, "spil.db-wal", NULL);
  Driver *driver;

  g_assert_cmpint (g_mkdir (in_the_way, 0700), ==, 0);
  driver = driver_start_made (data, NULL);
  driver_wait_text (driver, "Alleen-lezen openen");
  g_assert_cmpint (g_rmdir (in_the_way), ==, 0);
  driver_press (driver, ATSPI_ROLE_BUTTON, "Alleen-lezen openen");
  return driver;
}

// As when the network is gone, or the stick.
static Driver *
start_away (void)
{
  Driver *driver = start_shared ();
  g_autofree char *folder = g_build_filename (driver_get_data (driver), "gedeeld", NULL);
  g_autofree char *away = g_strconcat (folder, "-weg", NULL);

  g_assert_cmpint (g_rename (folder, away), ==, 0);
  driver_press (driver, ATSPI_ROLE_BUTTON, "Nu bijwerken");
  return driver;
}

Driver *
place_start (PlaceStart start)
{
  switch (start) {
  case PLACE_EMPTY:
    return driver_start_empty ();
  case PLACE_BROKEN:
    return driver_start_made (make_broken (), NULL);
  case PLACE_DUPLICATES:
    return driver_start_made (sample_make_pair (), "employers");
  case PLACE_SHARED:
    return start_shared ();
  case PLACE_PLAN:
    return driver_start (DRIVER_PLAN, "home");
  case PLACE_READ_ONLY:
    return start_read_only ();
  case PLACE_AWAY:
    return start_away ();
  default:
    return driver_start (DRIVER_DEMO, "home");
  }
}

/* Going there */

static void
find (Driver *driver, AtspiRole role, const char *start)
{
  g_autoptr (AtspiAccessible) found = driver_find_starting (driver, role, start);
}

static void
press (Driver *driver, AtspiRole role, const char *start)
{
  g_autoptr (AtspiAccessible) found = driver_find_starting (driver, role, start);

  if (found != NULL)
    driver_press_accessible (driver, found);
}

static void
focus (Driver *driver, AtspiRole role, const char *start)
{
  g_autoptr (AtspiAccessible) found = driver_find_starting (driver, role, start);

  if (found != NULL)
    driver_focus (driver, found);
}

static void
go (Driver *driver, const char *typed, const char *row)
{
  driver_key (driver, "ctrl+k");
  find (driver, ATSPI_ROLE_DIALOG, "Overal heen");
  driver_type (driver, typed);
  find (driver, ATSPI_ROLE_LIST_ITEM, row);
  driver_key (driver, "Return");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Overal heen");
}

static void
take_step (Driver *driver, const PlaceStep *step)
{
  switch (step->move) {
  case PLACE_PRESS:
    press (driver, step->role, step->text);
    break;
  case PLACE_KEY:
    driver_key (driver, step->text);
    break;
  case PLACE_TYPE:
    driver_type (driver, step->text);
    break;
  case PLACE_FILL:
    driver_fill (driver, step->text, step->more);
    break;
  case PLACE_SEE:
    driver_wait_text (driver, step->text);
    break;
  case PLACE_FIND:
    find (driver, step->role, step->text);
    break;
  case PLACE_FOCUS:
    focus (driver, step->role, step->text);
    break;
  case PLACE_FRONT:
    driver_to_front (driver);
    break;
  case PLACE_GO:
    go (driver, step->text, step->more);
    break;
  default:
    break;
  }
}

// The page in the sidebar, as it is when nothing has been opened from it.
static void
show_root (Driver *driver, const char *page)
{
  const Root *root = find_root (page);

  if (root->key != NULL)
    driver_key (driver, root->key);
  else
    go (driver, root->title, root->title);
  find (driver, ATSPI_ROLE_GROUPING, root->title);
  // What was opened from it slides away.
  driver_settle (driver);
}

AtspiAccessible *
place_open (Driver *driver, const Place *place)
{
  if (place->page != NULL)
    show_root (driver, place->page);
  for (int i = 0; i < PLACE_MAX_STEPS && place->steps[i].move != PLACE_END && !driver_has_failed (driver);
       i++)
    take_step (driver, &place->steps[i]);
  if (driver_has_failed (driver))
    return NULL;
  driver_wait_text (driver, place->text);
  if (driver_has_failed (driver))
    return NULL;
  return driver_find (driver, place->layer != ATSPI_ROLE_INVALID ? place->layer : ATSPI_ROLE_FRAME,
                      place->layer != ATSPI_ROLE_INVALID ? place->title : NULL);
}

// Whatever lies over the page: a popover may have been opened from a dialog.
static gboolean
is_covered (Driver *driver, const Place *place)
{
  return driver_sees (driver, place->layer, place->title) || driver_sees (driver, ATSPI_ROLE_DIALOG, NULL) ||
         driver_sees (driver, ATSPI_ROLE_ALERT, NULL);
}

static void
close_layer (Driver *driver, const Place *place)
{
  for (int i = 0; i < PLACE_MAX_STEPS && is_covered (driver, place); i++) {
    // What was typed on the way there is not kept.
    if (driver_sees (driver, ATSPI_ROLE_BUTTON, "Weggooien")) {
      press (driver, ATSPI_ROLE_BUTTON, "Weggooien");
      // It fades: who would look for it again might just miss it.
      driver_wait_gone (driver, ATSPI_ROLE_BUTTON, "Weggooien");
    } else
      driver_key (driver, "Escape");
    driver_settle (driver);
  }
  driver_wait_gone (driver, place->layer, place->title);
  // Without a window manager nobody gives the keys back.
  if (place->layer == ATSPI_ROLE_FRAME)
    driver_to_front (driver);
}

void
place_close (Driver *driver, const Place *place)
{
  if (place->layer != ATSPI_ROLE_INVALID)
    close_layer (driver, place);
  take_step (driver, &place->leave);
  // Its key again goes back to what all of it was opened from.
  if (place->page != NULL)
    show_root (driver, place->page);
}
