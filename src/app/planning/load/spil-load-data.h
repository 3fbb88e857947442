// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-owner-load-query.h"

G_BEGIN_DECLS

/** What the page of the load shows. */
typedef struct
{
  SpilPlan *plan;
  SpilOwnerLoad *load; /**< of owners for whom something runs */
  SpilRecord *norm; /**< the setting with the norm; NULL: there is none */
  double norm_hours; /**< hours a week; 0: none */
} SpilLoadData;

/** Reads the load of @n_periods periods from @first on. */
SpilLoadData *spil_load_data_load (SpilStore *store, SpilPeriod first, int n_periods, GError **error);
void spil_load_data_free (SpilLoadData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilLoadData, spil_load_data_free)

G_END_DECLS
