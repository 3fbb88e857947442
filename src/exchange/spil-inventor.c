// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-inventor.h"

#include <glib/gi18n-lib.h>

#include "spil-exchange-error.h"

#define DAY_MS G_GINT64_CONSTANT (86400000)
#define OFFICE_OPENS_MS G_GINT64_CONSTANT (25200000) /* 7:00 UTC: in the morning in the Netherlands */
#define RETENTION_DAYS (2 * 365)
#define KVK_LIMIT 1000000
#define KVK_STEP 7919 /* prime: no KvK number comes twice */

/* The row that @key names; NULL with @error set when it is none of @entity. */
static gboolean
find_row (SpilTemplateKeys *keys, const char *key, int entity, SpilId *id, GError **error)
{
  const SpilTemplateRow *row = spil_template_keys_lookup (keys, key);

  if (row == NULL || row->entity->number != entity) {
    g_set_error (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID,
                 _ ("The template has no record “%s”, which the demo needs; install Spil again."), key);
    return FALSE;
  }
  *id = row->id;
  return TRUE;
}

gboolean
spil_inventor_init (SpilInventor *self, SpilFiction *fiction, uint64_t seed, SpilTemplateKeys *keys,
                    GError **error)
{
  const int n_places = spil_fiction_count (fiction, SPIL_WORDS_PLACES);

  *self = (SpilInventor) { .fiction = fiction, .random = spil_random (seed) };
  self->areas = g_new0 (SpilId, (gsize) n_places);
  self->programme = spil_template_keys_get_programme (keys);
  for (int i = 0; i < SPIL_INVENTOR_STAGES; i++) {
    g_autofree char *key = g_strdup_printf ("fase-%d", i + 1);

    if (!find_row (keys, key, SPIL_ENTITY_STAGE, &self->stages[i], error))
      return FALSE;
  }
  for (int i = 0; i < n_places; i++)
    if (!find_row (keys, spil_fiction_get (fiction, SPIL_WORDS_PLACES, i)->tag, SPIL_ENTITY_AREA,
                   &self->areas[i], error))
      return FALSE;
  return TRUE;
}

void
spil_inventor_clear (SpilInventor *self)
{
  g_clear_pointer (&self->areas, g_free);
}

static SpilId
id_at (SpilInventor *self, int64_t time)
{
  return spil_random_id (&self->random, time);
}

static SpilChange *
add_at (SpilInventor *self, int entity, int64_t time)
{
  SpilChange *change = spil_action_add_row (self->action, spil_entity (entity), id_at (self, time));

  spil_inventor_put_reference (change, SPIL_FIELD_PROGRAMME, self->programme);
  return change;
}

SpilChange *
spil_inventor_add (SpilInventor *self, int entity, SpilDay day)
{
  return add_at (self, entity, day.number * DAY_MS + OFFICE_OPENS_MS);
}

void
spil_inventor_put_text (SpilChange *change, int field, const char *text)
{
  // Not owned: assigning copies it.
  const SpilValue value = { .kind = SPIL_VALUE_TEXT, .text = (char *) text };

  if (text != NULL)
    spil_change_assign (change, field, &value);
}

void
spil_inventor_put_integer (SpilChange *change, int field, int64_t integer)
{
  const SpilValue value = spil_value_integer (integer);

  spil_change_assign (change, field, &value);
}

void
spil_inventor_put_day (SpilChange *change, int field, SpilDay day)
{
  if (spil_day_is_known (day))
    spil_inventor_put_integer (change, field, day.number);
}

void
spil_inventor_put_reference (SpilChange *change, int field, SpilId id)
{
  const SpilValue value = spil_value_id (id);

  if (!spil_id_is_nil (id))
    spil_change_assign (change, field, &value);
}

SpilDay
spil_inventor_day (SpilInventor *self, SpilDay first, SpilDay last)
{
  const int span = MAX (spil_day_between (first, last), 0);
  SpilDay day = spil_day_add (first, spil_random_between (&self->random, 0, span));

  while (spil_day_weekday (day) > 5)
    day = spil_day_add (day, spil_day_compare (day, first) > 0 ? -1 : 1);
  return day;
}

/* Employers */

static int
invent_staff (SpilInventor *self)
{
  static const int weights[] = { 40, 30, 20, 8, 2 };
  static const int bounds[] = { 5, 25, 100, 250, 900, 2400 };
  const int size = spil_random_weighted (&self->random, weights, G_N_ELEMENTS (weights));

  return spil_random_between (&self->random, bounds[size], bounds[size + 1] - 1);
}

static int
tier_of_staff (int staff)
{
  return staff >= 250 ? SPIL_TIER_A : staff >= 100 ? SPIL_TIER_B : SPIL_TIER_C;
}

/* The address of an organisation or a site, whose fields come in the same order from @street on. */
static void
put_address (SpilInventor *self, SpilChange *change, int street, const SpilPhrase *place)
{
  g_autofree char *house = g_strdup_printf ("%d", spil_random_between (&self->random, 1, 180));
  g_autofree char *postcode = g_strdup_printf ("%d X%c", place->number,
                                               'A' + spil_random_below (&self->random, 26));

  spil_inventor_put_text (change, street,
                          spil_fiction_pick (self->fiction, SPIL_WORDS_STREETS, &self->random)->text);
  spil_inventor_put_text (change, street + 1, house);
  spil_inventor_put_text (change, street + 2, postcode);
  spil_inventor_put_text (change, street + 3, place->text);
}

G_STATIC_ASSERT (SPIL_ORGANISATION_TOWN == SPIL_ORGANISATION_STREET + 3);
G_STATIC_ASSERT (SPIL_SITE_TOWN == SPIL_SITE_STREET + 3);

static void
add_site (SpilInventor *self, const SpilInvented *employer, int place_index, int64_t time)
{
  const SpilPhrase *place = spil_fiction_get (self->fiction, SPIL_WORDS_PLACES, place_index);
  SpilChange *site = add_at (self, SPIL_ENTITY_SITE, time);
  g_autofree char *name = g_strdup_printf ("Vestiging %s", place->text);

  spil_inventor_put_reference (site, SPIL_SITE_ORGANISATION, employer->organisation);
  spil_inventor_put_text (site, SPIL_SITE_NAME, name);
  put_address (self, site, SPIL_SITE_STREET, place);
  spil_inventor_put_integer (site, SPIL_SITE_STAFF_COUNT, employer->staff);
  spil_inventor_put_integer (site, SPIL_SITE_PARKING_PLACES,
                             employer->staff * spil_random_between (&self->random, 25, 80) / 100);
  spil_inventor_put_reference (site, SPIL_SITE_AREA, self->areas[place_index]);
  /* Not of every place somebody has written down how one gets there. */
  if (employer->staff % 3 != 0)
    spil_inventor_put_text (site, SPIL_SITE_TRAVEL,
                            spil_fiction_get (self->fiction, SPIL_WORDS_TRAVEL, employer->staff)->text);
}

static int64_t
roles_of (int level, gboolean first)
{
  int64_t roles = first ? INT64_C (1) << SPIL_PERSON_ROLE_CONTACT : 0;

  return level == SPIL_PERSON_LEVEL_BOARD ? roles | INT64_C (1) << SPIL_PERSON_ROLE_DECIDES : roles;
}

static void
add_person (SpilInventor *self, SpilInvented *employer, int index, int64_t time)
{
  const SpilPhrase *function = spil_fiction_pick (self->fiction, SPIL_WORDS_FUNCTIONS, &self->random);
  SpilChange *person = add_at (self, SPIL_ENTITY_PERSON, time);
  g_autofree char *name = spil_fiction_person (self->fiction, &self->random);
  g_autofree char *email = g_strdup_printf ("demo.%d.%d@bedrijf.example", index, employer->n_persons + 1);
  g_autofree char *phone = g_strdup_printf ("038 000 %04d", spil_random_below (&self->random, 10000));

  spil_inventor_put_reference (person, SPIL_PERSON_ORGANISATION, employer->organisation);
  spil_inventor_put_text (person, SPIL_PERSON_NAME, name);
  spil_inventor_put_text (person, SPIL_PERSON_FUNCTION, function->text);
  spil_inventor_put_integer (person, SPIL_PERSON_LEVEL, function->number);
  if (roles_of (function->number, employer->n_persons == 0) != 0)
    spil_inventor_put_integer (person, SPIL_PERSON_ROLES,
                               roles_of (function->number, employer->n_persons == 0));
  spil_inventor_put_text (person, SPIL_PERSON_EMAIL, email);
  spil_inventor_put_text (person, SPIL_PERSON_PHONE, phone);
  spil_inventor_put_day (person, SPIL_PERSON_RETENTION_DATE, spil_day_add (employer->joined, RETENTION_DAYS));
  employer->persons[employer->n_persons++] = person->id;
}

static void
add_engagement (SpilInventor *self, SpilInvented *employer, int64_t time)
{
  static const int cadences[] = { [SPIL_TIER_A] = 30, [SPIL_TIER_B] = 60, [SPIL_TIER_C] = 120 };
  SpilChange *engagement = add_at (self, SPIL_ENTITY_ENGAGEMENT, time);

  spil_inventor_put_reference (engagement, SPIL_ENGAGEMENT_ORGANISATION, employer->organisation);
  spil_inventor_put_reference (engagement, SPIL_ENGAGEMENT_STAGE, self->stages[employer->stage - 1]);
  spil_inventor_put_integer (engagement, SPIL_ENGAGEMENT_TIER, employer->tier);
  spil_inventor_put_text (engagement, SPIL_ENGAGEMENT_MOBILITY_BROKER, employer->broker);
  if (spil_random_chance (&self->random, 40))
    employer->other_broker =
        spil_fiction_pick (self->fiction, SPIL_WORDS_SUSTAINABILITY_BROKERS, &self->random)->text;
  spil_inventor_put_text (engagement, SPIL_ENGAGEMENT_SUSTAINABILITY_BROKER, employer->other_broker);
  spil_inventor_put_integer (engagement, SPIL_ENGAGEMENT_CADENCE, cadences[employer->tier]);
  if (spil_random_chance (&self->random, 30))
    spil_inventor_put_integer (
        engagement, SPIL_ENGAGEMENT_URGENCY,
        INT64_C (1) << spil_random_between (&self->random, SPIL_URGENCY_PARKING, SPIL_URGENCY_CENTRALISING));
  spil_inventor_put_integer (engagement, SPIL_ENGAGEMENT_CAPACITY,
                             spil_random_between (&self->random, SPIL_CAPACITY_OVER, SPIL_CAPACITY_UNKNOWN));
  employer->engagement = engagement->id;
}

void
spil_inventor_add_employer (SpilInventor *self, int index, SpilDay joined, SpilInvented *employer)
{
  static const char *const tags[] = { "demo", "demo, nachtdienst", "demo", "demo, fietsers",
                                      "demo, nieuwbouw" };
  static const int stage_weights[SPIL_INVENTOR_STAGES] = { 34, 28, 22, 16 };
  static const int place_weights[] = { 22, 14, 20, 8, 10, 9, 5, 4, 4, 4 };
  const int n_places = MIN ((int) G_N_ELEMENTS (place_weights),
                            spil_fiction_count (self->fiction, SPIL_WORDS_PLACES));
  const int place = spil_random_weighted (&self->random, place_weights, n_places);
  const int64_t time = joined.number * DAY_MS + OFFICE_OPENS_MS + index % 1000;
  const SpilPhrase *branch;
  g_autofree char *name = spil_fiction_company (self->fiction, index, &branch);
  g_autofree char *kvk = g_strdup_printf ("00%06d", (int) ((index + INT64_C (1)) * KVK_STEP % KVK_LIMIT));
  SpilChange *organisation = add_at (self, SPIL_ENTITY_ORGANISATION, time);
  const int n_persons = spil_random_between (&self->random, 1, SPIL_INVENTOR_MAX_PERSONS);

  *employer = (SpilInvented) { .organisation = organisation->id,
                               .joined = joined,
                               .area = self->areas[place] };
  employer->staff = invent_staff (self);
  employer->tier = tier_of_staff (employer->staff);
  employer->stage = 1 + spil_random_weighted (&self->random, stage_weights, SPIL_INVENTOR_STAGES);
  employer->broker = spil_fiction_pick (self->fiction, SPIL_WORDS_MOBILITY_BROKERS, &self->random)->text;

  spil_inventor_put_text (organisation, SPIL_ORGANISATION_NAME, name);
  spil_inventor_put_integer (organisation, SPIL_ORGANISATION_KIND, SPIL_ORGANISATION_KIND_EMPLOYER);
  spil_inventor_put_text (organisation, SPIL_ORGANISATION_KVK_NUMBER, kvk);
  spil_inventor_put_text (organisation, SPIL_ORGANISATION_SECTOR, branch->tag);
  spil_inventor_put_integer (organisation, SPIL_ORGANISATION_STAFF_COUNT, employer->staff);
  spil_inventor_put_day (organisation, SPIL_ORGANISATION_STAFF_DATE, joined);
  put_address (self, organisation, SPIL_ORGANISATION_STREET,
               spil_fiction_get (self->fiction, SPIL_WORDS_PLACES, place));
  spil_inventor_put_text (organisation, SPIL_ORGANISATION_TAGS, tags[index % G_N_ELEMENTS (tags)]);

  add_site (self, employer, place, time);
  if (employer->staff >= 250 && spil_random_chance (&self->random, 50))
    add_site (self, employer, spil_random_below (&self->random, n_places), time);
  for (int i = 0; i < n_persons; i++)
    add_person (self, employer, index, time);
  add_engagement (self, employer, time);
}

/* Contact moments */

/* Writes a note of two or three sentences and sets the need that it speaks of. */
static char *
invent_note (SpilInventor *self, int kind, int64_t *needs)
{
  const SpilPhrase *opening = spil_fiction_pick_number (self->fiction, SPIL_WORDS_OPENINGS, &self->random,
                                                        kind);
  const SpilPhrase *finding = spil_fiction_pick (self->fiction, SPIL_WORDS_FINDINGS, &self->random);
  const SpilPhrase *closing = spil_fiction_pick (self->fiction, SPIL_WORDS_CLOSINGS, &self->random);

  *needs = INT64_C (1) << finding->number;
  return spil_random_chance (&self->random, 60)
             ? g_strconcat (opening->text, " ", finding->text, " ", closing->text, NULL)
             : g_strconcat (opening->text, " ", finding->text, NULL);
}

static void
add_contact_person (SpilInventor *self, const SpilInvented *employer, int index, SpilId contact, int64_t time)
{
  SpilChange *person = add_at (self, SPIL_ENTITY_CONTACT_PERSON, time);

  spil_inventor_put_reference (person, SPIL_CONTACT_PERSON_CONTACT, contact);
  spil_inventor_put_reference (person, SPIL_CONTACT_PERSON_PERSON, employer->persons[index]);
}

SpilChange *
spil_inventor_add_contact (SpilInventor *self, const SpilInvented *employer, int64_t time)
{
  static const int kind_weights[] = { 0, 34, 16, 26, 18, 6 };
  const int kind = spil_random_weighted (&self->random, kind_weights, G_N_ELEMENTS (kind_weights));
  SpilChange *contact = add_at (self, SPIL_ENTITY_CONTACT, time);
  int64_t needs;
  g_autofree char *note = invent_note (self, kind, &needs);
  const gboolean advice = spil_random_chance (&self->random, 25);

  spil_inventor_put_reference (contact, SPIL_CONTACT_ORGANISATION, employer->organisation);
  spil_inventor_put_integer (contact, SPIL_CONTACT_TIME, time);
  spil_inventor_put_integer (contact, SPIL_CONTACT_KIND, kind);
  spil_inventor_put_text (contact, SPIL_CONTACT_BROKER, employer->broker);
  spil_inventor_put_text (contact, SPIL_CONTACT_SUMMARY, note);
  if (spil_random_chance (&self->random, 50))
    spil_inventor_put_text (contact, SPIL_CONTACT_OUTCOME,
                            spil_fiction_pick (self->fiction, SPIL_WORDS_OUTCOMES, &self->random)->text);
  spil_inventor_put_integer (contact, SPIL_CONTACT_NEEDS, needs);
  spil_inventor_put_integer (contact, SPIL_CONTACT_ADVICE_GIVEN, advice);
  if (advice)
    spil_inventor_put_text (contact, SPIL_CONTACT_ADVICE,
                            spil_fiction_pick (self->fiction, SPIL_WORDS_ADVICE, &self->random)->text);
  add_contact_person (self, employer, 0, contact->id, time);
  if (employer->n_persons > 1 && spil_random_chance (&self->random, 20))
    add_contact_person (self, employer, 1, contact->id, time);
  return contact;
}
