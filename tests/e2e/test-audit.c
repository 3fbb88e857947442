// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* Every place of the program as a screen reader and a keyboard find it. */
#include "audit.h"
#include "catalogue.h"
#include "driver.h"
#include "places.h"

#include <stdio.h>

// The program as it goes from place to place.
typedef struct
{
  Driver *driver;
  PlaceStart start;
  GHashTable *english;
} Run;

typedef struct
{
  Run *run;
  const Place *place;
} Case;

static void
be_there (Run *run, PlaceStart start)
{
  if (run->driver != NULL && run->start != start)
    g_clear_pointer (&run->driver, driver_stop);
  if (run->driver != NULL)
    return;
  run->start = start;
  run->driver = place_start (start);
  driver_forgive (run->driver);
}

static gboolean
is_no_stop (AtspiAccessible *accessible, gpointer data)
{
  const AtspiRole role = atspi_accessible_get_role (accessible, NULL);

  return !accessible_has_state (accessible, ATSPI_STATE_FOCUSABLE) || !audit_is_seen (accessible) ||
         audit_is_list (role) || audit_is_member (role) || role == ATSPI_ROLE_SCROLL_PANE;
}

// A list and nothing else, which arrow keys go along: Tab has nowhere to go.
static gboolean
is_one_list (const Place *place, AtspiAccessible *opened)
{
  return place->layer == ATSPI_ROLE_MENU ||
         (place->layer != ATSPI_ROLE_INVALID && driver_walk_from (opened, is_no_stop, NULL));
}

// What lies over a page is looked at by itself.
static void
look (Run *run, const Place *place, AtspiAccessible *opened, GString *problems)
{
  AtspiAccessible *from = place->layer != ATSPI_ROLE_INVALID ? opened : NULL;
  Audit audit = { run->driver, run->english, place->layer == ATSPI_ROLE_INVALID, NULL, problems };
  g_autoptr (Stops) stops = NULL;

  // The toolkit's own, with a list that it gives no name.
  if (g_str_equal (place->name, "about"))
    return;
  audit_tree (&audit, from);
  if (is_one_list (place, opened))
    return;
  stops = audit_keys (&audit, from);
  if (!driver_has_failed (run->driver))
    audit_compare_focus (&audit, stops, place->name);
}

static void
test_place (gconstpointer data)
{
  const Case *one = data;
  Run *run = one->run;
  g_autoptr (AtspiAccessible) opened = NULL;
  g_autoptr (GString) problems = g_string_new (NULL);
  g_autofree char *failure = NULL;

  be_there (run, one->place->start);
  opened = place_open (run->driver, one->place);
  if (opened != NULL)
    look (run, one->place, opened, problems);
  // What was still on its way in or out is not there, or is, the second time.
  if (problems->len > 0 && !driver_has_failed (run->driver)) {
    g_string_truncate (problems, 0);
    driver_settle (run->driver);
    look (run, one->place, opened, problems);
  }
  if (!driver_has_failed (run->driver))
    place_close (run->driver, one->place);
  failure = driver_take_failure (run->driver);
  if (problems->len > 0)
    g_test_fail_printf ("%s, for who uses a keyboard or a screen reader:\n%s", one->place->name,
                        problems->str);
  if (failure == NULL)
    return;
  g_test_fail_printf ("%s: %s", one->place->name, failure);
  g_clear_pointer (&run->driver, driver_kill);
}

static void
test_sources (void)
{
  audit_sources (g_getenv ("E2E_SOURCES"));
}

// Which of how many parts: places are dealt out in turn, so that each part is as long. Without: all of them.
static void
read_part (int argc, char **argv, int *part, int *n_parts)
{
  *part = *n_parts = 1;
  for (int i = 1; i < argc; i++)
    if (sscanf (argv[i], "part=%d/%d", part, n_parts) == 2)
      g_assert_true (*part >= 1 && *part <= *n_parts);
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) cases = g_ptr_array_new_with_free_func (g_free);
  Run run = { .english = catalogue_dup_english (g_getenv ("E2E_CATALOGUE")) };
  gsize n;
  const Place *all = places (&n);
  int status, part, n_parts;

  g_test_init (&argc, &argv, NULL);
  read_part (argc, argv, &part, &n_parts);
  g_test_add_func ("/audit/sources", test_sources);
  for (PlaceStart start = 0; start < PLACE_N_STARTS; start++)
    for (gsize i = 0; i < n; i++)
      if (all[i].start == start && (int) i % n_parts == part - 1) {
        g_autofree char *path = g_strdup_printf ("/audit/%s", all[i].name);
        Case *one = g_new (Case, 1);

        *one = (Case) { &run, &all[i] };
        g_ptr_array_add (cases, one);
        g_test_add_data_func (path, one, test_place);
      }
  status = g_test_run ();
  g_clear_pointer (&run.driver, driver_stop);
  g_hash_table_unref (run.english);
  return status;
}
