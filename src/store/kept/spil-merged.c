// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-merged.h"

#include "spil-statement.h"

// A comparison, so that only those that are merged are looked at: IS NOT NULL would not use the index.
#define LINKS_SQL                                                                                            \
  "SELECT o.id, o.merged_into FROM organisation o CROSS JOIN organisation t ON t.id = o.merged_into AND t.dead = 0 " \
  "WHERE o.dead = 0 AND o.merged_into > x''"

// Reads two ids of each row: SpilId -> SpilId.
static GHashTable *
read_pairs (SpilConnection *connection, const char *sql, GError **error)
{
  g_autoptr (GHashTable) pairs = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, g_free);
  g_autoptr (SpilStatement) statement = spil_connection_take (connection, sql, error);
  SpilStep step = SPIL_STEP_FAILED;

  while (statement != NULL && (step = spil_statement_step (statement, error)) == SPIL_STEP_ROW) {
    SpilId key = spil_statement_get_id (statement, 0);
    SpilId value = spil_statement_get_id (statement, 1);

    g_hash_table_insert (pairs, g_memdup2 (&key, sizeof key), g_memdup2 (&value, sizeof value));
  }
  return step == SPIL_STEP_DONE ? g_steal_pointer (&pairs) : NULL;
}

// The smallest id of the circle that @id is in.
static SpilId
find_smallest (GHashTable *links, SpilId id)
{
  SpilId smallest = id;

  for (SpilId at = *(const SpilId *) g_hash_table_lookup (links, &id); !spil_id_equal (at, id);
       at = *(const SpilId *) g_hash_table_lookup (links, &at))
    if (spil_id_compare (at, smallest) < 0)
      smallest = at;
  return smallest;
}

// Where the chain from @id ends. Whoever goes on for longer than there are links goes round.
static SpilId
find_head (GHashTable *links, SpilId id)
{
  const SpilId *next;

  for (guint steps = 0; (next = g_hash_table_lookup (links, &id)) != NULL; steps++) {
    if (steps > g_hash_table_size (links))
      return find_smallest (links, id);
    id = *next;
  }
  return id;
}

static GHashTable *
find_heads (SpilConnection *connection, GError **error)
{
  g_autoptr (GHashTable) links = read_pairs (connection, LINKS_SQL, error);
  g_autoptr (GHashTable) heads = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, g_free);
  GHashTableIter iter;
  gpointer id;

  if (links == NULL)
    return NULL;
  g_hash_table_iter_init (&iter, links);
  while (g_hash_table_iter_next (&iter, &id, NULL)) {
    SpilId head = find_head (links, *(const SpilId *) id);

    if (!spil_id_equal (head, *(const SpilId *) id))
      g_hash_table_insert (heads, g_memdup2 (id, sizeof head), g_memdup2 (&head, sizeof head));
  }
  return g_steal_pointer (&heads);
}

static GHashTable *
read_heads (SpilConnection *connection, GError **error)
{
  return read_pairs (connection, "SELECT organisation, head FROM merged", error);
}

// @head NULL: it is merged no longer.
static gboolean
write_head (SpilConnection *connection, const SpilId *organisation, const SpilId *head, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (
      connection,
      head != NULL ? "INSERT OR REPLACE INTO merged (organisation, head) VALUES (?1, ?2)"
                   : "DELETE FROM merged WHERE organisation = ?1",
      error);

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_id (statement, 1, organisation);
  if (head != NULL)
    spil_statement_bind_id (statement, 2, head);
  return spil_statement_run (statement, error);
}

static void
add_id (GHashTable *set, const SpilId *id)
{
  if (id != NULL)
    g_hash_table_add (set, g_memdup2 (id, sizeof *id));
}

// Writes the heads that @to has otherwise than @from, or alone.
static gboolean
write_differences (SpilConnection *connection, GHashTable *from, GHashTable *to, GHashTable *changed,
                   GError **error)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, to);
  while (g_hash_table_iter_next (&iter, &id, NULL)) {
    const SpilId *before = g_hash_table_lookup (from, id);
    const SpilId *after = g_hash_table_lookup (to, id);

    if (before != NULL && spil_id_equal (*before, *after))
      continue;
    if (!write_head (connection, id, after, error))
      return FALSE;
    add_id (changed, id);
    add_id (changed, before);
    add_id (changed, after);
  }
  return TRUE;
}

static gboolean
remove_gone (SpilConnection *connection, GHashTable *from, GHashTable *to, GHashTable *changed,
             GError **error)
{
  GHashTableIter iter;
  gpointer id;
  gpointer head;

  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &id, &head)) {
    if (g_hash_table_contains (to, id))
      continue;
    if (!write_head (connection, id, NULL, error))
      return FALSE;
    add_id (changed, id);
    add_id (changed, head);
  }
  return TRUE;
}

gboolean
spil_merged_update (SpilConnection *connection, GHashTable *changed, GError **error)
{
  g_autoptr (GHashTable) from = read_heads (connection, error);
  g_autoptr (GHashTable) to = from != NULL ? find_heads (connection, error) : NULL;

  return to != NULL && write_differences (connection, from, to, changed, error) &&
         remove_gone (connection, from, to, changed, error);
}

gboolean
spil_merged_check (SpilConnection *connection, gboolean *sound, GError **error)
{
  g_autoptr (GHashTable) there = read_heads (connection, error);
  g_autoptr (GHashTable) due = there != NULL ? find_heads (connection, error) : NULL;
  GHashTableIter iter;
  gpointer id;
  gpointer head;

  if (due == NULL)
    return FALSE;
  *sound = g_hash_table_size (there) == g_hash_table_size (due);
  g_hash_table_iter_init (&iter, due);
  while (*sound && g_hash_table_iter_next (&iter, &id, &head)) {
    const SpilId *written = g_hash_table_lookup (there, id);

    *sound = written != NULL && spil_id_equal (*written, *(const SpilId *) head);
  }
  return TRUE;
}
