// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-syncer.h"

G_BEGIN_DECLS

#define SPIL_TYPE_RECOVERY_DIALOG (spil_recovery_dialog_get_type ())

/** The recovery sheet again, on the project leader's laptop. */
G_DECLARE_FINAL_TYPE (SpilRecoveryDialog, spil_recovery_dialog, SPIL, RECOVERY_DIALOG, AdwDialog)

AdwDialog *spil_recovery_dialog_new (SpilSyncer *syncer);

G_END_DECLS
