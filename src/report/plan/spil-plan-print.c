// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-print.h"

#include <glib/gi18n-lib.h>

#include "spil-plan-print-rows.h"

#define DOTS 200

static SpilPlanSheetSetup
make_setup (const SpilPlanPrint *print)
{
  SpilPlanSheetSetup setup = {
    .tiles = print->tiles,
    .grey = print->grey,
    .together = 2,
    .first = print->first,
    .last = print->last,
  };

  spil_paper_size (print->paper, print->landscape, &setup.width, &setup.height);
  return setup;
}

static gboolean
has_baseline (const SpilPlan *plan)
{
  for (guint i = 0; i < plan->tasks->len; i++) {
    const SpilPlanTaskRow *task = plan->tasks->pdata[i];

    if (spil_day_is_known (task->baseline_start) || spil_day_is_known (task->baseline_end))
      return TRUE;
  }
  return FALSE;
}

static char *
dup_baseline (const SpilPlan *plan, const SpilPlanPrintWords *words)
{
  const char *name = words->baseline;

  for (guint i = 0; i < plan->baselines->len && name == NULL; i++) {
    const SpilPlanBaselineRow *baseline = plan->baselines->pdata[i];

    if (spil_id_equal (baseline->id, plan->baseline))
      name = baseline->name;
  }
  // Translators: %s is the name of a baseline.
  return name != NULL && has_baseline (plan) ? g_strdup_printf (_ ("compared with “%s”"), name) : NULL;
}

static void
append (GString *text, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, text->len > 0 ? ", %s" : "%s", part);
}

/* What is shown, and honestly what is not. */
static char *
dup_filter (const SpilPlanPrint *print, const SpilPlanPrintWords *words, const SpilPlanPrintRows *rows)
{
  GString *text = g_string_new (NULL);

  if (words->filter != NULL)
    append (text, words->filter);
  if (print->main_only)
    append (text, _ ("only main activities"));
  if (rows->outside > 0) {
    g_autofree char *outside = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%d activity falls outside this period",
                     "%d activities fall outside this period", (gulong) rows->outside),
        rows->outside);

    append (text, outside);
  }
  if (rows->undated > 0) {
    g_autofree char *undated = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d is yet to be planned",
                                                             "%d are yet to be planned",
                                                             (gulong) rows->undated),
                                                rows->undated);

    append (text, undated);
  }
  return g_string_free_and_steal (text);
}

SpilChart *
spil_plan_print_new (const SpilPlan *plan, const SpilPlanPrint *print, const SpilPlanPrintWords *words,
                     SpilDay day)
{
  SpilPlanSheetSetup setup;
  SpilPlanPrintRows rows;
  g_autofree char *today = NULL, *on = NULL, *state = NULL, *printed = NULL, *baseline = NULL, *filter = NULL,
                  *source = NULL;
  SpilChart *gantt;

  g_return_val_if_fail (plan != NULL && print != NULL && words != NULL, NULL);

  setup = make_setup (print);
  gantt = spil_plan_print_rows_new (plan, print, day, &rows);
  today = spil_day_format_long (spil_day_today ());
  on = spil_day_format_long (day);
  // Translators: %s is a day: how the planning stood on it.
  state = g_strdup_printf (_ ("as it stands on %s"), on);
  printed = g_strdup_printf (_ ("printed on %s"), today);
  baseline = dup_baseline (plan, words);
  filter = dup_filter (print, words, &rows);
  source = g_strdup_printf (_ ("Source: planning on %s."), on);
  return spil_plan_sheet_new (gantt, &setup,
                              &(SpilPlanSheetTexts) { .title = _ ("Planning"),
                                                      .programme = words->programme,
                                                      .state = state,
                                                      .baseline = baseline,
                                                      .filter = filter,
                                                      .source = source,
                                                      .printed = printed,
                                                      .stamp = words->demo ? _ ("DEMO") : NULL });
}

void
spil_plan_print_choose_paper (const SpilPlan *plan, SpilPlanPrint *print, const SpilPlanPrintWords *words,
                              SpilDay day)
{
  SpilPlanPrint tried = *print;

  for (int i = 0; i < SPIL_PAPER_COUNT * 2; i++) {
    g_autoptr (SpilChart) sheet = NULL;

    tried.paper = (SpilPaper) (i / 2);
    tried.landscape = i % 2 == 0;
    sheet = spil_plan_print_new (plan, &tried, words, day);
    if (spil_plan_sheet_get_fit (sheet)->legible) {
      *print = tried;
      return;
    }
  }
}

char **
spil_plan_print_write (SpilChart *sheet, const SpilPlanPrint *print, const char *path, double dots,
                       GError **error)
{
  SpilPlanSheetSetup setup = make_setup (print);
  SpilChartStyle style;

  spil_chart_style_init (&style, SPIL_LOOK_PRINT, 0);
  return spil_chart_file_write_pages (sheet, path,
                                      &(SpilChartFileOptions) { .style = &style,
                                                                .width = setup.width,
                                                                .height = setup.height,
                                                                .scale = (dots > 0 ? dots : DOTS) / 72,
                                                                .whole = TRUE,
                                                                .title = _ ("Planning") },
                                      error);
}
