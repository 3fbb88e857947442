// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <locale.h>

#include "spil-cli-output.h"
#include "spil-verbs.h"

/* Exit status: see spilctl(1). */
enum
{
  DONE = 0,
  REFUSED = 1,
  WRONG_USAGE = 2,
};

static int
fail (const GError *error)
{
  if (!g_error_matches (error, SPIL_CLI_ERROR, SPIL_CLI_ERROR_CLOSED))
    spil_cli_complain (error->message);
  return g_error_matches (error, SPIL_CLI_ERROR, SPIL_CLI_ERROR_USAGE) ? WRONG_USAGE : REFUSED;
}

static gboolean
run (SpilCli *cli, GError **error)
{
  if (cli->help)
    spil_verbs_print_help (cli);
  else if (cli->version)
    spil_cli_print (cli, "spilctl " SPIL_VERSION "\n");
  else if (!cli->verb->run (cli, error)) {
    /* What was printed before the failure still counts: results of lines that were carried out. */
    spil_cli_output_finish (cli, NULL);
    return FALSE;
  }
  return spil_cli_output_finish (cli, error);
}

int
main (int argc, char **argv)
{
  const char *locale_dir = g_getenv ("SPIL_LOCALE_DIR");
  g_autoptr (SpilCli) cli = NULL;
  g_autoptr (GError) error = NULL;

  spil_cli_guard_streams ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : SPIL_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  cli = spil_cli_new (argc - 1, argv + 1, &error);
  if (cli == NULL || !run (cli, &error))
    return fail (error);
  return DONE;
}
