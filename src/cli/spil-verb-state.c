// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-cli-output.h"
#include "spil-cli-row.h"
#include "spil-json.h"
#include "spil-verbs.h"

static gboolean
print_line (const char *line, gpointer user_data, GError **error)
{
  SpilCli *cli = user_data;

  return (spil_cli_print (cli, line) && spil_cli_print (cli, "\n")) || spil_cli_output_finish (cli, error);
}

gboolean
spil_verb_dump (SpilCli *cli, GError **error)
{
  return spil_cli_open_to_read (cli, error) && spil_store_dump (cli->store, print_line, cli, error);
}

gboolean
spil_verb_digest (SpilCli *cli, GError **error)
{
  g_autofree char *digest = NULL;

  if (!spil_cli_open_to_read (cli, error))
    return FALSE;
  digest = spil_store_digest (cli->store, error);
  if (digest == NULL)
    return FALSE;
  if (cli->json)
    spil_cli_print_member (cli, "digest", digest);
  else
    spil_cli_printf (cli, "%s\n", digest);
  return TRUE;
}

static void
print_faults_for_machines (SpilCli *cli, GPtrArray *faults)
{
  g_autoptr (GString) out = g_string_new (NULL);

  g_string_append_printf (out, "{\"ok\":%s,\"faults\":[", faults->len == 0 ? "true" : "false");
  for (guint i = 0; i < faults->len; i++) {
    if (i > 0)
      g_string_append_c (out, ',');
    spil_json_append_text (out, g_ptr_array_index (faults, i));
  }
  spil_cli_printf (cli, "%s]}\n", out->str);
}

gboolean
spil_verb_check (SpilCli *cli, GError **error)
{
  g_autoptr (GPtrArray) faults = NULL;

  if (!spil_cli_open_to_read (cli, error))
    return FALSE;
  faults = spil_store_check (cli->store, error);
  if (faults == NULL)
    return FALSE;
  if (cli->json)
    print_faults_for_machines (cli, faults);
  else if (faults->len == 0)
    spil_cli_printf (cli, "%s\n", _ ("All is well."));
  for (guint i = 0; !cli->json && i < faults->len; i++)
    spil_cli_printf (cli, "%s\n", (const char *) g_ptr_array_index (faults, i));
  if (faults->len == 0)
    return TRUE;
  g_set_error (error, SPIL_CLI_ERROR, SPIL_CLI_ERROR_FAILED,
               g_dngettext (GETTEXT_PACKAGE, "%s: the check found %u fault; it is named above.",
                            "%s: the check found %u faults; they are named above.", faults->len),
               spil_store_get_path (cli->store), faults->len);
  return FALSE;
}
