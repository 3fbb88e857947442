// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-syncer.h"

G_BEGIN_DECLS

#define SPIL_TYPE_SHARE_DIALOG (spil_share_dialog_get_type ())

/** Begins to share this database: the folder, one's name, and then the recovery sheet. */
G_DECLARE_FINAL_TYPE (SpilShareDialog, spil_share_dialog, SPIL, SHARE_DIALOG, AdwDialog)

AdwDialog *spil_share_dialog_new (SpilSyncer *syncer);

G_END_DECLS
