// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-home-data.h"

G_BEGIN_DECLS

/** The first steps, where there is no employer yet: add one, or read in a list. */
GtkWidget *spil_begin_group_new (void);

/** Where two brokers would visit one employer too close together; NULL: nowhere. */
GtkWidget *spil_double_visits_group_new (const SpilHomeData *data);
/** The relations without a next action. */
GtkWidget *spil_unplanned_group_new (const SpilHomeData *data);
/** What was typed of contact moments and is not saved; NULL: nothing. */
GtkWidget *spil_drafts_group_new (const SpilHomeData *data);

G_END_DECLS
