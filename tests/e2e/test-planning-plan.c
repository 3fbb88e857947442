// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "driver.h"

#include <string.h>

#include "rows.h"

/* The id of the report that the first baseline names: 36 characters. Free with g_free(). */
static char *
dup_report_of (const char *baselines)
{
  const char *report = strstr (baselines, "\"report\":\"");

  g_assert_nonnull (report);
  return g_strndup (report + strlen ("\"report\":\""), 36);
}

static gboolean
nothing_is_kept (Driver *driver, gpointer data)
{
  return rows_count (driver, "report") == 0 && rows_count (driver, "baseline") == 0 &&
         rows_count (driver, "baseline_task") == 0;
}

/* The report that is issued keeps the planning: one step, which undo takes back whole. */
static void
test_report (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_PLAN, "reports");
  g_autoptr (AtspiAccessible) reports = NULL;
  g_autofree char *baselines = NULL;
  g_autofree char *issued = NULL;
  g_autofree char *report = NULL;

  driver_press (driver, ATSPI_ROLE_BUTTON, "Rapport maken");
  reports = driver_find (driver, ATSPI_ROLE_LIST, "Gemaakte rapporten");
  g_object_unref (driver_find_in (driver, reports, ATSPI_ROLE_LIST_ITEM, NULL));
  issued = rows_list (driver, "report");
  baselines = rows_list (driver, "baseline");
  report = dup_report_of (baselines);
  g_assert_nonnull (strstr (issued, report));
  g_assert_cmpint (rows_count (driver, "baseline"), ==, 1);
  g_assert_cmpint (rows_count (driver, "baseline_task"), ==, rows_count (driver, "task"));
  driver_key (driver, "ctrl+z");
  driver_wait (driver, nothing_is_kept, NULL, "report and baseline to be taken back together");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planning-plan/report", test_report);
  return g_test_run ();
}
