// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-kept.h"

#include "spil-dialled.h"
#include "spil-merged.h"
#include "spil-statement.h"

/** What is new of an organisation. */
typedef struct
{
  SpilId programme; // nil: it was there before
  gboolean contacted;
  int64_t time; // of the latest contact moment that was added
} SpilKeptNews;

#define NOT_CORRECTED_SQL " NOT EXISTS (SELECT 1 FROM contact r WHERE r.reverses = c.id AND r.dead = 0)"

// The rows that `reached` must have: for each head, the latest of its own and of all that is merged into it.
#define REACHED_SQL                                                                                          \
  "SELECT o.id, o.programme, (SELECT max (last) FROM (SELECT (SELECT c.time FROM contact c "                 \
  "WHERE c.organisation = a.id AND c.dead = 0 AND" NOT_CORRECTED_SQL " ORDER BY c.time DESC LIMIT 1) AS last " \
  "FROM (SELECT o.id AS id UNION ALL SELECT organisation FROM merged WHERE head = o.id) a)) FROM organisation o " \
  "WHERE o.dead = 0 AND o.id NOT IN (SELECT organisation FROM merged)"

void
spil_kept_init (SpilKept *self, SpilConnection *connection)
{
  *self = (SpilKept) {
    .connection = connection,
    .fresh = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, g_free),
    .doubtful = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, NULL),
    .corrected = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, NULL),
  };
}

void
spil_kept_clear (SpilKept *self)
{
  g_clear_pointer (&self->fresh, g_hash_table_unref);
  g_clear_pointer (&self->doubtful, g_hash_table_unref);
  g_clear_pointer (&self->corrected, g_hash_table_unref);
}

static void
add_id (GHashTable *set, SpilId id)
{
  if (!spil_id_is_nil (id) && !g_hash_table_contains (set, &id))
    g_hash_table_add (set, g_memdup2 (&id, sizeof id));
}

static SpilKeptNews *
ensure_news (SpilKept *self, SpilId organisation)
{
  SpilKeptNews *news = g_hash_table_lookup (self->fresh, &organisation);

  if (news == NULL) {
    news = g_new0 (SpilKeptNews, 1);
    g_hash_table_insert (self->fresh, g_memdup2 (&organisation, sizeof organisation), news);
  }
  return news;
}

static int64_t
get_time (SpilRecord *contact)
{
  return spil_record_get (contact, SPIL_CONTACT_TIME)->integer;
}

// A contact moment that corrects another counts itself, and the other no longer.
static void
add_contact (SpilKept *self, SpilRecord *contact)
{
  SpilKeptNews *news = ensure_news (self, spil_record_get_reference (contact, SPIL_CONTACT_ORGANISATION));
  int64_t time = get_time (contact);

  add_id (self->corrected, spil_record_get_reference (contact, SPIL_CONTACT_REVERSES));
  news->time = news->contacted ? MAX (news->time, time) : time;
  news->contacted = TRUE;
}

gboolean
spil_kept_add (SpilKept *self, SpilRecord *record, GError **error)
{
  switch (spil_record_get_entity (record)->number) {
  case SPIL_ENTITY_ORGANISATION:
    ensure_news (self, spil_record_get_id (record))->programme = spil_record_get_reference (
        record, SPIL_FIELD_PROGRAMME);
    self->heads = self->heads || !spil_record_is_null (record, SPIL_ORGANISATION_MERGED_INTO);
    break;
  case SPIL_ENTITY_CONTACT:
    add_contact (self, record);
    break;
  default:
    break;
  }
  return spil_dialled_change (self->connection, NULL, record, error);
}

// Something that happened with a contact moment that counts, or counted.
static void
doubt_contact (SpilKept *self, SpilRecord *contact)
{
  if (contact == NULL)
    return;
  add_id (self->doubtful, spil_record_get_reference (contact, SPIL_CONTACT_ORGANISATION));
  add_id (self->corrected, spil_record_get_reference (contact, SPIL_CONTACT_REVERSES));
}

static gboolean
is_same (SpilRecord *before, SpilRecord *after, int field)
{
  return before != NULL && after != NULL &&
         spil_value_equal (spil_record_get (before, field), spil_record_get (after, field));
}

gboolean
spil_kept_change (SpilKept *self, SpilRecord *before, SpilRecord *after, GError **error)
{
  switch (spil_record_get_entity (before != NULL ? before : after)->number) {
  case SPIL_ENTITY_ORGANISATION:
    if (is_same (before, after, SPIL_ORGANISATION_MERGED_INTO) &&
        is_same (before, after, SPIL_FIELD_PROGRAMME))
      break;
    add_id (self->doubtful, spil_record_get_id (before != NULL ? before : after));
    self->heads = TRUE;
    break;
  case SPIL_ENTITY_CONTACT:
    if (is_same (before, after, SPIL_CONTACT_ORGANISATION) && is_same (before, after, SPIL_CONTACT_TIME) &&
        is_same (before, after, SPIL_CONTACT_REVERSES))
      break;
    doubt_contact (self, before);
    doubt_contact (self, after);
    break;
  default:
    break;
  }
  return spil_dialled_change (self->connection, before, after, error);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return spil_id_compare (*(const SpilId *) a, *(const SpilId *) b);
}

// Orphans wait for rows that may come: what is new may be theirs, so nothing is taken for granted.
static gboolean
doubt_fresh (SpilKept *self, GError **error)
{
  GHashTableIter iter;
  gpointer id;
  gpointer news;
  int64_t orphans;

  if (g_hash_table_size (self->fresh) == 0)
    return TRUE;
  if (!spil_connection_read_integer (self->connection,
                                     "SELECT EXISTS (SELECT 1 FROM orphan) OR EXISTS (SELECT 1 FROM merged)",
                                     &orphans, error))
    return FALSE;
  g_hash_table_iter_init (&iter, self->fresh);
  while (orphans != 0 && g_hash_table_iter_next (&iter, &id, &news)) {
    add_id (self->doubtful, *(const SpilId *) id);
    self->heads = self->heads || !spil_id_is_nil (((SpilKeptNews *) news)->programme);
  }
  return TRUE;
}

// The organisations whose contact moments were corrected.
static gboolean
doubt_corrected (SpilKept *self, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (
      self->connection, "SELECT organisation FROM contact WHERE id = ?1", error);
  GHashTableIter iter;
  gpointer id;

  if (statement == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, self->corrected);
  while (g_hash_table_iter_next (&iter, &id, NULL)) {
    SpilStep step;

    spil_statement_bind_id (statement, 1, id);
    step = spil_statement_step (statement, error);
    if (step == SPIL_STEP_FAILED)
      return FALSE;
    if (step == SPIL_STEP_ROW)
      add_id (self->doubtful, spil_statement_get_id (statement, 0));
    spil_statement_reset (statement);
  }
  return TRUE;
}

// Runs @statement with @id as its first value.
static gboolean
run_with (SpilStatement *statement, const SpilId *id, GError **error)
{
  spil_statement_bind_id (statement, 1, id);
  return spil_statement_run (statement, error);
}

// Reads the heads of what is in doubt, and those themselves.
static GHashTable *
read_heads (SpilKept *self, GError **error)
{
  g_autoptr (GHashTable) heads = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, NULL);
  g_autoptr (SpilStatement) statement = spil_connection_take (
      self->connection, "SELECT head FROM merged WHERE organisation = ?1", error);
  GHashTableIter iter;
  gpointer id;

  if (statement == NULL)
    return NULL;
  g_hash_table_iter_init (&iter, self->doubtful);
  while (g_hash_table_iter_next (&iter, &id, NULL)) {
    SpilStep step;

    add_id (heads, *(const SpilId *) id);
    spil_statement_bind_id (statement, 1, id);
    step = spil_statement_step (statement, error);
    if (step == SPIL_STEP_FAILED)
      return NULL;
    if (step == SPIL_STEP_ROW)
      add_id (heads, spil_statement_get_id (statement, 0));
    spil_statement_reset (statement);
  }
  return g_steal_pointer (&heads);
}

// Works out anew what is in doubt.
static gboolean
write_doubtful (SpilKept *self, GError **error)
{
  g_autoptr (GHashTable) ids = NULL;
  g_autoptr (GPtrArray) sorted = NULL;
  g_autoptr (SpilStatement) remove = NULL;
  g_autoptr (SpilStatement) insert = NULL;

  if (g_hash_table_size (self->doubtful) == 0)
    return TRUE;
  ids = read_heads (self, error);
  if (ids == NULL)
    return FALSE;
  remove = spil_connection_take (self->connection, "DELETE FROM reached WHERE organisation = ?1", error);
  insert = spil_connection_take (self->connection, "INSERT INTO reached " REACHED_SQL " AND o.id = ?1",
                                 error);
  sorted = g_hash_table_get_keys_as_ptr_array (ids);
  g_ptr_array_sort_values (sorted, compare_ids);
  for (guint i = 0; i < sorted->len; i++)
    if (remove == NULL || insert == NULL || !run_with (remove, sorted->pdata[i], error) ||
        !run_with (insert, sorted->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
write_news (SpilStatement *statement, const SpilId *id, const SpilKeptNews *news, GError **error)
{
  spil_statement_bind_id (statement, 1, id);
  if (news->contacted)
    spil_statement_bind_integer (statement, 2, news->time);
  else
    spil_statement_bind_null (statement, 2);
  if (!spil_id_is_nil (news->programme))
    spil_statement_bind_id (statement, 3, &news->programme);
  return spil_statement_run (statement, error);
}

// Adds what is new and not in doubt.
static gboolean
write_fresh (SpilKept *self, GError **error)
{
  g_autoptr (SpilStatement) insert = spil_connection_take (
      self->connection, "INSERT INTO reached (organisation, time, programme) VALUES (?1, ?2, ?3)", error);
  g_autoptr (SpilStatement) update = spil_connection_take (
      self->connection,
      "UPDATE reached SET time = ?2 WHERE organisation = ?1 AND (time IS NULL OR time < ?2)", error);
  g_autoptr (GPtrArray) sorted = NULL;

  if (insert == NULL || update == NULL)
    return FALSE;
  sorted = g_hash_table_get_keys_as_ptr_array (self->fresh);
  g_ptr_array_sort_values (sorted, compare_ids);
  for (guint i = 0; i < sorted->len; i++) {
    const SpilKeptNews *news = g_hash_table_lookup (self->fresh, sorted->pdata[i]);

    if (!g_hash_table_contains (self->doubtful, sorted->pdata[i]) &&
        !write_news (spil_id_is_nil (news->programme) ? update : insert, sorted->pdata[i], news, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
spil_kept_write (SpilKept *self, GError **error)
{
  if (!doubt_corrected (self, error) || !doubt_fresh (self, error) ||
      (self->heads && !spil_merged_update (self->connection, self->doubtful, error)) ||
      !write_doubtful (self, error) || !write_fresh (self, error))
    return FALSE;
  g_hash_table_remove_all (self->fresh);
  g_hash_table_remove_all (self->doubtful);
  g_hash_table_remove_all (self->corrected);
  self->heads = FALSE;
  return TRUE;
}

gboolean
spil_kept_make_anew (SpilConnection *connection, GError **error)
{
  g_autoptr (GHashTable) changed = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, NULL);

  return spil_merged_update (connection, changed, error) &&
         spil_connection_execute (connection, "DELETE FROM reached; INSERT INTO reached " REACHED_SQL,
                                  error) &&
         spil_dialled_make_anew (connection, error);
}

gboolean
spil_kept_check (SpilConnection *connection, gboolean *sound, GError **error)
{
  gboolean numbers;
  int64_t n_wrong;

  if (!spil_merged_check (connection, sound, error) || !spil_dialled_check (connection, &numbers, error) ||
      !spil_connection_read_integer (
          connection,
          "WITH due (organisation, programme, time) AS (" REACHED_SQL
          ") SELECT (SELECT count (*) FROM (SELECT * FROM due EXCEPT SELECT * FROM reached)) + "
          "(SELECT count (*) FROM (SELECT * FROM reached EXCEPT SELECT * FROM due))",
          &n_wrong, error))
    return FALSE;
  *sound = *sound && numbers && n_wrong == 0;
  return TRUE;
}
