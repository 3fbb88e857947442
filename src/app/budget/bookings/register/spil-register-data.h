// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-booking-fields.h"
#include "spil-budget-query.h"

G_BEGIN_DECLS

/** What the register shows besides the rows, which are read as they are looked at. */
typedef struct
{
  SpilBudgetVersionRow *version; /**< whose lines; NULL: there is no budget */
  GPtrArray *lines; /**< of SpilBudgetLineFigures */
  SpilDay first; /**< of the periods to choose from */
  SpilDay last;
  int64_t n_all; /**< bookings there are in all */
  SpilBookingSums sums; /**< of the filter */
  int64_t open
      [SPIL_BOOKING_N_KINDS]; /**< cents still open, where only what is open is asked for; on lines in the budget */
} SpilRegisterData;

/** On the worker's thread: reads it for @filter, a SpilBookingFilter; its version nil: the one in force today, else the latest. */
gpointer
spil_register_data_load (SpilStore *store, gpointer filter, GCancellable *cancellable, GError **error);
void spil_register_data_free (SpilRegisterData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilRegisterData, spil_register_data_free)

/** The version with that id; nil: the one in force on @day, else the first there is. NULL without an error when there is none. */
SpilBudgetVersionRow *spil_register_find_version (SpilStore *store, SpilId id, SpilDay day, GError **error);

G_END_DECLS
