// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-demo-private.h"
#include "spil-number.h"

/* Days as year, month, day; year 0: none. */
typedef struct
{
  int year, month, day;
} Date;

/* Activities of the demo that its file does not know: what is worked with most stands there. */
static const struct
{
  const char *name;
  const char *parent;
  const char *owner;
  Date start, end, not_before;
  int duration; /* working days that it will take; 0: not stated */
  int effort; /* hours a week; 0: not stated */
  const char *after; /* waits for it; NULL: for nothing */
  int type, lag;
} activities[] = {
  { "Evaluatieverslag opmaken (demo)",
    "activiteit-10",
    "Joris Laadpaal (demo), Noor Windmee (demo)",
    { 2018, 11, 26 },
    { 2018, 12, 11 },
    { 0, 0, 0 },
    0,
    12,
    "evaluatie",
    SPIL_LINK_TYPE_FINISH_FINISH,
    2 },
  { "Nazorg in het CRM (demo)",
    "activiteit-7",
    "Wiebe Deelauto (demo), Farid Overstap (demo)",
    { 2019, 1, 7 },
    { 2019, 2, 15 },
    { 2019, 1, 7 },
    0,
    8,
    "crm-klaar",
    SPIL_LINK_TYPE_FINISH_START,
    5 },
  { "Draaiboek afstemmen met gemeenten (demo)",
    "activiteit-9",
    "Elske Treinkaart (demo)",
    { 0, 0, 0 },
    { 0, 0, 0 },
    { 0, 0, 0 },
    15,
    0,
    "evenementenplan",
    SPIL_LINK_TYPE_START_START,
    10 },
};

static const struct
{
  const char *name;
  Date first, last;
} closures[] = {
  { "Zomersluiting (demo)", { 2018, 7, 30 }, { 2018, 8, 10 } },
  { "Kerstsluiting (demo)", { 2018, 12, 24 }, { 2019, 1, 4 } },
};

/* What was said of activities, the latest last. */
static const struct
{
  const char *task;
  int month, day; /* of 2018 */
  int light;
  const char *headline;
} lines[] = {
  { "oosterenk-afspraken", 10, 4, SPIL_LIGHT_GREEN, "Zes van de acht werkgevers doen mee" },
  { "crm-inrichten", 10, 8, SPIL_LIGHT_AMBER, "Overzetten van de adressen kost meer tijd" },
  { "oosterenk-afspraken", 11, 6, SPIL_LIGHT_AMBER, "Twee directies willen eerst een proef" },
  { "n35-gesprekken", 11, 7, SPIL_LIGHT_RED, "Twee verenigingen vergaderen pas in december" },
  { "website", 11, 9, SPIL_LIGHT_AMBER, "Teksten wachten op akkoord van de koepels" },
  { "crm-inrichten", 11, 12, SPIL_LIGHT_GREEN, "Adressen staan erin; nu nog de rechten" },
  { "evaluatie", 11, 13, SPIL_LIGHT_AMBER, "Nog vier werkgevers te spreken" },
  { "proefperioden", 11, 14, SPIL_LIGHT_GREEN, "Derde groep is begonnen" },
};

/* The planning as it was on 5 October, where it has changed since or is closely watched. */
static const struct
{
  const char *task;
  Date start, end;
  int progress; /* -1: not known */
} kept[] = {
  { "halfjaar", { 2018, 11, 5 }, { 2018, 12, 14 }, 0 },
  { "n35-verkenning", { 2018, 7, 9 }, { 2018, 10, 12 }, 90 },
  { "n35-gesprekken", { 2018, 10, 15 }, { 2018, 11, 30 }, 0 },
  { "n35-voorstel", { 2018, 12, 20 }, { 2018, 12, 20 }, 0 },
  { "n35-start", { 2019, 1, 14 }, { 2019, 5, 10 }, 0 },
  { "n50-projecten", { 2018, 8, 20 }, { 2019, 3, 29 }, 20 },
  { "oosterenk-afspraken", { 2018, 9, 3 }, { 2018, 11, 16 }, 45 },
  { "oosterenk-tekenen", { 2018, 11, 22 }, { 2018, 11, 22 }, 0 },
  { "a28-kennismaking", { 2018, 9, 10 }, { 2018, 11, 9 }, -1 },
  { "boodschap", { 2018, 7, 23 }, { 2018, 9, 28 }, 100 },
  { "website", { 2018, 10, 1 }, { 2018, 12, 21 }, 5 },
  { "crm-eisen", { 2018, 7, 9 }, { 2018, 8, 31 }, 100 },
  { "crm-inrichten", { 2018, 9, 3 }, { 2018, 11, 9 }, 50 },
  { "crm-klaar", { 2018, 12, 3 }, { 2018, 12, 3 }, 0 },
  { "evaluatie", { 2018, 10, 1 }, { 2018, 11, 30 }, 5 },
  { "fondsbesluit", { 2018, 12, 13 }, { 2018, 12, 13 }, 0 },
  { "proefperioden", { 2018, 9, 3 }, { 2019, 6, 28 }, -1 },
  { "evenementenplan", { 2019, 3, 11 }, { 2019, 5, 24 }, 0 },
};

static SpilDay
day_of (Date date)
{
  return date.year == 0 ? SPIL_DAY_NONE : spil_day_from_ymd (date.year, date.month, date.day);
}

static void
add_closures (SpilDemo *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (closures); i++) {
    SpilChange *closure = spil_inventor_add (&self->inventor, SPIL_ENTITY_CLOSURE,
                                             day_of (closures[i].first));

    spil_inventor_put_text (closure, SPIL_CLOSURE_NAME, closures[i].name);
    spil_inventor_put_day (closure, SPIL_CLOSURE_START, day_of (closures[i].first));
    spil_inventor_put_day (closure, SPIL_CLOSURE_END, day_of (closures[i].last));
  }
}

static SpilId
add_activity (SpilDemo *self, gsize i)
{
  SpilChange *task = spil_inventor_add (&self->inventor, SPIL_ENTITY_TASK, spil_day_from_ymd (2018, 10, 8));

  spil_inventor_put_text (task, SPIL_TASK_NAME, activities[i].name);
  spil_inventor_put_reference (task, SPIL_TASK_PARENT, spil_demo_row (self, activities[i].parent));
  spil_inventor_put_text (task, SPIL_TASK_OWNER, activities[i].owner);
  spil_inventor_put_integer (task, SPIL_TASK_STATE, SPIL_TASK_STATE_PLANNED);
  if (activities[i].start.year != 0) {
    spil_inventor_put_text (task, SPIL_TASK_GROUND, "Demo: verzonnen data.");
    spil_inventor_put_day (task, SPIL_TASK_START, day_of (activities[i].start));
    spil_inventor_put_day (task, SPIL_TASK_END, day_of (activities[i].end));
  }
  if (activities[i].not_before.year != 0)
    spil_inventor_put_day (task, SPIL_TASK_NOT_BEFORE, day_of (activities[i].not_before));
  if (activities[i].duration > 0)
    spil_inventor_put_integer (task, SPIL_TASK_DURATION, activities[i].duration);
  if (activities[i].effort > 0)
    spil_inventor_put_integer (task, SPIL_TASK_EFFORT, spil_decimal_from_double (activities[i].effort));
  return task->id;
}

static void
add_activities (SpilDemo *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (activities); i++) {
    SpilId task = add_activity (self, i);
    SpilChange *link = spil_inventor_add (&self->inventor, SPIL_ENTITY_DEPENDENCY,
                                          spil_day_from_ymd (2018, 10, 8));

    spil_inventor_put_reference (link, SPIL_DEPENDENCY_FROM, spil_demo_row (self, activities[i].after));
    spil_inventor_put_reference (link, SPIL_DEPENDENCY_TO, task);
    spil_inventor_put_integer (link, SPIL_DEPENDENCY_TYPE, activities[i].type);
    spil_inventor_put_integer (link, SPIL_DEPENDENCY_LAG, activities[i].lag);
    spil_inventor_put_integer (link, SPIL_DEPENDENCY_LAG_UNIT, SPIL_LAG_UNIT_WORKING);
  }
}

static void
add_journal (SpilDemo *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++) {
    SpilDay day = spil_day_from_ymd (2018, lines[i].month, lines[i].day);
    SpilChange *line = spil_inventor_add (&self->inventor, SPIL_ENTITY_TASK_JOURNAL, day);

    spil_inventor_put_reference (line, SPIL_TASK_JOURNAL_TASK, spil_demo_row (self, lines[i].task));
    spil_inventor_put_day (line, SPIL_TASK_JOURNAL_DATE, day);
    spil_inventor_put_integer (line, SPIL_TASK_JOURNAL_LIGHT, lines[i].light);
    spil_inventor_put_text (line, SPIL_TASK_JOURNAL_HEADLINE, lines[i].headline);
    spil_inventor_put_text (line, SPIL_TASK_JOURNAL_TEXT, "Demo: verzonnen data.");
  }
}

static void
add_baseline (SpilDemo *self)
{
  SpilDay day = spil_day_from_ymd (2018, 10, 5);
  SpilChange *baseline = spil_inventor_add (&self->inventor, SPIL_ENTITY_BASELINE, day);

  spil_inventor_put_text (baseline, SPIL_BASELINE_NAME, "Planning na het derde kwartaal (demo)");
  spil_inventor_put_day (baseline, SPIL_BASELINE_DATE, day);
  spil_inventor_put_text (baseline, SPIL_BASELINE_NOTES, "Demo: verzonnen data.");
  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++) {
    SpilChange *row = spil_inventor_add (&self->inventor, SPIL_ENTITY_BASELINE_TASK, day);

    spil_inventor_put_reference (row, SPIL_BASELINE_TASK_BASELINE, baseline->id);
    spil_inventor_put_reference (row, SPIL_BASELINE_TASK_TASK, spil_demo_row (self, kept[i].task));
    spil_inventor_put_day (row, SPIL_BASELINE_TASK_START, day_of (kept[i].start));
    spil_inventor_put_day (row, SPIL_BASELINE_TASK_END, day_of (kept[i].end));
    if (kept[i].progress >= 0)
      spil_inventor_put_integer (row, SPIL_BASELINE_TASK_PROGRESS, kept[i].progress);
  }
}

void
spil_demo_add_planning (SpilDemo *self)
{
  add_closures (self);
  add_activities (self);
  add_journal (self);
  add_baseline (self);
}
