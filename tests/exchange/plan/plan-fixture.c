// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "plan-fixture.h"

#include <math.h>
#include <string.h>

#include "spil-mspdi.h"
#include "spil-template.h"

#define TASK(uid, level, name, rest)                                                                         \
  "<Task><UID>" uid "</UID><GUID>4B0E3F5C-0000-4000-8000-0000000000" uid "</GUID><ID>" uid "</ID><Name>" name \
  "</Name><Active>1</Active><Manual>0</Manual><Type>0</Type><IsNull>0</IsNull><OutlineLevel>" level          \
  "</OutlineLevel><Priority>500</Priority>" rest "</Task>\n"
#define DATES(start, finish, hours)                                                                          \
  "<Start>" start "T08:00:00</Start><Finish>" finish "T17:00:00</Finish><Duration>PT" hours                  \
  "H0M0S</Duration><DurationFormat>7</DurationFormat>"
#define LINK(uid, type, lag, format)                                                                         \
  "<PredecessorLink><PredecessorUID>" uid "</PredecessorUID><Type>" type                                     \
  "</Type><CrossProject>0</CrossProject><LinkLag>" lag "</LinkLag><LagFormat>" format                        \
  "</LagFormat></PredecessorLink>"
#define BASE(number, start, finish, cost)                                                                    \
  "<Baseline><TimephasedData><Type>4</Type><UID>1</UID></TimephasedData><Number>" number "</Number><Start>" start \
  "T08:00:00</Start><Finish>" finish "T17:00:00</Finish><Cost>" cost "</Cost></Baseline>"
#define WEEKDAY(type, worked) \
  "<WeekDay><DayType>" type "</DayType><DayWorking>" worked "</DayWorking></WeekDay>"

// clang-format off
const char plan_fixture_microsoft[] =
    "\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    "<Project xmlns=\"http://schemas.microsoft.com/project\"><SaveVersion>14</SaveVersion><Name>plan.xml</Name>"
    "<GUID>7A9C0B11-1111-4222-8333-444455556666</GUID><Title>Plan van de buren</Title><Manager>Verzonnen Naam</Manager>"
    "<LastSaved>2018-09-01T10:00:00</LastSaved><StartDate>2018-10-01T08:00:00</StartDate>"
    "<CurrencyCode>EUR</CurrencyCode><CalendarUID>1</CalendarUID><MinutesPerDay>480</MinutesPerDay>"
    "<MinutesPerWeek>2400</MinutesPerWeek>"
    "<ExtendedAttributes><ExtendedAttribute><FieldID>188743731</FieldID><FieldName>Text1</FieldName>"
    "<Alias>Wijk</Alias></ExtendedAttribute></ExtendedAttributes>"
    "<Calendars><Calendar><UID>1</UID><Name>Standaard</Name><IsBaseCalendar>1</IsBaseCalendar><WeekDays>"
    WEEKDAY ("1", "0") WEEKDAY ("2", "1") WEEKDAY ("3", "1") WEEKDAY ("4", "1") WEEKDAY ("5", "1") WEEKDAY ("6", "1") WEEKDAY ("7", "0") "<WeekDay><DayType>0</DayType><DayWorking>0</DayWorking><TimePeriod><FromDate>2018-11-05T00:00:00</FromDate>"
    "<ToDate>2018-11-06T23:59:00</ToDate></TimePeriod></WeekDay></WeekDays><Exceptions>"
    "<Exception><TimePeriod><FromDate>2018-11-05T00:00:00</FromDate><ToDate>2018-11-06T23:59:00</ToDate></TimePeriod>"
    "<Occurrences>2</Occurrences><Name>Verhuizing</Name><Type>1</Type><DayWorking>0</DayWorking></Exception>"
    "<Exception><TimePeriod><FromDate>2018-01-01T00:00:00</FromDate><ToDate>2020-12-31T23:59:00</ToDate></TimePeriod>"
    "<Name>Stadsfeest</Name><Type>2</Type><Month>8</Month><MonthDay>14</MonthDay><DayWorking>0</DayWorking></Exception>"
    "<Exception><TimePeriod><FromDate>2018-12-25T00:00:00</FromDate><ToDate>2018-12-25T23:59:00</ToDate></TimePeriod>"
    "<Name>Kerst</Name><Type>1</Type><DayWorking>0</DayWorking></Exception>"
    "</Exceptions></Calendar></Calendars>\n<Tasks>"
    "<Task><UID>0</UID><ID>0</ID><Name>Plan van de buren</Name><OutlineLevel>0</OutlineLevel><Summary>1</Summary></Task>\n"
    TASK ("10", "1", "Werving", DATES ("2018-10-01", "2018-10-19", "120") "<Milestone>0</Milestone><Summary>1</Summary><FixedCost>0</FixedCost><PercentComplete>40</PercentComplete><Cost>125000</Cost>") TASK ("11", "2", "Bezoeken &amp; bellen", DATES ("2018-10-01", "2018-10-12", "80") "<PercentComplete>75</PercentComplete><Cost>125000</Cost><ConstraintType>4</ConstraintType><ConstraintDate>2018-10-01T08:00:00</ConstraintDate><Deadline>2018-10-15T17:00:00</Deadline><Notes>Eerst de buren.\nDan de rest.</Notes><ExtendedAttribute><FieldID>188743731</FieldID><Value>Noord</Value></ExtendedAttribute>"
    BASE ("0", "2018-09-24", "2018-10-05", "100000") BASE ("3", "2018-09-24", "2018-10-08", "110000")) TASK ("12", "2", "Afspraken", DATES ("2018-10-15", "2018-10-19", "40") "<Priority>700</Priority><PercentComplete>0</PercentComplete><ConstraintType>2</ConstraintType><ConstraintDate>2018-10-15T08:00:00</ConstraintDate>"
    LINK ("11", "1", "4800", "7") BASE ("0", "2018-10-08", "2018-10-12", "0")) TASK ("13", "1", "Proefperiode", DATES ("2018-11-01", "2018-11-30", "160") "<PercentComplete>0</PercentComplete><ConstraintType>1</ConstraintType>"
    LINK ("12", "3", "-9600", "7") LINK ("11", "0", "28800", "8")) TASK ("14", "1", "Besluit", "<Start>2018-12-03T17:00:00</Start><Finish>2018-12-03T17:00:00</Finish><Duration>PT0H0M0S</Duration><Milestone>1</Milestone><PercentComplete>0</PercentComplete>"
    LINK ("13", "2", "0", "7")) "<Task><UID>15</UID><ID>15</ID><Name>Nazorg</Name><Active>1</Active><Manual>1</Manual><OutlineLevel>1</OutlineLevel><Duration>PT36H0M0S</Duration></Task>"
    "<Task><UID>16</UID><ID>16</ID><Name>Vervallen plan</Name><Active>0</Active><Manual>1</Manual><OutlineLevel>1</OutlineLevel></Task>"
    "</Tasks><Resources><Resource><UID>0</UID><ID>0</ID></Resource><Resource><UID>1</UID><Name>Fictie, Femke</Name><Type>1</Type></Resource>"
    "<Resource><UID>2</UID><Name>Bas Bedacht</Name><Type>1</Type></Resource><Resource><UID>3</UID><Name>Papier</Name><Type>0</Type></Resource></Resources>"
    "<Assignments><Assignment><UID>1</UID><TaskUID>11</TaskUID><ResourceUID>1</ResourceUID><Units>0.5</Units></Assignment>"
    "<Assignment><UID>2</UID><TaskUID>11</TaskUID><ResourceUID>2</ResourceUID><Units>0.25</Units></Assignment>"
    "<Assignment><UID>3</UID><TaskUID>13</TaskUID><ResourceUID>-65535</ResourceUID><Units>1</Units></Assignment></Assignments></Project>";

const char plan_fixture_libre[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?><Project xmlns=\"http://schemas.microsoft.com/project\">"
    "<Name>Fietsplan</Name><Title>Fietsplan</Title><StartDate>2018-10-01T08:00:00</StartDate><CalendarUID>2</CalendarUID>"
    "<Calendars><Calendar><UID>2</UID><Name>Standard</Name><WeekDays><WeekDay><DayType>0</DayType><DayWorking>0</DayWorking>"
    "<TimePeriod><FromDate>2018-10-22T00:00:00</FromDate><ToDate>2018-10-26T23:59:00</ToDate></TimePeriod></WeekDay></WeekDays></Calendar></Calendars>"
    "<Tasks><Task><UID>1</UID><ID>1</ID><Name>Fietsen kopen</Name><OutlineNumber>1</OutlineNumber><Start>2018-10-01T08:00:00</Start>"
    "<Finish>2018-10-05T17:00:00</Finish><Duration>PT40H0M0S</Duration><PercentComplete>100</PercentComplete><Milestone>0</Milestone>"
    "<Summary>0</Summary></Task><Task><UID>2</UID><ID>2</ID><Name>Fietsen delen</Name><OutlineNumber>2</OutlineNumber>"
    "<Start>2018-10-08T08:00:00</Start><Finish>2018-10-13T00:00:00</Finish><Duration>PT40H0M0S</Duration><PredecessorLink>"
    "<PredecessorUID>1</PredecessorUID></PredecessorLink></Task></Tasks></Project>";

// clang-format on

void
plan_fixture_use_programme (ExchangeFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilTemplate) template = spil_template_load (NULL, "leeg", &error);
  g_autoptr (SpilAction) action = spil_template_make_action (template, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (spil_store_commit_bulk (self->store, action, &error));
  g_assert_no_error (error);
}

SpilPlanFile *
plan_fixture_read (ExchangeFixture *self, const char *text, gssize length, GError **error)
{
  g_autofree char *path = exchange_fixture_path (self, "plan.xml");

  g_assert_true (g_file_set_contents_full (path, text, length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  return spil_mspdi_read (path, NULL, error);
}

SpilPlanImportResult *
plan_fixture_import (ExchangeFixture *self, const SpilPlanFile *plan)
{
  g_autoptr (GError) error = NULL;
  SpilPlanImportResult *result = spil_plan_import (self->store, plan, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < result->rows->len; i++) {
    const SpilPlanImportRow *row = result->rows->pdata[i];

    if (row->part != SPIL_PLAN_PART_TASK || row->outcome != SPIL_PLAN_CREATED)
      g_test_message ("%d %d: %s: %s", row->part, row->outcome, row->name, row->text);
  }
  return result;
}

SpilPlanFile *
plan_fixture_round (ExchangeFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilPlanFile) plan = spil_plan_file_of_store (self->store, &error);
  g_autofree char *path = exchange_fixture_path (self, "round.xml");
  SpilPlanFile *read;

  g_assert_no_error (error);
  g_assert_true (spil_mspdi_write (plan, path, NULL, NULL, &error));
  g_assert_no_error (error);
  read = spil_mspdi_read (path, NULL, &error);
  g_assert_no_error (error);
  return read;
}

static void
assert_day (SpilDay one, SpilDay other)
{
  g_autofree char *a = spil_day_to_iso (one);
  g_autofree char *b = spil_day_to_iso (other);

  g_assert_cmpstr (a, ==, b);
}

static void
assert_equal_bases (const SpilPlanFileTask *one, const SpilPlanFileTask *other)
{
  g_assert_cmpuint (one->bases != NULL ? one->bases->len : 0, ==,
                    other->bases != NULL ? other->bases->len : 0);
  for (guint i = 0; one->bases != NULL && i < one->bases->len; i++) {
    const SpilPlanFileBase *base = &g_array_index (one->bases, SpilPlanFileBase, i);
    const SpilPlanFileBase *same = spil_plan_file_task_base ((SpilPlanFileTask *) other, base->number);

    assert_day (base->start, same->start);
    assert_day (base->finish, same->finish);
    g_assert_cmpint (base->cost, ==, same->cost);
  }
  g_assert_cmpuint (one->bases != NULL ? one->bases->len : 0, ==,
                    other->bases != NULL ? other->bases->len : 0);
}

static void
assert_equal_tasks (const SpilPlanFileTask *one, const SpilPlanFileTask *other)
{
  g_assert_cmpstr (one->name, ==, other->name);
  g_assert_cmpstr (one->notes, ==, other->notes);
  g_assert_cmpint (one->parent, ==, other->parent);
  g_assert_cmpint (one->summary, ==, other->summary);
  g_assert_cmpint (one->follows, ==, other->follows);
  assert_day (one->start, other->start);
  assert_day (one->finish, other->finish);
  if (!spil_day_is_known (one->start) || !spil_day_is_known (one->finish))
    g_assert_cmpfloat (ceil (one->duration), ==, ceil (other->duration));
  g_assert_cmpint (one->milestone == 1, ==, other->milestone == 1);
  g_assert_cmpint (one->progress, ==, other->progress);
  g_assert_cmpint (one->stopped == 1, ==, other->stopped == 1);
  g_assert_cmpint (MAX (one->constraint, SPIL_PLAN_CONSTRAINT_NONE), ==,
                   MAX (other->constraint, SPIL_PLAN_CONSTRAINT_NONE));
  assert_day (one->constraint_day, other->constraint_day);
  assert_day (one->deadline, other->deadline);
  g_assert_cmpint (one->cost, ==, other->cost);
  g_assert_cmpfloat_with_epsilon (one->effort, other->effort, 0.01);
  g_assert_cmpstr (one->owner, ==, other->owner);
  assert_equal_bases (one, other);
}

static int
compare_links (gconstpointer a, gconstpointer b)
{
  const SpilPlanFileLink *one = *(SpilPlanFileLink *const *) a;
  const SpilPlanFileLink *other = *(SpilPlanFileLink *const *) b;

  if (one->to != other->to)
    return one->to - other->to;
  return one->from != other->from ? one->from - other->from : one->type - other->type;
}

void
plan_fixture_assert_equal (const SpilPlanFile *one, const SpilPlanFile *other)
{
  g_assert_cmpuint (one->tasks->len, ==, other->tasks->len);
  for (guint i = 0; i < one->tasks->len; i++)
    assert_equal_tasks (one->tasks->pdata[i], other->tasks->pdata[i]);
  g_assert_cmpuint (one->links->len, ==, other->links->len);
  g_ptr_array_sort (one->links, compare_links);
  g_ptr_array_sort (other->links, compare_links);
  for (guint i = 0; i < one->links->len; i++) {
    const SpilPlanFileLink *a = one->links->pdata[i];
    const SpilPlanFileLink *b = other->links->pdata[i];

    g_assert_cmpint (compare_links (&a, &b), ==, 0);
    g_assert_cmpint (a->lag, ==, b->lag);
    g_assert_cmpint (a->lag_calendar, ==, b->lag_calendar);
  }
  for (int i = 0; i < SPIL_PLAN_FILE_N_BASELINES; i++) {
    g_assert_cmpint (one->baselines[i].used, ==, other->baselines[i].used);
    if (one->baselines[i].name != NULL) {
      g_assert_cmpstr (one->baselines[i].name, ==, other->baselines[i].name);
      assert_day (one->baselines[i].date, other->baselines[i].date);
    }
  }
}

const SpilPlanFileTask *
plan_fixture_task (const SpilPlanFile *plan, const char *name)
{
  for (guint i = 0; i < plan->tasks->len; i++)
    if (strcmp (((SpilPlanFileTask *) plan->tasks->pdata[i])->name, name) == 0)
      return plan->tasks->pdata[i];
  g_error ("no task %s", name);
}

SpilRecord *
plan_fixture_record (ExchangeFixture *self, const char *name)
{
  g_autoptr (GPtrArray) rows = exchange_fixture_list (self, SPIL_ENTITY_TASK);

  for (guint i = 0; i < rows->len; i++)
    if (g_strcmp0 (spil_record_get_text (rows->pdata[i], SPIL_TASK_NAME), name) == 0)
      return g_object_ref (rows->pdata[i]);
  g_error ("no activity %s", name);
}
