// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-toolkit-query.h"

#include "spil-entity.h"
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
  return self;
}

void
spil_instrument_row_free (SpilInstrumentRow *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->letter);
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
      "SELECT i.id, i.name, i.kind, i.letter, i.tariff, " RULES_SQL " FROM instrument i"
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

static gpointer
make_offer (SpilStatement *row, gpointer user_data)
{
  SpilOfferRow *self = g_new0 (SpilOfferRow, 1);

  self->id = spil_statement_get_id (row, 0);
  self->instrument = spil_statement_get_id (row, 1);
  self->instrument_name = g_strdup (spil_statement_get_text (row, 2));
  self->organisation = spil_statement_get_id (row, 3);
  self->area = spil_statement_get_id (row, 4);
  self->whom = spil_get_text (row, 5);
  self->state = spil_get_int (row, 6);
  self->start = spil_get_day (row, 7);
  self->end = spil_get_day (row, 8);
  self->participants = spil_get_number (row, 9, -1);
  self->expected = spil_get_number (row, 10, -1);
  self->notes = spil_get_text (row, 11);
  return self;
}

void
spil_offer_row_free (SpilOfferRow *self)
{
  if (self == NULL)
    return;
  g_free (self->instrument_name);
  g_free (self->whom);
  g_free (self->notes);
  g_free (self);
}

GPtrArray *
spil_toolkit_query_offers (SpilStore *store, SpilId instrument, GError **error)
{
  static const char sql[] =
      "SELECT f.id, f.instrument, i.name, o.id, f.area, coalesce (o.name, a.name), f.state, f.start,"
      " f.\"end\", f.participants, f.expected_avoidances, f.notes FROM offer f"
      " LEFT JOIN instrument i ON i.id = f.instrument LEFT JOIN organisation o ON o.id = " SPIL_HEAD_SQL (
          "f.organisation") " LEFT JOIN area a ON a.id = f.area WHERE f.dead = 0 AND f.programme = ?1"
                            " AND (?2 IS NULL OR f.instrument = ?2) ORDER BY f.state, f.start IS NULL, f.start, f.row";
  const SpilGiven parameters[] = { SPIL_GIVE_ID (instrument) };

  return spil_read_all (store, sql, parameters, G_N_ELEMENTS (parameters), make_offer, NULL,
                        (GDestroyNotify) spil_offer_row_free, error);
}

static void
free_participation (gpointer data)
{
  SpilParticipationRow *self = data;

  g_free (self->pseudonym);
  g_free (self);
}

static gpointer
make_cohort (SpilStatement *row, gpointer user_data)
{
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
  self->decide_on = spil_trial_decide_on (&self->rules, self->start);
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
}

/* Columns: cohort, id, pseudonym, extended, keeps travelling, credit spent, then the uses of each week. */
static gboolean
take_participation (SpilStatement *row, gpointer user_data)
{
  SpilId id = spil_statement_get_id (row, 0);
  SpilCohortRow *cohort = g_hash_table_lookup (user_data, &id);
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
  self->figures = spil_trial_extension (&cohort->rules, self->uses, self->extended);
  add_participation (cohort, self);
  return TRUE;
}

GPtrArray *
spil_toolkit_query_cohorts (SpilStore *store, SpilId offer, GError **error)
{
  static const char cohorts_sql[] =
      "SELECT c.id, c.name, c.offer, i.name, o.id, o.name, c.start, c.places, " RULES_SQL " FROM cohort c"
      " LEFT JOIN offer f ON f.id = c.offer LEFT JOIN instrument i ON i.id = f.instrument"
      " LEFT JOIN organisation o ON o.id = " SPIL_HEAD_SQL (
          "f.organisation") " WHERE c.dead = 0 AND c.programme = ?1 AND (?2 IS NULL OR c.offer = ?2) ORDER BY c.start DESC, c.row DESC";
  static const char participations_sql[] =
      "SELECT p.cohort, p.id, p.pseudonym, p.extended, p.keeps_travelling, p.credit_spent, p.week_1, p.week_2,"
      " p.week_3, p.week_4, p.week_5, p.week_6, p.week_7, p.week_8 FROM participation p"
      " JOIN cohort c ON c.id = p.cohort WHERE p.dead = 0 AND p.programme = ?1 AND (?2 IS NULL OR c.offer = ?2)"
      " ORDER BY p.pseudonym, p.row";
  const SpilGiven parameters[] = { SPIL_GIVE_ID (offer) };
  g_autoptr (GHashTable) index = NULL;
  g_autoptr (GPtrArray)
      cohorts = spil_read_all (store, cohorts_sql, parameters, G_N_ELEMENTS (parameters), make_cohort, NULL,
                               (GDestroyNotify) spil_cohort_row_free, error);

  if (cohorts == NULL)
    return NULL;
  index = spil_index_rows (cohorts);
  if (!spil_read_each (store, participations_sql, parameters, G_N_ELEMENTS (parameters), take_participation,
                       index, error))
    return NULL;
  return g_steal_pointer (&cohorts);
}
