// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* Links that the dates do not meet. */
#include "spil-network-private.h"

/* A milestone lies anywhere in its day; at the evening of it when what it waits for ends there. */
static gboolean
is_moment_early (const SpilNode *node, int at, gboolean closes)
{
  return at > node->end || (at == node->end && !closes);
}

static gboolean
is_early (const SpilNetwork *self, const SpilPlaces *places, const SpilScheduleLink *link, const SpilArc *arc)
{
  const SpilNode *node = &self->nodes[link->to_index];
  const SpilPosition *to = node->summary ? &places->span[link->to_index] : &places->own[link->to_index];
  gboolean closes;
  int at = spil_network_bound (self, arc, &places->span[arc->other], &closes);

  if (!spil_axis_is_known (at))
    return FALSE;
  if (node->kind == SPIL_NODE_MOMENT && !node->summary)
    return is_moment_early (node, at, closes);
  if (node->kind == SPIL_NODE_LOOSE && !node->summary)
    return spil_axis_is_known (arc->to_end ? node->end : node->start) &&
           at > (arc->to_end ? node->end : node->start);
  return spil_axis_is_known (to->end) && at > (arc->to_end ? to->end : to->start);
}

static gboolean
is_broken (const SpilNetwork *self, const SpilPlaces *places, const SpilScheduleLink *link)
{
  SpilArc arc;

  if (link->from_index < 0 || link->from_index >= self->n || link->to_index < 0 ||
      link->to_index >= self->n || self->nodes[link->to_index].pin >= SPIL_PIN_DONE ||
      self->nodes[link->from_index].pin == SPIL_PIN_STOPPED ||
      !spil_network_may_link (self, link->to_index, link->type))
    return FALSE;
  arc = spil_arc_of_link (link, link->from_index);
  return is_early (self, places, link, &arc);
}

void
spil_network_find_broken (const SpilNetwork *self, const SpilScheduleLink *links, gsize n_links,
                          gboolean *broken)
{
  g_auto (SpilPlaces) places = { 0 };

  g_return_if_fail (self != NULL);
  g_return_if_fail ((links != NULL && broken != NULL) || n_links == 0);

  spil_places_init (&places, self->n);
  spil_network_place (self, SPIL_PLACE_HOLD, &places);
  for (gsize i = 0; i < n_links; i++)
    broken[i] = is_broken (self, &places, &links[i]);
}
