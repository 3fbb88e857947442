// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-area-query.h"
#include "spil-chart.h"
#include "spil-employer-query.h"

G_BEGIN_DECLS

/** How many employers of an area are shown. */
#define SPIL_AREA_MAX_EMPLOYERS 50

/** What the page of an area shows. */
typedef struct
{
  SpilRecord *record;
  SpilAreaRow *area;
  GPtrArray *checks; /**< of SpilRecord, latest first */
  GPtrArray *employers; /**< of SpilEmployerRow, by name: the first SPIL_AREA_MAX_EMPLOYERS */
  GPtrArray *parking; /**< of SpilRecord: changes in parking places */
  SpilParkingBalance balance;
  SpilAreaResults results;
  SpilChart *funnel; /**< of the employers there */
} SpilAreaData;

/** Reads it as of today. NULL without an error when the area is gone. */
SpilAreaData *spil_area_data_load (SpilStore *store, SpilId area, GError **error);
void spil_area_data_free (SpilAreaData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilAreaData, spil_area_data_free)

G_END_DECLS
