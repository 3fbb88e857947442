// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-chart.h"

G_BEGIN_DECLS

/** Places on the sheet go from 0 to this, in both directions; the sheet is as wide as the chart. */
#define SPIL_AREA_MAP_SIZE 1000
/** The sheet is so much less high than it is wide. */
#define SPIL_AREA_MAP_RATIO 0.62

/** What an area is, and so how it is drawn. */
typedef enum
{
  SPIL_AREA_MAP_PARK, /**< a square */
  SPIL_AREA_MAP_CORRIDOR, /**< a long bar */
  SPIL_AREA_MAP_DISTRICT, /**< a circle */
  SPIL_AREA_MAP_MUNICIPALITY, /**< a large circle, only an outline */
} SpilAreaMapShape;

/** What follows for it. */
typedef enum
{
  SPIL_AREA_MAP_NOT_ASSESSED,
  SPIL_AREA_MAP_ONE_TO_ONE,
  SPIL_AREA_MAP_EXCEPTION,
  SPIL_AREA_MAP_APPROACH,
} SpilAreaMapState;

/** One area. */
typedef struct
{
  const char *label;
  const char *note; /**< under the label, such as "34 employers"; NULL: none */
  SpilAreaMapShape shape;
  SpilAreaMapState state;
  int met; /**< preconditions that are met, of four */
  double weight; /**< 0 to 1: how large it is among the others */
  gboolean hint; /**< the figures ask for a look at it */
  int x; /**< of its middle; out of the sheet is moved to its edge */
  int y;
} SpilAreaMapPlace;

/** A schematic overview: areas where people have put them. No true distances, no map behind. */
typedef struct _SpilAreaMap SpilAreaMap;

SpilAreaMap *spil_area_map_new (void);
void spil_area_map_free (SpilAreaMap *self);
/** Adds an area; its texts are copied. */
void spil_area_map_add (SpilAreaMap *self, const SpilAreaMapPlace *place);
/** Puts area @index (counted from 0, in the order of adding) elsewhere: while it is dragged. */
void spil_area_map_move (SpilAreaMap *self, int index, int x, int y);
/** Where it is. */
void spil_area_map_get_place (const SpilAreaMap *self, int index, int *x, int *y);
/** Which one is marked; -1: none. */
void spil_area_map_set_marked (SpilAreaMap *self, int index);
/** Makes the chart; takes @self, which stays valid as long as the chart. The hit boxes are SPIL_CHART_PART_TOKEN by index. */
SpilChart *spil_area_map_to_chart (SpilAreaMap *self);

/** The place on the sheet at the point @px, @py of the chart that @painter would draw (see spil_chart_get_painter()). */
void spil_area_map_place_at (const SpilChartPainter *painter, double px, double py, int *x, int *y);

/** A place for the area at @index of @count that nobody has put anywhere yet: in rows, from the top left on. */
void spil_area_map_usual_place (int index, int count, int *x, int *y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilAreaMap, spil_area_map_free)

G_END_DECLS
