// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#define _GNU_SOURCE /* memfd_create() */

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "fuzz.h"
#include "spil-entity.h"
#include "spil-exchange-error.h"
#include "spil-gan.h"
#include "spil-plan-forms.h"
#include "spil-planner.h"

#define FUZZ_CASES 20000

static const char gan[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<project name=\"Gebiedsplan (demo)\" company=\"\" webLink=\"\" view-date=\"2018-07-02\" version=\"3.2\" locale=\"nl\">\n"
    "<description><![CDATA[Waar het om gaat]]></description>\n"
    "<view zooming-state=\"default:2\" id=\"gantt-chart\"/>\n"
    "<calendars base-id=\"none\"><day-types><day-type id=\"0\"/><day-type id=\"1\"/>"
    "<default-week id=\"1\" name=\"default\" sun=\"1\" mon=\"0\" tue=\"0\" wed=\"0\" thu=\"0\" fri=\"0\" sat=\"1\"/>"
    "<only-show-weekends value=\"false\"/></day-types>"
    "<date year=\"2018\" month=\"7\" date=\"6\" type=\"HOLIDAY\"><![CDATA[Uitje (demo)]]></date>"
    "<date year=\"\" month=\"12\" date=\"25\" type=\"HOLIDAY\"><![CDATA[Kerst]]></date></calendars>\n"
    "<tasks empty-milestones=\"true\"><taskproperties><taskproperty id=\"tpd3\" name=\"name\" type=\"default\"/>"
    "<taskproperty id=\"tpc0\" name=\"Wijk\" type=\"custom\"/></taskproperties>\n"
    "<task id=\"0\" uid=\"0190163d84c67b9b8d4d0750d25fbd11\" name=\"Voorbereiding\" color=\"#8cb6ce\" meeting=\"false\""
    " start=\"2018-07-02\" duration=\"6\" complete=\"25\" expand=\"true\">"
    "<task id=\"1\" name=\"Verkennen &amp; kiezen\" meeting=\"false\" start=\"2018-07-02\" duration=\"6\" complete=\"40\""
    " thirdDate=\"2018-07-01\" thirdDate-constraint=\"1\" cost-manual-value=\"1200.50\" cost-calculated=\"false\">"
    "<notes><![CDATA[Met de ondernemers]]></notes>"
    "<depend id=\"2\" type=\"2\" difference=\"2\" hardness=\"Strong\"/>"
    "<depend id=\"3\" type=\"1\" difference=\"0\" hardness=\"Rubber\"/>"
    "<customproperty taskproperty-id=\"tpc0\" value=\"Noord\"/></task>"
    "<task id=\"2\" name=\"Besluit\" meeting=\"true\" start=\"2018-07-13\" duration=\"0\" complete=\"0\"/></task>"
    "<task id=\"3\" name=\"Uitvoering\" meeting=\"false\" start=\"2018-12-24\" duration=\"3\" complete=\"0\"/></tasks>\n"
    "<resources><resource id=\"0\" name=\"Elske Treinkaart (demo)\" function=\"Default:1\" contacts=\"\" phone=\"\"/></resources>\n"
    "<allocations><allocation task-id=\"1\" resource-id=\"0\" function=\"Default:1\" responsible=\"true\" load=\"50.0\"/></allocations>\n"
    "<previous><previous-tasks name=\"Eerste opzet\"><previous-task id=\"1\" start=\"2018-06-25\" duration=\"5\""
    " meeting=\"false\" super=\"false\"/></previous-tasks></previous>\n"
    "<roles roleset-name=\"Default\"/></project>\n";

static const char planner[] =
    "<?xml version=\"1.0\"?>\n"
    "<project name=\"Corridor (demo)\" company=\"Demobedrijf\" manager=\"\" phase=\"\" project-start=\"20180702T000000Z\""
    " mrproject-version=\"2\" calendar=\"1\">\n"
    "<properties><property name=\"cost\" type=\"cost\" owner=\"resource\" label=\"Cost\" description=\"\"/></properties>\n"
    "<phases/><calendars><day-types><day-type id=\"0\" name=\"Werk\" description=\"\"/></day-types>"
    "<calendar id=\"1\" name=\"Gewoon\"><default-week mon=\"0\" tue=\"0\" wed=\"0\" thu=\"0\" fri=\"1\" sat=\"1\" sun=\"1\"/>"
    "<overridden-day-types><overridden-day-type id=\"0\"><interval start=\"0800\" end=\"1200\"/></overridden-day-type>"
    "</overridden-day-types><days><day date=\"20181225\" type=\"day-type\" id=\"1\"/></days></calendar></calendars>\n"
    "<tasks><task id=\"1\" name=\"Aanloop\" note=\"\" work=\"288000\" duration=\"288000\" start=\"20180702T000000Z\""
    " end=\"20180713T170000Z\" work-start=\"20180702T080000Z\" percent-complete=\"30\" priority=\"0\" type=\"normal\""
    " scheduling=\"fixed-work\">"
    "<task id=\"2\" name=\"Gesprekken\" note=\"Langs de weg\" work=\"288000\" duration=\"288000\" start=\"20180702T000000Z\""
    " end=\"20180714T000000Z\" work-start=\"20180702T080000Z\" percent-complete=\"30\" priority=\"0\" type=\"normal\""
    " scheduling=\"fixed-work\"><constraint type=\"must-start-on\" time=\"20180702T080000Z\"/></task></task>"
    "<task id=\"3\" name=\"Klaar\" note=\"\" work=\"0\" duration=\"0\" start=\"20180718T170000Z\" end=\"20180718T170000Z\""
    " work-start=\"20180718T170000Z\" percent-complete=\"0\" priority=\"5\" type=\"milestone\" scheduling=\"fixed-work\">"
    "<predecessors><predecessor id=\"1\" predecessor-id=\"2\" type=\"FS\" lag=\"57600\"/></predecessors></task></tasks>\n"
    "<resource-groups default_group=\"1\"/><resources><resource group=\"1\" id=\"1\" name=\"Bo Fietspad (demo)\""
    " short-name=\"\" type=\"1\" units=\"0\" email=\"\" note=\"\" std-rate=\"0\"/></resources>\n"
    "<allocations><allocation task-id=\"2\" resource-id=\"1\" units=\"100\"/></allocations></project>\n";

static char *
make_path (const char *name)
{
  g_autofree char *folder = g_dir_make_tmp ("spil-plan-XXXXXX", NULL);

  g_assert_nonnull (folder);
  return g_build_filename (folder, name, NULL);
}

static SpilPlanFile *
read_text (const char *name, const char *text, gsize length, GError **error)
{
  g_autofree char *path = make_path (name);

  g_assert_true (g_file_set_contents (path, text, (gssize) length, NULL));
  return spil_plan_forms_read (path, NULL, error);
}

static SpilPlanFile *
read_good (const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  SpilPlanFile *plan = read_text (name, text, strlen (text), &error);

  g_assert_no_error (error);
  return plan;
}

static const SpilPlanFileTask *
get_task (const SpilPlanFile *plan, guint place)
{
  g_assert_cmpuint (place, <, plan->tasks->len);
  return plan->tasks->pdata[place];
}

static void
assert_days (const SpilPlanFileTask *task, const char *start, const char *finish)
{
  g_autofree char *first = spil_day_to_iso (task->start);
  g_autofree char *last = spil_day_to_iso (task->finish);

  g_assert_cmpstr (first, ==, start);
  g_assert_cmpstr (last, ==, finish);
}

static const SpilPlanFileUnknown *
find_unknown (const SpilPlanFile *plan, const char *name)
{
  for (guint i = 0; i < plan->unknown->len; i++) {
    const SpilPlanFileUnknown *unknown = plan->unknown->pdata[i];

    if (strcmp (unknown->name, name) == 0)
      return unknown;
  }
  return NULL;
}

/* GanttProject */

static void
test_gan_tasks (void)
{
  g_autoptr (SpilPlanFile) plan = read_good ("plan.gan", gan);
  const SpilPlanFileTask *task;

  g_assert_cmpstr (plan->title, ==, "Gebiedsplan (demo)");
  g_assert_cmpuint (plan->tasks->len, ==, 4);
  task = get_task (plan, 0);
  g_assert_true (task->follows && task->summary);
  assert_days (task, "", "");
  g_assert_cmpint (task->progress, ==, -1);
  g_assert_cmpstr (task->guid, ==, "0190163d-84c6-7b9b-8d4d-0750d25fbd11");
  task = get_task (plan, 1);
  g_assert_cmpint (task->parent, ==, 0);
  g_assert_cmpstr (task->name, ==, "Verkennen & kiezen");
  g_assert_cmpstr (task->notes, ==, "Met de ondernemers");
  /* Six working days, with a free Friday and a weekend in between. */
  assert_days (task, "2018-07-02", "2018-07-10");
  g_assert_cmpint (task->progress, ==, 40);
  g_assert_cmpint (task->cost, ==, 120050);
  g_assert_cmpint (task->constraint, ==, SPIL_PLAN_CONSTRAINT_START_FROM);
  g_assert_cmpstr (task->owner, ==, "Elske Treinkaart (demo)");
  g_assert_cmpfloat (task->effort, ==, 20);
  task = get_task (plan, 2);
  g_assert_cmpint (task->milestone, ==, 1);
  assert_days (task, "2018-07-13", "2018-07-13");
  /* Christmas comes back every year. */
  assert_days (get_task (plan, 3), "2018-12-24", "2018-12-27");
}

static void
test_gan_rest (void)
{
  g_autoptr (SpilPlanFile) plan = read_good ("plan.GAN", gan);
  const SpilPlanFileLink *link;
  const SpilPlanFileBase *base;

  g_assert_cmpuint (plan->links->len, ==, 2);
  link = plan->links->pdata[0];
  g_assert_cmpint (link->from, ==, 1);
  g_assert_cmpint (link->to, ==, 2);
  g_assert_cmpint (link->type, ==, SPIL_LINK_TYPE_FINISH_START);
  g_assert_cmpint (link->lag, ==, 2);
  link = plan->links->pdata[1];
  g_assert_cmpint (link->to, ==, 3);
  g_assert_cmpint (link->type, ==, SPIL_LINK_TYPE_START_START);
  g_assert_cmpstr (plan->baselines[0].name, ==, "Eerste opzet");
  base = &g_array_index (get_task (plan, 1)->bases, SpilPlanFileBase, 0);
  g_assert_cmpint (spil_day_compare (base->finish, spil_day_from_ymd (2018, 6, 29)), ==, 0);
  g_assert_nonnull (find_unknown (plan, "task/color"));
  g_assert_nonnull (find_unknown (plan, "depend/hardness"));
  g_assert_nonnull (find_unknown (plan, "project/description"));
  g_assert_cmpstr (find_unknown (plan, "customproperty/Wijk")->example, ==, "Noord");
  g_assert_null (find_unknown (plan, "task/expand"));
  g_assert_null (find_unknown (plan, "resource/phone"));
}

/* GNOME Planner */

static void
test_planner (void)
{
  g_autoptr (SpilPlanFile) plan = read_good ("plan.planner", planner);
  const SpilPlanFileCalendar *calendar = spil_plan_file_get_calendar (plan);
  const SpilPlanFileTask *task = get_task (plan, 1);
  const SpilPlanFileLink *link;

  g_assert_cmpuint (plan->tasks->len, ==, 3);
  g_assert_true (get_task (plan, 0)->follows);
  /* Midnight is the end of the day before. */
  assert_days (task, "2018-07-02", "2018-07-13");
  g_assert_cmpfloat (task->duration, ==, 10);
  g_assert_cmpint (task->constraint, ==, SPIL_PLAN_CONSTRAINT_START_ON);
  g_assert_cmpstr (task->owner, ==, "Bo Fietspad (demo)");
  g_assert_cmpstr (task->notes, ==, "Langs de weg");
  task = get_task (plan, 2);
  g_assert_cmpint (task->milestone, ==, 1);
  assert_days (task, "2018-07-18", "2018-07-18");
  g_assert_cmpuint (plan->links->len, ==, 1);
  link = plan->links->pdata[0];
  g_assert_cmpint (link->from, ==, 1);
  g_assert_cmpint (link->to, ==, 2);
  g_assert_cmpint (link->lag, ==, 2);
  g_assert_false (calendar->week[4]);
  g_assert_true (calendar->week[3]);
  g_assert_cmpuint (calendar->exceptions->len, ==, 1);
  g_assert_cmpstr (find_unknown (plan, "project/company")->example, ==, "Demobedrijf");
  g_assert_nonnull (find_unknown (plan, "task/priority"));
}

/* Lists */

static void
test_list (void)
{
  static const char list[] = "Planning van het gebied (demo);;;;;;\r\n"
                             "WBS;Naam taak;Begindatum;Einddatum;% voltooid;Voorgangers;Kleur\r\n"
                             "1;Voorbereiding;;;;;blauw\r\n"
                             "1.1;Verkennen;02-07-2018;2018-07-10;40 %;;\r\n"
                             "1.2;Kiezen;11-7-2018;31-02-2018;;1.1EB+2; rood\r\n"
                             "2;Uitvoering;;;;1.2BB-1k; 7;\r\n";
  g_autoptr (SpilPlanFile) plan = read_good ("plan.csv", list);
  const SpilPlanFileLink *link;

  g_assert_cmpuint (plan->tasks->len, ==, 4);
  g_assert_true (get_task (plan, 0)->follows);
  g_assert_cmpint (get_task (plan, 2)->parent, ==, 0);
  g_assert_cmpint (get_task (plan, 1)->progress, ==, 40);
  assert_days (get_task (plan, 1), "2018-07-02", "2018-07-10");
  assert_days (get_task (plan, 2), "2018-07-11", "");
  g_assert_cmpstr (find_unknown (plan, "Einddatum")->example, ==, "31-02-2018");
  g_assert_nonnull (find_unknown (plan, "Kleur"));
  g_assert_cmpuint (plan->links->len, ==, 2);
  link = plan->links->pdata[1];
  g_assert_cmpint (link->type, ==, SPIL_LINK_TYPE_START_START);
  g_assert_cmpint (link->lag, ==, -1);
  g_assert_true (link->lag_calendar);
}

/* As MS Project writes its lists: levels, and predecessors by key. */
static void
test_list_by_level (void)
{
  static const char list[] =
      "ID,Task Name,Duration,Outline Level,Predecessors\n"
      "10,Plan,,1,\n11,Look,3 days,2,\n12,Choose,\"1,5 days\",2,11FS+1\n13,Do,4 days,1,\"10,12\"\n";
  g_autoptr (SpilPlanFile) plan = read_good ("plan.csv", list);

  g_assert_cmpuint (plan->tasks->len, ==, 4);
  g_assert_cmpint (get_task (plan, 1)->parent, ==, 0);
  g_assert_cmpint (get_task (plan, 2)->parent, ==, 0);
  g_assert_cmpint (get_task (plan, 3)->parent, ==, -1);
  g_assert_cmpfloat (get_task (plan, 2)->duration, ==, 1.5);
  g_assert_cmpuint (plan->links->len, ==, 3);
  g_assert_cmpint (((SpilPlanFileLink *) plan->links->pdata[0])->from, ==, 1);
}

/* What is written is read back alike. */
static void
test_list_round_trip (gconstpointer suffix)
{
  g_autoptr (SpilPlanFile) plan = read_good ("plan.gan", gan);
  g_autoptr (SpilPlanFile) back = NULL;
  g_autoptr (GPtrArray) lost = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_plan_file_unknown_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = make_path (suffix);

  spil_plan_forms_write (plan, path, NULL, lost, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lost->len, ==, 2);
  back = spil_plan_forms_read (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (back->unknown->len, ==, 0);
  g_assert_cmpuint (back->tasks->len, ==, plan->tasks->len);
  for (guint i = 0; i < plan->tasks->len; i++) {
    const SpilPlanFileTask *before = plan->tasks->pdata[i], *after = back->tasks->pdata[i];

    g_assert_cmpstr (after->name, ==, before->name);
    g_assert_cmpstr (after->guid, ==, before->guid);
    g_assert_cmpstr (after->owner, ==, before->owner);
    g_assert_cmpstr (after->notes, ==, before->notes);
    g_assert_cmpint (after->parent, ==, before->parent);
    g_assert_cmpint (after->follows, ==, before->follows);
    g_assert_cmpint (spil_day_compare (after->start, before->start), ==, 0);
    g_assert_cmpint (spil_day_compare (after->finish, before->finish), ==, 0);
    g_assert_cmpint (after->progress, ==, before->progress);
    g_assert_cmpint (after->cost, ==, before->cost);
    g_assert_cmpint (after->constraint, ==, before->constraint);
  }
  g_assert_cmpuint (back->links->len, ==, plan->links->len);
  for (guint i = 0; i < plan->links->len; i++) {
    const SpilPlanFileLink *before = plan->links->pdata[i], *after = back->links->pdata[i];

    g_assert_cmpint (after->from, ==, before->from);
    g_assert_cmpint (after->to, ==, before->to);
    g_assert_cmpint (after->type, ==, before->type);
    g_assert_cmpint (after->lag, ==, before->lag);
  }
}

static void
test_calendar (void)
{
  g_autoptr (SpilPlanFile) plan = read_good ("plan.planner", planner);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = make_path ("plan.ics");
  g_autofree char *text = NULL;

  ((SpilPlanFileTask *) plan->tasks->pdata[1])->deadline = spil_day_from_ymd (2018, 8, 1);
  spil_plan_forms_write (plan, path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "SUMMARY:Gesprekken\r\n"));
  g_assert_nonnull (strstr (text, "DTSTART;VALUE=DATE:20180702\r\nDTEND;VALUE=DATE:20180714\r\n"));
  g_assert_nonnull (strstr (text, "DTSTART;VALUE=DATE:20180718\r\nDTEND;VALUE=DATE:20180719\r\n"));
  g_assert_nonnull (strstr (text, "UID:2-deadline\r\n"));
  /* What sums up others has no event of its own. */
  g_assert_null (strstr (text, "SUMMARY:Aanloop"));
}

/* What is no planning */

static void
test_refused (void)
{
  static const struct
  {
    const char *name;
    const char *text;
    const char *says;
  } cases[] = {
    { "a.gan", "niets", "a.gan" },
    { "a.gan", "<html><body/></html>", "<html>" },
    { "a.gan", planner, "GanttProject" },
    { "a.planner", gan, "GNOME Planner" },
    { "a.gan", "<project name=\"x\"><tasks><task id=\"1\"", "a.gan" },
    { "a.planner", "<!DOCTYPE project [<!ENTITY a \"b\">]><project mrproject-version=\"2\" name=\"&a;\"/>",
      "a.planner" },
    { "a.csv", "een;twee\ndrie;vier\n", "a.csv" },
    { "a.doc", "x", ".gan" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (SpilPlanFile) plan = read_text (cases[i].name, cases[i].text, strlen (cases[i].text), &error);

    g_assert_null (plan);
    g_assert_true (error->domain == SPIL_EXCHANGE_ERROR);
    g_test_message ("%s", error->message);
    g_assert_nonnull (strstr (error->message, cases[i].says));
  }
}

/* Tasks in tasks, deeper than any planning. */
static void
test_deep (void)
{
  g_autoptr (GString) text = g_string_new ("<project name=\"x\"><tasks>");
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilPlanFile) plan = NULL;

  for (int i = 0; i < 100000; i++)
    g_string_append_printf (text, "<task id=\"%d\" name=\"n\">", i);
  plan = read_text ("deep.gan", text->str, text->len, &error);
  g_assert_null (plan);
  g_assert_true (error->domain == SPIL_EXCHANGE_ERROR);
}

/* Where the bytes are put for reading: in memory, since a disk would be waited for. */
typedef struct
{
  int file;
  char *path;
  SpilPlanFileRead read;
} Fuzz;

static gboolean
fuzz_read (GBytes *bytes, gpointer user_data)
{
  Fuzz *fuzz = user_data;
  const gsize length = g_bytes_get_size (bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilPlanFile) plan = NULL;

  g_assert_cmpint (ftruncate (fuzz->file, (off_t) length), ==, 0);
  g_assert_cmpint (pwrite (fuzz->file, g_bytes_get_data (bytes, NULL), length, 0), ==, (gssize) length);
  plan = fuzz->read (fuzz->path, NULL, &error);
  if (plan == NULL) {
    g_assert_true (error->domain == SPIL_EXCHANGE_ERROR);
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
    return FALSE;
  }
  for (guint i = 0; i < plan->tasks->len; i++) {
    const SpilPlanFileTask *task = plan->tasks->pdata[i];

    g_assert_cmpint (task->parent, <, (int) i);
    g_assert_nonnull (task->uid);
  }
  for (guint i = 0; i < plan->links->len; i++)
    g_assert_cmpint (((SpilPlanFileLink *) plan->links->pdata[i])->to, <, (int) plan->tasks->len);
  return TRUE;
}

static void
fuzz_form (const char *text, SpilPlanFileRead read)
{
  g_autoptr (GPtrArray) seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  const int file = memfd_create ("spil-plan", 0);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", file);
  Fuzz fuzz = { file, path, read };

  g_assert_cmpint (file, >=, 0);
  g_ptr_array_add (seeds, g_bytes_new_static (text, strlen (text)));
  fuzz_run (seeds, FUZZ_CASES, fuzz_read, &fuzz);
  g_assert_cmpint (close (file), ==, 0);
}

static void
test_fuzz_gan (void)
{
  fuzz_form (gan, spil_gan_read);
}

static void
test_fuzz_planner (void)
{
  fuzz_form (planner, spil_planner_read);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-foreign/gan/tasks", test_gan_tasks);
  g_test_add_func ("/plan-foreign/gan/rest", test_gan_rest);
  g_test_add_func ("/plan-foreign/planner", test_planner);
  g_test_add_func ("/plan-foreign/list", test_list);
  g_test_add_func ("/plan-foreign/list-by-level", test_list_by_level);
  g_test_add_data_func ("/plan-foreign/round-trip/csv", "p.csv", test_list_round_trip);
  g_test_add_data_func ("/plan-foreign/round-trip/ods", "p.ods", test_list_round_trip);
  g_test_add_data_func ("/plan-foreign/round-trip/xlsx", "p.xlsx", test_list_round_trip);
  g_test_add_func ("/plan-foreign/calendar", test_calendar);
  g_test_add_func ("/plan-foreign/refused", test_refused);
  g_test_add_func ("/plan-foreign/deep", test_deep);
  g_test_add_func ("/plan-foreign/fuzz/gan", test_fuzz_gan);
  g_test_add_func ("/plan-foreign/fuzz/planner", test_fuzz_planner);
  return g_test_run ();
}
