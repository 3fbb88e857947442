// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-visit-sheet.h"

#include <glib/gi18n-lib.h>

#include "spil-number.h"
#include "spil-visit-private.h"

/* How a part is headed, and what is said where there is nothing. */
static const struct
{
  const char *title;
  const char *detail_title;
  const char *end_title;
  const char *nothing;
} parts[SPIL_N_VISIT_PARTS] = {
  [SPIL_VISIT_PEOPLE] = { N_ ("Contact persons"), N_ ("Function and role"), N_ ("Phone"),
                          N_ ("No contact persons yet") },
  [SPIL_VISIT_ACTIONS] = { N_ ("Next actions"), N_ ("Who"), N_ ("Due"), N_ ("Nothing planned") },
  [SPIL_VISIT_PROMISES] = { N_ ("Promises"), N_ ("By whom"), N_ ("Due"), N_ ("No open promises") },
  [SPIL_VISIT_CONTACTS] = { N_ ("Last contacts"), N_ ("What was said"), "", N_ ("Never spoken with yet") },
  [SPIL_VISIT_NEEDS] = { N_ ("Needs heard"), "", "", N_ ("No needs noted yet") },
  [SPIL_VISIT_SITES] = { N_ ("Sites"), N_ ("Area"), N_ ("Staff and parking"), N_ ("No sites yet") },
  [SPIL_VISIT_TRAVEL] = { N_ ("Travel options"), "", "", N_ ("No note on travel options yet") },
  [SPIL_VISIT_OFFERS] = { N_ ("Offers and trials"), N_ ("State"), N_ ("Participants"),
                          N_ ("Nothing offered yet") },
  [SPIL_VISIT_SCAN] = { N_ ("Quickscan"), N_ ("Outcome"), N_ ("Date"), N_ ("No quickscan yet") },
  [SPIL_VISIT_FUND] = { N_ ("Fund"), N_ ("State"), N_ ("Amount"), N_ ("No scheme and no applications") },
  [SPIL_VISIT_AREA] = { N_ ("Area"), N_ ("What goes on there"), N_ ("Approach"), N_ ("In no area") },
};

static void
free_line (gpointer data)
{
  SpilVisitLine *line = data;

  g_free (line->text);
  g_free (line->detail);
  g_free (line->end);
  g_free (line);
}

static void
free_section (gpointer data)
{
  SpilVisitChapter *section = data;

  g_ptr_array_unref (section->lines);
  g_free (section->more);
  g_free (section);
}

static void
free_fact (gpointer data)
{
  SpilVisitFact *fact = data;

  g_free (fact->value);
  g_free (fact);
}

/* What the parts are said with */

SpilVisitLine *
spil_visit_add_line (SpilVisitChapter *section, char *text, char *detail, char *end)
{
  SpilVisitLine *line = g_new0 (SpilVisitLine, 1);

  line->text = text;
  line->detail = detail;
  line->end = end;
  g_ptr_array_add (section->lines, line);
  return line;
}

SpilVisitLine *
spil_visit_add_record (SpilVisitChapter *section, SpilRecord *record, char *text, char *detail, char *end)
{
  SpilVisitLine *line = spil_visit_add_line (section, text, detail, end);

  line->entity = spil_record_get_entity (record)->number;
  line->id = spil_record_get_id (record);
  return line;
}

char *
spil_visit_join (const char *first, ...)
{
  GString *joined = g_string_new (NULL);
  va_list arguments;

  va_start (arguments, first);
  for (const char *text = first;; text = va_arg (arguments, const char *)) {
    if (text == NULL)
      break;
    if (*text == '\0')
      continue;
    if (joined->len > 0)
      g_string_append (joined, " · ");
    g_string_append (joined, text);
  }
  va_end (arguments);
  return g_string_free (joined, joined->len == 0);
}

char *
spil_visit_field (SpilRecord *record, int field)
{
  g_autofree char *text = spil_record_is_null (record, field) ? NULL : spil_record_format (record, field);

  return text != NULL && *text != '\0' ? g_steal_pointer (&text) : NULL;
}

char *
spil_visit_words (const char *format, SpilRecord *record, int field)
{
  g_autofree char *text = spil_visit_field (record, field);
  g_auto (GStrv) halves = g_strsplit (format, "%s", 2);

  return text != NULL ? g_strconcat (halves[0], text, halves[1], NULL) : NULL;
}

char *
spil_visit_address (SpilRecord *record, int street, int number, int postcode, int town)
{
  const int fields[] = { street, number, postcode, town };
  static const char *const before[] = { "", " ", ", ", " " };
  GString *address = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++) {
    const char *text = spil_record_get_text (record, fields[i]);

    if (text == NULL || *text == '\0')
      continue;
    if (address->len > 0)
      g_string_append (address, i == 3 && spil_record_is_null (record, postcode) ? ", " : before[i]);
    g_string_append (address, text);
  }
  return g_string_free (address, address->len == 0);
}

char *
spil_visit_one_line (const char *text, int most)
{
  g_autoptr (GString) line = NULL;
  glong length;

  if (text == NULL)
    return NULL;
  line = g_string_new (text);
  g_string_replace (line, "\r", "", 0);
  g_string_replace (line, "\n", " ", 0);
  length = g_utf8_strlen (line->str, -1);
  if (length > most) {
    g_string_truncate (line, (gsize) (g_utf8_offset_to_pointer (line->str, most - 1) - line->str));
    g_string_append (line, "…");
  }
  return g_strdup (g_strstrip (line->str));
}

char *
spil_visit_due (const SpilVisitData *data, SpilDay due, gboolean *late)
{
  g_autofree char *day = spil_day_format (due);

  *late = spil_day_is_known (due) && spil_day_compare (due, data->today) < 0;
  if (!spil_day_is_known (due))
    return NULL;
  /* Translators: %s is a day that has passed. */
  return *late ? g_strdup_printf (_ ("%s, overdue"), day) : g_steal_pointer (&day);
}

/* The facts at the top */

static SpilVisitFact *
add_fact (SpilVisitSheet *self, const char *label, char *value)
{
  SpilVisitFact *fact = g_new0 (SpilVisitFact, 1);

  fact->label = label;
  fact->value = value;
  g_ptr_array_add (self->facts, fact);
  return fact;
}

static char *
dup_stage (const SpilEmployerRow *row)
{
  return row->stage_name != NULL ? g_strdup_printf ("%d. %s", row->stage_number, row->stage_name) : NULL;
}

static char *
dup_rhythm (const SpilVisitData *data)
{
  g_autofree char *tier = data->engagement != NULL ? spil_visit_field (data->engagement, SPIL_ENGAGEMENT_TIER)
                                                   : NULL;
  g_autofree char *every = NULL;

  if (data->cadence > 0)
    every = g_strdup_printf (ngettext ("every day", "every %d days", (gulong) data->cadence), data->cadence);
  return spil_visit_join (tier != NULL ? tier : "", every != NULL ? every : "", NULL);
}

static char *
dup_last_contact (const SpilEmployerRow *row)
{
  g_autofree char *day = row->contacted ? spil_day_format (spil_time_day (row->last_contact)) : NULL;
  g_autofree char *debt = spil_contact_debt_is_owed (row->debt) && !row->debt.never
                              ? spil_contact_debt_dup_text (row->debt)
                              : NULL;

  return spil_visit_join (day != NULL ? day : _ ("never"), debt != NULL ? debt : "", NULL);
}

static char *
dup_staff (const SpilEmployerRow *row)
{
  return row->staff >= 0 ? spil_integer_format (row->staff) : NULL;
}

static void
add_facts (SpilVisitSheet *self, const SpilVisitData *data)
{
  const SpilEmployerRow *row = data->row;
  SpilRecord *engagement = data->engagement;

  add_fact (self, _ ("Stage"), dup_stage (row));
  add_fact (self, _ ("Last contact"), dup_last_contact (row))->late = spil_contact_debt_is_owed (row->debt);
  add_fact (self, _ ("Tier and cadence"), dup_rhythm (data));
  add_fact (self, _ ("Brokers"),
            spil_visit_join (row->mobility_broker != NULL ? row->mobility_broker : "",
                             row->sustainability_broker != NULL ? row->sustainability_broker : "", NULL));
  add_fact (self, _ ("Staff"), dup_staff (row));
  add_fact (self, _ ("Urgency"),
            engagement != NULL ? spil_visit_field (engagement, SPIL_ENGAGEMENT_URGENCY) : NULL);
}

static char *
dup_address (SpilRecord *organisation)
{
  g_autofree char *address = spil_visit_address (organisation, SPIL_ORGANISATION_STREET,
                                                 SPIL_ORGANISATION_HOUSE_NUMBER, SPIL_ORGANISATION_POSTCODE,
                                                 SPIL_ORGANISATION_TOWN);
  static const int fields[] = { SPIL_ORGANISATION_PHONE, SPIL_ORGANISATION_EMAIL, SPIL_ORGANISATION_WEBSITE,
                                SPIL_ORGANISATION_SECTOR };
  char *all = g_steal_pointer (&address);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++) {
    g_autofree char *before = all;
    g_autofree char *text = spil_visit_field (organisation, fields[i]);

    all = spil_visit_join (before != NULL ? before : "", text != NULL ? text : "", NULL);
  }
  return all;
}

/* The parts */

static SpilVisitChapter *
add_section (SpilVisitSheet *self, SpilVisitPart part)
{
  SpilVisitChapter *section = g_new0 (SpilVisitChapter, 1);

  section->part = part;
  section->title = _ (parts[part].title);
  section->detail_title = *parts[part].detail_title != '\0' ? _ (parts[part].detail_title) : "";
  section->end_title = *parts[part].end_title != '\0' ? _ (parts[part].end_title) : "";
  section->nothing = _ (parts[part].nothing);
  section->lines = g_ptr_array_new_with_free_func (free_line);
  g_ptr_array_add (self->sections, section);
  return section;
}

SpilVisitSheet *
spil_visit_sheet_new (const SpilVisitData *data, guint n_contacts)
{
  static void (*const say[SPIL_N_VISIT_PARTS]) (SpilVisitChapter *, const SpilVisitData *) = {
    [SPIL_VISIT_PEOPLE] = spil_visit_say_people,     [SPIL_VISIT_ACTIONS] = spil_visit_say_actions,
    [SPIL_VISIT_PROMISES] = spil_visit_say_promises, [SPIL_VISIT_NEEDS] = spil_visit_say_needs,
    [SPIL_VISIT_SITES] = spil_visit_say_sites,       [SPIL_VISIT_TRAVEL] = spil_visit_say_travel,
    [SPIL_VISIT_OFFERS] = spil_visit_say_offers,     [SPIL_VISIT_SCAN] = spil_visit_say_scan,
    [SPIL_VISIT_FUND] = spil_visit_say_fund,         [SPIL_VISIT_AREA] = spil_visit_say_area,
  };
  SpilVisitSheet *self = g_new0 (SpilVisitSheet, 1);

  g_return_val_if_fail (data != NULL, NULL);

  self->name = g_strdup (data->row->name);
  self->address = dup_address (data->organisation);
  self->facts = g_ptr_array_new_with_free_func (free_fact);
  self->sections = g_ptr_array_new_with_free_func (free_section);
  add_facts (self, data);
  for (int part = 0; part < SPIL_N_VISIT_PARTS; part++) {
    SpilVisitChapter *section = add_section (self, (SpilVisitPart) part);

    if (part == SPIL_VISIT_CONTACTS)
      spil_visit_say_contacts (section, data, n_contacts);
    else
      say[part](section, data);
  }
  return self;
}

void
spil_visit_sheet_free (SpilVisitSheet *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->address);
  g_ptr_array_unref (self->facts);
  g_ptr_array_unref (self->sections);
  g_free (self);
}

char *
spil_visit_sheet_dup_nothing (const SpilVisitSheet *self)
{
  g_autoptr (GString) nothing = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->sections->len; i++) {
    const SpilVisitChapter *section = self->sections->pdata[i];

    if (section->lines->len == 0)
      g_string_append_printf (nothing, "%s%s", nothing->len > 0 ? " · " : "", section->nothing);
  }
  return nothing->len > 0 ? g_strdup (nothing->str) : NULL;
}
