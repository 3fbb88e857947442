// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-membership.h"
#include "wire-fixture.h"

G_BEGIN_DECLS

/* Devices are numbers, and so are their keys: 2 is the project leader's laptop. Epoch n has the key 100 + n. */

#define ROOT 9
#define SPACE 1
#define T(n) spil_time (1795219200000LL + (n) * 1000LL)

/** A project leader at work. */
typedef struct
{
  SpilMembership *membership;
  SpilKeyring *ring;
  GPtrArray *entries; /**< of GBytes */
} MembersFixture;

/** A space with its leader. */
void members_fixture_init (MembersFixture *f);
void members_fixture_clear (MembersFixture *f);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MembersFixture, members_fixture_clear)

/** Another reader of the same space, who knows nothing yet. */
SpilMembership *members_fixture_membership (void);

SpilAdmission members_fixture_admission (int device, SpilRole role, const char *person);
SpilCutOff members_fixture_cut (int device, int64_t sequence);
/** An entry that would revoke @device; not yet taken. */
GBytes *members_fixture_revocation (MembersFixture *f, int device, int64_t sequence, int epoch);

/** Takes @entry and keeps it. */
void members_fixture_take (MembersFixture *f, GBytes *entry);
void members_fixture_admit (MembersFixture *f, int device, SpilRole role, const char *person);
/** Revokes. */
void members_fixture_end (MembersFixture *f, int device, int64_t sequence);

const SpilMemberFacts *members_fixture_get (SpilMembership *membership, int device);
/** The state in a line: "#4 e2: 2L 3B!7 4R(Carla)" is four entries, epoch two, a leader, a broker who was revoked at 7, a reader. */
char *members_fixture_state (SpilMembership *membership);
void members_fixture_assert_state (SpilMembership *membership, const char *expected);
/** @entry is refused with that code, and nothing has changed. */
void members_fixture_assert_refused (SpilMembership *membership, GBytes *entry, SpilWireError code);

G_END_DECLS
