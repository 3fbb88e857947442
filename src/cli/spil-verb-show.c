// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-cli-names.h"
#include "spil-cli-output.h"
#include "spil-cli-row.h"
#include "spil-json.h"
#include "spil-verbs.h"

/* "label: value", a value of several lines indented under its label. */
static void
print_field (SpilCli *cli, const SpilField *field, const SpilValue *value)
{
  g_autofree char *text = spil_cli_dup_value (cli, field, value);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  spil_cli_printf (cli, "%s:", spil_field_label (field));
  for (int i = 0; lines[i] != NULL; i++)
    spil_cli_printf (cli, "%s%s\n", lines[1] == NULL ? " " : i == 0 ? "\n  " : "  ", lines[i]);
}

static void
print_record (SpilCli *cli, SpilRecord *record)
{
  const SpilEntity *entity = spil_record_get_entity (record);
  g_autofree char *id = spil_id_dup_text (spil_record_get_id (record));

  spil_cli_printf (cli, "%s: %s\n", _ ("Id"), id);
  for (int i = 1; i < entity->n_fields; i++)
    if (entity->fields[i].number != 0 && !spil_record_is_null (record, i))
      print_field (cli, &entity->fields[i], spil_record_get (record, i));
}

gboolean
spil_verb_show (SpilCli *cli, GError **error)
{
  const SpilEntity *entity = spil_cli_find_entity (cli, spil_cli_argument (cli, 0), error);
  g_autoptr (SpilRecord) record = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  SpilId id;

  if (entity == NULL || !spil_cli_open_to_read (cli, error) ||
      !spil_cli_find_row (cli, entity, spil_cli_argument (cli, 1), &id, error))
    return FALSE;
  record = spil_store_get (cli->store, entity, id, error);
  if (record == NULL)
    return FALSE;
  if (!cli->json) {
    print_record (cli, record);
    return TRUE;
  }
  spil_json_append_row (out, record);
  spil_cli_printf (cli, "%s\n", out->str);
  return TRUE;
}
