// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "sim-model.h"

SimWrite *
sim_write_new (SpilLogKind kind, const SpilEntity *entity, const SpilId *row, int cell,
               const SpilStamp *stamp)
{
  SimWrite *self = g_new0 (SimWrite, 1);

  self->kind = kind;
  self->entity = entity;
  self->row = *row;
  self->cell = cell;
  self->stamp = *stamp;
  self->undoes = SPIL_STAMP_NONE;
  self->bases = g_array_new (FALSE, FALSE, sizeof (SpilStamp));
  self->seen = g_array_new (FALSE, FALSE, sizeof (SpilStamp));
  self->links = g_array_new (FALSE, FALSE, sizeof (SimLink));
  return self;
}

void
sim_write_free (SimWrite *self)
{
  g_array_unref (self->bases);
  g_array_unref (self->seen);
  g_array_unref (self->links);
  g_free (self->value);
  g_free (self->blank);
  g_free (self);
}

void
sim_state_clear (SimState *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->inbox, g_ptr_array_unref);
}

static char *
find_difference (const char *what, GPtrArray *expected, GPtrArray *found)
{
  for (guint i = 0; i < MAX (expected->len, found->len); i++) {
    const char *one = i < expected->len ? g_ptr_array_index (expected, i) : "nothing";
    const char *other = i < found->len ? g_ptr_array_index (found, i) : "nothing";

    if (g_strcmp0 (one, other) != 0)
      return g_strdup_printf ("%s: expected [%s], found [%s]", what, one, other);
  }
  return NULL;
}

char *
sim_state_difference (const SimState *expected, const SimState *found)
{
  char *difference = find_difference ("data", expected->rows, found->rows);

  return difference != NULL ? difference : find_difference ("inbox", expected->inbox, found->inbox);
}

char *
sim_name_entry (GArray *devices, const SpilId *device, int64_t sequence)
{
  for (guint i = 0; i < devices->len; i++)
    if (spil_id_equal (g_array_index (devices, SpilId, i), *device))
      return g_strdup_printf ("%u-%" G_GINT64_FORMAT, i, sequence);
  return g_strdup ("-");
}

char *
sim_group_text (SpilRecord *record, int group, gboolean blank)
{
  const SpilEntity *entity = spil_record_get_entity (record);
  GString *text = g_string_new (NULL);

  for (int i = 1; i < entity->n_fields; i++) {
    const SpilField *field = &entity->fields[i];
    g_autofree char *value = NULL;

    if (field->number == 0 || field->group != group)
      continue;
    value = spil_value_to_text (field, spil_record_get (record, i));
    g_string_append_printf (text, "%s%s=%s", text->len > 0 ? " " : "", field->name,
                            blank && (field->flags & SPIL_FIELD_PRIVATE) != 0 ? "" : value);
  }
  return g_string_free_and_steal (text);
}

char *
sim_row_line (const SpilEntity *entity, const SpilId *row, int group, const char *value)
{
  char id[SPIL_ID_TEXT_LENGTH + 1];

  spil_id_to_text (*row, id);
  return g_strdup_printf ("%s %s %d %s", entity->name, id, group, value);
}

char *
sim_inbox_line (const char *kind, const SpilEntity *entity, const SpilId *row, int cell)
{
  char id[SPIL_ID_TEXT_LENGTH + 1];

  spil_id_to_text (*row, id);
  return g_strdup_printf ("%s %s %s %d:", kind, entity->name, id, cell);
}
