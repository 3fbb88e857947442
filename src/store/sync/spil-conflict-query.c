// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
// Finds what there is to settle, from what the merges kept.
#include <string.h>

#include "spil-conflict-sides.h"
#include "spil-json.h"

// What the tables of the merges point at.
typedef struct
{
  SpilConflictKind kind;
  const SpilEntity *entity;
  SpilId row;
  int group;
} SpilConflictPlace;

static const struct
{
  SpilConflictKind kind;
  const char *all;
  const char *of_row;
} sources[] = {
  { SPIL_CONFLICT_VALUES, "SELECT DISTINCT entity, row, cell FROM rival WHERE cell > 0",
    "SELECT DISTINCT entity, row, cell FROM rival WHERE cell > 0 AND entity = ?1 AND row = ?2" },
  { SPIL_CONFLICT_DELETED,
    "SELECT entity, row, 0 FROM unseen UNION SELECT entity, row, 0 FROM rival WHERE cell = 0",
    "SELECT entity, row, 0 FROM unseen WHERE entity = ?1 AND row = ?2 "
    "UNION SELECT entity, row, 0 FROM rival WHERE cell = 0 AND entity = ?1 AND row = ?2" },
  { SPIL_CONFLICT_ORPHAN, "SELECT entity, row, field FROM orphan",
    "SELECT entity, row, field FROM orphan WHERE entity = ?1 AND row = ?2" },
  { SPIL_CONFLICT_CIRCLE, "SELECT entity, row, 0 FROM broken",
    "SELECT entity, row, 0 FROM broken WHERE entity = ?1 AND row = ?2" },
};

static gboolean
read_places (SpilStore *self, SpilConflictKind kind, SpilStatement *statement, GArray *places, GError **error)
{
  SpilStep step;

  while ((step = spil_statement_step (statement, error)) == SPIL_STEP_ROW) {
    SpilConflictPlace place = {
      .kind = kind,
      .entity = spil_entity_by_number ((int) spil_statement_get_integer (statement, 0)),
      .row = spil_statement_get_id (statement, 1),
      .group = (int) spil_statement_get_integer (statement, 2),
    };

    if (place.entity != NULL)
      g_array_append_val (places, place);
  }
  return step == SPIL_STEP_DONE;
}

// Of the row @row, or of all with NULL.
static GArray *
find_places (SpilStore *self, const SpilEntity *entity, const SpilId *row, GError **error)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (SpilConflictPlace));

  for (gsize i = 0; i < G_N_ELEMENTS (sources); i++) {
    g_autoptr (SpilStatement) statement = spil_connection_take (
        self->connection, row != NULL ? sources[i].of_row : sources[i].all, error);

    if (statement == NULL)
      return NULL;
    if (row != NULL) {
      spil_statement_bind_integer (statement, 1, entity->number);
      spil_statement_bind_id (statement, 2, row);
    }
    if (!read_places (self, sources[i].kind, statement, places, error))
      return NULL;
  }
  return g_steal_pointer (&places);
}

// Appends the entry at a place, unless there is nothing to choose: all say the same, or the row is gone.
static gboolean
add_conflict (SpilStore *self, const SpilConflictPlace *place, GPtrArray *conflicts, GError **error)
{
  g_autoptr (SpilConflict)
      conflict = spil_conflict_new (place->kind, place->entity, &place->row, place->group);

  if (!spil_conflict_fill (conflict, self, error))
    return FALSE;
  if (conflict->sides->len > 0)
    g_ptr_array_add (conflicts, g_steal_pointer (&conflict));
  return TRUE;
}

static GPtrArray *
read_conflicts (SpilStore *self, const SpilEntity *entity, const SpilId *row, GError **error)
{
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_conflict_free);
  g_autoptr (GArray) places = find_places (self, entity, row, error);

  if (places == NULL)
    return NULL;
  for (guint i = 0; i < places->len; i++)
    if (!add_conflict (self, &g_array_index (places, SpilConflictPlace, i), conflicts, error))
      return NULL;
  return g_steal_pointer (&conflicts);
}

static int64_t
latest (const SpilConflict *conflict)
{
  int64_t time = 0;

  for (guint i = 0; i < conflict->sides->len; i++)
    time = MAX (time, ((SpilConflictSide *) g_ptr_array_index (conflict->sides, i))->time.ms);
  return time;
}

static int
compare_age (gconstpointer a, gconstpointer b)
{
  const SpilConflict *one = *(SpilConflict *const *) a;
  const SpilConflict *other = *(SpilConflict *const *) b;
  int64_t time = latest (one);
  int64_t other_time = latest (other);

  return time != other_time ? (time > other_time) - (time < other_time) : strcmp (one->id, other->id);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(SpilConflict *const *) a)->id, (*(SpilConflict *const *) b)->id);
}

GPtrArray *
spil_store_conflicts (SpilStore *self, int limit, GError **error)
{
  g_autoptr (GPtrArray) conflicts = NULL;

  spil_store_assert_thread (self);
  conflicts = read_conflicts (self, NULL, NULL, error);
  if (conflicts == NULL)
    return NULL;
  g_ptr_array_sort (conflicts, compare_age);
  if (limit > 0 && conflicts->len > (guint) limit)
    g_ptr_array_set_size (conflicts, limit);
  return g_steal_pointer (&conflicts);
}

GPtrArray *
spil_store_conflicts_of (SpilStore *self, const SpilEntity *entity, SpilId row, GError **error)
{
  g_autoptr (GPtrArray) conflicts = NULL;

  spil_store_assert_thread (self);
  conflicts = read_conflicts (self, entity, &row, error);
  if (conflicts != NULL)
    g_ptr_array_sort (conflicts, compare_age);
  return g_steal_pointer (&conflicts);
}

// Reads the entity and the row that an id begins with.
static const SpilEntity *
parse_id (const char *id, SpilId *row)
{
  g_auto (GStrv) parts = g_strsplit (id, ".", 3);

  if (g_strv_length (parts) != 3 || !spil_id_parse (parts[1], row))
    return NULL;
  g_strdelimit (parts[0], "-", '_');
  return spil_entity_by_name (parts[0]);
}

SpilConflict *
spil_store_conflict (SpilStore *self, const char *id, GError **error)
{
  SpilId row;
  const SpilEntity *entity = parse_id (id, &row);
  g_autoptr (GPtrArray) conflicts = entity != NULL ? spil_store_conflicts_of (self, entity, row, error)
                                                   : g_ptr_array_new ();

  for (guint i = 0; conflicts != NULL && i < conflicts->len; i++) {
    SpilConflict *conflict = g_ptr_array_index (conflicts, i);

    if (strcmp (conflict->id, id) == 0)
      return g_ptr_array_steal_index (conflicts, i);
  }
  if (conflicts != NULL)
    spil_conflict_set_not_found (id, error);
  return NULL;
}

gboolean
spil_store_count_conflicts (SpilStore *self, int64_t *count, GError **error)
{
  g_autoptr (GPtrArray) conflicts = NULL;

  spil_store_assert_thread (self);
  conflicts = read_conflicts (self, NULL, NULL, error);
  if (conflicts != NULL)
    *count = conflicts->len;
  return conflicts != NULL;
}

static void
append_line (GString *line, const SpilConflict *conflict)
{
  g_string_append (line, "{\"conflict\":");
  spil_json_append_text (line, conflict->id);
  g_string_append (line, ",\"sides\":[");
  for (guint i = 0; i < conflict->sides->len; i++) {
    const SpilConflictSide *side = g_ptr_array_index (conflict->sides, i);
    g_autofree char *device = spil_id_dup_text (side->device);

    g_string_append_printf (line, "%s[\"%s\",%" G_GINT64_FORMAT "]", i > 0 ? "," : "", device,
                            side->sequence);
  }
  g_string_append (line, "]}");
}

gboolean
spil_conflicts_dump (SpilStore *store, SpilDumpFunc func, gpointer user_data, GError **error)
{
  g_autoptr (GPtrArray) conflicts = read_conflicts (store, NULL, NULL, error);

  if (conflicts == NULL)
    return FALSE;
  g_ptr_array_sort (conflicts, compare_ids);
  for (guint i = 0; i < conflicts->len; i++) {
    g_autoptr (GString) line = g_string_new (NULL);

    append_line (line, g_ptr_array_index (conflicts, i));
    if (!func (line->str, user_data, error))
      return FALSE;
  }
  return TRUE;
}
