// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-validate.h"

#include <string.h>

#include "spil-model-error.h"
#include "spil-text.h"

#define WEEKDAYS_REFUSED                                                                                     \
  "Setting “working-weekdays”, Value: these are not days of the week; type the numbers of the days that are worked, from 1 for Monday to 7 for Sunday: 12345."
#define ID_TEXT "01890a5d-ac96-774b-bcce-b302099a8057"
#define OTHER_ID_TEXT "01890a5d-ac96-774b-bcce-b302099a8058"
#define RLO "\xe2\x80\xae"

static const SpilField *
find_field (const char *path, const SpilEntity **entity)
{
  g_auto (GStrv) parts = g_strsplit (path, ".", 2);
  const SpilField *field;

  *entity = spil_entity_by_name (parts[0]);
  field = spil_entity_field_by_name (*entity, parts[1]);
  g_assert_nonnull (field);
  return field;
}

static SpilDay
test_today (void)
{
  return spil_day_from_ymd (2018, 10, 1);
}

/* Whether the error is one sentence that people can act on. */
static void
assert_sentence (const GError *error)
{
  g_assert_error (error, SPIL_MODEL_ERROR, SPIL_MODEL_ERROR_INVALID);
  g_test_message ("%s", error->message);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpuint (strlen (error->message), <, 300);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_null (strpbrk (error->message, "\n\r\x1b"));
}

static const struct
{
  const char *field;
  int64_t integer;
  const char *refusal; /* NULL: accepted */
} integers[] = {
  { "parking_entry.places", -150, NULL },
  { "parking_entry.places", INT64_C (1000000000000000), NULL },
  { "parking_entry.places", INT64_C (-1000000000000000), NULL },
  { "parking_entry.places", INT64_C (1000000000000001), "this number is too large; type a smaller one." },
  { "parking_entry.places", G_MININT64, "this number is too large; type a smaller one." },
  { "organisation.staff_count", 0, NULL },
  { "organisation.staff_count", -1, "type a whole number that is zero or more." },
  { "organisation.staff_count", G_MAXINT64, "type a whole number that is zero or more." },
  { "task.progress", 0, NULL },
  { "task.progress", 100, NULL },
  { "task.progress", 101, "type a percentage from 0 to 100." },
  { "task.progress", -1, "type a percentage from 0 to 100." },
  { "setting.year", 1900, NULL },
  { "setting.year", 2199, NULL },
  { "setting.year", 18, "type a year from 1900 to 2199." },
  { "scheme.own_share", 0, NULL },
  { "scheme.own_share", 1000000, NULL },
  { "scheme.own_share", 1000001, "type a share from 0 to 1, such as 0,25." },
  { "scheme.own_share", -1, "type a share from 0 to 1, such as 0,25." },
  { "effect.km", -1, "type a number that is zero or more." },
  { "measurement.value", -5000000, NULL },
  { "measurement.value", G_MAXINT64, "this number is too large; type a smaller one." },
  { "actual.amount", -500, NULL },
  { "actual.amount", SPIL_MONEY_MAX_CENTS, NULL },
  { "actual.amount", SPIL_MONEY_MAX_CENTS + 1, "this amount is above 100 billion euro; type a smaller one." },
  { "actual.amount", G_MININT64, "this amount is above 100 billion euro; type a smaller one." },
  { "budget_line.amount", -1, "type an amount that is zero or more." },
  { "budget_line.amount", 0, NULL },
  { "task.start", 17743, NULL },
  { "task.start", -25567, NULL },
  { "task.start", -25568, "type a day in the years 1900 to 2199." },
  { "task.start", G_MAXINT64, "type a day in the years 1900 to 2199." },
  { "contact.time", INT64_C (1533038520000), NULL },
  { "contact.time", G_MININT64, "type a time in the years 1900 to 2199." },
  { "contact.time", G_MAXINT64, "type a time in the years 1900 to 2199." },
  { "area.kind", SPIL_AREA_KIND_CORRIDOR, NULL },
  { "area.kind", 0, "this choice does not exist; choose one from the list." },
  { "area.kind", -1, "this choice does not exist; choose one from the list." },
  { "area.kind", 99, "this choice does not exist; choose one from the list." },
  { "area.themes", 1 << SPIL_THEME_LIVEABILITY, NULL },
  { "area.themes", 1 << 1 | 1 << 2 | 1 << 3, NULL },
  { "area.themes", 0, "nothing was chosen; leave it empty or choose from the list." },
  { "area.themes", 1, "this holds a choice that does not exist; choose from the list." },
  { "area.themes", 1 << 1 | 1 << 4, "this holds a choice that does not exist; choose from the list." },
  { "area.themes", G_MININT64, "this holds a choice that does not exist; choose from the list." },
  { "task.milestone", 0, NULL },
  { "task.milestone", 1, NULL },
  { "task.milestone", 2, "choose yes or no." },
  { "organisation.name", 1, "this value is of another kind than the field holds; type it again." },
  { "site.organisation", 1, "this value is of another kind than the field holds; type it again." },
};

static void
test_integers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (integers); i++) {
    const SpilEntity *entity;
    const SpilField *field = find_field (integers[i].field, &entity);
    const SpilValue value = spil_value_integer (integers[i].integer);
    g_autoptr (GError) error = NULL;
    const gboolean valid = spil_validate_value (entity, field, &value, &error);

    g_test_message ("%s=%" G_GINT64_FORMAT, integers[i].field, integers[i].integer);
    g_assert_true (valid == (integers[i].refusal == NULL));
    if (!valid) {
      assert_sentence (error);
      g_assert_true (g_str_has_suffix (error->message, integers[i].refusal));
      g_assert_true (g_str_has_prefix (error->message, spil_entity_label (entity)));
      g_assert_nonnull (strstr (error->message, spil_field_label (field)));
    }
  }
}

static const struct
{
  const char *field;
  const char *text;
  gboolean valid;
} texts[] = {
  { "organisation.name", "", TRUE },
  { "organisation.name", "Müller & Zn. <script>alert(1)</script>", TRUE },
  { "organisation.name", "'; DROP TABLE organisation; --", TRUE },
  { "organisation.name", RLO "evil", TRUE },
  { "organisation.name", "👩‍🔧 e\u0301", TRUE },
  { "organisation.name", "\xff", FALSE },
  { "organisation.name", "ok \xc3", FALSE },
  { "organisation.name", "\xc0\x80", FALSE },
  { "organisation.name", "\xed\xa0\x80", FALSE },
  { "organisation.name", "\xf4\x90\x80\x80", FALSE },
  { "area.order", "a5", TRUE },
  { "area.order", "", FALSE },
  { "area.order", "a0", FALSE },
  { "area.order", "é", FALSE },
  { "area.order", "\xff", FALSE },
  { "task.start", "2018-07-31", FALSE },
  { "site.organisation", ID_TEXT, FALSE },
};

static void
test_texts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    const SpilEntity *entity;
    const SpilField *field = find_field (texts[i].field, &entity);
    g_auto (SpilValue) value = spil_value_text (texts[i].text);
    g_autoptr (GError) error = NULL;

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_true (spil_validate_value (entity, field, &value, &error) == texts[i].valid);
    if (!texts[i].valid)
      assert_sentence (error);
  }
}

static void
test_length (void)
{
  const SpilEntity *entity;
  const SpilField *field = find_field ("organisation.notes", &entity);
  g_auto (SpilValue) longest = { .kind = SPIL_VALUE_TEXT, .text = g_strnfill (SPIL_TEXT_MAX_BYTES, 'a') };
  g_auto (SpilValue) longer = { .kind = SPIL_VALUE_TEXT, .text = g_strnfill (SPIL_TEXT_MAX_BYTES + 1, 'a') };
  g_autoptr (GError) error = NULL;

  g_assert_true (spil_validate_value (entity, field, &longest, NULL));
  g_assert_false (spil_validate_value (entity, field, &longer, &error));
  assert_sentence (error);
}

static void
test_ids (void)
{
  const SpilEntity *entity;
  const SpilField *field = find_field ("site.organisation", &entity);
  const SpilValue id = spil_value_id (spil_id_new ());
  const SpilValue nil = spil_value_id (SPIL_ID_NIL);
  const SpilValue null = SPIL_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_assert_true (spil_validate_value (entity, field, &id, NULL));
  g_assert_true (spil_validate_value (entity, field, &null, NULL));
  g_assert_false (spil_validate_value (entity, field, &nil, &error));
  assert_sentence (error);
}

/*
 * Rows. @values is "field=text" with | between, each read as on the command line; @refusal is the whole sentence, or NULL.
 */
static const struct
{
  const char *entity;
  const char *values;
  const char *refusal;
} rows[] = {
  // Required
  { "area", "name=Hanzeland|kind=business_park", NULL },
  { "area", "kind=business_park", "Area, Name: this must be filled in; type or choose a value." },
  { "area", "name= \t\u00a0|kind=district", "Area, Name: this must be filled in; type or choose a value." },
  { "area", "name=Hanzeland", "Area “Hanzeland”, Kind: this must be filled in; type or choose a value." },
  { "area", "name=" RLO "a\nb", "Area “a b”, Kind: this must be filled in; type or choose a value." },
  { "contact_person", "contact=" ID_TEXT,
    "Person at contact moment, Contact person: this must be filled in; type or choose a value." },

  // A day that has come, on 1 October 2018
  { "baseline", "name=0|date=2018-10-01", NULL },
  { "baseline", "name=0|date=2018-10-02",
    "Baseline “0”, Date: this day is still to come; type today or a day that has been." },
  { "contact", "organisation=" ID_TEXT "|kind=called|time=2018-10-01T23:59", NULL },
  { "contact", "organisation=" ID_TEXT "|kind=called|time=2018-10-02T00:00",
    "Contact moment, Time: this day is still to come; type today or a day that has been." },
  { "meeting", "body=" ID_TEXT "|date=2019-01-01", NULL },

  // A row is not part of itself
  { "task", "name=a|parent=" ID_TEXT, NULL },
  { "task", "name=a|parent=" OTHER_ID_TEXT,
    "Activity “a”, Part of: this refers to the row itself; choose another row." },

  // Periods
  { "task", "name=a|start=2018-07-01", NULL },
  { "task", "name=a|end=2018-07-01", NULL },
  { "task", "name=a|start=2018-07-01|end=2018-07-01", NULL },
  { "task", "name=a|start=2018-07-02|end=2018-07-01",
    "Activity “a”, End: this lies before “Start”; type the same day or a later one." },
  { "scheme", "name=Fonds|opens=2018-07-02|closes=2018-07-01",
    "Scheme “Fonds”, Open until: this lies before “Open from”; type the same day or a later one." },
  { "programme", "name=p|start=2018-01-01|end=2021-12-31", NULL },
  { "membership", "alliance=" ID_TEXT "|organisation=" ID_TEXT "|start=2019-01-01|end=2018-01-01",
    "Membership, Member until: this lies before “Member from”; type the same day or a later one." },
  { "closure", "name=Zomer|start=2018-07-30|end=2018-07-30", NULL },
  { "closure", "name=Zomer|start=2018-07-30|end=2018-07-29",
    "Closure “Zomer”, Last day: this lies before “First day”; type the same day or a later one." },
  // Dates are facts: the passes and the chart show where these contradict each other
  { "task", "name=a|start=2018-07-01|end=2018-07-31|milestone=ja", NULL },
  { "task", "name=a|start=2018-07-01|not_before=2018-08-01|fixed=ja", NULL },
  { "task", "name=a|start=2018-07-01|deadline=2018-06-01", NULL },
  { "task", "name=a|start=2018-07-01|end=2018-07-31|duration=3", NULL },
  // A start that is no period with an end
  { "cohort", "offer=" ID_TEXT "|start=2018-07-01", NULL },

  // Organisations and sites
  { "organisation", "name=Isala|kind=employer|kvk_number=05075379|postcode=8025 AB", NULL },
  { "organisation", "name=Isala|kind=employer|kvk_number=5075379",
    "Organisation “Isala”, KvK number: a KvK number is exactly 8 digits; type it as 12345678." },
  { "organisation", "name=Isala|kind=employer|kvk_number=123456789",
    "Organisation “Isala”, KvK number: a KvK number is exactly 8 digits; type it as 12345678." },
  { "organisation", "name=Isala|kind=employer|kvk_number=١٢٣٤٥٦٧٨",
    "Organisation “Isala”, KvK number: a KvK number is exactly 8 digits; type it as 12345678." },
  { "organisation", "name=Isala|kind=employer|postcode=8025",
    "Organisation “Isala”, Postcode: a Dutch postcode is 4 digits and 2 letters; type it as 8011 AB." },
  { "organisation", "name=Isala|kind=employer|postcode=8025ab", NULL },
  { "organisation", "name=Isala|kind=employer|postcode=49808", NULL },
  { "organisation", "name=Isala|kind=employer|postcode=EC1A 1BB", NULL },
  { "organisation", "name=Isala|kind=employer|postcode=8025  AB",
    "Organisation “Isala”, Postcode: a Dutch postcode is 4 digits and 2 letters; type it as 8011 AB." },
  { "organisation", "name=Isala|kind=employer|postcode=8025 ÀB",
    "Organisation “Isala”, Postcode: a Dutch postcode is 4 digits and 2 letters; type it as 8011 AB." },
  { "site", "organisation=" ID_TEXT "|postcode=8025 A",
    "Site, Postcode: a Dutch postcode is 4 digits and 2 letters; type it as 8011 AB." },

  // Persons
  { "person", "organisation=" ID_TEXT "|name=J|email=j@example.nl|phone=+31 (0)38-123 45 67", NULL },
  { "person", "organisation=" ID_TEXT "|name=J|email=j",
    "Contact person “J”, E-mail: an e-mail address holds one @ and no spaces; type it as name@example.nl." },
  { "person", "organisation=" ID_TEXT "|name=J|email=@b",
    "Contact person “J”, E-mail: an e-mail address holds one @ and no spaces; type it as name@example.nl." },
  { "person", "organisation=" ID_TEXT "|name=J|email=a@b@c",
    "Contact person “J”, E-mail: an e-mail address holds one @ and no spaces; type it as name@example.nl." },
  { "person", "organisation=" ID_TEXT "|name=J|email=a b@c",
    "Contact person “J”, E-mail: an e-mail address holds one @ and no spaces; type it as name@example.nl." },
  { "person", "organisation=" ID_TEXT "|name=J|email=a@b\nBcc: c",
    "Contact person “J”, E-mail: an e-mail address holds one @ and no spaces; type it as name@example.nl." },
  { "person", "organisation=" ID_TEXT "|name=J|phone=bel me",
    "Contact person “J”, Phone: a phone number holds digits, spaces and + - ( ) / . only; type it as 038 123 45 67." },
  { "person", "organisation=" ID_TEXT "|name=J|phone=-",
    "Contact person “J”, Phone: a phone number holds digits, spaces and + - ( ) / . only; type it as 038 123 45 67." },

  // Money: an amount or PM
  { "budget_line", "version=" ID_TEXT "|number=1|name=Toolkit|vat=excluded", NULL },
  { "budget_line", "version=" ID_TEXT "|number=1|name=Toolkit|vat=excluded|amount=325000", NULL },
  { "budget_line", "version=" ID_TEXT "|number=1|name=Toolkit|vat=excluded|amount=325000|pm=nee", NULL },
  { "budget_line", "version=" ID_TEXT "|number=1|name=Toolkit|vat=excluded|pm=ja", NULL },
  { "budget_line", "version=" ID_TEXT "|number=1|name=Toolkit|vat=excluded|amount=0|pm=ja",
    "Budget line “Toolkit”, Amount: a line has an amount or is PM, not both; clear the one or the other." },

  // Effects
  { "effect", "share_mode=0.5|share_off_peak=0.5", NULL },
  { "effect", "share_mode=0.25|share_off_peak=0.25|share_elsewhere=0.25|share_home=0.25", NULL },
  { "effect", "name=OV|share_mode=0.5|share_home=0.500001",
    "Effect chain “OV”, Share other mode: the four shares together are more than 1; lower one of them." },

  // Settings that mean something else than a number
  { "setting", "key=working-weekdays|value=12345", NULL },
  { "setting", "key=working-weekdays|value=7", NULL },
  { "setting", "key=working-weekdays", NULL },
  { "setting", "key=working-weekdays|value=12348", WEEKDAYS_REFUSED },
  { "setting", "key=working-weekdays|value=11", WEEKDAYS_REFUSED },
  { "setting", "key=working-weekdays|value=0", WEEKDAYS_REFUSED },
  { "setting", "key=working-weekdays|value=1.5", WEEKDAYS_REFUSED },
  { "setting", "key=upscale-employers|value=1.5", NULL },

  // References that differ
  { "dependency", "from=" ID_TEXT "|to=" ID_TEXT "|type=fs",
    "Dependency, To activity: this is the same as “From activity”; choose another one." },
  { "stage_change", "engagement=" ID_TEXT "|from=" ID_TEXT "|to=" ID_TEXT "|date=2018-09-01",
    "Stage change, To stage: this is the same as “From stage”; choose another one." },
  { "stage_change", "engagement=" ID_TEXT "|to=" ID_TEXT "|date=2018-09-01", NULL },

  // What documents and tags are about
  { "document", "name=Plan|kind=file", NULL },
  { "document", "name=Plan|kind=file|about_entity=area|about_id=" ID_TEXT, NULL },
  { "document", "name=Plan|kind=file|about_entity=war|about_id=" ID_TEXT,
    "Document “Plan”, About: this names nothing that Spil keeps; choose the row again." },
  { "tag", "name=t|about_entity=area",
    "Tag “t”, About row: this is not the id of a row; choose the row again." },
  { "tag", "name=t|about_id=" ID_TEXT,
    "Tag “t”, About: this names nothing that Spil keeps; choose the row again." },

  // Periods of reports
  { "report", "name=AKT|period=2018-Q3|made_on=2018-10-01", NULL },
  { "report", "name=AKT|period=Q3|made_on=2018-10-01",
    "Report “AKT”, Period: this is not a period; type it as 2018, 2018-Q4, 2018-10 or 2018-W40." },
  { "report_light", "period=2018-Q5|aspect=money|light=green",
    "Light, Period: this is not a period; type it as 2018, 2018-Q4, 2018-10 or 2018-W40." },
};

static SpilRecord *
make_row (const char *entity_name, const char *values)
{
  g_auto (GStrv) parts = g_strsplit (values, "|", -1);
  SpilRecord *record;
  SpilId id;

  g_assert_true (spil_id_parse (OTHER_ID_TEXT, &id));
  record = spil_record_new (spil_entity_by_name (entity_name), id);
  for (int i = 0; parts[i] != NULL; i++) {
    g_auto (GStrv) pair = g_strsplit (parts[i], "=", 2);
    const SpilField *field = spil_entity_field_by_name (spil_record_get_entity (record), pair[0]);
    SpilValue value = SPIL_VALUE_INIT;
    g_autoptr (GError) error = NULL;

    g_assert_true (spil_value_parse (field, pair[1], &value, &error));
    spil_record_take (record, field->number, value);
  }
  return record;
}

static void
test_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (SpilRecord) record = make_row (rows[i].entity, rows[i].values);
    g_autoptr (GError) error = NULL;
    const gboolean valid = spil_validate_record (record, test_today (), &error);

    g_test_message ("%s %s", rows[i].entity, rows[i].values);
    g_assert_cmpstr (error != NULL ? error->message : NULL, ==, rows[i].refusal);
    g_assert_true (valid == (rows[i].refusal == NULL));
    if (!valid)
      assert_sentence (error);
  }
}

/* Without a today every day has come. */
static void
test_no_today (void)
{
  g_autoptr (SpilRecord) record = make_row ("baseline", "name=0|date=2190-01-01");

  g_assert_false (spil_validate_record (record, test_today (), NULL));
  g_assert_true (spil_validate_record (record, SPIL_DAY_NONE, NULL));
}

/* Each field of each entity, given each kind of value that it should not have: refused in words, never a crash. */
static void
test_hostile_rows (void)
{
  g_autofree char *long_text = g_strnfill (SPIL_TEXT_MAX_BYTES + 1, 'x');
  g_auto (SpilValue) long_value = spil_value_text (long_text);
  g_auto (SpilValue) broken = spil_value_text ("\xff\xfe%s%n");
  g_auto (SpilValue) shouted = spil_value_text (RLO "%s%n\n\x1b[31m");
  const SpilValue values[] = { spil_value_integer (G_MAXINT64),
                               spil_value_integer (G_MININT64),
                               spil_value_id (SPIL_ID_NIL),
                               broken,
                               shouted,
                               long_value };
  int n_entities;
  const SpilEntity *const *entities = spil_entities (&n_entities);

  for (int i = 0; i < n_entities; i++)
    for (int j = 1; j < entities[i]->n_fields; j++)
      for (gsize k = 0; k < G_N_ELEMENTS (values); k++) {
        g_autoptr (SpilRecord) record = spil_record_new (entities[i], spil_id_new ());
        g_autoptr (GError) error = NULL;

        if (entities[i]->fields[j].number == 0)
          continue;
        spil_record_set (record, j, &values[k]);
        if (!spil_validate_record (record, test_today (), &error))
          assert_sentence (error);
        else
          g_assert_true (entities[i]->fields[j].type == SPIL_TYPE_TEXT && values[k].kind == SPIL_VALUE_TEXT);
      }
}

static void
test_changes (void)
{
  const SpilEntity *area = spil_entity (SPIL_ENTITY_AREA);
  const SpilEntity *decision = spil_entity (SPIL_ENTITY_DECISION);
  g_autoptr (SpilAction) action = spil_action_new ("");
  g_autoptr (SpilRecord) before = spil_record_new (decision, spil_id_new ());
  const SpilId id = spil_record_get_id (before);
  const SpilValue day = spil_value_integer (17743);
  g_auto (SpilValue) text = spil_value_text ("x");
  g_autoptr (GError) error = NULL;
  SpilChange *change = spil_action_set_row (action, area, id);

  g_assert_true (spil_validate_change (change, NULL, NULL));
  g_assert_true (spil_validate_change (spil_action_delete (action, area, id), NULL, NULL));
  spil_change_assign (change, SPIL_AREA_NAME, &text);
  g_assert_true (spil_validate_change (change, NULL, NULL));
  spil_change_assign (change, SPIL_AREA_KIND, &text);
  g_assert_false (spil_validate_change (change, NULL, &error));
  assert_sentence (error);
  g_clear_error (&error);

  // What is fixed takes what comes later, once.
  change = spil_action_set_row (action, decision, id);
  spil_change_assign (change, SPIL_DECISION_MET_ON, &day);
  g_assert_true (spil_validate_change (change, before, NULL));
  g_assert_true (spil_validate_change (change, NULL, NULL));
  spil_record_set (before, SPIL_DECISION_MET_ON, &day);
  g_assert_false (spil_validate_change (change, before, &error));
  g_assert_error (error, SPIL_MODEL_ERROR, SPIL_MODEL_ERROR_FIXED);
  g_clear_error (&error);

  change = spil_action_set_row (action, decision, id);
  spil_change_assign (change, SPIL_DECISION_OUTCOME, &text);
  g_assert_false (spil_validate_change (change, NULL, &error));
  g_assert_error (error, SPIL_MODEL_ERROR, SPIL_MODEL_ERROR_FIXED);
  g_assert_cmpstr (error->message, ==,
                   "Decision: this is never changed once it is kept; add a new one that corrects it.");
  g_clear_error (&error);

  g_assert_false (spil_validate_change (spil_action_delete (action, decision, id), NULL, &error));
  g_assert_error (error, SPIL_MODEL_ERROR, SPIL_MODEL_ERROR_FIXED);
}

static void
test_unknown_fields (void)
{
  static const int fields[] = { G_MININT, -1, 0, 63, 1000, G_MAXINT };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++) {
    g_autoptr (SpilChange)
        change = spil_change_new (SPIL_CHANGE_ADD, spil_entity (SPIL_ENTITY_AREA), spil_id_new ());
    const SpilValue value = spil_value_integer (1);
    g_autoptr (GError) error = NULL;

    spil_change_assign (change, fields[i], &value);
    g_assert_false (spil_validate_change (change, NULL, &error));
    assert_sentence (error);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/validate/integers", test_integers);
  g_test_add_func ("/validate/texts", test_texts);
  g_test_add_func ("/validate/length", test_length);
  g_test_add_func ("/validate/ids", test_ids);
  g_test_add_func ("/validate/rows", test_rows);
  g_test_add_func ("/validate/no-today", test_no_today);
  g_test_add_func ("/validate/hostile-rows", test_hostile_rows);
  g_test_add_func ("/validate/changes", test_changes);
  g_test_add_func ("/validate/unknown-fields", test_unknown_fields);
  return g_test_run ();
}
