// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-budget-query.h"

G_BEGIN_DECLS

/** A quarter to forecast. */
typedef struct
{
  SpilPeriod period;
  gboolean past; /**< it is over */
  gboolean closed; /**< it takes no bookings */
  int64_t total; /**< cents forecast for it, on lines in the budget */
} SpilForecastQuarter;

/** A line of the grid. */
typedef struct
{
  const SpilBudgetLineFigures *line; /**< owned by the data */
  int64_t *cents; /**< what counts of the forecast, for each quarter */
  int64_t total;
  gboolean known; /**< the budget is stated */
  int64_t left; /**< free once the forecast comes true */
} SpilForecastRow;

/** What the page of forecasts shows. */
typedef struct
{
  SpilBudgetVersionRow *version; /**< NULL: there is no budget */
  GPtrArray *lines; /**< of SpilBudgetLineFigures */
  GArray *quarters; /**< of SpilForecastQuarter */
  GArray *rows; /**< of SpilForecastRow, as the lines */
  SpilBudgetTotal *total;
  int64_t forecast; /**< cents of all quarters, on lines in the budget */
} SpilForecastData;

/** On the worker's thread: reads it for the version with the id @request (SpilId; nil: the one in force). */
gpointer
spil_forecast_data_load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error);
void spil_forecast_data_free (SpilForecastData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilForecastData, spil_forecast_data_free)

/** Whether something can be forecast for it: neither over nor closed. */
gboolean spil_forecast_quarter_is_open (const SpilForecastQuarter *quarter);
/** The first quarter that is open; -1: none. */
int spil_forecast_data_find_open (const SpilForecastData *self);

G_END_DECLS
