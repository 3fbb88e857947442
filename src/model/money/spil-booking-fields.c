// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-booking-fields.h"

static const SpilBookingFields kinds[SPIL_BOOKING_N_KINDS] = {
  [SPIL_BOOKING_RESERVATION] = {
    .entity = SPIL_ENTITY_RESERVATION,
    .line = SPIL_RESERVATION_LINE,
    .date = SPIL_RESERVATION_DATE,
    .amount = SPIL_RESERVATION_AMOUNT,
    .vat = SPIL_RESERVATION_VAT,
    .counterpart = SPIL_RESERVATION_COUNTERPART,
    .description = SPIL_RESERVATION_DESCRIPTION,
    .reverses = SPIL_RESERVATION_REVERSES,
    .reference = SPIL_RESERVATION_REFERENCE,
  },
  [SPIL_BOOKING_COMMITMENT] = {
    .entity = SPIL_ENTITY_COMMITMENT,
    .line = SPIL_COMMITMENT_LINE,
    .date = SPIL_COMMITMENT_DATE,
    .amount = SPIL_COMMITMENT_AMOUNT,
    .vat = SPIL_COMMITMENT_VAT,
    .counterpart = SPIL_COMMITMENT_COUNTERPART,
    .description = SPIL_COMMITMENT_DESCRIPTION,
    .reverses = SPIL_COMMITMENT_REVERSES,
    .reference = SPIL_COMMITMENT_REFERENCE,
    .origin = SPIL_COMMITMENT_ORIGIN,
    .reservation = SPIL_COMMITMENT_RESERVATION,
    .decision = SPIL_COMMITMENT_DECISION,
    .application = SPIL_COMMITMENT_APPLICATION,
    .late_of = SPIL_COMMITMENT_LATE_OF,
  },
  [SPIL_BOOKING_ACTUAL] = {
    .entity = SPIL_ENTITY_ACTUAL,
    .line = SPIL_ACTUAL_LINE,
    .date = SPIL_ACTUAL_DATE,
    .amount = SPIL_ACTUAL_AMOUNT,
    .vat = SPIL_ACTUAL_VAT,
    .counterpart = SPIL_ACTUAL_COUNTERPART,
    .description = SPIL_ACTUAL_DESCRIPTION,
    .reverses = SPIL_ACTUAL_REVERSES,
    .reference = SPIL_ACTUAL_REFERENCE,
    .origin = SPIL_ACTUAL_ORIGIN,
    .commitment = SPIL_ACTUAL_COMMITMENT,
    .decision = SPIL_ACTUAL_DECISION,
    .late_of = SPIL_ACTUAL_LATE_OF,
  },
  [SPIL_BOOKING_FORECAST] = {
    .entity = SPIL_ENTITY_FORECAST,
    .line = SPIL_FORECAST_LINE,
    .date = SPIL_FORECAST_DATE,
    .amount = SPIL_FORECAST_AMOUNT,
    .vat = SPIL_FORECAST_VAT,
    .counterpart = SPIL_FORECAST_COUNTERPART,
    .description = SPIL_FORECAST_DESCRIPTION,
    .reverses = SPIL_FORECAST_REVERSES,
  },
};

const SpilBookingFields *
spil_booking_fields (SpilBookingKind kind)
{
  g_return_val_if_fail ((gsize) kind < G_N_ELEMENTS (kinds), NULL);
  return &kinds[kind];
}

gboolean
spil_booking_kind_of (const SpilEntity *entity, SpilBookingKind *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (entity->number == (int) kinds[i].entity) {
      *kind = (SpilBookingKind) i;
      return TRUE;
    }
  return FALSE;
}
