// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-syncer.h"

G_BEGIN_DECLS

#define SPIL_TYPE_INVITE_DIALOG (spil_invite_dialog_get_type ())

/** Makes an invitation for one laptop: the role, then the text to send. */
G_DECLARE_FINAL_TYPE (SpilInviteDialog, spil_invite_dialog, SPIL, INVITE_DIALOG, AdwDialog)

AdwDialog *spil_invite_dialog_new (SpilSyncer *syncer);

G_END_DECLS
