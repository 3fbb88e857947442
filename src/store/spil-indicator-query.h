// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-indicator-rule.h"
#include "spil-store.h"

G_BEGIN_DECLS

/** An indicator with its measurements. */
typedef struct
{
  SpilId id;
  char *name;
  char *unit;
  char *per; /**< NULL: not stated */
  char *assumption; /**< NULL: none */
  int frequency; /**< SPIL_FREQUENCY_*; 0: not stated */
  int direction; /**< SPIL_DIRECTION_*; 0: not stated */
  int source; /**< SPIL_INDICATOR_SOURCE_*; 0: not stated */
  int gross_net; /**< SPIL_GROSS_NET_*; 0: not stated */
  GArray *points; /**< of SpilIndicatorPoint, by date */
  GArray *targets; /**< of SpilIndicatorTarget, by date, undated last */
  SpilIndicatorFigures figures; /**< against the first target that is still to come, else the last */
} SpilIndicatorRow;

/** The indicators in their order with what was measured by @day, as SpilIndicatorRow. Free with g_ptr_array_unref(). */
GPtrArray *spil_indicator_query (SpilStore *store, SpilDay day, GError **error);
void spil_indicator_row_free (SpilIndicatorRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilIndicatorRow, spil_indicator_row_free)

G_END_DECLS
