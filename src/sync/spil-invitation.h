// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-space.h"
#include "spil-wire.h"

G_BEGIN_DECLS

/** What stands in an invitation: one line of text, for one laptop, that gives nothing but the right to ask. */
typedef struct
{
  SpilId space;
  SpilPublicKey root; /**< of the project leader: signs the members; requests are sealed to it */
  SpilRole role;
  SpilTime expires; /**< whole minutes */
  uint8_t id[8]; /**< random; an entry that lets somebody in names it, so it is used once */
  uint8_t token
      [16]; /**< proves that one was invited: follows from all the above and the root seed, so nothing is to be remembered */
} SpilInvitation;

/** For one laptop of @role, until @expires; with the root seed of the project leader. */
SpilInvitation
spil_invitation_make (const SpilId *space, const SpilSigningKey *root, SpilRole role, SpilTime expires);

/** "SPIL1-..." : one line of capitals and digits. Free with g_free(). */
char *spil_invitation_to_text (const SpilInvitation *self);

/**
 * Reads it, also when pasted with other text before it, broken into lines, with spaces, in lower case, or with O for 0 and I or L for 1. It does not
 * look at the clock. SPIL_SPACE_ERROR_INVITATION.
 */
gboolean spil_invitation_parse (const char *text, SpilInvitation *invitation, GError **error);

G_END_DECLS
