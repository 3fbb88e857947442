// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-programme-query.h"

#include "spil-entity.h"
#include "spil-read.h"

#include <glib/gi18n-lib.h>

static gboolean
take_programme (SpilStatement *row, gpointer user_data)
{
  SpilProgrammeRow *self = user_data;

  self->id = spil_statement_get_id (row, 0);
  self->name = g_strdup (spil_statement_get_text (row, 1));
  self->region = spil_get_text (row, 2);
  self->start = spil_get_day (row, 3);
  self->end = spil_get_day (row, 4);
  self->modules = spil_statement_get_integer (row, 5);
  self->vat = spil_get_int (row, 6);
  self->demo = spil_statement_get_integer (row, 7) != 0;
  self->n_organisations = spil_statement_get_integer (row, 8);
  self->n_areas = spil_statement_get_integer (row, 9);
  self->n_tasks = spil_statement_get_integer (row, 10);
  return FALSE;
}

SpilProgrammeRow *
spil_programme_query (SpilStore *store, GError **error)
{
  static const char sql[] =
      "SELECT id, name, region, start, \"end\", modules, vat, demo,"
      " (SELECT count(*) FROM organisation WHERE dead = 0 AND programme = ?1 AND " SPIL_NOT_MERGED_SQL (
          "id") "),"
                " (SELECT count(*) FROM area WHERE dead = 0 AND programme = ?1),"
                " (SELECT count(*) FROM task WHERE dead = 0 AND programme = ?1)"
                " FROM programme WHERE dead = 0 AND id = ?1";
  g_autoptr (SpilProgrammeRow) self = g_new0 (SpilProgrammeRow, 1);

  if (!spil_read_each (store, sql, NULL, 0, take_programme, self, error))
    return NULL;
  if (spil_id_is_nil (self->id)) {
    g_set_error_literal (
        error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOT_FOUND,
        _ ("There is no programme in this database yet. Begin with a template or with a programme of "
           "your own."));
    return NULL;
  }
  return g_steal_pointer (&self);
}

void
spil_programme_row_free (SpilProgrammeRow *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->region);
  g_free (self);
}

gboolean
spil_programme_row_has_module (const SpilProgrammeRow *self, int module)
{
  return self->modules == 0 || (self->modules & (G_GINT64_CONSTANT (1) << module)) != 0;
}
