// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-budget-query.h"

G_BEGIN_DECLS

/** A quarter of the budget. */
typedef struct
{
  SpilPeriod period;
  gboolean over;
  SpilId closed; /**< the row that closed it; nil: it is open */
  SpilDay closed_on;
  SpilDay reopened_on; /**< last; SPIL_DAY_NONE: never */
  char *reason; /**< why it was closed or opened again, the last of them; NULL: not stated */
  SpilMoney committed_then; /**< as it was closed, up to its last day, of lines in the budget */
  SpilMoney actual_then;
  SpilMoney committed; /**< in the quarter, now */
  SpilMoney actual;
  int n; /**< commitments and expenses in it */
  SpilMoney forecast; /**< that still counts for it */
  int n_no_reference; /**< expenses in it without a reference */
  int n_idle; /**< open commitments of before it that nothing was spent on */
} SpilQuarterRow;

/** What the page of periods shows. */
typedef struct
{
  SpilBudgetVersionRow *version; /**< NULL: there is no budget */
  GPtrArray *quarters; /**< of SpilQuarterRow */
  GArray *closed; /**< of SpilClosedPeriod */
  GPtrArray *differences; /**< of SpilClosingDifference */
} SpilPeriodsData;

/** On the worker's thread. */
gpointer
spil_periods_data_load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error);
void spil_periods_data_free (SpilPeriodsData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilPeriodsData, spil_periods_data_free)

G_END_DECLS
