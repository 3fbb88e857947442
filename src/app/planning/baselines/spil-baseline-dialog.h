// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

#include "spil-plan-query.h"
#include "spil-worker.h"

G_BEGIN_DECLS

/** Asks the name and the notes of a new baseline over @parent, and keeps @plan in it as it is now. The plan is copied as far as needed. */
void spil_baseline_dialog_present (SpilWorker *worker, const SpilPlan *plan, GtkWidget *parent);

G_END_DECLS
