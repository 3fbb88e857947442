// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* The help: about what is seen, with links, a way back and search; and the first steps. */
#include "driver.h"

#define RISKS "Een nieuwe score komt naast de vorige"
#define EMPLOYER "Gele Zandweg Thuiszorg (demo)"

static void
wait_heading (Driver *driver, const char *name)
{
  g_object_unref (driver_find (driver, ATSPI_ROLE_HEADING, name));
}

/* F1 is about the page; in a dialog about that. */
static void
test_topics (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "budget");

  driver_wait_text (driver, "Begrotingswijziging maken");
  driver_key (driver, "F1");
  wait_heading (driver, "Wat u hier het meest doet");
  driver_wait_text (driver, "Een begrotingswijziging is een nieuwe versie.");
  driver_key (driver, "Escape");
  driver_wait_text_gone (driver, "Een begrotingswijziging is een nieuwe versie.");
  // Without a window manager nobody gives the keys back
  driver_to_front (driver);
  driver_key (driver, "ctrl+k");
  g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, "Overal heen"));
  driver_key (driver, "F1");
  wait_heading (driver, "Zoeken en overal heen");
  driver_key (driver, "Escape");
  driver_wait_gone (driver, ATSPI_ROLE_HEADING, "Zoeken en overal heen");
  driver_to_front (driver);
  driver_key (driver, "Escape");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Overal heen");
}

/* A form without a page of its own, and the question before what was typed is lost: F1 is about the page under them. */
static void
test_forms (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "risks");

  driver_key (driver, "ctrl+shift+n");
  g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, "Toevoegen: Risico"));
  driver_key (driver, "F1");
  driver_wait_text (driver, RISKS);
  driver_key (driver, "Escape");
  driver_wait_text_gone (driver, RISKS);
  driver_to_front (driver);
  driver_fill (driver, "Kansscore", "2");
  driver_key (driver, "Escape");
  g_object_unref (driver_find (driver, ATSPI_ROLE_BUTTON, "Weggooien"));
  driver_key (driver, "F1");
  driver_wait_text (driver, RISKS);
  driver_key (driver, "Escape");
  driver_wait_text_gone (driver, RISKS);
  driver_to_front (driver);
  driver_press (driver, ATSPI_ROLE_BUTTON, "Weggooien");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Toevoegen: Risico");
}

/* Search, Enter, and back with a key. */
static void
test_search (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "home");

  driver_key (driver, "F1");
  wait_heading (driver, "Als er iets niet klopt");
  driver_key (driver, "ctrl+f");
  driver_type (driver, "herstelblad");
  driver_key (driver, "Return");
  driver_wait_text (driver, "een gedeelde map brengt alles bij elkaar");
  driver_key (driver, "alt+Left");
  driver_wait_text (driver, "begint uw dag");
}

/* The first steps see what was done. */
static void
test_tour (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "home");

  driver_key (driver, "F10");
  // From the end of the menu: quit, about, first steps.
  for (int i = 0; i < 3; i++)
    driver_key (driver, "Up");
  driver_key (driver, "Return");
  wait_heading (driver, "Zoek een werkgever");
  driver_key (driver, "ctrl+k");
  g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, "Overal heen"));
  driver_type (driver, "zandweg thu");
  g_object_unref (driver_find_starting (driver, ATSPI_ROLE_LIST_ITEM, EMPLOYER));
  driver_key (driver, "Return");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Volgende stap");
  wait_heading (driver, "Leg een contactmoment vast");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Deze stap overslaan");
  wait_heading (driver, "Neem het terug");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Stoppen met de eerste stappen");
  driver_wait_gone (driver, ATSPI_ROLE_HEADING, "Neem het terug");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/help/topics", test_topics);
  g_test_add_func ("/help/forms", test_forms);
  g_test_add_func ("/help/search", test_search);
  g_test_add_func ("/help/tour", test_tour);
  return g_test_run ();
}
