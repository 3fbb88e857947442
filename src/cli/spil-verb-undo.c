// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-cli-output.h"
#include "spil-cli-row.h"
#include "spil-verbs.h"

static gboolean
run (SpilCli *cli, gboolean (*step) (SpilStore *, char **, GError **), const char *format, GError **error)
{
  g_autofree char *label = NULL;
  g_autofree char *sentence = NULL;

  if (!spil_cli_open (cli, error) || !step (cli->store, &label, error))
    return FALSE;
  sentence = g_strdup_printf (format, label);
  if (cli->json)
    spil_cli_print_member (cli, "label", label);
  else
    spil_cli_printf (cli, "%s\n", sentence);
  return TRUE;
}

gboolean
spil_verb_undo (SpilCli *cli, GError **error)
{
  return run (cli, spil_store_undo, _ ("Undone: %s"), error);
}

gboolean
spil_verb_redo (SpilCli *cli, GError **error)
{
  return run (cli, spil_store_redo, _ ("Done again: %s"), error);
}
