// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "spil-apply.h"
#include "spil-cli-output.h"
#include "spil-verbs.h"

static GInputStream *
open_file (const char *path, GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) local = NULL;
  GFileInputStream *stream;

  if (strcmp (path, "-") == 0)
    return g_unix_input_stream_new (STDIN_FILENO, FALSE);
  file = g_file_new_for_commandline_arg (path);
  stream = g_file_read (file, NULL, &local);
  if (stream == NULL)
    g_set_error (error, SPIL_CLI_ERROR, SPIL_CLI_ERROR_FAILED,
                 _ ("“%s” cannot be read (%s); look whether the file is there and may be read by you."), path,
                 local->message);
  return G_INPUT_STREAM (stream);
}

/* Each at once: who is cut off knows what was done, and who writes lines one by one can wait for the answer. */
static gboolean
print_result (const char *result, gpointer user_data, GError **error)
{
  SpilCli *cli = user_data;

  spil_cli_printf (cli, "%s\n", result);
  return spil_cli_output_finish (cli, error);
}

gboolean
spil_verb_apply (SpilCli *cli, GError **error)
{
  const char *path = spil_cli_argument (cli, 0);
  g_autoptr (GInputStream) stream = open_file (path, error);
  SpilApplyCounts counts = { 0 };

  if (stream == NULL || !spil_cli_open (cli, error) ||
      !spil_apply (cli->store, stream, spil_cli_has (cli, "atomic"), print_result, cli, &counts, error))
    return FALSE;
  if (counts.refused == 0)
    return TRUE;
  g_set_error (error, SPIL_CLI_ERROR, SPIL_CLI_ERROR_FAILED,
               g_dngettext (GETTEXT_PACKAGE,
                            "%s: %lld line was refused; its result says why. The other lines are done.",
                            "%s: %lld lines were refused; their results say why. The other lines are done.",
                            (gulong) counts.refused),
               path, (long long) counts.refused);
  return FALSE;
}
