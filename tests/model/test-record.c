// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-record.h"

#include <string.h>

static SpilRecord *
new_record (SpilEntityNumber number)
{
  return spil_record_new (spil_entity (number), spil_id_new ());
}

static void
test_new (void)
{
  const SpilId id = spil_id_new ();
  SpilRecord *record = spil_record_new (spil_entity (SPIL_ENTITY_AREA), id);

  g_assert_true (spil_record_get_entity (record) == spil_entity (SPIL_ENTITY_AREA));
  g_assert_true (spil_id_equal (spil_record_get_id (record), id));
  for (int i = 1; i < spil_record_get_entity (record)->n_fields; i++)
    g_assert_true (spil_record_is_null (record, i));
  g_assert_null (spil_record_get_text (record, SPIL_AREA_NAME));
  g_assert_cmpint (spil_record_get_integer (record, SPIL_AREA_KIND), ==, 0);
  g_assert_false (spil_record_get_boolean (record, SPIL_AREA_PRIORITY));
  g_assert_false (spil_day_is_known (spil_record_get_day (record, SPIL_AREA_EXCEPTION_DATE)));
  g_assert_true (spil_id_is_nil (spil_record_get_reference (record, SPIL_FIELD_PROGRAMME)));
  g_assert_finalize_object (record);
}

static void
test_set (void)
{
  g_autoptr (SpilRecord) contact = new_record (SPIL_ENTITY_CONTACT);
  g_autoptr (SpilRecord) task = new_record (SPIL_ENTITY_TASK);
  const SpilId id = spil_id_new ();
  const SpilDay day = spil_day_from_ymd (2018, 7, 31);
  const SpilTime time = spil_time_from_day (day, 14, 2);
  g_autofree char *start = NULL;

  spil_record_set_reference (contact, SPIL_CONTACT_ORGANISATION, id);
  g_assert_true (spil_id_equal (spil_record_get_reference (contact, SPIL_CONTACT_ORGANISATION), id));
  spil_record_set_time (contact, SPIL_CONTACT_TIME, time);
  g_assert_cmpint (spil_record_get_time (contact, SPIL_CONTACT_TIME).ms, ==, time.ms);
  spil_record_set_integer (contact, SPIL_CONTACT_KIND, SPIL_CONTACT_KIND_VISITED);
  g_assert_cmpint (spil_record_get_integer (contact, SPIL_CONTACT_KIND), ==, SPIL_CONTACT_KIND_VISITED);
  spil_record_set_integer (contact, SPIL_CONTACT_ADVICE_GIVEN, 1);
  g_assert_true (spil_record_get_boolean (contact, SPIL_CONTACT_ADVICE_GIVEN));
  spil_record_set_text (contact, SPIL_CONTACT_SUMMARY, "Sprak de directie");
  g_assert_cmpstr (spil_record_get_text (contact, SPIL_CONTACT_SUMMARY), ==, "Sprak de directie");
  spil_record_set_day (task, SPIL_TASK_START, day);
  g_assert_cmpint (spil_record_get_day (task, SPIL_TASK_START).number, ==, day.number);
  start = spil_record_format (task, SPIL_TASK_START);
  g_assert_cmpstr (start, ==, "31-07-2018");
}

/* What reads back as null is null. */
static void
test_null (void)
{
  g_autoptr (SpilRecord) record = new_record (SPIL_ENTITY_CONTACT);
  g_autoptr (SpilRecord) area = new_record (SPIL_ENTITY_AREA);

  spil_record_set_text (record, SPIL_CONTACT_SUMMARY, "x");
  spil_record_set_text (record, SPIL_CONTACT_SUMMARY, "");
  g_assert_true (spil_record_is_null (record, SPIL_CONTACT_SUMMARY));
  spil_record_set_text (record, SPIL_CONTACT_SUMMARY, "x");
  spil_record_set_text (record, SPIL_CONTACT_SUMMARY, NULL);
  g_assert_true (spil_record_is_null (record, SPIL_CONTACT_SUMMARY));
  spil_record_set_integer (record, SPIL_CONTACT_KIND, 0);
  g_assert_true (spil_record_is_null (record, SPIL_CONTACT_KIND));
  spil_record_set_integer (record, SPIL_CONTACT_NEEDS, 0);
  g_assert_true (spil_record_is_null (record, SPIL_CONTACT_NEEDS));
  spil_record_set_time (record, SPIL_CONTACT_TIME, spil_time (0));
  g_assert_true (spil_record_is_null (record, SPIL_CONTACT_TIME));
  spil_record_set_reference (record, SPIL_CONTACT_ORGANISATION, SPIL_ID_NIL);
  g_assert_true (spil_record_is_null (record, SPIL_CONTACT_ORGANISATION));
  spil_record_set_day (area, SPIL_AREA_EXCEPTION_DATE, SPIL_DAY_NONE);
  g_assert_true (spil_record_is_null (area, SPIL_AREA_EXCEPTION_DATE));
  spil_record_set_integer (area, SPIL_AREA_PRIORITY, 1);
  spil_record_set_null (area, SPIL_AREA_PRIORITY);
  g_assert_true (spil_record_is_null (area, SPIL_AREA_PRIORITY));

  // No is an answer, and zero a number.
  spil_record_set_integer (area, SPIL_AREA_PRIORITY, 0);
  g_assert_false (spil_record_is_null (area, SPIL_AREA_PRIORITY));
  spil_record_set_integer (area, SPIL_AREA_RESIDENTS, 0);
  g_assert_false (spil_record_is_null (area, SPIL_AREA_RESIDENTS));
  spil_record_set_day (area, SPIL_AREA_EXCEPTION_DATE, spil_day (0));
  g_assert_false (spil_record_is_null (area, SPIL_AREA_EXCEPTION_DATE));
}

static void
test_money (void)
{
  static const struct
  {
    int64_t choice;
    SpilVat vat;
  } cases[] = {
    { 0, SPIL_VAT_UNKNOWN },
    { SPIL_VAT_NOTE_EXCLUDED, SPIL_VAT_EXCLUDED },
    { SPIL_VAT_NOTE_INCLUDED, SPIL_VAT_INCLUDED },
    { 77, SPIL_VAT_UNKNOWN },
  };
  g_autoptr (SpilRecord) record = new_record (SPIL_ENTITY_BUDGET_LINE);

  g_assert_cmpint (spil_record_get_money (record, SPIL_BUDGET_LINE_AMOUNT, 0).cents, ==, 0);
  spil_record_set_integer (record, SPIL_BUDGET_LINE_AMOUNT, 20000000);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilMoney money;

    spil_record_set_integer (record, SPIL_BUDGET_LINE_VAT, cases[i].choice);
    money = spil_record_get_money (record, SPIL_BUDGET_LINE_AMOUNT, SPIL_BUDGET_LINE_VAT);
    g_assert_cmpint (money.cents, ==, 20000000);
    g_assert_cmpint (money.vat, ==, cases[i].vat);
    g_assert_cmpint (spil_record_get_money (record, SPIL_BUDGET_LINE_AMOUNT, 0).vat, ==, SPIL_VAT_UNKNOWN);
  }
}

static void
test_title (void)
{
  static const struct
  {
    const char *text;
    const char *title;
  } cases[] = {
    { NULL, "Contact moment" },
    { "", "Contact moment" },
    { "\n\t", "Contact moment" },
    { "Isala", "Isala" },
    { "First line\nsecond line", "First line second line" },
    { "\xe2\x80\xaegnorw", "gnorw" },
  };
  g_autoptr (SpilRecord) record = new_record (SPIL_ENTITY_CONTACT);
  g_autoptr (SpilRecord) untitled = new_record (SPIL_ENTITY_DEPENDENCY);
  g_autofree char *long_text = g_strnfill (5000, 'a');

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *title = NULL;

    spil_record_set_text (record, SPIL_CONTACT_SUMMARY, cases[i].text);
    g_assert_cmpstr (spil_record_get_title (record), ==, cases[i].title);
    g_object_get (record, "title", &title, NULL);
    g_assert_cmpstr (title, ==, cases[i].title);
  }
  spil_record_set_text (record, SPIL_CONTACT_SUMMARY, long_text);
  g_assert_cmpint (g_utf8_strlen (spil_record_get_title (record), -1), ==, 200);
  g_assert_cmpstr (spil_record_get_title (untitled), ==, "Dependency");
}

typedef struct
{
  int changes;
  int last_field;
  int starts;
  int titles;
} Heard;

static void
on_changed_cb (SpilRecord *record, int field, Heard *heard)
{
  heard->changes++;
  heard->last_field = field;
}

static void
on_start_changed_cb (SpilRecord *record, int field, Heard *heard)
{
  heard->starts++;
}

static void
on_title_notified_cb (SpilRecord *record, GParamSpec *pspec, Heard *heard)
{
  heard->titles++;
}

static void
test_signals (void)
{
  g_autoptr (SpilRecord) record = new_record (SPIL_ENTITY_TASK);
  Heard heard = { 0 };

  g_signal_connect (record, "changed", G_CALLBACK (on_changed_cb), &heard);
  g_signal_connect (record, "changed::start", G_CALLBACK (on_start_changed_cb), &heard);
  g_signal_connect (record, "notify::title", G_CALLBACK (on_title_notified_cb), &heard);

  spil_record_set_text (record, SPIL_TASK_NAME, "Plan");
  g_assert_cmpint (heard.changes, ==, 1);
  g_assert_cmpint (heard.last_field, ==, SPIL_TASK_NAME);
  g_assert_cmpint (heard.titles, ==, 1);
  g_assert_cmpint (heard.starts, ==, 0);

  // An equal value is no change.
  spil_record_set_text (record, SPIL_TASK_NAME, "Plan");
  spil_record_set_null (record, SPIL_TASK_START);
  g_assert_cmpint (heard.changes, ==, 1);

  spil_record_set_day (record, SPIL_TASK_START, spil_day (17743));
  g_assert_cmpint (heard.changes, ==, 2);
  g_assert_cmpint (heard.last_field, ==, SPIL_TASK_START);
  g_assert_cmpint (heard.starts, ==, 1);
  g_assert_cmpint (heard.titles, ==, 1);
}

static void
test_copy (void)
{
  g_autoptr (SpilRecord) record = new_record (SPIL_ENTITY_AREA);
  g_autoptr (SpilRecord) copy = NULL;

  spil_record_set_text (record, SPIL_AREA_NAME, "Hessenpoort");
  spil_record_set_integer (record, SPIL_AREA_KIND, SPIL_AREA_KIND_BUSINESS_PARK);
  copy = spil_record_copy (record);
  g_assert_true (spil_id_equal (spil_record_get_id (copy), spil_record_get_id (record)));
  for (int i = 1; i < spil_record_get_entity (record)->n_fields; i++)
    g_assert_true (spil_value_equal (spil_record_get (record, i), spil_record_get (copy, i)));

  spil_record_set_text (copy, SPIL_AREA_NAME, "Hanzeland");
  g_assert_cmpstr (spil_record_get_text (record, SPIL_AREA_NAME), ==, "Hessenpoort");
  g_assert_cmpstr (spil_record_get_title (copy), ==, "Hanzeland");
}

/* A value may be set from the record itself. */
static void
test_own_value (void)
{
  g_autoptr (SpilRecord) record = new_record (SPIL_ENTITY_AREA);

  spil_record_set_text (record, SPIL_AREA_NAME, "Oosterenk");
  spil_record_set (record, SPIL_AREA_NAME, spil_record_get (record, SPIL_AREA_NAME));
  spil_record_set (record, SPIL_AREA_MUNICIPALITY, spil_record_get (record, SPIL_AREA_NAME));
  spil_record_take (record, SPIL_AREA_MUNICIPALITY, spil_value_text ("Oosterenk"));
  g_assert_cmpstr (spil_record_get_text (record, SPIL_AREA_NAME), ==, "Oosterenk");
  g_assert_cmpstr (spil_record_get_text (record, SPIL_AREA_MUNICIPALITY), ==, "Oosterenk");
}

/* A value of the wrong kind, such as a damaged database gives, is read as null. */
static void
test_wrong_kind (void)
{
  g_autoptr (SpilRecord) record = new_record (SPIL_ENTITY_CONTACT);
  const SpilValue integer = spil_value_integer (G_MAXINT64);
  g_auto (SpilValue) text = spil_value_text ("x");

  spil_record_set (record, SPIL_CONTACT_SUMMARY, &integer);
  spil_record_set (record, SPIL_CONTACT_ORGANISATION, &integer);
  spil_record_set (record, SPIL_CONTACT_KIND, &text);
  g_assert_null (spil_record_get_text (record, SPIL_CONTACT_SUMMARY));
  g_assert_true (spil_id_is_nil (spil_record_get_reference (record, SPIL_CONTACT_ORGANISATION)));
  g_assert_cmpint (spil_record_get_integer (record, SPIL_CONTACT_KIND), ==, 0);
  g_assert_cmpstr (spil_record_get_title (record), ==, "Contact moment");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/new", test_new);
  g_test_add_func ("/record/set", test_set);
  g_test_add_func ("/record/null", test_null);
  g_test_add_func ("/record/money", test_money);
  g_test_add_func ("/record/title", test_title);
  g_test_add_func ("/record/signals", test_signals);
  g_test_add_func ("/record/copy", test_copy);
  g_test_add_func ("/record/own-value", test_own_value);
  g_test_add_func ("/record/wrong-kind", test_wrong_kind);
  return g_test_run ();
}
