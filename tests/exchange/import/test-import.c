// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <locale.h>
#include <string.h>

#include "import-fixture.h"
#include "spil-exchange-error.h"

#define LIST \
  "Bedrijfsnaam;KvK-nr;Adres;Postcode;Plaats;Aantal medewerkers;Contactpersoon;E-mail;Telefoon;Bedrijventerrein;Makelaar\r\n" \
  "Verzonnen Staal B.V.;12345678;Ertsweg 12a;8028pk;Zwolle;1.250;Jo Verzonnen;jo@staal.example;06-12345678;Hessenpoort;Kim\r\n" \
  "Bedacht Zorg;;Lange Laan 3;8011 AB;Zwolle;80;Sam Bedacht;sam@zorg.example;;;Kim\r\n"

/* Partners that the template brings. */
#define PARTNERS 9

static void
use_template (ExchangeFixture *self, gconstpointer data)
{
  exchange_fixture_set_up (self, data);
  exchange_fixture_use_template (self);
}

static SpilRecord *
only_child (ExchangeFixture *self, int entity, SpilRecord *organisation)
{
  const SpilEntity *kind = spil_entity_by_number (entity);
  g_autoptr (SpilQuery) query = spil_query_new (kind);
  g_autoptr (GPtrArray) rows = NULL;

  spil_query_where_reference (query, spil_entity_reference_to (kind, SPIL_ENTITY_ORGANISATION)->number,
                              spil_record_get_id (organisation));
  rows = spil_store_list (self->store, query, NULL);
  g_assert_cmpuint (rows->len, ==, 1);
  return g_object_ref (rows->pdata[0]);
}

static void
test_whole_row (ExchangeFixture *self, gconstpointer data)
{
  g_autoptr (SpilImportReport) report = import_text (self, SPIL_ENTITY_ORGANISATION, LIST);
  g_autoptr (SpilRecord) organisation = row_called (self, SPIL_ENTITY_ORGANISATION, "Verzonnen Staal B.V.");
  g_autoptr (SpilRecord) person = only_child (self, SPIL_ENTITY_PERSON, organisation);
  g_autoptr (SpilRecord) site = only_child (self, SPIL_ENTITY_SITE, organisation);
  g_autoptr (SpilRecord) relation = only_child (self, SPIL_ENTITY_ENGAGEMENT, organisation);
  g_autoptr (SpilRecord) area = row_called (self, SPIL_ENTITY_AREA, "Hessenpoort");

  assert_counts (report, 2, 0, 0, 0);
  g_assert_false (spil_id_is_nil (report->id));
  g_assert_cmpstr (spil_record_get_text (organisation, SPIL_ORGANISATION_KVK_NUMBER), ==, "12345678");
  g_assert_cmpstr (spil_record_get_text (organisation, SPIL_ORGANISATION_STREET), ==, "Ertsweg");
  g_assert_cmpstr (spil_record_get_text (organisation, SPIL_ORGANISATION_HOUSE_NUMBER), ==, "12a");
  g_assert_cmpstr (spil_record_get_text (organisation, SPIL_ORGANISATION_POSTCODE), ==, "8028 PK");
  g_assert_cmpint (spil_record_get_integer (organisation, SPIL_ORGANISATION_STAFF_COUNT), ==, 1250);
  g_assert_cmpint (spil_record_get_integer (organisation, SPIL_ORGANISATION_KIND), ==,
                   SPIL_ORGANISATION_KIND_EMPLOYER);
  g_assert_null (spil_record_get_text (organisation, SPIL_ORGANISATION_EMAIL));
  g_assert_cmpstr (spil_record_get_text (person, SPIL_PERSON_NAME), ==, "Jo Verzonnen");
  g_assert_cmpstr (spil_record_get_text (person, SPIL_PERSON_EMAIL), ==, "jo@staal.example");
  g_assert_cmpstr (spil_record_get_text (person, SPIL_PERSON_PHONE), ==, "06-12345678");
  g_assert_true (spil_id_equal (spil_record_get_reference (site, SPIL_SITE_AREA), spil_record_get_id (area)));
  g_assert_cmpstr (spil_record_get_text (site, SPIL_SITE_STREET), ==, "Ertsweg");
  g_assert_cmpstr (spil_record_get_text (relation, SPIL_ENGAGEMENT_MOBILITY_BROKER), ==, "Kim");
}

/* Once more: nothing. Changed: only that. Empty: nothing is wiped out. */
static void
test_again (ExchangeFixture *self, gconstpointer data)
{
  g_autoptr (SpilImportReport) first = import_text (self, SPIL_ENTITY_ORGANISATION, LIST);
  g_autofree char *digest = digest_of (self);
  g_autofree char *same = NULL;
  g_autoptr (SpilImportReport) second = import_text (self, SPIL_ENTITY_ORGANISATION, LIST);
  g_autoptr (SpilImportReport) third = NULL;
  g_autoptr (SpilRecord) organisation = NULL;

  same = digest_of (self);
  g_assert_cmpstr (digest, ==, same);
  assert_counts (second, 0, 0, 2, 0);
  g_assert_true (spil_id_is_nil (second->id));
  third = import_text (self, SPIL_ENTITY_ORGANISATION,
                       "Naam;KvK;Plaats;Medewerkers;Website\n"
                       "Heet nu anders;12345678;;;\n" // by its number
                       "bedacht zorg bv;;ZWOLLE;90;www.zorg.example\n" // by name and place
                       "Bedacht Zorg;;Kampen;;\n"); // another place: another organisation
  assert_counts (third, 1, 2, 0, 0);
  organisation = row_called (self, SPIL_ENTITY_ORGANISATION, "Heet nu anders");
  g_assert_cmpstr (spil_record_get_text (organisation, SPIL_ORGANISATION_TOWN), ==, "Zwolle");
  g_assert_cmpint (spil_record_get_integer (organisation, SPIL_ORGANISATION_STAFF_COUNT), ==, 1250);
  g_assert_cmpint (exchange_fixture_count (self, SPIL_ENTITY_ORGANISATION), ==, PARTNERS + 3);
}

/* What a table says of one row twice. */
static void
test_twice_in_one_table (ExchangeFixture *self, gconstpointer data)
{
  g_autoptr (SpilImportReport) report = import_text (self, SPIL_ENTITY_ORGANISATION,
                                                     "Organisatie;Plaats;Naam;E-mail;Telefoon\n"
                                                     "Dubbel BV;Zwolle;Jo;jo@dubbel.example;\n"
                                                     "Dubbel b.v.;Zwolle;Sam;sam@dubbel.example;\n"
                                                     "Dubbel BV;Zwolle;Jo;jo@dubbel.example;0381234567\n"
                                                     "Dubbel BV;Zwolle;Jo;jo@dubbel.example;0381234567\n");

  assert_counts (report, 1, 2, 1, 0);
  g_assert_cmpint (exchange_fixture_count (self, SPIL_ENTITY_ORGANISATION), ==, PARTNERS + 1);
  g_assert_cmpint (exchange_fixture_count (self, SPIL_ENTITY_PERSON), ==, 2);
}

static const SpilImportRefusal *
refusal_at (const SpilImportReport *report, guint index)
{
  g_assert_cmpuint (report->refusals->len, >, index);
  return report->refusals->pdata[index];
}

static void
test_refusals (ExchangeFixture *self, gconstpointer data)
{
  g_autoptr (SpilImportReport) report = import_text (self, SPIL_ENTITY_ORGANISATION,
                                                     "Naam;KvK;Postcode;Medewerkers;Peildatum;Gebied;Soort\n"
                                                     ";12345678;;;;;\n" // no name
                                                     "Kort KvK;1234;;;;;\n"
                                                     "Lang KvK;123456789012;;;;;\n"
                                                     "Fout geteld;;;veel;;;\n"
                                                     "Geen dag;;;;31-02-2018;;\n"
                                                     "Nergens;;;;;Niemandsland;\n"
                                                     "Geen soort;;;;;;paddenstoel\n"
                                                     "Twee fouten;;80;x;;;\n"
                                                     "Goed;;8011AB;12;31 juli 2018;Hessenpoort;zzp\n");

  assert_counts (report, 1, 0, 0, 8);
  g_assert_cmpuint (report->refusals->len, >=, 8);
  g_assert_cmpint (refusal_at (report, 0)->row, ==, 2);
  g_assert_cmpstr (refusal_at (report, 1)->column, ==, "KvK");
  g_assert_cmpstr (refusal_at (report, 1)->value, ==, "1234");
  g_assert_nonnull (strstr (refusal_at (report, 2)->reason, "site"));
  g_assert_cmpstr (refusal_at (report, 3)->column, ==, "Medewerkers");
  g_assert_cmpstr (refusal_at (report, 4)->value, ==, "31-02-2018");
  g_assert_cmpstr (refusal_at (report, 5)->column, ==, "Gebied");
  g_assert_cmpstr (refusal_at (report, 6)->column, ==, "Soort");
}

/* Titles above, blank rows, a header that comes back, totals below. */
static void
test_awkward_shape (ExchangeFixture *self, gconstpointer data)
{
  g_autoptr (SpilImportReport) report = import_text (self, SPIL_ENTITY_ORGANISATION,
                                                     "Lijst van werkgevers 2018;;\n"
                                                     "\n"
                                                     "Bedrijf;Plaats;Aantal medewerkers (fte)\n"
                                                     "Eerste;Zwolle;10\n"
                                                     ";;\n"
                                                     "Tweede;Zwolle;1.000\n"
                                                     "Bedrijf;Plaats;Aantal medewerkers (fte)\n"
                                                     "Derde;Kampen;5\n"
                                                     "Totaal;;1.016\n");
  g_autoptr (SpilImportReport) right = NULL;

  assert_counts (report, 3, 0, 0, 0);
  g_assert_cmpuint (report->notes->len, ==, 1);
  g_assert_nonnull (strstr (report->notes->pdata[0], "1.016"));
  g_assert_nonnull (strstr (report->notes->pdata[0], "1.015"));
  right = import_text (self, SPIL_ENTITY_ORGANISATION, "Bedrijf;Medewerkers\nA;1\nB;2\nTotaal:;3\n");
  g_assert_cmpuint (right->notes->len, ==, 1);
  g_assert_null (strstr (right->notes->pdata[0], "add up"));
}

static void
test_no_headers (ExchangeFixture *self, gconstpointer data)
{
  g_autofree char *path = write_table (self, "lijst.csv",
                                       "12345678;Zonder Kop BV;8011 AB;info@kop.example\n"
                                       "87654321;Ook Zonder;8011AC;post@zonder.example\n");
  g_autoptr (SpilImportLook) look = look_at (self, path, SPIL_ENTITY_ORGANISATION);
  g_autoptr (SpilImportReport) report = NULL;
  static const int fields[] = { SPIL_ORGANISATION_KVK_NUMBER, SPIL_ORGANISATION_NAME,
                                SPIL_ORGANISATION_POSTCODE, SPIL_ORGANISATION_EMAIL };

  g_assert_cmpint (look->plan->header_row, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_assert_cmpint (spil_import_plan_get_column (look->plan, i)->field, ==, fields[i]);
  report = import_plan (self, path, look->plan);
  assert_counts (report, 2, 0, 0, 0);
}

static void
test_remembers (ExchangeFixture *self, gconstpointer data)
{
  g_autofree char *path = write_table (self, "lijst.csv", "Zaak;Iets raars\nRaar BV;Kampen\n");
  g_autoptr (SpilImportLook) look = look_at (self, path, SPIL_ENTITY_ORGANISATION);
  g_autoptr (SpilImportLook) later = NULL;
  g_autoptr (SpilImportReport) report = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (spil_import_plan_has (look->plan, look->plan->entity, SPIL_ORGANISATION_TOWN));
  look->plan->header_row = 1;
  g_assert_true (spil_import_plan_map (look->plan, 0, "name", &error));
  g_assert_true (spil_import_plan_map (look->plan, 1, "town", &error));
  g_assert_false (spil_import_plan_map (look->plan, 1, "toown", &error));
  g_assert_error (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_UNKNOWN);
  g_free (g_steal_pointer (&path));
  path = write_table (self, "lijst.csv", "Zaak;Iets raars\nRaar BV;Kampen 2\n");
  spil_import_look_free (g_steal_pointer (&look));
  {
    g_autoptr (SpilImportLook)
        again = spil_import_look (self->store, path, spil_entity (SPIL_ENTITY_ORGANISATION), NULL, 1, NULL);

    spil_import_plan_map (again->plan, 0, "name", NULL);
    spil_import_plan_map (again->plan, 1, "town", NULL);
    report = import_plan (self, path, again->plan);
  }
  later = spil_import_look (self->store, path, spil_entity (SPIL_ENTITY_ORGANISATION), NULL, 1, NULL);
  g_assert_true (later->remembered);
  g_assert_true (spil_import_plan_has (later->plan, later->plan->entity, SPIL_ORGANISATION_TOWN));
}

static void
test_undo (ExchangeFixture *self, gconstpointer data)
{
  g_autoptr (SpilImportReport) first = import_text (self, SPIL_ENTITY_ORGANISATION, LIST);
  g_autofree char *before = digest_of (self);
  g_autofree char *after = NULL;
  g_autoptr (SpilImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  SpilSeriesUndone undone;

  report = import_text (self, SPIL_ENTITY_ORGANISATION,
                        "Naam;KvK;Medewerkers;Contactpersoon;Fase\n"
                        "Verzonnen Staal;12345678;7;Jo Verzonnen;2\n"
                        "Nieuw erbij;;3;Nieuw Iemand;1\n");
  assert_counts (report, 1, 1, 0, 0);
  g_assert_true (spil_import_undo (self->store, report->id, &undone, &error));
  g_assert_no_error (error);
  g_assert_cmpint (undone.left, ==, 0);
  after = digest_of (self);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (exchange_fixture_count (self, SPIL_ENTITY_IMPORT_RUN), ==, 1);
  assert_sound (self);
}

static void
cancel_at_half (double share, int64_t rows, gpointer user_data)
{
  if (rows > 900)
    g_cancellable_cancel (user_data);
}

static void
test_cancel (ExchangeFixture *self, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("Naam;Plaats\n");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (SpilImportLook) look = NULL;
  g_autoptr (SpilImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = digest_of (self);
  g_autofree char *after = NULL;
  g_autofree char *path = NULL;

  for (int i = 0; i < 2000; i++)
    g_string_append_printf (text, "Bedrijf %d;Zwolle\n", i);
  path = write_table (self, "lijst.csv", text->str);
  look = look_at (self, path, SPIL_ENTITY_ORGANISATION);
  report = spil_import_run (self->store, path, look->plan, FALSE, cancel_at_half, cancellable, cancellable,
                            &error);
  g_assert_null (report);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = digest_of (self);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (exchange_fixture_count (self, SPIL_ENTITY_ORGANISATION), ==, PARTNERS);
  assert_sound (self);
}

static void
test_likely (ExchangeFixture *self, gconstpointer data)
{
  g_autoptr (SpilImportReport)
      first = import_text (self, SPIL_ENTITY_ORGANISATION,
                           "Naam;Plaats;Telefoon algemeen;Website\n"
                           "Bedacht Bouw;Zwolle;038 123 45 67;www.bedachtbouw.example\n");
  g_autofree char *path = write_table (
      self, "lijst.csv",
      "Naam;Plaats;Telefoon algemeen;Website\n"
      "Bouwbedrijf Bedacht;Zwolle;+31381234567;https://bedachtbouw.example\n");
  g_autoptr (SpilImportLook) look = look_at (self, path, SPIL_ENTITY_ORGANISATION);
  g_autoptr (SpilImportReport) left = NULL;
  g_autoptr (SpilImportReport) added = NULL;
  const SpilImportLikely *likely;

  look->plan->leave_likely = TRUE;
  left = import_plan (self, path, look->plan);
  assert_counts (left, 0, 0, 1, 0);
  g_assert_cmpint (left->n_likely, ==, 1);
  likely = left->likely->pdata[0];
  g_assert_cmpstr (likely->existing_name, ==, "Bedacht Bouw");
  g_assert_cmpint (likely->row, ==, 2);
  look->plan->leave_likely = FALSE;
  added = import_plan (self, path, look->plan);
  assert_counts (added, 1, 0, 0, 0);
  g_assert_cmpint (added->n_likely, ==, 1);
}

static void
test_stage (ExchangeFixture *self, gconstpointer data)
{
  g_autoptr (SpilImportReport)
      first = import_text (self, SPIL_ENTITY_ORGANISATION, "Naam;Fase\nTrede BV;1\n");
  g_autoptr (SpilImportReport)
      second = import_text (self, SPIL_ENTITY_ORGANISATION, "Naam;Fase\nTrede BV;3\n");
  g_autoptr (GPtrArray) steps = exchange_fixture_list (self, SPIL_ENTITY_STAGE_CHANGE);

  assert_counts (second, 0, 1, 0, 0);
  g_assert_cmpuint (steps->len, ==, 2);
  for (guint i = 0; i < steps->len; i++)
    g_assert_nonnull (
        strstr (spil_record_get_text (steps->pdata[i], SPIL_STAGE_CHANGE_EVIDENCE), "lijst.csv"));
}

/* A list of something else: persons with the organisation that they work at. */
static void
test_other_entities (ExchangeFixture *self, gconstpointer data)
{
  g_autoptr (SpilImportReport) employers = import_text (self, SPIL_ENTITY_ORGANISATION, LIST);
  g_autoptr (SpilImportReport) persons = import_text (self, SPIL_ENTITY_PERSON,
                                                      "Naam;Organisatie;Functie;Niveau\n"
                                                      "Jo Verzonnen;Verzonnen Staal;Directeur;Directie\n"
                                                      "Nieuw Hier;12345678;;\n"
                                                      "Zwerver;Bestaat niet;;\n"
                                                      ";Bedacht Zorg;;\n");
  g_autoptr (SpilImportReport) contacts = NULL;
  g_autoptr (SpilImportReport) again = NULL;
  const char *text = "Organisatie;Datum;Soort;Notitie\nBedacht Zorg;31-7-2018;bezoek;Over de fiets\n"
                     "Bedacht Zorg;1 aug 2018;gebeld;\n";

  assert_counts (persons, 1, 1, 0, 2);
  contacts = import_text (self, SPIL_ENTITY_CONTACT, text);
  assert_counts (contacts, 2, 0, 0, 0);
  again = import_text (self, SPIL_ENTITY_CONTACT, text);
  assert_counts (again, 0, 0, 2, 0);
}

static void
test_saves_refused (ExchangeFixture *self, gconstpointer data)
{
  g_autofree char *path = write_table (self, "lijst.csv", "Naam;KvK\nGoed;12345678\n=Fout;12\n");
  g_autofree char *to = exchange_fixture_path (self, "geweigerd.csv");
  g_autoptr (SpilImportLook) look = look_at (self, path, SPIL_ENTITY_ORGANISATION);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (spil_import_save_refused (self->store, path, look->plan, to, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (to, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "Naam,KvK,"));
  g_assert_nonnull (strstr (content, "'=Fout,12,"));
  g_assert_null (strstr (content, "Goed"));
  g_assert_cmpint (exchange_fixture_count (self, SPIL_ENTITY_ORGANISATION), ==, PARTNERS);
}

/* Our own export comes back as it went. */
static void
test_own_export (ExchangeFixture *self, gconstpointer data)
{
  g_autoptr (SpilImportReport) first = import_text (self, SPIL_ENTITY_ORGANISATION, LIST);
  g_autoptr (SpilRecord) row = row_called (self, SPIL_ENTITY_ORGANISATION, "Bedacht Zorg");
  g_autofree char *id = spil_id_dup_text (spil_record_get_id (row));
  g_autofree char *text = g_strdup_printf (
      "id,programme,name,kind,kvk_number\r\n%s,,Heel Anders,government,\r\n", id);
  g_autoptr (SpilImportReport) report = import_text (self, SPIL_ENTITY_ORGANISATION, text);
  g_autoptr (SpilRecord) after = row_called (self, SPIL_ENTITY_ORGANISATION, "Heel Anders");

  assert_counts (report, 0, 1, 0, 0);
  g_assert_true (spil_id_equal (spil_record_get_id (after), spil_record_get_id (row)));
  g_assert_cmpint (spil_record_get_integer (after, SPIL_ORGANISATION_KIND), ==,
                   SPIL_ORGANISATION_KIND_GOVERNMENT);
}

static void
test_nothing_to_do (ExchangeFixture *self, gconstpointer data)
{
  g_autofree char *path = write_table (self, "lijst.csv", "Straat;Plaats\nWeg;Zwolle\n");
  g_autoptr (SpilImportLook) look = look_at (self, path, SPIL_ENTITY_ORGANISATION);
  g_autoptr (GError) error = NULL;

  spil_import_plan_map (look->plan, 0, "street", NULL);
  spil_import_plan_map (look->plan, 1, "town", NULL);
  g_assert_null (spil_import_run (self->store, path, look->plan, TRUE, NULL, NULL, NULL, &error));
  g_assert_error (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_setenv ("SPIL_TODAY", "2018-10-01", TRUE);
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) \
  g_test_add ("/exchange/import/" path, ExchangeFixture, NULL, use_template, func, exchange_fixture_tear_down)
  ADD ("whole-row", test_whole_row);
  ADD ("again", test_again);
  ADD ("twice-in-one-table", test_twice_in_one_table);
  ADD ("refusals", test_refusals);
  ADD ("awkward-shape", test_awkward_shape);
  ADD ("no-headers", test_no_headers);
  ADD ("remembers", test_remembers);
  ADD ("undo", test_undo);
  ADD ("cancel", test_cancel);
  ADD ("likely", test_likely);
  ADD ("stage", test_stage);
  ADD ("other-entities", test_other_entities);
  ADD ("saves-refused", test_saves_refused);
  ADD ("own-export", test_own_export);
  ADD ("nothing-to-do", test_nothing_to_do);
#undef ADD
  return g_test_run ();
}
