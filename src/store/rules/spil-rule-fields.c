// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-rule-fields.h"

static const SpilRuleFields kinds[] = {
  { .entity = SPIL_ENTITY_RESERVATION,
    .table = "reservation",
    .line = SPIL_RESERVATION_LINE,
    .date = SPIL_RESERVATION_DATE,
    .amount = SPIL_RESERVATION_AMOUNT,
    .vat = SPIL_RESERVATION_VAT,
    .reverses = SPIL_RESERVATION_REVERSES },
  { .entity = SPIL_ENTITY_COMMITMENT,
    .table = "commitment",
    .line = SPIL_COMMITMENT_LINE,
    .date = SPIL_COMMITMENT_DATE,
    .amount = SPIL_COMMITMENT_AMOUNT,
    .vat = SPIL_COMMITMENT_VAT,
    .reverses = SPIL_COMMITMENT_REVERSES,
    .release = SPIL_COMMITMENT_RELEASE,
    .decision = SPIL_COMMITMENT_DECISION,
    .draws = SPIL_COMMITMENT_RESERVATION },
  { .entity = SPIL_ENTITY_ACTUAL,
    .table = "actual",
    .line = SPIL_ACTUAL_LINE,
    .date = SPIL_ACTUAL_DATE,
    .amount = SPIL_ACTUAL_AMOUNT,
    .vat = SPIL_ACTUAL_VAT,
    .reverses = SPIL_ACTUAL_REVERSES,
    .decision = SPIL_ACTUAL_DECISION,
    .draws = SPIL_ACTUAL_COMMITMENT },
  { .entity = SPIL_ENTITY_FORECAST,
    .table = "forecast",
    .line = SPIL_FORECAST_LINE,
    .date = SPIL_FORECAST_DATE,
    .amount = SPIL_FORECAST_AMOUNT,
    .vat = SPIL_FORECAST_VAT,
    .reverses = SPIL_FORECAST_REVERSES },
  { .entity = SPIL_ENTITY_PAYMENT,
    .table = "payment",
    .date = SPIL_PAYMENT_DATE,
    .amount = SPIL_PAYMENT_AMOUNT,
    .reverses = SPIL_PAYMENT_REVERSES,
    .application = SPIL_PAYMENT_APPLICATION },
};

const SpilRuleFields *
spil_rule_fields (SpilRecord *record)
{
  int entity = spil_record_get_entity (record)->number;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if ((int) kinds[i].entity == entity)
      return &kinds[i];
  g_return_val_if_reached (NULL);
}
