// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-audit.h"
#include "spil-kept.h"
#include "spil-recount.h"
#include "spil-replay.h"
#include "spil-rules.h"
#include "spil-schema.h"
#include "spil-store-private.h"
#include "spil-validate.h"

// More faults than this of one kind tell nothing new.
#define MAX_FAULTS 20

typedef struct
{
  SpilStore *store;
  GPtrArray *faults; // of char *
} SpilCheck;

static void G_GNUC_PRINTF (2, 3) add_fault (SpilCheck *self, const char *format, ...)
{
  va_list values;

  va_start (values, format);
  g_ptr_array_add (self->faults, g_strdup_vprintf (format, values));
  va_end (values);
}

static gboolean
check_file (SpilCheck *self, GError **error)
{
  g_autoptr (SpilStatement)
      statement = spil_connection_take (self->store->connection, "PRAGMA integrity_check (20)", error);
  SpilStep step = SPIL_STEP_FAILED;

  while (statement != NULL && (step = spil_statement_step (statement, error)) == SPIL_STEP_ROW)
    if (strcmp (spil_statement_get_text (statement, 0), "ok") != 0)
      add_fault (self, _ ("The database file is damaged: %s. Put back a copy."),
                 spil_statement_get_text (statement, 0));
  return step == SPIL_STEP_DONE;
}

static gboolean
check_tables (SpilCheck *self, GError **error)
{
  gboolean current;

  if (!spil_schema_is_current (self->store->connection, &current, error))
    return FALSE;
  if (!current)
    add_fault (self, _ ("The tables are not those of this version of Spil."));
  return TRUE;
}

static gboolean
check_reference (SpilCheck *self, const SpilEntity *entity, const SpilField *field, GError **error)
{
  const SpilEntity *target = spil_entity_by_number (field->target);
  g_autofree char *sql = g_strdup_printf (
      "SELECT id FROM \"%s\" AS t WHERE dead = 0 AND \"%s\" IS NOT NULL AND NOT EXISTS "
      "(SELECT 1 FROM \"%s\" AS r WHERE r.id = t.\"%s\" AND r.dead = 0) AND NOT EXISTS "
      "(SELECT 1 FROM orphan WHERE orphan.row = t.id AND entity = %d AND field = %d) LIMIT %d",
      entity->name, field->name, target->name, field->name, entity->number, field->number, MAX_FAULTS);
  g_autoptr (SpilStatement) statement = spil_connection_take (self->store->connection, sql, error);
  SpilStep step = SPIL_STEP_FAILED;

  while (statement != NULL && (step = spil_statement_step (statement, error)) == SPIL_STEP_ROW) {
    g_autofree char *id = spil_id_dup_text (spil_statement_get_id (statement, 0));

    add_fault (self, _ ("%s %s: what stands at %s does not exist."), spil_entity_label (entity), id,
               spil_field_label (field));
  }
  return step == SPIL_STEP_DONE;
}

// Checks each row as it would be checked if it were entered now, but for the day: what was to come then may have come.
static gboolean
check_rows (SpilCheck *self, const SpilEntity *entity, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (SpilStatement) statement = NULL;
  SpilStep step = SPIL_STEP_FAILED;
  guint most = self->faults->len + MAX_FAULTS;
  SpilDay today = spil_day_today ();

  // What was erased of a row cannot be missed.
  g_string_append (sql, spil_seal_has_key (entity) ? "SELECT length (key) = 0, id" : "SELECT 0, id");
  spil_row_append_columns (sql, entity, NULL);
  g_string_append_printf (sql, " FROM \"%s\" WHERE dead = 0", entity->name);
  statement = spil_connection_take (self->store->connection, sql->str, error);
  while (statement != NULL && (step = spil_statement_step (statement, error)) == SPIL_STEP_ROW) {
    g_autoptr (SpilRecord) record = spil_row_to_record (statement, entity, 1);
    g_autoptr (GError) fault = NULL;

    if (spil_statement_get_integer (statement, 0) == 0 && !spil_validate_record (record, today, &fault) &&
        self->faults->len < most)
      add_fault (self, "%s", fault->message);
  }
  return step == SPIL_STEP_DONE;
}

static gboolean
check_search (SpilCheck *self, const SpilEntity *entity, GError **error)
{
  g_autofree char *sql = NULL;
  g_autoptr (GError) fault = NULL;

  if (!spil_schema_has_search (entity) || self->store->read_only)
    return TRUE;
  // Rank 1 has the index compared with the rows as well.
  sql = g_strdup_printf ("INSERT INTO \"search_%s\" (\"search_%s\", rank) VALUES ('integrity-check', 1)",
                         entity->name, entity->name);
  if (!spil_connection_execute (self->store->connection, sql, &fault))
    add_fault (self, _ ("The search index of %s does not match its rows."),
               spil_entity_label_plural (entity));
  return TRUE;
}

static gboolean
check_entities (SpilCheck *self, GError **error)
{
  int n_entities;
  const SpilEntity *const *entities = spil_entities (&n_entities);

  for (int i = 0; i < n_entities; i++) {
    if (!check_rows (self, entities[i], error) || !check_search (self, entities[i], error))
      return FALSE;
    for (int j = 1; j < entities[i]->n_fields; j++) {
      const SpilField *field = &entities[i]->fields[j];

      if (spil_field_holds (field) && !check_reference (self, entities[i], field, error))
        return FALSE;
    }
  }
  return TRUE;
}

static gboolean
check_kept (SpilCheck *self, GError **error)
{
  gboolean sound;

  if (!spil_kept_check (self->store->connection, &sound, error))
    return FALSE;
  if (!sound)
    add_fault (
        self,
        _ ("Which organisation was merged into which, when each was last spoken with, or by which telephone numbers rows are found, is not what the rows say."));
  return TRUE;
}

GPtrArray *
spil_store_check (SpilStore *self, GError **error)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  SpilCheck check = { .store = self, .faults = faults };

  spil_store_assert_thread (self);

  if (!check_file (&check, error) || !check_tables (&check, error) || !check_entities (&check, error) ||
      !check_kept (&check, error) || !spil_replay_check (self, faults, error) ||
      !spil_audit_check (self, faults, error) || !spil_rules_check_all (self, faults, error) ||
      !spil_recount_check (self, faults, error))
    return NULL;
  return g_steal_pointer (&faults);
}
