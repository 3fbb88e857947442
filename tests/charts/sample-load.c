// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "sample-load.h"

#include <math.h>

#include "spil-load-chart.h"

SpilChart *
sample_load (void)
{
  static const char *const months[] = { "jul", "aug", "sep", "okt", "nov", "dec", "jan", "feb" };
  static const SpilLoadCell leader[] = { { 2, 12, 0, FALSE }, { 2, 12, 0, FALSE }, { 3, 24.5, 1, FALSE },
                                         { 5, 44, 1, TRUE },  { 5, 48, 0, TRUE },  { 3, 24, 0, FALSE },
                                         { 1, 8, 0, FALSE },  { 0, -1, 0, FALSE } };
  static const SpilLoadCell broker[] = { { 1, -1, 1, FALSE }, { 1, -1, 1, FALSE }, { 1, -1, 1, FALSE },
                                         { 2, 16, 1, FALSE }, { 2, 16, 1, FALSE }, { 0, -1, 0, FALSE },
                                         { 0, -1, 0, FALSE }, { 0, -1, 0, FALSE } };
  SpilLoadChart *load = spil_load_chart_new ();

  for (guint i = 0; i < G_N_ELEMENTS (months); i++) {
    g_autofree char *name = g_strdup_printf ("%s %d", months[i], i < 6 ? 2018 : 2019);

    spil_load_chart_add_period (load, months[i], i < 6 ? "2018" : "2019", name);
  }
  spil_load_chart_add_owner (load, "Projectleider", leader);
  spil_load_chart_add_owner (load, "Duurzaamheids- en mobiliteitsmakelaar", broker);
  spil_load_chart_add_owner (load, NULL, broker);
  spil_load_chart_set_norm (load, 36);
  spil_load_chart_set_now (load, 3);
  return spil_load_chart_to_chart (load);
}

SpilChart *
sample_no_load (void)
{
  SpilLoadChart *load = spil_load_chart_new ();

  spil_load_chart_add_period (load, "okt", "2018", "oktober 2018");
  return spil_load_chart_to_chart (load);
}

SpilChart *
sample_hostile_load (void)
{
  static const SpilLoadCell wild[] = { { G_MAXINT, INFINITY, -7, TRUE },
                                       { -3, NAN, G_MAXINT, TRUE },
                                       { 1, 1e300, 0, FALSE } };
  SpilLoadChart *load = spil_load_chart_new ();

  spil_load_chart_add_period (load, "<b>&amp; <span", "", "geen \xff\xfe UTF-8");
  spil_load_chart_add_period (load, "", "", "");
  spil_load_chart_add_period (load, "regel een\nregel twee\x01", "\xd7\xa9\xd7\x9c \xe2\x80\xae om", "x");
  spil_load_chart_add_owner (load, "<i>niet gesloten & < > \xff \xe2\x80\xae een lange naam die nergens past",
                             wild);
  spil_load_chart_add_owner (load, "", wild);
  spil_load_chart_set_norm (load, NAN);
  spil_load_chart_set_now (load, 99);
  return spil_load_chart_to_chart (load);
}
