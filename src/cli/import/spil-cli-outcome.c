// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-cli-outcome.h"

#include <glib/gi18n-lib.h>

#include "spil-cli-json.h"
#include "spil-cli-output.h"
#include "spil-json.h"

void
spil_cli_json_outcome (GString *json, const SpilCliOutcome *outcome)
{
  spil_cli_json_id (json, "id", outcome->id);
  spil_cli_json_boolean (json, "dry_run", outcome->dry);
  spil_cli_json_key (json, "notes");
  g_string_append_c (json, '[');
  for (guint i = 0; i < outcome->notes->len; i++) {
    if (i > 0)
      g_string_append_c (json, ',');
    spil_json_append_text (json, outcome->notes->pdata[i]);
  }
  g_string_append_c (json, ']');
}

void
spil_cli_print_outcome (SpilCli *self, const SpilCliOutcome *outcome)
{
  spil_cli_printf (self,
                   outcome->dry ? _ ("Would be added: %d, changed: %d, unchanged: %d, refused: %d.\n")
                                : _ ("Added: %d, changed: %d, unchanged: %d, refused: %d.\n"),
                   (int) outcome->created, (int) outcome->updated, (int) outcome->unchanged,
                   (int) outcome->refused);
  for (guint i = 0; i < outcome->notes->len; i++)
    spil_cli_printf (self, "%s\n", (const char *) outcome->notes->pdata[i]);
}

void
spil_cli_print_undo (SpilCli *self, const SpilCliOutcome *outcome)
{
  g_autofree char *id = spil_id_dup_text (outcome->id);

  if (!spil_id_is_nil (outcome->id))
    spil_cli_printf (self, _ ("To take it back: spilctl import --undo %s\n"), id);
}

gboolean
spil_cli_check_outcome (const SpilCliOutcome *outcome, const char *path, GError **error)
{
  if (outcome->refused == 0)
    return TRUE;
  g_set_error (
      error, SPIL_CLI_ERROR, SPIL_CLI_ERROR_FAILED,
      outcome->dry
          ? g_dngettext (GETTEXT_PACKAGE, "%s: %d row would be refused; the report says why.",
                         "%s: %d rows would be refused; the report says why.", (gulong) outcome->refused)
          : g_dngettext (GETTEXT_PACKAGE,
                         "%s: %d row was refused; the report says why. The other rows were read in.",
                         "%s: %d rows were refused; the report says why. The other rows were read in.",
                         (gulong) outcome->refused),
      path, (int) outcome->refused);
  return FALSE;
}
