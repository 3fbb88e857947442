// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-record.h"

G_BEGIN_DECLS

/** The fields of a booking that rules look at: reservations, commitments, expenses, forecasts and payments. 0: it has none. */
typedef struct
{
  SpilEntityNumber entity;
  const char *table;
  int line;
  int date;
  int amount;
  int vat;
  int reverses;
  int release;
  int decision;
  int draws; /**< what it takes its room from: an expense a commitment, a commitment a reservation */
  int application; /**< a payment's */
} SpilRuleFields;

/** Those of @record, which is a booking. */
const SpilRuleFields *spil_rule_fields (SpilRecord *record);

G_END_DECLS
