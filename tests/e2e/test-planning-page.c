// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "driver.h"

#include <string.h>

#include "rows.h"

#define OWNER "Bo Fietspad (demo)"
#define LATE "Kennismaking A28-zone (demo)"
#define SIGNING "Ondertekening Oosterenk (demo)"
#define PROPOSAL "Voorstel voor nieuwe gebieden aan het AKT (demo)"
#define FIRST_AREA "Start in het eerste nieuwe gebied (demo)"
#define SURVEY "Verkenning N35 en N340 (demo)"

// What stands in the list of activities about one of them.
static char *
task_of (Driver *driver, const char *name)
{
  g_autofree char *tasks = rows_list (driver, "task");
  const char *at = strstr (tasks, name);
  const char *begin = at;
  const char *end;

  g_assert_nonnull (at);
  while (begin > tasks && *begin != '{')
    begin--;
  end = strchr (at, '}');
  g_assert_nonnull (end);
  return g_strndup (begin, (gsize) (end - begin));
}

static void
assert_says (Driver *driver, const char *name, const char *text)
{
  g_autofree char *task = task_of (driver, name);

  if (strstr (task, text) == NULL)
    g_error ("%s is not in %s", text, task);
}

// A filter is set, said, and taken away again; several hold together.
static void
test_filter (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "planning");

  g_object_unref (driver_find (driver, ATSPI_ROLE_LIST_ITEM, SURVEY));
  driver_press_starting (driver, ATSPI_ROLE_BUTTON, "1 te laat");
  g_object_unref (driver_find (driver, ATSPI_ROLE_BUTTON, "Filter ‘Te laat’ weghalen"));
  driver_wait_gone (driver, ATSPI_ROLE_LIST_ITEM, SURVEY);
  g_object_unref (driver_find (driver, ATSPI_ROLE_LIST_ITEM, LATE));

  driver_key (driver, "ctrl+f");
  driver_fill (driver, "Zoeken in de planning", "Fietspad");
  g_object_unref (driver_find (driver, ATSPI_ROLE_BUTTON, "Filter ‘“Fietspad”’ weghalen"));
  g_object_unref (driver_find (driver, ATSPI_ROLE_LIST_ITEM, LATE));
  driver_press (driver, ATSPI_ROLE_BUTTON, "Filter ‘Te laat’ weghalen");
  g_object_unref (driver_find (driver, ATSPI_ROLE_LIST_ITEM, SIGNING));
  g_assert_false (driver_sees (driver, ATSPI_ROLE_LIST_ITEM, SURVEY));

  driver_fill (driver, "Zoeken in de planning", "zulke zijn er niet");
  driver_wait_text (driver, "Niets gevonden");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Alle activiteiten tonen");
  g_object_unref (driver_find (driver, ATSPI_ROLE_LIST_ITEM, SURVEY));
}

// The menu filters by owner and groups by owner.
static void
test_group (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "planning");

  g_object_unref (driver_find (driver, ATSPI_ROLE_LIST_ITEM, SURVEY));
  driver_press (driver, ATSPI_ROLE_TOGGLE_BUTTON, "Activiteiten filteren");
  driver_press (driver, ATSPI_ROLE_COMBO_BOX, "Eigenaar");
  g_object_unref (driver_find (driver, ATSPI_ROLE_LABEL, OWNER));
  driver_key (driver, "Down");
  driver_key (driver, "Down");
  driver_key (driver, "Return");
  driver_key (driver, "Escape");
  g_object_unref (driver_find (driver, ATSPI_ROLE_BUTTON, "Filter ‘Eigenaar: " OWNER "’ weghalen"));
  driver_wait_gone (driver, ATSPI_ROLE_LIST_ITEM, SURVEY);
  driver_press (driver, ATSPI_ROLE_BUTTON, "Filter ‘Eigenaar: " OWNER "’ weghalen");
  g_object_unref (driver_find (driver, ATSPI_ROLE_LIST_ITEM, SURVEY));

  driver_press (driver, ATSPI_ROLE_TOGGLE_BUTTON, "Weergave van de planning");
  driver_press (driver, ATSPI_ROLE_COMBO_BOX, "Groeperen op");
  driver_key (driver, "End");
  driver_key (driver, "Return");
  driver_key (driver, "Escape");
  g_object_unref (driver_find (driver, ATSPI_ROLE_LIST_ITEM, OWNER));
}

// Selects the row of an activity and moves it a month or so later, which is asked about.
static void
move_proposal (Driver *driver)
{
  driver_press (driver, ATSPI_ROLE_LIST_ITEM, PROPOSAL);
  driver_key (driver, "alt+Right");
  g_object_unref (driver_find (driver, ATSPI_ROLE_BUTTON, "Alles verplaatsen"));
}

// What moves along is shown first, and nothing is stored when it is cancelled.
static void
test_cascade (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "planning");

  move_proposal (driver);
  driver_wait_text (driver, "schuiven mee");
  g_object_unref (driver_find_starting (driver, ATSPI_ROLE_LIST_ITEM, FIRST_AREA ", "));
  driver_key (driver, "Escape");
  driver_wait_gone (driver, ATSPI_ROLE_BUTTON, "Alles verplaatsen");
  assert_says (driver, PROPOSAL, "2019-01-31");
  assert_says (driver, FIRST_AREA, "2019-02-04");

  move_proposal (driver);
  driver_press (driver, ATSPI_ROLE_BUTTON, "Alleen deze");
  driver_wait_text (driver, "Activiteit verschoven");
  assert_says (driver, PROPOSAL, "2019-02-07");
  assert_says (driver, FIRST_AREA, "2019-02-04");

  // What begins too early now is mended in the same way.
  driver_press_starting (driver, ATSPI_ROLE_BUTTON, "1 begint eerder dan kan");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Verplaatsen");
  driver_wait_text (driver, "Afhankelijkheden hersteld");
  assert_says (driver, FIRST_AREA, "2019-02-07");
  driver_key (driver, "ctrl+z");
  g_object_unref (driver_find_starting (driver, ATSPI_ROLE_BUTTON, "1 begint eerder dan kan"));
  driver_key (driver, "ctrl+z");
  driver_wait_text_gone (driver, "1 begint eerder dan kan: herstellen…");
  driver_wait_text_gone (driver, "07-02-2019");

  move_proposal (driver);
  driver_key (driver, "Return");
  driver_wait_gone (driver, ATSPI_ROLE_BUTTON, "Alles verplaatsen");
  driver_wait_text (driver, "Activiteit verschoven");
  assert_says (driver, PROPOSAL, "2019-02-07");
  assert_says (driver, FIRST_AREA, "2019-02-07");
  driver_key (driver, "ctrl+z");
  driver_wait_text_gone (driver, "07-02-2019");
  assert_says (driver, PROPOSAL, "2019-01-31");
  assert_says (driver, FIRST_AREA, "2019-02-04");
}

// A baseline is set; what slips after it is told in days, under the bars and in the comparison.
static void
test_baseline (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "planning");

  g_object_unref (driver_find (driver, ATSPI_ROLE_LIST_ITEM, SURVEY));
  driver_press (driver, ATSPI_ROLE_TOGGLE_BUTTON, "Weergave van de planning");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Vastgelegde planningen…");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Planning vastleggen");
  driver_fill (driver, "Naam", "Zoals besloten");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Opslaan");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Planning vastleggen");
  g_object_unref (driver_find_starting (driver, ATSPI_ROLE_LIST_ITEM, "Zoals besloten"));
  driver_press (driver, ATSPI_ROLE_BUTTON, "Terug");

  move_proposal (driver);
  driver_key (driver, "Return");
  driver_wait_gone (driver, ATSPI_ROLE_BUTTON, "Alles verplaatsen");
  driver_wait_text (driver, "7 dagen later dan vastgelegd");

  driver_press (driver, ATSPI_ROLE_TOGGLE_BUTTON, "Weergave van de planning");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Vastgelegde planningen…");
  driver_press_starting (driver, ATSPI_ROLE_LIST_ITEM, "Zoals besloten");
  driver_wait_text (driver, "7 dagen later");
  driver_wait_text (driver, "Nieuw en vervallen sindsdien");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Onder de balken van de planning tonen");
  driver_press (driver, ATSPI_ROLE_LIST_ITEM, SURVEY);
}

// Own free days are added, and count.
static void
test_free_days (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "planning");

  g_object_unref (driver_find (driver, ATSPI_ROLE_LIST_ITEM, SURVEY));
  driver_press (driver, ATSPI_ROLE_TOGGLE_BUTTON, "Weergave van de planning");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Vrije dagen…");
  driver_wait_text (driver, "240 werkdagen in 2018");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Vrije dagen toevoegen");
  driver_fill (driver, "Naam", "Kantoor dicht (demo)");
  driver_fill (driver, "Eerste dag", "06-03-2018");
  driver_fill (driver, "Laatste dag", "07-03-2018");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Opslaan");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Toevoegen: Vrije dagen");
  driver_wait_text (driver, "238 werkdagen in 2018");
  driver_press (driver, ATSPI_ROLE_CHECK_BOX, "Goede Vrijdag is vrij");
  driver_wait_text (driver, "237 werkdagen in 2018");
}

// The same in words, for who does not see the chart.
static void
test_table (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "planning");

  g_object_unref (driver_find (driver, ATSPI_ROLE_LIST_ITEM, SURVEY));
  driver_press (driver, ATSPI_ROLE_TOGGLE_BUTTON, "Als tabel");
  driver_wait_text (driver, "Eigenaar: " OWNER);
  driver_press_starting (driver, ATSPI_ROLE_BUTTON, "1 te laat");
  driver_wait_text (driver, "Status: Te laat");
  driver_wait_text_gone (driver, "Status: Klaar");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planning-page/filter", test_filter);
  g_test_add_func ("/planning-page/group", test_group);
  g_test_add_func ("/planning-page/cascade", test_cascade);
  g_test_add_func ("/planning-page/baseline", test_baseline);
  g_test_add_func ("/planning-page/free-days", test_free_days);
  g_test_add_func ("/planning-page/table", test_table);
  return g_test_run ();
}
