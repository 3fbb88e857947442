// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-id.h"
#include "spil-worker.h"

G_BEGIN_DECLS

#define SPIL_TYPE_DECISION_GROUP (spil_decision_group_get_type ())

/**
 * The part of a form that asks when a version of the budget was decided on, and by which decision: chosen, or noted down at once. It stands in an AdwNavigationView.
 * Signal `changed`.
 */
G_DECLARE_FINAL_TYPE (SpilDecisionGroup, spil_decision_group, SPIL, DECISION_GROUP, AdwPreferencesGroup)

/** @today stands in the form at first. */
GtkWidget *spil_decision_group_new (SpilWorker *worker, SpilDay today);

/** FALSE, with the error shown at its row and set, when what is typed is no day. */
gboolean spil_decision_group_get (SpilDecisionGroup *self, SpilDay *day, SpilId *decision, GError **error);

G_END_DECLS
