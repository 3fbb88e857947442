// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-id.h"
#include "spil-period.h"
#include "spil-worker.h"

G_BEGIN_DECLS

/** What the forecast of a line becomes for a quarter. */
typedef struct
{
  SpilId line;
  SpilPeriod quarter;
  int64_t cents; /**< with the VAT note of the line */
} SpilForecastEdit;

/** Carries out @edits (of SpilForecastEdit, each of another cell; copied) as one step that the toast takes back. Finish with spil_deed_finish(); with @callback NULL the window shows errors. */
void spil_forecast_deed_do (SpilWorker *worker, GArray *edits, const char *reason,
                            GAsyncReadyCallback callback, gpointer user_data);

G_END_DECLS
