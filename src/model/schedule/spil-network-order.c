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

/* The places in the graph along the way back to @start, as tasks, the last step first; a summary that opens and closes at once counts once. */
static void
collect_tasks (const SpilNetwork *self, const int *from, int start, GArray *tasks)
{
  int place = start;

  g_array_set_size (tasks, 0);
  do {
    int task = place % self->n;

    if (tasks->len == 0 || g_array_index (tasks, int, tasks->len - 1) != task)
      g_array_append_val (tasks, task);
    place = from[place];
  } while (place != start);
  if (tasks->len > 1 && g_array_index (tasks, int, 0) == g_array_index (tasks, int, tasks->len - 1))
    g_array_set_size (tasks, tasks->len - 1);
}

/* Turns it round, and begins with the task that is first in the plan. */
static void
make_chain (const GArray *tasks, GArray *chain)
{
  guint first = 0;

  for (guint i = 1; i < tasks->len; i++)
    if (g_array_index (tasks, int, i) < g_array_index (tasks, int, first))
      first = i;
  g_array_set_size (chain, 0);
  for (guint i = 0; i <= tasks->len; i++)
    g_array_append_val (chain,
                        g_array_index (tasks, int, (first + tasks->len - i % tasks->len) % tasks->len));
}

gboolean
spil_network_find_circle (const SpilNetwork *self, GArray *chain)
{
  g_autoptr (GArray) tasks = g_array_new (FALSE, FALSE, sizeof (int));
  g_auto (Graph) graph = { 0 };
  g_autofree int *from = NULL;
  int start;

  g_return_val_if_fail (self != NULL, FALSE);

  graph_init (&graph, self, FALSE);
  start = find_on_circle (&graph);
  if (start < 0 || chain == NULL)
    return start >= 0;
  from = g_new (int, graph.n + 1);
  search_back (&graph, start, from);
  collect_tasks (self, from, start, tasks);
  make_chain (tasks, chain);
  return TRUE;
}
