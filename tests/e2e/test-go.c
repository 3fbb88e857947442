// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* Going anywhere with the keyboard alone. */
#include "driver.h"

#define EMPLOYER "Gele Zandweg Thuiszorg (demo)"

static Driver *
open_dialog (const char *typed)
{
  Driver *driver = driver_start (DRIVER_DEMO, "home");

  // A key that comes before the page is for nobody.
  driver_wait_text (driver, "Spitsmijdingen");
  driver_key (driver, "ctrl+k");
  g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, "Overal heen"));
  driver_type (driver, typed);
  return driver;
}

static void
close_dialog (Driver *driver)
{
  driver_key (driver, "Escape");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Overal heen");
}

static void
test_employer (void)
{
  g_autoptr (Driver) driver = open_dialog ("zandweg thu");

  g_object_unref (driver_find_starting (driver, ATSPI_ROLE_LIST_ITEM, EMPLOYER));
  driver_key (driver, "Return");
  g_object_unref (driver_find (driver, ATSPI_ROLE_HEADING, EMPLOYER));
}

/* Enter that comes before the answer waits for it. */
static void
test_at_once (void)
{
  g_autoptr (Driver) driver = open_dialog ("zandweg thu");

  driver_key (driver, "Return");
  g_object_unref (driver_find (driver, ATSPI_ROLE_HEADING, EMPLOYER));
}

static void
test_slip (void)
{
  g_autoptr (Driver) driver = open_dialog ("zandwge");

  driver_wait_text (driver, "Werkgevers: bedoelde u…");
  g_object_unref (driver_find_starting (driver, ATSPI_ROLE_LIST_ITEM, "Gele Zandweg"));
  close_dialog (driver);
}

static void
test_page (void)
{
  g_autoptr (Driver) driver = open_dialog ("risic");

  driver_key (driver, "Return");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Overal heen");
  g_object_unref (driver_find (driver, ATSPI_ROLE_LIST, "Risicoregister"));
}

/* The last of the commands too stands before what resembles what was typed. */
static void
test_last_command (void)
{
  g_autoptr (Driver) driver = open_dialog ("over deze gegevens");

  driver_wait_text (driver, "Activiteiten: bedoelde u…");
  driver_key (driver, "Return");
  g_object_unref (driver_find (driver, ATSPI_ROLE_HEADING, "Over deze gegevens"));
}

static void
test_command (void)
{
  g_autoptr (Driver) driver = open_dialog ("nieuw contactm");

  g_object_unref (driver_find_starting (driver, ATSPI_ROLE_LIST_ITEM, "Nieuw contactmoment"));
  driver_key (driver, "Return");
  g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, "Nieuw contactmoment"));
  driver_key (driver, "Escape");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Nieuw contactmoment");
}

/* Down goes to the next row, Ctrl with it to the next group; Up from the first row goes back to the field. */
static void
test_arrows (void)
{
  g_autoptr (Driver) driver = open_dialog ("fiets");
  g_autoptr (AtspiAccessible) note = NULL;
  g_autoptr (AtspiAccessible) second = NULL;
  g_autoptr (AtspiAccessible) group = NULL;
  g_autofree char *name = NULL;
  g_autofree char *group_name = NULL;

  note = driver_find (driver, ATSPI_ROLE_LABEL, "Contactmomenten");
  second = driver_move_focus (driver, "Down");
  name = accessible_name (second);
  g_assert_true (g_str_has_suffix (name, ", Werkgevers"));
  group = driver_move_focus (driver, "ctrl+Down");
  group_name = accessible_name (group);
  g_assert_false (g_str_has_suffix (group_name, ", Werkgevers"));
  close_dialog (driver);
}

static void
test_nothing (void)
{
  g_autoptr (Driver) driver = open_dialog ("qqqqqq");

  driver_wait_text (driver, "Niets gevonden");
  close_dialog (driver);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/go/employer", test_employer);
  g_test_add_func ("/go/at-once", test_at_once);
  g_test_add_func ("/go/slip", test_slip);
  g_test_add_func ("/go/page", test_page);
  g_test_add_func ("/go/command", test_command);
  g_test_add_func ("/go/last-command", test_last_command);
  g_test_add_func ("/go/arrows", test_arrows);
  g_test_add_func ("/go/nothing", test_nothing);
  return g_test_run ();
}
