// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-chart-hits.h"

#include <math.h>

struct _SpilChartHits
{
  GArray *boxes;
};

static void
clear_box (gpointer data)
{
  SpilChartBox *box = data;

  g_clear_pointer (&box->name, g_free);
  g_clear_pointer (&box->description, g_free);
}

SpilChartHits *
spil_chart_hits_new (void)
{
  SpilChartHits *self = g_new0 (SpilChartHits, 1);

  self->boxes = g_array_new (FALSE, FALSE, sizeof (SpilChartBox));
  g_array_set_clear_func (self->boxes, clear_box);
  return self;
}

void
spil_chart_hits_free (SpilChartHits *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->boxes);
  g_free (self);
}

void
spil_chart_hits_clear (SpilChartHits *self)
{
  g_return_if_fail (self != NULL);

  g_array_set_size (self->boxes, 0);
}

void
spil_chart_hits_add (SpilChartHits *self, const SpilChartBox *box)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (box != NULL);

  g_array_append_val (self->boxes, *box);
}

int
spil_chart_hits_get_count (const SpilChartHits *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (int) self->boxes->len;
}

const SpilChartBox *
spil_chart_hits_get (const SpilChartHits *self, int at)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (at >= 0 && at < (int) self->boxes->len, NULL);

  return &g_array_index (self->boxes, SpilChartBox, at);
}

/* How far the point lies from the box; 0 inside. */
static double
distance (const SpilChartBox *box, double x, double y)
{
  double across = MAX (MAX (box->x - x, x - (box->x + box->width)), 0);
  double down = MAX (MAX (box->y - y, y - (box->y + box->height)), 0);

  return hypot (across, down);
}

static gboolean
is_surface (const SpilChartBox *box)
{
  return box->part == SPIL_CHART_PART_ROW || box->part == SPIL_CHART_PART_CELL;
}

const SpilChartBox *
spil_chart_hits_at (const SpilChartHits *self, double x, double y, double slack)
{
  const SpilChartBox *nearest = NULL;
  const SpilChartBox *under = NULL;
  double least = slack;

  g_return_val_if_fail (self != NULL, NULL);

  for (int i = (int) self->boxes->len - 1; i >= 0; i--) {
    const SpilChartBox *box = &g_array_index (self->boxes, SpilChartBox, i);
    double away = distance (box, x, y);

    if (is_surface (box)) {
      if (away <= 0 && under == NULL)
        under = box;
    } else if (away <= 0)
      return box;
    else if (away <= least && (nearest == NULL || away < least)) {
      nearest = box;
      least = away;
    }
  }
  return nearest != NULL ? nearest : under;
}

const SpilChartBox *
spil_chart_hits_find (const SpilChartHits *self, SpilChartPart part, int index)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->boxes->len; i++) {
    const SpilChartBox *box = &g_array_index (self->boxes, SpilChartBox, i);

    if (box->part == part && box->index == index)
      return box;
  }
  return NULL;
}
