// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-budget-rule.h"
#include "spil-record.h"

G_BEGIN_DECLS

/** How many kinds there are. */
#define SPIL_BOOKING_N_KINDS 4

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
  int reference;
  int late_of;
  int reservation;
  int release;
  int application;
} SpilBookingFields;

const SpilBookingFields *spil_booking_fields (SpilBookingKind kind);

/** "Expense", "Commitment": for people. */
const char *spil_booking_label (SpilBookingKind kind);
/** "Expenses", "Commitments". */
const char *spil_booking_plural (SpilBookingKind kind);

/** The kind whose rows are of @entity. FALSE: it is no booking. */
gboolean spil_booking_kind_of (const SpilEntity *entity, SpilBookingKind *kind);

/** What stands in the form of a new booking; @line nil: is asked. */
SpilRecord *spil_booking_new_preset (SpilBookingKind kind, SpilId line, SpilVat vat, SpilDay day);

/** The row that takes @booking back: the opposite amount on the same line, on @day or on its own day when that is later. */
SpilRecord *spil_booking_new_reversal (SpilBookingKind kind, SpilRecord *booking, SpilDay day);

G_END_DECLS
