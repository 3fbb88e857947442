// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-record-beginning.h"

static void
fill_in_beginning (SpilRecord *record, const SpilField *field)
{
  gboolean past = (field->flags & SPIL_FIELD_NOT_FUTURE) != 0;

  if ((field->flags & SPIL_FIELD_REQUIRED) == 0 || !spil_record_is_null (record, field->number))
    return;
  if (field->type == SPIL_TYPE_DATE && past)
    spil_record_set_day (record, field->number, spil_day_today ());
  else if (field->type == SPIL_TYPE_TIME && past)
    spil_record_set_time (record, field->number, spil_time_now ());
  else if (field->type == SPIL_TYPE_CHOICE && g_str_equal (field->name, "state"))
    spil_record_set_integer (record, field->number, field->choices->items[0].number);
}

void
spil_record_fill_in_beginning (SpilRecord *record)
{
  const SpilEntity *entity = spil_record_get_entity (record);

  for (int i = 1; i < entity->n_fields; i++)
    if (entity->fields[i].number != 0)
      fill_in_beginning (record, &entity->fields[i]);
}
