// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-scan-action.h"

const SpilScanPart spil_scan_arrivals = { SPIL_ENTITY_SCAN_ARRIVAL,
                                          SPIL_SCAN_ARRIVAL_SCAN,
                                          { SPIL_SCAN_ARRIVAL_WEEKDAY, SPIL_SCAN_ARRIVAL_HOUR },
                                          SPIL_SCAN_ARRIVAL_PEOPLE };
const SpilScanPart spil_scan_home = {
  SPIL_ENTITY_SCAN_HOME, SPIL_SCAN_HOME_SCAN, { SPIL_SCAN_HOME_WEEKDAY, 0 }, SPIL_SCAN_HOME_PEOPLE
};
const SpilScanPart spil_scan_modes = {
  SPIL_ENTITY_SCAN_MODE, SPIL_SCAN_MODE_SCAN, { SPIL_SCAN_MODE_MODE, 0 }, SPIL_SCAN_MODE_PEOPLE
};
const SpilScanPart spil_scan_distances = { SPIL_ENTITY_SCAN_DISTANCE,
                                           SPIL_SCAN_DISTANCE_SCAN,
                                           { SPIL_SCAN_DISTANCE_FROM_KM, SPIL_SCAN_DISTANCE_TO_KM },
                                           SPIL_SCAN_DISTANCE_PEOPLE };

static gboolean
read_part (SpilStore *store, const SpilScanPart *part, SpilId scan, GPtrArray *rows, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (part->entity));
  GPtrArray *found;

  spil_query_where_reference (query, part->scan, scan);
  found = spil_store_list (store, query, error);
  if (found != NULL)
    g_ptr_array_extend_and_steal (rows, found);
  return found != NULL;
}

GPtrArray *
spil_scan_read_rows (SpilStore *store, SpilId scan, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  if (!read_part (store, &spil_scan_arrivals, scan, rows, error) ||
      !read_part (store, &spil_scan_home, scan, rows, error) ||
      !read_part (store, &spil_scan_modes, scan, rows, error) ||
      !read_part (store, &spil_scan_distances, scan, rows, error))
    return NULL;
  return g_steal_pointer (&rows);
}

static int64_t
get_key (SpilRecord *row, int field)
{
  return spil_record_is_null (row, field) ? -1 : spil_record_get_integer (row, field);
}

static gboolean
matches (SpilRecord *row, const SpilScanPart *part, const int64_t keys[2])
{
  if (spil_record_get_entity (row)->number != (int) part->entity)
    return FALSE;
  for (int i = 0; i < 2; i++)
    if (part->keys[i] != 0 && get_key (row, part->keys[i]) != keys[i])
      return FALSE;
  return TRUE;
}

static void
add_row (SpilAction *action, const SpilScanPart *part, SpilId scan, const int64_t keys[2], int64_t people)
{
  g_autoptr (SpilRecord) row = spil_record_new (spil_entity (part->entity), spil_id_new ());

  spil_record_set_reference (row, part->scan, scan);
  for (int i = 0; i < 2; i++)
    if (part->keys[i] != 0 && keys[i] >= 0)
      spil_record_set_integer (row, part->keys[i], keys[i]);
  spil_record_set_integer (row, part->people, people);
  spil_action_add (action, row);
}

// Two laptops may each have added the same count: the first is set, others go.
void
spil_scan_put (SpilAction *action, const SpilScanPart *part, SpilId scan, GPtrArray *rows,
               const int64_t keys[2], int64_t people)
{
  gboolean found = people < 0;

  for (guint i = 0; i < rows->len; i++) {
    SpilRecord *row = rows->pdata[i];
    g_autoptr (SpilRecord) after = NULL;

    if (!matches (row, part, keys))
      continue;
    if (found) {
      spil_action_delete (action, spil_record_get_entity (row), spil_record_get_id (row));
      continue;
    }
    found = TRUE;
    after = spil_record_copy (row);
    spil_record_set_integer (after, part->people, people);
    spil_action_set (action, row, after);
  }
  if (!found)
    add_row (action, part, scan, keys, people);
}
