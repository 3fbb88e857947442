// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-cli-names.h"
#include "spil-cli-output.h"
#include "spil-cli-row.h"
#include "spil-json.h"
#include "spil-verbs.h"

static const char *const op_names[] = {
  [SPIL_CHANGE_ADD] = "add",
  [SPIL_CHANGE_SET] = "set",
  [SPIL_CHANGE_DELETE] = "delete",
};

static void
print_for_people (SpilCli *cli, const SpilHistoryEntry *entry)
{
  const SpilChange *change = entry->change;
  g_autofree char *time = spil_time_format (entry->time);

  spil_cli_printf (cli, "%s  %s  %s\n", time, entry->actor, entry->label);
  for (guint i = 0; i < change->assignments->len; i++) {
    const SpilAssignment *assignment = &g_array_index (change->assignments, SpilAssignment, i);
    const SpilField *field = spil_entity_field (change->entity, assignment->field);
    g_autofree char *text = spil_cli_dup_value (cli, field, &assignment->value);

    spil_cli_printf (cli, "  %s: %s\n", spil_field_label (field), *text != '\0' ? text : _ ("(empty)"));
  }
}

static void
print_for_machines (SpilCli *cli, const SpilHistoryEntry *entry)
{
  const SpilChange *change = entry->change;
  g_autofree char *time = spil_time_to_iso (entry->time);
  g_autofree char *device = spil_id_dup_text (entry->device);
  g_autoptr (GString) out = g_string_new (NULL);

  g_string_append_printf (
      out, "{\"time\":\"%s\",\"device\":\"%s\",\"sequence\":%" G_GINT64_FORMAT ",\"actor\":", time, device,
      entry->sequence);
  spil_json_append_text (out, entry->actor);
  g_string_append (out, ",\"label\":");
  spil_json_append_text (out, entry->label);
  g_string_append_printf (out, ",\"op\":\"%s\",\"values\":{", op_names[change->kind]);
  for (guint i = 0; i < change->assignments->len; i++) {
    const SpilAssignment *assignment = &g_array_index (change->assignments, SpilAssignment, i);
    const SpilField *field = spil_entity_field (change->entity, assignment->field);

    g_string_append_printf (out, "%s\"%s\":", i > 0 ? "," : "", field->name);
    spil_json_append_value (out, field, &assignment->value);
  }
  g_string_append (out, "}}");
  spil_cli_print (cli, out->str);
}

gboolean
spil_verb_history (SpilCli *cli, GError **error)
{
  const SpilEntity *entity = spil_cli_find_entity (cli, spil_cli_argument (cli, 0), error);
  g_autoptr (GPtrArray) entries = NULL;
  SpilId id;

  if (entity == NULL || !spil_cli_open_to_read (cli, error) ||
      !spil_cli_find_row (cli, entity, spil_cli_argument (cli, 1), &id, error))
    return FALSE;
  entries = spil_store_history (cli->store, entity, id, error);
  if (entries == NULL)
    return FALSE;
  if (cli->json)
    spil_cli_print (cli, "[");
  for (guint i = 0; i < entries->len; i++) {
    if (cli->json)
      spil_cli_print (cli, i > 0 ? ",\n" : "\n");
    (cli->json ? print_for_machines : print_for_people) (cli, g_ptr_array_index (entries, i));
  }
  if (cli->json)
    spil_cli_print (cli, entries->len > 0 ? "\n]\n" : "]\n");
  return TRUE;
}
