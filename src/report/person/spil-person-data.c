// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-entity.h"
#include "spil-person-report.h"
#include "spil-privacy.h"

static int
compare_times (gconstpointer a, gconstpointer b)
{
  int64_t one = spil_record_get_time (*(SpilRecord *const *) a, SPIL_CONTACT_TIME).ms;
  int64_t other = spil_record_get_time (*(SpilRecord *const *) b, SPIL_CONTACT_TIME).ms;

  return (one > other) - (one < other);
}

static GPtrArray *
read_contacts (SpilStore *store, SpilId person, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_CONTACT_PERSON));
  g_autoptr (GPtrArray) contacts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) presences = NULL;

  spil_query_where_reference (query, SPIL_CONTACT_PERSON_PERSON, person);
  presences = spil_store_list (store, query, error);
  for (guint i = 0; presences != NULL && i < presences->len; i++) {
    SpilId id = spil_record_get_reference (presences->pdata[i], SPIL_CONTACT_PERSON_CONTACT);
    SpilRecord *contact = spil_store_get (store, spil_entity (SPIL_ENTITY_CONTACT), id, error);

    if (contact == NULL)
      return NULL;
    g_ptr_array_add (contacts, contact);
  }
  if (presences == NULL)
    return NULL;
  g_ptr_array_sort (contacts, compare_times);
  return g_steal_pointer (&contacts);
}

static GPtrArray *
read_mentions (SpilStore *store, SpilId person, GError **error)
{
  g_autoptr (SpilErasure) survey = spil_store_survey_person (store, person, error);

  return survey != NULL ? g_steal_pointer (&survey->mentions) : NULL;
}

SpilPersonData *
spil_person_data_gather (SpilStore *store, SpilId person, GError **error)
{
  const SpilEntity *entity = spil_entity (SPIL_ENTITY_PERSON);
  g_autoptr (SpilPersonData) self = g_new0 (SpilPersonData, 1);

  self->person = spil_store_get (store, entity, person, error);
  if (self->person == NULL || (self->contacts = read_contacts (store, person, error)) == NULL ||
      (self->mentions = read_mentions (store, person, error)) == NULL ||
      (self->history = spil_store_history (store, entity, person, error)) == NULL)
    return NULL;
  self->organisation = spil_store_dup_title (
      store, spil_entity (SPIL_ENTITY_ORGANISATION),
      spil_record_get_reference (self->person, SPIL_PERSON_ORGANISATION));
  self->programme = spil_store_dup_title (store, spil_entity (SPIL_ENTITY_PROGRAMME),
                                          spil_record_get_reference (self->person, SPIL_FIELD_PROGRAMME));
  self->actor = g_strdup (spil_store_get_actor (store));
  self->made = spil_time_now ();
  return g_steal_pointer (&self);
}

void
spil_person_data_free (SpilPersonData *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->person);
  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  g_clear_pointer (&self->mentions, g_ptr_array_unref);
  g_clear_pointer (&self->history, g_ptr_array_unref);
  g_free (self->organisation);
  g_free (self->programme);
  g_free (self->actor);
  g_free (self);
}
