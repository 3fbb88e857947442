// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-membership.h"
#include "spil-wire-private.h"

G_BEGIN_DECLS

/* One entry of the list of members, as it is written; what it does to the list is spil-membership.c's. */

#define SPIL_ENTRY_MAGIC "SPME"
#define SPIL_ENTRY_CONTEXT "spil members"

/** A space key sealed to one reader. */
#define SPIL_SEALED_KEY_LENGTH (32 + 48)

/** A space key for one of the members that remain. */
typedef struct
{
  SpilId device;
  uint8_t sealed[SPIL_SEALED_KEY_LENGTH];
} SpilKeyShare;

/** What stands in an entry; which of it depends on the kind. */
typedef struct
{
  SpilEntryHead head;
  SpilPublicKey root; /**< CREATE */
  SpilId
      device; /**< of all kinds: who is let in, or whose membership it is about (the identity that was admitted) */
  SpilPublicKey key; /**< CREATE, ADMIT */
  SpilRole role; /**< CREATE, ADMIT */
  uint8_t invitation[8]; /**< CREATE, ADMIT */
  int epoch; /**< CREATE, ADMIT: all up to this one are sealed to the device; REVOKE: the new one */
  GBytes *names; /**< CREATE, ADMIT: encrypted with the key of that epoch */
  GBytes *sealed; /**< CREATE, ADMIT: the keys of epochs 1 to epoch, and the root seed for a leader */
  uint8_t for_root
      [SPIL_SEALED_KEY_LENGTH]; /**< CREATE, REVOKE: the key of the new epoch, sealed to the root key */
  GArray *cuts; /**< of SpilCutOff; REVOKE: the first is the device's own; ACCEPT: one */
  GArray *shares; /**< of SpilKeyShare, by device; REVOKE */
} SpilMemberEntry;

void spil_member_entry_clear (SpilMemberEntry *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpilMemberEntry, spil_member_entry_clear)

/** How many bytes `sealed` has. */
gsize spil_member_entry_sealed_length (SpilRole role, int epoch);

/** Writes and signs it. */
GBytes *
spil_member_entry_write (const SpilMemberEntry *self, const SpilId *space, const SpilSigningKey *root);
/** Checks the signature and reads it, whole or not at all. */
gboolean spil_member_entry_read (GBytes *bytes, const SpilId *space, const SpilPublicKey *root,
                                 SpilMemberEntry *entry, GError **error);

/** The names of an entry, encrypted; and back: FALSE when @key does not fit. */
GBytes *spil_member_entry_hide_names (const SpilId *device, const char *person, const char *device_name,
                                      const SpilSpaceKey *key);
gboolean spil_member_entry_show_names (GBytes *names, const SpilId *device, const SpilSpaceKey *key,
                                       char **person, char **device_name);

G_END_DECLS
