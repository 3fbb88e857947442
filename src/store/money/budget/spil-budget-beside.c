// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-budget-private.h"
#include "spil-budget-query.h"
#include "spil-entity.h"

/* What stands beside a budget: the version before it, and what others bring. */

/* Columns: line, number, name, PM, before, after, VAT, whether each is there, outside. */
static gpointer
make_change (SpilStatement *row, gpointer user_data)
{
  SpilBudgetChangeRow *self = g_new0 (SpilBudgetChangeRow, 1);

  self->line = spil_statement_get_id (row, 0);
  self->number = spil_get_int (row, 1);
  self->name = g_strdup (spil_statement_get_text (row, 2));
  self->pm = spil_get_int (row, 3) != 0;
  self->before = spil_get_money (row, 4, 6);
  self->after = spil_get_money (row, 5, 7);
  self->only_before = spil_get_int (row, 8) != 0;
  self->only_after = spil_get_int (row, 9) != 0;
  self->outside = spil_get_int (row, 10) != 0;
  return self;
}

void
spil_budget_change_row_free (SpilBudgetChangeRow *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self);
}

#define BASE_SQL                                                                                             \
  "(SELECT coalesce (v.replaces, (SELECT w.id FROM budget_version w WHERE w.programme = v.programme"          \
  " AND w.year IS v.year AND w.dead = 0 AND w.withdrawn IS NULL AND (v.date IS NULL OR w.date < v.date)"      \
  " AND w.date IS NOT NULL AND w.id <> v.id ORDER BY w.date DESC, w.born_time DESC, w.id DESC LIMIT 1))"      \
  " FROM budget_version v WHERE v.id = ?2)"

GPtrArray *
spil_budget_query_changes (SpilStore *store, SpilId version, GError **error)
{
  static const char sql[] =
      "SELECT coalesce (a.id, b.id), coalesce (a.number, b.number) AS number, coalesce (a.name, b.name),"
      " CASE WHEN a.id IS NULL THEN b.pm ELSE a.pm END, CASE WHEN b.pm IS NOT 1 THEN b.amount END, CASE WHEN a.pm IS NOT 1 THEN a.amount END,"
      " coalesce (b.vat, a.vat), coalesce (a.vat, b.vat), a.id IS NULL, b.id IS NULL,"
      " CASE WHEN a.id IS NULL THEN b.outside ELSE a.outside END"
      " FROM (SELECT * FROM budget_line WHERE version = ?2 AND dead = 0) a"
      " FULL JOIN (SELECT * FROM budget_line WHERE version = " BASE_SQL
      " AND dead = 0) b ON b.number = a.number"
      " ORDER BY number";
  const SpilGiven parameters[] = { SPIL_GIVE_ID (version) };

  return spil_read_all (store, sql, parameters, G_N_ELEMENTS (parameters), make_change, NULL,
                        (GDestroyNotify) spil_budget_change_row_free, error);
}

/* Columns: line, number, its name, organisation, its name, name, promised, received, VAT, application, its own row. */
static gpointer
make_cofinancing (SpilStatement *row, gpointer user_data)
{
  SpilCofinancingRow *self = g_new0 (SpilCofinancingRow, 1);

  self->line = spil_statement_get_id (row, 0);
  self->number = spil_get_int (row, 1);
  self->line_name = g_strdup (spil_statement_get_text (row, 2));
  self->organisation = spil_statement_get_id (row, 3);
  self->organisation_name = spil_get_text (row, 4);
  self->name = spil_get_text (row, 5);
  self->promised = spil_get_money (row, 6, 8);
  self->received = spil_get_money (row, 7, 8);
  self->application = spil_statement_get_id (row, 9);
  self->id = spil_statement_get_id (row, 10);
  return self;
}

void
spil_cofinancing_row_free (SpilCofinancingRow *self)
{
  if (self == NULL)
    return;
  g_free (self->line_name);
  g_free (self->organisation_name);
  g_free (self->name);
  g_free (self);
}

/* From the award on: 5 awarded, 8 advance paid, 9 accounted for, 10 settled, 11 paid. */
G_STATIC_ASSERT (SPIL_APPLICATION_STATE_AWARDED == 5 && SPIL_APPLICATION_STATE_ADVANCED == 8 &&
                 SPIL_APPLICATION_STATE_ACCOUNTED == 9 && SPIL_APPLICATION_STATE_SETTLED == 10 &&
                 SPIL_APPLICATION_STATE_PAID == 11);

/* Where the own contribution is not stated it is what the award and other subsidies leave of the cost. */
#define OWN_SQL                                                                                              \
  "coalesce (a.own, max (0, coalesce (a.cost, 0) - coalesce (a.other, 0) - coalesce (a.awarded, 0)))"
#define APPLICATIONS_SQL                                                                                     \
  "SELECT s.line AS on_line, a.organisation AS organisation, a.measures AS name,"                             \
  " " OWN_SQL " + coalesce (a.other, 0) AS promised,"                                                        \
  " CASE WHEN a.state >= 10 THEN a.settled_cost - a.settled END AS received, a.vat AS vat, a.id AS application, a.id AS id" \
  " FROM application a JOIN scheme s ON s.id = a.scheme AND s.dead = 0"                                      \
  " WHERE a.dead = 0 AND a.programme = ?1 AND a.state IN (5, 8, 9, 10, 11)"

GPtrArray *
spil_budget_query_cofinancing (SpilStore *store, SpilId version, GError **error)
{
  static const char sql[] =
      "SELECT coalesce (h.id, l.id), l.number, coalesce (h.name, l.name), o.id, o.name, f.name, f.promised,"
      " f.received, f.vat, f.application, f.id FROM (SELECT line AS on_line, organisation, name, promised, received, vat,"
      " NULL AS application, id FROM cofinancing WHERE dead = 0 AND programme = ?1 UNION ALL " APPLICATIONS_SQL
      ") f JOIN budget_line l ON l.id = f.on_line AND l.id IN (" SPIL_BUDGET_LINES_SQL ")"
      " LEFT JOIN budget_line h ON h.version = ?2 AND h.number = l.number AND h.dead = 0"
      " LEFT JOIN organisation o ON o.id = " SPIL_HEAD_SQL (
          "f.organisation") " ORDER BY l.number, f.application IS NOT NULL, f.promised DESC, f.name";
  const SpilGiven parameters[] = { SPIL_GIVE_ID (version), SPIL_GIVE_NULL };

  return spil_read_all (store, sql, parameters, G_N_ELEMENTS (parameters), make_cofinancing, NULL,
                        (GDestroyNotify) spil_cofinancing_row_free, error);
}
