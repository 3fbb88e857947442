// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-fund-query.h"

#include "spil-read.h"

/* Columns: requirement, name, step, answer, its date, its notes. */
static gpointer
make_requirement (SpilStatement *row, gpointer user_data)
{
  SpilRequirementRow *self = g_new0 (SpilRequirementRow, 1);

  self->id = spil_statement_get_id (row, 0);
  self->name = g_strdup (spil_statement_get_text (row, 1));
  self->step = spil_get_int (row, 2);
  self->answer = spil_get_int (row, 3);
  self->date = spil_get_day (row, 4);
  self->notes = spil_get_text (row, 5);
  return self;
}

void
spil_requirement_row_free (SpilRequirementRow *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->notes);
  g_free (self);
}

GPtrArray *
spil_fund_query_requirements (SpilStore *store, SpilId application, GError **error)
{
  static const char sql[] =
      "SELECT q.id, q.name, q.step, k.answer, k.date, k.notes FROM application a"
      " JOIN requirement q ON q.scheme = a.scheme AND q.dead = 0 LEFT JOIN requirement_check k ON k.id ="
      " (SELECT id FROM requirement_check WHERE dead = 0 AND application = a.id AND requirement = q.id"
      " ORDER BY date DESC, id DESC LIMIT 1)"
      " WHERE a.id = ?2 AND a.dead = 0 ORDER BY q.step, q.\"order\", q.id";
  const SpilGiven parameters[] = { SPIL_GIVE_ID (application) };

  return spil_read_all (store, sql, parameters, G_N_ELEMENTS (parameters), make_requirement, NULL,
                        (GDestroyNotify) spil_requirement_row_free, error);
}

static gpointer
make_ground (SpilStatement *row, gpointer user_data)
{
  SpilRefusalGroundRow *self = g_new0 (SpilRefusalGroundRow, 1);

  self->id = spil_statement_get_id (row, 0);
  self->name = g_strdup (spil_statement_get_text (row, 1));
  self->rule = spil_get_text (row, 2);
  return self;
}

void
spil_refusal_ground_row_free (SpilRefusalGroundRow *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->rule);
  g_free (self);
}

GPtrArray *
spil_fund_query_grounds (SpilStore *store, SpilId scheme, GError **error)
{
  static const char sql[] = "SELECT id, name, rule FROM refusal_ground WHERE dead = 0 AND scheme = ?2"
                            " ORDER BY \"order\", id";
  const SpilGiven parameters[] = { SPIL_GIVE_ID (scheme) };

  return spil_read_all (store, sql, parameters, G_N_ELEMENTS (parameters), make_ground, NULL,
                        (GDestroyNotify) spil_refusal_ground_row_free, error);
}

/* Columns: item, name, estimated, settled, VAT, does not count, has another VAT note, notes. */
static gpointer
make_cost (SpilStatement *row, gpointer user_data)
{
  SpilCostItemRow *self = g_new0 (SpilCostItemRow, 1);

  self->id = spil_statement_get_id (row, 0);
  self->name = g_strdup (spil_statement_get_text (row, 1));
  self->has_estimated = !spil_statement_is_null (row, 2);
  self->estimated = spil_get_money (row, 2, 4);
  self->has_settled = !spil_statement_is_null (row, 3);
  self->settled = spil_get_money (row, 3, 4);
  self->excluded = spil_statement_get_integer (row, 5) != 0;
  self->other_vat = spil_statement_get_integer (row, 6) != 0;
  self->notes = spil_get_text (row, 7);
  return self;
}

void
spil_cost_item_row_free (SpilCostItemRow *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->notes);
  g_free (self);
}

GPtrArray *
spil_fund_query_costs (SpilStore *store, SpilId application, GError **error)
{
  static const char sql[] =
      "SELECT i.id, i.name, i.estimated, i.settled, i.vat, i.excluded, i.vat IS NOT a.vat, i.notes"
      " FROM cost_item i JOIN application a ON a.id = i.application"
      " WHERE i.dead = 0 AND i.application = ?2 ORDER BY i.id";
  const SpilGiven parameters[] = { SPIL_GIVE_ID (application) };

  return spil_read_all (store, sql, parameters, G_N_ELEMENTS (parameters), make_cost, NULL,
                        (GDestroyNotify) spil_cost_item_row_free, error);
}
