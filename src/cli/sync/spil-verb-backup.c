// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-copy-note.h"
#include "spil-cli-json.h"
#include "spil-cli-output.h"
#include "spil-cli-row.h"
#include "spil-local-data.h"
#include "spil-sync-verbs.h"

gboolean
spil_verb_backup (SpilCli *cli, GError **error)
{
  const char *path = spil_cli_argument (cli, 0);

  if (!spil_cli_open_to_read (cli, error) || !spil_copy_make (cli->store, path, NULL, NULL, error))
    return FALSE;
  spil_cli_tell_file (cli, path);
  return TRUE;
}

static void
print_restored (SpilCli *cli, const SpilBackupFacts *facts, const char *replaced)
{
  g_autofree char *time = facts->latest.ms != 0 ? spil_time_format (facts->latest) : NULL;
  g_autoptr (GString) line = g_string_new (NULL);

  if (time != NULL && *facts->programme != '\0')
    g_string_printf (line, _ ("Put back: “%s” as it was after the change of %s."), facts->programme, time);
  else
    g_string_printf (line, _ ("Put back: a database without a programme."));
  spil_cli_printf (cli, "%s\n", line->str);
  if (replaced == NULL)
    return;
  g_string_printf (line, _ ("What was there before is kept in %s."), replaced);
  spil_cli_printf (cli, "%s\n", line->str);
}

static void
print_restored_for_machines (SpilCli *cli, const SpilBackupFacts *facts, const char *replaced)
{
  g_autoptr (GString) out = g_string_new ("{");

  spil_cli_json_text (out, "programme", facts->programme);
  spil_cli_json_time (out, "latest", facts->latest);
  spil_cli_json_integer (out, "entries", facts->n_entries);
  spil_cli_json_id (out, "device", facts->device);
  spil_cli_json_text (out, "replaced", replaced);
  spil_cli_printf (cli, "%s}\n", out->str);
}

gboolean
spil_verb_restore (SpilCli *cli, GError **error)
{
  const char *path = spil_cli_argument (cli, 0);
  g_autoptr (SpilBackupFacts) facts = spil_backup_read (path, error);
  g_autofree char *replaced = NULL;

  if (facts == NULL || !spil_copy_put_back (path, cli->dir, &replaced, error) || !spil_cli_open (cli, error))
    return FALSE;
  if (cli->json)
    print_restored_for_machines (cli, facts, replaced);
  else
    print_restored (cli, facts, replaced);
  return TRUE;
}

gboolean
spil_cli_remove_local (SpilCli *cli, GError **error)
{
  g_clear_pointer (&cli->store, spil_store_close);
  return spil_local_data_remove (cli->dir, error);
}

gboolean
spil_verb_remove_local (SpilCli *cli, GError **error)
{
  g_autofree char *sentence = g_strdup_printf (_ ("Removed: %s"), cli->dir);

  if (!spil_cli_has (cli, "yes"))
    return spil_cli_refuse_usage (
        cli, error, _ ("This removes all data of Spil from this laptop, for good; say “--yes” as well."));
  if (!spil_cli_remove_local (cli, error))
    return FALSE;
  if (cli->json)
    spil_cli_print_member (cli, "removed", cli->dir);
  else
    spil_cli_printf (cli, "%s\n", sentence);
  return TRUE;
}
