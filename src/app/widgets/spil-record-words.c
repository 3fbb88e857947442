// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-record-words.h"

#include <glib/gi18n-lib.h>

#include "spil-text.h"

#define MAX_CHARS 120
#define MAX_FACTS 3

char *
spil_record_dup_one_line (SpilRecord *record)
{
  return spil_text_one_line (spil_record_get_title (record), MAX_CHARS);
}

static gboolean
tells_apart (const SpilEntity *entity, const SpilField *field)
{
  return field->number > SPIL_FIELD_PROGRAMME && field->number != entity->title &&
         field->type != SPIL_TYPE_REFERENCE && field->type != SPIL_TYPE_ORDER &&
         field->type != SPIL_TYPE_BOOLEAN && (field->flags & (SPIL_FIELD_HIDDEN | SPIL_FIELD_MULTILINE)) == 0;
}

char *
spil_record_dup_subtitle (SpilRecord *record)
{
  const SpilEntity *entity = spil_record_get_entity (record);
  g_autoptr (GString) text = g_string_new (NULL);
  int n_facts = 0;

  // The order of the numbers is the order in which people see the fields.
  for (int i = 1; i < entity->n_fields && n_facts < MAX_FACTS; i++) {
    g_autofree char *value = NULL;
    g_autofree char *line = NULL;

    if (!tells_apart (entity, &entity->fields[i]) || spil_record_is_null (record, i))
      continue;
    value = spil_record_format (record, i);
    line = spil_text_one_line (value, MAX_CHARS / MAX_FACTS);
    // A number alone says nothing.
    if (entity->fields[i].type == SPIL_TYPE_INTEGER)
      g_string_append_printf (text, "%s%s %s", n_facts > 0 ? " · " : "",
                              spil_field_label (&entity->fields[i]), line);
    else
      g_string_append_printf (text, "%s%s", n_facts > 0 ? " · " : "", line);
    n_facts++;
  }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

char *
spil_entity_dup_added (const SpilEntity *entity)
{
  // Translators: %s is what was added, such as "Risk".
  return g_strdup_printf (_ ("%s added"), spil_entity_label (entity));
}

char *
spil_entity_dup_changed (const SpilEntity *entity)
{
  // Translators: %s is what was changed, such as "Risk".
  return g_strdup_printf (_ ("%s changed"), spil_entity_label (entity));
}

char *
spil_entity_dup_deleted (const SpilEntity *entity)
{
  // Translators: %s is what was deleted, such as "Risk".
  return g_strdup_printf (_ ("%s deleted"), spil_entity_label (entity));
}

gboolean
spil_entity_can_be_searched (const SpilEntity *entity)
{
  for (int i = 1; i < entity->n_fields; i++)
    if (entity->fields[i].number != 0 && (entity->fields[i].flags & SPIL_FIELD_SEARCH) != 0)
      return TRUE;
  return FALSE;
}

char *
spil_record_dup_fact (SpilRecord *record, int field)
{
  if (spil_record_is_null (record, field))
    return g_strdup (_ ("not stated"));
  return spil_record_format (record, field);
}
