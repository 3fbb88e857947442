// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-demo-private.h"

#define N_EMPLOYERS 240
#define N_CONTACTS 2000

#define DAY_MS G_GINT64_CONSTANT (86400000)
#define FIRST_HOUR_MS G_GINT64_CONSTANT (28800000) /* 8:00 UTC */
#define HOURS_MS (7 * 60 * 60 * 1000)
#define ROUND_MS (5 * 60 * 1000)

/* A contact moment that is still to be written. */
typedef struct
{
  int64_t time;
  int employer;
} SpilMoment;

static SpilInvented *
get_employer (SpilDemo *self, int index)
{
  return &g_array_index (self->employers, SpilInvented, index);
}

/* From unknown to the stage that the employer is in now, step by step, each with its evidence. */
static void
add_stage_changes (SpilDemo *self, const SpilInvented *employer)
{
  SpilInventor *inventor = &self->inventor;
  const int gap = spil_day_between (employer->joined, self->today) / employer->stage;
  SpilDay day = employer->joined;

  for (int stage = 1; stage <= employer->stage; stage++) {
    SpilChange *change = spil_inventor_add (inventor, SPIL_ENTITY_STAGE_CHANGE, day);

    spil_inventor_put_reference (change, SPIL_STAGE_CHANGE_ENGAGEMENT, employer->engagement);
    if (stage > 1)
      spil_inventor_put_reference (change, SPIL_STAGE_CHANGE_FROM, inventor->stages[stage - 2]);
    spil_inventor_put_reference (change, SPIL_STAGE_CHANGE_TO, inventor->stages[stage - 1]);
    spil_inventor_put_day (change, SPIL_STAGE_CHANGE_DATE, day);
    spil_inventor_put_text (
        change, SPIL_STAGE_CHANGE_EVIDENCE,
        spil_fiction_pick_number (inventor->fiction, SPIL_WORDS_EVIDENCE, &inventor->random, stage)->text);
    day = spil_day_add (day, spil_random_between (&inventor->random, MAX (gap / 2, 1), MAX (gap, 1)));
  }
}

static void
add_employers (SpilDemo *self)
{
  SpilInventor *inventor = &self->inventor;

  for (int i = 0; i < N_EMPLOYERS; i++) {
    // Most were known when the year began; the others came in one after another.
    const SpilDay joined = i < N_EMPLOYERS * 6 / 10
                               ? spil_inventor_day (inventor, self->first, spil_day_add (self->first, 60))
                               : spil_inventor_day (inventor, spil_day_add (self->first, 60),
                                                    spil_day_add (self->today, -30));
    SpilInvented employer;

    spil_inventor_add_employer (inventor, i, joined, &employer);
    g_array_append_val (self->employers, employer);
    add_stage_changes (self, &employer);
  }
}

static int
compare_moments (gconstpointer a, gconstpointer b)
{
  const SpilMoment *moment_a = a;
  const SpilMoment *moment_b = b;

  if (moment_a->time != moment_b->time)
    return moment_a->time < moment_b->time ? -1 : 1;
  return moment_a->employer - moment_b->employer;
}

/* An employer to contact: more often the further it is in the funnel and the larger it is. */
static int
pick_employer (SpilDemo *self)
{
  for (;;) {
    const int index = spil_random_below (&self->inventor.random, N_EMPLOYERS);
    const SpilInvented *employer = get_employer (self, index);
    const int weight = employer->stage * 15 + (SPIL_TIER_C - employer->tier) * 15;

    if (spil_random_chance (&self->inventor.random, weight))
      return index;
  }
}

/* All contact moments of the year in the order of time; each employer has at least one. */
static GArray *
plan_moments (SpilDemo *self)
{
  GArray *moments = g_array_sized_new (FALSE, FALSE, sizeof (SpilMoment), N_CONTACTS);

  for (int i = 0; i < N_CONTACTS; i++) {
    SpilMoment moment = { .employer = i < N_EMPLOYERS ? i : pick_employer (self) };
    const SpilDay day = spil_inventor_day (&self->inventor, get_employer (self, moment.employer)->joined,
                                           spil_day_add (self->today, -1));

    moment.time = day.number * DAY_MS + FIRST_HOUR_MS +
                  (int64_t) spil_random_below (&self->inventor.random, HOURS_MS / ROUND_MS) * ROUND_MS;
    g_array_append_val (moments, moment);
  }
  g_array_sort (moments, compare_moments);
  return moments;
}

static SpilChange *
add_next_action (SpilDemo *self, const SpilInvented *employer, SpilId contact, SpilDay made, SpilDay due,
                 int state)
{
  SpilInventor *inventor = &self->inventor;
  SpilChange *action = spil_inventor_add (inventor, SPIL_ENTITY_NEXT_ACTION, made);

  spil_inventor_put_reference (action, SPIL_NEXT_ACTION_ORGANISATION, employer->organisation);
  spil_inventor_put_text (
      action, SPIL_NEXT_ACTION_TEXT,
      spil_fiction_pick (inventor->fiction, SPIL_WORDS_NEXT_ACTIONS, &inventor->random)->text);
  spil_inventor_put_day (action, SPIL_NEXT_ACTION_DUE, due);
  spil_inventor_put_text (action, SPIL_NEXT_ACTION_OWNER, employer->broker);
  spil_inventor_put_integer (action, SPIL_NEXT_ACTION_STATE, state);
  spil_inventor_put_reference (action, SPIL_NEXT_ACTION_CONTACT, contact);
  return action;
}

/* The other broker means to go there too, some days later: nobody told. */
static void
add_other_visit (SpilDemo *self, const SpilInvented *employer, SpilDay due)
{
  SpilInventor *inventor = &self->inventor;
  SpilChange *action = spil_inventor_add (inventor, SPIL_ENTITY_NEXT_ACTION, spil_day_add (self->today, -1));

  spil_inventor_put_reference (action, SPIL_NEXT_ACTION_ORGANISATION, employer->organisation);
  spil_inventor_put_text (action, SPIL_NEXT_ACTION_TEXT, "Kennismaken over verduurzaming");
  spil_inventor_put_day (action, SPIL_NEXT_ACTION_DUE, spil_day_add (due, 6));
  spil_inventor_put_text (action, SPIL_NEXT_ACTION_OWNER, employer->other_broker);
  spil_inventor_put_integer (action, SPIL_NEXT_ACTION_STATE, SPIL_ACTION_STATE_OPEN);
  spil_inventor_put_integer (action, SPIL_NEXT_ACTION_KIND, SPIL_CONTACT_KIND_VISITED);
}

/* What an employer ends with: for one in forty nothing is planned any more, and with some both brokers plan a visit. */
static void
add_open_action (SpilDemo *self, int index, SpilId contact, SpilDay made)
{
  static const int kinds[] = { SPIL_CONTACT_KIND_CALLED, SPIL_CONTACT_KIND_VISITED, SPIL_CONTACT_KIND_EMAIL };
  const SpilInvented *employer = get_employer (self, index);
  const SpilDay due = spil_inventor_day (&self->inventor, spil_day_add (self->today, -9),
                                         spil_day_add (self->today, 45));
  const int kind = kinds[index % G_N_ELEMENTS (kinds)];
  SpilChange *action = add_next_action (self, employer, contact, made, due,
                                        index % 40 == 21 ? SPIL_ACTION_STATE_DROPPED
                                                         : SPIL_ACTION_STATE_OPEN);

  spil_inventor_put_integer (action, SPIL_NEXT_ACTION_KIND, kind);
  if (employer->other_broker != NULL && kind == SPIL_CONTACT_KIND_VISITED && index % 8 == 1)
    add_other_visit (self, employer, due);
}

/* Each employer ends with what is open; one in five earlier moments led to one that is done or dropped. */
static void
add_contacts (SpilDemo *self)
{
  SpilInventor *inventor = &self->inventor;
  g_autoptr (GArray) moments = plan_moments (self);
  g_autofree int *latest = g_new0 (int, N_EMPLOYERS);

  for (guint i = 0; i < moments->len; i++)
    latest[g_array_index (moments, SpilMoment, i).employer] = (int) i;
  for (guint i = 0; i < moments->len; i++) {
    const SpilMoment *moment = &g_array_index (moments, SpilMoment, i);
    const SpilInvented *employer = get_employer (self, moment->employer);
    const SpilId contact = spil_inventor_add_contact (inventor, employer, moment->time)->id;
    const SpilDay day = spil_day ((int32_t) (moment->time / DAY_MS));

    if (latest[moment->employer] == (int) i)
      add_open_action (self, moment->employer, contact, day);
    else if (spil_random_chance (&inventor->random, 20))
      add_next_action (
          self, employer, contact, day, spil_inventor_day (inventor, day, spil_day_add (day, 28)),
          spil_random_chance (&inventor->random, 85) ? SPIL_ACTION_STATE_DONE : SPIL_ACTION_STATE_DROPPED);
  }
}

/* Some of the employers that have measures have also said so in writing. */
static void
add_statements (SpilDemo *self)
{
  SpilInventor *inventor = &self->inventor;

  for (int i = 0; i < N_EMPLOYERS; i++) {
    const SpilInvented *employer = get_employer (self, i);
    SpilDay signed_on;
    SpilChange *statement;

    if (employer->stage < SPIL_INVENTOR_STAGES || !spil_random_chance (&inventor->random, 40))
      continue;
    signed_on = spil_inventor_day (inventor, employer->joined, self->today);
    statement = spil_inventor_add (inventor, SPIL_ENTITY_STATEMENT, signed_on);
    spil_inventor_put_reference (statement, SPIL_STATEMENT_ORGANISATION, employer->organisation);
    spil_inventor_put_day (statement, SPIL_STATEMENT_SIGNED_ON, signed_on);
    spil_inventor_put_integer (statement, SPIL_STATEMENT_LEVEL,
                               spil_random_chance (&inventor->random, 70) ? SPIL_PERSON_LEVEL_BOARD
                                                                          : SPIL_PERSON_LEVEL_MANAGEMENT);
    spil_inventor_put_text (
        statement, SPIL_STATEMENT_PROMISES,
        spil_fiction_pick (inventor->fiction, SPIL_WORDS_STATEMENTS, &inventor->random)->text);
    spil_inventor_put_day (statement, SPIL_STATEMENT_REVIEW_DATE, spil_day_add_months (signed_on, 12));
  }
}

void
spil_demo_add_relations (SpilDemo *self)
{
  add_employers (self);
  add_contacts (self);
  add_statements (self);
}
