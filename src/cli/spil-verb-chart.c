// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-chart-file.h"
#include "spil-cli-output.h"
#include "spil-cli-row.h"
#include "spil-demo.h"
#include "spil-plan-print.h"
#include "spil-programme-query.h"
#include "spil-report-charts.h"
#include "spil-verbs.h"

/* The options that ask for a planning on paper. */
static const char *const sheet_options[] = {
  "paper", "landscape", "portrait", "tiles", "grey", "from", "to"
};

static gboolean
asks_for_sheet (SpilCli *cli)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sheet_options); i++)
    if (spil_cli_has (cli, sheet_options[i]))
      return TRUE;
  return FALSE;
}

static gboolean
read_day (SpilCli *cli, const char *option, SpilDay *day, GError **error)
{
  const char *text = spil_cli_value (cli, option);

  if (text == NULL || spil_day_parse (text, day))
    return TRUE;
  return spil_cli_refuse_usage (cli, error, _ ("“--%s %s”: give a day such as 2018-10-01."), option, text);
}

static gboolean
read_sheet (SpilCli *cli, SpilPlanPrint *print, GError **error)
{
  const char *paper = spil_cli_value (cli, "paper");

  *print = (SpilPlanPrint) SPIL_PLAN_PRINT_INIT;
  if (paper != NULL && !spil_paper_find (paper, &print->paper))
    return spil_cli_refuse_usage (cli, error, _ ("“--paper %s”: the papers are a4 and a3."), paper);
  if (spil_cli_has (cli, "landscape") && spil_cli_has (cli, "portrait"))
    return spil_cli_refuse_usage (cli, error, _ ("Give --landscape or --portrait, not both."));
  print->landscape = !spil_cli_has (cli, "portrait");
  print->tiles = spil_cli_has (cli, "tiles");
  print->grey = spil_cli_has (cli, "grey");
  if (!read_day (cli, "from", &print->first, error) || !read_day (cli, "to", &print->last, error))
    return FALSE;
  if (spil_day_is_known (print->first) && spil_day_is_known (print->last) &&
      spil_day_compare (print->last, print->first) < 0)
    return spil_cli_refuse_usage (cli, error, _ ("The day of --to lies before that of --from."));
  return TRUE;
}

/* Says why it became more pages than were asked for. */
static void
tell_pages (SpilCli *cli, SpilChart *sheet, char **paths)
{
  const SpilPlanSheetFit *fit = spil_plan_sheet_get_fit (sheet);

  for (int i = 0; paths[i] != NULL; i++)
    spil_cli_tell_file (cli, paths[i]);
  if (fit->advice != NULL && !cli->json)
    spil_cli_printf (cli, "%s\n", fit->advice);
}

static gboolean
write_sheet (SpilCli *cli, SpilPlanPrint *print, const char *path, GError **error)
{
  SpilDay today;
  g_autoptr (SpilPlan) plan = NULL;
  g_autoptr (SpilProgrammeRow) programme = NULL;
  g_autoptr (SpilChart) sheet = NULL;
  g_auto (GStrv) paths = NULL;
  SpilPlanPrintWords words = { 0 };

  if (!spil_cli_open_to_read (cli, error) || !spil_demo_play (cli->store, error))
    return FALSE;
  today = spil_day_today ();
  if ((programme = spil_programme_query (cli->store, error)) == NULL ||
      (plan = spil_plan_query (cli->store, SPIL_ID_NIL, today, error)) == NULL)
    return FALSE;
  words.programme = programme->name;
  words.demo = programme->demo;
  if (!spil_cli_has (cli, "paper") && !spil_cli_has (cli, "landscape") && !spil_cli_has (cli, "portrait") &&
      !print->tiles)
    spil_plan_print_choose_paper (plan, print, &words, today);
  sheet = spil_plan_print_new (plan, print, &words, today);
  paths = spil_plan_print_write (sheet, print, path, 0, error);
  if (paths != NULL)
    tell_pages (cli, sheet, paths);
  return paths != NULL;
}

static gboolean
write_chart (SpilCli *cli, SpilReportChartFunc make, const char *path, GError **error)
{
  g_autoptr (SpilChart) chart = NULL;

  if (!spil_cli_open_to_read (cli, error) || !spil_demo_play (cli->store, error))
    return FALSE;
  chart = make (cli->store, spil_day_today (), error);
  if (chart == NULL || !spil_chart_file_write (chart, path, NULL, error))
    return FALSE;
  spil_cli_tell_file (cli, path);
  return TRUE;
}

static gboolean
is_pdf (const char *path)
{
  gsize length = strlen (path);

  return length > 4 && g_ascii_strcasecmp (path + length - 4, ".pdf") == 0;
}

gboolean
spil_verb_chart (SpilCli *cli, GError **error)
{
  const char *name = spil_cli_argument (cli, 0);
  const char *path = spil_cli_argument (cli, 1);
  SpilReportChartFunc make = spil_report_chart_find (name);
  gboolean sheet = asks_for_sheet (cli);
  g_autoptr (GError) local = NULL;
  SpilPlanPrint print;
  gboolean done;

  if (make == NULL) {
    g_autofree char *names = g_strjoinv (", ", (char **) spil_report_chart_names ());

    return spil_cli_refuse_usage (cli, error, _ ("There is no chart “%s”, but: %s."), name, names);
  }
  if (sheet && make != spil_report_chart_gantt)
    return spil_cli_refuse_usage (cli, error, _ ("Paper and period can only be chosen for the chart gantt."));
  if (!read_sheet (cli, &print, error))
    return FALSE;
  /* A planning in a PDF is for paper; a picture of it goes into another text unless paper is asked for. */
  if (sheet || (make == spil_report_chart_gantt && is_pdf (path)))
    done = write_sheet (cli, &print, path, &local);
  else
    done = write_chart (cli, make, path, &local);
  if (g_error_matches (local, SPIL_CHART_FILE_ERROR, SPIL_CHART_FILE_ERROR_KIND))
    return spil_cli_refuse_usage (cli, error, "%s", local->message);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return done;
}
