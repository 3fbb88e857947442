// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-employer-data.h"

#include "spil-norm-query.h"
#include "spil-relation-query.h"

typedef struct
{
  SpilTimelineFilter timeline;
  SpilDay today;
} Request;

gpointer
spil_employer_request_new (const SpilTimelineFilter *timeline)
{
  Request *request = g_new0 (Request, 1);

  request->timeline = *timeline;
  request->timeline.broker = g_strdup (timeline->broker);
  request->timeline.words = g_strdup (timeline->words);
  request->today = spil_day_today ();
  return request;
}

void
spil_employer_request_free (gpointer data)
{
  Request *request = data;

  if (request == NULL)
    return;
  g_free ((char *) request->timeline.broker);
  g_free ((char *) request->timeline.words);
  g_free (request);
}

void
spil_employer_data_free (SpilEmployerData *self)
{
  if (self == NULL)
    return;
  spil_employer_row_free (self->row);
  g_clear_object (&self->organisation);
  g_clear_object (&self->engagement);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  g_clear_pointer (&self->actions, g_ptr_array_unref);
  g_clear_pointer (&self->persons, g_ptr_array_unref);
  g_clear_pointer (&self->sites, g_ptr_array_unref);
  g_clear_pointer (&self->applications, g_ptr_array_unref);
  g_clear_pointer (&self->statements, g_ptr_array_unref);
  g_clear_pointer (&self->scans, g_ptr_array_unref);
  g_clear_pointer (&self->interventions, g_ptr_array_unref);
  g_clear_pointer (&self->documents, spil_documents_free);
  g_clear_pointer (&self->needs, g_array_unref);
  g_clear_pointer (&self->tags_in_use, g_ptr_array_unref);
  g_clear_pointer (&self->visits, spil_visits_free);
  g_clear_pointer (&self->titles, g_hash_table_unref);
  g_clear_pointer (&self->timeline, g_ptr_array_unref);
  g_free (self);
}

const char *
spil_employer_data_title (const SpilEmployerData *self, SpilRecord *record, int field)
{
  SpilId id = spil_record_get_reference (record, field);

  return spil_id_is_nil (id) ? NULL : g_hash_table_lookup (self->titles, &id);
}

/* Reading */

static gboolean
load_lists (SpilEmployerData *self, SpilStore *store, GError **error)
{
  const struct
  {
    GPtrArray **list;
    SpilEntityNumber entity;
    int field;
  } lists[] = {
    { &self->persons, SPIL_ENTITY_PERSON, SPIL_PERSON_ORGANISATION },
    { &self->sites, SPIL_ENTITY_SITE, SPIL_SITE_ORGANISATION },
    { &self->applications, SPIL_ENTITY_APPLICATION, SPIL_APPLICATION_ORGANISATION },
    { &self->statements, SPIL_ENTITY_STATEMENT, SPIL_STATEMENT_ORGANISATION },
    { &self->scans, SPIL_ENTITY_SCAN, SPIL_SCAN_ORGANISATION },
    { &self->interventions, SPIL_ENTITY_INTERVENTION, SPIL_INTERVENTION_ORGANISATION },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++) {
    *lists[i].list = spil_rows_of_organisation (store, spil_entity (lists[i].entity), lists[i].field,
                                                self->id, error);
    if (*lists[i].list == NULL)
      return FALSE;
  }
  return TRUE;
}

static gboolean
load_sections (SpilEmployerData *self, SpilStore *store, GError **error)
{
  const char *brokers[2] = { self->row->mobility_broker, self->row->sustainability_broker };

  self->actions = spil_open_actions_query (store, self->id, error);
  if (self->actions == NULL)
    return FALSE;
  self->documents = spil_documents_load (store, spil_entity (SPIL_ENTITY_ORGANISATION), self->id, error);
  if (self->documents == NULL)
    return FALSE;
  self->needs = spil_need_query (store, self->id, error);
  if (self->needs == NULL)
    return FALSE;
  self->tags_in_use = spil_tags_query (store, error);
  if (self->tags_in_use == NULL)
    return FALSE;
  self->visits = spil_visits_load (store, self->id, brokers, self->today, error);
  return self->visits != NULL;
}

static gboolean
load_relation (SpilEmployerData *self, SpilStore *store, GError **error)
{
  g_autoptr (SpilQuery) stages = spil_query_new (spil_entity (SPIL_ENTITY_STAGE));
  g_autoptr (GPtrArray) rows = spil_employer_query_rows (store, &self->id, 1, self->today, error);
  SpilNorms norms;

  if (rows == NULL || rows->len == 0)
    return FALSE;
  self->row = g_ptr_array_steal_index (rows, 0);
  spil_query_sort (stages, SPIL_STAGE_NUMBER, FALSE);
  self->stages = spil_store_list (store, stages, error);
  if (self->stages == NULL || !spil_norm_query (store, &norms, error))
    return FALSE;
  self->usual_days = spil_norms_get_whole (&norms, SPIL_NORM_FOLLOW_UP_DAYS);
  if (spil_id_is_nil (self->row->engagement))
    return TRUE;
  self->engagement = spil_store_get (store, spil_entity (SPIL_ENTITY_ENGAGEMENT), self->row->engagement,
                                     error);
  if (self->engagement == NULL)
    return FALSE;
  self->cadence = spil_cadence_days (
      (int) spil_record_get_integer (self->engagement, SPIL_ENGAGEMENT_CADENCE), self->row->tier, &norms);
  return TRUE;
}

/* Titles of what is referred to */

static void
add_title (SpilEmployerData *self, SpilStore *store, const SpilField *field, SpilId id)
{
  char *title;

  if (spil_id_is_nil (id) || g_hash_table_contains (self->titles, &id))
    return;
  title = spil_store_dup_title (store, spil_entity (field->target), id);
  if (title[0] == '\0')
    g_free (title);
  else
    g_hash_table_insert (self->titles, g_memdup2 (&id, sizeof id), title);
}

static void
add_titles (SpilEmployerData *self, SpilStore *store, GPtrArray *records, int field)
{
  for (guint i = 0; i < records->len; i++) {
    SpilRecord *record = records->pdata[i];

    add_title (self, store, spil_entity_field (spil_record_get_entity (record), field),
               spil_record_get_reference (record, field));
  }
}

static gboolean
load_timeline (SpilEmployerData *self, SpilStore *store, SpilTimelineFilter filter, GError **error)
{
  filter.organisation = self->id;
  self->timeline = spil_timeline_query_filtered (store, &filter, error);
  if (self->timeline == NULL || !spil_timeline_query_counts (store, &filter, self->counts, error))
    return FALSE;
  for (int kind = 0; kind < SPIL_N_TIMELINE_KINDS; kind++)
    if (filter.kinds == 0 || ((filter.kinds >> kind) & 1) != 0)
      self->n_timeline += self->counts[kind];
  return TRUE;
}

gpointer
spil_employer_data_load (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;
  g_autoptr (SpilEmployerData) self = g_new0 (SpilEmployerData, 1);
  g_autoptr (GError) local = NULL;

  self->today = request->today;
  if (!spil_organisation_head (store, request->timeline.organisation, &self->id, error))
    return NULL;
  self->titles = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, g_free);
  self->organisation = spil_store_get (store, spil_entity (SPIL_ENTITY_ORGANISATION), self->id, &local);
  if (g_error_matches (local, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOT_FOUND))
    return NULL;
  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }
  if (!load_relation (self, store, error) || !load_sections (self, store, error) ||
      !load_lists (self, store, error) || !load_timeline (self, store, request->timeline, error))
    return NULL;
  add_titles (self, store, self->persons, SPIL_PERSON_SITE);
  add_titles (self, store, self->sites, SPIL_SITE_AREA);
  add_titles (self, store, self->applications, SPIL_APPLICATION_SCHEME);
  return g_steal_pointer (&self);
}
