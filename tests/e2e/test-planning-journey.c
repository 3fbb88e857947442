// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "driver.h"

#include <gio/gio.h>
#include <string.h>

#include "rows.h"
#include "samples.h"

#define PREPARATION "Nieuwe gebieden: voorbereiding"
#define EXECUTION "Nieuwe gebieden: uitvoering"
#define DECISION "Besluit over nieuwe gebieden"
#define OWNER "Nadia Kruispunt (demo)"
#define AGREED "Zoals afgesproken"

/* What spilctl tells */

// The rows of @entity of which @field says @text. Free with g_free().
static char *
dup_rows (Driver *driver, const char *entity, const char *field, const char *text)
{
  g_autofree char *where = g_strconcat (field, "=", text, NULL);

  return driver_spilctl (driver, (const char *[]) { "--json", "list", entity, "--where", where, NULL });
}

static char *
dup_id (Driver *driver, const char *name)
{
  g_autofree char *task = dup_rows (driver, "task", "name", name);
  const char *id = strstr (task, "\"id\":\"");

  g_assert_nonnull (id);
  return g_strndup (id + strlen ("\"id\":\""), 36);
}

// The planning: its activities and what goes before what.
static char *
dup_planning (Driver *driver)
{
  g_autofree char *tasks = rows_list (driver, "task");
  g_autofree char *links = rows_list (driver, "dependency");
  g_autofree char *baselines = rows_list (driver, "baseline");

  return g_strjoin ("\n", tasks, links, baselines, NULL);
}

typedef struct
{
  const char *name;
  const char *text;
} Said;

static gboolean
is_said (Driver *driver, gpointer data)
{
  const Said *said = data;
  g_autofree char *task = dup_rows (driver, "task", "name", said->name);

  return strstr (task, said->text) != NULL;
}

// Waits until the activity with that name says @text.
static void
wait_task (Driver *driver, const char *name, const char *text)
{
  Said said = { name, text };

  driver_wait (driver, is_said, &said, text);
}

/* Hands */

// Goes to the activity in that row, from above, and waits until the bar under the chart tells about it.
static void
go_to_row (Driver *driver, int row, const char *name)
{
  driver_key (driver, "Home");
  for (int i = 0; i < row; i++)
    driver_key (driver, "Down");
  g_object_unref (driver_find (driver, ATSPI_ROLE_HEADING, name));
}

// Types in the current cell and goes on to the one beside it.
static void
type_cell (Driver *driver, const char *column, const char *name, const char *text)
{
  g_autofree char *entry = g_strdup_printf ("%s van %s", column, name);

  driver_key (driver, "F2");
  g_object_unref (driver_find (driver, ATSPI_ROLE_TEXT, entry));
  driver_type (driver, text);
  driver_key (driver, "Tab");
  driver_wait_gone (driver, ATSPI_ROLE_TEXT, entry);
}

static gboolean
look_for_focus (AtspiAccessible *accessible, gpointer found)
{
  *(gboolean *) found = accessible_has_state (accessible, ATSPI_STATE_FOCUSED);
  return !*(gboolean *) found;
}

static gboolean
has_focus (Driver *driver, gpointer data)
{
  g_autoptr (AtspiAccessible) chart = driver_find (driver, ATSPI_ROLE_LIST, "Planning");
  gboolean found = FALSE;

  driver_visit (driver, chart, look_for_focus, &found);
  return found;
}

// Who comes back to the planning goes on there with the keyboard.
static void
wait_chart (Driver *driver)
{
  driver_wait (driver, has_focus, NULL, "the keyboard to be in the chart");
}

/* The steps */

// Activity 3 is still to be planned, and says so; its days are typed in the table.
static void
plan_execution (Driver *driver)
{
  go_to_row (driver, 2, EXECUTION);
  driver_wait_text (driver, "nog te plannen");
  driver_key (driver, "Right");
  type_cell (driver, "Begin", EXECUTION, "2-1-2019");
  wait_task (driver, EXECUTION, "\"start\":\"2019-01-02\"");
  type_cell (driver, "Einde", EXECUTION, "28-6-2019");
  wait_task (driver, EXECUTION, "\"end\":\"2019-06-28\"");
  driver_wait_text (driver, "van 02-01-2019 tot en met 28-06-2019");
}

// Who does it is typed in the table, which is made wider for it; when it has to be done in the form.
static void
say_owner (Driver *driver)
{
  for (int i = 0; i < 5; i++)
    driver_key (driver, "ctrl+shift+Right");
  driver_key (driver, "Right");
  driver_key (driver, "Right");
  type_cell (driver, "Eigenaar", EXECUTION, OWNER);
  wait_task (driver, EXECUTION, "\"owner\":\"" OWNER "\"");
  driver_key (driver, "alt+Return");
  g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, "Activiteit"));
  driver_fill (driver, "Uiterste datum", "5-7-2019");
  driver_key (driver, "ctrl+Return");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Activiteit");
  wait_task (driver, EXECUTION, "\"deadline\":\"2019-07-05\"");
}

// A milestone under activity 2, as a part of it.
static void
add_milestone (Driver *driver)
{
  g_autofree char *id = dup_id (driver, PREPARATION);
  g_autofree char *part_of = g_strdup_printf ("\"parent\":\"%s\"", id);

  go_to_row (driver, 1, PREPARATION);
  driver_key (driver, "ctrl+m");
  g_object_unref (driver_find (driver, ATSPI_ROLE_TEXT, "Naam van Nieuwe mijlpaal"));
  driver_type (driver, DECISION);
  driver_key (driver, "Tab");
  g_object_unref (driver_find (driver, ATSPI_ROLE_LIST_ITEM, DECISION));
  type_cell (driver, "Begin", DECISION, "14-12-2018");
  wait_task (driver, DECISION, "\"2018-12-14\"");
  wait_task (driver, DECISION, "\"milestone\":true");
  driver_key (driver, "alt+shift+Right");
  wait_task (driver, DECISION, part_of);
}

// What the plan says already, "3 after 2", is there; the milestone goes before 3 too.
static void
link_decision (Driver *driver)
{
  g_autofree char *from = dup_id (driver, DECISION);
  g_autofree char *to = dup_id (driver, EXECUTION);
  g_autofree char *links = NULL;

  g_assert_cmpint (rows_count (driver, "dependency"), ==, 1);
  go_to_row (driver, 2, DECISION);
  driver_key (driver, "shift+Down");
  driver_wait_text (driver, "2 activiteiten geselecteerd");
  driver_key (driver, "ctrl+l");
  rows_wait_count (driver, "dependency", 2);
  links = dup_rows (driver, "dependency", "from", from);
  g_assert_nonnull (strstr (links, to));
  driver_key (driver, "Escape");
}

static void
keep_baseline (Driver *driver)
{
  driver_press (driver, ATSPI_ROLE_TOGGLE_BUTTON, "Weergave van de planning");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Vastgelegde planningen…");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Planning vastleggen");
  driver_fill (driver, "Naam", AGREED);
  driver_key (driver, "ctrl+Return");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Planning vastleggen");
  g_object_unref (driver_find_starting (driver, ATSPI_ROLE_LIST_ITEM, AGREED));
  rows_wait_count (driver, "baseline", 1);
  rows_wait_count (driver, "baseline_task", rows_count (driver, "task"));
  driver_key (driver, "alt+Left");
  wait_chart (driver);
}

// Activity 2 goes a week later by key: what that does to activity 3 is seen first, and done then.
static void
slip (Driver *driver)
{
  go_to_row (driver, 1, PREPARATION);
  driver_key (driver, "alt+Right");
  g_object_unref (driver_find (driver, ATSPI_ROLE_BUTTON, "Alles verplaatsen"));
  g_object_unref (driver_find_starting (driver, ATSPI_ROLE_LIST_ITEM, EXECUTION ", "));
  driver_wait_text (driver, "02-01-2019 tot en met 28-06-2019 wordt 09-01-2019 tot en met 05-07-2019");
  wait_task (driver, EXECUTION, "\"start\":\"2019-01-02\"");
  driver_key (driver, "Return");
  driver_wait_gone (driver, ATSPI_ROLE_BUTTON, "Alles verplaatsen");
  wait_task (driver, PREPARATION, "\"end\":\"2019-01-08\"");
  wait_task (driver, DECISION, "2018-12-21");
  wait_task (driver, EXECUTION, "\"start\":\"2019-01-09\"");
  wait_task (driver, EXECUTION, "\"end\":\"2019-07-05\"");
}

// What was agreed stays as it was; how much later it became is said of the activity and of the whole.
static void
compare (Driver *driver)
{
  g_autofree char *id = dup_id (driver, EXECUTION);
  g_autofree char *agreed = dup_rows (driver, "baseline_task", "task", id);

  g_assert_nonnull (strstr (agreed, "2019-01-02"));
  g_assert_nonnull (strstr (agreed, "2019-06-28"));
  go_to_row (driver, 3, EXECUTION);
  driver_wait_text (driver, "7 dagen later dan vastgelegd");
  driver_press (driver, ATSPI_ROLE_TOGGLE_BUTTON, "Weergave van de planning");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Vastgelegde planningen…");
  driver_press_starting (driver, ATSPI_ROLE_LIST_ITEM, AGREED);
  driver_wait_text (driver, "28-06-2019 wordt 05-07-2019");
  driver_wait_text (driver, "Verschil: 7 dagen later");
  driver_key (driver, "alt+Left");
  g_object_unref (driver_find_starting (driver, ATSPI_ROLE_LIST_ITEM, AGREED));
  driver_key (driver, "alt+Left");
  wait_chart (driver);
}

static gboolean
is_file (Driver *driver, gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
assert_printed (const char *path)
{
  static const char *const printed[] = { "2. " PREPARATION, "3. " EXECUTION, DECISION,        "08-01-2019",
                                         "09-01-2019",      "05-07-2019",    "nog te plannen" };
  g_autofree char *text = sample_read_pdf (path);

  for (gsize i = 0; i < G_N_ELEMENTS (printed); i++)
    if (strstr (text, printed[i]) == NULL)
      g_error ("%s is not in %s", printed[i], text);
  // pdftotext ends each page with a form feed: there is one.
  g_assert_cmpuint (strcspn (text, "\f"), ==, strlen (text) - 1);
}

static void
print (Driver *driver)
{
  g_autofree char *path = g_build_filename (driver_get_data (driver), "planning.pdf", NULL);

  driver_key (driver, "ctrl+p");
  g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, "Planning afdrukken"));
  g_object_unref (driver_find (driver, ATSPI_ROLE_IMAGE, "pagina 1 van 1"));
  driver_press (driver, ATSPI_ROLE_BUTTON, "Opslaan als PDF…");
  driver_wait_text (driver, "Planning opslaan");
  driver_key (driver, "ctrl+a");
  driver_type_path (driver, path);
  driver_key (driver, "Return");
  driver_wait (driver, is_file, path, "the file that was saved");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Planning afdrukken");
  assert_printed (path);
}

// One step for each thing that was done, the last first, all the way back.
static void
undo_all (Driver *driver, const char *before)
{
  static const char *const steps[] = {
    "Activiteit verschoven",
    "Planning vastgelegd",
    "Activiteiten gekoppeld",
    "Activiteit onderdeel gemaakt",
    "Begin van activiteit gewijzigd",
    "Naam van activiteit gewijzigd",
    "Mijlpaal toegevoegd",
    "Activiteit gewijzigd",
    "Eigenaar van activiteit gewijzigd",
    "Einde van activiteit gewijzigd",
    "Begin van activiteit gewijzigd",
  };
  g_autofree char *after = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++) {
    g_autofree char *undo = g_strdup_printf ("Ongedaan maken: %s", steps[i]);
    g_autofree char *redo = g_strdup_printf ("Opnieuw doen: %s", steps[i]);

    g_object_unref (driver_find (driver, ATSPI_ROLE_BUTTON, undo));
    driver_key (driver, "ctrl+z");
    g_object_unref (driver_find (driver, ATSPI_ROLE_BUTTON, redo));
  }
  after = dup_planning (driver);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (rows_count (driver, "baseline_task"), ==, 0);
}

static void
test_plan (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_PLAN, "home");
  g_autofree char *before = dup_planning (driver);

  driver_key (driver, "ctrl+6");
  wait_chart (driver);
  plan_execution (driver);
  say_owner (driver);
  add_milestone (driver);
  link_decision (driver);
  keep_baseline (driver);
  slip (driver);
  compare (driver);
  print (driver);
  undo_all (driver, before);
  driver_wait_text (driver, "11 activiteiten");
  driver_wait_text (driver, "3 nog te plannen");
}

/* To another program and back */

// The planning as a file, in which another program gave activity 2 another end.
static char *
write_changed (Driver *driver)
{
  g_autofree char *path = g_build_filename (driver_get_data (driver), "planning.xml", NULL);
  g_autofree char *told = driver_spilctl (driver, (const char *[]) { "export", "task", path, NULL });
  g_autofree char *text = NULL;
  g_autoptr (GString) changed = NULL;
  char *at;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  changed = g_string_new (text);
  at = strstr (changed->str, "<Name>" PREPARATION "</Name>");
  g_assert_nonnull (at);
  at = strstr (at, "<Finish>2018-12-31T");
  g_assert_nonnull (at);
  memcpy (at, "<Finish>2019-01-31T", strlen ("<Finish>2019-01-31T"));
  g_assert_true (g_file_set_contents (path, changed->str, -1, NULL));
  return g_steal_pointer (&path);
}

// What will change is seen before it is read in; it is seen in the planning then, and one undo takes it back.
static void
test_interchange (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_PLAN, "home");
  g_autofree char *path = write_changed (driver);
  g_autofree char *before = dup_planning (driver);
  g_autofree char *after = NULL;

  driver_key (driver, "ctrl+6");
  wait_chart (driver);
  // Items of a menu have no name for assistive technology: the fourth from below.
  driver_press (driver, ATSPI_ROLE_TOGGLE_BUTTON, "Meer voor de planning");
  g_object_unref (driver_find (driver, ATSPI_ROLE_MENU, "Meer voor de planning"));
  for (int i = 0; i < 4; i++)
    driver_key (driver, "Up");
  driver_key (driver, "Return");
  g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, "Een planning inlezen"));
  driver_type_path (driver, path);
  driver_key (driver, "Return");
  driver_wait_text (driver, "Wat er gaat gebeuren");
  driver_wait_text (driver, "nieuw: 0, gewijzigd: 1, hetzelfde: 10");
  driver_wait_text (driver, "Einde: 31-12-2018 wordt 31-01-2019");
  after = dup_planning (driver);
  g_assert_cmpstr (after, ==, before);
  driver_key (driver, "Return");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Een planning inlezen");
  driver_wait_text (driver, "Planning ingelezen: 0 nieuw, 1 gewijzigd");
  wait_task (driver, PREPARATION, "\"end\":\"2019-01-31\"");
  g_assert_cmpint (rows_count (driver, "task"), ==, 11);
  // From the menu to the tools, and to the chart.
  driver_key (driver, "F6");
  driver_key (driver, "F6");
  wait_chart (driver);
  go_to_row (driver, 1, PREPARATION);
  driver_wait_text (driver, "van 01-07-2018 tot en met 31-01-2019");
  driver_key (driver, "ctrl+z");
  wait_task (driver, PREPARATION, "\"end\":\"2018-12-31\"");
  driver_wait_text (driver, "van 01-07-2018 tot en met 31-12-2018");
  g_free (after);
  after = dup_planning (driver);
  g_assert_cmpstr (after, ==, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planning-journey/plan", test_plan);
  g_test_add_func ("/planning-journey/interchange", test_interchange);
  return g_test_run ();
}
