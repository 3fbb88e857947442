// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-space.h"
#include "spil-sync-store.h"
#include "spil-wire.h"

G_BEGIN_DECLS

/** What this database remembers of how it is shared. The secrets stand in the vault, the members in a note of their own. */
typedef struct
{
  SpilSpaceStanding standing;
  SpilId space;
  SpilPublicKey root; /**< who may change the list of members */
  SpilRole role;
  char *person; /**< who works here */
  char *uri; /**< of the carrier */
  SpilId carrier; /**< its id; nil: not seen yet */
  SpilTime synchronised; /**< the last time all went well; 0: never */
  int64_t sent; /**< the own entry up to which all is known to be on the carrier */
  char *invitation; /**< ASKED: the invitation in use; NULL otherwise */
  char *code; /**< ASKED: the short code; NULL otherwise */
  gboolean returns; /**< ASKED: was a member before, and has data */
} SpilSpaceNote;

void spil_space_note_free (SpilSpaceNote *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilSpaceNote, spil_space_note_free)

/** SPIL_SPACE_ERROR_NONE when the database is not shared. */
SpilSpaceNote *spil_space_note_read (SpilStore *store, GError **error);

/** The same, but NULL without an error when the database is not shared. */
gboolean spil_space_note_find (SpilStore *store, SpilSpaceNote **note, GError **error);

gboolean spil_space_note_write (const SpilSpaceNote *self, SpilStore *store, GError **error);

/** Forgets all that is noted of the space. */
gboolean spil_space_note_forget (SpilStore *store, GError **error);

/** Names of the notes of synchronisation. */
#define SPIL_NOTE_SPACE "space"
#define SPIL_NOTE_MEMBERS "members"
#define SPIL_NOTE_SUCCESSORS "successors"
#define SPIL_NOTE_INVITATIONS "invitations"
#define SPIL_NOTE_REQUEST "request"
#define SPIL_NOTE_REQUESTS "requests"
#define SPIL_NOTE_REPORT "report"
#define SPIL_NOTE_SAID "said"
#define SPIL_NOTE_STANDING "standing"
#define SPIL_NOTE_PEERS "peers"
#define SPIL_NOTE_OWN_KEYS "own-keys"
#define SPIL_NOTE_CUTS "cuts"
#define SPIL_NOTE_ERASURES "erasures"
#define SPIL_NOTE_RENEWAL "renewal"
#define SPIL_NOTE_SNAPSHOTS "snapshots"

G_END_DECLS
