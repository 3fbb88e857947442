// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-programme.h"

void
spil_programme_free (SpilProgramme *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self);
}

gpointer
spil_programme_load (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  SpilId id = spil_store_get_programme (store);
  g_autoptr (SpilRecord) record = NULL;
  SpilProgramme *self;

  if (spil_id_is_nil (id))
    return NULL;
  record = spil_store_get (store, spil_entity (SPIL_ENTITY_PROGRAMME), id, error);
  if (record == NULL)
    return NULL;
  self = g_new0 (SpilProgramme, 1);
  self->name = g_strdup (spil_record_get_title (record));
  self->demo = spil_record_get_boolean (record, SPIL_PROGRAMME_DEMO);
  self->modules = spil_record_get_integer (record, SPIL_PROGRAMME_MODULES);
  return self;
}

gboolean
spil_programme_uses (const SpilProgramme *self, int module)
{
  return module == 0 || self->modules == 0 || (self->modules & (INT64_C (1) << module)) != 0;
}
