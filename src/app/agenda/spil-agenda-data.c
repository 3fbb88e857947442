// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-agenda-data.h"

#include "spil-contact-data.h"
#include "spil-employer-query.h"

// More that is too late is no longer a plan but a heap.
#define MAX_LATE 200

typedef struct
{
  SpilAgendaSpan span;
  SpilAgendaWhose whose;
  char *owner;
} Request;

gpointer
spil_agenda_request_new (SpilAgendaSpan span, SpilAgendaWhose whose, const char *owner)
{
  Request *request = g_new0 (Request, 1);

  request->span = span;
  request->whose = whose;
  request->owner = g_strdup (owner);
  return request;
}

void
spil_agenda_request_free (gpointer data)
{
  Request *request = data;

  if (request == NULL)
    return;
  g_free (request->owner);
  g_free (request);
}

void
spil_agenda_data_free (SpilAgendaData *self)
{
  if (self == NULL)
    return;
  g_free (self->owner);
  g_clear_pointer (&self->owners, g_ptr_array_unref);
  g_clear_pointer (&self->late, g_ptr_array_unref);
  g_clear_pointer (&self->planned, g_ptr_array_unref);
  g_free (self);
}

static char *
find_own (SpilStore *store, GPtrArray *owners)
{
  // Who is no broker sees everybody.
  for (guint i = 0; i < owners->len; i++)
    if (g_strcmp0 (owners->pdata[i], spil_store_get_actor (store)) == 0)
      return g_strdup (owners->pdata[i]);
  return NULL;
}

char *
spil_agenda_data_dup_own (SpilStore *store)
{
  g_autoptr (GPtrArray) brokers = spil_employer_query_brokers (store, NULL);

  return brokers != NULL ? find_own (store, brokers) : NULL;
}

gpointer
spil_agenda_data_load (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;
  g_autoptr (SpilAgendaData) self = g_new0 (SpilAgendaData, 1);
  SpilDay first;

  self->span = request->span;
  self->today = spil_day_today ();
  self->owners = spil_employer_query_brokers (store, error);
  if (self->owners == NULL)
    return NULL;
  self->owner = request->whose == SPIL_AGENDA_CHOSEN ? g_strdup (request->owner)
                                                     : find_own (store, self->owners);
  self->late = spil_planned_query (store, SPIL_DAY_NONE, spil_day_add (self->today, -1), self->owner,
                                   MAX_LATE, error);
  if (self->late == NULL)
    return NULL;
  first = spil_day_compare (self->span.first, self->today) < 0 ? self->today : self->span.first;
  self->planned = spil_planned_query (store, first, self->span.last, self->owner, 0, error);
  return self->planned != NULL ? g_steal_pointer (&self) : NULL;
}

static const SpilPlanned *
find_in (const GPtrArray *list, SpilId id)
{
  for (guint i = 0; i < list->len; i++) {
    const SpilPlanned *planned = list->pdata[i];

    if (spil_id_equal (planned->id, id))
      return planned;
  }
  return NULL;
}

const SpilPlanned *
spil_agenda_data_find (const SpilAgendaData *self, const char *text)
{
  const SpilPlanned *found = NULL;
  SpilId id;

  if (self == NULL || !spil_id_parse (text, &id))
    return NULL;
  found = find_in (self->planned, id);
  return found != NULL ? found : find_in (self->late, id);
}
