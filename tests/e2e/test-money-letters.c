// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* A letter about an application: filled in, of another kind, and with a standard text of one's own. */
#include "driver.h"

#include <string.h>

#define FIRST "Lange Perronklok Expeditie (demo): "
#define NUMBER "BF-2018-001"
#define OWN_SUBJECT "Uw bijdrage uit het {regeling}, kenmerk {kenmerk}"
#define FILLED_SUBJECT "Uw bijdrage uit het Bereikbaarheidsfonds 2018, kenmerk " NUMBER

static char *
dup_application (Driver *driver)
{
  g_autofree char *row = driver_spilctl (
      driver, (const char *[]) { "--json", "list", "application", "--where", "number=" NUMBER, NULL });
  const char *id = strstr (row, "\"id\":\"");

  g_assert_nonnull (id);
  return g_strndup (id + strlen ("\"id\":\""), 36);
}

static void
open_letter (Driver *driver)
{
  driver_press_starting (driver, ATSPI_ROLE_TABLE_ROW, FIRST);
  driver_press (driver, ATSPI_ROLE_BUTTON, "Brief maken…");
  g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, "Brief maken"));
}

// The letter that its state asks for says what was settled; another kind says what was awarded.
static void
test_filled (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "fund");
  g_autofree char *id = dup_application (driver);

  g_assert_cmpuint (strlen (id), ==, 36);
  open_letter (driver);
  driver_wait_text (driver, "Wij stellen uw bijdrage vast op €\u00a09.100,00 exclusief btw.");
  driver_press (driver, ATSPI_ROLE_COMBO_BOX, "Soort brief");
  g_object_unref (driver_find (driver, ATSPI_ROLE_LABEL, "Toekenningsbrief"));
  driver_key (driver, "Home");
  driver_key (driver, "Down");
  driver_key (driver, "Return");
  driver_wait_text (driver, "ten hoogste €\u00a09.800,00 exclusief btw");
  driver_key (driver, "Escape");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Brief maken");
}

// The standard text is kept for all letters of its kind, and can be given up for the one that comes with Spil.
static void
test_standard_text (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "fund");
  g_autofree char *kept = NULL;
  g_autofree char *gone = NULL;

  open_letter (driver);
  driver_press (driver, ATSPI_ROLE_BUTTON, "De vaste tekst aanpassen…");
  driver_fill (driver, "Onderwerp", OWN_SUBJECT);
  driver_press (driver, ATSPI_ROLE_BUTTON, "Bewaren");
  driver_wait_text (driver, FILLED_SUBJECT);
  kept = driver_spilctl (driver, (const char *[]) { "--json", "list", "letter_text", NULL });
  g_assert_nonnull (strstr (kept, OWN_SUBJECT));
  g_assert_nonnull (strstr (kept, "settlement"));
  driver_press (driver, ATSPI_ROLE_BUTTON, "De vaste tekst aanpassen…");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Terug naar de tekst van Spil zelf");
  driver_wait_text (driver, "Vaststelling Bereikbaarheidsfonds 2018: ");
  gone = driver_spilctl (driver, (const char *[]) { "--json", "list", "letter_text", NULL });
  g_assert_null (strstr (gone, OWN_SUBJECT));
  driver_key (driver, "Escape");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Brief maken");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money-letters/filled", test_filled);
  g_test_add_func ("/money-letters/standard-text", test_standard_text);
  return g_test_run ();
}
