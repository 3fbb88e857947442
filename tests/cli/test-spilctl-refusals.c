// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gstdio.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "spilctl-run.h"

#define TEMPLATE "werkgeversaanpak-2018"
#define NOBODY "01890000-0000-7000-8000-000000000000"

/* Bad input: what is asked, the exit status, and words of the sentence that answers it. */
typedef struct
{
  const char *arguments[8];
  int status;
  const char *words;
} Refusal;

static const Refusal usage[] = {
  { { NULL }, 2, "Er ontbreekt een werkwoord" },
  { { "vlieg", NULL }, 2, "geen werkwoord “vlieg”" },
  { { "inlezen", "area", "x.csv", NULL }, 2, "geen werkwoord “inlezen”" },
  { { "list", NULL }, 2, "Na “list” komt: ENTITEIT" },
  { { "list", "area", "task", NULL }, 2, "Na “list” komt: ENTITEIT" },
  { { "digest", "area", NULL }, 2, "“digest” heeft geen argumenten" },
  { { "list", "planeet", NULL }, 2, "geen entiteit “planeet”" },
  { { "list", "area", "--kleur", "rood", NULL }, 2, "geen optie “--kleur”" },
  { { "list", "area", "--search", NULL }, 2, "vraagt een waarde" },
  { { "list", "area", "--json=ja", NULL }, 2, "heeft geen waarde" },
  { { "list", "area", "--limit", "0", NULL }, 2, "geef een geheel getal" },
  { { "list", "area", "--limit", "tien", NULL }, 2, "geef een geheel getal" },
  { { "list", "area", "--where", "name", NULL }, 2, "VELD=WAARDE" },
  { { "list", "area", "--where", "kleur=rood", NULL }, 2, "geen veld “kleur”" },
  { { "list", "area", "--sort", "kleur", NULL }, 2, "geen veld “kleur”" },
  { { "add", "area", "Oosterenk", NULL }, 2, "VELD=WAARDE" },
  { { "add", "area", "kleur=rood", NULL }, 2, "geen veld “kleur”" },
  { { "chart", "taart", "x.svg", NULL },
    2,
    "wel: gantt, budget, burn, cash, sources, fund, funnel, risks, effects, indicators" },
  { { "chart", "gantt", "x.bmp", NULL }, 2, ".svg, .pdf" },
  { { "chart", "gantt", "x.bmp", "--tiles", NULL }, 2, ".svg, .pdf" },
  { { "chart", "gantt", "x.pdf", "--paper", "a7", NULL }, 2, "a4" },
  { { "chart", "gantt", "x.pdf", "--landscape", "--portrait", NULL }, 2, "--portrait" },
  { { "chart", "gantt", "x.pdf", "--from", "gisteren", NULL }, 2, "gisteren" },
  { { "chart", "gantt", "x.pdf", "--from", "2018-10-01", "--to", "2018-09-01", NULL }, 2, "--from" },
  { { "chart", "budget", "x.pdf", "--grey", NULL }, 2, "gantt" },
  { { "export", "planeet", "x.csv", NULL }, 2, "geen entiteit “planeet”" },
  { { "export", "area", "x.doc", NULL }, 2, ".csv" },
  { { "report", "jaar", "x.pdf", NULL }, 2, "akt" },
  { { "report", "akt", "--period", "2018-Q9", "x.pdf", NULL }, 2, "2018-Q4" },
  { { "space", NULL }, 2, "create, invite, join" },
  { { "space", "vlieg", NULL }, 2, "“space vlieg”" },
  { { "space", "create", NULL }, 2, "--carrier" },
  { { "space", "create", "--carrier", "map", NULL }, 2, "--person" },
  { { "space", "create", "nu", "--carrier", "map", "--person", "Anna", NULL }, 2, "geen argumenten" },
  { { "space", "create", "--role", "broker", NULL }, 2, "geen optie “--role”" },
  { { "space", "invite", NULL }, 2, "--role" },
  { { "space", "invite", "--role", "baas", NULL }, 2, "broker, leader" },
  { { "space", "join", "--carrier", "map", "--person", "Anna", NULL }, 2, "Na “space join” komt" },
  { { "space", "join", "SPIL1-A", "--carrier", "map", NULL }, 2, "--person" },
  { { "space", "approve", NULL }, 2, "Na “space approve” komt" },
  { { "space", "members", "alle", NULL }, 2, "geen argumenten" },
  { { "space", "revoke", NULL }, 2, "Na “space revoke” komt" },
  { { "sync", "nu", NULL }, 2, "“sync” heeft geen argumenten" },
  { { "conflicts", NULL }, 2, "list, resolve" },
  { { "conflicts", "list", "area", NULL }, 2, "geen argumenten" },
  { { "conflicts", "resolve", "--take", "1", NULL }, 2, "Na “conflicts resolve” komt" },
  { { "conflicts", "resolve", "x", NULL }, 2, "--take N" },
  { { "conflicts", "resolve", "x", "--take", "0", NULL }, 2, "--take 0" },
  { { "conflicts", "resolve", "x", "--take", "twee", NULL }, 2, "--take twee" },
  { { "conflicts", "resolve", "x", "--take", "1", "--value=2", NULL }, 2, "--take N" },
  { { "conflicts", "resolve", "x", "y", "--value", "2", NULL }, 2, "--value" },
  { { "erase", NULL }, 2, "person, due" },
  { { "erase", "person", NULL }, 2, "Na “erase person” komt" },
  { { "erase", "area", NOBODY, NULL }, 2, "“erase area”" },
  { { "backup", NULL }, 2, "Na “backup” komt" },
  { { "restore", "a", "b", NULL }, 2, "Na “restore” komt" },
  { { "remove-local", NULL }, 2, "--yes" },
};

static const Refusal values[] = {
  { { "show", "area", NOBODY, NULL }, 1, NOBODY },
  { { "show", "area", "Nergens", NULL }, 1, "er is er geen met de naam “Nergens”" },
  { { "set", "task", "Nergens", "name=Ergens", NULL }, 1, "er is er geen met de naam" },
  { { "set", "area", "Oosterenk", "exception_date=31-02-2018", NULL }, 1, "geen dag die bestaat" },
  { { "set", "area", "Oosterenk", "kind=planeet", NULL }, 1, "planeet" },
  { { "set", "area", "Oosterenk", "priority=misschien", NULL }, 1, "misschien" },
  { { "set", "area", "Oosterenk", "name=", NULL }, 1, "Naam" },
  { { "set", "risk", "Het fonds wordt te weinig gebruikt", "money_amount=12,5,3", NULL }, 1, "12,5,3" },
  { { "set", "budget_line", "Gebiedsaanpak Assendorp", "amount=-5", NULL }, 1, "Bedrag" },
  { { "set", "task", "Doorgaan met de gebiedsaanpak", "end=2018-06-30", NULL }, 1, "Einde" },
  { { "add", "organisation", "name=Bakkerij", "kind=employer", "kvk_number=1234567", NULL }, 1, "8 cijfers" },
  { { "add", "organisation", "kind=employer", NULL }, 1, "Naam" },
  { { "add", "actual", "line=Gebiedsaanpak Assendorp", "date=2018-10-01", "amount=0", "vat=excluded",
      "description=Niets", NULL },
    1,
    "het bedrag is nul" },
  { { "add", "site", "organisation=Nergens", NULL }, 1, "Organisatie" },
  { { "add", "site", "organisation=" NOBODY, NULL }, 1, "Organisatie" },
  { { "add", "area_check", "area=Oosterenk", "date=2150-01-01", "coherence=ja", "problem=ja", NULL },
    1,
    "moet nog komen" },
  { { "apply", "/nergens/wijzigingen.jsonl", NULL }, 1, "/nergens/wijzigingen.jsonl" },
  { { "export", "area", "/nergens/gebieden.csv", NULL }, 1, "/nergens/" },
  { { "chart", "gantt", "/nergens/planning.svg", NULL }, 1, "/nergens/planning.svg" },
  { { "report", "akt", "/nergens/akt.pdf", NULL }, 1, "/nergens" },
  { { "init", NULL }, 1, "spil.db" },
};

static void
try_all (Fixture *fixture, const Refusal *refusals, gsize count)
{
  g_autofree char *before = done (fixture, "digest", NULL);
  g_autofree char *after = NULL;

  for (gsize i = 0; i < count; i++) {
    g_autoptr (Run) run = spilctlv (fixture, refusals[i].arguments, NULL);

    g_test_message ("%s", run->err);
    assert_refused (run, refusals[i].status, refusals[i].words);
  }
  after = done (fixture, "digest", NULL);
  g_assert_cmpstr (before, ==, after);
}

static void
test_usage (Fixture *fixture, gconstpointer data)
{
  try_all (fixture, usage, G_N_ELEMENTS (usage));
}

static void
test_values (Fixture *fixture, gconstpointer data)
{
  try_all (fixture, values, G_N_ELEMENTS (values));
}

static void
test_ambiguous (Fixture *fixture, gconstpointer data)
{
  g_autofree char *one = done (fixture, "add", "body", "name=Werkgroep", NULL);
  g_autofree char *two = done (fixture, "add", "body", "name=werkgroep", NULL);
  g_autoptr (Run) run = spilctl (fixture, "add", "meeting", "body=Werkgroep", "date=2018-09-01", NULL);

  assert_refused (run, 1, "2 dragen de naam “Werkgroep”");
}

/* A database that is not there, or is not one. */
static void
test_database (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Run) missing = spilctl (fixture, "list", "area", NULL);
  g_autoptr (Run) unknown = spilctl (fixture, "init", "--template", "maan-2069", NULL);
  g_autoptr (Run) file = NULL, corrupt = NULL;
  g_autofree char *text = fixture_write (fixture, "data", "geen map", -1);
  g_autofree char *db = NULL;

  assert_refused (missing, 1, fixture->data);
  assert_refused (unknown, 1, "maan-2069");
  file = spilctl (fixture, "list", "area", NULL);
  assert_refused (file, 1, fixture->data);
  g_assert_cmpint (g_unlink (text), ==, 0);
  g_assert_cmpint (g_mkdir (fixture->data, 0700), ==, 0);
  db = fixture_write (fixture, "data/spil.db",
                      "dit is geen database, en dat is te zien aan het begin van dit bestand", -1);
  corrupt = spilctl (fixture, "list", "area", NULL);
  assert_refused (corrupt, 1, "spil.db");
}

/* What a later version made is left alone. The version stands in bytes 60 to 63 of the file (SQLite's user_version). */
static void
test_newer (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->data, "spil.db", NULL);
  FILE *file = g_fopen (path, "r+b");
  g_autoptr (Run) run = NULL;

  g_assert_nonnull (file);
  g_assert_cmpint (fseek (file, 60, SEEK_SET), ==, 0);
  g_assert_cmpuint (fwrite ("\0\1\0\0", 1, 4, file), ==, 4);
  g_assert_cmpint (fclose (file), ==, 0);
  run = spilctl (fixture, "list", "area", NULL);
  assert_refused (run, 1, "spil.db");
}

/* Output that goes nowhere. */
static void
test_full (Fixture *fixture, gconstpointer data)
{
  g_autofree char *command = g_strdup_printf ("\"%s\" --data '%s' dump >/dev/full", g_getenv ("SPILCTL"),
                                              fixture->data);
  g_autofree char *closed = g_strdup_printf ("\"%s\" --data '%s' dump >&-", g_getenv ("SPILCTL"),
                                             fixture->data);
  g_autofree char *broken = g_strdup_printf ("(\"%s\" --data '%s' dump; echo $? >&2) | true",
                                             g_getenv ("SPILCTL"), fixture->data);
  const char *commands[] = { command, closed, broken };

  for (int i = 0; i < 3; i++) {
    g_autofree char *err = NULL;
    int status;
    const char *argv[] = { "sh", "-c", commands[i], NULL };
    g_autoptr (GError) error = NULL;

    g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, &err, &status, &error);
    g_assert_no_error (error);
    g_test_message ("%s", err);
    if (i < 2) {
      g_assert_cmpint (status, ==, 1 << 8);
      g_assert_nonnull (strstr (err, "De uitvoer kan niet worden geschreven"));
    } else
      g_assert_true (strcmp (err, "1\n") == 0 || strcmp (err, "0\n") == 0);
  }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
#define ADD(name, template, test) g_test_add (name, Fixture, template, fixture_set_up, test, fixture_tear_down)
  ADD ("/cli/refusals/usage", TEMPLATE, test_usage);
  ADD ("/cli/refusals/values", TEMPLATE, test_values);
  ADD ("/cli/refusals/ambiguous", TEMPLATE, test_ambiguous);
  ADD ("/cli/refusals/database", NULL, test_database);
  ADD ("/cli/refusals/newer", TEMPLATE, test_newer);
  ADD ("/cli/refusals/output", TEMPLATE, test_full);
  return g_test_run ();
}
