// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-json.h"

void
spil_json_append_text (GString *json, const char *text)
{
  static const char escapes[] = {
    ['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f', ['\r'] = 'r', ['"'] = '"', ['\\'] = '\\'
  };

  g_string_append_c (json, '"');
  for (const char *p = text; *p != '\0'; p++) {
    const guchar c = (guchar) *p;

    if (c < sizeof escapes && escapes[c] != '\0')
      g_string_append_printf (json, "\\%c", escapes[c]);
    else if (c < 0x20)
      g_string_append_printf (json, "\\u%04x", c);
    else
      g_string_append_c (json, *p);
  }
  g_string_append_c (json, '"');
}

static void
append_set (GString *json, const SpilChoices *choices, int64_t bits)
{
  gboolean first = TRUE;

  g_string_append_c (json, '[');
  for (int number = 0; number < 63; number++) {
    const SpilChoice *choice = (bits >> number & 1) != 0 ? spil_choices_by_number (choices, number) : NULL;

    if (choice == NULL)
      continue;
    if (!first)
      g_string_append_c (json, ',');
    spil_json_append_text (json, choice->name);
    first = FALSE;
  }
  g_string_append_c (json, ']');
}

void
spil_json_append_value (GString *json, const SpilField *field, const SpilValue *value)
{
  g_autofree char *text = NULL;

  if (value->kind == SPIL_VALUE_NULL) {
    g_string_append (json, "null");
    return;
  }
  switch (field->type) {
  case SPIL_TYPE_INTEGER:
  case SPIL_TYPE_MONEY:
    g_string_append_printf (json, "%" G_GINT64_FORMAT, value->integer);
    break;
  case SPIL_TYPE_BOOLEAN:
    g_string_append (json, value->integer != 0 ? "true" : "false");
    break;
  case SPIL_TYPE_DECIMAL:
    text = spil_value_to_text (field, value);
    g_string_append (json, text);
    break;
  case SPIL_TYPE_SET:
    append_set (json, field->choices, value->integer);
    break;
  case SPIL_TYPE_TEXT:
  case SPIL_TYPE_ORDER:
    spil_json_append_text (json, value->text);
    break;
  case SPIL_TYPE_DATE:
  case SPIL_TYPE_TIME:
  case SPIL_TYPE_CHOICE:
  case SPIL_TYPE_REFERENCE:
  default:
    text = spil_value_to_text (field, value);
    spil_json_append_text (json, text);
    break;
  }
}

void
spil_json_append_values (GString *json, SpilRecord *record)
{
  const SpilEntity *entity = spil_record_get_entity (record);
  gboolean first = TRUE;

  g_string_append_c (json, '{');
  for (int i = 1; i < entity->n_fields; i++) {
    if (entity->fields[i].number == 0 || spil_record_is_null (record, i))
      continue;
    if (!first)
      g_string_append_c (json, ',');
    spil_json_append_text (json, entity->fields[i].name);
    g_string_append_c (json, ':');
    spil_json_append_value (json, &entity->fields[i], spil_record_get (record, i));
    first = FALSE;
  }
  g_string_append_c (json, '}');
}

void
spil_json_append_record (GString *json, SpilRecord *record)
{
  char id[SPIL_ID_TEXT_LENGTH + 1];

  spil_id_to_text (spil_record_get_id (record), id);
  g_string_append (json, "{\"entity\":");
  spil_json_append_text (json, spil_record_get_entity (record)->name);
  g_string_append_printf (json, ",\"id\":\"%s\",\"values\":", id);
  spil_json_append_values (json, record);
  g_string_append_c (json, '}');
}

void
spil_json_append_row (GString *json, SpilRecord *record)
{
  const SpilEntity *entity = spil_record_get_entity (record);
  char id[SPIL_ID_TEXT_LENGTH + 1];

  spil_id_to_text (spil_record_get_id (record), id);
  g_string_append_printf (json, "{\"id\":\"%s\"", id);
  for (int i = 1; i < entity->n_fields; i++) {
    if (entity->fields[i].number == 0)
      continue;
    g_string_append_printf (json, ",\"%s\":", entity->fields[i].name);
    spil_json_append_value (json, &entity->fields[i], spil_record_get (record, i));
  }
  g_string_append_c (json, '}');
}
