// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-cli-names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-text.h"

/* How much of what was typed is repeated in a sentence. */
#define QUOTED_CHARS 60

const SpilEntity *
spil_cli_find_entity (SpilCli *self, const char *name, GError **error)
{
  const SpilEntity *entity = spil_entity_by_name (name);

  if (entity == NULL)
    spil_cli_refuse_usage (self, error, _ ("There is no entity “%s”; “spilctl entities” tells them all."),
                           name);
  return entity;
}

const SpilField *
spil_cli_find_field (SpilCli *self, const SpilEntity *entity, const char *name, GError **error)
{
  const SpilField *field = spil_entity_field_by_name (entity, name);

  if (field == NULL)
    spil_cli_refuse_usage (self, error, _ ("“%s” has no field “%s”; “spilctl entities” tells them all."),
                           entity->name, name);
  return field;
}

gboolean
spil_cli_find_row (SpilCli *self, const SpilEntity *entity, const char *text, SpilId *id, GError **error)
{
  g_autoptr (GArray) found = NULL;
  g_autofree char *quoted = spil_text_one_line (text, QUOTED_CHARS);

  if (spil_id_parse (text, id))
    return TRUE;
  if (entity->title == 0) {
    g_set_error (error, SPIL_CLI_ERROR, SPIL_CLI_ERROR_FAILED,
                 _ ("%s: “%s” is no id; “spilctl list %s” tells the ids."), spil_entity_label (entity),
                 quoted, entity->name);
    return FALSE;
  }
  found = spil_store_find_by_title (self->store, entity, text, error);
  if (found == NULL)
    return FALSE;
  if (found->len == 1) {
    *id = g_array_index (found, SpilId, 0);
    return TRUE;
  }
  if (found->len == 0)
    g_set_error (error, SPIL_CLI_ERROR, SPIL_CLI_ERROR_FAILED,
                 _ ("%s: there is none called “%s”; “spilctl list %s” tells what there is."),
                 spil_entity_label (entity), quoted, entity->name);
  else
    g_set_error (error, SPIL_CLI_ERROR, SPIL_CLI_ERROR_FAILED,
                 _ ("%s: %u are called “%s”; give the id of the one that you mean."),
                 spil_entity_label (entity), found->len, quoted);
  return FALSE;
}

gboolean
spil_cli_read_value (SpilCli *self, const SpilField *field, const char *text, SpilValue *value,
                     GError **error)
{
  SpilId id;

  if (field->type != SPIL_TYPE_REFERENCE || *text == '\0')
    return spil_value_parse (field, text, value, error);
  if (!spil_cli_find_row (self, spil_entity_by_number (field->target), text, &id, error))
    return FALSE;
  *value = spil_value_id (id);
  return TRUE;
}

gboolean
spil_cli_read_assignment (SpilCli *self, const SpilEntity *entity, const char *text, const SpilField **field,
                          SpilValue *value, GError **error)
{
  const char *sign = strchr (text, '=');
  g_autofree char *name = NULL;

  if (sign == NULL)
    return spil_cli_refuse_usage (self, error, _ ("“%s” is not of the form FIELD=VALUE."), text);
  name = g_strndup (text, (gsize) (sign - text));
  *field = spil_cli_find_field (self, entity, name, error);
  return *field != NULL && spil_cli_read_value (self, *field, sign + 1, value, error);
}
