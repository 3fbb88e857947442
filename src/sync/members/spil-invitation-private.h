// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-invitation.h"

G_BEGIN_DECLS

/** Sets the token that belongs to space, role, expiry and id: only who has the root seed can make it again. */
void spil_invitation_derive_token (SpilInvitation *self, const SpilSigningKey *root);

G_END_DECLS
