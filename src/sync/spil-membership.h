// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-keyring.h"
#include "spil-space.h"

G_BEGIN_DECLS

/*
 * Who belongs to a space: what follows from a chain of entries that the project leader signed with the root key, and from the statements of
 * laptops that go on under another identity. A function of those alone, without clock, database or carrier.
 */

/** What an entry does. */
typedef enum
{
  SPIL_ENTRY_CREATE = 1, /**< makes the space, with the laptop of the project leader as its first member */
  SPIL_ENTRY_ADMIT = 2, /**< lets a laptop in */
  SPIL_ENTRY_REVOKE = 3, /**< ends a membership and begins a new epoch */
  SPIL_ENTRY_ACCEPT = 4, /**< lets more of a revoked laptop count */
} SpilEntryKind;

/** The most bytes that an entry, and that a statement, has. */
#define SPIL_MEMBERSHIP_MAX_BYTES (1024 * 1024)

/** The most bytes of the name of a person, and of a laptop; what is longer is cut. */
#define SPIL_MEMBER_MAX_NAME 200

/** What can be read of any entry. */
typedef struct
{
  int number; /**< from 1 on */
  SpilHash previous; /**< hash of the entry before; zero for the first */
  SpilHash hash; /**< of this one */
  SpilEntryKind kind;
  SpilTime time; /**< when it was made, by the clock of the project leader */
} SpilEntryHead;

/**
 * Checks that @bytes are an entry of @space signed by @root, and reads its head. It need not fit anywhere: two different entries of one number
 * that both pass mean that there are two lists of members.
 */
gboolean spil_membership_read_head (GBytes *bytes, const SpilId *space, const SpilPublicKey *root,
                                    SpilEntryHead *head, GError **error);

/** A laptop that is or was a member. */
typedef struct
{
  SpilId device;
  SpilId origin; /**< the identity under which it was admitted: its own, unless it goes on as another */
  SpilPublicKey key; /**< the same for all identities of one laptop */
  SpilRole role;
  char *person; /**< NULL: not readable here (yet) */
  char *device_name; /**< likewise */
  SpilTime since;
  gboolean revoked;
  SpilTime until; /**< when it was revoked */
  int64_t cut; /**< its entries beyond do not count; G_MAXINT64 unless revoked */
  SpilHash cut_hash; /**< of the segment that ends there; zero when nothing counts, or unless revoked */
} SpilMemberFacts;

/** The state after so many entries. */
typedef struct _SpilMembership SpilMembership;

/** Before the first entry. @root: from the invitation, or the project leader's own. */
SpilMembership *spil_membership_new (const SpilId *space, const SpilPublicKey *root);
void spil_membership_free (SpilMembership *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilMembership, spil_membership_free)

/**
 * Takes the next entry. SPIL_WIRE_ERROR when it is none, is not signed by the root key, does not follow on the last one or breaks a rule
 * (SPIL_WIRE_ERROR_DAMAGED); then nothing has changed.
 */
gboolean spil_membership_add (SpilMembership *self, GBytes *entry, GError **error);

/**
 * Takes a statement of spil_successor_make(); in any order and any number of times, and before or after the entry that admits its laptop.
 * SPIL_WIRE_ERROR when it is none, or is not signed by the laptop that it names; a statement of a laptop that is not known yet waits.
 */
gboolean spil_membership_add_successor (SpilMembership *self, GBytes *statement, GError **error);

/** Reads the names that the keys of @ring can decrypt. */
void spil_membership_read_names (SpilMembership *self, const SpilKeyring *ring);

const SpilId *spil_membership_get_space (const SpilMembership *self);
/** How many entries it has taken. */
int spil_membership_get_number (const SpilMembership *self);
/** Hash of the last one; zero before the first. */
SpilHash spil_membership_get_hash (const SpilMembership *self);
/** The epoch whose key is used from now on; 0 before the first entry. */
int spil_membership_get_epoch (const SpilMembership *self);

/** The member with that identity; NULL when there is none. Owned by the membership, until it changes. */
const SpilMemberFacts *spil_membership_get (const SpilMembership *self, const SpilId *device);
/** All of them, as SpilMemberFacts in the order of joining, other identities of a laptop after the one that was admitted. Free with g_ptr_array_unref(); until it changes. */
GPtrArray *spil_membership_list (const SpilMembership *self);
/** Whether an invitation with that id was used. */
gboolean spil_membership_is_used (const SpilMembership *self, const uint8_t invitation[8]);

/**
 * The keys that were sealed to @reader: a laptop's own key, or the root key itself (the recovery code), which reads all of them. NULL with
 * SPIL_WIRE_ERROR_KEY when none was.
 */
SpilKeyring *
spil_membership_unseal (const SpilMembership *self, const SpilSigningKey *reader, GError **error);

/* Making entries. Each gives the bytes, which the caller then adds like anybody else's. */

/** Who is let in. */
typedef struct
{
  SpilId device;
  SpilPublicKey key;
  SpilRole role;
  const char *person;
  const char *device_name;
  uint8_t invitation[8]; /**< id of the invitation that was used; zeros: none */
} SpilAdmission;

/** Makes a space whose root key is @root and whose first epoch has @key; @leader is the project leader's laptop. */
GBytes *spil_membership_create (const SpilId *space, const SpilSigningKey *root, const SpilSpaceKey *key,
                                const SpilAdmission *leader, SpilTime time);

/** @ring: the root seed and the keys of all epochs; they are sealed to the one who is let in, the root seed only to a project leader. */
GBytes *spil_membership_admit (const SpilMembership *self, const SpilKeyring *ring,
                               const SpilAdmission *admission, SpilTime time);

/** How far a laptop counts. */
typedef struct
{
  SpilId device;
  int64_t sequence; /**< 0: not at all */
  SpilHash hash; /**< of the segment that ends there; zero for 0 */
} SpilCutOff;

/**
 * Ends the membership of the laptop with the identities in @cuts (of SpilCutOff): the one that was admitted, and those it went on as. Those
 * left out do not count at all. @key is that of the next epoch: sealed to the members that remain.
 */
GBytes *spil_membership_revoke (const SpilMembership *self, const SpilKeyring *ring, GArray *cuts,
                                const SpilSpaceKey *key, SpilTime time);

/** Lets more of a revoked laptop count: @cut is further than it was. */
GBytes *spil_membership_accept (const SpilMembership *self, const SpilKeyring *ring, const SpilCutOff *cut,
                                SpilTime time);

/* Going on as another */

/**
 * The statement that the laptop with the identity @device and the key @signer goes on with the identity @successor, which is made here.
 * It counts at once, with the role and the name that the laptop has; when it is revoked, it counts no longer.
 */
GBytes *spil_successor_make (const SpilId *space, const SpilId *device, const SpilSigningKey *signer,
                             SpilTime time, SpilId *successor);

/** Reads a statement without knowing its laptop. SPIL_WIRE_ERROR. */
gboolean spil_successor_read (GBytes *statement, const SpilId *space, SpilId *device, SpilId *successor,
                              GError **error);

G_END_DECLS
