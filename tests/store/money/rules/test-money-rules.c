// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
//
// What the store refuses, row by row: as a form, an import or spilctl apply may write it, past the actions.
#include <locale.h>
#include <string.h>

#include "money-fixture.h"

/* Adds a row as it is; @words NULL: it may be, and is known as @key from then on. The pairs are one text: "field=value; field=@key". */
static void
attempt (Book *book, const char *key, const char *entity, const char *pairs, const char *words)
{
  SpilAction *action = spil_action_new ("Row added");
  SpilId id = spil_id_new ();
  SpilChange *change = spil_action_add_row (action, spil_entity_by_name (entity), id);
  g_auto (GStrv) parts = g_strsplit (pairs, "; ", -1);

  for (int i = 0; parts[i] != NULL; i++) {
    char *text = strchr (parts[i], '=');
    const SpilField *field;
    g_auto (SpilValue) value = SPIL_VALUE_INIT;

    *text++ = '\0';
    field = spil_entity_field_by_name (change->entity, parts[i]);
    g_assert_nonnull (field);
    if (text[0] == '@')
      value = spil_value_id (id_of (book, text + 1));
    else
      spil_value_parse (field, text, &value, NULL);
    spil_change_assign (change, field->number, &value);
  }
  if (key != NULL && words == NULL)
    g_hash_table_insert (book->ids, g_strdup (key), g_memdup2 (&id, sizeof id));
  if (words == NULL) {
    commit (book->store.store, action);
  } else {
    g_autoptr (GError) error = NULL;

    g_assert_false (spil_store_commit (book->store.store, action, &error));
    g_test_message ("%s", error->message);
    g_assert_nonnull (strstr (error->message, words));
    spil_action_free (action);
  }
}

/* A booking of € @amount excluding VAT with @rest; then as attempt(). */
typedef struct
{
  const char *what;
  const char *key;
  const char *entity;
  const char *line;
  const char *date;
  const char *amount;
  const char *rest;
  const char *words;
} Step;

static void
walk (Book *book, const Step *steps, gsize n)
{
  for (gsize i = 0; i < n; i++) {
    gboolean described = !g_str_equal (steps[i].entity, "forecast") &&
                         !g_str_equal (steps[i].entity, "reservation");
    g_autofree char *pairs = g_strdup_printf (
        "line=@%s; date=%s; amount=%s; vat=%s%s%s%s", steps[i].line, steps[i].date, steps[i].amount,
        steps[i].rest != NULL && strstr (steps[i].rest, "vat=") != NULL ? "unknown" : "excluded",
        described ? "; description=Boeking" : "", steps[i].rest != NULL ? "; " : "",
        steps[i].rest != NULL ? steps[i].rest : "");

    g_test_message ("%s", steps[i].what);
    attempt (book, steps[i].key, steps[i].entity, pairs, steps[i].words);
  }
}

static void
test_reversals (Book *book, gconstpointer data)
{
  static const Step steps[] = {
    { "an expense", "u", "actual", "l1", "2018-10-01", "100", NULL, NULL },
    { "a cent too much", NULL, "actual", "l1", "2018-10-02", "-100.01", "reverses=@u", "not" },
    { "the same sign", NULL, "actual", "l1", "2018-10-02", "100", "reverses=@u", "not" },
    { "another line", NULL, "actual", "l2", "2018-10-02", "-100", "reverses=@u", "the same “Budget line”" },
    { "another VAT note", NULL, "actual", "l1", "2018-10-02", "-100", "reverses=@u; vat=included",
      "the same “VAT”" },
    { "just so", "r", "actual", "l1", "2018-10-02", "-100", "reverses=@u", NULL },
    { "twice", NULL, "actual", "l1", "2018-10-02", "-100", "reverses=@u", "reversed already" },
    { "a reversal", NULL, "actual", "l1", "2018-10-02", "100", "reverses=@r", "is itself a reversal" },
    { "money that came back", "t", "actual", "l1", "2018-10-02", "-50", NULL, NULL },
    { "of which a part was an error", NULL, "actual", "l1", "2018-10-02", "50", "reverses=@t", NULL },
    { "a commitment below zero", NULL, "commitment", "l1", "2018-10-01", "-1", NULL, "reverse that one" },
    { "a reservation below zero", NULL, "reservation", "l1", "2018-10-01", "-1", NULL, "reverse that one" },
    { "a forecast", "f", "forecast", "l1", "2018-10-01", "70", NULL, NULL },
    { "its reversal", NULL, "forecast", "l1", "2018-10-01", "-70", "reverses=@f", NULL },
    { "and once more", NULL, "forecast", "l1", "2018-10-01", "-70", "reverses=@f", "reversed already" },
    { "a reservation", "s", "reservation", "l1", "2018-10-01", "70", NULL, NULL },
    { "half of it back", NULL, "reservation", "l1", "2018-10-01", "-35", "reverses=@s", "reverse all of it" },
  };

  walk (book, steps, G_N_ELEMENTS (steps));
}

static void
test_releases (Book *book, gconstpointer data)
{
  static const Step steps[] = {
    { "a commitment", "v", "commitment", "l1", "2018-10-01", "100", NULL, NULL },
    { "drawn in part", "u", "actual", "l1", "2018-10-02", "60", "commitment=@v", NULL },
    { "a cent too much", NULL, "commitment", "l1", "2018-10-03", "-40.01", "reverses=@v; release=true",
      "40,00 is open" },
    { "a release that adds", NULL, "commitment", "l1", "2018-10-03", "40", "reverses=@v; release=true",
      "below zero" },
    { "of nothing", NULL, "commitment", "l1", "2018-10-03", "-40", "release=true", "names its commitment" },
    { "in part, without saying so", NULL, "commitment", "l1", "2018-10-03", "-40", "reverses=@v",
      "reverse all of it" },
    { "in part", "a", "commitment", "l1", "2018-10-03", "-15", "reverses=@v; release=true", NULL },
    { "the rest", "b", "commitment", "l1", "2018-10-03", "-25", "reverses=@v; release=true", NULL },
    { "once more", NULL, "commitment", "l1", "2018-10-03", "-1", "reverses=@v; release=true",
      "nothing to release" },
    { "the whole after a part", NULL, "commitment", "l1", "2018-10-03", "-100", "reverses=@v",
      "was released already" },
    { "release of a release", NULL, "commitment", "l1", "2018-10-03", "-5", "reverses=@a; release=true",
      "nothing to release" },
    { "a release taken back", "c", "commitment", "l1", "2018-10-04", "25", "reverses=@b", NULL },
    { "twice", NULL, "commitment", "l1", "2018-10-04", "25", "reverses=@b", "reversed already" },
    { "and released anew", NULL, "commitment", "l1", "2018-10-05", "-25", "reverses=@v; release=true", NULL },
    { "what took back is not taken back", NULL, "commitment", "l1", "2018-10-05", "-25", "reverses=@c",
      "itself a reversal" },
  };

  walk (book, steps, G_N_ELEMENTS (steps));
}

static void
test_drawing (Book *book, gconstpointer data)
{
  static const Step steps[] = {
    { "a reservation", "s", "reservation", "l1", "2018-10-01", "100", NULL, NULL },
    { "a commitment that uses it", "v", "commitment", "l1", "2018-10-01", "100", "reservation=@s", NULL },
    { "from another line", NULL, "commitment", "l2", "2018-10-01", "100", "reservation=@s",
      "another budget line" },
    { "an expense on another line", NULL, "actual", "l2", "2018-10-02", "60", "commitment=@v",
      "another budget line" },
    { "beyond the commitment, with room", NULL, "actual", "l1", "2018-10-02", "110", "commitment=@v", NULL },
    { "a commitment reversed", "w", "commitment", "l1", "2018-10-01", "10", NULL, NULL },
    { "its reversal", "x", "commitment", "l1", "2018-10-01", "-10", "reverses=@w", NULL },
    { "drawing on a reversal", NULL, "actual", "l1", "2018-10-02", "6", "commitment=@x",
      "itself a reversal" },
  };

  walk (book, steps, G_N_ELEMENTS (steps));
  // In a later version of the year the number is the line.
  put (book, "v2", "budget_version", "name=Herzien", "year=2018", "date=2018-10-20", "total=951500",
       "vat=excluded", "replaces=@v1", NULL);
  put (book, "m1", "budget_line", "version=@v2", "number=1", "name=Makelaars", "amount=112000",
       "vat=excluded", NULL);
  attempt (book, NULL, "actual",
           "line=@m1; date=2018-10-21; amount=5; vat=excluded; description=X; commitment=@v", NULL);
  put (book, "v3", "budget_version", "name=Volgend jaar", "year=2019", "date=2018-10-20", "total=112000",
       "vat=excluded", NULL);
  put (book, "n1", "budget_line", "version=@v3", "number=1", "name=Makelaars", "amount=112000",
       "vat=excluded", NULL);
  attempt (book, NULL, "actual",
           "line=@n1; date=2018-10-21; amount=5; vat=excluded; description=X; commitment=@v",
           "another budget line");
}

// However small, but not nothing.
static void
test_amounts (Book *book, gconstpointer data)
{
  static const Step steps[] = {
    { "a reservation of nothing", NULL, "reservation", "l1", "2018-10-01", "0", NULL, "the amount is zero" },
    { "a commitment of nothing", NULL, "commitment", "l1", "2018-10-01", "0", NULL, "the amount is zero" },
    { "an expense of nothing", NULL, "actual", "l1", "2018-10-01", "0", NULL, "the amount is zero" },
    { "a forecast of nothing", NULL, "forecast", "l1", "2018-10-01", "0", NULL, "the amount is zero" },
    { "an expense of a cent", NULL, "actual", "l1", "2018-10-01", "0.01", NULL, NULL },
    { "a refund of a cent", NULL, "actual", "l1", "2018-10-01", "-0.01", NULL, NULL },
  };

  walk (book, steps, G_N_ELEMENTS (steps));
}

static void
test_late (Book *book, gconstpointer data)
{
  static const Step steps[] = {
    { "before its day", NULL, "actual", "l1", "2018-10-01", "1", "late_of=2018-09-30", NULL },
    { "on its day", NULL, "actual", "l1", "2018-10-01", "1", "late_of=2018-10-01", "before its own date" },
    { "after it", NULL, "commitment", "l1", "2018-10-01", "1", "late_of=2018-10-02", "before its own date" },
  };

  walk (book, steps, G_N_ELEMENTS (steps));
}

/* An application that got € 500. */
static void
put_award (Book *book, const char *key)
{
  g_autofree char *scheme = g_strconcat ("fonds-", key, NULL);
  g_autofree char *reference = g_strconcat ("scheme=@", scheme, NULL);

  put (book, scheme, "scheme", "name=Fonds", "own_share=0.5", "vat=excluded", NULL);
  put (book, key, "application", reference, "organisation=@org", "cost=1000", "asked=500", "vat=excluded",
       "awarded=500", "awarded_on=2018-09-01", "state=awarded", NULL);
}

static void
test_closed (Book *book, gconstpointer data)
{
  static const Step before[] = {
    { "a forecast", "f", "forecast", "l1", "2018-07-01", "70", NULL, NULL },
    { "an expense", "u", "actual", "l1", "2018-08-01", "70", NULL, NULL },
  };
  static const Step steps[] = {
    { "the day before", NULL, "actual", "l1", "2018-06-30", "1", NULL, NULL },
    { "the first day", NULL, "actual", "l1", "2018-07-01", "1", NULL,
      "3e kwartaal (1 July 2018 to 30 September 2018) is closed" },
    { "the last day", NULL, "commitment", "l1", "2018-09-30", "1", NULL, "Book it on 1 November 2018" },
    { "a reservation", NULL, "reservation", "l1", "2018-09-30", "1", NULL, "is closed" },
    { "a forecast", NULL, "forecast", "l1", "2018-07-01", "1", NULL, "is closed" },
    { "its reversal", NULL, "forecast", "l1", "2018-07-01", "-70", "reverses=@f", NULL },
    { "a reversal", NULL, "actual", "l1", "2018-09-30", "-70", "reverses=@u", "is closed" },
    { "the day after", NULL, "actual", "l1", "2018-10-01", "-70", "reverses=@u", NULL },
  };

  walk (book, before, G_N_ELEMENTS (before));
  put (book, "org", "organisation", "name=Isala", "kind=employer", NULL);
  put_award (book, "a");
  attempt (book, NULL, "closed_period",
           "name=4e kwartaal; first=2018-10-01; last=2018-12-31; closed_on=2018-10-31", "once it is over");
  attempt (book, NULL, "closed_period",
           "name=Andersom; first=2018-09-30; last=2018-07-01; closed_on=2018-10-31", "before its first");
  attempt (book, "q", "closed_period",
           "name=3e kwartaal; first=2018-07-01; last=2018-09-30; closed_on=2018-10-10", NULL);
  attempt (book, NULL, "closed_period",
           "name=Augustus; first=2018-08-01; last=2018-08-31; closed_on=2018-10-11",
           "is closed already, since 10 October 2018");
  walk (book, steps, G_N_ELEMENTS (steps));
  attempt (book, NULL, "payment", "application=@a; date=2018-09-30; kind=advance; amount=5", "is closed");
  attempt (book, NULL, "closed_period",
           "name=Weer open; first=2018-07-01; last=2018-09-30; closed_on=2018-10-12; reopens=@q", NULL);
  attempt (book, NULL, "closed_period",
           "name=Nog eens; first=2018-07-01; last=2018-09-30; closed_on=2018-10-12; reopens=@q",
           "open again already");
  attempt (book, NULL, "payment", "application=@a; date=2018-09-30; kind=advance; amount=5", NULL);
  attempt (book, NULL, "actual", "line=@l1; date=2018-09-30; amount=5; vat=excluded; description=X", NULL);
  attempt (book, NULL, "closed_period",
           "name=Opnieuw dicht; first=2018-07-01; last=2018-09-30; closed_on=2018-10-13", NULL);
}

static void
test_payments (Book *book, gconstpointer data)
{
  put (book, "org", "organisation", "name=Isala", "kind=employer", NULL);
  put_award (book, "a");
  put_award (book, "b");
  attempt (book, "p", "payment", "application=@a; date=2018-10-01; kind=advance; amount=5", NULL);
  attempt (book, NULL, "payment", "application=@b; date=2018-10-02; kind=advance; amount=-5; reverses=@p",
           "the same “Application”");
  attempt (book, NULL, "payment", "application=@a; date=2018-10-02; kind=advance; amount=-4; reverses=@p",
           "reverse all of it");
  attempt (book, NULL, "payment", "application=@a; date=2018-10-02; kind=advance; amount=-5; reverses=@p",
           NULL);
  attempt (book, NULL, "payment", "application=@a; date=2018-10-02; kind=advance; amount=-5; reverses=@p",
           "reversed already");
}

/* Sets one field of a row to what is typed. */
static SpilAction *
set (Book *book, const char *entity, const char *key, const char *name, const char *text)
{
  SpilAction *action = spil_action_new ("Changed");
  const SpilField *field = spil_entity_field_by_name (spil_entity_by_name (entity), name);
  g_auto (SpilValue) value = SPIL_VALUE_INIT;

  spil_value_parse (field, text, &value, NULL);
  spil_change_assign (spil_action_set_row (action, spil_entity_by_name (entity), id_of (book, key)),
                      field->number, &value);
  return action;
}

static void
test_versions (Book *book, gconstpointer data)
{
  attempt (book, NULL, "budget_line", "version=@v1; number=2; name=Dubbel; pm=true; vat=excluded",
           "a line 2 already");
  attempt (book, NULL, "budget_line", "version=@v1; number=5; name=Extra; amount=0.01; vat=excluded",
           "951.500,01");
  attempt (book, NULL, "budget_line",
           "version=@v1; number=5; name=Buiten; amount=7; vat=excluded; outside=true", NULL);
  commit_refused (book, set (book, "budget_line", "l1", "amount", "111999.99"), "a difference of");
  commit_refused (book, set (book, "budget_line", "l1", "number", "8"), "keep their amounts");
  commit_refused (book, set (book, "budget_line", "l9", "amount", "1"), "keep their amounts");
  commit (book->store.store, set (book, "budget_line", "l1", "name", "Makelaars en adviseurs"));

  // A proposal takes any amounts and no bookings, until it is decided.
  put (book, "p", "budget_version", "name=Voorstel", "year=2018", "total=951500", "vat=excluded",
       "proposal=true", "replaces=@v1", NULL);
  put (book, "p1", "budget_line", "version=@p", "number=1", "name=Makelaars", "amount=100000", "vat=excluded",
       NULL);
  put (book, "p2", "budget_line", "version=@p", "number=2", "name=Fonds", "amount=612000", "vat=excluded",
       NULL);
  put (book, "p3", "budget_line", "version=@p", "number=3", "name=Campagne", "amount=300000", "vat=excluded",
       NULL);
  attempt (book, NULL, "actual", "line=@p1; date=2018-10-01; amount=1; vat=excluded; description=X",
           "is a proposal");
  attempt (book, NULL, "forecast", "line=@p1; date=2018-10-01; amount=1; vat=excluded", "is a proposal");
  commit_refused (book, set (book, "budget_version", "p", "date", "2018-10-20"), "but");
  commit (book->store.store, set (book, "budget_line", "p3", "amount", "239500"));
  attempt (book, NULL, "commitment",
           "line=@l1; date=2018-10-01; amount=100000.01; vat=excluded; description=X", NULL);
  commit_refused (book, set (book, "budget_version", "p", "date", "2018-10-20"),
                  "100.000,01 is spent or committed");
  commit (book->store.store, set (book, "budget_line", "p1", "amount", "100000.01"));
  commit (book->store.store, set (book, "budget_line", "p2", "amount", "611999.99"));
  commit (book->store.store, set (book, "budget_version", "p", "date", "2018-10-20"));
  commit_refused (book, set (book, "budget_version", "p", "withdrawn", "2018-10-21"), "cannot be withdrawn");
  commit_refused (book, set (book, "budget_version", "v1", "withdrawn", "2018-10-21"), "only a proposal");
  commit_refused (book, set (book, "budget_line", "p1", "amount", "100000"), "a difference of");

  // The line of the earlier version has the room of the one in force.
  attempt (book, NULL, "actual", "line=@l1; date=2018-10-21; amount=0.01; vat=excluded; description=X",
           "0,01 is short");
}

static void
test_left_out (Book *book, gconstpointer data)
{
  attempt (book, NULL, "actual", "line=@l3; date=2018-10-01; amount=1; vat=excluded; description=X", NULL);
  put (book, "p", "budget_version", "name=Voorstel", "year=2018", "total=712000", "vat=excluded",
       "proposal=true", "replaces=@v1", NULL);
  put (book, "p1", "budget_line", "version=@p", "number=1", "name=Makelaars", "amount=112000", "vat=excluded",
       NULL);
  put (book, "p2", "budget_line", "version=@p", "number=2", "name=Fonds", "amount=600000", "vat=excluded",
       NULL);
  commit_refused (book, set (book, "budget_version", "p", "date", "2018-10-20"), "line 3 (Campagne)");
  commit (book->store.store, set (book, "budget_version", "p", "withdrawn", "2018-10-21"));
  attempt (book, NULL, "actual", "line=@p1; date=2018-10-21; amount=1; vat=excluded; description=X",
           "is a proposal");
}

static void
test_outside (Book *book, gconstpointer data)
{
  attempt (book, NULL, "commitment", "line=@l9; date=2018-10-01; amount=60000; vat=excluded; description=X",
           NULL);
  attempt (book, NULL, "actual", "line=@l9; date=2018-10-01; amount=1; vat=included; description=X", "VAT");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  MONEY_TEST ("/store/money/rules/reversals", test_reversals);
  MONEY_TEST ("/store/money/rules/releases", test_releases);
  MONEY_TEST ("/store/money/rules/drawing", test_drawing);
  MONEY_TEST ("/store/money/rules/amounts", test_amounts);
  MONEY_TEST ("/store/money/rules/late", test_late);
  MONEY_TEST ("/store/money/rules/closed", test_closed);
  MONEY_TEST ("/store/money/rules/payments", test_payments);
  MONEY_TEST ("/store/money/rules/versions", test_versions);
  MONEY_TEST ("/store/money/rules/left-out", test_left_out);
  MONEY_TEST ("/store/money/rules/outside", test_outside);
  return g_test_run ();
}
