// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-contact-data.h"

#include "spil-employer-query.h"
#include "spil-text.h"

typedef struct
{
  SpilId organisation;
  SpilId corrected;
} Request;

gpointer
spil_contact_request_new (SpilId organisation, SpilId corrected)
{
  Request *request = g_new0 (Request, 1);

  request->organisation = organisation;
  request->corrected = corrected;
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
  g_free (self->broker);
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

static GPtrArray *
list_actions (SpilStore *store, SpilId organisation, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_NEXT_ACTION));

  spil_query_where_reference (query, SPIL_NEXT_ACTION_ORGANISATION, organisation);
  spil_query_where_integer (query, SPIL_NEXT_ACTION_STATE, SPIL_COMPARE_EQUAL, SPIL_ACTION_STATE_OPEN);
  spil_query_sort (query, SPIL_NEXT_ACTION_DUE, FALSE);
  return spil_store_list (store, query, error);
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
  return TRUE;
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
  self->persons = list_of (store, SPIL_ENTITY_PERSON, SPIL_PERSON_ORGANISATION, request->organisation, error);
  if (self->persons == NULL)
    return NULL;
  self->actions = list_actions (store, request->organisation, error);
  if (self->actions == NULL || !load_broker (self, store, request->organisation, error) ||
      !load_corrected (self, store, request->corrected, error))
    return NULL;
  return g_steal_pointer (&self);
}
