// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "pdf-fixture.h"
#include "spil-pdf.h"
#include "spil-template.h"
#include "spil-visit-document.h"

#define DAY "2018-11-15"

/* A database on the plan with one employer, and where its sheet goes. */
typedef struct
{
  char *folder;
  char *out;
  SpilStore *store;
  SpilId employer;
} Fixture;

static void
commit (Fixture *self, SpilRecord *record)
{
  SpilAction *action = spil_action_new ("proef");
  GError *error = NULL;

  spil_action_add (action, record);
  spil_store_commit (self->store, action, &error);
  g_assert_no_error (error);
  spil_action_free (action);
}

static SpilRecord *
begin (Fixture *self, SpilEntityNumber entity, int organisation_field)
{
  SpilRecord *record = spil_record_new (spil_entity (entity), spil_id_new ());

  if (organisation_field != 0)
    spil_record_set_reference (record, organisation_field, self->employer);
  return record;
}

static void
add_employer (Fixture *self)
{
  g_autoptr (SpilRecord) record = begin (self, SPIL_ENTITY_ORGANISATION, 0);

  spil_record_set_text (record, SPIL_ORGANISATION_NAME, "Voorbeeld & Zonen <BV>");
  spil_record_set_integer (record, SPIL_ORGANISATION_KIND, SPIL_ORGANISATION_KIND_EMPLOYER);
  spil_record_set_text (record, SPIL_ORGANISATION_STREET, "Proefweg");
  spil_record_set_text (record, SPIL_ORGANISATION_HOUSE_NUMBER, "12");
  spil_record_set_text (record, SPIL_ORGANISATION_TOWN, "Zwolle");
  self->employer = spil_record_get_id (record);
  commit (self, record);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (SpilTemplate) template = NULL;
  g_autoptr (SpilAction) action = NULL;
  GError *error = NULL;

  self->folder = fixture_make_folder ();
  self->out = fixture_make_folder ();
  self->store = spil_store_create (self->folder, &error);
  g_assert_no_error (error);
  template = spil_template_load (NULL, "werkgeversaanpak-2018", &error);
  g_assert_no_error (error);
  action = spil_template_make_action (template, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  spil_store_commit_bulk (self->store, action, &error);
  g_assert_no_error (error);
  add_employer (self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  spil_store_close (self->store);
  fixture_remove_folder (self->folder);
  fixture_remove_folder (self->out);
}

static SpilDay
today (void)
{
  SpilDay day = SPIL_DAY_NONE;

  g_assert_true (spil_day_parse (DAY, &day));
  return day;
}

static SpilVisitData *
gather (Fixture *self, SpilId id)
{
  GError *error = NULL;
  SpilVisitData *data = spil_visit_data_new (self->store, id, today (), &error);

  g_assert_no_error (error);
  return data;
}

static const SpilVisitChapter *
chapter (const SpilVisitSheet *sheet, SpilVisitPart part)
{
  const SpilVisitChapter *chapter = sheet->sections->pdata[part];

  g_assert_cmpint (chapter->part, ==, part);
  return chapter;
}

static const SpilVisitLine *
line (const SpilVisitSheet *sheet, SpilVisitPart part, guint at)
{
  g_assert_cmpuint (chapter (sheet, part)->lines->len, >, at);
  return chapter (sheet, part)->lines->pdata[at];
}

static void
add_promise (Fixture *self, const char *text, int days, const char *by, int state)
{
  g_autoptr (SpilRecord) promise = begin (self, SPIL_ENTITY_PROMISE, SPIL_PROMISE_ORGANISATION);

  spil_record_set_text (promise, SPIL_PROMISE_TEXT, text);
  spil_record_set_day (promise, SPIL_PROMISE_DUE, spil_day_add (today (), days));
  spil_record_set_text (promise, SPIL_PROMISE_BY, by);
  spil_record_set_integer (promise, SPIL_PROMISE_STATE, state);
  commit (self, promise);
}

static void
add_contact (Fixture *self, int days_ago, const char *note, int64_t needs)
{
  g_autoptr (SpilRecord) contact = begin (self, SPIL_ENTITY_CONTACT, SPIL_CONTACT_ORGANISATION);
  const int64_t day = spil_day_add (today (), -days_ago).number;

  spil_record_set_integer (contact, SPIL_CONTACT_TIME, day * G_GINT64_CONSTANT (86400000) + 36000000);
  spil_record_set_integer (contact, SPIL_CONTACT_KIND, SPIL_CONTACT_KIND_VISITED);
  spil_record_set_text (contact, SPIL_CONTACT_SUMMARY, note);
  if (needs != 0)
    spil_record_set_integer (contact, SPIL_CONTACT_NEEDS, needs);
  commit (self, contact);
}

/* Of an employer of which nothing is known but its name, that is what is said. */
static void
test_nothing (Fixture *self, gconstpointer data)
{
  g_autoptr (SpilVisitData) visit = gather (self, self->employer);
  g_autoptr (SpilVisitSheet) sheet = spil_visit_sheet_new (visit, 0);
  g_autofree char *nothing = spil_visit_sheet_dup_nothing (sheet);

  g_assert_cmpstr (sheet->name, ==, "Voorbeeld & Zonen <BV>");
  g_assert_cmpstr (sheet->address, ==, "Proefweg 12, Zwolle");
  g_assert_nonnull (strstr (nothing, chapter (sheet, SPIL_VISIT_SCAN)->nothing));
  g_assert_nonnull (strstr (nothing, chapter (sheet, SPIL_VISIT_PEOPLE)->nothing));
  /* The fund of the plan is there for everybody. */
  g_assert_cmpuint (chapter (sheet, SPIL_VISIT_FUND)->lines->len, ==, 1);
}

/* The overdue ones first and marked; what is kept is left out; whose it is. */
static void
test_promises (Fixture *self, gconstpointer data)
{
  g_autoptr (SpilVisitData) visit = NULL;
  g_autoptr (SpilVisitSheet) sheet = NULL;
  const SpilVisitChapter *promises;

  add_promise (self, "Offerte sturen", 10, "Makelaar", SPIL_ACTION_STATE_OPEN);
  add_promise (self, "Stalling bouwen", -10, NULL, SPIL_ACTION_STATE_OPEN);
  add_promise (self, "Vandaag bellen", 0, NULL, SPIL_ACTION_STATE_OPEN);
  add_promise (self, "Al gedaan", -20, NULL, SPIL_ACTION_STATE_DONE);
  visit = gather (self, self->employer);
  sheet = spil_visit_sheet_new (visit, 0);
  promises = chapter (sheet, SPIL_VISIT_PROMISES);
  g_assert_cmpuint (promises->lines->len, ==, 3);
  g_assert_cmpstr (line (sheet, SPIL_VISIT_PROMISES, 0)->text, ==, "Stalling bouwen");
  g_assert_true (line (sheet, SPIL_VISIT_PROMISES, 0)->late);
  g_assert_nonnull (strstr (line (sheet, SPIL_VISIT_PROMISES, 0)->end, "05-11-2018"));
  g_assert_false (line (sheet, SPIL_VISIT_PROMISES, 1)->late);
  g_assert_cmpstr (line (sheet, SPIL_VISIT_PROMISES, 2)->detail, ==, "Makelaar");
}

/* The newest first, no more than asked for, and how many more there are; the needs of a year only. */
static void
test_contacts (Fixture *self, gconstpointer data)
{
  g_autoptr (SpilVisitData) visit = NULL;
  g_autoptr (SpilVisitSheet) sheet = NULL;
  g_autofree char *more = NULL;

  for (int i = 0; i < 20; i++) {
    g_autofree char *note = g_strdup_printf ("Notitie %d\nvan twee regels", i);

    add_contact (self, i * 30, note, i < 2 ? 1 << SPIL_NEED_BICYCLE : i > 15 ? 1 << SPIL_NEED_PARKING : 0);
  }
  visit = gather (self, self->employer);
  sheet = spil_visit_sheet_new (visit, 4);
  g_assert_cmpuint (chapter (sheet, SPIL_VISIT_CONTACTS)->lines->len, ==, 4);
  g_assert_true (g_str_has_prefix (line (sheet, SPIL_VISIT_CONTACTS, 0)->text, "15-11-2018"));
  g_assert_cmpstr (line (sheet, SPIL_VISIT_CONTACTS, 1)->detail, ==, "Notitie 1 van twee regels");
  g_assert_nonnull (strstr (chapter (sheet, SPIL_VISIT_CONTACTS)->more, "16"));
  g_assert_cmpuint (chapter (sheet, SPIL_VISIT_NEEDS)->lines->len, ==, 1);
  g_assert_nonnull (strstr (line (sheet, SPIL_VISIT_NEEDS, 0)->text, "2×"));
  g_assert_null (strstr (line (sheet, SPIL_VISIT_NEEDS, 0)->text, "·"));
}

static void
test_scan (Fixture *self, gconstpointer data)
{
  static const int people[] = { 10, 60, 30 };
  g_autoptr (SpilRecord) scan = begin (self, SPIL_ENTITY_SCAN, SPIL_SCAN_ORGANISATION);
  g_autoptr (SpilRecord) comparison = NULL;
  g_autoptr (SpilVisitData) visit = NULL;
  g_autoptr (SpilVisitSheet) sheet = NULL;

  spil_record_set_integer (scan, SPIL_SCAN_KIND, SPIL_MEASUREMENT_KIND_ZERO);
  spil_record_set_day (scan, SPIL_SCAN_DATE, spil_day_add (today (), -40));
  commit (self, scan);
  for (gsize i = 0; i < G_N_ELEMENTS (people); i++) {
    g_autoptr (SpilRecord) arrival = begin (self, SPIL_ENTITY_SCAN_ARRIVAL, 0);

    spil_record_set_reference (arrival, SPIL_SCAN_ARRIVAL_SCAN, spil_record_get_id (scan));
    spil_record_set_integer (arrival, SPIL_SCAN_ARRIVAL_WEEKDAY, SPIL_WEEKDAY_TUESDAY);
    spil_record_set_integer (arrival, SPIL_SCAN_ARRIVAL_HOUR, 7 + (int) i);
    spil_record_set_integer (arrival, SPIL_SCAN_ARRIVAL_PEOPLE, people[i]);
    commit (self, arrival);
  }
  // Later, but about another.
  comparison = begin (self, SPIL_ENTITY_SCAN, SPIL_SCAN_ORGANISATION);
  spil_record_set_integer (comparison, SPIL_SCAN_KIND, SPIL_MEASUREMENT_KIND_COMPARISON);
  spil_record_set_day (comparison, SPIL_SCAN_DATE, spil_day_add (today (), -4));
  commit (self, comparison);
  visit = gather (self, self->employer);
  sheet = spil_visit_sheet_new (visit, 0);
  g_assert_cmpuint (chapter (sheet, SPIL_VISIT_SCAN)->lines->len, ==, 1);
  g_assert_nonnull (strstr (line (sheet, SPIL_VISIT_SCAN, 0)->detail, "tussen 8 en 9 uur"));
}

/* What was merged into another shows there, and its sheet is that one's. */
static void
test_merged (Fixture *self, gconstpointer data)
{
  SpilId head = self->employer;
  g_autoptr (SpilRecord) other = begin (self, SPIL_ENTITY_ORGANISATION, 0);
  g_autoptr (SpilRecord) after = NULL;
  g_autoptr (SpilAction) action = spil_action_new ("samengevoegd");
  g_autoptr (SpilVisitData) visit = NULL;
  GError *error = NULL;

  spil_record_set_text (other, SPIL_ORGANISATION_NAME, "Voorbeeld en Zn.");
  spil_record_set_integer (other, SPIL_ORGANISATION_KIND, SPIL_ORGANISATION_KIND_EMPLOYER);
  commit (self, other);
  self->employer = spil_record_get_id (other);
  add_promise (self, "Van de ander", 3, NULL, SPIL_ACTION_STATE_OPEN);
  add_contact (self, 3, "Met de ander gesproken", 0);
  after = spil_record_copy (other);
  spil_record_set_reference (after, SPIL_ORGANISATION_MERGED_INTO, head);
  spil_action_set (action, other, after);
  spil_store_commit (self->store, action, &error);
  g_assert_no_error (error);
  visit = gather (self, self->employer);
  g_assert_true (spil_id_equal (visit->id, head));
  g_assert_cmpuint (visit->promises->len, ==, 1);
  g_assert_cmpint (visit->n_contacts, ==, 1);
}

static void
add_person (Fixture *self, int index)
{
  g_autoptr (SpilRecord) person = begin (self, SPIL_ENTITY_PERSON, SPIL_PERSON_ORGANISATION);
  g_autofree char *name = g_strdup_printf ("Proef Persoon %d", index);

  spil_record_set_text (person, SPIL_PERSON_NAME, name);
  spil_record_set_text (person, SPIL_PERSON_PHONE, "038 000 0000");
  commit (self, person);
}

/* However much there is to tell of the past: one page, in both formats. */
static void
test_one_page (Fixture *self, gconstpointer data)
{
  g_autofree char *pdf = g_build_filename (self->out, "bezoek.pdf", NULL);
  g_autofree char *odt = g_build_filename (self->out, "bezoek.odt", NULL);
  g_autofree char *text = NULL;
  GError *error = NULL;

  for (int i = 0; i < 40; i++)
    add_contact (
        self, i * 8,
        "Een lang gesprek over fietsen, parkeren en de bus. Alles is besproken en niets is besloten. Volgende "
        "keer komt de directie erbij, en nemen wij de cijfers van de buren mee, want daar vroeg men naar. "
        "Ook de plannen voor de nieuwe weg kwamen langs.",
        1 << SPIL_NEED_BICYCLE);
  for (int i = 0; i < 10; i++) {
    add_promise (self, "Stalling bouwen", -10, NULL, SPIL_ACTION_STATE_OPEN);
    add_person (self, i);
  }
  for (int i = 0; i < 2; i++) {
    g_assert_true (spil_visit_write (self->store, self->employer, i == 0 ? pdf : odt, NULL, &error));
    g_assert_no_error (error);
  }
  g_assert_cmpint (fixture_count_files (self->out), ==, 2);
  g_assert_cmpint (fixture_pdf_pages (pdf), ==, 1);
  text = fixture_pdf_text (pdf, 1);
  g_assert_nonnull (strstr (text, "Voorbeeld & Zonen <BV>"));
  g_assert_nonnull (strstr (text, "Stalling bouwen"));
  g_assert_nonnull (strstr (text, "15-11-2018"));
  g_assert_cmpint (fixture_count (text, "Een lang gesprek"), >=, 3);
}

static void
test_unknown (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->out, "bezoek.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (spil_visit_write (self->store, spil_id_new (), path, NULL, &error));
  g_assert_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOT_FOUND);
  g_assert_cmpint (fixture_count_files (self->out), ==, 0);
}

static void
test_file_name (void)
{
  g_autofree char *name = spil_visit_dup_file_name ("A/B: \"C\"?", today ());

  g_assert_null (strpbrk (name, "/\\:*?\"<>|"));
  g_assert_true (g_str_has_suffix (name, DAY));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("SPIL_LOCALE_DIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_setenv ("SPIL_TODAY", DAY, TRUE);
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add ("/visit/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("nothing", test_nothing);
  ADD ("promises", test_promises);
  ADD ("contacts", test_contacts);
  ADD ("scan", test_scan);
  ADD ("merged", test_merged);
  ADD ("one-page", test_one_page);
  ADD ("unknown", test_unknown);
#undef ADD
  g_test_add_func ("/visit/file-name", test_file_name);
  return g_test_run ();
}
