// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-cadence-rule.h"
#include "spil-store.h"

G_BEGIN_DECLS

/** What is owed to one organisation. */
typedef struct
{
  SpilId organisation;
  int64_t row; /**< of the organisation in its table, when that was asked for */
  SpilContactDebt debt;
} SpilDebt;

/**
 * The organisations of the programme for which a cadence applies, as SpilDebt, in no order; only those of @broker (NULL: of
 * all). Free with g_array_unref().
 */
GArray *
spil_debts_read (SpilStore *store, const char *broker, SpilDay today, gboolean with_rows, GError **error);

G_END_DECLS
