// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "sim-model.h"

// Where an edge leads from and to: an activity to its parent, or a dependency between two.
static gboolean
get_edge (const SimWrite *write, SpilId *from, SpilId *to)
{
  if (write->entity->number == SPIL_ENTITY_TASK) {
    *from = write->row;
    *to = write->links->len > 0 ? g_array_index (write->links, SimLink, 0).target : SPIL_ID_NIL;
    return write->links->len > 0;
  }
  *from = write->links->len > 1 ? g_array_index (write->links, SimLink, 0).target : SPIL_ID_NIL;
  *to = write->links->len > 1 ? g_array_index (write->links, SimLink, 1).target : SPIL_ID_NIL;
  return write->links->len > 1;
}

static int
compare_edges (gconstpointer a, gconstpointer b)
{
  const SimWrite *one = *(const SimWrite *const *) a;
  const SimWrite *other = *(const SimWrite *const *) b;
  int order = spil_stamp_compare (&one->stamp, &other->stamp);

  return order != 0 ? order : spil_id_compare (one->row, other->row);
}

// Whether there is a way from @at to @goal over the edges that count so far.
static gboolean
leads (GPtrArray *counted, SpilId at, SpilId goal)
{
  if (spil_id_equal (at, goal))
    return TRUE;
  for (guint i = 0; i < counted->len; i++) {
    SpilId from;
    SpilId to;

    if (get_edge (g_ptr_array_index (counted, i), &from, &to) && spil_id_equal (from, at) &&
        leads (counted, to, goal))
      return TRUE;
  }
  return FALSE;
}

GHashTable *
sim_model_circles (GPtrArray *edges)
{
  GHashTable *broken = g_hash_table_new (spil_id_hash_key, spil_id_equal_key);
  g_autoptr (GPtrArray) order = g_ptr_array_copy (edges, NULL, NULL);
  g_autoptr (GPtrArray) counted = g_ptr_array_new ();

  // The latest of those that make a circle together is the one that is left out.
  g_ptr_array_sort (order, compare_edges);
  for (guint i = 0; i < order->len; i++) {
    SimWrite *write = g_ptr_array_index (order, i);
    SpilId from;
    SpilId to;

    if (!get_edge (write, &from, &to))
      continue;
    if (leads (counted, to, from))
      g_hash_table_add (broken, &write->row);
    else
      g_ptr_array_add (counted, write);
  }
  return broken;
}
