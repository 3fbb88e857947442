// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-invitation.h"

G_BEGIN_DECLS

/** The most bytes that a request has. */
#define SPIL_JOIN_WISH_MAX_BYTES (16 * 1024)

/** A wish to join, as the one who has it makes it and the project leader reads it. */
typedef struct
{
  SpilId device;
  SpilPublicKey key;
  SpilRole role; /**< of the invitation */
  SpilTime expires; /**< of the invitation */
  SpilTime asked;
  uint8_t invitation[8];
  char *person;
  char *device_name;
  char *code; /**< "4821 9073" */
} SpilJoinWish;

void spil_join_wish_clear (SpilJoinWish *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpilJoinWish, spil_join_wish_clear)

/** The request of @device, whose keys are made from @signer, to be put into its folder. */
GBytes *
spil_join_wish_seal (const SpilInvitation *invitation, const SpilId *device, const SpilSigningKey *signer,
                     const char *person, const char *device_name, SpilTime asked);

/**
 * Reads a request with the root seed, and checks that it comes from one who was invited: SPIL_WIRE_ERROR. Whether the invitation has
 * expired or was used (spil_membership_is_used()) is the caller's to see.
 */
gboolean spil_join_wish_open (GBytes *bytes, const SpilId *space, const SpilSigningKey *root,
                              SpilJoinWish *wish, GError **error);

/** The short code, "4821 9073", that both sides see: follows from the invitation and the keys of the one who asks. Free with g_free(). */
char *spil_join_code (const SpilInvitation *invitation, const SpilId *device, const SpilPublicKey *key);

/** Whether two codes are the same; spaces, hyphens and dots do not matter. */
gboolean spil_join_code_equal (const char *a, const char *b);

G_END_DECLS
