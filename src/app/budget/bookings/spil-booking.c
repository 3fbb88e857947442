// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-booking.h"

#include <glib/gi18n-lib.h>

#define COMMON_FIELDS(ENTITY)                                                                                          \
  .entity = SPIL_ENTITY_##ENTITY, .line = SPIL_##ENTITY##_LINE, .date = SPIL_##ENTITY##_DATE,                          \
  .amount = SPIL_##ENTITY##_AMOUNT, .vat = SPIL_##ENTITY##_VAT, .counterpart = SPIL_##ENTITY##_COUNTERPART,            \
  .description = SPIL_##ENTITY##_DESCRIPTION, .reverses = SPIL_##ENTITY##_REVERSES

static const SpilBookingFields kinds[SPIL_BOOKING_N_KINDS] = {
  [SPIL_BOOKING_RESERVATION] = { COMMON_FIELDS (RESERVATION), .reference = SPIL_RESERVATION_REFERENCE },
  [SPIL_BOOKING_COMMITMENT] = { COMMON_FIELDS (COMMITMENT), .decision = SPIL_COMMITMENT_DECISION,
                                .reference = SPIL_COMMITMENT_REFERENCE, .late_of = SPIL_COMMITMENT_LATE_OF,
                                .reservation = SPIL_COMMITMENT_RESERVATION, .release = SPIL_COMMITMENT_RELEASE,
                                .application = SPIL_COMMITMENT_APPLICATION },
  [SPIL_BOOKING_ACTUAL] = { COMMON_FIELDS (ACTUAL), .commitment = SPIL_ACTUAL_COMMITMENT,
                            .decision = SPIL_ACTUAL_DECISION, .reference = SPIL_ACTUAL_REFERENCE,
                            .late_of = SPIL_ACTUAL_LATE_OF },
  [SPIL_BOOKING_FORECAST] = { COMMON_FIELDS (FORECAST) },
};

const SpilBookingFields *
spil_booking_fields (SpilBookingKind kind)
{
  g_return_val_if_fail ((gsize) kind < G_N_ELEMENTS (kinds), NULL);
  return &kinds[kind];
}

const char *
spil_booking_label (SpilBookingKind kind)
{
  return spil_entity_label (spil_entity (spil_booking_fields (kind)->entity));
}

const char *
spil_booking_plural (SpilBookingKind kind)
{
  return spil_entity_label_plural (spil_entity (spil_booking_fields (kind)->entity));
}

gboolean
spil_booking_kind_of (const SpilEntity *entity, SpilBookingKind *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (entity->number == kinds[i].entity) {
      *kind = (SpilBookingKind) i;
      return TRUE;
    }
  return FALSE;
}

SpilRecord *
spil_booking_new_preset (SpilBookingKind kind, SpilId line, SpilVat vat, SpilDay day)
{
  const SpilBookingFields *fields = spil_booking_fields (kind);
  SpilRecord *record = spil_record_new (spil_entity (fields->entity), spil_id_new ());

  spil_record_set_day (record, fields->date, day);
  if (!spil_id_is_nil (line))
    spil_record_set_reference (record, fields->line, line);
  if (vat != SPIL_VAT_UNKNOWN)
    spil_record_set_integer (record, fields->vat, vat);
  return record;
}

SpilRecord *
spil_booking_new_reversal (SpilBookingKind kind, SpilRecord *booking, SpilDay day)
{
  const SpilBookingFields *fields = spil_booking_fields (kind);
  const SpilEntity *entity = spil_record_get_entity (booking);
  SpilRecord *record = spil_record_new (entity, spil_id_new ());
  SpilDay booked = spil_record_get_day (booking, fields->date);

  for (int i = 1; i < entity->n_fields; i++)
    if (entity->fields[i].number != 0)
      spil_record_set (record, i, spil_record_get (booking, i));
  spil_record_set_integer (record, fields->amount, -spil_record_get_integer (booking, fields->amount));
  spil_record_set_day (record, fields->date, spil_day_compare (booked, day) > 0 ? booked : day);
  spil_record_set_reference (record, fields->reverses, spil_record_get_id (booking));
  return record;
}
