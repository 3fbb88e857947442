// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-demo-private.h"
#include "spil-number.h"

#define CARD_WEEKS 4
#define CARD_USES 2
#define CARD_CREDIT 35000 /* cents */
#define DAYS_A_YEAR 210

/* The trial periods of the OV card: when, and how many came. */
static const struct
{
  int month;
  int day;
  int participants;
} cohorts[] = { { 9, 10, 20 }, { 9, 24, 19 }, { 10, 8, 18 }, { 10, 22, 15 }, { 11, 5, 13 } };

static SpilChange *
add_offer (SpilDemo *self, const char *instrument, int state, SpilDay start, SpilDay end, int participants)
{
  SpilChange *offer = spil_inventor_add (&self->inventor, SPIL_ENTITY_OFFER, start);

  spil_inventor_put_reference (offer, SPIL_OFFER_INSTRUMENT, spil_demo_row (self, instrument));
  spil_inventor_put_integer (offer, SPIL_OFFER_STATE, state);
  spil_inventor_put_day (offer, SPIL_OFFER_START, start);
  spil_inventor_put_day (offer, SPIL_OFFER_END, end);
  spil_inventor_put_integer (offer, SPIL_OFFER_PARTICIPANTS, participants);
  spil_inventor_put_integer (offer, SPIL_OFFER_EXPECTED_AVOIDANCES,
                             participants * SPIL_DECIMAL_ONE * 39 / 100);
  return offer;
}

/* From participants to avoidances and CO2, link by link. */
static void
add_effect (SpilDemo *self, const SpilChange *offer, int participants, const char *new_factor, SpilDay day)
{
  static const struct
  {
    int field;
    int64_t value;
  } links[] = {
    { SPIL_EFFECT_AVOIDANCES_A_DAY, SPIL_DECIMAL_ONE * 39 / 100 },
    { SPIL_EFFECT_DAYS_A_YEAR, DAYS_A_YEAR },
    { SPIL_EFFECT_SHARE_MODE, SPIL_DECIMAL_ONE * 55 / 100 },
    { SPIL_EFFECT_SHARE_OFF_PEAK, SPIL_DECIMAL_ONE * 25 / 100 },
    { SPIL_EFFECT_SHARE_ELSEWHERE, SPIL_DECIMAL_ONE * 5 / 100 },
    { SPIL_EFFECT_SHARE_HOME, SPIL_DECIMAL_ONE * 15 / 100 },
    { SPIL_EFFECT_PERSISTENCE, SPIL_DECIMAL_ONE / 3 },
    { SPIL_EFFECT_FREE_RIDERS, SPIL_DECIMAL_ONE * 10 / 100 },
  };
  SpilChange *effect = spil_inventor_add (&self->inventor, SPIL_ENTITY_EFFECT, day);

  spil_inventor_put_text (effect, SPIL_EFFECT_NAME, "Effect van de probeeractie (demo)");
  spil_inventor_put_reference (effect, SPIL_EFFECT_OFFER, offer->id);
  spil_inventor_put_integer (effect, SPIL_EFFECT_PARTICIPANTS, participants);
  for (gsize i = 0; i < G_N_ELEMENTS (links); i++)
    spil_inventor_put_integer (effect, links[i].field, links[i].value);
  spil_inventor_put_integer (effect, SPIL_EFFECT_KM,
                             spil_random_between (&self->inventor.random, 8, 36) * SPIL_DECIMAL_ONE);
  spil_inventor_put_reference (effect, SPIL_EFFECT_OLD_FACTOR, spil_demo_row (self, "factor-demo"));
  spil_inventor_put_reference (effect, SPIL_EFFECT_NEW_FACTOR, spil_demo_row (self, new_factor));
  spil_inventor_put_reference (effect, SPIL_EFFECT_INDICATOR, spil_demo_row (self, "spitsmijdingen"));
}

/* One offer for most of the employers that got as far as choosing or doing. */
static void
add_offers (SpilDemo *self)
{
  static const struct
  {
    const char *key;
    const char *new_factor; /* NULL: other people's seats */
    const char *note;
  } instruments[] = {
    { "probeer-fiets", "factor-e-fiets", "Probeerfietsen voor medewerkers die dichtbij wonen (demo)" },
    { "ov-probeerkaart", "factor-trein", "Probeerkaarten voor nieuwe medewerkers (demo)" },
    { "probeer-carpool", NULL, "Samen rijden binnen de ploegen (demo)" },
    { "movez", NULL, "Deelauto's voor dienstreizen (demo)" },
    { "overstap", "factor-bus", "Vervolg met de deelnemers van De Overstap (demo)" },
  };
  static const int weights[] = { 36, 24, 18, 14, 8 };
  SpilRandom *random = &self->inventor.random;

  for (guint i = 0; i < self->employers->len; i++) {
    const SpilInvented *employer = &g_array_index (self->employers, SpilInvented, i);
    const int at = spil_random_weighted (random, weights, G_N_ELEMENTS (weights));
    const int participants = spil_random_between (random, 2, MAX (3, MIN (employer->staff / 8, 40)));
    SpilDay start;
    SpilDay end;
    SpilChange *offer;
    int state;

    if (employer->stage < 3)
      continue;
    state = employer->stage == 3
                ? spil_random_between (random, SPIL_OFFER_STATE_PIPELINE, SPIL_OFFER_STATE_AGREED)
                : spil_random_between (random, SPIL_OFFER_STATE_RUNNING, SPIL_OFFER_STATE_SECURED);
    if (state >= SPIL_OFFER_STATE_FINISHED)
      start = spil_inventor_day (&self->inventor, employer->joined, spil_day_add (self->today, -40));
    else
      start = spil_inventor_day (&self->inventor, spil_day_add (self->today, -30),
                                 spil_day_add (self->today, -1));
    if (state <= SPIL_OFFER_STATE_AGREED)
      start = spil_day_add (start, 60);
    end = state >= SPIL_OFFER_STATE_FINISHED ? spil_day_add (start, 28) : SPIL_DAY_NONE;
    offer = add_offer (self, instruments[at].key, state, start, end, participants);
    spil_inventor_put_reference (offer, SPIL_OFFER_ORGANISATION, employer->organisation);
    spil_inventor_put_text (offer, SPIL_OFFER_NOTES, instruments[at].note);
    if (state >= SPIL_OFFER_STATE_FINISHED && instruments[at].new_factor != NULL)
      add_effect (self, offer, participants, instruments[at].new_factor, end);
  }
}

/* The weeks of one card as far as they have passed, and what follows from them. */
static void
log_weeks (SpilDemo *self, SpilChange *participation, int weeks_passed, gboolean decided)
{
  SpilRandom *random = &self->inventor.random;
  const gboolean eager = spil_random_chance (random, 65);
  int64_t spent = 0;
  gboolean earned = TRUE;
  int weeks = MIN (weeks_passed, CARD_WEEKS);

  for (int week = 0; week < weeks; week++) {
    const int uses = eager ? spil_random_between (random, CARD_USES, 5) : spil_random_between (random, 0, 3);

    earned = earned && uses >= CARD_USES;
    spent += uses * spil_random_between (random, 1200, 1700);
    spil_inventor_put_integer (participation, SPIL_PARTICIPATION_WEEK_1 + week, uses);
  }
  if (weeks_passed >= CARD_WEEKS) {
    spil_inventor_put_integer (participation, SPIL_PARTICIPATION_EXTENDED, earned && decided);
    weeks = earned && decided ? MIN (weeks_passed - CARD_WEEKS, CARD_WEEKS) : 0;
    for (int week = 0; week < weeks; week++) {
      const int uses = spil_random_between (random, 1, 5);

      spent += uses * spil_random_between (random, 1200, 1700);
      spil_inventor_put_integer (participation, SPIL_PARTICIPATION_WEEK_5 + week, uses);
    }
    if (!earned || weeks_passed >= 2 * CARD_WEEKS) {
      static const int answers[] = { 0, 40, 35, 25 };

      spil_inventor_put_integer (participation, SPIL_PARTICIPATION_KEEPS_TRAVELLING,
                                 spil_random_weighted (random, answers, G_N_ELEMENTS (answers)));
    }
  }
  spil_inventor_put_integer (
      participation, SPIL_PARTICIPATION_CREDIT_SPENT,
      MIN (spent, weeks_passed > CARD_WEEKS && earned ? 2 * CARD_CREDIT : CARD_CREDIT));
}

G_STATIC_ASSERT (SPIL_PARTICIPATION_WEEK_4 == SPIL_PARTICIPATION_WEEK_1 + CARD_WEEKS - 1);
G_STATIC_ASSERT (SPIL_PARTICIPATION_WEEK_8 == SPIL_PARTICIPATION_WEEK_5 + CARD_WEEKS - 1);

static void
add_cohort (SpilDemo *self, SpilId offer, int number, SpilDay start, int participants)
{
  SpilChange *cohort = spil_inventor_add (&self->inventor, SPIL_ENTITY_COHORT, start);
  g_autofree char *name = g_strdup_printf ("Proefperiode %d (demo)", number);
  int weeks;

  spil_inventor_put_reference (cohort, SPIL_COHORT_OFFER, offer);
  spil_inventor_put_text (cohort, SPIL_COHORT_NAME, name);
  spil_inventor_put_day (cohort, SPIL_COHORT_START, start);
  spil_inventor_put_integer (cohort, SPIL_COHORT_PLACES, 20);
  for (int i = 0; i < participants; i++) {
    SpilChange *participation = spil_inventor_add (&self->inventor, SPIL_ENTITY_PARTICIPATION, start);
    g_autofree char *pseudonym = g_strdup_printf ("D%d-%02d", number, i + 1);

    spil_inventor_put_reference (participation, SPIL_PARTICIPATION_COHORT, cohort->id);
    spil_inventor_put_text (participation, SPIL_PARTICIPATION_PSEUDONYM, pseudonym);
    // Of the period that ended last the broker has not decided about everybody yet.
    weeks = spil_day_between (start, self->today) / 7;
    log_weeks (self, participation, weeks, weeks >= 2 * CARD_WEEKS - 2 || i % 3 != 0);
  }
}

/* The OV card per area: trial periods in turn. */
static void
add_trial_periods (SpilDemo *self)
{
  static const char *const areas[] = { "oosterenk", "hanzeland", "hessenpoort" };
  SpilId offers[G_N_ELEMENTS (areas)];

  for (gsize i = 0; i < G_N_ELEMENTS (areas); i++) {
    SpilChange *offer = add_offer (self, "ov-probeerkaart", SPIL_OFFER_STATE_RUNNING,
                                   spil_day_from_ymd (2018, 9, 3), SPIL_DAY_NONE, 28);

    spil_inventor_put_reference (offer, SPIL_OFFER_AREA, spil_demo_row (self, areas[i]));
    spil_inventor_put_text (offer, SPIL_OFFER_NOTES, "Proefperioden OV-probeerkaart in het gebied (demo)");
    offers[i] = offer->id;
  }
  for (gsize i = 0; i < G_N_ELEMENTS (cohorts); i++)
    add_cohort (self, offers[i % G_N_ELEMENTS (areas)], (int) i + 1,
                spil_day_from_ymd (2018, cohorts[i].month, cohorts[i].day), cohorts[i].participants);
}

/* What employers with measures have done beside the toolkit. */
static void
add_interventions (SpilDemo *self)
{
  SpilRandom *random = &self->inventor.random;

  for (guint i = 0; i < self->employers->len; i++) {
    const SpilInvented *employer = &g_array_index (self->employers, SpilInvented, i);
    SpilDay start;
    SpilChange *intervention;

    if (employer->stage < SPIL_INVENTOR_STAGES || !spil_random_chance (random, 50))
      continue;
    start = spil_inventor_day (&self->inventor, employer->joined, self->today);
    intervention = spil_inventor_add (&self->inventor, SPIL_ENTITY_INTERVENTION, start);
    spil_inventor_put_reference (intervention, SPIL_INTERVENTION_ORGANISATION, employer->organisation);
    spil_inventor_put_integer (intervention, SPIL_INTERVENTION_KIND, SPIL_INTERVENTION_KIND_MEASURE);
    spil_inventor_put_text (intervention, SPIL_INTERVENTION_NAME,
                            spil_fiction_pick (self->inventor.fiction, SPIL_WORDS_MEASURES, random)->text);
    spil_inventor_put_day (intervention, SPIL_INTERVENTION_START, start);
    spil_inventor_put_integer (intervention, SPIL_INTERVENTION_PEOPLE,
                               spil_random_between (random, 1, MAX (2, employer->staff / 10)));
  }
}

void
spil_demo_add_toolkit (SpilDemo *self)
{
  add_offers (self);
  add_trial_periods (self);
  add_interventions (self);
}
