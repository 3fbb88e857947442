// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-budget-rule.h"
#include "spil-entity.h"

G_BEGIN_DECLS

/** How many kinds of booking there are. */
#define SPIL_BOOKING_N_KINDS 4

/** The fields of the entity of a kind of booking; 0: it has none. */
typedef struct
{
  SpilEntityNumber entity;
  int line, date, amount, vat, counterpart, description, reverses;
  int reference, origin, commitment, reservation, decision, application, late_of;
} SpilBookingFields;

const SpilBookingFields *spil_booking_fields (SpilBookingKind kind);

/** The kind whose rows are of @entity. FALSE, @kind untouched: it is no booking. */
gboolean spil_booking_kind_of (const SpilEntity *entity, SpilBookingKind *kind);

G_END_DECLS
