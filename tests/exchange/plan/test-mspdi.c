// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "plan-fixture.h"
#include "spil-exchange-error.h"
#include "spil-mspdi-value.h"

static void
assert_day (SpilDay day, const char *iso)
{
  g_autofree char *text = spil_day_to_iso (day);

  g_assert_cmpstr (text, ==, iso);
}

static gboolean
has_note (const SpilPlanFile *plan, const char *name)
{
  for (guint i = 0; i < plan->unknown->len; i++)
    if (strcmp (((SpilPlanFileUnknown *) plan->unknown->pdata[i])->name, name) == 0)
      return TRUE;
  return FALSE;
}

static void
test_microsoft (ExchangeFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilPlanFile) plan = plan_fixture_read (fixture, plan_fixture_microsoft, -1, &error);
  const SpilPlanFileTask *task;
  const SpilPlanFileLink *link;
  const SpilPlanFileCalendar *calendar;

  g_assert_no_error (error);
  g_assert_cmpstr (plan->title, ==, "Plan van de buren");
  g_assert_cmpstr (plan->guid, ==, "7a9c0b11-1111-4222-8333-444455556666");
  g_assert_cmpuint (plan->tasks->len, ==, 7);
  task = plan_fixture_task (plan, "Werving");
  g_assert_true (task->summary && task->follows);
  g_assert_cmpint (task->progress, ==, -1);
  g_assert_cmpint (task->cost, ==, -1);
  assert_day (task->start, "");
  task = plan_fixture_task (plan, "Bezoeken & bellen");
  g_assert_cmpint (task->parent, ==, 0);
  assert_day (task->start, "2018-10-01");
  assert_day (task->finish, "2018-10-12");
  assert_day (task->deadline, "2018-10-15");
  assert_day (task->constraint_day, "2018-10-01");
  g_assert_cmpint (task->constraint, ==, SPIL_PLAN_CONSTRAINT_START_FROM);
  g_assert_cmpint (task->progress, ==, 75);
  g_assert_cmpint (task->cost, ==, 125000);
  g_assert_cmpfloat (task->duration, ==, 10);
  g_assert_cmpstr (task->owner, ==, "Fictie Femke, Bas Bedacht");
  g_assert_cmpfloat (task->effort, ==, 30);
  g_assert_cmpstr (task->notes, ==, "Eerst de buren.\nDan de rest.");
  g_assert_cmpuint (task->bases->len, ==, 2);
  task = plan_fixture_task (plan, "Nazorg");
  assert_day (task->start, "");
  g_assert_cmpfloat (task->duration, ==, 4.5);
  g_assert_cmpint (plan_fixture_task (plan, "Vervallen plan")->stopped, ==, 1);
  g_assert_cmpint (plan_fixture_task (plan, "Besluit")->milestone, ==, 1);
  g_assert_cmpuint (plan->links->len, ==, 4);
  link = plan->links->pdata[0];
  g_assert_cmpint (link->type, ==, SPIL_LINK_TYPE_FINISH_START);
  g_assert_cmpint (link->lag, ==, 1);
  link = plan->links->pdata[1];
  g_assert_cmpint (link->type, ==, SPIL_LINK_TYPE_START_START);
  g_assert_cmpint (link->lag, ==, -2);
  link = plan->links->pdata[2];
  g_assert_cmpint (link->type, ==, SPIL_LINK_TYPE_FINISH_FINISH);
  g_assert_cmpint (link->lag, ==, 2);
  g_assert_true (link->lag_calendar);
  g_assert_cmpint (((SpilPlanFileLink *) plan->links->pdata[3])->type, ==, SPIL_LINK_TYPE_START_FINISH);
  calendar = spil_plan_file_get_calendar (plan);
  g_assert_true (calendar->week[0] && calendar->week[4] && !calendar->week[5] && !calendar->week[6]);
  g_assert_cmpuint (calendar->exceptions->len, ==, 5);
  g_assert_cmpstr (g_array_index (calendar->exceptions, SpilPlanFileException, 0).name, ==, "Verhuizing");
  assert_day (g_array_index (calendar->exceptions, SpilPlanFileException, 1).first, "2018-09-14");
  g_assert_true (has_note (plan, "Project/Manager") && has_note (plan, "Task/Priority"));
  g_assert_true (has_note (plan, "Task/ExtendedAttribute: Wijk") && has_note (plan, "Resource/Name"));
  g_assert_false (has_note (plan, "Task/ID"));
}

static void
test_libre (ExchangeFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilPlanFile) plan = plan_fixture_read (fixture, plan_fixture_libre, -1, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (plan->tasks->len, ==, 2);
  assert_day (plan_fixture_task (plan, "Fietsen delen")->finish, "2018-10-12");
  g_assert_cmpint (((SpilPlanFileLink *) plan->links->pdata[0])->type, ==, SPIL_LINK_TYPE_FINISH_START);
  g_assert_cmpuint (spil_plan_file_get_calendar (plan)->exceptions->len, ==, 1);
}

static void
test_values (void)
{
  static const struct
  {
    const char *text;
    double minutes; /* -1: refused */
  } durations[] = {
    { "PT80H0M0S", 4800 }, { "PT1H30M", 90 },  { "P1DT2H", 1560 }, { "PT0H0M0S", 0 }, { " PT30M ", 30 },
    { "PT0.5H", 30 },      { "80", -1 },       { "PT", -1 },       { "P1Y", -1 },     { "PT5", -1 },
    { "-PT5H", -1 },       { "PT1e999H", -1 }, { "", -1 },
  };
  static const struct
  {
    const char *text;
    const char *day;
  } dates[] = {
    { "2018-10-01T08:00:00", "2018-10-01" },
    { "2018-10-01", "2018-10-01" },
    { "2018-10-01T08:00:00.000+02:00", "2018-10-01" },
    { "2018-02-30T08:00:00", "" },
    { "NA", "" },
    { "2018-10-01T25:00:00", "" },
    { "18-10-01", "" },
    { "", "" },
    { "2018-10-01 x", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (durations); i++) {
    double minutes = -1;

    g_assert_cmpint (spil_mspdi_parse_duration (durations[i].text, &minutes), ==, durations[i].minutes >= 0);
    g_assert_cmpfloat (minutes, ==, durations[i].minutes);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++) {
    SpilMspdiDate date = SPIL_MSPDI_DATE_NONE;

    g_assert_cmpint (spil_mspdi_parse_date (dates[i].text, &date), ==, dates[i].day[0] != '\0');
    assert_day (date.day, dates[i].day);
  }
}

static void
refuse (ExchangeFixture *fixture, const char *text, gssize length, const char *word)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilPlanFile) plan = plan_fixture_read (fixture, text, length, &error);

  g_assert_null (plan);
  g_assert_true (error->domain == SPIL_EXCHANGE_ERROR);
  g_test_message ("%s", error->message);
  if (strstr (error->message, word) == NULL)
    g_error ("“%s” is not in “%s”", word, error->message);
}

static void
test_hostile (ExchangeFixture *fixture, gconstpointer data)
{
  static const char bomb[] =
      "<?xml version=\"1.0\"?><!DOCTYPE Project [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
      "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">]>"
      "<Project xmlns=\"http://schemas.microsoft.com/project\"><Title>&d;</Title></Project>";
  static const char outside[] =
      "<!DOCTYPE Project [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Project><Title>&x;</Title></Project>";
  static const char undeclared[] = "<Project><Title>&x;</Title></Project>";
  g_autoptr (GString) deep = g_string_new ("<Project>");
  g_autoptr (GString) strange = g_string_new ("<Project>");
  g_autoptr (GString) many = g_string_new ("<Project><Tasks>");

  refuse (fixture, bomb, -1, "declarations");
  refuse (fixture, outside, -1, "declarations");
  refuse (fixture, undeclared, -1, "declarations");
  refuse (fixture, "", 0, "no XML file");
  refuse (fixture, "Naam;Start\nWerving;2018-10-01\n", -1, "no XML file");
  refuse (fixture, "<html><body/></html>", -1, "<html>");
  refuse (fixture, "<project name=\"gantt\"/>", -1, "<project>");
  refuse (fixture, "<Project xmlns=\"http://example.invalid/other\"/>", -1, "<Project>");
  refuse (fixture, plan_fixture_libre, 900, "not complete");
  refuse (fixture, "<?xml version=\"1.0\" encoding=\"utf-8\"?><Project><Title>caf\xe9</Title></Project>", -1,
          "no XML file");
  for (int i = 0; i < 5000; i++)
    g_string_append (deep, "<a>");
  refuse (fixture, deep->str, -1, "inside each other");
  for (int i = 0; i < 2 * SPIL_PLAN_FILE_MAX_UNKNOWN; i++)
    g_string_append_printf (strange, "<e%d>1</e%d>", i, i);
  g_string_append (strange, "</Project>");
  refuse (fixture, strange->str, -1, "sorts of things");
  for (int i = 0; i <= SPIL_PLAN_FILE_MAX_ITEMS; i++)
    g_string_append (many, "<Task/>");
  g_string_append (many, "</Tasks></Project>");
  refuse (fixture, many->str, -1, "more than 100000");
}

static void
test_empty (ExchangeFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilPlanFile) plan = plan_fixture_read (fixture, "<Project/>", -1, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (plan->tasks->len, ==, 0);
}

/* Encodings that say what they are. */
static void
test_encoding (ExchangeFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilPlanFile) plan = plan_fixture_read (
      fixture, "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><Project><Title>Caf\xe9</Title></Project>", -1,
      &error);

  g_assert_no_error (error);
  g_assert_cmpstr (plan->title, ==, "Café");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) \
  g_test_add (path, ExchangeFixture, NULL, exchange_fixture_set_up, func, exchange_fixture_tear_down)
  ADD ("/mspdi/microsoft", test_microsoft);
  ADD ("/mspdi/libre", test_libre);
  g_test_add_func ("/mspdi/values", test_values);
  ADD ("/mspdi/hostile", test_hostile);
  ADD ("/mspdi/empty", test_empty);
  ADD ("/mspdi/encoding", test_encoding);
  return g_test_run ();
}
