// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "spil-cli-output.h"
#include "spil-json.h"
#include "spil-verbs.h"

static const struct
{
  SpilFieldFlags flag;
  const char *name;
} field_flags[] = {
  { SPIL_FIELD_TITLE, "title" },
  { SPIL_FIELD_REQUIRED, "required" },
  { SPIL_FIELD_SEARCH, "search" },
  { SPIL_FIELD_INDEX, "index" },
  { SPIL_FIELD_PRIVATE, "private" },
  { SPIL_FIELD_MULTILINE, "multiline" },
  { SPIL_FIELD_HIDDEN, "hidden" },
  { SPIL_FIELD_NATURAL_KEY, "natural_key" },
  { SPIL_FIELD_NOT_NEGATIVE, "not_negative" },
  { SPIL_FIELD_NOT_FUTURE, "not_future" },
  { SPIL_FIELD_PERCENT, "percent" },
  { SPIL_FIELD_SHARE, "share" },
  { SPIL_FIELD_LATER, "later" },
  { SPIL_FIELD_PAST, "past" },
};

static const struct
{
  SpilEntityFlags flag;
  const char *name;
} entity_flags[] = {
  { SPIL_ENTITY_FLAG_APPEND_ONLY, "append_only" },
  { SPIL_ENTITY_FLAG_IMMUTABLE, "immutable" },
  { SPIL_ENTITY_FLAG_PERSONAL, "personal" },
};

/* Appends "key":, after a comma unless the object has only begun. */
static void
append_key (GString *out, const char *key)
{
  if (out->str[out->len - 1] != '{')
    g_string_append_c (out, ',');
  g_string_append_printf (out, "\"%s\":", key);
}

static void
append_item (GString *out, const char *name)
{
  if (out->str[out->len - 1] != '[')
    g_string_append_c (out, ',');
  spil_json_append_text (out, name);
}

static void
append_choices (GString *out, const SpilChoices *choices)
{
  append_key (out, "choices");
  g_string_append_c (out, '[');
  for (int i = 0; i < choices->n_items; i++)
    append_item (out, choices->items[i].name);
  g_string_append_c (out, ']');
}

static void
append_field (GString *out, const SpilEntity *entity, const SpilField *field)
{
  g_string_append_c (out, '{');
  append_key (out, "name");
  spil_json_append_text (out, field->name);
  append_key (out, "label");
  spil_json_append_text (out, field->label);
  append_key (out, "type");
  spil_json_append_text (out, spil_type_name (field->type));
  append_key (out, "flags");
  g_string_append_c (out, '[');
  for (gsize i = 0; i < G_N_ELEMENTS (field_flags); i++)
    if ((field->flags & field_flags[i].flag) != 0)
      append_item (out, field_flags[i].name);
  g_string_append_c (out, ']');
  append_key (out, "group");
  spil_json_append_text (out, spil_entity_field (entity, field->group)->name);
  if (field->target != 0) {
    append_key (out, "target");
    spil_json_append_text (out, spil_entity_by_number (field->target)->name);
  }
  if (field->choices != NULL)
    append_choices (out, field->choices);
  g_string_append_c (out, '}');
}

static void
append_entity (GString *out, const SpilEntity *entity)
{
  g_string_append_c (out, '{');
  append_key (out, "entity");
  spil_json_append_text (out, entity->name);
  append_key (out, "label");
  spil_json_append_text (out, entity->label);
  append_key (out, "flags");
  g_string_append_c (out, '[');
  for (gsize i = 0; i < G_N_ELEMENTS (entity_flags); i++)
    if ((entity->flags & entity_flags[i].flag) != 0)
      append_item (out, entity_flags[i].name);
  g_string_append_c (out, ']');
  append_key (out, "fields");
  g_string_append_c (out, '[');
  for (int i = 1; i < entity->n_fields; i++)
    if (entity->fields[i].number != 0) {
      if (out->str[out->len - 1] != '[')
        g_string_append (out, ",\n    ");
      append_field (out, entity, &entity->fields[i]);
    }
  g_string_append (out, "]}");
}

gboolean
spil_verb_entities (SpilCli *cli, GError **error)
{
  int n_entities;
  const SpilEntity *const *entities = spil_entities (&n_entities);
  g_autoptr (GString) out = g_string_new ("[");

  for (int i = 0; i < n_entities; i++) {
    g_string_append (out, i > 0 ? ",\n  " : "\n  ");
    append_entity (out, entities[i]);
  }
  g_string_append (out, "\n]\n");
  spil_cli_print (cli, out->str);
  return TRUE;
}
