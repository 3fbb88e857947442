// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What is known of the people, the places and what was said. */
#include <glib/gi18n-lib.h>

#include "spil-number.h"
#include "spil-relation-query.h"
#include "spil-visit-private.h"

/* Signs of a note, and of other texts, that a sheet has room for. */
#define MOST_OF_A_NOTE 260
#define MOST_OF_A_TEXT 160

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

void
spil_visit_say_people (SpilVisitChapter *section, const SpilVisitData *data)
{
  for (guint i = 0; i < data->persons->len; i++) {
    SpilRecord *person = data->persons->pdata[i];
    g_autofree char *function = spil_visit_field (person, SPIL_PERSON_FUNCTION);
    g_autofree char *level = spil_visit_field (person, SPIL_PERSON_LEVEL);
    g_autofree char *roles = spil_visit_field (person, SPIL_PERSON_ROLES);
    g_autofree char *phone = spil_visit_field (person, SPIL_PERSON_PHONE);

    /* Erased: only that somebody was here is left. */
    if (spil_record_is_null (person, SPIL_PERSON_NAME))
      continue;
    spil_visit_add_record (section, person, spil_visit_field (person, SPIL_PERSON_NAME),
                           spil_visit_join (or_empty (function), or_empty (level), or_empty (roles), NULL),
                           phone != NULL ? g_steal_pointer (&phone)
                                         : spil_visit_field (person, SPIL_PERSON_EMAIL));
  }
}

void
spil_visit_say_sites (SpilVisitChapter *section, const SpilVisitData *data)
{
  for (guint i = 0; i < data->sites->len; i++) {
    SpilRecord *site = data->sites->pdata[i];
    g_autofree char *name = spil_visit_field (site, SPIL_SITE_NAME);
    g_autofree char *address = spil_visit_address (site, SPIL_SITE_STREET, SPIL_SITE_HOUSE_NUMBER,
                                                   SPIL_SITE_POSTCODE, SPIL_SITE_TOWN);
    g_autofree char *staff = spil_visit_words (_ ("%s staff"), site, SPIL_SITE_STAFF_COUNT);
    g_autofree char *parking = spil_visit_words (_ ("%s parking places"), site, SPIL_SITE_PARKING_PLACES);
    char *text = spil_visit_join (or_empty (name), or_empty (address), NULL);

    spil_visit_add_record (section, site, text != NULL ? text : g_strdup (_ ("Site")),
                           g_strdup (spil_visit_data_title (data, site, SPIL_SITE_AREA)),
                           spil_visit_join (or_empty (staff), or_empty (parking), NULL));
  }
}

void
spil_visit_say_travel (SpilVisitChapter *section, const SpilVisitData *data)
{
  for (guint i = 0; i < data->sites->len; i++) {
    SpilRecord *site = data->sites->pdata[i];
    const char *travel = spil_record_get_text (site, SPIL_SITE_TRAVEL);
    g_autofree char *name = NULL;
    g_autofree char *text = NULL;

    if (travel == NULL || *travel == '\0')
      continue;
    text = spil_visit_one_line (travel, 2 * MOST_OF_A_NOTE);
    if (data->sites->len > 1)
      name = spil_visit_field (site, SPIL_SITE_NAME);
    spil_visit_add_record (section, site,
                           name != NULL ? g_strconcat (name, ": ", text, NULL) : g_strdup (text), NULL, NULL);
  }
}

static char *
dup_contact_kind (const SpilTimelineEntry *entry)
{
  return g_strdup (spil_field_choice_label (
      spil_entity_field (spil_entity (SPIL_ENTITY_CONTACT), SPIL_CONTACT_KIND), entry->choice));
}

void
spil_visit_say_contacts (SpilVisitChapter *section, const SpilVisitData *data, guint most)
{
  int64_t left = data->n_contacts;

  for (guint i = 0; i < data->contacts->len && (most == 0 || section->lines->len < most); i++) {
    const SpilTimelineEntry *entry = data->contacts->pdata[i];
    g_autofree char *day = spil_day_format (spil_time_day (entry->time));
    g_autofree char *kind = dup_contact_kind (entry);
    g_autofree char *note = spil_visit_one_line (entry->title, MOST_OF_A_NOTE);
    g_autofree char *outcome = spil_visit_one_line (entry->detail, MOST_OF_A_TEXT);
    SpilVisitLine *line;

    left--;
    /* What was corrected is said by the one that corrects it. */
    if (entry->reversed)
      continue;
    line = spil_visit_add_line (section, spil_visit_join (day, or_empty (kind), or_empty (entry->who), NULL),
                                spil_visit_join (or_empty (note), or_empty (outcome), NULL), NULL);
    line->entity = SPIL_ENTITY_CONTACT;
    line->id = entry->id;
  }
  if (left > 0)
    section->more = g_strdup_printf (ngettext ("%d earlier one", "%d earlier ones", (gulong) left),
                                     (int) left);
}

void
spil_visit_say_needs (SpilVisitChapter *section, const SpilVisitData *data)
{
  const SpilField *field = spil_entity_field (spil_entity (SPIL_ENTITY_CONTACT), SPIL_CONTACT_NEEDS);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < data->needs->len; i++) {
    const SpilNeedCount *need = &g_array_index (data->needs, SpilNeedCount, i);

    g_string_append_printf (all, "%s%s\u00a0%d×", all->len > 0 ? " · " : "",
                            spil_field_choice_label (field, need->need), need->count);
  }
  if (all->len > 0)
    spil_visit_add_line (section, g_strdup (all->str), NULL, NULL);
}

void
spil_visit_say_actions (SpilVisitChapter *section, const SpilVisitData *data)
{
  for (guint i = 0; i < data->actions->len; i++) {
    SpilRecord *action = data->actions->pdata[i];
    gboolean late;
    char *due = spil_visit_due (data, spil_record_get_day (action, SPIL_NEXT_ACTION_DUE), &late);

    spil_visit_add_record (section, action,
                           spil_visit_one_line (spil_record_get_title (action), MOST_OF_A_TEXT),
                           spil_visit_field (action, SPIL_NEXT_ACTION_OWNER), due)
        ->late = late;
  }
}

/* A promise is the employer's own unless it says whose it is. */
static void
say_promise (SpilVisitChapter *section, const SpilVisitData *data, SpilRecord *promise)
{
  gboolean late;
  char *due = spil_visit_due (data, spil_record_get_day (promise, SPIL_PROMISE_DUE), &late);
  char *by = spil_visit_field (promise, SPIL_PROMISE_BY);

  spil_visit_add_record (section, promise,
                         spil_visit_one_line (spil_record_get_title (promise), MOST_OF_A_TEXT),
                         by != NULL ? by : g_strdup (_ ("the employer")), due)
      ->late = late;
}

void
spil_visit_say_promises (SpilVisitChapter *section, const SpilVisitData *data)
{
  for (guint i = 0; i < data->promises->len; i++)
    say_promise (section, data, data->promises->pdata[i]);
  for (guint i = 0; i < data->statements->len; i++) {
    SpilRecord *statement = data->statements->pdata[i];
    g_autofree char *text = spil_visit_field (statement, SPIL_STATEMENT_PROMISES);
    gboolean late;
    char *due = spil_visit_due (data, spil_record_get_day (statement, SPIL_STATEMENT_REVIEW_DATE), &late);

    spil_visit_add_record (
        section, statement,
        spil_visit_one_line (text != NULL ? text : _ ("Statement of intent"), MOST_OF_A_TEXT),
        spil_visit_words (_ ("statement of intent of %s"), statement, SPIL_STATEMENT_SIGNED_ON), due)
        ->late = late;
  }
}
