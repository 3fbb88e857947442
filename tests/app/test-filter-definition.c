// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-entity.h"
#include "spil-filter-definition.h"

#define STAGE "0190a6b0-0000-7000-8000-000000000001"
#define AREA "0190a6b0-0000-7000-8000-000000000002"

static SpilDay
today (void)
{
  return spil_day_from_ymd (2018, 10, 1);
}

static const char everything[] = "spil-employers 1\n"
                                 "search van dijk\n"
                                 "kinds all\n"
                                 "stage " STAGE " Inzicht en keuzes\n"
                                 "area " AREA " Hanzeland\n"
                                 "broker Bo Fietspad\n"
                                 "town Zwolle\n"
                                 "tier a\n"
                                 "tag zorg\n"
                                 "need public_transport\n"
                                 "urgency moving\n"
                                 "capacity over\n"
                                 "staff-from 50\n"
                                 "staff-to 250\n"
                                 "contact-owed yes\n"
                                 "no-next-action yes\n"
                                 "sort next-action descending\n"
                                 "columns name,town,tier\n";

/* What these mean may never change: they are in the databases of people. */
static void
test_read_all (void)
{
  int n_unknown = -1;
  g_autoptr (SpilEmployerSelection) self = spil_filter_definition_read (everything, today (), &n_unknown);
  g_autofree char *area = spil_id_dup_text (self->area);
  g_autofree char *stage = spil_id_dup_text (self->stage);

  g_assert_cmpint (n_unknown, ==, 0);
  g_assert_null (self->unknown);
  g_assert_cmpstr (self->search, ==, "van dijk");
  g_assert_cmpint (self->kinds, ==, SPIL_EMPLOYER_KINDS_ALL);
  g_assert_cmpstr (stage, ==, STAGE);
  g_assert_cmpstr (self->stage_name, ==, "Inzicht en keuzes");
  g_assert_cmpstr (area, ==, AREA);
  g_assert_cmpstr (self->area_name, ==, "Hanzeland");
  g_assert_cmpstr (self->broker, ==, "Bo Fietspad");
  g_assert_false (self->mine);
  g_assert_cmpstr (self->town, ==, "Zwolle");
  g_assert_cmpint (self->tier, ==, SPIL_TIER_A);
  g_assert_cmpstr (self->tag, ==, "zorg");
  g_assert_cmpint (self->need, ==, SPIL_NEED_PUBLIC_TRANSPORT);
  g_assert_cmpint (self->urgency, ==, SPIL_URGENCY_MOVING);
  g_assert_cmpint (self->capacity, ==, SPIL_CAPACITY_OVER);
  g_assert_cmpint (self->staff_from, ==, 50);
  g_assert_cmpint (self->staff_to, ==, 250);
  g_assert_true (self->overdue);
  g_assert_true (self->no_action);
  g_assert_cmpint (self->sort, ==, SPIL_EMPLOYER_SORT_ACTION);
  g_assert_true (self->descending);
  g_assert_cmpstr (self->columns, ==, "name,town,tier");
}

/* Read and written again it is the same text. */
static void
test_round_trip (void)
{
  static const char *const cases[] = {
    everything,
    "spil-employers 1\n",
    "spil-employers 1\nmine yes\n",
    "spil-employers 1\nkinds partners\nsort match descending\n",
    "spil-employers 1\nsort name\n",
    "spil-employers 1\nsort town\n",
    "spil-employers 1\nsort staff descending\n",
    "spil-employers 1\nsort last-contact\n",
    "spil-employers 1\nsort stage\n",
    "spil-employers 1\nsort tier\n",
    "spil-employers 1\nsort broker\n",
    "spil-employers 1\ntag zorg\nmoon-phase full\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SpilEmployerSelection) self = spil_filter_definition_read (cases[i], today (), NULL);
    g_autofree char *text = spil_filter_definition_write (self);

    g_assert_cmpstr (text, ==, cases[i]);
  }
}

/* What other versions and other programs write. */
static void
test_unknown (void)
{
  static const struct
  {
    const char *text;
    int n_unknown;
    const char *written;
  } cases[] = {
    { NULL, 0, "spil-employers 1\n" },
    { "", 0, "spil-employers 1\n" },
    { "something else\ntag zorg\n", 0, "spil-employers 1\n" },
    { "spil-employers 2\ntag zorg\ncolour green\n", 1, "spil-employers 1\ntag zorg\ncolour green\n" },
    { "spil-employers 1\r\ntag zorg\r\n", 0, "spil-employers 1\ntag zorg\n" },
    { "spil-employers 1\n\n\ntag zorg", 0, "spil-employers 1\ntag zorg\n" },
    { "spil-employers 1\ntier z\n", 1, "spil-employers 1\ntier z\n" },
    { "spil-employers 1\nstaff-from many\n", 1, "spil-employers 1\nstaff-from many\n" },
    { "spil-employers 1\nstaff-from -4\n", 1, "spil-employers 1\nstaff-from -4\n" },
    { "spil-employers 1\nstage nowhere\n", 1, "spil-employers 1\nstage nowhere\n" },
    { "spil-employers 1\nsort beauty\nkinds odd\n", 2, "spil-employers 1\nsort beauty\nkinds odd\n" },
    { "spil-employers 1\nsort name upwards\n", 1, "spil-employers 1\nsort name upwards\n" },
    { "spil-employers 1\ntag\n", 1, "spil-employers 1\ntag\n" },
    { "spil-employers 1\ncontact-owed no\n", 1, "spil-employers 1\ncontact-owed no\n" },
    { "spil-employers 1\nbroker Bo\nmine yes\n", 0, "spil-employers 1\nmine yes\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    int n_unknown = -1;
    g_autoptr (SpilEmployerSelection) self =
        spil_filter_definition_read (cases[i].text, today (), &n_unknown);
    g_autofree char *written = spil_filter_definition_write (self);

    g_test_message ("case %d", (int) i);
    g_assert_cmpint (n_unknown, ==, cases[i].n_unknown);
    g_assert_cmpstr (written, ==, cases[i].written);
  }
}

/* A value stays on its line, whatever people type. */
static void
test_lines (void)
{
  g_autoptr (SpilEmployerSelection) self = spil_employer_selection_new (today ());
  g_autoptr (SpilEmployerSelection) read = NULL;
  g_autofree char *text = NULL;

  self->tag = g_strdup ("zorg\nmine yes");
  text = spil_filter_definition_write (self);
  read = spil_filter_definition_read (text, today (), NULL);
  g_assert_cmpstr (read->tag, ==, "zorg mine yes");
  g_assert_false (read->mine);
}

static void
test_same (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    gboolean same;
  } cases[] = {
    { "spil-employers 1\n", "spil-employers 1\n", TRUE },
    { "spil-employers 1\nmine yes\n", "spil-employers 1\n", FALSE },
    { "spil-employers 1\nmine yes\nsort name\n", "spil-employers 1\nmine yes\n", FALSE },
    { "spil-employers 1\ncolumns name,town\n", "spil-employers 1\n", TRUE },
    { "spil-employers 1\ncolumns name,town\n", "spil-employers 1\ncolumns name,tier\n", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SpilEmployerSelection) a = spil_filter_definition_read (cases[i].a, today (), NULL);
    g_autoptr (SpilEmployerSelection) b = spil_filter_definition_read (cases[i].b, today (), NULL);

    g_assert_cmpint (spil_filter_definition_same (a, b), ==, cases[i].same);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/filter-definition/all", test_read_all);
  g_test_add_func ("/app/filter-definition/round-trip", test_round_trip);
  g_test_add_func ("/app/filter-definition/unknown", test_unknown);
  g_test_add_func ("/app/filter-definition/lines", test_lines);
  g_test_add_func ("/app/filter-definition/same", test_same);
  return g_test_run ();
}
