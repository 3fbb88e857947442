// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-import-value.h"

#include <locale.h>

#include "spil-import-plan.h"
#include "spil-synonyms.h"
#include "spil-table-writer.h"

/* What a cell for a field of a type becomes, as machines write it; NULL: refused. */
typedef struct
{
  SpilType type;
  SpilCellKind kind;
  const char *text;
  const char *expected;
} Case;

#define DATE SPIL_TYPE_DATE, SPIL_CELL_TEXT
#define INT SPIL_TYPE_INTEGER, SPIL_CELL_TEXT
#define NUM SPIL_TYPE_INTEGER, SPIL_CELL_NUMBER
#define DEC SPIL_TYPE_DECIMAL, SPIL_CELL_TEXT
#define EUR SPIL_TYPE_MONEY, SPIL_CELL_TEXT
#define BOOL SPIL_TYPE_BOOLEAN, SPIL_CELL_TEXT
static const Case cases[] = {
  { DATE, "31-7-2018", "2018-07-31" },
  { DATE, "31/07/2018", "2018-07-31" },
  { DATE, "2018-07-31", "2018-07-31" },
  { DATE, "31.07.2018", "2018-07-31" },
  { DATE, "31 juli 2018", "2018-07-31" },
  { DATE, "dinsdag 31 Juli 2018", "2018-07-31" },
  { DATE, "31-jul-18", "2018-07-31" },
  { DATE, "31-7-18", "2018-07-31" },
  { DATE, "1 mrt. 2018", "2018-03-01" },
  { DATE, "5 mei 1975", "1975-05-05" },
  { DATE, "5-5-75", "1975-05-05" },
  { DATE, "2018-07-31T00:00:00", "2018-07-31" },
  { DATE, "31-7-2018 14:02", "2018-07-31" },
  { SPIL_TYPE_DATE, SPIL_CELL_DATE, "2018-07-31", "2018-07-31" },
  { SPIL_TYPE_DATE, SPIL_CELL_TIME, "2018-07-31T14:02", "2018-07-31" },
  { SPIL_TYPE_DATE, SPIL_CELL_NUMBER, "43312", NULL },
  { DATE, "31-2-2018", NULL },
  { DATE, "31 brumaire 2018", NULL },
  { DATE, "7-31-2018", NULL },
  { DATE, "31 juli", NULL },
  { DATE, "1 2 3 4", NULL },
  { DATE, "n.v.t.", "" },
  { INT, "1.234", "1234" },
  { INT, "1234", "1234" },
  { INT, "1234,00", "1234" },
  { INT, "1.234,00", "1234" },
  { INT, "1234.0", "1234" },
  { INT, "12,5", NULL },
  { INT, "120 fte", "120" },
  { INT, "1 234", "1234" },
  { INT, "ca. 80", NULL },
  { INT, "50-100", NULL },
  { INT, "-", "" },
  { INT, "?", "" },
  { NUM, "1234", "1234" },
  { NUM, "1.234", NULL },
  { NUM, "12.0", "12" },
  { DEC, "0,39", "0.39" },
  { DEC, "0.39", "0.39" },
  { DEC, "1.234,5", "1234.5" },
  { DEC, "1234.5", "1234.5" },
  { EUR, "€ 1.234,50", "1234.50" },
  { EUR, "EUR 1234.50", "1234.50" },
  { SPIL_TYPE_MONEY, SPIL_CELL_NUMBER, "1234.5", "1234.50" },
  { BOOL, "ja", "true" },
  { BOOL, "X", "true" },
  { BOOL, "J", "true" },
  { BOOL, "Nee", "false" },
  { BOOL, "n", "false" },
  { BOOL, "WAAR", "true" },
  { BOOL, "misschien", NULL },
};

static void
test_cells (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const SpilField field = { .number = 2, .name = "field", .label = "Field", .type = cases[i].type };
    const SpilCell cell = { cases[i].kind, cases[i].text };
    g_auto (SpilValue) value = SPIL_VALUE_INIT;
    g_autoptr (GError) error = NULL;
    g_autofree char *text = NULL;

    g_test_message ("“%s”", cases[i].text);
    if (!spil_import_read_cell (&field, &cell, &value, &error)) {
      g_assert_null (cases[i].expected);
      continue;
    }
    g_assert_nonnull (cases[i].expected);
    text = spil_value_to_text (&field, &value);
    g_assert_cmpstr (text, ==, cases[i].expected);
  }
}

static void
test_choices (void)
{
  static const struct
  {
    const char *text;
    int expected;
  } words[] = {
    { "Werkgever", SPIL_ORGANISATION_KIND_EMPLOYER },
    { "employer", SPIL_ORGANISATION_KIND_EMPLOYER },
    { "ZZP'er", SPIL_ORGANISATION_KIND_SELF_EMPLOYED },
    { "4", SPIL_ORGANISATION_KIND_GOVERNMENT },
    { "Gemeente", SPIL_ORGANISATION_KIND_GOVERNMENT },
    { "9", 0 },
    { "paddenstoel", 0 },
  };
  const SpilField *field = spil_entity_field (spil_entity (SPIL_ENTITY_ORGANISATION), SPIL_ORGANISATION_KIND);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++) {
    const SpilChoice *choice = spil_synonyms_find_choice (field->choices, words[i].text);

    g_assert_cmpint (choice != NULL ? choice->number : 0, ==, words[i].expected);
  }
}

static void
test_addresses (void)
{
  static const char *const addresses[][3] = {
    { "Stationsweg 12", "Stationsweg", "12" },
    { "Stationsweg 12-a", "Stationsweg", "12-a" },
    { "Plein 1940 3", "Plein 1940", "3" },
    { "2e Dwarsstraat 7 b", "2e Dwarsstraat", "7 b" },
    { "Stationsweg", NULL, NULL },
    { "Postbus", NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++) {
    g_autofree char *street = NULL;
    g_autofree char *number = NULL;

    g_assert_cmpint (spil_import_split_address (addresses[i][0], &street, &number), ==,
                     addresses[i][1] != NULL);
    g_assert_cmpstr (street, ==, addresses[i][1]);
    g_assert_cmpstr (number, ==, addresses[i][2]);
  }
}

/* Headers of a list of organisations, and where their columns go. */
static void
test_proposals (void)
{
  static const char *const lists[][2] = {
    { "Bedrijf|KvK-nr.|Plaats|FTE",
      "organisation.name;organisation.kvk_number;organisation.town;organisation.staff_count;" },
    { "Naam|E-mail|Telefoon", "organisation.name;organisation.email;organisation.phone;" },
    { "Naam|Organisatie|E-mail|Telefoon", "person.name;organisation.name;person.email;person.phone;" },
    { "Organisatie|Voornaam|Tussenvoegsel|Achternaam|Mobiel|Telefoon",
      "organisation.name;person.name;person.name;person.name;person.phone;organisation.phone;" },
    { "Werkgever|Contactpersoon|Functie|Telefoon|E-mail bedrijf|Makelaar|Fase|Parkeerplaatsen",
      "organisation.name;person.name;person.function;person.phone;organisation.email;engagement.mobility_broker;"
      "engagement.stage;site.parking_places;" },
    { "naam|voornaam|achternaam|organisatie|e-mail", "person.name;;;organisation.name;person.email;" },
    { "id|programme|name|kind|onzin", "organisation.id;;organisation.name;organisation.kind;;" },
    { "Name|KvK number|Town", "organisation.name;organisation.kvk_number;organisation.town;" },
    { "Plaats|Plaats|Bedrijf", "organisation.town;;organisation.name;" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++) {
    g_autoptr (SpilImportPlan) plan = spil_import_plan_new (spil_entity (SPIL_ENTITY_ORGANISATION));
    g_auto (GStrv) headers = g_strsplit (lists[i][0], "|", -1);
    g_autofree char *definition = NULL;

    for (int j = 0; headers[j] != NULL; j++)
      spil_import_plan_add_column (plan, headers[j]);
    spil_import_plan_propose (plan, NULL);
    definition = spil_import_plan_dup_definition (plan);
    g_assert_cmpstr (definition, ==, lists[i][1]);
  }
}

static void
test_letters (void)
{
  static const char *const letters[] = { "A", "Z", "AA", "AB", "ZZ", "AAA" };
  static const guint columns[] = { 0, 25, 26, 27, 701, 702 };

  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++) {
    g_autofree char *letter = spil_table_column_letter (columns[i]);

    g_assert_cmpstr (letter, ==, letters[i]);
  }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/import-value/cells", test_cells);
  g_test_add_func ("/exchange/import-value/choices", test_choices);
  g_test_add_func ("/exchange/import-value/addresses", test_addresses);
  g_test_add_func ("/exchange/import-value/proposals", test_proposals);
  g_test_add_func ("/exchange/import-value/letters", test_letters);
  return g_test_run ();
}
