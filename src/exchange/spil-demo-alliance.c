// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-demo-private.h"

#include "spil-entity.h"

#define N_EVENTS 4
#define N_MEMBERS 7

/* An event, and how many employers came. */
static const struct
{
  const char *name;
  int kind;
  const char *area; /* NULL: none */
  int month, day; /* of 2018 */
  int days;
  int visitors; /* 0: not stated */
  int came;
  gboolean government; /* came too */
} events[N_EVENTS] = {
  { "Werkgeversontbijt Oosterenk (demo)", SPIL_EVENT_KIND_MEETUP, "oosterenk", 9, 20, 1, 34, 8, TRUE },
  { "Fietsweek Hessenpoort (demo)", SPIL_EVENT_KIND_CAMPAIGN, "hessenpoort", 10, 8, 5, 210, 5, FALSE },
  { "Braderie in de binnenstad (demo)", SPIL_EVENT_KIND_VISITORS, NULL, 11, 10, 2, 6500, 0, FALSE },
  { "Rondetafel bereikbaarheid (demo)", SPIL_EVENT_KIND_MEETUP, "hanzeland", 12, 6, 1, 0, 0, FALSE },
};

/* A promise, and in how many days from today it is due. */
static const struct
{
  const char *text;
  const char *by;
  int due;
  int kept; /* days ago; -1: not kept yet */
} promises[] = {
  { "Fietsvergoeding in de reisregeling opnemen (demo)", "HR", -21, -1 },
  { "Tien parkeerplaatsen inruilen voor een fietsenstalling (demo)", "Facilitair", -6, -1 },
  { "Vergaderingen niet voor 9.30 uur laten beginnen (demo)", "Directie", 8, -1 },
  { "Meting van de aankomsttijden herhalen (demo)", "HR", 13, -1 },
  { "Leaseregeling met mobiliteitskaart uitbreiden (demo)", "Directie", 75, -1 },
  { "Collega-werkgevers op het terrein uitnodigen (demo)", NULL, 999, -1 },
  { "OV-probeerkaart aan alle nieuwe medewerkers aanbieden (demo)", "HR", -30, 34 },
};

static SpilId
add_alliance (SpilDemo *self)
{
  SpilDay start = spil_day_from_ymd (2018, 7, 2);
  SpilChange *alliance = spil_inventor_add (&self->inventor, SPIL_ENTITY_ALLIANCE, start);

  spil_inventor_put_text (alliance, SPIL_ALLIANCE_NAME, "Werkgeversalliantie Zwolle (demo)");
  spil_inventor_put_text (alliance, SPIL_ALLIANCE_GOAL,
                          "Samen 600 spitsmijdingen per werkdag, gemeten per kwartaal (demo)");
  spil_inventor_put_reference (alliance, SPIL_ALLIANCE_INDICATOR, spil_demo_row (self, "spitsmijdingen"));
  return alliance->id;
}

/* The employers that got furthest are its members. */
static void
add_members (SpilDemo *self, SpilId alliance, SpilId members[N_MEMBERS])
{
  int n = 0;

  for (guint i = 0; i < self->employers->len && n < N_MEMBERS; i++) {
    const SpilInvented *employer = &g_array_index (self->employers, SpilInvented, i);
    SpilDay start = spil_day_from_ymd (2018, 7, 2 + n);
    SpilChange *membership;

    if (employer->stage < SPIL_INVENTOR_STAGES)
      continue;
    membership = spil_inventor_add (&self->inventor, SPIL_ENTITY_MEMBERSHIP, start);
    spil_inventor_put_reference (membership, SPIL_MEMBERSHIP_ALLIANCE, alliance);
    spil_inventor_put_reference (membership, SPIL_MEMBERSHIP_ORGANISATION, employer->organisation);
    spil_inventor_put_day (membership, SPIL_MEMBERSHIP_START, start);
    members[n++] = employer->organisation;
  }
  for (; n < N_MEMBERS; n++)
    members[n] = SPIL_ID_NIL;
}

static void
add_promises (SpilDemo *self, const SpilId members[N_MEMBERS])
{
  for (gsize i = 0; i < G_N_ELEMENTS (promises); i++) {
    SpilId member = members[i % N_MEMBERS];
    SpilChange *promise;

    if (spil_id_is_nil (member))
      continue;
    promise = spil_inventor_add (&self->inventor, SPIL_ENTITY_PROMISE, spil_day_from_ymd (2018, 7, 16));
    spil_inventor_put_reference (promise, SPIL_PROMISE_ORGANISATION, member);
    spil_inventor_put_text (promise, SPIL_PROMISE_TEXT, promises[i].text);
    spil_inventor_put_text (promise, SPIL_PROMISE_BY, promises[i].by);
    if (promises[i].due != 999)
      spil_inventor_put_day (promise, SPIL_PROMISE_DUE, spil_day_add (self->today, promises[i].due));
    spil_inventor_put_integer (promise, SPIL_PROMISE_STATE,
                               promises[i].kept >= 0 ? SPIL_ACTION_STATE_DONE : SPIL_ACTION_STATE_OPEN);
    if (promises[i].kept >= 0)
      spil_inventor_put_day (promise, SPIL_PROMISE_KEPT_ON, spil_day_add (self->today, -promises[i].kept));
  }
}

static void
add_attendance (SpilDemo *self, SpilId event, SpilId organisation, SpilDay day, int people)
{
  SpilChange *attendance = spil_inventor_add (&self->inventor, SPIL_ENTITY_ATTENDANCE, day);

  spil_inventor_put_reference (attendance, SPIL_ATTENDANCE_EVENT, event);
  spil_inventor_put_reference (attendance, SPIL_ATTENDANCE_ORGANISATION, organisation);
  spil_inventor_put_integer (attendance, SPIL_ATTENDANCE_PEOPLE, people);
}

static void
add_event (SpilDemo *self, int at, const SpilId members[N_MEMBERS])
{
  SpilDay start = spil_day_from_ymd (2018, events[at].month, events[at].day);
  SpilDay made = spil_day_from_ymd (2018, 9, 3);
  SpilChange *event = spil_inventor_add (&self->inventor, SPIL_ENTITY_EVENT, made);

  spil_inventor_put_text (event, SPIL_EVENT_NAME, events[at].name);
  spil_inventor_put_integer (event, SPIL_EVENT_KIND, events[at].kind);
  if (events[at].area != NULL)
    spil_inventor_put_reference (event, SPIL_EVENT_AREA, spil_demo_row (self, events[at].area));
  spil_inventor_put_day (event, SPIL_EVENT_START, start);
  if (events[at].days > 1)
    spil_inventor_put_day (event, SPIL_EVENT_END, spil_day_add (start, events[at].days - 1));
  if (events[at].visitors > 0)
    spil_inventor_put_integer (event, SPIL_EVENT_VISITORS, events[at].visitors);
  for (int i = 0; i < events[at].came; i++) {
    const SpilInvented *employer = &g_array_index (self->employers, SpilInvented, i + at);

    if (i < N_MEMBERS && !spil_id_is_nil (members[i]))
      add_attendance (self, event->id, members[i], made, 1 + i % 3);
    else
      add_attendance (self, event->id, employer->organisation, made, 1 + i % 3);
  }
  if (events[at].government)
    add_attendance (self, event->id, spil_demo_row (self, "gemeente-zwolle"), made, 2);
}

void
spil_demo_add_alliance (SpilDemo *self)
{
  SpilId members[N_MEMBERS];

  add_members (self, add_alliance (self), members);
  add_promises (self, members);
  for (int i = 0; i < N_EVENTS; i++)
    add_event (self, i, members);
}
