// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* The order of the tasks, and circles: both look at one graph, of links and "part of". */
#include <string.h>

#include "spil-network-private.h"

/*
 * A summary is two places in the graph: t, where it opens, before all under it; and n + t, where it closes, after these. Any other task is one place. A link
 * leads from where one closes to where another opens. The places after p are to[first[p]] to to[first[p + 1] - 1].
 */
typedef struct
{
  int n;
  int *first;
  int *to;
} Graph;

static int
closing (const SpilNetwork *self, int task)
{
  return self->nodes[task].summary ? self->n + task : task;
}

static void
graph_clear (Graph *self)
{
  g_clear_pointer (&self->first, g_free);
  g_clear_pointer (&self->to, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Graph, graph_clear)

/* Counts a step from p to q, or (when counted) notes it. */
static void
add_step (Graph *self, int *next, int from, int to)
{
  if (next == NULL)
    self->first[from + 1]++;
  else
    self->to[next[from]++] = to;
}

static int
add_steps (Graph *graph, const SpilNetwork *self, int *next, gboolean only_counting)
{
  int n = 0;

  for (int i = 0; i < self->n; i++) {
    int parent = self->nodes[i].parent;

    if (parent < 0)
      continue;
    add_step (graph, next, parent, i);
    add_step (graph, next, closing (self, i), self->n + parent);
    n += 2;
  }
  for (int i = 0; i < self->n_ties; i++) {
    if (only_counting && !self->ties[i].counts)
      continue;
    add_step (graph, next, closing (self, self->ties[i].from), self->ties[i].to);
    n++;
  }
  return n;
}

static void
graph_init (Graph *graph, const SpilNetwork *self, gboolean only_counting)
{
  g_autofree int *next = NULL;

  graph->n = 2 * self->n;
  graph->first = g_new0 (int, graph->n + 2);
  graph->to = g_new0 (int, add_steps (graph, self, NULL, only_counting) + 1);
  for (int i = 0; i < graph->n; i++)
    graph->first[i + 1] += graph->first[i];
  next = g_memdup2 (graph->first, sizeof (int) * (gsize) (graph->n + 1));
  add_steps (graph, self, next, only_counting);
}

/* How far each place is from those that wait for nothing; -1: in or behind a circle. Returns the greatest (Kahn, Communications of the ACM 5, 1962). */
static int
find_levels (const Graph *graph, int *levels)
{
  g_autofree int *waits_for = g_new0 (int, graph->n + 1);
  g_autofree int *queue = g_new (int, graph->n + 1);
  int length = 0, last = 0;

  for (int i = 0; i < graph->first[graph->n]; i++)
    waits_for[graph->to[i]]++;
  for (int i = 0; i < graph->n; i++) {
    levels[i] = -1;
    if (waits_for[i] == 0)
      queue[length++] = i;
  }
  for (int i = 0; i < length; i++) {
    int place = queue[i];

    last = levels[place] = MAX (levels[place], 0);
    for (int step = graph->first[place]; step < graph->first[place + 1]; step++) {
      int to = graph->to[step];

      if (--waits_for[to] > 0)
        continue;
      levels[to] = levels[place] + 1;
      queue[length++] = to;
    }
  }
  return last;
}

/* Places by level, and in the order of the plan within one. The queue above comes in the order of levels, so a place's last step to it is from the level before. */
void
spil_network_sort (SpilNetwork *self)
{
  g_auto (Graph) graph = { 0 };
  g_autofree int *levels = g_new (int, 2 * self->n + 1);
  g_autofree int *next = NULL;
  int last;

  graph_init (&graph, self, TRUE);
  last = find_levels (&graph, levels);
  next = g_new0 (int, last + 3);
  self->order = g_new (int, 2 * self->n + 1);
  for (int i = 0; i < graph.n; i++)
    if (levels[i] >= 0 && (i < self->n || self->nodes[i - self->n].summary))
      next[levels[i] + 1]++;
  for (int i = 0; i <= last; i++)
    next[i + 1] += next[i];
  self->n_order = next[last + 1];
  for (int i = 0; i < self->n; i++) {
    if (levels[i] >= 0)
      self->order[next[levels[i]]++] = i;
    if (self->nodes[i].summary && levels[self->n + i] >= 0)
      self->order[next[levels[self->n + i]]++] = ~i;
  }
}

enum
{
  NOT_SEEN,
  ON_THE_WAY,
  FINISHED
};

/* Follows the steps from @start; returns a place that is met again on the way, or -1. @next of each place moves on as its steps are followed. */
static int
walk (const Graph *graph, int *next, guint8 *seen, int *way, int start)
{
  int depth = 0;

  way[0] = start;
  seen[start] = ON_THE_WAY;
  while (depth >= 0) {
    int place = way[depth], to;

    if (next[place] == graph->first[place + 1]) {
      seen[place] = FINISHED;
      depth--;
      continue;
    }
    to = graph->to[next[place]++];
    if (seen[to] == ON_THE_WAY)
      return to;
    if (seen[to] == NOT_SEEN) {
      way[++depth] = to;
      seen[to] = ON_THE_WAY;
    }
  }
  return -1;
}

static int
find_on_circle (const Graph *graph)
{
  g_autofree int *next = g_memdup2 (graph->first, sizeof (int) * (gsize) (graph->n + 1));
  g_autofree guint8 *seen = g_new0 (guint8, graph->n + 1);
  g_autofree int *way = g_new (int, graph->n + 1);

  for (int i = 0; i < graph->n; i++) {
    int found = seen[i] == NOT_SEEN ? walk (graph, next, seen, way, i) : -1;

    if (found >= 0)
      return found;
  }
  return -1;
}

/* The place from which each place is first reached, breadth first, from @start until back there. */
static void
search_back (const Graph *graph, int start, int *from)
{
  g_autofree int *queue = g_new (int, graph->n + 2);
  int length = 1;

  memset (from, 0xff, sizeof (int) * (gsize) graph->n);
  queue[0] = start;
  for (int i = 0; i < length && from[start] < 0; i++)
    for (int step = graph->first[queue[i]]; step < graph->first[queue[i] + 1]; step++)
      if (from[graph->to[step]] < 0) {
        from[graph->to[step]] = queue[i];
        queue[length++] = graph->to[step];
      }
}

static void
prepend_task (GArray *chain, int task)
{
  if (chain->len == 0 || g_array_index (chain, int, 0) != task)
    g_array_prepend_val (chain, task);
}

gboolean
spil_network_find_circle (const SpilNetwork *self, GArray *chain)
{
  g_auto (Graph) graph = { 0 };
  g_autofree int *from = NULL;
  int start, place;

  g_return_val_if_fail (self != NULL, FALSE);

  graph_init (&graph, self, FALSE);
  start = find_on_circle (&graph);
  if (start < 0 || chain == NULL)
    return start >= 0;
  from = g_new (int, graph.n + 1);
  search_back (&graph, start, from);
  g_array_set_size (chain, 0);
  place = start;
  do {
    prepend_task (chain, place % self->n);
    place = from[place];
  } while (place != start);
  if (chain->len == 1 || g_array_index (chain, int, 0) != start % self->n) {
    int first = start % self->n;

    g_array_prepend_val (chain, first);
  }
  return TRUE;
}
