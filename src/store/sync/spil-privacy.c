// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-privacy.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-erase-private.h"
#include "spil-schema.h"
#include "spil-sync-store.h"
#include "spil-text.h"
#include "spil-transaction.h"

// Stands while traces of what was erased may be left in the file.
#define SCRUB_NOTE "scrub"

void
spil_erasure_free (SpilErasure *self)
{
  if (self != NULL)
    g_clear_pointer (&self->mentions, g_ptr_array_unref);
  g_free (self);
}

// The contact moments with the person whose note is not erased yet, as SpilId.
static GArray *
find_notes (SpilStore *self, const SpilId *person, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (
      self->connection,
      "SELECT DISTINCT c.id FROM contact_person AS p JOIN contact AS c ON c.id = p.contact "
      "WHERE p.person = ?1 AND p.dead = 0 AND length (c.key) > 0",
      error);
  g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (SpilId));
  SpilStep step = SPIL_STEP_FAILED;

  if (statement == NULL)
    return NULL;
  spil_statement_bind_id (statement, 1, person);
  while ((step = spil_statement_step (statement, error)) == SPIL_STEP_ROW) {
    SpilId id = spil_statement_get_id (statement, 0);

    g_array_append_val (notes, id);
  }
  return step == SPIL_STEP_DONE ? g_steal_pointer (&notes) : NULL;
}

static gboolean
is_own (SpilRecord *record, const SpilId *person, GArray *notes)
{
  SpilId id = spil_record_get_id (record);

  if (spil_id_equal (id, *person))
    return TRUE;
  for (guint i = 0; i < notes->len; i++)
    if (spil_id_equal (g_array_index (notes, SpilId, i), id))
      return TRUE;
  return FALSE;
}

// Whether all words of @folded stand next to each other in a text of the record.
static gboolean
mentions (SpilRecord *record, const char *folded)
{
  const SpilEntity *entity = spil_record_get_entity (record);

  for (int i = 1; i < entity->n_fields; i++) {
    g_autofree char *text = NULL;

    if (entity->fields[i].number == 0 || entity->fields[i].type != SPIL_TYPE_TEXT ||
        spil_record_is_null (record, i))
      continue;
    text = spil_text_fold (spil_record_get_text (record, i));
    if (strstr (text, folded) != NULL)
      return TRUE;
  }
  return FALSE;
}

// Rows of @entity in which the name stands.
static gboolean
find_mentions (SpilStore *self, const SpilEntity *entity, const char *name, const SpilId *person,
               GArray *notes, GPtrArray *found, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (entity);
  g_autoptr (GPtrArray) records = NULL;
  g_autofree char *folded = spil_text_fold (name);

  if (*folded == '\0' || !spil_schema_has_search (entity))
    return TRUE;
  spil_query_search (query, name);
  records = spil_store_list (self, query, error);
  for (guint i = 0; records != NULL && i < records->len; i++) {
    SpilRecord *record = g_ptr_array_index (records, i);

    if (mentions (record, folded) && !is_own (record, person, notes))
      g_ptr_array_add (found, g_object_ref (record));
  }
  return records != NULL;
}

static int64_t
count_personal (SpilRecord *record)
{
  const SpilEntity *entity = spil_record_get_entity (record);
  int64_t n_fields = 0;

  for (int i = 1; i < entity->n_fields; i++)
    if (entity->fields[i].number != 0 && spil_seal_concerns (&entity->fields[i]) &&
        !spil_record_is_null (record, i))
      n_fields++;
  return n_fields;
}

// How many entries of the log wrote the row.
static gboolean
count_entries (SpilStore *self, const SpilEntity *entity, SpilId id, int64_t *n_entries, GError **error)
{
  g_autoptr (GPtrArray) history = spil_store_history (self, entity, id, error);

  if (history != NULL)
    *n_entries += history->len;
  return history != NULL;
}

static gboolean
survey (SpilStore *self, SpilRecord *person, GArray *notes, SpilErasure *erasure, GError **error)
{
  SpilId id = spil_record_get_id (person);
  int n_entities;
  const SpilEntity *const *entities = spil_entities (&n_entities);

  erasure->mentions = g_ptr_array_new_with_free_func (g_object_unref);
  erasure->n_fields = count_personal (person);
  erasure->n_notes = notes->len;
  if (!count_entries (self, spil_record_get_entity (person), id, &erasure->n_log, error))
    return FALSE;
  for (guint i = 0; i < notes->len; i++)
    if (!count_entries (self, spil_entity (SPIL_ENTITY_CONTACT), g_array_index (notes, SpilId, i),
                        &erasure->n_log, error))
      return FALSE;
  for (int i = 0; i < n_entities; i++)
    if (!spil_record_is_null (person, SPIL_PERSON_NAME) &&
        !find_mentions (self, entities[i], spil_record_get_text (person, SPIL_PERSON_NAME), &id, notes,
                        erasure->mentions, error))
      return FALSE;
  return TRUE;
}

static SpilErasure *
read_erasure (SpilStore *self, SpilId id, GArray **notes, GError **error)
{
  g_autoptr (SpilErasure) erasure = g_new0 (SpilErasure, 1);
  g_auto (SpilRow) row = { 0 };

  if (!spil_row_read (self->tables, spil_entity (SPIL_ENTITY_PERSON), &id, &row, error))
    return NULL;
  if (row.number == 0) {
    spil_store_set_not_found (spil_entity (SPIL_ENTITY_PERSON), &id, error);
    return NULL;
  }
  *notes = find_notes (self, &id, error);
  if (*notes == NULL || !survey (self, row.record, *notes, erasure, error))
    return NULL;
  return g_steal_pointer (&erasure);
}

SpilErasure *
spil_store_survey_person (SpilStore *self, SpilId person, GError **error)
{
  g_autoptr (GArray) notes = NULL;

  spil_store_assert_thread (self);
  return read_erasure (self, person, &notes, error);
}

static void
add_row (GArray *rows, SpilEntityNumber entity, SpilId id)
{
  SpilLinkRow row = { .entity = spil_entity (entity), .id = id };

  g_array_append_val (rows, row);
}

gboolean
spil_store_may_erase (SpilStore *self, GError **error)
{
  spil_store_assert_thread (self);
  if (!self->read_only && !self->reader)
    return TRUE;
  spil_connection_set_error (self->connection, SQLITE_READONLY, error);
  return FALSE;
}

gboolean
spil_store_erase_rows (SpilStore *self, const GArray *rows, const char *label, GError **error)
{
  g_auto (SpilTransaction) transaction = { 0 };

  if (!spil_transaction_begin (&transaction, self, SPIL_TRANSACTION_ACTION, error))
    return FALSE;
  for (guint i = 0; i < rows->len; i++) {
    const SpilLinkRow *row = &g_array_index (rows, SpilLinkRow, i);

    if (!spil_transaction_plan_erase (&transaction, row->entity, &row->id, error))
      return FALSE;
  }
  if (!spil_transaction_close_plan (&transaction, error))
    return FALSE;
  return spil_transaction_is_empty (&transaction) ||
         (spil_transaction_apply (&transaction, error) &&
          spil_transaction_finish (&transaction, "erase", label, 0, transaction.undo_position, error));
}

static gboolean
erase (SpilStore *self, SpilId person, GArray *notes, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (SpilLinkRow));

  add_row (rows, SPIL_ENTITY_PERSON, person);
  for (guint i = 0; i < notes->len; i++)
    add_row (rows, SPIL_ENTITY_CONTACT, g_array_index (notes, SpilId, i));
  return spil_store_erase_rows (self, rows, _ ("Personal data erased"), error);
}

SpilErasure *
spil_store_erase_person (SpilStore *self, SpilId person, GError **error)
{
  g_autoptr (GArray) notes = NULL;
  g_autoptr (SpilErasure) erasure = NULL;

  if (!spil_store_may_erase (self, error))
    return NULL;
  erasure = read_erasure (self, person, &notes, error);
  if (erasure == NULL || !erase (self, person, notes, error))
    return NULL;
  // What was erased stays erased; another program that reads only puts off the removal of its traces.
  erasure->traces_left = !spil_store_scrub (self, NULL);
  return g_steal_pointer (&erasure);
}

// Words that were taken out stay in the pages of a search table until its pieces are joined.
static gboolean
join_searches (SpilStore *self, GError **error)
{
  int n_entities;
  const SpilEntity *const *entities = spil_entities (&n_entities);

  for (int i = 0; i < n_entities; i++) {
    g_autofree char *sql = g_strdup_printf ("INSERT INTO \"search_%s\" (\"search_%s\") VALUES ('rebuild')",
                                            entities[i]->name, entities[i]->name);

    if (spil_seal_has_key (entities[i]) && spil_schema_has_search (entities[i]) &&
        !spil_connection_execute (self->connection, sql, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
scrub (SpilStore *self, GError **error)
{
  // Freed pages are overwritten, the file is written anew without them, and the write-ahead log emptied.
  return spil_connection_execute (self->connection, "PRAGMA secure_delete = ON; PRAGMA temp_store = FILE",
                                  error) &&
         join_searches (self, error) && spil_connection_execute (self->connection, "VACUUM", error) &&
         spil_connection_execute (self->connection, "PRAGMA wal_checkpoint (TRUNCATE)", error) &&
         spil_store_set_note (self, SCRUB_NOTE, NULL, error);
}

gboolean
spil_store_scrub (SpilStore *self, GError **error)
{
  gboolean scrubbed;

  spil_store_assert_thread (self);
  scrubbed = scrub (self, error);
  spil_connection_execute (self->connection, "PRAGMA secure_delete = OFF; PRAGMA temp_store = MEMORY", NULL);
  return scrubbed;
}

gboolean
spil_store_note_traces (SpilStore *self, GError **error)
{
  g_autoptr (GBytes) note = g_bytes_new_static ("", 0);

  return spil_store_set_note (self, SCRUB_NOTE, note, error);
}

gboolean
spil_store_needs_scrub (SpilStore *self)
{
  g_autoptr (GBytes) note = spil_store_get_note (self, SCRUB_NOTE, NULL);

  return note != NULL;
}
