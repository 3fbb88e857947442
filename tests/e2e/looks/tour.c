// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2

/*
 * The screenshot tour: visits places of the real program in a look and leaves a picture of each, with what its widgets tell.
 * tour FOLDER LOOK [PLACE...]
 */
#include "findings.h"
#include "look.h"

static const char *const pages[] = { "home",     "employers", "areas", "toolkit", "fund",
                                     "planning", "budget",    "risks", "effects", "reports" };

static void
keep (Sight *sight, const char *folder, const char *place)
{
  g_autoptr (Picture) picture = sight_picture (sight);
  g_autofree char *told = sight_probe (sight);
  g_autofree char *png = g_strdup_printf ("%s/%s-%s.png", folder, place, sight->look->name);
  g_autofree char *tsv = g_strdup_printf ("%s/%s-%s.tsv", folder, place, sight->look->name);

  picture_save (picture, png);
  g_file_set_contents (tsv, told, -1, NULL);
  g_print ("%s\n", png);
  {
    g_autoptr (GPtrArray) items = probe_items_parse (told);
    g_autoptr (GPtrArray) wrong = findings (picture, items, sight->look->text, sight->look->width < 400);

    for (guint i = 0; i < wrong->len; i++)
      g_print ("  %s\n", (char *) g_ptr_array_index (wrong, i));
  }
}

int
main (int argc, char **argv)
{
  const Look *look = look_by_name (argv[2]);
  g_autoptr (Sight) sight = sight_start (look, "home");

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++) {
    g_autofree char *key = g_strdup_printf ("ctrl+%d", (int) (i + 1) % 10);

    driver_key (sight->driver, key);
    g_usleep (700000);
    keep (sight, argv[1], pages[i]);
  }
  return 0;
}
