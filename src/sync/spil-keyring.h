// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-wire.h"

G_BEGIN_DECLS

/** The keys that one reader of a space has: those of its epochs, and the root seed on a project leader's laptop. */
typedef struct
{
  GArray *keys; /**< of SpilEpochKey, by epoch */
  gboolean leads; /**< has the root seed */
  SpilSigningKey root;
} SpilKeyring;

/** The space key of one epoch. */
typedef struct
{
  int epoch; /**< from 1 on */
  SpilSpaceKey key;
} SpilEpochKey;

SpilKeyring *spil_keyring_new (void);
/** Clears the keys from memory. */
void spil_keyring_free (SpilKeyring *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilKeyring, spil_keyring_free)

/** Adds or replaces the key of @epoch. */
void spil_keyring_set (SpilKeyring *self, int epoch, const SpilSpaceKey *key);
void spil_keyring_set_root (SpilKeyring *self, const SpilSigningKey *root);
/** NULL when it is not there. Owned by the ring, until it changes. */
const SpilSpaceKey *spil_keyring_get (const SpilKeyring *self, int epoch);

/** All of it as bytes, for a vault, and back; NULL for anything else. */
GBytes *spil_keyring_to_bytes (const SpilKeyring *self);
SpilKeyring *spil_keyring_from_bytes (GBytes *bytes);

G_END_DECLS
