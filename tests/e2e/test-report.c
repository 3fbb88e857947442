// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "driver.h"

#include <gio/gio.h>
#include <string.h>

#include "rows.h"
#include "samples.h"

// So many that a report of them takes a second or two.
#define MANY_RISKS 6000

// The file that the report was written to with that ending, or NULL when there is none; free with g_free().
static char *
report_file (Driver *driver, const char *ending)
{
  g_autofree char *folder = g_build_filename (driver_get_data (driver), "reports", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = dir != NULL ? g_dir_read_name (dir) : NULL;

  while (name != NULL && !g_str_has_suffix (name, ending))
    name = g_dir_read_name (dir);
  return name != NULL ? g_build_filename (folder, name, NULL) : NULL;
}

static void
test_make (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_PLAN, "reports");
  g_autoptr (AtspiAccessible) reports = NULL;
  g_autoptr (AtspiAccessible) report = NULL;
  g_autofree char *file = NULL, *odt = NULL, *text = NULL;

  driver_press (driver, ATSPI_ROLE_BUTTON, "Rapport maken");
  reports = driver_find (driver, ATSPI_ROLE_LIST, "Gemaakte rapporten");
  report = driver_find_in (driver, reports, ATSPI_ROLE_LIST_ITEM, NULL);
  file = report_file (driver, ".pdf");
  g_assert_nonnull (file);
  odt = report_file (driver, ".odt");
  g_assert_nonnull (odt);
  text = sample_read_pdf (file);
  g_assert_nonnull (strstr (text, "951.500"));
  g_assert_nonnull (strstr (text, "Oosterenk"));
  g_assert_cmpint (rows_count (driver, "report"), ==, 1);
}

static void
add_many_risks (const char *folder)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *path = g_build_filename (folder, "risks.jsonl", NULL);
  g_autofree char *applied = NULL;

  for (int i = 0; i < MANY_RISKS; i++)
    g_string_append_printf (
        lines,
        "{\"op\":\"add\",\"entity\":\"risk\",\"values\":{\"event\":\"Risico %d\",\"state\":\"open\"}}\n", i);
  g_assert_true (g_file_set_contents (path, lines->str, lines->len, NULL));
  applied = run_spilctl (folder, (const char *[]) { "apply", "--atomic", path, NULL });
}

// Nothing is left of a report that was cancelled half-way: no file, no row.
static void
test_cancel (void)
{
  g_autofree char *folder = driver_make_data (DRIVER_PLAN);
  Driver *driver;
  g_autofree char *file = NULL;

  add_many_risks (folder);
  driver = driver_start_on (folder, (const char *[]) { "--page", "reports", NULL });
  driver_press (driver, ATSPI_ROLE_BUTTON, "Rapport maken");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Annuleren");
  driver_wait_text (driver, "Het maken van het rapport is afgebroken");
  g_object_unref (driver_find (driver, ATSPI_ROLE_BUTTON, "Rapport maken"));
  file = report_file (driver, "");
  g_assert_null (file);
  g_assert_cmpint (rows_count (driver, "report"), ==, 0);
  driver_stop (driver);
  remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/make", test_make);
  g_test_add_func ("/report/cancel", test_cancel);
  return g_test_run ();
}
