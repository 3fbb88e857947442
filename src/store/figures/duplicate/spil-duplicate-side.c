// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-duplicate-query.h"

#include "spil-entity.h"
#include "spil-read.h"
#include "spil-text.h"

#define NOTE_CHARS 140

#define COUNT(table, condition) \
  "(SELECT count (*) FROM " table " x WHERE x.dead = 0 AND x.organisation IN " SPIL_ALIASES_SQL ("?2") condition ")"
#define CONTACTS "contact c WHERE c.dead = 0 AND c.organisation IN " SPIL_ALIASES_SQL ("?2") \
  " AND NOT EXISTS (SELECT 1 FROM contact r WHERE r.reverses = c.id AND r.dead = 0)"

static gboolean
take_counts (SpilStatement *row, gpointer user_data)
{
  SpilDuplicateSide *self = user_data;
  const char *note;

  self->contacts = spil_statement_get_integer (row, 0);
  self->contacted = !spil_statement_is_null (row, 1);
  self->last_contact = spil_time (spil_statement_get_integer (row, 1));
  note = spil_statement_get_text (row, 2);
  self->last_note = note != NULL && note[0] != '\0' ? spil_text_one_line (note, NOTE_CHARS) : NULL;
  self->persons = spil_statement_get_integer (row, 3);
  self->sites = spil_statement_get_integer (row, 4);
  self->actions = spil_statement_get_integer (row, 5);
  self->offers = spil_statement_get_integer (row, 6);
  self->applications = spil_statement_get_integer (row, 7);
  return FALSE;
}

static gboolean
read_counts (SpilDuplicateSide *self, SpilStore *store, SpilId id, GError **error)
{
  static const char sql[] =
      "SELECT (SELECT count (*) FROM " CONTACTS "), (SELECT c.time FROM " CONTACTS
      " ORDER BY c.time DESC LIMIT 1),"
      " (SELECT c.summary FROM " CONTACTS
      " ORDER BY c.time DESC LIMIT 1), " COUNT ("person", "") ", " COUNT ("site", "") ", " COUNT (
          "next_action", " AND x.state = ?3") ", " COUNT ("offer", "") ", " COUNT ("application", "");
  const SpilGiven parameters[] = { SPIL_GIVE_ID (id), SPIL_GIVE_INTEGER (SPIL_ACTION_STATE_OPEN) };

  return spil_read_each (store, sql, parameters, G_N_ELEMENTS (parameters), take_counts, self, error);
}

static gboolean
read_relation (SpilDuplicateSide *self, SpilStore *store, SpilId id, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_ENGAGEMENT));
  g_autoptr (GPtrArray) relations = NULL;
  g_autoptr (SpilRecord) stage = NULL;
  SpilId stage_id;

  spil_query_where_reference (query, SPIL_ENGAGEMENT_ORGANISATION, id);
  spil_query_sort_by_age (query);
  spil_query_window (query, 0, 1);
  relations = spil_store_list (store, query, error);
  if (relations == NULL)
    return FALSE;
  if (relations->len == 0)
    return TRUE;
  self->engagement = g_object_ref (relations->pdata[0]);
  stage_id = spil_record_get_reference (self->engagement, SPIL_ENGAGEMENT_STAGE);
  stage = spil_id_is_nil (stage_id) ? NULL
                                    : spil_store_get (store, spil_entity (SPIL_ENTITY_STAGE), stage_id, NULL);
  if (stage != NULL) {
    self->stage = g_strdup (spil_record_get_title (stage));
    self->stage_number = (int) spil_record_get_integer (stage, SPIL_STAGE_NUMBER);
  }
  return TRUE;
}

SpilDuplicateSide *
spil_duplicate_side (SpilStore *store, SpilId id, GError **error)
{
  g_autoptr (SpilDuplicateSide) self = g_new0 (SpilDuplicateSide, 1);

  self->organisation = spil_store_get (store, spil_entity (SPIL_ENTITY_ORGANISATION), id, error);
  if (self->organisation == NULL || !read_relation (self, store, id, error) ||
      !read_counts (self, store, id, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
spil_duplicate_side_free (SpilDuplicateSide *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->organisation);
  g_clear_object (&self->engagement);
  g_free (self->stage);
  g_free (self->last_note);
  g_free (self);
}

/* What is merged */

static gpointer
make_merged (SpilStatement *row, gpointer user_data)
{
  SpilMergedRow *self = g_new0 (SpilMergedRow, 1);

  self->id = spil_statement_get_id (row, 0);
  self->name = g_strdup (spil_statement_get_text (row, 1));
  return self;
}

GPtrArray *
spil_organisation_merged (SpilStore *store, SpilId head, GError **error)
{
  static const char sql[] =
      "SELECT o.id, o.name FROM merged m JOIN organisation o ON o.id = m.organisation AND o.dead = 0"
      " WHERE m.head = ?2 ORDER BY o.name_fold, o.id";
  const SpilGiven parameters[] = { SPIL_GIVE_ID (head) };

  return spil_read_all (store, sql, parameters, G_N_ELEMENTS (parameters), make_merged, NULL,
                        (GDestroyNotify) spil_merged_row_free, error);
}

void
spil_merged_row_free (SpilMergedRow *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self);
}
