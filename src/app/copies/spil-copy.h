// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-worker.h"

G_BEGIN_DECLS

#define SPIL_TYPE_COPY_DIALOG (spil_copy_dialog_get_type ())

/** Shows how far the making of a copy is, with a button to cancel it. */
G_DECLARE_FINAL_TYPE (SpilCopyDialog, spil_copy_dialog, SPIL, COPY_DIALOG, AdwDialog)

/** Asks where, and makes a copy of the database there. */
void spil_copy_ask (GtkWidget *parent, SpilWorker *worker);

/** Makes a copy beside @last, the file of the last copy, with the date of today in its name; asks where when that folder is not there, or @last is "". */
void spil_copy_again (GtkWidget *parent, SpilWorker *worker, const char *last);

G_END_DECLS
