// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-rules.h"

// A rule between rows: whether @row may be as it is, given the others.
typedef gboolean (*SpilRuleFunc) (SpilTransaction *transaction, const SpilRuledRow *row, GError **error);

typedef struct
{
  int entity;
  SpilRuleFunc check;
} SpilRule;

static const SpilRule rules[] = {
  { 0, NULL },
};

void
spil_ruled_row_free (gpointer data)
{
  SpilRuledRow *row = data;

  g_clear_object (&row->before);
  g_clear_object (&row->after);
  g_free (row);
}

static gboolean
has_rule (int entity)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    if (rules[i].entity == entity)
      return TRUE;
  return FALSE;
}

void
spil_rules_note (SpilTransaction *transaction, SpilRecord *before, SpilRecord *after)
{
  SpilRuledRow *row;

  if (!has_rule (spil_record_get_entity (after != NULL ? after : before)->number))
    return;
  row = g_new0 (SpilRuledRow, 1);
  row->before = before != NULL ? g_object_ref (before) : NULL;
  row->after = after != NULL ? g_object_ref (after) : NULL;
  g_ptr_array_add (transaction->ruled, row);
}

static gboolean
check_row (SpilTransaction *transaction, const SpilRuledRow *row, GError **error)
{
  int entity = spil_record_get_entity (row->after != NULL ? row->after : row->before)->number;

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    if (rules[i].entity == entity && !rules[i].check (transaction, row, error))
      return FALSE;
  return TRUE;
}

gboolean
spil_rules_check (SpilTransaction *transaction, GError **error)
{
  for (guint i = 0; i < transaction->ruled->len; i++)
    if (!check_row (transaction, g_ptr_array_index (transaction->ruled, i), error))
      return FALSE;
  return TRUE;
}

gboolean
spil_rules_check_all (SpilStore *store, GPtrArray *faults, GError **error)
{
  return TRUE;
}
