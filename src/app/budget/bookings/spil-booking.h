// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-budget-rule.h"
#include "spil-record.h"

G_BEGIN_DECLS

/** What the four kinds of booking have in common, by their fields; 0: it has none. */
typedef struct
{
  int entity;
  int line;
  int date;
  int amount;
  int vat;
  int counterpart;
  int description;
  int reverses;
  int commitment;
  int decision;
} SpilBookingFields;

const SpilBookingFields *spil_booking_fields (SpilBookingKind kind);

/** "Expense", "Commitment": for people. */
const char *spil_booking_label (SpilBookingKind kind);

/** What stands in the form of a new booking; @line nil: is asked. */
SpilRecord *spil_booking_new_preset (SpilBookingKind kind, SpilId line, SpilVat vat, SpilDay day);

/** The row that takes @booking back: the opposite amount on the same line, on @day or on its own day when that is later. */
SpilRecord *spil_booking_new_reversal (SpilBookingKind kind, SpilRecord *booking, SpilDay day);

G_END_DECLS
