// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-carrier.h"
#include "spil-membership.h"
#include "spil-peers.h"
#include "spil-space-note.h"
#include "spil-vault.h"

G_BEGIN_DECLS

/** Names of the secrets in the vault. */
#define SPIL_SECRET_DEVICE "device"

/** A database that is shared, with all that is needed to synchronise it. */
typedef struct
{
  SpilStore *store; /**< not owned */
  char *dir; /**< of its database */
  SpilSpaceNote *space;
  SpilCarrier *carrier;
  SpilId device; /**< the identity of this laptop */
  SpilSigningKey signer; /**< its secret */
  SpilMembership *membership;
  GPtrArray *entries; /**< of GBytes: those of the members, from number 1 on */
  GPtrArray *successors; /**< of GBytes: statements of laptops that go on as another */
  SpilKeyring *ring; /**< what this laptop can read; empty while it waits to be let in */
  SpilPeers *peers; /**< what follows from the members */
} SpilSession;

/**
 * Opens what belongs to @store. @carrier (nullable, a reference is taken) takes the place of the one that is noted; for tests. SPIL_SPACE_ERROR_NONE,
 * SPIL_SPACE_ERROR_KEYS.
 */
SpilSession *spil_session_open (SpilStore *store, SpilCarrier *carrier, GError **error);

/** The same for a space that is being made or joined: takes @space, keeps @signer in the vault, and writes nothing yet. */
SpilSession *spil_session_new (SpilStore *store, SpilSpaceNote *space, const SpilSigningKey *signer,
                               SpilCarrier *carrier, GError **error);

void spil_session_free (SpilSession *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilSession, spil_session_free)

/** Takes the next entry of the members; SPIL_WIRE_ERROR when it does not follow. */
gboolean spil_session_add_entry (SpilSession *self, GBytes *entry, GError **error);
/** Takes a statement; one that is known already is left out: @news (nullable) tells. SPIL_WIRE_ERROR. */
gboolean spil_session_add_successor (SpilSession *self, GBytes *statement, gboolean *news, GError **error);
/** Whether it has the statement with that content. */
gboolean spil_session_has_successor (SpilSession *self, const SpilHash *hash);
/** Whether it has an entry with that number and content; *@other tells of one with that number and another content. */
gboolean spil_session_has_entry (SpilSession *self, int number, const SpilHash *hash, gboolean *other);

/**
 * Works out what follows from the members: keys, peers, what this laptop is and may; notes it in the database, together with the entries. A change
 * of its own.
 */
gboolean spil_session_settle (SpilSession *self, GError **error);

/** NULL when this laptop does not have it. */
const SpilSpaceKey *spil_session_find_key (SpilSession *self, int epoch);
int spil_session_get_epoch (SpilSession *self);
/** Whether this laptop is a member and has the keys that are in use. */
gboolean spil_session_is_member (SpilSession *self);
/** Whether what it does counts. */
gboolean spil_session_may_write (SpilSession *self);
/** Whether it may change the members; SPIL_SPACE_ERROR_NOT_LEADER. */
gboolean spil_session_check_leader (SpilSession *self, GError **error);

/** Bytes after each other in one note. */
gboolean spil_session_write_list (SpilStore *store, const char *note, GPtrArray *list, GError **error);
GPtrArray *spil_session_read_list (SpilStore *store, const char *note, GError **error);

/** The secret of this laptop, from the vault; FALSE with SPIL_SPACE_ERROR_KEYS when it is gone. */
gboolean spil_session_read_secret (SpilStore *store, SpilSigningKey *signer, GError **error);
gboolean spil_session_keep_secret (SpilStore *store, const SpilSigningKey *signer, GError **error);

G_END_DECLS
