// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "driver.h"

#include <string.h>

#include "rows.h"

#define FIRST "Doorgaan met de gebiedsaanpak"
#define SECOND "Nieuwe gebieden: voorbereiding"
#define UNDATED "Nieuwe gebieden: uitvoering"
#define LAST "Toolkit (probeeracties, Movez)"
#define TALKS "Gesprekken met ondernemersverenigingen (demo)"
#define OWNER "Bo Fietspad (demo)"
#define HALF "Halfjaargesprek per gebied (demo)"

static AtspiRect
extents_of (Driver *driver, const char *name)
{
  g_autoptr (AtspiAccessible) bar = driver_find (driver, ATSPI_ROLE_LIST_ITEM, name);

  return accessible_extents (bar);
}

static AtspiRect
select_bar (Driver *driver, const char *name)
{
  driver_press (driver, ATSPI_ROLE_LIST_ITEM, name);
  g_object_unref (driver_find (driver, ATSPI_ROLE_BUTTON, "Bewerken"));
  return extents_of (driver, name);
}

static gboolean
has_task (Driver *driver, gpointer data)
{
  g_autofree char *tasks = rows_list (driver, "task");

  return strstr (tasks, data) != NULL;
}

typedef struct
{
  const char *name;
  int x;
  int least; // how much further to the right; negative: to the left
} Shift;

static gboolean
is_shifted (Driver *driver, gpointer data)
{
  const Shift *shift = data;
  int by = extents_of (driver, shift->name).x - shift->x;

  if (shift->least == 0)
    return ABS (by) <= 2;
  return shift->least > 0 ? by >= shift->least : by <= shift->least;
}

static void
wait_shift (Driver *driver, const char *name, int x, int least, const char *what)
{
  Shift shift = { name, x, least };

  driver_wait (driver, is_shifted, &shift, what);
}

static void
name_it (Driver *driver, const char *name)
{
  g_object_unref (driver_find (driver, ATSPI_ROLE_TEXT, "Naam van Nieuwe activiteit"));
  driver_type (driver, name);
  driver_key (driver, "Return");
  g_object_unref (driver_find (driver, ATSPI_ROLE_LIST_ITEM, name));
}

// Under the last row; Escape draws nothing.
static void
test_draw_new (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_PLAN, "planning");
  AtspiRect first = select_bar (driver, SECOND), last = extents_of (driver, LAST);
  int before = rows_count (driver, "task"), y = last.y + last.height + 24, x = first.x + first.width / 2;

  driver_drag_to (driver, x, y, x + 80, y);
  driver_wait_text (driver, "Nieuwe activiteit");
  driver_key (driver, "Escape");
  driver_drop (driver);
  g_assert_cmpint (rows_count (driver, "task"), ==, before);

  driver_drag (driver, x, y, x + 80, y);
  rows_wait_count (driver, "task", before + 1);
  name_it (driver, "Proefrit");
  driver_wait (driver, has_task, (gpointer) "\"Proefrit\"", "its name");
}

// With Ctrl the new one comes under the row in which it is drawn.
static void
test_draw_under (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "planning");
  AtspiRect bar = select_bar (driver, HALF);
  int before = rows_count (driver, "task"), x = bar.x + bar.width + 60, y = bar.y + bar.height / 2;

  driver_hold_key (driver, "ctrl", TRUE);
  driver_drag (driver, x, y, x + 60, y);
  driver_hold_key (driver, "ctrl", FALSE);
  rows_wait_count (driver, "task", before + 1);
  name_it (driver, "Ertussen");
  g_assert_cmpint (extents_of (driver, "Ertussen").y, >, bar.y);
  g_assert_cmpint (extents_of (driver, "Ertussen").y, <, extents_of (driver, TALKS).y);
}

// A click in the row of an activity that is to be planned yet gives it dates there, when it is selected.
static void
test_click (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_PLAN, "planning");
  AtspiRect second = extents_of (driver, SECOND), undated = select_bar (driver, UNDATED);

  driver_click_at (driver, second.x + second.width - 20, undated.y + undated.height / 2, 1);
  driver_wait_text (driver, "Activiteit gepland");
  driver_key (driver, "ctrl+z");
  driver_wait_text (driver, "Ongedaan gemaakt: Activiteit gepland");
}

// The middle button, and the left one with the space bar, take the time along; nothing of the plan changes.
static void
test_pan (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "planning");
  AtspiRect bar = select_bar (driver, TALKS);
  g_autofree char *before = rows_list (driver, "task");
  g_autofree char *after = NULL;
  int x = bar.x + bar.width / 2, y = bar.y + bar.height / 2;

  driver_drag_with (driver, "2", x, y, x + 90, y);
  wait_shift (driver, TALKS, bar.x, 60, "the time to go along with the middle button");
  driver_drag_with (driver, "2", x + 90, y, x, y);
  wait_shift (driver, TALKS, bar.x, 0, "the time to be back");
  driver_hold_key (driver, "space", TRUE);
  driver_drag (driver, x, y, x + 90, y);
  driver_hold_key (driver, "space", FALSE);
  wait_shift (driver, TALKS, bar.x, 60, "the time to go along with the space bar");
  after = rows_list (driver, "task");
  g_assert_cmpstr (after, ==, before);
}

// The table is made wider and narrower, with keys and with the pointer; the width is kept.
static void
test_split (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "planning");
  AtspiRect bar = select_bar (driver, TALKS);

  driver_key (driver, "ctrl+shift+Right");
  driver_key (driver, "ctrl+shift+Right");
  wait_shift (driver, TALKS, bar.x, 10, "the table to be wider");
  bar = extents_of (driver, TALKS);
  driver_go (driver, "Budget");
  driver_go (driver, "Planning");
  wait_shift (driver, TALKS, bar.x, 0, "the table to be as wide as before");
}

static gboolean
is_gone (Driver *driver, gpointer data)
{
  return !driver_sees (driver, ATSPI_ROLE_LIST_ITEM, data);
}

// Cut, and a summary with its parts and links: away and back in one step.
static void
test_away (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "planning");
  int tasks = rows_count (driver, "task"), links = rows_count (driver, "dependency");

  select_bar (driver, HALF);
  driver_key (driver, "ctrl+x");
  rows_wait_count (driver, "task", tasks - 1);
  driver_key (driver, "ctrl+v");
  rows_wait_count (driver, "task", tasks);
  driver_key (driver, "ctrl+z");
  rows_wait_count (driver, "task", tasks - 1);
  driver_key (driver, "ctrl+z");
  rows_wait_count (driver, "task", tasks);
  select_bar (driver, SECOND);
  driver_key (driver, "Delete");
  driver_wait (driver, is_gone, (gpointer) TALKS, "its parts to be gone");
  g_assert_cmpint (rows_count (driver, "dependency"), <, links);
  driver_key (driver, "ctrl+z");
  rows_wait_count (driver, "dependency", links);
  rows_wait_count (driver, "task", tasks);
}

// On the heading of a group nothing that is meant for an activity happens.
static void
test_headings (void)
{
  static const char *const keys[] = {
    "Delete",   "ctrl+x",          "alt+Right",      "shift+Right", "F2",     "Return",
    "ctrl+l",   "alt+shift+Right", "alt+shift+Left", "alt+Up",      "ctrl+c", "a",
    "alt+Down", "ctrl+shift+l",    "alt+Return",     "ctrl+Return"
  };
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "planning");
  g_autofree char *before = rows_list (driver, "task");
  g_autofree char *after = NULL;

  g_object_unref (driver_find (driver, ATSPI_ROLE_LIST_ITEM, TALKS));
  driver_press (driver, ATSPI_ROLE_TOGGLE_BUTTON, "Weergave van de planning");
  driver_press (driver, ATSPI_ROLE_COMBO_BOX, "Groeperen op");
  driver_key (driver, "End");
  driver_key (driver, "Return");
  driver_key (driver, "Escape");
  driver_press (driver, ATSPI_ROLE_LIST_ITEM, OWNER);
  driver_key (driver, "Home");
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    driver_key (driver, keys[i]);
  driver_key (driver, "minus");
  after = rows_list (driver, "task");
  g_assert_cmpstr (after, ==, before);
}

// Another program changes the plan while a bar is held: that is shown, and the drag does nothing.
static void
test_other_program (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_PLAN, "planning");
  AtspiRect bar = select_bar (driver, SECOND);
  g_autofree char *tasks = rows_list (driver, "task");
  g_autofree char *id = NULL;
  const char *at = strstr (tasks, "\"name\":\"" LAST);
  int x = bar.x + bar.width / 2, y = bar.y + bar.height / 2;

  while (at > tasks && !g_str_has_prefix (at, "{\"id\":\""))
    at--;
  id = g_strndup (at + strlen ("{\"id\":\""), 36);
  driver_drag_to (driver, x, y, x + 120, y);
  g_free (driver_spilctl (driver, (const char *[]) { "set", "task", id, "name=Toolkit (anders)", NULL }));
  g_object_unref (driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Toolkit (anders)"));
  driver_drop (driver);
  wait_shift (driver, SECOND, bar.x, 0, "the bar to be where it was");
  g_assert_false (has_task (driver, (gpointer) "\"start\":\"2018-10"));
}

// What the filter leaves out is added all the same, and said to be.
static void
test_filter (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "planning");
  int before = rows_count (driver, "task");

  g_object_unref (driver_find (driver, ATSPI_ROLE_LIST_ITEM, TALKS));
  driver_press_starting (driver, ATSPI_ROLE_BUTTON, "1 te laat");
  driver_wait (driver, is_gone, (gpointer) TALKS, "the filter");
  select_bar (driver, "Kennismaking A28-zone (demo)");
  driver_key (driver, "Insert");
  rows_wait_count (driver, "task", before + 1);
  driver_wait_text (driver, "de filter laat haar weg");
}

// Without any activity every key does no harm, and the first can be added.
static void
test_empty (void)
{
  static const char *const keys[] = { "Down",       "Up",     "End",       "Home",   "Page_Down", "Delete",
                                      "F2",         "Return", "ctrl+a",    "ctrl+l", "alt+Right", "ctrl+plus",
                                      "ctrl+minus", "ctrl+0", "ctrl+Left", "Menu",   "Escape",    "minus" };
  g_autofree char *data = g_dir_make_tmp ("spil-leeg-XXXXXX", NULL);
  g_autoptr (Driver) driver = NULL;

  g_free (run_spilctl (data, (const char *[]) { "init", "--template", "leeg", NULL }));
  driver = driver_start_on (data, NULL);
  driver_go (driver, "Planning");
  driver_wait_text (driver, "Nog geen activiteiten");
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    driver_key (driver, keys[i]);
  // Some of them went through the sidebar.
  driver_go (driver, "Planning");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Activiteit toevoegen");
  g_clear_pointer (&driver, driver_stop);
  remove_folder (data);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planning-hand/draw-new", test_draw_new);
  g_test_add_func ("/planning-hand/draw-under", test_draw_under);
  g_test_add_func ("/planning-hand/click", test_click);
  g_test_add_func ("/planning-hand/pan", test_pan);
  g_test_add_func ("/planning-hand/split", test_split);
  g_test_add_func ("/planning-hand/away", test_away);
  g_test_add_func ("/planning-hand/headings", test_headings);
  g_test_add_func ("/planning-hand/other-program", test_other_program);
  g_test_add_func ("/planning-hand/filter", test_filter);
  g_test_add_func ("/planning-hand/empty", test_empty);
  return g_test_run ();
}
