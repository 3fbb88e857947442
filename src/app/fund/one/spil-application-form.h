// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-record.h"
#include "spil-worker.h"

G_BEGIN_DECLS

/**
 * The form of a new application, as a draft: what an application has to say, with the test of cost and own share under it while it is typed. @scheme nil: the one
 * scheme, or it is chosen; @organisation nil: it is chosen.
 */
void spil_application_form_add (SpilWorker *worker, GtkWidget *parent, SpilId scheme, SpilId organisation);

/** The same to change what @record says; state and amounts of its steps are not there. */
void spil_application_form_edit (SpilWorker *worker, GtkWidget *parent, SpilRecord *record);

/** Asks only for the decision that makes an exception for what @record holds beyond the rules. */
void spil_application_form_decide (SpilWorker *worker, GtkWidget *parent, SpilRecord *record);

G_END_DECLS
