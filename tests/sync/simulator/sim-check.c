// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "sim-rows.h"
#include "sim-world.h"
#include "spil-conflict-query.h"

GPtrArray *
sim_world_writes (SimWorld *self, int device)
{
  GPtrArray *writes = g_ptr_array_new ();

  for (int i = 0; i <= self->n_devices; i++) {
    int64_t last = self->devices[device].known[i];

    if (self->devices[i].revoked)
      last = MIN (last, self->cut[i]);
    for (int64_t j = 0; j < last; j++) {
      SimEntry *entry = g_ptr_array_index (self->entries[i], j);

      g_ptr_array_extend (writes, entry->writes, NULL, NULL);
    }
  }
  return writes;
}

/* What a laptop shows */

static void
add_row (SimState *state, SpilRecord *record)
{
  const SpilEntity *entity = spil_record_get_entity (record);
  SpilId id = spil_record_get_id (record);

  for (int i = 1; i < entity->n_fields; i++)
    if (entity->fields[i].number != 0 && entity->fields[i].group == i) {
      g_autofree char *value = sim_group_text (record, i, FALSE);

      g_ptr_array_add (state->rows, sim_row_line (entity, &id, i, value));
    }
}

static gboolean
add_rows (SpilStore *store, const SpilEntity *entity, SimState *state, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (entity);
  g_autoptr (GPtrArray) records = spil_store_list (store, query, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    add_row (state, g_ptr_array_index (records, i));
  return records != NULL;
}

static const char *
kind_name (SpilConflictKind kind)
{
  static const char *const names[] = { "values", "deleted", "orphan", "circle" };

  return names[kind];
}

static gboolean
add_inbox (SimWorld *self, SpilStore *store, SimState *state, GError **error)
{
  g_autoptr (GPtrArray) inbox = spil_store_conflicts (store, 0, error);

  for (guint i = 0; inbox != NULL && i < inbox->len; i++) {
    const SpilConflict *conflict = g_ptr_array_index (inbox, i);
    g_autoptr (GString) line = g_string_new_take (
        sim_inbox_line (kind_name (conflict->kind), conflict->entity, &conflict->row, conflict->group));

    for (guint j = 0; j < conflict->sides->len; j++) {
      const SpilConflictSide *side = g_ptr_array_index (conflict->sides, j);
      g_autofree char *name = sim_name_entry (self->ids, &side->device, side->sequence);

      g_string_append_printf (line, " %s", name);
    }
    g_ptr_array_add (state->inbox, g_string_free_and_steal (g_steal_pointer (&line)));
  }
  return inbox != NULL;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
read_state (SimWorld *self, SpilStore *store, SimState *state, GError **error)
{
  state->rows = g_ptr_array_new_with_free_func (g_free);
  state->inbox = g_ptr_array_new_with_free_func (g_free);
  if (!add_rows (store, spil_entity (SPIL_ENTITY_PROGRAMME), state, error))
    return FALSE;
  for (int kind = 0; kind < SIM_ROW_KINDS; kind++)
    if (!add_rows (store, sim_row_entity (kind), state, error))
      return FALSE;
  if (!add_inbox (self, store, state, error))
    return FALSE;
  g_ptr_array_sort (state->rows, compare_lines);
  g_ptr_array_sort (state->inbox, compare_lines);
  return TRUE;
}

static void
compare_with (SimWorld *self, int device, const SimState *expected)
{
  g_auto (SimState) found = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *difference = NULL;

  sim_world_turn_to (self, device);
  if (!read_state (self, self->devices[device].store, &found, &error)) {
    sim_world_fault (self, "error", "laptop %d cannot be read: %s", device, error->message);
    return;
  }
  difference = sim_state_difference (expected, &found);
  if (difference != NULL)
    sim_world_fault (self, "model", "laptop %d, %s", device, difference);
}

void
sim_world_check_device (SimWorld *self, int device)
{
  g_autoptr (GPtrArray) writes = sim_world_writes (self, device);
  g_auto (SimState) expected = sim_model_state (writes, self->ids, self->wrong);

  // Keys go before erasures do: then less is shown than the changes that are there say.
  if (!self->devices[device].early)
    compare_with (self, device, &expected);
}

/* What must be the same everywhere */

// The inbox as people see it.
static char *
inbox_text (SpilStore *store)
{
  g_autoptr (GPtrArray) inbox = spil_store_conflicts (store, 0, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; inbox != NULL && i < inbox->len; i++) {
    const SpilConflict *conflict = g_ptr_array_index (inbox, i);

    g_string_append_printf (text, "%s | %s | %s | %s", conflict->id, conflict->title, conflict->group_label,
                            conflict->sentence);
    for (guint j = 0; j < conflict->sides->len; j++) {
      const SpilConflictSide *side = g_ptr_array_index (conflict->sides, j);

      g_string_append_printf (text, " | %s, %s, %" G_GINT64_FORMAT, side->text, side->actor, side->time.ms);
    }
    g_string_append_c (text, '\n');
  }
  return g_string_free_and_steal (text);
}

static void
check_sound (SimWorld *self, int device)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = spil_store_check (self->devices[device].store, &error);

  if (faults == NULL)
    sim_world_fault (self, "error", "laptop %d cannot be checked: %s", device, error->message);
  else if (faults->len > 0)
    sim_world_fault (self, "check", "laptop %d: %s", device, (char *) g_ptr_array_index (faults, 0));
}

// Compares the digest of a laptop with that of the first of those that count, which is kept in @digest.
static void
compare_digest (SimWorld *self, int device, char **digest)
{
  g_autofree char *own = spil_store_digest (self->devices[device].store, NULL);

  if (*digest == NULL)
    *digest = g_steal_pointer (&own);
  else if (g_strcmp0 (*digest, own) != 0)
    sim_world_fault (self, "digest", "laptop %d differs from the first", device);
}

static void
compare_inbox (SimWorld *self, int device, char **inbox)
{
  g_autofree char *own = inbox_text (self->devices[device].store);

  if (*inbox == NULL)
    *inbox = g_steal_pointer (&own);
  else if (g_strcmp0 (*inbox, own) != 0)
    sim_world_fault (self, "sides", "the first shows\n%slaptop %d shows\n%s", *inbox, device, own);
}

void
sim_world_check_all (SimWorld *self, gboolean in_full)
{
  g_autofree char *digest = NULL;
  g_autofree char *inbox = NULL;
  g_auto (SimState) expected = { 0 };
  int chosen = (int) (self->now % self->n_devices);

  for (int i = 0; i < self->n_devices && self->fault == NULL; i++) {
    if (self->devices[i].revoked)
      continue;
    if (expected.rows == NULL) {
      g_autoptr (GPtrArray) writes = sim_world_writes (self, i);

      expected = sim_model_state (writes, self->ids, self->wrong);
    }
    compare_with (self, i, &expected);
    compare_inbox (self, i, &inbox);
    if (in_full || digest == NULL || i == chosen)
      compare_digest (self, i, &digest);
  }
  if (in_full && self->fault == NULL)
    check_sound (self, chosen);
}
