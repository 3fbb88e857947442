// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-closing-rule.h"
#include "spil-money.h"
#include "spil-store.h"

G_BEGIN_DECLS

/** The periods that are closed now, oldest first, as SpilClosedPeriod: closed on two laptops, it is here once. Free with g_array_unref(). */
GArray *spil_closing_query (SpilStore *store, GError **error);

/** A line of a closed period of which the figures are others now: another laptop booked in it before it knew. All figures are cumulative, up to the last day of the period. */
typedef struct
{
  SpilId period; /**< closed period */
  SpilId line;
  char *line_name;
  int number;
  SpilMoney committed_then; /**< as it was closed */
  SpilMoney actual_then;
  SpilMoney committed_now; /**< as it is */
  SpilMoney actual_now;
  int bookings_then;
  int bookings_now;
} SpilClosingDifference;

/**
 * What came in after closing, oldest period first, as SpilClosingDifference; what came into an earlier closed period is told there alone. Opening the period and
 * closing it again takes the new figures over. Free with g_ptr_array_unref().
 */
GPtrArray *spil_closing_query_differences (SpilStore *store, GError **error);
void spil_closing_difference_free (SpilClosingDifference *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilClosingDifference, spil_closing_difference_free)

G_END_DECLS
