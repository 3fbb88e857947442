// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-budget-rule.h"
#include "spil-record.h"
#include "spil-store.h"

G_BEGIN_DECLS

/**
 * On the worker's thread, a SpilRecordAdviceFunc: whether the booking fits as far as it is typed, with the arithmetic. What @record reverses is the
 * booking that it comes in the place of: that one's amount counts as free again.
 */
char *spil_booking_advise (SpilStore *store, SpilRecord *record, gboolean *warns);

/** The booking that stands there already with the reference and the amount of @record, in words; NULL: none. Free with g_free(). */
char *spil_booking_dup_duplicate (SpilStore *store, SpilRecord *record, GError **error);

G_END_DECLS
