// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-member-entry.h"

G_BEGIN_DECLS

/** A laptop as it was admitted. */
typedef struct
{
  SpilMemberFacts facts;
  uint8_t invitation[8];
  int epoch; /**< at which it was admitted */
  GBytes *names;
  GBytes *sealed;
} SpilMembershipMember;

/** What an epoch began with. */
typedef struct
{
  uint8_t for_root[SPIL_SEALED_KEY_LENGTH];
  GArray *shares; /**< of SpilKeyShare; NULL for the first epoch */
} SpilMembershipEpoch;

/** A statement of a laptop that goes on as another. */
typedef struct
{
  SpilId device;
  SpilId successor;
  uint8_t sign[32]; /**< the public key with which it is signed */
  SpilTime time;
} SpilSuccessor;

struct _SpilMembership
{
  SpilId space;
  SpilPublicKey root;
  int number;
  SpilHash hash;
  GPtrArray *members; /**< of SpilMembershipMember */
  GPtrArray *epochs; /**< of SpilMembershipEpoch */
  GHashTable *cuts; /**< SpilId -> SpilCutOff: how far identities of revoked laptops count */
  GArray *statements; /**< of SpilSuccessor, by time and successor */
  GPtrArray
      *facts; /**< of SpilMemberFacts: what follows from all that, in the order of spil_membership_list() */
  GHashTable *by_device; /**< SpilId -> SpilMemberFacts of `facts` */
};

/** The one that was admitted with that identity. */
SpilMembershipMember *spil_membership_find (const SpilMembership *self, const SpilId *origin);

/** Reads a statement and checks that who signed it is who it says. */
gboolean
spil_successor_parse (GBytes *statement, const SpilId *space, SpilSuccessor *successor, GError **error);

/** Works out `facts` anew. */
void spil_membership_resolve (SpilMembership *self);

G_END_DECLS
