// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-demo-private.h"

#define FUND_CENTS G_GINT64_CONSTANT (20000000)
#define CEILING_CENTS G_GINT64_CONSTANT (5000000)
#define ROUND_CENTS 10000
#define PAPERS_SEED 2018
#define KG_PER_AVOIDANCE 400 /* a year; invented */
#define REALISED_PER_MILLION INT64_C (800000) /* of what was expected; invented */
#define FIRST_STAGE 3 /* of the funnel, in which employers apply */

/* How many applications are in each state, oldest first. */
static const struct
{
  int state;
  int n;
} states[] = {
  { SPIL_APPLICATION_STATE_PAID, 3 },      { SPIL_APPLICATION_STATE_SETTLED, 2 },
  { SPIL_APPLICATION_STATE_ACCOUNTED, 2 }, { SPIL_APPLICATION_STATE_REFUSED, 2 },
  { SPIL_APPLICATION_STATE_ADVANCED, 4 },  { SPIL_APPLICATION_STATE_WITHDRAWN, 1 },
  { SPIL_APPLICATION_STATE_AWARDED, 4 },   { SPIL_APPLICATION_STATE_ASSESSED, 2 },
  { SPIL_APPLICATION_STATE_COMPLETE, 2 },  { SPIL_APPLICATION_STATE_SUBMITTED, 2 },
  { SPIL_APPLICATION_STATE_DRAFT, 2 },
};

/* One application while its rows are made; amounts in cents. */
typedef struct
{
  int state;
  int index; /* in order of receipt */
  SpilId id;
  const SpilInvented *employer;
  const char *measure;
  int64_t cost;
  int64_t asked;
  int64_t settled_cost;
  int64_t settled;
  SpilDay received;
  SpilDay complete;
  SpilDay decided;
  SpilDay settled_on;
} SpilCase;

/* Whether an award was ever made. */
static gboolean
is_awarded (int state)
{
  return state == SPIL_APPLICATION_STATE_AWARDED || state >= SPIL_APPLICATION_STATE_ADVANCED;
}

static gboolean
is_assessed (int state)
{
  return is_awarded (state) || state == SPIL_APPLICATION_STATE_ASSESSED ||
         state == SPIL_APPLICATION_STATE_REFUSED;
}

static int64_t
round_down (int64_t cents)
{
  return cents - cents % ROUND_CENTS;
}

/* Amounts within the rules of the fund: the employer pays half or more, and no more is asked than the ceiling. */
static void
invent_amounts (SpilDemo *self, SpilCase *application)
{
  SpilRandom *random = &self->inventor.random;
  const SpilPhrase *measure = spil_fiction_pick (self->inventor.fiction, SPIL_WORDS_MEASURES, random);

  application->measure = measure->text;
  application->cost = round_down (INT64_C (100) * measure->number * spil_random_between (random, 55, 110) /
                                  100);
  application->asked = MIN (round_down (application->cost * spil_random_between (random, 30, 50) / 100),
                            CEILING_CENTS);
  application->settled_cost = round_down (application->cost * spil_random_between (random, 80, 104) / 100);
  application->settled = MIN (application->asked, application->settled_cost / 2);
}

/* Days that follow each other; the earlier in the list, the longer ago. */
static void
invent_days (SpilDemo *self, SpilCase *application, int index, int n)
{
  SpilRandom *random = &self->inventor.random;
  const SpilDay first = spil_day_from_ymd (2018, 7, 2);
  const int span = spil_day_between (first, self->today);

  application->received = spil_day_add (first, index * (span - 4) / n);
  application->complete = spil_day_add (application->received, spil_random_between (random, 0, 10));
  application->decided = spil_day_add (application->complete, spil_random_between (random, 3, 14));
  application->settled_on = spil_day_add (application->decided, spil_random_between (random, 30, 45));
  // What has happened lies before the day that the demo plays on.
  if (spil_day_compare (application->complete, self->today) > 0)
    application->complete = self->today;
  if (spil_day_compare (application->decided, self->today) > 0)
    application->decided = self->today;
  if (spil_day_compare (application->settled_on, self->today) > 0)
    application->settled_on = self->today;
}

/* What came of the application after it was decided on. */
static void
put_outcome (SpilDemo *self, const SpilCase *application, SpilChange *change, int avoidances)
{
  g_autofree char *ground = g_strdup_printf ("grond-%d", application->index % 3 + 1);
  const int state = application->state;

  if (is_awarded (state))
    spil_inventor_put_day (change, SPIL_APPLICATION_ENDS, spil_day_add (application->decided, 30));
  if (state == SPIL_APPLICATION_STATE_REFUSED) {
    spil_inventor_put_day (change, SPIL_APPLICATION_REFUSED_ON, application->decided);
    spil_inventor_put_reference (change, SPIL_APPLICATION_REFUSAL, spil_demo_row (self, ground));
  }
  if (state == SPIL_APPLICATION_STATE_WITHDRAWN) {
    spil_inventor_put_day (change, SPIL_APPLICATION_WITHDRAWN_ON, application->complete);
    spil_inventor_put_text (change, SPIL_APPLICATION_WITHDRAWAL_REASON,
                            "De werkgever kiest voor een andere maatregel (demo)");
  }
  if (state >= SPIL_APPLICATION_STATE_ACCOUNTED)
    spil_inventor_put_day (change, SPIL_APPLICATION_ACCOUNTED_ON, application->settled_on);
  if (state < SPIL_APPLICATION_STATE_SETTLED)
    return;
  spil_inventor_put_day (change, SPIL_APPLICATION_SETTLED_ON, application->settled_on);
  spil_inventor_put_integer (change, SPIL_APPLICATION_REALISED_AVOIDANCES, REALISED_PER_MILLION * avoidances);
  spil_inventor_put_integer (change, SPIL_APPLICATION_REALISED_CO2,
                             REALISED_PER_MILLION * avoidances * KG_PER_AVOIDANCE);
  spil_inventor_put_text (change, SPIL_APPLICATION_REALISED_SOURCE, "Telling na afloop (demo)");
}

/* Two items that make up the cost, for every third application. */
static void
add_cost_items (SpilDemo *self, const SpilCase *application)
{
  const int64_t first = round_down (application->cost * 7 / 10);
  const int64_t first_settled = round_down (application->settled_cost * 7 / 10);
  const struct
  {
    const char *name;
    int64_t estimated;
    int64_t settled;
  } items[] = {
    { "Aanschaf en plaatsing (demo)", first, first_settled },
    { "Begeleiding en communicatie (demo)", application->cost - first,
      application->settled_cost - first_settled },
  };

  for (gsize i = 0; application->index % 3 == 0 && i < G_N_ELEMENTS (items); i++) {
    SpilChange *item = spil_inventor_add (&self->inventor, SPIL_ENTITY_COST_ITEM, application->received);

    spil_inventor_put_reference (item, SPIL_COST_ITEM_APPLICATION, application->id);
    spil_inventor_put_text (item, SPIL_COST_ITEM_NAME, items[i].name);
    spil_inventor_put_integer (item, SPIL_COST_ITEM_ESTIMATED, items[i].estimated);
    if (application->state >= SPIL_APPLICATION_STATE_ACCOUNTED)
      spil_inventor_put_integer (item, SPIL_COST_ITEM_SETTLED, items[i].settled);
    spil_inventor_put_integer (item, SPIL_COST_ITEM_VAT, SPIL_VAT_NOTE_EXCLUDED);
  }
}

/* What was asked of a complete application is there; of one that was only sent in, the second paper is wanting. */
static void
add_checks (SpilDemo *self, const SpilCase *application)
{
  static const char *const asked[] = { "eis-1", "eis-2", "eis-3" };
  const gboolean complete = application->state == SPIL_APPLICATION_STATE_COMPLETE ||
                            is_assessed (application->state);

  if (!complete && application->state != SPIL_APPLICATION_STATE_SUBMITTED)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (asked); i++) {
    const SpilDay day = complete ? application->complete : application->received;
    SpilChange *check = spil_inventor_add (&self->inventor, SPIL_ENTITY_REQUIREMENT_CHECK, day);

    spil_inventor_put_reference (check, SPIL_REQUIREMENT_CHECK_APPLICATION, application->id);
    spil_inventor_put_reference (check, SPIL_REQUIREMENT_CHECK_REQUIREMENT, spil_demo_row (self, asked[i]));
    spil_inventor_put_day (check, SPIL_REQUIREMENT_CHECK_DATE, day);
    spil_inventor_put_integer (check, SPIL_REQUIREMENT_CHECK_ANSWER,
                               complete || i != 1 ? SPIL_ANSWER_YES : SPIL_ANSWER_NO);
  }
}

/* These came to the demo later: with dice of their own, so that all else stays as it was. */
static void
add_papers (SpilDemo *self, const SpilCase *application)
{
  const SpilRandom dice = self->inventor.random;

  self->inventor.random = spil_random (PAPERS_SEED + (uint64_t) application->index);
  add_cost_items (self, application);
  add_checks (self, application);
  self->inventor.random = dice;
}

static void
add_application (SpilDemo *self, SpilCase *application)
{
  g_autofree char *number = g_strdup_printf ("BF-2018-%03d", application->index + 1);
  const int avoidances = spil_random_between (&self->inventor.random, 2, 24);
  const int state = application->state;
  SpilChange *change = spil_inventor_add (&self->inventor, SPIL_ENTITY_APPLICATION, application->received);

  application->id = change->id;
  spil_inventor_put_reference (change, SPIL_APPLICATION_SCHEME, spil_demo_row (self, "fonds"));
  spil_inventor_put_reference (change, SPIL_APPLICATION_ORGANISATION, application->employer->organisation);
  spil_inventor_put_text (change, SPIL_APPLICATION_MEASURES, application->measure);
  spil_inventor_put_integer (change, SPIL_APPLICATION_COST, application->cost);
  spil_inventor_put_integer (change, SPIL_APPLICATION_OWN, application->cost - application->asked);
  spil_inventor_put_integer (change, SPIL_APPLICATION_ASKED, application->asked);
  spil_inventor_put_integer (change, SPIL_APPLICATION_VAT, SPIL_VAT_NOTE_EXCLUDED);
  spil_inventor_put_integer (change, SPIL_APPLICATION_STATE, state);
  spil_inventor_put_text (change, SPIL_APPLICATION_NUMBER, number);
  spil_inventor_put_integer (change, SPIL_APPLICATION_EXPECTED_AVOIDANCES, INT64_C (1000000) * avoidances);
  spil_inventor_put_integer (change, SPIL_APPLICATION_EXPECTED_CO2,
                             INT64_C (1000000) * avoidances * KG_PER_AVOIDANCE);
  put_outcome (self, application, change, avoidances);
  spil_inventor_put_text (change, SPIL_APPLICATION_NOTES, "Aanvraag uit de demo.");
  if (state != SPIL_APPLICATION_STATE_DRAFT)
    spil_inventor_put_day (change, SPIL_APPLICATION_RECEIVED, application->received);
  if (state == SPIL_APPLICATION_STATE_COMPLETE || is_assessed (state))
    spil_inventor_put_day (change, SPIL_APPLICATION_COMPLETE, application->complete);
  if (is_awarded (state)) {
    spil_inventor_put_integer (change, SPIL_APPLICATION_AWARDED, application->asked);
    spil_inventor_put_day (change, SPIL_APPLICATION_AWARDED_ON, application->decided);
  }
  if (state >= SPIL_APPLICATION_STATE_ACCOUNTED)
    spil_inventor_put_integer (change, SPIL_APPLICATION_SETTLED_COST, application->settled_cost);
  if (state >= SPIL_APPLICATION_STATE_SETTLED)
    spil_inventor_put_integer (change, SPIL_APPLICATION_SETTLED, application->settled);
}

static void
add_assessment (SpilDemo *self, const SpilCase *application, int step)
{
  const gboolean passed = application->state != SPIL_APPLICATION_STATE_REFUSED;
  const gboolean settling = step == SPIL_ASSESSMENT_STEP_SETTLEMENT;
  const SpilDay day = settling ? application->settled_on : application->decided;
  SpilChange *assessment = spil_inventor_add (&self->inventor, SPIL_ENTITY_ASSESSMENT, day);
  const SpilPhrase *refusal = spil_fiction_pick (self->inventor.fiction, SPIL_WORDS_REFUSALS,
                                                 &self->inventor.random);
  const int64_t cents = settling ? application->settled_cost : application->cost;
  g_autofree char *cost = spil_money_format (cents, SPIL_MONEY_CENTS);
  g_autofree char *highest = spil_money_format (MIN (cents / 2, CEILING_CENTS), SPIL_MONEY_CENTS);
  g_autofree char *reason = NULL;

  spil_inventor_put_reference (assessment, SPIL_ASSESSMENT_APPLICATION, application->id);
  spil_inventor_put_day (assessment, SPIL_ASSESSMENT_DATE, day);
  spil_inventor_put_integer (assessment, SPIL_ASSESSMENT_STEP, step);
  spil_inventor_put_integer (assessment, SPIL_ASSESSMENT_ALLOWED,
                             settling ? application->settled : application->asked);
  spil_inventor_put_integer (assessment, SPIL_ASSESSMENT_PASSED, passed);
  reason = g_strdup_printf ("Ten hoogste %s: 50%% van %s %s (demo).", highest, cost,
                            settling ? "werkelijke kosten" : "geraamde kosten");
  spil_inventor_put_text (assessment, SPIL_ASSESSMENT_REASON, passed ? reason : refusal->text);
}

/* A booking on the line of the fund; fields of commitments and expenses that are alike have the same numbers. */
static SpilChange *
add_booking (SpilDemo *self, const SpilCase *application, int entity, SpilDay day, int64_t amount,
             const char *what)
{
  SpilChange *booking = spil_inventor_add (&self->inventor, entity, day);
  g_autofree char *description = g_strdup_printf ("%s: %s (demo)", what, application->measure);

  spil_inventor_put_reference (booking, SPIL_COMMITMENT_LINE, spil_demo_row (self, "post-3"));
  spil_inventor_put_day (booking, SPIL_COMMITMENT_DATE, day);
  spil_inventor_put_integer (booking, SPIL_COMMITMENT_AMOUNT, amount);
  spil_inventor_put_integer (booking, SPIL_COMMITMENT_VAT, SPIL_VAT_NOTE_EXCLUDED);
  spil_inventor_put_text (booking, SPIL_COMMITMENT_DESCRIPTION, description);
  if (entity == SPIL_ENTITY_COMMITMENT)
    spil_inventor_put_reference (booking, SPIL_COMMITMENT_APPLICATION, application->id);
  return booking;
}

#define ASSERT_ALIKE(field) G_STATIC_ASSERT ((int) SPIL_COMMITMENT_##field == (int) SPIL_ACTUAL_##field)
ASSERT_ALIKE (LINE);
ASSERT_ALIKE (DATE);
ASSERT_ALIKE (AMOUNT);
ASSERT_ALIKE (VAT);
ASSERT_ALIKE (DESCRIPTION);
#undef ASSERT_ALIKE

static void
add_payment (SpilDemo *self, const SpilCase *application, SpilId commitment, int kind, SpilDay day,
             int64_t amount)
{
  const char *what = kind == SPIL_PAYMENT_KIND_ADVANCE ? "Voorschot" : "Slotbetaling";
  SpilChange *actual = add_booking (self, application, SPIL_ENTITY_ACTUAL, day, amount, what);
  SpilChange *payment = spil_inventor_add (&self->inventor, SPIL_ENTITY_PAYMENT, day);

  spil_inventor_put_reference (actual, SPIL_ACTUAL_COMMITMENT, commitment);
  spil_inventor_put_reference (payment, SPIL_PAYMENT_APPLICATION, application->id);
  spil_inventor_put_day (payment, SPIL_PAYMENT_DATE, day);
  spil_inventor_put_integer (payment, SPIL_PAYMENT_KIND, kind);
  spil_inventor_put_integer (payment, SPIL_PAYMENT_AMOUNT, amount);
  spil_inventor_put_reference (payment, SPIL_PAYMENT_ACTUAL, actual->id);
}

/* The award is a commitment; payments draw it down, and what the settlement leaves over is released. */
static void
book_award (SpilDemo *self, const SpilCase *application)
{
  const SpilDay advance_day = spil_day_compare (spil_day_add (application->decided, 5), self->today) < 0
                                  ? spil_day_add (application->decided, 5)
                                  : self->today;
  const int64_t advance = application->asked / 2;
  const SpilId commitment = add_booking (self, application, SPIL_ENTITY_COMMITMENT, application->decided,
                                         application->asked, "Toekenning")
                                ->id;

  if (application->state >= SPIL_APPLICATION_STATE_ADVANCED)
    add_payment (self, application, commitment, SPIL_PAYMENT_KIND_ADVANCE, advance_day, advance);
  if (application->state == SPIL_APPLICATION_STATE_PAID)
    add_payment (self, application, commitment, SPIL_PAYMENT_KIND_FINAL, application->settled_on,
                 application->settled - advance);
  if (application->state >= SPIL_APPLICATION_STATE_SETTLED && application->settled < application->asked) {
    SpilChange *release = add_booking (self, application, SPIL_ENTITY_COMMITMENT, application->settled_on,
                                       application->settled - application->asked, "Vrijval na vaststelling");

    spil_inventor_put_reference (release, SPIL_COMMITMENT_REVERSES, commitment);
    spil_inventor_put_integer (release, SPIL_COMMITMENT_RELEASE, TRUE);
  }
}

/* The next employer that may apply, or NULL. */
static const SpilInvented *
next_applicant (SpilDemo *self, guint *at)
{
  while (*at < self->employers->len) {
    const SpilInvented *employer = &g_array_index (self->employers, SpilInvented, (*at)++);

    if (employer->stage >= FIRST_STAGE &&
        spil_day_compare (employer->joined, spil_day_from_ymd (2018, 7, 1)) < 0)
      return employer;
  }
  return NULL;
}

void
spil_demo_add_fund (SpilDemo *self)
{
  int64_t room = FUND_CENTS;
  guint at = 0;
  int index = 0;
  int n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    n += states[i].n;
  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    for (int j = 0; j < states[i].n; j++) {
      SpilCase application = { .state = states[i].state, .employer = next_applicant (self, &at) };

      g_assert (application.employer != NULL);
      invent_amounts (self, &application);
      application.index = index;
      invent_days (self, &application, index++, n);
      // What no longer fits in the fund has been assessed and waits.
      if (is_awarded (application.state) && application.asked > room)
        application.state = SPIL_APPLICATION_STATE_ASSESSED;
      if (is_awarded (application.state))
        room -= application.asked;
      add_application (self, &application);
      add_papers (self, &application);
      if (is_assessed (application.state))
        add_assessment (self, &application, SPIL_ASSESSMENT_STEP_ESTIMATE);
      if (application.state >= SPIL_APPLICATION_STATE_SETTLED)
        add_assessment (self, &application, SPIL_ASSESSMENT_STEP_SETTLEMENT);
      if (is_awarded (application.state))
        book_award (self, &application);
    }
}
