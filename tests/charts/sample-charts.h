// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-chart.h"
#include "spil-gantt.h"

/** Charts with the figures of the plan of 2018 where it states them, and invented ones where it does not: for tests and looking. */
typedef struct
{
  const char *name;
  SpilChart *(*make) (void);
} SampleChart;

/** Ends with a name of NULL. */
extern const SampleChart sample_charts[];

/** A planning of @rows rows with links between many of them. */
SpilChart *sample_large_gantt (int rows);
/** Charts without any data, one of each kind; ends with a name of NULL. */
extern const SampleChart sample_empty_charts[];
/** Charts full of texts and figures that nobody would want, one of each kind; ends with a name of NULL. */
extern const SampleChart sample_hostile_charts[];
/** A planning as somebody works in it, with a table and every state that a row can have. */
SpilChart *sample_planning (void);
