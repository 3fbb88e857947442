// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-budget-query.h"

G_BEGIN_DECLS

/*
 * The budget and the bookings as tables for people: .ods, .xlsx, .csv. Amounts are real numbers, totals and what follows from other cells are formulas. The
 * file appears whole or not at all; each export is told to the audit table. Both fail with SPIL_EXCHANGE_ERROR, SPIL_STORE_ERROR, G_FILE_ERROR or
 * G_IO_ERROR_CANCELLED.
 */

/**
 * The budget @version (nil: the one in force today), with a sheet each for the lines with their figures, the bookings that @filter selects (NULL: all of the version),
 * the forecast by quarter, who pays what, co-financing, the versions with what the last change moved, and what the file is. CSV: the lines alone.
 */
gboolean spil_export_budget (SpilStore *store, SpilId version, const SpilBookingFilter *filter,
                             const char *path, GCancellable *cancellable, GError **error);

/** The bookings that @filter selects (NULL: all of the budget in force today), oldest first. */
gboolean spil_export_register (SpilStore *store, const SpilBookingFilter *filter, const char *path,
                               GCancellable *cancellable, GError **error);

G_END_DECLS
