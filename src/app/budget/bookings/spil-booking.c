// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-booking.h"

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
