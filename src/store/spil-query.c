// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-query-private.h"

#include "spil-search.h"

static void
clear_condition (gpointer data)
{
  spil_value_clear (&((SpilCondition *) data)->value);
}

SpilQuery *
spil_query_new (const SpilEntity *entity)
{
  SpilQuery *self;

  g_return_val_if_fail (entity != NULL, NULL);

  self = g_new0 (SpilQuery, 1);
  self->entity = entity;
  self->conditions = g_array_new (FALSE, FALSE, sizeof (SpilCondition));
  g_array_set_clear_func (self->conditions, clear_condition);
  self->sorts = g_array_new (FALSE, FALSE, sizeof (SpilSort));
  return self;
}

SpilQuery *
spil_query_copy (SpilQuery *self)
{
  SpilQuery *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = spil_query_new (self->entity);
  for (guint i = 0; i < self->conditions->len; i++) {
    const SpilCondition *condition = &g_array_index (self->conditions, SpilCondition, i);

    spil_query_where (copy, condition->field, condition->compare, &condition->value);
  }
  g_array_append_vals (copy->sorts, self->sorts->data, self->sorts->len);
  copy->by_age = self->by_age;
  copy->heads = self->heads;
  copy->search = g_strdup (self->search);
  copy->offset = self->offset;
  copy->limit = self->limit;
  return copy;
}

void
spil_query_free (SpilQuery *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->conditions);
  g_array_unref (self->sorts);
  g_free (self->search);
  g_free (self);
}

const SpilEntity *
spil_query_get_entity (SpilQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->entity;
}

void
spil_query_where (SpilQuery *self, int field, SpilCompare compare, const SpilValue *value)
{
  SpilCondition condition = { .field = field, .compare = compare };

  g_return_if_fail (self != NULL && value != NULL);
  // Also for its assertion that there is such a field.
  g_return_if_fail (spil_entity_field (self->entity, field) != NULL);

  condition.value = spil_value_copy (value);
  g_array_append_val (self->conditions, condition);
}

void
spil_query_where_integer (SpilQuery *self, int field, SpilCompare compare, int64_t integer)
{
  SpilValue value = spil_value_integer (integer);

  spil_query_where (self, field, compare, &value);
}

void
spil_query_where_reference (SpilQuery *self, int field, SpilId id)
{
  SpilValue value = spil_id_is_nil (id) ? SPIL_VALUE_INIT : spil_value_id (id);

  spil_query_where (self, field, SPIL_COMPARE_EQUAL, &value);
}

void
spil_query_leave_out_merged (SpilQuery *self)
{
  g_return_if_fail (self != NULL);

  self->heads = TRUE;
}

void
spil_query_search (SpilQuery *self, const char *text)
{
  g_return_if_fail (self != NULL);

  g_free (self->search);
  self->search = text != NULL ? spil_search_make_match (text) : NULL;
}

void
spil_query_sort (SpilQuery *self, int field, gboolean descending)
{
  SpilSort sort = { .field = field, .descending = descending };

  g_return_if_fail (self != NULL);
  g_return_if_fail (spil_entity_field (self->entity, field) != NULL);

  g_array_append_val (self->sorts, sort);
}

void
spil_query_sort_by_age (SpilQuery *self)
{
  g_return_if_fail (self != NULL);

  self->by_age = TRUE;
}

void
spil_query_window (SpilQuery *self, int64_t offset, int64_t limit)
{
  g_return_if_fail (self != NULL && offset >= 0 && limit >= 0);

  self->offset = offset;
  self->limit = limit;
}
