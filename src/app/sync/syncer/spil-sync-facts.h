// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-sync.h"

G_BEGIN_DECLS

/** How it stands with working together, from good to bad. */
typedef enum
{
  SPIL_SYNC_ALONE, /**< not shared: nothing to say */
  SPIL_SYNC_CURRENT, /**< everything is here and everywhere */
  SPIL_SYNC_WAITING, /**< something waits, and will come by itself */
  SPIL_SYNC_TO_DO, /**< a person has to choose or to let somebody in */
  SPIL_SYNC_TROUBLE, /**< something is amiss */
  SPIL_SYNC_ENDED, /**< this laptop takes no part any more */
} SpilSyncLevel;

/** All that the window shows of synchronisation. Made on one thread, handed over to another, never changed; shared by reference. */
typedef struct
{
  SpilSpaceState *state;
  SpilSyncReport *report; /**< NULL where there is none: not shared */
  GPtrArray *members; /**< of SpilMember */
  GPtrArray *requests; /**< of SpilJoinRequest; on the project leader's laptop */
  char *failure; /**< what keeps this laptop from synchronising, for people; NULL: nothing */
} SpilSyncFacts;

/** Reads them from the database alone. @requests (nullable) is referred to. */
SpilSyncFacts *spil_sync_facts_new (SpilStore *store, GPtrArray *requests, GError **error);
/** Those of a database that is not shared, or of none. */
SpilSyncFacts *spil_sync_facts_new_alone (void);

SpilSyncFacts *spil_sync_facts_ref (SpilSyncFacts *self);
void spil_sync_facts_unref (SpilSyncFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilSyncFacts, spil_sync_facts_unref)

/** Whether there is a folder to look after: a member, or one who waits to be let in. */
gboolean spil_sync_facts_is_active (const SpilSyncFacts *self);

gboolean spil_sync_facts_is_leader (const SpilSyncFacts *self);

/** Whether the shared folder was not there, or refused, when it was last asked. */
gboolean spil_sync_facts_is_away (const SpilSyncFacts *self);

SpilSyncLevel spil_sync_facts_get_level (const SpilSyncFacts *self);

/** One sentence for people, of the whole. Free with g_free(). */
char *spil_sync_facts_dup_sentence (const SpilSyncFacts *self);

/** How many things a person has to settle: entries of the inbox, and laptops that ask to be let in. */
int64_t spil_sync_facts_count_to_do (const SpilSyncFacts *self);

/** The member with that laptop, or NULL; owned by the facts. */
const SpilMember *spil_sync_facts_find_member (const SpilSyncFacts *self, const SpilId *device);

G_END_DECLS
