// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "driver.h"

#include <string.h>

// A note that seems to hold a BSN is warned of while it is typed, and can be saved all the same.
static void
test_warning (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "employers");
  g_autoptr (AtspiAccessible) cell = driver_find (driver, ATSPI_ROLE_TABLE_CELL, NULL);

  driver_press_accessible (driver, cell);
  driver_wait_text (driver, "Tijdlijn");
  driver_key (driver, "ctrl+n");
  g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, "Nieuw contactmoment"));
  driver_fill (driver, "Notitie", "Haar nummer is 123456782");
  driver_wait_text (driver, "lijkt op een burgerservicenummer");
  driver_fill (driver, "Notitie", "Zij is zwanger");
  driver_wait_text (driver, "lijkt over iemands gezondheid te gaan");
  driver_fill (driver, "Notitie", "Fietsplan afgesproken");
  driver_wait_text_gone (driver, "lijkt over iemands gezondheid te gaan");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Opslaan");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Nieuw contactmoment");
}

static gboolean
is_erased (Driver *driver, gpointer data)
{
  g_autofree char *contacts = driver_spilctl (
      driver, (const char *[]) { "--json", "list", "contact", "--search", "allergisch", NULL });

  return strstr (contacts, "allergisch") == NULL;
}

// One note that should not have been written is erased from the place where it is corrected.
static void
test_note (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "employers");
  g_autoptr (AtspiAccessible) cell = driver_find (driver, ATSPI_ROLE_TABLE_CELL, NULL);

  driver_press_accessible (driver, cell);
  driver_wait_text (driver, "Tijdlijn");
  driver_key (driver, "ctrl+n");
  g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, "Nieuw contactmoment"));
  driver_fill (driver, "Notitie", "Zij is allergisch");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Opslaan");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Nieuw contactmoment");
  driver_wait_text (driver, "Zij is allergisch");
  driver_press_starting (driver, ATSPI_ROLE_BUTTON, "Contactmoment van 15-11-2018");
  g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, "Contactmoment corrigeren"));
  driver_press (driver, ATSPI_ROLE_BUTTON, "Wis de notitie voorgoed…");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Wissen");
  driver_wait (driver, is_erased, NULL, "the note to be erased");
  driver_wait_text_gone (driver, "Zij is allergisch");
}

static char *
dup_rule (Driver *driver)
{
  g_autofree char *rules = driver_spilctl (
      driver, (const char *[]) { "--json", "list", "retention_rule", "--where", "category=notes", NULL });
  const char *id = strstr (rules, "\"id\":\"");

  g_assert_nonnull (id);
  return g_strndup (id + strlen ("\"id\":\""), 36);
}

static gboolean
has_no_notes (Driver *driver, gpointer data)
{
  g_autofree char *contacts = driver_spilctl (
      driver, (const char *[]) { "--json", "list", "contact", "--search", "gesprek", NULL });

  return strstr (contacts, "\"summary\":\"") == NULL;
}

// What has been kept as long as the retention period says is found on the first page and erased, after a question.
static void
test_retention (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "home");
  g_autofree char *rule = dup_rule (driver);
  g_autofree char *changed = driver_spilctl (
      driver, (const char *[]) { "set", "retention_rule", rule, "months=1", NULL });

  driver_press (driver, ATSPI_ROLE_LIST_ITEM, "Notities en deelnames");
  driver_wait_text (driver, "Bewaartermijnen");
  driver_press_starting (driver, ATSPI_ROLE_BUTTON, "Wis: ");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Wissen");
  driver_wait_text (driver, " gewist");
  driver_wait_text_gone (driver, "notities van contactmomenten");
  driver_wait (driver, has_no_notes, NULL, "the notes to be gone");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/privacy/warning", test_warning);
  g_test_add_func ("/privacy/note", test_note);
  g_test_add_func ("/privacy/retention", test_retention);
  return g_test_run ();
}
