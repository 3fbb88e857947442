// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-field-editor.h"
#include "spil-fund-action.h"
#include "spil-fund-step-dialog.h"

G_BEGIN_DECLS

#define SPIL_TYPE_FUND_STEP_FORM (spil_fund_step_form_get_type ())

/**
 * The fields of a step, in groups: only what that step has to know, with what is usual filled in. Signal `changed`: a person typed or chose.
 */
G_DECLARE_FINAL_TYPE (SpilFundStepForm, spil_fund_step_form, SPIL, FUND_STEP_FORM, GObject)

/** Adds the groups to @page; borrows @facts. */
SpilFundStepForm *
spil_fund_step_form_new (SpilWorker *worker, const SpilFundStepFacts *facts, AdwPreferencesPage *page);

/** The field to begin with; NULL: none. */
GtkWidget *spil_fund_step_form_get_first (SpilFundStepForm *self);

/** Whether it takes a high dialog. */
gboolean spil_fund_step_form_is_long (SpilFundStepForm *self);

/** Whether all that is typed can be read; the fields say what cannot, and the first of these gets the keyboard. */
gboolean spil_fund_step_form_check (SpilFundStepForm *self);

/** The step as far as it is typed. Its texts are valid until the next call. */
void spil_fund_step_form_read (SpilFundStepForm *self, SpilFundStep *step);

/** What is usual came to be another amount: shown as long as nobody typed one. */
void spil_fund_step_form_set_usual (SpilFundStepForm *self, SpilMoney usual);

G_END_DECLS
