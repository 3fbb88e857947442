// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-backup.h"
#include "spil-cli-json.h"
#include "spil-cli-names.h"
#include "spil-cli-output.h"
#include "spil-cli-row.h"
#include "spil-cli-table.h"
#include "spil-json.h"
#include "spil-privacy.h"
#include "spil-sync-verbs.h"

static void
print_for_machines (SpilCli *cli, SpilId person, const SpilErasure *erasure, GPtrArray *copies, gboolean done)
{
  g_autoptr (GString) out = g_string_new ("{");

  spil_cli_json_id (out, "person", person);
  spil_cli_json_boolean (out, "erased", done);
  spil_cli_json_integer (out, "fields", erasure->n_fields);
  spil_cli_json_integer (out, "notes", erasure->n_notes);
  spil_cli_json_integer (out, "log", erasure->n_log);
  spil_cli_json_boolean (out, "traces_left", erasure->traces_left);
  spil_cli_json_key (out, "mentions");
  g_string_append_c (out, '[');
  for (guint i = 0; i < erasure->mentions->len; i++) {
    SpilRecord *record = g_ptr_array_index (erasure->mentions, i);

    g_string_append (out, i > 0 ? ",{" : "{");
    spil_cli_json_text (out, "entity", spil_record_get_entity (record)->name);
    spil_cli_json_id (out, "id", spil_record_get_id (record));
    spil_cli_json_text (out, "title", spil_record_get_title (record));
    g_string_append_c (out, '}');
  }
  g_string_append_c (out, ']');
  spil_cli_json_key (out, "copies");
  g_string_append_c (out, '[');
  for (guint i = 0; i < copies->len; i++) {
    g_string_append (out, i > 0 ? "," : "");
    spil_json_append_text (out, g_ptr_array_index (copies, i));
  }
  spil_cli_printf (cli, "%s]}\n", out->str);
}

static void
print_count (SpilCli *cli, const char *label, int64_t count)
{
  spil_cli_printf (cli, "  %s: %" G_GINT64_FORMAT "\n", label, count);
}

static void
print_mentions (SpilCli *cli, GPtrArray *mentions)
{
  g_autoptr (SpilCliTable) table = spil_cli_table_new ();

  spil_cli_printf (cli, "%s\n", _ ("The name may still stand in these rows; look at them:"));
  spil_cli_table_add_column (table, _ ("Kind"), FALSE);
  spil_cli_table_add_column (table, _ ("Id"), FALSE);
  spil_cli_table_add_column (table, _ ("Title"), FALSE);
  for (guint i = 0; i < mentions->len; i++) {
    SpilRecord *record = g_ptr_array_index (mentions, i);
    g_autofree char *id = spil_id_dup_text (spil_record_get_id (record));

    spil_cli_table_add_cell (table, spil_record_get_entity (record)->name);
    spil_cli_table_add_cell (table, id);
    spil_cli_table_add_cell (table, spil_record_get_title (record));
  }
  spil_cli_table_print (table, cli);
}

static void
print_for_people (SpilCli *cli, const SpilErasure *erasure, GPtrArray *copies, gboolean done)
{
  spil_cli_printf (cli, "%s\n",
                   done ? _ ("Erased here, and on the other laptops when they next synchronise:")
                        : _ ("This would be erased:"));
  print_count (cli, _ ("personal details of the contact person"), erasure->n_fields);
  print_count (cli, _ ("notes of contact moments"), erasure->n_notes);
  print_count (cli, _ ("entries of the history that held them"), erasure->n_log);
  if (erasure->traces_left)
    spil_cli_printf (
        cli, "%s\n",
        _ ("Another program reads the database, so that traces may be left in its file. Close it, and erase once more."));
  if (erasure->mentions->len > 0)
    print_mentions (cli, erasure->mentions);
  if (copies->len > 0)
    spil_cli_printf (
        cli, "%s\n",
        _ ("These files were kept when a copy was put back, and may still hold the data; remove them if you can do without:"));
  for (guint i = 0; i < copies->len; i++)
    spil_cli_printf (cli, "  %s\n", (const char *) g_ptr_array_index (copies, i));
}

gboolean
spil_verb_erase_person (SpilCli *cli, GError **error)
{
  gboolean done = !spil_cli_has (cli, "dry-run");
  g_autoptr (SpilErasure) erasure = NULL;
  g_autoptr (GPtrArray) copies = NULL;
  SpilId person;

  if (!spil_cli_open (cli, error) ||
      !spil_cli_find_row (cli, spil_entity (SPIL_ENTITY_PERSON), spil_cli_argument (cli, 0), &person, error))
    return FALSE;
  copies = spil_backup_list_replaced (cli->dir, error);
  if (copies == NULL)
    return FALSE;
  erasure = (done ? spil_store_erase_person : spil_store_survey_person) (cli->store, person, error);
  if (erasure == NULL)
    return FALSE;
  if (cli->json)
    print_for_machines (cli, person, erasure, copies, done);
  else
    print_for_people (cli, erasure, copies, done);
  return TRUE;
}

static void
print_due (SpilCli *cli, GPtrArray *due)
{
  static const int fields[] = { SPIL_PERSON_RETENTION_DATE, SPIL_PERSON_NAME, SPIL_PERSON_ORGANISATION };
  const SpilEntity *entity = spil_entity (SPIL_ENTITY_PERSON);
  g_autoptr (SpilCliTable) table = spil_cli_table_new ();

  spil_cli_table_add_column (table, _ ("Id"), FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    spil_cli_table_add_column (table, spil_field_label (spil_entity_field (entity, fields[i])), FALSE);
  for (guint i = 0; i < due->len; i++) {
    SpilRecord *record = g_ptr_array_index (due, i);
    g_autofree char *id = spil_id_dup_text (spil_record_get_id (record));

    spil_cli_table_add_cell (table, id);
    for (gsize j = 0; j < G_N_ELEMENTS (fields); j++) {
      g_autofree char *text = spil_cli_dup_value (cli, spil_entity_field (entity, fields[j]),
                                                  spil_record_get (record, fields[j]));

      spil_cli_table_add_cell (table, text);
    }
  }
  spil_cli_table_print (table, cli);
}

gboolean
spil_verb_erase_due (SpilCli *cli, GError **error)
{
  g_autoptr (GPtrArray) due = NULL;

  if (!spil_cli_open_to_read (cli, error))
    return FALSE;
  due = spil_store_due_for_erasure (cli->store, error);
  if (due == NULL)
    return FALSE;
  if (!cli->json) {
    print_due (cli, due);
    return TRUE;
  }
  spil_cli_print (cli, "[");
  for (guint i = 0; i < due->len; i++) {
    g_autoptr (GString) out = g_string_new (i > 0 ? ",\n" : "\n");

    spil_json_append_row (out, g_ptr_array_index (due, i));
    spil_cli_print (cli, out->str);
  }
  spil_cli_print (cli, due->len > 0 ? "\n]\n" : "]\n");
  return TRUE;
}
