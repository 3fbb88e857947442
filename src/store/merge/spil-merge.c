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
is_name_of (const SpilStampName *name, const SpilStamp *stamp)
{
  return name->sequence == stamp->sequence && spil_id_equal (name->device, stamp->device);
}

static gboolean
is_taken_back (const SpilWrite *write, const SpilWrite *writes, int n_writes)
{
  for (int i = 0; i < n_writes; i++)
    if (writes[i].undoes != 0 && writes[i].undoes == write->stamp.sequence && writes[i].n_bases > 0 &&
        spil_id_equal (writes[i].stamp.device, write->stamp.device) &&
        is_name_of (&writes[i].bases[0], &write->stamp))
      return TRUE;
  return FALSE;
}

static gboolean
is_replaced (const SpilWrite *write, const SpilWrite *writes, int n_writes)
{
  for (int i = 0; i < n_writes; i++) {
    const SpilWrite *by = &writes[i];

    for (int j = 0; j < by->n_bases; j++)
      if (is_name_of (&by->bases[j], &write->stamp) && (j == 0 || !is_taken_back (by, writes, n_writes)))
        return TRUE;
  }
  return FALSE;
}

static int
compare_indexes (gconstpointer a, gconstpointer b, gpointer writes)
{
  const SpilWrite *all = writes;

  return spil_stamp_compare (&all[*(const int *) a].stamp, &all[*(const int *) b].stamp);
}

SpilMergeResult
spil_merge (const SpilWrite *writes, int n_writes)
{
  SpilMergeResult result = { .winner = highest (writes, n_writes),
                             .rivals = g_array_new (FALSE, FALSE, sizeof (int)) };

  for (int i = 0; i < n_writes; i++) {
    gboolean again = FALSE;

    for (int j = 0; j < i; j++)
      again = again || spil_stamp_same_transaction (&writes[i].stamp, &writes[j].stamp);
    if (!again && !spil_stamp_same_transaction (&writes[i].stamp, &writes[result.winner].stamp) &&
        !is_replaced (&writes[i], writes, n_writes))
      g_array_append_val (result.rivals, i);
  }
  g_array_sort_with_data (result.rivals, compare_indexes, (gpointer) writes);
  return result;
}

void
spil_merge_result_clear (SpilMergeResult *result)
{
  g_clear_pointer (&result->rivals, g_array_unref);
  result->winner = -1;
}
