// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-fund-data.h"
#include "spil-worker.h"

G_BEGIN_DECLS

/** What is done to bring an application into @state: "Submit", "Award". */
const char *spil_application_step_label (int state);

/**
 * Brings the application of @data into @state: at once, or with a form over @parent for what that step has to know. Always one action:
 * an award also writes its assessment, an advance its payment.
 */
void
spil_application_step (GtkWidget *parent, SpilWorker *worker, const SpilApplicationData *data, int state);

/** The row of an assessment that fits the step to @state. */
SpilRecord *spil_application_new_assessment (const SpilFundApplicationRow *row, int state, SpilDay day);

G_END_DECLS
