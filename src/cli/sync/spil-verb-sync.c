// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-cli-json.h"
#include "spil-cli-output.h"
#include "spil-sync-verbs.h"
#include "spil-sync.h"

static void
append_problems (GString *out, GPtrArray *problems)
{
  spil_cli_json_key (out, "problems");
  g_string_append_c (out, '[');
  for (guint i = 0; i < problems->len; i++) {
    const SpilProblem *problem = g_ptr_array_index (problems, i);

    g_string_append (out, i > 0 ? ",{" : "{");
    spil_cli_json_text (out, "kind", spil_problem_name (problem->kind));
    spil_cli_json_id (out, "device", problem->device);
    spil_cli_json_text (out, "sentence", problem->sentence);
    g_string_append_c (out, '}');
  }
  g_string_append_c (out, ']');
}

static void
print_for_machines (SpilCli *cli, const SpilSyncReport *report)
{
  g_autoptr (GString) out = g_string_new ("{");

  spil_cli_json_integer (out, "sent", report->sent);
  spil_cli_json_integer (out, "received", report->received);
  spil_cli_json_integer (out, "unsent", report->unsent);
  spil_cli_json_integer (out, "waiting", report->waiting);
  spil_cli_json_integer (out, "quarantined", report->quarantined);
  spil_cli_json_integer (out, "conflicts", report->conflicts);
  spil_cli_json_boolean (out, "up_to_date", report->up_to_date);
  spil_cli_json_time (out, "time", report->time);
  append_problems (out, report->problems);
  spil_cli_printf (cli, "%s}\n", out->str);
}

/* The state in one sentence, then what is amiss, where that sentence is not the same. */
static void
print_for_people (SpilCli *cli, const SpilSyncReport *report)
{
  g_autofree char *sentence = spil_sync_report_dup_sentence (report);

  spil_cli_printf (cli, "%s\n", sentence);
  for (guint i = 0; i < report->problems->len; i++) {
    const SpilProblem *problem = g_ptr_array_index (report->problems, i);

    if (strcmp (problem->sentence, sentence) != 0)
      spil_cli_printf (cli, "%s\n", problem->sentence);
  }
  if (report->conflicts > 0) {
    g_autofree char *line = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE,
                     "%d was written differently on several laptops: see “spilctl conflicts list”.",
                     "%d were written differently on several laptops: see “spilctl conflicts list”.",
                     (gulong) report->conflicts),
        (int) report->conflicts);

    spil_cli_printf (cli, "%s\n", line);
  }
}

/* What kept the shared folder from being read; NULL: it was. */
static const SpilProblem *
find_unread (const SpilSyncReport *report)
{
  for (guint i = 0; i < report->problems->len; i++) {
    const SpilProblem *problem = g_ptr_array_index (report->problems, i);

    if (problem->kind == SPIL_PROBLEM_CARRIER || problem->kind == SPIL_PROBLEM_FOREIGN)
      return problem;
  }
  return NULL;
}

gboolean
spil_verb_sync (SpilCli *cli, GError **error)
{
  g_autoptr (SpilSyncReport) report = NULL;
  const SpilProblem *unread;

  if (!spil_cli_open (cli, error))
    return FALSE;
  report = spil_sync_run (cli->store, NULL, NULL, NULL, error);
  if (report == NULL)
    return FALSE;
  unread = find_unread (report);
  if (cli->json)
    print_for_machines (cli, report);
  else if (unread == NULL)
    print_for_people (cli, report);
  if (unread == NULL)
    return TRUE;
  g_set_error_literal (error, SPIL_CLI_ERROR, SPIL_CLI_ERROR_FAILED, unread->sentence);
  return FALSE;
}
