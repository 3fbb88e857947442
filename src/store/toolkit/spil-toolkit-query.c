// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-toolkit-query.h"

#include "spil-entity.h"
#include "spil-norm-query.h"
#include "spil-read.h"

/* Columns from @column on: weeks, uses a week, rule, weeks of extension, credit, VAT. */
#define RULES_SQL "i.weeks, i.uses_a_week, i.use_rule, i.extension_weeks, i.credit, i.vat"

static SpilTrialRules
get_rules (SpilStatement *row, int column)
{
  return (SpilTrialRules) {
    .weeks = spil_get_int (row, column),
    .uses_a_week = spil_get_int (row, column + 1),
    .use_rule = spil_get_int (row, column + 2),
    .extension_weeks = spil_get_int (row, column + 3),
    .has_credit = !spil_statement_is_null (row, column + 4),
    .credit = spil_get_money (row, column + 4, column + 5),
  };
}

static gpointer
make_instrument (SpilStatement *row, gpointer user_data)
{
  SpilInstrumentRow *self = g_new0 (SpilInstrumentRow, 1);

  self->id = spil_statement_get_id (row, 0);
  self->name = g_strdup (spil_statement_get_text (row, 1));
  self->kind = spil_get_int (row, 2);
  self->letter = spil_get_text (row, 3);
  self->has_tariff = !spil_statement_is_null (row, 4);
  self->tariff = spil_get_money (row, 4, 10);
  self->rules = get_rules (row, 5);
  self->places = spil_get_int (row, 11);
  self->period_every_weeks = spil_get_int (row, 12);
  self->conditions = spil_get_text (row, 13);
  return self;
}

void
spil_instrument_row_free (SpilInstrumentRow *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->letter);
  g_free (self->conditions);
  g_free (self);
}

/* Columns: instrument, state, offers, participants, expected avoidances. */
static gboolean
take_offers (SpilStatement *row, gpointer user_data)
{
  SpilId id = spil_statement_get_id (row, 0);
  SpilInstrumentRow *instrument = g_hash_table_lookup (user_data, &id);
  int state = spil_get_int (row, 1);

  if (instrument == NULL || state < 0 || state >= (int) G_N_ELEMENTS (instrument->offers))
    return TRUE;
  instrument->offers[state] += spil_statement_get_integer (row, 2);
  instrument->participants += spil_statement_get_integer (row, 3);
  instrument->expected += spil_statement_get_integer (row, 4);
  return TRUE;
}

GPtrArray *
spil_toolkit_query_instruments (SpilStore *store, GError **error)
{
  static const char instruments_sql[] =
      "SELECT i.id, i.name, i.kind, i.letter, i.tariff, " RULES_SQL
      ", i.participants, i.period_every_weeks, i.conditions FROM instrument i"
      " WHERE i.dead = 0 AND i.programme = ?1 ORDER BY i.\"order\" IS NULL, i.\"order\", i.row";
  static const char offers_sql[] =
      "SELECT instrument, state, count(*), sum (participants), sum (expected_avoidances) FROM offer"
      " WHERE dead = 0 AND programme = ?1 GROUP BY instrument, state";
  g_autoptr (GHashTable) index = NULL;
  g_autoptr (GPtrArray) instruments = spil_read_all (store, instruments_sql, NULL, 0, make_instrument, NULL,
                                                     (GDestroyNotify) spil_instrument_row_free, error);

  if (instruments == NULL)
    return NULL;
  index = spil_index_rows (instruments);
  if (!spil_read_each (store, offers_sql, NULL, 0, take_offers, index, error))
    return NULL;
  return g_steal_pointer (&instruments);
}

static void
free_participation (gpointer data)
{
  SpilParticipationRow *self = data;

  g_free (self->pseudonym);
  g_free (self->organisation_name);
  g_free (self);
}

// What trial periods are read with.
typedef struct
{
  SpilDay today;
  int horizon; /**< days to look ahead for decisions */
  GHashTable *index; /**< of SpilCohortRow, by id */
} Reading;

static gpointer
make_cohort (SpilStatement *row, gpointer user_data)
{
  const Reading *reading = user_data;
  SpilCohortRow *self = g_new0 (SpilCohortRow, 1);

  self->id = spil_statement_get_id (row, 0);
  self->name = spil_get_text (row, 1);
  self->offer = spil_statement_get_id (row, 2);
  self->instrument_name = g_strdup (spil_statement_get_text (row, 3));
  self->organisation = spil_statement_get_id (row, 4);
  self->organisation_name = spil_get_text (row, 5);
  self->start = spil_get_day (row, 6);
  self->places = (int) spil_get_number (row, 7, -1);
  self->rules = get_rules (row, 8);
  self->instrument = spil_statement_get_id (row, 14);
  self->area_name = spil_get_text (row, 15);
  self->decide_on = spil_trial_decide_on (&self->rules, self->start);
  self->stake = spil_trial_stake (&self->rules, self->start, reading->today, reading->horizon);
  self->at_stake = self->spent = spil_money (0, self->rules.credit.vat);
  self->participations = g_ptr_array_new_with_free_func (free_participation);
  return self;
}

void
spil_cohort_row_free (SpilCohortRow *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->instrument_name);
  g_free (self->organisation_name);
  g_free (self->area_name);
  g_ptr_array_unref (self->participations);
  g_free (self);
}

static void
add_participation (SpilCohortRow *cohort, SpilParticipationRow *participation)
{
  SpilTrialOutcome outcome = participation->figures.outcome;

  g_ptr_array_add (cohort->participations, participation);
  cohort->n_earned += outcome == SPIL_TRIAL_EARNED;
  cohort->n_not_earned += outcome == SPIL_TRIAL_NOT_EARNED;
  cohort->n_open += outcome == SPIL_TRIAL_OPEN;
  cohort->n_extended += participation->extended;
  cohort->n_to_decide += outcome == SPIL_TRIAL_EARNED && !participation->extended;
  cohort->n_keeps += participation->keeps_travelling == SPIL_ANSWER_YES;
  cohort->n_asked += participation->keeps_travelling == SPIL_ANSWER_YES ||
                     participation->keeps_travelling == SPIL_ANSWER_NO;
  cohort->at_stake.cents += participation->figures.at_stake.cents;
  cohort->spent.cents += participation->credit_spent.cents;
  spil_trial_ledger_add (&cohort->ledger, &participation->figures, cohort->stake, participation->extended,
                         participation->credit_spent.cents, participation->keeps_travelling);
}

/* Columns: cohort, id, pseudonym, extended, keeps travelling, credit spent, the uses of each week, organisation. */
static gboolean
take_participation (SpilStatement *row, gpointer user_data)
{
  SpilId id = spil_statement_get_id (row, 0);
  const Reading *reading = user_data;
  SpilCohortRow *cohort = g_hash_table_lookup (reading->index, &id);
  SpilParticipationRow *self;

  if (cohort == NULL)
    return TRUE;
  self = g_new0 (SpilParticipationRow, 1);
  self->id = spil_statement_get_id (row, 1);
  self->pseudonym = g_strdup (spil_statement_get_text (row, 2));
  self->extended = spil_statement_get_integer (row, 3) != 0;
  self->keeps_travelling = spil_get_int (row, 4);
  self->has_credit_spent = !spil_statement_is_null (row, 5);
  self->credit_spent = spil_money (spil_statement_get_integer (row, 5), cohort->rules.credit.vat);
  for (int week = 0; week < SPIL_TRIAL_MAX_WEEKS; week++)
    self->uses[week] = (int) spil_get_number (row, 6 + week, -1);
  self->organisation = spil_statement_get_id (row, 6 + SPIL_TRIAL_MAX_WEEKS);
  self->organisation_name = spil_get_text (row, 7 + SPIL_TRIAL_MAX_WEEKS);
  self->figures = spil_trial_extension (&cohort->rules, self->uses, self->extended);
  add_participation (cohort, self);
  return TRUE;
}

// Of a cohort c with its offer f.
#define WHERE_SQL \
  "c.programme = ?1 AND (?2 IS NULL OR c.id = ?2) AND (?3 IS NULL OR c.offer = ?3)" \
  " AND (?4 IS NULL OR f.instrument = ?4)"

GPtrArray *
spil_toolkit_query_periods (SpilStore *store, const SpilCohortFilter *filter, GError **error)
{
  static const char cohorts_sql[] =
      "SELECT c.id, c.name, c.offer, i.name, o.id, o.name, c.start, c.places, " RULES_SQL
      ", f.instrument, a.name FROM cohort c LEFT JOIN offer f ON f.id = c.offer"
      " LEFT JOIN instrument i ON i.id = f.instrument LEFT JOIN organisation o ON o.id = " SPIL_HEAD_SQL (
          "f.organisation") ""
                            " LEFT JOIN area a ON a.id = f.area WHERE c.dead = 0 AND " WHERE_SQL
                            " ORDER BY c.start DESC, c.row DESC";
  static const char participations_sql[] =
      "SELECT p.cohort, p.id, p.pseudonym, p.extended, p.keeps_travelling, p.credit_spent, p.week_1, p.week_2,"
      " p.week_3, p.week_4, p.week_5, p.week_6, p.week_7, p.week_8, o.id, o.name FROM participation p"
      " JOIN cohort c ON c.id = p.cohort LEFT JOIN offer f ON f.id = c.offer"
      " LEFT JOIN organisation o ON o.id = " SPIL_HEAD_SQL (
          "p.organisation") ""
                            " WHERE p.dead = 0 AND " WHERE_SQL " ORDER BY p.pseudonym, p.row";
  const SpilGiven given[] = { SPIL_GIVE_ID (filter->cohort), SPIL_GIVE_ID (filter->offer),
                              SPIL_GIVE_ID (filter->instrument) };
  Reading reading = { .today = spil_day_today () };
  g_autoptr (GHashTable) index = NULL;
  g_autoptr (GPtrArray) cohorts = NULL;
  SpilNorms norms;

  if (!spil_norm_query (store, &norms, error))
    return NULL;
  reading.horizon = spil_norms_get_whole (&norms, SPIL_NORM_TRIAL_HORIZON);
  cohorts = spil_read_all (store, cohorts_sql, given, G_N_ELEMENTS (given), make_cohort, &reading,
                           (GDestroyNotify) spil_cohort_row_free, error);
  if (cohorts == NULL)
    return NULL;
  index = spil_index_rows (cohorts);
  reading.index = index;
  if (!spil_read_each (store, participations_sql, given, G_N_ELEMENTS (given), take_participation, &reading,
                       error))
    return NULL;
  return g_steal_pointer (&cohorts);
}

GPtrArray *
spil_toolkit_query_cohorts (SpilStore *store, SpilId offer, GError **error)
{
  return spil_toolkit_query_periods (store, &(SpilCohortFilter) { .offer = offer }, error);
}

static gpointer
make_text (SpilStatement *row, gpointer user_data)
{
  return g_strdup (spil_statement_get_text (row, 0));
}

GPtrArray *
spil_toolkit_query_pseudonyms (SpilStore *store, SpilId instrument, GError **error)
{
  static const char sql[] =
      "SELECT p.pseudonym FROM participation p JOIN cohort c ON c.id = p.cohort"
      " JOIN offer f ON f.id = c.offer"
      " WHERE p.dead = 0 AND p.programme = ?1 AND f.instrument = ?2 AND p.pseudonym IS NOT NULL";
  const SpilGiven given[] = { SPIL_GIVE_ID (instrument) };

  return spil_read_all (store, sql, given, G_N_ELEMENTS (given), make_text, NULL, g_free, error);
}
