// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-chart-file.h"
#include "spil-cli-output.h"
#include "spil-cli-row.h"
#include "spil-demo.h"
#include "spil-report-charts.h"
#include "spil-verbs.h"

gboolean
spil_verb_chart (SpilCli *cli, GError **error)
{
  const char *name = spil_cli_argument (cli, 0);
  const char *path = spil_cli_argument (cli, 1);
  SpilReportChartFunc make = spil_report_chart_find (name);
  g_autoptr (SpilChart) chart = NULL;
  g_autoptr (GError) local = NULL;

  if (make == NULL) {
    g_autofree char *names = g_strjoinv (", ", (char **) spil_report_chart_names ());

    return spil_cli_refuse_usage (cli, error, _ ("There is no chart “%s”, but: %s."), name, names);
  }
  if (!spil_cli_open_to_read (cli, error) || !spil_demo_play (cli->store, error))
    return FALSE;
  chart = make (cli->store, spil_day_today (), error);
  if (chart == NULL)
    return FALSE;
  if (!spil_chart_file_write (chart, path, NULL, &local)) {
    if (g_error_matches (local, SPIL_CHART_FILE_ERROR, SPIL_CHART_FILE_ERROR_KIND))
      return spil_cli_refuse_usage (cli, error, "%s", local->message);
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  spil_cli_tell_file (cli, path);
  return TRUE;
}
