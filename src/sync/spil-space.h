// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-carrier.h"
#include "spil-store.h"

G_BEGIN_DECLS

/** What a caller can act on. The message is one sentence for people. */
typedef enum
{
  SPIL_SPACE_ERROR_NONE, /**< this database is not shared with anybody */
  SPIL_SPACE_ERROR_ALREADY, /**< it is shared already */
  SPIL_SPACE_ERROR_NOT_EMPTY, /**< it holds data of its own, and can only join while it is empty */
  SPIL_SPACE_ERROR_INVITATION, /**< no invitation, damaged, or of another space */
  SPIL_SPACE_ERROR_EXPIRED, /**< an invitation of too long ago, or one that was used */
  SPIL_SPACE_ERROR_NOT_LEADER, /**< only the project leader may */
  SPIL_SPACE_ERROR_NOT_FOUND, /**< no such request or laptop */
  SPIL_SPACE_ERROR_KEYS, /**< the secrets of this laptop are gone */
  SPIL_SPACE_ERROR_FAILED,
  SPIL_SPACE_ERROR_RECOVERY, /**< a recovery code with a typing error */
} SpilSpaceError;

#define SPIL_SPACE_ERROR (spil_space_error_quark ())
GQuark spil_space_error_quark (void);

/** What a member may do. */
typedef enum
{
  SPIL_ROLE_LEADER = 1, /**< project leader: also invites, approves and revokes */
  SPIL_ROLE_BROKER = 2,
  SPIL_ROLE_READER = 3, /**< steering group: reads along */
} SpilRole;

/** "leader", "broker", "reader". */
const char *spil_role_name (SpilRole role);
gboolean spil_role_parse (const char *name, SpilRole *role);
/** For people. */
const char *spil_role_label (SpilRole role);

/** Whether and how this database is shared. */
typedef enum
{
  SPIL_SPACE_NONE, /**< not at all */
  SPIL_SPACE_ASKED, /**< has asked to join and waits for the project leader */
  SPIL_SPACE_MEMBER,
  SPIL_SPACE_REVOKED, /**< was one, until the project leader ended it */
} SpilSpaceStanding;

typedef struct
{
  SpilSpaceStanding standing;
  SpilId space;
  SpilRole role;
  char *person; /**< who works on this laptop */
  char *carrier; /**< URI */
  char *code; /**< ASKED: the short code to compare */
  SpilTime synchronised; /**< the last time all went well; 0: never */
} SpilSpaceState;

void spil_space_state_free (SpilSpaceState *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilSpaceState, spil_space_state_free)

/** Read from the database alone: quick, works without carrier. */
SpilSpaceState *spil_space_get_state (SpilStore *store, GError **error);

/**
 * Begins to share this database over the carrier @uri: this laptop becomes the project leader's. @space (nullable) gets the id; @recovery
 * (nullable; free with g_free()) the recovery code for the sheet that is printed and kept in a safe: groups of letters and digits.
 */
gboolean spil_space_create (SpilStore *store, const char *uri, const char *person, SpilId *space,
                            char **recovery, GCancellable *cancellable, GError **error);

/** The recovery code again, on the project leader's laptop. Free with g_free(). */
char *spil_space_dup_recovery (SpilStore *store, GError **error);

/** How long an invitation can be used. */
#define SPIL_INVITATION_DAYS 14

/** Makes an invitation for one laptop: one line of text, without spaces. Free with g_free(). */
char *spil_space_invite (SpilStore *store, SpilRole role, GError **error);

/** What an invitation says, before it is used. */
typedef struct
{
  SpilId space;
  SpilRole role;
  SpilTime expires;
} SpilInvitationFacts;

gboolean spil_invitation_read (const char *invitation, SpilInvitationFacts *facts, GError **error);

/**
 * Asks to join, over the carrier @uri; the database must be empty. @code (free with g_free()) gets the short code that the project leader
 * compares: "4821 9073". Asking again with the same invitation gives the same code.
 */
gboolean spil_space_join (SpilStore *store, const char *invitation, const char *uri, const char *person,
                          char **code, GCancellable *cancellable, GError **error);

/** Takes back the wish to join: the database is its own again. */
gboolean spil_space_leave (SpilStore *store, GError **error);

/** Becomes the project leader's laptop with the code from the recovery sheet; the database must be empty or a member's. */
gboolean spil_space_recover (SpilStore *store, const char *recovery, const char *uri, const char *person,
                             GCancellable *cancellable, GError **error);

/** A laptop that asks to join. */
typedef struct
{
  char *code;
  char *person;
  char *device_name;
  SpilId device;
  SpilRole role;
  SpilTime asked;
  gboolean expired;
} SpilJoinRequest;

void spil_join_request_free (SpilJoinRequest *self);

/** Those who wait, as SpilJoinRequest: those on the carrier, or when it is not there, those that were seen last. */
GPtrArray *spil_space_requests (SpilStore *store, GCancellable *cancellable, GError **error);

/** Lets the laptop with @code (digits; spaces do not matter) in. Travels with the next synchronisation, at once when the carrier is there. */
gboolean spil_space_approve (SpilStore *store, const char *code, GCancellable *cancellable, GError **error);

/** A laptop in the space. */
typedef struct
{
  SpilId device;
  char *person;
  char *device_name;
  SpilRole role;
  gboolean own; /**< this laptop */
  gboolean revoked;
  SpilTime since;
  SpilTime seen; /**< when it last synchronised, as far as is known here; 0: unknown */
  int64_t sequence; /**< how far its changes have come here */
} SpilMember;

void spil_member_free (SpilMember *self);

/** All of them, as SpilMember, in the order of joining. */
GPtrArray *spil_space_members (SpilStore *store, GError **error);

/** Ends the membership of a lost laptop: what it does from now on does not count, and it can read nothing that is new. */
gboolean
spil_space_revoke (SpilStore *store, const SpilId *device, GCancellable *cancellable, GError **error);

/** Lets what is held back of a revoked laptop count after all. */
gboolean
spil_space_accept_refused (SpilStore *store, const SpilId *device, GCancellable *cancellable, GError **error);

/** Goes on over another folder; all that is needed is brought there. */
gboolean
spil_space_set_carrier (SpilStore *store, const char *uri, GCancellable *cancellable, GError **error);

G_END_DECLS
