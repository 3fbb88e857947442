// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "plan-fixture.h"

#include <string.h>

/*
 * 1 Aanpak (N50, Bo): Bezoek (Noor, done), Gesprek (late); Tekenen (milestone, deadline in January)
 * 2 Website (line Marketing, Noor and Bo): Ontwerp
 * 3 Later: without anything
 */
static void
put_plan (Book *book)
{
  put (book, "n50", "area", "name=N50", "kind=corridor", NULL);
  put (book, "line", "action_line", "name=Marketing", NULL);
  put (book, "a", "task", "name=Aanpak", "number=1", "area=@n50", "owner=Bo", NULL);
  put (book, "b", "task", "name=Bezoek", "number=11", "parent=@a", "owner=Noor", "start=2018-07-02",
       "end=2018-07-31", "state=done", NULL);
  put (book, "g", "task", "name=Gesprek", "number=12", "parent=@a", "start=2018-08-06", "end=2018-09-21",
       NULL);
  put (book, "t", "task", "name=Tekenen", "number=13", "parent=@a", "start=2018-12-20", "end=2018-12-20",
       "milestone=true", "deadline=2019-01-31", NULL);
  put (book, "w", "task", "name=Website", "number=2", "action_line=@line", "owner=Noor, Bo", NULL);
  put (book, "o", "task", "name=Ontwerp", "number=21", "parent=@w", "start=2018-10-08", "end=2018-11-30",
       NULL);
  put (book, "l", "task", "name=Later", "number=3", NULL);
  put (book, NULL, "dependency", "from=@o", "to=@t", "type=fs", NULL);
  put (book, NULL, "task_journal", "task=@o", "date=2018-09-20", "light=amber", "headline=Wacht op huisstijl",
       NULL);
}

/* "Aanpak*(Gesprek)": * is context, + is collapsed, and a heading stands between square brackets with its number of activities. */
static char *
describe (const SpilPlan *plan, GPtrArray *shown)
{
  GString *text = g_string_new (NULL);
  int level = 0;

  for (guint i = 0; i < shown->len; i++) {
    const SpilPlanShownRow *row = shown->pdata[i];

    for (; level > row->level; level--)
      g_string_append_c (text, ')');
    if (i > 0)
      g_string_append_c (text, row->level > level ? '(' : ' ');
    level = row->level;
    if (row->task < 0)
      g_string_append_printf (text, "[%s %d]", row->heading, row->n_tasks);
    else
      g_string_append (text, spil_plan_get_task (plan, row->task)->name);
    g_string_append_printf (text, "%s%s", row->context ? "*" : "", row->collapsed ? "+" : "");
  }
  for (; level > 0; level--)
    g_string_append_c (text, ')');
  return g_string_free_and_steal (text);
}

typedef struct
{
  const char *text;
  const char *owner;
  gboolean late, critical, undated;
  const char *period;
  gboolean area, line;
  SpilPlanGroup group;
  const char *collapsed; /* keys of put_plan(), one letter each */
  const char *shown;
} Case;

#define ALL "Aanpak(Bezoek Gesprek Tekenen) Website(Ontwerp) Later"

static const Case cases[] = {
  { .shown = ALL },
  { .text = "  ", .shown = ALL },
  { .text = "gesprek", .shown = "Aanpak*(Gesprek)" },
  { .text = "12", .shown = "Aanpak*(Gesprek)" },
  { .text = "HUISSTIJL", .shown = "Website*(Ontwerp)" },
  { .text = "marketing", .shown = "Website(Ontwerp)" },
  { .text = "n50", .shown = "Aanpak(Bezoek Gesprek Tekenen)" },
  { .text = "bestaat niet", .shown = "" },
  { .owner = "noor", .shown = "Aanpak*(Bezoek) Website(Ontwerp)" },
  { .owner = "Bo", .shown = "Aanpak(Gesprek Tekenen) Website(Ontwerp)" },
  { .late = TRUE, .shown = "Aanpak*(Gesprek)" },
  { .undated = TRUE, .shown = "Later" },
  { .period = "2018-Q4", .shown = "Aanpak(Tekenen) Website(Ontwerp)" },
  { .period = "2018-08", .shown = "Aanpak(Gesprek)" },
  { .period = "2019-01", .shown = "Aanpak*(Tekenen)" },
  { .period = "2020", .shown = "" },
  { .area = TRUE, .shown = "Aanpak(Bezoek Gesprek Tekenen)" },
  { .line = TRUE, .shown = "Website(Ontwerp)" },
  { .area = TRUE, .owner = "Noor", .shown = "Aanpak*(Bezoek)" },
  { .collapsed = "a", .shown = "Aanpak+ Website(Ontwerp) Later" },
  { .collapsed = "awl", .shown = "Aanpak+ Website+ Later" },
  { .collapsed = "a", .text = "gesprek", .shown = "Aanpak*(Gesprek)" },
  { .collapsed = "a", .text = "n50", .shown = "Aanpak+" },
  { .group = SPIL_PLAN_GROUP_AREA,
    .shown = "[N50 4](Aanpak(Bezoek Gesprek Tekenen)) [Without area 3](Website(Ontwerp) Later)" },
  { .group = SPIL_PLAN_GROUP_ACTION_LINE,
    .shown =
        "[Marketing 2](Website(Ontwerp)) [Without action line 5](Aanpak(Bezoek Gesprek Tekenen) Later)" },
  { .group = SPIL_PLAN_GROUP_OWNER,
    .shown =
        "[Bo 5](Aanpak(Gesprek Tekenen) Website(Ontwerp)) [Noor 3](Bezoek Website(Ontwerp)) [Without owner 1](Later)" },
  { .group = SPIL_PLAN_GROUP_AREA, .late = TRUE, .shown = "[N50 1](Aanpak*(Gesprek))" },
  { .group = SPIL_PLAN_GROUP_OWNER, .text = "bezoek", .shown = "[Noor 1](Bezoek)" },
  { .group = SPIL_PLAN_GROUP_OWNER,
    .owner = "noor",
    .shown = "[Bo 2](Website(Ontwerp)) [Noor 3](Bezoek Website(Ontwerp))" },
  { .group = SPIL_PLAN_GROUP_AREA,
    .collapsed = "n",
    .shown = "[N50 4]+ [Without area 3](Website(Ontwerp) Later)" },
};

static GHashTable *
collapse (Book *book, const char *keys)
{
  GHashTable *collapsed = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, NULL);

  for (; keys != NULL && *keys != '\0'; keys++) {
    const char key[2] = { *keys, '\0' };
    SpilId id = id_of (book, *keys == 'n' ? "n50" : key);

    g_hash_table_add (collapsed, g_memdup2 (&id, sizeof id));
  }
  return collapsed;
}

static void
test_shown (Book *book, gconstpointer data)
{
  g_autoptr (SpilPlan) plan = NULL;

  put_plan (book);
  plan = read_plan (book);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const Case *of = &cases[i];
    g_auto (SpilPlanFilter) filter = { .text = g_strdup (of->text),
                                       .owner = g_strdup (of->owner),
                                       .late = of->late,
                                       .critical = of->critical,
                                       .undated = of->undated };
    g_autoptr (GHashTable) collapsed = collapse (book, of->collapsed);
    g_autoptr (GPtrArray) shown = NULL;
    g_autofree char *text = NULL;

    if (of->period != NULL)
      g_assert_true (spil_period_parse (of->period, &filter.period));
    if (of->area)
      filter.area = id_of (book, "n50");
    if (of->line)
      filter.action_line = id_of (book, "line");
    shown = spil_plan_show (plan, &filter, of->group, collapsed);
    text = describe (plan, shown);
    g_test_message ("case %d", (int) i);
    g_assert_cmpstr (text, ==, of->shown);
    g_assert_cmpint (spil_plan_filter_is_empty (&filter), ==,
                     (of->text == NULL || of->text[0] == ' ') && of->owner == NULL && !of->late &&
                         !of->undated && of->period == NULL && !of->area && !of->line);
  }
}

static void
test_critical (Book *book, gconstpointer data)
{
  g_autoptr (SpilPlan) plan = NULL;
  g_autoptr (GPtrArray) shown = NULL;
  SpilPlanFilter filter = { .critical = TRUE };

  put_plan (book);
  plan = read_plan (book);
  shown = spil_plan_show (plan, &filter, SPIL_PLAN_GROUP_NONE, NULL);
  for (guint i = 0; i < shown->len; i++) {
    const SpilPlanShownRow *row = shown->pdata[i];

    g_assert_true (row->context || spil_plan_get_task (plan, row->task)->slack.critical);
    g_assert_cmpint (spil_plan_shown_find (shown, row->task), ==, i);
  }
  g_assert_cmpint (spil_plan_shown_find (shown, at (plan, "Later")), ==, -1);
}

/* Late is also what is planned to end after its deadline, as long as it is open. */
static void
test_deadline (Book *book, gconstpointer data)
{
  g_autoptr (SpilPlan) plan = NULL;
  g_autoptr (GPtrArray) shown = NULL;
  g_autofree char *text = NULL;
  SpilPlanFilter filter = { .late = TRUE };

  put (book, NULL, "task", "name=A", "start=2018-10-08", "end=2018-11-30", "deadline=2018-11-15", NULL);
  put (book, NULL, "task", "name=B", "start=2018-10-08", "end=2018-11-15", "deadline=2018-11-15", NULL);
  put (book, NULL, "task", "name=C", "start=2018-10-08", "end=2018-11-30", "deadline=2018-11-15",
       "state=done", NULL);
  plan = read_plan (book);
  shown = spil_plan_show (plan, &filter, SPIL_PLAN_GROUP_NONE, NULL);
  text = describe (plan, shown);
  g_assert_cmpstr (text, ==, "A");
}

static void
test_owners (Book *book, gconstpointer data)
{
  g_autoptr (SpilPlan) plan = NULL;
  g_auto (GStrv) owners = NULL;
  g_autofree char *joined = NULL;

  put_plan (book);
  plan = read_plan (book);
  owners = spil_plan_owners (plan);
  joined = g_strjoinv ("|", owners);
  g_assert_cmpstr (joined, ==, "Bo|Noor");
}

#define BOOK_TEST(path, func) g_test_add (path, Book, NULL, book_set_up, func, book_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  BOOK_TEST ("/plan-shown/table", test_shown);
  BOOK_TEST ("/plan-shown/critical", test_critical);
  BOOK_TEST ("/plan-shown/deadline", test_deadline);
  BOOK_TEST ("/plan-shown/owners", test_owners);
  return g_test_run ();
}
