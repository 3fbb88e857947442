// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-fund-query.h"

#include "spil-entity.h"
#include "spil-norm-query.h"
#include "spil-read.h"

/* Columns from @column on: ceiling, VAT, own share, ceiling per application, opens, closes, other is own. */
static SpilFundTerms
get_terms (SpilStatement *row, int column)
{
  return (SpilFundTerms) {
    .has_ceiling = !spil_statement_is_null (row, column),
    .ceiling = spil_get_money (row, column, column + 1),
    .has_own_share = !spil_statement_is_null (row, column + 2),
    .own_share = spil_statement_get_integer (row, column + 2),
    .has_application_ceiling = !spil_statement_is_null (row, column + 3),
    .application_ceiling = spil_get_money (row, column + 3, column + 1),
    .opens = spil_get_day (row, column + 4),
    .closes = spil_get_day (row, column + 5),
    .other_is_own = spil_statement_get_integer (row, column + 6) != 0,
  };
}

static gpointer
make_scheme (SpilStatement *row, gpointer user_data)
{
  SpilFundSchemeRow *self = g_new0 (SpilFundSchemeRow, 1);
  SpilMoney nothing;

  self->id = spil_statement_get_id (row, 0);
  self->name = g_strdup (spil_statement_get_text (row, 1));
  self->application_ceiling_source = spil_get_text (row, 2);
  self->terms = get_terms (row, 3);
  self->has_room = self->terms.has_ceiling;
  nothing = spil_money (0, self->terms.ceiling.vat);
  self->taken = self->paid = self->pipeline = self->room = nothing;
  return self;
}

void
spil_fund_scheme_row_free (SpilFundSchemeRow *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->application_ceiling_source);
  g_free (self);
}

/* Columns: state, awarded, VAT, settled, whether each is known. */
static SpilMoney
get_taken (SpilStatement *row, int state, int awarded, int settled, int vat)
{
  return spil_fund_taken (spil_get_int (row, state), !spil_statement_is_null (row, awarded),
                          spil_get_money (row, awarded, vat), !spil_statement_is_null (row, settled),
                          spil_get_money (row, settled, vat));
}

typedef struct
{
  GHashTable *schemes; /* SpilId -> SpilFundSchemeRow */
  GHashTable *recent; /* SpilFundSchemeRow -> int64_t: cents awarded lately */
  SpilDay since; /* from this day on counts as lately; SPIL_DAY_NONE: nothing does */
  SpilDay day;
} Sums;

static void
add_recent (Sums *sums, SpilFundSchemeRow *scheme, SpilDay awarded_on, int64_t cents)
{
  int64_t *recent = g_hash_table_lookup (sums->recent, scheme);

  if (!spil_day_is_known (sums->since) || !spil_day_is_known (awarded_on) ||
      spil_day_compare (awarded_on, sums->since) < 0 || spil_day_compare (awarded_on, sums->day) > 0)
    return;
  if (recent == NULL) {
    recent = g_new0 (int64_t, 1);
    g_hash_table_insert (sums->recent, scheme, recent);
  }
  *recent += cents;
}

/* Adds one application to its scheme. Columns: scheme, state, awarded, settled, VAT, asked, awarded on, paid. */
static gboolean
add_application (SpilStatement *row, gpointer user_data)
{
  Sums *sums = user_data;
  SpilId id = spil_statement_get_id (row, 0);
  SpilFundSchemeRow *scheme = g_hash_table_lookup (sums->schemes, &id);
  SpilMoney taken = get_taken (row, 1, 2, 3, 4);

  if (scheme == NULL)
    return TRUE;
  scheme->n_applications++;
  if (taken.vat != scheme->taken.vat) {
    scheme->left_out++;
    return TRUE;
  }
  scheme->taken.cents += taken.cents;
  scheme->paid.cents += spil_statement_get_integer (row, 7);
  if (spil_fund_is_pipeline (spil_get_int (row, 1))) {
    scheme->n_pipeline++;
    scheme->pipeline.cents += spil_statement_get_integer (row, 5);
  }
  add_recent (sums, scheme, spil_get_day (row, 6), taken.cents);
  return TRUE;
}

/* What was paid on an application: a refund comes back, however it was signed. ?2 is the kind of a refund. */
#define PAID_SQL                                                                                             \
  "(SELECT sum (iif (p.kind = ?2, -abs (p.amount), p.amount)) FROM payment p"                                \
  " WHERE p.application = a.id AND p.dead = 0)"

static void
finish_scheme (SpilFundSchemeRow *scheme, const Sums *sums, int recent_days)
{
  const int64_t *recent = g_hash_table_lookup (sums->recent, scheme);

  if (!scheme->has_room)
    return;
  scheme->room.cents = scheme->terms.ceiling.cents - scheme->taken.cents;
  scheme->exhaustion = spil_fund_exhaustion (scheme->room, scheme->pipeline,
                                             spil_money (recent != NULL ? *recent : 0, scheme->room.vat),
                                             recent_days, sums->day);
}

GPtrArray *
spil_fund_query_schemes (SpilStore *store, SpilDay day, GError **error)
{
  static const char schemes_sql[] =
      "SELECT id, name, application_ceiling_source, ceiling, vat, own_share, application_ceiling, opens, closes,"
      " other_is_own FROM scheme WHERE dead = 0 AND programme = ?1 ORDER BY name, row";
  static const char applications_sql[] =
      "SELECT a.scheme, a.state, a.awarded, a.settled, a.vat, a.asked, a.awarded_on, " PAID_SQL
      " FROM application a WHERE a.dead = 0 AND a.programme = ?1";
  const SpilGiven parameters[] = { SPIL_GIVE_INTEGER (SPIL_PAYMENT_KIND_REFUND) };
  g_autoptr (GHashTable) index = NULL;
  g_autoptr (GHashTable) recent = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GPtrArray) schemes = spil_read_all (store, schemes_sql, NULL, 0, make_scheme, NULL,
                                                 (GDestroyNotify) spil_fund_scheme_row_free, error);
  SpilNorms norms;
  Sums sums;
  int days;

  if (schemes == NULL || !spil_norm_query (store, &norms, error))
    return NULL;
  days = spil_norms_get_whole (&norms, SPIL_NORM_FUND_PACE_DAYS);
  index = spil_index_rows (schemes);
  sums = (Sums) { index, recent, days > 0 ? spil_day_add (day, 1 - days) : SPIL_DAY_NONE, day };
  if (!spil_read_each (store, applications_sql, parameters, G_N_ELEMENTS (parameters), add_application, &sums,
                       error))
    return NULL;
  for (guint i = 0; i < schemes->len; i++)
    finish_scheme (schemes->pdata[i], &sums, days);
  return g_steal_pointer (&schemes);
}

#define APPLICATIONS_SQL                                                                                     \
  "SELECT a.id, a.scheme, o.id, o.name, a.measures, a.state, a.received, a.complete, a.vat, a.cost, a.own,"  \
  " a.other, a.asked, a.awarded, a.awarded_on, a.settled, a.settled_cost, a.expected_avoidances, " PAID_SQL      \
  " FROM application a LEFT JOIN organisation o ON o.id = " SPIL_HEAD_SQL ("a.organisation") " WHERE a.dead = 0 AND a.programme = ?1"

/* The highest award: what the application holds itself leaves room for it. */
static void
work_out_award (SpilFundApplicationRow *self, GHashTable *schemes)
{
  const SpilFundSchemeRow *scheme = g_hash_table_lookup (schemes, &self->scheme);
  SpilFundCase application = { .has_cost = self->has_cost || self->has_settled_cost,
                               .cost = self->has_settled_cost ? self->settled_cost : self->cost,
                               .other = self->other,
                               .asked = self->asked };
  SpilMoney own, room;

  if (scheme == NULL)
    return;
  own = spil_fund_taken (self->state, self->has_awarded, self->awarded, self->has_settled, self->settled);
  room = spil_money (scheme->room.cents + (own.vat == scheme->room.vat ? own.cents : 0), scheme->room.vat);
  self->award = spil_fund_highest_award (&scheme->terms, &application, scheme->has_room ? &room : NULL);
}

static gpointer
make_application (SpilStatement *row, gpointer user_data)
{
  SpilFundApplicationRow *self = g_new0 (SpilFundApplicationRow, 1);

  self->id = spil_statement_get_id (row, 0);
  self->scheme = spil_statement_get_id (row, 1);
  self->organisation = spil_statement_get_id (row, 2);
  self->organisation_name = g_strdup (spil_statement_get_text (row, 3));
  self->measures = spil_get_text (row, 4);
  self->state = spil_get_int (row, 5);
  self->received = spil_get_day (row, 6);
  self->complete = spil_get_day (row, 7);
  self->has_cost = !spil_statement_is_null (row, 9);
  self->cost = spil_get_money (row, 9, 8);
  self->has_own = !spil_statement_is_null (row, 10);
  self->own = spil_get_money (row, 10, 8);
  self->other = spil_get_money (row, 11, 8);
  self->has_asked = !spil_statement_is_null (row, 12);
  self->asked = spil_get_money (row, 12, 8);
  self->has_awarded = !spil_statement_is_null (row, 13);
  self->awarded = spil_get_money (row, 13, 8);
  self->awarded_on = spil_get_day (row, 14);
  self->has_settled = !spil_statement_is_null (row, 15);
  self->settled = spil_get_money (row, 15, 8);
  self->has_settled_cost = !spil_statement_is_null (row, 16);
  self->settled_cost = spil_get_money (row, 16, 8);
  self->has_avoidances = !spil_statement_is_null (row, 17);
  self->avoidances = spil_statement_get_integer (row, 17);
  self->paid = spil_get_money (row, 18, 8);
  work_out_award (self, user_data);
  return self;
}

void
spil_fund_application_row_free (SpilFundApplicationRow *self)
{
  if (self == NULL)
    return;
  g_free (self->organisation_name);
  g_free (self->measures);
  g_free (self);
}

static GPtrArray *
query_applications (SpilStore *store, const char *sql, SpilId of, GError **error)
{
  const SpilGiven parameters[] = { SPIL_GIVE_INTEGER (SPIL_PAYMENT_KIND_REFUND), SPIL_GIVE_ID (of) };
  g_autoptr (GPtrArray) schemes = spil_fund_query_schemes (store, spil_day_today (), error);
  g_autoptr (GHashTable) index = NULL;

  if (schemes == NULL)
    return NULL;
  index = spil_index_rows (schemes);
  return spil_read_all (store, sql, parameters, G_N_ELEMENTS (parameters), make_application, index,
                        (GDestroyNotify) spil_fund_application_row_free, error);
}

GPtrArray *
spil_fund_query_applications (SpilStore *store, SpilId scheme, GError **error)
{
  static const char sql[] = APPLICATIONS_SQL
      " AND (?3 IS NULL OR a.scheme = ?3) ORDER BY a.received IS NULL, a.received, a.row";

  return query_applications (store, sql, scheme, error);
}

GPtrArray *
spil_fund_query_organisation (SpilStore *store, SpilId organisation, GError **error)
{
  static const char sql[] = APPLICATIONS_SQL
      " AND a.organisation IN " SPIL_ALIASES_SQL ("?3") " ORDER BY a.received IS NULL, a.received, a.row";

  return query_applications (store, sql, organisation, error);
}
