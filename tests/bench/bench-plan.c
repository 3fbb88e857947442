// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* An invented planning. */
#include "bench-plan.h"

/* All of it lies between the first of January 2018 and the end of 2021. */
#define DAYS 1300

/* A week later than the row before, so that a screen of rows is a screen of bars. */
static void
add_row (SpilGantt *gantt, int index, SpilDay first)
{
  static const char *const owners[] = { "Projectleider", "Makelaar noord", "Makelaar zuid", "Gemeente",
                                        "Leverancier" };
  static const char *const words[] = { "Voorbereiding van gebied", "Gesprekken met werkgevers in gebied",
                                       "Uitvoering van maatregel", "Evaluatie van probeeractie",
                                       "Verankering bij parkmanagement van gebied" };
  g_autofree char *label = g_strdup_printf ("%s %d", words[index % G_N_ELEMENTS (words)], index + 1);
  g_autofree char *days = g_strdup_printf ("%d", 8 + index % 80);
  g_autofree char *start = NULL;
  g_autofree char *finish = NULL;
  const char *cells[] = { NULL, NULL, days, owners[index / 3 % G_N_ELEMENTS (owners)], NULL };
  SpilGanttRow row = SPIL_GANTT_ROW_INIT;

  row.label = label;
  row.owner = owners[index / 3 % G_N_ELEMENTS (owners)];
  row.indent = index % 10 == 0 ? 0 : 1;
  row.start = spil_day_add (first, index * 7 % DAYS);
  row.finish = spil_day_add (row.start, 10 + index * 13 % 120);
  cells[0] = start = spil_day_format (row.start);
  cells[1] = finish = spil_day_format (row.finish);
  row.cells = cells;
  row.progress = index % 11 / 10.0;
  row.tone = index % 5;
  spil_gantt_add_row (gantt, &row);
}

SpilChart *
bench_plan_new (int n_rows)
{
  static const SpilGanttColumn columns[] = { { "Activiteit", 14, FALSE },
                                             { "Begin", 6, TRUE },
                                             { "Eind", 6, TRUE },
                                             { "Dagen", 4, TRUE },
                                             { "Eigenaar", 9, FALSE } };
  SpilGantt *gantt = spil_gantt_new ();
  SpilDay first = spil_day_from_ymd (2018, 1, 1);

  spil_gantt_set_columns (gantt, columns, G_N_ELEMENTS (columns));
  for (int i = 0; i < n_rows; i++)
    add_row (gantt, i, first);
  for (int i = 0; i < n_rows; i++) {
    if (i + 1 < n_rows)
      spil_gantt_add_link (gantt, i, i + 1, SPIL_GANTT_FINISH_START);
    if (i % 2 == 0 && i + 7 < n_rows)
      spil_gantt_add_link (gantt, i, i + 7, SPIL_GANTT_START_START);
  }
  spil_gantt_set_today (gantt, spil_day_from_ymd (2018, 10, 15));
  return spil_gantt_to_chart (gantt);
}
