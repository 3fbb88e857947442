// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "driver.h"

#include <string.h>

#define ACTIVITY "Verkenning N35 en N340 (demo)"

static AtspiRect
bar_extents (Driver *driver)
{
  g_autoptr (AtspiAccessible) bar = driver_find (driver, ATSPI_ROLE_LIST_ITEM, ACTIVITY);

  return accessible_extents (bar);
}

static gboolean
bar_has_grown (Driver *driver, gpointer data)
{
  const AtspiRect *before = data;
  AtspiRect now = bar_extents (driver);

  return now.x == before->x && now.width > before->width;
}

static gboolean
bar_is_as_before (Driver *driver, gpointer data)
{
  const AtspiRect *before = data;
  AtspiRect now = bar_extents (driver);

  return now.x == before->x && now.width == before->width;
}

// A later end makes the bar longer, and undo makes it as it was.
static void
test_dates (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "planning");
  g_autofree char *tasks = NULL;
  AtspiRect before = bar_extents (driver);

  driver_press (driver, ATSPI_ROLE_LIST_ITEM, ACTIVITY);
  driver_press (driver, ATSPI_ROLE_BUTTON, "Bewerken");
  g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, "Activiteit"));
  driver_fill (driver, "Einde", "30-11-2018");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Opslaan");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Activiteit");
  driver_wait (driver, bar_has_grown, &before, "the bar to grow");
  tasks = driver_spilctl (driver, (const char *[]) { "--json", "list", "task", NULL });
  g_assert_nonnull (strstr (tasks, "2018-11-30"));

  driver_key (driver, "ctrl+z");
  driver_wait (driver, bar_is_as_before, &before, "the bar to be as it was");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planning/dates", test_dates);
  return g_test_run ();
}
