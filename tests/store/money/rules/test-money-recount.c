// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
//
// What the check tells of money that synchronisation, or another hand, wrote past the rules: each fault is written into the file.
#include <locale.h>
#include <string.h>

#include "money-fixture.h"
#include "spil-recount.h"

/* Sound bookings of each kind, a closed quarter, and an award that was paid in part. */
static void
put_all (Book *book)
{
  put (book, "v", "commitment", "line=@l1", "date=2018-08-01", "amount=1000", "vat=excluded", "description=v",
       NULL);
  put (book, "u", "actual", "line=@l1", "date=2018-08-02", "amount=600", "vat=excluded", "description=u",
       "commitment=@v", NULL);
  put (book, "s", "reservation", "line=@l1", "date=2018-08-01", "amount=300", "vat=excluded", "description=s",
       NULL);
  put (book, "w", "commitment", "line=@l1", "date=2018-08-01", "amount=200", "vat=excluded", "description=w",
       "reservation=@s", NULL);
  put (book, "x", "actual", "line=@l2", "date=2018-10-02", "amount=50", "vat=excluded", "description=x",
       NULL);
  put (book, "y", "actual", "line=@l2", "date=2018-10-03", "amount=-50", "vat=excluded", "description=y",
       "reverses=@x", NULL);
  put (book, "z", "commitment", "line=@l1", "date=2018-10-04", "amount=-400", "vat=excluded", "description=z",
       "reverses=@v", "release=true", NULL);
  put (book, "f", "forecast", "line=@l3", "date=2018-10-01", "amount=80", "vat=excluded", "description=f",
       NULL);
  put (book, "bron", "source", "name=Rijk", NULL);
  put (book, NULL, "allocation", "line=@l1", "source=@bron", "amount=112000", NULL);
  put (book, "q", "closed_period", "name=3e kwartaal", "first=2018-07-01", "last=2018-09-30",
       "closed_on=2018-10-10", NULL);
  put (book, NULL, "closed_line", "period=@q", "line=@l1", "committed=1200", "actual=600", "vat=excluded",
       "bookings=3", NULL);
  put (book, "org", "organisation", "name=Isala", "kind=employer", NULL);
  put (book, "fonds", "scheme", "name=Fonds", "ceiling=10000", "own_share=0.5", "vat=excluded", "line=@l2",
       NULL);
  put (book, "a", "application", "scheme=@fonds", "organisation=@org", "cost=2000", "other=0", "asked=900",
       "vat=excluded", "measures=Fietsen", "received=2018-09-01", "complete=2018-09-02", "awarded=900",
       "awarded_on=2018-10-02", "state=advanced", NULL);
  put (book, "c", "commitment", "line=@l2", "date=2018-10-02", "amount=900", "vat=excluded", "description=c",
       "application=@a", NULL);
  put (book, "e", "actual", "line=@l2", "date=2018-10-03", "amount=450", "vat=excluded", "description=e",
       "commitment=@c", NULL);
  put (book, "p", "payment", "application=@a", "date=2018-10-03", "kind=advance", "amount=450", "actual=@e",
       NULL);
}

static void
assert_faults (Book *book, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

  g_assert_true (spil_recount_check (book->store.store, faults, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (char *) faults->pdata[i]);
  if (words == NULL) {
    g_assert_cmpuint (faults->len, ==, 0);
    return;
  }
  for (guint i = 0; i < faults->len; i++)
    if (strstr (faults->pdata[i], words) != NULL)
      return;
  g_error ("no fault tells “%s”", words);
}

typedef struct
{
  const char *what;
  const char *sql;
  const char *words; // of the sentence that tells it
} Fault;

#define ROW(table, name) "(SELECT id FROM " table " WHERE description = '" name "')"

static const Fault faults[] = {
  { "a line with another amount", "UPDATE budget_line SET amount = amount + 1 WHERE number = 1",
    "951.500,01" },
  { "a line with another VAT note", "UPDATE budget_line SET vat = 2 WHERE number = 3", "1 line of budget" },
  { "a line that became PM", "UPDATE budget_line SET pm = 1, amount = NULL WHERE number = 3", "712.000,00" },
  { "a line that went outside", "UPDATE budget_line SET outside = 1 WHERE number = 3", "a difference of" },
  { "two lines with one number", "UPDATE budget_line SET number = 3 WHERE number = 4",
    "two lines with number 3" },
  { "over the budget", "UPDATE actual SET amount = 11200001 WHERE description = 'u'", "0,01 too much" },
  { "on a line without an amount",
    "UPDATE actual SET line = (SELECT id FROM budget_line WHERE number = 4),"
    " commitment = NULL WHERE description = 'u'",
    "has no amount yet, but" },
  { "another VAT note", "UPDATE actual SET vat = 2 WHERE description = 'x'", "is in no figure of it" },
  { "a reversal without its original", "UPDATE actual SET dead = 1 WHERE description = 'x'",
    "a booking that is not there" },
  { "a reversal of another amount", "UPDATE actual SET amount = -4999 WHERE description = 'y'",
    "of another amount" },
  { "a reversal on another line",
    "UPDATE actual SET line = (SELECT id FROM budget_line WHERE number = 3)"
    " WHERE description = 'y'",
    "of another budget line" },
  { "a reversal of a reversal",
    "UPDATE actual SET reverses = " ROW ("actual", "y") " WHERE description = 'e'", "of another amount" },
  { "reversed twice",
    "UPDATE actual SET reverses = " ROW ("actual", "x") ", amount = -5000, commitment = NULL"
                                                        " WHERE description = 'e'",
    "is reversed 2 times" },
  { "reversed in a circle", "UPDATE actual SET reverses = " ROW ("actual", "y") " WHERE description = 'x'",
    "a booking that is not there" },
  { "a release of a cent too much", "UPDATE commitment SET amount = -40001 WHERE description = 'z'",
    "releases more than was open" },
  { "drawing on another line",
    "UPDATE actual SET commitment = " ROW ("commitment", "c") " WHERE description = 'u'",
    "draws on a booking of another budget line" },
  { "drawing on what is gone", "UPDATE commitment SET dead = 1 WHERE description = 'c'",
    "draws on a booking that is not there" },
  { "a reservation of another line",
    "UPDATE reservation SET line = (SELECT id FROM budget_line WHERE number = 3)",
    "draws on a booking of another budget line" },
  { "sources above the line", "UPDATE allocation SET amount = amount + 1", "cover € 112.000,01" },
  { "more committed in a closed quarter",
    "UPDATE commitment SET date = (SELECT last FROM closed_period)"
    " WHERE description = 'z'",
    "committed changed by −€ 400,00" },
  { "spent in a closed quarter", "UPDATE actual SET amount = 60001 WHERE description = 'u'",
    "spent changed by € 0,01" },
  { "a payment of another amount", "UPDATE payment SET amount = 45001", "is booked as an expense of" },
  { "a payment without its expense", "UPDATE actual SET dead = 1 WHERE description = 'e'",
    "names an expense that is not there" },
  { "an award that was raised", "UPDATE application SET awarded = 90001", "900,00 stands committed" },
  { "a withdrawal that left it open", "UPDATE application SET state = 7", "stands committed" },
};

static void
replace_spaces (char *text)
{
  // Amounts have a no-break space after the sign.
  for (char *at = strstr (text, "\u00a0"); at != NULL; at = strstr (at, "\u00a0")) {
    at[0] = ' ';
    memmove (at + 1, at + 2, strlen (at + 2) + 1);
  }
}

static void
test_fault (Book *book, gconstpointer data)
{
  const Fault *fault = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (g_free);
  gboolean found = FALSE;

  put_all (book);
  assert_faults (book, NULL);
  run_sql (book->store.dir, fault->sql);
  fixture_reopen (&book->store);
  g_assert_true (spil_recount_check (book->store.store, told, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < told->len; i++) {
    replace_spaces (told->pdata[i]);
    g_test_message ("%s", (char *) told->pdata[i]);
    found |= strstr (told->pdata[i], fault->words) != NULL;
    // What the queries say is what is there, whatever that is.
    g_assert_null (strstr (told->pdata[i], "send a report"));
  }
  if (!found)
    g_error ("%s: no fault tells “%s”", fault->what, fault->words);
}

// A decision makes the exception, and what fell away is no fault.
static void
test_sound (Book *book, gconstpointer data)
{
  put_all (book);
  put (book, NULL, "actual", "line=@l1", "date=2018-10-20", "amount=200000", "vat=excluded",
       "description=boven", "decision=@d", NULL);
  put (book, NULL, "actual", "line=@l9", "date=2018-10-20", "amount=60000", "vat=excluded",
       "description=buiten", NULL);
  put (book, NULL, "budget_version", "name=Voorstel", "year=2018", "total=5", "vat=excluded", "proposal=true",
       NULL);
  // What was drawn beyond a commitment after its release is no fault of that.
  put (book, NULL, "actual", "line=@l1", "date=2018-10-20", "amount=100", "vat=excluded", "description=later",
       "commitment=@v", "decision=@d", NULL);
  // A release that two laptops made, of which one was taken back.
  put (book, "g", "commitment", "line=@l3", "date=2018-10-20", "amount=10", "vat=excluded", "description=g",
       NULL);
  put (book, "h", "commitment", "line=@l3", "date=2018-10-20", "amount=-10", "vat=excluded", "description=h",
       "reverses=@g", "release=true", NULL);
  put (book, "i", "commitment", "line=@l3", "date=2018-10-20", "amount=10", "vat=excluded", "description=i",
       NULL);
  assert_faults (book, NULL);
  run_sql (book->store.dir, "UPDATE commitment SET amount = -1000, release = 1, reverses = " ROW (
                                "commitment", "g") " WHERE description = 'i'");
  fixture_reopen (&book->store);
  assert_faults (book, "releases more than was open");
  put (book, NULL, "commitment", "line=@l3", "date=2018-10-21", "amount=10", "vat=excluded", "description=k",
       "reverses=@i", NULL);
  assert_faults (book, NULL);
}

// Databases of before releases had a mark: what took back a part was one, of that part and no more.
static void
test_old_release (Book *book, gconstpointer data)
{
  put_all (book);
  run_sql (book->store.dir, "UPDATE commitment SET release = NULL WHERE description = 'z'");
  fixture_reopen (&book->store);
  assert_faults (book, NULL);
  run_sql (book->store.dir, "UPDATE commitment SET amount = -400000 WHERE description = 'z'");
  fixture_reopen (&book->store);
  assert_faults (book, "of another amount");
}

// More than twenty of one kind tell nothing new.
static void
test_many (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < 25; i++)
    put (book, NULL, "actual", "line=@l1", "date=2018-10-20", "amount=1", "vat=excluded", "description=veel",
         NULL);
  run_sql (book->store.dir, "UPDATE actual SET vat = 2");
  fixture_reopen (&book->store);
  g_assert_true (spil_recount_check (book->store.store, told, &error));
  g_assert_cmpuint (told->len, ==, 20);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++) {
    g_autofree char *path = g_strdup_printf ("/store/money/recount/%s", faults[i].what);

    g_test_add (path, Book, &faults[i], money_set_up, test_fault, money_tear_down);
  }
  MONEY_TEST ("/store/money/recount/sound", test_sound);
  MONEY_TEST ("/store/money/recount/old-release", test_old_release);
  MONEY_TEST ("/store/money/recount/many", test_many);
  return g_test_run ();
}
