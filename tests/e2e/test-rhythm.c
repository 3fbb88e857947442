// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "driver.h"

#include <string.h>

#include "samples.h"

// The page of an employer and the rhythm of contact, by keyboard.

#define EMPLOYER "Dubbele Windvaan Import (demo)"
#define SEARCH "dubbele windv"
#define QUIET "Gele Zandweg Thuiszorg (demo)"
#define QUIET_SEARCH "zandweg thu"

static Driver *
open_employer (const char *search, const char *name)
{
  Driver *driver = driver_start (DRIVER_DEMO, "employers");
  g_autofree char *cell_name = g_strconcat ("Naam: ", name, NULL);
  g_autofree char *before = NULL;
  g_autoptr (AtspiAccessible) first = driver_find_starting (driver, ATSPI_ROLE_TABLE_CELL, "Naam: ");
  g_autoptr (AtspiAccessible) cell = NULL;
  g_autoptr (AtspiAccessible) heading = NULL;

  before = accessible_name (first);
  driver_key (driver, "ctrl+f");
  driver_type (driver, search);
  driver_wait_gone (driver, ATSPI_ROLE_TABLE_CELL, before);
  cell = driver_find_starting (driver, ATSPI_ROLE_TABLE_CELL, cell_name);
  driver_press_accessible (driver, cell);
  heading = driver_find (driver, ATSPI_ROLE_HEADING, name);
  return driver;
}

static char *
list (Driver *driver, const char *entity, const char *search)
{
  return driver_spilctl (driver, (const char *[]) { "--json", "list", entity, "--search", search, NULL });
}

// Ctrl+N, the note, Ctrl+Enter: what was planned is still ahead, so nothing is asked; marks choose needs and persons.
static void
test_note_with_marks (void)
{
  g_autoptr (Driver) driver = open_employer (QUIET_SEARCH, QUIET);
  g_autofree char *contacts = NULL;

  driver_key (driver, "ctrl+n");
  g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, "Nieuw contactmoment"));
  // Known by now are the persons.
  driver_wait_text (driver, "Met wie");
  driver_type (driver, "Merkteken over #laden en #bezocht met @karima. ");
  driver_key (driver, "ctrl+Return");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Nieuw contactmoment");
  driver_wait_text (driver, "Merkteken over");
  contacts = list (driver, "contact", "merkteken");
  g_assert_nonnull (strstr (contacts, "charging"));
  g_assert_nonnull (strstr (contacts, "visited"));
}

// The last action is closed: what is next is asked in the same place, and Enter takes what is proposed.
static void
test_chain (void)
{
  g_autoptr (Driver) driver = open_employer (QUIET_SEARCH, QUIET);
  g_autofree char *actions = NULL;

  driver_press (driver, ATSPI_ROLE_BUTTON, "Klaar");
  driver_wait_text (driver, "Geen vervolgactie: wat is de volgende stap?");
  driver_key (driver, "Return");
  driver_wait_text_gone (driver, "Geen vervolgactie: wat is de volgende stap?");
  driver_wait_text (driver, "Op bezoek gaan");
  actions = list (driver, "next_action", "op bezoek gaan");
  g_assert_cmpint (sample_count (actions, "\"id\""), ==, 1);
  driver_key (driver, "ctrl+z");
  driver_wait_text (driver, "Geen vervolgactie: wat is de volgende stap?");
}

// A note with its follow-up, from anywhere: Ctrl+N, the employer, Enter, the note, Ctrl+Enter.
static void
test_note_with_follow_up (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "home");
  g_autofree char *actions = NULL;
  g_autofree char *id = NULL;
  g_autofree char *found = driver_spilctl (
      driver, (const char *[]) { "add", "organisation", "name=Kale Stoep BV", "kind=employer", NULL });

  id = g_strdup (found);
  driver_key (driver, "ctrl+n");
  g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, "Nieuw contactmoment"));
  driver_type (driver, "kale stoep");
  driver_wait_text (driver, "Kale Stoep BV");
  driver_key (driver, "Return");
  g_object_unref (driver_find (driver, ATSPI_ROLE_TEXT, "Notitie"));
  driver_type (driver, "Kennisgemaakt");
  driver_wait_text (driver, "Bellen hoe het gaat");
  driver_key (driver, "ctrl+Return");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Nieuw contactmoment");
  actions = list (driver, "next_action", "bellen hoe het gaat");
  g_assert_cmpint (sample_count (actions, "\"id\""), ==, 1);
  g_assert_nonnull (strstr (actions, id));
}

// What was typed and not saved is back the next time; saved, it is gone.
static void
test_draft (void)
{
  g_autoptr (Driver) driver = open_employer (QUIET_SEARCH, QUIET);

  driver_key (driver, "ctrl+n");
  g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, "Nieuw contactmoment"));
  driver_type (driver, "Per ongeluk dicht");
  driver_key (driver, "Escape");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Nieuw contactmoment");
  driver_key (driver, "ctrl+n");
  driver_wait_text (driver, "Dit is eerder getypt en nog niet opgeslagen.");
  driver_wait_text (driver, "Per ongeluk dicht");
  driver_key (driver, "ctrl+Return");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Nieuw contactmoment");
  driver_key (driver, "ctrl+n");
  g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, "Nieuw contactmoment"));
  driver_wait_text_gone (driver, "Dit is eerder getypt en nog niet opgeslagen.");
  driver_key (driver, "Escape");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Nieuw contactmoment");
}

static void
test_guard (void)
{
  g_autoptr (Driver) driver = open_employer (SEARCH, EMPLOYER);

  driver_wait_text (driver, "Spreek af wie er gaat, of ga samen.");
}

// The plan of the other broker comes in later, from elsewhere.
static void
test_guard_later (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "employers");
  g_autofree char *id = driver_spilctl (
      driver, (const char *[]) { "add", "organisation", "name=Twee Deuren BV", "kind=employer", NULL });
  g_autofree char *reference = g_strconcat ("organisation=", id, NULL);
  g_autofree char *title = g_strdup ("Twee Deuren BV");

  g_free (driver_spilctl (driver, (const char *[]) { "add", "next_action", reference, "text=Langsgaan",
                                                     "due=2018-11-20", "owner=Bo", "kind=visited",
                                                     "state=open", NULL }));
  driver_key (driver, "ctrl+f");
  driver_type (driver, "twee deuren");
  driver_press_starting (driver, ATSPI_ROLE_TABLE_CELL, "Naam: Twee Deuren BV");
  g_object_unref (driver_find (driver, ATSPI_ROLE_HEADING, title));
  driver_wait_text (driver, "Langsgaan");
  g_assert_false (driver_sees (driver, ATSPI_ROLE_HEADING, "Wie komt wanneer"));
  g_free (driver_spilctl (driver, (const char *[]) { "add", "next_action", reference, "text=Ook langs",
                                                     "due=2018-11-27", "owner=Noor", "kind=visited",
                                                     "state=open", NULL }));
  driver_wait_text (driver, "Bo plant een bezoek op 20 november 2018 en Noor op 27 november 2018");
}

static char *
due_of (Driver *driver, const char *text)
{
  g_autofree char *actions = list (driver, "next_action", text);
  const char *due = strstr (actions, "\"due\"");

  g_assert_nonnull (due);
  return g_strndup (due, strlen ("\"due\":\"2018-11-15\""));
}

// In the agenda an action goes to another day by key, and back by undo.
static void
test_agenda (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "home");
  g_autofree char *id = driver_spilctl (
      driver, (const char *[]) { "add", "organisation", "name=Aarzelaar BV", "kind=employer", NULL });
  g_autofree char *reference = g_strconcat ("organisation=", id, NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (AtspiAccessible) row = NULL;

  g_free (
      driver_spilctl (driver, (const char *[]) { "add", "next_action", reference, "text=Aardbeien brengen",
                                                 "due=2018-11-18", "state=open", NULL }));
  before = due_of (driver, "aardbeien");
  // What came from outside is on the page.
  driver_wait_text (driver, "De eerste 6 van 76");
  driver_key (driver, "ctrl+g");
  g_object_unref (driver_find_starting (driver, ATSPI_ROLE_BUTTON, "zondag 18 november 2018, 1 actie"));
  // Today is Thursday 15 November: three days on.
  driver_press_starting (driver, ATSPI_ROLE_BUTTON, "donderdag 15 november 2018");
  driver_press_starting (driver, ATSPI_ROLE_BUTTON, "zondag 18 november 2018");
  row = driver_find_starting (driver, ATSPI_ROLE_LIST_ITEM, "Aardbeien brengen");
  driver_key (driver, "alt+Right");
  driver_wait_text (driver, "Actie verzet naar 19-11-2018");
  after = due_of (driver, "aardbeien");
  g_assert_cmpstr (after, !=, before);
  driver_key (driver, "ctrl+z");
  g_object_unref (driver_find_starting (driver, ATSPI_ROLE_BUTTON, "zondag 18 november 2018, 1 actie"));
  undone = due_of (driver, "aardbeien");
  g_assert_cmpstr (undone, ==, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rhythm/note-with-marks", test_note_with_marks);
  g_test_add_func ("/rhythm/chain", test_chain);
  g_test_add_func ("/rhythm/note-with-follow-up", test_note_with_follow_up);
  g_test_add_func ("/rhythm/draft", test_draft);
  g_test_add_func ("/rhythm/guard", test_guard);
  g_test_add_func ("/rhythm/guard-later", test_guard_later);
  g_test_add_func ("/rhythm/agenda", test_agenda);
  return g_test_run ();
}
