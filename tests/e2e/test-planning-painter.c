// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "driver.h"

#include <string.h>

/* Activities of the demo, and words that a screen reader must say of them. */
static const struct
{
  const char *name;
  const char *says[3];
} cases[] = {
  { "Verkenning N35 en N340 (demo)", { "09-07-2018", "12-10-2018", "100" } },
  { "Projecten corridor N50 (demo)", { "20-08-2018", "29-03-2019", "" } },
  { "Ondertekening Oosterenk (demo)", { "mijlpaal", "06-12-2018", "" } },
};

// Every bar is read out with its dates, and has a place.
static void
test_bars_are_told (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "planning");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (AtspiAccessible) bar = driver_find (driver, ATSPI_ROLE_LIST_ITEM, cases[i].name);
    g_autofree char *description = accessible_description (bar);
    AtspiRect place = accessible_extents (bar);

    for (gsize word = 0; word < G_N_ELEMENTS (cases[i].says); word++)
      if (strstr (description, cases[i].says[word]) == NULL)
        g_error ("“%s” is told as “%s”, without “%s”", cases[i].name, description, cases[i].says[word]);
    g_assert_cmpint (place.width, >, 0);
    g_assert_cmpint (place.height, >, 0);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planning/painter/bars-are-told", test_bars_are_told);
  return g_test_run ();
}
