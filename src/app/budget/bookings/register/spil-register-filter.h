// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-budget-query.h"
#include "spil-period.h"

G_BEGIN_DECLS

#define SPIL_TYPE_REGISTER_FILTER (spil_register_filter_get_type ())

/** The conditions of the register besides its text: kind, line, period, only open commitments, late ones. Signal `changed`: a person chose. */
G_DECLARE_FINAL_TYPE (SpilRegisterFilter, spil_register_filter, SPIL, REGISTER_FILTER, AdwBin)

/** What lines and periods there are to choose from: @lines of SpilBudgetLineFigures, periods from the one of @first to that of @last. What was chosen stays. */
void
spil_register_filter_set_choices (SpilRegisterFilter *self, GPtrArray *lines, SpilDay first, SpilDay last);

/** Shows what @filter asks. */
void spil_register_filter_set (SpilRegisterFilter *self, const SpilBookingFilter *filter);
/** Puts what is chosen into @filter; its version and text are left alone. */
void spil_register_filter_get (SpilRegisterFilter *self, SpilBookingFilter *filter);

/** The conditions that are set, each as a text for SpilFilterLine; NULL: that one is not. */
typedef enum
{
  SPIL_REGISTER_BY_KIND,
  SPIL_REGISTER_BY_LINE,
  SPIL_REGISTER_BY_PERIOD,
  SPIL_REGISTER_BY_OPEN,
  SPIL_REGISTER_BY_LATE,
  SPIL_REGISTER_N_CONDITIONS
} SpilRegisterCondition;

char *spil_register_filter_dup_text (SpilRegisterFilter *self, SpilRegisterCondition condition);
/** Lets go of a condition; it is told as a change. */
void spil_register_filter_drop (SpilRegisterFilter *self, SpilRegisterCondition condition);
void spil_register_filter_clear (SpilRegisterFilter *self);

G_END_DECLS
