// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

#include "spil-worker.h"

G_BEGIN_DECLS

/**
 * Presents over @parent the form to add an employer. Together with it comes the relation, in the first stage of the funnel; the
 * page of the new employer opens when it is saved.
 */
void spil_employer_add_present (SpilWorker *worker, GtkWidget *parent);

G_END_DECLS
