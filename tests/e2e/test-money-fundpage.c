// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "driver.h"

#include <string.h>

#include "rows.h"

/* The fund in the window: an application from draft to its last payment, one refused, one withdrawn after an advance, and the board by keyboard. */

#define SEARCH "Zoek werkgever, maatregel of zaaknummer"

// The rows of an entity that hold @text, as spilctl tells them, one a line. Free with g_free().
static char *
rows_with (Driver *driver, const char *entity, const char *text)
{
  g_autofree char *rows = rows_list (driver, entity);
  g_auto (GStrv) lines = g_strsplit (rows, "\n", -1);
  GString *found = g_string_new (NULL);

  for (int i = 0; lines[i] != NULL; i++)
    if (strstr (lines[i], text) != NULL)
      g_string_append_printf (found, "%s\n", lines[i]);
  return g_string_free_and_steal (found);
}

static void
assert_row (Driver *driver, const char *entity, const char *text, const char *const *values)
{
  g_autofree char *rows = rows_with (driver, entity, text);

  for (int i = 0; values[i] != NULL; i++)
    if (strstr (rows, values[i]) == NULL)
      g_error ("%s with %s has no %s: %s", entity, text, values[i], rows);
}

// The id of the one application with @text.
static char *
id_of (Driver *driver, const char *text)
{
  g_autofree char *rows = rows_with (driver, "application", text);
  const char *id = strstr (rows, "\"id\":\"");

  g_assert_nonnull (id);
  return g_strndup (id + strlen ("\"id\":\""), 36);
}

// Opens the page of an application from the list.
static void
open_application (Driver *driver, const char *employer)
{
  driver_fill (driver, SEARCH, employer);
  driver_press_starting (driver, ATSPI_ROLE_TABLE_ROW, employer);
  g_object_unref (driver_find_starting (driver, ATSPI_ROLE_GROUPING, "Status: "));
}

// Waits until the page shows the state.
static void
wait_state (Driver *driver, const char *name)
{
  g_object_unref (driver_find_starting (driver, ATSPI_ROLE_GROUPING, name));
}

// A step that asks: its dialog is open after the button, and gone when it is done.
static void
begin_step (Driver *driver, const char *step)
{
  driver_press (driver, ATSPI_ROLE_BUTTON, step);
  g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, step));
}

static void
end_step (Driver *driver, const char *step)
{
  g_autoptr (AtspiAccessible) dialog = driver_find (driver, ATSPI_ROLE_DIALOG, step);
  g_autoptr (AtspiAccessible) button = driver_find_in (driver, dialog, ATSPI_ROLE_BUTTON, step);

  driver_press_accessible (driver, button);
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, step);
}

// The first of the menu, which has the keyboard; the items themselves are on a surface of their own.
static void
choose_other_step (Driver *driver)
{
  driver_press (driver, ATSPI_ROLE_TOGGLE_BUTTON, "Andere stappen");
  g_object_unref (driver_find (driver, ATSPI_ROLE_MENU, "Andere stappen"));
  driver_key (driver, "Return");
}

static void
add_draft (Driver *driver)
{
  driver_press (driver, ATSPI_ROLE_BUTTON, "Aanvraag toevoegen");
  driver_press (driver, ATSPI_ROLE_LIST_ITEM, "Organisatie (verplicht)");
  driver_press_starting (driver, ATSPI_ROLE_LIST_ITEM, "Blauwe Fietsbel Transport");
  driver_fill (driver, "Maatregelen", "Fietsenstalling met laadpunten");
  driver_fill (driver, "Kosten", "20.000,00");
  driver_fill (driver, "Eigen bijdrage", "10.000,00");
  driver_fill (driver, "Gevraagd", "10.000,01");
  // One cent more than half: told while it is typed.
  driver_wait_text (driver, "Ten hoogste €\u00a010.000,00");
  driver_fill (driver, "Gevraagd", "10.000,00");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Opslaan");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Aanvraag toevoegen");
}

// Says of a thing that the scheme asks for that it is there.
static void
answer (Driver *driver, const char *requirement)
{
  g_autoptr (AtspiAccessible) choice = driver_find (driver, ATSPI_ROLE_GROUPING, requirement);
  g_autoptr (AtspiAccessible) yes = driver_find_in (driver, choice, ATSPI_ROLE_RADIO_BUTTON, "Ja");

  driver_press_accessible (driver, yes);
}

// From draft to the last payment, with a cost below the estimate: half of the real cost is settled, the rest of the award is released.
static void
test_paid (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "fund");
  g_autofree char *id = NULL;
  g_autofree char *key = NULL;

  add_draft (driver);
  id = id_of (driver, "Fietsenstalling met laadpunten");
  key = g_strdup_printf ("\"application\":\"%s\"", id);
  driver_fill (driver, SEARCH, "laadpunten");
  driver_press_starting (driver, ATSPI_ROLE_TABLE_ROW, "Blauwe Fietsbel Transport");
  wait_state (driver, "Status: Concept, stap 1 van 9");
  begin_step (driver, "Indienen");
  end_step (driver, "Indienen");
  wait_state (driver, "Status: Ingediend");
  answer (driver, "Offerte of prijsopgave van de maatregel (demo)");
  driver_wait_text (driver, "1 van 3 stukken");
  answer (driver, "Begroting met de eigen bijdrage (demo)");
  driver_wait_text (driver, "2 van 3 stukken");
  answer (driver, "Schatting van de spitsmijdingen (demo)");
  driver_wait_text (driver, "Alle 3");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Compleet verklaren");
  wait_state (driver, "Status: Compleet");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Beoordelen");
  wait_state (driver, "Status: Beoordeeld");
  begin_step (driver, "Toekennen");
  // More than the rules allow stays on screen with the reason.
  driver_fill (driver, "Toegekend", "10.000,01");
  {
    g_autoptr (AtspiAccessible) dialog = driver_find (driver, ATSPI_ROLE_DIALOG, "Toekennen");
    g_autoptr (AtspiAccessible) button = driver_find_in (driver, dialog, ATSPI_ROLE_BUTTON, "Toekennen");

    driver_press_accessible (driver, button);
    g_object_unref (driver_find_starting (driver, ATSPI_ROLE_ALERT, "€\u00a010.000,01"));
  }
  driver_fill (driver, "Toegekend", "10.000,00");
  end_step (driver, "Toekennen");
  wait_state (driver, "Status: Toegekend");
  assert_row (driver, "application", id,
              (const char *[]) { "\"awarded\":1000000", "\"state\":\"awarded\"", NULL });
  assert_row (driver, "commitment", key, (const char *[]) { "\"amount\":1000000", NULL });
  begin_step (driver, "Voorschot betalen");
  driver_fill (driver, "Bedrag", "4.000,00");
  end_step (driver, "Voorschot betalen");
  wait_state (driver, "Status: Voorschot betaald");
  begin_step (driver, "Verantwoorden");
  driver_fill (driver, "Werkelijke kosten", "18.000,00");
  end_step (driver, "Verantwoorden");
  wait_state (driver, "Status: Verantwoord");
  answer (driver, "Facturen en betaalbewijzen (demo)");
  driver_wait_text (driver, "1 van 2 stukken");
  answer (driver, "Telling na afloop (demo)");
  driver_wait_text (driver, "Alle 2");
  begin_step (driver, "Vaststellen");
  end_step (driver, "Vaststellen");
  wait_state (driver, "Status: Vastgesteld");
  assert_row (driver, "application", id,
              (const char *[]) { "\"settled\":900000", "\"settled_cost\":1800000", NULL });
  assert_row (driver, "commitment", key,
              (const char *[]) { "\"amount\":1000000", "\"amount\":-100000", "\"release\":true", NULL });
  begin_step (driver, "Slotbetaling doen");
  end_step (driver, "Slotbetaling doen");
  wait_state (driver, "Status: Betaald");
  assert_row (driver, "payment", key, (const char *[]) { "\"amount\":400000", "\"amount\":500000", NULL });
  assert_row (driver, "application", id, (const char *[]) { "\"state\":\"paid\"", NULL });
  // One step back is one undo.
  driver_key (driver, "ctrl+z");
  wait_state (driver, "Status: Vastgesteld");
  {
    g_autofree char *payments = rows_with (driver, "payment", key);

    g_assert_nonnull (strstr (payments, "\"amount\":400000"));
    g_assert_null (strstr (payments, "\"amount\":500000"));
  }
}

// A ground that was written on the page of the scheme is what an application is refused on.
static void
test_refused (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "fund");
  g_autoptr (AtspiAccessible) add = NULL;

  driver_press (driver, ATSPI_ROLE_BUTTON, "Voorwaarden, eisen en weigeringsgronden");
  add = driver_find (driver, ATSPI_ROLE_TEXT, "Weigeringsgrond toevoegen");
  driver_focus (driver, add);
  driver_type (driver, "De maatregel is al uitgevoerd");
  driver_key (driver, "Return");
  g_object_unref (driver_find (driver, ATSPI_ROLE_BUTTON, "Verwijderen: De maatregel is al uitgevoerd"));
  assert_row (driver, "refusal_ground", "De maatregel is al uitgevoerd",
              (const char *[]) { "\"scheme\":", "\"order\":", NULL });
  driver_key (driver, "alt+Left");
  open_application (driver, "Gouden Stoplamp Machines");
  choose_other_step (driver);
  g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, "Afwijzen"));
  driver_press (driver, ATSPI_ROLE_RADIO_BUTTON, "De maatregel is al uitgevoerd");
  driver_fill (driver, "Toelichting bij de afwijzing", "Stond er al in mei.");
  end_step (driver, "Afwijzen");
  wait_state (driver, "Status: Afgewezen");
  assert_row (driver, "application", "Stond er al in mei.",
              (const char *[]) { "\"state\":\"refused\"", "\"refusal\":\"", "\"awarded\":null", NULL });
}

// Withdrawn after an advance: what is left is released, the advance is asked back and comes in as a step of its own.
static void
test_withdrawn (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "fund");
  g_autofree char *id = NULL;
  g_autofree char *key = NULL;

  open_application (driver, "Koperen Regenjas Netwerken");
  begin_step (driver, "Toekennen");
  end_step (driver, "Toekennen");
  wait_state (driver, "Status: Toegekend");
  begin_step (driver, "Voorschot betalen");
  driver_fill (driver, "Bedrag", "2.500,00");
  end_step (driver, "Voorschot betalen");
  wait_state (driver, "Status: Voorschot betaald");
  choose_other_step (driver);
  g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, "Intrekken"));
  driver_fill (driver, "Reden van intrekking", "Verhuizing gaat niet door.");
  end_step (driver, "Intrekken");
  wait_state (driver, "Status: Ingetrokken");
  id = id_of (driver, "Verhuizing gaat niet door.");
  key = g_strdup_printf ("\"application\":\"%s\"", id);
  assert_row (driver, "commitment", key,
              (const char *[]) { "\"amount\":750000", "\"amount\":-500000", "\"release\":true", NULL });
  begin_step (driver, "Terugbetaling boeken");
  end_step (driver, "Terugbetaling boeken");
  driver_wait_gone (driver, ATSPI_ROLE_BUTTON, "Terugbetaling boeken");
  assert_row (driver, "payment", key,
              (const char *[]) { "\"kind\":\"advance\",\"amount\":250000", "\"kind\":\"refund\"", NULL });
}

// The board by keyboard: Ctrl+Right takes the next step, and undo takes it back.
static void
test_board (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "fund");
  g_autoptr (AtspiAccessible) card = NULL;

  driver_press (driver, ATSPI_ROLE_RADIO_BUTTON, "Bord");
  driver_fill (driver, SEARCH, "Laatste Wissel");
  card = driver_find_starting (driver, ATSPI_ROLE_LIST_ITEM, "Laatste Wissel Wegenbouw (demo), Compleet");
  driver_focus (driver, card);
  driver_key (driver, "ctrl+Right");
  g_object_unref (
      driver_find_starting (driver, ATSPI_ROLE_LIST_ITEM, "Laatste Wissel Wegenbouw (demo), Beoordeeld"));
  // Going back is not a step.
  driver_key (driver, "ctrl+Left");
  driver_wait_text (driver, "Een stap gaat niet terug");
  driver_key (driver, "ctrl+Right");
  g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, "Toekennen"));
  driver_key (driver, "ctrl+Return");
  g_object_unref (
      driver_find_starting (driver, ATSPI_ROLE_LIST_ITEM, "Laatste Wissel Wegenbouw (demo), Toegekend"));
  driver_key (driver, "ctrl+z");
  g_object_unref (
      driver_find_starting (driver, ATSPI_ROLE_LIST_ITEM, "Laatste Wissel Wegenbouw (demo), Beoordeeld"));
  assert_row (driver, "application", "\"received\":\"2018-10-16\"",
              (const char *[]) { "\"state\":\"assessed\"", "\"awarded\":null", NULL });
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money-fundpage/paid", test_paid);
  g_test_add_func ("/money-fundpage/refused", test_refused);
  g_test_add_func ("/money-fundpage/withdrawn", test_withdrawn);
  g_test_add_func ("/money-fundpage/board", test_board);
  return g_test_run ();
}
