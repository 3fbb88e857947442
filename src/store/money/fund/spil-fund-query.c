// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-fund-private.h"

#include "spil-entity.h"
#include "spil-norm-query.h"
#include "spil-read.h"
#include "spil-store-private.h"

/* The columns of an application, as take_texts(), take_days() and take_figures() read them. */
static const char applications_sql[] =
    "SELECT a.id, a.scheme, o.id, a.contact, a.refusal, a.decision, a.state," /* 0 - 6 */
    " o.name, a.measures, a.number, p.name, g.name, g.rule, a.refusal_reason, a.withdrawal_reason," /* 7 - 14 */
    " a.realised_source," /* 15 */
    " a.received, a.complete, a.awarded_on, a.ends, a.refused_on, a.withdrawn_on, a.accounted_on," /* 16 - 22 */
    " a.settled_on, a.vat, a.cost, a.own, a.other, a.asked, a.awarded, a.settled, a.settled_cost," /* 23 - 31 */
    " a.settled_other, a.expected_avoidances, a.expected_co2, a.realised_avoidances, a.realised_co2" /* 32 - 36 */
    " FROM application a LEFT JOIN organisation o ON o.id = " SPIL_HEAD_SQL (
        "a.organisation") " LEFT JOIN person p ON p.id = a.contact AND p.dead = 0"
                          " LEFT JOIN refusal_ground g ON g.id = a.refusal"
                          " WHERE a.dead = 0 AND a.programme = ?1 ORDER BY a.received IS NULL, a.received, a.id";

static void
take_texts (SpilFundApplicationRow *self, SpilStatement *row)
{
  self->id = spil_statement_get_id (row, 0);
  self->scheme = spil_statement_get_id (row, 1);
  self->organisation = spil_statement_get_id (row, 2);
  self->contact = spil_statement_get_id (row, 3);
  self->refusal = spil_statement_get_id (row, 4);
  self->decision = spil_statement_get_id (row, 5);
  self->state = spil_get_int (row, 6);
  self->organisation_name = g_strdup (spil_statement_get_text (row, 7));
  self->measures = spil_get_text (row, 8);
  self->number = spil_get_text (row, 9);
  self->contact_name = spil_get_text (row, 10);
  self->refusal_name = spil_get_text (row, 11);
  self->refusal_rule = spil_get_text (row, 12);
  self->refusal_reason = spil_get_text (row, 13);
  self->withdrawal_reason = spil_get_text (row, 14);
  self->realised_source = spil_get_text (row, 15);
}

static void
take_days (SpilFundApplicationRow *self, SpilStatement *row)
{
  self->received = spil_get_day (row, 16);
  self->complete = spil_get_day (row, 17);
  self->awarded_on = spil_get_day (row, 18);
  self->ends = spil_get_day (row, 19);
  self->refused_on = spil_get_day (row, 20);
  self->withdrawn_on = spil_get_day (row, 21);
  self->accounted_on = spil_get_day (row, 22);
  self->settled_on = spil_get_day (row, 23);
}

static gboolean
get_amount (SpilStatement *row, int column, SpilMoney *amount)
{
  *amount = spil_get_money (row, column, 24);
  return !spil_statement_is_null (row, column);
}

static gboolean
get_effect (SpilStatement *row, int column, int64_t *effect)
{
  *effect = spil_statement_get_integer (row, column);
  return !spil_statement_is_null (row, column);
}

static void
take_figures (SpilFundApplicationRow *self, SpilStatement *row)
{
  self->vat = (SpilVat) spil_get_int (row, 24);
  self->has_cost = get_amount (row, 25, &self->cost);
  self->has_own = get_amount (row, 26, &self->own);
  get_amount (row, 27, &self->other);
  self->has_asked = get_amount (row, 28, &self->asked);
  self->has_awarded = get_amount (row, 29, &self->awarded);
  self->has_settled = get_amount (row, 30, &self->settled);
  self->has_settled_cost = get_amount (row, 31, &self->settled_cost);
  self->has_settled_other = get_amount (row, 32, &self->settled_other);
  self->has_avoidances = get_effect (row, 33, &self->avoidances);
  self->has_co2 = get_effect (row, 34, &self->co2);
  self->has_realised_avoidances = get_effect (row, 35, &self->realised_avoidances);
  self->has_realised_co2 = get_effect (row, 36, &self->realised_co2);
  self->paid = self->advance_paid = spil_money (0, self->vat);
  self->commitment_stands = self->commitment_open = spil_money (0, self->vat);
  spil_fund_costs_init (&self->costs, self->vat);
}

static gpointer
make_application (SpilStatement *row, gpointer user_data)
{
  SpilFundApplicationRow *self = g_new0 (SpilFundApplicationRow, 1);

  take_texts (self, row);
  take_days (self, row);
  take_figures (self, row);
  return self;
}

void
spil_fund_application_row_free (SpilFundApplicationRow *self)
{
  if (self == NULL)
    return;
  g_free (self->organisation_name);
  g_free (self->measures);
  g_free (self->number);
  g_free (self->contact_name);
  g_free (self->refusal_name);
  g_free (self->refusal_rule);
  g_free (self->refusal_reason);
  g_free (self->withdrawal_reason);
  g_free (self->realised_source);
  g_free (self);
}

void
spil_fund_book_free (SpilFundBook *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->applications, g_ptr_array_unref);
  g_clear_pointer (&self->schemes, g_ptr_array_unref);
  g_free (self);
}

SpilFundBook *
spil_fund_book_read (SpilStore *store, SpilDay day, GError **error)
{
  g_autoptr (SpilFundBook) self = g_new0 (SpilFundBook, 1);

  self->day = day;
  if (!spil_norm_query (store, &self->norms, error))
    return NULL;
  self->schemes = spil_fund_read_schemes (store, day, error);
  if (self->schemes == NULL)
    return NULL;
  self->applications = spil_read_all (store, applications_sql, NULL, 0, make_application, NULL,
                                      (GDestroyNotify) spil_fund_application_row_free, error);
  if (self->applications == NULL || !spil_fund_read_parts (store, self->applications, error))
    return NULL;
  spil_fund_book_work_out (self);
  return g_steal_pointer (&self);
}

static gpointer
find (GPtrArray *rows, SpilId id)
{
  for (guint i = 0; i < rows->len; i++)
    if (spil_id_equal (*(const SpilId *) rows->pdata[i], id))
      return rows->pdata[i];
  return NULL;
}

SpilFundSchemeRow *
spil_fund_book_find_scheme (SpilFundBook *self, SpilId scheme)
{
  return find (self->schemes, scheme);
}

SpilFundApplicationRow *
spil_fund_book_find_application (SpilFundBook *self, SpilId application)
{
  return find (self->applications, application);
}

GPtrArray *
spil_fund_query_schemes (SpilStore *store, SpilDay day, GError **error)
{
  g_autoptr (SpilFundBook) book = spil_fund_book_read (store, day, error);

  return book != NULL ? g_steal_pointer (&book->schemes) : NULL;
}

typedef enum
{
  BY_SCHEME,
  BY_ORGANISATION,
  BY_ID,
} By;

/* The applications of the book by @by, or all for nil. */
static GPtrArray *
query_by (SpilStore *store, By by, SpilId of, GError **error)
{
  g_autoptr (SpilFundBook) book = spil_fund_book_read (store, spil_day_today (), error);
  g_autoptr (GPtrArray) rows = NULL;

  if (book == NULL)
    return NULL;
  rows = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_fund_application_row_free);
  for (guint i = 0; i < book->applications->len; i++) {
    SpilFundApplicationRow *row = book->applications->pdata[i];
    const SpilId is = by == BY_SCHEME ? row->scheme : by == BY_ORGANISATION ? row->organisation : row->id;

    if (!spil_id_is_nil (of) && !spil_id_equal (is, of))
      continue;
    g_ptr_array_add (rows, row);
    book->applications->pdata[i] = NULL;
  }
  return g_steal_pointer (&rows);
}

GPtrArray *
spil_fund_query_applications (SpilStore *store, SpilId scheme, GError **error)
{
  return query_by (store, BY_SCHEME, scheme, error);
}

GPtrArray *
spil_fund_query_organisation (SpilStore *store, SpilId organisation, GError **error)
{
  return query_by (store, BY_ORGANISATION, organisation, error);
}

SpilFundApplicationRow *
spil_fund_query_application (SpilStore *store, SpilId application, GError **error)
{
  g_autoptr (GPtrArray) rows = query_by (store, BY_ID, application, error);

  if (rows == NULL)
    return NULL;
  if (rows->len != 1) {
    spil_store_set_not_found (spil_entity (SPIL_ENTITY_APPLICATION), &application, error);
    return NULL;
  }
  return g_ptr_array_steal_index (rows, 0);
}
