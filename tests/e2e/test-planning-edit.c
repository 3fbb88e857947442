// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
// Editing in the chart of the planning, with pointer and keys.
#include "driver.h"

#include <string.h>

#define TALKS "Gesprekken met ondernemersverenigingen (demo)"
#define SURVEY "Verkenning N35 en N340 (demo)"
#define SITE "Website vernieuwen (demo)"
#define CANVAS "Planning"

typedef struct
{
  const char *name;
  AtspiRect before;
} Bar;

static AtspiRect
extents_of (Driver *driver, const char *name)
{
  g_autoptr (AtspiAccessible) bar = driver_find (driver, ATSPI_ROLE_LIST_ITEM, name);

  return accessible_extents (bar);
}

static gboolean
is_as_before (Driver *driver, gpointer data)
{
  Bar *bar = data;
  AtspiRect now = extents_of (driver, bar->name);

  return ABS (now.x - bar->before.x) <= 1 && ABS (now.width - bar->before.width) <= 2;
}

static gboolean
is_later (Driver *driver, gpointer data)
{
  Bar *bar = data;
  AtspiRect now = extents_of (driver, bar->name);

  return now.x > bar->before.x + 10 && ABS (now.width - bar->before.width) <= 12;
}

static gboolean
is_longer (Driver *driver, gpointer data)
{
  Bar *bar = data;
  AtspiRect now = extents_of (driver, bar->name);

  return ABS (now.x - bar->before.x) <= 1 && now.width > bar->before.width + 10;
}

// Brings the bar of a row into view, with the keyboard focus on it.
static Bar
select_bar (Driver *driver, const char *name)
{
  Bar bar = { .name = name };
  int x, y;

  driver_press (driver, ATSPI_ROLE_LIST_ITEM, name);
  bar.before = extents_of (driver, name);
  x = bar.before.x + bar.before.width / 2;
  y = bar.before.y + bar.before.height / 2;
  driver_click_at (driver, x, y, 1);
  return bar;
}

static void
accept_cascade (Driver *driver)
{
  if (driver_sees (driver, ATSPI_ROLE_BUTTON, "Alles verschuiven"))
    driver_press (driver, ATSPI_ROLE_BUTTON, "Alles verschuiven");
}

static char *
list_tasks (Driver *driver)
{
  return driver_spilctl (driver, (const char *[]) { "--json", "list", "task", NULL });
}

static char *
list_links (Driver *driver)
{
  return driver_spilctl (driver, (const char *[]) { "--json", "list", "dependency", NULL });
}

static int
count (const char *text, const char *what)
{
  int n = 0;

  for (const char *at = strstr (text, what); at != NULL; at = strstr (at + 1, what))
    n++;
  return n;
}

// A drag in the middle moves the bar, one at its end makes it longer, Escape leaves all as it was, undo brings it back.
static void
test_drag (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "planning");
  Bar bar = select_bar (driver, SITE);
  int x = bar.before.x + bar.before.width / 2, y = bar.before.y + bar.before.height / 2;
  int end = bar.before.x + bar.before.width - 3;

  driver_drag_to (driver, x, y, x + 60, y);
  driver_wait (driver, is_later, &bar, "the bar to follow the pointer");
  driver_key (driver, "Escape");
  driver_drop (driver);
  driver_wait (driver, is_as_before, &bar, "the bar to be where it was");

  driver_drag (driver, x, y, x + 60, y);
  driver_wait (driver, is_later, &bar, "the bar to be moved");
  accept_cascade (driver);
  driver_wait_text (driver, "Activiteit verplaatst");
  driver_key (driver, "ctrl+z");
  driver_wait (driver, is_as_before, &bar, "the move to be undone");

  driver_drag (driver, end, y, end + 60, y);
  driver_wait (driver, is_longer, &bar, "the bar to be longer");
  accept_cascade (driver);
}

// The names and dates of the table are typed in their cells; what cannot be is said there.
static void
test_cells (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "planning");
  g_autofree char *tasks = NULL;

  select_bar (driver, SITE);
  driver_key (driver, "F2");
  g_object_unref (driver_find (driver, ATSPI_ROLE_TEXT, "Naam van " SITE));
  driver_key (driver, "ctrl+a");
  driver_type (driver, "Nieuwe website (demo)");
  driver_key (driver, "Return");
  g_object_unref (driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Nieuwe website (demo)"));

  select_bar (driver, "Nieuwe website (demo)");
  driver_key (driver, "Right");
  driver_key (driver, "F2");
  driver_key (driver, "ctrl+a");
  driver_type (driver, "gisteren of zo");
  driver_key (driver, "Return");
  g_object_unref (driver_find (driver, ATSPI_ROLE_TEXT, "Begin van Nieuwe website (demo)"));
  driver_key (driver, "ctrl+a");
  driver_type (driver, "8-10-2018");
  driver_key (driver, "Return");
  accept_cascade (driver);
  driver_wait_gone (driver, ATSPI_ROLE_TEXT, "Begin van Nieuwe website (demo)");
  tasks = list_tasks (driver);
  g_assert_nonnull (strstr (tasks, "2018-10-08"));
  g_assert_nonnull (strstr (tasks, "Nieuwe website (demo)"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planning-edit/drag", test_drag);
  g_test_add_func ("/planning-edit/cells", test_cells);
  return g_test_run ();
}
