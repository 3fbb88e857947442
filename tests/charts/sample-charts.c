// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "sample-charts.h"

#include <math.h>

#include "sample-load.h"
#include "sample-money.h"
#include "spil-area-map.h"
#include "spil-budget-bars.h"
#include "spil-funnel.h"
#include "spil-risk-matrix.h"
#include "spil-chart-grid.h"
#include "spil-goal-bars.h"
#include "spil-peak-profile.h"
#include "spil-trend-chart.h"
#include "spil-visit-strip.h"

static SpilDay
day (const char *text)
{
  SpilDay found = SPIL_DAY_NONE;

  if (text != NULL && !spil_day_parse (text, &found))
    g_error ("no day: %s", text);
  return found;
}

static void
add_plan_row (SpilGantt *gantt, const char *label, const char *from, const char *until, int tone)
{
  SpilGanttRow row = SPIL_GANTT_ROW_INIT;

  row.label = label;
  row.start = day (from);
  row.finish = day (until);
  row.tone = tone;
  spil_gantt_add_row (gantt, &row);
}

/* The eleven rows of the plan: dates only where its text states them. */
static SpilChart *
make_plan (void)
{
  SpilGantt *gantt = spil_gantt_new ();

  add_plan_row (gantt, "Doorgaan gebiedsaanpak", "2018-07-01", NULL, 0);
  add_plan_row (gantt, "Nieuwe gebieden: voorbereiding", "2018-07-01", "2018-12-31", 1);
  add_plan_row (gantt, "Nieuwe gebieden: uitvoering", NULL, NULL, 1);
  add_plan_row (gantt, "Intensivering N50, Oosterenk, A28-zone", "2018-07-01", NULL, 0);
  add_plan_row (gantt, "Uitwerken marketing- en communicatieaanpak", "2018-07-01", "2018-12-31", 0);
  add_plan_row (gantt, "Verankering (parkmanagement, gemeenten, koepels)", NULL, NULL, 0);
  add_plan_row (gantt, "Accountmanagement professionaliseren", "2018-07-01", "2018-12-31", 0);
  add_plan_row (gantt, "Duurzaamheids- en mobiliteitsmakelaar(s)", "2018-07-01", NULL, 1);
  add_plan_row (gantt, "Evenementen en bezoekers", NULL, NULL, 0);
  add_plan_row (gantt, "Bereikbaarheidsfonds voortzetten, evalueren, bijstellen", "2018-07-01", "2018-12-31",
                2);
  add_plan_row (gantt, "Toolkit (probeeracties, Movez)", "2018-07-01", NULL, 2);
  spil_gantt_add_link (gantt, 1, 2, SPIL_GANTT_FINISH_START);
  spil_gantt_set_range (gantt, day ("2018-01-01"), day ("2019-12-31"));
  spil_gantt_set_today (gantt, day ("2018-10-15"));
  return spil_gantt_to_chart (gantt);
}

static int
add_task (SpilGantt *gantt, int indent, const char *label, const char *from, const char *until,
          double progress, const char *owner)
{
  SpilGanttRow row = SPIL_GANTT_ROW_INIT;

  row.label = label;
  row.indent = indent;
  row.start = day (from);
  row.finish = day (until);
  row.progress = progress;
  row.owner = owner;
  return spil_gantt_add_row (gantt, &row);
}

/* Changes a row that is there: a copy of it is made, mended and put back. */
#define CHANGE(gantt, index, ...) \
  do { \
    SpilGanttRow changed = *spil_gantt_get_row (gantt, index); \
    g_autofree char *label = g_strdup (changed.label); \
    g_autofree char *owner = g_strdup (changed.owner); \
    changed.label = label; \
    changed.owner = owner; \
    __VA_ARGS__; \
    spil_gantt_set_row (gantt, index, &changed); \
  } while (0)

/* An invented elaboration, with everything a row can have. */
static SpilChart *
make_work (void)
{
  SpilGantt *gantt = spil_gantt_new ();

  add_task (gantt, 0, "Nieuwe gebieden", "2018-07-01", "2019-03-29", -1, NULL);
  add_task (gantt, 1, "Voorbereiding", "2018-07-01", "2018-10-12", 0.8, "Projectleider");
  add_task (gantt, 1, "Gesprekken met werkgevers", "2018-10-13", "2018-12-14", 0.25, "Mobiliteitsmakelaar");
  add_task (gantt, 1, "Voorwaarden getoetst", NULL, "2018-12-21", -1, NULL);
  add_task (gantt, 1, "Uitvoering eerste gebied", "2019-01-07", "2019-03-29", 0, "Makelaars");
  add_task (gantt, 0, "Toolkit", "2018-07-16", "2019-02-28", -1, NULL);
  add_task (gantt, 1, "Probeerperiode 1", "2018-09-03", "2018-09-28", 1, "Twintig deelnemers");
  add_task (gantt, 1, "Probeerperiode 2", "2018-10-01", "2018-11-09", 0.4, NULL);
  add_task (gantt, 1, "Movez op Hanzeland", "2018-10-29", NULL, -1, "Leverancier");
  add_task (gantt, 1, "Evaluatie", NULL, "2019-02-28", -1, NULL);
  add_task (gantt, 0, "Evenementen en bezoekers", NULL, NULL, -1, NULL);
  CHANGE (gantt, 0, changed.summary = TRUE);
  CHANGE (gantt, 1, changed.tone = 1, changed.critical = TRUE, changed.baseline_start = day ("2018-07-01"),
          changed.baseline_finish = day ("2018-09-28"));
  CHANGE (gantt, 2, changed.tone = 1, changed.critical = TRUE, changed.baseline_start = day ("2018-10-01"),
          changed.baseline_finish = day ("2018-11-30"), changed.deadline = day ("2018-12-07"));
  CHANGE (gantt, 3, changed.milestone = TRUE, changed.critical = TRUE);
  CHANGE (gantt, 4, changed.tone = 1, changed.critical = TRUE, changed.deadline = day ("2019-04-12"));
  CHANGE (gantt, 5, changed.summary = TRUE);
  CHANGE (gantt, 6, changed.tone = 2);
  CHANGE (gantt, 7, changed.tone = 2);
  CHANGE (gantt, 8, changed.tone = 3);
  CHANGE (gantt, 9, changed.tone = 4);
  spil_gantt_add_link (gantt, 1, 2, SPIL_GANTT_FINISH_START);
  spil_gantt_add_link (gantt, 2, 3, SPIL_GANTT_FINISH_START);
  spil_gantt_add_link (gantt, 3, 4, SPIL_GANTT_FINISH_START);
  spil_gantt_add_link (gantt, 6, 7, SPIL_GANTT_FINISH_START);
  spil_gantt_add_link (gantt, 7, 8, SPIL_GANTT_START_START);
  spil_gantt_add_link (gantt, 7, 9, SPIL_GANTT_FINISH_FINISH);
  spil_gantt_add_band (gantt, day ("2018-07-01"), day ("2018-12-31"), "Plan 2018");
  spil_gantt_add_band (gantt, day ("2019-01-01"), day ("2019-03-31"), "Nieuwe aanpak");
  spil_gantt_set_today (gantt, day ("2018-10-15"));
  return spil_gantt_to_chart (gantt);
}

SpilChart *
sample_large_gantt (int rows)
{
  SpilGantt *gantt = spil_gantt_new ();
  SpilDay first = spil_day_from_ymd (2018, 1, 1);

  for (int i = 0; i < rows; i++) {
    g_autofree char *label = g_strdup_printf ("Activiteit %d met een naam", i + 1);
    SpilGanttRow row = SPIL_GANTT_ROW_INIT;

    row.label = label;
    row.owner = "Makelaar";
    row.start = spil_day_add (first, i * 7 % 500);
    row.finish = spil_day_add (row.start, 20 + i * 13 % 60);
    row.progress = i % 5 / 5.0;
    row.tone = i;
    row.critical = i % 9 == 0;
    spil_gantt_add_row (gantt, &row);
    if (i > 2)
      spil_gantt_add_link (gantt, i - 1 - i % 3, i, SPIL_GANTT_FINISH_START);
  }
  return spil_gantt_to_chart (gantt);
}

static SpilChart *
make_budget (void)
{
  SpilBudgetBars *bars = spil_budget_bars_new ();

  spil_budget_bars_add (bars, &(SpilBudgetBar) { "Duurzaamheids- en mobiliteitsmakelaars", 11200000, 2500000,
                                                 5650000, 11100000, FALSE, TRUE });
  spil_budget_bars_add (bars, &(SpilBudgetBar) { "Intensivering gebieden en professionalisering aanpak",
                                                 11000000, 3000000, 2120000, 9800000, FALSE, TRUE });
  spil_budget_bars_add (bars, &(SpilBudgetBar) { "Bereikbaarheidsfonds 2018", 20000000, 4500000, 17150000,
                                                 21650000, FALSE, TRUE });
  spil_budget_bars_add (
      bars, &(SpilBudgetBar) { "Toolkit: probeer- en deelconceptacties, Movez, follow-up De Overstap",
                               32500000, 12000000, 6480000, 0, FALSE, FALSE });
  spil_budget_bars_add (
      bars, &(SpilBudgetBar) { "Gebiedsaanpak Assendorp", 9000000, 0, 1235000, 8800000, FALSE, TRUE });
  spil_budget_bars_add (bars,
                        &(SpilBudgetBar) { "Organisatie: marketing en communicatie, monitoring en evaluatie",
                                           11450000, 1500000, 3200000, 11450000, FALSE, TRUE });
  spil_budget_bars_add (bars, &(SpilBudgetBar) { "Rijksbijdrage 2019", 0, 0, 0, 0, TRUE, FALSE });
  spil_budget_bars_set_note (bars, "excl. btw");
  return spil_budget_bars_to_chart (bars);
}

static SpilChart *
make_funnel (void)
{
  SpilFunnel *funnel = spil_funnel_new ();

  spil_funnel_set_unit (funnel, "werkgevers");
  spil_funnel_add_stage (funnel, "Bekendheid", 248, 112);
  spil_funnel_add_stage (funnel, "Interesse", 136, 61);
  spil_funnel_add_stage (funnel, "Inzicht en keuzes", 75, 34);
  spil_funnel_add_stage (funnel, "Maatregelen en spitsmijdingen", 41, 41);
  spil_funnel_add_band (funnel, "Bewustwording en ondersteuning", 0, 1);
  spil_funnel_add_band (funnel, "Bereikbaarheidsfonds/ondersteuning", 1, 3);
  spil_funnel_add_band (funnel, "Borgen en bestendigen", 3, 3);
  return spil_funnel_to_chart (funnel);
}

static SpilChart *
make_risks (void)
{
  static const char *const chances[] = { "Klein", "Gering", "Middel", "Groot", NULL };
  static const char *const effects[] = { "Gering", "Middel", "Groot", NULL };
  static const double grades[] = { 0, 0.2, 0.4, 0.1, 0.3, 0.5, 0.3, 0.6, 0.8, 0.5, 0.8, 1 };
  SpilRiskMatrix *matrix = spil_risk_matrix_new (chances, effects);

  spil_risk_matrix_set_grades (matrix, grades, 12);
  spil_risk_matrix_add (matrix, &(SpilRiskToken) { 1, "Nieuwe gebieden komen moeilijk op gang", 2, -1 });
  spil_risk_matrix_add (matrix,
                        &(SpilRiskToken) { 2, "Het bereikbaarheidsfonds wordt te weinig gebruikt", 2, 2 });
  spil_risk_matrix_add (matrix, &(SpilRiskToken) { 3, "Te lang tussen het oude en het nieuwe model", 0, 0 });
  spil_risk_matrix_add (matrix,
                        &(SpilRiskToken) { 4, "Geen of te weinig belangstelling voor probeeracties", 1, 2 });
  spil_risk_matrix_add (matrix, &(SpilRiskToken) { 5, "Bijdrage van het Rijk na 2018 blijft uit", 2, 2 });
  spil_risk_matrix_add (matrix, &(SpilRiskToken) { 6, "Makelaars bezoeken dezelfde werkgever", 2, 2 });
  return spil_risk_matrix_to_chart (matrix);
}

static SpilChart *
make_trend (void)
{
  SpilTrendChart *trend = spil_trend_chart_new ("spitsmijdingen per werkdag");

  spil_trend_chart_add (trend, day ("2018-01-15"), 212, SPIL_TREND_CHART_ZERO);
  spil_trend_chart_add (trend, day ("2018-04-10"), 240, SPIL_TREND_CHART_AFTER);
  spil_trend_chart_add (trend, day ("2018-06-28"), 305.5, SPIL_TREND_CHART_AFTER);
  spil_trend_chart_add (trend, day ("2018-09-30"), 358, SPIL_TREND_CHART_AFTER);
  spil_trend_chart_add (trend, day ("2018-08-15"), 180, SPIL_TREND_CHART_COMPARISON);
  spil_trend_chart_add_target (trend, day ("2018-12-31"), 600);
  spil_trend_chart_set_today (trend, day ("2018-10-15"));
  return spil_trend_chart_to_chart (trend);
}

static SpilChart *
make_goals (void)
{
  SpilGoalBars *bars = spil_goal_bars_new ();

  spil_goal_bars_add (bars,
                      &(SpilGoalBar) { "Spitsmijdingen", "spitsmijdingen per werkdag", 358, 600, FALSE });
  spil_goal_bars_add (bars, &(SpilGoalBar) { "CO₂-reductie", "ton CO₂ per jaar", NAN, 1300, FALSE });
  spil_goal_bars_add (bars, &(SpilGoalBar) { "Bereikte werkgevers", NULL, 130, 120, FALSE });
  spil_goal_bars_add (bars, &(SpilGoalBar) { "Wachttijd", "minuten", 7, 5, TRUE });
  return spil_goal_bars_to_chart (bars);
}

static SpilChart *
make_grid (void)
{
  SpilChartGrid *grid = spil_chart_grid_new ();

  spil_chart_grid_add (grid, "Spitsmijdingen", make_trend ());
  spil_chart_grid_add (grid, "CO₂-reductie",
                       spil_trend_chart_to_chart (spil_trend_chart_new ("ton CO₂ per jaar")));
  return spil_chart_grid_to_chart (grid);
}

static SpilChart *
make_peak (void)
{
  static const double before[SPIL_PEAK_PROFILE_HOURS] = { [6] = 12, [7] = 55, [8] = 96, [9] = 40, [10] = 9 };
  static const double after[SPIL_PEAK_PROFILE_HOURS] = { [6] = 30, [7] = 42, [8] = 58, [9] = 52, [10] = 20 };
  SpilPeakProfile *profile = spil_peak_profile_new (7, 9);

  spil_peak_profile_add (profile, "Nulmeting, 12-03-2018", before);
  spil_peak_profile_add (profile, "Nameting, 29-10-2018", after);
  return spil_peak_profile_to_chart (profile);
}

static SpilChart *
make_areas (void)
{
  static const SpilAreaMapPlace places[] = {
    { "Zwolle", "2 gebieden", SPIL_AREA_MAP_MUNICIPALITY, SPIL_AREA_MAP_NOT_ASSESSED, 0, 0.6, FALSE, 500,
      450 },
    { "Hessenpoort", "34 werkgevers", SPIL_AREA_MAP_PARK, SPIL_AREA_MAP_APPROACH, 4, 1, FALSE, 760, 160 },
    { "Oosterenk", "21 werkgevers", SPIL_AREA_MAP_PARK, SPIL_AREA_MAP_ONE_TO_ONE, 3, 0.6, TRUE, 640, 620 },
    { "Hanzeland", "12 werkgevers", SPIL_AREA_MAP_PARK, SPIL_AREA_MAP_EXCEPTION, 3, 0.4, FALSE, 420, 640 },
    { "Assendorp", "bewoners", SPIL_AREA_MAP_DISTRICT, SPIL_AREA_MAP_ONE_TO_ONE, 1, 0.2, FALSE, 360, 480 },
    { "N50", NULL, SPIL_AREA_MAP_CORRIDOR, SPIL_AREA_MAP_NOT_ASSESSED, 0, 0, FALSE, 120, 130 },
  };
  SpilAreaMap *map = spil_area_map_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    spil_area_map_add (map, &places[i]);
  spil_area_map_set_marked (map, 2);
  return spil_area_map_to_chart (map);
}

const SampleChart sample_charts[] = {
  { "plan", make_plan },   { "gantt", make_work },        { "budget", make_budget },
  { "burn", sample_burn }, { "funnel", make_funnel },     { "risks", make_risks },
  { "trend", make_trend }, { "goals", make_goals },       { "grid", make_grid },
  { "peak", make_peak },   { "areas", make_areas },       { "load", sample_load },
  { "cash", sample_cash }, { "sources", sample_sources }, { "fund", sample_fund },
  { NULL, NULL },
};

static SpilChart *
make_no_gantt (void)
{
  return spil_gantt_to_chart (spil_gantt_new ());
}

static SpilChart *
make_no_budget (void)
{
  return spil_budget_bars_to_chart (spil_budget_bars_new ());
}

static SpilChart *
make_no_funnel (void)
{
  return spil_funnel_to_chart (spil_funnel_new ());
}

static SpilChart *
make_no_risks (void)
{
  static const char *const none[] = { NULL };

  return spil_risk_matrix_to_chart (spil_risk_matrix_new (none, none));
}

static SpilChart *
make_no_trend (void)
{
  return spil_trend_chart_to_chart (spil_trend_chart_new (NULL));
}

static SpilChart *
make_no_goals (void)
{
  return spil_goal_bars_to_chart (spil_goal_bars_new ());
}

static SpilChart *
make_no_grid (void)
{
  return spil_chart_grid_to_chart (spil_chart_grid_new ());
}

static SpilChart *
make_no_peak (void)
{
  return spil_peak_profile_to_chart (spil_peak_profile_new (-1, -1));
}

static SpilChart *
make_no_areas (void)
{
  return spil_area_map_to_chart (spil_area_map_new ());
}

const SampleChart sample_empty_charts[] = {
  { "no-gantt", make_no_gantt },       { "no-budget", make_no_budget }, { "no-burn", sample_no_burn },
  { "no-funnel", make_no_funnel },     { "no-risks", make_no_risks },   { "no-trend", make_no_trend },
  { "no-goals", make_no_goals },       { "no-grid", make_no_grid },     { "no-peak", make_no_peak },
  { "no-areas", make_no_areas },       { "no-load", sample_no_load },   { "no-cash", sample_no_cash },
  { "no-sources", sample_no_sources }, { "no-fund", sample_no_fund },   { NULL, NULL },
};

/* Texts that break what is not careful: markup, right to left, emoji, control characters, not UTF-8, and very long. */
static const char *const nasty[] = {
  "<b>&amp; <span foreground='red'>niet gesloten & < >",
  "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d \xe2\x80\xae omgekeerd \xd8\xb3\xd9\x84\xd8\xa7\xd9\x85",
  "\xf0\x9f\x9a\xb2\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7 fiets",
  "regel een\nregel twee\ttab\x01\x02",
  "",
  "geen \xff\xfe UTF-8",
};

static char *
make_long (void)
{
  return g_strnfill (10240, 'W');
}

static SpilChart *
make_hostile_gantt (void)
{
  SpilGantt *gantt = spil_gantt_new ();
  g_autofree char *longest = make_long ();
  const double progress[] = { NAN, -5, 7, INFINITY, 0.5, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (nasty); i++) {
    SpilGanttRow row = SPIL_GANTT_ROW_INIT;

    row.label = nasty[i];
    row.owner = nasty[(i + 1) % G_N_ELEMENTS (nasty)];
    row.start = spil_day_from_ymd (2018, 1 + (int) i, 1);
    row.finish = spil_day_from_ymd (2017, 6, 1);
    row.progress = progress[i];
    row.tone = -7 * (int) i;
    row.indent = (int) i * 1000;
    spil_gantt_add_row (gantt, &row);
    spil_gantt_add_link (gantt, (int) i, (int) i / 2, (SpilGanttLinkKind) (i % 4));
  }
  spil_gantt_add_row (gantt, &(SpilGanttRow) { .label = longest,
                                               .owner = longest,
                                               .note = longest,
                                               .start = SPIL_DAY_NONE,
                                               .finish = SPIL_DAY_NONE,
                                               .baseline_start = SPIL_DAY_NONE,
                                               .baseline_finish = SPIL_DAY_NONE,
                                               .deadline = SPIL_DAY_NONE });
  spil_gantt_add_row (gantt, &(SpilGanttRow) { .label = NULL,
                                               .start = spil_day_from_ymd (1900, 1, 1),
                                               .finish = spil_day_from_ymd (2199, 12, 31),
                                               .baseline_start = SPIL_DAY_NONE,
                                               .baseline_finish = SPIL_DAY_NONE,
                                               .deadline = spil_day_from_ymd (2199, 12, 31) });
  spil_gantt_add_band (gantt, spil_day_from_ymd (2019, 1, 1), spil_day_from_ymd (2018, 1, 1), longest);
  return spil_gantt_to_chart (gantt);
}

static SpilChart *
make_hostile_budget (void)
{
  SpilBudgetBars *bars = spil_budget_bars_new ();
  g_autofree char *longest = make_long ();

  for (guint i = 0; i < G_N_ELEMENTS (nasty); i++)
    spil_budget_bars_add (
        bars, &(SpilBudgetBar) { nasty[i], -100 * (int64_t) i, -5000, 12345, -1, i % 2 == 0, TRUE });
  spil_budget_bars_add (
      bars, &(SpilBudgetBar) { longest, G_MAXINT64, G_MAXINT64, G_MININT64, G_MAXINT64, FALSE, TRUE });
  spil_budget_bars_add (bars, &(SpilBudgetBar) { NULL, 0, 0, 0, 0, FALSE, FALSE });
  spil_budget_bars_set_note (bars, nasty[1]);
  return spil_budget_bars_to_chart (bars);
}

static SpilChart *
make_hostile_funnel (void)
{
  SpilFunnel *funnel = spil_funnel_new ();
  g_autofree char *longest = make_long ();

  spil_funnel_set_unit (funnel, nasty[0]);
  for (guint i = 0; i < G_N_ELEMENTS (nasty); i++)
    spil_funnel_add_stage (funnel, nasty[i], i % 2 == 0 ? 0 : G_MAXINT, -3);
  spil_funnel_add_stage (funnel, longest, -1, G_MAXINT);
  spil_funnel_add_band (funnel, longest, -5, 500);
  spil_funnel_add_band (funnel, nasty[1], 900, 2);
  return spil_funnel_to_chart (funnel);
}

static SpilChart *
make_hostile_risks (void)
{
  static const char *const levels[] = { "<", "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d", "\xf0\x9f\x9a\xb2",
                                        "een heel lange naam van een niveau dat niet past", NULL };
  double grades[16];
  g_autofree char *longest = make_long ();
  SpilRiskMatrix *matrix = spil_risk_matrix_new (levels, levels);

  for (int i = 0; i < 16; i++)
    grades[i] = i % 3 == 0 ? NAN : i * 10 - 40;
  spil_risk_matrix_set_grades (matrix, grades, 16);
  for (int i = 0; i < 80; i++)
    spil_risk_matrix_add (matrix, &(SpilRiskToken) { i * 100, i % 7 == 0 ? longest : nasty[i % 6],
                                                     i % 5 == 0 ? i : 2, i % 11 == 0 ? -1 : 1 });
  return spil_risk_matrix_to_chart (matrix);
}

static SpilChart *
make_hostile_trend (void)
{
  SpilTrendChart *trend = spil_trend_chart_new (nasty[1]);

  spil_trend_chart_add (trend, day ("2018-01-01"), NAN, SPIL_TREND_CHART_ZERO);
  spil_trend_chart_add (trend, SPIL_DAY_NONE, 5, SPIL_TREND_CHART_AFTER);
  spil_trend_chart_add (trend, day ("2018-03-01"), -1e11, (SpilTrendChartKind) 77);
  spil_trend_chart_add (trend, day ("2018-03-01"), 1e11, SPIL_TREND_CHART_AFTER);
  spil_trend_chart_add (trend, day ("1900-03-01"), -INFINITY, SPIL_TREND_CHART_COMPARISON);
  spil_trend_chart_add_target (trend, day ("2199-12-31"), INFINITY);
  spil_trend_chart_add_target (trend, day ("2199-12-31"), 0);
  return spil_trend_chart_to_chart (trend);
}

static SpilChart *
make_hostile_goals (void)
{
  SpilGoalBars *bars = spil_goal_bars_new ();

  spil_goal_bars_add (bars, &(SpilGoalBar) { nasty[1], nasty[1], INFINITY, 0, FALSE });
  spil_goal_bars_add (bars, &(SpilGoalBar) { NULL, NULL, -1e300, 1e-300, TRUE });
  spil_goal_bars_add (bars, &(SpilGoalBar) { nasty[1], NULL, 1e300, 1e-300, FALSE });
  return spil_goal_bars_to_chart (bars);
}

static SpilChart *
make_hostile_grid (void)
{
  SpilChartGrid *grid = spil_chart_grid_new ();

  spil_chart_grid_add (grid, nasty[1], make_hostile_trend ());
  spil_chart_grid_add (grid, NULL, make_hostile_goals ());
  return spil_chart_grid_to_chart (grid);
}

static SpilChart *
make_hostile_peak (void)
{
  static const double wild[SPIL_PEAK_PROFILE_HOURS] = { INFINITY, -1e300, NAN, 1e300, [23] = 1e-300 };
  SpilPeakProfile *profile = spil_peak_profile_new (-5, 99);

  spil_peak_profile_add (profile, nasty[1], wild);
  spil_peak_profile_add (profile, NULL, wild);
  return spil_peak_profile_to_chart (profile);
}

static SpilChart *
make_hostile_areas (void)
{
  SpilAreaMap *map = spil_area_map_new ();

  for (guint i = 0; i < G_N_ELEMENTS (nasty); i++)
    spil_area_map_add (map,
                       &(SpilAreaMapPlace) { nasty[i], nasty[i], (SpilAreaMapShape) i, (SpilAreaMapState) i,
                                             G_MAXINT, INFINITY, TRUE, G_MININT, G_MAXINT });
  spil_area_map_add (map, &(SpilAreaMapPlace) { .weight = NAN, .met = -3 });
  spil_area_map_set_marked (map, 99);
  return spil_area_map_to_chart (map);
}

static SpilChart *
make_hostile_visits (void)
{
  SpilVisitStrip *strip = spil_visit_strip_new (day ("2018-09-01"), day ("2018-09-01"), SPIL_DAY_NONE);
  g_autofree char *longest = make_long ();
  int lane = spil_visit_strip_add_lane (strip, longest);

  spil_visit_strip_add (strip, lane, SPIL_DAY_NONE, TRUE, TRUE, NULL);
  spil_visit_strip_add (strip, lane, day ("2018-09-01"), TRUE, FALSE, nasty[1]);
  spil_visit_strip_add (strip, spil_visit_strip_add_lane (strip, ""), day ("2199-12-31"), FALSE, TRUE,
                        longest);
  spil_visit_strip_set_clash (strip, day ("1900-01-01"), day ("2199-12-31"));
  return spil_visit_strip_to_chart (strip);
}

const SampleChart sample_hostile_charts[] = {
  { "hostile-gantt", make_hostile_gantt },   { "hostile-budget", make_hostile_budget },
  { "hostile-burn", sample_hostile_burn },   { "hostile-funnel", make_hostile_funnel },
  { "hostile-risks", make_hostile_risks },   { "hostile-trend", make_hostile_trend },
  { "hostile-goals", make_hostile_goals },   { "hostile-grid", make_hostile_grid },
  { "hostile-visits", make_hostile_visits }, { "hostile-peak", make_hostile_peak },
  { "hostile-areas", make_hostile_areas },   { "hostile-load", sample_hostile_load },
  { "hostile-cash", sample_hostile_cash },   { "hostile-sources", sample_hostile_sources },
  { "hostile-fund", sample_hostile_fund },   { NULL, NULL },
};
