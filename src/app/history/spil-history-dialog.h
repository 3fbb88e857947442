// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-worker.h"

G_BEGIN_DECLS

#define SPIL_TYPE_HISTORY_DIALOG (spil_history_dialog_get_type ())

/**
 * What was done on this laptop, newest first and by day: several things are taken back, or done again, at once; Enter opens what it was about.
 */
G_DECLARE_FINAL_TYPE (SpilHistoryDialog, spil_history_dialog, SPIL, HISTORY_DIALOG, AdwDialog)

AdwDialog *spil_history_dialog_new (SpilWorker *worker);

G_END_DECLS
