// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-syncer.h"

G_BEGIN_DECLS

#define SPIL_TYPE_JOIN_DIALOG (spil_join_dialog_get_type ())

/**
 * Takes part with an invitation, or goes on as the project leader with the code of the recovery sheet: invitation or code, the folder, one's name. Makes
 * an empty database where there is none. What comes next the window shows (see SpilWaitView).
 */
G_DECLARE_FINAL_TYPE (SpilJoinDialog, spil_join_dialog, SPIL, JOIN_DIALOG, AdwDialog)

AdwDialog *spil_join_dialog_new (SpilWorker *worker, SpilSyncer *syncer);
/** With that invitation filled in, which came in a file. */
AdwDialog *spil_join_dialog_new_with (SpilWorker *worker, SpilSyncer *syncer, const char *invitation);
AdwDialog *spil_join_dialog_new_recover (SpilWorker *worker, SpilSyncer *syncer);

G_END_DECLS
