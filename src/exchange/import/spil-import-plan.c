// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-import-plan.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "spil-exchange-error.h"
#include "spil-synonyms.h"
#include "spil-table-writer.h"
#include "spil-text.h"

#define QUOTED_CHARS 40

static void
free_column (gpointer data)
{
  SpilImportColumn *column = data;

  g_free (column->header);
  g_free (column);
}

SpilImportPlan *
spil_import_plan_new (const SpilEntity *entity)
{
  SpilImportPlan *self = g_new0 (SpilImportPlan, 1);

  self->entity = entity;
  self->columns = g_ptr_array_new_with_free_func (free_column);
  return self;
}

SpilImportPlan *
spil_import_plan_copy (const SpilImportPlan *self)
{
  SpilImportPlan *copy = g_memdup2 (self, sizeof *self);

  copy->columns = g_ptr_array_new_with_free_func (free_column);
  for (guint i = 0; i < self->columns->len; i++) {
    const SpilImportColumn *from = g_ptr_array_index (self->columns, i);
    SpilImportColumn *to = spil_import_plan_add_column (copy, from->header);

    to->entity = from->entity;
    to->field = from->field;
  }
  return copy;
}

void
spil_import_plan_free (SpilImportPlan *self)
{
  if (self != NULL)
    g_ptr_array_unref (self->columns);
  g_free (self);
}

SpilImportColumn *
spil_import_plan_add_column (SpilImportPlan *self, const char *header)
{
  SpilImportColumn *column = g_new0 (SpilImportColumn, 1);

  column->header = spil_text_one_line (header, 200);
  g_ptr_array_add (self->columns, column);
  return column;
}

const SpilImportColumn *
spil_import_plan_get_column (const SpilImportPlan *self, guint column)
{
  return g_ptr_array_index (self->columns, column);
}

char *
spil_import_plan_dup_column_name (const SpilImportPlan *self, guint column)
{
  if (column < self->columns->len && spil_import_plan_get_column (self, column)->header[0] != '\0')
    return g_strdup (spil_import_plan_get_column (self, column)->header);
  return spil_table_column_letter (column);
}

void
spil_import_parts (const SpilEntity *entity, const SpilEntity *parts[SPIL_IMPORT_MAX_PARTS + 1])
{
  static const int companions[] = { SPIL_ENTITY_PERSON, SPIL_ENTITY_SITE, SPIL_ENTITY_ENGAGEMENT };
  int n = 0;

  parts[n++] = entity;
  for (gsize i = 0; entity->number == SPIL_ENTITY_ORGANISATION && i < G_N_ELEMENTS (companions); i++)
    parts[n++] = spil_entity_by_number (companions[i]);
  parts[n] = NULL;
}

gboolean
spil_import_can (const SpilEntity *entity)
{
  // What Spil keeps of itself, and what only it can write.
  return entity->number != SPIL_ENTITY_PROGRAMME && entity->number != SPIL_ENTITY_IMPORT_LAYOUT &&
         entity->number != SPIL_ENTITY_IMPORT_RUN && entity->number != SPIL_ENTITY_STAGE_CHANGE &&
         entity->number != SPIL_ENTITY_SAVED_FILTER;
}

gboolean
spil_import_can_field (const SpilEntity *entity, const SpilEntity *part, const SpilField *field)
{
  return field->number != 0 && field->number != SPIL_FIELD_PROGRAMME &&
         (field->flags & SPIL_FIELD_HIDDEN) == 0 && field->type != SPIL_TYPE_ORDER &&
         (part == entity || field->type != SPIL_TYPE_REFERENCE || field->target != entity->number);
}

gboolean
spil_import_plan_has (const SpilImportPlan *self, const SpilEntity *entity, int field)
{
  for (guint i = 0; i < self->columns->len; i++) {
    const SpilImportColumn *column = spil_import_plan_get_column (self, i);

    if (column->entity == entity && (field < 0 || column->field == field))
      return TRUE;
  }
  return FALSE;
}

/* Reading what people call things */

static gboolean
set_target (const SpilImportPlan *plan, SpilImportColumn *column, const char *entity_name,
            const char *field_name)
{
  const SpilEntity *parts[SPIL_IMPORT_MAX_PARTS + 1];

  spil_import_parts (plan->entity, parts);
  for (int i = 0; parts[i] != NULL; i++) {
    const SpilField *field = spil_entity_field_by_name (parts[i], field_name);
    const gboolean id = i == 0 && strcmp (field_name, "id") == 0;

    if (strcmp (parts[i]->name, entity_name) != 0 ||
        (!id && (field == NULL || !spil_import_can_field (plan->entity, parts[i], field))))
      continue;
    column->entity = parts[i];
    column->field = id ? 0 : field->number;
    return TRUE;
  }
  return FALSE;
}

gboolean
spil_import_plan_map (SpilImportPlan *self, guint column, const char *target, GError **error)
{
  SpilImportColumn *to = g_ptr_array_index (self->columns, column);
  const char *dot = strchr (target, '.');
  g_autofree char *entity = dot != NULL ? g_strndup (target, (gsize) (dot - target))
                                        : g_strdup (self->entity->name);
  g_autofree char *quoted = spil_text_one_line (target, QUOTED_CHARS);

  if (target[0] == '\0') {
    to->entity = NULL;
    return TRUE;
  }
  if (set_target (self, to, entity, dot != NULL ? dot + 1 : target))
    return TRUE;
  g_set_error (
      error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_UNKNOWN,
      _ ("“%s” is no field that a column of this list can go to; “spilctl entities” names them all."),
      quoted);
  return FALSE;
}

static gboolean
find_by_place (const SpilImportPlan *self, const char *text, guint *column)
{
  guint64 number;

  for (guint i = 0; i < self->columns->len; i++) {
    g_autofree char *letter = spil_table_column_letter (i);

    if (g_ascii_strcasecmp (letter, text) == 0) {
      *column = i;
      return TRUE;
    }
  }
  if (!g_ascii_string_to_unsigned (text, 10, 1, self->columns->len, &number, NULL))
    return FALSE;
  *column = (guint) number - 1;
  return TRUE;
}

gboolean
spil_import_plan_find_column (const SpilImportPlan *self, const char *text, guint *column, GError **error)
{
  g_autofree char *wanted = spil_synonyms_normalise (text);
  g_autofree char *quoted = spil_text_one_line (text, QUOTED_CHARS);

  for (guint i = 0; wanted[0] != '\0' && i < self->columns->len; i++) {
    g_autofree char *header = spil_synonyms_normalise (spil_import_plan_get_column (self, i)->header);

    if (strcmp (header, wanted) == 0) {
      *column = i;
      return TRUE;
    }
  }
  if (find_by_place (self, text, column))
    return TRUE;
  g_set_error (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_UNKNOWN,
               _ ("The list has no column “%s”; give its header, its letter or its number."), quoted);
  return FALSE;
}

/* Layouts */

char *
spil_import_plan_dup_signature (const SpilImportPlan *self)
{
  GString *signature = g_string_new (self->header_row > 0 ? "" : "-");

  for (guint i = 0; i < self->columns->len; i++) {
    g_autofree char *header = spil_synonyms_normalise (spil_import_plan_get_column (self, i)->header);

    g_string_append_printf (signature, "%s|", header);
  }
  return g_string_free_and_steal (signature);
}

char *
spil_import_plan_dup_definition (const SpilImportPlan *self)
{
  GString *definition = g_string_new (NULL);

  for (guint i = 0; i < self->columns->len; i++) {
    const SpilImportColumn *column = spil_import_plan_get_column (self, i);

    if (column->entity != NULL)
      g_string_append_printf (definition, "%s.%s", column->entity->name,
                              column->field == 0 ? "id"
                                                 : spil_entity_field (column->entity, column->field)->name);
    g_string_append_c (definition, ';');
  }
  return g_string_free_and_steal (definition);
}

gboolean
spil_import_plan_set_definition (SpilImportPlan *self, const char *definition)
{
  g_auto (GStrv) targets = g_strsplit (definition, ";", -1);

  // One more than there are columns: it ends with a semicolon.
  if (g_strv_length (targets) != self->columns->len + 1)
    return FALSE;
  // What an older or newer version had besides is not read in.
  for (guint i = 0; i < self->columns->len; i++)
    if (!spil_import_plan_map (self, i, targets[i], NULL))
      spil_import_plan_map (self, i, "", NULL);
  return TRUE;
}

/* What is needed */

static gboolean
can_do_without (const SpilImportPlan *self, const SpilField *field)
{
  // What is chosen has a first choice; a row that is named by its id has its values.
  return (field->flags & SPIL_FIELD_REQUIRED) == 0 || field->type == SPIL_TYPE_CHOICE ||
         !spil_import_can_field (self->entity, self->entity, field) ||
         spil_import_plan_has (self, self->entity, 0);
}

gboolean
spil_import_plan_check (const SpilImportPlan *self, GError **error)
{
  for (int i = 1; i < self->entity->n_fields; i++) {
    const SpilField *field = &self->entity->fields[i];

    if (field->number == 0 || can_do_without (self, field) || spil_import_plan_has (self, self->entity, i))
      continue;
    g_set_error (
        error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID,
        _ ("No column goes to “%s”, and nothing can be read in without. Choose the column that it stands in."),
        spil_field_label (field));
    return FALSE;
  }
  return TRUE;
}
