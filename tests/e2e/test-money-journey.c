// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "money-rows.h"
#include "rows.h"

#define NB "\u00a0"
#define SEARCH "Zoek werkgever, maatregel of zaaknummer"

static const Paper decided = { .budget = { 11200000, 11000000, 20000000, 32500000, 9000000, 11450000 } };

/* Hands */

// A page, its key, and what only the page itself has: not what is opened from it.
typedef struct
{
  const char *key;
  AtspiRole role;
  const char *name;
  guint n_looks;
} Place;

// The key twice comes to the page itself; again where a dialog that slides away caught it.
static gboolean
is_at (Driver *driver, gpointer data)
{
  Place *place = data;

  if (place->n_looks++ % 20 == 0)
    for (int i = 0; i < 2; i++)
      driver_key (driver, place->key);
  return driver_sees (driver, place->role, place->name);
}

static void
go_budget (Driver *driver)
{
  Place place = { "ctrl+7", ATSPI_ROLE_BUTTON, "Alle boekingen", 0 };

  driver_wait (driver, is_at, &place, "the page Budget");
}

static void
go_fund (Driver *driver)
{
  Place place = { "ctrl+5", ATSPI_ROLE_BUTTON, "Aanvraag toevoegen", 0 };

  driver_wait (driver, is_at, &place, "the page Fonds");
}

/* What is on screen */

// "€ 1.234,56", and without cents when there are none.
static char *
format_euro (gint64 cents)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  char *whole;

  g_string_printf (digits, "%" G_GINT64_FORMAT, ABS (cents) / 100);
  for (gssize at = (gssize) digits->len - 3; at > 0; at -= 3)
    g_string_insert_c (digits, at, '.');
  if (cents % 100 != 0)
    g_string_append_printf (digits, ",%02d", (int) (ABS (cents) % 100));
  whole = g_strdup_printf ("%s€" NB "%s", cents < 0 ? "−" : "", digits->str);
  return whole;
}

// Every line and the total: on paper, from the rows, on screen.
static void
assert_totals (Driver *driver, const Paper *paper)
{
  gint64 used[N_LINES];
  gint64 budget = 0;
  gint64 free = 0;

  go_budget (driver);
  add_up (driver, used);
  for (int i = 0; i < N_LINES; i++) {
    g_autofree char *left = format_euro (paper->budget[i] - paper->used[i]);
    g_autofree char *whole = format_euro (paper->budget[i]);
    g_autofree char *row = g_strdup_printf ("%d. %s: vrij %s van %s", i + 1, money_lines[i], left, whole);

    g_assert_cmpint (used[i], ==, paper->used[i]);
    g_object_unref (driver_find (driver, ATSPI_ROLE_TABLE_ROW, row));
    budget += paper->budget[i];
    free += paper->budget[i] - used[i];
  }
  g_assert_cmpint (budget, ==, 95150000);
  {
    g_autofree char *left = format_euro (free);
    g_autofree char *row = g_strdup_printf ("Totaal: vrij %s van €" NB "951.500", left);

    g_object_unref (driver_find (driver, ATSPI_ROLE_TABLE_ROW, row));
  }
}

static void
save (Driver *driver, const char *dialog)
{
  driver_press (driver, ATSPI_ROLE_BUTTON, "Opslaan");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, dialog);
}

static void
book_expense (Driver *driver, int number, const char *amount, const char *what, const char *day)
{
  g_autofree char *line = g_strdup_printf ("%d. %s: vrij ", number, money_lines[number - 1]);

  go_budget (driver);
  driver_press (driver, ATSPI_ROLE_BUTTON, "Uitgave boeken");
  driver_press (driver, ATSPI_ROLE_COMBO_BOX, "Begrotingspost");
  g_object_unref (driver_find_starting (driver, ATSPI_ROLE_LABEL, "1. "));
  driver_key (driver, "Home");
  for (int i = 0; i < number; i++)
    driver_key (driver, "Down");
  driver_key (driver, "Return");
  g_object_unref (driver_find_starting (driver, ATSPI_ROLE_LABEL, line));
  driver_fill (driver, "Bedrag", amount);
  driver_fill (driver, "Omschrijving", what);
  driver_fill (driver, "Datum", day);
  save (driver, "Uitgave boeken");
}

static gboolean
count_row (AtspiAccessible *accessible, gpointer n_rows)
{
  *(guint *) n_rows += atspi_accessible_get_role (accessible, NULL) == ATSPI_ROLE_TABLE_ROW;
  return TRUE;
}

// The head is a row too.
static gboolean
has_one_row (Driver *driver, gpointer data)
{
  guint n_rows = 0;

  driver_visit (driver, NULL, count_row, &n_rows);
  return n_rows == 2;
}

typedef struct
{
  const char *row;
  AtspiRole role;
  const char *name;
  guint n_looks;
} Opening;

static gboolean
is_opened (Driver *driver, gpointer data)
{
  Opening *opening = data;

  if (driver_sees (driver, opening->role, opening->name))
    return TRUE;
  if (opening->n_looks++ % 40 == 0)
    driver_press_starting (driver, ATSPI_ROLE_TABLE_ROW, opening->row);
  return FALSE;
}

// Presses the row until what it opens is there: a list that is read anew takes the row from under the pointer.
static void
open_row (Driver *driver, const char *row, AtspiRole role, const char *name)
{
  Opening opening = { row, role, name, 0 };

  driver_wait (driver, is_opened, &opening, name);
}

// Opens a booking from the register by what it is about.
static void
open_booking (Driver *driver, const char *what)
{
  go_budget (driver);
  driver_press (driver, ATSPI_ROLE_BUTTON, "Alle boekingen");
  g_object_unref (driver_find (driver, ATSPI_ROLE_ENTRY, "Boekingen zoeken"));
  driver_fill (driver, "Boekingen zoeken", what);
  driver_wait (driver, has_one_row, NULL, "one booking");
  open_row (driver, what, ATSPI_ROLE_BUTTON, "Terugboeken");
}

/* Bookings: on line 4 a commitment of 38,000 drawn down by 14,000.01 and the rest released; on line 5 an expense corrected and one taken back. */
static void
book (Driver *driver, Paper *paper)
{
  open_booking (driver, "Probeerkaarten najaar");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Uitgave boeken ten laste hiervan");
  driver_fill (driver, "Bedrag", "14.000,01");
  driver_fill (driver, "Omschrijving", "Kaarten van september");
  driver_fill (driver, "Datum", "28-09-2018");
  save (driver, "Uitgave boeken");
  paper->used[3] = 3800000;
  assert_totals (driver, paper);

  open_booking (driver, "Probeerkaarten najaar");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Restant laten vrijvallen (€" NB "23.999,99)");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Laten vrijvallen");
  driver_wait_gone (driver, ATSPI_ROLE_BUTTON, "Restant laten vrijvallen (€" NB "23.999,99)");
  paper->used[3] = 1400001;
  assert_totals (driver, paper);

  book_expense (driver, 5, "1.234,56", "Zaal in de wijk", "14-08-2018");
  book_expense (driver, 5, "1.000,00", "Folders voor de wijk", "20-08-2018");
  paper->used[4] = 223456;
  assert_totals (driver, paper);

  open_booking (driver, "Zaal in de wijk");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Verbeteren");
  driver_fill (driver, "Bedrag", "1.224,56");
  save (driver, "Boeking verbeteren");
  open_booking (driver, "Folders voor de wijk");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Terugboeken");
  driver_fill (driver, "Reden", "Betaald door de wijkvereniging");
  driver_key (driver, "Return");
  driver_wait_gone (driver, ATSPI_ROLE_BUTTON, "Terugboeken");
  paper->used[4] = 122456;
  assert_totals (driver, paper);
}

/* The fund */

static void
open_application (Driver *driver, const char *employer)
{
  go_fund (driver);
  driver_fill (driver, SEARCH, employer);
  driver_wait (driver, has_one_row, NULL, "one application");
  open_row (driver, employer, ATSPI_ROLE_HEADING, employer);
  g_object_unref (driver_find_starting (driver, ATSPI_ROLE_GROUPING, "Status: "));
}

static void
wait_state (Driver *driver, const char *state)
{
  g_autofree char *name = g_strconcat ("Status: ", state, NULL);

  g_object_unref (driver_find_starting (driver, ATSPI_ROLE_GROUPING, name));
}

// A step with a dialog; @field and @text (nullable): what is filled in.
static void
take_step (Driver *driver, const char *step, const char *field, const char *text, const char *state)
{
  driver_press (driver, ATSPI_ROLE_BUTTON, step);
  g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, step));
  if (field != NULL)
    driver_fill (driver, field, text);
  driver_press_in (driver, step, step);
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, step);
  wait_state (driver, state);
}

// The first of the menu "Other steps".
static void
take_other_step (Driver *driver, const char *step, const char *field, const char *text, const char *state)
{
  driver_press (driver, ATSPI_ROLE_TOGGLE_BUTTON, "Andere stappen");
  g_object_unref (driver_find (driver, ATSPI_ROLE_MENU, "Andere stappen"));
  driver_key (driver, "Return");
  g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, step));
  driver_fill (driver, field, text);
  driver_press_in (driver, step, step);
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, step);
  wait_state (driver, state);
}

static void
assess (Driver *driver, const char *employer)
{
  open_application (driver, employer);
  driver_press (driver, ATSPI_ROLE_BUTTON, "Compleet verklaren");
  wait_state (driver, "Compleet");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Beoordelen");
  wait_state (driver, "Beoordeeld");
}

/*
 * Four applications: half of 20,000, that became 18,000 (9,000 settled); one refused; one withdrawn after an advance that comes back; one with
 * 5,000 from elsewhere, which is not the employer's own: 10,000 of 30,000.
 */
static void
treat_applications (Driver *driver, Paper *paper)
{
  assess (driver, "Werkplaats Voorbeeld");
  take_step (driver, "Toekennen", "Toegekend", "10.000,00", "Toegekend");
  take_step (driver, "Voorschot betalen", "Bedrag", "4.000,00", "Voorschot betaald");
  paper->used[2] = 1000000;
  assert_totals (driver, paper);
  open_application (driver, "Werkplaats Voorbeeld");
  take_step (driver, "Verantwoorden", "Werkelijke kosten", "18.000,00", "Verantwoord");
  take_step (driver, "Vaststellen", NULL, NULL, "Vastgesteld");
  paper->used[2] = 900000;
  assert_totals (driver, paper);
  open_application (driver, "Werkplaats Voorbeeld");
  take_step (driver, "Slotbetaling doen", NULL, NULL, "Betaald");
  assert_totals (driver, paper);

  open_application (driver, "Drukkerij Verzonnen");
  take_other_step (driver, "Afwijzen", "Toelichting bij de afwijzing", "De maatregel was er al.",
                   "Afgewezen");
  assert_totals (driver, paper);

  assess (driver, "Kwekerij Bedacht");
  take_step (driver, "Toekennen", "Toegekend", "7.500,00", "Toegekend");
  take_step (driver, "Voorschot betalen", "Bedrag", "2.500,00", "Voorschot betaald");
  paper->used[2] = 900000 + 750000;
  assert_totals (driver, paper);
  open_application (driver, "Kwekerij Bedacht");
  take_other_step (driver, "Intrekken", "Reden van intrekking", "De verhuizing gaat niet door.",
                   "Ingetrokken");
  paper->used[2] = 900000 + 250000;
  assert_totals (driver, paper);
  open_application (driver, "Kwekerij Bedacht");
  take_step (driver, "Terugbetaling boeken", NULL, NULL, "Ingetrokken");
  paper->used[2] = 900000;
  assert_totals (driver, paper);

  assess (driver, "Bakkerij Fictie");
}

// Without an amount typed: what the rules allow.
static void
award_last (Driver *driver, Paper *paper)
{
  take_step (driver, "Toekennen", NULL, NULL, "Toegekend");
  paper->used[2] = 900000 + 1000000;
  assert_totals (driver, paper);
}

/* 10,000 from line 6 to line 4: a proposal first, which moves nothing; then by decision. */
static void
reallocate (Driver *driver, Paper *paper)
{
  go_budget (driver);
  driver_press (driver, ATSPI_ROLE_BUTTON, "Begrotingswijziging maken");
  driver_fill (driver, "Post 6, Wijziging", "-10.000");
  driver_fill (driver, "Post 4, Wijziging", "+10.000");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Als voorstel bewaren");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Begrotingswijziging");
  driver_wait_text (driver, "Een voorstel om “Begroting 2018” te wijzigen");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Vaststellen");
  driver_press_in (driver, "Voorstel vaststellen", "Vaststellen");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Voorstel vaststellen");
  paper->budget[3] += 1000000;
  paper->budget[5] -= 1000000;
  assert_totals (driver, paper);
}

/* The third quarter is closed: what still comes in for it is booked later, marked. */
static void
close_quarter (Driver *driver, Paper *paper)
{
  g_autofree char *rows = NULL;
  const char *late;

  go_budget (driver);
  driver_press (driver, ATSPI_ROLE_BUTTON, "Afgesloten tijdvakken");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Het 3e kwartaal 2018 afsluiten");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Afsluiten");
  g_object_unref (driver_find (driver, ATSPI_ROLE_BUTTON, "Het 3e kwartaal 2018 heropenen"));
  assert_totals (driver, paper);
  book_expense (driver, 1, "99,99", "Reiskosten september", "12-09-2018");
  paper->used[0] = 9999;
  assert_totals (driver, paper);
  rows = rows_list (driver, "actual");
  late = strstr (rows, "Reiskosten september");
  g_assert_nonnull (late);
  g_assert_nonnull (strstr (rows, "\"late_of\":\"2018-09-12\""));
  g_assert_null (strstr (rows, "\"date\":\"2018-09-12\""));
}

/* What else says it */

typedef struct
{
  const char *caption;
  const char *value;
  gboolean is_next; /**< what comes now is the value */
  gboolean found;
} Tile;

static gboolean
look_at_tile (AtspiAccessible *accessible, gpointer data)
{
  Tile *tile = data;
  g_autofree char *name = NULL;

  if (atspi_accessible_get_role (accessible, NULL) != ATSPI_ROLE_LABEL)
    return TRUE;
  name = accessible_name (accessible);
  tile->found = tile->is_next && strcmp (name, tile->value) == 0;
  tile->is_next = strcmp (name, tile->caption) == 0;
  return !tile->found;
}

static gboolean
has_tile (Driver *driver, gpointer data)
{
  Tile *tile = data;

  tile->is_next = FALSE;
  driver_visit (driver, NULL, look_at_tile, tile);
  return tile->found;
}

static void
assert_tile (Driver *driver, const char *caption, gint64 cents)
{
  g_autofree char *brief = format_euro (cents);
  g_autofree char *value = g_strconcat (brief, cents % 100 == 0 ? ",00" : "", NULL);
  g_autofree char *what = g_strdup_printf ("“%s” with %s", caption, value);
  Tile tile = { .caption = caption, .value = value };

  driver_wait (driver, has_tile, &tile, what);
}

// The figures of the fund: what is awarded is what its commitments still come to, what is paid is what its payments come to.
static void
assert_fund (Driver *driver, gint64 awarded, gint64 paid)
{
  g_assert_cmpint (sum_rows (driver, "commitment", "application", NULL), ==, awarded);
  g_assert_cmpint (sum_rows (driver, "payment", "application", "\"kind\":\"refund\""), ==, paid);
  go_fund (driver);
  assert_tile (driver, "Plafond", decided.budget[2]);
  assert_tile (driver, "Toegekend", awarded);
  assert_tile (driver, "Betaald", paid);
  assert_tile (driver, "Ruimte", decided.budget[2] - awarded);
}

/* Taking back */

static char *
dup_digest (Driver *driver)
{
  return driver_spilctl (driver, (const char *[]) { "digest", NULL });
}

static gboolean
has_changed (Driver *driver, gpointer before)
{
  g_autofree char *now = dup_digest (driver);

  return strcmp (now, before) != 0;
}

// The late booking, the closing, the decision, the proposal and the last award: five steps, after which all is as it was to the letter.
static void
take_back (Driver *driver, const Paper *paper, const char *digest)
{
  g_autofree char *now = NULL;

  go_budget (driver);
  for (int i = 0; i < 5; i++) {
    g_autofree char *before = dup_digest (driver);

    driver_key (driver, "ctrl+z");
    driver_wait (driver, has_changed, before, "a step to be taken back");
  }
  now = dup_digest (driver);
  g_assert_cmpstr (now, ==, digest);
  assert_totals (driver, paper);
}

static void
add (const char *data, const char *entity, const char *const *values)
{
  g_autoptr (GStrvBuilder) arguments = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  g_strv_builder_add_many (arguments, "add", entity, NULL);
  g_strv_builder_addv (arguments, (const char **) values);
  all = g_strv_builder_end (arguments);
  g_free (run_spilctl (data, (const char *const *) all));
}

#define ADD(data, entity, ...) add (data, entity, (const char *[]) { __VA_ARGS__, NULL })

/* What is there before the day begins: employers, what they sent in, one commitment. */
static char *
make_data (void)
{
  static const char *const employers[] = { "Werkplaats Voorbeeld", "Drukkerij Verzonnen", "Kwekerij Bedacht",
                                           "Bakkerij Fictie" };
  static const char *const costs[] = { "20000", "9000", "15000", "30000" };
  static const char *const asked[] = { "10000", "4500", "7500", "15000" };
  char *data = driver_make_data (DRIVER_PLAN);

  for (gsize i = 0; i < G_N_ELEMENTS (employers); i++) {
    g_autofree char *name = g_strdup_printf ("name=%s", employers[i]);
    g_autofree char *organisation = g_strdup_printf ("organisation=%s", employers[i]);
    g_autofree char *cost = g_strdup_printf ("cost=%s", costs[i]);
    g_autofree char *ask = g_strdup_printf ("asked=%s", asked[i]);

    ADD (data, "organisation", name, "kind=employer");
    ADD (data, "application", "scheme=Bereikbaarheidsfonds 2018", organisation, "measures=Fietsplan", cost,
         ask, i == 3 ? "other=5000" : "other=0", "vat=excluded", "received=2018-08-01", "state=submitted");
  }
  ADD (data, "commitment", "line=Toolkit: probeer- en deelconceptacties, Movez, vervolg De Overstap",
       "date=2018-09-03", "amount=38000", "vat=excluded", "description=Probeerkaarten najaar",
       "counterpart=Reiskaart Verzonnen");
  return data;
}

static void
test_2018 (void)
{
  char *data = make_data ();
  g_autoptr (Driver) driver = driver_start_on (data, (const char *[]) { "--page", "budget", NULL });
  Paper paper = decided;
  Paper before;
  g_autofree char *digest = NULL;
  g_autofree char *check = NULL;

  driver_wait_text (driver, "Vastgesteld op 31-07-2018");
  paper.used[3] = 3800000;
  assert_totals (driver, &paper);
  book (driver, &paper);
  treat_applications (driver, &paper);
  before = paper;
  digest = dup_digest (driver);
  award_last (driver, &paper);
  assert_fund (driver, 900000 + 1000000, 900000);
  reallocate (driver, &paper);
  close_quarter (driver, &paper);
  assert_closing (driver);
  assert_export (driver, &paper);
  check = driver_spilctl (driver, (const char *[]) { "check", NULL });
  g_assert_nonnull (strstr (check, "Alles is in orde"));
  take_back (driver, &before, digest);
  driver_stop (g_steal_pointer (&driver));
  remove_folder (data);
  g_free (data);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money-journey/2018", test_2018);
  return g_test_run ();
}
