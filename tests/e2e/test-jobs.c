// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "driver.h"

#include <string.h>

#include "rows.h"
#include "samples.h"

#define EMPLOYER "Gele Zandweg Thuiszorg (demo)"
// Enough of its name to be the first that is found.
#define SCRAP "gele za"

// What a job may take: keys, and letters typed (names sought and what is written down).
static void
assert_effort (Driver *driver, guint keys, guint letters)
{
  g_test_message ("%u keys and %u letters", driver_count_keys (driver), driver_count_letters (driver));
  g_assert_cmpuint (driver_count_keys (driver), <=, keys);
  g_assert_cmpuint (driver_count_letters (driver), <=, letters);
}

static Driver *
start (void)
{
  Driver *driver = driver_start (DRIVER_DEMO, "home");

  g_object_unref (driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Werkgevers"));
  return driver;
}

// Opens what is found first by @scrap: Ctrl+K, the scrap, Enter.
static void
go_to (Driver *driver, const char *scrap, const char *heading)
{
  driver_key (driver, "ctrl+k");
  g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, "Overal heen"));
  driver_type (driver, scrap);
  driver_key (driver, "Return");
  g_object_unref (driver_find (driver, ATSPI_ROLE_HEADING, heading));
}

/* 1. Find an employer by any scrap of memory */

static const char *const scraps[] = {
  "kale st", /* how it begins */
  "stoepkael", /* a slip */
  "+31 38 444", /* how its telephone number begins */
  "proefsleutel", /* who works there */
  "waakgans", /* a word of a note */
  "69599084", /* its number in the trade register */
};

static void
test_find (void)
{
  g_autofree char *data = driver_make_data (DRIVER_DEMO);
  g_autofree char *id = sample_add_remembered (data);
  g_autoptr (Driver) driver = driver_start_on (data, NULL);
  guint letters = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (scraps); i++) {
    g_object_unref (driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Overzicht"));
    go_to (driver, scraps[i], SAMPLE_REMEMBERED);
    letters += (guint) strlen (scraps[i]);
    assert_effort (driver, (guint) (i + 1) * 3 - 1, letters);
    // Back to where it began.
    driver_key (driver, "ctrl+1");
    driver_wait_gone (driver, ATSPI_ROLE_HEADING, SAMPLE_REMEMBERED);
  }
  driver_stop (g_steal_pointer (&driver));
  remove_folder (data);
}

/* 2. Note a visit, with its follow-up */

static void
test_visit (void)
{
  g_autoptr (Driver) driver = start ();
  g_autofree char *before = driver_spilctl (driver,
                                            (const char *[]) { "--json", "list", "next_action", NULL });
  g_autofree char *after = NULL;
  const char *note = "Rondje over het terrein gemaakt. #fiets #laden";

  go_to (driver, SCRAP, EMPLOYER);
  driver_key (driver, "ctrl+b");
  g_object_unref (driver_find (driver, ATSPI_ROLE_TEXT, "Notitie"));
  driver_wait_text (driver, "Gehoorde behoeften");
  driver_type (driver, note);
  driver_key (driver, "ctrl+Return");
  rows_wait_text (driver, "contact", "Rondje over het terrein");
  // At most 12 keys beside the note.
  assert_effort (driver, 4, (guint) (strlen (SCRAP) + strlen (note)));
  // Back at the employer, and there is a next action; one undo takes all of it back.
  g_object_unref (driver_find (driver, ATSPI_ROLE_HEADING, EMPLOYER));
  after = rows_list (driver, "next_action");
  g_assert_cmpint (sample_count (after, "\"open\""), >=, sample_count (before, "\"open\""));
  driver_key (driver, "ctrl+z");
  driver_wait_text_gone (driver, "Rondje over het terrein gemaakt");
  g_clear_pointer (&after, g_free);
  after = rows_list (driver, "next_action");
  g_assert_cmpstr (after, ==, before);
}

/* 3. See whom I owe a contact */

static void
test_owed (void)
{
  g_autoptr (Driver) driver = start ();

  // The longest owed are on the first page, all of them are in the list.
  driver_wait_text (driver, "Achterstallig contact");
  assert_effort (driver, 0, 0);
  driver_key (driver, "ctrl+2");
  g_object_unref (driver_find_starting (driver, ATSPI_ROLE_TABLE_CELL, "Naam: "));
  driver_key (driver, "alt+2");
  g_object_unref (driver_find (driver, ATSPI_ROLE_BUTTON, "Filter ‘Contact te laat’ weghalen"));
  assert_effort (driver, 2, 0);
  // From one of them its key goes back to the list.
  go_to (driver, SCRAP, EMPLOYER);
  driver_key (driver, "ctrl+2");
  g_object_unref (driver_find (driver, ATSPI_ROLE_BUTTON, "Filter ‘Contact te laat’ weghalen"));
}

/* 4. Prepare a visit */

static void
test_prepare (void)
{
  g_autoptr (Driver) driver = start ();

  driver_key (driver, "ctrl+k");
  g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, "Overal heen"));
  driver_type (driver, SCRAP);
  g_object_unref (driver_find_starting (driver, ATSPI_ROLE_LIST_ITEM, EMPLOYER));
  driver_key (driver, "ctrl+b");
  // The sheet: what was said, who works there, where one parks and what is still open.
  g_object_unref (driver_find (driver, ATSPI_ROLE_TEXT, "Notitie"));
  driver_wait_text (driver, "Gehoorde behoeften");
  assert_effort (driver, 2, (guint) strlen (SCRAP));
}

/* 5. Move an employer in the funnel, with evidence */

static void
test_stage (void)
{
  g_autoptr (Driver) driver = start ();
  const char *evidence = "Vroeg zelf om een scan";

  go_to (driver, "fietsbel tr", "Blauwe Fietsbel Transport (demo)");
  driver_wait_text (driver, "Bekendheid");
  driver_key (driver, "ctrl+e");
  g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, "Fase wijzigen"));
  driver_type (driver, evidence);
  driver_key (driver, "ctrl+Return");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Fase wijzigen");
  g_object_unref (driver_find (driver, ATSPI_ROLE_BUTTON, "Ongedaan maken: Fase gewijzigd in ‘Interesse’"));
  assert_effort (driver, 4, (guint) (strlen ("fietsbel tr") + strlen (evidence)));
  rows_wait_text (driver, "stage_change", evidence);
}

/* 6. Enter ten people from a card box */

static guint
type_card (Driver *driver, int number)
{
  g_autofree char *name = g_strdup_printf ("Proefpersoon Kaart %c", 'a' + number);
  g_autofree char *mail = g_strdup_printf ("kaart%d@bedrijf.example", number);
  g_autofree char *added = g_strdup_printf ("%d toegevoegd", number + 1);
  const char *const texts[] = { name, "Planner", "038 000 1234", mail };
  guint letters = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    driver_type (driver, texts[i]);
    driver_key (driver, i + 1 < G_N_ELEMENTS (texts) ? "Tab" : "ctrl+Return");
    letters += (guint) strlen (texts[i]);
  }
  driver_wait_text (driver, added);
  return letters;
}

static void
test_cards (void)
{
  g_autoptr (Driver) driver = start ();
  guint letters = (guint) strlen (SCRAP);
  g_autofree char *persons = NULL;

  go_to (driver, SCRAP, EMPLOYER);
  driver_wait_text (driver, "Contactpersonen");
  driver_key (driver, "ctrl+shift+n");
  g_object_unref (driver_find_starting (driver, ATSPI_ROLE_DIALOG, "Toevoegen: Contactpersoon"));
  for (int i = 0; i < 10; i++)
    letters += type_card (driver, i);
  // Nothing was typed after the tenth: that was all.
  driver_key (driver, "ctrl+Return");
  driver_wait_text_gone (driver, "10 toegevoegd");
  driver_wait_text (driver, "Proefpersoon Kaart j");
  // Four for each card.
  assert_effort (driver, 4 + 10 * 4, letters);
  persons = rows_list (driver, "person");
  g_assert_cmpint (sample_count (persons, "Proefpersoon Kaart"), ==, 10);
  g_assert_cmpint (sample_count (persons, "kaart9@bedrijf.example"), ==, 1);
}

/* 7. Import a list of 5,000 companies */

static void
test_import (void)
{
  g_autoptr (Driver) driver = start ();
  g_autofree char *path = sample_write_list (driver_get_data (driver));
  g_autofree char *imports = NULL;

  driver_key (driver, "ctrl+i");
  g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, "Lijst inlezen"));
  driver_type_path (driver, path);
  driver_key (driver, "Return");
  driver_wait_text (driver, "Is dit uw lijst?");
  driver_key (driver, "Return");
  driver_wait_text (driver, "Contactpersoon: Naam");
  driver_key (driver, "Return");
  driver_wait_text (driver, "5000 werkgevers inlezen");
  driver_key (driver, "Return");
  driver_wait_text (driver, "De lijst is ingelezen");
  driver_key (driver, "Return");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Lijst inlezen");
  assert_effort (driver, 6, (guint) strlen (path));
  imports = driver_spilctl (driver, (const char *[]) { "import", "--list", NULL });
  g_assert_nonnull (strstr (imports, "5.000"));
}

/* 8. Merge two duplicates */

static void
test_merge (void)
{
  g_autofree char *data = sample_make_pair ();
  g_autoptr (Driver) driver = driver_start_on (data, NULL);
  g_autofree char *organisations = NULL;

  g_object_unref (driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Werkgevers"));
  driver_key (driver, "ctrl+shift+d");
  driver_wait_text (driver, "Waarschijnlijk dezelfde");
  driver_wait_text (driver, "zelfde naam, zelfde telefoonnummer, zelfde plaats");
  driver_key (driver, "m");
  driver_wait_text (driver, "Alle paren zijn beoordeeld");
  assert_effort (driver, 2, 0);
  organisations = rows_list (driver, "organisation");
  g_assert_cmpint (sample_count (organisations, "\"merged_into\":\""), ==, 1);
  driver_stop (g_steal_pointer (&driver));
  remove_folder (data);
}

/* 9. Offer a trial and register participants */

static void
test_trial (void)
{
  g_autoptr (Driver) driver = start ();
  g_autofree char *before = rows_list (driver, "participation");
  g_autofree char *after = NULL;

  go_to (driver, SCRAP, EMPLOYER);
  driver_key (driver, "ctrl+shift+o");
  g_object_unref (driver_find_starting (driver, ATSPI_ROLE_DIALOG, "Aanbieden aan"));
  driver_key (driver, "ctrl+Return");
  // The offer opens: its first period.
  g_object_unref (driver_find (driver, ATSPI_ROLE_BUTTON, "Volgende plannen"));
  driver_key (driver, "ctrl+shift+n");
  g_object_unref (driver_find_starting (driver, ATSPI_ROLE_DIALOG, "Toevoegen"));
  driver_key (driver, "ctrl+Return");
  // And the period: its participants, whose pseudonyms are proposed.
  driver_wait_text (driver, "0 van 20 plaatsen bezet");
  for (int i = 0; i < 5; i++) {
    g_autofree char *taken = g_strdup_printf ("%d van 20 plaatsen bezet", i + 1);

    driver_key (driver, "Return");
    driver_wait_text (driver, taken);
  }
  // One for each participant.
  assert_effort (driver, 6 + 5, (guint) strlen (SCRAP));
  after = rows_list (driver, "participation");
  g_assert_cmpint (sample_count (after, "\"id\""), ==, sample_count (before, "\"id\"") + 5);
}

/* 10. Judge whether an area is ripe */

static void
test_area (void)
{
  static const char *const evidence[] = { "Elf werkgevers", "Parkeren", "Woningbouw in 2019",
                                          "Wekelijks overleg" };
  g_autoptr (Driver) driver = start ();
  guint letters = (guint) strlen ("hardenb");

  // What is known of it, and what that comes to.
  go_to (driver, "hardenb", "Nog niet getoetst");
  assert_effort (driver, 2, letters);
  // A check: each answer with its evidence.
  driver_key (driver, "ctrl+shift+n");
  for (gsize i = 0; i < G_N_ELEMENTS (evidence); i++) {
    driver_key (driver, "j");
    driver_type (driver, evidence[i]);
    letters += (guint) strlen (evidence[i]);
    driver_key (driver, i + 1 < G_N_ELEMENTS (evidence) ? "Tab" : "ctrl+Return");
  }
  g_object_unref (driver_find (driver, ATSPI_ROLE_HEADING, "Gebiedsaanpak"));
  assert_effort (driver, 3 + 4 * 2, letters);
  rows_wait_text (driver, "area_check", "Woningbouw in 2019");
}

/* 11. Plan an activity */

// The planning, with the keyboard in it: the first activity is the one that keys are for.
static void
go_to_planning (Driver *driver)
{
  g_object_unref (driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Werkgevers"));
  driver_key (driver, "ctrl+6");
  g_object_unref (driver_find (driver, ATSPI_ROLE_HEADING, "Doorgaan met de gebiedsaanpak"));
}

static void
test_plan (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_PLAN, "home");

  go_to_planning (driver);
  driver_key (driver, "Down");
  driver_key (driver, "Down");
  driver_key (driver, "Right");
  driver_type (driver, "2-1-2019");
  driver_key (driver, "Tab");
  rows_wait_text (driver, "task", "\"2019-01-02\"");
  driver_type (driver, "28-6-2019");
  driver_key (driver, "Return");
  rows_wait_text (driver, "task", "\"2019-06-28\"");
  driver_wait_text (driver, "2 nog te plannen");
  assert_effort (driver, 6,
                 (guint) strlen ("2-1-2019"
                                 "28-6-2019"));
}

/* 12. Move an activity and all that follows */

static void
give_dates (const char *data)
{
  g_autofree char *row = run_spilctl (data, (const char *[]) { "--json", "list", "task", "--where",
                                                               "name=Nieuwe gebieden: uitvoering", NULL });
  const char *at = strstr (row, "\"id\":\"");
  g_autofree char *id = NULL;
  g_autofree char *set = NULL;

  g_assert_nonnull (at);
  id = g_strndup (at + strlen ("\"id\":\""), 36);
  set = run_spilctl (data,
                     (const char *[]) { "set", "task", id, "start=2019-01-02", "end=2019-06-28", NULL });
}

static void
test_move (void)
{
  g_autofree char *data = driver_make_data (DRIVER_PLAN);
  g_autoptr (Driver) driver = NULL;

  give_dates (data);
  driver = driver_start_on (data, NULL);
  go_to_planning (driver);
  driver_key (driver, "Down");
  driver_key (driver, "alt+Right");
  g_object_unref (driver_find_starting (driver, ATSPI_ROLE_LIST_ITEM, "Nieuwe gebieden: uitvoering, "));
  driver_key (driver, "Return");
  rows_wait_text (driver, "task", "\"2019-07-05\"");
  assert_effort (driver, 4, 0);
  driver_stop (g_steal_pointer (&driver));
  remove_folder (data);
}

/* 13. Note how an activity stands */

static void
test_journal (void)
{
  g_autoptr (Driver) driver = start ();
  const char *headline = "Wacht op het besluit";

  go_to (driver, "verkenning n35", "Verkenning N35 en N340 (demo)");
  driver_key (driver, "ctrl+shift+n");
  driver_key (driver, "2");
  driver_type (driver, headline);
  driver_key (driver, "Return");
  rows_wait_text (driver, "task_journal", headline);
  assert_effort (driver, 5, (guint) (strlen ("verkenning n35") + strlen (headline)));
}

/* 14. See the planning on one page, to print */

static void
test_print (void)
{
  g_autoptr (Driver) driver = start ();

  driver_key (driver, "ctrl+6");
  g_object_unref (driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Verkenning N35 en N340 (demo)"));
  driver_key (driver, "ctrl+p");
  g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, "Planning afdrukken"));
  g_object_unref (driver_find (driver, ATSPI_ROLE_IMAGE, "pagina 1 van 1"));
  assert_effort (driver, 2, 0);
  driver_key (driver, "Escape");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Planning afdrukken");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/jobs/find", test_find);
  g_test_add_func ("/jobs/visit", test_visit);
  g_test_add_func ("/jobs/owed", test_owed);
  g_test_add_func ("/jobs/prepare", test_prepare);
  g_test_add_func ("/jobs/stage", test_stage);
  g_test_add_func ("/jobs/cards", test_cards);
  g_test_add_func ("/jobs/import", test_import);
  g_test_add_func ("/jobs/merge", test_merge);
  g_test_add_func ("/jobs/trial", test_trial);
  g_test_add_func ("/jobs/area", test_area);
  g_test_add_func ("/jobs/plan", test_plan);
  g_test_add_func ("/jobs/move", test_move);
  g_test_add_func ("/jobs/journal", test_journal);
  g_test_add_func ("/jobs/print", test_print);
  return g_test_run ();
}
