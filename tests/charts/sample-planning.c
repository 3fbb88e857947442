// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* A planning as somebody works in it: a table, groups, and every state that a row can have. All of it is invented. */
#include <string.h>

#include "sample-charts.h"

static SpilDay
day (const char *text)
{
  SpilDay found = SPIL_DAY_NONE;

  if (text != NULL && !spil_day_parse (text, &found))
    g_error ("no day: %s", text);
  return found;
}

/* A row as a line of a table: what is not there is NULL or 0. */
typedef struct
{
  int indent;
  const char *label, *start, *finish, *owner, *float_end, *baseline_start, *baseline_finish, *deadline;
  double progress;
  int tone, light;
  const char *
      states; /* h heading, s summary, c critical, m milestone, l late, f fixed, d dimmed, x selected, o collapsed */
} Line;

static const Line lines[] = {
  { 0, "Gebiedsaanpak", NULL, NULL, NULL, NULL, NULL, NULL, NULL, -1, 0, 0, "h" },
  { 0, "Nieuwe gebieden", "2018-07-01", "2019-03-29", "Projectleider", NULL, "2018-07-01", "2019-03-01", NULL,
    0.45, 0, 2, "sc" },
  { 1, "Voorbereiding en overleg met gemeenten en parkmanagement", "2018-07-01", "2018-10-12",
    "Projectleider", NULL, "2018-07-01", "2018-09-28", NULL, 0.8, 1, 2, "cl" },
  { 1, "Gesprekken met werkgevers", "2018-10-13", "2018-12-14", "Mobiliteitsmakelaar", NULL, "2018-10-01",
    "2018-11-30", "2018-12-07", 0.25, 1, 3, "c" },
  { 1, "Voorwaarden getoetst", NULL, "2018-12-21", "Makelaar", NULL, NULL, "2018-12-10", NULL, -1, 0, 0,
    "mc" },
  { 1, "Uitvoering eerste gebied", "2019-01-07", "2019-03-29", "Makelaars", NULL, NULL, NULL, "2019-04-12", 0,
    1, 0, "cx" },
  { 1, "Communicatie", "2018-09-03", "2018-11-02", "Makelaar noord", "2018-12-21", NULL, NULL, NULL, 0.5, 0,
    1, "" },
  { 1, "Contract tekenen", "2018-11-12", "2018-11-16", "Projectleider", NULL, NULL, NULL, NULL, -1, 0, 0,
    "f" },
  { 0, "Toolkit", "2018-07-16", "2019-02-28", NULL, NULL, NULL, NULL, NULL, -1, 0, 0, "so" },
  { 1, "Probeerperiode 1", "2018-09-03", "2018-09-28", "Twintig deelnemers", NULL, NULL, NULL, NULL, 1, 2, 1,
    "" },
  { 1, "Probeerperiode 2", "2018-10-01", "2018-11-09", NULL, NULL, NULL, NULL, NULL, 0.4, 2, 0, "" },
  { 1, "Movez op Hanzeland", "2018-10-29", NULL, "Leverancier", NULL, NULL, NULL, NULL, -1, 3, 0, "" },
  { 1, "Evaluatie", NULL, "2019-02-28", NULL, NULL, NULL, NULL, NULL, -1, 4, 0, "" },
  { 0, "Algemeen", NULL, NULL, NULL, NULL, NULL, NULL, NULL, -1, 0, 0, "h" },
  { 0, "Evenementen en bezoekers", NULL, NULL, NULL, NULL, NULL, NULL, NULL, -1, 0, 0, "" },
  { 0, "Accountmanagement", "2018-08-01", "2018-12-31", "Makelaar zuid", NULL, NULL, NULL, NULL, 0.3, 5, 0,
    "d" },
};

static gboolean
has (const Line *line, char state)
{
  return strchr (line->states, state) != NULL;
}

static void
add_line (SpilGantt *gantt, const Line *line, int number)
{
  SpilGanttRow row = SPIL_GANTT_ROW_INIT;
  g_autofree char *start = spil_day_format (day (line->start));
  g_autofree char *finish = spil_day_format (day (line->finish));
  g_autofree char *progress = line->progress >= 0 ? g_strdup_printf ("%.0f %%", line->progress * 100)
                                                  : g_strdup ("");
  g_autofree char *days = line->start != NULL && line->finish != NULL ? g_strdup_printf ("%d", number * 7 + 3)
                                                                      : g_strdup ("");
  const char *cells[] = { start, finish, days, line->owner != NULL ? line->owner : "", progress, NULL };

  row.label = line->label;
  row.cells = cells;
  row.indent = line->indent;
  row.start = day (line->start);
  row.finish = day (line->finish);
  row.owner = line->owner;
  row.float_end = day (line->float_end);
  row.baseline_start = day (line->baseline_start);
  row.baseline_finish = day (line->baseline_finish);
  row.deadline = day (line->deadline);
  row.progress = line->progress;
  row.tone = line->tone;
  row.light = line->light;
  row.headline = line->light == SPIL_GANTT_LIGHT_RED ? "twee werkgevers haken af" : NULL;
  row.heading = has (line, 'h');
  row.summary = has (line, 's');
  row.critical = has (line, 'c');
  row.milestone = has (line, 'm');
  row.late = has (line, 'l');
  row.fixed = has (line, 'f');
  row.dimmed = has (line, 'd');
  row.selected = has (line, 'x');
  row.collapsed = has (line, 'o');
  spil_gantt_add_row (gantt, &row);
}

SpilChart *
sample_planning (void)
{
  static const SpilGanttColumn columns[] = { { "Activiteit", 14, FALSE }, { "Begin", 6, TRUE },
                                             { "Eind", 6, TRUE },         { "Dagen", 4, TRUE },
                                             { "Eigenaar", 9, FALSE },    { "Voortgang", 6, TRUE } };
  SpilGantt *gantt = spil_gantt_new ();

  spil_gantt_set_columns (gantt, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    add_line (gantt, &lines[i], (int) i);
  spil_gantt_add_link (gantt, 2, 3, SPIL_GANTT_FINISH_START);
  spil_gantt_add_link (gantt, 3, 4, SPIL_GANTT_FINISH_START);
  spil_gantt_add_link (gantt, 4, 5, SPIL_GANTT_FINISH_START);
  spil_gantt_add_link (gantt, 2, 6, SPIL_GANTT_START_START);
  spil_gantt_add_link (gantt, 9, 10, SPIL_GANTT_FINISH_START);
  spil_gantt_add_link (gantt, 10, 11, SPIL_GANTT_START_START);
  spil_gantt_add_link (gantt, 10, 12, SPIL_GANTT_FINISH_FINISH);
  spil_gantt_set_today (gantt, day ("2018-10-15"));
  return spil_gantt_to_chart (gantt);
}
