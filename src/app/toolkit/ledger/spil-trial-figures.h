// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-figure-strip.h"
#include "spil-page.h"
#include "spil-trial-ledger-rule.h"

G_BEGIN_DECLS

/* What trial cards come to, as the figures over a page. */

/** The settings that they are shown with. */
typedef struct
{
  int horizon; /**< days that are looked ahead */
  int64_t plan_share; /**< decimal: the share that the plan reports; -1: not set */
  char *plan_source; /**< who says so; NULL: not stated */
} SpilTrialNorms;

gboolean spil_trial_norms_load (SpilTrialNorms *self, SpilStore *store, GError **error);
void spil_trial_norms_clear (SpilTrialNorms *self);

/** Spent, at stake now and soon, and the share that keeps travelling so, with n, unknown and the plan's share beside it. */
void
spil_trial_show_figures (SpilFigureStrip *strip, const SpilTrialLedger *ledger, const SpilTrialNorms *norms);

/** The share that keeps travelling so alone; @norms NULL: without the plan's. */
void
spil_trial_add_share (SpilFigureStrip *strip, const SpilTrialLedger *ledger, const SpilTrialNorms *norms);

/** Opens the rules of @instrument over @page, to be edited in place. */
void spil_trial_choose_rule (SpilPage *page, SpilId instrument);

G_END_DECLS
