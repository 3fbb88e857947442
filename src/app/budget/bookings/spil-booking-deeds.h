// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-budget-rule.h"
#include "spil-worker.h"

G_BEGIN_DECLS

/* What is done to a booking that is there. Each is one step that the toast takes back; what may not be is said by the window. */

/** Asks why, over @parent, and takes the booking back. @title is what it is about. */
void spil_booking_ask_reverse (GtkWidget *parent, SpilWorker *worker, SpilBookingKind kind, SpilId id,
                               const char *title);

/** Asks why, over @parent, and releases the @open of the commitment. */
void spil_booking_ask_release (GtkWidget *parent, SpilWorker *worker, SpilId commitment, const char *title,
                               SpilMoney open);

G_END_DECLS
