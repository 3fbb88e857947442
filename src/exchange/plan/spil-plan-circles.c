// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-network.h"
#include "spil-plan-import-private.h"
#include "spil-text.h"

/* A file with more circles than this has no dependencies to speak of. */
#define MAX_CIRCLES 500
#define NAME_CHARS 40

/* The activities, and what leads to what: first what is in Spil, then what the file adds. */
typedef struct
{
  const SpilPlan *plan;
  GPtrArray *reasons; /* per link of the file; NULL: it may be taken */
  SpilScheduleTask *tasks;
  GArray *links; /* of SpilScheduleLink */
  GArray *sources; /* of int: the link of the file; -1: is in Spil */
} Circles;

static void
add_link (Circles *self, int from, int to, int type, int source)
{
  const SpilScheduleLink link = { .from_index = from, .to_index = to, .type = type };

  g_array_append_val (self->links, link);
  g_array_append_val (self->sources, source);
}

static void
gather (Circles *self, SpilPlanImporting *importing)
{
  g_autoptr (GHashTable) there = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < self->plan->tasks->len; i++) {
    const SpilPlanTaskRow *row = self->plan->tasks->pdata[i];

    self->tasks[i] = (SpilScheduleTask) { .id = row->id,
                                          .parent = row->task.parent,
                                          .start = SPIL_DAY_NONE,
                                          .end = SPIL_DAY_NONE,
                                          .deadline = SPIL_DAY_NONE,
                                          .not_before = SPIL_DAY_NONE };
  }
  for (guint i = 0; i < self->plan->links->len; i++) {
    const SpilPlanLinkRow *row = &g_array_index (self->plan->links, SpilPlanLinkRow, i);
    const gint64 ends = (gint64) row->from_index << 32 | (guint32) row->to_index;

    add_link (self, row->from_index, row->to_index, row->type, -1);
    g_hash_table_add (there, g_memdup2 (&ends, sizeof ends));
  }
  for (guint i = 0; i < importing->plan->links->len; i++) {
    const SpilPlanFileLink *link = importing->plan->links->pdata[i];
    const int from = spil_plan_find_task (self->plan, g_array_index (importing->ids, SpilId, link->from));
    const int to = spil_plan_find_task (self->plan, g_array_index (importing->ids, SpilId, link->to));
    const gint64 ends = (gint64) from << 32 | (guint32) to;

    if (from >= 0 && to >= 0 && !g_hash_table_contains (there, &ends))
      add_link (self, from, to, link->type, (int) i);
  }
}

/* "Werving → Proefperiode → Werving" */
static char *
describe (const Circles *self, GArray *chain)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < chain->len; i++) {
    const SpilPlanTaskRow *row = spil_plan_get_task (self->plan, g_array_index (chain, int, i));
    g_autofree char *name = spil_text_one_line (row->name, NAME_CHARS);

    g_string_append_printf (text, "%s%s", i > 0 ? " → " : "", name);
  }
  return g_strdup_printf (_ ("Activities cannot wait for each other in a circle: %s."), text->str);
}

/* Of the links on the way round, the last that the file adds is left out. FALSE: it adds none. */
static gboolean
cut (Circles *self, GArray *chain)
{
  int found = -1;

  for (guint i = 0; i < self->links->len; i++) {
    const SpilScheduleLink *link = &g_array_index (self->links, SpilScheduleLink, i);

    if (g_array_index (self->sources, int, i) < 0)
      continue;
    for (guint k = 0; k + 1 < chain->len; k++)
      if (link->from_index == g_array_index (chain, int, k) &&
          link->to_index == g_array_index (chain, int, k + 1))
        found = (int) i;
  }
  if (found < 0)
    return FALSE;
  self->reasons->pdata[g_array_index (self->sources, int, found)] = describe (self, chain);
  g_array_remove_index (self->links, (guint) found);
  g_array_remove_index (self->sources, (guint) found);
  return TRUE;
}

static void
refuse_rest (Circles *self)
{
  for (guint i = 0; i < self->sources->len; i++) {
    const int source = g_array_index (self->sources, int, i);

    if (source >= 0)
      self->reasons->pdata[source] = g_strdup (
          _ ("So many dependencies in this file go round in circles that none of the new ones is taken."));
  }
}

GPtrArray *
spil_plan_find_circles (SpilPlanImporting *self, const SpilPlan *plan)
{
  g_autofree SpilScheduleTask *tasks = g_new0 (SpilScheduleTask, plan->tasks->len + 1);
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (SpilScheduleLink));
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GArray) chain = g_array_new (FALSE, FALSE, sizeof (int));
  GPtrArray *reasons = g_ptr_array_new_with_free_func (g_free);
  Circles circles = { plan, reasons, tasks, links, sources };

  g_ptr_array_set_size (reasons, (int) self->plan->links->len);
  gather (&circles, self);
  for (int i = 0; i <= MAX_CIRCLES; i++) {
    g_autoptr (SpilNetwork) network = spil_network_new (
        tasks, plan->tasks->len, (const SpilScheduleLink *) (gconstpointer) links->data, links->len, NULL);

    g_array_set_size (chain, 0);
    if (!spil_network_find_circle (network, chain) || !cut (&circles, chain))
      break;
    if (i == MAX_CIRCLES)
      refuse_rest (&circles);
  }
  return reasons;
}
