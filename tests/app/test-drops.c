// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-drops.h"

static const struct
{
  const char *file;
  const char *page;
  SpilDropKind kind;
} cases[] = {
  { "werkgevers.csv", "home", SPIL_DROP_LIST },
  { "Werkgevers.XLSX", "employers", SPIL_DROP_LIST },
  { "lijst.ods", NULL, SPIL_DROP_LIST },
  { "boekingen.csv", "budget", SPIL_DROP_BOOKINGS },
  { "boekingen.ods", "budget", SPIL_DROP_BOOKINGS },
  { "planning.xml", "home", SPIL_DROP_PLANNING },
  { "planning.gan", "budget", SPIL_DROP_PLANNING },
  { "planning.xlsx", "planning", SPIL_DROP_PLANNING },
  { "uitnodiging.spil", "home", SPIL_DROP_INVITATION },
  { "brief.pdf", "employers", SPIL_DROP_UNKNOWN },
  { "csv", "home", SPIL_DROP_UNKNOWN },
  { "", "home", SPIL_DROP_UNKNOWN },
};

static void
test_kinds (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    if (spil_drop_kind (cases[i].file, cases[i].page) != cases[i].kind)
      g_error ("“%s” on %s is taken for another kind of file", cases[i].file, cases[i].page);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drops/kinds", test_kinds);
  return g_test_run ();
}
