// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-merge.h"

static int
highest (const SpilWrite *writes, int n_writes)
{
  int best = -1;

  for (int i = 0; i < n_writes; i++)
    if (best < 0 || spil_stamp_compare (&writes[i].stamp, &writes[best].stamp) > 0)
      best = i;
  return best;
}

static gboolean
is_base_of_any (const SpilWrite *write, const SpilWrite *writes, int n_writes)
{
  for (int i = 0; i < n_writes; i++)
    if (spil_stamp_same_transaction (&writes[i].base, &write->stamp))
      return TRUE;
  return FALSE;
}

static gboolean
is_said_in (const SpilWrite *write, const SpilWrite *writes, GArray *indexes)
{
  for (guint i = 0; i < indexes->len; i++)
    if (g_strcmp0 (writes[g_array_index (indexes, int, i)].value, write->value) == 0)
      return TRUE;
  return FALSE;
}

static int
compare_indexes (gconstpointer a, gconstpointer b, gpointer writes)
{
  const SpilWrite *all = writes;

  return spil_stamp_compare (&all[*(const int *) a].stamp, &all[*(const int *) b].stamp);
}

static GArray *
sorted_indexes (const SpilWrite *writes, int n_writes)
{
  GArray *indexes = g_array_sized_new (FALSE, FALSE, sizeof (int), (guint) n_writes);

  for (int i = 0; i < n_writes; i++)
    g_array_append_val (indexes, i);
  g_array_sort_with_data (indexes, compare_indexes, (gpointer) writes);
  return indexes;
}

SpilMergeResult
spil_merge (const SpilWrite *writes, int n_writes)
{
  SpilMergeResult result = { .winner = highest (writes, n_writes),
                             .inbox = g_array_new (FALSE, FALSE, sizeof (int)) };
  g_autoptr (GArray) order = sorted_indexes (writes, n_writes);
  g_autoptr (GArray) said = g_array_new (FALSE, FALSE, sizeof (int));

  if (result.winner < 0)
    return result;
  g_array_append_val (said, result.winner);
  for (guint i = 0; i < order->len; i++) {
    int index = g_array_index (order, int, i);

    if (is_base_of_any (&writes[index], writes, n_writes) || is_said_in (&writes[index], writes, said))
      continue;
    g_array_append_val (said, index);
    g_array_append_val (result.inbox, index);
  }
  return result;
}

void
spil_merge_result_clear (SpilMergeResult *result)
{
  g_clear_pointer (&result->inbox, g_array_unref);
  result->winner = -1;
}
