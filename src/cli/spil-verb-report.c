// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-akt.h"
#include "spil-cli-row.h"
#include "spil-demo.h"
#include "spil-report-file.h"
#include "spil-verbs.h"

gboolean
spil_verb_report (SpilCli *cli, GError **error)
{
  const char *name = spil_cli_argument (cli, 0);
  const char *path = spil_cli_argument (cli, 1);
  const char *text = spil_cli_value (cli, "period");
  SpilPeriod period;

  if (strcmp (name, "akt") != 0)
    return spil_cli_refuse_usage (cli, error, _ ("There is no report “%s”, but: %s."), name, "akt");
  if (!spil_report_file_knows (path))
    return spil_cli_refuse_usage (cli, error,
                                  _ ("“%s”: give the file a name that ends in .pdf or .odt."), path);
  if (text != NULL && !spil_period_parse (text, &period))
    return spil_cli_refuse_usage (cli, error,
                                  _ ("“--period %s”: give a period such as 2018-Q4, 2018-10 or 2018."), text);
  if (!spil_cli_open_to_read (cli, error) || !spil_demo_play (cli->store, error))
    return FALSE;
  if (text == NULL)
    period = spil_report_default_period ();
  if (!spil_report_akt_write (cli->store, period, path, NULL, NULL, NULL, error))
    return FALSE;
  spil_cli_tell_file (cli, path);
  return TRUE;
}
