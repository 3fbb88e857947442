// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-fund-action.h"
#include "spil-fund-step-dialog.h"

void
spil_fund_step_facts_free (SpilFundStepFacts *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->row, spil_fund_application_row_free);
  g_clear_pointer (&self->grounds, g_ptr_array_unref);
  g_free (self);
}

SpilFundStepFacts *
spil_fund_step_facts_load (SpilStore *store, SpilId application, int to, GError **error)
{
  SpilFundStepFacts *self = g_new0 (SpilFundStepFacts, 1);
  const SpilFundStep step = SPIL_FUND_STEP (to);

  self->to = to;
  self->row = spil_fund_query_application (store, application, error);
  if (self->row != NULL)
    self->grounds = spil_fund_query_grounds (store, self->row->scheme, error);
  if (self->grounds != NULL && spil_fund_step_get_usual (store, application, &step, &self->usual, error))
    return self;
  spil_fund_step_facts_free (self);
  return NULL;
}
