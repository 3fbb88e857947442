// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-fund-query.h"
#include "spil-worker.h"

G_BEGIN_DECLS

/** A step that an application may take now. */
typedef struct
{
  int to; /**< SPIL_APPLICATION_STATE_* */
  const char *label; /**< what is done: "Award"; owned by gettext */
  gboolean asks; /**< facts are asked for first */
} SpilFundChoice;

/** The steps of an application in @row, the usual one first. Free with g_array_unref(). */
GArray *spil_fund_steps_of (const SpilFundApplicationRow *row);

/** What is done to bring an application into the state @to: "Submit", "Award". Owned by gettext. */
const char *spil_fund_step_label (int to);

/**
 * Brings the application into the state @to, as one action: at once, or with a short dialog over @parent for the facts that the step needs. A step
 * that is not allowed is told with its sentence.
 */
void spil_fund_step_present (GtkWidget *parent, SpilWorker *worker, SpilId application, int to);

G_END_DECLS
