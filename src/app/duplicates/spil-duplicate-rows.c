// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-duplicate-rows.h"

#include <glib/gi18n-lib.h>

#include "spil-entity.h"

#define BIT(field) (G_GUINT64_CONSTANT (1) << (field))

static void
row_free (gpointer data)
{
  SpilDuplicateRow *row = data;

  g_free (row->label);
  g_free (row->texts[0]);
  g_free (row->texts[1]);
  g_free (row);
}

/* The text of a field; of a group that of all its fields that are stated. */
static char *
dup_group_text (SpilRecord *record, int group)
{
  const SpilEntity *entity = spil_record_get_entity (record);
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 1; i < entity->n_fields; i++) {
    const SpilField *field = &entity->fields[i];
    g_autofree char *value = NULL;

    if (field->number == 0 || field->group != group || (field->flags & SPIL_FIELD_HIDDEN) != 0 ||
        spil_record_is_null (record, i))
      continue;
    value = spil_record_format (record, i);
    if (text->len > 0)
      g_string_append (text, ", ");
    g_string_append (text, value);
  }
  return g_strdup (text->str);
}

// As it stands on an envelope.
static char *
dup_address (SpilRecord *record)
{
  g_autofree char *street = g_strdup_printf (
      "%s %s",
      spil_record_is_null (record, SPIL_ORGANISATION_STREET)
          ? ""
          : spil_record_get_text (record, SPIL_ORGANISATION_STREET),
      spil_record_is_null (record, SPIL_ORGANISATION_HOUSE_NUMBER)
          ? ""
          : spil_record_get_text (record, SPIL_ORGANISATION_HOUSE_NUMBER));
  g_autofree char *town = g_strdup_printf ("%s %s",
                                           spil_record_is_null (record, SPIL_ORGANISATION_POSTCODE)
                                               ? ""
                                               : spil_record_get_text (record, SPIL_ORGANISATION_POSTCODE),
                                           spil_record_is_null (record, SPIL_ORGANISATION_TOWN)
                                               ? ""
                                               : spil_record_get_text (record, SPIL_ORGANISATION_TOWN));

  g_strstrip (street);
  g_strstrip (town);
  return g_strdup_printf ("%s%s%s", street, street[0] != '\0' && town[0] != '\0' ? ", " : "", town);
}

static char *
dup_text (const SpilDuplicateSide *side, SpilRecord *record, const SpilField *field)
{
  if (record == side->engagement && field->number == SPIL_ENGAGEMENT_STAGE)
    return side->stage != NULL ? g_strdup_printf ("%d. %s", side->stage_number, side->stage) : g_strdup ("");
  if (record == side->organisation && field->group == SPIL_ORGANISATION_STREET)
    return dup_address (record);
  return dup_group_text (record, field->group);
}

static char *
dup_label (const SpilEntity *entity, const SpilField *field)
{
  if (entity->number == SPIL_ENTITY_ORGANISATION && field->number == SPIL_ORGANISATION_STREET)
    return g_strdup (_ ("Address"));
  if (entity->number == SPIL_ENTITY_ENGAGEMENT && field->number == SPIL_ENGAGEMENT_MOBILITY_BROKER)
    return g_strdup (_ ("Brokers"));
  return g_strdup (spil_field_label (field));
}

// What the other one says counts where the one that stays says nothing; of stages the furthest.
static int
choose (const SpilDuplicateRow *row, const SpilDuplicateSide *const sides[2], int keep)
{
  if (row->of_relation && row->field == SPIL_ENGAGEMENT_STAGE)
    return sides[1 - keep]->stage_number > sides[keep]->stage_number ? 1 - keep : keep;
  return row->texts[keep][0] == '\0' ? 1 - keep : keep;
}

static void
add_row (GPtrArray *rows, const SpilDuplicateSide *const sides[2], SpilRecord *one, SpilRecord *other,
         const SpilField *field, int keep)
{
  const SpilEntity *entity = spil_record_get_entity (one);
  SpilDuplicateRow *row = g_new0 (SpilDuplicateRow, 1);

  row->of_relation = entity->number == SPIL_ENTITY_ENGAGEMENT;
  row->field = field->number;
  row->label = dup_label (entity, field);
  row->texts[0] = dup_text (sides[0], one, field);
  row->texts[1] = dup_text (sides[1], other, field);
  row->same = g_str_equal (row->texts[0], row->texts[1]);
  row->chosen = choose (row, sides, keep);
  if (row->texts[0][0] == '\0' && row->texts[1][0] == '\0')
    row_free (row);
  else
    g_ptr_array_add (rows, row);
}

static void
add_rows (GPtrArray *rows, const SpilDuplicateSide *const sides[2], SpilRecord *one, SpilRecord *other,
          int keep)
{
  const SpilEntity *entity = spil_record_get_entity (one);

  for (int i = 1; i < entity->n_fields; i++) {
    const SpilField *field = &entity->fields[i];

    // What groups fields is the number of the first of them.
    if (field->number == 0 || field->number == SPIL_FIELD_PROGRAMME || field->group != field->number ||
        (field->flags & SPIL_FIELD_HIDDEN) != 0 ||
        (entity->number == SPIL_ENTITY_ENGAGEMENT && field->number == SPIL_ENGAGEMENT_ORGANISATION))
      continue;
    add_row (rows, sides, one, other, field, keep);
  }
}

GPtrArray *
spil_duplicate_rows (const SpilDuplicateSide *const sides[2], int keep)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);

  add_rows (rows, sides, sides[0]->organisation, sides[1]->organisation, keep);
  // A relation that only one has shows by itself.
  if (sides[0]->engagement != NULL && sides[1]->engagement != NULL)
    add_rows (rows, sides, sides[0]->engagement, sides[1]->engagement, keep);
  return rows;
}

static int
count_stated (SpilRecord *record)
{
  const SpilEntity *entity = spil_record_get_entity (record);
  int n = 0;

  for (int i = 1; i < entity->n_fields; i++)
    n += entity->fields[i].number != 0 && !spil_record_is_null (record, i);
  return n;
}

int
spil_duplicate_better_side (const SpilDuplicateSide *const sides[2])
{
  if (sides[0]->contacts != sides[1]->contacts)
    return sides[1]->contacts > sides[0]->contacts;
  return count_stated (sides[1]->organisation) > count_stated (sides[0]->organisation);
}

SpilMerging
spil_duplicate_merging (GPtrArray *rows, const SpilDuplicateSide *const sides[2], int keep)
{
  SpilMerging merging = { .keep = spil_record_get_id (sides[keep]->organisation),
                          .gone = spil_record_get_id (sides[1 - keep]->organisation) };

  for (guint i = 0; i < rows->len; i++) {
    const SpilDuplicateRow *row = rows->pdata[i];

    if (row->same || row->chosen == keep)
      continue;
    if (row->of_relation)
      merging.engagement |= BIT (row->field);
    else
      merging.organisation |= BIT (row->field);
  }
  return merging;
}
