// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "driver.h"
#include "places.h"

// The program as it runs from place to place.
typedef struct
{
  Driver *driver;
  PlaceStart start;
} Run;

typedef struct
{
  Run *run;
  const Place *place;
} Case;

static void
stop (Run *run)
{
  g_clear_pointer (&run->driver, driver_stop);
}

static void
test_place (gconstpointer data)
{
  const Case *one = data;
  Run *run = one->run;
  g_autoptr (AtspiAccessible) opened = NULL;
  g_autofree char *failure = NULL;

  if (run->driver != NULL && run->start != one->place->start)
    stop (run);
  if (run->driver == NULL) {
    run->start = one->place->start;
    run->driver = place_start (run->start);
    driver_forgive (run->driver);
  }
  opened = place_open (run->driver, one->place);
  if (g_getenv ("DUMP")) {
    g_autofree char *d = driver_describe_all (run->driver);
    g_print ("%s", d);
  }
  if (opened != NULL)
    place_close (run->driver, one->place);
  failure = driver_take_failure (run->driver);
  if (failure != NULL) {
    g_test_fail_printf ("%s: %s", one->place->name, failure);
    g_clear_pointer (&run->driver, driver_kill);
  }
}

int
main (int argc, char **argv)
{
  Run run = { 0 };
  g_autoptr (GPtrArray) cases = g_ptr_array_new_with_free_func (g_free);
  gsize n;
  const Place *all = places (&n);
  int status;

  g_test_init (&argc, &argv, NULL);
  for (int start = 0; start < PLACE_N_STARTS; start++)
    for (gsize i = 0; i < n; i++)
      if ((int) all[i].start == start) {
        g_autofree char *path = g_strdup_printf ("/places/%s", all[i].name);
        Case *one = g_new (Case, 1);

        *one = (Case) { &run, &all[i] };
        g_ptr_array_add (cases, one);
        g_test_add_data_func (path, one, test_place);
      }
  status = g_test_run ();
  stop (&run);
  return status;
}
