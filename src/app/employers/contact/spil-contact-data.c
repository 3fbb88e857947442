// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-contact-data.h"

#include <string.h>

#include "spil-draft.h"
#include "spil-employer-query.h"
#include "spil-norm-query.h"
#include "spil-relation-query.h"
#include "spil-text.h"

typedef struct
{
  SpilId organisation;
  SpilId corrected;
  char dir[]; /* "": no draft is looked for */
} Request;

gpointer
spil_contact_request_new_with_draft (SpilId organisation, SpilId corrected, const char *dir)
{
  Request *request = g_malloc0 (sizeof (Request) + strlen (dir) + 1);

  request->organisation = organisation;
  request->corrected = corrected;
  strcpy (request->dir, dir);
  return request;
}

void
spil_contact_data_free (SpilContactData *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->organisation);
  g_clear_pointer (&self->persons, g_ptr_array_unref);
  g_clear_pointer (&self->actions, g_ptr_array_unref);
  g_clear_object (&self->corrected);
  g_clear_pointer (&self->corrected_persons, g_array_unref);
  g_clear_pointer (&self->visits, spil_visits_free);
  g_free (self->broker);
  g_free (self->draft);
  g_free (self);
}

char *
spil_contact_propose_broker (const char *actor, GPtrArray *brokers, const char *relation_broker)
{
  g_autofree char *folded = spil_text_fold (actor != NULL ? actor : "");

  for (guint i = 0; i < brokers->len; i++) {
    g_autofree char *broker = spil_text_fold (brokers->pdata[i]);

    if (g_str_equal (broker, folded))
      return g_strdup (brokers->pdata[i]);
  }
  return g_strdup (relation_broker != NULL ? relation_broker : actor);
}

static GPtrArray *
list_of (SpilStore *store, SpilEntityNumber entity, int field, SpilId id, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (entity));

  spil_query_where_reference (query, field, id);
  return spil_store_list (store, query, error);
}

// The rhythm of contact, and what the other broker does.
static gboolean
load_rhythm (SpilContactData *self, SpilStore *store, const SpilEmployerRow *row, GError **error)
{
  const char *brokers[2] = { row->mobility_broker, row->sustainability_broker };
  SpilNorms norms;
  int own = 0;

  if (!spil_norm_query (store, &norms, error))
    return FALSE;
  if (!spil_id_is_nil (row->engagement)) {
    g_autoptr (SpilRecord)
        engagement = spil_store_get (store, spil_entity (SPIL_ENTITY_ENGAGEMENT), row->engagement, error);

    if (engagement == NULL)
      return FALSE;
    own = (int) spil_record_get_integer (engagement, SPIL_ENGAGEMENT_CADENCE);
  }
  self->cadence = spil_cadence_days (own, row->tier, &norms);
  self->usual_days = spil_norms_get_whole (&norms, SPIL_NORM_FOLLOW_UP_DAYS);
  self->visits = spil_visits_load (store, row->id, brokers, spil_day_today (), error);
  return self->visits != NULL;
}

static gboolean
load_broker (SpilContactData *self, SpilStore *store, SpilId organisation, GError **error)
{
  g_autoptr (GPtrArray) brokers = spil_employer_query_brokers (store, error);
  g_autoptr (GPtrArray) rows = NULL;
  const SpilEmployerRow *row;

  if (brokers == NULL)
    return FALSE;
  rows = spil_employer_query_rows (store, &organisation, 1, spil_day_today (), error);
  if (rows == NULL)
    return FALSE;
  row = rows->len > 0 ? rows->pdata[0] : NULL;
  self->broker = spil_contact_propose_broker (spil_store_get_actor (store), brokers,
                                              row != NULL ? row->mobility_broker : NULL);
  return row == NULL || load_rhythm (self, store, row, error);
}

static gboolean
load_corrected (SpilContactData *self, SpilStore *store, SpilId corrected, GError **error)
{
  g_autoptr (GPtrArray) present = NULL;

  self->corrected_persons = g_array_new (FALSE, FALSE, sizeof (SpilId));
  if (spil_id_is_nil (corrected))
    return TRUE;
  self->corrected = spil_store_get (store, spil_entity (SPIL_ENTITY_CONTACT), corrected, error);
  if (self->corrected == NULL)
    return FALSE;
  present = list_of (store, SPIL_ENTITY_CONTACT_PERSON, SPIL_CONTACT_PERSON_CONTACT, corrected, error);
  for (guint i = 0; present != NULL && i < present->len; i++) {
    SpilId person = spil_record_get_reference (present->pdata[i], SPIL_CONTACT_PERSON_PERSON);

    g_array_append_val (self->corrected_persons, person);
  }
  return present != NULL;
}

gpointer
spil_contact_data_load (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;
  g_autoptr (SpilContactData) self = g_new0 (SpilContactData, 1);

  self->organisation = spil_store_get (store, spil_entity (SPIL_ENTITY_ORGANISATION), request->organisation,
                                       error);
  if (self->organisation == NULL)
    return NULL;
  self->persons = spil_rows_of_organisation (store, spil_entity (SPIL_ENTITY_PERSON),
                                             SPIL_PERSON_ORGANISATION, request->organisation, error);
  if (self->persons == NULL)
    return NULL;
  self->actions = spil_open_actions_query (store, request->organisation, error);
  if (self->actions == NULL || !load_broker (self, store, request->organisation, error) ||
      !load_corrected (self, store, request->corrected, error))
    return NULL;
  if (request->dir[0] != '\0' && spil_id_is_nil (request->corrected))
    self->draft = spil_draft_read (request->dir, request->organisation);
  return g_steal_pointer (&self);
}
