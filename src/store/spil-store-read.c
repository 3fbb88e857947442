// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-read.h"
#include "spil-schema.h"
#include "spil-store-private.h"
#include "spil-text.h"

#define NAME_CHARS 60

char *
spil_store_name_row (SpilRecord *record)
{
  const SpilEntity *entity = spil_record_get_entity (record);
  g_autofree char *title = spil_text_one_line (spil_record_get_title (record), NAME_CHARS);

  // A row without a title goes by the name of its entity.
  if (strcmp (title, spil_entity_label (entity)) == 0)
    return g_steal_pointer (&title);
  // TRANSLATORS: an entity and the title of one of its rows: Area “Oosterenk”
  return g_strdup_printf (_ ("%s “%s”"), spil_entity_label (entity), title);
}

void
spil_store_set_not_found (const SpilEntity *entity, const SpilId *id, GError **error)
{
  g_autofree char *text = spil_id_dup_text (*id);

  g_set_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOT_FOUND,
               _ ("%s: there is no row %s, or it was deleted. Look it up again."), spil_entity_label (entity),
               text);
}

SpilRecord *
spil_store_get (SpilStore *self, const SpilEntity *entity, SpilId id, GError **error)
{
  g_auto (SpilRow) row = { 0 };

  spil_store_assert_thread (self);
  g_return_val_if_fail (entity != NULL, NULL);

  if (!spil_row_read (self->tables, entity, &id, &row, error))
    return NULL;
  if (row.number == 0 || row.dead) {
    spil_store_set_not_found (entity, &id, error);
    return NULL;
  }
  return g_steal_pointer (&row.record);
}

char *
spil_store_dup_title (SpilStore *self, const SpilEntity *entity, SpilId id)
{
  g_autoptr (SpilRecord) record = NULL;

  spil_store_assert_thread (self);
  g_return_val_if_fail (entity != NULL, NULL);

  if (!spil_id_is_nil (id))
    record = spil_store_get (self, entity, id, NULL);
  return g_strdup (record != NULL ? spil_record_get_title (record) : "");
}

// An organisation that is merged stands for the one that it is merged into; both may have the name.
static char *
make_find_sql (const SpilEntity *entity)
{
  const SpilField *title = &entity->fields[entity->title];
  g_autofree char *folded = g_strdup_printf (
      spil_schema_has_fold (title) ? "\"%s_fold\"" : "spil_fold (\"%s\")", title->name);

  return g_strdup_printf ("SELECT %s FROM \"%s\" WHERE %s = ?1 AND dead = 0 %s GROUP BY 1 ORDER BY min (row)",
                          entity->number == SPIL_ENTITY_ORGANISATION ? SPIL_HEAD_SQL ("id") : "id",
                          entity->name, folded,
                          entity->number == SPIL_ENTITY_PROGRAMME ? "" : "AND programme = ?2");
}

GArray *
spil_store_find_by_title (SpilStore *self, const SpilEntity *entity, const char *text, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (SpilId));
  g_autofree char *sql = NULL;
  g_autofree char *folded = NULL;
  g_autoptr (SpilStatement) statement = NULL;
  SpilId programme;
  SpilStep step;

  spil_store_assert_thread (self);
  g_return_val_if_fail (entity != NULL && text != NULL, NULL);

  if (entity->title == 0)
    return g_steal_pointer (&ids);
  sql = make_find_sql (entity);
  folded = spil_text_fold (text);
  programme = spil_store_get_programme (self);
  statement = spil_connection_take (self->connection, sql, error);
  if (statement == NULL)
    return NULL;
  spil_statement_bind_text (statement, 1, folded);
  if (entity->number != SPIL_ENTITY_PROGRAMME)
    spil_statement_bind_id (statement, 2, &programme);
  while ((step = spil_statement_step (statement, error)) == SPIL_STEP_ROW) {
    SpilId id = spil_statement_get_id (statement, 0);

    g_array_append_val (ids, id);
  }
  return step == SPIL_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

SpilId
spil_store_device_by_number (SpilStore *self, int64_t number)
{
  g_autoptr (SpilStatement) statement = NULL;

  if (number == self->device_number)
    return self->device;
  statement = spil_connection_take (self->connection, "SELECT id FROM device WHERE number = ?1", NULL);
  if (statement == NULL)
    return SPIL_ID_NIL;
  spil_statement_bind_integer (statement, 1, number);
  return spil_statement_step (statement, NULL) == SPIL_STEP_ROW ? spil_statement_get_id (statement, 0)
                                                                : SPIL_ID_NIL;
}

int64_t
spil_store_number_of_device (SpilStore *self, const SpilId *device, int64_t author)
{
  g_autoptr (SpilStatement) statement = NULL;

  if (spil_id_is_nil (*device))
    return author;
  statement = spil_connection_take (self->connection, "SELECT number FROM device WHERE id = ?1", NULL);
  if (statement == NULL)
    return 0;
  spil_statement_bind_id (statement, 1, device);
  return spil_statement_step (statement, NULL) == SPIL_STEP_ROW ? spil_statement_get_integer (statement, 0)
                                                                : 0;
}

void
spil_store_set_log_fault (SpilStore *self, int64_t device, int64_t sequence, GError **error)
{
  g_autofree char *shown = g_filename_display_name (spil_connection_get_path (self->connection));
  g_autofree char *entry = g_strdup_printf ("%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT, device, sequence);

  g_set_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_CORRUPT,
               _ ("Entry %s of the change log in %s is damaged. Put back a copy of the database."), entry,
               shown);
}

gboolean
spil_store_add_device (SpilStore *self, const SpilId *device, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (
      self->connection,
      "INSERT INTO device (id, name) SELECT ?1, '' WHERE NOT EXISTS (SELECT 1 FROM device WHERE id = ?1)",
      error);

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_id (statement, 1, device);
  return spil_statement_run (statement, error);
}

gboolean
spil_store_find_payload (SpilStore *self, int64_t device, int64_t sequence, GBytes **payload, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (
      self->connection, "SELECT payload FROM log WHERE device = ?1 AND sequence = ?2", error);
  const void *bytes;
  SpilStep step;
  gsize length;

  *payload = NULL;
  if (statement == NULL)
    return FALSE;
  spil_statement_bind_integer (statement, 1, device);
  spil_statement_bind_integer (statement, 2, sequence);
  step = spil_statement_step (statement, error);
  if (step != SPIL_STEP_ROW)
    return step == SPIL_STEP_DONE;
  bytes = spil_statement_get_blob (statement, 0, &length);
  *payload = g_bytes_new (bytes, length);
  return TRUE;
}

GBytes *
spil_store_read_payload (SpilStore *self, int64_t device, int64_t sequence, GError **error)
{
  GBytes *payload;

  if (!spil_store_find_payload (self, device, sequence, &payload, error))
    return NULL;
  if (payload == NULL)
    spil_store_set_log_fault (self, device, sequence, error);
  return payload;
}
