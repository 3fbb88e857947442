// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-id.h"

G_BEGIN_DECLS

/** Numbers that look random and are the same for the same seed, on every machine: for invented data. Not for secrets. */
typedef struct
{
  uint64_t state;
} SpilRandom;

SpilRandom spil_random (uint64_t seed);

/** The next number (splitmix64). */
uint64_t spil_random_next (SpilRandom *self);

/** From 0 up to but not including @n, which is more than 0. */
int spil_random_below (SpilRandom *self, int n);

/** From @first to @last, both included. */
int spil_random_between (SpilRandom *self, int first, int last);

/** TRUE in @percent of 100 cases. */
gboolean spil_random_chance (SpilRandom *self, int percent);

/** An index of @weights, as often as its weight says. */
int spil_random_weighted (SpilRandom *self, const int *weights, int n_weights);

/** An id of that time (milliseconds since 1970). */
SpilId spil_random_id (SpilRandom *self, int64_t time_ms);

/** Ids in their order, a millisecond apart. */
typedef struct
{
  SpilRandom random;
  int64_t time; /**< of the next id, milliseconds since 1970 */
} SpilIdSeries;

/** A series that begins on 31 July 2018, for the rows of a template. */
SpilIdSeries spil_id_series (uint64_t seed);

/** The next id of the SpilIdSeries @series: a SpilIdFunc. */
SpilId spil_id_series_next (gpointer series);

G_END_DECLS
