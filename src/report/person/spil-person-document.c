// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-entity.h"
#include "spil-person-report.h"
#include "spil-report-text.h"

// A longer note is cut: nobody reads on, and a page must hold a line of it.
#define MAX_CHARS 20000

// What is told of each contact moment, besides its day.
static const int contact_fields[] = { SPIL_CONTACT_KIND, SPIL_CONTACT_BROKER, SPIL_CONTACT_SUMMARY,
                                      SPIL_CONTACT_OUTCOME };

static void
add_row (SpilDocumentTable *table, const char *label, const char *value)
{
  g_autofree char *clean = spil_report_text_clean (value, MAX_CHARS);

  spil_document_table_add_row (table, SPIL_ROW_BODY);
  spil_document_table_put (table, label);
  spil_document_table_put (table, spil_report_text_or_not_stated (clean));
}

static gboolean
is_shown (const SpilField *field)
{
  return field->number != 0 && field->number != SPIL_FIELD_PROGRAMME && field->type != SPIL_TYPE_REFERENCE &&
         (field->flags & SPIL_FIELD_HIDDEN) == 0;
}

static void
add_person (SpilDocument *document, const SpilPersonData *data)
{
  const SpilEntity *entity = spil_record_get_entity (data->person);
  SpilDocumentTable *table = spil_document_table_new ();

  spil_document_add_heading (document, 2, _ ("What is kept about you"));
  spil_document_table_add_column (table, _ ("What"), SPIL_COLUMN_TEXT, 1);
  spil_document_table_add_column (table, _ ("Kept as"), SPIL_COLUMN_TEXT, 2.5);
  add_row (table, _ ("Organisation"), data->organisation);
  for (int i = 1; i < entity->n_fields; i++) {
    g_autofree char *value = NULL;

    if (!is_shown (&entity->fields[i]))
      continue;
    value = spil_record_format (data->person, entity->fields[i].number);
    add_row (table, spil_field_label (&entity->fields[i]), value);
  }
  spil_document_take_table (document, _ ("Details"), table, NULL);
}

static void
add_contacts (SpilDocument *document, const SpilPersonData *data)
{
  const SpilEntity *entity = spil_entity (SPIL_ENTITY_CONTACT);
  SpilDocumentTable *table = spil_document_table_new ();

  spil_document_add_heading (document, 2, _ ("Contact moments with you"));
  if (data->contacts->len == 0) {
    spil_document_add_prose (document, SPIL_PROSE_BODY, _ ("No contact moment with you is recorded."));
    spil_document_table_free (table);
    return;
  }
  spil_document_table_add_column (table, _ ("When"), SPIL_COLUMN_TEXT, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (contact_fields); i++)
    spil_document_table_add_column (table, spil_field_label (spil_entity_field (entity, contact_fields[i])),
                                    SPIL_COLUMN_TEXT, contact_fields[i] == SPIL_CONTACT_SUMMARY ? 2.5 : 1);
  for (guint i = 0; i < data->contacts->len; i++) {
    spil_document_table_add_row (table, SPIL_ROW_BODY);
    spil_document_table_take (table, spil_record_format (data->contacts->pdata[i], SPIL_CONTACT_TIME));
    for (gsize j = 0; j < G_N_ELEMENTS (contact_fields); j++) {
      g_autofree char *value = spil_record_format (data->contacts->pdata[i], contact_fields[j]);

      spil_document_table_take (table, spil_report_text_clean (value, MAX_CHARS));
    }
  }
  spil_document_take_table (document, _ ("Contact moments"), table, NULL);
}

static void
add_mentions (SpilDocument *document, const SpilPersonData *data)
{
  SpilDocumentTable *table;

  if (data->mentions->len == 0)
    return;
  table = spil_document_table_new ();
  spil_document_add_heading (document, 2, _ ("Where your name stands besides"));
  spil_document_table_add_column (table, _ ("Kind"), SPIL_COLUMN_TEXT, 1);
  spil_document_table_add_column (table, _ ("Text"), SPIL_COLUMN_TEXT, 3);
  for (guint i = 0; i < data->mentions->len; i++) {
    SpilRecord *record = data->mentions->pdata[i];

    spil_document_table_add_row (table, SPIL_ROW_BODY);
    spil_document_table_put (table, spil_entity_label (spil_record_get_entity (record)));
    spil_document_table_take (table, spil_report_text_clean (spil_record_get_title (record), MAX_CHARS));
  }
  spil_document_take_table (document, _ ("Other places"), table, NULL);
}

// "Name, E-mail": what the action wrote.
static char *
dup_fields (const SpilChange *change)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < change->assignments->len; i++) {
    const SpilField *field = spil_entity_field (change->entity,
                                                g_array_index (change->assignments, SpilAssignment, i).field);

    if (field != NULL && field->number != SPIL_FIELD_PROGRAMME)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", spil_field_label (field));
  }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
add_history (SpilDocument *document, const SpilPersonData *data)
{
  SpilDocumentTable *table = spil_document_table_new ();

  spil_document_add_heading (document, 2, _ ("Who wrote it down, and when"));
  spil_document_table_add_column (table, _ ("When"), SPIL_COLUMN_TEXT, 0);
  spil_document_table_add_column (table, _ ("Who"), SPIL_COLUMN_TEXT, 1);
  spil_document_table_add_column (table, _ ("What"), SPIL_COLUMN_TEXT, 1.4);
  spil_document_table_add_column (table, _ ("Fields"), SPIL_COLUMN_TEXT, 2);
  for (guint i = data->history->len; i > 0; i--) {
    const SpilHistoryEntry *entry = data->history->pdata[i - 1];

    spil_document_table_add_row (table, SPIL_ROW_BODY);
    spil_document_table_take (table, spil_time_format (entry->time));
    spil_document_table_put (table, spil_report_text_or_not_stated (entry->actor));
    spil_document_table_put (table, entry->label);
    spil_document_table_take (table, dup_fields (entry->change));
  }
  spil_document_take_table (document, _ ("Changes"), table, NULL);
}

static void
add_rights (SpilDocument *document)
{
  static const char *const texts[] = {
    N_ ("The data serve the talks about accessibility and sustainable travel between your employer and the region, and nothing else. They stand on the laptops of the mobility brokers and their project leader, and are not given to others."),
    N_ ("Something is not right? It is changed for you; the old text is then no longer shown, and is erased where you ask for that. You can have all of it erased: the figures of the programme stay, without your name."),
    N_ ("Participations in trial actions are kept under a pseudonym that does not lead back to you; they are therefore not in this overview."),
  };

  spil_document_add_heading (document, 2, _ ("Your rights"));
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    spil_document_add_prose (document, SPIL_PROSE_BODY, _ (texts[i]));
}

SpilDocument *
spil_person_report_new (const SpilPersonData *data)
{
  SpilDocument *document = spil_document_new (_ ("Overview of personal data"));
  g_autofree char *made = spil_time_format (data->made);

  spil_document_set_author (document, data->actor != NULL ? data->actor : "");
  spil_document_set_subject (document, data->programme != NULL ? data->programme : "");
  spil_document_set_made (document, data->made);
  spil_document_set_running (document, _ ("Overview of personal data"), made);
  spil_document_add_prose (document, SPIL_PROSE_TITLE, _ ("Overview of personal data"));
  spil_document_add_prose (document, SPIL_PROSE_SUBTITLE, spil_record_get_title (data->person));
  spil_document_take_prose (
      document, SPIL_PROSE_LEAD,
      // Translators: a day and time, and the name of a programme.
      g_strdup_printf (_ ("All that the database holds about you, as it was on %s. Programme: %s."), made,
                       spil_report_text_or_not_stated (data->programme)));
  add_person (document, data);
  add_contacts (document, data);
  add_mentions (document, data);
  add_history (document, data);
  add_rights (document);
  return document;
}
