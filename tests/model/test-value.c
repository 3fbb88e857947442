// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-value.h"

#include <string.h>

#include "spil-day.h"
#include "spil-model-error.h"
#include "spil-text.h"
#include "spil-time.h"

#define ID_TEXT "01890a5d-ac96-774b-bcce-b302099a8057"
#define RLO "\xe2\x80\xae"

static const SpilField *
find_field (const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, ".", 2);
  const SpilField *field = spil_entity_field_by_name (spil_entity_by_name (parts[0]), parts[1]);

  g_assert_nonnull (field);
  return field;
}

static SpilId
test_id (void)
{
  SpilId id;

  g_assert_true (spil_id_parse (ID_TEXT, &id));
  return id;
}

static void
test_kinds (void)
{
  g_auto (SpilValue) text = spil_value_text ("a");
  g_auto (SpilValue) copy = spil_value_copy (&text);
  g_auto (SpilValue) other = spil_value_text ("A");
  g_auto (SpilValue) empty = spil_value_text ("");
  g_auto (SpilValue) none = spil_value_text (NULL);
  const SpilValue null = SPIL_VALUE_INIT;
  const SpilValue zero = spil_value_integer (0);
  const SpilValue one = spil_value_integer (1);
  const SpilValue id = spil_value_id (test_id ());
  const SpilValue nil = spil_value_id (SPIL_ID_NIL);
  const SpilValue id_copy = spil_value_copy (&id);
  const SpilValue *const all[] = { &text, &other, &empty, &null, &zero, &one, &id, &nil };

  g_assert_true (copy.text != text.text);
  g_assert_true (spil_value_equal (&text, &copy));
  g_assert_true (spil_value_equal (&id, &id_copy));
  g_assert_cmpint (none.kind, ==, SPIL_VALUE_NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (all); j++)
      g_assert_true (spil_value_equal (all[i], all[j]) == (i == j));

  spil_value_clear (&text);
  g_assert_true (spil_value_equal (&text, &null));
  spil_value_clear (&text);
}

static void
test_all_zero_is_null (void)
{
  SpilValue value;

  memset (&value, 0, sizeof value);
  g_assert_cmpint (value.kind, ==, SPIL_VALUE_NULL);
}

/* What is typed, what is kept, and how it is written. */
static const struct
{
  const char *field;
  const char *typed;
  int64_t integer;
  const char *people;
  const char *machines;
} integers[] = {
  { "organisation.staff_count", "1234", 1234, "1.234", "1234" },
  { "organisation.staff_count", " 1.234 ", 1234, "1.234", "1234" },
  { "parking_entry.places", "-150", -150, "−150", "-150" },
  { "budget_version.year", "2018", 2018, "2018", "2018" },
  { "scheme.own_share", "0,5", 500000, "0,5", "0.5" },
  { "effect.km", "12.5", 12500000, "12,5", "12.5" },
  { "effect.km", "1.234", 1234000, "1,234", "1.234" },
  { "effect.km", "1234,5", 1234500000, "1.234,5", "1234.5" },
  { "budget_line.amount", "1.234,50", 123450, "€\u00a01.234,50", "1234.50" },
  { "budget_line.amount", "1234.50", 123450, "€\u00a01.234,50", "1234.50" },
  { "budget_line.amount", "951.500", 95150000, "€\u00a0951.500,00", "951500.00" },
  { "actual.amount", "-5", -500, "−€\u00a05,00", "-5.00" },
  { "task.start", "2018-07-31", 17743, "31-07-2018", "2018-07-31" },
  { "task.start", "31-07-2018", 17743, "31-07-2018", "2018-07-31" },
  { "task.start", " 1-2-2020 ", 18293, "01-02-2020", "2020-02-01" },
  { "contact.time", "2018-07-31T12:02Z", INT64_C (1533038520000), "31-07-2018 14:02",
    "2018-07-31T12:02:00Z" },
  { "contact.time", "31-07-2018 14:02", INT64_C (1533038520000), "31-07-2018 14:02", "2018-07-31T12:02:00Z" },
  { "area.kind", "corridor", SPIL_AREA_KIND_CORRIDOR, "Corridor", "corridor" },
  { "area.kind", "BUSINESS PARK", SPIL_AREA_KIND_BUSINESS_PARK, "Business park", "business_park" },
  { "area.themes", "sustainability,accessibility", 1 << 3 | 1 << 1, "Accessibility, Sustainability",
    "accessibility,sustainability" },
  { "area.themes", " Liveability ;; liveability ", 1 << 2, "Liveability", "liveability" },
  { "task.milestone", "ja", 1, "Yes", "true" },
  { "task.milestone", "NEE", 0, "No", "false" },
  { "task.milestone", "True", 1, "Yes", "true" },
  { "task.milestone", "0", 0, "No", "false" },
};

static void
test_integers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (integers); i++) {
    const SpilField *field = find_field (integers[i].field);
    g_auto (SpilValue) value = SPIL_VALUE_INIT;
    g_auto (SpilValue) again = SPIL_VALUE_INIT;
    g_autofree char *people = NULL;
    g_autofree char *machines = NULL;
    g_autoptr (GError) error = NULL;

    g_test_message ("%s=%s", integers[i].field, integers[i].typed);
    g_assert_true (spil_value_parse (field, integers[i].typed, &value, &error));
    g_assert_no_error (error);
    g_assert_cmpint (value.kind, ==, SPIL_VALUE_INTEGER);
    g_assert_cmpint (value.integer, ==, integers[i].integer);
    people = spil_value_format (field, &value);
    g_assert_cmpstr (people, ==, integers[i].people);
    machines = spil_value_to_text (field, &value);
    g_assert_cmpstr (machines, ==, integers[i].machines);
    g_assert_true (spil_value_parse (field, machines, &again, &error));
    g_assert_true (spil_value_equal (&value, &again));
  }
}

static void
test_texts (void)
{
  static const char *const texts[] = {
    "Isala",    " two spaces ", "één\ntwee", "'; DROP TABLE organisation; --",
    RLO "evil", "%s%n%d",       "\t",        "👩‍🔧",
  };
  const SpilField *field = find_field ("organisation.name");

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_auto (SpilValue) value = SPIL_VALUE_INIT;
    g_autofree char *people = NULL;
    g_autofree char *machines = NULL;

    // A text is kept as it was typed.
    g_assert_true (spil_value_parse (field, texts[i], &value, NULL));
    g_assert_cmpstr (value.text, ==, texts[i]);
    people = spil_value_format (field, &value);
    g_assert_cmpstr (people, ==, texts[i]);
    machines = spil_value_to_text (field, &value);
    g_assert_cmpstr (machines, ==, texts[i]);
  }
}

static void
test_references (void)
{
  const SpilField *field = find_field ("site.organisation");
  g_auto (SpilValue) value = SPIL_VALUE_INIT;
  g_autofree char *upper = g_ascii_strup (ID_TEXT, -1);
  g_autofree char *people = NULL;
  g_autofree char *machines = NULL;

  g_assert_true (spil_value_parse (field, upper, &value, NULL));
  g_assert_cmpint (value.kind, ==, SPIL_VALUE_ID);
  g_assert_true (spil_id_equal (value.id, test_id ()));
  people = spil_value_format (field, &value);
  machines = spil_value_to_text (field, &value);
  g_assert_cmpstr (people, ==, ID_TEXT);
  g_assert_cmpstr (machines, ==, ID_TEXT);
}

static void
test_order (void)
{
  const SpilField *field = find_field ("area.order");
  g_auto (SpilValue) value = SPIL_VALUE_INIT;

  g_assert_true (spil_value_parse (field, " a5 ", &value, NULL));
  g_assert_cmpstr (value.text, ==, "a5");
}

/* An empty text is null in every field, and null is an empty text. */
static void
test_empty (void)
{
  int n_entities;
  const SpilEntity *const *entities = spil_entities (&n_entities);

  for (int i = 0; i < n_entities; i++)
    for (int j = 1; j < entities[i]->n_fields; j++) {
      const SpilField *field = &entities[i]->fields[j];
      SpilValue value = spil_value_integer (7);
      g_autofree char *people = NULL;
      g_autofree char *machines = NULL;

      if (field->number == 0)
        continue;
      g_assert_true (spil_value_parse (field, field->type == SPIL_TYPE_TEXT ? "" : " \t ", &value, NULL));
      g_assert_cmpint (value.kind, ==, SPIL_VALUE_NULL);
      people = spil_value_format (field, &value);
      machines = spil_value_to_text (field, &value);
      g_assert_cmpstr (people, ==, "");
      g_assert_cmpstr (machines, ==, "");
    }
}

static const struct
{
  const char *field;
  const char *typed;
  const char *message; /* NULL: any */
} refused[] = {
  { "organisation.staff_count", "veel", "Staff: “veel” is not a whole number; type it as 1234." },
  { "organisation.staff_count", "1,5", NULL },
  { "organisation.staff_count", "0x10", NULL },
  { "organisation.staff_count", "99999999999999999999", NULL },
  { "scheme.own_share", "50%",
    "Least own share: “50%” is not a number; type it as 0,39, with at most six decimals." },
  { "scheme.own_share", "nan", NULL },
  { "scheme.own_share", "0,1234567", NULL },
  { "budget_line.amount", "12,5,3", "Amount: “12,5,3” is not an amount; type it as 1.234,50." },
  { "budget_line.amount", "1e9", NULL },
  { "task.start", "31-02-2018", "Start: “31-02-2018” is not a day that exists; type it as 31-07-2018." },
  { "task.start", "morgen", NULL },
  { "task.start", "2018-13-01", NULL },
  { "contact.time", "25:00", "Time: “25:00” is not a time that exists; type it as 31-07-2018 14:02." },
  { "area.stance", "maybe",
    "Stance: “maybe” cannot be chosen; choose from: Weaken or stop, Strengthen, Create." },
  { "area.stance", "1", NULL },
  { "area.stance", "strengthen,create", NULL },
  { "area.themes", "liveability,war",
    "Themes: “war” cannot be chosen; choose from: Accessibility, Liveability, Sustainability." },
  { "task.milestone", "misschien", "Milestone: “misschien” is neither yes nor no; type ja or nee." },
  { "site.organisation", "Isala",
    "Organisation: “Isala” is not the id of a row; give the id as it was printed." },
  { "site.organisation", "00000000-0000-0000-0000-000000000000", NULL },
  { "site.organisation", ID_TEXT "0", NULL },
  { "area.order", "A-1", "Order: “A-1” is not an order key; leave the order to Spil." },
  { "area.order", "a0", NULL },
  { "organisation.name", "\xff\xfe",
    "Name: the text holds characters that cannot be read; give it as UTF-8." },
  { "area.stance", "\xc3\x28", NULL },
  { "task.start", "\xed\xa0\x80", NULL },
  // Control characters and overrides do not reach the sentence.
  { "task.start", RLO "x\n\x1b[31my", "Start: “x [31my” is not a day that exists; type it as 31-07-2018." },
};

static void
test_refused (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++) {
    SpilValue value = spil_value_integer (42);
    g_autoptr (GError) error = NULL;

    g_test_message ("case %" G_GSIZE_FORMAT ": %s", i, refused[i].field);
    g_assert_false (spil_value_parse (find_field (refused[i].field), refused[i].typed, &value, &error));
    g_assert_error (error, SPIL_MODEL_ERROR, SPIL_MODEL_ERROR_INVALID);
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
    if (refused[i].message != NULL)
      g_assert_cmpstr (error->message, ==, refused[i].message);
    // The value is as it was.
    g_assert_cmpint (value.integer, ==, 42);
  }
}

static void
test_length (void)
{
  const SpilField *field = find_field ("organisation.notes");
  g_autofree char *longest = g_strnfill (SPIL_TEXT_MAX_BYTES, 'a');
  g_autofree char *longer = g_strnfill (SPIL_TEXT_MAX_BYTES + 1, 'a');
  g_auto (SpilValue) value = SPIL_VALUE_INIT;
  SpilValue untouched = SPIL_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_assert_true (spil_value_parse (field, longest, &value, NULL));
  g_assert_false (spil_value_parse (field, longer, &untouched, &error));
  g_assert_cmpstr (error->message, ==,
                   "Notes: the text is longer than 1 MiB; shorten it or keep it in a document.");
  g_clear_error (&error);
  g_assert_false (spil_value_parse (find_field ("task.start"), longest, &untouched, &error));
  g_assert_cmpuint (strlen (error->message), <, 300);
}

/* What no field can hold has no form, and does no harm. */
static void
test_wrong_kind (void)
{
  static const struct
  {
    const char *field;
    int64_t integer;
    const char *people;
    const char *machines;
  } cases[] = {
    { "organisation.name", 5, "", "" },    { "site.organisation", 5, "", "" },
    { "task.start", G_MAXINT64, "", "" },  { "task.start", G_MININT64, "", "" },
    { "area.kind", 99, "", "" },           { "area.kind", -1, "", "" },
    { "area.themes", G_MININT64, "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const SpilValue value = spil_value_integer (cases[i].integer);
    g_autofree char *people = spil_value_format (find_field (cases[i].field), &value);
    g_autofree char *machines = spil_value_to_text (find_field (cases[i].field), &value);

    g_test_message ("%s", cases[i].field);
    g_assert_cmpstr (people, ==, cases[i].people);
    g_assert_cmpstr (machines, ==, cases[i].machines);
  }
}

/* Every field can write the largest and the smallest integers. */
static void
test_extremes (void)
{
  static const int64_t integers_tried[] = { G_MININT64, -1, 0, 1, G_MAXINT64 };
  int n_entities;
  const SpilEntity *const *entities = spil_entities (&n_entities);

  for (int i = 0; i < n_entities; i++)
    for (int j = 1; j < entities[i]->n_fields; j++)
      for (gsize k = 0; k < G_N_ELEMENTS (integers_tried); k++) {
        const SpilValue value = spil_value_integer (integers_tried[k]);
        g_autofree char *people = NULL;
        g_autofree char *machines = NULL;

        if (entities[i]->fields[j].number == 0)
          continue;
        people = spil_value_format (&entities[i]->fields[j], &value);
        machines = spil_value_to_text (&entities[i]->fields[j], &value);
        g_assert_nonnull (people);
        g_assert_nonnull (machines);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/value/kinds", test_kinds);
  g_test_add_func ("/value/all-zero-is-null", test_all_zero_is_null);
  g_test_add_func ("/value/integers", test_integers);
  g_test_add_func ("/value/texts", test_texts);
  g_test_add_func ("/value/references", test_references);
  g_test_add_func ("/value/order", test_order);
  g_test_add_func ("/value/empty", test_empty);
  g_test_add_func ("/value/refused", test_refused);
  g_test_add_func ("/value/length", test_length);
  g_test_add_func ("/value/wrong-kind", test_wrong_kind);
  g_test_add_func ("/value/extremes", test_extremes);
  return g_test_run ();
}
