// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-employer-texts.h"

#include <glib/gi18n-lib.h>

#include "spil-record-words.h"

/* Parts with a dot between, those that say nothing left out */

static void
add_text (GStrvBuilder *builder, const char *text)
{
  if (text != NULL && text[0] != '\0')
    g_strv_builder_add (builder, text);
}

static void
add_field (GStrvBuilder *builder, SpilRecord *record, int field)
{
  g_autofree char *text = spil_record_is_null (record, field) ? NULL : spil_record_format (record, field);

  add_text (builder, text);
}

// @format has one %s, for the value.
static void
add_words (GStrvBuilder *builder, const char *format, SpilRecord *record, int field)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) halves = g_strsplit (format, "%s", 2);

  if (spil_record_is_null (record, field))
    return;
  text = spil_record_format (record, field);
  g_strv_builder_take (builder, g_strconcat (halves[0], text, halves[1], NULL));
}

static char *
join (GStrvBuilder *builder, const char *separator)
{
  g_auto (GStrv) parts = g_strv_builder_end (builder);

  return g_strjoinv (separator, parts);
}

char *
spil_employer_dup_address (const char *street, const char *number, const char *postcode, const char *town)
{
  g_autoptr (GStrvBuilder) first = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) second = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) both = g_strv_builder_new ();
  g_autofree char *line = NULL;
  g_autofree char *place = NULL;
  g_autofree char *all = NULL;

  add_text (first, street);
  add_text (first, number);
  add_text (second, postcode);
  add_text (second, town);
  line = join (first, " ");
  place = join (second, " ");
  add_text (both, line);
  add_text (both, place);
  all = join (both, ", ");
  return all[0] != '\0' ? g_steal_pointer (&all) : NULL;
}

gboolean
spil_employer_person_is_due (SpilRecord *person)
{
  SpilDay until = spil_record_get_day (person, SPIL_PERSON_RETENTION_DATE);

  return spil_day_is_known (until) && spil_day_compare (until, spil_day_today ()) <= 0 &&
         !spil_record_is_null (person, SPIL_PERSON_NAME);
}

char *
spil_employer_person_subtitle (SpilRecord *person, const SpilEmployerData *employer)
{
  g_autoptr (GStrvBuilder) role = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) reach = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  add_field (role, person, SPIL_PERSON_FUNCTION);
  add_field (role, person, SPIL_PERSON_LEVEL);
  add_field (role, person, SPIL_PERSON_ROLES);
  if (employer->sites->len > 1)
    add_text (role, spil_employer_data_title (employer, person, SPIL_PERSON_SITE));
  add_field (reach, person, SPIL_PERSON_PHONE);
  add_field (reach, person, SPIL_PERSON_EMAIL);
  first = join (role, " · ");
  second = join (reach, "\n");
  add_text (lines, first);
  add_text (lines, second);
  if (spil_employer_person_is_due (person))
    add_text (lines, _ ("kept long enough: to erase"));
  return join (lines, "\n");
}

static char *
dup_site_address (SpilRecord *site)
{
  return spil_employer_dup_address (
      spil_record_get_text (site, SPIL_SITE_STREET), spil_record_get_text (site, SPIL_SITE_HOUSE_NUMBER),
      spil_record_get_text (site, SPIL_SITE_POSTCODE), spil_record_get_text (site, SPIL_SITE_TOWN));
}

char *
spil_employer_site_title (SpilRecord *site, gpointer data)
{
  g_autofree char *address = NULL;

  if (!spil_record_is_null (site, SPIL_SITE_NAME))
    return spil_record_dup_one_line (site);
  address = dup_site_address (site);
  return address != NULL ? g_steal_pointer (&address) : spil_record_dup_one_line (site);
}

char *
spil_employer_site_subtitle (SpilRecord *site, gpointer data)
{
  const SpilEmployerData *employer = *(SpilEmployerData **) data;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autofree char *facts = NULL;
  g_autofree char *address = NULL;

  add_text (builder, spil_employer_data_title (employer, site, SPIL_SITE_AREA));
  add_words (builder, _ ("%s staff"), site, SPIL_SITE_STAFF_COUNT);
  add_words (builder, _ ("%s parking places"), site, SPIL_SITE_PARKING_PLACES);
  facts = join (builder, " · ");
  address = spil_record_is_null (site, SPIL_SITE_NAME) ? NULL : dup_site_address (site);
  add_text (lines, address);
  add_text (lines, facts);
  add_field (lines, site, SPIL_SITE_TRAVEL);
  return join (lines, "\n");
}

char *
spil_employer_application_subtitle (SpilRecord *application, gpointer data)
{
  const SpilEmployerData *employer = *(SpilEmployerData **) data;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  add_field (builder, application, SPIL_APPLICATION_STATE);
  if (!spil_record_is_null (application, SPIL_APPLICATION_SETTLED))
    add_words (builder, C_ ("application", "settled at %s"), application, SPIL_APPLICATION_SETTLED);
  else if (!spil_record_is_null (application, SPIL_APPLICATION_AWARDED))
    add_words (builder, C_ ("application", "awarded %s"), application, SPIL_APPLICATION_AWARDED);
  else
    add_words (builder, C_ ("application", "asked %s"), application, SPIL_APPLICATION_ASKED);
  add_words (builder, _ ("received on %s"), application, SPIL_APPLICATION_RECEIVED);
  add_text (builder, spil_employer_data_title (employer, application, SPIL_APPLICATION_SCHEME));
  return join (builder, " · ");
}

char *
spil_employer_statement_subtitle (SpilRecord *statement, gpointer data)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  add_words (builder, _ ("signed on %s"), statement, SPIL_STATEMENT_SIGNED_ON);
  add_field (builder, statement, SPIL_STATEMENT_LEVEL);
  add_words (builder, _ ("review on %s"), statement, SPIL_STATEMENT_REVIEW_DATE);
  return join (builder, " · ");
}
