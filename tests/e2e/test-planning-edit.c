// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "driver.h"

#include <string.h>

#include "rows.h"

#define TALKS "Gesprekken met ondernemersverenigingen (demo)"
#define SURVEY "Verkenning N35 en N340 (demo)"
#define HALF "Halfjaargesprek per gebied (demo)"

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

  // As many working days may take more days.
  return now.x > bar->before.x + 10 && now.width >= bar->before.width - 12;
}

static gboolean
is_longer (Driver *driver, gpointer data)
{
  Bar *bar = data;
  AtspiRect now = extents_of (driver, bar->name);

  return ABS (now.x - bar->before.x) <= 1 && now.width > bar->before.width + 10;
}

// Selects a row that is in view by a click on its bar; the focus is in the chart then.
static Bar
select_bar (Driver *driver, const char *name)
{
  Bar bar = { .name = name };

  driver_press (driver, ATSPI_ROLE_LIST_ITEM, name);
  g_object_unref (driver_find (driver, ATSPI_ROLE_BUTTON, "Bewerken"));
  bar.before = extents_of (driver, name);
  return bar;
}

typedef struct
{
  const char *start, *end;
  gboolean found;
} NameSearch;

static gboolean
has_such_name (AtspiAccessible *accessible, gpointer data)
{
  NameSearch *search = data;
  g_autofree char *name = accessible_name (accessible);

  search->found = atspi_accessible_get_role (accessible, NULL) == ATSPI_ROLE_TEXT &&
                  g_str_has_prefix (name, search->start) && g_str_has_suffix (name, search->end);
  return !search->found;
}

static gboolean
sees_entry (Driver *driver, gpointer data)
{
  driver_visit (driver, NULL, has_such_name, data);
  return ((NameSearch *) data)->found;
}

static void
accept_cascade (Driver *driver)
{
  if (driver_sees (driver, ATSPI_ROLE_BUTTON, "Alles verschuiven"))
    driver_press (driver, ATSPI_ROLE_BUTTON, "Alles verschuiven");
}

// A drag in the middle moves the bar, one at its end makes it longer, Escape leaves all as it was, undo brings it back.
static void
test_drag (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "planning");
  Bar bar = select_bar (driver, HALF);
  int x = bar.before.x + bar.before.width / 2, y = bar.before.y + bar.before.height / 2;
  // The shadow of the window makes places on the screen differ by some units.
  int end = bar.before.x + bar.before.width + 2;

  driver_drag_to (driver, x, y, x + 60, y);
  driver_wait (driver, is_later, &bar, "the bar to follow the pointer");
  driver_key (driver, "Escape");
  driver_drop (driver);
  driver_wait (driver, is_as_before, &bar, "the bar to be where it was");

  driver_drag (driver, x, y, x + 60, y);
  driver_wait (driver, is_later, &bar, "the bar to be moved");
  accept_cascade (driver);
  driver_wait_text (driver, "Activiteit verschoven");
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
  NameSearch entry = { "", "van Nieuwe website (demo)", FALSE };
  g_autofree char *tasks = NULL;

  select_bar (driver, HALF);
  driver_key (driver, "F2");
  g_object_unref (driver_find (driver, ATSPI_ROLE_TEXT, "Naam van " HALF));
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
  driver_wait (driver, sees_entry, &entry, "the entry to stay");
  driver_key (driver, "ctrl+a");
  driver_type (driver, "8-10-2018");
  driver_key (driver, "Return");
  accept_cascade (driver);
  rows_wait_text (driver, "task", "2018-10-08");
  tasks = rows_list (driver, "task");
  g_assert_nonnull (strstr (tasks, "Nieuwe website (demo)"));
}

// Two activities are selected with Shift and linked with a key; the same key with Shift takes the link away.
static void
test_link_keys (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "planning");
  int before = rows_count (driver, "dependency");

  select_bar (driver, HALF);
  driver_key (driver, "shift+Up");
  driver_key (driver, "ctrl+l");
  rows_wait_count (driver, "dependency", before + 1);
  driver_key (driver, "ctrl+shift+l");
  rows_wait_count (driver, "dependency", before);
}

// From the handle at the end of a bar to another bar; the other way round would close a circle and says so.
static void
test_link_drag (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "planning");
  Bar site = select_bar (driver, HALF);
  AtspiRect talks = extents_of (driver, TALKS), survey = extents_of (driver, SURVEY);
  int before = rows_count (driver, "dependency");

  driver_drag (driver, site.before.x + site.before.width + 10, site.before.y + site.before.height / 2,
               talks.x + 4, talks.y + talks.height / 2);
  rows_wait_count (driver, "dependency", before + 1);
  driver_key (driver, "ctrl+z");
  rows_wait_count (driver, "dependency", before);

  driver_drag_to (driver, talks.x + talks.width + 10, talks.y + talks.height / 2, survey.x + survey.width - 4,
                  survey.y + survey.height / 2);
  driver_wait_text (driver, SURVEY " → " TALKS " → " SURVEY);
  driver_key (driver, "Escape");
  driver_drop (driver);
  g_assert_cmpint (rows_count (driver, "dependency"), ==, before);
}

// A new activity is named at once, copied, pasted, deleted, and undone.
static void
test_rows (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "planning");
  int before = rows_count (driver, "task");

  select_bar (driver, HALF);
  driver_key (driver, "Insert");
  g_object_unref (driver_find (driver, ATSPI_ROLE_TEXT, "Naam van Nieuwe activiteit"));
  driver_type (driver, "Proefrit (demo)");
  driver_key (driver, "Return");
  g_object_unref (driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Proefrit (demo)"));
  rows_wait_count (driver, "task", before + 1);
  select_bar (driver, "Proefrit (demo)");
  driver_key (driver, "ctrl+c");
  driver_wait_text (driver, "1 activiteit gekopieerd");
  driver_key (driver, "ctrl+v");
  rows_wait_count (driver, "task", before + 2);
  driver_key (driver, "Delete");
  rows_wait_count (driver, "task", before + 1);
  driver_key (driver, "ctrl+z");
  rows_wait_count (driver, "task", before + 2);
}

static char *
parent_of (Driver *driver, const char *name)
{
  g_autofree char *tasks = rows_list (driver, "task");
  g_autofree char *key = g_strdup_printf ("\"name\":\"%s\"", name);
  const char *at = strstr (tasks, key);
  const char *parent, *end;

  g_assert_nonnull (at);
  end = strchr (at, '}');
  parent = g_strstr_len (at, end - at, "\"parent\"");
  while (parent == NULL && at > tasks && *at != '{')
    at--;
  parent = g_strstr_len (at, end - at, "\"parent\"");
  return parent != NULL ? g_strndup (parent, 60) : g_strdup ("");
}

typedef struct
{
  const char *name;
  const char *parent;
  gboolean same;
} Place;

static gboolean
stands_there (Driver *driver, gpointer data)
{
  Place *place = data;
  g_autofree char *parent = parent_of (driver, place->name);

  return g_str_equal (parent, place->parent) == place->same;
}

// A part of the one above, and of no more than before.
static void
test_indent (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "planning");
  g_autofree char *parent = parent_of (driver, HALF);
  Place place = { HALF, parent, FALSE };

  select_bar (driver, HALF);
  driver_key (driver, "alt+shift+Right");
  driver_wait (driver, stands_there, &place, "it to be a part of another");
  driver_key (driver, "alt+shift+Left");
  place.same = TRUE;
  driver_wait (driver, stands_there, &place, "it to be where it was");
}

// What is still to be planned gets dates where somebody draws them.
static void
test_draw (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "planning");
  AtspiRect above, below;
  int more;

  select_bar (driver, HALF);
  driver_key (driver, "Insert");
  g_object_unref (driver_find (driver, ATSPI_ROLE_TEXT, "Naam van Nieuwe activiteit"));
  driver_type (driver, "Proefrit (demo)");
  driver_key (driver, "Return");
  g_object_unref (driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Proefrit (demo)"));
  above = extents_of (driver, HALF);
  below = extents_of (driver, "Proefrit (demo)");
  more = above.x + above.width;
  driver_drag (driver, more, below.y + below.height / 2, more + 60, below.y + below.height / 2);
  driver_wait_text (driver, "Activiteit gepland");
  driver_key (driver, "ctrl+z");
  driver_wait_text (driver, "Ongedaan gemaakt: Activiteit gepland");
}

// Several selected bars move together.
static void
test_several (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "planning");
  Bar talks = select_bar (driver, TALKS), half = { .name = HALF };
  int y;

  half.before = extents_of (driver, half.name);
  talks.before = extents_of (driver, talks.name);
  y = half.before.y + half.before.height / 2;
  driver_key (driver, "ctrl+a");
  driver_drag_to (driver, half.before.x + 30, y, half.before.x + 90, y);
  driver_wait (driver, is_later, &half, "the bar that is dragged to follow");
  driver_wait (driver, is_later, &talks, "another selected bar to follow");
  driver_key (driver, "Escape");
  driver_drop (driver);
  driver_wait (driver, is_as_before, &half, "the one to be where it was");
  driver_wait (driver, is_as_before, &talks, "the other to be where it was");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planning-edit/drag", test_drag);
  g_test_add_func ("/planning-edit/cells", test_cells);
  g_test_add_func ("/planning-edit/link-keys", test_link_keys);
  g_test_add_func ("/planning-edit/link-drag", test_link_drag);
  g_test_add_func ("/planning-edit/rows", test_rows);
  g_test_add_func ("/planning-edit/indent", test_indent);
  g_test_add_func ("/planning-edit/draw", test_draw);
  g_test_add_func ("/planning-edit/several", test_several);
  return g_test_run ();
}
