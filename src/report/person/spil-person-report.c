// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-person-report.h"

#include <string.h>

#include "spil-entity.h"
#include "spil-json.h"
#include "spil-report-file.h"
#include "spil-report-language.h"

static void
append_records (GString *json, const char *key, GPtrArray *records)
{
  g_string_append_printf (json, ",\n\"%s\":[", key);
  for (guint i = 0; i < records->len; i++) {
    g_string_append (json, i > 0 ? ",\n" : "\n");
    spil_json_append_record (json, records->pdata[i]);
  }
  g_string_append (json, "]");
}

static void
append_entry (GString *json, const SpilHistoryEntry *entry)
{
  g_autofree char *time = spil_time_to_iso (entry->time);
  gboolean first = TRUE;

  g_string_append_printf (json, "{\"time\":\"%s\",\"actor\":", time);
  spil_json_append_text (json, entry->actor != NULL ? entry->actor : "");
  g_string_append (json, ",\"label\":");
  spil_json_append_text (json, entry->label);
  g_string_append (json, ",\"values\":{");
  for (guint i = 0; i < entry->change->assignments->len; i++) {
    const SpilAssignment *assignment = &g_array_index (entry->change->assignments, SpilAssignment, i);
    const SpilField *field = spil_entity_field (entry->change->entity, assignment->field);

    if (field == NULL)
      continue;
    g_string_append_printf (json, "%s\"%s\":", first ? "" : ",", field->name);
    spil_json_append_value (json, field, &assignment->value);
    first = FALSE;
  }
  g_string_append (json, "}}");
}

char *
spil_person_report_dup_json (const SpilPersonData *data)
{
  g_autoptr (GString) json = g_string_new ("{\"made\":");
  g_autofree char *made = spil_time_to_iso (data->made);

  spil_json_append_text (json, made);
  g_string_append (json, ",\n\"programme\":");
  spil_json_append_text (json, data->programme != NULL ? data->programme : "");
  g_string_append (json, ",\n\"organisation\":");
  spil_json_append_text (json, data->organisation != NULL ? data->organisation : "");
  g_string_append (json, ",\n\"person\":");
  spil_json_append_record (json, data->person);
  append_records (json, "contacts", data->contacts);
  append_records (json, "mentions", data->mentions);
  g_string_append (json, ",\n\"history\":[");
  for (guint i = 0; i < data->history->len; i++) {
    g_string_append (json, i > 0 ? ",\n" : "\n");
    append_entry (json, data->history->pdata[i]);
  }
  g_string_append (json, "]}\n");
  return g_string_free_and_steal (g_steal_pointer (&json));
}

static gboolean
is_json (const char *path)
{
  return g_str_has_suffix (path, ".json");
}

gboolean
spil_person_report_knows (const char *path)
{
  return is_json (path) || spil_report_file_knows (path);
}

static gboolean
write_content (const SpilPersonData *data, SpilReportFile *file, const char *path, GError **error)
{
  g_autoptr (SpilDocument) document = NULL;
  g_autofree char *json = NULL;

  if (is_json (path)) {
    json = spil_person_report_dup_json (data);
    return g_output_stream_write_all (spil_report_file_get_stream (file), json, strlen (json), NULL, NULL,
                                      error);
  }
  document = spil_person_report_new (data);
  return spil_report_file_write (file, document, NULL, NULL, NULL, error);
}

gboolean
spil_person_report_write (SpilStore *store, SpilId person, const char *path, GError **error)
{
  g_auto (SpilReportLanguage) language = spil_report_language_begin ();
  g_autoptr (SpilPersonData) data = spil_person_data_gather (store, person, error);
  g_autoptr (SpilReportFile) file = data != NULL ? spil_report_file_new (path, error) : NULL;

  if (file == NULL)
    return FALSE;
  if (!write_content (data, file, path, error)) {
    spil_report_file_explain (file, error);
    return FALSE;
  }
  return spil_report_file_deliver (file, store, "person", error);
}
